"""Days and years that cannot be (DV261, DV262)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.reports import Report
from danvan.validation.text.paper import Paper
from danvan.vietnamese.sexagenary import BRANCHES, STEMS, is_year_name, year_name

__all__ = ["check_days"]

_DAY: Final = re.compile(
    r"(?<![0-9/.\-])(?:ngày\s+)?(?P<day>[0-3]?[0-9])"
    r"(?:\s+tháng\s+(?P<m1>[01]?[0-9])\s+năm\s+|(?P<sign>[/.\-])(?P<m2>[01]?[0-9])(?P=sign))"
    r"(?P<year>(?:19|20)[0-9]{2})(?![0-9/])",
    re.IGNORECASE,
)
_NAMES: Final = "|".join((*STEMS, "Kỉ", "Quí"))
_BRANCHES: Final = "|".join((*BRANCHES, "Tí", "Tị", "Mẹo"))
# the new year of a report's own time, with its calendar year or without
_NEW_YEAR: Final = re.compile(
    rf"(?:tết(?:\s+nguyên\s+đán)?|xuân)\s+(?P<name>(?:{_NAMES})\s+(?:{_BRANCHES}))(?!\w)"
    r"(?:\s*-?\s*(?:năm\s+)?(?P<year>(?:19|20)[0-9]{2}))?",
    re.IGNORECASE,
)


def check_days(paper: Paper) -> Iterator[Finding]:
    """DV261: a day no calendar has; DV262: a lunar year by a name that is not its own.

    A new year named without its calendar year is that of the report's own year
    or of one beside it; where the report has no date, it is not looked at.
    """
    report = paper.report
    for found in _DAY.finditer(report.text):
        day, month, year = (int(found[part]) for part in ("day", _month(found), "year"))
        if not _exists(day, month, year):
            yield rules()["DV261"].at(Span(*found.span(), report), day=" ".join(found[0].split()))
    for found in _NEW_YEAR.finditer(report.text):
        years = _years(report, found)
        name = " ".join(found["name"].split())
        if years and not any(is_year_name(name, year) for year in years):
            year = years[len(years) // 2]
            span = Span(*found.span("name"), report)
            yield rules()["DV262"].at(span, name=name, year=year, right=year_name(year))


def _month(found: re.Match[str]) -> str:
    return "m1" if found["m1"] else "m2"


def _exists(day: int, month: int, year: int) -> bool:
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def _years(report: Report, found: re.Match[str]) -> tuple[int, ...]:
    if found["year"]:
        return (int(found["year"]),)
    own_time = "nguyên" in found[0].casefold() and report.issued_on
    return tuple(range(own_time.year - 1, own_time.year + 2)) if own_time else ()
