"""Read a Word file: its text with headings, footnotes and tables marked, then its parts.

Needs the extra ``docx``.  The file is turned into Markdown, which is
``report.text``, and that is read like any other paper.  Nothing in the file is
executed and nothing it names is fetched.
"""

# python-docx gives its XML by these names, and has no others

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from attrs import evolve

from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.reading.file_bytes import check_length, read_bytes
from danvan.reading.legacy import parse_in_unicode
from danvan.rendering.markdown import paragraph_to_markdown, row_to_markdown
from danvan.reports import Cell, Paragraph, Repair, Report

try:
    import docx
    from docx.document import Document
    from docx.opc.exceptions import OpcError
    from docx.oxml.ns import qn

    from danvan.integrations.docx_margins import margins_of, with_margins
    from danvan.integrations.docx_numbering import Numbering
    from danvan.integrations.docx_tables import has_lines, table_rows
    from danvan.integrations.docx_words import Words
    from danvan.integrations.word_package import check_package
except ImportError as error:
    raise MissingExtraError("danvan.integrations.docx_reading", "python-docx", "docx") from error

_WRAPPERS: Final = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag")}
_DAMAGES: Final = (
    BadZipFile, OpcError, KeyError, ValueError, SyntaxError, AttributeError,
    RuntimeError, NotImplementedError, EOFError, zlib.error,
)  # fmt: skip
"""What zipfile, lxml and python-docx raise at files that are none of theirs."""

__all__ = ["read_file", "to_markdown"]

_LEVELS: Final = frozenset("123456789")
_STYLE: Final = f"{qn('w:pPr')}/{qn('w:pStyle')}"
_OUTLINE: Final = f"{qn('w:pPr')}/{qn('w:outlineLvl')}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_WANT: Final = "a Word file (.docx) without a password"


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
    if data.startswith(_OLD_WORD):
        locked = _LOCKED in data
        problem = "it has a password" if locked else "an old Word file (.doc) under this name"
        raise UnreadableFileError(str(path), problem, _WANT)
    try:
        written = _Text(_opened(path, data))
        text, margins = "".join(written.written()), list(written.margins())
    except UnreadableFileError:
        raise
    except _DAMAGES as error:
        problem = f"damaged, or no Word file ({type(error).__name__}: {error})"
        raise UnreadableFileError(str(path), problem, _WANT) from error
    check_length(path, text)
    if not text.strip():
        raise UnreadableFileError(str(path), "no text in it", "a report")
    report = parse_in_unicode(text, name=path.name)
    encodings = written.words.fonts.encodings.values()
    converted = (Repair(f"from {e.value}", 0, len(text)) for e in dict.fromkeys(encodings))
    return with_margins(evolve(report, repairs=(*converted, *report.repairs)), margins)


def _opened(path: Path, data: bytes) -> Document:
    with ZipFile(BytesIO(data)) as packed:
        check_package(path, packed)
    return docx.Document(BytesIO(data))


def to_markdown(document: Document) -> str:
    """The text of a document in Markdown, as :func:`~danvan.reading.parse_report` reads it."""
    return "".join(_Text(document).written())


class _Text:
    """One document on its way into text."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = Words(document)
        self.numbering = Numbering(document)
        self.styles = self.words.fonts.styles
        self.levels = {name: _heading_level(style) for name, style in self.styles.items()}

    def written(self) -> Iterator[str]:
        between = ""
        middle = False
        for lines, centered in self.all_blocks():
            yield "\n" if centered and middle else between
            yield "\n".join(lines)
            between, middle = "\n\n", centered
        for label, (first, *rest) in self.words.footnotes():
            yield f"{between}[^{label}]: {paragraph_to_markdown(first)}"
            for more in rest:
                yield f"\n\n    {paragraph_to_markdown(more)}"

    def all_blocks(self) -> Iterator[tuple[list[str], bool]]:
        """A head that stands in the margin of the first page, then the body."""
        for element in margins_of(self.document, head=True):
            yield from self.blocks(element)
        yield from self.blocks(self.document.element.body)

    def margins(self) -> Iterator[str]:
        """The words in the margins of the pages that are no head and no page number."""
        for element in margins_of(self.document, head=False):
            for lines, _ in self.blocks(element):
                yield from lines

    def blocks(self, parent: Any) -> Iterator[tuple[list[str], bool]]:
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

    def lines(self, element: Any) -> Iterator[str]:
        style = element.find(_STYLE)
        name = self.words.fonts.first if style is None else style.get(qn("w:val"))
        number = self.numbering.number(element, self.styles.get(name))
        found = list(self.words.paragraphs(element))
        level = self.levels.get(name, 0) or _outline_level(element)
        if level and found:
            whole = Paragraph.of(" ".join(map(paragraph_to_markdown, found)))
            bare = evolve(whole, emphasis=())
            yield " ".join(filter(None, ("#" * level, number, paragraph_to_markdown(bare))))
            return
        for at, part in enumerate(found):
            words = paragraph_to_markdown(part)
            yield f"{number} {words}" if number and at == 0 else words

    def table(self, table: Any) -> Iterator[tuple[list[str], bool]]:
        rows = [[self.cell(cell) for cell in row] for row in table_rows(table)]
        if len(rows) < 2 or not has_lines(table, self.styles):
            for row in rows:
                for cell in row:
                    if cell:
                        yield [paragraph_to_markdown(paragraph) for paragraph in cell], False
            return
        width = max(map(len, rows))
        full = [row + [[]] * (width - len(row)) for row in rows]
        cells = [[Cell(tuple(cell)) for cell in row] for row in full]
        head = [Cell(tuple(evolve(p, emphasis=()) for p in cell.paragraphs)) for cell in cells[0]]
        lines = [row_to_markdown(row) for row in (head, *cells[1:])]
        yield [lines[0], "|" + " --- |" * width, *lines[1:]], False

    def cell(self, cell: Any) -> list[Paragraph]:
        """The paragraphs of a cell, those of tables and boxes within it too."""
        if cell is None:
            return []
        elements = _paragraphs_within(cell)
        return [part for element in elements for part in self.words.paragraphs(element)]


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes in an element, those within others left to them."""
    for child in element:
        if child.tag == qn("w:txbxContent"):
            yield child
        elif child.tag != _FALLBACK:
            yield from _boxes(child)


def _paragraphs_within(element: Any) -> Iterator[Any]:
    for child in element:
        if child.tag == qn("w:p"):
            yield child
        if child.tag != _FALLBACK:
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
