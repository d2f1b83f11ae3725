"""Figures far from what the organization reported before (DV655).

The measure is the modified z-score: how many times its usual distance from the
median of its earlier figures a figure lies from that median, by the factor
that makes it comparable with a standard deviation.  Both median and usual
distance (the median of the distances) stay put when a few earlier figures are
odd themselves.  The usual distance is taken as a tenth of the median at least,
so that a steady series does not make every small change look odd.

Source: Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993; DHIS2
offers the same measure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import Final

from danvan.findings import rules
from danvan.periods import Cadence
from danvan.quantities import Interval, Quantity
from danvan.quantities.exact import EXACT, trimmed
from danvan.validation.observations.observed import Observed, Stated, named, spans
from danvan.validation.observations.outcome import Outcome
from danvan.vietnamese.exact import rounded
from danvan.vietnamese.numbers import format_number

__all__ = ["check_outliers"]

_FEWEST: Final = 6
"""With fewer earlier figures there is no saying what is usual."""
_MOST: Final = 24
"""Only this many of the latest are looked at."""
_FACTOR: Final = Decimal("0.6745")
_ODD: Final = Decimal("3.5")
_TENTH: Final = Decimal("0.1")


def check_outliers(observed: Observed) -> Iterator[Outcome]:
    """DV655: a figure far off the earlier ones of the organization, a note to look again.

    Months are held against months, years against years.  With fewer than six earlier
    figures nothing is said.
    """
    for series in observed.series():
        by_cadence: dict[Cadence, list[Stated]] = {}
        for one in series:
            by_cadence.setdefault(one.period.cadence, []).append(one)
        for cadence, run in by_cadence.items():
            if cadence is not Cadence.SPAN:
                yield from _run(run, observed)


def _run(run: Sequence[Stated], observed: Observed) -> Iterator[Outcome]:
    """Each figure of a run against those before it."""
    amounts = [one.quantity.amount for one in run]
    units = [one.quantity.base_unit for one in run]
    for at in range(1, len(run)):
        first = max(0, at - _MOST)
        if at < _FEWEST:
            yield Outcome("outliers", reason="history-short")
        elif len(set(units[first : at + 1])) > 1:
            yield Outcome("outliers", reason="units-differ")
        else:
            yield _judged(run[at], run[first:at], amounts[first:at], observed)


def _judged(
    one: Stated, before: Sequence[Stated], amounts: Sequence[Decimal], observed: Observed
) -> Outcome:
    check, figure, middle = "outliers", one.quantity, median(amounts)
    usual = median([abs(EXACT.subtract(amount, middle)) for amount in amounts])
    usual = max(usual, middle * _TENTH, figure.precision)
    score = _FACTOR * _distance(figure.likely(observed.policy), middle) / usual
    if score <= _ODD:
        return Outcome(check)
    finding = rules()["DV655"].at(
        *spans(past.observation for past in (one, *before)),
        organization=one.observation.organization.full_name,
        period=one.period,
        indicator=named(one.observation),
        figure=figure,
        count=len(before),
        median=Quantity(_short(middle / figure.scale), figure.unit),
        usual=Quantity(_short(usual / figure.scale), figure.unit),
        score=format_number(rounded(score, 1)),
    )
    return Outcome(check, (finding,))


def _short(number: Decimal) -> Decimal:
    """A number with at most two decimals, for the eye."""
    return Decimal(trimmed(rounded(number, 2)))


def _distance(interval: Interval, middle: Decimal) -> Decimal:
    """How far the nearest number of an interval lies from the median."""
    if middle in interval:
        return Decimal(0)
    ends = (end for end in (interval.low, interval.high) if end is not None)
    return min(abs(EXACT.subtract(end, middle)) for end in ends)
