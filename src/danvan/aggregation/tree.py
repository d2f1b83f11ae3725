"""The part of an organization tree that a roll-up climbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Final

from danvan.errors import UnknownCodeError
from danvan.organizations import Level, Organization, Organizations
from danvan.periods import Period

__all__ = ["Climb"]

_GROUP: Final = "group"


class Climb:
    """A tree as it stood in a period, with a number for each organization.

    An organization that closed in the period, or opened after it, is taken as it
    stood on its own last or first day.  Numbers follow the order of the tree; they
    stand for organizations because a million figures are looked up by them.
    """

    def __init__(
        self, organizations: Organizations, period: Period, to: str | Level | Iterable[str | Level]
    ) -> None:
        """Get ready to climb.

        Raises:
            UnknownCodeError: what is asked for is neither a level nor an organization.
        """
        self.period = period
        self.members = tuple(organizations)
        self._tree = organizations
        self._numbers = {id(one): n for n, one in enumerate(self.members)}
        asked = (to,) if isinstance(to, str | Level) else to
        self._to = frozenset(map(self._level_or_code, asked))

    def number(self, of: Organization) -> int:
        """The number of an organization, which may be a copy of the tree's own.

        Raises:
            UnknownCodeError: it is not of the tree.
        """
        try:
            return self._numbers[id(of)]
        except KeyError:
            pass
        if of not in self._copies:
            raise UnknownCodeError(self._tree.name, of.code, where=of.full_name)
        return self._copies[of]

    @cached_property
    def _copies(self) -> dict[Organization, int]:
        return {one: n for n, one in enumerate(self.members)}

    @cached_property
    def _parents(self) -> list[int | None]:
        """The number of the organization above each."""
        return [self._parent(number) for number in range(len(self.members))]

    def _parent(self, number: int) -> int | None:
        one = self.members[number]
        day = max(min(self.period.last, one.closed or date.max), one.opened or date.min)
        parent = self._tree.parent(one, day)
        return None if parent is None else self.number(parent)

    @cached_property
    def _children(self) -> dict[int | None, list[int]]:
        """Those right below each, and the roots below ``None``."""
        found: dict[int | None, list[int]] = {}
        for child, parent in enumerate(self._parents):
            found.setdefault(parent, []).append(child)
        return found

    @cached_property
    def _downward(self) -> list[int]:
        """The whole tree, every organization before all those below it."""
        found = list(self._children.get(None, ()))
        for one in found:
            found += self._children.get(one, ())
        return found

    @cached_property
    def _depths(self) -> dict[int | None, int]:
        found: dict[int | None, int] = {None: 0}
        for number in self._downward:
            found[number] = found[self._parents[number]] + 1
        return found

    def upward(self, reporters: Iterable[int]) -> Iterator[tuple[int, list[int]]]:
        """Everyone on the way from reporters up to their tops, those below an organization first.

        Each comes with those on the way that stand right below it, in order.
        """
        children: dict[int, list[int]] = {}
        for number in reporters:
            at: int | None = number
            while at is not None and at in self.tops and at not in children:
                children[at] = []
                at = self._parents[at]
        for number in sorted(children):
            parent = self._parents[number]
            if parent in children:
                children[parent].append(number)
        for number in sorted(children, key=self._depths.__getitem__, reverse=True):
            yield number, children.pop(number)

    def line(self, number: int) -> tuple[int, ...]:
        """An organization and all above it, up to the root."""
        found = [number]
        while (parent := self._parents[found[-1]]) is not None:
            found.append(parent)
        return tuple(found)

    def below(self, number: int) -> list[int]:
        """An organization and all below it that are open on a day of the period, in order."""
        found = [number]
        for one in found:
            found += self._open_children.get(one, ())
        return sorted(found)

    @cached_property
    def _open_children(self) -> dict[int | None, list[int]]:
        return {
            parent: [child for child in below if self._is_open(self.members[child])]
            for parent, below in self._children.items()
        }

    def _is_open(self, one: Organization) -> bool:
        opened, closed = one.opened or date.min, one.closed or date.max
        return opened <= self.period.last and self.period.first <= closed

    @cached_property
    def targets(self) -> frozenset[int]:
        """The organizations asked for, and the highest of each level asked for."""
        found = set()
        bits = {level: 1 << n for n, level in enumerate(Level)}
        levels: dict[int | None, int] = {None: 0}  # those at and above each, as a set of bits
        for number in self._downward:
            one, above = self.members[number], levels[self._parents[number]]
            bit = bits[one.level]
            if one.code in self._to or (one.level in self._to and not above & bit):
                found.add(number)
            levels[number] = above | bit
        return frozenset(found)

    @cached_property
    def tops(self) -> Mapping[int | None, int]:
        """The highest target above each organization, or itself, where there is one."""
        found: dict[int | None, int] = {}
        for number in self._downward:
            parent = self._parents[number]
            if parent in found:
                found[number] = found[parent]
            elif number in self.targets:
                found[number] = number
        return found

    def _level_or_code(self, to: str | Level) -> Level | str:
        if isinstance(to, Level) or to in self._tree:
            return to
        try:
            return Level(to)
        except ValueError:
            raise UnknownCodeError(
                "levels and organizations to roll up to", to, tuple(one.value for one in Level)
            ) from None

    def peers(self, reported: Iterable[Organization], under: int) -> list[int]:
        """Who would report beneath an organization, seeing who did.

        These are the reporters, the bodies of the same kind and level as one of them,
        and the members of a group one belongs to.
        """
        reporters = set(map(self.number, reported))
        sorts, groups = self._sorts, self._groups
        alike = {sorts[n] for n in reporters if self.members[n].kind != _GROUP}
        joined = {groups[n] for n in reporters} - {None}
        return [
            n
            for n in self.below(under)
            if sorts[n] in alike or n in reporters or groups[n] in joined
        ]

    def circles(self, number: int) -> tuple[int | None, int | None]:
        """What makes others peers of an organization: their kind and level, and its group."""
        is_group = self.members[number].kind == _GROUP
        return None if is_group else self._sorts[number], self._groups[number]

    @cached_property
    def _sorts(self) -> list[int]:
        """Bodies of the same kind and level have the same."""
        numbers: dict[tuple[str, Level], int] = {}
        return [numbers.setdefault((one.kind, one.level), len(numbers)) for one in self.members]

    @cached_property
    def _groups(self) -> list[int | None]:
        """The group each is a member of."""
        groups = {n for n, one in enumerate(self.members) if one.kind == _GROUP}
        return [parent if parent in groups else None for parent in self._parents]
