"""Runs programs, one request and one answer a line of JSON: what each call of `run` does to its database."""

import datetime
import inspect
import json
import sys

import formats
import modules


def read(value):
    """A value as the tests write it: `{"$date": "2024-01-31"}` is a date."""
    if isinstance(value, dict) and "$date" in value:
        return datetime.date.fromisoformat(value["$date"])
    if isinstance(value, list):
        return [read(one) for one in value]
    return value


def receiver(driver):
    return modules.Sqlite.shared() if driver == "sqlite3" else modules.Session() if driver == "sqlalchemy" else modules.CURSORS[driver]


def called(run, driver, values):
    """What one call does; the first parameter is the receiver when it has a receiver's name."""
    modules.STEPS.clear()
    first = next(iter(inspect.signature(run).parameters), "")
    given = [receiver(driver)] if first in ("self", "cr", "session") else []
    try:
        run(*given, *map(read, values))
    except formats.DriverError as error:
        modules.STEPS.append({"error": "DriverError", "message": str(error), "isBound": True})
    except Exception as error:  # whatever it is, the other program has to do the same
        modules.STEPS.append({"error": type(error).__name__, "message": str(error), "isBound": False})
    return list(modules.STEPS)


def answered(request):
    space = {"__name__": "case"}
    try:
        exec(compile(request["source"], "case.py", "exec"), space)
    except SyntaxError as error:
        return {"failure": "line %s: %s" % (error.lineno, error.msg)}
    return {"calls": [called(space["run"], request["driver"], values) for values in request["calls"]]}


def main():
    modules.install()
    modules.Sqlite.schema = json.loads(sys.stdin.readline())["schema"]
    for line in sys.stdin:
        print(json.dumps(answered(json.loads(line)), default=str), flush=True)


if __name__ == "__main__":
    main()
