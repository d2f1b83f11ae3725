"""Read a plain text or Markdown file, strictly: what cannot be decoded is an error.

Besides Unicode there are TCVN3 and VNI, which are recognized by their words.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from danvan.errors import ParseError, UnreadableFileError
from danvan.reading.file_bytes import check_length, read_bytes
from danvan.reading.legacy import parse_in_unicode
from danvan.reports import Report
from danvan.vietnamese.legacy import detect_legacy

__all__ = ["read_file", "read_text"]

_ENCODINGS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WANT = "text in UTF-8, in UTF-16 with a byte order mark, in TCVN3 or in VNI"


# the quotes and dashes of Windows, which no legacy encoding has for a letter
_WINDOWS_QUOTES = bytes.maketrans(b"\x91\x92\x93\x94\x96\x97\xa0", b"''\"\"-- ")


def read_file(path: Path) -> Report:
    """Read a report; its text is that of the file, line ends and all, in Unicode.

    Raises:
        UnreadableFileError: see :func:`read_text`.
    """
    return parse_in_unicode(read_text(path), name=path.name)


def read_text(path: Path) -> str:
    """The text of a file, nothing changed but the byte order mark taken off.

    Text in TCVN3 or VNI comes as its Latin-1 letters.

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
        text = _legacy(data) if encoding == "utf-8" else ""
        if not text:
            raise UnreadableFileError(
                str(path),
                "not {encoding} at byte {at} ({reason})",
                _WANT,
                encoding=encoding.upper(),
                at=error.start,
                reason=error.reason,
            ) from None
    check_length(path, text)
    if not text.strip():
        raise UnreadableFileError(str(path), "nothing in it", "a report")
    return text


def _legacy(data: bytes) -> str:
    """The letters of a text in TCVN3 or VNI; "" for anything else."""
    text = data.translate(_WINDOWS_QUOTES).decode("latin-1")
    try:
        return text if detect_legacy(text) else ""
    except ParseError:
        return ""
