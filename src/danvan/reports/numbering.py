"""The numbers of headings and points, and which stands under which.

The ladder is the one common to Party and State papers: Phần,
Chương, Mục, Điều; ``I-`` or ``I.``; ``1.``, ``1.1.``; ``a)``; ``-`` and ``+``.
"""

from __future__ import annotations

import re

from attrs import frozen

from danvan.reports.inline import MARK
from danvan.vietnamese.letters import UPPER, nfc

__all__ = ["Number", "ends_sentence", "is_prose", "read_number"]

_CLOSING = r"(?:[\s'\"”’»)\]*]|</[a-z]{1,6}>)*"
_END_OF_SENTENCE = re.compile(rf"[.!?:;…/]{_CLOSING}(?:{MARK})?[\s)*]*\Z")
_LONGEST_END = 40
_LONGEST_NUMBER = 60
_NEW_SENTENCE = re.compile(rf"[.;!?…]\s+[“\"]?[{UPPER}]")

_NUMBER = re.compile(
    rf"""
    (?P<part>Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+
        (?P<which>thứ\s+[^\W\d_]+|THỨ\s+[^\W\d_]+|[IVXLC]{{1,7}}|[0-9]{{1,3}})
        (?=\W|\Z)[.:]?
    | (?P<roman>[IVX]{{1,6}})(?:\s?[-–]|\\?[./)])(?=\s|\*)
    | (?P<capital>[A-EĐGH])(?:\s?[-–]|\\?[.])(?=\s)
    | (?P<arabic>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{0,5}})
        (?:\\?(?:[.)]-?|-)(?=\s|\*)|/(?=[\s*]{{1,4}}[“"]?[{UPPER}]))
    | (?P<nested>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,5}})(?=\s|\*)
    | (?P<letter>[a-zđ])\\?[).](?=\s)
    """,
    re.VERBOSE,
)
_LADDER = {"phần": 0, "chương": 1, "mục": 2, "điều": 5}
_CAPITAL, _ROMAN, _ARABIC, _LETTER = 3, 4, 6, 20


@frozen
class Number:
    """The number at the beginning of a line.

    Attributes:
        text: the number with its sign, ``"2.1."``.
        end: where it ends in the line.
        level: how deep it stands; a smaller one stands above a greater one.
    """

    text: str
    end: int
    level: int


def read_number(line: str) -> Number | None:
    """The number a line begins with; stars and number signs before it do not count.

    Nor does a backslash before its sign, as programs that make Markdown put it.

    >>> read_number("2.1. Hạn chế").level > read_number("2. Hạn chế").level
    True
    >>> read_number("24/39 điểm nhóm") is None
    True
    """
    skip = len(line) - len(line.lstrip("#* "))
    found = _NUMBER.match(line, skip) or _NUMBER.match(nfc(line[:_LONGEST_NUMBER]), skip)
    if not found:
        return None
    text = re.sub(r"\s+", " ", found.group().replace("\\", ""))
    end = found.end() if found.string is line else _source_end(line, found.end())
    return Number(text, end, _level(found))


def _source_end(line: str, end: int) -> int:
    """Where in a line of decomposed letters what ends there in its composed form ends."""
    at = end
    while at < len(line) and len(nfc(line[:at])) < end:
        at += 1
    return at


def ends_sentence(words: str) -> bool:
    """Whether nothing is wanting at the end of these words."""
    return bool(_END_OF_SENTENCE.search(words[-_LONGEST_END:]))


def is_prose(words: str) -> bool:
    """Whether words are a sentence or more, or the beginning of one, and no heading."""
    return ends_sentence(words) or words.endswith(",") or bool(_NEW_SENTENCE.search(words))


def _level(found: re.Match[str]) -> int:
    if found["part"]:
        return _LADDER[found["part"].casefold()]
    if found["roman"]:
        return _ROMAN
    if found["capital"]:
        return _CAPITAL
    if found["letter"]:
        return _LETTER
    return _ARABIC + (found["arabic"] or found["nested"]).count(".")
