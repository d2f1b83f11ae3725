"""Reviews after so many years, against the date of the paper reviewed (DV305)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from danvan.errors import InvalidValueError
from danvan.findings import Finding, Span, rules
from danvan.reading.observations import period_of
from danvan.reports import Report
from danvan.validation.text.paper import Paper
from danvan.vietnamese.dates import format_date

__all__ = ["check_anniversaries"]

_YEARS: Final = re.compile(
    r"(?P<years>[0-9]{1,2}) năm\s+(?:(?:tổ chức\s+)?(?:triển khai,?\s+)?thực hiện|ngày ban hành)"
    r"\s+(?:các\s+)?$",
    re.IGNORECASE,
)
_REACH: Final = 70


def check_anniversaries(paper: Paper) -> Iterator[Finding]:
    """DV305: "20 năm thực hiện" of a paper that is not that old in the year of the report.

    A note, for a review may come late, and a plan may be for the year to come.
    """
    report, year = paper.report, _year(paper.report)
    for citation in paper.citations if year else ():
        before = report.text[max(0, citation.start - _REACH) : citation.start]
        found = _YEARS.search(before)
        if found is None or citation.issued_on is None:
            continue
        stated, passed = int(found["years"]), year - citation.issued_on.year
        if stated != passed:
            start = citation.start - len(before) + found.start("years")
            yield rules()["DV305"].at(
                Span(start, start + len(found["years"]), report),
                Span(citation.start, citation.end, report),
                stated=found["years"],
                passed=passed,
                year=year,
                date=format_date(citation.issued_on, "short"),
                difference=Decimal(passed - stated),
            )


def _year(report: Report) -> int:
    """The year a report is about, else 0."""
    try:
        return period_of(report).last.year
    except InvalidValueError:
        return 0
