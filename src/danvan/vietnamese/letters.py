"""The letters of Vietnamese: one form for each, tone-mark styles, folding, case.

A Vietnamese text has two spellings of every marked letter in Unicode (composed
and decomposed), two accepted places for the tone mark in a few syllables
(``hòa`` and ``hoà``), and a look-alike of Đ, U+00D0 of Icelandic, that old
fonts left in many papers.  Each function here takes any of them.

>>> fold("Ủy ban nhân dân xã Ðông Hoà")
'uy ban nhan dan xa dong hoa'
>>> to_tone_style("Uỷ ban nhân dân xã Hoà Bình", "hòa")
'Ủy ban nhân dân xã Hòa Bình'
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final
from unicodedata import combining, is_normalized, normalize

from danvan.errors import InvalidValueError

__all__ = [
    "LOWER",
    "UPPER",
    "ToneStyle",
    "capitalize",
    "fold",
    "lower",
    "nfc",
    "spelling_key",
    "title",
    "to_tone_style",
    "upper",
]


_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
LOWER: Final = "a-zâăđêôơư" + "".join(
    normalize("NFC", vowel + tone) for vowel in "aâăeêioôơuưy" for tone in _TONES
)
"""The small letters of Vietnamese, composed, as they stand in a class of a regular expression.

No range of Unicode holds them alone: capitals and small letters alternate there.
"""
UPPER: Final = LOWER.upper()
"""The capital letters, likewise."""


class ToneStyle(StrEnum):
    """Where the tone mark stands in a syllable that ends in oa, oe or uy.

    Writers call either style "old" or "new", so each is named by an example.
    Nothing else differs: *hoàn*, *quý*, *huỳnh* are the same in both.
    """

    FIRST_VOWEL = "hòa"
    LAST_VOWEL = "hoà"


def nfc(text: str) -> str:
    r"""The text in Unicode NFC, the one form in which danvan keeps and compares texts.

    The time is linear in the length: more than 30 marks on one letter are kept
    apart by U+034F, as the Stream-Safe Text Format of UAX #15 has it.

    >>> nfc("Vie\u0323\u0302t") == "Việt"
    True
    """
    return text if is_normalized("NFC", text) else normalize("NFC", _stream_safe(text))


def fold(text: str) -> str:
    """The text without marks and case, to find what was typed without them.

    Đ and its look-alike U+00D0 become d; white space becomes single spaces,
    with none at the ends.  Folding twice is folding once.

    >>> fold("  Tỉnh  Đắk Lắk ")
    'tinh dak lak'
    """
    folded = text.casefold()
    if not folded.isascii():
        bare = _MARKS.sub("", normalize("NFD", _stream_safe(folded))).casefold()
        folded = nfc(bare.replace("đ", "d").replace("ð", "d"))
    return " ".join(folded.split())


def to_tone_style(text: str, style: ToneStyle | str) -> str:
    """The text with every tone mark where a style puts it; the result is in NFC.

    Args:
        text: any text; words of other languages pass unchanged unless they are
            spelled like a Vietnamese syllable.
        style: ``"hòa"`` (mark on the first vowel: hòa, khỏe, ủy) or
            ``"hoà"`` (on the last: hoà, khoẻ, uỷ).

    Raises:
        InvalidValueError: no such style.

    >>> to_tone_style("Hòa Bình, khỏe, ỦY BAN, quý, khoản, huỳnh", "hoà")
    'Hoà Bình, khoẻ, UỶ BAN, quý, khoản, huỳnh'
    """
    try:
        wanted = ToneStyle(nfc(style))
    except ValueError:
        raise InvalidValueError("tone style", style, "'hòa' or 'hoà'") from None
    wrong, table = _MOVES[wanted]
    return wrong.sub(lambda match: table[match[0]], nfc(text))


def spelling_key(text: str) -> str:
    """What two spellings of one text have in common, marks kept.

    Case, tone-mark style, Unicode form, white space and the look-alike of Đ
    do not count; tones and letters do.

    >>> spelling_key("UỶ BAN  Ðồng Hới") == spelling_key("Ủy ban Đồng Hới")
    True
    >>> spelling_key("má") == spelling_key("mạ")
    False
    """
    styled = to_tone_style(text, ToneStyle.FIRST_VOWEL).casefold()
    return " ".join(nfc(styled).replace("ð", "đ").split())


def upper(text: str) -> str:
    """The text in capitals, in NFC; U+00F0 becomes Đ.

    >>> upper("Đảng ủy xã ðông Hòa")
    'ĐẢNG ỦY XÃ ĐÔNG HÒA'
    """
    return nfc(nfc(text).upper()).replace("\u00d0", "Đ")


def lower(text: str) -> str:
    """The text in small letters, in NFC; U+00D0 becomes đ.

    >>> lower("ÐẢNG ỦY")
    'đảng ủy'
    """
    return nfc(nfc(text).lower()).replace("\u00f0", "đ")


def capitalize(text: str) -> str:
    """The text with a capital at the head and the rest as it was, abbreviations included.

    >>> capitalize("ủy ban MTTQ Việt Nam")
    'Ủy ban MTTQ Việt Nam'
    """
    text = nfc(text)
    return upper(text[:1]) + text[1:]


def title(text: str) -> str:
    """The text with a capital at the head of every syllable, as names of people have it.

    Only white space and hyphens part syllables.

    >>> title("nguyễn văn ánh"), title("Y-ÔN NIÊ")
    ('Nguyễn Văn Ánh', 'Y-Ôn Niê')
    """
    return "".join(capitalize(part) for part in _BREAK.split(lower(text)))


_BREAK: Final = re.compile(r"([\s-]+)")
_MARKS: Final = re.compile("[\u0300-\u036f]+")

# Runs outside Latin this long may pile up marks, which normalize() sorts in quadratic time.
_PILE: Final = re.compile("[\u0300-\u1dff\u1f00-\U0010ffff]{31,}")


def _stream_safe(text: str) -> str:
    return _PILE.sub(_spread, text)


def _spread(match: re.Match[str]) -> str:
    spread, marks = [], 0
    for letter in match[0]:
        marks = marks + 1 if combining(letter) else 0
        if marks > 30:
            spread.append("\u034f")
            marks = 1
        spread.append(letter)
    return "".join(spread)


def _moves() -> dict[ToneStyle, tuple[re.Pattern[str], dict[str, str]]]:
    first, last = {}, {}
    for vowels in ("oa", "oe", "uy"):
        for tone in _TONES:
            for one in (vowels[0], vowels[0].upper()):
                for two in (vowels[1], vowels[1].upper()):
                    on_first = normalize("NFC", one + tone) + two
                    on_last = one + normalize("NFC", two + tone)
                    first[on_last], last[on_first] = on_first, on_last
    return {
        ToneStyle.FIRST_VOWEL: (_spelled(first), first),
        ToneStyle.LAST_VOWEL: (_spelled(last), last),
    }


def _spelled(syllable_ends: dict[str, str]) -> re.Pattern[str]:
    heads = "".join({end[0] for end in syllable_ends})
    ends = "|".join(syllable_ends)
    # The class in front lets the search skip quickly; superscript note marks end a syllable.
    return re.compile(rf"(?=[{heads}])(?:{ends})(?<![qQ]..)(?![^\W0-9_⁰¹²³⁴-⁹₀-₉])")


_MOVES: Final = _moves()
