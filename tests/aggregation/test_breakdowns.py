"""Breakdowns: a partition, of which, and overlapping parts are checked each in its way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.aggregation import broken_down, roll_up
from danvan.indicators import Breakdown, BreakdownKind, Indicator, Kind, Observation
from danvan.quantities import Quantity
from made_up import TREE, YEAR


def indicator(kind, values=("a", "b", "c")):
    breakdowns = (Breakdown("by", kind, values),)
    return Indicator("own.parts", "Tổng số", "hộ", Kind.FLOW, breakdowns=breakdowns)


def found(kind, total, parts, values=("a", "b", "c"), to="district", code="d0"):
    counted = indicator(kind, values)
    observations = [Observation(counted, TREE[code], YEAR, Quantity.parse(f"{total} hộ"))]
    observations += [
        Observation(
            counted, TREE[code], YEAR, Quantity.parse(f"{part} hộ"), breakdown=(("by", value),)
        )
        for value, part in parts.items()
    ]
    (one,) = broken_down(roll_up(observations, TREE, to=to, period=YEAR))
    return one


PARTITION, OF_WHICH, OVERLAPPING = BreakdownKind


@pytest.mark.parametrize(
    ("kind", "total", "parts", "holds", "difference"),
    [
        (PARTITION, "30", {"a": "10", "b": "12", "c": "8"}, True, 0),
        (PARTITION, "30", {"a": "10", "b": "12", "c": "7"}, False, -1),
        (PARTITION, "30", {"a": "10", "b": "12"}, True, -8),  # the rest was not reported
        (PARTITION, "20", {"a": "10", "b": "12"}, False, 2),
        (PARTITION, "trên 29", {"a": "10", "b": "12", "c": "8"}, True, 1),
        (PARTITION, "30", {"a": "trên 10", "b": "12", "c": "8"}, True, 0),
        (PARTITION, "30", {"a": "trên 11", "b": "12", "c": "8"}, False, 1),
        (OF_WHICH, "2.778", {"a": "959", "b": "1.491"}, True, -328),
        (OF_WHICH, "54", {"a": "58"}, False, 4),
        (OF_WHICH, "54", {"a": "gần 58"}, True, 4),
        (OVERLAPPING, "2.778", {"a": "1.959", "b": "1.491"}, True, -819),
        (OVERLAPPING, "1.900", {"a": "1.959", "b": "1.491"}, False, 59),
    ],
)
def test_by_its_type(kind, total, parts, holds, difference):
    one = found(kind, total, parts)
    assert (one.holds, one.difference) == (holds, difference)


def test_without_named_parts_nobody_knows_whether_they_are_all():
    one = found(PARTITION, "30", {"x": "10", "y": "12"}, values=())
    assert not one.is_exhaustive
    assert one.holds


def test_parts_climb_each_for_itself():
    counted = indicator(PARTITION, ("a", "b"))
    observations = [
        Observation(counted, TREE[code], YEAR, Quantity(n, "hộ"), breakdown=parts)
        for code, n, parts in [
            ("d0.c0", 5, ()), ("d0.c0", 2, (("by", "a"),)), ("d0.c0", 3, (("by", "b"),)),
            ("d0.c1", 7, ()), ("d0.c1", 4, (("by", "a"),)), ("d0.c1", 4, (("by", "b"),)),
        ]
    ]  # fmt: skip
    totals = roll_up(observations, TREE, to="district", period=YEAR)
    assert totals["own.parts", "d0", (("by", "a"),)].value.value == 6
    (one,) = broken_down(totals)
    assert (one.total.value.value, one.difference, one.holds) == (12, 1, False)


@pytest.mark.property
@given(st.lists(st.integers(0, 10**6), min_size=3, max_size=3), st.integers(-5, 5))
def test_a_partition_holds_exactly_where_it_adds_up(counts, off):
    total = max(sum(counts) + off, 0)
    one = found(
        PARTITION, f"{Quantity(total)}", dict(zip("abc", map(Quantity, counts), strict=True))
    )
    assert one.is_exhaustive
    assert one.holds is (one.difference == 0) is (total == sum(counts))
