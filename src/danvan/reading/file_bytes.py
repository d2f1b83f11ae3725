"""The bytes of a file that may be anything: missing, a folder, a device, or far too large."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from danvan import _files
from danvan.errors import UnreadableFileError

__all__ = ["LARGEST", "LONGEST", "check_file", "check_length", "read_bytes"]

LARGEST: Final = 16 * 1024 * 1024
"""A report is some hundred kilobytes; a file beyond this is none."""

LONGEST: Final = 2 * 1024 * 1024
"""A report has some hundred thousand letters; a text beyond this many is none."""

_TOO_MANY: Final = "{size} bytes are too many for a report"


def check_file(path: Path) -> None:
    """Make sure that there is a file of the size of a report, without opening it.

    Raises:
        UnreadableFileError: nothing has this name, or what has it is a folder, a device
            or a pipe, or is too large.
    """
    _files.check_file(path, LARGEST, _TOO_MANY)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of the size of a report.

    Raises:
        UnreadableFileError: see :func:`check_file`; or the file must not be read, or
            grows while it is.
    """
    return _files.read_bytes(path, LARGEST, _TOO_MANY)


def check_length(path: Path, text: str) -> None:
    """Make sure that the text of a file is not too long to be a report.

    Raises:
        UnreadableFileError: it is.
    """
    if len(text) > LONGEST:
        problem = "{letters} letters are too many for a report"
        raise UnreadableFileError(
            str(path), problem, "at most {most}", letters=len(text), most=LONGEST
        )
