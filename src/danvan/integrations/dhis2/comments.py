"""The comment of a data value: what DHIS2 has no place for, a line each.

A line is a label, a colon and the rest; the source comes last and goes on to the end of
the comment.  A comment in other words is somebody else's and is taken as the source.

>>> print(to_comment({"as written": "trên 394 buổi", "status": "", "source": "Báo cáo"}))
as written: trên 394 buổi
source: Báo cáo
>>> from_comment("kiểm tra lại")
{'source': 'kiểm tra lại'}
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = ["from_comment", "to_comment"]

_LABELS: Final = ("as written", "missing", "status", "reported on")
_LAST: Final = "source"


def to_comment(parts: Mapping[str, str]) -> str:
    """The parts that say something, in a fixed order; "" for none."""
    labels = (*_LABELS, _LAST)
    return "\n".join(f"{one}: {parts[one]}" for one in labels if parts.get(one))


def from_comment(comment: str) -> dict[str, str]:
    """The parts of a comment; the whole of it is the source where it has no such form."""
    found: dict[str, str] = {}
    rest = comment
    while rest:
        label, colon, behind = rest.partition(": ")
        if colon and label == _LAST:
            return {**found, _LAST: behind}
        line, _, rest_of = behind.partition("\n")
        if not colon or label not in _LABELS or label in found:
            return {_LAST: comment}
        found[label], rest = line, rest_of
    return found
