"""A figure as a report states it: number or range, unit, qualifier.

The written form is kept, never replaced by what it may mean: "trên 394 buổi"
stays that.  What it asserts is asked for as an interval.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final, Self

from attrs import Attribute, field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError, ParseError
from danvan.quantities.exact import EXACT, last_place, number_within, place, plain, trimmed
from danvan.quantities.interval import Interval
from danvan.quantities.policy import STANDARD, Policy
from danvan.quantities.qualifier import Position, Qualifier, Sense, by_word, known
from danvan.quantities.unit import base_unit, scale_factor
from danvan.vietnamese.numbers import format_number, parse_number

__all__ = ["Quantity"]

_DIGITS: Final = 30
_PLACES: Final = 12
_LETTERS: Final = 200
_SCALE: Final = 10**18
_NUMERAL: Final = re.compile(r"[0-9][0-9.]*(?:,[0-9]+)?")
_PADDED: Final = re.compile(r"0[0-9]")
_MINUS: Final = frozenset({"-", "−", "âm"})
_WANT: Final = "a form like 2.639 buổi, trên 394 buổi, 01 - 02 mô hình, 85,48% or 95% trở lên"
_FALL: Final = "a number from zero up (a fall is said in words: giảm 39 đơn)"
_number: Final = number_within(_DIGITS, _PLACES)


@lru_cache(maxsize=4096)
def _fault_of_unit(unit: str) -> str | None:
    """Why a unit could not be read back after a number; ``None`` where it can."""
    if unit != " ".join(unit.split()) or not unit.isprintable():
        return "words with single spaces between them"
    if len(unit) > _LETTERS:
        return f"a unit of at most {_LETTERS} letters"
    if not unicodedata.is_normalized("NFC", unit):
        return "text in Unicode NFC"
    if scale_factor(unit) > _SCALE:
        return "a scale of at most tỷ tỷ"
    if not (unit[0].isalpha() or unit[0] in "%‰°"):
        return "a unit that begins with a letter or a sign of percent or degree"
    if unit.startswith("đến "):
        return 'a unit, and the end of a range in "high"'
    if any(unit == word or unit.endswith(f" {word}") for word in _words_after()):
        return "the words after the unit as a qualifier"
    return None


def _words_after() -> list[str]:
    return [word for word, one in by_word().items() if one.position is Position.AFTER]


def _unit(_owner: object, _attribute: object, value: object) -> None:
    if not isinstance(value, str):
        raise InvalidValueError("Quantity.unit", value, "a text")
    if value and (fault := _fault_of_unit(value)):
        raise InvalidValueError("Quantity.unit", value, fault)


def _from_zero(owner: object, attribute: Attribute[Any], value: Decimal) -> None:
    _number(owner, attribute, value)
    if value < 0:
        raise InvalidValueError("Quantity.value", value, _FALL)


@frozen(repr=False)
class Quantity:
    """A figure with its unit and its qualifier, as written.

    Attributes:
        value: the number as stated; the low end of a range.  From zero up: a fall is
            said in words.  Its decimals are kept as written, zeros too.
        unit: the words that follow, scale and all ("triệu đồng"), or "" for none.
        qualifier: the word that makes it more, less or about the number, or ``None``.
        high: the high end of a range ("01 - 02 mô hình"), or ``None``.
        padded: whether whole numbers below ten are written "02"; a habit of writing,
            left out of comparisons.

    ``str()`` and :meth:`parse` are inverse to each other.

    >>> sessions = Quantity.parse("trên 394 buổi")
    >>> sessions.value, str(sessions.qualifier), sessions.unit
    (Decimal('394'), 'trên', 'buổi')
    >>> print(sessions.hard(), sessions.likely())
    [394; ∞) [394; 395]
    >>> Quantity.parse("431,6 triệu đồng").amount
    Decimal('431600000')

    Raises:
        InvalidValueError: a negative or endless number, a range that does not rise,
            or a unit that could not be read back.
    """

    value: Decimal = field(converter=plain, validator=_from_zero)
    unit: str = field(default="", validator=_unit)
    qualifier: Qualifier | None = field(default=None, validator=_fields.optional(known))
    high: Decimal | None = field(
        default=None, converter=plain, validator=_fields.optional(_number), kw_only=True
    )
    padded: bool = field(default=False, validator=_fields.instance(bool), eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.high is not None and self.high <= self.value:
            raise InvalidValueError("Quantity.high", self.high, f"a number above {self.value}")
        if not self.value and self.sense in (Sense.NEAR, Sense.BELOW):
            raise InvalidValueError("Quantity.qualifier", self.qualifier, "no figure below zero")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the form ``str()`` gives.

        Raises:
            ParseError: any other text; lenient reading is the business of
                :mod:`danvan.reading`.
        """
        try:
            found = cls._read(text)
        except InvalidValueError as error:
            raise ParseError(
                "quantity", text, "{form}; here {here}", form=_WANT, here=error.want
            ) from error
        if str(found) != text:
            raise ParseError("quantity", text, "the canonical form {form}", form=str(found))
        return found

    @classmethod
    def _read(cls, text: str) -> Self:
        numeral = _NUMERAL.search(text)
        if numeral is None:
            raise InvalidValueError("quantity", text, "a numeral")
        qualifier = _before(text[: numeral.start()].strip(" "))
        low, rest = numeral[0], text[numeral.end() :]
        high = None
        for dash in (" - ", " đến "):
            if rest.startswith(dash) and (end := _NUMERAL.match(rest, len(dash))):
                high, rest = end[0], rest[end.end() :]
                break
        unit = rest.lstrip(" ")
        for word in () if qualifier else _words_after():
            if rest.endswith(f" {word}"):
                qualifier, unit = Qualifier.parse(word), rest.removesuffix(word).strip(" ")
                break
        return cls(
            _value(low),
            unit,
            qualifier,
            high=None if high is None else _value(high),
            padded=any(_PADDED.fullmatch(one) for one in (low, high or "")),
        )

    def __str__(self) -> str:
        text = self._written(self.value)
        if self.high is not None:
            dash = " đến " if self.sense is Sense.FROM else " - "
            text = f"{text}{dash}{self._written(self.high)}"
        if self.unit:
            text = f"{text}{self.unit}" if self.unit[0] in "%‰" else f"{text} {self.unit}"
        if self.qualifier is None:
            return text
        if self.qualifier.position is Position.BEFORE:
            return f"{self.qualifier} {text}"
        return f"{text} {self.qualifier}"

    def _written(self, value: Decimal) -> str:
        text = format_number(value)
        return f"0{text}" if self.padded and len(text) == 1 else text

    def __repr__(self) -> str:
        return f"Quantity.parse({str(self)!r})"

    @property
    def sense(self) -> Sense | None:
        """What the qualifier does to the number; ``None`` without one."""
        return None if self.qualifier is None else self.qualifier.sense

    @property
    def scale(self) -> Decimal:
        """What the scale words of the unit multiply by: a million for "triệu đồng"."""
        return scale_factor(self.unit) if self.unit else Decimal(1)

    @property
    def base_unit(self) -> str:
        """The unit without its scale: "đồng" for "triệu đồng" and for "đ"."""
        return base_unit(self.unit) if self.unit else ""

    @property
    def amount(self) -> Decimal:
        """The stated number in the base unit."""
        scale = self.scale
        amount: Decimal = trimmed(EXACT.multiply(self.value, scale))
        return self.value if scale == 1 else amount

    @property
    def precision(self) -> Decimal:
        """What one in the last written place is worth, in the base unit."""
        last = min(last_place(one) for one in (self.value, self.high) if one is not None)
        worth: Decimal = trimmed(EXACT.multiply(place(last), self.scale))
        return worth

    def hard(self, policy: Policy = STANDARD) -> Interval:
        """What the words assert of the amount, in the base unit."""
        return policy.hard(self)

    def likely(self, policy: Policy = STANDARD) -> Interval:
        """What an office means by the words, in the base unit; within :meth:`hard`."""
        return policy.likely(self)

    def exceeds(self, other: Quantity, policy: Policy = STANDARD) -> bool | None:
        """Whether it is the greater of two: yes, no, or ``None`` for "cannot tell".

        >>> Quantity.parse("trên 85%").exceeds(Quantity.parse("80%"))
        True

        Raises:
            InvalidValueError: the two count different things.
        """
        if self.base_unit != other.base_unit:
            raise InvalidValueError(
                "comparison of quantities", other.unit, f"a figure in {self.base_unit or 'no unit'}"
            )
        return self.hard(policy).exceeds(other.hard(policy))


def _before(word: str) -> Qualifier | None:
    if not word:
        return None
    if word in _MINUS:
        raise InvalidValueError("quantity", word, _FALL)
    try:
        return by_word()[word]
    except KeyError:
        raise InvalidValueError("quantity", word, "a known qualifier before the number") from None


def _value(numeral: str) -> Decimal:
    return parse_number(numeral.removeprefix("0") if _PADDED.fullmatch(numeral) else numeral)
