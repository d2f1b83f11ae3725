"""The papers of a folder, and what is in them, as tables a researcher can work with."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import field, frozen

import danvan
from danvan import _fields, notebook
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.findings import Findings, in_order
from danvan.organizations import Organizations
from danvan.quantities import Quantity
from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations
from danvan.reading.corrections import Correction
from danvan.reading.figure_mapping import map_figures, unmapped_figures
from danvan.reading.mapping import ComparedFigure, FigureMapping, MappedFigure, UnmappedFigure
from danvan.reports import Report

__all__ = ["CitationRow", "Corpus", "FigureRow"]

_AROUND = 70


@frozen
class FigureRow:
    """One figure of one paper.

    Attributes:
        paper: the name of the paper.
        place: where its numeral stands in the text, its first code point and the one
            after its last.
        period: the period it is for, or "" where neither figure nor paper says.
        indicator: the code of the indicator it is of, or "".
        value: the figure as stated.
        quote: the words around it.
        confidence: how sure indicator, organization and period are, from 0 to 1; 0
            without an indicator.
        organization: the full name of the body whose figure it is, or "".
        breakdown: the parts it is of, ``"level=commune"``, or "".
        role: what it is meant as: "actual", "plan", "target" or "forecast"; "change" where
            it says how far another figure moved; "" where that is not known.
    """

    paper: str
    place: tuple[int, int]
    period: str
    indicator: str
    value: Quantity
    quote: str
    confidence: Decimal
    organization: str = ""
    breakdown: str = ""
    role: str = ""

    def _cells_(self) -> dict[str, object]:
        return {
            "Văn bản": self.paper,
            "Chỉ tiêu": self.indicator,
            "Đơn vị": self.organization,
            "Phần": self.breakdown,
            "Thời gian": self.period,
            "Số liệu": self.value,
            "Tin cậy": self.confidence,
            "Trích": f"… {self.quote.partition(' ')[2].rpartition(' ')[0] or self.quote} …",
        }


@frozen
class CitationRow:
    """One citation of one paper.

    Attributes:
        paper: the name of the paper that cites.
        citation: what it cites, with its place there.
    """

    paper: str
    citation: Citation

    def _cells_(self) -> dict[str, object]:
        return {"Văn bản": self.paper, **self.citation._cells_()}


@frozen
class Corpus:
    """The papers of a folder.

    Attributes:
        reports: those that were read, by the name of the file.
        failures: one error for each file that was not.
        corrections: for each report, in their order, what a person has decided about its
            figures; empty where nobody has.
    """

    reports: tuple[Report, ...] = field(default=(), validator=_fields.tuple_of(Report))
    failures: tuple[UnreadableFileError, ...] = field(
        default=(), validator=_fields.tuple_of(UnreadableFileError)
    )
    corrections: tuple[tuple[Correction, ...], ...] = field(
        default=(), validator=_fields.tuple_of(tuple)
    )

    def __attrs_post_init__(self) -> None:
        if self.corrections and len(self.corrections) != len(self.reports):
            want = f"those of {len(self.reports)} reports, or none"
            raise InvalidValueError("Corpus.corrections", len(self.corrections), want)

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def _repr_html_(self) -> str:
        failed = [str(error) for error in self.failures[: notebook.MOST_ROWS]]
        notes = [f"{len(self.failures)} tệp không đọc được:", *failed] if failed else ()
        title = f"{len(self)} văn bản"
        return notebook.table(title, map(_overview, self.reports), len(self), notes)

    def mappings(self, organizations: Organizations | None = None) -> Iterator[FigureMapping]:
        """The figures of each paper with what they count, corrections applied.

        A paper that says nowhere what time it is about has none.

        Args:
            organizations: the tree the bodies the papers name belong to; without one it
                stays open whose the figures are.
        """
        corrections = self.corrections or ((),) * len(self.reports)
        for report, decided in zip(self.reports, corrections, strict=True):
            try:
                yield map_figures(report, organizations, corrections=decided)
            except InvalidValueError:
                yield FigureMapping(report, (), unmapped=unmapped_figures(report))

    def table(self, organizations: Organizations | None = None) -> notebook.Rows[FigureRow]:
        """Every figure of every paper, a row each; none is left out.

        A figure that is of several bodies alike has a row for each.
        """
        return notebook.Rows(row for one in self.mappings(organizations) for row in _rows(one))

    def citations(self) -> notebook.Rows[CitationRow]:
        """Every citation of every paper."""
        return notebook.Rows(
            CitationRow(report.name, citation)
            for report in self.reports
            for citation in find_citations(report.text)
        )

    def check(self) -> Findings:
        """What is wrong in the papers, and in what a person decided about their figures.

        See :func:`danvan.check`; a correction that no longer finds its place is DV691.
        """
        pairs = zip(self.reports, self.corrections, strict=False)
        decided = [(report, own) for report, own in pairs if own]
        reports, corrections = zip(*decided, strict=True) if decided else ((), ())
        mappings = Corpus(tuple(reports), (), tuple(corrections)).mappings()
        lost = [finding for mapping in mappings for finding in mapping.findings]
        return in_order([*danvan.check(*self.reports), *lost])


def _overview(report: Report) -> dict[str, object]:
    return {
        "Tệp": report.name,
        "Số, ký hiệu": str(report.number or ""),
        "Ngày": report.issued_on,
        "Tên loại": report.kind,
        "Trích yếu": report.title,
        "Số chữ": len(report.text.split()),
    }


def _rows(mapping: FigureMapping) -> list[FigureRow]:
    report = mapping.report
    rows = [
        _row(
            report,
            figure,
            str(figure.period),
            figure.indicator.code,
            figure.confidence,
            figure.organization.full_name if figure.organization else "",
            "; ".join(f"{dimension}={value}" for dimension, value in figure.breakdown),
            figure.role.value,
        )
        for figure in mapping.figures
    ]
    rows += [
        _row(report, one, str(one.figure.period), "", Decimal(0), "", "", "change")
        for one in mapping.comparisons
    ]
    rows += [_row(report, one, "", "", Decimal(0), "", "", "") for one in mapping.unmapped]
    return sorted(rows, key=lambda row: row.place)


def _row(
    report: Report,
    figure: MappedFigure | ComparedFigure | UnmappedFigure,
    period: str,
    indicator: str,
    confidence: Decimal,
    *others: str,
) -> FigureRow:
    start, end = figure.span.start, figure.span.end
    around = report.text[max(0, start - _AROUND) : end + _AROUND]
    quote = " ".join(around.split())
    return FigureRow(
        report.name, (start, end), period, indicator, figure.quantity, quote, confidence, *others
    )
