"""What the words of the figures in a frame assert and mean, as columns.

The words are read by :class:`~danvan.quantities.Policy` and nowhere else: each
figure that occurs is read once and its interval joined to the rows that state it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, TypeVar, cast

from danvan.errors import InvalidValueError, ParseError
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.beside import Beside
from danvan.integrations.frames.layout import ENDS, FLAGS, NUMBERS, number_type, opened, places_of
from danvan.quantities import STANDARD, Policy, Quantity, Sense
from danvan.quantities.exact import last_place

__all__ = ["figure_columns", "places_needed", "with_intervals"]

F = TypeVar("F")

_DIGITS: Final = 38


def with_intervals(frame: F, *, policy: Policy = STANDARD) -> F:
    """The frame with what each figure asserts and likely means, from how it was written.

    The figures that occur are asked of the engine once, as it is called, lazy or not;
    where ``written`` is empty the number is exact.  A figure that cannot be read loses
    its value and counts as not reported: :func:`frame_to_observations` says which.

    Args:
        frame: observations with a column ``written``.
        policy: how the words of the figures are read.

    Raises:
        InvalidValueError: a column is missing, or a figure has too many digits.

    >>> import polars as pl
    >>> from datetime import date
    >>> frame = pl.DataFrame({
    ...     "indicator": "propaganda.sessions", "organization": ["tam_duong.youth"],
    ...     "period_first": date(2023, 1, 1), "period_last": date(2023, 9, 30),
    ...     "value": [394], "written": ["trên 394 buổi"]})
    >>> with_intervals(frame).select("hard_low", "hard_high", "likely_high").row(0)
    (Decimal('394'), None, Decimal('395'))
    """
    rows = opened(
        frame, "indicator", "organization", "period_first", "period_last", "value", "written"
    )
    rows = rows.drop(*ENDS, *FLAGS, strict=False)
    beside = Beside(rows)
    words = _distinct(rows)
    read = [_read(word) for word in words]
    places = max(places_of(rows), places_needed(filter(None, read), policy))
    columns, types = figure_columns(read, places, policy)
    of_words = beside.table({"written": words} | columns, {"written": nw.String} | types)
    of_words = of_words.rename({name: f"read_{name}" for name in columns})
    exact = nw.col("written").is_null()
    number = number_type(places)
    found = rows.with_columns(nw.col("value").cast(number)).join(of_words, on="written", how="left")

    def told(name: str) -> Expression:
        read = nw.col(f"read_{name}")
        if name in FLAGS:
            return read.fill_null(0).alias(name)
        return nw.when(exact).then(nw.col("value")).otherwise(read).alias(name)

    found = found.with_columns(told(name) for name in columns)
    return cast("F", found.drop(*(f"read_{name}" for name in columns)).to_native())


def _distinct(rows: Frame) -> list[str]:
    found = rows.filter(~nw.col("written").is_null()).select("written").unique()
    return cast("list[str]", found.lazy().collect().get_column("written").to_list())


def _read(word: str) -> Quantity | None:
    try:
        return Quantity.parse(word)
    except ParseError:
        return None


def places_needed(figures: Iterable[Quantity], policy: Policy) -> int:
    """How many decimals hold the figures and the ends of their intervals.

    Raises:
        InvalidValueError: one has so many digits that the engines cannot hold it.
    """
    places, digits = 0, 1
    for figure in figures:
        for number in _numbers(figure, policy):
            if number is not None:
                places = max(places, -last_place(number))
                digits = max(digits, number.adjusted() + 1)
    if places + digits + 6 > _DIGITS:
        want = f"at most {_DIGITS - 6} digits in all, as room is needed for sums"
        raise InvalidValueError("figures of a frame", f"{digits} and {places} decimals", want)
    return places


def _numbers(figure: Quantity, policy: Policy) -> tuple[Decimal | None, ...]:
    hard, likely = figure.hard(policy), figure.likely(policy)
    return figure.amount, hard.low, hard.high, likely.low, likely.high


def figure_columns(
    figures: Sequence[Quantity | None], places: int, policy: Policy
) -> tuple[dict[str, list[Any]], dict[str, Any]]:
    """The columns of some figures, and the types of these columns."""
    columns: dict[str, list[Any]] = {name: [] for name in (*NUMBERS, *FLAGS)}
    unit = Decimal(1).scaleb(-places)
    for figure in figures:
        if figure is None:
            for cells in columns.values():
                cells.append(None)
            continue
        for name, number in zip(NUMBERS, _numbers(figure, policy), strict=True):
            columns[name].append(None if number is None else number.quantize(unit))
        hard, likely = figure.hard(policy), figure.likely(policy)
        closed = (hard.low_closed, hard.high_closed, likely.low_closed, likely.high_closed)
        marks = [int(not one) for one in closed] + [int(figure.sense is Sense.MEAN)]
        for name, mark in zip(FLAGS, marks, strict=True):
            columns[name].append(mark)
    types: dict[str, Any] = dict.fromkeys(NUMBERS, number_type(places))
    return columns, types | dict.fromkeys(FLAGS, nw.Int64)
