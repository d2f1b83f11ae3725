"""Read a PDF that has a text layer: its lines, marks and tables, then its parts.

Needs the extra ``pdf``.  A PDF knows letters and where they stand, no
paragraphs; those come from indents and gaps, footnote marks from small raised
digits, and what a page break cuts is healed as in plain text.
"""

from __future__ import annotations

import re
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path
from time import monotonic
from typing import Any, Final

from attrs import frozen

from danvan.errors import InvalidValueError, MissingExtraError, UnreadableFileError
from danvan.reading.file_bytes import check_length, read_bytes
from danvan.reading.legacy import parse_in_unicode
from danvan.rendering.markdown import row_to_markdown
from danvan.reports import Cell, Paragraph, Report
from danvan.reports.inline import escaped, superscript
from danvan.vietnamese.letters import nfc

try:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.pdfexceptions import PDFException
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    from danvan.integrations.pdf_limits import Meter, check_streams
except ImportError as error:
    raise MissingExtraError("danvan.integrations.pdf_reading", "pdfplumber", "pdf") from error

__all__ = ["read_file", "to_text"]

_MOST_PAGES: Final = 400
_PAGES: Final = list(range(1, _MOST_PAGES + 2))
_LONGEST: Final = 120
"""Seconds; a page takes a tenth of one."""

_MARK, _END, _TAIL = b"%PDF-", b"%%EOF", 8192
_SMALLER: Final = "a PDF of the size of a report"
_WANT: Final = "a PDF with a text layer and no password"
_DAMAGES: Final = (
    PDFException, PSException, PdfminerException, MalformedPDFException, struct.error,
    ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError,
)  # fmt: skip
"""What pdfminer raises at files that are none of its own."""

_PAGE_NUMBER: Final = re.compile(r"[-–\s]*[0-9]{1,3}[-–\s]*")
_CUT: Final = re.compile(r"\w[-/]\Z")

# all in parts of the size of the letters
_COLUMN_GAP, _WORD_GAP, _INDENT, _LINE_GAP, _RAISED = 2.2, 0.18, 0.8, 1.62, 0.75
_SAME_PLACE: Final = 8.0


def read_file(path: Path) -> Report:
    """Read a report from a ``.pdf`` file.

    Raises:
        UnreadableFileError: no PDF, a damaged or encrypted one, one of too many pages,
            or one that holds only pictures of pages.
    """
    data = read_bytes(path)
    if _MARK in data[:_TAIL] and _END not in data[-_TAIL:]:
        raise UnreadableFileError(str(path), "cut off: its end is missing", _WANT)
    try:
        check_streams(data)
        with pdfplumber.open(BytesIO(data), pages=_PAGES) as pdf:
            text = to_text(pdf)
    except InvalidValueError as error:
        problem = "too much for a report ({reason})"
        reason = f"{error.got}; {error.want}"
        raise UnreadableFileError(str(path), problem, _SMALLER, reason=reason) from error
    except PdfminerException as error:
        if any(isinstance(part, PDFPasswordIncorrect) for part in error.args):
            raise UnreadableFileError(str(path), "it has a password", _WANT) from error
        raise _damaged(path, error) from error
    except _DAMAGES as error:
        raise _damaged(path, error) from error
    check_length(path, text)
    if not text.strip():
        problem = "no text layer: its pages are pictures"
        raise UnreadableFileError(str(path), problem, _WANT)
    return parse_in_unicode(text, name=path.name)


def _damaged(path: Path, error: Exception) -> UnreadableFileError:
    problem = "damaged, or no PDF ({reason})"
    reason = type(error).__name__
    return UnreadableFileError(str(path), problem, _WANT, reason=reason)


def to_text(pdf: Any) -> str:
    """The text of a PDF that pdfplumber opened, as reading wants it.

    Raises:
        InvalidValueError: more pages, letters, lines or time than a report needs.
    """
    if len(pdf.pages) > _MOST_PAGES:
        raise InvalidValueError("PDF", f"more than {_MOST_PAGES} pages", f"at most {_MOST_PAGES}")
    meter = Meter()
    written: list[str] = []
    before: _Page | None = None
    started = monotonic()
    for printed in pdf.pages:
        if monotonic() - started > _LONGEST:
            raise InvalidValueError("PDF", f"{_LONGEST} seconds", "pages that are quickly read")
        meter.measure(printed.page_obj)
        page = _Page(printed)
        printed.close()
        if before:
            written.append("\n" if page.goes_on(before) else "\n\n")
        written.append("".join(page.written()).lstrip("\n"))
        before = page
    return "".join(written)


@frozen
class _Row:
    """One line on a page.

    Attributes:
        text: its words, marks raised, columns parted by tabs.
        left, right, top, bottom: where it stands, in points.
        size: of most of its letters.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


class _Page:
    """One page on its way into text."""

    def __init__(self, page: Any) -> None:
        tables = [table for table in page.find_tables() if len(table.rows) > 1]
        outside = page
        for table in tables:
            outside = outside.outside_bbox(table.bbox, strict=False)
        lines = outside.extract_text_lines(return_chars=True)
        self.rows = [row for line in lines if (row := _row(line["chars"])) and row.text.strip()]
        self.tables = [(table.bbox[1], _table(table)) for table in tables]
        for end in (0, -1):
            if self.rows and _PAGE_NUMBER.fullmatch(self.rows[end].text):
                del self.rows[end]
        lefts = Counter(round(row.left) for row in self.rows)
        often = [at for at, count in lefts.items() if count > 1]
        self.left = min(often or lefts, default=0)
        self.right = max((row.right for row in self.rows), default=0.0)

    def goes_on(self, before: _Page) -> bool:
        """Whether the page begins in the middle of the paragraph that the last one ends with."""
        if not self.rows or not before.rows or self.tables or before.tables:
            return False
        first, last = self.rows[0], before.rows[-1]
        set_in = first.left - self.left > first.size * _INDENT
        return not set_in and abs(first.size - last.size) < 1

    def written(self) -> Iterator[str]:
        tables = list(self.tables)
        before: _Row | None = None
        for row in self.rows:
            while tables and tables[0][0] < row.top:
                yield f"\n\n{tables.pop(0)[1]}\n"
                before = None
            between = self.between(before, row)
            # a line that ends in the middle of "12-KH/HU" or "kinh tế-xã hội"
            cut = between == "\n" and before and _CUT.search(before.text)
            yield row.text if cut else between + row.text
            before = row
        for _, words in tables:
            yield f"\n\n{words}\n"

    def between(self, before: _Row | None, row: _Row) -> str:
        """What stands between two lines: one line end within a paragraph, two between them."""
        if before is None:
            return "\n\n"
        if self.is_centred(row) and (self.is_centred(before) or self.is_full(before)):
            return "\n"
        sizes = abs(before.size - row.size) > 1
        gap = row.top - before.top > row.size * _LINE_GAP
        return "\n" if self.is_at_left(row) and not (sizes or gap) else "\n\n"

    def is_full(self, row: _Row) -> bool:
        """Whether a line goes from edge to edge, as all but the last of a long title do."""
        return self.is_at_left(row) and self.right - row.right < row.size

    def is_at_left(self, row: _Row) -> bool:
        """Whether a line is not set in."""
        return row.left - self.left <= row.size * _INDENT

    def is_centred(self, row: _Row) -> bool:
        middle = abs((row.left + row.right) - (self.left + self.right)) / 2
        return middle < _SAME_PLACE and row.left - self.left > row.size / 2


def _row(letters: Sequence[Any]) -> _Row | None:
    seen = sorted((c for c in letters if c["text"].strip()), key=lambda c: c["x0"])
    if not seen:
        return None
    size = Counter(round(c["size"], 1) for c in seen).most_common(1)[0][0]
    words: list[str] = []
    for before, letter in zip(chain([None], seen), seen, strict=False):
        gap = letter["x0"] - before["x1"] if before else 0.0
        if gap > size * _COLUMN_GAP:
            words.append("\t")
        elif gap > size * _WORD_GAP:
            words.append(" ")
        words.append(_letter(letter, size))
    edges = [max(c["bottom"] for c in seen), min(c["top"] for c in seen)]
    return _Row(nfc("".join(words)), seen[0]["x0"], seen[-1]["x1"], edges[1], edges[0], size)


def _letter(letter: Any, size: float) -> str:
    words: str = letter["text"]
    if letter["size"] < size * _RAISED and words.isascii() and words.isdigit():
        return superscript(words)
    return escaped(words, "\\*<")


def _table(table: Any) -> str:
    rows = [
        [Cell(tuple(_paragraphs(cell or ""))) for cell in row]
        for row in table.extract()
        if any(row)
    ]
    width = max(map(len, rows), default=0)
    full = [[*row, *[Cell()] * (width - len(row))] for row in rows]
    lines = [row_to_markdown(row) for row in full]
    return "\n".join([*lines[:1], "|" + " --- |" * width, *lines[1:]])


def _paragraphs(words: str) -> Iterator[Paragraph]:
    """The words of a cell, whose lines are wrapped: a dash begins a new paragraph."""
    parts: list[str] = []
    for line in words.split("\n"):
        if parts and not line.startswith(("- ", "+ ")):
            space = "" if _CUT.search(parts[-1]) else " "
            parts[-1] += f"{space}{line.strip()}"
        else:
            parts.append(line.strip())
    yield from (Paragraph(nfc(" ".join(part.split()))) for part in parts if part.strip())
