"""Laws of the roll-up over any tree and any figures."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Period, roll_up
from danvan.indicators import Indicator, Kind, Observation
from danvan.quantities import Interval
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


@settings(max_examples=40, deadline=None)
@given(reported())
def test_the_total_lies_in_the_interval_of_the_whole(case):
    tree, observations = case
    total = rolled(tree, observations)["test.sessions"]
    assert all(
        bound in one.quantity.hard() for one in observations for bound in [one.quantity.likely()]
    )
    assert total.likely in total.hard
    exact = [one for one in observations if one.quantity.hard().is_point]
    if len(exact) == len(observations):
        assert total.hard == Interval.point(sum((o.quantity.amount for o in exact), Decimal(0)))
        assert total.value.amount in total.hard


@settings(max_examples=40, deadline=None)
@given(reported())
def test_missing_is_never_zero(case):
    tree, observations = case
    total = rolled(tree, observations)["test.sessions"]
    assert set(total.reported) == {one.organization for one in observations}
    assert not set(total.missing) & set(total.reported)
    assert "test.other" not in rolled(tree, observations)
