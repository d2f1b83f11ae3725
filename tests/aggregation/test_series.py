"""Running totals into figures of each period, and back."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.aggregation import cumulative, in_period
from danvan.errors import InvalidValueError
from danvan.periods import Period
from danvan.quantities import Interval
from made_up import MONTHS


def test_quarters_out_of_running_totals():
    running = [
        (Period.nine_months(2023), Interval.parse("[2.639; ∞)")),
        (Period.quarter(2023, 1), Interval.point(600)),
        (Period.half(2023, 1), Interval.point(1500)),
    ]
    assert [(str(period), str(interval)) for period, interval in in_period(running)] == [
        ("quý I năm 2023", "[600; 600]"),
        ("quý II năm 2023", "[900; 900]"),
        ("quý III năm 2023", "[1.139; ∞)"),
    ]


def test_a_later_total_that_is_less_shows():
    running = [
        (Period.quarter(2023, 1), Interval.point(6)),
        (Period.half(2023, 1), Interval.point(5)),
    ]
    assert in_period(running)[1][1] == Interval.point(-1)


@pytest.mark.parametrize(
    ("turn", "periods", "why"),
    [
        (in_period, ["quý I năm 2023", "quý II năm 2023"], "they begin on different days"),
        (in_period, ["quý I năm 2023", "quý I năm 2023"], "the same twice"),
        (cumulative, ["quý I năm 2023", "quý III năm 2023"], "a gap"),
        (cumulative, ["quý I năm 2023", "6 tháng đầu năm 2023"], "an overlap"),
    ],
)
def test_what_is_no_such_series(turn, periods, why):
    with pytest.raises(InvalidValueError):
        turn([(Period.parse(one), Interval.point(1)) for one in periods])


def test_of_nothing_comes_nothing():
    assert in_period([]) == cumulative([]) == ()


@pytest.mark.property
class TestLaws:
    @given(st.lists(st.integers(0, 10**6), min_size=1, max_size=12), st.randoms())
    def test_of_exact_figures_each_is_the_way_back_of_the_other(self, counts, chance):
        months = [(month, Interval.point(n)) for month, n in zip(MONTHS, counts, strict=False)]
        running = cumulative(months)
        assert in_period(running) == tuple(months)
        shuffled = list(running)
        chance.shuffle(shuffled)
        assert cumulative(in_period(shuffled)) == running
        assert running[-1][1] == Interval.point(sum(counts))
        assert running[-1][0] == Period(MONTHS[0].first, months[-1][0].last)

    @given(st.lists(st.integers(0, 100), min_size=2, max_size=12))
    def test_of_rounded_ones_the_truth_stays_within(self, counts):
        rounded = [(month, Interval.around(n, 1)) for month, n in zip(MONTHS, counts, strict=False)]
        steps = in_period(cumulative(rounded))
        assert all(n in interval for n, (_, interval) in zip(counts, steps, strict=True))
        assert all(
            one.last + timedelta(days=1) == other.first for (one, _), (other, _) in pairwise(steps)
        )
