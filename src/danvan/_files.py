"""Files that may be anything: missing, a folder, a device, far too large; and files written.

A text is made ready before its file is opened, so that one that cannot be written
leaves what was there as it was.
"""

from __future__ import annotations

from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from danvan.errors import UnreadableFileError

__all__ = ["check_file", "read_bytes", "read_text", "writable", "write_text"]

_MOST: Final = 64 * 1024 * 1024
"""The table of every commune of the country has a few megabytes."""

_TOO_MANY: Final = "{size} bytes are too many"
_WANT: Final = "a file that can be read"


def check_file(path: Path, most: int = _MOST, too_many: str = _TOO_MANY) -> None:
    """Make sure that there is a file of a sensible size, without opening it.

    Raises:
        UnreadableFileError: nothing has this name, or what has it is a folder, a device
            or a pipe, or is too large.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:  # no system has a name with half a letter in it
        raise UnreadableFileError(str(path), _problem(error), _WANT) from error
    if S_ISDIR(status.st_mode):
        raise UnreadableFileError(str(path), "Is a directory", _WANT)
    if not S_ISREG(status.st_mode):
        raise UnreadableFileError(str(path), "a device or a pipe", _WANT)
    if status.st_size > most:
        want = "at most {most} bytes"
        raise UnreadableFileError(str(path), too_many, want, size=status.st_size, most=most)


def read_bytes(path: Path, most: int = _MOST, too_many: str = _TOO_MANY) -> bytes:
    """The bytes of a file of a sensible size.

    Raises:
        UnreadableFileError: see :func:`check_file`; or the file must not be read, or
            grows while it is.
    """
    check_file(path, most, too_many)
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise UnreadableFileError(str(path), _problem(error), _WANT) from error
    if len(data) > most:
        raise UnreadableFileError(str(path), "it grows while it is read", _WANT)
    return data


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark, its line ends kept.

    Raises:
        UnreadableFileError: see :func:`read_bytes`; or the file is not in UTF-8.
    """
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            str(path), "not UTF-8 at byte {at}", "UTF-8, in Excel “CSV UTF-8”", at=error.start
        ) from error


def writable(text: str) -> str:
    r"""The text with U+FFFD for each half of a letter, which no file can hold.

    >>> writable("họp \ud800")
    'họp �'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def write_text(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a text as it is, line ends and all; see :func:`writable`.

    Raises:
        UnreadableFileError: a place that cannot be written to.
    """
    data = writable(text).encode(encoding)
    try:
        path.write_bytes(data)
    except (OSError, ValueError) as error:
        want = "a place that can be written to"
        raise UnreadableFileError(str(path), _problem(error), want) from error


def _problem(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
