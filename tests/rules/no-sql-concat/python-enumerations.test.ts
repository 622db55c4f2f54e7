/** Enumerations and literal types: their members are the file's own choice. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the value and the name of a member, by annotation, by call, by index",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"
              JOINED = "joined_on"

          def page(cr, sort: Sort, key, value):
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (sort.name, sort.value))
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (Sort[key.upper()].value, Sort(value).value))
        `,
      },
      {
        name: "members by auto(), of StrEnum, printed as they are",
        code: code`
          from enum import StrEnum, auto

          class Direction(StrEnum):
              ASC = auto()
              DESC = auto()

          def page(cr, direction: Direction):
              cr.execute(f"SELECT id FROM gym_member ORDER BY name {direction}")
        `,
      },
      {
        name: "all of them, in a loop and joined",
        code: code`
          from enum import Enum

          class Column(Enum):
              NAME = "name"
              CITY = "city"

          def page(cr):
              for column in Column:
                  cr.execute("UPDATE gym_member SET %s = NULL" % column.value)
              cr.execute("SELECT %s FROM gym_member" % ", ".join(column.name.lower() for column in Column))
        `,
      },
      {
        name: "a text among their values",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"
              JOINED = "joined_on"

          def page(cr, column, order, group):
              if column not in [one.value for one in Sort] or not any(order == one.value for one in Sort):
                  raise ValueError(column)
              if group == Sort.NAME.value:
                  cr.execute("SELECT %s FROM gym_member GROUP BY %s ORDER BY %s" % (column, group, order))
        `,
      },
      {
        name: "an instance, a member",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"
              JOINED = "joined_on"

          def page(cr, column, order):
              if isinstance(column, Sort) and order in Sort:
                  cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (column.value, order.value))
        `,
      },
      {
        name: "lists and optional members, optional literal types",
        code: code`
          from enum import Enum
          from typing import Literal, Optional

          class Sort(Enum):
              NAME = "name"

          def page(cr, sorts: list[Sort], sort: Optional[Sort], columns: list[Literal["name", "city"]], column: Optional[Literal["name", "city"]] = None):
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (", ".join(columns), ", ".join(one.value for one in sorts)))
              cr.execute("SELECT %s FROM gym_member ORDER BY %s" % (column, sort.value))
        `,
      },
      {
        name: "KNOWN MISS: `_missing_` of an enumeration makes a member of any text",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"

              @classmethod
              def _missing_(cls, value):
                  made = object.__new__(cls)
                  made._value_ = value
                  return made

          def page(cr, sort):
              cr.execute("SELECT id FROM gym_member ORDER BY " + Sort(sort).value)
        `,
      },
      {
        name: "KNOWN MISS: a literal type that a route or a local only claims for a value of the request",
        code: code`
          from odoo import http
          from odoo.http import request
          from typing import Literal

          class Gym(http.Controller):
              @http.route("/members", auth="public")
              def members(self, order: Literal["name", "city"]):
                  request.env.cr.execute("SELECT id FROM gym_member ORDER BY " + order)

              @http.route("/sessions", auth="public")
              def sessions(self):
                  column: Literal["name", "city"] = request.params["column"]
                  request.env.cr.execute("SELECT id FROM gym_session ORDER BY " + column)
        `,
      },
    ],
    invalid: [
      {
        name: "in a value's place the member is bound, with a number in doubt",
        preset: "strict",
        code: code`
          from enum import Enum, IntEnum

          class Kind(str, Enum):
              CLASS = "class"
              OPEN = "open"

          class Level(IntEnum):
              LOW = 1
              HIGH = 2

          def page(cr, kind: Kind, level: Level):
              cr.execute("SELECT id FROM gym_session WHERE kind = '%s'" % kind.value)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
              cr.execute("SELECT id FROM gym_session WHERE level = %s" % level.value)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          from enum import Enum, IntEnum

          class Kind(str, Enum):
              CLASS = "class"
              OPEN = "open"

          class Level(IntEnum):
              LOW = 1
              HIGH = 2

          def page(cr, kind: Kind, level: Level):
              cr.execute("SELECT id FROM gym_session WHERE kind = %s", (kind.value,))
              cr.execute("SELECT id FROM gym_session WHERE level = %s" % level.value)
        `,
        suggestions: [code`
          from enum import Enum, IntEnum

          class Kind(str, Enum):
              CLASS = "class"
              OPEN = "open"

          class Level(IntEnum):
              LOW = 1
              HIGH = 2

          def page(cr, kind: Kind, level: Level):
              cr.execute("SELECT id FROM gym_session WHERE kind = '%s'" % kind.value)
              cr.execute("SELECT id FROM gym_session WHERE level = %s", (level.value,))
        `],
      },
      {
        name: "a class with constants only is no enumeration",
        code: code`
          class Sort:
              NAME = "name"
              JOINED = "joined_on"

          def page(cr, sort: Sort, name):
              cr.execute("SELECT id FROM gym_member ORDER BY " + sort.value)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member ORDER BY " + getattr(Sort, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "what a method of a member makes of its argument",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"

              def then(self, other):
                  return "%s, %s" % (self.value, other)

          def page(cr, sort: Sort, other):
              cr.execute("SELECT id FROM gym_member ORDER BY " + sort.then(other))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "the answer of the enumeration is dropped",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"

          def page(cr, sort):
              Sort(sort)
              cr.execute("SELECT id FROM gym_member ORDER BY " + sort)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "an enumeration that is made of what the caller sends",
        code: code`
          from enum import Enum

          def page(cr, names, sort):
              Sort = Enum("Sort", names)
              cr.execute("SELECT id FROM gym_member ORDER BY " + Sort(sort).value)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a literal type or any text",
        code: code`
          from typing import Literal

          def page(cr, column: Literal["name", "city"] | str):
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a literal type by another name, in quotes, or together with a number",
        code: code`
          from typing import Literal

          Column = Literal["name", "city"]

          def page(cr, column: Column, order: "Literal['name', 'city']", group: Literal["name"] | int):
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member ORDER BY " + order)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM gym_member GROUP BY %s" % group)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a text among get_args() of a literal type",
        code: code`
          from typing import Literal, get_args

          Column = Literal["name", "city"]

          def page(cr, column):
              if column not in get_args(Column):
                  raise ValueError(column)
              cr.execute("SELECT id FROM gym_member ORDER BY " + column)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: the enumeration raises for a text that it has not",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"

          def page(cr, sort):
              try:
                  Sort(sort)
              except ValueError:
                  return
              cr.execute("SELECT id FROM gym_member ORDER BY " + sort)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "KNOWN FALSE ALARM: a value that is one certain member",
        code: code`
          from enum import Enum

          class Sort(Enum):
              NAME = "name"

          def page(cr, sort):
              if sort is Sort.NAME:
                  cr.execute("SELECT id FROM gym_member ORDER BY " + sort.value)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
