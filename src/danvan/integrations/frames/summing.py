"""Sums of numbers, of the ends of intervals and of their marks, as one set of columns.

A group-by of narwhals takes plain columns, so what a sum is to hold is laid out in
columns of its own before (:meth:`Sums.laid_out`), added up (:meth:`Sums.added`), and
put together again after (:meth:`Sums.chosen`).
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Self, TypeAlias

from attrs import frozen

from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.layout import ENDLESS, FLAGS, NUMBERS

__all__ = ["Sums", "Taken", "as_int", "filled"]


Taken: TypeAlias = tuple[str, str, str]
"""What to take of a group: its name, the function, and the column it is taken of."""


def as_int(condition: Expression) -> Expression:
    """A condition as 1 or 0, which every engine can add up."""
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


@frozen
class Sums:
    """The columns a figure consists of.

    Attributes:
        numbers: what is added up.
        endless: those of them in which an empty cell lies at infinity, and so does the sum.
        flags: what a sum has if any of its parts has it.
    """

    numbers: tuple[str, ...] = ("value",)
    endless: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()

    @classmethod
    def of(cls, columns: Collection[str]) -> Self:
        """Those of a frame: numbers alone, or what they assert and mean as well."""
        return cls.all() if "hard_low" in columns else cls()

    @classmethod
    def all(cls) -> Self:
        """Those of figures that may be more or less than their numbers."""
        return cls(NUMBERS, ENDLESS, FLAGS)

    def laid_out(self, name: str, where: Expression | None) -> list[Expression]:
        """The columns to add up under a name, for the rows of a condition or for all."""

        def numbers(one: str) -> Expression:
            return nw.col(one) if where is None else nw.when(where).then(nw.col(one))

        def marks(condition: Expression) -> Expression:
            return as_int(condition if where is None else where & condition)

        return [
            *(numbers(one).alias(f"{name}_{one}") for one in self.numbers),
            *(marks(nw.col(one).is_null()).alias(f"{name}_{one}_endless") for one in self.endless),
            *(marks(nw.col(one) == 1).alias(f"{name}_{one}") for one in self.flags),
        ]

    def added(self, name: str, *, again: bool = False) -> list[Taken]:
        """What to take of each group; ``again`` of groups that were added up before."""
        function, column = ("sum", "count") if again else ("count", "value")
        return [
            *((f"{name}_{one}", "sum", f"{name}_{one}") for one in self.numbers),
            *((f"{name}_{one}_endless", "max", f"{name}_{one}_endless") for one in self.endless),
            *((f"{name}_{one}", "max", f"{name}_{one}") for one in self.flags),
            (f"{name}_count", function, f"{name}_{column}"),
        ]

    def single(self, name: str) -> list[Taken]:
        """What to take of each group in which no more than one row counts."""
        return [(one, "max", one) for one, *_ in self.added(name)[:-1]]

    def one(self, column: str, name: str) -> Expression:
        """A column of the sum of a name."""
        found = nw.col(f"{name}_{column}")
        if column in self.endless:
            return nw.when(nw.col(f"{name}_{column}_endless") == 0).then(found)
        return found

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns of a figure."""
        return (*self.numbers, *self.flags)


def filled(frame: Frame, sums: Sums) -> Frame:
    """What exact numbers assert and mean: themselves."""
    if sums.endless:
        return frame
    ends = {end: nw.col("value") for end in NUMBERS if end not in sums.numbers}
    return frame.with_columns(**ends, **{flag: nw.lit(0) for flag in FLAGS})
