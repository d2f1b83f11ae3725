"""A number of things, what each is worth, and what all are worth (DV205).

"120 suất quà, mỗi suất 500.000 đồng, tổng trị giá 60 triệu đồng".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from attrs import frozen

from danvan.findings import Finding, rules
from danvan.quantities import Interval, Quantity
from danvan.validation.text.items import clause_start
from danvan.validation.text.passages import Figure, Passage

__all__ = ["check_prices"]

_REACH: Final = 80
_MONEY: Final = "đồng"
_EACH: Final = re.compile(r"mỗi (?P<thing>\w+)[^.;()0-9]{0,40}$", re.IGNORECASE)
_PER: Final = re.compile(r"\s?/\s?(?P<thing>\w+)")
_TOTAL: Final = re.compile(
    r"(?:tổng (?:trị giá|giá trị|số tiền|kinh phí|cộng)|trị giá|với số tiền)[^.;()0-9]{0,12}$",
    re.IGNORECASE,
)


@frozen
class _Priced:
    """A number of things and what each of them is worth."""

    count: Figure
    price: Figure

    @property
    def amount(self) -> Decimal:
        """What they are worth together."""
        return self.count.quantity.amount * self.price.quantity.amount

    def worth(self) -> Interval:
        """The same with what a qualifier of the price leaves open."""
        each = self.price.quantity
        # a price is set, not measured: "5 triệu đồng" a household are 5.000.000
        hard = Interval.point(each.amount) if each.qualifier is None else each.hard()
        return hard * self.count.quantity.amount


def check_prices(passage: Passage) -> Iterator[Finding]:
    """DV205: a total in money that is not the number of things times the price of each.

    Several numbers at several prices may stand before one total.  A number of
    the same things without a price leaves open what the total is made of.
    """
    told = 0
    for price, total in pairwise(passage.figures):
        start, end = passage.near(price.start)
        if not _thing(passage, price) or total.start >= end or not _is_money(total):
            continue
        cue = _TOTAL.search(passage.text, price.end, total.start)
        if not cue:
            continue
        priced = _priced(passage, passage.within(max(start, told), price.end))
        told = total.end
        if priced and not _has_unpriced(passage, priced):
            of_all = cue[0].casefold().startswith("tổng")
            yield from _compare(priced, total, of_all=of_all)


def _priced(passage: Passage, figures: tuple[Figure, ...]) -> tuple[_Priced, ...]:
    """The numbers of things and their prices; none where a price has no number of its own."""
    found: list[_Priced] = []
    last: Figure | None = None
    for figure in figures:
        thing = _thing(passage, figure) if _is_money(figure) else ""
        if thing and (last is None or last.unit.split(" ")[0] != thing):
            return ()
        if thing and last is not None:
            found.append(_Priced(last, figure))
            last = None
        elif not _is_rate(passage, figure):
            last = figure
    return tuple(found) if last is None else ()


def _has_unpriced(passage: Passage, priced: tuple[_Priced, ...]) -> bool:
    """Whether the clause of the last price counts more of the same things."""
    last = priced[-1]
    counts = [pair.count for pair in priced]
    amounts = {count.quantity.amount for count in counts}
    amounts.add(sum((count.quantity.amount for count in counts), Decimal(0)))
    return any(
        figure.unit.split(" ")[0] == last.count.unit.split(" ")[0]
        and figure.quantity.amount not in amounts
        and not _is_rate(passage, figure)
        for figure in passage.within(clause_start(passage, last.count.start), last.count.start)
    )


def _is_rate(passage: Passage, figure: Figure) -> bool:
    """Whether it says how many each has ("mỗi hộ 01 con") or by how many there are more."""
    return figure.is_change or bool(
        _EACH.search(passage.text, max(0, figure.start - _REACH), figure.start)
    )


def _thing(passage: Passage, price: Figure) -> str:
    """What a price is for: the "suất" of "mỗi suất 500.000 đồng" and of "500.000 đồng/suất"."""
    found = _PER.match(passage.text, price.end) or _EACH.search(
        passage.text, max(0, price.start - _REACH), price.start
    )
    return found["thing"].casefold() if found else ""


def _is_money(figure: Figure) -> bool:
    return figure.quantity.base_unit == _MONEY and not figure.is_change


def _compare(priced: tuple[_Priced, ...], total: Figure, *, of_all: bool) -> Iterator[Finding]:
    if not all(pair.count.quantity.hard().is_point for pair in priced):
        return
    stated = total.quantity.hard()
    some = [priced[at:] for at in range(len(priced))]  # those further ahead may have had their own
    if any(Interval.sum(p.worth() for p in pairs).intersects(stated) for pairs in some):
        return
    meant = priced if of_all else priced[-1:]
    computed = sum((p.amount for p in meant), Decimal(0)) / total.quantity.scale
    yield rules()["DV205"].at(
        total.span,
        *(figure.span for pair in meant for figure in (pair.count, pair.price)),
        product=" + ".join(f"{p.count.quantity} × {p.price.quantity}" for p in meant),
        total=total.quantity,
        computed=Quantity(computed, total.mention.unit),
        difference=computed - total.mention.value,
    )
