"""Words back to numbers, as they are written and as they are spoken.

Everything :mod:`danvan.vietnamese.words` writes is read back exactly.  Beside
that: rưỡi, chục, tá, vạn, nửa; the closing digit that stands for tenths of the
scale before it (một triệu tư); mươi dropped in speech (hai mốt); linh without
"không trăm" before it.  Words with two meanings are refused: "hai ba" is two or
three, "hai mươi năm" is twenty years.

>>> from_words("một triệu không trăm tám mươi lăm nghìn")
1085000
>>> from_words("hai trăm rưỡi"), from_words("một triệu tư"), from_words("ba chục ngàn")
(250, 1400000, 30000)
>>> from_words("hai mươi năm")
Traceback (most recent call last):
    ...
danvan.errors.ParseError: number in words: want lăm for the digit 5, for năm behind
mươi means years, got 'hai mươi năm'
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final, NoReturn

from danvan.errors import ParseError
from danvan.vietnamese.exact import MOST_DIGITS, Number
from danvan.vietnamese.letters import lower, nfc
from danvan.vietnamese.words import DIGITS

__all__ = ["amount_from_words", "digits_from_words", "from_words", "ordinal_from_words"]


def from_words(text: str, /) -> Number:
    """The number that words say, exactly.

    Returns:
        An int where the words say a whole number, a Decimal behind phẩy, a
        Fraction behind phần ("hai mươi lăm phần trăm" is 1/4).

    Raises:
        ParseError: words that are no number, or that have two meanings.

    >>> from_words("Chín mươi tám phẩy bốn mươi lăm"), from_words("ba phần tư")
    (Decimal('98.45'), Fraction(3, 4))
    >>> from_words("năm phẩy tám vạn"), from_words("âm hai mươi mốt"), from_words("hai tá rưỡi")
    (58000, -21, 30)
    """
    return _Reader(text, lower(text).split()).number()


def ordinal_from_words(text: str, /) -> int:
    """The place in a row, the inverse of :func:`~danvan.vietnamese.words.ordinal_to_words`.

    Raises:
        ParseError: no ordinal.

    >>> ordinal_from_words("thứ nhất"), ordinal_from_words("thứ hai mươi tư")
    (1, 24)
    """
    first, *words = lower(text).split() or [""]
    if first != "thứ" or not words:
        raise ParseError("ordinal", text, "thứ and a number, as in thứ nhất")
    if len(words) == 1 and words[0] in _ORDINALS:
        return _ORDINALS[words[0]]
    number = _Reader(text, words).number()
    if not isinstance(number, int) or number < 2 or number == 4:
        raise ParseError("ordinal", text, "thứ nhất, thứ hai, thứ ba, thứ tư and so on")
    return number


def digits_from_words(text: str, /) -> str:
    """The digits named one by one, the inverse of :func:`~danvan.vietnamese.words.digits_to_words`.

    Raises:
        ParseError: a word that is no digit.

    >>> digits_from_words("hai không hai ba")
    '2023'
    """
    digits = [_DIGITS.get(_SAME.get(word, word)) for word in lower(text).split()]
    if not digits or None in digits:
        raise ParseError("digits in words", text, "words from không to chín")
    return "".join(map(str, digits))


def amount_from_words(text: str, unit: str, /) -> Number:
    """The amount on a receipt; "Bằng chữ:", "chẵn" and a full stop may stand around it.

    Raises:
        ParseError: another unit, or words that are no number.

    >>> amount_from_words("Bằng chữ: Một triệu hai trăm nghìn đồng chẵn.", "đồng")
    1200000
    """
    words = lower(text).strip().removesuffix("./.").removesuffix(".").rstrip()
    words = words.removeprefix("bằng chữ:").removesuffix(" chẵn")
    ending = f" {lower(unit)}"
    if not words.endswith(ending):
        raise ParseError("amount in words", text, f"words that end in {nfc(unit)}")
    return _Reader(text, words.removesuffix(ending).split()).number()


_MOST_WORDS: Final = 5 * MOST_DIGITS
_BOUND: Final = 10**MOST_DIGITS
_ORDINALS: Final = {"nhất": 1, "nhì": 2, "hai": 2, "ba": 3, "tư": 4}
_SAME: Final = {
    "ngàn": "nghìn",
    "tỉ": "tỷ",
    "lẻ": "linh",
    "nhăm": "lăm",
    "bẩy": "bảy",
    "rưởi": "rưỡi",
}
_DIGITS: Final = {word: digit for digit, word in enumerate(DIGITS)}
# The unit digit behind mười, behind mươi, and where mươi itself is dropped.
_AFTER_TEN: Final = {word: n for word, n in _DIGITS.items() if n not in (0, 5)} | {"lăm": 5}
_DROPPED: Final = {"mốt": 1, "tư": 4, "lăm": 5}
_AFTER_TENS: Final = {word: n for word, n in _AFTER_TEN.items() if n != 1} | _DROPPED
# The closing digit: tenths of the scale before it.
_TENTHS: Final = {word: n for word, n in _AFTER_TENS.items() if n != 5} | {"rưỡi": 5}
_GROUPS: Final = {"triệu": 1_000_000, "vạn": 10_000, "nghìn": 1000}
_POWERS: Final = {"nghìn": 3, "vạn": 4, "triệu": 6, "tỷ": 9}
_SCALES: Final = {"chục": 10, "trăm": 100, **_GROUPS, "tỷ": 1_000_000_000}


class _Reader:
    """Reads the words of one number from left to right."""

    def __init__(self, text: str, words: list[str]) -> None:
        if len(words) > _MOST_WORDS:
            raise ParseError("number in words", f"{len(words)} words", f"at most {_MOST_WORDS}")
        self.text = text
        self.words = [_SAME.get(word, word) for word in map(_without_comma, words)]
        self.at = 0

    def refuse(self, want: str = "a number such as hai mươi mốt") -> NoReturn:
        raise ParseError("number in words", self.text, want)

    def peek(self, ahead: int = 0) -> str:
        at = self.at + ahead
        return self.words[at] if at < len(self.words) else ""

    def take(self, word: str) -> bool:
        found = self.peek() == word
        self.at += found
        return found

    def number(self) -> Number:
        negative = self.take("âm")
        value = self.positive()
        if self.at < len(self.words):
            self.refuse(self.advice())
        if negative and not value:
            self.refuse("nought without âm")
        if not negative:
            return value
        return value.copy_negate() if isinstance(value, Decimal) else -value

    def positive(self) -> Number:
        rest = self.words[self.at :]
        if "nửa" in rest[:2]:
            return self.half(rest)
        if len(rest) == 2 and rest[0] in _SCALES and rest[1] in _TENTHS:
            self.words.insert(self.at, "một")
        whole = self.cardinal()
        if self.take("phẩy"):
            return self.decimals(whole)
        if self.take("phần"):
            return Fraction(whole, self.denominator())
        if self.take("tá"):
            return 12 * whole + 6 * self.take("rưỡi")
        if 0 < whole < 10 and self.take("rưỡi"):
            return Decimal(f"{whole}.5")
        return whole

    def half(self, words: list[str]) -> Number:
        self.at = len(self.words)
        if words in (["nửa"], ["một", "nửa"]):
            return Fraction(1, 2)
        size = 12 if words[1:] == ["tá"] else _SCALES.get(" ".join(words[1:]))
        if words[0] != "nửa" or size is None:
            self.refuse("nửa alone or with one scale, as in nửa triệu")
        return size // 2

    def cardinal(self) -> int:
        """Groups of nine digits, each but the last closed by tỷ."""
        total, begun = 0, False
        while True:
            group = self.nine_digits(inner=begun)
            if group is None and not begun:
                self.refuse()
            total += group or 0
            if total >= _BOUND:
                self.refuse(f"at most {MOST_DIGITS} digits")
            if self.peek() != "tỷ":
                break
            if not total:
                self.refuse()
            self.at += 1
            total, begun = total * 1_000_000_000, True
        return total + self.tenths()

    def tenths(self) -> int:
        """The closing digit of "một triệu tư", where exactly one scale stands before it."""
        last = self.at == len(self.words) - 1
        scale = _SCALES.get(self.peek(-1), 0) if self.at else 0
        doubled = self.at > 1 and self.peek(-2) in _SCALES
        tenth = _TENTHS.get(self.peek(), 0)
        if not last or not scale or doubled or not tenth or (scale == 10 and tenth != 5):
            return 0
        self.at += 1
        return tenth * scale // 10

    def nine_digits(self, *, inner: bool) -> int | None:
        total, ceiling = None, 1_000_000_000
        while (group := self.three_digits(inner=inner or total is not None)) is not None:
            size = _GROUPS.get(self.peek(), 1)
            if group * size >= ceiling or (not group and (size > 1 or inner or total is not None)):
                self.refuse("scales in falling order and no empty group")
            total = (total or 0) + group * size
            if size == 1:
                break
            self.at, ceiling = self.at + 1, size
        return total

    def three_digits(self, *, inner: bool) -> int | None:
        if inner and self.take("linh"):
            return self.unit()
        hundreds = _DIGITS.get(self.peek())
        if hundreds is not None and self.peek(1) == "trăm":
            if not hundreds and not inner:
                self.refuse("no không trăm at the head")
            self.at += 2
            below = self.unit() if self.take("linh") else self.tens() or 0
            return 100 * hundreds + below
        tens = self.tens()
        if tens is not None or hundreds is None:
            return tens
        if inner and self.peek(1) not in _GROUPS:
            return None
        self.at += 1
        return hundreds

    def tens(self) -> int | None:
        if self.take("mười"):
            return 10 + self.choose(_AFTER_TEN)
        ten = _DIGITS.get(self.peek(), 0)
        if not ten:
            return None
        following = self.peek(1)
        if following == "mươi" and ten > 1:
            self.at += 2
            return 10 * ten + self.choose(_AFTER_TENS)
        if following == "chục":
            self.at += 2
            return 10 * ten
        if following in _DROPPED and ten > 1:
            self.at += 2
            return 10 * ten + _DROPPED[following]
        return None

    def choose(self, units: dict[str, int]) -> int:
        unit = units.get(self.peek(), 0)
        self.at += unit > 0
        return unit

    def unit(self) -> int:
        word = self.peek()
        unit = 4 if word == "tư" else _DIGITS.get(word, 0)
        if not unit:
            self.refuse("a digit from một to chín behind linh")
        self.at += 1
        return unit

    def decimals(self, whole: int) -> Number:
        """The digits behind phẩy, and the scale they are of in "một phẩy năm triệu"."""
        start = self.at
        while self.peek() == DIGITS[0] and self.peek(1) != "trăm":
            self.at += 1
        digits = "0" * (self.at - start) + self.decimal_digits()
        if not digits:
            self.refuse("digits behind phẩy")
        power = 0
        while self.peek() in _POWERS:
            power += _POWERS[self.peek()]
            self.at += 1
        if self.take("phần"):
            if (self.peek(), power) not in (("trăm", 0), ("nghìn", 0)):
                self.refuse("phần trăm or phần nghìn behind decimals")
            power = -2 if self.peek() == "trăm" else -3
            self.at += 1
        if len(digits) > MOST_DIGITS or power > 10 * MOST_DIGITS:
            self.refuse(f"at most {MOST_DIGITS} digits")
        value = Decimal(f"{whole}{digits}E{power - len(digits)}")
        return int(value) if power > 0 and value == value.to_integral_value() else value

    def decimal_digits(self) -> str:
        """The digits behind the leading noughts, named one by one or as a number."""
        run = 0
        while self.peek(run) in _DIGITS:
            run += 1
        if run > 1 or (run == 1 and self.peek(1) in ("", "phần", *_POWERS)):
            digits = "".join(str(_DIGITS[self.peek(n)]) for n in range(run))
            self.at += run
        else:
            padded = self.peek() == DIGITS[0]
            group = None if self.peek() == "linh" else self.three_digits(inner=True)
            if group is None:
                return ""
            digits = f"{group:03d}" if padded else str(group)
        # The schoolbook reads 0,1985 so; one scale alone would multiply.
        if run < 2 and self.peek() == "nghìn" and self.peek(2) == "trăm":
            self.at += 1
            below = self.three_digits(inner=True) or self.refuse("no empty group")
            digits += f"{below:03d}"
        return digits

    def denominator(self) -> int:
        word = self.peek()
        if word == "tư" or (word in _SCALES and word != "chục"):
            self.at += 1
            return 4 if word == "tư" else _SCALES[word]
        below = self.cardinal()
        if not below:
            self.refuse("a denominator above nought")
        return below

    def advice(self) -> str:
        before, word = self.words[self.at - 1], self.peek()
        if word == "năm" and before in ("mười", "mươi"):
            return "lăm for the digit 5, for năm behind mươi means years"
        if word == "một" and before == "mươi":
            return "mốt behind mươi"
        if word in _DIGITS and before in _DIGITS:
            return f"one number ({before} {word} may mean either)"
        return f"a number, without {word!r} behind it"


def _without_comma(word: str) -> str:
    return word[:-1] if word.endswith(",") and _SAME.get(word[:-1], word[:-1]) in _SCALES else word
