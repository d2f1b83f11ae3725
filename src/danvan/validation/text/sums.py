"""Whether the totals of a paper are the sums of their parts (DV201 to DV203).

Each figure is an interval: what its words assert for certain, and what an
office most likely means by them.  A total and a sum that share no point of the
certain intervals contradict each other; where only the likely ones are apart
the wording leaves room; where both meet but the printed numbers differ it is
no more than worth a note.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from danvan.findings import Finding, rules
from danvan.quantities import Interval, Quantity
from danvan.validation.text.breakdowns import breakdowns
from danvan.validation.text.columns import Breakdown, Column
from danvan.validation.text.passages import Passage

__all__ = ["check_sums"]


def check_sums(passage: Passage) -> Iterator[Finding]:
    """DV201, DV202, DV203: a stated total against the parts listed for it."""
    for breakdown in breakdowns(passage):
        if not breakdown.overlaps:
            for column in breakdown.columns:
                yield from _check(column, breakdown)


def _check(column: Column, breakdown: Breakdown) -> Iterator[Finding]:
    total = column.total.quantity
    computed = _sum(column)
    code = _verdict(column, breakdown, computed - total.amount)
    if code:
        scale = total.scale
        yield rules()[code].at(
            column.total.span,
            *(figure.span for figure, _ in column.parts),
            total=total,
            sum=Quantity(computed / scale, unit=total.unit),
            difference=(computed - total.amount) / scale,
        )


def _sum(column: Column) -> Decimal:
    return sum((figure.quantity.amount * times for figure, times in column.parts), Decimal(0))


def _verdict(column: Column, breakdown: Breakdown, difference: Decimal) -> str:
    """The rule that is broken, or "" where nothing can be said against the figures."""
    total = column.total.quantity
    if not difference or any(part.quantity.amount > total.amount for part, _ in column.parts):
        return ""  # a part larger than the total shows that the list is of something else
    if column.aside and _closes_with_aside(column, difference):
        return ""
    if column.has_gaps and difference < 0:
        return "DV204" if breakdown.is_close else ""
    is_close = breakdown.is_close and not column.counts_kinds
    is_sure = is_close or _another_adds_up(column, breakdown)
    if not is_sure and not _is_near(column, difference):
        return ""
    if total.hard().intersects(_interval(column, likely=False)):
        meet = total.likely().intersects(_interval(column, likely=True))
        return "DV203" if meet else "DV202"
    return "DV201" if is_sure else "DV202"


def _closes_with_aside(column: Column, difference: Decimal) -> bool:
    """Whether the figures set aside are the parts that were missing."""
    return sum((figure.quantity.amount for figure in column.aside), difference) == 0


def _another_adds_up(column: Column, breakdown: Breakdown) -> bool:
    """Whether a list after "trong đó" gives all parts: another column of it adds up."""
    others = [other for other in breakdown.columns if other is not column]
    return any(not o.has_gaps and _sum(o) == o.total.quantity.amount for o in others)


def _is_near(column: Column, difference: Decimal) -> bool:
    """Whether a list after "trong đó" may give all parts: it misses by one, or by a fiftieth."""
    return abs(difference) <= max(Decimal(1), column.total.quantity.amount / 50)


def _interval(column: Column, *, likely: bool) -> Interval:
    return Interval.sum(
        (figure.quantity.likely() if likely else figure.quantity.hard()) * times
        for figure, times in column.parts
    )
