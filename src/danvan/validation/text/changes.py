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
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import counts_alike
from danvan.vietnamese.numbers import format_number

__all__ = ["check_changes"]

_DIRECTION: Final = re.compile(r"(?P<way>tăng|giảm)\s+(?:thêm\s+)?$", re.IGNORECASE)
# behind the change: "so với năm 2022 (1.400 hộ)", with no more than a verb before the figure
_BASE: Final = re.compile(r"\s+so (?:với )?[^().;]{0,60}\([^().;0-9]{0,30}$", re.IGNORECASE)
_FROM: Final = re.compile(r"(?:từ|từ mức|đầu năm(?: [0-9]{4})?(?: là)?)\s+$", re.IGNORECASE)
_TO: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:xuống|lên|còn)(?: còn| thành)?|"
    r"(?:đến )?cuối năm(?: [0-9]{4})?(?: là| còn| lên)?)\s+$",
    re.IGNORECASE,
)


def check_changes(passage: Passage) -> Iterator[Finding]:
    """DV213: a change that is not the difference of the figures it stands between."""
    for at, change in enumerate(passage.figures):
        way = _DIRECTION.search(passage.text, max(0, change.start - 12), change.start)
        if way is None or change.mention.high is not None:
            continue
        ends = _around(passage, at, change) or _from_and_to(passage, at, change)
        if ends is not None:
            yield from _compare(*ends, change, -1 if way["way"].casefold() == "giảm" else 1)


def _around(passage: Passage, at: int, change: Figure) -> tuple[Figure, Figure] | None:
    """The figure of before in the brackets behind the change, and the one of now before it."""
    if at == 0 or at + 1 == len(passage.figures):
        return None
    start, _ = passage.sentence_at(change.start)
    now, before = passage.figures[at - 1], passage.figures[at + 1]
    if now.start < start or now.is_change or not counts_alike(now.unit, before.unit):
        return None
    return (before, now) if _BASE.fullmatch(passage.text, change.end, before.start) else None


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
