"""One thing stated more than once: alike, in consistency, or in contradiction.

The three classes are those of duplicate facts in XBRL.  A figure that was
revised is no duplicate of what it replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.findings import Finding, Severity, rules
from danvan.indicators import Observation
from danvan.quantities import STANDARD, Interval, Policy, Quantity
from danvan.quantities.exact import EXACT
from danvan.validation.observations.observed import Observed, figures, named, spans
from danvan.validation.observations.outcome import Outcome

__all__ = ["Consistency", "Duplicate", "check_duplicates", "duplicates"]

_CODES: Final = {Severity.ERROR: "DV651", Severity.WARNING: "DV652", None: "DV653"}


class Consistency(Word):
    """How statements of one thing go together."""

    COMPLETE = "complete"
    """They say the same, word for word."""
    CONSISTENT = "consistent"
    """They may all be right: "khoảng 400" and 394."""
    INCONSISTENT = "inconsistent"
    """One of them is wrong."""


@frozen
class Duplicate:
    """Several statements of one thing.

    Attributes:
        statements: the observations, two or more, as they were given.
        consistency: how they go together.
        severity: of those that do not agree: ERROR where what they assert is apart,
            WARNING where only what they likely mean is; of others ``None``.
    """

    statements: tuple[Observation, ...] = field(validator=_fields.tuple_of(Observation))
    consistency: Consistency = field(validator=_fields.instance(Consistency))
    severity: Severity | None = None


def duplicates(
    observations: Iterable[Observation], policy: Policy = STANDARD
) -> tuple[Duplicate, ...]:
    """Everything that was stated more than once, and whether it agrees.

    >>> from danvan.indicators import indicators
    >>> from danvan.organizations import Organizations
    >>> from danvan.periods import Period
    >>> from danvan.quantities import Quantity
    >>> women = Organizations.shipped("tam_duong")["tam_duong.women"]
    >>> said = [Observation(indicators()["propaganda.sessions"], women,
    ...                     Period.nine_months(2023), Quantity.parse(figure))
    ...         for figure in ("trên 394 buổi", "395 buổi")]
    >>> [one.consistency.name for one in duplicates(said)]
    ['CONSISTENT']
    """
    return tuple(_duplicates(Observed(tuple(observations), policy=policy)))


def _duplicates(observed: Observed) -> Iterator[Duplicate]:
    for said in observed.stated.values():
        if len(said) > 1:
            consistency, severity = _consistency(said, observed.policy)
            yield Duplicate(tuple(said), consistency, severity)


def _consistency(said: list[Observation], policy: Policy) -> tuple[Consistency, Severity | None]:
    if len({(one.quantity, one.missing) for one in said}) == 1:
        return Consistency.COMPLETE, None
    given = [one.quantity for one in said if one.quantity is not None]
    if not given or len({one.base_unit for one in given}) > 1:
        return Consistency.CONSISTENT, None
    if _apart([one.hard(policy) for one in given]):
        return Consistency.INCONSISTENT, Severity.ERROR
    if _apart([one.likely(policy) for one in given]):
        return Consistency.INCONSISTENT, Severity.WARNING
    return Consistency.CONSISTENT, None


def _apart(intervals: list[Interval]) -> bool:
    """Whether no number lies in all of them."""
    common: Interval | None = intervals[0]
    for one in intervals[1:]:
        common = common and common.intersection(one)
    return common is None


def check_duplicates(observed: Observed) -> Iterator[Outcome]:
    """DV651, DV652: one thing stated twice with figures that cannot both be right.

    DV653: stated twice in other words that agree.  The same words twice are no finding.
    """
    for duplicate in _duplicates(observed):
        if len({one.base_unit for one in figures(duplicate.statements)}) > 1:
            yield Outcome("duplicates", reason="units-differ")
        elif len(set(figures(duplicate.statements))) < 2:
            yield Outcome("duplicates")
        else:
            yield Outcome("duplicates", (_told(duplicate),))


def _told(duplicate: Duplicate) -> Finding:
    """The finding, with the two figures that lie furthest apart in the order they were given."""
    said = sorted(figures(duplicate.statements), key=_amount)
    one, other = sorted((said[0], said[-1]), key=figures(duplicate.statements).index)
    first = duplicate.statements[0]
    return rules()[_CODES[duplicate.severity]].at(
        *spans(duplicate.statements),
        difference=EXACT.divide(EXACT.subtract(other.amount, one.amount), one.scale),
        organization=first.organization.full_name,
        period=first.period,
        indicator=named(first),
        one=one,
        other=other,
    )


def _amount(quantity: Quantity) -> Decimal:
    return quantity.amount
