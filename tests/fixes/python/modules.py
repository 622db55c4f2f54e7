"""The modules that specimens import: what they connect to writes down what it would send, or runs it in sqlite3."""

import re
import sqlite3
import sys
import types

import formats

# What the program that runs now has done, in order.
STEPS = []


class Recorder:
    """A cursor, the connection that made it, and whatever an addon reaches it through."""

    def __init__(self, send):
        self._send = send
        self._cr = self.cr = self.env = self

    def __call__(self, *args, **kwargs):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False

    def cursor(self, *args, **kwargs):
        return self

    connect = cursor

    def execute(self, query, params=None):
        if isinstance(query, SQL):
            query, params = query.code, query.params
        STEPS.append({**self._send(query, params), "isBound": params is not None})
        return self

    def fetchall(self):
        return []

    def fetchone(self):
        return None

    def commit(self):
        return None


def psycopg2_send(query, params):
    return {"text": formats.filled(query, params, formats.psycopg2_literal)}


def pymysql_send(query, params):
    return {"text": formats.filled(query, params, formats.pymysql_literal)}


def connector_send(query, params):
    return {"text": formats.connector_filled(query, params)}


def psycopg_send(query, params):
    text, values, kinds = formats.psycopg_numbered(query, params)
    return {"text": text, "values": values, "types": kinds}


class SQL:
    """`odoo.tools.SQL`, as far as it puts a statement and its values together."""

    def __init__(self, code, *args):
        if not args:
            code % ()
        codes, params = [], []
        for arg in args:
            codes.append(arg.code if isinstance(arg, SQL) else "%s")
            params.extend(arg.params if isinstance(arg, SQL) else [arg])
        self.code = code.replace("%%", "%%%%") % tuple(codes) if args else code
        self.params = tuple(params)

    @staticmethod
    def identifier(name, subname=None):
        return SQL(".".join('"%s"' % one for one in (name, subname) if one is not None))


class Sqlite:
    """A connection of sqlite3 to a database with the rows of the tests, which every statement finds as they were."""

    schema = ""
    _shared = None

    @classmethod
    def shared(cls):
        cls._shared = cls._shared or cls()
        return cls._shared

    def __init__(self):
        self._connection = sqlite3.connect(":memory:")
        self._connection.executescript(Sqlite.schema)
        self._rows = []

    def cursor(self):
        return self

    def execute(self, statement, params=()):
        try:
            cursor = self._connection.execute(statement, params)
            self._rows = cursor.fetchall()
            changed = [] if statement.lstrip().upper().startswith("SELECT") else [self._table(one) for one in ("pet", "visit")]
            STEPS.append({"rows": self._rows, "changed": changed, "isBound": bool(params)})
        except (sqlite3.Error, sqlite3.Warning) as error:
            STEPS.append({"error": "DriverError", "message": str(error), "isBound": bool(params)})
        finally:
            self._connection.rollback()
        return self

    def _table(self, name):
        return self._connection.execute("SELECT * FROM %s ORDER BY id" % name).fetchall()

    def fetchall(self):
        return self._rows

    def fetchone(self):
        return self._rows[0] if self._rows else None

    def commit(self):
        return None


class Session:
    """A session of SQLAlchemy: `text` finds its names by SQLAlchemy's own pattern, quotes or not."""

    def execute(self, statement, params=None):
        names = re.findall(r"(?<![:\w\\]):(\w+)(?!:)", statement)
        missing = [name for name in names if name not in (params or {})]
        if missing:
            STEPS.append({"error": "DriverError", "message": "no value for %s" % missing, "isBound": bool(params)})
            return
        order = []

        def mark(found):
            order.append(found[1])
            return "?"

        text = re.sub(r"(?<![:\w\\]):(\w+)(?!:)", mark, statement)
        Sqlite.shared().execute(text, tuple(params[name] for name in order) if params else ())


def module(name, **names):
    made = types.ModuleType(name)
    made.__dict__.update(names)
    sys.modules[name] = made
    parent, _, last = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], last, made)


def escape_psql(text):
    return text.replace("\\", r"\\").replace("%", r"\%").replace("_", r"\_")


PSYCOPG2 = Recorder(psycopg2_send)
CURSORS = {"psycopg2": PSYCOPG2, "odoo": PSYCOPG2, "psycopg": Recorder(psycopg_send), "pymysql": Recorder(pymysql_send), "connector": Recorder(connector_send)}


def install():
    module("sqlite3", connect=lambda path: Sqlite.shared())
    module("psycopg2", connect=CURSORS["psycopg2"].connect)
    module("psycopg", connect=CURSORS["psycopg"].connect)
    module("pymysql", connect=CURSORS["pymysql"].connect)
    module("mysql")
    module("mysql.connector", connect=CURSORS["connector"].connect)
    module("odoo", models=types.SimpleNamespace(Model=object))
    module("odoo.tools", SQL=SQL, escape_psql=escape_psql)
    module("sqlalchemy", text=lambda statement: statement)
