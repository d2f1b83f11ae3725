"""The values that are no records: texts, numbers, days, words of a vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import Enum, IntEnum
from math import isfinite
from typing import Any, Final, get_args

from danvan.errors import UnknownCodeError
from danvan.interchange.problems import PartError, shown

__all__ = ["DECIMAL", "SCALARS", "number_text", "one_of", "word", "words_of"]

Structure = Callable[[Any, Any], Any]

DECIMAL: Final = r"-?[0-9]+(\.[0-9]+)?"
"""An exact number in a text."""

_DECIMAL: Final = re.compile(DECIMAL)


def number_text(value: Decimal) -> str:
    """A Decimal as a text, every digit of it and no exponent."""
    return f"{value:f}"


def _text(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise PartError(shown(value), "a text")
    return value


def _whole(value: Any, _: Any) -> int:
    if type(value) is not int:
        raise PartError(shown(value), "a whole number")
    return value


def _truth(value: Any, _: Any) -> bool:
    if type(value) is not bool:
        raise PartError(shown(value), "true or false")
    return value


def _measure(value: Any, _: Any) -> float:
    if type(value) not in (int, float) or not isfinite(value):
        raise PartError(shown(value), "a number")
    return float(value)


def _decimal(value: Any, _: Any) -> Decimal:
    if type(value) is not str or not _DECIMAL.fullmatch(value):
        raise PartError(shown(value), 'a number in a text, such as "85.48"')
    return Decimal(value)


def _day(value: Any, _: Any) -> date:
    if type(value) is str and len(value) == 10 and value[4] == value[7] == "-":
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PartError(shown(value), 'a day in a text, such as "2023-09-30"')


SCALARS: Final[dict[type, Structure]] = {
    str: _text,
    int: _whole,
    bool: _truth,
    float: _measure,
    Decimal: _decimal,
    date: _day,
}
"""How each kind is read; none is made of another."""


def words_of(cls: type[Enum]) -> dict[str, Any]:
    """The members of a vocabulary by what stands for them in a document."""
    if issubclass(cls, IntEnum):
        return dict(cls.__members__)
    return {member.value: member for member in cls}


def word(cls: type[Enum]) -> Structure:
    """How a member of a vocabulary is read."""
    members = words_of(cls)

    def structure(value: Any, _: Any) -> Any:
        try:
            return members[value]
        except (KeyError, TypeError):
            raise UnknownCodeError(cls.__name__, shown(value), tuple(members)) from None  # type: ignore[arg-type]  # whatever it is, it is shown

    return structure


def one_of(kind: Any) -> Structure:
    """How one of a few texts is read."""
    allowed = get_args(kind)

    def structure(value: Any, _: Any) -> Any:
        if type(value) is not str or value not in allowed:
            raise UnknownCodeError("value", shown(value), allowed)  # type: ignore[arg-type]  # whatever it is, it is shown
        return value

    return structure
