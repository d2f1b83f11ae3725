"""What each organization says for the whole period, from all it reported in it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from danvan.catalogue import Catalogue
from danvan.indicators import Combination, Indicator, Missing, Scope
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.beside import Beside, joined
from danvan.integrations.frames.days import days
from danvan.integrations.frames.grouping import grouped, totals
from danvan.integrations.frames.layout import FLAGS, as_text, number_type, places_of
from danvan.integrations.frames.meaning import (
    AVERAGED,
    LATEST,
    NEVER,
    OVER_TIME,
    OVERLAPPING,
    SUMS,
    goes_over_time,
    meanings,
)
from danvan.integrations.frames.settling import settle
from danvan.integrations.frames.shape import Shape
from danvan.integrations.frames.summing import as_int
from danvan.periods import Period

__all__ = ["own_figures"]

_EXCUSES: Final = [Missing.NOT_APPLICABLE.value, Missing.NOT_DUE.value]
_CODES: Final = ("indicator", "organization")
_DEFAULTS: Final = {"breakdown": "", "scope": Scope.WHOLE.value}
_EMPTY: Final = dict.fromkeys(("refused", "partial", *FLAGS), 0) | {"excused": 1}


def own_figures(
    frame: Frame,
    beside: Beside,
    catalogue: Catalogue[Indicator],
    period: Period,
    shape: Shape,
    *,
    oldest: date | None,
    settled: bool,
) -> Frame:
    """One row for each thing an organization reported, with its figure for the period.

    Where the frame is said to be settled, nothing is stated twice in it for one time and
    no two periods overlap but for parts and the whole; if their days show that they do, the
    figure is refused.  A stock may be of ``oldest`` or any later day, where that is said.

    The row has the number of the indicator (``thing``), the other keys, the columns of the
    figure, and ``refused`` (the number of the reason why it does not stand, or 0),
    ``partial`` (whether it does not take in the whole period), ``excused``.
    """
    keys, sums = shape.keys, shape.sums
    if told := [as_text(key, _DEFAULTS[key]).alias(key) for key in keys if key in _DEFAULTS]:
        frame = frame.with_columns(*told)
    number = number_type(places_of(frame))
    whole = (nw.col("period_first") == period.first) & (nw.col("period_last") == period.last)
    figures = frame.filter(~nw.col("value").is_null())
    stocks = goes_over_time(catalogue, Combination.LAST)
    if not settled:
        figures = settle(figures, keys, period, stocks)
    laid_out = figures.with_columns(
        *sums.laid_out("whole", whole), *sums.laid_out("all", None), days=days(frame, period)
    )
    taken = [*sums.single("whole"), *sums.added("all"), *totals("days")]
    if not sums.flags:  # nobody asks how many they are
        taken.remove(("all_count", "count", "all_value"))
    held = {}
    if stocks:
        taken.append(("latest_day", "max", "period_last"))
        held = {f"latest_{one}": f"all_{one}" for one in sums.columns}
        held |= {f"latest_{one}": one for one in sums.numbers}
    order = ("period_last",) if settled and oldest is None else ("period_last", "period_first")
    found = grouped(laid_out, keys, taken, held, order)
    found = _numbered(found, beside, catalogue)
    found = _chosen(found, period, shape, number, stocks=bool(stocks), aging=oldest is None)
    if shape.excuses:
        excused = _excused(_numbered(frame, beside, catalogue), found, shape)
        found = nw.concat([found, excused], how="vertical")
    return found


def _numbered(frame: Frame, beside: Beside, catalogue: Catalogue[Indicator]) -> Frame:
    """The rows of known indicators, with the number of each and how it goes over time."""
    codes = frame.with_columns(nw.col(key).cast(nw.String) for key in _CODES)
    return joined(codes, meanings(beside, catalogue), "indicator")


def _chosen(
    frame: Frame, period: Period, shape: Shape, number: Any, *, stocks: bool, aging: bool
) -> Frame:
    """The figure as stated for the whole period, else from its parts as its kind allows.

    Where stocks are ``aging``, one of before the end of the period is but a part of it.
    """
    sums, over_time = shape.sums, nw.col("over_time")
    frame = frame.with_columns(stated=~nw.col("whole_value").is_null())
    parted = ~nw.col("stated")
    frame = frame.with_columns(
        adds=parted & (over_time == SUMS), last=parted & (over_time == LATEST)
    )
    stated, adds, last = nw.col("stated"), nw.col("adds"), nw.col("last")
    refused = nw.when(adds & (nw.col("days") > period.days)).then(nw.lit(OVERLAPPING))
    if sums.flags:
        means = adds & (nw.col("all_averaged") > 0) & (nw.col("all_count") > 1)
        refused = refused.when(means).then(nw.lit(AVERAGED))
    refused = refused.when(~stated & (over_time == NEVER)).then(nw.lit(OVER_TIME))
    partial = adds & (nw.col("days") < period.days)
    if stocks and aging:
        partial |= last & (nw.col("latest_day") < period.last)

    def column(name: str) -> Expression:
        def wide(one: Expression) -> Expression:
            return one.cast(number) if name in sums.numbers else one

        chosen = nw.when(stated).then(wide(sums.one(name, "whole")))
        if stocks:
            chosen = chosen.when(last).then(wide(nw.col(f"latest_{name}")))
        return chosen.when(adds).then(sums.one(name, "all")).alias(name)

    return frame.select(
        *_keys(shape),
        *(column(name) for name in sums.columns),
        refused=refused.otherwise(nw.lit(0)).cast(nw.Int64),
        partial=as_int(partial).cast(nw.Int64),
        excused=nw.lit(0, dtype=nw.Int64),
    )


def _keys(shape: Shape) -> list[str]:
    return ["thing", *(key for key in shape.keys if key != "indicator")]


def _excused(frame: Frame, like: Frame, shape: Shape) -> Frame:
    """A row for each thing of which an organization says that it need not report it."""
    schema = like.collect_schema()
    told = frame.filter(as_text("missing", "").is_in(_EXCUSES))
    keys = [key for key in _keys(shape) if key != "scope"]
    empty = _EMPTY | {"scope": Scope.WHOLE.value}
    return (
        told.select(*keys)
        .unique()
        .select(
            nw.col(name) if name in keys else nw.lit(empty.get(name), dtype=dtype).alias(name)
            for name, dtype in schema.items()
        )
    )
