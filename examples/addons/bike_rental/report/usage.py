from psycopg2 import sql

from flectra import models, tools


class UsageReport(models.Model):
    _name = "bike.usage"
    _description = "Usage by month"
    _auto = False

    def init(self):
        tools.drop_view_if_exists(self.env.cr, self._table)
        self.env.cr.execute(
            sql.SQL(
                """
                CREATE VIEW {} AS
                SELECT min(id) AS id, bike_id, date_trunc('month', taken_on) AS month, count(*) AS rentals
                  FROM bike_rental
                 GROUP BY bike_id, date_trunc('month', taken_on)
                """
            ).format(sql.Identifier(self._table))
        )
