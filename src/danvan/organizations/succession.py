"""What became of an organization, and how figures go over to its successors.

Units merge, split and lend their land to others.  A link says which part of the
old one went into the new one; where nobody has said how large that part is, its
share is unknown, and a figure carried over it becomes an interval.

>>> from datetime import date
>>> from decimal import Decimal
>>> from danvan.quantities import Interval
>>> merger = Crosswalk((
...     Succession("na_tam", "ban_bo", date(2025, 7, 1), by="1670/NQ-UBTVQH15"),
...     Succession("ban_bo", "ban_bo", date(2025, 7, 1), by="1670/NQ-UBTVQH15"),
... ))
>>> moved = merger.rebase({"na_tam": Interval.point(8), "ban_bo": Interval.point(5)})
>>> moved["ban_bo"].value == Interval.point(13)
True
>>> [part.old for part in moved["ban_bo"].parts]
['na_tam', 'ban_bo']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import reduce
from typing import Final

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.quantities import Interval
from danvan.quantities.exact import EXACT

__all__ = ["Crosswalk", "Part", "Rebased", "Succession", "SuccessionKind"]

_ZERO, _ONE = Decimal(0), Decimal(1)


class SuccessionKind(Word):
    """How the old unit went over."""

    WHOLE = "whole"
    PART = "part"
    RENAMED = "renamed"
    UNCHANGED = "unchanged"


_KINDS: Final = {
    SuccessionKind.WHOLE: "toàn bộ",
    SuccessionKind.PART: "một phần",
    SuccessionKind.RENAMED: "đổi tên",
    SuccessionKind.UNCHANGED: "giữ nguyên",
}


@frozen
class Succession:
    """One old organization, or a part of it, goes over into a new one.

    Attributes:
        old: the code it had until the day before.
        new: the code it has from that day on; the same code may name another unit.
        on: the first day of the new one.
        kind: ``WHOLE`` with others into one, ``PART`` one of several, ``RENAMED`` under
            another name, ``UNCHANGED`` as it was.
        share: how much of the old one goes over, from 0 to 1; ``None`` where nobody says.
        by: the directive that did it, or "".

    Raises:
        InvalidValueError: a share outside 0 to 1, or below 1 where the whole goes over.
    """

    old: str = field(validator=_fields.text)
    new: str = field(validator=_fields.text)
    on: date = field(validator=_fields.day)
    kind: SuccessionKind = field(
        default=SuccessionKind.WHOLE, validator=_fields.instance(SuccessionKind)
    )
    share: Decimal | None = field(default=None, validator=_fields.optional(_fields.number))
    by: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        if self.share is not None and not _ZERO <= self.share <= _ONE:
            raise InvalidValueError("Succession.share", self.share, "a share from 0 to 1")
        if self.kind is not SuccessionKind.PART and self.share not in {None, _ONE}:
            raise InvalidValueError("Succession.share", self.share, "1 where the whole goes over")

    def _cells_(self) -> dict[str, object]:
        return {
            "Đơn vị cũ": self.old,
            "Đơn vị mới": self.new,
            "Từ ngày": self.on,
            "Cách": _KINDS[self.kind],
            "Phần": "chưa rõ" if self.known_share is None else self.known_share,
            "Theo": self.by,
        }

    @property
    def known_share(self) -> Decimal | None:
        """The share, which is 1 where the whole goes over."""
        return self.share if self.kind is SuccessionKind.PART else _ONE


@frozen
class Part:
    """What one old unit brought into a new one.

    Attributes:
        old: its code.
        value: its figure as it was before.
        share: the share that went over; ``None`` where it is not known.
        by: the directive that did it, or "".
    """

    old: str
    value: Interval
    share: Decimal | None
    by: str = ""

    @property
    def carried(self) -> Interval:
        """The part of the figure that went over: all of it or none, where nobody says."""
        if self.share is not None:
            return self.value * self.share
        ends = Interval.point(0), self.value
        least = Interval.extreme(ends, greatest=False)
        most = Interval.extreme(ends, greatest=True)
        return Interval(least.low, most.high, least.low_closed, most.high_closed)


@frozen
class Rebased:
    """A figure of a new unit with the figures of the old ones it was made of.

    Attributes:
        code: the new unit.
        value: the sum of what was carried over.
        parts: the trail, nothing of which is lost.
    """

    code: str
    value: Interval
    parts: tuple[Part, ...]


@frozen(cache_hash=True)
class Crosswalk:
    """The successions of one day.

    Attributes:
        successions: the links; several from one old unit, several into one new unit.

    Raises:
        InvalidValueError: more than one day, a link twice, or shares of one old unit
            that come to more than 1.
    """

    successions: tuple[Succession, ...] = field(validator=_fields.tuple_of(Succession))
    _from: dict[str, list[Succession]] = field(init=False, repr=False, eq=False, factory=dict)
    _into: dict[str, list[Succession]] = field(init=False, repr=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for one in self.successions:
            self._from.setdefault(one.old, []).append(one)
            self._into.setdefault(one.new, []).append(one)
        days = sorted({one.on for one in self.successions})
        if len(days) > 1:
            raise InvalidValueError("Crosswalk", f"{days[0]} and {days[1]}", "links of one day")
        for old, links in self._from.items():
            news = [one.new for one in links]
            if len(set(news)) < len(news):
                raise InvalidValueError("Crosswalk", old, "each link once")
            if reduce(EXACT.add, (one.known_share or _ZERO for one in links)) > _ONE:
                raise InvalidValueError("Crosswalk", old, "shares of at most 1 in all")

    def _repr_html_(self) -> str:
        title = f"{len(self.successions)} đơn vị cũ và đơn vị mới"
        return notebook.listing(title, self.successions)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.successions,)

    def __iter__(self) -> Iterator[Succession]:
        return iter(self.successions)

    def __len__(self) -> int:
        return len(self.successions)

    def successors(self, old: str) -> tuple[Succession, ...]:
        """What became of an old unit; nothing where it ended without a successor."""
        return tuple(self._from.get(old, ()))

    def predecessors(self, new: str) -> tuple[Succession, ...]:
        """What a new unit was made of."""
        return tuple(self._into.get(new, ()))

    def then(self, later: Crosswalk) -> Crosswalk:
        """The succession from before this change to after a later one.

        A unit that is not in the later crosswalk ended there.  A share along an unknown
        part is unknown, unless every part goes over with the same share into the same unit.
        """
        found: list[Succession] = []
        for old, links in self._from.items():
            ways: dict[str, list[tuple[Succession, Succession]]] = {}
            for first in links:
                for second in later.successors(first.new):
                    ways.setdefault(second.new, []).append((first, second))
            found.extend(_joined(old, new, len(links), steps) for new, steps in ways.items())
        return Crosswalk(tuple(found))

    def rebase(self, figures: Mapping[str, Interval]) -> dict[str, Rebased]:
        """Carry counts over from the old units to the new ones; counts add.

        A part without a share gives an interval from nothing to all.  A share of 0,3 of
        8 meetings is 2,4 meetings: what is carried is an estimate, and the trail says so.
        Ratios are never carried: rebase what they are made of, and divide.

        Raises:
            UnknownCodeError: a figure of a unit without a successor, which would be lost.
        """
        parts: dict[str, list[Part]] = {}
        for old, value in figures.items():
            if old not in self._from:
                raise UnknownCodeError("crosswalk", old)
            for link in self._from[old]:
                part = Part(old, value, link.known_share, link.by)
                parts.setdefault(link.new, []).append(part)
        return {
            new: Rebased(new, Interval.sum(part.carried for part in came), tuple(came))
            for new, came in parts.items()
        }


def _joined(
    old: str, new: str, branches: int, steps: list[tuple[Succession, Succession]]
) -> Succession:
    """One link over two changes."""
    by = "; ".join(dict.fromkeys(s.by for pair in steps for s in pair if s.by))
    on = steps[0][1].on
    share = _share(branches, steps)
    if share != _ONE:
        return Succession(old, new, on, SuccessionKind.PART, share, by)
    kinds = {one.kind for pair in steps for one in pair}
    if kinds & {SuccessionKind.PART, SuccessionKind.WHOLE}:
        kind = SuccessionKind.WHOLE
    else:
        renamed = SuccessionKind.RENAMED in kinds
        kind = SuccessionKind.RENAMED if renamed else SuccessionKind.UNCHANGED
    return Succession(old, new, on, kind, _ONE, by)


def _share(branches: int, steps: list[tuple[Succession, Succession]]) -> Decimal | None:
    """The share over two changes; all parts of a unit together are the unit."""
    firsts = [first.known_share for first, _ in steps]
    seconds = [second.known_share for _, second in steps]
    if None in firsts and len(steps) == branches and len(set(seconds)) == 1:
        return seconds[0]
    if None in firsts or None in seconds:
        return None
    products = (EXACT.multiply(one, two) for one, two in zip(firsts, seconds, strict=True))  # type: ignore[arg-type]  # none is None by now
    return reduce(EXACT.add, products)
