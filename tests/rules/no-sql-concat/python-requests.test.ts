/** The request, the context, and statements that come whole from somewhere. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "whole statements of unknown origin",
        code: code`
          from .queries import BY_NAME, build
          import sqlparse

          def run(self, cr, query, report, script):
              cr.execute(query or "SELECT 1")
              cr.execute(report.query.strip(), report.params)
              cr.execute(build(report))
              cr.execute(BY_NAME)
              cr.execute(query.replace("#table", "pet"))
              for part in sqlparse.split(script):
                  cr.execute(part)
        `,
      },
    ],
    invalid: [
      {
        name: "a route's parameter, and that of a helper beside it",
        code: code`
          from odoo.http import Controller, request, route

          class Pets(Controller):
              @route("/pet/<string:name>", auth="public")
              def show(self, name):
                  request.env.cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign "becomes part"

              def helper(self, name):
                  request.env.cr.execute("SELECT id FROM pet WHERE name = '%s'" % name)
                                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown "becomes part"
        `,
        output: code`
          from odoo.http import Controller, request, route

          class Pets(Controller):
              @route("/pet/<string:name>", auth="public")
              def show(self, name):
                  request.env.cr.execute("SELECT id FROM pet WHERE name = %s", (name,))

              def helper(self, name):
                  request.env.cr.execute("SELECT id FROM pet WHERE name = %s", (name,))
        `,
      },
      {
        name: "every part of the request",
        code: code`
          from odoo.http import request

          def find(cr):
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.params["name"])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.params.get("name"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.httprequest.args.get("name"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.httprequest.form["name"])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.httprequest.headers.get("X-Pet"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.httprequest.cookies["pet"])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
              cr.execute("SELECT id FROM pet WHERE name = '%s'" % request.get_json_data()["name"])
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          from odoo.http import request

          def find(cr):
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.params["name"],))
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.params.get("name"),))
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.httprequest.args.get("name"),))
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.httprequest.form["name"],))
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.httprequest.headers.get("X-Pet"),))
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.httprequest.cookies["pet"],))
              cr.execute("SELECT id FROM pet WHERE name = %s", (request.get_json_data()["name"],))
        `,
      },
      {
        name: "the context, by each of its roads",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _page(self):
                  self.env.cr.execute("SELECT id FROM pet ORDER BY %s" % self._context.get("order"))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  self.env.cr.execute("SELECT id FROM pet ORDER BY %s" % self.env.context["order"])
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
                  context = dict(self.env.context)
                  self.env.cr.execute("SELECT id FROM pet ORDER BY %s" % context["order"])
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
      },
      {
        name: "the ids that a client selected",
        code: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _selected(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE id IN (%s)" % ",".join(map(str, self.env.context["active_ids"])))
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          from odoo import models

          class Pet(models.Model):
              _name = "pet"

              def _selected(self):
                  self.env.cr.execute("SELECT id FROM pet WHERE id IN %s", (tuple(self.env.context["active_ids"]),))
        `,
      },
      {
        name: "what a report is printed with",
        code: code`
          from odoo import models

          class VisitReport(models.AbstractModel):
              _name = "report.pet.visit"

              def _get_report_values(self, docids, data=None):
                  self.env.cr.execute("SELECT id FROM visit WHERE period = '%s'" % data["form"]["period"])
                                      ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          from odoo import models

          class VisitReport(models.AbstractModel):
              _name = "report.pet.visit"

              def _get_report_values(self, docids, data=None):
                  self.env.cr.execute("SELECT id FROM visit WHERE period = %s", (data["form"]["period"],))
        `,
      },
      {
        name: "a whole statement from the request and from the context",
        code: code`
          from odoo.http import request

          def run(cr):
              cr.execute(request.params["query"])
                         ~~~~~~~~~~~~~~~~~~~~~~~ whole
              cr.execute(request.env.context.get("query"))
                         ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ whole
        `,
      },
      {
        name: "a whole statement of a public method, when it has one",
        code: code`
          from odoo import models

          class Console(models.TransientModel):
              _name = "console"

              def run(self, query=None):
                  text = query or "SELECT 1"
                  self.env.cr.execute(text)
                                      ~~~~ whole
        `,
      },
      {
        name: "a constant added to a whole statement builds",
        code: code`
          def run(cr, query):
              cr.execute(query + " LIMIT 1")
                         ~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
    ],
  },
});
