"""What a frame can say: which of the further columns it has.

A figure of which nothing but its number is told needs no intervals, and where nobody
can say that a figure is of them alone nothing need be looked at but the whole.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Self

from attrs import frozen

from danvan.integrations.frames.layout import KEYS
from danvan.integrations.frames.summing import Sums

__all__ = ["Shape"]


@frozen
class Shape:
    """Which columns a frame has.

    Attributes:
        sums: those of a figure.
        keys: those that say what is stated and of whom.
        excuses: whether anybody may have said that a figure is not due.
    """

    sums: Sums
    keys: tuple[str, ...]
    excuses: bool

    @classmethod
    def of(cls, columns: Collection[str]) -> Self:
        """That of a frame with these columns."""
        keys = tuple(key for key in KEYS if key in columns)
        return cls(Sums.of(columns), keys, "missing" in columns)

    @property
    def scoped(self) -> bool:
        """Whether a figure may be of an organization alone."""
        return "scope" in self.keys

    @property
    def broken_down(self) -> tuple[str, ...]:
        """The column of breakdowns, if there is one."""
        return ("breakdown",) if "breakdown" in self.keys else ()

    @property
    def thing(self) -> tuple[str, ...]:
        """What is told of a place, once indicators and organizations are numbers."""
        return ("thing", *self.broken_down, "target")
