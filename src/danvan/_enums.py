"""The base of danvan's closed vocabularies."""

from __future__ import annotations

from enum import Enum
from typing import NoReturn

from danvan.errors import InvalidValueError

__all__ = ["Word"]


class Word(Enum):
    """An enum whose repr can be evaluated, so that the repr of a value that holds it can.

    Raises:
        InvalidValueError: made of what is none of its words.
    """

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        words = ", ".join(str(one.value) for one in cls)
        raise InvalidValueError(cls.__name__, value, f"one of {words}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    # Members are singletons; Enum's own hash goes by their names, in Python, a million times over.
    __hash__ = object.__hash__
