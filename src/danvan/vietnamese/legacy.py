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
from enum import Enum
from functools import cache
from importlib import resources
from itertools import islice
from typing import Any, Final
from unicodedata import normalize

from danvan.errors import ParseError
from danvan.vietnamese.letters import lower, nfc

__all__ = ["LegacyEncoding", "detect_legacy", "from_legacy"]


class LegacyEncoding(Enum):
    """An encoding of Vietnamese that was in use before Unicode."""

    TCVN3 = "TCVN3"
    VNI = "VNI"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


def detect_legacy(text: str) -> LegacyEncoding | None:
    """The legacy encoding of a text, or ``None`` for Unicode and for plain ASCII.

    At most the first 2.000 words with foreign letters are looked at.  A text
    in two encodings should be asked about paragraph by paragraph.

    Raises:
        ParseError: two readings give Vietnamese equally well, as with a single word.

    >>> detect_legacy("Ủy ban nhân dân huyện") is None
    True
    >>> detect_legacy("céng")
    Traceback (most recent call last):
        ...
    danvan.errors.ParseError: encoding of a text: want more words to decide
    between TCVN3 and Unicode, got 'céng'
    """
    words = [m[0] for m in islice(_WORD.finditer(text), _MOST_WORDS) if _TELLING.search(m[0])]
    if not words:
        return None
    scores = {
        encoding: sum(_is_syllable(convert(word)) for word in words) / len(words)
        for encoding, convert in ((None, nfc), *_CONVERTERS.items())
    }
    likely = [encoding for encoding, score in scores.items() if score > max(scores.values()) - 0.2]
    if len(likely) == 1 or max(scores.values()) < 0.5:
        return likely[0] if scores[likely[0]] >= 0.5 else None
    names = sorted("Unicode" if encoding is None else encoding.value for encoding in likely)
    want = f"more words to decide between {' and '.join(names)}"
    raise ParseError("encoding of a text", text[:60], want)


def from_legacy(text: str, encoding: LegacyEncoding | None = None) -> str:
    """The text in Unicode, NFC; text that is Unicode already only becomes NFC.

    Capitals typed in a capital font of TCVN3 (.VnTimeH) are small letters in
    the text itself and come out as such.

    Args:
        text: the text, its bytes read as Latin-1 or Windows-1252.
        encoding: what it is in; found out if ``None``.

    Raises:
        ParseError: no encoding was given and it cannot be decided.

    >>> from_legacy("céng t¸c d©n vËn", LegacyEncoding.TCVN3)
    'công tác dân vận'
    """
    found = detect_legacy(text) if encoding is None else encoding
    return nfc(text) if found is None else _CONVERTERS[found](text)


def _from_tcvn3(text: str) -> str:
    return nfc(text.translate(_table("tcvn3")))


def _from_vni(text: str) -> str:
    singles, marks = _table("vni"), _data()["vni"]["marks"]

    def letter(match: re.Match[str]) -> str:
        return match[1].translate(singles) + marks.get(match[2].lower(), match[2])

    pattern = f"([aeouyôöAEOUYÔÖ])([{''.join(marks)}{''.join(marks).upper()}])"
    # Singles after pairs would convert the marks again, so they go between the pairs.
    pieces = re.split(pattern, text)
    for at in range(0, len(pieces), 3):
        pieces[at] = pieces[at].translate(singles)
        if at:
            base, mark = pieces[at - 2 : at]
            pieces[at - 2] = base.translate(singles)
            pieces[at - 1] = marks[mark.lower()]
    return nfc("".join(pieces))


_CONVERTERS: Final[dict[LegacyEncoding, Callable[[str], str]]] = {
    LegacyEncoding.TCVN3: _from_tcvn3,
    LegacyEncoding.VNI: _from_vni,
}


@cache
def _data() -> dict[str, Any]:
    file = resources.files("danvan.data").joinpath("legacy_encodings.toml")
    return tomllib.loads(file.read_text("utf-8"))


@cache
def _table(name: str) -> dict[int, str]:
    return str.maketrans(_data()[name]["written"], _data()[name]["meant"])


_MOST_WORDS: Final = 2000
_WORD: Final = re.compile(r"[^\s/]+")
# Both an ASCII letter and another one: a lone sign such as © tells nothing.
_TELLING: Final = re.compile(
    "[A-Za-z].*[\u00a1-\u024f\u0300-\u036f\u1ea0-\u1ef9]|[\u00a1-\u024f\u0300-\u036f\u1ea0-\u1ef9].*[A-Za-z]"
)
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_SYLLABLE: Final = re.compile(
    "(?:ngh?|nh|gh|gi|kh|ch|th|tr|ph|qu|[bcdđghklmnprstvx])?"
    "(?:iê|yê|uô|ươ|uâ|oă|oa|oe|uê|uy|uyê|[aăâeêioôơuưy])(?:ch|nh|ng|[cmnpt])"
    "|(?:ngh?|nh|gh|gi|kh|ch|th|tr|ph|qu|[bcdđghklmnprstvx])?"
    "(?:[aeêioôơuưy]|a[ioyu]|â[uy]|eo|êu|i[au]|iêu|o[aeio]|oa[ioy]|oeo|[ôơ]i|u[aâêiơy]|uây|uôi"
    "|uya|uyu|ư[aiu]|ươ[iu]|yêu)"
)


def _is_syllable(word: str) -> bool:
    """Whether a word, the signs around it aside, is built like a Vietnamese syllable."""
    letters = lower(word).strip("".join(c for c in word if not c.isalpha()))
    bare, tones = _TONE.subn("", normalize("NFD", letters))
    return tones <= 1 and _SYLLABLE.fullmatch(normalize("NFC", bare)) is not None
