"""The columns of a table of observations, in any engine: one figure a row.

=================  =========  =========================================================
column             type       what it says
=================  =========  =========================================================
``indicator``      text       the code of the indicator
``organization``   text       the code of the organization
``period_first``   date       the first day of the period the figure is for
``period_last``    date       its last day
``value``          decimal    the stated number in the base unit; empty where missing
``unit``           text       what it is counted in, without a scale
``written``        text       the figure as it was written: "trên 394 buổi"
``breakdown``      text       the part of the whole: "field=economy; form=collective"
``role``           text       actual, plan, target, forecast
``status``         text       provisional, final, revised
``scope``          text       whole, alone
``reported_on``    date       the day it was reported
``missing``        text       not_reported, not_applicable, not_due
``source``         text       the paper and the place in it
``row``            integer    its place among all; of two equal figures the later counts
=================  =========  =========================================================

The first five are needed.  A table without one of the others says of it what
:class:`~danvan.indicators.Observation` does: the whole, actual, final, not missing.

What a figure asserts and likely means stands in ten columns more, which
:func:`with_intervals` works out from the words: ``hard_low``, ``hard_high``,
``likely_low``, ``likely_high`` (an empty end lies at infinity), whether each end is
open (``hard_low_open`` ...), and ``averaged``.  A table without them and without
``written`` says that its numbers are exact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, cast

from danvan.errors import InvalidValueError
from danvan.indicators.observation import Role
from danvan.integrations.frames._narwhals import Expression, Frame, is_eager, nw

__all__ = [
    "COLUMNS",
    "ENDLESS",
    "ENDS",
    "FLAGS",
    "KEYS",
    "NEEDED",
    "NUMBERS",
    "breakdown_of",
    "breakdown_text",
    "number_type",
    "opened",
    "places_of",
    "told",
]

NEEDED: Final = ("indicator", "organization", "period_first", "period_last", "value")
COLUMNS: Final = (
    *NEEDED,
    *("unit", "written", "breakdown", "role", "status", "scope"),
    *("reported_on", "missing", "source", "row"),
)
ENDS: Final = ("hard_low", "hard_high", "likely_low", "likely_high")
NUMBERS: Final = ("value", *ENDS)
ENDLESS: Final = ("hard_high", "likely_high")
FLAGS: Final = (*(f"{end}_open" for end in ENDS), "averaged")
KEYS: Final = ("indicator", "breakdown", "organization", "scope")

_DATES: Final = ("period_first", "period_last", "reported_on")
_PLACES: Final = 6
_DIGITS: Final = 38


def opened(native: Any, *needed: str) -> Frame:
    """A user's frame with its columns looked at, dates and numbers in their types.

    Raises:
        InvalidValueError: no dataframe, or one without a column that is needed.
    """
    try:
        frame = cast("Frame", nw.from_native(native))
    except TypeError as error:
        want = "a dataframe narwhals accepts: pandas, Polars, PyArrow, DuckDB, Spark"
        raise InvalidValueError("frame", type(native).__name__, want) from error
    schema = frame.collect_schema()
    if absent := [one for one in needed or NEEDED if one not in schema]:
        raise InvalidValueError("columns of the frame", list(schema), f"{', '.join(absent)} too")
    cast_: dict[str, Any] = {name: nw.Date for name in _DATES if name in schema}
    number = number_type(places_of(frame))
    cast_ |= {name: number for name in NUMBERS if name in schema}
    cast_ |= {name: nw.Int64 for name in FLAGS if name in schema}
    # A narrow decimal stays narrow: sums of it are quicker, and as exact.
    wrong = {
        name: wanted
        for name, wanted in cast_.items()
        if schema[name] != wanted and not (wanted == number and _fits(schema[name], number))
    }
    casts = []
    for name, wanted in wrong.items():
        column = nw.col(name)
        if schema[name].is_float() and name in FLAGS:  # so pandas writes marks of which some lack
            column = column.fill_null(0)
        casts.append(column.cast(wanted))
    return frame.with_columns(*casts) if casts else frame


def _fits(dtype: Any, number: Any) -> bool:
    return isinstance(dtype, nw.Decimal) and dtype.scale == number.scale


def places_of(frame: Frame) -> int:
    """How many decimals the numbers of a frame have."""
    dtype = frame.collect_schema()["value"]
    if isinstance(dtype, nw.Decimal):
        return dtype.scale
    if dtype == nw.Object:  # a column of Python's own Decimals does not say
        return _PLACES
    if is_eager(frame) and frame.select(nw.col("value").count()).lazy().collect().item() == 0:
        return 0
    if dtype.is_integer():
        return 0
    want = "decimals or integers; a float has already lost its exact value"
    raise InvalidValueError("type of the column value", str(dtype), want)


def number_type(places: int, digits: int = _DIGITS) -> nw.Decimal:
    """The type of exact numbers with so many decimals."""
    return nw.Decimal(digits, places)


def told(
    frame: Frame,
    role: Role,
    *,
    first: date,
    last: date,
    stocks: Sequence[str] = (),
    oldest: date | None = None,
) -> Frame:
    """The rows of a role and of periods within some days.

    Of ``stocks`` those count instead that are of ``oldest`` or a later day, where it is said.
    """
    inside = (nw.col("period_first") >= first) & (nw.col("period_last") <= last)
    if stocks and oldest is not None:
        of_stock = nw.col("indicator").is_in(list(stocks))
        young = (nw.col("period_last") >= oldest) & (nw.col("period_last") <= last)
        inside = (of_stock & young) | (~of_stock & inside)
    if "role" in frame.collect_schema():
        inside &= as_text("role", Role.ACTUAL.value) == role.value
    return frame.filter(inside)


def as_text(column: str, default: str) -> Expression:
    """A column of words, with what an empty cell stands for."""
    return nw.col(column).cast(nw.String).fill_null(default)


def breakdown_text(pairs: Iterable[tuple[str, str]]) -> str:
    """A breakdown in one cell; what would part it is written %3B, %3D, %25."""
    return "; ".join(f"{_quoted(one)}={_quoted(other)}" for one, other in pairs)


def breakdown_of(cell: str) -> tuple[tuple[str, str], ...]:
    """The breakdown a cell says.

    Raises:
        InvalidValueError: it is not of the form "field=economy; form=collective".
    """
    pairs = []
    for part in filter(None, cell.split("; ")):
        dimension, equals, value = part.partition("=")
        if not equals or "=" in value:
            raise InvalidValueError("breakdown", cell, "field=economy; form=collective")
        pairs.append((_unquoted(dimension), _unquoted(value)))
    return tuple(pairs)


_SIGNS: Final = (("%", "%25"), (";", "%3B"), ("=", "%3D"))


def _quoted(word: str) -> str:
    for sign, code in _SIGNS:
        word = word.replace(sign, code)
    return word


def _unquoted(word: str) -> str:
    for sign, code in reversed(_SIGNS):
        word = word.replace(code, sign)
    return word
