"""Shares: the percentage behind a/b, and behind what was done of what was received or planned."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.quantities import Agreement, Quantity, Ratio
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import counts_alike, pattern, same_things
from danvan.vietnamese.numbers import format_number

__all__ = ["check_shares"]

# between a count and its share stand words such as "đạt", "đạt tỷ lệ", "chiếm"
_REACHED: Final = re.compile(
    r"\)?[^.;()0-9%]{0,60}(?:đạt|chiếm|bằng|tỷ lệ)[^.;()0-9%]{0,24}$", re.IGNORECASE
)
# behind a/b a bracket that opens with the share needs no such word: "18/24 thôn (75%)"
_IN_BRACKETS: Final = re.compile(
    r"[^.;()0-9%]{0,40}\((?:đạt|chiếm|bằng)?\s?(?:tỷ lệ)?\s?$", re.IGNORECASE
)
# and so do a part told as one and what was done: "(91,97%)", "(chiếm 2,41%)", ", chiếm 2,41%"
_OF_WHOLE: Final = re.compile(
    r"[^.,;()0-9%]{0,30}(?:\((?:chiếm|đạt|bằng)?\s?(?:tỷ lệ)?\s?|,\schiếm\s(?:tỷ lệ\s)?)",
    re.IGNORECASE,
)
# and what goes on to say of what a share is may speak of another whole
_ENDS: Final = re.compile(r"\s?(?:[),;.]|$)")
# the share ahead of its a/b: "chiếm 62,3% (172/276 cuộc)"
_AHEAD: Final = re.compile(r"(?:đạt|chiếm|bằng|tỷ lệ)\s$", re.IGNORECASE)
_PLANNED: Final = re.compile(
    r"(?:kế hoạch|chỉ tiêu|dự toán)(?: được)?(?: giao)?(?: là)?\s?:?\s?$|\sgiao(?: là)?\s$",
    re.IGNORECASE,
)
_PLAN_BEHIND: Final = re.compile(
    r"\s(?:so với )?(?:kế hoạch|chỉ tiêu|dự toán)[^().;0-9]{0,30}\([^().;0-9]{0,12}", re.IGNORECASE
)


def check_shares(passage: Passage) -> Iterator[Finding]:
    """DV211, DV212: the percentage printed beside a/b, or behind "B ..., A ..., đạt p%"."""
    figures = passage.figures
    for before, share, behind in zip([None, *figures], figures, [*figures[1:], None], strict=False):
        if share.unit != "%" or share.mention.high or share.mention.qualifier:
            continue
        told = _told_before(passage, before, share) if before else None
        told = told or (_told_behind(passage, share, behind) if behind else None)
        if told and told[0].mention.qualifier is None and (whole := _number(told[-1])):
            part = told[0].mention.value
            yield from _compare(part, whole, share, [share.span, *(f.span for f in told)])


def _number(whole: Figure) -> Decimal:
    """What a figure gives for a whole: b of a/b, else its number."""
    return whole.mention.value if whole.mention.whole is None else whole.mention.whole


def _told_before(passage: Passage, before: Figure, share: Figure) -> tuple[Figure, ...] | None:
    """What a share is of, in the words before it: a/b alone, or a part and its whole."""
    has_whole = before.mention.whole is not None
    reached = _REACHED.fullmatch(passage.text, before.end, share.start)
    if reached or (has_whole and _IN_BRACKETS.fullmatch(passage.text, before.end, share.start)):
        closed = passage.text[before.end] == ")"
        if has_whole and not closed:
            return (before,)
        pair = _against_plan(passage, before) or _plan_behind(passage, before, share)
        pair = pair or (None if closed else _of_received(passage, before, share))
        if pair is not None:
            return pair
    return None if has_whole else _of_whole(passage, before, share)


def _told_behind(passage: Passage, share: Figure, ratio: Figure) -> tuple[Figure, ...] | None:
    """The a/b in brackets right behind a share."""
    joined = passage.text[share.end : ratio.start].strip() == "("
    leads = _AHEAD.search(passage.text, max(0, share.start - 12), share.start)
    return (ratio,) if joined and leads and ratio.mention.whole is not None else None


def _of_whole(passage: Passage, part: Figure, share: Figure) -> tuple[Figure, Figure] | None:
    """A part told as one of what stands before it in the sentence, where nothing else counts so."""
    text = passage.text
    joined = _joined_part().search(text, max(0, part.start - 40), part.start)
    joined = joined or pattern("done").search(text, max(0, part.start - 30), part.start)
    says = _OF_WHOLE.fullmatch(text, part.end, share.start) and _ENDS.match(text, share.end)
    if not joined or not says or re.search(r"[0-9;]", text[joined.end() : part.start]):
        return None
    start, _ = passage.near(part.start)
    alike = [
        figure
        for figure in passage.within(start, part.start)
        if same_things(figure.unit, part.unit) and not passage.depth[figure.start]
    ]
    if len(alike) != 1 or passage.depth[part.start] or joined.start() < alike[0].end:
        return None
    whole = alike[0]
    exact = whole.mention.qualifier is None and not whole.is_change and not part.is_change
    larger = whole.mention.whole is None and whole.mention.value >= part.mention.value
    of_plan = share.mention.value > 100
    return (part, whole) if exact and larger and not of_plan else None


@cache
def _joined_part() -> re.Pattern[str]:
    return re.compile(rf"(?<=[,;]\s){pattern('joined part').pattern}", re.IGNORECASE)


def _against_plan(passage: Passage, last: Figure) -> tuple[Figure, Figure] | None:
    """What was done and what was planned, where both stand before the share, in either order."""
    start, _ = passage.near(last.start)
    same = [f for f in passage.within(start, last.end) if counts_alike(f.unit, last.unit)]
    pair = same[-2:]
    planned = [f for f in pair if _PLANNED.search(passage.text[max(0, f.start - 30) : f.start])]
    done = [figure for figure in pair if figure not in planned]
    if len(planned) != 1 or not done or done[0].is_change or planned[0].mention.qualifier:
        return None
    return done[0], planned[0]


def _plan_behind(passage: Passage, done: Figure, share: Figure) -> tuple[Figure, Figure] | None:
    """The plan in brackets behind the share: "đạt 101,5% kế hoạch (150 triệu đồng)"."""
    following = passage.within(share.end, share.end + 60)[:1]
    if not following or not _PLAN_BEHIND.fullmatch(passage.text, share.end, following[0].start):
        return None
    plan = following[0]
    exact = plan.mention.qualifier is None and not done.is_change
    return (done, plan) if exact and done.unit == plan.unit else None


def _of_received(passage: Passage, done: Figure, share: Figure) -> tuple[Figure, Figure] | None:
    following = passage.text[share.end : share.end + 30]
    whole = _whole_of(passage, done, share)
    return None if whole is None or pattern("against a plan").search(following) else (done, whole)


def _whole_of(passage: Passage, part: Figure, share: Figure) -> Figure | None:
    """The figure that "đã giải quyết 88 ý kiến" is a part of: one received before it.

    Of several that is the one the share is right of, or else the last.
    """
    if not pattern("done").search(passage.text, max(0, part.start - 30), part.start):
        return None
    start, _ = passage.near(part.start)
    same = [
        figure
        for figure in passage.within(start, part.start)
        if counts_alike(figure.unit, part.unit)
        and not figure.is_change
        and passage.depth[figure.start] == passage.depth[part.start]
        and figure.mention.value >= part.mention.value
        and figure.mention.qualifier is None
    ]
    right = [whole for whole in same if _agreement(part, whole, share) is Agreement.ROUNDED]
    chosen = right or same
    return chosen[-1] if chosen else None


def _agreement(part: Figure, whole: Figure, share: Figure) -> Agreement:
    ratio = Ratio(Quantity(part.mention.value), Quantity(whole.mention.value))
    return ratio.agrees_with(share.quantity)


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
