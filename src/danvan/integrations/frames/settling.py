"""One figure for each thing and time, of those that were stated twice or overlap.

Of several for one time the most settled counts, then the latest reported, then the
most exact, then the last given; of periods that overlap the longest do.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Final, cast

from danvan.errors import InvalidValueError
from danvan.indicators import Status
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.grouping import with_tops
from danvan.integrations.frames.layout import as_text, number_type, places_of
from danvan.integrations.frames.summing import as_int
from danvan.periods import Period

__all__ = ["settle"]

_PERIOD: Final = ("period_first", "period_last")
_BEFORE_ALL: Final = date(1000, 1, 1)
_MOST: Final = 240
_ORDER: Final = ("settled_as", "settled_on", "settled_bounded", "settled_width", "row")


def settle(frame: Frame, keys: Sequence[str], period: Period, latest: Sequence[str]) -> Frame:
    """The rows that count.

    The periods that occur are asked of the engine once, as it is called, lazy or not.

    Args:
        frame: figures of periods within one.
        keys: the columns that say what is stated and of whom.
        period: that one; a figure for the whole of it stands beside all others.
        latest: the codes of indicators of which the latest figure counts, and not the sum.

    Raises:
        InvalidValueError: more periods overlap each other than can be told apart.
    """
    kept = _one_a_time(frame, keys)
    ranks = _levels(_periods(frame, period))
    if ranks and latest:  # stocks need not lie side by side, and are seldom asked about
        adding = frame.filter(~nw.col("indicator").is_in(list(latest)))
        ranks = _levels(_periods(adding, period))
    _no_more_than_can_be_told_apart(ranks)
    return _side_by_side(kept, keys, ranks, latest) if ranks else kept


def _one_a_time(frame: Frame, keys: Sequence[str]) -> Frame:
    schema = frame.collect_schema()
    ranks: dict[str, Expression] = {}
    if "status" in schema:
        rank = nw.lit(0)
        for number, status in enumerate(Status):
            told = as_text("status", Status.FINAL.value) == status.value
            rank = nw.when(told).then(nw.lit(number)).otherwise(rank)
        ranks["settled_as"] = rank
    if "reported_on" in schema:
        ranks["settled_on"] = nw.col("reported_on").fill_null(_BEFORE_ALL)
    if "hard_low" in schema:
        room = number_type(places_of(frame), 37)
        width = nw.col("hard_low").cast(room) - nw.col("hard_high").cast(room)
        ranks["settled_bounded"] = as_int(~nw.col("hard_high").is_null())
        ranks["settled_width"] = width
    order = [name for name in _ORDER if name in ranks or name in schema]
    if not order:  # nothing tells them apart but their numbers, so no rows need be sorted
        return frame.group_by(*keys, *_PERIOD).agg(nw.col("value").max())
    ranked = frame.with_columns(**ranks) if ranks else frame
    kept = ranked.unique([*keys, *_PERIOD], keep="last", order_by=order)
    return kept.select(*schema)


def _side_by_side(
    frame: Frame, keys: Sequence[str], ranks: dict[Period, int], latest: Sequence[str]
) -> Frame:
    schema = frame.collect_schema()
    periods = list(ranks)
    columns = {one: f"stated_{n}" for n, one in enumerate(periods)}
    frame = frame.with_columns(as_int(_is(one)).alias(name) for one, name in columns.items())
    frame = with_tops(frame, keys, *columns.values())
    for level in range(1, max(ranks.values()) + 1):
        frame = frame.with_columns(
            as_int(reduce(and_, _stands(one, periods, columns))).alias(columns[one])
            for one in periods
            if ranks[one] == level
        )
    shut_out = reduce(or_, (_is(one) & (nw.col(columns[one]) == 0) for one in periods))
    keep = ~shut_out
    if latest:
        keep |= nw.col("indicator").is_in(list(latest))
    return frame.filter(keep).select(*schema)


def _periods(frame: Frame, whole: Period) -> list[Period]:
    """The periods that occur beside the whole."""
    rows = frame.select(*_PERIOD).unique().lazy().collect().rows()
    found = (Period(first, last) for first, last in cast("list[tuple[date, date]]", rows))
    return [one for one in found if one != whole]


def _levels(periods: Sequence[Period]) -> dict[Period, int]:
    """The periods that overlap others, the longest first, each with how many steps it waits.

    Level 0 waits for none; the others for those of lower levels that come before them.
    """
    longest = sorted(periods, key=lambda one: (-one.days, one))
    levels: dict[Period, int] = {}
    clashing: set[Period] = set()
    for one in longest:
        before = [other for other in levels if other.overlaps(one)]
        levels[one] = max((levels[other] + 1 for other in before), default=0)
        if before:
            clashing.update((one, *before))
    return {one: level for one, level in levels.items() if one in clashing}


def _no_more_than_can_be_told_apart(clashing: Collection[Period]) -> None:
    if len(clashing) > _MOST:
        want = f"at most {_MOST} that overlap; sort the figures out by cadence first"
        raise InvalidValueError("periods of the frame", len(clashing), want)


def _is(period: Period) -> Expression:
    return (nw.col("period_first") == period.first) & (nw.col("period_last") == period.last)


def _stands(one: Period, periods: Sequence[Period], columns: dict[Period, str]) -> list[Expression]:
    """It was stated, and none before it that stands overlaps it."""
    before = periods[: periods.index(one)]
    return [
        nw.col(columns[one]) == 1,
        *(nw.col(columns[other]) == 0 for other in before if other.overlaps(one)),
    ]
