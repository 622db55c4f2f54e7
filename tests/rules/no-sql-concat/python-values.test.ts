/** The values of a fix: where they go, how they are written, what they are called. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    invalid: [
      {
        name: "a tuple, also for one value",
        code: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND kind = '%s'" % (name, kind))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE name = %s AND kind = %s", (name, kind))
        `,
      },
      {
        name: "a value that is an expression",
        code: code`
          def find(cr, pet, options):
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % pet.owner.name.strip())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE name = '{options['name']}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE name = '{pet.name or ''}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '" + (pet.name if pet else "x") + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, pet, options):
              cr.execute("SELECT id FROM pet WHERE name = %s", (pet.owner.name.strip(),))
              cr.execute("SELECT id FROM pet WHERE name = %s", (options['name'],))
              cr.execute("SELECT id FROM pet WHERE name = %s", (pet.name or '',))
              cr.execute("SELECT id FROM pet WHERE name = %s", (pet.name if pet else "x",))
        `,
      },
      {
        name: "two values in one pair of quotes are one value",
        code: code`
          def find(cr, first, last):
              cr.execute(f"SELECT id FROM owner WHERE name = '{first} {last}'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM owner WHERE name = '%s %s' AND first = '%s'" % (first, last, first))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM owner WHERE name = '" + first + " " + last + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, first, last):
              cr.execute("SELECT id FROM owner WHERE name = %s", (f"{first} {last}",))
              cr.execute("SELECT id FROM owner WHERE name = %s AND first = %s", ("%s %s" % (first, last), first))
              cr.execute("SELECT id FROM owner WHERE name = %s", (first + " " + last,))
        `,
      },
      {
        name: "a pattern stays built the way the author built it",
        code: code`
          def find(cr, term):
              cr.execute("SELECT id FROM pet WHERE name ILIKE '%%%s%%'" % term)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name ILIKE '%" + term + "%'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name ILIKE '" + term + "%' ORDER BY id")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE name ILIKE '%{term}%'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name ILIKE '%{}%'".format(term))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, term):
              cr.execute("SELECT id FROM pet WHERE name ILIKE %s", ("%%%s%%" % term,))
              cr.execute("SELECT id FROM pet WHERE name ILIKE %s", ("%" + term + "%",))
              cr.execute("SELECT id FROM pet WHERE name ILIKE %s ORDER BY id", (term + "%",))
              cr.execute("SELECT id FROM pet WHERE name ILIKE %s", (f"%{term}%",))
              cr.execute("SELECT id FROM pet WHERE name ILIKE %s", ("%{}%".format(term),))
        `,
      },
      {
        name: "before, between and behind those already bound",
        code: code`
          def find(cr, a, b, c, d):
              cr.execute("SELECT id FROM pet WHERE a = '" + a + "' AND b = %s AND c = '" + c + "' AND d = %s", (b, d))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE b = %s AND a = '{a}'", [b])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE a = '{a}' AND b = %s", (b,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, a, b, c, d):
              cr.execute("SELECT id FROM pet WHERE a = %s AND b = %s AND c = %s AND d = %s", (a, b, c, d))
              cr.execute("SELECT id FROM pet WHERE b = %s AND a = %s", [b, a])
              cr.execute("SELECT id FROM pet WHERE a = %s AND b = %s", (a, b,))
        `,
      },
      {
        name: "into an empty tuple or list",
        code: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % name, ())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % name, [])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % name, params=())
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name):
              cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
              cr.execute("SELECT id FROM pet WHERE name = %s", [name])
              cr.execute("SELECT id FROM pet WHERE name = %s", params=(name,))
        `,
      },
      {
        name: "by keyword, a comma at the end, on the author's lines",
        code: code`
          def find(cr, name, kind, age):
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND kind = %%s" % name, params=[kind])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE kind = %%s AND name = '%s'" % name, [kind, ])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE kind = %%s AND name = '%s' AND age = %%s" % name, (
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  kind,  # first
                  age,  # last
              ))
        `,
        output: code`
          def find(cr, name, kind, age):
              cr.execute("SELECT id FROM pet WHERE name = %s AND kind = %s", params=[name, kind])
              cr.execute("SELECT id FROM pet WHERE kind = %s AND name = %s", [kind, name, ])
              cr.execute("SELECT id FROM pet WHERE kind = %s AND name = %s AND age = %s", (
                  kind,  # first
                  name, age,  # last
              ))
        `,
      },
      {
        name: "into the author's dict, at its end",
        code: code`
          def find(cr, name, kind):
              cr.execute(f"SELECT id FROM pet WHERE name = '{name}' AND kind = %(kind)s", {"kind": kind})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%(name)s' AND kind = %%(kind)s" % {"name": name}, {
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  "kind": kind,
              })
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = %(name)s AND kind = %(kind)s", {"kind": kind, "name": name})
              cr.execute("SELECT id FROM pet WHERE name = %(name)s AND kind = %(kind)s", {
                  "kind": kind, "name": name,
              })
        `,
      },
      {
        name: "a key is the hole's last name, and another one where it is taken",
        code: code`
          def find(cr, pet, owner, kind):
              cr.execute(f"SELECT id FROM pet WHERE name = '{pet.name}' AND owner = '{owner.name}' AND kind = %(kind)s", {"kind": kind})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE kind = '{pet['kind']}' OR kind = %(kind)s", {"kind": kind})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, pet, owner, kind):
              cr.execute("SELECT id FROM pet WHERE name = %(name)s AND owner = %(name2)s AND kind = %(kind)s", {"kind": kind, "name": pet.name, "name2": owner.name})
              cr.execute("SELECT id FROM pet WHERE kind = %(kind2)s OR kind = %(kind)s", {"kind": kind, "kind2": pet['kind']})
        `,
      },
      {
        name: "a mapping over several lines, or with a key twice",
        code: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = '%(name)s' AND kind = '%(kind)s'" % {
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~> unknown
                  "name": name,
                  "kind": kind,
              })
              cr.execute("SELECT id FROM pet WHERE name = '%(name)s' OR nick = '%(name)s'" % {"name": name})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, name, kind):
              cr.execute("SELECT id FROM pet WHERE name = %(name)s AND kind = %(kind)s", {"name": name, "kind": kind})
              cr.execute("SELECT id FROM pet WHERE name = %(name)s OR nick = %(name)s", {"name": name})
        `,
      },
      {
        name: "values that are not written out in the call: no edit",
        code: code`
          def find(cr, name, params, ids):
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND kind = %%s" % name, params)
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND id IN %%s" % name, tuple(ids))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name = '%s' AND id IN %%s" % name, (*params,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE name = '{name}' AND kind = %(kind)s", dict(kind=ids))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute(f"SELECT id FROM pet WHERE name = '{name}' AND kind = %(kind)s", {**params})
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "fewer values than placeholders: no edit",
        code: code`
          def find(cr, name, kind):
              cr.execute(f"SELECT id FROM pet WHERE kind = %s AND age = %s AND name = '{name}'", (kind,))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "a value in quotes and one without: a person has to look",
        code: code`
          def find(cr, name, limit):
              cr.execute("SELECT id FROM pet WHERE name = '%s' LIMIT %s" % (name, limit))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def find(cr, name, limit):
              cr.execute("SELECT id FROM pet WHERE name = %s LIMIT %s", (name, limit))
        `],
      },
      {
        name: "a cast to text, with quotes around it and without",
        code: code`
          def find(cr, ref):
              cr.execute("SELECT id FROM pet WHERE id = " + str(ref))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE code = '" + str(ref) + "'")
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, ref):
              cr.execute("SELECT id FROM pet WHERE id = %s", (ref,))
              cr.execute("SELECT id FROM pet WHERE code = %s", (str(ref),))
        `,
      },
      {
        name: "quotes, parentheses and functions around a value",
        code: code`
          def find(cr, low, high, lang):
              cr.execute("SELECT id FROM pet WHERE born BETWEEN '%s' AND '%s'" % (low, high))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("INSERT INTO pet (name, kind) VALUES ('%s', '%s') ON CONFLICT DO NOTHING" % (low, high))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT setval('%s', 1), date_trunc('%s', now())" % (low, high))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
              cr.execute("SELECT id FROM pet WHERE name->>'%s' = 'x' AND born > '%s'::date" % (lang, low))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def find(cr, low, high, lang):
              cr.execute("SELECT id FROM pet WHERE born BETWEEN %s AND %s", (low, high))
              cr.execute("INSERT INTO pet (name, kind) VALUES (%s, %s) ON CONFLICT DO NOTHING", (low, high))
              cr.execute("SELECT setval(%s, 1), date_trunc(%s, now())", (low, high))
              cr.execute("SELECT id FROM pet WHERE name->>%s = 'x' AND born > %s::date", (lang, low))
        `,
      },
      {
        name: "several statements in one text",
        code: code`
          def clear(cr, name):
              cr.execute("DELETE FROM visit WHERE name = '%s'; DELETE FROM pet WHERE name = '%s'" % (name, name))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def clear(cr, name):
              cr.execute("DELETE FROM visit WHERE name = %s; DELETE FROM pet WHERE name = %s", (name, name))
        `,
      },
    ],
  },
});
