"""Observations laid out for checking: each thing once, with all that was said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from attrs import define, field

from danvan.findings import Span
from danvan.indicators import Observation, Role, Scope, Status
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.quantities import STANDARD, Policy, Quantity
from danvan.reporting import Cell, Round
from danvan.validation.observations.balances import Balance

__all__ = ["Observed", "Stated", "Thing", "figures", "named", "spans"]

_SETTLED: Final = (Status.PROVISIONAL, Status.FINAL, Status.REVISED)


class Thing(NamedTuple):
    """What an observation is of; two of one thing should say the same."""

    indicator: str
    organization: str
    period: Period
    breakdown: tuple[tuple[str, str], ...]
    role: Role
    scope: Scope


class Stated(NamedTuple):
    """An observation that has a figure."""

    observation: Observation
    quantity: Quantity

    @property
    def period(self) -> Period:
        """The time it is for."""
        return self.observation.period


def _thing(observation: Observation) -> Thing:
    return Thing(
        observation.indicator.code,
        observation.organization.code,
        observation.period,
        observation.breakdown,
        observation.role,
        observation.scope,
    )


@define(eq=False)
class Observed:
    """What the checks look at.

    Attributes:
        observations: all that was given.
        organizations: who stands under whom, or ``None`` where that is not known.
        rounds: rounds of reporting, with what is owed.
        on: the day on which reports may be late.
        balances: which indicators make a balance.
        policy: how figures are read.
        stated: of each thing all that was said and not revised.
        figures: of each thing the observation to go by: the most settled, then the
            most exact, then the last given.
    """

    observations: tuple[Observation, ...]
    organizations: Organizations | None = None
    rounds: tuple[Round, ...] = ()
    on: date | None = None
    balances: tuple[Balance, ...] = ()
    policy: Policy = STANDARD
    stated: dict[Thing, list[Observation]] = field(init=False, factory=dict)
    figures: dict[Thing, Observation] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        said: dict[Thing, list[Observation]] = {}
        for one in self.observations:
            said.setdefault(_thing(one), []).append(one)
        for thing, all_said in said.items():
            rank = max(_SETTLED.index(one.status) for one in all_said)
            standing = [one for one in all_said if _SETTLED.index(one.status) == rank]
            self.stated[thing] = standing
            several = len(standing) > 1
            self.figures[thing] = (
                min(reversed(standing), key=self._vagueness) if several else standing[0]
            )

    def _vagueness(self, one: Observation) -> Decimal:
        width = None if one.quantity is None else one.quantity.hard(self.policy).width
        return Decimal("Infinity") if width is None else width

    def series(self) -> Iterator[list[Stated]]:
        """The figures of each thing over its periods, the earliest first."""
        found: dict[Thing, list[Stated]] = {}
        for thing, one in self.figures.items():
            if one.quantity is not None:
                point = Stated(one, one.quantity)
                found.setdefault(thing._replace(period=_ANY), []).append(point)
        for several in found.values():
            yield sorted(several, key=_period)


_ANY: Final = Period(date.min, date.max)


def _period(one: Stated) -> Period:
    return one.period


def named(one: Observation) -> str:
    """What an observation counts, with the part of the whole that it is."""
    return str(Cell(one.indicator, one.breakdown))


def spans(observations: Iterable[Observation]) -> tuple[Span, ...]:
    """Where figures stand, as far as they were read from a text."""
    return tuple(one.span for one in observations if one.span is not None)


def figures(observations: Iterable[Observation]) -> list[Quantity]:
    """The figures of some observations; those without one have none."""
    return [one.quantity for one in observations if one.quantity is not None]
