"""Lists that name what they count once, at their head: "32 mô hình (kinh tế 14; văn hóa 11)".

The numbers of such a list stand without a unit, at the end of their items; one or another
may have it ("cấp tỉnh 05, cấp xã 06 dự thảo").  A list is only read as one where every item
is words and a number and nothing else, and none of the words make the number a name, a
date or an ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from danvan.reading.numerals import numeral_contexts, unit_after

__all__ = ["bare_counts"]

Place = tuple[int, int]

_NUMBER: Final = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,7})(?:,[0-9]{1,3})?(?![\w.,/]*[0-9])"
_LEAD: Final = r"(?:\(|(?<=\w):\s|(?:trong đó|bao gồm|gồm)\s?:?\s)"
_UNIT: Final = r"(?:\s(?!và\s)[^\W\d_]+){0,4}"
_COMMA_ITEM: Final = rf"[^\W\d_][^0-9:;,().\n]{{0,60}}?(?:\s?:)?\s{_NUMBER}{_UNIT}"
_SEMICOLON_ITEM: Final = rf"[^\W\d_][^0-9:;().\n]{{0,60}}?(?:\s?:)?\s{_NUMBER}{_UNIT}"
_LIST: Final = re.compile(
    rf"{_LEAD}(?P<items>{_COMMA_ITEM}(?:,\s(?:và\s)?{_COMMA_ITEM}|\svà\s{_COMMA_ITEM}){{1,80}}"
    rf"|{_SEMICOLON_ITEM}(?:;\s?{_SEMICOLON_ITEM}){{1,80}})(?=\s?[).;\n]|\s?\Z)"
)
_ITEM: Final = re.compile(
    rf"(?P<label>[^\W\d_][^0-9:;()\n]{{0,60}}?)(?:\s?:)?\s(?P<number>{_NUMBER})(?P<unit>{_UNIT})"
)
_NO_COUNT: Final = ("ordinal", "calendar", "name", "number", "year")


def bare_counts(text: str) -> Iterator[tuple[int, tuple[Place, ...]]]:
    """Each list of bare counts: where it begins, and where its numbers stand.

    >>> text = "Đăng ký 32 mô hình (kinh tế 14; văn hóa - xã hội 11; an ninh 7)."
    >>> [[text[slice(*place)] for place in places] for _, places in bare_counts(text)]
    [['14', '11', '7']]
    >>> list(bare_counts("Có 2 thôn (thôn 3, thôn 5)."))
    []
    """
    for found in _LIST.finditer(text):
        items = list(_ITEM.finditer(text, *found.span("items")))
        labels = [item["label"].casefold().strip(" ,") for item in items]
        is_list = len(set(labels)) == len(labels) and not any(map(_names, labels))
        if is_list and all(map(_ends_with_its_unit, items)):
            yield found.start(), tuple(item.span("number") for item in items if not item["unit"])


def _ends_with_its_unit(item: re.Match[str]) -> bool:
    """Whether nothing stands behind a number, or a unit and nothing else."""
    return not item["unit"] or unit_after(item.string, item.end("number")).end == item.end()


def _names(label: str) -> bool:
    """Whether a number behind such words is a name, a date or an ordinal and no count.

    "thôn 3" is a name, "cấp thôn 3" a count.
    """
    if label.startswith("cấp "):
        return False
    contexts = numeral_contexts()
    return any(contexts[code].claims(label) for code in _NO_COUNT)
