"""Ratios that keep both their parts, so that they can be added up and checked.

"7.984/12.233" is 65,27%, but a percentage cannot be rolled up and its parts can.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError, ParseError
from danvan.quantities.exact import EXACT, last_place, place
from danvan.quantities.interval import Interval
from danvan.quantities.policy import STANDARD, Policy, Rounding
from danvan.quantities.quantity import Quantity

__all__ = ["Agreement", "Ratio"]

_WANT: Final = "a form like 7.984/12.233 or 13/13 xã"


class Agreement(Word):
    """How a stated percentage goes with the parts it was taken from."""

    ROUNDED = "rounded"
    """It is the quotient, rounded; ties may have gone either way."""
    TRUNCATED = "truncated"
    """No rounding gives it, but cutting off the decimals does."""
    NO = "no"
    """It is not the quotient."""

    def __bool__(self) -> bool:
        return self is not Agreement.NO


def _figure(value: Any) -> Any:
    return Quantity(value) if isinstance(value, Decimal | int) else value


@frozen(repr=False)
class Ratio:
    """Two figures of which one is measured against the other.

    Attributes:
        numerator: the first; its unit is said with the other.
        denominator: the second, with the unit of both.

    The numerator may be the greater: measured against a plan, 18.849/18.379 is success.

    >>> families = Ratio.parse("7.984/12.233 gia đình")
    >>> families.percent(2)
    Decimal('65.27')
    >>> Ratio.parse("23.078/18.379").agrees_with(Quantity.parse("125,5%"))
    Agreement.TRUNCATED

    Raises:
        InvalidValueError: the numerator has a unit, or a word behind it.
    """

    numerator: Quantity = field(converter=_figure, validator=_fields.instance(Quantity))
    denominator: Quantity = field(converter=_figure, validator=_fields.instance(Quantity))

    def __attrs_post_init__(self) -> None:
        if self.numerator.unit or not str(self.numerator)[-1].isdigit():
            raise InvalidValueError(
                "Ratio.numerator",
                self.numerator,
                "a figure without unit; it stands after the other",
            )
        if not str(self.denominator)[0].isdigit():
            raise InvalidValueError(
                "Ratio.denominator", self.denominator, "a figure with no word before it"
            )

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read "7.984/12.233" or "13/13 xã"; two counts ("31 vụ/31 đối tượng") are no ratio.

        Raises:
            ParseError: any other text.
        """
        numerator, slash, denominator = text.partition("/")
        try:
            if slash:
                return cls(Quantity.parse(numerator), Quantity.parse(denominator))
        except InvalidValueError as error:
            raise ParseError(
                "ratio", text, f"a form like 7.984/12.233; here {error.want}"
            ) from error
        raise ParseError("ratio", text, "a form like 7.984/12.233 or 13/13 xã")

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"

    def __repr__(self) -> str:
        return f"Ratio.parse({str(self)!r})"

    @property
    def unit(self) -> str:
        """What both count."""
        return self.denominator.unit

    def percent(self, places: int = 1, rounding: Rounding = Rounding.NEAREST) -> Decimal | None:
        """The stated numbers as a percentage; ``None`` where the denominator is zero."""
        share = self._share()
        if share is None:
            return None
        shift = share * 10**places
        whole = shift.numerator // shift.denominator
        if rounding is Rounding.NEAREST and 2 * (shift - whole) >= 1:
            whole += 1
        return Decimal(whole).scaleb(-places, context=EXACT)

    def interval(self, policy: Policy = STANDARD) -> Interval | None:
        """Every percentage the two figures allow; ``None`` where the denominator is zero."""
        quotient = self.numerator.hard(policy).divided_by(self.denominator.hard(policy))
        return None if quotient is None else quotient * 100

    def agrees_with(self, percent: Quantity, policy: Policy = STANDARD) -> Agreement:
        """Whether a stated percentage is that of the two figures.

        A percentage with a qualifier ("trên 85%") agrees if the figures allow it.

        Raises:
            InvalidValueError: it is no percentage.
        """
        if percent.base_unit != "%":
            raise InvalidValueError("percentage", str(percent), "a figure in %")
        figures = (percent, self.numerator, self.denominator)
        if any(figure.qualifier or figure.high for figure in figures):
            quotient = self.interval(policy)
            agrees = quotient is not None and quotient.intersects(percent.hard(policy))
            return Agreement.ROUNDED if agrees else Agreement.NO
        share = self._share()
        if share is None:
            return Agreement.NO
        unit, stated = Fraction(place(last_place(percent.value))), Fraction(percent.value)
        if abs(share - stated) * 2 <= unit:
            return Agreement.ROUNDED
        return Agreement.TRUNCATED if 0 <= share - stated < unit else Agreement.NO

    def _share(self) -> Fraction | None:
        if self.denominator.value.is_zero():
            return None
        return 100 * Fraction(self.numerator.amount) / Fraction(self.denominator.amount)
