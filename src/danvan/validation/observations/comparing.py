"""Two sums held side by side, by the semantics of intervals.

Disjoint on what the words assert: an error.  Disjoint only on what an office
means by them: a warning.  The codes of a relation are given in that order.
"""

from __future__ import annotations

from collections.abc import Sequence

from danvan.errors import NotAdditiveError
from danvan.findings import rules
from danvan.indicators import Combination, Observation
from danvan.quantities import Interval, Policy, Quantity, Tally
from danvan.quantities.exact import EXACT
from danvan.validation.observations.observed import figures, spans
from danvan.validation.observations.outcome import Outcome

__all__ = ["Codes", "adds_up", "held_against"]

Codes = tuple[str, str]
"""The rule that is broken for certain, and the one that is likely broken."""


def adds_up(observation: Observation) -> bool:
    """Whether figures of its indicator may be added up."""
    return observation.indicator.over_organizations is Combination.SUM


def held_against(
    check: str,
    codes: Codes,
    parts: Sequence[Observation],
    wholes: Sequence[Observation],
    policy: Policy,
    /,
    *,
    at_most: bool = False,
    **said: object,
) -> Outcome:
    """Hold the sum of some figures against the sum of others, which is the stated one.

    Args:
        check: the kind of check.
        codes: the rules.
        parts: what is added up; figures all.
        wholes: what it is held against; figures all.
        policy: how figures are read.
        at_most: whether the parts may come to less.
        said: further parts of the sentence.
    """
    summed, stated = figures(parts), figures(wholes)
    if len({one.base_unit for one in (*summed, *stated)}) > 1:
        return Outcome(check, reason="units-differ")
    try:
        computed, total = Tally.of_all(summed, policy), Tally.of_all(stated, policy)
    except NotAdditiveError:
        return Outcome(check, reason="not-additive")
    code = _broken(codes, computed, total, at_most=at_most)
    if code is None:
        return Outcome(check)
    finding = rules()[code].at(
        *spans((*wholes, *parts)),
        difference=EXACT.divide(EXACT.subtract(computed.low, total.low), stated[0].scale),
        organization=wholes[0].organization.full_name,
        period=wholes[0].period,
        total=_written(total, stated[0]),
        sum=_written(computed, stated[0]),
        **said,
    )
    return Outcome(check, (finding,))


def _written(tally: Tally, like: Quantity) -> Quantity:
    """A sum in the scale that another figure was printed in."""
    return tally.quantity(like.unit if like.scale != 1 else like.base_unit)


def _broken(codes: Codes, computed: Tally, total: Tally, *, at_most: bool) -> str | None:
    for code, one, other in (
        (codes[0], computed.hard, total.hard),
        (codes[1], computed.likely, total.likely),
    ):
        if not _agree(one, other, at_most=at_most):
            return code
    return None


def _agree(one: Interval, other: Interval, *, at_most: bool) -> bool:
    return one.exceeds(other) is not True if at_most else one.intersects(other)
