"""Cutting a list in running text into its items."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from attrs import frozen

from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import pattern
from danvan.vietnamese.letters import UPPER

__all__ = ["Item", "Listing", "clause_start", "items"]

_EACH: Final = re.compile(r"(?<!\w)mỗi(?!\w)", re.IGNORECASE)
_LONGEST_CLAUSE: Final = 2000
_CUTS: Final = {
    ";": re.compile(r";"),
    ".": re.compile(rf"\.(?=\s+[{UPPER}])|\n"),
    ",": re.compile(r",(?=\s)|\svà\s(?=[^,;]*[0-9])"),
}


@frozen
class Item:
    """One item of a list.

    Attributes:
        text: its words.
        figures: its figures, those in brackets inside it left out.
        times: how many names it gives before "mỗi" (each), else 1.
        aside: its figures that are no part of the whole, but a part of its part
            (", trong đó 04 cuộc đột xuất"), or what each of an unknown number has.
    """

    text: str
    figures: tuple[Figure, ...]
    times: int = 1
    aside: tuple[Figure, ...] = ()


@frozen
class Listing:
    """The items of a list, and how they are parted.

    Attributes:
        items: the items in order.
        by_clause: whether semicolons or full stops part them; only then does an item
            without a figure leave a gap in the list.
        has_rest: whether words behind its last figure name a rest that has none:
            ", còn lại là lĩnh vực khác".
    """

    items: tuple[Item, ...]
    by_clause: bool
    has_rest: bool = False


def items(passage: Passage, start: int, end: int, *signs: str) -> Listing:
    """The items between two offsets, cut at the first of these signs that cut at all.

    ``".;"`` cuts at both.  A piece between commas that has no figure belongs to
    the next one ("Huyện đoàn, Hội Nông dân mỗi đơn vị 01 cuộc"), the last to the
    one before.
    """
    level = passage.depth[start] if start < len(passage.text) else 0
    found, by_clause = [], False
    for group in signs:
        by_clause = group != ","
        cuts = _cuts(passage, start, end, group, level)
        pieces = list(pairwise([start, *cuts, end]))
        found = pieces if by_clause else _joined(passage, pieces, level)
        if len(found) > 1:
            break
    listed = [_item(passage, *piece, level) for piece in found]
    kept = tuple(item for item in listed if item.text.strip(" .,;)*\n"))
    return Listing(kept, by_clause, _has_rest(passage, start, end))


def _has_rest(passage: Passage, start: int, end: int) -> bool:
    """Whether a list ends in a rest without a number behind its last figure."""
    figures = passage.within(start, end)
    return bool(figures) and _rest().search(passage.text, figures[-1].end, end) is not None


@cache
def _rest() -> re.Pattern[str]:
    rest, others = pattern("rest").pattern, pattern("some others").pattern
    remainder = pattern("remainder").pattern
    return re.compile(
        rf"(?:[,;]|\svà)\s(?:{rest}|{others}[^,;()0-9]{{0,60}}\skhác(?!\w))|{remainder}",
        re.IGNORECASE,
    )


def _cuts(passage: Passage, start: int, end: int, signs: str, level: int) -> list[int]:
    return sorted(
        found.end()
        for sign in signs
        for found in _CUTS[sign].finditer(passage.text, start, end)
        if passage.depth[found.start()] == level
    )


def _joined(passage: Passage, pieces: list[tuple[int, int]], level: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    begin: int | None = None
    for start, end in pieces:
        begin = start if begin is None else begin
        if _plain_figures(passage, begin, end, level):
            joined.append((begin, end))
            begin = None
    if begin is not None and joined:
        joined[-1] = (joined[-1][0], pieces[-1][1])
    return joined


def _plain_figures(passage: Passage, start: int, end: int, level: int) -> tuple[Figure, ...]:
    return tuple(
        figure
        for figure in passage.within(start, end)
        if not figure.is_change and passage.depth[figure.start] == level
    )


def _item(passage: Passage, start: int, end: int, level: int) -> Item:
    text = passage.text[start:end]
    figures = _plain_figures(passage, start, end, level)
    nested = _nested(passage, figures[0].end, end, level) if figures else end
    each = _EACH.search(text, 0, nested - start)
    times = 1
    if each and figures and figures[0].start >= start + each.start():
        names = re.split(r",|\svà\s", text[: each.start()])
        times = sum(bool(name.strip(" (")) for name in names)
        nested = nested if times else start
    own = tuple(figure for figure in figures if figure.start < nested)
    return Item(text, own, max(1, times), figures[len(own) :])


def _nested(passage: Passage, start: int, end: int, level: int) -> int:
    """Where an item goes on to a part of its part, or to what each of its bodies has."""
    found = _part_of_part().finditer(passage.text, start, end)
    return next((cut.start() for cut in found if passage.depth[cut.start()] == level), end)


@cache
def _part_of_part() -> re.Pattern[str]:
    return re.compile(rf",\s(?:{pattern('part of a part').pattern})(?=\s)", re.IGNORECASE)


def clause_start(passage: Passage, at: int) -> int:
    """Where the clause that ends at an offset begins: after a semicolon, else the sentence."""
    start, _ = passage.sentence_at(max(0, at - 1))
    start = max(start, at - _LONGEST_CLAUSE)
    cut = passage.text.rfind(";", start, at)
    while cut >= 0 and passage.depth[cut] > 0:
        cut = passage.text.rfind(";", start, cut)
    return cut + 1 if cut >= 0 else start
