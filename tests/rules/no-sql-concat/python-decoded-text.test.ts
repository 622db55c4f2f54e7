/** What was written in a foreign text is as foreign. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "the program's own text",
        code: code`
          import json

          SETTINGS = json.loads('{"table": "gym_member"}')


          def find(cr):
              cr.execute("SELECT id FROM " + SETTINGS["table"])
        `,
      },
    ],
    invalid: [
      {
        name: "what a route's caller sends as JSON",
        code: code`
          import json

          from odoo import http


          class Members(http.Controller):
              @http.route("/members", auth="user")
              def members(self, **kw):
                  filters = json.loads(kw["filters"])
                  http.request.env.cr.execute("SELECT id FROM gym_member WHERE name = '%s'" % filters["name"])
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        output: code`
          import json

          from odoo import http


          class Members(http.Controller):
              @http.route("/members", auth="user")
              def members(self, **kw):
                  filters = json.loads(kw["filters"])
                  http.request.env.cr.execute("SELECT id FROM gym_member WHERE name = %s", (filters["name"],))
        `,
      },
      {
        name: "a list of it, joined",
        code: code`
          import json

          from odoo import http


          class Members(http.Controller):
              @http.route("/members", auth="user")
              def members(self, **kw):
                  ids = json.loads(kw.get("ids"))
                  http.request.env.cr.execute("SELECT id FROM gym_member WHERE id IN (%s)" % ", ".join(ids))
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ foreign
        `,
        suggestions: [code`
          import json

          from odoo import http


          class Members(http.Controller):
              @http.route("/members", auth="user")
              def members(self, **kw):
                  ids = json.loads(kw.get("ids"))
                  http.request.env.cr.execute("SELECT id FROM gym_member WHERE id IN %s", (tuple(ids),))
        `],
      },
      {
        name: "each element has become a number",
        preset: "strict",
        code: code`
          import json

          from odoo import http


          class Members(http.Controller):
              @http.route("/members", auth="user")
              def members(self, **kw):
                  ids = json.loads(kw.get("ids"))
                  http.request.env.cr.execute("SELECT id FROM gym_member WHERE id IN (%s)" % ", ".join(str(int(one)) for one in ids))
                                              ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ typed
        `,
        output: code`
          import json

          from odoo import http


          class Members(http.Controller):
              @http.route("/members", auth="user")
              def members(self, **kw):
                  ids = json.loads(kw.get("ids"))
                  http.request.env.cr.execute("SELECT id FROM gym_member WHERE id IN %s", (tuple(int(one) for one in ids),))
        `,
      },
    ],
  },
});
