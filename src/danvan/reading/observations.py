"""From the figures of a report to observations: which indicator, whose, for when.

A figure becomes an observation where its unit is one the indicator accepts and
the words around it are those of the indicator; whose it is, the nearest body
named before it in the sentence says, else the body that speaks.  A figure for
which no indicator is clear is left out, and stays where it was found:
:func:`~danvan.reading.find_quantities` has them all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from attrs import frozen

from danvan.errors import InvalidValueError
from danvan.findings import Span
from danvan.indicators import Indicator, Observation, indicators
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reading.organizations import OrganizationMention, find_organizations
from danvan.reading.quantities import QuantityMention, find_quantities
from danvan.reports import Report
from danvan.vietnamese.letters import fold

__all__ = ["IndicatorMatch", "find_observations", "match_indicator", "period_of"]

_BEFORE: Final = 110
_AFTER: Final = 50
_ENOUGH: Final = Decimal("0.6")
_HUNDREDTH: Final = Decimal("0.01")
# words of indicator names, folded, that say nothing of what is counted
_NAMELESS: Final = frozenset(
    {"so", "luot", "nguoi", "duoc", "cac", "va", "cua", "do", "la", "voi", "cho", "theo", "trong"}
)
_YEAR: Final = r"[^.;]{0,80}?năm (?P<year>[0-9]{4})"
_PART: Final = r"(?P<part>[69] tháng(?: đầu| cuối)?|quý [IV]+|tháng [0-9]{1,2})"
_PERIODS: Final = (re.compile(_PART + _YEAR, re.IGNORECASE), re.compile(_YEAR, re.IGNORECASE))


def find_observations(report: Report, organizations: Organizations) -> tuple[Observation, ...]:
    """The figures of a report whose indicator, organization and period are clear.

    Args:
        report: a report that was read from a text.
        organizations: the tree the bodies it names belong to.

    Raises:
        InvalidValueError: the period of the report cannot be told from its title or date.
    """
    period = period_of(report)
    return tuple(_observations(report, organizations, period))


def period_of(report: Report) -> Period:
    """The period a report is about, from its title; else the year of its date.

    Raises:
        InvalidValueError: neither says.
    """
    for form in _PERIODS:
        if found := form.search(report.title):
            part = f"{found['part']} " if "part" in form.groupindex else ""
            return Period.parse(f"{part}năm {found['year']}")
    if report.issued_on:
        return Period.year(report.issued_on.year)
    raise InvalidValueError("period of a report", report.title, "a year in its title, or a date")


def _observations(
    report: Report, organizations: Organizations, period: Period
) -> Iterator[Observation]:
    text = report.text
    named = [
        mention
        for mention in find_organizations(text, organizations)
        if mention.best is not None and mention.best.is_open(period.last)
    ]
    starts = [mention.start for mention in named]
    roots = organizations.roots(period.last)
    for figure in find_quantities(text):
        match = match_indicator(text, figure)
        whose = _whose(text, figure, named, starts) or (roots[0] if len(roots) == 1 else None)
        if match is not None and whose is not None:
            yield Observation(
                match.indicator,
                whose,
                period,
                figure.quantity,
                source=report.name,
                span=Span(figure.start, figure.end, report),
            )


@frozen
class IndicatorMatch:
    """An indicator that a figure may be of.

    Attributes:
        indicator: the indicator.
        confidence: the share of the words of its name that stand around the figure.
    """

    indicator: Indicator
    confidence: Decimal


def match_indicator(text: str, figure: QuantityMention) -> IndicatorMatch | None:
    """The one indicator whose unit fits and whose words stand around the figure."""
    around = text[max(0, figure.start - _BEFORE) : figure.unit_end + _AFTER]
    words = set(fold(around).split())
    scored = sorted(
        (
            (Decimal(len(wanted & words)) / len(wanted), indicator)
            for indicator, wanted in _of_unit(figure.unit.casefold())
        ),
        key=lambda pair: -pair[0],
    )
    if not scored or scored[0][0] < _ENOUGH:
        return None
    if len(scored) > 1 and scored[1][0] == scored[0][0]:
        return None
    return IndicatorMatch(scored[0][1], scored[0][0].quantize(_HUNDREDTH))


@cache
def _of_unit(unit: str) -> tuple[tuple[Indicator, frozenset[str]], ...]:
    """The indicators that accept a unit, each with the words its name is known by."""
    return tuple(
        (indicator, wanted)
        for indicator in indicators()
        if unit and indicator.accepts(unit) and (wanted := _words(indicator))
    )


def _words(indicator: Indicator) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", fold(indicator.name))) - _NAMELESS


def _whose(
    text: str, figure: QuantityMention, named: list[OrganizationMention], starts: list[int]
) -> Organization | None:
    at = bisect_right(starts, figure.start) - 1
    if at < 0 or re.search(r"[.\n]\s", text[named[at].end : figure.start]):
        return None
    return named[at].best
