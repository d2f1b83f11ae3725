"""Totals beside their own breakdowns: the right check follows from the type.

The parts of a partition make up the total; "trong đó" (of which) may leave a rest
but not exceed it; overlapping parts are each at most the total, whatever their sum.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from attrs import frozen

from danvan.aggregation.aggregate import Aggregate
from danvan.indicators import Breakdown, BreakdownKind
from danvan.quantities import Tally
from danvan.quantities.exact import EXACT

__all__ = ["BrokenDown", "broken_down"]


@frozen
class BrokenDown:
    """A total and its parts by one dimension.

    Attributes:
        total: the figure for the whole.
        breakdown: the dimension, with its type.
        parts: the figures of the parts that were reported.
    """

    total: Aggregate
    breakdown: Breakdown
    parts: tuple[Aggregate, ...]

    @property
    def is_exhaustive(self) -> bool:
        """Whether every part that the breakdown names was reported."""
        reported = {
            value
            for part in self.parts
            for _, values in part.breakdown
            for value in values.split("+")
        }
        named = self.breakdown.values_for(self.total.organization, self.total.period)
        return bool(named) and reported >= set(named)

    @property
    def holds(self) -> bool:
        """Whether total and parts can all be right by what their words assert."""
        total, together = self.total.hard, self._sum().hard
        if self.breakdown.kind is BreakdownKind.OVERLAPPING:
            return not any(part.hard.exceeds(total) for part in self.parts)
        if self.breakdown.kind is BreakdownKind.PARTITION and self.is_exhaustive:
            return together.intersects(total)
        return not together.exceeds(total)

    @property
    def difference(self) -> Decimal:
        """The parts minus the total, of the numbers as written, in the base unit.

        Of overlapping parts it is the greatest of them that counts.
        """
        amounts = [part.value.amount for part in self.parts]
        overlapping = self.breakdown.kind is BreakdownKind.OVERLAPPING
        together = max(amounts) if overlapping else self._sum().low
        return EXACT.subtract(together, self.total.value.amount)

    def _sum(self) -> Tally:
        return Tally.sum([part.tally for part in self.parts])


def broken_down(aggregates: Iterable[Aggregate]) -> tuple[BrokenDown, ...]:
    """Every total that was also reported in parts, with those parts.

    Args:
        aggregates: what a roll-up gave.

    >>> from danvan.aggregation import roll_up
    >>> from danvan.indicators import Observation, indicators
    >>> from danvan.organizations import Organizations
    >>> from danvan.periods import Period
    >>> from danvan.quantities import Quantity
    >>> tree, year = Organizations.shipped("tam_duong"), Period.year(2023)
    >>> models = indicators()["models.registered"]
    >>> fields = {"economy": 118, "culture_society": 90, "defence_security": 10,
    ...           "political_system": 11}
    >>> stated = [Observation(models, tree["tam_duong.party"], year, Quantity(169, "mô hình"))]
    >>> stated += [Observation(models, tree["tam_duong.party"], year, Quantity(n, "mô hình"),
    ...                        breakdown=(("field", field),)) for field, n in fields.items()]
    >>> (found,) = broken_down(roll_up(stated, tree, to="district", period=year))
    >>> found.breakdown.dimension, found.holds, found.difference
    ('field', False, Decimal('60'))
    """
    wholes: dict[tuple[str, str], Aggregate] = {}
    parts: dict[tuple[str, str, str], list[Aggregate]] = {}
    for one in aggregates:
        of = (one.indicator.code, one.organization.code)
        if not one.breakdown:
            wholes[of] = one
        elif len(one.breakdown) == 1:
            parts.setdefault((*of, one.breakdown[0][0]), []).append(one)
    found = []
    for (code, organization, dimension), several in parts.items():
        total = wholes.get((code, organization))
        breakdown = several[0].indicator.breakdown(dimension)
        if total is not None and breakdown is not None:
            found.append(BrokenDown(total, breakdown, tuple(several)))
    return tuple(found)
