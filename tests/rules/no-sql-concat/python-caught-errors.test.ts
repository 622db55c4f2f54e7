/** An error that was caught is passed as its text. */

import { code, ruleTest } from "../rule-test.ts";

ruleTest("no-sql-concat", {
  python: {
    valid: [
      {
        name: "a parameter already",
        code: code`
          def run(cr, job):
              try:
                  job.run()
              except Exception as e:
                  cr.execute("UPDATE gym_job SET error = %s", (str(e),))
        `,
      },
    ],
    invalid: [
      {
        name: "between quotes, by every way to put it there",
        code: code`
          def run(cr, job):
              try:
                  job.run()
              except Exception as e:
                  cr.execute("UPDATE gym_job SET error = '%s'" % e)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  cr.execute("UPDATE gym_job SET error = '" + str(e) + "'")
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
                  cr.execute(f"UPDATE gym_job SET error = '{e}'")
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        output: code`
          def run(cr, job):
              try:
                  job.run()
              except Exception as e:
                  cr.execute("UPDATE gym_job SET error = %s", (str(e),))
                  cr.execute("UPDATE gym_job SET error = %s", (str(e),))
                  cr.execute("UPDATE gym_job SET error = %s", (str(e),))
        `,
      },
      {
        name: "beside another value, of a listed class",
        code: code`
          def run(cr, job, number):
              try:
                  job.run()
              except (KeyError, ValueError) as error:
                  cr.execute("UPDATE gym_job SET error = '%s' WHERE id = %s" % (error, number))
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def run(cr, job, number):
              try:
                  job.run()
              except (KeyError, ValueError) as error:
                  cr.execute("UPDATE gym_job SET error = %s WHERE id = %s", (str(error), number))
        `],
      },
      {
        name: "its representation has no edit",
        code: code`
          def run(cr, job):
              try:
                  job.run()
              except Exception as e:
                  cr.execute("UPDATE gym_job SET error = '%r'" % e)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
      },
      {
        name: "without quotes nobody knows what it is meant to be",
        code: code`
          def run(cr, job):
              try:
                  job.run()
              except Exception as e:
                  cr.execute("UPDATE gym_job SET code = %s" % e)
                             ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ unknown
        `,
        suggestions: [code`
          def run(cr, job):
              try:
                  job.run()
              except Exception as e:
                  cr.execute("UPDATE gym_job SET code = %s", (e,))
        `],
      },
    ],
  },
});
