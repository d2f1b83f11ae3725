"""Figures against targets: met, not met, cannot tell; and the percentage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.indicators import Fulfilment
from danvan.quantities import Quantity


def held(actual, target):
    return Fulfilment(Quantity.parse(actual), Quantity.parse(target))


@pytest.mark.parametrize(
    ("actual", "target", "met"),
    [
        ("274 sáng kiến", "180 sáng kiến", True),
        ("179 sáng kiến", "180 sáng kiến", False),
        ("180 sáng kiến", "180 sáng kiến", True),
        ("95%", "95% trở lên", True),  # taken as printed, however it was rounded
        ("94,9%", "95% trở lên", False),
        ("92,7%", "trên 85%", True),
        ("trên 85%", "90%", None),
        ("trên 90%", "85%", True),
        ("gần 85%", "85%", False),
        ("khoảng 200 hộ", "180 hộ", None),
        ("01 mô hình", "từ 01 đến 02 mô hình", True),
        ("01 mô hình", "01 - 02 mô hình", True),
        ("0 mô hình", "01 - 02 mô hình", False),
        ("5 ngày", "không quá 5 ngày", True),
        ("6 ngày", "không quá 5 ngày", False),
        ("2%", "dưới 2%", False),
        ("1,2 tỷ đồng", "900 triệu đồng", True),
    ],
)
def test_whether_it_is_met(actual, target, met):
    assert held(actual, target).is_met() is met


@pytest.mark.parametrize(
    ("actual", "target", "wording"),
    [
        ("18.849 trường hợp", "18.379 trường hợp", "đạt 102,6% kế hoạch"),
        ("274 sáng kiến", "180 sáng kiến", "đạt 152,2% kế hoạch"),
        ("122 người", "122 người", "đạt 100% kế hoạch"),
        ("9.999 hộ", "10.000 hộ", "đạt 99,9% kế hoạch"),  # never rounded up to 100
        ("0 hộ", "5 hộ", "đạt 0% kế hoạch"),
        ("5 hộ", "0 hộ", "5 hộ, kế hoạch 0 hộ"),
    ],
)
def test_the_wording(actual, target, wording):
    assert str(held(actual, target)) == wording


def test_different_things_are_not_held_against_each_other():
    with pytest.raises(InvalidValueError, match="a figure in hộ"):
        held("5 người", "5 hộ")


@pytest.mark.property
class TestLaws:
    @given(st.integers(1, 10**9))
    def test_as_planned_is_a_hundred_percent(self, count):
        same = Fulfilment(Quantity(count, "hộ"), Quantity(count, "hộ"))
        assert str(same) == "đạt 100% kế hoạch"
        assert same.is_met() is True

    @given(st.integers(0, 10**6), st.integers(1, 10**6))
    def test_a_hundred_percent_is_said_only_of_what_is_met(self, actual, target):
        found = Fulfilment(Quantity(actual, "hộ"), Quantity(target, "hộ"))
        assert found.is_met() is (actual >= target)
        assert (found.percent() >= 100) is found.is_met()
