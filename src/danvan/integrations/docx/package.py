"""Whether a Word file may be unpacked and parsed: not too large, plain XML, undamaged."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from danvan.errors import UnreadableFileError

__all__ = ["XML", "check_package", "opened", "undamaged"]

XML: Final = (".xml", ".rels")
"""How the names of the parts end that are looked through here, and may be parsed."""

_WANT: Final = "a Word file (.docx) without a password"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_DAMAGES: Final = (
    BadZipFile, LookupError, ValueError, SyntaxError, AttributeError,
    RuntimeError, NotImplementedError, EOFError, OSError, zlib.error, LZMAError,
)  # fmt: skip
"""What zipfile and parsers of XML raise at files that are none of theirs."""

_LARGEST: Final = 256 * 1024 * 1024
"""A Word file that unpacks to more than this is no report."""

_LARGEST_XML: Final = 16 * 1024 * 1024
"""The words of a long report with all their marks are two or three megabytes of XML."""

_ENCODINGS: Final = ("ascii", "utf-16-le", "utf-16-be")
_DECLARED: Final = tuple("<!DOCTYPE".encode(name) for name in _ENCODINGS)


@contextmanager
def undamaged(path: Path, *others: type[Exception]) -> Iterator[None]:
    """Turn what is raised at damaged and foreign files into one error.

    Args:
        path: the file, for the message.
        others: what else than zipfile and XML raise a library raises at such files.

    Raises:
        UnreadableFileError: what stands inside met a damaged file, or none of Word.
    """
    damages: tuple[type[Exception], ...] = (*_DAMAGES, *others)
    try:
        yield
    except UnreadableFileError:
        raise
    except damages as error:
        problem = "damaged, or no Word file ({reason})"
        reason = f"{type(error).__name__}: {error}"
        raise UnreadableFileError(str(path), problem, _WANT, reason=reason) from error


def opened(path: Path, data: bytes) -> ZipFile:
    """The parts of a ``.docx`` file of a sensible size.

    Raises:
        UnreadableFileError: an old Word file, one with a password, or one that unpacks to
            an unreasonable size.
    """
    if data.startswith(_OLD_WORD):
        locked = _LOCKED in data
        problem = "it has a password" if locked else "an old Word file (.doc) under this name"
        raise UnreadableFileError(str(path), problem, _WANT)
    packed = ZipFile(BytesIO(data))
    check_package(path, packed)
    return packed


def check_package(path: Path, packed: ZipFile) -> None:
    """Make sure that a Word file can be parsed in little memory and names nothing outside it.

    Raises:
        UnreadableFileError: its parts are too large, or one declares entities, which no
            program that writes Word files does.
    """
    parts = packed.infolist()
    words = [part for part in parts if part.filename.casefold().endswith(XML)]
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
