"""The parts of a workbook's file, looked at before anything is unpacked.

A workbook is a zip file.  What its directory says is held against limits first; a part
is inflated to no more than the directory says of it.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from typing import Final, NamedTuple

from attrs import field, frozen

from danvan.errors import InvalidValueError

__all__ = ["Archive", "Part"]

_UNPACKED: Final = 16 * 1024 * 1024
_PARTS: Final = 100
_SMALL: Final = 16 * 1024
"""What is packed into so little unpacks to 16 MB at most, whatever it says of itself."""
_SHARED: Final = 4 * 1024
"""Parts of this size are often the same in all workbooks of one form."""
_END: Final = b"PK\x05\x06"
_CLOSING: Final = struct.Struct("<4sHHHHIIH")
_ENTRY: Final = struct.Struct("<8xHH8xIIHHH8xI")
_LOCAL: Final = 30
_STORED, _DEFLATED = 0, 8
_WANT: Final = "a workbook (.xlsx) as Excel saves it"


class Part(NamedTuple):
    """One entry of the directory."""

    method: int
    packed: int
    size: int
    offset: int


@frozen
class Archive:
    """A zip file that was looked at.

    Attributes:
        data: its bytes.
        parts: what its directory names, in its order.
    """

    data: bytes = field(repr=False)
    parts: dict[str, Part]

    @classmethod
    def of(cls, data: bytes) -> Archive:
        """Read the directory.

        Raises:
            InvalidValueError: no zip file, or several in one; a part with a password,
                two of one name, or more than a workbook of forms can hold.
        """
        end = data.find(_END)
        if end < 0 or data.find(_END, end + 1) >= 0:
            raise InvalidValueError("file", "no workbook, or several in one file", _WANT)
        try:
            _, _, _, _, count, length, at, _ = _CLOSING.unpack_from(data, end)
            if at + length != end:
                raise InvalidValueError("file", "no workbook, or damaged", _WANT)
            found = cls(data, dict(_entries(data, at, count)))
        except struct.error as error:
            raise InvalidValueError("file", "damaged", _WANT) from error
        size = sum(part.size for part in found.parts.values())
        if len(found.parts) != count:
            raise InvalidValueError("file", "two parts of one name", _WANT)
        if size > _UNPACKED or count > _PARTS:
            problem = f"it unpacks to {size} bytes in {count} parts"
            raise InvalidValueError("file", problem, f"at most {_UNPACKED} bytes, {_PARTS} parts")
        for name, part in found.parts.items():
            if part.packed > _SMALL:
                found.read(name)
        return found

    def read(self, name: str) -> bytes:
        """A part, inflated.

        Raises:
            InvalidValueError: it is not there, packed in another way, or not of the
                size it says.
        """
        part = self.parts.get(name)
        if part is None:
            raise InvalidValueError("file", f"no part {name!r} in it", _WANT)
        try:
            names, extra = struct.unpack_from("<HH", self.data, part.offset + _LOCAL - 4)
            start = part.offset + _LOCAL + names + extra
            found = self.data[start : start + part.packed]
            if part.method == _DEFLATED:
                inflated = _kept if part.size <= _SHARED else _inflated
                found = inflated(found, part.size + 1)
        except (struct.error, zlib.error) as error:
            raise InvalidValueError("file", f"part {name!r} is damaged", _WANT) from error
        if len(found) != part.size:
            raise InvalidValueError("file", f"part {name!r} is not of the size it says", _WANT)
        return found


def _inflated(packed: bytes, most: int) -> bytes:
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most)


_kept = lru_cache(maxsize=64)(_inflated)


def _entries(data: bytes, at: int, count: int) -> list[tuple[str, Part]]:
    found = []
    for _ in range(min(count, _PARTS + 1)):
        flags, method, packed, size, names, extra, comment, offset = _ENTRY.unpack_from(data, at)
        start = at + _ENTRY.size
        name = data[start : start + names].decode("utf-8", "replace")
        if flags & 1:
            raise InvalidValueError("file", "a password on it", _WANT)
        if method not in (_STORED, _DEFLATED):
            raise InvalidValueError("file", f"part {name!r} packed in an unknown way", _WANT)
        found.append((name, Part(method, packed, size, offset)))
        at = start + names + extra + comment
    return found
