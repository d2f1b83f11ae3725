"""Comparisons: the earlier figure, and wording that is built and not claimed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.indicators import Change, Comparison
from danvan.periods import Period
from danvan.quantities import Quantity

LAST_YEAR = Period.year(2022)


def figure(text):
    return Quantity.parse(text)


@pytest.mark.parametrize(
    ("now", "change", "by", "earlier"),
    [
        ("947 hộ", Change.RISE, "51 hộ", "[896; 896]"),
        ("trên 565 tỷ đồng", Change.RISE, "93 tỷ đồng", "[471.500.000.000; ∞)"),
        ("73 đơn", Change.FALL, "39 đơn", "[112; 112]"),
        ("497,564 triệu đồng", Change.RISE, "256,41 triệu đồng", "[241.148.500; 241.159.500]"),
        ("7 vụ", Change.NONE, None, "[7; 7]"),
        ("1,7%", Change.FALL, "0,1 điểm %", "[1,7; 1,9]"),
    ],
)
def test_the_earlier_figure(now, change, by, earlier):
    found = Comparison(figure(now), change, by and figure(by), LAST_YEAR)
    assert str(found.earlier()) == earlier


def test_a_rise_in_percent_is_of_what_it_was():
    earlier = Comparison(figure("150 buổi"), Change.RISE, figure("50%"), LAST_YEAR).earlier()
    assert 100 in earlier
    assert earlier.width < 1


@pytest.mark.parametrize(
    ("now", "before", "wording"),
    [
        ("32,1%", "35,4%", "giảm 3,3 điểm % so với năm 2022"),
        ("947 hộ", "896 hộ", "tăng 51 hộ so với năm 2022"),
        ("73 đơn", "112 đơn", "giảm 39 đơn so với năm 2022"),
        ("7 vụ", "7 vụ", "không đổi so với năm 2022"),
        ("1,2 tỷ đồng", "900 triệu đồng", "tăng 300 triệu đồng so với năm 2022"),
    ],
)
def test_the_wording(now, before, wording):
    assert str(Comparison.between(figure(now), figure(before), LAST_YEAR)) == wording


@pytest.mark.parametrize(
    ("now", "before"),
    [
        ("trên 394 buổi", "450 buổi"),
        ("trên 394 buổi", "trên 394 buổi"),  # the same words, and not the same number
        ("85,4%", "85,4%"),
        ("khoảng 5 hộ", "3 hộ"),
    ],
)
def test_nobody_can_tell(now, before):
    with pytest.raises(InvalidValueError, match="cannot be the same number"):
        Comparison.between(figure(now), figure(before), LAST_YEAR)


@pytest.mark.parametrize(
    ("make", "want"),
    [
        (lambda: Comparison(figure("5 hộ"), Change.RISE, None, LAST_YEAR), "exactly where"),
        (lambda: Comparison(figure("5 hộ"), Change.NONE, figure("1 hộ"), LAST_YEAR), "exactly"),
        (lambda: Comparison(figure("5 hộ"), Change.RISE, figure("1 đơn"), LAST_YEAR), "in hộ"),
        (lambda: Comparison(figure("5%"), Change.RISE, figure("1%"), LAST_YEAR), "in điểm %"),
        (
            lambda: Comparison(figure("5 hộ"), Change.FALL, figure("100%"), LAST_YEAR).earlier(),
            "a fall of less than 100%",
        ),
        (lambda: Comparison.between(figure("5 hộ"), figure("5 đơn"), LAST_YEAR), "in hộ"),
    ],
)
def test_what_does_not_go_together(make, want):
    with pytest.raises(InvalidValueError, match=want):
        make()


@pytest.mark.property
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_what_is_built_leads_back(now, before):
    found = Comparison.between(Quantity(now, "hộ"), Quantity(before, "hộ"), LAST_YEAR)
    assert found.earlier().is_point
    assert before in found.earlier()
