"""How much a PDF may unpack to, print and draw: a small file can ask for any amount of memory.

Its streams are unpacked once piece by piece and thrown away, and its pages gone
through once with their letters only counted, before anything is kept.
"""

# ruff: noqa: ARG002  # the methods of a device have the arguments pdfminer gives them

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager

from danvan.errors import InvalidValueError

__all__ = ["Meter", "check_streams"]

_STREAM: Final = re.compile(rb"stream\r?\n")
_UNBOUNDED: Final = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_ZLIB: Final = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
_READ, _WRITTEN = 16 * 1024, 1024 * 1024
_LARGEST_STREAM: Final = 64 * 1024 * 1024
"""Room for a page as a scanner makes it."""

_LARGEST_IN_ALL: Final = 512 * 1024 * 1024
_DEEPEST: Final = 4
_LETTERS: Final = 2_000_000

_ON_A_PAGE: Final = {"letters": 40_000, "lines": 20_000, "forms": 2_000}


def check_streams(data: bytes) -> None:
    """Make sure that no stream of a PDF unpacks to more than a page can need.

    Raises:
        InvalidValueError: one does, or all of them together do, or they are packed in a way
            that is no longer in use and cannot be measured.
    """
    if found := _UNBOUNDED.search(data):
        raise InvalidValueError("PDF", found.group().decode(), "streams packed by FlateDecode")
    sizes = 0
    for found in _STREAM.finditer(data):
        sizes += _size(memoryview(data)[found.end() :], 1)
        if sizes > _LARGEST_IN_ALL:
            raise InvalidValueError("PDF", sizes, f"streams of at most {_LARGEST_IN_ALL} bytes")


def _size(packed: memoryview, depth: int) -> int:
    """How large a packed stream is; one within it, packed once more, is measured too."""
    if bytes(packed[:2]) not in _ZLIB:
        return 0
    size = 0
    begin: list[bytes] = []
    for piece in _pieces(packed):
        size += len(piece)
        if size > _LARGEST_STREAM or depth > _DEEPEST:
            raise InvalidValueError("PDF", size, f"streams of at most {_LARGEST_STREAM} bytes")
        if size < 4 * _WRITTEN:
            begin.append(piece)
    return size + _size(memoryview(b"".join(begin)), depth + 1)


def _pieces(packed: memoryview) -> Iterator[bytes]:
    unpacker = zlib.decompressobj()
    for at in range(0, len(packed), _READ):
        waiting = bytes(packed[at : at + _READ])
        while waiting and not unpacker.eof:
            try:
                yield unpacker.decompress(waiting, _WRITTEN)
            except zlib.error:
                return
            waiting = unpacker.unconsumed_tail
        if unpacker.eof:
            return


class Meter(PDFDevice):
    """Counts what the pages of a PDF print and draw, and keeps nothing of it."""

    def __init__(self) -> None:
        resources = PDFResourceManager()
        super().__init__(resources)
        self.interpreter = PDFPageInterpreter(resources, self)
        self.letters = 0
        self.on_page: dict[str, int] = {}

    def measure(self, page: Any) -> None:
        """Go through one page of pdfminer.

        Raises:
            InvalidValueError: the page, or all of them together, hold more than a report can.
        """
        self.on_page = dict.fromkeys(_ON_A_PAGE, 0)
        self.interpreter.process_page(page)
        self.letters += self.on_page["letters"]
        if self.letters > _LETTERS:
            raise InvalidValueError("PDF", self.letters, f"at most {_LETTERS} letters")

    def _count(self, what: str, many: int) -> None:
        self.on_page[what] += many
        if self.on_page[what] > _ON_A_PAGE[what]:
            raise InvalidValueError(
                "PDF page", self.on_page[what], f"at most {_ON_A_PAGE[what]} {what}"
            )

    def render_string(
        self, textstate: Any, seq: Iterable[Any], ncs: Any, graphicstate: Any
    ) -> None:
        """Count the letters of a string."""
        self._count("letters", sum(len(part) for part in seq if isinstance(part, bytes)) + 1)

    def paint_path(
        self, graphicstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Count the lines of a drawing."""
        self._count("lines", len(path))

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Count a form, which may hold others."""
        self._count("forms", 1)
