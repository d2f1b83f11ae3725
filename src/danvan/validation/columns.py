"""The columns of a breakdown: which figures of a list go on with which of its head."""

from __future__ import annotations

from attrs import frozen

from danvan.validation.items import Item
from danvan.validation.passages import Figure
from danvan.validation.wording import family_of, pattern

__all__ = ["Breakdown", "Column", "matched", "under_label"]


@frozen
class Column:
    """A total and the figures of its kind in the items of a list.

    Attributes:
        total: the figure of the head.
        parts: for each item its figures of that kind; empty where it has none.
        times: for each item how many bodies its figure stands for.
    """

    total: Figure
    parts: tuple[tuple[Figure, ...], ...]
    times: tuple[int, ...]

    @property
    def is_full(self) -> bool:
        """Whether every item has its part."""
        return all(self.parts)


@frozen
class Breakdown:
    """A head and the columns of its list.

    Attributes:
        columns: a column for each figure of the head that the items go on with.
        is_close: whether the list is surely meant to add up to the head.
        overlaps: whether its items may count the same things twice.
    """

    columns: tuple[Column, ...]
    is_close: bool
    overlaps: bool


def matched(head: tuple[Figure, ...], listed: tuple[Item, ...], *, is_close: bool) -> Breakdown:
    """The breakdown of a head by a list, column by column.

    Units are compared as they are where the head counts in two ways of one
    family ("97 lượt với 101 người"), by family elsewhere.
    """
    by_kind: dict[str, Figure] = {}
    families = [_family(figure) for figure in head]
    for figure, family in zip(head, families, strict=True):
        units = {_base(f) for f, other in zip(head, families, strict=True) if other == family}
        by_kind[_base(figure) if len(units) > 1 else family] = figure
    columns = []
    for kind, total in by_kind.items():
        parts = tuple(
            tuple(f for f in item.figures if kind in {_base(f), _family(f)}) for item in listed
        )
        column = Column(total, parts, tuple(item.times for item in listed))
        if kind and kind != "%" and sum(map(bool, parts)) > 1:
            columns.append(column)
    texts = [item.text for item in listed]
    is_close = is_close or _all_say(texts, "level") or _done_and_pending(texts)
    return Breakdown(
        tuple(columns), is_close, any(pattern("overlapping").search(text) for text in texts)
    )


def under_label(head: tuple[Figure, ...], listed: tuple[Item, ...]) -> Breakdown:
    """The breakdown of the figures a label names, whatever the items count in."""
    found = matched(head, listed, is_close=True)
    if found.columns or len(head) != 1 or any(len(item.figures) != 1 for item in listed):
        return found
    units = {_base(figure) for item in listed for figure in item.figures}
    if len(units) != 1 or len(listed) < 2:
        return found
    column = Column(
        head[0], tuple(item.figures for item in listed), tuple(item.times for item in listed)
    )
    return Breakdown((column,), is_close=True, overlaps=found.overlaps)


def _base(figure: Figure) -> str:
    return figure.quantity.base_unit.casefold()


def _family(figure: Figure) -> str:
    return family_of(_base(figure))


def _all_say(texts: list[str], code: str) -> bool:
    return len(texts) > 1 and all(pattern(code).search(text) for text in texts)


def _done_and_pending(texts: list[str]) -> bool:
    done = [text for text in texts if pattern("done").search(text)]
    pending = [text for text in texts if pattern("pending").search(text)]
    return bool(done) and bool(pending) and set(done) != set(pending)
