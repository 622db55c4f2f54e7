"""What Python's drivers make of a statement and its values before a server sees them: our models of what they document.

psycopg2 fills `%s` and `%(name)s` in itself, and only when values are given: `%%` stays as it is without them.
PyMySQL does the same with other literals. mysql.connector puts values in the place of `%s` and of nothing else: with a list
of values it does not know `%%`. psycopg 3 makes `$1` of a placeholder and tells the server what it knows of the value's type.
"""

import datetime
import decimal
import re


class DriverError(Exception):
    """The driver refuses the statement or the values."""


def psycopg2_literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float, decimal.Decimal)):
        return " %s" % value if value < 0 else str(value)
    if isinstance(value, str):
        return postgres_text(value)
    if isinstance(value, datetime.datetime):
        return "'%s'::timestamp" % value.isoformat()
    if isinstance(value, datetime.date):
        return "'%s'::date" % value.isoformat()
    if isinstance(value, tuple):
        return "(%s)" % ", ".join(map(psycopg2_literal, value))
    if isinstance(value, list):
        return "ARRAY[%s]" % ",".join(map(psycopg2_literal, value)) if value else "'{}'"
    raise DriverError("can't adapt type '%s'" % type(value).__name__)


def postgres_text(value):
    doubled = value.replace("'", "''")
    return "E'%s'" % doubled.replace("\\", "\\\\") if "\\" in doubled else "'%s'" % doubled


def pymysql_literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float):
        text = repr(value)
        return text if "e" in text else text + "e0"
    if isinstance(value, (int, decimal.Decimal)):
        return str(value)
    if isinstance(value, str):
        return "'%s'" % value.replace("\\", "\\\\").replace("'", "\\'")
    if isinstance(value, datetime.datetime):
        return "'%s'" % value.isoformat(" ")
    if isinstance(value, datetime.date):
        return "'%s'" % value.isoformat()
    if isinstance(value, (tuple, list)):
        return "(%s)" % ",".join(map(pymysql_literal, value))
    raise DriverError("can't escape %s" % type(value).__name__)


def connector_literal(value):
    if isinstance(value, (tuple, list)):
        raise DriverError("Python '%s' cannot be converted to a MySQL type" % type(value).__name__)
    return repr(value) if isinstance(value, float) else pymysql_literal(value)


def filled(statement, values, literal):
    """Python's own `%`, as psycopg2 and PyMySQL use it; other conversions than `s` are refused."""
    if values is None:
        return statement
    if re.search(r"%(?!%|s|\(\w+\)s)", statement.replace("%%", "")):
        raise DriverError("unsupported format character")
    written = {key: literal(one) for key, one in values.items()} if isinstance(values, dict) else tuple(map(literal, values))
    try:
        return statement % written
    except (TypeError, KeyError) as error:
        raise DriverError(str(error)) from error


def connector_filled(statement, values):
    if not values:
        return statement
    if isinstance(values, dict):
        return filled(statement, values, connector_literal)
    left = [connector_literal(one) for one in values]
    try:
        text = re.sub("%s", lambda _: left.pop(0), statement)
    except IndexError as error:
        raise DriverError("not enough parameters") from error
    if left:
        raise DriverError("not all parameters were used")
    return text


# The types that psycopg 3 gives a server with a value (https://www.psycopg.org/psycopg3/docs/basic/adapt.html); text has none.
OIDS = {"bool": 16, "int2": 21, "int4": 23, "int8": 20, "numeric": 1700, "float8": 701, "date": 1082, "timestamp": 1114}
ARRAYS = {0: 0, 16: 1000, 21: 1005, 23: 1007, 20: 1016, 1700: 1231, 701: 1022, 1082: 1182, 1114: 1115}


def psycopg_value(value):
    """Text and type of a value on its way to the server."""
    if value is None:
        return None, 0
    if isinstance(value, bool):
        return "t" if value else "f", OIDS["bool"]
    if isinstance(value, int):
        bits = value.bit_length()
        return str(value), OIDS["int2" if bits < 16 else "int4" if bits < 32 else "int8" if bits < 64 else "numeric"]
    if isinstance(value, float):
        return repr(value), OIDS["float8"]
    if isinstance(value, decimal.Decimal):
        return str(value), OIDS["numeric"]
    if isinstance(value, str):
        return value, 0
    if isinstance(value, datetime.datetime):
        return value.isoformat(), OIDS["timestamp"]
    if isinstance(value, datetime.date):
        return value.isoformat(), OIDS["date"]
    if isinstance(value, list):
        items = [psycopg_value(one) for one in value]
        quoted = ['"%s"' % text.replace("\\", "\\\\").replace('"', '\\"') for text, _ in items]
        return "{%s}" % ",".join(quoted), ARRAYS[max((kind for _, kind in items), default=0)]
    raise DriverError("cannot adapt type '%s'" % type(value).__name__)


def psycopg_numbered(statement, values):
    """The statement as psycopg 3 sends it, its values with their types."""
    if values is None:
        return statement, [], []
    if re.search(r"%(?!%|[sbt]|\(\w+\)[sbt])", statement.replace("%%", "")):
        raise DriverError("only '%s', '%b', '%t' are allowed as placeholders")
    order = []

    def numbered(mark):
        if mark[0] == "%%":
            return "%"
        key = mark["key"] if mark["key"] is not None else len(order)
        if key not in order:
            order.append(key)
        return "$%d" % (order.index(key) + 1)

    text = re.sub(r"%%|%(?:\((?P<key>\w+)\))?s", numbered, statement)
    is_table = isinstance(values, dict)
    if not is_table and len(order) != len(values):
        raise DriverError("the query has %d placeholders but %d parameters were passed" % (len(order), len(values)))
    try:
        sent = [psycopg_value(values[key]) for key in order]
    except (KeyError, TypeError) as error:
        raise DriverError(str(error)) from error
    return text, [one for one, _ in sent], [kind for _, kind in sent]
