"""Rolling figures up the tree inside the user's own engine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final, TypeVar, cast

from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.indicators import Combination, Indicator, Role, indicators
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.beside import Beside, joined
from danvan.integrations.frames.climbing import climbed, on_the_way
from danvan.integrations.frames.layout import (
    FLAGS,
    NUMBERS,
    number_type,
    opened,
    places_of,
    told,
)
from danvan.integrations.frames.meaning import (
    goes_over_organizations,
    goes_over_time,
    is_thing,
    refusals,
)
from danvan.integrations.frames.over_time import own_figures
from danvan.integrations.frames.ratios import ratios
from danvan.integrations.frames.shape import Shape
from danvan.integrations.frames.summing import Sums
from danvan.integrations.frames.ways import ways
from danvan.organizations import Level, Organization, Organizations
from danvan.periods import Period

__all__ = ["roll_up"]

_PLACES: Final = 6
_COUNTS: Final = ("expected", "reported", "missing", "incomplete")
_OPEN: Final = tuple(name for name in FLAGS if name != "averaged")
_TOLD: Final = (*NUMBERS, *_OPEN, "stated", "computed")

F = TypeVar("F")


def roll_up(
    frame: F,
    organizations: Organizations,
    *,
    to: str | Level | Iterable[str | Level],
    period: Period,
    expected: Iterable[str | Organization] | None = None,
    role: Role = Role.ACTUAL,
    catalogue: Catalogue[Indicator] | None = None,
    stock_age: timedelta | None = None,
    settled: bool = False,
) -> F:
    """Put the figures of a period together, inside the engine they lie in.

    The semantics are those of :func:`danvan.roll_up`: of what was stated and of its parts
    the stated counts, flows add up, of stocks the latest counts, ratios are made of the
    sums of both sides, of those who reported both, missing is not zero.  What cannot be put
    together is a row without a value that says why in ``refused``, so that one mean does
    not stop a nation.

    Three things differ: a code stands for its bearer on the last day of the period;
    means and extremes over organizations are refused, with the weight they want; and the
    ends of a ratio's interval are rounded outward to six decimals.

    Args:
        frame: observations in any engine, eager or lazy; see the head of ``layout``.
        organizations: the tree.
        to: a level, an organization, or several.
        period: the period told; figures of periods within it are put together.
        expected: who was to report; without it the peers of those who did.
        role: which figures to take.
        catalogue: the indicators; those danvan ships if none are given.  Rows of others,
            and of organizations the tree does not hold, stand in no figure.
        stock_age: how old a stock may be on the last day of the period, also where it is
            from before the period; an older one does not count.  Without it a stock must
            be of a part of the period, and is incomplete if that is not its end.
        settled: that each thing is stated once for a time and no two periods overlap but
            those within the whole.  Without it that is seen to first, by a grouping of all
            rows (and a sort, where they say more than a number) and a query for the periods
            that occur; with it, figures whose days show that they overlap are refused.

    Returns:
        A frame of the same kind, lazy if it was: ``indicator``, ``breakdown``,
        ``organization``, the period, ``value`` (the sum of the stated numbers; of ranges,
        of their low ends), ``hard_low``, ``hard_high``, ``likely_low``, ``likely_high``
        (an empty end lies at infinity) and whether each is open, ``expected``,
        ``reported``, ``missing``, ``incomplete`` (who reported for a part of the period
        only), ``stated`` (whether the place stated it itself), ``computed`` (what its
        parts come to beside that) and ``refused``.

    Raises:
        UnknownCodeError: a level or a code the tree does not hold.
        InvalidValueError: no dataframe, a column that is missing or of binary floats,
            words without their intervals, or more periods that overlap than can be told
            apart.
    """
    known = indicators() if catalogue is None else catalogue
    rows = opened(frame)
    beside = Beside(rows)
    schema = rows.collect_schema()
    shape = Shape.of(schema)
    if "written" in schema and not shape.sums.endless:
        raise InvalidValueError("columns of the frame", list(schema), "with_intervals(frame) first")
    number = number_type(max(places_of(rows), _PLACES))
    paths = ways(organizations, period, to, expected)
    oldest = None if stock_age is None else period.last - stock_age
    stocks = goes_over_time(known, Combination.LAST)
    rows = told(rows, role, first=period.first, last=period.last, stocks=stocks, oldest=oldest)
    own = own_figures(rows, beside, known, period, shape, oldest=oldest, settled=settled)
    steps = on_the_way(own, beside, paths, shape)
    of_sums = goes_over_organizations(known, Combination.RATIO_OF_SUMS)
    plain = steps.filter(~is_thing(of_sums)) if of_sums else steps
    found = climbed(plain, beside, paths, shape, known)
    columns = _columns(shape.sums, number)
    if of_sums:
        missing = found.select(*shape.thing, "missing")
        made = ratios(steps, beside, paths, shape, known, missing=missing, number=number)
        thing = ("thing", "place", *shape.broken_down, *_COUNTS, "refused")
        found = nw.concat(
            [found.select(*thing, *columns), made.select(*thing, *_columns(Sums.all(), number))],
            how="vertical",
        )
        columns = [nw.col(name) for name in _TOLD]
    return cast("F", _in_words(found, columns, beside, known, period, shape).to_native())


def _columns(sums: Sums, number: Any) -> list[Expression]:
    """The columns of the figure in their types."""
    return [
        *(
            nw.col(name if name in sums.numbers else "value").cast(number).alias(name)
            for name in NUMBERS
        ),
        *(
            (nw.col(name) == 1 if name in sums.flags else nw.lit(value=False)).alias(name)
            for name in _OPEN
        ),
        nw.col("stated"),
        nw.col("computed").cast(number),
    ]


def _in_words(
    found: Frame,
    columns: list[Expression],
    beside: Beside,
    catalogue: Catalogue[Indicator],
    period: Period,
    shape: Shape,
) -> Frame:
    """The result, names and reasons for a refusal in words."""
    told = len(NUMBERS) + len(_OPEN)
    found = joined(found, refusals(beside, catalogue), "thing", "refused")
    return found.select(
        "indicator",
        nw.col("breakdown") if shape.broken_down else nw.lit("").alias("breakdown"),
        nw.col("place").alias("organization"),
        nw.lit(period.first).alias("period_first"),
        nw.lit(period.last).alias("period_last"),
        *columns[:told],
        *_COUNTS,
        *columns[told:],
        nw.col("words").alias("refused"),
    )
