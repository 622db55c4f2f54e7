from flectra import fields, models


class Damage(models.Model):
    _name = "bike.damage"
    _description = "Damage of a bike"

    name = fields.Char("What is broken", required=True)
    bike_id = fields.Many2one("bike.bike", required=True, ondelete="cascade")
    partner_id = fields.Many2one("res.partner", "Reported by")
    advice = fields.Html("Advice of the workshop")
