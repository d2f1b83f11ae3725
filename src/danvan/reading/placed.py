"""Words and figures of a report that know their place in it."""

from __future__ import annotations

from functools import cached_property

from attrs import define, frozen

from danvan.findings import Span
from danvan.reading.quantities import QuantityMention
from danvan.reports import Paragraph, Report
from danvan.vietnamese.cleaning import Cleaned, clean

__all__ = ["PlacedFigure", "PlacedWords"]


@frozen(eq=False)
class PlacedFigure:
    """One figure of a passage.

    Attributes:
        mention: the figure as it was read; its offsets are those of the passage.
        span: where its numeral stands in the report.
    """

    mention: QuantityMention
    span: Span

    @property
    def start(self) -> int:
        """Where its numeral begins in the passage."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where its unit ends in the passage."""
        return max(self.mention.end, self.mention.unit_end)

    @property
    def unit(self) -> str:
        """What it counts, in small letters."""
        return self.mention.unit.casefold()


@define(eq=False)
class PlacedWords:
    """A paragraph or a footnote of a report, its words in one form.

    Attributes:
        report: the report it belongs to.
        paragraph: its words as they were read.
    """

    report: Report
    paragraph: Paragraph

    @cached_property
    def _cleaned(self) -> Cleaned:
        return clean(self.paragraph.text)

    @property
    def text(self) -> str:
        """Its words, cleaned."""
        return self._cleaned.text

    def span(self, start: int, end: int) -> Span:
        """A stretch of it as a place in the report."""
        return Span(*self.paragraph.span(*self._cleaned.span(start, end)), self.report)

    def place(self, offset: int) -> int:
        """Where an offset of the paragraph lies in the text."""
        return self._cleaned.place(offset)
