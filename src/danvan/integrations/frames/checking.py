"""Checks on tables of figures, in the user's engine: what is stated twice, what does not add up."""

from __future__ import annotations

from typing import Any, Final, TypeVar, cast

from danvan.catalogue import Catalogue
from danvan.indicators import BreakdownKind, Combination, Indicator, Role, indicators
from danvan.integrations.frames._narwhals import Expression, Frame, is_eager, nw
from danvan.integrations.frames.beside import Beside
from danvan.integrations.frames.comparing import difference
from danvan.integrations.frames.grouping import grouped, tops
from danvan.integrations.frames.layout import KEYS, as_text, number_type, opened, places_of
from danvan.integrations.frames.meaning import goes_over_time, is_one_of
from danvan.integrations.frames.summing import Sums, as_int, filled

__all__ = ["cumulative_falls", "partition_sums", "repeated"]

_PERIOD: Final = ("period_first", "period_last")
_PLACE: Final = ("indicator", "organization")

F = TypeVar("F")


def repeated(frame: F) -> F:
    """The things stated more than once for one time.

    Args:
        frame: observations in any engine.

    Returns:
        A frame of the same kind: the keys, the period, ``count``, ``least``, ``greatest``
        of the stated numbers, and ``conflict``: whether no number is in all of what they
        assert, so that one of them is wrong.

    Raises:
        InvalidValueError: no dataframe, or one without a needed column.
    """
    rows = _figures(frame)
    schema = rows.collect_schema()
    keys = [name for name in (*KEYS, "role", *_PERIOD) if name in schema]
    low, high = nw.col("hard_low"), nw.col("hard_high")
    found = (
        rows.with_columns(
            count=nw.lit(1),
            least=nw.col("value"),
            greatest=nw.col("value"),
            low=low,
            high=high,
            low_open=nw.when(nw.col("hard_low_open") == 1).then(low),
            high_open=nw.when(nw.col("hard_high_open") == 1).then(high),
        )
        .group_by(*keys)
        .agg(
            nw.col("count").sum(),
            *(nw.col(name).min() for name in ("least", "high", "high_open")),
            *(nw.col(name).max() for name in ("greatest", "low", "low_open")),
        )
        .filter(nw.col("count") > 1)
    )
    low, high = nw.col("low"), nw.col("high")
    marked = (nw.col("low_open") == low) | (nw.col("high_open") == high)
    conflict = (low > high) | ((low == high) & marked)
    found = found.select(
        *keys,
        nw.col("count").cast(nw.Int64),
        "least",
        "greatest",
        (as_int(conflict) == 1).alias("conflict"),
    )
    return cast("F", found.to_native())


def cumulative_falls(frame: F, *, catalogue: Catalogue[Indicator] | None = None) -> F:
    """Running totals that are smaller than an earlier one from the same day.

    What was held in nine months cannot be less than in the six before them.

    Args:
        frame: observations in any engine, each thing stated once for a time.
        catalogue: the indicators, of which those that add up over time are looked at.

    Returns:
        A frame of the same kind: the keys, the period, ``value``, ``earlier`` (the total of
        the next shorter period), ``difference``, and ``sure``: whether the words of the two
        leave no way out.

    Raises:
        InvalidValueError: no dataframe, or one without a needed column.
    """
    known = indicators() if catalogue is None else catalogue
    rows = _figures(frame).filter(is_one_of(goes_over_time(known, Combination.SUM)))
    schema = rows.collect_schema()
    if "role" in schema:
        rows = rows.filter(as_text("role", Role.ACTUAL.value) == Role.ACTUAL.value)
    keys = [name for name in (*KEYS, "period_first") if name in schema]
    before = ("value", "hard_low", "hard_low_open")
    rows = _with_previous(rows, keys, before)
    number = number_type(places_of(rows))
    certain = (nw.col("hard_high") < nw.col("before_hard_low")) | (
        (nw.col("hard_high") == nw.col("before_hard_low"))
        & ((nw.col("hard_high_open") == 1) | (nw.col("before_hard_low_open") == 1))
    )
    found = rows.filter(nw.col("value") < nw.col("before_value")).select(
        *keys,
        "period_last",
        "value",
        nw.col("before_value").alias("earlier"),
        difference("value", "before_value", number).alias("difference"),
        (as_int(certain) == 1).alias("sure"),
    )
    return cast("F", found.to_native())


def _with_previous(rows: Frame, keys: list[str], columns: tuple[str, ...]) -> Frame:
    """The rows with some columns of the row before, of the same keys, in the order of time."""
    if not is_eager(rows):
        return rows.with_columns(
            nw.col(name).shift(1).over(*keys, order_by="period_last").alias(f"before_{name}")
            for name in columns
        )
    rows = rows.sort(*keys, "period_last")
    rows = rows.with_columns(
        nw.col(name).shift(1).alias(f"before_{name}") for name in (*keys, *columns)
    )
    same: Expression = nw.lit(value=True)
    for key in keys:
        same &= nw.col(key) == nw.col(f"before_{key}")
    return rows.filter(same)


def partition_sums(totals: F, *, catalogue: Catalogue[Indicator] | None = None) -> F:
    """Totals beside their own breakdowns: the right check follows from the type of these.

    Args:
        totals: what :func:`roll_up` gave.
        catalogue: the indicators, with their breakdowns.

    Returns:
        A frame of the same kind: ``indicator``, ``organization``, ``dimension``, ``total``,
        ``parts`` (their sum; of overlapping ones the greatest), ``difference`` and
        ``holds``: whether all of them can be right by what their words assert.

    Raises:
        InvalidValueError: no dataframe, or no result of a roll-up.
    """
    known = indicators() if catalogue is None else catalogue
    rows = opened(totals, *_PLACE, "breakdown", "value", "hard_low", "hard_high")
    beside, number = Beside(rows), number_type(places_of(rows))
    rows = rows.filter(~nw.col("value").is_null())
    own = ("value", "hard_low", "hard_high", "hard_low_open", "hard_high_open")
    whole = {name: f"whole_{name}" for name in own}
    wholes = rows.filter(nw.col("breakdown") == "").select(*_PLACE, *own).rename(whole)
    parts = _of_one_dimension(rows, known).join(
        _dimensions(beside, known), on=["indicator", "dimension"], how="inner"
    )
    parts = parts.join(wholes, on=list(_PLACE), how="inner")
    exceeds = (nw.col("hard_low") > nw.col("whole_hard_high")) | (
        (nw.col("hard_low") == nw.col("whole_hard_high"))
        & ((nw.col("hard_low_open") == 1) | (nw.col("whole_hard_high_open") == 1))
    )
    sums = Sums(("value", "hard_low", "hard_high"), ("hard_high",), own[3:])
    keys = (*_PLACE, "dimension", "kind", "known", *whole.values())
    parts = parts.with_columns(
        *sums.laid_out("sum", None), greatest=nw.col("value"), exceeds=as_int(exceeds)
    )
    found = grouped(parts, keys, [*sums.added("sum"), *tops("greatest", "exceeds")])
    return cast("F", _held(found, sums, number).to_native())


def _held(found: Frame, sums: Sums, number: Any) -> Frame:
    low, high = sums.one("hard_low", "sum"), sums.one("hard_high", "sum")
    top, bottom = nw.col("whole_hard_high"), nw.col("whole_hard_low")
    low_open = (nw.col("sum_hard_low_open") == 1) | (nw.col("whole_hard_high_open") == 1)
    high_open = (nw.col("sum_hard_high_open") == 1) | (nw.col("whole_hard_low_open") == 1)
    over = as_int((low > top) | ((low == top) & low_open))
    under = as_int((high < bottom) | ((high == bottom) & high_open))
    overlapping = nw.col("kind") == BreakdownKind.OVERLAPPING.value
    exhaustive = (nw.col("kind") == BreakdownKind.PARTITION.value) & (
        (nw.col("known") > 0) & (nw.col("sum_count") >= nw.col("known"))
    )
    broken = nw.when(overlapping).then(nw.col("exceeds"))
    broken = broken.when(exhaustive & (under == 1)).then(nw.lit(1))
    together = nw.when(overlapping).then(nw.col("greatest")).otherwise(sums.one("value", "sum"))
    found = found.with_columns(broken=broken.otherwise(over), parts=together.cast(number))
    return found.select(
        *_PLACE,
        "dimension",
        nw.col("whole_value").alias("total"),
        "parts",
        difference("parts", "whole_value", number).alias("difference"),
        (nw.col("broken") == 0).alias("holds"),
    )


def _figures(frame: Any) -> Frame:
    """The rows with a figure, with what each asserts."""
    rows = opened(frame)
    schema = rows.collect_schema()
    keys = {"breakdown": "", "scope": "whole", "role": Role.ACTUAL.value}
    rows = rows.filter(~nw.col("value").is_null())
    told = [as_text(key, default).alias(key) for key, default in keys.items() if key in schema]
    rows = rows.with_columns(*told) if told else rows
    return filled(rows, Sums.of(list(schema)))


def _of_one_dimension(rows: Frame, catalogue: Catalogue[Indicator]) -> Frame:
    names = sorted({part.dimension for one in catalogue for part in one.breakdowns})
    dimension = nw.lit(None, dtype=nw.String)
    for name in names:
        starts = nw.col("breakdown").str.starts_with(f"{name}=")
        dimension = nw.when(starts).then(nw.lit(name)).otherwise(dimension)
    single = ~nw.col("breakdown").str.contains("; ", literal=True)
    return rows.filter(single).with_columns(dimension=dimension)


def _dimensions(beside: Beside, catalogue: Catalogue[Indicator]) -> Frame:
    parts = [(one.code, part) for one in catalogue for part in one.breakdowns]
    columns: dict[str, list[Any]] = {
        "indicator": [code for code, _ in parts],
        "dimension": [part.dimension for _, part in parts],
        "kind": [part.kind.value for _, part in parts],
        "known": [len(part.values) for _, part in parts],
    }
    types = dict.fromkeys(("indicator", "dimension", "kind"), nw.String) | {"known": nw.Int64}
    return beside.table(columns, types)
