"""A part that is larger than what it is a part of (DV221)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from danvan.findings import Finding, rules
from danvan.quantities import Quantity
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import counts_alike, pattern, same_things
from danvan.vietnamese.numbers import format_number

__all__ = ["check_parts"]

_INTRODUCED: Final = re.compile(r"(?:giới thiệu|cử|đề nghị|đăng ký)\s(?:được\s)?$", re.IGNORECASE)
_OUTCOME: Final = re.compile(r"[,;]\s(?:có|trong đó có|trong đó|đã có)\s$", re.IGNORECASE)
_WITHIN: Final = re.compile(
    r"[^.;()0-9]{0,60}?,?\strong đó(?: có)?:?\s[^.;,()0-9]{0,40}$", re.IGNORECASE
)
_TOTAL: Final = re.compile(r"(?:tổng|nâng|lên|toàn)\b", re.IGNORECASE)
_SUCCESS: Final = re.compile(
    r"[^.;]{0,40}(?:đạt\s(?:tỷ lệ\s)?[0-9]|vượt|bằng\s[0-9])|[^.;]{0,30}(?:chỉ tiêu|kế hoạch)",
    re.IGNORECASE,
)


def check_parts(passage: Passage) -> Iterator[Finding]:
    """DV221: more of them than there are.

    Looked at are "trong đó" with one part, those who came through of those put
    forward ("giới thiệu 54 ..., có 58 ..."), an outcome of what was taken up
    ("hòa giải 49 vụ, hòa giải thành 53 vụ"), and a/b of what there is a fixed
    number of ("53/49 thôn").  Against a quota a/b with a larger a is success.
    """
    figures = [f for f in passage.figures if not f.is_change and f.unit and f.unit != "%"]
    for whole, part in pairwise(figures):
        is_larger = part.mention.value > whole.mention.value and whole.mention.qualifier is None
        if is_larger and _is_part(passage, whole, part):
            difference = whole.mention.value - part.mention.value
            yield _finding(part, part.quantity, whole.quantity, difference, whole)
    for figure in figures:
        number, of = figure.mention.value, figure.mention.whole
        if of is not None and number > of > 0 and _is_fixed(passage, figure):
            whole_number = Quantity(of, figure.mention.unit)
            yield _finding(figure, format_number(number), whole_number, of - number)


def _is_part(passage: Passage, whole: Figure, part: Figure) -> bool:
    between = passage.text[whole.end : part.start]
    if passage.sentence_at(whole.start) != passage.sentence_at(part.start):
        return False
    before = passage.text[max(0, whole.start - 40) : whole.start]
    if whole.unit == part.unit and _INTRODUCED.search(before) and _OUTCOME.search(between):
        return True
    if not same_things(whole.unit, part.unit) or _TOTAL.search(between):
        return False
    if whole.unit == part.unit and _is_outcome(before, between):
        return _is_first(passage, whole)
    return bool(_WITHIN.fullmatch(between)) and _is_alone(passage, part)


def _is_outcome(before: str, between: str) -> bool:
    """Whether the words between are the outcome of the words before: hòa giải, hòa giải thành."""
    outcome = pattern("part outcome").search(between)
    return bool(
        outcome and between.lstrip()[:1] in ",;" and not pattern("part outcome").search(before)
    )


def _is_alone(passage: Passage, part: Figure) -> bool:
    """Whether no other part of its kind follows: then the list may be of something else."""
    _, end = passage.near(part.start)
    others = [f for f in passage.within(part.end, end) if counts_alike(f.unit, part.unit)]
    return not others


def _is_first(passage: Passage, whole: Figure) -> bool:
    """Whether no other of its kind stands before it: what was left of last year adds to it."""
    start, _ = passage.near(whole.start)
    return not any(counts_alike(f.unit, whole.unit) for f in passage.within(start, whole.start))


def _is_fixed(passage: Passage, figure: Figure) -> bool:
    first = figure.unit.split(",")[0]
    fixed = pattern("fixed number").match(first)
    return bool(fixed) and not _SUCCESS.match(passage.text, figure.end)


def _finding(
    part: Figure, larger: object, smaller: object, difference: Decimal, *other: Figure
) -> Finding:
    return rules()["DV221"].at(
        part.span,
        *(figure.span for figure in other),
        part=larger,
        whole=smaller,
        difference=difference,
    )
