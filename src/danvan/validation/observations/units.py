"""A body and those below it that both report: the units are within the whole (DV657, DV658)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from danvan.indicators import Observation, Scope
from danvan.organizations import Organizations
from danvan.validation.observations.comparing import Codes, adds_up, held_against
from danvan.validation.observations.observed import Observed, Thing, named
from danvan.validation.observations.outcome import Outcome

__all__ = ["check_units"]

_UNITS: Final[Codes] = ("DV657", "DV658")


def check_units(observed: Observed) -> Iterator[Outcome]:
    """DV657, DV658: a figure that takes in those below, against what they reported.

    Each unit is held against the nearest body above it that reported.  The body may
    have more, by its own doing or by units that are silent, but not less.  For how far
    a published total is met by complete units, see
    :func:`~danvan.validation.check_totals`.
    """
    tree = observed.organizations
    if tree is None:
        return
    groups: dict[Thing, dict[str, Observation]] = {}
    for thing, one in observed.figures.items():
        if thing.scope is Scope.WHOLE and thing.organization in tree:
            groups.setdefault(thing._replace(organization=""), {})[thing.organization] = one
    for reported in groups.values():
        for whole, units in _above(reported, tree):
            yield _held(whole, units, observed)


def _above(
    reported: dict[str, Observation], tree: Organizations
) -> Iterator[tuple[Observation, list[Observation]]]:
    """Each body that reported, with the units whose nearest reporting body above it is."""
    below: dict[str, list[Observation]] = {}
    for one in reported.values():
        day = one.period.last
        line = tree.ancestors(one.organization.code, day)
        above = next((body.code for body in line if body.code in reported), None)
        if above is not None:
            below.setdefault(above, []).append(one)
    for code, units in below.items():
        yield reported[code], units


def _held(whole: Observation, units: list[Observation], observed: Observed) -> Outcome:
    check, given = "units", [one for one in units if one.quantity is not None]
    if whole.quantity is None:
        return Outcome(check, reason="whole-missing")
    if not given:
        return Outcome(check, reason="figure-missing")
    if not adds_up(whole):
        return Outcome(check, reason="not-additive")
    return held_against(
        check,
        _UNITS,
        given,
        [whole],
        observed.policy,
        at_most=True,
        indicator=named(whole),
        parts=", ".join(f"{one.organization.full_name} {one.quantity}" for one in given),
    )
