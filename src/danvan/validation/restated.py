"""A fact that a paper tells twice, with two figures (DV251, DV252).

Two figures tell of the same fact where they count the same kind of thing and
the same words follow them: "97 công dân hoàn thành nghĩa vụ quân sự trở về",
"107 quân nhân hoàn thành nghĩa vụ quân sự trở về".  Where the words before
them are the same too, this is a warning; otherwise a note, for it may be
another occasion.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from attrs import frozen

from danvan.findings import Finding, rules
from danvan.validation.paper import Paper
from danvan.validation.passages import Figure, Passage
from danvan.validation.wording import family_of, pattern
from danvan.vietnamese.letters import fold

__all__ = ["check_restated"]

_SAME_WORDS: Final = 6
_WORD: Final = re.compile(r"[ *]*([^\W\d_]+)")
# behind a preposition stands for whom or where, and the same may be given there twice
_PREPOSITION: Final = re.compile(
    r"\s(?:cho|tại|với|của|trên|về|ở|để|và|đến|từ|trong|theo|do|gia đình)\s", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
_MOST_ALIKE: Final = 12


@frozen
class _Fact:
    figure: Figure
    passage: Passage
    paragraph: int
    before: tuple[str, ...]
    years: frozenset[str]
    bodies: frozenset[str]


def check_restated(paper: Paper) -> Iterator[Finding]:
    """DV251, DV252: the same words behind two figures of one kind that do not agree.

    Figures of one paragraph and its footnotes are not compared, nor those of
    different bodies or years, nor what is only planned.
    """
    told: dict[tuple[str, ...], list[_Fact]] = defaultdict(list)
    for number, passage in paper:
        for key, fact in _facts(passage, number):
            told[key].append(fact)
    for facts in told.values():
        if len(facts) <= _MOST_ALIKE:
            yield from _contradictions(facts)


def _facts(passage: Passage, number: int) -> Iterator[tuple[tuple[str, ...], _Fact]]:
    for figure in passage.figures:
        if figure.is_change or not figure.unit or figure.unit == "%":
            continue
        if _PREPOSITION.match(passage.text, figure.end):
            continue
        following = _words_from(passage.text, figure.end)
        if len(following) == _SAME_WORDS:
            start, end = passage.sentence_at(figure.start)
            sentence = passage.text[start:end]
            if pattern("planned").search(sentence):
                continue
            yield (
                (family_of(figure.unit), *following),
                _Fact(
                    figure,
                    passage,
                    number,
                    tuple(re.findall(r"\w+", fold(passage.text[start : figure.start])))[-2:],
                    frozenset(_YEAR.findall(passage.text[max(start, figure.start - 60) : end])),
                    frozenset(fold(m[0]) for m in pattern("body").finditer(sentence)),
                ),
            )


def _words_from(text: str, at: int) -> tuple[str, ...]:
    words: list[str] = []
    while len(words) < _SAME_WORDS and (found := _WORD.match(text, at)):
        words.append(fold(found[1]))
        at = found.end()
    return tuple(words)


def _contradictions(facts: list[_Fact]) -> Iterator[Finding]:
    for one, other in combinations(facts, 2):
        if one.paragraph == other.paragraph or one.bodies != other.bodies:
            continue
        if one.years and other.years and one.years != other.years:
            continue
        if one.figure.quantity.hard().intersects(other.figure.quantity.hard()):
            continue
        alike = one.before == other.before and one.figure.unit == other.figure.unit
        yield rules()["DV251" if alike else "DV252"].at(
            other.figure.span,
            one.figure.span,
            one=one.figure.quantity,
            other=other.figure.quantity,
            difference=one.figure.quantity.amount - other.figure.quantity.amount,
        )
