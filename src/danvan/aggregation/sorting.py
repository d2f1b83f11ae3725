"""Sorting observations by what and whose they are, before any is added up.

This is the one place every figure of a roll-up passes, so it compares by identity
and looks closer only where one observation is not like the one before it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from attrs import Factory, define

from danvan.aggregation.over_time import Timeline
from danvan.aggregation.sources import Sources
from danvan.aggregation.tree import Climb
from danvan.indicators import Combination, Indicator, Missing, Observation, Role, Scope
from danvan.periods import Period

__all__ = ["Breakdown", "Given", "Reported", "sorted_out"]

Breakdown = tuple[tuple[str, str], ...]
Key = tuple[Indicator, Breakdown]
Kin = tuple[Indicator, Breakdown, int, Scope, Role, Missing | None]


@define
class Given:
    """Observations of one thing by one organization, and how their periods lie."""

    observations: Sources
    timeline: Timeline


@define
class Reported:
    """All observations, sorted.

    Attributes:
        given: all of them, as they came.
        figures: by indicator and breakdown, by whether they take in those below, and by
            the number of the organization.
        excused: by indicator and breakdown, who says that it does not apply or is not due.
        left_out: those of another role, or not within the period; the climb adds those
            that it does not pass.
        unreported: those that say why there is no figure.
    """

    given: tuple[Observation, ...]
    figures: dict[Key, dict[Scope, dict[int, Given]]] = Factory(dict)
    excused: dict[Key, set[int]] = Factory(dict)
    left_out: list[Observation] = Factory(list)
    unreported: list[Observation] = Factory(list)

    def as_given(self, some: Iterable[Observation]) -> tuple[Observation, ...]:
        """Some of them in the order in which they came."""
        meant = set(map(id, some))
        return tuple(one for one in self.given if id(one) in meant) if meant else ()


def sorted_out(
    observations: Iterable[Observation], climb: Climb, role: Role, oldest: date | None
) -> Reported:
    """Sort observations; of a stock all count that are of ``oldest`` or a later day.

    Raises:
        UnknownCodeError: one is of an organization that is not of the tree.
    """
    reported = Reported(tuple(observations))
    laid_out: tuple[list[Period], Timeline] | None = None
    for kin, alike in _families(reported.given, climb):
        indicator, breakdown, number, scope, meant_as, missing = kin
        if meant_as is not role:
            reported.left_out.extend(alike)
            continue
        # The same run of periods comes again and again; it is laid out once.
        periods = [one.period for one in alike]
        since = oldest if indicator.over_time is Combination.LAST else None
        if laid_out is None or laid_out[0] != periods or laid_out[1].oldest != since:
            laid_out = periods, Timeline.of(periods, climb.period, since)
        found = Given(alike, laid_out[1])
        if found.timeline.outside:
            found, outside = _parted(found, climb.period)
            reported.left_out.extend(outside)
            if not found.observations:
                continue
        if missing is None:
            by_scope = reported.figures.setdefault((indicator, breakdown), {})
            by_scope.setdefault(scope, {})[number] = found
            continue
        reported.unreported.extend(found.observations)
        if missing is not Missing.NOT_REPORTED:
            reported.excused.setdefault((indicator, breakdown), set()).add(number)
    return reported


def _parted(given: Given, period: Period) -> tuple[Given, Sources]:
    """Those within the period, and the others."""
    outside = set(given.timeline.outside)
    inside = [at for at in range(len(given.observations)) if at not in outside]
    within = given.observations.picked(inside)
    timeline = Timeline.of([one.period for one in within], period, given.timeline.oldest)
    return Given(within, timeline), given.observations.picked(given.timeline.outside)


def _families(given: tuple[Observation, ...], climb: Climb) -> Iterator[tuple[Kin, Sources]]:
    """Observations that are alike in all but period and figure."""
    families: dict[Kin, array[int]] = {}
    identical = _runs(given)
    for key in list(identical):
        runs = identical.pop(key)
        one = given[runs[0]]
        number = climb.number(one.organization)
        kin = (one.indicator, one.breakdown, number, one.scope, one.role, one.missing)
        if kin in families:
            families[kin].extend(runs)
        else:
            families[kin] = runs
    for kin in list(families):
        yield kin, Sources(given, _places(families.pop(kin)))


def _runs(given: tuple[Observation, ...]) -> dict[tuple[object, ...], array[int]]:
    """Where runs of them begin and end, in turn, by what they are the same in."""
    found: dict[tuple[object, ...], array[int]] = {}
    indicator = breakdown = organization = scope = role = missing = None
    runs = array("I")
    for place, one in enumerate(given):
        if (
            one.organization is not organization
            or one.indicator is not indicator
            or one.breakdown is not breakdown
            or one.scope is not scope
            or one.role is not role
            or one.missing is not missing
        ):
            indicator, breakdown, organization = one.indicator, one.breakdown, one.organization
            scope, role, missing = one.scope, one.role, one.missing
            runs.append(place)
            key = (id(indicator), breakdown, id(organization), scope, role, missing)
            if key not in found:
                found[key] = array("I")
            runs = found[key]
            runs.append(place)
    runs.append(len(given))
    return found


def _places(runs: array[int]) -> Sequence[int]:
    """All places of some runs; those of a single run are a range."""
    single, *others = map(range, runs[::2], runs[1::2])
    return array("I", chain(single, *others)) if others else single
