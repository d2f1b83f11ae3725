"""Write a report as plain text, and give every part of it its place there.

A report that was put together by a program has no source.  :func:`composed`
gives it one: the text an office would publish, into which the parts then
point, so that it can be checked like any other paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from danvan.document_number import DocumentNumber, NumberStyle
from danvan.reports.closing import Recipient, Signature
from danvan.reports.footnote import Footnote
from danvan.reports.inline import superscript
from danvan.reports.letterhead import Letterhead
from danvan.reports.numbering import is_prose
from danvan.reports.paragraph import Extent, Paragraph
from danvan.reports.plain import Written, written
from danvan.reports.report import Annex, Report
from danvan.reports.section import Section
from danvan.reports.table import Cell, Table
from danvan.vietnamese.dates import format_date

__all__ = ["composed", "date_line", "number_line"]

_SEPARATOR = "_____"
_INDENT = "    "
_BLANK_DATE = "ngày    tháng    năm"


def composed(report: Report) -> Report:
    """The same report with the text an office would publish, every part in its place.

    The text carries no emphasis, for plain paper has none.

    >>> from danvan.reports import Section
    >>> report = composed(Report("mẫu", kind="Báo cáo", title="tháng 9",
    ...                   sections=(Section("I.", "KẾT QUẢ", ("Kết nạp **934** hội viên.",)),)))
    >>> print(report.text)
    BÁO CÁO
    tháng 9
    <BLANKLINE>
    I. KẾT QUẢ
    <BLANKLINE>
    Kết nạp 934 hội viên.
    >>> start, end = report.sections[0].paragraphs[0].span(8, 11)
    >>> report.text[start:end]
    '934'
    """
    return _Sheet().report(report)


def number_line(letterhead: Letterhead) -> str:
    """The line of the number: ``Số 350-BC/HU`` for the Party, ``Số: 41/KH-UBND`` for the State."""
    number = letterhead.number
    if number is None:
        return letterhead.number_text
    return f"{_number_word(number)}{number}"


def _number_word(number: DocumentNumber) -> str:
    return "Số " if number.style is NumberStyle.PARTY else "Số: "


def date_line(letterhead: Letterhead) -> str:
    """The line of place and date: ``Tam Đường, ngày 06 tháng 9 năm 2023``.

    Where the date is missing, blanks to be filled in stand in its place.
    """
    if letterhead.issued_on is None:
        return letterhead.date_text or (letterhead.place and f"{letterhead.place}, {_BLANK_DATE}")
    day = format_date(letterhead.issued_on)
    return f"{letterhead.place}, {day}" if letterhead.place else day


class _Sheet:
    """A text that grows from top to bottom."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.anchors: dict[str, list[int]] = {}
        self.end = 0

    def write(self, words: str) -> Extent:
        """Put words behind the others."""
        start = self.end
        self.written.append(words)
        self.end += len(words)
        return start, self.end

    def line(self, words: str) -> Extent:
        """Put words on a line of their own, right under the last."""
        if self.end:
            self.write("\n")
        return self.write(words)

    def gap(self) -> None:
        """Leave a line blank before what comes next."""
        if self.end:
            self.write("\n")

    def report(self, report: Report) -> Report:
        letterhead = report.letterhead and self.letterhead(report.letterhead)
        heading = self.heading(report)
        preamble, tables = self.paragraphs(report.preamble, report.tables)
        sections = tuple(map(self.section, report.sections))
        footnotes = self.footnotes(report.footnotes)
        recipients = self.recipients(report.recipients)
        signature = report.signature and self.signature(report.signature)
        remainder, _ = self.paragraphs(report.remainder, ())
        annexes = tuple(map(self.annex, report.annexes))
        return evolve(
            report,
            text="".join(self.written),
            letterhead=letterhead,
            heading_span=heading,
            preamble=preamble,
            tables=tables,
            sections=sections,
            footnotes=tuple(map(self.anchored, footnotes)),
            recipients=recipients,
            signature=signature,
            remainder=remainder,
            annexes=annexes,
            repairs=(),
        )

    def letterhead(self, head: Letterhead) -> Letterhead:
        for words in filter(None, (head.upper_body, head.body)):
            self.line(words)
        spans: dict[str, Extent] = {}
        if words := number_line(head):
            _, end = self.line(words)
            if head.number:
                spans["number_span"] = end - len(str(head.number)), end
        for stamp in filter(None, (head.secrecy, head.urgency, head.draft)):
            self._apart(stamp)
        if head.motto:
            self._apart(head.motto)
        if words := date_line(head):
            _, end = self._apart(words)
            if head.issued_on:
                spans["date_span"] = end - len(format_date(head.issued_on)), end
        return evolve(head, span=(0, self.end), **spans)  # type: ignore[arg-type]  # spans by name

    def heading(self, report: Report) -> Extent:
        self.gap()
        start = self.end + 1 if self.end else 0
        for words in filter(None, (report.kind.upper(), _line(report.title))):
            self.line(words)
        if report.addressed_to:
            self._apart(f"Kính gửi: {_line(report.addressed_to)}")
        return min(start, self.end), self.end

    def _apart(self, words: str) -> Extent:
        self.gap()
        return self.line(words)

    def paragraphs(
        self, paragraphs: Sequence[Paragraph], tables: Sequence[Table]
    ) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
        placed: list[Paragraph] = []
        laid: list[Table] = []
        waiting = list(tables)
        for at, paragraph in enumerate(paragraphs):
            while waiting and waiting[0].after <= at:
                laid.append(self.table(waiting.pop(0)))
            self.gap()
            placed.append(self.paragraph(paragraph))
        laid.extend(map(self.table, waiting))
        return tuple(placed), tuple(laid)

    def paragraph(self, paragraph: Paragraph, before: str = "\n") -> Paragraph:
        if self.end:
            self.write(before)
        start, plain = self.end, written(paragraph)
        self.called(plain)
        self.write(plain.words)
        return paragraph.moved((at, start + source, length) for at, source, length in plain.pieces)

    def called(self, plain: Written) -> None:
        """Remember where the marks of what is about to be written will stand."""
        for mark, at in plain.anchors:
            self.anchors.setdefault(mark, []).append(self.end + at)

    def section(self, section: Section) -> Section:
        self.gap()
        start = self.end + 1 if self.end else 0
        self.line(section.number)
        rest = section.paragraphs
        first: tuple[Paragraph, ...] = ()
        if section.heading:
            self._heading(section)
        heading = start, self.end
        if section.number and not section.heading and rest:
            first, rest = (self.paragraph(rest[0], before=" "),), rest[1:]
        tables = [evolve(t, after=max(0, t.after - len(first))) for t in section.tables]
        paragraphs, laid = self.paragraphs(rest, tables)
        return evolve(
            section,
            heading_span=heading,
            paragraphs=first + paragraphs,
            tables=tuple(
                evolve(new, after=old.after) for new, old in zip(laid, section.tables, strict=True)
            ),
            sections=tuple(map(self.section, section.sections)),
            span=(start, self.end),
        )

    def _heading(self, section: Section) -> None:
        plain = written(Paragraph(section.heading, section.heading_marks))
        words = plain.words
        apart = section.number.casefold().startswith(("phần", "chương"))
        caps = section.heading.isupper()
        if apart:
            self.gap()
            self.write("\n")
        elif section.number:
            self.write(" ")
        stars = "**" if not caps and (apart or not section.number or is_prose(words)) else ""
        self.write(stars)
        self.called(plain)
        self.write(f"{words}{stars}")

    def footnotes(self, footnotes: Sequence[Footnote]) -> tuple[Footnote, ...]:
        if not footnotes:
            return ()
        self._apart(_SEPARATOR)
        return tuple(map(self.footnote, footnotes))

    def footnote(self, note: Footnote) -> Footnote:
        start, _ = self._apart(superscript(note.mark))
        placed = [self.paragraph(note.paragraphs[0], before=" ")]
        for more in note.paragraphs[1:]:
            self.gap()
            placed.append(self.paragraph(more, before=f"\n{_INDENT}"))
        return evolve(note, paragraphs=tuple(placed), span=(start, self.end))

    def anchored(self, note: Footnote) -> Footnote:
        """The footnote with the place of the mark that calls for it."""
        calling = self.anchors.get(note.mark)
        return evolve(note, anchor=calling.pop(0) if calling else None)

    def recipients(self, recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
        if not recipients:
            return ()
        self._apart("Nơi nhận:")
        last = len(recipients) - 1
        placed = []
        for at, recipient in enumerate(recipients):
            start, end = self.line(f"- {_line(str(recipient))}")
            self.write("." if at == last else ",")
            placed.append(evolve(recipient, span=(start, end + 1)))
        return tuple(placed)

    def signature(self, signature: Signature) -> Signature:
        self.gap()
        start = self.end + 1
        for words in filter(None, (signature.mandate, signature.post)):
            self.line(words)
        if signature.signer:
            self._apart(signature.signer)
        return evolve(signature, span=(start, self.end))

    def annex(self, annex: Annex) -> Annex:
        self.gap()
        start = self.end + 1 if self.end else 0
        spans: dict[str, Extent | None] = {}
        if annex.title:
            self.line(annex.title)
        if annex.attached_to:
            first, _ = self.line(f"({annex.attached_to})")
            for name, place in _in_line(annex):
                spans[name] = place and (first + 1 + place[0], first + 1 + place[1])
        paragraphs, tables = self.paragraphs(annex.paragraphs, annex.tables)
        sections = tuple(map(self.section, annex.sections))
        return evolve(
            annex,
            paragraphs=paragraphs,
            tables=tables,
            sections=sections,
            span=(start, self.end),
            **spans,  # type: ignore[arg-type]  # spans by name
        )

    def table(self, table: Table) -> Table:
        self.gap()
        bars = len(table.header) == 1
        start = self.end + 1 if self.end else 0
        header, *rows = [self.row(row, bars) for row in (table.header, *table.rows)]
        return evolve(table, header=header, rows=tuple(rows), span=(start, self.end))

    def row(self, cells: Sequence[Cell], bars: bool) -> tuple[Cell, ...]:
        self.line("| " if bars else "")
        placed = []
        for at, cell in enumerate(cells):
            if at:
                self.write("\t")
            placed.append(self.cell(cell))
        if bars:
            self.write(" |")
        return tuple(placed)

    def cell(self, cell: Cell) -> Cell:
        start = self.end
        several = len(cell.paragraphs) > 1
        placed = []
        for paragraph in cell.paragraphs:
            if several:
                self.write("<p>")
            placed.append(self.paragraph(paragraph, before=""))
            if several:
                self.write("</p>")
        return evolve(cell, paragraphs=tuple(placed), span=(start, self.end))


def _in_line(annex: Annex) -> Iterator[tuple[str, Extent | None]]:
    """Where number and date stand in the line that ties an annex to its paper."""
    day = annex.issued_on
    days = [format_date(day), format_date(day, "short")] if day else []
    for name, words in (("number_span", [str(annex.number)]), ("date_span", days)):
        written = "|".join(map(re.escape, words)) or "(?!)"
        found = re.search(f"(?:ngày )?(?:{written})", annex.attached_to)
        yield name, found.span() if found else None


def _line(words: str) -> str:
    """A line that is no paragraph as plain text; it may be empty."""
    return written(Paragraph(words)).words if words else ""
