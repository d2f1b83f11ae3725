"""The observations behind a figure, found again wherever they stood."""

import pickle
from random import Random

import pytest

from danvan.aggregation import roll_up
from danvan.aggregation.sources import Sources
from made_up import COMMUNES, MONTHS, TREE, YEAR, figure

GIVEN = tuple(
    figure(code, f"{n}", period=month) for n, code in enumerate(COMMUNES) for month in MONTHS
)
CHANCE = Random(5)


@pytest.mark.parametrize("places", [range(2, 6), [9, 0, 4]], ids=["range", "places"])
def test_it_is_the_tuple_of_its_observations(places):
    found, meant = Sources(GIVEN, places), tuple(GIVEN[at] for at in places)
    assert found == meant
    assert meant == found
    assert hash(found) == hash(meant)
    assert tuple(found) == meant
    assert (found[0], found[-1], len(found)) == (meant[0], meant[-1], len(meant))
    assert meant[1] in found
    assert found[::-1] == meant[::-1]
    assert found[1:3] == meant[1:3]
    assert found != meant[1:]
    assert found != list(meant)
    assert repr(found) == repr(meant)


def test_alone_it_does_not_drag_along_all_that_was_given():
    found = pickle.loads(pickle.dumps(Sources(GIVEN, range(2, 6))))
    assert found == GIVEN[2:6]
    assert len(found.given) == 4


@pytest.mark.parametrize(
    "order",
    [lambda one: one.organization.code, lambda one: one.period, lambda one: -one.period.first.month,
     lambda _: CHANCE.random()],
    ids=["by organization", "by month", "backwards", "anyhow"],
)  # fmt: skip
def test_in_whatever_order_they_came(order):
    given = sorted(GIVEN, key=order)
    totals = roll_up(given, TREE, to=["commune", "province"], period=YEAR)
    assert totals["own.meetings", "p"].value.value == 12 * sum(range(12))
    for code in COMMUNES:
        found = totals["own.meetings", code]
        assert [one.period for one in found.sources] == MONTHS
        assert {one.organization.code for one in found.sources} == {code}
        assert found.is_complete


def test_a_list_may_change_afterwards():
    given = list(GIVEN)
    totals = roll_up(given, TREE, to="province", period=YEAR)
    given.clear()
    assert len(totals["own.meetings"].sources) == 144
    assert totals["own.meetings"].explain().count("tháng") == 144
