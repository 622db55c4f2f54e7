from flectra import api, fields, models
from flectra.exceptions import ValidationError


class Rental(models.Model):
    _name = "bike.rental"
    _description = "Rental of a bike"

    bike_id = fields.Many2one("bike.bike", required=True, ondelete="restrict")
    partner_id = fields.Many2one("res.partner", "Customer", required=True)
    taken_on = fields.Date(required=True, default=fields.Date.today)
    returned_on = fields.Date()
    price = fields.Float()

    @api.constrains("taken_on", "returned_on")
    def _check_dates(self):
        for rental in self:
            if rental.returned_on and rental.returned_on < rental.taken_on:
                raise ValidationError("A bike cannot come back before it was taken.")

    def open_rentals(self, partner_id):
        return self.search([("partner_id", "=", partner_id), ("returned_on", "=", False)])
