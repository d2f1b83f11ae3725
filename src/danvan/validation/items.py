"""Cutting a list in running text into its items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from danvan.validation.passages import Figure, Passage

__all__ = ["Item", "clause_start", "items"]

_EACH: Final = re.compile(r"(?<!\w)mỗi(?!\w)", re.IGNORECASE)
_CUTS: Final = {
    ";": re.compile(r";"),
    ".": re.compile(r"\.(?=\s+[A-ZÀ-ỸĐ])|\n"),
    ",": re.compile(r",(?=\s)|\svà\s(?=[^,;]*[0-9])"),
}


@frozen
class Item:
    """One item of a list.

    Attributes:
        text: its words.
        figures: its figures, those in brackets inside it left out.
        times: how many names it gives before "mỗi" (each), else 1.
    """

    text: str
    figures: tuple[Figure, ...]
    times: int = 1


def items(passage: Passage, start: int, end: int, signs: str) -> tuple[Item, ...]:
    """The items between two offsets, cut at the first of these signs that cuts at all.

    ``".;"`` and ``";,"`` are tried in the order given, except that a full stop
    and a semicolon cut together.  A piece without a figure belongs to the next
    one ("Huyện đoàn, Hội Nông dân mỗi đơn vị 01 cuộc"), the last to the one before.
    """
    level = passage.depth[start] if start < len(passage.text) else 0
    for group in ([".;"] if signs == ".;" else list(signs)):
        pieces = list(_pieces(passage, start, end, group, level))
        if len(pieces) > 1:
            break
    return tuple(_item(passage, first, last, level) for first, last in pieces)


def _pieces(
    passage: Passage, start: int, end: int, signs: str, level: int
) -> Iterator[tuple[int, int]]:
    cuts = sorted(
        (found.start(), found.end())
        for sign in signs
        for found in _CUTS[sign].finditer(passage.text, start, end)
        if passage.depth[found.start()] == level
    )
    first, last = start, None
    for cut, after in [*cuts, (end, end)]:
        if _plain_figures(passage, first, cut, level):
            if last is not None:
                yield last
            last, first = (first, cut), after
    if last is not None:
        yield last[0], end


def _plain_figures(passage: Passage, start: int, end: int, level: int) -> tuple[Figure, ...]:
    return tuple(
        figure
        for figure in passage.within(start, end)
        if not figure.is_change and passage.depth[figure.start] == level
    )


def _item(passage: Passage, start: int, end: int, level: int) -> Item:
    text = passage.text[start:end]
    each = _EACH.search(text)
    times = 1
    if each:
        names = re.split(r",|\svà\s", text[: each.start()])
        times = max(1, sum(bool(name.strip()) for name in names))
    return Item(text, _plain_figures(passage, start, end, level), times)


def clause_start(passage: Passage, at: int) -> int:
    """Where the clause that ends at an offset begins: after a semicolon, else the sentence."""
    start, _ = passage.sentence_at(max(0, at - 1))
    cut = passage.text.rfind(";", start, at)
    while cut >= 0 and passage.depth[cut] > 0:
        cut = passage.text.rfind(";", start, cut)
    return cut + 1 if cut >= 0 else start
