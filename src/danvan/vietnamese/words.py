"""Numbers in words: cardinals, decimals, fractions, ordinals, years, amounts on receipts.

The rules are those of the school grammar: mốt, tư and lăm behind mươi; linh
before a lone unit; "không trăm" in every inner group of three; groups of noughts
passed over; tỷ for every nine digits.  What differs from region to region is an
option, and :func:`danvan.vietnamese.spoken.from_words` reads every choice back.

>>> to_words(1_085_332)
'một triệu không trăm tám mươi lăm nghìn ba trăm ba mươi hai'
>>> to_words(1005), to_words(1005, zero="lẻ", thousand="ngàn")
('một nghìn không trăm linh năm', 'một ngàn không trăm lẻ năm')
>>> to_words(Decimal("12.05")), to_words(Fraction(3, 4)), to_words(-21)
('mười hai phẩy không năm', 'ba phần tư', 'âm hai mươi mốt')
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from danvan.errors import InvalidValueError
from danvan.vietnamese.exact import MOST_DIGITS, Number, check_number, check_whole
from danvan.vietnamese.letters import capitalize, nfc

__all__ = [
    "DIGITS",
    "amount_to_words",
    "digits_to_words",
    "ordinal_to_words",
    "to_words",
    "year_to_words",
]

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
"""The words for 0 to 9, standing alone."""


def to_words(
    number: Number,
    *,
    zero: Literal["linh", "lẻ"] = "linh",
    thousand: Literal["nghìn", "ngàn"] = "nghìn",
    four: Literal["tư", "bốn"] = "tư",
    billion: Literal["tỷ", "tỉ"] = "tỷ",
) -> str:
    """A number in words, in small letters.

    Decimals are read as the schoolbook has it: two digits (3,25: ba phẩy hai
    mươi lăm; 12,05: mười hai phẩy không năm) or a group of three (0,032: không
    phẩy không trăm ba mươi hai).  More are read one by one, because "một phẩy
    hai nghìn" would be 1.200; noughts at the end count, as they do in figures.
    A fraction in lowest terms is "ba phần tư", in hundredths "ba phần trăm".

    Args:
        number: an int, a finite Decimal or a Fraction of at most 4.000 digits.
        zero: before a lone unit, 105: một trăm linh năm (official) or lẻ năm.
        thousand: nghìn (official) or ngàn.
        four: behind mươi, 24: hai mươi tư or hai mươi bốn.
        billion: 10⁹ with y or with i.

    Raises:
        InvalidValueError: another kind of number, too long a one, or an unknown option.

    >>> to_words(24), to_words(24, four="bốn"), to_words(10**12), to_words(10**18)
    ('hai mươi tư', 'hai mươi bốn', 'một nghìn tỷ', 'một tỷ tỷ')
    >>> to_words(Decimal("98.45")), to_words(Decimal("3.14159"))
    ('chín mươi tám phẩy bốn mươi lăm', 'ba phẩy một bốn một năm chín')
    """
    words = _vocabulary(zero, thousand, four, billion)
    if type(number) is int and 0 <= number < 1_000_000:
        high, low = divmod(number, 1000)
        if not high:
            return words.first[low]
        if not low:
            return f"{words.first[high]} {thousand}"
        return f"{words.first[high]} {thousand} {words.inner[low]}"
    check_number(number)
    if isinstance(number, Decimal) and not number:
        number = number.copy_abs()
    if number < 0:
        positive = number.copy_abs() if isinstance(number, Decimal) else -number
        return f"âm {_positive(positive, words)}"
    return _positive(number, words)


def ordinal_to_words(number: int, *, four: Literal["tư", "bốn"] = "tư") -> str:
    """The place in a row: thứ nhất, thứ hai, thứ ba, thứ tư, thứ năm.

    Raises:
        InvalidValueError: a number below 1.

    >>> [ordinal_to_words(n) for n in (1, 2, 4, 14, 24)]
    ['thứ nhất', 'thứ hai', 'thứ tư', 'thứ mười bốn', 'thứ hai mươi tư']
    """
    check_whole("ordinal", number, 1, 10**MOST_DIGITS - 1)
    return f"thứ {_ORDINALS.get(number) or to_words(number, four=four)}"


def year_to_words(year: int, *, digits: bool = False) -> str:
    """A year in words, whole or digit by digit.

    Raises:
        InvalidValueError: a year not from 1 to 9999.

    >>> year_to_words(2023), year_to_words(1954), year_to_words(2023, digits=True)
    ('hai nghìn không trăm hai mươi ba', 'một nghìn chín trăm năm mươi tư', 'hai không hai ba')
    """
    check_whole("year", year, 1, 9999)
    return digits_to_words(str(year)) if digits else to_words(year)


def digits_to_words(digits: str) -> str:
    """Every digit by its own word, noughts in front included.

    Raises:
        InvalidValueError: anything but the digits 0 to 9, or none.

    >>> digits_to_words("007")
    'không không bảy'
    """
    if not (digits.isascii() and digits.isdecimal()):
        raise InvalidValueError("digits", digits, "one or more of 0 to 9")
    return " ".join([DIGITS[int(digit)] for digit in digits])


def amount_to_words(number: Number, unit: str, *, even: bool = False, **style: str) -> str:
    """An amount as receipts have it behind "Bằng chữ:", with a capital at its head.

    Args:
        number: how much.
        unit: of what, such as ``"đồng"``.
        even: put "chẵn" at the end of a whole amount, so that nothing can be added.
        **style: the options of :func:`to_words`.

    Raises:
        InvalidValueError: no unit, ``even`` for an amount with a fraction, or a
            number :func:`to_words` refuses.

    >>> amount_to_words(1_250_000, "đồng", even=True)
    'Một triệu hai trăm năm mươi nghìn đồng chẵn'
    """
    unit = nfc(unit)
    if not unit.strip() or unit != unit.strip():
        raise InvalidValueError("unit", unit, "a word with no space around it")
    words = to_words(number, **style)  # type: ignore[arg-type]  # checked by to_words
    if even and number != int(number):
        raise InvalidValueError("amount", number, "a whole number to call even")
    return capitalize(f"{words} {unit}{' chẵn' if even else ''}")


class _Vocabulary(NamedTuple):
    first: tuple[str, ...]  # 0 to 999 at the head of a number
    inner: tuple[str, ...]  # 0 to 999 behind a higher group
    thousand: str
    billion: str


_ORDINALS: Final = {1: "nhất", 4: "tư"}
_CHOICES: Final = {
    "zero": ("linh", "lẻ"),
    "thousand": ("nghìn", "ngàn"),
    "four": ("tư", "bốn"),
    "billion": ("tỷ", "tỉ"),
}
_ROUND_DENOMINATORS: Final = {100: "trăm", 1000: "nghìn", 10**6: "triệu", 10**9: "tỷ"}


@lru_cache(maxsize=32)
def _vocabulary(zero: str, thousand: str, four: str, billion: str) -> _Vocabulary:
    given = (zero, thousand, four, billion)
    for (name, choices), choice in zip(_CHOICES.items(), given, strict=True):
        if choice not in choices:
            raise InvalidValueError(name, choice, " or ".join(choices))
    tens = [_below_hundred(n, four) for n in range(100)]
    lone = [f"{zero} {word}" if n < 10 else word for n, word in enumerate(tens)]
    inner = [
        f"{DIGITS[n // 100]} trăm {lone[n % 100]}" if n % 100 else f"{DIGITS[n // 100]} trăm"
        for n in range(1000)
    ]
    return _Vocabulary((*tens, *inner[100:]), tuple(inner), thousand, billion)


def _below_hundred(number: int, four: str) -> str:
    ten, unit = divmod(number, 10)
    if ten == 0:
        return DIGITS[unit]
    if ten == 1:
        special, head = {5: "lăm"}, "mười"
    else:
        special, head = {1: "mốt", 4: four, 5: "lăm"}, f"{DIGITS[ten]} mươi"
    return f"{head} {special.get(unit, DIGITS[unit])}" if unit else head


def _positive(number: Number, words: _Vocabulary) -> str:
    if isinstance(number, int):
        return _cardinal(number, words)
    if isinstance(number, Fraction):
        return _fraction(number, words)
    return _decimal(number, words)


def _cardinal(number: int, words: _Vocabulary) -> str:
    """Groups of nine digits, each but the last closed by one tỷ."""
    groups = []
    while True:
        number, low = divmod(number, 1_000_000_000)
        groups.append(low)
        if not number:
            break
    spoken: list[str] = []
    for place, group in zip(range(len(groups) - 1, -1, -1), reversed(groups), strict=True):
        _add_group(spoken, group, words)
        if place:
            spoken.append(words.billion)
    return " ".join(spoken) or DIGITS[0]


def _add_group(spoken: list[str], group: int, words: _Vocabulary) -> None:
    millions, rest = divmod(group, 1_000_000)
    for part, scale in zip(
        (millions, *divmod(rest, 1000)), ("triệu", words.thousand, ""), strict=True
    ):
        if part:
            spoken.append((words.inner if spoken else words.first)[part])
            if scale:
                spoken.append(scale)


def _fraction(number: Fraction, words: _Vocabulary) -> str:
    above, below = number.numerator, number.denominator
    if below == 1:
        return _cardinal(above, words)
    name = "tư" if below == 4 else _ROUND_DENOMINATORS.get(below) or _cardinal(below, words)
    return f"{_cardinal(above, words)} phần {name}"


def _decimal(number: Decimal, words: _Vocabulary) -> str:
    whole, _, decimals = f"{number:f}".partition(".")
    spoken = _cardinal(int(whole), words)
    if not decimals:
        return spoken
    value = int(decimals)
    if len(decimals) == 3 and value:
        tail = words.inner[value]
    elif len(decimals) == 2 and value > 9:
        tail = words.first[value]
    else:
        tail = digits_to_words(decimals)
    return f"{spoken} phẩy {tail}"
