"""Write a report as a Word file, laid out as the norm of its day has it.

Needs the extra ``docx``.  Head and foot stand in two columns, footnotes are
real ones, page numbers begin on the second page, headings are headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from danvan.errors import MissingExtraError
from danvan.rendering.layout import LayoutNorm, family_of, norm_for
from danvan.reports import Annex, Footnote, Letterhead, Paragraph, Recipient, Report, Section
from danvan.reports import Signature, Table
from danvan.reports.composing import date_line, number_line
from danvan.reports.inline import runs, superscript

try:
    import docx
    from docx.document import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_LINE_SPACING
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn
    from docx.shared import Mm, Pt, RGBColor
    from docx.text.paragraph import Paragraph as WordParagraph

    from danvan.integrations.docx_footnotes import FootnotesPart, reference
except ImportError as error:
    raise MissingExtraError("danvan.integrations.docx_writing", "python-docx", "docx") from error

__all__ = ["to_document", "write_file"]

_PAGE: Final = (Mm(210), Mm(297))
_LEFT_COLUMN: Final = Decimal("0.42")
_LINES_FOR_SIGNING: Final = 4
_FOOTNOTE_SIZE: Final = Decimal(11)
_TABLE_SIZE: Final = Decimal(12)
_CENTER = WD_ALIGN_PARAGRAPH.CENTER


def write_file(report: Report, path: Path) -> None:
    """Write the report to a ``.docx`` file."""
    to_document(report).save(str(path))


def to_document(report: Report, norm: LayoutNorm | None = None) -> Document:
    """The report as a document of python-docx.

    Args:
        report: what to write.
        norm: the layout; left out, the one that the report's family and date call for.
    """
    return _Writer(report, norm or norm_for(family_of(report), report.issued_on)).document()


class _Writer:
    """One report on its way into Word."""

    def __init__(self, report: Report, norm: LayoutNorm) -> None:
        self.report = report
        self.norm = norm
        self.doc: Document = docx.Document()
        self.notes = FootnotesPart()
        self.waiting: dict[str, list[Footnote]] = {}
        for note in report.footnotes:
            self.waiting.setdefault(note.mark, []).append(note)
        self.counted = 0

    def document(self) -> Document:
        report = self.report
        self._page()
        self._styles()
        if report.letterhead:
            self.letterhead(report.letterhead)
        self.heading()
        self.content(report.preamble, report.tables)
        for section in report.sections:
            self.section(section, 1)
        self.closing(report.recipients, report.signature)
        self.content(report.remainder, ())
        for annex in report.annexes:
            self.annex(annex)
        self.uncalled()
        if self.notes.last:
            self.notes.attach(self.doc)
        properties = self.doc.core_properties
        properties.title = f"{report.kind} {report.title}".strip()
        properties.author = report.letterhead.body if report.letterhead else ""
        properties.language = "vi-VN"
        properties.comments = ""
        return self.doc

    def _page(self) -> None:
        norm, section = self.norm, self.doc.sections[0]
        section.page_width, section.page_height = _PAGE
        section.top_margin, section.bottom_margin = _mm(norm.margin_top), _mm(norm.margin_bottom)
        section.left_margin, section.right_margin = _mm(norm.margin_left), _mm(norm.margin_right)
        section.header_distance = Mm(float(norm.page_number_from_top))
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = _CENTER
        run = number.add_run()
        run.font.size = Pt(float(norm.page_number.used))
        run._r.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))
        number._p.remove(run._r)
        number._p.append(_page_field(float(norm.page_number.used)))

    def _styles(self) -> None:
        styles = self.doc.styles
        normal = styles["Normal"]
        _font(normal, self.norm.font, self.norm.text.used)
        _ground(normal.paragraph_format)
        for level in range(1, 10):
            style = styles[f"Heading {level}"]
            _font(style, self.norm.font, self.norm.text.used)
            style.font.bold, style.font.italic = True, level > 2
            style.font.color.rgb = RGBColor(0, 0, 0)
            _ground(style.paragraph_format)
            style.paragraph_format.space_before = Pt(float(self.norm.paragraph_gap))
            style.paragraph_format.space_after = Pt(float(self.norm.paragraph_gap))
        note = styles.add_style("FootnoteText", WD_STYLE_TYPE.PARAGRAPH)
        note.base_style = normal
        _font(note, self.norm.font, _FOOTNOTE_SIZE)
        mark = styles.add_style("FootnoteReference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
