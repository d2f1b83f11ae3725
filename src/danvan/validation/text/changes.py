"""What rose or fell, against the figures before and after it (DV213).

"Toàn huyện còn 1.260 hộ nghèo, giảm 140 hộ so với năm 2022 (1.400 hộ)" and
"giảm từ 1.400 hộ xuống 1.260 hộ, giảm 140 hộ" each give three figures of which
two give the third.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import attrs

from danvan.findings import Finding, rules
from danvan.quantities import Ratio
from danvan.validation.text.items import clause_start
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import counts_alike
from danvan.vietnamese.numbers import format_number

__all__ = ["check_changes"]

_DIRECTION: Final = re.compile(r"(?P<way>tăng|giảm)\s+(?:thêm\s+)?$", re.IGNORECASE)
# behind the change: "so với năm 2022 (1.400 hộ)", with no more than a verb before the figure
_BASE: Final = re.compile(r"\s+so (?:với )?[^().;]{0,60}\([^().;0-9]{0,30}$", re.IGNORECASE)
_TIMES: Final = re.compile(r"(?P<rose>tăng\s)?gấp\s$", re.IGNORECASE)
_TIMES_BASE: Final = re.compile(
    r"\s+(?:so |của |năm |quý |tháng |cùng kỳ)[^().;]{0,60}\([^().;0-9]{0,30}$", re.IGNORECASE
)
_ABOUT: Final = re.compile(r"(?:hơn|gần|trên|khoảng)\s(?:tăng\s)?gấp\s$", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:từ|từ mức|đầu năm(?: [0-9]{4})?(?: là)?)\s+$", re.IGNORECASE)
_TO: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:xuống|lên|còn)(?: còn| thành)?|"
    r"(?:đến )?cuối năm(?: [0-9]{4})?(?: là| còn| lên)?)\s+$",
    re.IGNORECASE,
)


def check_changes(passage: Passage) -> Iterator[Finding]:
    """DV213: a change that is not the difference, or the quotient, of the figures beside it."""
    for at, change in enumerate(passage.figures):
        if change.mention.high is not None:
            continue
        if change.unit == "lần":
            yield from _times(passage, at, change)
            continue
        way = _DIRECTION.search(passage.text, max(0, change.start - 12), change.start)
        if way is None:
            continue
        ends = _around(passage, at, _BASE) or _from_and_to(passage, at, change)
        if ends is not None:
            yield from _compare(*ends, change, -1 if way["way"].casefold() == "giảm" else 1)


def _times(passage: Passage, at: int, change: Figure) -> Iterator[Finding]:
    """A figure that is so many times another: "1.245 cuộc, gấp 1,8 lần năm 2024 (692 cuộc)"."""
    ahead = passage.text[max(0, change.start - 20) : change.start]
    way, ends = _TIMES.search(ahead), _around(passage, at, _TIMES_BASE)
    if way is None or ends is None or _ABOUT.search(ahead):
        return
    before, now = ends
    if any(f.mention.qualifier for f in (*ends, change)) or before.quantity.amount <= 0:
        return
    stated = change.mention.value
    unit = Decimal(1).scaleb(min(0, int(stated.as_tuple().exponent)))
    ratio = now.quantity.amount / before.quantity.amount
    # "tăng gấp 2 lần" is said of twice as many, and of twice as many more
    meant = [ratio, ratio - 1] if way["rose"] else [ratio]
    # rounded or cut off
    if not any(stated - unit / 2 <= times < stated + unit for times in meant):
        yield _finding(before, now, change, ratio.quantize(unit))


def _around(passage: Passage, at: int, base: re.Pattern[str]) -> tuple[Figure, Figure] | None:
    """The figure of before in the brackets behind the change, and the one of now before it.

    That of now is the last of its kind in the clause, or the last of the sentence:
    "49 buổi với 3.870 lượt người, tăng 14 buổi so với cùng kỳ (35 buổi)".
    """
    if at == 0 or at + 1 == len(passage.figures):
        return None
    change, before = passage.figures[at], passage.figures[at + 1]
    if not base.fullmatch(passage.text, change.end, before.start):
        return None
    sentence, _ = passage.near(change.start)
    alike = [
        figure
        for figure in passage.within(sentence, change.start)
        if counts_alike(figure.unit, before.unit)
        and passage.depth[figure.start] <= passage.depth[change.start]
    ][-1:]
    is_near = alike == [passage.figures[at - 1]] or (
        bool(alike) and alike[0].start >= clause_start(passage, change.start)
    )
    return (before, alike[0]) if is_near and not alike[0].is_change else None


def _from_and_to(passage: Passage, at: int, change: Figure) -> tuple[Figure, Figure] | None:
    """The two figures of "từ ... xuống còn ..." before the change."""
    if at < 2:
        return None
    before, now = passage.figures[at - 2 : at]
    start, _ = passage.sentence_at(change.start)
    if before.start < start or ";" in passage.text[now.end : change.start]:
        return None
    begins = _FROM.search(passage.text, max(0, before.start - 24), before.start)
    leads = _TO.fullmatch(passage.text, before.end, now.start)
    if not (begins and leads and counts_alike(before.unit, now.unit)):
        return None
    # here "từ" is where the change began, and not "from ... upwards"
    return attrs.evolve(before, mention=attrs.evolve(before.mention, qualifier=None)), now


def _compare(before: Figure, now: Figure, change: Figure, sign: int) -> Iterator[Finding]:
    moved = (now.quantity.amount - before.quantity.amount) * sign
    if counts_alike(change.unit, now.unit):
        known = (now.quantity.hard() - before.quantity.hard()) * sign
        if known.intersects(change.quantity.hard()) or _is_share(before, moved, change):
            return
        yield _finding(before, now, change, moved / change.quantity.scale)
    elif change.unit == "%" and before.quantity.amount and not _is_share(before, moved, change):
        places = max(0, -int(change.mention.value.as_tuple().exponent))
        share = 100 * moved / before.quantity.amount
        yield _finding(before, now, change, round(share, places))


def _is_share(before: Figure, moved: Decimal, change: Figure) -> bool:
    """Whether a change in % is a share of the figure before; with qualifiers none can tell."""
    if change.unit != "%" or any(f.mention.qualifier for f in (before, change)):
        return change.unit == "%"
    if moved < 0 or not before.quantity.amount:
        return False
    return bool(Ratio(moved, before.quantity.amount).agrees_with(change.quantity))


def _finding(before: Figure, now: Figure, change: Figure, computed: Decimal) -> Finding:
    stated = change.mention.value
    return rules()["DV213"].at(
        change.span,
        now.span,
        before.span,
        before=before.quantity,
        now=now.quantity,
        stated=change.quantity,
        computed=format_number(computed),
        difference=computed - stated,
    )
