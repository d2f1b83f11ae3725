"""Write a report as a Word file, laid out as the norm of its day has it.

Needs the extra ``docx``.  Head and foot stand in two columns, footnotes are
real ones, page numbers begin on the second page, headings are headings.
"""

# ruff: noqa: SLF001  # python-docx gives its XML by these names, and has no others

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Final

from danvan.errors import MissingExtraError
from danvan.rendering.layout import LayoutNorm, family_of, norm_for
from danvan.reports import (
    Annex,
    Cell,
    Footnote,
    Letterhead,
    Paragraph,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
)
from danvan.reports.composing import date_line, number_line
from danvan.reports.inline import runs, superscript

try:
    import docx
    from docx.document import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Pt
    from docx.table import _Cell as WordCell
    from docx.text.paragraph import Paragraph as WordParagraph

    from danvan.integrations.docx import styles as look
    from danvan.integrations.docx.footnotes import FootnotesPart, own_mark, reference
    from danvan.integrations.docx.legible import legible
except ImportError as error:
    raise MissingExtraError("danvan.integrations.docx.writing", "python-docx", "docx") from error

__all__ = ["to_document", "write_file"]

_PAGE_WIDTH: Final = Decimal(210)
_LEFT: Final = Decimal("0.42")
_CELL_EDGES: Final = Decimal(6)
_LINES_FOR_SIGNING: Final = 4
_TABLE_SIZE: Final = Decimal(12)
_LONGEST_PROPERTY: Final = 255
_CENTER = WD_ALIGN_PARAGRAPH.CENTER


def write_file(report: Report, path: Path) -> None:
    """Write the report to a ``.docx`` file."""
    to_document(report).save(str(path))


def to_document(report: Report, norm: LayoutNorm | None = None) -> Document:
    """The report as a document of python-docx.

    Args:
        report: what to write.
        norm: the layout; left out, the one that the report's family and date call for.

    A character that XML has no place for becomes U+FFFD.
    """
    norm = norm or norm_for(family_of(report), report.issued_on)
    return _Writer(legible(report), norm).document()


class _Writer:
    """One report on its way into Word."""

    def __init__(self, report: Report, norm: LayoutNorm) -> None:
        self.report = report
        self.norm = norm
        self.doc: Document = docx.Document()
        self.room = _PAGE_WIDTH - norm.margin_left.used - norm.margin_right.used
        self.notes = FootnotesPart()
        self.counted = 0
        self.waiting: dict[str, list[Footnote]] = {}
        for note in report.footnotes:
            self.waiting.setdefault(note.mark, []).append(note)

    def document(self) -> Document:
        report = self.report
        look.set_page(self.doc, self.norm)
        parted = any(map(look.is_part, report.sections))
        look.set_styles(self.doc, self.norm, upright=3 if parted else 2)
        if report.letterhead:
            self.letterhead(report.letterhead)
        self.heading()
        self.content(report.preamble, report.tables)
        for section in report.sections:
            self.section(section, 1)
        called = {mark for part in self.marked() for _, mark in part}
        for note in report.footnotes:
            if note.mark not in called:
                self.uncalled(note)
        if report.recipients or report.signature:
            self.closing(report.recipients, report.signature)
        self.content(report.remainder, ())
        for annex in report.annexes:
            self.annex(annex)
        if self.notes.last:
            self.notes.attach(self.doc)
        self.properties()
        return self.doc

    def marked(self) -> list[tuple[tuple[int, str], ...]]:
        """The footnote marks of every paragraph and heading."""
        report = self.report
        annexed = [section for annex in report.annexes for top in annex.sections for section in top]
        headings = [section.heading_marks for section in (*report, *annexed)]
        return headings + [paragraph.marks for paragraph in report.paragraphs()]

    def properties(self) -> None:
        report, properties = self.report, self.doc.core_properties
        body = report.letterhead.body if report.letterhead else ""
        properties.title = f"{report.kind} {report.title}".strip()[:_LONGEST_PROPERTY]
        properties.author = body[:_LONGEST_PROPERTY]
        properties.language, properties.comments = "vi-VN", ""

    def letterhead(self, head: Letterhead) -> None:
        norm = self.norm
        words = head.motto.split("\n")
        sizes = [*(size.used for size in norm.motto), *[norm.motto[-1].used] * len(words)]
        widths = [look.printed_width(*line) for line in zip(words, sizes, strict=False)]
        beside = self.beside(head, max(widths))
        left, right = self.side_by_side(beside)
        self.line(left, head.upper_body, norm.upper_body.used)
        self.line(left, head.body, norm.body_name.used, bold=True)
        if head.body and norm.under_body == "asterisk":
            self.line(left, "*", norm.body_name.used)
        elif head.body:
            look.put_rule(left.add_paragraph(), beside / 3, beside - _CELL_EDGES)
        self.line(left, number_line(head), norm.number.used)
        for stamp in (head.secrecy, head.urgency):
            if stamped := self.line(left, stamp, norm.number.used, bold=True):
                look.put_frame(stamped)
        self.line(left, head.draft, norm.number.used, bold=True)
        for line, size in zip(words, sizes, strict=False):
            self.line(right, line, size, bold=True)
        if head.motto:
            look.put_rule(right.add_paragraph(), widths[-1], self.room - beside - _CELL_EDGES / 2)
        self.line(right, date_line(head), norm.date.used, italic=True)

    def beside(self, head: Letterhead, right: Decimal) -> Decimal:
        """How wide the left column of a head is: wide enough for the body, if the right leaves it.

        Args:
            head: the head.
            right: how wide the words at the right are.
        """
        body = look.printed_width(head.body, self.norm.body_name.used) + _CELL_EDGES
        return min(max(self.room * _LEFT, body), self.room - right - _CELL_EDGES)

    def side_by_side(self, beside: Decimal) -> tuple[WordCell, WordCell]:
        """Two columns without lines, the left of a width."""
        table = self.doc.add_table(1, 2)
        look.without_lines(table, (beside, self.room - beside))
        look.keep_whole(table)
        left, right = table.rows[0].cells
        return left, right

    def line(
        self,
        cell: WordCell | Document,
        words: str,
        size: Decimal,
        *,
        bold: bool = False,
        italic: bool = False,
        underline: bool = False,
        middle: bool = True,
    ) -> WordParagraph | None:
        """One line of a head or foot; nothing where there are no words."""
        if not words:
            return None
        fresh = isinstance(cell, WordCell) and len(cell.paragraphs) == 1 and not cell.text
        paragraph = cell.paragraphs[0] if fresh else cell.add_paragraph()
        if middle:
            paragraph.alignment = _CENTER
        run = paragraph.add_run(words)
        run.font.size = Pt(float(size))
        run.bold, run.italic, run.underline = bold or None, italic or None, underline or None
        return paragraph

    def heading(self) -> None:
        report, norm = self.report, self.norm
        kind = self.line(self.doc, report.kind.upper(), norm.kind.used, bold=True)
        if kind:
            kind.paragraph_format.space_before = Pt(18)
        if title := self.line(self.doc, report.title, norm.title.used, bold=True):
            look.balance(title, report.title, norm.title.used, self.room)
        if (report.kind or report.title) and norm.under_title == "hyphens":
            self.line(self.doc, "-----", norm.title.used)
        elif report.kind or report.title:
            look.put_rule(self.doc.add_paragraph(), self.room / 4, self.room)
        if report.addressed_to:
            self.line(self.doc, f"Kính gửi: {report.addressed_to}", norm.text.used)
        if self.doc.paragraphs:
            self.doc.paragraphs[-1].paragraph_format.space_after = Pt(12)

    def content(
        self, paragraphs: Sequence[Paragraph], tables: Sequence[Table], skip: int = 0
    ) -> None:
        waiting = list(tables)
        for at, paragraph in enumerate(paragraphs):
            while waiting and waiting[0].after <= at:
                self.table(waiting.pop(0))
            if at >= skip:
                self.prose(paragraph)
        for table in waiting:
            self.table(table)

    def prose(self, paragraph: Paragraph, before: str = "") -> None:
        written = self.doc.add_paragraph(before)
        look.set_prose(written, self.norm)
        self.words(written, paragraph)

    def words(self, written: WordParagraph, paragraph: Paragraph) -> None:
        for part in runs(paragraph):
            if part.mark:
                self.mark(written, part.mark)
                continue
            run = written.add_run(part.text)
            if part.style:
                run.bold = "bold" in part.style or None
                run.italic = "italic" in part.style or None

    def mark(self, written: WordParagraph, mark: str) -> None:
        """Call for a footnote; a mark that calls for none is printed as it is."""
        waiting = self.waiting.get(mark)
        if not waiting:
            written.add_run(superscript(mark))
            return
        counts = mark == str(self.counted + 1)
        self.counted += counts
        own = "" if counts else mark
        id_ = self.footnote(waiting.pop(0), own)
        written._p.append(reference(id_, own))

    def footnote(self, note: Footnote, own: str) -> str:
        id_, element = self.notes.add()
        for at, paragraph in enumerate(note.paragraphs):
            p = OxmlElement("w:p")
            element.append(p)
            written = WordParagraph(p, self.doc._body)
            written.style = look.FOOTNOTE_TEXT
            if at == 0:
                p.append(own_mark(own))
                written.add_run(" ")
            self.words(written, paragraph)
        return id_

    def uncalled(self, note: Footnote) -> None:
        """Print a footnote that nothing calls for where it can be seen."""
        first, *rest = note.paragraphs
        self.prose(first, f"{superscript(note.mark)} ")
        for paragraph in rest:
            self.prose(paragraph)

    def section(self, section: Section, depth: int) -> None:
        paragraphs = section.paragraphs
        if section.heading:
            heading = self.doc.add_heading(level=min(depth, 9))
            part = look.is_part(section)
            if part:
                heading.alignment = _CENTER
            else:
                heading.paragraph_format.first_line_indent = look.mm(self.norm.first_line)
            run = heading.add_run(section.number)
            if part:
                run.add_break()
            elif section.number:
                run.add_text(" ")
            self.words(heading, Paragraph(section.heading, section.heading_marks))
        elif paragraphs:
            self.prose(paragraphs[0], f"{section.number} ")
        else:
            self.doc.add_paragraph(section.number)
        self.content(paragraphs, section.tables, 0 if section.heading else 1)
        for under in section.sections:
            self.section(under, depth + 1)

    def table(self, table: Table) -> None:
        rows = (table.header, *table.rows)
        grid = self.doc.add_table(len(rows), len(table.header))
        grid.style = "Table Grid"
        columns = zip(*rows, strict=True)
        weights = [_weight(column) for column in columns]
        widths = [self.room * weight / sum(weights) for weight in weights]
        look.without_lines(grid, tuple(widths))
        for number, row in enumerate(rows):
            for cell, words in zip(grid.rows[number].cells, row, strict=True):
                for at, paragraph in enumerate(words.paragraphs):
                    written = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
                    self.words(written, paragraph)
                    for run in written.runs:
                        run.font.size = Pt(float(_TABLE_SIZE))
                        run.bold = True if number == 0 else run.bold
                    if number == 0:
                        written.alignment = _CENTER
        look.repeat_header(grid)
        # two tables without a paragraph between them are one to Word
        self.doc.add_paragraph()

    def closing(self, recipients: Sequence[Recipient], signature: Signature | None) -> None:
        norm = self.norm
        look.keep_with_next(self.doc.paragraphs[-1:])
        look.keep_with_next([self.doc.add_paragraph()])
        left, right = self.side_by_side(self.room * _LEFT)
        if recipients:
            plain = norm.recipients_look == "underlined"
            self.line(
                left, "Nơi nhận:", norm.recipients_title.used,
                bold=not plain, italic=not plain, underline=plain, middle=False,
            )  # fmt: skip
            last = len(recipients) - 1
            for at, recipient in enumerate(recipients):
                end = "." if at == last else ";"
                self.line(left, f"- {recipient}{end}", norm.recipients.used, middle=False)
        if signature:
            for words in signature.mandate.split("\n"):
                self.line(right, words, norm.mandate.used, bold=True)
            state = norm.family != "party"
            self.line(right, signature.post, norm.mandate.used, bold=state)
            for _ in range(_LINES_FOR_SIGNING if signature.signer else 0):
                right.add_paragraph()
            self.line(right, signature.signer, norm.signer.used, bold=True)

    def annex(self, annex: Annex) -> None:
        title = self.line(self.doc, annex.title, self.norm.title.used, bold=True)
        attached = f"({annex.attached_to})" if annex.attached_to else ""
        tie = self.line(self.doc, attached, self.norm.text.used, italic=True)
        first = title or tie or self.doc.add_paragraph()
        first.paragraph_format.page_break_before = True
        (tie or first).paragraph_format.space_after = Pt(12)
        self.content(annex.paragraphs, annex.tables)
        for section in annex.sections:
            self.section(section, 1)


def _weight(column: Sequence[Cell]) -> Decimal:
    """How wide a column should be: enough for its longest word, and the more the more it says."""
    words = [cell.text for cell in column]
    longest = max((len(word) for text in words for word in text.split()), default=1)
    return Decimal(max(longest + 2, 3 * math.isqrt(max(map(len, words)))))
