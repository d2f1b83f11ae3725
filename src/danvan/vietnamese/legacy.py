"""Text from before Unicode: TCVN3 (fonts .VnTime, ABC) and VNI, found out and converted.

Such text is a string of Latin-1 letters that only one family of fonts shows as
Vietnamese.  Which encoding it is cannot be read off single characters, so every
reading is tried and the one that gives Vietnamese syllables is taken.

>>> detect_legacy("Uû ban nh©n d©n huyÖn")
LegacyEncoding.TCVN3
>>> from_legacy("Uû ban nh©n d©n huyÖn")
'Uỷ ban nhân dân huyện'
>>> from_legacy("Uûy ban nhaân daân huyeän")
'Ủy ban nhân dân huyện'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache, lru_cache
from importlib import resources
from itertools import islice
from operator import gt
from typing import Any, Final
from unicodedata import normalize

from danvan._enums import Word
from danvan.errors import ParseError
from danvan.vietnamese.letters import lower, nfc

__all__ = ["LegacyEncoding", "detect_legacy", "from_legacy"]


class LegacyEncoding(Word):
    """An encoding of Vietnamese that was in use before Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def detect_legacy(text: str) -> LegacyEncoding | None:
    """The legacy encoding of a text, or ``None`` for Unicode and for plain ASCII.

    The reading that makes the most words Vietnamese is taken, and Unicode
    where it makes as many.  At most the first 2.000 words with marked letters
    are looked at.

    Raises:
        ParseError: more than a fifth of the words are Vietnamese in another reading
            only, as in a paper pasted together; ask paragraph by paragraph then.

    >>> detect_legacy("Ủy ban nhân dân huyện") is None, detect_legacy("Uûy ban nhaân daân")
    (True, LegacyEncoding.VNI)
    >>> detect_legacy("c«ng t¸c d©n vËn: công tác dân vận")
    Traceback (most recent call last):
        ...
    danvan.errors.ParseError: encoding of a text: want one encoding only and not
    TCVN3 and Unicode, got 'c«ng t¸c d©n vËn: công tác dân vận'
    """
    all_words = (match[0] for match in _WORD.finditer(text))
    words = list(islice(filter(_MARKED.match, all_words), _MOST_WORDS))
    valid = {reading: [_is_read(word, reading) for word in words] for reading in _READINGS}
    best = max(valid, key=lambda reading: sum(valid[reading]))  # Unicode, where it is as good
    if 2 * sum(valid[best]) < len(words):
        return None
    for other, read in valid.items():
        if 5 * sum(map(gt, read, valid[best])) > len(words):
            names = sorted(reading.value if reading else "Unicode" for reading in (best, other))
            want = f"one encoding only and not {' and '.join(names)}"
            raise ParseError("encoding of a text", text[:60], want)
    return best


def from_legacy(text: str, encoding: LegacyEncoding | None = None) -> str:
    """The text in Unicode, NFC; text that is Unicode already only becomes NFC.

    Capitals typed in a capital font of TCVN3 (.VnTimeH) are small letters in
    the text itself and come out as such.

    Args:
        text: the text, its bytes read as Latin-1 or Windows-1252.
        encoding: what it is in; found out if ``None``.

    Raises:
        ParseError: no encoding was given and it cannot be decided.

    >>> from_legacy("c«ng t¸c d©n vËn", LegacyEncoding.TCVN3)
    'công tác dân vận'
    """
    found = detect_legacy(text) if encoding is None else encoding
    return nfc(text) if found is None else _CONVERTERS[found](text)


def _from_tcvn3(text: str) -> str:
    return nfc(text.translate(_table("tcvn3")))


def _from_vni(text: str) -> str:
    singles, marks = _table("vni"), _data()["vni"]["marks"]
    # Vowels with a mark behind them stand at every second place.
    pieces = _vni_pairs().split(text)
    for at, piece in enumerate(pieces):
        mark = marks[piece[1].lower()] if at % 2 else ""
        pieces[at] = (piece[0] if at % 2 else piece).translate(singles) + mark
    return nfc("".join(pieces))


_CONVERTERS: Final[dict[LegacyEncoding, Callable[[str], str]]] = {
    LegacyEncoding.TCVN3: _from_tcvn3,
    LegacyEncoding.VNI: _from_vni,
}


_READINGS: Final = (None, *_CONVERTERS)


@lru_cache(maxsize=16384)
def _is_read(word: str, encoding: LegacyEncoding | None) -> bool:
    """Whether a word is Vietnamese when it is read in an encoding, or as Unicode."""
    if encoding is None:
        return _is_syllable(nfc(word))
    # Legacy text is Latin-1 throughout, so a letter beyond it belongs to Unicode.
    return max(word) <= "\u00ff" and _is_syllable(_CONVERTERS[encoding](word))


def _is_syllable(word: str) -> bool:
    """Whether a word, the signs around it aside, is spelled like a Vietnamese syllable."""
    letters = lower(word).strip("".join(c for c in word if not c.isalpha()))
    bare, tones = _TONE.subn("", decomposed := normalize("NFD", letters))
    stopped = bare.endswith(("c", "ch", "p", "t"))
    sharp = "\u0301" in decomposed or "\u0323" in decomposed
    return tones <= 1 and sharp >= stopped and normalize("NFC", bare) in _syllables()


@cache
def _syllables() -> frozenset[str]:
    rules = _data()["syllables"]
    rhymes, fronts = rules["rhymes"].split(), rules["front_heads"].split()
    syllables = set(rhymes)
    for head in rules["heads"].split():
        front_only, never_front = head in fronts, head in ("c", "g", "ng")
        for rhyme in rhymes:
            front = rhyme[0] in "eêiy"
            if not (front_only and not front) and not (never_front and front):
                syllables.add(head + rhyme)
    return frozenset(syllables | {"gi", "gin", "giêng", "giêt", "giêc"})


@cache
def _data() -> dict[str, Any]:
    file = resources.files("danvan.data").joinpath("legacy_encodings.toml")
    return tomllib.loads(file.read_text("utf-8"))


@cache
def _table(name: str) -> dict[int, str]:
    letters = zip(_data()[name]["written"], _data()[name]["meant"], strict=True)
    return {ord(written): meant for written, meant in letters}


@cache
def _vni_pairs() -> re.Pattern[str]:
    marks = "".join(_data()["vni"]["marks"])
    return re.compile(f"([aeouyôöAEOUYÔÖ][{marks}{marks.upper()}])")


_MOST_WORDS: Final = 2000
_WORD: Final = re.compile(r"[^\s/]{1,40}")
# Both an ASCII letter and a marked one: a lone sign such as © tells nothing.
_MARKED: Final = re.compile("(?=.*[A-Za-z]).*[\u00a1-\u024f\u0300-\u036f\u1ea0-\u1ef9]")
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
