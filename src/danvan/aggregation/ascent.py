"""The climb itself: every organization on the way up, its children before it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from operator import itemgetter
from typing import TypeVar

import attrs
from attrs import Factory, define

from danvan.aggregation.aggregate import Aggregate, Overlap
from danvan.aggregation.combining import combined, percent_of, refusal
from danvan.aggregation.over_time import Own, own_figures
from danvan.aggregation.sorting import Breakdown, Given, Reported
from danvan.aggregation.tree import Climb
from danvan.errors import NotAdditiveError
from danvan.indicators import Combination, Indicator, Kind, Scope
from danvan.organizations import Organization
from danvan.quantities import Interval, Policy, Quantity, Ratio, Tally
from danvan.quantities.exact import EXACT, exact_sum, quotient, rounded

__all__ = ["Ascent"]

T = TypeVar("T")
Risen = dict[int, Aggregate]


@define
class Ascent:
    """The climb of all figures, one indicator after the other."""

    climb: Climb
    said: set[int] | None
    policy: Policy
    reported: Reported
    _risen: dict[tuple[str, Breakdown], Risen] = Factory(dict)

    @property
    def found(self) -> tuple[Aggregate, ...]:
        """The aggregates of the organizations that were asked for, by indicator and place."""
        return tuple(
            risen[number]
            for _, risen in sorted(self._risen.items(), key=itemgetter(0))
            for number in sorted(self.climb.targets & risen.keys())
        )

    def rise(self, indicator: Indicator, breakdown: Breakdown) -> None:
        """Take the figures of one indicator up to what was asked for."""
        by_scope = self.reported.figures[indicator, breakdown]
        whole, alone = by_scope.get(Scope.WHOLE, {}), by_scope.get(Scope.ALONE, {})
        for given in (whole, alone):
            for number in [one for one in given if one not in self.climb.tops]:
                self.reported.left_out.extend(given.pop(number).observations)
        excused = self.reported.excused.get((indicator, breakdown), set())
        risen = self._risen.setdefault((indicator.code, breakdown), {})
        refused: dict[int, NotAdditiveError] = {}
        for number, below in self.climb.upward(whole.keys() | alone.keys()):
            node = Node(self, indicator, breakdown, number, excused)
            parts = tuple([risen[child] for child in below if child in risen])
            refusals = [refused[child] for child in below if child in refused]
            try:
                aggregate = node.aggregate(
                    whole.pop(number, None), alone.pop(number, None), parts, refusals
                )
            except NotAdditiveError as error:
                if number in self.climb.targets:
                    raise
                refused[number] = error
            else:
                if aggregate is not None:
                    risen[number] = aggregate

    def side(self, code: str | None, breakdown: Breakdown, of: int) -> Aggregate | None:
        """The aggregate of one side of a ratio."""
        return self._risen.get((code or "", breakdown), {}).get(of)

    def expected(
        self, reported: Iterable[Organization], under: int, excused: set[int]
    ) -> Iterable[int]:
        """Who was to report beneath an organization, in the order of the tree."""
        if self.said is not None:
            return (one for one in self.climb.below(under) if one in self.said)
        return (one for one in self.climb.peers(reported, under) if one not in excused)


@define
class Node:
    """One organization on the way up, for one indicator."""

    ascent: Ascent
    indicator: Indicator
    breakdown: Breakdown
    number: int
    excused: set[int]

    def aggregate(
        self,
        whole: Given | None,
        alone: Given | None,
        parts: tuple[Aggregate, ...],
        refusals: list[NotAdditiveError],
    ) -> Aggregate | None:
        """Its figure: as stated, or from its parts, its own doing among them.

        What was stated beside its parts is used, and the parts are held beside it.

        Raises:
            NotAdditiveError: nothing was stated, and its parts do not go together or
                one of them is missing because its own parts do not.
        """
        try:
            doings = self._own(alone)[:1]
        except NotAdditiveError as error:
            doings, refusals = (), [error, *refusals]
        for doing in doings:
            if whole is None and not parts and not refusals:
                return self._stated(doing)
            parts = (self._stated(doing), *parts)
        own = self._own(whole)
        try:
            below = self._from_below(parts, refusals)
        except NotAdditiveError:
            if not own:
                raise
            below = None  # what was stated stands, with nothing to hold beside it
        if not own:
            return below
        stated, *computed = map(self._stated, own)
        if below is not None:
            computed.append(below)
        if not computed:
            return stated
        overlaps = (
            *(Overlap(stated, one) for one in computed),
            *_joined(one.overlaps for one in computed),
        )
        return attrs.evolve(stated, overlaps=overlaps)

    def _own(self, given: Given | None) -> tuple[Own, ...]:
        if given is None:
            return ()
        period, observations = self.ascent.climb.period, given.observations
        if self.indicator.kind is Kind.RATIO:
            whole = [at for at, one in enumerate(observations) if one.period == period]
            observations = observations.picked(whole)
        own = own_figures(self.indicator, observations, period, given.timeline, self.ascent.policy)
        for one in own:
            self.ascent.reported.left_out.extend(one.unused)
        return own

    def _from_below(
        self, parts: tuple[Aggregate, ...], refusals: list[NotAdditiveError]
    ) -> Aggregate | None:
        over_organizations = self.indicator.over_organizations
        if over_organizations is Combination.RATIO_OF_SUMS:
            return self._ratio()
        if refusals:
            raise refusals[0]
        if not parts:
            return None
        if over_organizations is Combination.WEIGHTED_MEAN:
            return self._weighted_mean(parts)
        tallies = [one.tally for one in parts]
        tally, method = combined(self.indicator, over_organizations, tallies, "organizations")
        return self._made(tally, method, parts)

    def _ratio(self) -> Aggregate | None:
        """The ratio of the sums of both its sides, of those who reported both.

        Where an organization is missing on one side, its figure on the other does not
        count: half a numerator over a whole denominator would take the missing for zero.
        """
        numerator = self.ascent.side(self.indicator.numerator, self.breakdown, self.number)
        denominator = self.ascent.side(self.indicator.denominator, self.breakdown, self.number)
        if numerator is None or denominator is None:
            raise refusal(self.indicator, "organizations or periods")
        if set(numerator.reported) != set(denominator.reported) and (
            numerator.missing or denominator.missing
        ):
            both = set(numerator.reported) & set(denominator.reported)
            if not both:
                raise refusal(self.indicator, "organizations or periods")
            numerator, denominator = _only(numerator, both), _only(denominator, both)
        intervals = percent_of(numerator, denominator)
        ratio = Ratio(Quantity(numerator.value.amount), Quantity(denominator.value.amount))
        percent = ratio.percent(places=2)
        if percent is None or intervals is None:
            return None
        hard, likely = intervals
        tally = Tally.of(Quantity(percent, self.indicator.unit), self.ascent.policy)
        tally = attrs.evolve(tally, hard=hard, likely=likely)
        return self._made(tally, "ratio of sums", (numerator, denominator))

    def _weighted_mean(self, parts: tuple[Aggregate, ...]) -> Aggregate:
        """The mean of the means that were stated, weighed where they were stated."""
        number, side = self.ascent.climb.number, self.ascent.side
        means = [leaf for part in parts for leaf in part.leaves()]
        weights = [
            side(self.indicator.weight, self.breakdown, number(leaf.organization)) for leaf in means
        ]
        known = [weight for weight in weights if weight is not None and weight.hard.is_point]
        whole = exact_sum(weight.value.amount for weight in known)
        if len(known) < len(means) or not whole:
            raise refusal(self.indicator, "organizations")
        weighed = [(mean, weight.value.amount) for mean, weight in zip(means, known, strict=True)]
        everyone = Interval.point(whole)
        hard = Interval.sum(mean.hard * weight for mean, weight in weighed).divided_by(everyone)
        likely = Interval.sum(mean.likely * weight for mean, weight in weighed).divided_by(everyone)
        total = exact_sum(EXACT.multiply(mean.tally.low, weight) for mean, weight in weighed)
        precision = min(mean.tally.precision for mean in means)
        value = rounded(quotient(total, whole, up=False), precision)
        tally = attrs.evolve(
            means[0].tally, low=value, high=value, precision=precision, words=frozenset(),
            hard=hard or Interval.point(value), likely=likely or Interval.point(value),
            scale=min(mean.tally.scale for mean in means),
        )  # fmt: skip
        return self._made(tally, f"mean weighed by {self.indicator.weight}", parts)

    def _stated(self, own: Own) -> Aggregate:
        itself = (self.ascent.climb.members[self.number],)
        return Aggregate(
            self.indicator,
            *itself,
            self.ascent.climb.period,
            own.tally,
            own.method,
            self.breakdown,
            expected=itself,
            reported=itself,
            own=own.observations,
            conflicts=own.conflicts,
            incomplete=() if own.complete else itself,
        )

    def _made(self, tally: Tally, method: str, parts: tuple[Aggregate, ...]) -> Aggregate:
        climb = self.ascent.climb
        reported = tuple(dict.fromkeys(_joined(one.reported for one in parts)))
        expected = self.ascent.expected(reported, self.number, self.excused)
        return Aggregate(
            self.indicator,
            climb.members[self.number],
            climb.period,
            tally,
            method,
            self.breakdown,
            expected=tuple(climb.members[one] for one in expected),
            reported=reported,
            parts=parts,
            overlaps=_joined(one.overlaps for one in parts),
            conflicts=_joined(one.conflicts for one in parts),
            incomplete=_joined(one.incomplete for one in parts),
        )


def _joined(several: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(chain.from_iterable(several))


def _only(one: Aggregate, organizations: set[Organization]) -> Aggregate:
    """A side of a ratio, of these organizations alone."""
    parts = tuple(leaf for leaf in one.leaves() if leaf.organization in organizations)
    over = one.indicator.over_organizations
    tally, method = combined(one.indicator, over, [leaf.tally for leaf in parts], "organizations")
    reported = tuple(leaf.organization for leaf in parts)
    return attrs.evolve(
        one, tally=tally, method=method, parts=parts, own=(), reported=reported, overlaps=(),
        conflicts=_joined(leaf.conflicts for leaf in parts),
        incomplete=_joined(leaf.incomplete for leaf in parts),
    )  # fmt: skip
