"""One word in both styles of tone marks within a paper: hòa and hoà (DV571)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from unicodedata import is_normalized

from danvan.findings import Finding, Span, rules
from danvan.reports import Report
from danvan.vietnamese.letters import ToneStyle, to_tone_style

__all__ = ["check_tone_styles"]

_MOST: Final = 6
"""So many words are named; who has more will look for himself."""
# Any o or u before any a, e or y at the end of a syllable; without a tone they are ASCII.
_END: Final = re.compile(
    "[oOòóỏõọÒÓỎÕỌuUùúủũụÙÚỦŨỤ][aeyAEYàáảãạèéẻẽẹỳýỷỹỵÀÁẢÃẠÈÉẺẼẸỲÝỶỸỴ](?![^\\W\\d_])"
)
_LONGEST: Final = 8
"""No syllable has more letters."""


def check_tone_styles(report: Report) -> Iterator[Finding]:
    """DV571: words that the paper writes in both styles, in one note.

    A paper whose letters are decomposed is not looked at.
    """
    text = report.text
    if not is_normalized("NFC", text):
        return
    first: dict[str, tuple[int, int]] = {}
    for found in _END.finditer(text):
        if found[0].isascii():
            continue
        start = _start(text, found.start())
        first.setdefault(text[start : found.end()].casefold(), (start, found.end()))
    words = "\n".join(first)
    alike = to_tone_style(words, ToneStyle.FIRST_VOWEL).split("\n")
    other = to_tone_style(words, ToneStyle.LAST_VOWEL).split("\n")
    both = [
        (one, two)
        for one, two in dict.fromkeys(zip(alike, other, strict=True))
        if one != two and one in first and two in first
    ]
    if both:
        named = both[:_MOST]
        yield rules()["DV571"].at(
            *(Span(*first[word], report) for pair in named for word in pair),
            words=", ".join("/".join(pair) for pair in named),
            count=len(both),
        )


def _start(text: str, end: int) -> int:
    """Where the syllable begins that goes on up to a place."""
    start = end
    while start > max(0, end - _LONGEST) and text[start - 1].isalpha():
        start -= 1
    return start
