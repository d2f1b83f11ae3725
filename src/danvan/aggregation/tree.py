"""The part of an organization tree that a roll-up climbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from attrs import field, frozen

from danvan.errors import UnknownCodeError
from danvan.organizations import Level, Organization, Organizations
from danvan.periods import Period

__all__ = ["Climb"]

_GROUP: Final = "group"


@frozen(eq=False)
class Climb:
    """A tree as it stood in a period.

    An organization that closed in the period, or opened after it, is taken as it
    stood on its own last or first day.
    """

    organizations: Organizations
    period: Period
    _line: dict[Organization, tuple[Organization, ...]] = field(init=False, factory=dict)
    _below: dict[Organization, tuple[Organization, ...]] = field(init=False, factory=dict)
    _places: dict[Organization, int] = field(init=False, factory=dict)

    def day(self, of: Organization) -> date:
        """The day to ask about an organization."""
        day = min(self.period.last, of.closed or date.max)
        return max(day, of.opened or date.min)

    def line(self, of: Organization) -> tuple[Organization, ...]:
        """The organization and all above it, up to the root.

        Raises:
            UnknownCodeError: it is not of the tree.
        """
        found = self._line.get(of)
        if found is None:
            parent = self.organizations.parent(of, self.day(of))
            found = (of, *(() if parent is None else self.line(parent)))
            self._line[of] = found
        return found

    def below(self, of: Organization) -> tuple[Organization, ...]:
        """The organization and all below it that are open on a day of the period."""
        found = self._below.get(of)
        if found is None:
            below = self.organizations.descendants(of, self.day(of))
            found = (of, *(one for one in below if self.is_open(one)))
            self._below[of] = found
        return found

    def place(self, of: Organization) -> int:
        """Where it stands in the order of the tree."""
        if not self._places:
            self._places.update((one, n) for n, one in enumerate(self.organizations))
        return self._places[of]

    def is_open(self, one: Organization) -> bool:
        """Whether it is in being on a day of the period."""
        opened, closed = one.opened or date.min, one.closed or date.max
        return opened <= self.period.last and self.period.first <= closed

    def target(self, of: Organization, to: Level | str) -> Organization | None:
        """Where the figures of an organization go: the highest above it of a level, or a code."""
        line = self.line(of)
        if isinstance(to, Level):
            return next((one for one in reversed(line) if one.level is to), None)
        return next((one for one in line if one.code == to), None)

    def targets(self, to: str | Level | Iterable[str | Level]) -> tuple[Level | str, ...]:
        """What a roll-up is to be made to, checked.

        Raises:
            UnknownCodeError: neither a level nor an organization of the tree.
        """
        several = (to,) if isinstance(to, str | Level) else tuple(to)
        return tuple(self._level_or_code(one) for one in several)

    def _level_or_code(self, to: str | Level) -> Level | str:
        if isinstance(to, Level):
            return to
        if to in self.organizations:
            return to
        try:
            return Level(to)
        except ValueError:
            raise UnknownCodeError(
                "levels and organizations to roll up to", to, tuple(one.value for one in Level)
            ) from None

    def peers(
        self, reporters: Iterable[Organization], under: Organization
    ) -> Iterator[Organization]:
        """Who would report beneath an organization, seeing who did.

        These are the reporters, the bodies of the same kind and level as one of them,
        and the members of a group one belongs to.
        """
        reporters = set(reporters)
        alike = {(one.kind, one.level) for one in reporters if one.kind != _GROUP}
        groups = {
            line[1]
            for line in map(self.line, reporters)
            if len(line) > 1 and line[1].kind == _GROUP
        }
        for one in self.below(under):
            line = self.line(one)
            grouped = len(line) > 1 and line[1] in groups
            if grouped or (one.kind, one.level) in alike or one in reporters:
                yield one
