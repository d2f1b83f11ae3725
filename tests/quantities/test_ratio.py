"""Ratios keep both parts, and know rounding from truncation from error."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.quantities import Agreement, Quantity, Ratio, Rounding


@pytest.mark.parametrize(
    "text", ["7.984/12.233", "13/13 xã", "4/4 đơn", "0/0 đơn", "trên 80/127 chi hội"]
)
def test_read_and_written_again(text):
    assert str(Ratio.parse(text)) == text
    assert eval(repr(Ratio.parse(text))) == Ratio.parse(text)  # our own repr


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31 vụ/31 đối tượng", "two counts and no ratio"),
        ("866 lượt/964 lượt người", "two counts and no ratio"),
        ("12.233", "one figure"),
        ("5/", "nothing beneath"),
        ("5 / 7", "spaces round the stroke"),
        ("5/trên 7 xã", "a word before the second"),
        ("95 trở lên/100", "a word behind the first"),
        ("1/2/3", "three figures"),
    ],
)
def test_what_is_no_ratio(text, why):
    with pytest.raises(ParseError):
        Ratio.parse(text)


@pytest.mark.parametrize(
    ("ratio", "percent", "agreement"),
    [
        ("18.849/18.379", "102,6%", Agreement.ROUNDED),
        ("23.078/18.379", "125,5%", Agreement.TRUNCATED),  # 125,567: no rounding gives it
        ("23.078/18.379", "125,6%", Agreement.ROUNDED),
        ("23.078/18.379", "125,4%", Agreement.NO),
        ("68/93", "73%", Agreement.ROUNDED),
        ("68/93", "73,2%", Agreement.NO),
        ("13/13 xã", "100%", Agreement.ROUNDED),
        ("1/8", "12,5%", Agreement.ROUNDED),
        ("1/8", "12%", Agreement.ROUNDED),  # a tie may go either way
        ("1/8", "13%", Agreement.ROUNDED),
        ("0/0 đơn", "100%", Agreement.NO),
        ("104/126", "trên 80%", Agreement.ROUNDED),
        ("104/126", "trên 85%", Agreement.NO),
        ("trên 100/126", "79%", Agreement.ROUNDED),
        ("trên 100/126", "78%", Agreement.NO),
    ],
)
def test_agreement_with_a_percentage(ratio, percent, agreement):
    found = Ratio.parse(ratio).agrees_with(Quantity.parse(percent))
    assert found is agreement
    assert bool(found) is (agreement is not Agreement.NO)


def test_only_a_percentage_is_compared():
    with pytest.raises(InvalidValueError, match="a figure in %"):
        Ratio.parse("1/2").agrees_with(Quantity.parse("50 hộ"))


def test_percent():
    assert Ratio(1, 8).percent(0) == 13
    assert Ratio(1, 8).percent(0, Rounding.TRUNCATED) == 12
    assert str(Ratio(1, 3).percent(2)) == "33.33"
    assert Ratio(5, 0).percent() is None


def test_interval_holds_the_quotient():
    assert Ratio.parse("1/3").interval().width < Decimal("1E-27")
    assert str(Ratio.parse("trên 100/200").interval()) == "[50; ∞)"
    assert Ratio.parse("5/0").interval() is None


@pytest.mark.property
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 6))
def test_its_own_percentage_agrees(numerator, denominator, places):
    ratio = Ratio(numerator, denominator)
    rounded = Quantity(ratio.percent(places), "%")
    cut = Quantity(ratio.percent(places, Rounding.TRUNCATED), "%")
    assert ratio.agrees_with(rounded) is Agreement.ROUNDED
    assert ratio.agrees_with(cut)
    wrong = Quantity(rounded.value + 2 * rounded.precision, "%")
    assert not ratio.agrees_with(wrong)
