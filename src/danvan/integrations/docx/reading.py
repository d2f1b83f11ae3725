"""Read a Word file: its text with headings, footnotes and tables marked, then its parts.

The file is turned into Markdown, which is ``report.text``, and that is read like
any other paper.  Nothing in the file is executed and nothing it names is fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from attrs import evolve, frozen

from danvan.errors import UnreadableFileError
from danvan.integrations.docx.margins import margins_of, with_margins
from danvan.integrations.docx.names import FALLBACK, qn
from danvan.integrations.docx.numbering import Numbering
from danvan.integrations.docx.package import undamaged
from danvan.integrations.docx.tables import has_lines, table_rows
from danvan.integrations.docx.word_file import WordFile
from danvan.integrations.docx.words import Words
from danvan.reading.file_bytes import check_length, read_bytes
from danvan.reading.legacy import parse_in_unicode
from danvan.rendering.markdown import cell_to_markdown, paragraph_to_markdown
from danvan.reports import Paragraph, Repair, Report

_WRAPPERS: Final = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag")}

__all__ = [
    "Piece",
    "pieces",
    "read_data",
    "read_file",
    "to_markdown",
]

_LEVELS: Final = frozenset("123456789")
_STYLE: Final = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_OUTLINE: Final = f"{qn('w:pPr')}/{qn('w:outlineLvl')}"


def read_file(path: Path) -> Report:
    """Read a report from a ``.docx`` file.

    Raises:
        UnreadableFileError: no Word file, an encrypted or damaged one, or one that
            unpacks to an unreasonable size.
    """
    return read_data(path, read_bytes(path))


def read_data(path: Path, data: bytes) -> Report:
    """Read a report from the bytes of a ``.docx`` file.

    Args:
        path: the file they are from, for the name of the report and for messages.
        data: its bytes.

    Raises:
        UnreadableFileError: see :func:`read_file`.
    """
    with undamaged(path):
        written = _Text(WordFile.open(path, data))
        text = "".join(piece.text for piece in written.written())
        margins = list(written.margins())
    check_length(path, text)
    if not text.strip():
        raise UnreadableFileError(str(path), "no text in it", "a report")
    report = parse_in_unicode(text, name=path.name)
    encodings = written.words.fonts.encodings.values()
    converted = (Repair(f"from {e.value}", 0, len(text)) for e in dict.fromkeys(encodings))
    return with_margins(evolve(report, repairs=(*converted, *report.repairs)), margins)


def to_markdown(file: WordFile) -> str:
    """The text of a file in Markdown, as :func:`~danvan.reading.parse_report` reads it."""
    return "".join(piece.text for piece in pieces(file))


@frozen
class Piece:
    """A stretch of the text of a document, and where it comes from.

    Attributes:
        text: the words in Markdown; those of the pieces in a row are the whole text.
        element: the ``w:p`` they are the words of; ``None`` for signs of Markdown and for
            numbers that Word counts.
    """

    text: str
    element: Any = None


def pieces(file: WordFile) -> Iterator[Piece]:
    """The text of :func:`to_markdown` in pieces that know their paragraph."""
    return _Text(file).written()


_Line = list[Piece]
_Cell = list[tuple[Paragraph, Any]]


def _joined(lines: Iterable[_Line], between: str) -> Iterator[Piece]:
    for at, line in enumerate(lines):
        if at:
            yield Piece(between)
        yield from line


def _row(cells: Iterable[_Cell]) -> Iterator[Piece]:
    """One row of a table, as :func:`~danvan.rendering.markdown.row_to_markdown` writes it."""
    yield Piece("|")
    for cell in cells:
        yield Piece(" ")
        words = [[Piece(cell_to_markdown(paragraph), at)] for paragraph, at in cell]
        yield from _joined(words, "<br>")
        yield Piece(" |")


class _Text:
    """One document on its way into text."""

    def __init__(self, file: WordFile) -> None:
        self.file = file
        self.words = Words(file)
        self.numbering = Numbering(file)
        self.styles = self.words.fonts.styles
        self.levels = {name: _heading_level(style) for name, style in self.styles.items()}

    def written(self) -> Iterator[Piece]:
        between = ""
        middle = False
        for lines, centered in self.all_blocks():
            yield Piece("\n" if centered and middle else between)
            yield from _joined(lines, "\n")
            between, middle = "\n\n", centered
        for label, found in self.words.footnotes():
            lead = f"{between}[^{label}]: "
            for paragraph, element in found:
                yield Piece(lead)
                yield Piece(paragraph_to_markdown(paragraph), element)
                lead = "\n\n    "

    def all_blocks(self) -> Iterator[tuple[list[_Line], bool]]:
        """A head that stands in the margin of the first page, then the body."""
        for element in margins_of(self.file, head=True):
            for lines, centered in self.blocks(element):
                # no place in the body leads there
                yield [[Piece(piece.text) for piece in line] for line in lines], centered
        yield from self.blocks(self.file.body)

    def margins(self) -> Iterator[str]:
        """The words in the margins of the pages that are no head and no page number."""
        for element in margins_of(self.file, head=False):
            for lines, _ in self.blocks(element):
                for line in lines:
                    yield "".join(piece.text for piece in line)

    def blocks(self, parent: Any) -> Iterator[tuple[list[_Line], bool]]:
        """Paragraphs and tables in order; whether each stands in the middle of the page."""
        for child in parent:
            if child.tag == qn("w:p"):
                lines = list(self.lines(child))
                if lines:
                    yield lines, _is_centered(child)
                for box in _boxes(child):
                    yield from self.blocks(box)
            elif child.tag == qn("w:tbl"):
                yield from self.table(child)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def lines(self, element: Any) -> Iterator[_Line]:
        style = element.find(_STYLE)
        name = self.words.fonts.first if style is None else style.get(qn("w:val"))
        number = self.numbering.number(element, self.styles.get(name))
        found = list(self.words.paragraphs(element))
        level = self.levels.get(name, 0) or _outline_level(element)
        if level and found:
            whole = Paragraph.of(" ".join(map(paragraph_to_markdown, found)))
            bare = evolve(whole, emphasis=())
            lead = f"{'#' * level} {number} " if number else f"{'#' * level} "
            yield [Piece(lead), Piece(paragraph_to_markdown(bare), element)]
            return
        for at, part in enumerate(found):
            lead = f"{number} " if number and at == 0 else ""
            yield [Piece(lead), Piece(paragraph_to_markdown(part), element)]

    def table(self, table: Any) -> Iterator[tuple[list[_Line], bool]]:
        rows = [[self.cell(cell) for cell in row] for row in table_rows(table)]
        if len(rows) < 2 or not has_lines(table, self.styles):
            for row in rows:
                for cell in row:
                    if cell:
                        yield [[Piece(paragraph_to_markdown(p), at)] for p, at in cell], False
            return
        width = max(map(len, rows))
        full = [row + [[]] * (width - len(row)) for row in rows]
        head = [[(evolve(p, emphasis=()), at) for p, at in cell] for cell in full[0]]
        lines = [list(_row(row)) for row in (head, *full[1:])]
        yield [lines[0], [Piece("|" + " --- |" * width)], *lines[1:]], False

    def cell(self, cell: Any) -> _Cell:
        """The paragraphs of a cell, those of tables and boxes within it too."""
        if cell is None:
            return []
        return [(part, p) for p in _paragraphs_within(cell) for part in self.words.paragraphs(p)]


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes in an element, those within others left to them."""
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag != FALLBACK:
            yield from _boxes(child)


def _paragraphs_within(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:p"):
            yield child
        if child.tag != FALLBACK:
            yield from _paragraphs_within(child)


def _is_centered(element: Any) -> bool:
    align = element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return align is not None and align.get(qn("w:val")) == "center"


def _heading_level(style: Any) -> int:
    found = style.find(qn("w:name"))
    name, _, level = (
        ("" if found is None else found.get(qn("w:val"), "")).casefold().rpartition(" ")
    )
    named = name in {"heading", "tiêu đề", "đầu đề"} and level in _LEVELS
    return int(level) if named else _outline_level(style)


def _outline_level(element: Any) -> int:
    found = element.find(_OUTLINE)
    level = "" if found is None else found.get(qn("w:val"), "")
    return int(level) + 1 if level in _LEVELS - {"9"} | {"0"} else 0
