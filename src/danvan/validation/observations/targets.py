"""What was done against what was planned or aimed at (DV656)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from danvan.findings import rules
from danvan.indicators import Fulfilment, Missing, Observation, Role
from danvan.quantities.exact import EXACT
from danvan.validation.observations.observed import Observed, named, spans
from danvan.validation.observations.outcome import Outcome
from danvan.vietnamese.numbers import format_number

__all__ = ["check_targets"]

_AIMS: Final = (Role.PLAN, Role.TARGET)


def check_targets(observed: Observed) -> Iterator[Outcome]:
    """DV656: a target or plan that the figure of its own period does not meet.

    That is no slip, so it is a note.  A result of a shorter period is not held against
    the plan of a year.
    """
    for thing, aim in observed.figures.items():
        if thing.role in _AIMS and aim.quantity is not None:
            done = observed.figures.get(thing._replace(role=Role.ACTUAL))
            yield _held(aim, done, observed)


def _held(aim: Observation, done: Observation | None, observed: Observed) -> Outcome:
    check = "targets"
    if done is None or done.quantity is None or aim.quantity is None:
        not_due = done is not None and done.missing is Missing.NOT_DUE
        return Outcome(check, reason="not-due" if not_due else "result-missing")
    if done.quantity.base_unit != aim.quantity.base_unit:
        return Outcome(check, reason="units-differ")
    fulfilment = Fulfilment(done.quantity, aim.quantity)
    met, percent = fulfilment.is_met(observed.policy), fulfilment.percent()
    if met is not False:
        return Outcome(check, reason="" if met else "cannot-tell")
    short = EXACT.subtract(done.quantity.amount, aim.quantity.amount)
    finding = rules()["DV656"].at(
        *spans((done, aim)),
        difference=EXACT.divide(short, aim.quantity.scale),
        organization=done.organization.full_name,
        period=done.period,
        indicator=named(done),
        actual=done.quantity,
        target=aim.quantity,
        percent="–" if percent is None else f"{format_number(percent)}%",
    )
    return Outcome(check, (finding,))
