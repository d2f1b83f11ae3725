"""The files a packet carries: base64, now and then in a ZIP of their own.

Some systems pack each file in a ZIP and say ``application/zip``; .docx and .xlsx are
ZIP files themselves.  A file is taken out where it is the only one in an archive,
which no Word file or workbook is.  A packed file that grows beyond bounds is refused.
"""

from __future__ import annotations

import base64
import binascii
import io
import lzma
import re
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from attrs import Factory, evolve, field, frozen

from danvan import _fields, formats
from danvan.catalogue import read_toml
from danvan.errors import UnreadableFileError
from danvan.reports import Report

__all__ = ["MOST_UNPACKED", "Attachment"]

MOST_UNPACKED: Final = 256 * 2**20
"""The bytes that one packed file may grow to."""

_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError,
    NotImplementedError, ValueError,
)  # fmt: skip
_ZIP: Final = b"PK\x03\x04"
_SPACE: Final = re.compile(r"\s+")


@cache
def _content_types() -> Mapping[str, str]:
    found: dict[str, str] = read_toml("edxml")["content_types"]
    return found


def content_type_of(name: str) -> str:
    """The ContentType of a file by what its name ends in."""
    return _content_types().get(Path(name).suffix[1:].lower(), "application/octet-stream")


@frozen
class Attachment:
    """One file of a packet.

    Attributes:
        name: ``AttachmentName``; a stranger's word, never a path to write to.
        content: its bytes; ``None`` where they are missing or could not be read.
        description: what it is.
        content_type: ``ContentType``; by what its name ends in if not said.

    >>> Attachment("kế hoạch.pdf", b"%PDF-").safe_name
    'kế hoạch.pdf'
    >>> Attachment("../../etc/passwd", b"").safe_name
    'passwd'
    """

    name: str = field(validator=_fields.instance(str))
    content: bytes | None = field(validator=_fields.optional(_fields.instance(bytes)), repr=False)
    description: str = field(default="", validator=_fields.instance(str))
    content_type: str = field(
        default=Factory(lambda self: content_type_of(self.name), takes_self=True),
        validator=_fields.instance(str),
    )

    @property
    def safe_name(self) -> str:
        """Its name without folders and without signs that mean something to a system."""
        last = re.split(r"[/\\]", self.name)[-1]
        return re.sub(r'[\x00-\x1f<>:"|?*]', "_", last).strip(" .") or "attachment"

    def read_report(self) -> Report:
        """The paper in it, read by the format its name ends in.

        Raises:
            UnreadableFileError: no bytes, or no format that danvan reads.
        """
        if self.content is None:
            raise UnreadableFileError(self.name, "no bytes", "an attachment that came whole")
        path = Path(self.safe_name)
        module = formats.reader(path)
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder, "paper").with_suffix(path.suffix)
            place.write_bytes(self.content)
            try:
                report: Report = module.read_file(place)
            except UnreadableFileError as error:
                raise UnreadableFileError(self.name, error.problem, error.want) from error
        return evolve(report, name=self.safe_name)


def encoded(content: bytes) -> str:
    """The bytes in base64, as they stand in a packet."""
    return base64.b64encode(content).decode("ascii")


def decoded(text: str) -> bytes | None:
    """The bytes of a text in base64, white space in it aside; ``None`` where it is none."""
    try:
        return base64.b64decode(_SPACE.sub("", text), validate=True)
    except (binascii.Error, ValueError):
        return None


def unpacked(content: bytes, content_type: str, name: str) -> bytes | None:
    """The one file in a ZIP that only wraps it; ``None`` where it is no such ZIP.

    Raises:
        UnreadableFileError: it would grow beyond :data:`MOST_UNPACKED`, or is damaged.
    """
    wraps = content.startswith(_ZIP) and "zip" in content_type.lower()
    if not wraps or name.lower().endswith(".zip"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if len(members) != 1:
                return None
            with archive.open(members[0]) as file:
                found = file.read(MOST_UNPACKED + 1)
    except _DAMAGED as error:
        raise UnreadableFileError(name, f"a damaged ZIP ({error})", "a ZIP of one file") from error
    if len(found) > MOST_UNPACKED:
        raise UnreadableFileError(name, "a ZIP that grows", f"at most {MOST_UNPACKED} bytes")
    return found
