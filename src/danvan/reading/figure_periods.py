"""For when a figure is: the time its sentence begins with, its heading, or its report.

"Năm 2022, ..." at the head of a sentence holds until another time is named so; a year
inside the sentence ("kế hoạch năm 2022") belongs to something else.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Final

from attrs import define, frozen

from danvan.errors import InvalidValueError
from danvan.periods import Period, find_periods
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_words import cue, spelled_words
from danvan.reports import Report
from danvan.vietnamese.date_reading import read_date

__all__ = ["PeriodsAround", "period_of"]

_PART: Final = re.compile(
    r"(?<!ngày [0-9] )(?<!ngày [0-9]{2} )(?P<part>[69] tháng(?: đầu| cuối)?|quý [IV]+"
    r"|tháng [0-9]{1,2})[^.;]{0,80}?(?P<year>năm [0-9]{4})",
    re.IGNORECASE,
)
_REVIEW: Final = re.compile(r"(?:sơ|tổng) kết \w{1,4} năm", re.IGNORECASE)
_DAY: Final = re.compile(
    r"ngày ([0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})"
)
_SINCE: Final = re.compile(
    r"từ (?:đầu )?(?:tháng (?P<month>[0-9]{1,2})\s?[/-]?\s?)?(?:năm )?(?P<year>[0-9]{4}) "
    r"(?:đến nay|đến thời điểm báo cáo|tới nay)",
    re.IGNORECASE,
)


# As far as the words of a frame reach at least: "từ năm 2022".
_FRAME_WORDS: Final = 12


def period_of(report: Report) -> Period:
    """The period a report is about.

    Its title says it: "9 tháng đầu năm 2023", "năm 2023".  A review of some years of a
    directive ("sơ kết 01 năm thực hiện ... ngày 11 tháng 02 năm 2022") is about the time
    from the day of the directive to its own; and where no title says anything, it is
    the year of its date.

    Raises:
        InvalidValueError: neither title nor date says.
    """
    title = report.title
    day = _DAY.search(title)
    if day and report.issued_on and _REVIEW.search(title):
        first = read_date(day[1]).day
        if first <= report.issued_on:
            return Period(first, report.issued_on)
    named = [(found.start, found.period) for found in find_periods(title)]
    for part in _PART.finditer(title):
        words = f"{part['part']} {part['year']}"
        named += [(part.start(), found.period) for found in find_periods(words)]
    if named:
        return min(named, key=lambda one: one[0])[1]
    if report.issued_on:
        return Period.year(report.issued_on.year)
    raise InvalidValueError("period of a report", title, "a year in its title, or a date")


@frozen
class _Frame:
    """A time named at the head of a sentence."""

    at: int
    period: Period


@define(eq=False)
class PeriodsAround:
    """The times a passage and what stands above it are about.

    Attributes:
        passage: the passage.
        report_period: the period of the report.
        above: of a footnote, the times of the passage it hangs on.
    """

    passage: Passage
    report_period: Period
    above: PeriodsAround | None

    def period_of(self, figure: Figure, *, earlier: bool) -> Period:
        """The time a figure is for; the same days a year before where it is given as earlier."""
        period = self._beside(figure) or self.at(figure.start)
        return period.same_period_last_year() if earlier else period

    def _beside(self, figure: Figure) -> Period | None:
        """In a report on several years, the year named before a figure in its clause."""
        whole = self.report_period
        if whole.first.year == whole.last.year:
            return None
        start = self.passage.clause_start(figure.start)
        framed = [frame.at for frame in self._frames if frame.at < figure.start]
        start = max(start, framed[-1] + _FRAME_WORDS if framed else 0)
        named = list(find_periods(self.passage.text[start : figure.start]))
        if named and whole.overlaps(named[-1].period) and named[-1].period.days < 367:
            return named[-1].period
        return None

    def at(self, offset: int) -> Period:
        """The time that holds at a place."""
        frames = self._frames
        found = bisect_right(frames, offset, key=lambda frame: frame.at) - 1
        if found >= 0:
            return frames[found].period
        if self.above is not None and self.passage.anchor is not None:
            return self.above.at(self.passage.anchor[1])
        return self._heading or self.report_period

    @cached_property
    def _heading(self) -> Period | None:
        for heading in self.passage.headings:
            ending = heading.rstrip(" .:*)")
            for found in find_periods(ending):
                if found.end == len(ending):
                    return found.period
        return None

    @cached_property
    def _frames(self) -> list[_Frame]:
        return sorted(self._named(), key=lambda frame: frame.at)

    def _named(self) -> Iterator[_Frame]:
        text = self.passage.text
        for found in find_periods(text):
            if self._is_head(found.start):
                yield _Frame(found.start, found.period)
        for since in _SINCE.finditer(text):
            first = date(int(since["year"]), int(since["month"] or 1), 1)
            last = self.passage.report.issued_on or self.report_period.last
            if self._is_head(since.start()) and first <= last:
                yield _Frame(since.start() + 1, Period(first, last))

    def _is_head(self, offset: int) -> bool:
        lead = self.passage.text[self.passage.clause_start(offset) : offset]
        words = spelled_words(lead) if len(lead) < 40 else ("?",)
        return not words or words in cue("lead")
