"""Whether the parts of a Word file may be unpacked and parsed: not too large, and plain XML."""

from __future__ import annotations

from pathlib import Path
from typing import Final
from zipfile import ZipFile

from danvan.errors import UnreadableFileError

__all__ = ["check_package"]

_LARGEST: Final = 256 * 1024 * 1024
"""A Word file that unpacks to more than this is no report."""

_LARGEST_XML: Final = 16 * 1024 * 1024
"""The words of a long report with all their marks are two or three megabytes of XML."""

_XML: Final = (".xml", ".rels")
_ENCODINGS: Final = ("ascii", "utf-16-le", "utf-16-be")
_DECLARED: Final = tuple("<!DOCTYPE".encode(name) for name in _ENCODINGS)


def check_package(path: Path, packed: ZipFile) -> None:
    """Make sure that a Word file can be parsed in little memory and names nothing outside it.

    Raises:
        UnreadableFileError: its parts are too large, or one declares entities, which no
            program that writes Word files does.
    """
    parts = packed.infolist()
    words = [part for part in parts if part.filename.casefold().endswith(_XML)]
    for found, most in ((parts, _LARGEST), (words, _LARGEST_XML)):
        size = sum(part.file_size for part in found)
        if size > most:
            problem = (
                "it unpacks to {size} bytes"
                if found is parts
                else "it unpacks to {size} bytes of XML"
            )
            want = "at most {most} bytes"
            raise UnreadableFileError(str(path), problem, want, size=size, most=most)
    for part in words:
        content = packed.read(part)
        if any(declared in content for declared in _DECLARED):
            problem = "entities are declared in {part}"
            want = "a Word file, which has none"
            raise UnreadableFileError(str(path), problem, want, part=part.filename)
