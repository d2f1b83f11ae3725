"""Figures of a period held against those of another, place by place, in the user's engine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final, TypeVar, cast

from danvan.catalogue import Catalogue
from danvan.indicators import Change, Indicator, Role
from danvan.integrations.frames._narwhals import Expression, nw
from danvan.integrations.frames.layout import number_type, opened, places_of
from danvan.integrations.frames.rolling_up import roll_up
from danvan.organizations import Level, Organizations
from danvan.periods import Period

__all__ = ["above", "compare", "difference"]

_KEYS: Final = ("indicator", "breakdown", "organization")
_TOLD: Final = ("value", "hard_low", "hard_high", "hard_low_open", "hard_high_open")

F = TypeVar("F")


def compare(
    frame: F,
    organizations: Organizations,
    *,
    to: str | Level | Iterable[str | Level],
    period: Period,
    base: Period | None = None,
    role: Role = Role.ACTUAL,
    catalogue: Catalogue[Indicator] | None = None,
    stock_age: timedelta | None = None,
    settled: bool = False,
) -> F:
    """Roll up two periods and say what rose and what fell.

    Args:
        frame: observations of both periods, in any engine.
        organizations: the tree; each period is rolled up as it stood in it.
        to: a level, an organization, or several.
        period: the period told.
        base: what it is held against; the same period of the year before if not said.
        role: which figures to take.
        catalogue: the indicators; those danvan ships if none are given.
        stock_age: see :func:`roll_up`.
        settled: see :func:`roll_up`.

    Returns:
        A frame of the same kind: ``indicator``, ``breakdown``, ``organization``, ``value``,
        ``earlier``, ``difference`` (their stated numbers) and ``change``: "tăng", "giảm",
        "không đổi", or nothing where the words of the figures leave it open or one of the
        two is missing, which is no zero.

    Raises:
        UnknownCodeError: a code the tree does not hold.
        InvalidValueError: no dataframe, or one without a needed column.
    """
    before = period.same_period_last_year() if base is None else base
    now, earlier = (
        opened(
            roll_up(
                frame, organizations, to=to, period=one, role=role,
                catalogue=catalogue, stock_age=stock_age, settled=settled,
            ),
            *_KEYS,
        ).select(*_KEYS, *_TOLD)
        for one in (period, before)
    )  # fmt: skip
    then = {name: f"then_{name}" for name in (*_KEYS, *_TOLD)}
    pairs = now.join(
        earlier.rename(then), left_on=list(_KEYS), right_on=[then[key] for key in _KEYS], how="full"
    )
    rose, fell = above("", "then_"), above("then_", "")
    same = (nw.col("hard_low") == nw.col("hard_high")) & (
        (nw.col("then_hard_low") == nw.col("hard_low"))
        & (nw.col("then_hard_high") == nw.col("hard_high"))
    )
    change = nw.when(same).then(nw.lit(Change.NONE.value))
    change = change.when(rose).then(nw.lit(Change.RISE.value))
    change = change.when(fell).then(nw.lit(Change.FALL.value))
    number = number_type(places_of(now))
    found = pairs.select(
        *(nw.coalesce(nw.col(key), nw.col(then[key])).alias(key) for key in _KEYS),
        "value",
        nw.col("then_value").alias("earlier"),
        difference("value", "then_value", number).alias("difference"),
        change.otherwise(nw.lit(None, dtype=nw.String)).alias("change"),
    )
    return cast("F", found.to_native())


def above(one: str, other: str) -> Expression:
    """Whether what one figure asserts lies wholly above what another does."""
    low, high = nw.col(f"{one}hard_low"), nw.col(f"{other}hard_high")
    apart = (nw.col(f"{one}hard_low_open") == 1) | (nw.col(f"{other}hard_high_open") == 1)
    return (low > high) | ((low == high) & apart)


def difference(more: str, less: str, number: Any) -> Expression:
    """The difference of two columns of numbers, with room for a digit more."""
    room = nw.Decimal(number.precision - 1, number.scale)
    return (nw.col(more).cast(room) - nw.col(less).cast(room)).cast(number)
