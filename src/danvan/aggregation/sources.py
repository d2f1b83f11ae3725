"""The observations a figure rests on, found again where they stand."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import overload

from attrs import frozen

from danvan.indicators import Observation

__all__ = ["Sources"]


@frozen(eq=False, repr=False)
class Sources(Sequence[Observation]):
    """Some of the observations that were given, in an order of their own.

    A million references cost what a million places do not: only the places are kept.
    It compares and pickles as the tuple of its observations would.

    Attributes:
        given: all observations.
        places: where those meant stand among them; a range where they follow each other.
    """

    given: tuple[Observation, ...]
    places: Sequence[int]

    @classmethod
    def of(cls, *observations: Observation) -> Sources:
        """All of these."""
        return cls(observations, range(len(observations)))

    def picked(self, among: Sequence[int]) -> Sources:
        """Those at these places of its own."""
        places = self.places
        return Sources(self.given, array("I", (places[at] for at in among)))

    @overload
    def __getitem__(self, at: int) -> Observation: ...
    @overload
    def __getitem__(self, at: slice) -> Sources: ...
    def __getitem__(self, at: int | slice) -> Observation | Sources:
        if isinstance(at, slice):
            return self.picked(range(len(self))[at])
        return self.given[self.places[at]]

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Observation]:
        places = self.places
        if isinstance(places, range):
            return iter(self.given[places.start : places.stop])
        return map(self.given.__getitem__, places)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sources | tuple):
            return NotImplemented
        return tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[object, ...]:
        return Sources.of, tuple(self)
