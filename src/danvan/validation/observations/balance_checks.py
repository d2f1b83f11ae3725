"""Balances drawn up from figures, and what was carried over (DV673 to DV675, DV633)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from danvan.indicators import Observation
from danvan.validation.observations.balances import Balance
from danvan.validation.observations.comparing import Codes, held_against
from danvan.validation.observations.observed import Observed, Thing, named
from danvan.validation.observations.outcome import Outcome

__all__ = ["check_balances", "check_carried_over"]

_BALANCE: Final[Codes] = ("DV674", "DV675")
_CARRIED: Final[Codes] = ("DV633", "DV673")


def check_balances(observed: Observed) -> Iterator[Outcome]:
    """DV674, DV675: what was carried over and came in, against what is done and pending.

    All four figures are wanted, of one body, period and part; a missing one is no zero.
    """
    for balance in observed.balances:
        codes = (balance.opening, balance.received, balance.done, balance.pending)
        for found in _together(observed, codes):
            given = [found.get(code) for code in codes]
            parts = [one for one in given if one is not None and one.quantity is not None]
            if len(parts) < len(codes):
                yield Outcome("balance", reason="figure-missing")
                continue
            yield held_against(
                "balance",
                _BALANCE,
                parts[:2],
                parts[2:],
                observed.policy,
                what=balance.name,
                parts=" + ".join(str(one.quantity) for one in parts[:2]),
                wholes=" + ".join(str(one.quantity) for one in parts[2:]),
            )


def _together(observed: Observed, codes: tuple[str, ...]) -> Iterator[dict[str, Observation]]:
    """The observations of some indicators, those of one body, period and part together."""
    found: dict[Thing, dict[str, Observation]] = {}
    for thing, one in observed.figures.items():
        if thing.indicator in codes:
            found.setdefault(thing._replace(indicator=""), {})[thing.indicator] = one
    return iter(found.values())


def check_carried_over(observed: Observed) -> Iterator[Outcome]:
    """DV633, DV673: what a period carried over, against what was left of the one before."""
    for balance in observed.balances:
        left = _left(observed, balance)
        for thing, one in observed.figures.items():
            if thing.indicator != balance.opening or one.quantity is None:
                continue
            day = thing.period.first
            before = day != date.min and left.get(_at(thing, day - timedelta(days=1)))
            if not before or before.quantity is None:
                yield Outcome("carried-over", reason="figure-missing")
                continue
            yield held_against(
                "carried-over", _CARRIED, [before], [one], observed.policy, indicator=named(one)
            )


def _left(observed: Observed, balance: Balance) -> dict[tuple[object, ...], Observation]:
    """What was pending on the last day of each period."""
    return {
        _at(thing, thing.period.last): one
        for thing, one in observed.figures.items()
        if thing.indicator == balance.pending
    }


def _at(thing: Thing, day: date) -> tuple[object, ...]:
    return thing.organization, thing.breakdown, thing.role, thing.scope, day
