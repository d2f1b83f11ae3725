"""The semantics of the catalogue as a small table: one place says what a kind of figure does."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from danvan.aggregation.combining import refusal
from danvan.catalogue import Catalogue
from danvan.errors import NotAdditiveError
from danvan.indicators import Combination, Indicator
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.beside import Beside, Small

__all__ = [
    "AVERAGED",
    "LATEST",
    "NEVER",
    "OVERLAPPING",
    "OVER_ORGANIZATIONS",
    "OVER_TIME",
    "REASONS",
    "SIDES",
    "STANDS",
    "SUMS",
    "goes_over_organizations",
    "goes_over_time",
    "is_one_of",
    "is_thing",
    "meanings",
    "refusals",
    "sides",
]

STANDS: Final = 0
OVER_TIME: Final = 1
AVERAGED: Final = 2
OVERLAPPING: Final = 3
OVER_ORGANIZATIONS: Final = 4
REASONS: Final = (STANDS, OVER_TIME, AVERAGED, OVERLAPPING, OVER_ORGANIZATIONS)
"""Why a figure cannot be put together, as a number in the engine; 0 where it can."""


def goes_over_time(catalogue: Catalogue[Indicator], combination: Combination) -> list[str]:
    """The codes of the indicators whose figures of several periods go together so."""
    return [one.code for one in catalogue if one.over_time is combination]


def goes_over_organizations(catalogue: Catalogue[Indicator], combination: Combination) -> list[int]:
    """The numbers of the indicators whose figures of several organizations go together so."""
    return [n for n, one in enumerate(catalogue) if one.over_organizations is combination]


NEVER: Final = 0
SUMS: Final = 1
LATEST: Final = 2
SIDES: Final = 3
_TIMES: Final = {
    Combination.SUM: SUMS,
    Combination.LAST: LATEST,
    Combination.RATIO_OF_SUMS: SIDES,
}


def meanings(beside: Beside, catalogue: Catalogue[Indicator]) -> Frame:
    """The number of each indicator, and how it goes over time, as one."""
    return beside.kept(_meanings(catalogue))


@lru_cache(maxsize=8)
def _meanings(catalogue: Catalogue[Indicator]) -> Small:
    columns: dict[str, list[Any]] = {
        "indicator": [one.code for one in catalogue],
        "thing": list(range(len(catalogue))),
        "over_time": [_TIMES.get(one.over_time, NEVER) for one in catalogue],
    }
    return Small(columns, {"indicator": nw.String, "thing": nw.Int64, "over_time": nw.Int64})


def is_one_of(codes: list[str]) -> Expression:
    """Whether the indicator of a row is one of some."""
    return nw.col("indicator").is_in(codes) if codes else nw.lit(value=False)


def is_thing(numbers: list[int]) -> Expression:
    """Whether the indicator of a row has one of some numbers."""
    return nw.col("thing").is_in(numbers) if numbers else nw.lit(value=False)


def refusals(beside: Beside, catalogue: Catalogue[Indicator]) -> Frame:
    """The name of each indicator, and for each reason the words in which it refuses."""
    return beside.kept(_refusals(catalogue))


@lru_cache(maxsize=8)
def _refusals(catalogue: Catalogue[Indicator]) -> Small:
    rows: list[tuple[Any, ...]] = [
        (n, reason, one.code, _words(reason, one))
        for n, one in enumerate(catalogue)
        for reason in REASONS
    ]
    types: dict[str, Any] = {
        "thing": nw.Int64,
        "refused": nw.Int64,
        "indicator": nw.String,
        "words": nw.String,
    }
    return Small({name: [row[n] for row in rows] for n, name in enumerate(types)}, types)


def _words(reason: int, of: Indicator) -> str | None:
    if reason == STANDS:
        return None
    if reason == OVER_TIME:
        return str(refusal(of, "parts of the period"))
    if reason == OVER_ORGANIZATIONS:
        return str(refusal(of, "organizations"))
    if reason == AVERAGED:
        instead = "weigh each mean by its count"
        return str(NotAdditiveError(of.code, "sum of averages and others", instead))
    instead = "leave settled=False, so that they are told apart"
    return str(NotAdditiveError(of.code, "sum of figures whose periods overlap", instead))


def sides(beside: Beside, catalogue: Catalogue[Indicator]) -> Frame:
    """Each ratio with its numerator, its denominator and itself, a row each."""
    numbers = {one.code: n for n, one in enumerate(catalogue)}
    rows = [
        (numbers[code], numbers[ratio.code], side)
        for ratio in catalogue
        if ratio.over_organizations is Combination.RATIO_OF_SUMS
        for side, code in (
            ("numerator", ratio.numerator),
            ("denominator", ratio.denominator),
            ("itself", ratio.code),
        )
        if code in numbers
    ]
    columns: dict[str, list[Any]] = {
        "thing": [thing for thing, _, _ in rows],
        "ratio": [ratio for _, ratio, _ in rows],
        "side": [side for _, _, side in rows],
    }
    return beside.table(columns, {"thing": nw.Int64, "ratio": nw.Int64, "side": nw.String})
