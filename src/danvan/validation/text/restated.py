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
from danvan.validation.text.paper import Paper
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import family_of, pattern
from danvan.vietnamese.letters import fold

__all__ = ["MOST_ALIKE", "Fact", "check_restated", "facts", "is_same_fact"]

_SAME_WORDS: Final = 6
_WORD: Final = re.compile(r"[ *]*([^\W\d_]+)")
# behind a preposition stands for whom or where, and the same may be given there twice
_PREPOSITION: Final = re.compile(
    r"\s(?:cho|tại|với|của|trên|về|ở|để|và|đến|từ|trong|theo|do|gia đình)\s", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<![0-9])20[0-9]{2}(?![0-9])")
MOST_ALIKE: Final = 12
"""So many figures under the same words tell of a list, and of no fact told again."""


@frozen
class Fact:
    """A figure and what tells it from other facts in the same words.

    Attributes:
        figure: the figure.
        passage: where it stands.
        paragraph: the number of its paragraph, shared by the footnotes on it.
        before: the last words before it, folded.
        years: the years its sentence names near it.
        bodies: the bodies its sentence names.
    """

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
    told: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for number, passage in paper:
        for key, fact in facts(passage, number):
            told[key].append(fact)
    for same in told.values():
        if len(same) <= MOST_ALIKE:
            yield from _contradictions(same)


def facts(passage: Passage, number: int) -> Iterator[tuple[tuple[str, ...], Fact]]:
    """The facts of a passage, each under what it counts and the words that follow it."""
    for figure in passage.figures:
        if figure.is_change or not figure.unit or figure.unit == "%":
            continue
        if _PREPOSITION.match(passage.text, figure.end):
            continue
        following = _words_from(passage.text, figure.end)
        if len(following) == _SAME_WORDS:
            start, end = passage.near(figure.start)
            sentence = passage.text[start:end]
            if pattern("planned").search(sentence):
                continue
            yield (
                (family_of(figure.unit), *following),
                Fact(
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


def is_same_fact(one: Fact, other: Fact) -> bool:
    """Whether two figures under the same words tell of one fact and cannot both be right."""
    if one.bodies != other.bodies or (one.years and other.years and one.years != other.years):
        return False
    return not one.figure.quantity.hard().intersects(other.figure.quantity.hard())


def _contradictions(same: list[Fact]) -> Iterator[Finding]:
    for one, other in combinations(same, 2):
        if one.paragraph == other.paragraph or not is_same_fact(one, other):
            continue
        alike = one.before == other.before and one.figure.unit == other.figure.unit
        yield rules()["DV251" if alike else "DV252"].at(
            other.figure.span,
            one.figure.span,
            one=one.figure.quantity,
            other=other.figure.quantity,
            difference=one.figure.quantity.amount - other.figure.quantity.amount,
        )
