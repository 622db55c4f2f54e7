# -*- coding: utf-8 -*-
"""Loans of a small library: every statement and most expressions of Python, in one realistic file."""

from __future__ import annotations

import asyncio
import enum
import functools
import logging as log
import re as patterns
from collections import OrderedDict, defaultdict
from typing import Literal, Optional

from odoo import _, api, fields, models
from odoo.exceptions import UserError

_logger = log.getLogger(__name__)
OVERDUE = "due < now() - interval '1 day'"
ORDERS = {"newest": "id DESC", "title": "lower(title), id", **{"oldest": "id"}}
LIMIT: int = 4 * 20 + -1


class State(enum.Enum):
    OPEN = "open"
    CLOSED = "closed"


class Loan(models.Model):
    _name = "library.loan"
    _inherit = ["mail.thread", "library.item"]
    _order = "due, id"

    title = fields.Char(required=True)
    copies = fields.Integer(default=lambda self: 1 if self else 0)
    état = fields.Selection([(one.value, one.name) for one in State], default=State.OPEN.value)
    total = fields.Float(compute="_compute_total", search="_search_total")

    @api.depends("copies", "title")
    def _compute_total(self):
        for loan in self:
            loan.total = sum(fee for fee in (loan.copies * 0.5, 1e-3, .25) if fee > 0) or 0.0

    def _search_total(self, operator, value):
        if operator not in ("=", "<", ">"):
            raise UserError(_("unknown operator %s") % operator) from None
        self.env.cr.execute(f"SELECT id FROM library_loan WHERE total {operator} %s", (value,))
        return [("id", "in", [row[0] for row in self.env.cr.fetchall()])]

    def lines(self, order="newest", *parts, since: Optional[int] = None, **options):
        """All lines, « newest » first — 𝄞 is one character and two units."""
        global LIMIT
        query = 'SELECT id, "état" FROM library_loan ' \
            'WHERE true'
        clauses, params = [], {}
        if since is not None and since >= 0:
            clauses.append("born >= %(since)s")
            params["since"] = since
        elif not parts:
            clauses += [OVERDUE]
        else:
            del params
            params = dict(options, parts=parts)
        while clauses and len(clauses) > LIMIT:
            clauses.pop()
            if len(clauses) == 1:
                break
            continue
        else:
            LIMIT -= 1
        for index, (clause, *rest) in enumerate(zip(clauses, [1, 2], strict=False)):
            query += f" AND {clause!s:>{10}}" if rest else " AND " + clause
            assert index < 100, "too many"
        try:
            self.env.cr.execute(query + " ORDER BY " + ORDERS[order], params)
        except (ValueError, KeyError) as error:
            _logger.exception("failed: %r", error)
            raise
        else:
            pass
        finally:
            query = ''
        with open("/dev/null") as out, self.env.cr.savepoint():
            out.write(r'\d+' u"" + b'bytes'.decode())
        return (yield_ := [*self.env.cr.fetchall(), None, True, ..., 0x1F, 1_000, 3j])

    @staticmethod
    @functools.lru_cache(maxsize=None)
    def label(kind: Literal["a", "b"], /, size=1, *, wide=False):
        match kind:
            case "a" | "b" if wide:
                found = kind.upper()
            case {"name": name, **others}:
                found = name % others
            case [first, *_, last] | (first, last):
                found = "{0}-{last}".format(first, last=last)
            case State(value=value) as whole:
                found = value or whole
            case None | -1 | 2.5:
                found = ""
            case _:
                found = '''three
lines\t"quoted" \N{EM DASH} \u00e9 \x41 \101'''
        return found[1:-1:2] if size else found[...]

    async def later(self):
        async with self.lock as lock:
            async for one in self.stream():
                await asyncio.sleep(one @ 2 // 3 % 4 ** 5 << 1 & ~6 | 7 ^ 8)
        nested = {key: {value for value in values} for key, values in defaultdict(list).items() if key if values}
        return lambda *args, key=None, **kwargs: (nested, lock, args, key, kwargs, not key, 1 < 2 <= 3 != 4, key is not None)


def outer(cr, names):
    count = 0

    def inner(name):
        nonlocal count
        count += 1
        if patterns.fullmatch(r"[a-z_]+", name):
            cr.execute("DROP INDEX IF EXISTS " + name)
        yield name
        yield from OrderedDict.fromkeys([name])

    return [list(inner(name)) for name in names]
