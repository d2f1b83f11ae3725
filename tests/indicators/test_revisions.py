"""Corrections: nothing is overwritten, and both readings can be had."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.indicators import Missing, Status, as_known
from danvan.periods import Period
from danvan.quantities import Quantity
from made_up import figure

SEPTEMBER, OCTOBER, NOVEMBER = date(2023, 9, 6), date(2023, 10, 2), date(2023, 11, 1)
FIRST = figure("d0.c0", "856", reported_on=SEPTEMBER)
MENDED = FIRST.revised(Quantity.parse("865 cuộc"), reported_on=OCTOBER)


@pytest.mark.parametrize(
    ("on", "known"),
    [
        (date(2023, 9, 5), []),
        (SEPTEMBER, ["856 cuộc"]),
        (date(2023, 10, 1), ["856 cuộc"]),
        (OCTOBER, ["865 cuộc"]),
        (None, ["865 cuộc"]),
    ],
)
def test_as_reported_then_and_as_known_now(on, known):
    for given_as in ((FIRST, MENDED), (MENDED, FIRST)):
        assert [str(one.quantity) for one in as_known(given_as, on)] == known


def test_without_a_day_it_was_known_from_the_beginning():
    undated = figure("d0.c0", "850", status=Status.PROVISIONAL)
    assert as_known([FIRST, undated], date(2023, 9, 5)) == (undated,)
    assert as_known([FIRST, undated]) == (FIRST,)


def test_on_one_day_the_most_settled_counts_then_the_last():
    provisional = figure("d0.c0", "1", reported_on=OCTOBER, status=Status.PROVISIONAL)
    last = figure("d0.c0", "3", reported_on=OCTOBER)
    assert as_known([figure("d0.c0", "2", reported_on=OCTOBER), last, provisional]) == (last,)


def test_what_is_taken_back_is_missing_and_no_zero():
    gone = figure("d0.c0", None, missing=Missing.NOT_APPLICABLE, reported_on=NOVEMBER)
    assert as_known([FIRST, MENDED, gone]) == (gone,)


def test_other_things_stay_beside_it():
    others = [
        figure("d0.c1", "5"),
        figure("d0.c0", "5", period=Period.quarter(2023, 1)),
    ]
    assert as_known([FIRST, *others, MENDED]) == (MENDED, *others)


@pytest.mark.property
@given(st.lists(st.dates(date(2023, 1, 1), date(2023, 12, 31)), min_size=1), st.dates())
def test_what_was_known_once_changes_only_by_what_came_later(days, on):
    reported = [figure("d0.c0", f"{n}", reported_on=day) for n, day in enumerate(days)]
    known = as_known(reported, on)
    assert known == as_known([one for one in reported if one.reported_on <= on])
    assert as_known(known) == known
