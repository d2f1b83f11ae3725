"""Figures held against what was planned or aimed at: "đạt 98,5% kế hoạch".

>>> print(Fulfilment(Quantity.parse("274 sáng kiến"), Quantity.parse("180 sáng kiến")))
đạt 152,2% kế hoạch
>>> Fulfilment(Quantity.parse("92,7%"), Quantity.parse("95% trở lên")).is_met()
False
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.quantities import STANDARD, Interval, Policy, Quantity, Ratio, Rounding, Sense
from danvan.vietnamese.numbers import format_number

__all__ = ["Fulfilment"]

_CEILINGS: Final = (Sense.BELOW, Sense.AT_MOST)


@frozen
class Fulfilment:
    """What was done, and what was to be done.

    A target is a floor ("180 sáng kiến", "trên 85%", "từ 01 - 02 mô hình") unless its
    words make it a ceiling ("không quá 5 ngày", "dưới 2%").

    Attributes:
        actual: what was done.
        target: what was planned or aimed at, in the same unit.

    ``str()`` is the wording of a report; it never rounds up to 100%.

    Raises:
        InvalidValueError: the two count different things.
    """

    actual: Quantity = field(validator=_fields.instance(Quantity))
    target: Quantity = field(validator=_fields.instance(Quantity))

    def __attrs_post_init__(self) -> None:
        if self.actual.base_unit != self.target.base_unit:
            want = f"a figure in {self.target.base_unit or 'no unit'}"
            raise InvalidValueError("Fulfilment.actual", str(self.actual), want)

    def is_met(self, policy: Policy = STANDARD) -> bool | None:
        """Whether the target is met: yes, no, or ``None`` for "cannot tell".

        A number that was rounded is taken as printed: 95% meets "95% trở lên".
        """
        done = self.actual.hard(policy)
        if self.actual.qualifier is None and self.actual.high is None:
            done = Interval.point(self.actual.amount)
        asked = Interval(self.target.amount, None)
        if self.target.sense in _CEILINGS:
            asked = self.target.hard(policy)
        if done in asked:
            return True
        return None if done.intersects(asked) else False

    def percent(self, places: int = 1) -> Decimal | None:
        """The stated number as a percentage of the target's; ``None`` of a target of zero.

        It is rounded, but not up to 100: 9.999 of 10.000 are 99,9%.
        """
        ratio = Ratio(Quantity(self.actual.amount), Quantity(self.target.amount))
        found = ratio.percent(places)
        if found == 100 and self.actual.amount < self.target.amount:
            found = ratio.percent(places, Rounding.TRUNCATED)
        return found

    def __str__(self) -> str:
        percent = self.percent()
        if percent is None:
            return f"{self.actual}, kế hoạch {self.target}"
        whole = percent == percent.to_integral_value()
        return f"đạt {format_number(int(percent) if whole else percent)}% kế hoạch"
