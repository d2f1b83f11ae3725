"""Consolidation: what came in for one round, put together into the next level's draft."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from danvan import _fields
from danvan.aggregation.aggregate import Aggregate, Aggregates
from danvan.aggregation.rolling_up import roll_up
from danvan.errors import InvalidValueError
from danvan.indicators import Combination, Observation
from danvan.organizations import Organization, Organizations
from danvan.quantities import STANDARD, Policy, Sense
from danvan.reporting import Round, Standing, Submission

__all__ = ["Consolidation", "consolidate"]

_Breakdown = tuple[tuple[str, str], ...]


@frozen
class Consolidation:
    """The figures of many submissions as one, with everything they stand on.

    Attributes:
        draft: the draft of the body that consolidates: one figure for each indicator
            and part of it that anybody reported; each says on how many it stands.
        totals: the aggregates behind it, each with who reported and who did not.
        standing: on which state of which submissions they stand.
        missing: who owes a report of which nothing counts; none of them is zero.
        set_aside: figures that count but cannot be put together: averages, grades, and
            shares whose two sides nobody reported both.  One of these in one report does
            not stop the rest.
    """

    draft: Submission = field(validator=_fields.instance(Submission))
    totals: Aggregates = field(validator=_fields.instance(Aggregates))
    standing: Standing = field(validator=_fields.instance(Standing))
    missing: tuple[Organization, ...] = field(validator=_fields.tuple_of(Organization))
    set_aside: tuple[Observation, ...] = field(default=(), validator=_fields.tuple_of(Observation))

    def basis(self) -> str:
        """What the figures stand on, in a sentence for the foot of the report."""
        text = str(self.standing)
        if self.missing:
            names = ", ".join(one.full_name for one in self.missing)
            text += f"; chưa có số liệu của {len(self.missing)} đơn vị: {names}"
        if self.set_aside:
            names = ", ".join(dict.fromkeys(one.indicator.name for one in self.set_aside))
            text += f"; {len(self.set_aside)} số liệu không cộng được: {names}"
        return text


def consolidate(
    came: Round,
    organizations: Organizations,
    *,
    to: str,
    own: Iterable[Observation] = (),
    policy: Policy = STANDARD,
) -> Consolidation:
    """Put what came in for a round together into a draft of the body above.

    Counted is what stands, and nothing else: no draft, nothing returned, nothing that
    was replaced, refused or stated differently in two copies.  The outcome does not
    depend on the order in which the submissions came.

    Args:
        came: the round, as :func:`danvan.reporting.open_round` gives it.
        organizations: the tree.
        to: the code of the body whose draft it will be; it stands above the reporters.
        own: its own figures, added to theirs where they are of it alone.
        policy: how the words of the figures are read.

    Raises:
        InvalidValueError: a figure of its own for another period or another body.
        UnknownCodeError: a code the tree does not hold.
    """
    mine = tuple(own)
    for one in mine:
        if one.period != came.period or one.organization.code != to:
            raise InvalidValueError("own figures", str(one), f"those of {to} for {came.period}")
    given = sorted((*came.standing.observations, *mine), key=_place)
    reported: dict[tuple[str, _Breakdown], set[str]] = {}
    for one in given:
        who = reported.setdefault((one.indicator.code, one.breakdown), set())
        who.add(one.organization.code)
    counted = [one for one in given if _goes_together(one, reported)]
    set_aside = tuple(one for one in given if not _goes_together(one, reported))
    totals = roll_up(
        counted,
        organizations,
        to=to,
        period=came.period,
        expected=(*came.owing, *dict.fromkeys(one.organization for one in mine)),
        policy=policy,
    )
    body = organizations[to]
    draft = Submission(body, came.period, tuple(_stated(one, body) for one in totals))
    return Consolidation(draft, totals, came.standing, came.missing, set_aside)


def _goes_together(one: Observation, reported: dict[tuple[str, _Breakdown], set[str]]) -> bool:
    """Whether a figure can be put together with those of other bodies."""
    if one.quantity is not None and one.quantity.sense is Sense.MEAN:
        return False
    if one.indicator.over_organizations is Combination.RATIO_OF_SUMS:
        numerator, denominator = (
            reported.get((side or "", one.breakdown), set())
            for side in (one.indicator.numerator, one.indicator.denominator)
        )
        return bool(numerator & denominator)
    return one.indicator.over_organizations is not Combination.NONE


def _place(one: Observation) -> tuple[object, ...]:
    return one.indicator.code, one.breakdown, one.organization.code, str(one.quantity)


def _stated(one: Aggregate, body: Organization) -> Observation:
    basis = f"tổng hợp từ {one.counts} đơn vị"
    if one.missing:
        basis += f"; chưa có số liệu của {', '.join(silent.full_name for silent in one.missing)}"
    return Observation(
        one.indicator, body, one.period, one.value, breakdown=one.breakdown, source=basis
    )
