"""The climb itself: every organization on the way up, its children before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TypeVar

import attrs
from attrs import define, field

from danvan.aggregation.aggregate import Aggregate, Overlap
from danvan.aggregation.combining import combined, refusal
from danvan.aggregation.over_time import Own, own_figures
from danvan.aggregation.tree import Climb
from danvan.indicators import Combination, Indicator, Kind, Observation, Scope
from danvan.organizations import Level, Organization
from danvan.quantities import Policy, Quantity, Ratio, Tally

__all__ = ["Ascent", "Breakdown"]

Breakdown = tuple[tuple[str, str], ...]
T = TypeVar("T")


@define
class Ascent:
    """The climb of all figures, one indicator after the other."""

    climb: Climb
    targets: tuple[Level | str, ...]
    said: set[Organization] | None
    policy: Policy
    left_out: list[Observation] = field(factory=list)
    _risen: dict[tuple[str, Breakdown], dict[Organization, Aggregate]] = field(factory=dict)
    _wanted: list[tuple[str, Breakdown, Organization]] = field(factory=list)

    @property
    def found(self) -> tuple[Aggregate, ...]:
        """The aggregates of the organizations that were asked for, by indicator and place."""
        wanted = sorted(self._wanted, key=lambda key: (key[0], key[1], self.climb.place(key[2])))
        return tuple(
            risen[organization]
            for code, breakdown, organization in dict.fromkeys(wanted)
            if organization in (risen := self._risen[code, breakdown])
        )

    def rise(
        self,
        indicator: Indicator,
        breakdown: Breakdown,
        figures: Mapping[Organization, list[Observation]],
        exempt: set[Organization],
    ) -> None:
        """Take the figures of one indicator up to what was asked for."""
        below: dict[Organization, set[Organization]] = {}
        for organization, observations in figures.items():
            targets = [self.climb.target(organization, to) for to in self.targets]
            reached = [one for one in targets if one is not None]
            if not reached:
                self.left_out.extend(observations)
                continue
            self._wanted.extend((indicator.code, breakdown, one) for one in reached)
            line = self.climb.line(organization)
            top = max(line.index(one) for one in reached)
            below.setdefault(organization, set())
            for child, parent in pairwise(line[: top + 1]):
                below.setdefault(parent, set()).add(child)
        risen = self._risen.setdefault((indicator.code, breakdown), {})
        for organization in sorted(below, key=lambda one: -len(self.climb.line(one))):
            node = Node(self, indicator, breakdown, organization, exempt)
            children = sorted(below[organization], key=self.climb.place)
            parts = tuple(risen[child] for child in children if child in risen)
            aggregate = node.aggregate(figures.get(organization, []), parts)
            if aggregate is not None:
                risen[organization] = aggregate

    def expected(
        self, reported: tuple[Organization, ...], under: Organization, exempt: set[Organization]
    ) -> tuple[Organization, ...]:
        """Who was to report beneath an organization, in the order of the tree."""
        if self.said is not None:
            return tuple(one for one in self.climb.below(under) if one in self.said)
        return tuple(one for one in self.climb.peers(reported, under) if one not in exempt)

    def side(self, code: str | None, breakdown: Breakdown, of: Organization) -> Aggregate | None:
        """The aggregate of one side of a ratio."""
        return self._risen.get((code or "", breakdown), {}).get(of)


@define
class Node:
    """One organization on the way up, for one indicator."""

    ascent: Ascent
    indicator: Indicator
    breakdown: Breakdown
    organization: Organization
    exempt: set[Organization]

    def aggregate(
        self, observations: list[Observation], parts: tuple[Aggregate, ...]
    ) -> Aggregate | None:
        """Its figure: as stated, or from its parts, its own doing among them."""
        whole = [one for one in observations if one.scope is Scope.WHOLE]
        alone, *_ = self._own([one for one in observations if one.scope is Scope.ALONE])
        if alone is not None:
            doing = self._stated(alone)
            if not whole and not parts:
                return doing
            parts = (doing, *parts)
        own, *from_sub_periods = self._own(whole)
        below = self._from_below(whole, parts)
        if own is None:
            return below
        stated = self._stated(own)
        computed = [self._stated(one) for one in from_sub_periods if one is not None]
        if below is not None:
            computed.append(below)
        overlaps = tuple(Overlap(stated, one) for one in computed)
        return attrs.evolve(
            stated, overlaps=overlaps + tuple(o for one in computed for o in one.overlaps)
        )

    def _own(self, observations: list[Observation]) -> tuple[Own | None, ...]:
        period = self.ascent.climb.period
        if self.indicator.kind is Kind.RATIO:
            observations = [one for one in observations if one.period == period]
        own = own_figures(observations, period, self.ascent.policy)
        for one in own:
            self.ascent.left_out.extend(one.unused)
        return own or (None,)

    def _from_below(
        self, observations: list[Observation], parts: tuple[Aggregate, ...]
    ) -> Aggregate | None:
        if self.indicator.over_organizations is Combination.RATIO_OF_SUMS:
            return self._ratio(needed=bool(parts or observations))
        if not parts:
            return None
        tally, method = combined(
            self.indicator,
            self.indicator.over_organizations,
            [one.tally for one in parts],
            "organizations",
        )
        return self._made(tally, method, parts)

    def _ratio(self, *, needed: bool) -> Aggregate | None:
        """The ratio of the sums of both its sides, where they were reported."""
        numerator = self.ascent.side(self.indicator.numerator, self.breakdown, self.organization)
        denominator = self.ascent.side(
            self.indicator.denominator, self.breakdown, self.organization
        )
        if numerator is None or denominator is None:
            if needed:
                raise refusal(self.indicator, "organizations or periods")
            return None
        quotient = numerator.hard.divided_by(denominator.hard)
        likely = numerator.likely.divided_by(denominator.likely)
        ratio = Ratio(Quantity(numerator.value.amount), Quantity(denominator.value.amount))
        percent = ratio.percent(places=2)
        if percent is None or quotient is None or likely is None:
            return None
        value = Quantity(percent, self.indicator.unit)
        tally = attrs.evolve(
            Tally.of(value, self.ascent.policy), hard=quotient * 100, likely=likely * 100
        )
        return self._made(tally, "ratio of sums", (numerator, denominator))

    def _stated(self, own: Own) -> Aggregate:
        single = own.observations[0].quantity if len(own.observations) == 1 else None
        return Aggregate(
            self.indicator,
            self.organization,
            self.ascent.climb.period,
            single or own.tally.quantity(self.indicator.unit),
            own.tally,
            own.method,
            self.breakdown,
            expected=(self.organization,),
            own=own.observations,
            conflicts=own.conflicts,
            incomplete=() if own.complete else (self.organization,),
        )

    def _made(self, tally: Tally, method: str, parts: tuple[Aggregate, ...]) -> Aggregate:
        made = Aggregate(
            self.indicator,
            self.organization,
            self.ascent.climb.period,
            tally.quantity(self.indicator.unit),
            tally,
            method,
            self.breakdown,
            parts=parts,
            overlaps=_joined(one.overlaps for one in parts),
            conflicts=_joined(one.conflicts for one in parts),
            incomplete=_joined(one.incomplete for one in parts),
        )
        expected = self.ascent.expected(made.reported, self.organization, self.exempt)
        return attrs.evolve(made, expected=expected)


def _joined(several: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(one for items in several for one in items)
