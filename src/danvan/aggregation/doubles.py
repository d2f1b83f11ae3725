"""The same event, reported by two bodies that took part in it.

A dialogue that Party committee and People's Committee held together is in the report of
both; added up it counts twice.  Nothing in the figures says so for certain, but "01 cuộc,
56 công dân, 13 ý kiến" of two bodies of one place is no chance.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import frozen

from danvan.aggregation.aggregate import Aggregate
from danvan.indicators import Combination, Observation
from danvan.organizations import Organization
from danvan.periods import Period

__all__ = ["Double", "doubles"]

_TELLING: Final = Decimal(10)
"""A number from which on two bodies hardly report the same by chance."""


@frozen
class Double:
    """Figures of several bodies that may be those of one event.

    Attributes:
        organizations: the bodies, all of one place.
        observations: what they reported, the figures of one after those of the other.
    """

    organizations: tuple[Organization, ...]
    observations: tuple[Observation, ...]

    @property
    def counted(self) -> tuple[Observation, ...]:
        """The figures of the first, which are those of the event."""
        return self.observations[: len(self.observations) // len(self.organizations)]


def doubles(aggregates: Iterable[Aggregate]) -> tuple[Double, ...]:
    """Figures that stand in a total and may be those of one event, counted twice.

    They are flows that bodies of several kinds in one place report for one period, of one family of
    indicators (``dialogues.…``): all their figures in it are the same, at least two of
    them (for a single day one), and one is 10 or more.

    Args:
        aggregates: what a roll-up gave.

    >>> from danvan.aggregation import roll_up
    >>> from danvan.indicators import Scope, indicators
    >>> from danvan.organizations import Organizations
    >>> from danvan.quantities import Quantity
    >>> tree, nine = Organizations.shipped("tam_duong"), Period.nine_months(2023)
    >>> reported = [Observation(indicators()[f"dialogues.{name}"], tree[f"tam_duong.{body}"],
    ...                         nine, Quantity.parse(figure), scope=Scope.ALONE)
    ...             for body in ("party", "people_committee")
    ...             for name, figure in [("sessions", "01 cuộc"), ("attendances", "56 công dân")]]
    >>> (double,) = doubles(roll_up(reported, tree, to="district", period=nine))
    >>> print(*double.organizations, *(one.quantity for one in double.counted), sep=", ")
    Huyện ủy Tam Đường, Ủy ban nhân dân huyện Tam Đường, 56 công dân, 01 cuộc
    """
    sources = {id(one): one for total in aggregates if total.parts for one in total.sources}
    families: dict[tuple[Organization, Period, str], list[Observation]] = {}
    for one in sources.values():
        if one.indicator.over_time is Combination.SUM and one.organization.place:
            family = one.indicator.code.partition(".")[0]
            families.setdefault((one.organization, one.period, family), []).append(one)
    accounts: dict[tuple[object, ...], list[list[Observation]]] = {}
    for (body, period, family), reported in families.items():
        reported.sort(key=lambda one: (one.indicator.code, one.breakdown))
        account = tuple((one.indicator.code, one.breakdown, one.quantity) for one in reported)
        accounts.setdefault((body.place, period, family, account), []).append(reported)
    return tuple(
        Double(
            tuple(reported[0].organization for reported in alike),
            tuple(one for reported in alike for one in reported),
        )
        for alike in accounts.values()
        if _is_telling(alike)
    )


def _is_telling(alike: list[list[Observation]]) -> bool:
    kinds = {reported[0].organization.kind for reported in alike}
    amounts = [one.quantity.amount for one in alike[0] if one.quantity]
    enough = 1 if alike[0][0].period.days == 1 else 2
    return len(kinds) > 1 and len(amounts) >= enough and max(amounts) >= _TELLING
