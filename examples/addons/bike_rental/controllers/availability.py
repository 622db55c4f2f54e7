import json

from flectra import http
from flectra.http import request

SORTS = {"name": "b.name", "kilometres": "b.kilometres DESC"}


class Availability(http.Controller):
    @http.route("/bikes/free", type="http", auth="public", csrf=False)
    def free(self, sort="name", **filters):
        """Bikes that nobody has rented; `sort` comes out of a fixed list."""
        order = SORTS.get(sort, SORTS["name"])
        request.env.cr.execute(
            f"SELECT b.id, b.name FROM bike_bike b WHERE b.state = %s ORDER BY {order}", ("ready",)
        )
        return json.dumps(request.env.cr.dictfetchall())

    @http.route("/bikes/search", type="json", auth="user")
    def search(self, term, column="name"):
        request.env.cr.execute(f"SELECT id, name FROM bike_bike WHERE {column} ILIKE %s", ("%" + term + "%",))
        return request.env.cr.dictfetchall()
