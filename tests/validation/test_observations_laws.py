"""Laws of the structured checks, over generated reports of a year."""

import time
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.findings import Severity
from danvan.indicators import Breakdown, BreakdownKind, Indicator, Kind, Missing, Observation
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.testing import strategies as dst
from danvan.validation import check_observations

pytestmark = pytest.mark.property

TREE = Organizations.shipped("tam_duong")
PARTY = TREE["tam_duong.party"]
UNITS = [TREE[f"tam_duong.{name}"] for name in ("women", "farmers", "youth")]
MEETINGS = Indicator(
    "meetings", "Số cuộc họp", "cuộc", Kind.FLOW,
    breakdowns=(Breakdown("level", BreakdownKind.PARTITION, ("district", "commune")),),
)  # fmt: skip


@st.composite
def years(draw):
    """The figures of a body and its units for the months of a year, and all they add up to.

    What they add up to comes from the numbers here, never from the library.
    """
    figures = []

    def state(of, period, number, part=None):
        breakdown = (("level", part),) if part else ()
        figures.append(
            Observation(MEETINGS, of, period, Quantity(number, "cuộc"), breakdown=breakdown)
        )

    totals = [0] * 12
    for unit in UNITS:
        months = draw(st.lists(st.integers(0, 60), min_size=12, max_size=12))
        totals = [total + month for total, month in zip(totals, months, strict=True)]
        for number, month in enumerate(months, 1):
            state(unit, Period.month(2023, number), month)
        for quarter in range(4):
            state(
                unit, Period.quarter(2023, quarter + 1), sum(months[3 * quarter : 3 * quarter + 3])
            )
        state(unit, Period.half(2023, 1), sum(months[:6]))
        state(unit, Period.nine_months(2023), sum(months[:9]))
        state(unit, Period.year(2023), sum(months))
        district = draw(st.integers(0, sum(months)))
        state(unit, Period.year(2023), district, "district")
        state(unit, Period.year(2023), sum(months) - district, "commune")
    more = draw(st.integers(0, 20))
    state(PARTY, Period.year(2023), sum(totals) + more)
    return figures


def loud(figures):
    return [f for f in check_observations(figures, TREE) if f.severity > Severity.NOTE]


@settings(max_examples=60, deadline=None)
@given(years())
def test_what_adds_up_is_left_alone(figures):
    assert loud(figures) == []


@settings(max_examples=60, deadline=None)
@given(years(), st.data())
def test_missing_is_not_zero(figures, data):
    gone = data.draw(st.sets(st.integers(0, len(figures) - 1)))
    left = [
        attrs.evolve(one, quantity=None, missing=Missing.NOT_REPORTED) if at in gone else one
        for at, one in enumerate(figures)
    ]
    assert loud(left) == []
    assert loud([one for at, one in enumerate(figures) if at not in gone]) == []


@settings(max_examples=60, deadline=None)
@given(years(), st.data(), st.integers(1, 400))
def test_a_planted_slip_is_found(figures, data, slip):
    at = data.draw(st.integers(0, len(figures) - 2), "the figure, but not that of the body above")
    wrong = figures[at]
    planted = attrs.evolve(wrong, quantity=Quantity(wrong.quantity.value + slip, "cuộc"))
    found = loud([planted if one is wrong else one for one in figures])
    assert found
    assert {abs(f.difference) for f in found if f.code in ("DV641", "DV647")} == {Decimal(slip)}


@settings(max_examples=60, deadline=None)
@given(years(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(figures, random):
    shuffled = list(figures)
    random.shuffle(shuffled)
    one, other = check_observations(figures, TREE), check_observations(shuffled, TREE)
    assert set(one) == set(other)
    assert {e.check: e.evaluated for e in one.evaluations} == {
        e.check: e.evaluated for e in other.evaluations
    }


@pytest.mark.long
@settings(max_examples=150, deadline=None)
@given(st.lists(dst.observations(), max_size=8), st.data())
def test_nothing_raises_and_all_is_counted(observations, data):
    again = [*observations, data.draw(st.sampled_from(observations))] if observations else []
    found = check_observations(again, data.draw(dst.trees()))
    for finding in found:
        assert finding.message("vi")
        assert finding.message("en")
    for one in found.evaluations:
        assert one.evaluated + one.not_evaluated > 0


@pytest.mark.timed
def test_time_is_linear_in_the_number_of_figures():
    def seconds(years):
        figures = [
            Observation(MEETINGS, unit, Period.month(year, month), Quantity(month + 3, "cuộc"))
            for unit in UNITS
            for year in range(1900, 1900 + years)
            for month in range(1, 13)
        ]
        start = time.process_time()
        check_observations(figures, TREE)
        return time.process_time() - start

    seconds(2)
    assert seconds(100) < 8 * seconds(25)
