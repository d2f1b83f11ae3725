"""Which block of one report became which of the next, wherever it moved to.

Blocks with the same words belong together, then those that differ in figures alone;
of the rest, those that share the most of their words.  Every step takes time in
proportion to the reports: blocks find each other by the pairs of words they share,
looked up in an index, and pairs that stand in many blocks are not looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from danvan.drafting.blocks import Block

__all__ = ["aligned", "in_place", "masked"]

_NUMERAL: Final = re.compile(r"[0-9][0-9.,]*")
_WORD: Final = re.compile(r"\w+|#")
_PAIRS_OF_A_BLOCK: Final = 300
_BLOCKS_OF_A_PAIR: Final = 24
_CANDIDATES: Final = 5
_ALIKE: Final = 0.5

Pair = tuple[str, str]


def masked(text: str) -> str:
    """The words without their figures: "tổ chức # buổi"."""
    return _NUMERAL.sub("#", text.casefold())


def aligned(before: Sequence[Block], after: Sequence[Block]) -> dict[int, int]:
    """For each block of the first its place in the second, where it has one there."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for said in (str, masked):
        _same(before, after, found, taken, said)
    left = [at for at in range(len(before)) if at not in found]
    right = [at for at in range(len(after)) if at not in taken]
    scored = _scored(before, left, after, right)
    for _, _, old, new in sorted(scored):
        if old not in found and new not in taken:
            found[old] = new
            taken.add(new)
    return found


def in_place(found: dict[int, int]) -> set[int]:
    """Those of the first that kept their order: the longest rising run of their new places."""
    tails: list[int] = []
    last: list[int] = []
    previous: dict[int, int | None] = {}
    for old in sorted(found):
        new = found[old]
        at = bisect_left(tails, new)
        previous[old] = last[at - 1] if at else None
        tails[at : at + 1], last[at : at + 1] = [new], [old]
    kept: set[int] = set()
    one = last[-1] if last else None
    while one is not None:
        kept.add(one)
        one = previous[one]
    return kept


def _same(
    before: Sequence[Block],
    after: Sequence[Block],
    found: dict[int, int],
    taken: set[int],
    said: Callable[[str], str],
) -> None:
    """Match blocks that say the same: the first with the first, the second with the second."""
    places: dict[tuple[object, str], deque[int]] = {}
    for at, block in enumerate(after):
        if at not in taken:
            places.setdefault((block.kind, said(block.text)), deque()).append(at)
    for at, block in enumerate(before):
        if at not in found and (waiting := places.get((block.kind, said(block.text)))):
            found[at] = waiting.popleft()
            taken.add(found[at])


def _scored(
    before: Sequence[Block], left: Sequence[int], after: Sequence[Block], right: Sequence[int]
) -> list[tuple[float, int, int, int]]:
    """Pairs that may belong together, the likest and the nearest first when sorted."""
    index: dict[tuple[object, Pair], list[int]] = {}
    for new in right:
        for pair in _pairs(after[new].text):
            index.setdefault((after[new].kind, pair), []).append(new)
    words = {new: Counter(_WORD.findall(masked(after[new].text))) for new in right}
    scored = []
    for old in left:
        shared: Counter[int] = Counter()
        for pair in _pairs(before[old].text):
            near = index.get((before[old].kind, pair), ())
            if len(near) <= _BLOCKS_OF_A_PAIR:
                shared.update(near)
        own = Counter(_WORD.findall(masked(before[old].text)))
        for new, _ in shared.most_common(_CANDIDATES):
            score = _likeness(own, words[new])
            if score >= _ALIKE:
                scored.append((-score, abs(new - old), old, new))
    return scored


def _pairs(text: str) -> set[Pair]:
    """Words side by side, the first of a long block."""
    words = ["", *_WORD.findall(masked(text[: 12 * _PAIRS_OF_A_BLOCK])), ""]
    return set(pairwise(words[:_PAIRS_OF_A_BLOCK]))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of their words that two blocks have in common, from 0 to 1."""
    return 2 * (one & other).total() / (one.total() + other.total() or 1)
