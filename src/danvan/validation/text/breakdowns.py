"""Totals and their parts in running text, found without anybody marking them.

A breakdown is a head with figures and a list whose items go on with them: in
the brackets behind the head, after "trong đó" or a colon, or in the footnote
that hangs on it.  Figures of one kind make a :class:`Column`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from attrs import frozen

from danvan.validation.text.columns import Breakdown, matched, mirrors, under_label
from danvan.validation.text.items import clause_start, items
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import pattern

__all__ = ["breakdowns"]

_NEAR: Final = 60
_LABEL: Final = re.compile(r"(?:^|(?<=[.;]\s)|(?<=\n))(?P<label>[^:;.()\n0-9]{3,80}):\s")
_TOTAL_BEHIND: Final = re.compile(
    r"(?<=[,;] )(?:(?P<sure>tổng cộng|cộng)|tổng số)(?: là)?\s(?=[^\s,;]{1,12}\s)", re.IGNORECASE
)
_AS_FOLLOWS: Final = re.compile(r"\snhư sau$", re.IGNORECASE)
_COLON: Final = re.compile(r"(?<=\w):\s")


def breakdowns(passage: Passage) -> Iterator[Breakdown]:
    """Every breakdown of a passage, and of the footnotes hanging on it."""
    yield from _in_brackets(passage)
    yield from _after_cue(passage)
    yield from _before_total(passage)
    for offset, notes in passage.footnotes:
        for note in notes:
            yield from _in_footnote(passage, offset, note)


def _in_brackets(passage: Passage) -> Iterator[Breakdown]:
    for found in re.finditer(r"\(", passage.text):
        start = found.start()
        if passage.depth[start] != 1:
            continue
        end = _closing(passage, start)
        head = _figures_of_head(passage, clause_start(passage, start), start)
        inner = passage.within(start + 1, end)
        if not head or (inner and inner[0].is_change):
            continue
        # a bracket speaks of what stands right before it, unless it says "trong đó"
        opening = pattern("breakdown").match(passage.text, start + 1)
        if _is_open(passage, start + 1, end):
            continue
        if opening or start - head[-1].end <= _NEAR:
            listed = items(passage, start + 1, end, ";", ",")
            yield matched(head, listed, is_close=not opening or _is_whole(opening))


def _closing(passage: Passage, start: int) -> int:
    at = start
    while at < len(passage.text) and passage.depth[at] >= 1:
        if passage.text[at] == ")" and passage.depth[at] == 1:
            return at
        at += 1
    return at


def _after_cue(passage: Passage) -> Iterator[Breakdown]:
    previous = (0, 0)
    for start, end in passage.sentences:
        cue = _outside_brackets(passage, pattern("breakdown"), start, end)
        colon = _outside_brackets(passage, _COLON, start, end)
        cut = cue or colon
        if cut is not None:
            opens = not passage.within(start, cut.start()) and cue is not None
            head = _figures_of_head(passage, *(previous if opens else (start, cut.start())))
            is_list = colon is not None and colon.start() - cut.end() <= 2
            stop = end if is_list or opens else _first(passage, ";", cut.end(), end)
            listed = items(passage, cut.end(), stop, ";", ",")
            if stop < end and mirrors(head, going_on := items(passage, cut.end(), end, ";")):
                listed, stop = going_on, end
            leads = cue or (head and _leads_to(passage, head[-1], cut.start()))
            if leads and not _is_open(passage, cut.end(), stop):
                close = cue is None or _is_whole(cue)
                yield matched(head, listed, is_close=close)
        previous = (start, end)


def _before_total(passage: Passage) -> Iterator[Breakdown]:
    """A total that stands behind its parts: "A 15 cuộc, B 30 cuộc, tổng cộng 45 cuộc"."""
    previous = 0
    for cue in _TOTAL_BEHIND.finditer(passage.text):
        start, end = passage.near(cue.start())
        start, previous = max(start, previous), cue.end()
        head = passage.within(cue.end(), min(end, cue.end() + _NEAR))[:1]
        opened = pattern("breakdown").search(passage.text, start, cue.start())
        if head and not opened and not passage.depth[cue.start()]:
            listed = items(passage, start, cue.start() - 2, ";", ",")
            yield matched(head, listed, is_close=cue["sure"] is not None)


def _is_whole(cue: re.Match[str]) -> bool:
    """Whether a cue opens all the parts ("gồm") and not only some ("trong đó")."""
    return pattern("whole").fullmatch(cue[0]) is not None


def _is_open(passage: Passage, start: int, end: int) -> bool:
    """Whether a list gives examples only: it says so, or it ends in an ellipsis."""
    text = passage.text[start:end].strip(" *\n")
    return bool(pattern("examples").match(text)) or text.rstrip(" );*").endswith(("...", "…"))


def _leads_to(passage: Passage, figure: Figure, colon: int) -> bool:
    """Whether a colon opens the parts of a figure before it, not its outcome or examples."""
    between = _AS_FOLLOWS.sub("", passage.text[figure.end : colon])
    opens_other = pattern("outcome").search(between) or pattern("examples").search(between)
    return len(between) <= _NEAR and not opens_other


def _outside_brackets(
    passage: Passage, wanted: re.Pattern[str], start: int, end: int
) -> re.Match[str] | None:
    for found in wanted.finditer(passage.text, start, end):
        if not passage.depth[found.start()]:
            return found
    return None


def _first(passage: Passage, sign: str, start: int, end: int) -> int:
    at = passage.text.find(sign, start, end)
    return end if at < 0 else at


def _figures_of_head(passage: Passage, start: int, end: int) -> tuple[Figure, ...]:
    return tuple(
        figure
        for figure in passage.within(start, end)
        if not figure.is_change and not passage.depth[figure.start]
    )


def _in_footnote(passage: Passage, offset: int, note: Passage) -> Iterator[Breakdown]:
    start, _ = passage.sentence_at(max(0, offset - 1))
    for group in _groups(note.text):
        listed = items(note, group.start, group.end, ".;", ",")
        if _is_open(note, group.start, group.end):
            continue
        named = _head_of_label(passage, start, offset, group.label) if group.label else ()
        if named:
            yield under_label(named, listed)
            continue
        if group.label:
            continue
        clause = _figures_of_head(passage, max(start, clause_start(passage, offset)), offset)
        found = matched(clause, listed, is_close=True)
        if not found.columns:
            found = matched(_figures_of_head(passage, start, offset), listed, is_close=True)
        yield found


@frozen
class _Group:
    label: str
    start: int
    end: int


def _groups(text: str) -> Iterator[_Group]:
    labels = list(_LABEL.finditer(text))
    first = labels[0].start() if labels else len(text)
    if first:
        yield _Group("", 0, first)
    for label, after in zip_longest(labels, labels[1:]):
        end = after.start() if after else len(text)
        yield _Group(label["label"].strip(), label.end(), end)


def _head_of_label(passage: Passage, start: int, end: int, label: str) -> tuple[Figure, ...]:
    """The figures that the label of a group speaks of.

    Either the label stands in the sentence and its figures follow it there, or
    it begins with what one of the figures counts.
    """
    at = passage.text.casefold().find(label.casefold(), start, end)
    if at >= 0:
        return passage.within(at, _first(passage, ";", at, end))
    counted = label.casefold()
    return tuple(
        figure
        for figure in passage.within(start, end)
        if figure.unit and not figure.is_change and counted.startswith(figure.unit)
    )[-1:]
