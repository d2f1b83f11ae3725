"""Fields of a document that this version of danvan does not know, kept with the value.

A colleague's application may write more than danvan reads.  What it wrote stays with the
very value that was read, is no part of it (equality, hash and repr know nothing of it), and
is written again with it.  Changing a value makes another one, which has no such fields until
they are given to it.

>>> from danvan.interchange import from_json, to_json
>>> from danvan.findings import Source
>>> read = from_json('{"danvan": 2, "name": "a.txt", "text": "", "shelf": "B 12"}', Source)
>>> unknown_fields(read)
{'shelf': 'B 12'}
>>> to_json(with_unknown_fields(Source("b.txt", ""), unknown_fields(read)))
'{"danvan":2,"name":"b.txt","text":"","shelf":"B 12"}'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar
from weakref import ref

from danvan.interchange.plain import as_plain

__all__ = ["unknown_fields", "with_unknown_fields"]

T = TypeVar("T")

# By identity: a value with such fields equals one without, and goes on doing so.
_kept: Final[dict[int, tuple[ref[Any], dict[str, Any]]]] = {}


def unknown_fields(value: object) -> dict[str, Any]:
    """What stood in the document beside the parts of a value, as plain JSON data."""
    kept = _kept.get(id(value))
    return dict(kept[1]) if kept is not None and kept[0]() is value else {}


def with_unknown_fields(value: T, fields: Mapping[str, Any]) -> T:
    """The same value, which from now on is written with these fields too.

    Args:
        value: a record of danvan's, that is a value that is written as an object.
        fields: plain JSON data by names that are not those of its parts; empty for none.

    Raises:
        InvalidValueError: data JSON has no place for, such as endless numbers.
    """
    if fields:
        _kept[id(value)] = ref(value, _forgetting(id(value))), as_plain(fields)
    else:
        _kept.pop(id(value), None)
    return value


def _forgetting(key: int) -> Callable[[object], None]:
    def forget(_: object) -> None:
        _kept.pop(key, None)

    return forget
