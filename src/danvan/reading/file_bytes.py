"""The bytes of a file that may be anything: missing, a folder, a device, or far too large."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from danvan.errors import UnreadableFileError

__all__ = ["LARGEST", "LONGEST", "check_file", "check_length", "read_bytes"]

LARGEST: Final = 16 * 1024 * 1024
"""A report is some hundred kilobytes; a file beyond this is none."""

LONGEST: Final = 2 * 1024 * 1024
"""A report has some hundred thousand letters; a text beyond this many is none."""

_WANT: Final = "a file that can be read"


def check_file(path: Path) -> None:
    """Make sure that there is a file of a sensible size, without opening it.

    Raises:
        UnreadableFileError: nothing has this name, or what has it is a folder, a device
            or a pipe, or is too large.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise UnreadableFileError(str(path), _problem(error), _WANT) from error
    if S_ISDIR(status.st_mode):
        raise UnreadableFileError(str(path), "Is a directory", _WANT)
    if not S_ISREG(status.st_mode):
        raise UnreadableFileError(str(path), "a device or a pipe", _WANT)
    if status.st_size > LARGEST:
        problem = "{size} bytes are too many for a report"
        want = "at most {most} bytes"
        raise UnreadableFileError(str(path), problem, want, size=status.st_size, most=LARGEST)


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of a sensible size.

    Raises:
        UnreadableFileError: see :func:`check_file`; or the file must not be read, or
            grows while it is.
    """
    check_file(path)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(str(path), _problem(error), _WANT) from error
    if len(data) > LARGEST:
        raise UnreadableFileError(str(path), "it grows while it is read", _WANT)
    return data


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


def _problem(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
