"""A report as the checks see it: its passages and its citations, each found once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from attrs import define

from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations
from danvan.reports import Report
from danvan.validation.text.passages import Passage, passages

__all__ = ["Paper"]


@define(eq=False)
class Paper:
    """What several checks look at, made from a report when it is first asked for.

    Attributes:
        report: the report.
    """

    report: Report

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its paragraphs in reading order, each with the footnotes that hang on it."""
        return tuple(passages(self.report))

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The papers it cites, in order."""
        return tuple(find_citations(self.report.text))

    def __iter__(self) -> Iterator[tuple[int, Passage]]:
        """Every passage and footnote, each with the number of the paragraph it belongs to."""
        for number, passage in enumerate(self.passages):
            yield number, passage
            for _, notes in passage.footnotes:
                for note in notes:
                    yield number, note
