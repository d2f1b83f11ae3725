"""Texts as typists, scanners and word processors leave them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from hypothesis import strategies as st

__all__ = ["messy"]

_DASHES: Final = ("–", "—", "\u2011", "\u2010", " - ", "- ", " -", " – ")
_SLASHES: Final = ("/ ", " /", " / ")
_BLANKS: Final = ("  ", "\u00a0", "   ", " \u00a0", "\t")
_LINE_END: Final = "\n"

_PLACES: Final = re.compile(r"(?<=\S) (?=\S)|(?<=\w)[-/](?=\w)|[^\W\d_]")

Slip = tuple[int, tuple[str, ...]]


@st.composite
def messy(draw: st.DrawFn, text: str | st.SearchStrategy[str], *, wrapped: bool = False) -> str:
    """The same words as real papers hold them.

    Marks may be decomposed, hyphens be any dash, hyphens and slashes have blanks beside
    them, blanks be several or ones that do not break, the letter Đ be the Icelandic Ð that
    looks like it.  Every letter and every digit is still there in its order: nothing is
    misspelled, and nothing is in another encoding.

    Args:
        draw: given by Hypothesis.
        text: a text, or a strategy for it.
        wrapped: lines may end between any two words.

    Shrinks towards the text as it is.

    >>> from hypothesis import find
    >>> found = find(messy("số 217-QĐ/TW"), lambda text: "–" in text)
    >>> "217" in found and "TW" in found
    True
    """
    words = text if isinstance(text, str) else draw(text)
    slips = list(_slips(words, (*_BLANKS, _LINE_END) if wrapped else _BLANKS))
    if not slips:
        return words
    places = st.integers(0, len(slips) - 1)
    chosen = sorted(draw(st.sets(places, max_size=len(slips))))
    made, upto = [], 0
    for at, others in (slips[place] for place in chosen):
        made += [words[upto:at], draw(st.sampled_from(others))]
        upto = at + 1
    return "".join([*made, words[upto:]])


def _slips(text: str, blanks: tuple[str, ...]) -> Iterator[Slip]:
    """The places where a text may be otherwise, and what may stand there."""
    of_signs = {" ": blanks, "-": _DASHES, "/": _SLASHES, "Đ": ("Ð",)}
    for match in _PLACES.finditer(text):
        sign = match[0]
        decomposed = unicodedata.normalize("NFD", sign)
        if others := of_signs.get(sign, (decomposed,) if decomposed != sign else ()):
            yield match.start(), others
