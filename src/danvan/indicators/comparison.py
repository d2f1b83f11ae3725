"""Comparisons of a figure with an earlier one: what "tăng 51 hộ so với năm 2022" says.

>>> risen = Comparison(
...     Quantity.parse("947 hộ"), Change.RISE, Quantity.parse("51 hộ"), Period.year(2022))
>>> print(risen, "|", risen.earlier())
tăng 51 hộ so với năm 2022 | [896; 896]
"""

from __future__ import annotations

from typing import Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError
from danvan.periods import Period
from danvan.quantities import STANDARD, Interval, Policy, Quantity
from danvan.quantities.exact import EXACT

__all__ = ["Change", "Comparison"]

_PERCENT: Final = "%"
_POINTS: Final = "điểm %"


class Change(Word):
    """Which way a figure went; the value is the word for it."""

    RISE = "tăng"
    FALL = "giảm"
    NONE = "không đổi"


@frozen
class Comparison:
    """A figure, how far it has moved, and since when.

    Attributes:
        figure: the figure now.
        change: which way it went.
        by: how far; ``None`` exactly where it did not move.  In the unit of the
            figure, or in % of what it was; of a percentage in percentage points
            ("điểm %"), for "tăng 5%" of a percentage can mean two things.
        base: the period it is measured against.

    ``str()`` is the wording of a report.

    Raises:
        InvalidValueError: a change of no size or a size without change, or the two
            figures in different units.
    """

    figure: Quantity = field(validator=_fields.instance(Quantity))
    change: Change = field(validator=_fields.instance(Change))
    by: Quantity | None = field(validator=_fields.optional(_fields.instance(Quantity)))
    base: Period = field(validator=_fields.instance(Period))

    def __attrs_post_init__(self) -> None:
        if (self.by is None) is not (self.change is Change.NONE):
            raise InvalidValueError(
                "Comparison.by", self.by, "a size exactly where there is a change"
            )
        if self.by is not None and self.by.base_unit not in self._units_of_change():
            want = f"a figure in {' or '.join(self._units_of_change())}"
            raise InvalidValueError("Comparison.by", str(self.by), want)

    def _units_of_change(self) -> tuple[str, ...]:
        unit = self.figure.base_unit
        return (_POINTS,) if unit == _PERCENT else (unit, _PERCENT)

    @classmethod
    def between(
        cls, now: Quantity, before: Quantity, base: Period, policy: Policy = STANDARD
    ) -> Self:
        """Compare two figures, and refuse to say "tăng" where it is not so.

        >>> now, before = Quantity.parse("947 hộ"), Quantity.parse("896 hộ")
        >>> print(Comparison.between(now, before, Period.year(2022)))
        tăng 51 hộ so với năm 2022

        Raises:
            InvalidValueError: the two count different things, or what they assert
                overlaps, so that nobody can tell which is the greater.
        """
        if now.base_unit != before.base_unit:
            raise InvalidValueError(
                "comparison", str(before), f"a figure in {now.base_unit or 'no unit'}"
            )
        new, old = now.hard(policy), before.hard(policy)
        if new.is_point and new == old:
            return cls(now, Change.NONE, None, base)
        if new.intersects(old):
            raise InvalidValueError(
                "comparison", f"{now} and {before}", "figures that cannot be the same number"
            )
        more, less = (now, before) if now.amount > before.amount else (before, now)
        scale = min(now.scale, before.scale)
        distance = EXACT.divide(EXACT.subtract(more.amount, less.amount), scale)
        unit = now.unit if now.scale == scale else before.unit
        by = Quantity(distance, _POINTS if now.base_unit == _PERCENT else unit)
        return cls(now, Change.RISE if more is now else Change.FALL, by, base)

    def earlier(self, policy: Policy = STANDARD) -> Interval:
        """What the figure was before, from the figure now and the change.

        Raises:
            InvalidValueError: it fell by all of itself, or by more.
        """
        now = self.figure.hard(policy)
        if self.by is None:
            return now
        by = self.by.hard(policy) if self.change is Change.RISE else -self.by.hard(policy)
        if self.by.base_unit != _PERCENT:
            return now - by
        share = Interval.point(100) + by
        earlier = None if share.low is None or share.low < 0 else (now * 100).divided_by(share)
        if earlier is None:
            raise InvalidValueError("Comparison.by", str(self.by), "a fall of less than 100%")
        return earlier

    def __str__(self) -> str:
        change = self.change.value if self.by is None else f"{self.change.value} {self.by}"
        return f"{change} so với {self.base}"
