"""Read a plain text or Markdown file, strictly: what cannot be decoded is an error."""

from __future__ import annotations

import codecs
from pathlib import Path

from danvan.errors import UnreadableFileError
from danvan.reading.document import parse_report
from danvan.reports import Report

__all__ = ["read_file", "read_text"]

LARGEST = 16 * 1024 * 1024
"""A report is some hundred kilobytes; a file beyond this is none."""

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WANT = "UTF-8 text, or UTF-16 with a byte order mark"


def read_file(path: Path) -> Report:
    """Read a report; its text is that of the file, line ends and all.

    Raises:
        UnreadableFileError: see :func:`read_text`.
    """
    return parse_report(read_text(path), name=path.name)


def read_text(path: Path) -> str:
    """The text of a file, nothing changed but the byte order mark taken off.

    Raises:
        UnreadableFileError: the file is missing, empty, too large, binary, or not in
            the encoding it should be in; the message says at which byte.
    """
    data = read_bytes(path)
    encoding = next((name for mark, name in _ENCODINGS if data.startswith(mark)), "utf-8")
    if encoding != "utf-16" and b"\0" in data:
        problem = "no text: a zero byte at byte {at}"
        raise UnreadableFileError(str(path), problem, _WANT, at=data.index(0))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            str(path),
            "not {encoding} at byte {at} ({reason})",
            _WANT,
            encoding=encoding.upper(),
            at=error.start,
            reason=error.reason,
        ) from None
    if not text.strip():
        raise UnreadableFileError(str(path), "nothing in it", "a report")
    return text


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of a sensible size.

    Raises:
        UnreadableFileError: the file is missing, no file, or too large.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            problem = "{size} bytes are too many for a report"
            raise UnreadableFileError(
                str(path), problem, "at most {most} bytes", size=size, most=LARGEST
            )
        return path.read_bytes()
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(path), problem, "a file that can be read") from error
