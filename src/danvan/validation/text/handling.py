"""What came in, what was dealt with, what is left: opening + received = done + pending (DV231)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from danvan.findings import Finding, rules
from danvan.quantities import Interval, Quantity
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import family_of, pattern

__all__ = ["check_handling"]

_CAME: Final = ("carried over", "received")
_WENT: Final = ("done", "failed", "forwarded", "pending")
_HANDLED: Final = frozenset({"petition", "opinion", "case", "hồ sơ"})
_NEAR: Final = 45
_MOST_TOLD: Final = 60
"""No sentences about handling have so many figures; each breakdown is held against all."""


def check_handling(passage: Passage) -> Iterator[Finding]:
    """DV231: what was received is not what was done, sent on and left pending.

    Where nothing is said to be pending, only more done than received is a slip.
    The figures stand in one sentence or in two that follow each other, each with
    the words that say which it is, and count the same.  A sentence that holds a
    further figure of their kind may tell of more outcomes and is left alone, and
    so is one that opens its list with "trong đó", which is a breakdown.  A clause
    that breaks down only what was received is set aside first.
    """
    sentences = passage.sentences
    for at, (start, end) in enumerate(sentences):
        following = sentences[at + 1][1] if at + 1 < len(sentences) else end
        yield from _check(passage, start, end) or _check(passage, start, following)


def _check(passage: Passage, start: int, end: int) -> tuple[Finding, ...]:
    figures = [f for f in passage.within(start, end) if _is_handled(f) and not f.is_change]
    if len(figures) > _MOST_TOLD:
        return ()
    aside = tuple(_set_aside(passage, figures, start, end))
    figures = [f for f in figures if not any(begin < f.start < stop for begin, stop in aside)]
    told: dict[str, Figure] = {}
    for before, figure in zip([None, *figures], figures, strict=False):
        part = _part(passage, figure, max(start, before.end if before else 0), end)
        if part != "carried over" and passage.depth[figure.start]:
            continue  # a detail of the figure before it
        if part is None or part in told or figure.mention.whole is not None:
            return ()
        told[part] = figure
    if not {"received", "done"} <= told.keys() or len(told.keys() & set(_WENT)) < 2:
        return ()
    last = list(told)[-1]
    if last == "received":
        return ()
    if len({family_of(figure.unit) for figure in told.values()}) > 1:
        return ()
    cues = pattern("breakdown").finditer(passage.text, told["received"].end, told[last].start)
    if any(cue.start() not in dict(aside) for cue in cues):
        return ()
    return tuple(_compare(told))


def _set_aside(
    passage: Passage, figures: list[Figure], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The clauses behind "trong đó" that tell of no handling, or add up to what is before them."""
    for cue in pattern("breakdown").finditer(passage.text, start, end):
        stop = passage.text.find(";", cue.end(), end)
        if stop < 0 or passage.depth[cue.start()] or passage.depth[stop]:
            continue
        before = [f for f in figures if f.end <= cue.start() and not passage.depth[f.start]]
        parts = [f for f in figures if cue.end() <= f.start < stop and not passage.depth[f.start]]
        total = sum((f.quantity.amount for f in parts), Decimal(0))
        adds_up = bool(before) and total == before[-1].quantity.amount
        is_list = passage.text[cue.end()] == ":"  # which may go on behind the semicolon
        clause = passage.text[cue.end() : stop]
        handled = any(pattern(part).search(clause) for part in (*_CAME, *_WENT))
        if adds_up or not (is_list or handled):
            yield cue.start(), stop


def _is_handled(figure: Figure) -> bool:
    return family_of(figure.unit) in _HANDLED


def _part(passage: Passage, figure: Figure, start: int, end: int) -> str | None:
    """Which figure it is, by the last words before it, else by the words right behind it."""
    ahead = passage.text[max(start, figure.start - _NEAR) : figure.start]
    found = [
        (match.start(), part)
        for part in (*_CAME, *_WENT)
        for match in pattern(part).finditer(ahead)
    ]
    behind = passage.text[figure.end : min(end, figure.end + _NEAR // 2)]
    for part in ("pending", "carried over"):
        if pattern(part).match(behind.lstrip(" (")):
            return part
    return max(found)[1] if found else None


def _compare(told: dict[str, Figure]) -> Iterator[Finding]:
    came = [told[part] for part in _CAME if part in told]
    went = [told[part] for part in _WENT if part in told]
    left = _hard(went)
    if left.intersects(_hard(came)) or left.intersects(_hard([told["received"]])):
        return
    stated = sum((figure.quantity.amount for figure in came), Decimal(0))
    computed = sum((figure.quantity.amount for figure in went), Decimal(0))
    if computed < stated and "pending" not in told:
        return
    unit = told["received"].mention.unit
    yield rules()["DV231"].at(
        told["received"].span,
        *(figure.span for figure in told.values() if figure is not told["received"]),
        received=Quantity(stated, unit),
        handled=Quantity(computed, unit),
        difference=computed - stated,
    )


def _hard(figures: list[Figure]) -> Interval:
    return Interval.sum(figure.quantity.hard() for figure in figures)
