"""danvan's values as TOML: read by Python itself, written by tomlkit (the extra ``toml``).

For records that people keep by hand.  The data are those of JSON; a day may be written as
TOML's own, and figures, periods and numbers in words.  TOML knows tables only, and no null:
an array at the top and a part that must be there and is ``None`` cannot be written.

>>> from danvan import Organization
>>> from danvan.organizations import Branch, Level
>>> women = Organization("a.women", "Hội LHPN", "women", Level.DISTRICT, Branch.FRONT)
>>> print(to_toml(women), end="")
danvan = 2
code = "a.women"
name = "Hội LHPN"
kind = "women"
level = "district"
branch = "front"
>>> from_toml(to_toml(women), Organization) == women
True
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from typing import Any, TypeVar

from danvan.errors import InvalidValueError, MissingExtraError
from danvan.findings import Text
from danvan.interchange.documents import document, value_in
from danvan.interchange.plain import as_plain
from danvan.interchange.problems import Problem, shown

__all__ = ["from_toml", "to_toml"]

T = TypeVar("T")


def to_toml(obj: Any) -> str:
    """The TOML of a record, with the version of its form.

    Raises:
        InvalidValueError: no record, a ``None`` or a number TOML has no place for.
        MissingExtraError: tomlkit is not installed.
    """
    try:
        import tomlkit
    except ImportError as error:
        raise MissingExtraError("danvan.integrations.toml_documents", "tomlkit", "toml") from error
    plain = document(obj)
    if not isinstance(plain, dict):
        raise InvalidValueError("TOML", shown(plain), "a record")
    if _has_none(plain):
        raise InvalidValueError("TOML", type(obj).__name__, "a value without null")
    try:
        return tomlkit.dumps(plain)
    except (ValueError, TypeError, RecursionError) as error:
        raise InvalidValueError("TOML", type(obj).__name__, f"plain data ({error})") from None


def _has_none(plain: Any) -> bool:
    if isinstance(plain, dict):
        return any(map(_has_none, plain.values()))
    return any(map(_has_none, plain)) if isinstance(plain, list | tuple) else plain is None


def from_toml(data: str, cls: type[T], *, texts: Iterable[Text] = ()) -> T:
    """The record that :func:`to_toml` or a person wrote.

    Args:
        data: the TOML.
        cls: the class.
        texts: the texts that spans may point into, as for ``from_json``.

    Raises:
        DocumentError: no TOML, or not such a value; the message names the place.
    """
    return value_in(lambda: as_plain(tomllib.loads(data)), _wrong, data, cls, texts)


def _wrong(error: Exception) -> Problem:
    if isinstance(error, tomllib.TOMLDecodeError):
        return Problem("$", InvalidValueError("TOML", shown(str(error)), "TOML"))
    return Problem("$", InvalidValueError("TOML", "a huge number", "numbers that fit"))
