"""The part of an organization tree that a roll-up climbs."""

from __future__ import annotations

from collections.abc import Iterable
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
        self._to = [
            self._level_or_code(one) for one in ((to,) if isinstance(to, str | Level) else to)
        ]
        self._lines: dict[int, tuple[int, ...]] = {}
        self._targets: dict[int, tuple[int | None, ...]] = {}

    def number(self, of: Organization) -> int:
        """The number of an organization, which may be a copy of the tree's own.

        Raises:
            UnknownCodeError: it is not of the tree.
        """
        number = self._numbers.get(id(of))
        if number is None:
            number = self._copies.get(of)
        if number is None:
            raise UnknownCodeError(self._tree.name, of.code, where=of.full_name)
        return number

    @cached_property
    def _copies(self) -> dict[Organization, int]:
        return {one: n for n, one in enumerate(self.members)}

    def line(self, number: int) -> tuple[int, ...]:
        """An organization and all above it, up to the root."""
        known = self._lines.get(number)
        if known is not None:
            return known
        climbed: list[int] = []
        at: int | None = number
        while at is not None and at not in self._lines:
            climbed.append(at)
            at = self._parent(at)
        line = () if at is None else self._lines[at]
        for one in reversed(climbed):
            line = self._lines[one] = (one, *line)
        return line

    def _parent(self, number: int) -> int | None:
        one = self.members[number]
        day = max(min(self.period.last, one.closed or date.max), one.opened or date.min)
        parent = self._tree.parent(one, day)
        return None if parent is None else self.number(parent)

    def below(self, number: int) -> list[int]:
        """An organization and all below it that are open on a day of the period, in order."""
        found = [number]
        for one in found:
            found.extend(self._children[one])
        return sorted(found)

    @cached_property
    def _children(self) -> list[list[int]]:
        children: list[list[int]] = [[] for _ in self.members]
        for child, one in enumerate(self.members):
            if self._is_open(one) and len(line := self.line(child)) > 1:
                children[line[1]].append(child)
        return children

    def _is_open(self, one: Organization) -> bool:
        opened, closed = one.opened or date.min, one.closed or date.max
        return opened <= self.period.last and self.period.first <= closed

    def targets(self, number: int) -> tuple[int | None, ...]:
        """Where the figures of an organization go, for each of what was asked for.

        Of a level it is the highest organization above it (or itself) of that level.
        """
        found = self._targets.get(number)
        if found is None:
            one, above = self.members[number], self.line(number)[1:2]
            higher = self.targets(above[0]) if above else (None,) * len(self._to)
            found = self._targets[number] = tuple(
                number if to == one.code or (target is None and to is one.level) else target
                for to, target in zip(self._to, higher, strict=True)
            )
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

    def peers(self, reporters: Iterable[int], under: int) -> list[int]:
        """Who would report beneath an organization, seeing who did.

        These are the reporters, the bodies of the same kind and level as one of them,
        and the members of a group one belongs to.
        """
        reporters = set(reporters)
        alike = {self._sorts[n] for n in reporters if self.members[n].kind != _GROUP}
        groups = {self._group(n) for n in reporters} - {None}
        return [
            n
            for n in self.below(under)
            if self._sorts[n] in alike or n in reporters or (groups and self._group(n) in groups)
        ]

    @cached_property
    def _sorts(self) -> list[tuple[str, Level]]:
        return [(one.kind, one.level) for one in self.members]

    def _group(self, number: int) -> int | None:
        line = self.line(number)
        return line[1] if len(line) > 1 and self.members[line[1]].kind == _GROUP else None
