"""Wholes against their parts: partitions, parts of which, overlapping parts (DV641 to DV644)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from danvan.indicators import Breakdown, BreakdownKind, Missing, Observation
from danvan.validation.observations.comparing import Codes, adds_up, held_against
from danvan.validation.observations.observed import Observed, Thing, named
from danvan.validation.observations.outcome import Outcome

__all__ = ["check_breakdowns"]

_CHECKS: Final = {
    BreakdownKind.PARTITION: "partition",
    BreakdownKind.OF_WHICH: "of-which",
    BreakdownKind.OVERLAPPING: "overlapping",
}
_EQUAL: Final[Codes] = ("DV641", "DV642")
_WITHIN: Final[Codes] = ("DV643", "DV644")

_Parts = dict[str, Observation]


def check_breakdowns(observed: Observed) -> Iterator[Outcome]:
    """DV641 to DV644: the parts of each breakdown that was reported, against its whole.

    The parts of a partition make the whole.  Where some of them have no figure, the
    others may still not be more than it; no more can be said, for missing is not zero.
    """
    families: dict[tuple[Thing, str], _Parts] = {}
    for thing, one in observed.figures.items():
        for pair in thing.breakdown:
            rest = tuple(other for other in thing.breakdown if other != pair)
            family = families.setdefault((thing._replace(breakdown=rest), pair[0]), {})
            family[pair[1]] = one
    for (thing, dimension), parts in families.items():
        breakdown = next(iter(parts.values())).indicator.breakdown(dimension)
        whole = observed.figures.get(thing)
        if breakdown is not None:
            yield from _checked(whole, breakdown, parts, observed)


def _checked(
    whole: Observation | None, breakdown: Breakdown, parts: _Parts, observed: Observed
) -> Iterator[Outcome]:
    check = _CHECKS[breakdown.kind]
    given = {value: one for value, one in parts.items() if one.quantity is not None}
    if whole is None or whole.quantity is None:
        yield Outcome(check, reason="whole-missing")
    elif not given:
        yield Outcome(check, reason="figure-missing")
    elif not adds_up(whole):
        yield Outcome(check, reason="not-additive")
    elif breakdown.kind is BreakdownKind.OVERLAPPING:
        for value, one in given.items():
            yield _held(whole, breakdown, {value: one}, observed, at_most=True)
    elif breakdown.kind is BreakdownKind.OF_WHICH:
        yield _held(whole, breakdown, given, observed, at_most=True)
    elif _is_exhaustive(whole, breakdown, parts):
        yield _held(whole, breakdown, given, observed, at_most=False)
    else:
        outcome = _held(whole, breakdown, given, observed, at_most=True)
        yield outcome if outcome.findings else Outcome(check, reason="figure-missing")


def _held(
    whole: Observation, breakdown: Breakdown, given: _Parts, observed: Observed, *, at_most: bool
) -> Outcome:
    return held_against(
        _CHECKS[breakdown.kind],
        _WITHIN if at_most else _EQUAL,
        list(given.values()),
        [whole],
        observed.policy,
        at_most=at_most,
        indicator=named(whole),
        parts=_listed(breakdown, given),
    )


def _is_exhaustive(whole: Observation, breakdown: Breakdown, parts: _Parts) -> bool:
    """Whether every part that the breakdown names has a figure, or does not apply."""
    named = breakdown.values_for(whole.organization, whole.period)
    return bool(named) and all(
        value in parts
        and (parts[value].quantity is not None or parts[value].missing is Missing.NOT_APPLICABLE)
        for value in named
    )


def _listed(breakdown: Breakdown, given: _Parts) -> str:
    """The parts with their names: "kinh tế 118, văn hóa 90"."""
    names = dict(zip(breakdown.values, breakdown.names, strict=False))
    return ", ".join(f"{names.get(value, value)} {one.quantity}" for value, one in given.items())
