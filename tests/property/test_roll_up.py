"""Laws of the roll-up over any tree and any figures."""

from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Period, roll_up
from danvan.indicators import Indicator, Kind, Missing, Observation
from danvan.quantities import Interval, Quantity
from danvan.testing import strategies as dst

pytestmark = pytest.mark.property

SESSIONS = Indicator("test.sessions", "Số buổi", "buổi", Kind.FLOW)
NINE = Period.nine_months(2023)


@st.composite
def reported(draw):
    """A tree and, of some of its leaves, a figure each."""
    tree = draw(dst.trees())
    leaves = [one for one in tree if not tree.children(one)]
    who = draw(st.lists(st.sampled_from(leaves), unique_by=lambda one: one.code, min_size=1))
    figures = st.one_of(
        dst.quantities(unit="buổi", exact=True), dst.quantities(unit="buổi")
    ).filter(lambda q: q.sense is None or q.sense.value != "mean")
    return tree, [Observation(SESSIONS, one, NINE, draw(figures)) for one in who]


def rolled(tree, observations, to="district"):
    return roll_up(observations, tree, to=to, period=NINE)


@settings(max_examples=40, deadline=None)
@given(reported(), st.randoms(use_true_random=False))
def test_the_order_does_not_matter(case, random):
    tree, observations = case
    shuffled = list(observations)
    random.shuffle(shuffled)
    one, other = (
        rolled(tree, observations)["test.sessions"],
        rolled(tree, shuffled)["test.sessions"],
    )
    assert (one.value, one.hard, one.likely) == (other.value, other.hard, other.likely)
    assert set(one.sources) == set(other.sources)
    assert one.reported == other.reported


@settings(max_examples=40, deadline=None)
@given(reported())
def test_the_grouping_does_not_matter(case):
    tree, observations = case
    total = rolled(tree, observations)["test.sessions"]
    assert total.hard == Interval.sum(one.quantity.hard() for one in observations)
    assert total.likely == Interval.sum(one.quantity.likely() for one in observations)
    assert len(total.sources) == len(observations)


@st.composite
def within(draw, interval):
    """A whole or broken number of an interval, its ends and their neighborhood among them."""
    low = Decimal(0) if interval.low is None else interval.low
    high = low + 10**6 if interval.high is None else interval.high
    found = low + (high - low) * draw(st.integers(0, 64)) / 64
    if found not in interval:  # an open end
        found = (low + high) / 2
    return found


@settings(max_examples=60, deadline=None)
@given(reported(), st.data())
def test_whatever_is_true_of_the_parts_the_truth_lies_in_the_total(case, data):
    tree, observations = case
    asserted = rolled(tree, observations)["test.sessions"]
    assert asserted.likely in asserted.hard
    for meant in ("hard", "likely"):
        true = [data.draw(within(getattr(one.quantity, meant)())) for one in observations]
        assert sum(true, Decimal(0)) in getattr(asserted, meant)


@settings(max_examples=40, deadline=None)
@given(reported())
def test_exact_figures_have_an_exact_total(case):
    tree, observations = case
    exact = [
        attrs.evolve(one, quantity=Quantity(one.quantity.amount.quantize(Decimal(1)), "buổi"))
        for one in observations
    ]
    total = rolled(tree, exact)["test.sessions"]
    assert total.hard == Interval.point(sum(one.quantity.value for one in exact))
    assert total.value.amount in total.hard


@settings(max_examples=40, deadline=None)
@given(reported(), st.sampled_from(Missing))
def test_saying_that_a_figure_is_missing_adds_nothing(case, why):
    tree, observations = case
    others = [one for one in tree if one not in {o.organization for o in observations}]
    said = [Observation(SESSIONS, one, NINE, missing=why) for one in others]
    totals = rolled(tree, [*observations, *said])
    with_it, without = totals["test.sessions"], rolled(tree, observations)["test.sessions"]
    assert (with_it.tally, with_it.reported) == (without.tally, without.reported)
    assert totals.unreported == tuple(said)
    excused = why is not Missing.NOT_REPORTED
    assert (
        (set(with_it.missing) & set(others) == set())
        if excused
        else (with_it.missing == without.missing)
    )


@settings(max_examples=40, deadline=None)
@given(reported())
def test_missing_is_never_zero(case):
    tree, observations = case
    total = rolled(tree, observations)["test.sessions"]
    assert set(total.reported) == {one.organization for one in observations}
    assert not set(total.missing) & set(total.reported)
    assert "test.other" not in rolled(tree, observations)
