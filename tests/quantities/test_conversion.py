"""Conversion: scales and measures, and no counters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.quantities import Quantity, convert


@pytest.mark.parametrize(
    ("figure", "unit", "converted"),
    [
        ("1,5 tỷ đồng", "triệu đồng", "1.500 triệu đồng"),
        ("431,6 triệu đồng", "tỷ đồng", "0,4316 tỷ đồng"),
        ("36.378.936 đồng", "triệu đồng", "36,378936 triệu đồng"),
        ("5,8 vạn người", "người", "58.000 người"),
        ("11.934 m²", "ha", "1,1934 ha"),
        ("66.315,44 ha", "km²", "663,1544 km²"),
        ("01 km", "m", "1.000 m"),
        ("10 tấn", "tạ", "100 tạ"),
        ("trên 5 tỷ đồng", "triệu đồng", "trên 5.000 triệu đồng"),
        ("1 - 2 km", "m", "1.000 - 2.000 m"),
        ("5 hộ", "hộ", "5 hộ"),
    ],
)
def test_converted(figure, unit, converted):
    assert str(convert(Quantity.parse(figure), unit)) == converted


@pytest.mark.parametrize(
    ("figure", "unit", "why"),
    [
        ("5 ha", "m", "area and length"),
        ("5%", "điểm %", "a percentage and the difference of two"),
        ("5 tháng", "ngày", "a month has no one length"),
        ("5 USD", "đồng", "at what rate"),
        ("5", "hộ", "a bare number"),
        ("5 hộ", "", "a bare number"),
    ],
)
def test_what_does_not_convert(figure, unit, why):
    with pytest.raises(InvalidValueError, match="can be changed into"):
        convert(Quantity.parse(figure), unit)


@pytest.mark.parametrize(
    ("figure", "unit"),
    [("964 lượt người", "người"), ("56 công dân", "người"), ("12 người", "lượt người"),
     ("1,2 vạn lượt người", "hộ")],
)  # fmt: skip
def test_a_counter_does_not_convert_and_the_alternative_is_named(figure, unit):
    with pytest.raises(InvalidValueError, match=f"counted in {unit} from the start") as caught:
        convert(Quantity.parse(figure), unit)
    assert "nobody can tell" in str(caught.value)


@pytest.mark.property
@given(st.integers(0, 10**9), st.sampled_from(["đồng", "nghìn đồng", "triệu đồng", "tỷ đồng"]))
def test_there_and_back(count, unit):
    figure = Quantity(count, "triệu đồng")
    assert convert(convert(figure, unit), "triệu đồng") == figure
    assert convert(figure, unit).amount == figure.amount
