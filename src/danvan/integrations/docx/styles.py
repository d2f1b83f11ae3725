"""Page, styles and small parts of a Word file, as a layout norm has them."""

# ruff: noqa: SLF001  # python-docx gives its XML by these names, and has no others

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph

from danvan.rendering.layout import Allowed, LayoutNorm
from danvan.reports import Section

__all__ = [
    "FOOTNOTE_MARK",
    "FOOTNOTE_TEXT",
    "balance",
    "is_part",
    "keep_whole",
    "keep_with_next",
    "mm",
    "put_frame",
    "put_rule",
    "set_page",
    "set_styles",
    "without_lines",
]

FOOTNOTE_TEXT: Final = "footnote text"
FOOTNOTE_MARK: Final = "footnote reference"

_WIDTH, _HEIGHT = Mm(210), Mm(297)
_FOOTNOTE_SIZE = Decimal(11)
_HEADING_LEVELS = 9
# words do not fill lines to the end
_LOOSE: Final = Decimal("1.12")
# letters of Times New Roman in thousandths of its size: capitals, small letters, spaces
_CAPITAL, _SMALL, _SPACE = 750, 500, 250


def mm(length: Decimal) -> Mm:
    """A length for python-docx."""
    return Mm(float(length))


def points(size: Decimal) -> Pt:
    """A size for python-docx."""
    return Pt(float(size))


def set_page(document: Document, norm: LayoutNorm) -> None:
    """A4 with the margins of the norm, and page numbers from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = _WIDTH, _HEIGHT
    section.top_margin, section.bottom_margin = _used(norm.margin_top), _used(norm.margin_bottom)
    section.left_margin, section.right_margin = _used(norm.margin_left), _used(norm.margin_right)
    section.header_distance = mm(norm.page_number_from_top)
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    size = int(norm.page_number.used * 2)
    field = parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:rPr><w:sz w:val="{size}"/></w:rPr>'
        "<w:t>2</w:t></w:r></w:fldSimple>"
    )
    number._p.append(field)


def _used(allowed: Allowed) -> Mm:
    return mm(allowed.used)


def is_part(section: Section) -> bool:
    """Whether a section is a part ("Phần thứ nhất"), above those with numbers."""
    return section.number.casefold().startswith("phần")


def set_styles(document: Document, norm: LayoutNorm, *, upright: int) -> None:
    """Text, headings and footnotes in the typeface and the sizes of the norm.

    Args:
        document: the document.
        norm: the norm.
        upright: down to which level headings are upright: to "1.", below which they slope.
    """
    styles: Any = document.styles
    normal = styles["Normal"]
    _set_font(normal, norm.font, norm.text.used)
    for level in range(1, _HEADING_LEVELS + 1):
        style = styles[f"Heading {level}"]
        _set_font(style, norm.font, norm.text.used)
        style.font.bold, style.font.italic = True, level > upright
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.paragraph_format.space_before = style.paragraph_format.space_after = points(
            norm.paragraph_gap
        )
    text = styles.add_style(FOOTNOTE_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    text.base_style = normal
    _set_font(text, norm.font, _FOOTNOTE_SIZE)
    text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    mark = styles.add_style(FOOTNOTE_MARK, WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True
    for style in (normal, text):
        style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(0)
        style.paragraph_format.line_spacing = 1.0


def _set_font(style: Any, name: str, size: Decimal) -> None:
    style.font.name, style.font.size = name, points(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def set_prose(paragraph: Paragraph, norm: LayoutNorm) -> None:
    """A paragraph of the body: justified, set in, with the distances of the norm."""
    shape = paragraph.paragraph_format
    shape.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    shape.first_line_indent = mm(norm.first_line)
    shape.space_after = points(norm.paragraph_gap)
    if norm.line_exactly:
        shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
        shape.line_spacing = points(norm.line_exactly.used)


def put_rule(paragraph: Paragraph, length: Decimal, room: Decimal) -> None:
    """Draw a thin line of a length, in the middle of the room there is for it."""
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = mm(max(Decimal(0), (room - length) / 2))
    shape.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    shape.line_spacing = Pt(3)
    shape.space_before = Pt(2)
    line = parse_xml(
        f"<w:pBdr {nsdecls('w')}>"
        '<w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
    )
    parts = paragraph._p.get_or_add_pPr()
    parts.insert_element_before(line, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def put_frame(paragraph: Paragraph) -> None:
    """Draw a thin frame round the words of a paragraph, as a stamp has one."""
    frame = parse_xml(f'<w:bdr {nsdecls("w")} w:val="single" w:sz="6" w:space="0" w:color="auto"/>')
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(frame)


def balance(paragraph: Paragraph, words: str, size: Decimal, room: Decimal) -> None:
    """Set a title of several lines in, so that they are about as long as one another."""
    length = printed_width(words, size) * _LOOSE
    lines = math.ceil(length / room)
    if lines > 1:
        side = max(Decimal(0), (room - length / lines) / 2)
        shape = paragraph.paragraph_format
        shape.left_indent = shape.right_indent = mm(side)


def keep_with_next(paragraphs: Iterable[Paragraph]) -> None:
    """Let no page break stand behind these, so that no signature stands alone on a page."""
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def printed_width(words: str, size: Decimal) -> Decimal:
    """About how many millimetres words in bold Times New Roman take."""
    thousandths = sum(
        _SPACE if letter.isspace() else _CAPITAL if letter.isupper() else _SMALL for letter in words
    )
    return thousandths * size * Decimal("0.3528") / 1000


def without_lines(table: Table, widths: tuple[Decimal, ...]) -> None:
    """A table that only puts things side by side."""
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = mm(width)


def repeat_header(table: Table) -> None:
    """Print the first row again on each page the table goes over."""
    row = table.rows[0]._tr.get_or_add_trPr()
    row.append(OxmlElement("w:tblHeader"))


def keep_whole(table: Table) -> None:
    """Let no page break go through a row."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
