"""What a line is by its look: a heading, a point, a row, a footnote, prose.

Every question here is about one line or two neighbouring ones, and is answered
in time linear in their length.
"""

from __future__ import annotations

import re

from danvan.reading.lines import Line, Unit
from danvan.reports.inline import MARK, plain_mark
from danvan.reports.numbering import ends_sentence, is_prose, read_number

__all__ = [
    "footnote_start",
    "goes_on",
    "is_caps",
    "is_heading",
    "is_point",
    "is_row",
    "is_rule",
    "parts",
]

_BULLET = re.compile(r"\\?[-+•–●▪](?=[\s\u00a0]|[^\W\d_])")
_RULE = re.compile(r"[-*_=—–─]{3,}|\\?\*|[*_—–─-](?:\s+[*_—–─-]){2,}")
_SEPARATOR = re.compile(r"[_─]{3,}")
_FOOTNOTE = re.compile(rf"(?P<mark>{MARK}):?[ \t\u00a0]*")
_LONGEST_HEADING = 400
_SHORTEST_BROKEN = 80


def is_point(words: str) -> bool:
    """Whether a line begins with a dash or a dot, as an item of a list does."""
    return bool(_BULLET.match(words))


def is_rule(words: str) -> bool:
    """Whether a line is only a rule or an ornament: ``-----``, ``*``, ``***``."""
    return bool(_RULE.fullmatch(words))


def is_separator(words: str) -> bool:
    """Whether a line is the rule that footnotes stand under."""
    return bool(_SEPARATOR.fullmatch(words))


def is_row(words: str) -> bool:
    """Whether a line is a row of a table: cells between tabs or bars."""
    return "\t" in words or (words.startswith("|") and words.endswith("|") and len(words) > 1)


def footnote_start(unit: Unit) -> tuple[str, int] | None:
    """The mark a footnote begins with, and where on its line its words begin.

    The mark may stand on a line of its own above them.  ``None`` for what is no footnote.
    """
    found = _FOOTNOTE.match(unit.lines[0].text)
    if not found or (found.end() == len(unit.lines[0].text) and len(unit.lines) == 1):
        return None
    return plain_mark(found["mark"]), found.end()


def is_caps(words: str) -> bool:
    """Whether words are in capitals."""
    return words.isupper()


def is_heading(unit: Unit, after: Unit | None) -> bool:
    """Whether a unit is the heading of a section, and no point or paragraph.

    A heading stands on its own: it has no sentence behind it and no full stop,
    or it is in capitals, in bold or marked with ``#``.
    """
    words = unit.text
    if is_row(words) or is_point(words) or len(words) > _LONGEST_HEADING:
        return False
    number = read_number(words)
    rest = words[number.end :].strip() if number else words
    if words.startswith("#") or _is_bold(words) or _is_bold(rest):
        return True
    if is_caps(rest):
        several = number is not None or len(rest.split()) > 1
        return several and not rest.endswith((".", ";", ":"))
    broken = after is not None and _is_rest_of_sentence(after.text)
    return number is not None and (not rest or not (broken or is_prose(rest)))


def _is_rest_of_sentence(words: str) -> bool:
    """Whether words go on with a sentence: in small letters, and not those of ``a)``."""
    return words[:1].islower() and read_number(words) is None


def _is_bold(words: str) -> bool:
    return words.startswith("**") and words.endswith("**") and words.count("**") == 2


def parts(before: Line, line: Line) -> bool:
    """Whether two neighbouring lines belong to different things."""
    return is_row(before.text) or is_rule(before.text) or _begins(line.text)


def _begins(words: str) -> bool:
    return (
        words.startswith("#")
        or is_row(words)
        or is_rule(words)
        or is_point(words)
        or _FOOTNOTE.match(words) is not None
        or read_number(words) is not None
    )


def goes_on(before: Unit, after: Unit) -> bool:
    """Whether a paragraph that a page break cut goes on in the next unit.

    It does where the first has no end and the second no beginning: the first
    wants a full stop, and the second begins with a small letter, or the first is
    too long to be anything but a paragraph.
    """
    words = before.text
    if _begins(after.text) or is_row(words) or is_rule(words) or words.startswith("#"):
        return False
    if ends_sentence(words) or is_caps(words) or _is_bold(words):
        return False
    if after.text.lstrip('“"*(')[:1].islower():
        return True
    long = len(words) > _SHORTEST_BROKEN
    return long and not is_heading(before, after) and not is_caps(after.text)
