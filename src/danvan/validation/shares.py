"""Shares and parts: the percentage behind a/b, and a part larger than its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.quantities import Agreement, Quantity, Ratio
from danvan.validation.passages import Figure, Passage
from danvan.validation.wording import pattern
from danvan.vietnamese.numbers import format_number

__all__ = ["check_parts", "check_shares"]

# between a count and its share stand words such as "đạt", "đạt tỷ lệ", "chiếm"
_REACHED: Final = re.compile(
    r"[^.;()0-9%]{0,60}(?:đạt|chiếm|bằng|tỷ lệ)[^.;()0-9%]{0,24}$", re.IGNORECASE
)
# behind a/b a bracket that opens with the share needs no such word: "18/24 thôn (75%)"
_IN_BRACKETS: Final = re.compile(
    r"[^.;()0-9%]{0,40}\((?:đạt|chiếm|bằng)?\s?(?:tỷ lệ)?\s?$", re.IGNORECASE
)
_INTRODUCED: Final = re.compile(r"(?:giới thiệu|cử|đề nghị|đăng ký)\s(?:được\s)?$", re.IGNORECASE)
_OUTCOME: Final = re.compile(r"[,;]\s(?:có|trong đó có|trong đó|đã có)\s$", re.IGNORECASE)


def check_shares(passage: Passage) -> Iterator[Finding]:
    """DV211, DV212: the percentage printed behind a/b, or behind "B ..., A ..., đạt p%"."""
    figures = passage.figures
    for before, share in pairwise(figures):
        if share.unit != "%" or share.mention.high or share.mention.qualifier:
            continue
        whole = before.mention.whole
        reached = _REACHED.fullmatch(passage.text, before.end, share.start)
        if not reached and not (
            whole and _IN_BRACKETS.fullmatch(passage.text, before.end, share.start)
        ):
            continue
        spans = [share.span, before.span]
        if whole is None:
            other = _whole_of(passage, before)
            following = passage.text[share.end : share.end + 30]
            if other is None or pattern("against a plan").search(following):
                continue
            whole, spans = other.mention.value, [*spans, other.span]
        if whole and before.mention.qualifier is None:
            yield from _compare(before.mention.value, whole, share, spans)


def _whole_of(passage: Passage, part: Figure) -> Figure | None:
    """The figure that "đã giải quyết 88 ý kiến" is a part of: the one received before it."""
    if not pattern("done").search(passage.text, max(0, part.start - 30), part.start):
        return None
    start, _ = passage.sentence_at(part.start)
    same = [
        figure
        for figure in passage.within(start, part.start)
        if figure.unit == part.unit
        and not figure.is_change
        and passage.depth[figure.start] == passage.depth[part.start]
        and figure.mention.value >= part.mention.value
        and figure.mention.qualifier is None
    ]
    return same[-1] if same else None


def _compare(part: Decimal, whole: Decimal, share: Figure, spans: list[Span]) -> Iterator[Finding]:
    ratio, stated = Ratio(Quantity(part), Quantity(whole)), share.mention.value
    agreement = ratio.agrees_with(share.quantity)
    if agreement is Agreement.ROUNDED:
        return
    computed = ratio.percent(max(0, -int(stated.as_tuple().exponent)))
    if computed is None:
        return  # of nothing there is no share
    code = "DV212" if agreement is Agreement.TRUNCATED else "DV211"
    words = {"part": part, "whole": whole, "stated": stated, "computed": computed}
    yield rules()[code].at(
        *spans, difference=computed - stated, **{k: format_number(v) for k, v in words.items()}
    )


def check_parts(passage: Passage) -> Iterator[Finding]:
    """DV221: of those put forward, more are said to have come through than there were."""
    figures = [f for f in passage.figures if not f.is_change and f.unit and f.unit != "%"]
    for one, other in pairwise(figures):
        between = passage.text[one.end : other.start]
        introduced = _INTRODUCED.search(passage.text[max(0, one.start - 40) : one.start])
        if (
            introduced
            and one.unit == other.unit
            and _OUTCOME.search(between)
            and other.mention.value > one.mention.value
            and one.mention.qualifier is None
        ):
            yield rules()["DV221"].at(
                other.span,
                one.span,
                part=other.quantity,
                whole=one.quantity,
                difference=one.mention.value - other.mention.value,
            )
