"""How the figures of a passage stand to one another: totals, shares, changes, earlier figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from danvan.indicators import Change
from danvan.periods import Period, find_periods
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_segments import own_segment
from danvan.reading.figure_words import Phrase, cue, spelled_words

__all__ = ["base_of", "change_of", "figure_before", "figures_over", "is_earlier", "shared_before"]

_COLON: Final = re.compile(r":\s")
_CUE_WORDS: Final = 6
_SHARED: Final = 3
_REACH: Final = 1000
"""Letters before a figure in which the colon of its list may stand."""


def figures_over(figure: Figure) -> Iterator[Figure]:
    """The figures that a figure may be a part of, the nearest first.

    They stand before the bracket it is in, before "trong đó" or a colon in its
    sentence, or in the sentence its footnote hangs on.
    """
    passage = figure.passage
    if bracket := passage.bracket_at(figure.start):
        yield from _before(passage, passage.sentence_start(bracket[0]), bracket[0])
    sentence = passage.sentence_start(figure.start)
    opening = _opening(passage, sentence, figure.start)
    if opening is not None:
        start = sentence
        if not passage.figures_before(opening, sentence, 1):
            start = passage.sentence_start(max(sentence - 1, 0))
        yield from _before(passage, start, opening)
    if passage.anchor is not None:
        over, at = passage.anchor
        yield from _before(over, over.sentence_start(max(at - 1, 0)), at)


def _before(passage: Passage, start: int, end: int) -> Iterator[Figure]:
    yield from reversed(passage.figures_before(end, start))


def _opening(passage: Passage, start: int, end: int) -> int | None:
    """Where the words or the colon that open a list stand last between two places."""
    first, last = bisect_left(passage.starts, start), bisect_left(passage.starts, end)
    words = passage.words
    for at in range(last - 1, max(first - 1, last - 200), -1):
        for count in (1, 2):
            if _spelled(passage, at, at + count) in cue("breakdown") and at + count <= last:
                return words[at].start
    near = max(start, end - _REACH)
    colons = [colon.start() for colon in _COLON.finditer(passage.text, near, end)]
    return next((at for at in reversed(colons) if not passage.depth_at(at)), None)


def _spelled(passage: Passage, first: int, last: int) -> Phrase:
    return tuple(word.key for word in passage.words[first:last])


def figure_before(figure: Figure) -> Figure | None:
    """The figure before it in its list: in the same clause, with a comma between the two."""
    passage = figure.passage
    bracket = passage.bracket_at(figure.start)
    start = max(passage.clause_start(figure.start), bracket[0] if bracket else 0)
    earlier = passage.figures_before(figure.start, start, 1)
    if not earlier or passage.bracket_at(earlier[-1].start) != bracket:
        return None
    between = passage.text[earlier[-1].end : figure.start]
    return earlier[-1] if "," in between or " và " in between else None


def shared_before(figure: Figure) -> tuple[Figure, ...]:
    """The figures that a percentage may be the share of, the nearest first.

    They stand before it in its sentence, and "đạt" or "chiếm" between.
    """
    if figure.unit != "%":
        return ()
    passage = figure.passage
    earlier = passage.figures_before(figure.start, passage.sentence_start(figure.start))
    if not earlier:
        return ()
    first = bisect_left(passage.starts, earlier[-1].end)
    last = bisect_left(passage.starts, figure.start)
    says_share = any(
        _spelled(passage, at, at + count) in cue("share")
        for at in range(max(first, last - _CUE_WORDS), last)
        for count in (1, 2)
    )
    if not says_share:
        return ()
    counted = [one for one in reversed(earlier) if one.unit != "%"]
    return tuple(counted[:_SHARED])


def change_of(figure: Figure) -> Change | None:
    """Which way another figure went by this much; ``None`` where it is no change.

    A change stands right behind "tăng" or "giảm", or in a bracket that begins so:
    "(giảm 10 lượt, 29 người so với năm 2022)".
    """
    passage = figure.passage
    at = bisect_left(passage.starts, figure.start)
    sides = {Change.RISE: cue("rise"), Change.FALL: cue("fall")}
    qualifier = figure.mention.qualifier
    skipped = len(str(qualifier).split()) if qualifier else 0
    for back in {0, skipped}:
        for change, phrases in sides.items():
            if any(_spelled(passage, at - back - n, at - back) in phrases for n in (1, 2)):
                return change
    bracket = passage.bracket_at(figure.start)
    if bracket is None:
        return None
    first = bisect_left(passage.starts, bracket[0])
    for change, phrases in sides.items():
        if _spelled(passage, first, first + 1) in phrases:
            return _nearest_side(passage, first, at) or change
    return None


def _nearest_side(passage: Passage, first: int, last: int) -> Change | None:
    for at in range(last - 1, first - 1, -1):
        word = _spelled(passage, at, at + 1)
        if word in cue("rise"):
            return Change.RISE
        if word in cue("fall"):
            return Change.FALL
    return None


def base_of(figure: Figure, period: Period) -> Period:
    """The period a change is measured against: the one named behind it, else the year before."""
    passage = figure.passage
    bracket = passage.bracket_at(figure.start)
    end = bracket[1] if bracket else min(figure.end + 120, len(passage.text))
    same = period.same_period_last_year()
    for found in find_periods(passage.text[figure.end : end]):
        before = spelled_words(passage.text[figure.end : figure.end + found.start])
        return same if before[-2:] == ("cùng", "kỳ") else found.period
    return same


def is_earlier(figure: Figure) -> bool:
    """Whether a figure is given as that of the same time a year before: "cùng kỳ 25 buổi"."""
    start, _ = own_segment(figure)
    words = spelled_words(figure.passage.text[start : figure.start])
    return any(words[-len(phrase) :] == phrase for phrase in cue("same period"))
