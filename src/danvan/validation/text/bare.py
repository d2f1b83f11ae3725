"""Lists that name what they count once, at their head: "230 mô hình (kinh tế 120, văn hóa 100)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from danvan.reading.numerals import numeral_contexts
from danvan.reading.quantities import QuantityMention
from danvan.validation.text.columns import Breakdown, Column
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import overlapping, pattern

__all__ = ["labelled"]

# words that say what is counted, perhaps a colon or a verb, and a number that ends the item
_LABELLED: Final = re.compile(
    r"\W*(?P<label>[^\W\d][^0-9:;()]{1,80}?)(?:\s?:)?\s(?P<number>[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,7})"
    r"[\s.*]*"
)
_SIGNS: Final = (re.compile(r";\s?"), re.compile(r",?\svà\s|,\s"))
_NO_COUNT: Final = ("ordinal", "calendar", "name", "number", "year")


def labelled(
    passage: Passage, head: tuple[Figure, ...], start: int, end: int, *, is_close: bool
) -> Breakdown | None:
    """The breakdown of the last figure of a head by labels with bare numbers, if it is one.

    Every item must be a label and a number and nothing else, so that a list of
    papers or of dates is none.
    """
    if not head or not head[-1].unit or head[-1].unit == "%":
        return None
    for sign in _SIGNS:
        pieces = list(_pieces(passage, sign, start, end))
        parts = [_part(passage, *piece, head[-1]) for piece in pieces]
        known = tuple((part, 1) for part in parts if part is not None)
        if len(known) == len(parts) > 1:
            texts = [passage.text[slice(*piece)] for piece in pieces]
            is_close = is_close or all(pattern("level").search(text) for text in texts)
            column = Column(head[-1], known, has_gaps=False)
            return Breakdown((column,), is_close, overlapping(texts))
    return None


def _pieces(
    passage: Passage, sign: re.Pattern[str], start: int, end: int
) -> Iterator[tuple[int, int]]:
    level = passage.depth[start] if start < len(passage.text) else 0
    for found in sign.finditer(passage.text, start, end):
        if passage.depth[found.start()] == level:
            yield start, found.start()
            start = found.end()
    yield start, end


def _part(passage: Passage, start: int, end: int, total: Figure) -> Figure | None:
    found = _LABELLED.fullmatch(passage.text, start, end)
    if found is None or pattern("compared").match(found["label"]):
        return None
    if any(numeral_contexts()[code].claims(found["label"]) for code in _NO_COUNT):
        return None
    mention = QuantityMention(
        *found.span("number"),
        found["number"],
        Decimal(found["number"].replace(".", "")),
        unit=total.mention.unit,
        unit_end=found.end("number"),
    )
    return Figure(mention, passage.span(mention.start, mention.end), is_change=False)
