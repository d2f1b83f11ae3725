"""The order of Vietnamese words, as CLDR has it for ``vi``.

The letters of the whole text count first (a ă â b c d đ e ê ... o ô ơ ... u ư
... y z), then the tones from left to right (ngang, huyền, hỏi, ngã, sắc,
nặng), then small letters before capitals.  Spaces come before punctuation,
punctuation before digits, digits before letters.

>>> sorted(["Đức", "Dũng", "Ân", "An", "Ánh", "Dung"], key=sort_key)
['An', 'Ánh', 'Ân', 'Dung', 'Dũng', 'Đức']
>>> sorted(["Trần Thị Bình", "Lê Văn An", "Nguyễn Ân"], key=name_sort_key)
['Lê Văn An', 'Nguyễn Ân', 'Trần Thị Bình']
"""

from __future__ import annotations

import re
from codecs import charmap_build, charmap_encode
from typing import Final
from unicodedata import category, normalize

from danvan.vietnamese.letters import nfc

__all__ = ["name_sort_key", "sort_key"]


def sort_key(text: str, *, numeric: bool = False) -> bytes:
    """The key of a text for ``sorted``; equal for both Unicode forms of it.

    Args:
        text: any text.  Letters of other scripts follow z by code point; control
            and invisible characters do not count.
        numeric: order runs of digits by their value, "Thôn 2" before "Thôn 10".

    >>> words = ["má", "ma", "mạ", "mà", "mã", "mả", "Ma"]
    >>> sorted(words, key=sort_key)
    ['ma', 'Ma', 'mà', 'mả', 'mã', 'má', 'mạ']
    >>> sort_key("Thôn 2", numeric=True) < sort_key("Thôn 10", numeric=True)
    True
    """
    if numeric:
        text = _DIGITS.sub(_by_value, text)
    try:
        places = charmap_encode(text, "strict", _PLACES)[0]
    except UnicodeEncodeError:
        return _key_of_any(nfc(text))
    return places.translate(_LETTER) + b"\0" + places.translate(_TONE) + places.translate(_CASE)


def name_sort_key(name: str) -> bytes:
    """The key of a person's name: the last word (tên) first, then the words before it.

    >>> sorted(["Nguyễn Văn Hòa", "Trần Hoa", "Lê Thị Hoa"], key=name_sort_key)
    ['Lê Thị Hoa', 'Trần Hoa', 'Nguyễn Văn Hòa']
    """
    *others, given = name.split() or [""]
    return sort_key(given) + sort_key(" ".join(others))


_DIGITS: Final = re.compile("[0-9]+")

# Everything but letters, in the order of CLDR.
_SIGNS: Final = (
    "\t\n\r \u00a0_-\u2011–—,;:!?.…·'‘’\"“”«»()[]{}§@*/\\&#%•`^°©®→+×<=>|~−$₫€0123456789"
)
_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VOWELS: Final = "aăâeêioôơuưy"
_TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")


def _tables() -> tuple[str, bytes, bytes, bytes]:
    """Each character at a place of its own, and the three weights of every place."""
    rows = [("\0", 0, 0, 0)]
    rows += [(sign, weight, 1, 1) for weight, sign in enumerate(_SIGNS, 1)]
    for weight, letter in enumerate(_LETTERS, len(rows)):
        for tone, mark in enumerate(_TONES if letter in _VOWELS else _TONES[:1], 1):
            marked = normalize("NFC", letter + mark)
            rows += [(marked, weight, tone, 1), (marked.upper(), weight, tone, 2)]
    rows += [("\ufffe", 255, 1, 1)] * (256 - len(rows))
    characters, letters, tones, cases = zip(*rows, strict=True)
    return "".join(characters), bytes(letters), bytes(tones), bytes(cases)


_CHARACTERS, _LETTER, _TONE, _CASE = _tables()
_PLACES: Final = charmap_build(_CHARACTERS)
_KNOWN: Final = {character: place for place, character in enumerate(_CHARACTERS)}


def _by_value(match: re.Match[str]) -> str:
    """The digits behind their own count, so that the longer number is the greater one."""
    digits = match[0].lstrip("0") or "0"
    return "9" * (len(digits) // 9) + str(len(digits) % 9) + digits


def _key_of_any(text: str) -> bytes:
    letters, tones, cases = bytearray(), bytearray(), bytearray()
    for character in text:
        place = _KNOWN.get(character)
        base = place or _KNOWN.get(normalize("NFKD", character)[0])
        if base is not None:
            letters.append(_LETTER[base])
            # A foreign mark follows the six tones.
            tones.append(_TONE[base] if place else 7)
            cases.append(_CASE[base])
        elif category(character)[0] != "C":
            letters += b"\xff" + ord(character).to_bytes(3, "big")
            tones += b"\1\1\1\1"
            cases += b"\1\1\1\1"
    return bytes(letters + b"\0" + tones + cases)
