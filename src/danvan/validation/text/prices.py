"""A number of things, what each is worth, and what all are worth (DV205).

"120 suất quà, mỗi suất 500.000 đồng, tổng trị giá 60 triệu đồng".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from danvan.findings import Finding, rules
from danvan.quantities import Interval, Quantity
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


def check_prices(passage: Passage) -> Iterator[Finding]:
    """DV205: a total in money that is not the number of things times the price of each."""
    for price, total in pairwise(passage.figures):
        thing = _thing(passage, price)
        start, end = passage.near(price.start)
        if not thing or total.start >= end or not (_is_money(price) and _is_money(total)):
            continue
        counts = [f for f in passage.within(start, price.start) if not _is_rate(passage, f)]
        counted = bool(counts) and counts[-1].unit.split(" ")[0] == thing
        if counted and _TOTAL.search(passage.text, price.end, total.start):
            yield from _compare(counts[-1], price, total)


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


def _compare(count: Figure, price: Figure, total: Figure) -> Iterator[Finding]:
    number, each = count.quantity, price.quantity
    # a price is set, not measured: "5 triệu đồng" a household are 5.000.000
    worth = Interval.point(each.amount) if each.qualifier is None else each.hard()
    if not number.hard().is_point or (worth * number.amount).intersects(total.quantity.hard()):
        return
    scale = total.quantity.scale
    computed = number.amount * each.amount / scale
    yield rules()["DV205"].at(
        total.span,
        count.span,
        price.span,
        count=number,
        price=each,
        total=total.quantity,
        computed=Quantity(computed, total.mention.unit),
        difference=computed - total.mention.value,
    )
