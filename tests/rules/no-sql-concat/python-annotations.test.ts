/** What annotations of parameters, locals and fields say: numbers, keys, classes of the file, cursors. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "methods and attributes of a class of the file, by parameter and by local",
        code: code`
          class Page:
              columns = ("name", "city")

              def direction(self):
                  return "DESC"

          def page(cr, asked: Page, raw):
              cr.execute("SELECT %s FROM gym_member ORDER BY name %s" % (", ".join(asked.columns), asked.direction()))
              other: Page = raw
              cr.execute("SELECT id FROM gym_member ORDER BY name " + other.direction())
        `,
      },
    ],
    invalid: [
      {
        name: "optional, annotated, joined and quoted numbers",
        preset: "strict",
        code: code`
          from typing import Annotated, Final, Optional, Union

          def find(cr, a: Optional[int], b: Annotated[int, "positive"], c: int | None, d: Union[int, float], e: "int", f: Final[int]):
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % a)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % b)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % c)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % d)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % e)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % f)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from typing import Annotated, Final, Optional, Union

          def find(cr, a: Optional[int], b: Annotated[int, "positive"], c: int | None, d: Union[int, float], e: "int", f: Final[int]):
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (a,))
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (b,))
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (c,))
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (d,))
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (e,))
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (f,))
        `,
      },
      {
        name: "locals with an annotation, and what a list is said to hold",
        preset: "strict",
        code: code`
          from typing import Sequence

          def find(cr, raw, ids: Sequence[int]):
              limit: int = raw
              cr.execute("SELECT id FROM gym_member LIMIT %s" % limit)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE id IN (%s)" % ", ".join(str(one) for one in ids))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from typing import Sequence

          def find(cr, raw, ids: Sequence[int]):
              limit: int = raw
              cr.execute("SELECT id FROM gym_member LIMIT %s", (limit,))
              cr.execute("SELECT id FROM gym_member WHERE id IN %s", (tuple(ids),))
        `,
      },
      {
        name: "prices and days by their imported classes",
        preset: "strict",
        code: code`
          import datetime
          from decimal import Decimal

          def find(cr, price: Decimal, day: datetime.date):
              cr.execute("SELECT id FROM gym_member WHERE price = %s" % price)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member WHERE day = '%s'" % day)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          import datetime
          from decimal import Decimal

          def find(cr, price: Decimal, day: datetime.date):
              cr.execute("SELECT id FROM gym_member WHERE price = %s", (price,))
              cr.execute("SELECT id FROM gym_member WHERE day = %s", (day,))
        `,
      },
      {
        name: "fields of a class, by its body and by its constructor's annotations",
        preset: "strict",
        code: code`
          from typing import NamedTuple

          class Key(NamedTuple):
              number: int

          class Page:
              def __init__(self, limit: int):
                  self.limit = limit

          def find(cr, key: Key, asked: Page):
              cr.execute("SELECT id FROM gym_member WHERE number = %s" % key.number)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_member LIMIT %s" % asked.limit)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from typing import NamedTuple

          class Key(NamedTuple):
              number: int

          class Page:
              def __init__(self, limit: int):
                  self.limit = limit

          def find(cr, key: Key, asked: Page):
              cr.execute("SELECT id FROM gym_member WHERE number = %s", (key.number,))
              cr.execute("SELECT id FROM gym_member LIMIT %s", (asked.limit,))
        `,
      },
      {
        name: "a number or a text, anything, a text with a note",
        code: code`
          from typing import Annotated, Union

          def find(cr, a: Union[int, str], b: object, c: Annotated[str, "name"]):
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % a)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % b)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member WHERE name = '%s'" % c)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from typing import Annotated, Union

          def find(cr, a: Union[int, str], b: object, c: Annotated[str, "name"]):
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % a)
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % b)
              cr.execute("SELECT id FROM gym_member WHERE name = %s", (c,))
        `,
        suggestions: [code`
          from typing import Annotated, Union

          def find(cr, a: Union[int, str], b: object, c: Annotated[str, "name"]):
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (a,))
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % b)
              cr.execute("SELECT id FROM gym_member WHERE name = '%s'" % c)
        `, code`
          from typing import Annotated, Union

          def find(cr, a: Union[int, str], b: object, c: Annotated[str, "name"]):
              cr.execute("SELECT id FROM gym_member WHERE age = %s" % a)
              cr.execute("SELECT id FROM gym_member WHERE age = %s", (b,))
              cr.execute("SELECT id FROM gym_member WHERE name = '%s'" % c)
        `],
      },
      {
        name: "a text of a class of the file, a list of texts, a local text",
        code: code`
          class Page:
              def __init__(self, order: str):
                  self.order = order

          def find(cr, asked: Page, names: list[str], raw):
              cr.execute("SELECT id FROM gym_member ORDER BY " + asked.order)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member WHERE name IN ('%s')" % "', '".join(names))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              name: str = raw
              cr.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          class Page:
              def __init__(self, order: str):
                  self.order = order

          def find(cr, asked: Page, names: list[str], raw):
              cr.execute("SELECT id FROM gym_member ORDER BY " + asked.order)
              cr.execute("SELECT id FROM gym_member WHERE name IN ('%s')" % "', '".join(names))
              name: str = raw
              cr.execute("SELECT id FROM gym_member WHERE name = %s", (name,))
        `,
        suggestions: [code`
          class Page:
              def __init__(self, order: str):
                  self.order = order

          def find(cr, asked: Page, names: list[str], raw):
              cr.execute("SELECT id FROM gym_member ORDER BY " + asked.order)
              cr.execute("SELECT id FROM gym_member WHERE name IN %s", (tuple(names),))
              name: str = raw
              cr.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
        `],
      },
      {
        name: "a cursor by its annotation, also in quotes",
        code: code`
          import psycopg2.extensions

          def find(one: psycopg2.extensions.cursor, other: "psycopg2.extensions.cursor", name):
              one.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                          ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              other.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                            ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          import psycopg2.extensions

          def find(one: psycopg2.extensions.cursor, other: "psycopg2.extensions.cursor", name):
              one.execute("SELECT id FROM gym_member WHERE name = %s", (name,))
              other.execute("SELECT id FROM gym_member WHERE name = %s", (name,))
        `,
      },
      {
        name: "a connection that may be missing, or is imported for its type only",
        code: code`
          from __future__ import annotations
          from typing import TYPE_CHECKING

          if TYPE_CHECKING:
              from sqlite3 import Connection

          def find(db: "Connection", name):
              db.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown

          def count(db: Connection | None, name):
              db.execute("SELECT id FROM gym_member WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from __future__ import annotations
          from typing import TYPE_CHECKING

          if TYPE_CHECKING:
              from sqlite3 import Connection

          def find(db: "Connection", name):
              db.execute("SELECT id FROM gym_member WHERE name = ?", (name,))

          def count(db: Connection | None, name):
              db.execute("SELECT id FROM gym_member WHERE name = ?", (name,))
        `,
      },
      {
        name: "a session by its annotation takes names",
        code: code`
          from sqlalchemy import text
          from sqlalchemy.orm import Session

          def find(session: Session, name):
              session.execute(text("SELECT id FROM gym_member WHERE name = '%s'" % name))
                                   ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from sqlalchemy import text
          from sqlalchemy.orm import Session

          def find(session: Session, name):
              session.execute(text("SELECT id FROM gym_member WHERE name = :name"), {"name": name})
        `,
      },
    ],
  },
});
