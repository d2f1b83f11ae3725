"""Who did and who did not: two lists of names that exclude each other (DV242, DV243).

"Đã tổ chức 08 hội nghị phản biện xã hội (Bản Bo, Nà Tăm, ...)" and, pages on,
"còn 5/13 xã chưa tổ chức hội nghị phản biện xã hội (Thị trấn, ...)": no name may
stand in both, and together they have to make 13.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from attrs import frozen

from danvan.findings import Finding, Span, rules
from danvan.validation.text.items import clause_start
from danvan.validation.text.names import PROPER, name_lists
from danvan.validation.text.paper import Paper
from danvan.validation.text.passages import Passage
from danvan.validation.text.wording import pattern
from danvan.vietnamese.letters import fold

__all__ = ["check_excluding_lists"]

_MOST_ROLLS: Final = 200
"""No paper has so many lists; each is held against each, which takes the square of their number."""
_NOT: Final = re.compile(r"(?<!\w)chưa(?!\w)", re.IGNORECASE)
_TYPE_OF_PLACE: Final = re.compile(r"^(?:[Đđ]ảng ủy )?(?:xã|thị trấn|phường|thôn|bản|làng) (?=\w)")
# items that each begin with a name: "Bản Bo 01 hội nghị, 75 người; Bản Hon 01 hội nghị, ..."
_ITEM: Final = re.compile(rf"\W*(?P<name>{PROPER}):?\s[0-9]")


@frozen
class _Roll:
    """Names that did something, or that did not.

    Attributes:
        names: the names, folded, without the kind of place.
        activities: what they did, in the words of ``relations.toml``.
        whose: the words that say who of them, such as "chủ tịch ubnd xã", folded.
        span: where the roll stands: its figure, else its first name.
        is_missing: whether these did not.
        of: how many there are in all, where the paper says so ("5/13 xã").
    """

    names: frozenset[str]
    activities: frozenset[str]
    whose: frozenset[str]
    span: Span
    is_missing: bool
    of: Decimal | None


def check_excluding_lists(paper: Paper) -> Iterator[Finding]:
    """DV242, DV243: names among those who did and those who did not, or in neither list."""
    rolls: dict[object, _Roll] = {}
    for passage in paper.passages:
        for roll in _rolls(passage):
            rolls.setdefault((roll.names, roll.activities, roll.whose, roll.is_missing), roll)
    told = list(rolls.values())[:_MOST_ROLLS]
    for missing in (roll for roll in told if roll.is_missing):
        for done in told:
            if not done.is_missing and _is_same_matter(missing, done):
                yield from _compare(missing, done)


def _rolls(passage: Passage) -> Iterator[_Roll]:
    for hanging in (passage, *(note for _, notes in passage.footnotes for note in notes)):
        for listed in name_lists(hanging):
            at = listed.counted.start
            start, _ = hanging.near(at)
            close = hanging.text.find("(", at, at + 200)
            clause = hanging.text[
                max(start, clause_start(hanging, at)) : close if close > 0 else at
            ]
            yield _Roll(
                _folded(listed.names),
                _activities(clause),
                _words(listed.label),
                listed.counted.span,
                _NOT.search(clause) is not None,
                listed.counted.mention.whole,
            )
    for offset, notes in passage.footnotes:
        start, _ = passage.near(max(0, offset - 1))
        for note in notes:
            yield from _itemized(note, _activities(passage.text[start:offset]))


def _itemized(note: Passage, activities: frozenset[str]) -> Iterator[_Roll]:
    """The roll of a footnote whose items each begin with a name, if it is one."""
    label, colon, rest = note.text.partition(":")
    if not colon or re.search(r"[0-9;.]", label):
        label, rest = "", note.text
    found = [_ITEM.match(item) for item in rest.split(";")]
    names = [match["name"] for match in found if match is not None]
    if len(names) == len(found) > 1:
        at = note.text.index(names[0])
        span = note.span(at, at + len(names[0]))
        yield _Roll(_folded(names), activities, _words(label), span, False, None)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(_TYPE_OF_PLACE.sub("", name)) for name in names)


def _words(label: str) -> frozenset[str]:
    return frozenset(fold(label).split()) - {"cap", "huyen", "cac"}


def _activities(clause: str) -> frozenset[str]:
    return frozenset(fold(found[0]) for found in pattern("activity").finditer(clause))


def _is_same_matter(missing: _Roll, done: _Roll) -> bool:
    return missing.whose == done.whose and missing.activities <= done.activities != frozenset()


def _compare(missing: _Roll, done: _Roll) -> Iterator[Finding]:
    for name in sorted(missing.names & done.names):
        yield rules()["DV242"].at(missing.span, done.span, name=name)
    total = len(missing.names | done.names)
    if missing.of is not None and total != missing.of and len(missing.names) < missing.of:
        yield rules()["DV243"].at(
            missing.span,
            done.span,
            all=missing.of,
            missing=len(missing.names),
            done=len(done.names),
            difference=Decimal(total) - missing.of,
        )
