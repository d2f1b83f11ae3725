"""Sorting observations by what and whose they are, before any is added up.

This is the one place every figure of a roll-up passes, so it goes by runs of
the same organization and by identity, and compares values only where it must.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Final

from attrs import Factory, define, frozen

from danvan.aggregation.over_time import Timeline
from danvan.aggregation.tree import Climb
from danvan.indicators import Indicator, Missing, Observation, Role, Scope
from danvan.periods import Period

__all__ = ["Breakdown", "Given", "Reported", "sorted_out"]

Breakdown = tuple[tuple[str, str], ...]
Key = tuple[Indicator, Breakdown]

_PERIOD: Final = attrgetter("period")


@frozen
class Given:
    """Observations of one thing by one organization, and how their periods lie."""

    observations: Sequence[Observation]
    timeline: Timeline


@define
class Reported:
    """All observations, sorted.

    Attributes:
        figures: by indicator and breakdown, by the number of the organization, and by
            whether they take in those below it.
        left_out: those of another role, or not within the period.
        unreported: those that say why there is no figure.
    """

    figures: dict[Key, dict[int, dict[Scope, Given]]] = Factory(dict)
    left_out: list[Observation] = Factory(list)
    unreported: list[Observation] = Factory(list)

    def excused(self, key: Key, climb: Climb) -> set[int]:
        """Who says that a figure does not apply or is not due."""
        return {
            climb.number(one.organization)
            for one in self.unreported
            if one.missing is not Missing.NOT_REPORTED and (one.indicator, one.breakdown) == key
        }


def sorted_out(observations: Iterable[Observation], climb: Climb, role: Role) -> Reported:
    """Sort observations.

    Raises:
        UnknownCodeError: one is of an organization that is not of the tree.
    """
    reported = Reported()
    laid_out: tuple[list[Period], Timeline] | None = None
    groups = _groups(observations, climb)
    for indicator, breakdown, number in tuple(groups):
        group = groups.pop((indicator, breakdown, number))
        for scope in Scope:
            given = [
                one
                for one in group
                if one.role is role and one.missing is None and one.scope is scope
            ]
            if not given:
                continue
            # The same run of periods comes again and again; it is laid out once.
            run = list(map(_PERIOD, given))
            if laid_out is None or laid_out[0] != run:
                laid_out = run, Timeline.of(run, climb.period)
            timeline = laid_out[1]
            if not all(timeline.inside):
                given = [one for one in given if one.period in climb.period]
                timeline = Timeline.of([*map(_PERIOD, given)], climb.period)
            if given:
                by_number = reported.figures.setdefault((indicator, breakdown), {})
                by_number.setdefault(number, {})[scope] = Given(given, timeline)
            if len(given) == len(group):
                break
        else:
            _put_aside(group, climb, role, reported)
    return reported


def _groups(
    observations: Iterable[Observation], climb: Climb
) -> dict[tuple[Indicator, Breakdown, int], list[Observation]]:
    by_identity: dict[tuple[int, int, Breakdown], list[Observation]] = {}
    indicator = organization = breakdown = None
    group: list[Observation] = []
    for one in observations:
        if (
            one.organization is not organization
            or one.indicator is not indicator
            or one.breakdown != breakdown
        ):
            indicator, organization, breakdown = one.indicator, one.organization, one.breakdown
            key = (id(indicator), id(organization), breakdown)
            group = by_identity.setdefault(key, [])
        group.append(one)
    groups: dict[tuple[Indicator, Breakdown, int], list[Observation]] = {}
    for identity in tuple(by_identity):
        group = by_identity.pop(identity)
        first = group[0]
        place = (first.indicator, first.breakdown, climb.number(first.organization))
        if place in groups:
            groups[place].extend(group)
        else:
            groups[place] = group
    return groups


def _put_aside(group: Iterable[Observation], climb: Climb, role: Role, reported: Reported) -> None:
    for one in group:
        if one.role is not role or one.period not in climb.period:
            reported.left_out.append(one)
        elif one.missing is not None:
            reported.unreported.append(one)
