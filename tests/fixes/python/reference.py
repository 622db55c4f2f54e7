"""Prints, as JSON, where our models and the drivers themselves disagree; null for a driver that is not installed."""

import datetime
import decimal
import importlib
import json

import formats

VALUES = ["text", "100%", "名前", 3, -3, 2.5, -2.5, None, True, decimal.Decimal("1.50"), datetime.date(2024, 1, 31), datetime.datetime(2024, 1, 31, 5, 6), (1, 2), ("a", "b"), (1,)]


QUERIES = [
    ("SELECT %s, '10%%', %s", ("a", 3)),
    ("SELECT %(a)s, %(b)s, %(a)s", {"a": 1, "b": "x"}),
    ("SELECT %s, %s, %s, %s", (2.5, True, datetime.date(2024, 1, 31), 10**10)),
    ("SELECT %s, %s, %s, %s", ([1, 2, 40000], ["a", "b c"], [1.5], [datetime.date(2024, 1, 31)])),
]


def imported(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def differing(literal, own):
    found = []
    for value in VALUES:
        ours, theirs = literal(value), own(value)
        if ours != theirs:
            found.append("%r: %s is not %s" % (value, ours, theirs))
    return found


def psycopg2():
    extensions = imported("psycopg2.extensions")

    def own(value):
        adapter = extensions.adapt(value)
        for one in [adapter] if not isinstance(value, tuple) else []:
            if hasattr(one, "encoding"):
                one.encoding = "utf-8"
        return adapter.getquoted().decode()

    return extensions and differing(formats.psycopg2_literal, own)


def pymysql():
    converters = imported("pymysql.converters")
    return converters and differing(formats.pymysql_literal, lambda value: str(converters.escape_item(value, "utf8")))


def connector():
    cursor = imported("mysql.connector.cursor")
    return cursor and ([] if cursor.RE_PY_PARAM.pattern == b"(%s)" else ["it looks for %r" % cursor.RE_PY_PARAM.pattern])


def sqlalchemy():
    elements = imported("sqlalchemy.sql.elements")
    pattern = r"(?<![:\w\x5c]):(\w+)(?!:)"
    return elements and ([] if elements.TextClause._bind_params_regex.pattern == pattern else ["its pattern is %s" % elements.TextClause._bind_params_regex.pattern])


def psycopg():
    queries = imported("psycopg._queries")
    if not queries:
        return None
    transformer = imported("psycopg.adapt").Transformer
    found = []
    for query, values in QUERIES:
        own = queries.PostgresQuery(transformer())
        own.convert(query, values)
        text, _, kinds = formats.psycopg_numbered(query, values)
        if (own.query.decode(), list(own.types)) != (text, kinds):
            found.append("%s: %s is not %s" % (query, (text, kinds), (own.query, own.types)))
    return found


print(json.dumps({"psycopg2": psycopg2(), "psycopg": psycopg(), "pymysql": pymysql(), "mysql.connector": connector(), "sqlalchemy": sqlalchemy()}))
