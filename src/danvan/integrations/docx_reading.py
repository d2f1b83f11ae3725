"""Read a Word file: its text with headings, footnotes and tables marked, then its parts.

Needs the extra ``docx``.  The file is turned into Markdown, which is
``report.text``, and that is read like any other paper.  Nothing in the file is
executed and nothing it names is fetched.
"""

# ruff: noqa: SLF001  # python-docx gives its XML by these names, and has no others

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from attrs import evolve, frozen

from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.reading.document import parse_report
from danvan.reading.text_files import read_bytes
from danvan.rendering.markdown import cell_to_markdown, paragraph_to_markdown
from danvan.reports import Paragraph, Report

try:
    import docx
    from docx.document import Document
    from docx.opc.exceptions import OpcError
    from docx.oxml.ns import qn
    from docx.table import Table as WordTable
    from docx.text.paragraph import Paragraph as WordParagraph

    from danvan.integrations.docx_numbering import Numbering
    from danvan.integrations.docx_words import Words
except ImportError as error:
    raise MissingExtraError("danvan.integrations.docx_reading", "python-docx", "docx") from error

_WRAPPERS: Final = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag")}
_DAMAGES: Final = (
    BadZipFile, OpcError, KeyError, ValueError, SyntaxError, AttributeError,
    RuntimeError, NotImplementedError, EOFError, zlib.error,
)  # fmt: skip
"""What zipfile, lxml and python-docx raise at files that are none of theirs."""

__all__ = ["Piece", "open_file", "pieces", "read_file", "to_markdown", "undamaged"]

_LARGEST: Final = 256 * 1024 * 1024
"""A Word file that unpacks to more than this is no report."""

_LEVELS: Final = frozenset("123456789")
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_WANT: Final = "a Word file (.docx) without a password"


def read_file(path: Path) -> Report:
    """Read a report from a ``.docx`` file.

    Raises:
        UnreadableFileError: no Word file, an encrypted or damaged one, or one that
            unpacks to an unreasonable size.
    """
    with undamaged(path):
        text = to_markdown(open_file(path))
    if not text.strip():
        raise UnreadableFileError(str(path), "no text in it", "a report")
    return parse_report(text, name=path.name)


@contextmanager
def undamaged(path: Path) -> Iterator[None]:
    """Turn what zipfile, lxml and python-docx raise at foreign files into one error.

    Raises:
        UnreadableFileError: what stands inside met a damaged file, or none of Word.
    """
    try:
        yield
    except UnreadableFileError:
        raise
    except _DAMAGES as error:
        problem = "damaged, or no Word file ({reason})"
        reason = f"{type(error).__name__}: {error}"
        raise UnreadableFileError(str(path), problem, _WANT, reason=reason) from error


def open_file(path: Path) -> Document:
    """Open a ``.docx`` file of a sensible size.

    Raises:
        UnreadableFileError: an old Word file, or one that unpacks to an unreasonable size;
            what a damaged file makes others raise, see :func:`undamaged`.
    """
    data = read_bytes(path)
    if data.startswith(_OLD_WORD):
        problem = "an old Word file (.doc), or one with a password"
        raise UnreadableFileError(str(path), problem, _WANT)
    with ZipFile(BytesIO(data)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > _LARGEST:
        raise UnreadableFileError(
            str(path),
            "it unpacks to {size} bytes",
            "at most {most} bytes",
            size=size,
            most=_LARGEST,
        )
    return docx.Document(BytesIO(data))


def to_markdown(document: Document) -> str:
    """The text of a document in Markdown, as :func:`~danvan.reading.parse_report` reads it."""
    return "".join(piece.text for piece in pieces(document))


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


def pieces(document: Document) -> Iterator[Piece]:
    """The text of :func:`to_markdown` in pieces that know their paragraph."""
    return _Text(document).written()


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

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = Words(document)
        self.numbering = Numbering(document)

    def written(self) -> Iterator[Piece]:
        between = ""
        middle = False
        for lines, centred in self.blocks(self.document.element.body):
            yield Piece("\n" if centred and middle else between)
            yield from _joined(lines, "\n")
            between, middle = "\n\n", centred
        for label, found in self.words.footnotes():
            lead = f"{between}[^{label}]: "
            for paragraph, element in found:
                yield Piece(lead)
                yield Piece(paragraph_to_markdown(paragraph), element)
                lead = "\n\n    "

    def blocks(self, parent: Any) -> Iterator[tuple[list[_Line], bool]]:
        """Paragraphs and tables in order; whether each stands in the middle of the page."""
        for child in parent:
            if child.tag == qn("w:p"):
                lines = list(self.lines(WordParagraph(child, self.document)))
                if lines:
                    yield lines, _is_centred(child)
                for box in child.iter(qn("w:txbxContent")):
                    if not any(up.tag == _FALLBACK for up in box.iterancestors()):
                        yield from self.blocks(box)
            elif child.tag == qn("w:tbl"):
                yield from self.table(WordTable(child, self.document))
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def lines(self, paragraph: WordParagraph) -> Iterator[_Line]:
        element = paragraph._p
        style = paragraph.style
        number = self.numbering.number(element, style.element if style is not None else None)
        found = list(self.words.paragraphs(element))
        level = _heading_level(style.name or "" if style is not None else "")
        if level and found:
            whole = Paragraph.of(" ".join(map(paragraph_to_markdown, found)))
            bare = evolve(whole, emphasis=())
            lead = f"{'#' * level} {number} " if number else f"{'#' * level} "
            yield [Piece(lead), Piece(paragraph_to_markdown(bare), element)]
            return
        for at, part in enumerate(found):
            lead = f"{number} " if number and at == 0 else ""
            yield [Piece(lead), Piece(paragraph_to_markdown(part), element)]

    def table(self, table: WordTable) -> Iterator[tuple[list[_Line], bool]]:
        rows = [[list(cell) for cell in row] for row in self.rows(table)]
        if not _has_lines(table) or len(rows) < 2:
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

    def rows(self, table: WordTable) -> Iterator[list[_Cell]]:
        """The cells of each row; a merged cell is full once and empty after that."""
        seen: set[Any] = set()
        for row in table.rows:
            found: list[_Cell] = []
            for cell in row.cells:
                fresh = cell._tc not in seen
                seen.add(cell._tc)
                elements = cell._tc.iter(qn("w:p")) if fresh else ()
                found.append([(part, p) for p in elements for part in self.words.paragraphs(p)])
            yield found


def _is_centred(element: Any) -> bool:
    align = element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
    return align is not None and align.get(qn("w:val")) == "center"


def _heading_level(style: str) -> int:
    name, _, level = style.casefold().rpartition(" ")
    return int(level) if name in {"heading", "tiêu đề"} and level in _LEVELS else 0


def _has_lines(table: WordTable) -> bool:
    style = table.style.name or "" if table.style is not None else ""
    borders = table._tbl.find(f"{qn('w:tblPr')}/{qn('w:tblBorders')}")
    if borders is not None:
        return any(line.get(qn("w:val")) not in {"nil", "none"} for line in borders)
    return "Grid" in style
