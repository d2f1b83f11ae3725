r"""Read a paper whose letters are from before Unicode, and say that they were.

Such a paper is TCVN3 (fonts .VnTime) or VNI, shown as Latin-1.  It is put into
Unicode first, and each stretch that was so is a repair of the report.

>>> report = parse_in_unicode("B¸O C¸O\nc«ng t¸c d©n vËn\n\nI. KÕT QU¶\n\nTæ chøc 22 cuéc.\n")
>>> report.kind, report.sections[0].paragraphs[0].text, report.repairs[0].what
('Báo cáo', 'Tổ chức 22 cuộc.', 'from TCVN3')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve, frozen

from danvan.errors import ParseError
from danvan.reading.document import parse_report
from danvan.reports import Repair, Report
from danvan.vietnamese.legacy import LegacyEncoding, detect_legacy, from_legacy

__all__ = ["InUnicode", "capitals_mended", "in_unicode", "parse_in_unicode"]

_LINE: Final = re.compile(r"[^\n]*\n?")
_SMALL: Final = re.compile("[a-z]")
_WORD: Final = re.compile(r"[^\W\d_]+")


@frozen
class InUnicode:
    """A text put into Unicode.

    Attributes:
        text: the text.
        repairs: what was in another encoding, ``"from TCVN3"`` or ``"from VNI"``.
    """

    text: str
    repairs: tuple[Repair, ...] = ()


def parse_in_unicode(text: str, *, name: str = "báo cáo") -> Report:
    """Read a paper from its text, which may be TCVN3 or VNI; see :func:`parse_report`.

    The text of the report is the one in Unicode.
    """
    whole = in_unicode(text)
    report = parse_report(whole.text, name=name)
    return evolve(report, repairs=(*whole.repairs, *report.repairs))


def in_unicode(text: str) -> InUnicode:
    """The text with what was TCVN3 or VNI in Unicode; a text without it unchanged.

    A text of several encodings is taken line by line.
    """
    try:
        found = detect_legacy(text)
    except ParseError:
        return _joined(map(_converted, _LINE.findall(text)))
    return _joined([(text, None)] if found is None else [(_from(text, found), found)])


def _converted(line: str) -> tuple[str, LegacyEncoding | None]:
    try:
        found = detect_legacy(line)
    except ParseError:
        found = None
    return (line, None) if found is None else (_from(line, found), found)


def _from(text: str, encoding: LegacyEncoding) -> str:
    lines = _LINE.findall(text)
    if encoding is LegacyEncoding.VNI:
        return "".join(from_legacy(line, encoding) for line in lines)
    return "".join(capitals_mended(line, from_legacy(line, encoding)) for line in lines)


def capitals_mended(written: str, meant: str) -> str:
    """A line of TCVN3, which has no toned capitals, in capitals where its other letters are.

    >>> capitals_mended("KÕ HO¹CH", "Kế HOạCH"), capitals_mended("Sè 12-BC/HU", "Số 12-BC/HU")
    ('KẾ HOẠCH', 'Số 12-BC/HU')
    """
    if _SMALL.search(written):
        return meant
    words = _WORD.findall(meant)
    return meant.upper() if any(map(_is_half_capital, words)) else meant


def _is_half_capital(word: str) -> bool:
    """Whether a word has small letters beside several capitals."""
    return sum(map(str.isupper, word)) > 1 and any(map(str.islower, word))


def _joined(stretches: Iterable[tuple[str, LegacyEncoding | None]]) -> InUnicode:
    """Stretches put together, neighbors that were in one encoding as one repair."""
    words: list[str] = []
    repairs: list[Repair] = []
    at = 0
    for text, encoding in stretches:
        words.append(text)
        end = at + len(text)
        if encoding and text.strip():
            what = f"from {encoding.value}"
            start = at
            if repairs and (repairs[-1].what, repairs[-1].end) == (what, at):
                start = repairs.pop().start
            repairs.append(Repair(what, start, end))
        at = end
    return InUnicode("".join(words), tuple(repairs))
