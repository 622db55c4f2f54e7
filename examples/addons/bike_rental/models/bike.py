from flectra import api, fields, models


class Bike(models.Model):
    _name = "bike.bike"
    _description = "Bike"
    _order = "frame_number"

    name = fields.Char(required=True)
    frame_number = fields.Char(required=True, index=True)
    state = fields.Selection([("ready", "Ready"), ("out", "Rented out"), ("workshop", "In the workshop")], default="ready")
    kilometres = fields.Integer(readonly=True)
    note = fields.Text()
    rental_ids = fields.One2many("bike.rental", "bike_id", "Rentals")

    _sql_constraints = [("frame_number_unique", "UNIQUE (frame_number)", "Two bikes cannot share a frame number.")]

    @api.model
    def find_by_frame(self, frame_number):
        """The bike with this frame number, however it is capitalised."""
        self.env.cr.execute("SELECT id FROM bike_bike WHERE lower(frame_number) = lower('%s')" % frame_number)
        row = self.env.cr.fetchone()
        return self.browse(row and row[0])

    def last_returns(self, bike_ids):
        """When each bike came back last."""
        self.env.cr.execute(
            "SELECT bike_id, max(returned_on) FROM bike_rental "
            "WHERE bike_id IN (" + ",".join(map(str, bike_ids)) + ") GROUP BY bike_id"
        )
        return dict(self.env.cr.fetchall())

    def to_workshop(self, reason):
        query = "UPDATE bike_bike SET state = 'workshop'"
        if reason:
            query += ", note = '" + reason.replace("'", "''") + "'"
        query += " WHERE id IN %s"
        self.env.cr.execute(query, (tuple(self.ids),))
        self.invalidate_cache()

    def busiest(self, limit=10):
        """The bikes with the most rentals; all of it bound."""
        self.env.cr.execute(
            "SELECT bike_id FROM bike_rental WHERE bike_id IN %s GROUP BY bike_id ORDER BY count(*) DESC LIMIT %s",
            (tuple(self.ids), limit),
        )
        return self.browse([bike_id for (bike_id,) in self.env.cr.fetchall()])
