"""The version of a document, and how those of an earlier version are brought up to it.

Every record at the top of a document, or in an array at its top, says ``"danvan": 2``.

Version 1, which said nothing, wrote figures, periods and intervals as texts ("trên 394
buổi") and parts that have their default; both are still read in any document.  The private
parts of a :class:`~danvan.vietnamese.Cleaned` it wrote with an underscore.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from danvan.interchange.problems import PartError, shown

__all__ = ["KEY", "STEPS", "VERSION", "brought_up", "with_version"]

KEY: Final = "danvan"
"""The key that says the version."""

VERSION: Final = 2
"""The version danvan writes."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

_PRIVATE: Final = {
    f"_{name}": name for name in ("starts", "ends", "original_starts", "original_ends")
}


def _to_2(document: dict[str, Any]) -> dict[str, Any]:
    return {_PRIVATE.get(key, key): value for key, value in document.items()}


STEPS: Final[dict[int, Step]] = {1: _to_2}
"""From each version to the next, over plain data."""


def with_version(plain: Any) -> Any:
    """Plain data of a value, with the version where it has a place."""
    if isinstance(plain, dict):
        return {KEY: VERSION, **plain}
    if isinstance(plain, list | tuple):
        return [{KEY: VERSION, **one} if isinstance(one, dict) else one for one in plain]
    return plain


def brought_up(plain: Any) -> Any:
    """The same document in the version of today, and without the key that says it.

    Raises:
        PartError: a version that is not known here.
    """
    if isinstance(plain, list):
        return [_record(one) if isinstance(one, dict) else one for one in plain]
    return _record(plain) if isinstance(plain, dict) else plain


def _record(document: dict[str, Any]) -> dict[str, Any]:
    version = document.pop(KEY, 1)
    if type(version) is not int or not 1 <= version <= VERSION:
        want = "a version from 1 to {number}; a later danvan may read it"
        raise PartError(shown(version), want, VERSION)
    for earlier in range(version, VERSION):
        document = STEPS[earlier](document)
    return document
