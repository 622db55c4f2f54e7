/** Harmless in any place: placeholders, quoted names and values, the framework's own names, the process. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "placeholders, joined",
        code: code`
          def find(cr, ids):
              marks = ", ".join(["%s"] * len(ids))
              cr.execute(f"SELECT id FROM pet WHERE id IN ({marks})", ids)
              cr.execute("SELECT id FROM pet WHERE id IN (%s)" % ",".join("%s" for _id in ids), tuple(ids))
              cr.execute("SELECT id FROM pet WHERE id IN (" + ("%s," * len(ids)).rstrip(",") + ")", ids)
              cr.execute("SELECT id FROM pet WHERE id IN (" + ("%s," * len(ids))[:-1] + ")", ids)
        `,
      },
      {
        name: "a row of placeholders, repeated",
        code: code`
          def load(cr, rows):
              row = "(" + ", ".join(["%s"] * 3) + ")"
              cr.execute("INSERT INTO pet VALUES " + ", ".join([row] * len(rows)), [value for one in rows for value in one])
        `,
      },
      {
        name: "placeholders whose names are counted",
        code: code`
          import sqlite3

          def find(cr, ids):
              names = ", ".join("%%(id_%d)s" % number for number in range(len(ids)))
              cr.execute("SELECT id FROM pet WHERE id IN (%s)" % names, {"id_%d" % number: one for number, one in enumerate(ids)})
              marks = ", ".join(f":id{number}" for number, _id in enumerate(ids))
              sqlite3.connect("pets.db").execute(f"SELECT id FROM pet WHERE id IN ({marks})", {f"id{number}": one for number, one in enumerate(ids)})
        `,
      },
      {
        name: "placeholders beside the columns of a fixed list",
        code: code`
          COLUMNS = ("name", "age")

          def write(cr, vals):
              cr.execute("UPDATE pet SET " + ", ".join("%s = %%s" % column for column in COLUMNS), [vals[column] for column in COLUMNS])
        `,
      },
      {
        name: "quoted by mogrify, decoded or not",
        code: code`
          def load(cr, rows, name):
              cr.execute("INSERT INTO pet VALUES " + ",".join(cr.mogrify("(%s, %s)", row).decode() for row in rows))
              cr.execute(b"INSERT INTO pet VALUES " + b",".join(cr.mogrify(b"(%s, %s)", row) for row in rows))
              cr.execute("SELECT id FROM pet WHERE " + str(cr.mogrify("name = %s", (name,)), "utf-8"))
        `,
      },
      {
        name: "names quoted by psycopg2",
        code: code`
          from psycopg2 import sql
          from psycopg2.extensions import quote_ident

          def count(cr, table):
              cr.execute("SELECT count(*) FROM " + quote_ident(table, cr))
              cr.execute("SELECT count(*) FROM " + sql.Identifier(table).as_string(cr))
        `,
      },
      {
        name: "a statement that psycopg2's sql composes piece by piece",
        code: code`
          from psycopg2.sql import SQL, Composed, Identifier, Literal

          def find(cr, table, columns, kind):
              query = SQL("SELECT {} FROM {}").format(SQL(", ").join(Identifier(one) for one in columns), Identifier(table))
              query += SQL(" WHERE active")
              if kind:
                  query = query + SQL(" AND kind = {}").format(Literal(kind))
              cr.execute(query)
              cr.execute(Composed([SQL("SELECT count(*) FROM "), Identifier(table)]))
        `,
      },
      {
        name: "a statement that Odoo's SQL composes",
        code: code`
          from odoo.tools import SQL

          ORDERS = {"name": "lower(name)"}

          def find(cr, columns, name, sort, limit):
              cr.execute(SQL(
                  "SELECT %s FROM pet WHERE name = %s ORDER BY %s %s",
                  SQL(", ").join(SQL.identifier(column) for column in columns), name, SQL(ORDERS[sort]), SQL("LIMIT 5") if limit else SQL(),
              ))
              cr.execute(SQL("SELECT id FROM pet WHERE name = %(name)s", name=name))
        `,
      },
      {
        name: "names of a model",
        code: code`
          def find(self, model_name):
              model = self.env[model_name]
              constraint = "%s_fkey" % model._table
              self.env.cr.execute("ALTER TABLE %s DROP CONSTRAINT %s" % (model._table, constraint))
              self.env.cr.execute("SELECT %s FROM %s ORDER BY %s" % (model._rec_name, self._name.replace(".", "_"), self._order))
              self.env.cr.execute("SELECT id FROM %s WHERE %s IS NULL" % (self._table, self._parent_name))
        `,
      },
      {
        name: "fields of a model, by name, by column, by relation",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _clear(self):
                  stored = ", ".join(name for name, field in self._fields.items() if field.store)
                  self.env.cr.execute("SELECT %s FROM pet" % stored)
                  for field in self._fields.values():
                      self.env.cr.execute("UPDATE pet SET %s = NULL" % field.name)
                  tags = self._fields["tag_ids"]
                  self.env.cr.execute("SELECT %s, %s FROM %s" % (tags.column1, tags.column2, tags.relation))
        `,
      },
      {
        name: "fragments of the framework, by attribute and by call",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def ages(self, domain, order):
                  query = self._where_calc(domain)
                  self._apply_ir_rules(query, "read")
                  order_by = self._generate_order_by(order, query)
                  self.env.cr.execute(f"SELECT age FROM {query.from_clause} WHERE {query.where_clause or 'true'}" + order_by, query.where_params)
                  found, params = self._search(domain).select("id")
                  self.env.cr.execute(found, params)
                  inner, params = self._search(domain).subselect()
                  self.env.cr.execute("SELECT day FROM visit WHERE pet_id IN (%s)" % inner, params)
        `,
      },
      {
        name: "the fragments of accounting, by index",
        code: code`
          def balances(self):
              query = self.env["account.move.line"].with_context(strict_range=True)._query_get()
              self.env.cr.execute("SELECT sum(balance) FROM " + query[0] + " WHERE " + query[1], query[2])
        `,
      },
      {
        name: "what super composed, in both spellings, with arguments",
        code: code`
          from odoo import models

          class SaleReport(models.Model):
              _inherit = "sale.report"

              def _select(self):
                  return super(SaleReport, self)._select() + ", s.pet_id AS pet_id"

              def _query(self, with_clause="", fields={}, groupby="", from_clause=""):
                  return super()._query(with_clause, fields, groupby + ", s.pet_id", from_clause)

              def init(self):
                  self.env.cr.execute("CREATE VIEW %s AS (%s %s)" % (self._table, self._query(), self._select()))
        `,
      },
      {
        name: "the unaccent wrapper of the registry",
        code: code`
          def find(self, name):
              unaccent = self.env.registry.unaccent
              self.env.cr.execute("SELECT id FROM pet WHERE %s = %s" % (unaccent("name"), unaccent("%s")), (name,))
        `,
      },
      {
        name: "settings of the process, scripts of the addon",
        code: code`
          from os import environ, getenv
          from pathlib import Path
          import odoo

          def load(cr, own):
              cr.execute("GRANT SELECT ON pet TO " + environ["PET_READER"])
              cr.execute("GRANT SELECT ON pet TO " + getenv("PET_READER"))
              cr.execute("GRANT SELECT ON pet TO " + odoo.tools.config["db_user"])
              cr.execute('ALTER DATABASE "%s" SET statement_timeout = 0' % cr.dbname)
              cr.execute(Path(__file__).with_name("functions.sql").read_text())
              with open(own) as script:
                  cr.execute(script.read())
        `,
      },
      {
        name: "values of a fixed alphabet, and parts of them",
        code: code`
          import hashlib
          import secrets
          import uuid

          def prepare(cr, name):
              cr.execute("CREATE TEMP TABLE own_%s (id integer)" % uuid.uuid4().hex[:8])
              cr.execute("CREATE TEMP TABLE own_%s (id integer)" % str(uuid.uuid4()).replace("-", "_"))
              cr.execute("CREATE INDEX pet_%s ON pet (name)" % hashlib.md5(name.encode()).hexdigest()[:10])
              cr.execute("SAVEPOINT own_" + secrets.token_hex(4))
        `,
      },
      {
        name: "a truth, and a text that a truth picks",
        code: code`
          def find(cr, active, newest):
              cr.execute("SELECT id FROM pet WHERE active = %s" % bool(active))
              cr.execute("SELECT id FROM pet WHERE active = %s" % (not active))
              cr.execute("SELECT id FROM pet" + (newest and " ORDER BY id DESC" or ""))
              cr.execute("SELECT id FROM pet ORDER BY id " + ("asc" if newest else "desc").upper())
        `,
      },
    ],
    invalid: [
      {
        name: "a value beside a fragment of the framework",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def ages(self, domain, kind):
                  tables, where, params = self._where_calc(domain).get_sql()
                  self.env.cr.execute("SELECT age FROM " + tables + " WHERE " + where + " AND kind = '%s'" % kind, params)
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
      {
        name: "super's method of another name",
        code: code`
          from odoo import models

          class SaleReport(models.Model):
              _inherit = "sale.report"

              def _select(self):
                  self.env.cr.execute("SELECT id " + super()._from())
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
