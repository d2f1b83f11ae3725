"""The formats a paper is read from and written to, by the suffix of its file.

This is the one place where a name points up: to the module that knows the
format, which is imported when a file of it is met, and an optional library with
it.  Such a module offers ``read_file(path)`` or ``write_file(report, path)``.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Final

from danvan.errors import UnreadableFileError

__all__ = ["readable", "reader", "writer"]

_READERS: Final = {
    ".txt": "danvan.reading.text_files",
    ".md": "danvan.reading.text_files",
    ".docx": "danvan.integrations.docx.reading",
    ".doc": "danvan.integrations.doc_reading",
    ".pdf": "danvan.integrations.pdf_reading",
}

_WRITERS: Final = {
    ".docx": "danvan.integrations.docx.writing",
    ".html": "danvan.rendering.html",
    ".md": "danvan.rendering.markdown",
    ".txt": "danvan.rendering.plain",
}


def reader(path: Path) -> ModuleType:
    """The module that reads a file of this name.

    Raises:
        UnreadableFileError: a suffix that none reads.
        MissingExtraError: the format needs a library that is not installed.
    """
    return _module(path, _READERS, "no format to read has the suffix {suffix}")


def writer(path: Path) -> ModuleType:
    """The module that writes a file of this name.

    Raises:
        UnreadableFileError: a suffix that none writes.
        MissingExtraError: the format needs a library that is not installed.
    """
    return _module(path, _WRITERS, "no format to write has the suffix {suffix}")


def readable() -> frozenset[str]:
    """The suffixes that can be read."""
    return frozenset(_READERS)


def _module(path: Path, table: dict[str, str], problem: str) -> ModuleType:
    try:
        name = table[path.suffix.casefold()]
    except KeyError:
        known = ", ".join(sorted(table))
        raise UnreadableFileError(
            str(path), problem, "one of {known}", suffix=repr(path.suffix), known=known
        ) from None
    return import_module(name)
