"""Shares against the two figures they are made of (DV676 to DV678)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from danvan.findings import rules
from danvan.indicators import Kind, Observation
from danvan.quantities import Agreement, Policy, Quantity, Ratio
from danvan.quantities.exact import EXACT, last_place
from danvan.validation.observations.observed import Observed, named, spans
from danvan.validation.observations.outcome import Outcome
from danvan.vietnamese.numbers import format_number

__all__ = ["check_shares"]

_PERCENT: Final = "%"
_CODES: Final = {Agreement.ROUNDED: None, Agreement.TRUNCATED: "DV678", Agreement.NO: "DV676"}


def check_shares(observed: Observed) -> Iterator[Outcome]:
    """DV676, DV677: a percentage that its numerator and denominator do not give.

    DV678: one that was cut off instead of rounded, a note.  Both figures are wanted, of
    the same body, period and part.
    """
    for thing, one in observed.figures.items():
        indicator = one.indicator
        if indicator.kind is not Kind.RATIO or one.quantity is None:
            continue
        part, whole = (
            observed.figures.get(thing._replace(indicator=code or ""))
            for code in (indicator.numerator, indicator.denominator)
        )
        yield _judged(one, one.quantity, part, whole, observed.policy)


def _judged(
    share: Observation,
    stated: Quantity,
    part: Observation | None,
    whole: Observation | None,
    policy: Policy,
) -> Outcome:
    check = "shares"
    if part is None or whole is None or part.quantity is None or whole.quantity is None:
        return Outcome(check, reason="figure-missing")
    if stated.base_unit != _PERCENT:
        return Outcome(check, reason="units-differ")
    if not whole.quantity.amount:
        return Outcome(check, reason="cannot-tell")
    code = _broken(stated, part.quantity, whole.quantity, policy)
    if code is None:
        return Outcome(check)
    computed = _ratio(part.quantity, whole.quantity).percent(max(-last_place(stated.value), 0))
    finding = rules()[code].at(
        *spans((share, part, whole)),
        difference=EXACT.subtract(computed or Decimal(0), stated.value),
        organization=share.organization.full_name,
        period=share.period,
        indicator=named(share),
        stated=stated,
        part=part.quantity,
        whole=whole.quantity,
        computed=f"{format_number(computed or Decimal(0))}%",
    )
    return Outcome(check, (finding,))


def _ratio(part: Quantity, whole: Quantity) -> Ratio:
    return Ratio(Quantity(part.amount), Quantity(whole.amount))


def _broken(stated: Quantity, part: Quantity, whole: Quantity, policy: Policy) -> str | None:
    """The rule that is broken, or ``None`` where the share may be right."""
    exact = part.hard(policy).is_point and whole.hard(policy).is_point
    if exact and stated.qualifier is None and stated.high is None:
        return _CODES[_ratio(part, whole).agrees_with(stated, policy)]
    for code, share, quotient in (
        ("DV676", stated.hard(policy), part.hard(policy).divided_by(whole.hard(policy))),
        ("DV677", stated.likely(policy), part.likely(policy).divided_by(whole.likely(policy))),
    ):
        if quotient is not None and not (quotient * 100).intersects(share):
            return code
    return None
