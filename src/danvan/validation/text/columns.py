"""The columns of a breakdown: which figures of a list go on with which of its head."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import chain
from typing import Final

import attrs
from attrs import frozen

from danvan.validation.text.items import Item, Listing
from danvan.validation.text.passages import Figure
from danvan.validation.text.wording import counts_alike, family_of, overlapping, pattern, relations

__all__ = ["Breakdown", "Column", "matched", "mirrors", "under_label"]

_OF_A_YEAR: Final = re.compile(r"\W*(?:trong )?năm (?:19|20)[0-9]{2}(?![0-9])", re.IGNORECASE)


@frozen
class Column:
    """A total and the figures of its kind in the items of a list.

    Attributes:
        total: the figure of the head.
        parts: the figures of that kind, each with how many bodies it stands for.
        has_gaps: whether some item gives no figure of that kind.
        aside: figures of the list that may be parts, but are told as parts of parts or
            count in a unit of their own.
    """

    total: Figure
    parts: tuple[tuple[Figure, int], ...]
    has_gaps: bool
    aside: tuple[Figure, ...] = ()

    @property
    def counts_kinds(self) -> bool:
        """Whether its parts are kinds of what the total counts: "hộ nghèo" of "hộ"."""
        whole = _base(self.total)
        return all(_base(figure).startswith(f"{whole} ") for figure, _ in self.parts)


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


def matched(head: tuple[Figure, ...], listing: Listing, *, is_close: bool) -> Breakdown:
    """The breakdown of a head by a list, column by column.

    Units are compared as they are where the head counts in two ways of one
    family ("97 lượt với 101 người"), by family elsewhere.
    """
    listing = _without_compared(listing)
    units: dict[str, set[str]] = defaultdict(set)
    for figure in head:
        units[_family(figure)].add(_base(figure))
    by_kind = {
        _base(figure) if len(units[_family(figure)]) > 1 else _family(figure): figure
        for figure in head
    }
    columns = (
        _column(total, kind, listing, head) for kind, total in by_kind.items() if kind != "%"
    )
    texts = [item.text for item in listing.items]
    is_close = is_close or _all_say(texts, "level") or _done_and_pending(texts)
    return Breakdown(tuple(filter(None, columns)), is_close, overlapping(texts))


def _without_compared(listing: Listing) -> Listing:
    """A list without what it only holds the total against: "cùng kỳ 25 buổi", "năm 2022: 6"."""
    compared = pattern("compared")
    found = tuple(i for i in listing.items if not compared.match(i.text.lstrip(" (,;*")))
    nested = [n for n, item in enumerate(found) if n and _is_nested(item)]
    if nested:  # "Hội Nông dân 5 cuộc, trong đó 3 cuộc chuyên đề": whose parts follow is open
        whole, part = found[nested[0] - 1], found[nested[0]]
        whole = attrs.evolve(whole, aside=(*whole.aside, *part.figures, *part.aside))
        is_last = nested[0] == len(found) - 1
        found = (*found[: nested[0] - 1], whole) if is_last else ()
    by_year = [item for item in found if _OF_A_YEAR.match(item.text)]
    if len(by_year) < 3:
        found = tuple(item for item in found if item not in by_year)
    return attrs.evolve(listing, items=found)


def _is_nested(item: Item) -> bool:
    text = item.text.lstrip()
    return bool(pattern("breakdown").match(text) or pattern("no part").match(text))


def _column(total: Figure, kind: str, listing: Listing, head: tuple[Figure, ...]) -> Column | None:
    # "13 xã, thị trấn": some xã, some thị trấn
    kinds = {kind, *_base(total).split(", "), *total.also}

    def counts(figure: Figure) -> bool:
        known = kinds & {_base(figure), _family(figure)}
        return bool(known) or _alone_like(figure, head) is total

    of_kind = [tuple((f, item.times) for f in item.figures if counts(f)) for item in listing.items]
    if listing.by_clause and _add_up_to(total, of_kind[0] if of_kind else ()):
        of_kind = [(part,) for part in of_kind[0]]  # the clauses behind tell of something else
    firsts = [found[:1] for found in of_kind]
    if _add_up_to(total, tuple(chain.from_iterable(firsts))):
        of_kind = firsts  # "... và duy trì 08 mô hình cũ": and so does what follows in an item
    parts = tuple(part for parts in of_kind for part in parts)
    if not kind or sum(map(bool, of_kind)) < 2:
        return None
    is_kind = any(kind in {_base(f), _family(f)} or _alone_like(f, head) for f, _ in parts)
    if not is_kind and len({_base(f) for f, _ in parts}) < 2:
        return None
    foreign = _foreign(listing, head, kinds)
    has_rate = any(item.aside and not item.figures for item in listing.items)
    has_gaps = listing.has_rest or has_rate or bool(foreign)
    has_gaps = has_gaps or (listing.by_clause and not all(of_kind))
    aside = (*foreign, *(f for item in listing.items for f in item.aside if counts(f)))
    return Column(total, parts, has_gaps or _names_one_more(listing), aside)


def _foreign(listing: Listing, head: tuple[Figure, ...], kinds: set[str]) -> tuple[Figure, ...]:
    """The first figure of each item that counts only in what the head does not: "50 gốc" of trees.

    Money, shares and what "với" and "có" open are told of the things counted, and are none of them.
    """
    known = {_family(figure) for figure in head} | kinds
    return tuple(
        item.figures[0]
        for item in listing.items
        if item.figures
        and not pattern("told of").match(item.text.lstrip())
        and not any(
            _base(f) in {"%", "đồng"} or known & {_base(f), _family(f)} or _alone_like(f, head)
            for f in item.figures
        )
    )


def _names_one_more(listing: Listing) -> bool:
    """Whether a list ends with a body that has no figure: "Hội Phụ nữ 10 hội viên, Đoàn xã"."""
    return bool(listing.items) and _one_more().search(listing.items[-1].text[-80:]) is not None


@cache
def _one_more() -> re.Pattern[str]:
    bodies = "|".join(map(re.escape, relations()["body in a list"].words))
    return re.compile(rf"[0-9][^0-9,]*,\s(?:{bodies})\s[^0-9,;:.]{{1,50}}\W*$")


def _alone_like(figure: Figure, head: tuple[Figure, ...]) -> Figure | None:
    """The one figure of a head that counts like another: "98 tổ tiết kiệm" of "41 tổ"."""
    alike = [one for one in head if counts_alike(_base(one), _base(figure))]
    return alike[0] if len(alike) == 1 else None


def _add_up_to(total: Figure, parts: tuple[tuple[Figure, int], ...]) -> bool:
    amounts = [figure.quantity.amount * times for figure, times in parts]
    return len(amounts) > 1 and sum(amounts) == total.quantity.amount


def mirrors(head: tuple[Figure, ...], listing: Listing) -> bool:
    """Whether each item of a list counts in all the ways its head does, and these are several."""
    kinds = {_family(figure) for figure in head}
    return len(kinds) > 1 and all(
        kinds <= {_family(figure) for figure in item.figures} for item in listing.items
    )


def under_label(head: tuple[Figure, ...], listing: Listing) -> Breakdown:
    """The breakdown of the figures a label names, whatever the items count in."""
    found = matched(head, listing, is_close=True)
    parts = tuple((f, item.times) for item in listing.items for f in item.figures)
    if found.columns or len(head) != 1 or len({_base(f) for f, _ in parts}) != 1:
        return found
    return Breakdown((Column(head[0], parts, has_gaps=False),), True, found.overlaps)


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
