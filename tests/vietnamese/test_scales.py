"""Scale words behind figures."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import format_chain, format_scaled, parse_scaled
from danvan.vietnamese.scales import SCALES


@pytest.mark.parametrize(
    ("value", "scale", "text"),
    [
        (58_000, "vạn", "5,8 vạn"),
        (30, "chục", "3 chục"),
        (3_250_000_000, "tỷ", "3,25 tỷ"),
        (1_500_000_000_000, "tỷ", "1.500 tỷ"),
        (2_500_000_000_000, "nghìn tỷ", "2,5 nghìn tỷ"),
        (1, "tỷ", "0,000000001 tỷ"),
        (Decimal("0.5"), "triệu", "0,0000005 triệu"),
        (0, "triệu", "0 triệu"),
        (-1_500, "nghìn", "-1,5 nghìn"),
        (1_200, "ngàn", "1,2 ngàn"),
    ],
)
def test_scaled(value, scale, text):
    assert format_scaled(value, scale) == text
    assert parse_scaled(text) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (50, "50"),
        (1_500, "1 nghìn 500"),
        (1_500_000, "1 triệu 500 nghìn"),
        (3_250_000_000, "3 tỷ 250 triệu"),
        (12_000_000_050, "12 tỷ 50"),
        (1_500_000_000_000, "1.500 tỷ"),
        (-2_000_001, "-2 triệu 1"),
        (Decimal("1000.00"), "1 nghìn"),
    ],
)
def test_chain(value, text):
    assert format_chain(value) == text
    assert parse_scaled(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("tỷ", "no number"),
        ("3 ty", "marks are missing"),
        ("3 Tỷ", "a capital"),
        ("3tỷ", "no space"),
        ("3  tỷ", "two spaces"),
        ("3 tỷ ", "a space behind"),
        ("3 tỷ đồng", "a unit"),
        ("3,5 tỷ 250 triệu", "a decimal in a chain"),
        ("3 tỷ 2,5 triệu", "a decimal in a chain"),
        ("3 tỷ 1.000 triệu", "a count that does not fit"),
        ("3 triệu 250 tỷ", "scales rising"),
        ("1 tỷ 2 tỷ", "a scale twice"),
        ("3 tỷ 0 triệu", "an empty link"),
        ("0 tỷ 5 triệu", "an empty link"),
        ("3 tỷ -5 triệu", "a sign inside"),
        ("3 5 tỷ", "two counts"),
        ("1.5 tỷ", "an English decimal"),
        ("1 " * 5000, "longer than any paper's"),
    ],
)
def test_refused(text, reason):
    with pytest.raises(ParseError):
        parse_scaled(text)


@pytest.mark.property
@given(st.integers(-(10**20), 10**20), st.sampled_from(list(SCALES)))
def test_both_forms_come_back(value, scale):
    assert parse_scaled(format_scaled(value, scale)) == value
    assert parse_scaled(format_chain(value)) == value


def test_bad_values():
    with pytest.raises(InvalidValueError, match="scale"):
        format_scaled(5, "thousand")
    with pytest.raises(InvalidValueError, match="whole"):
        format_chain(Decimal("1.5"))
    for bad in (1.5, True, Decimal("NaN")):
        with pytest.raises(InvalidValueError):
            format_scaled(bad, "tỷ")
        with pytest.raises(InvalidValueError):
            format_chain(bad)
    assert format_scaled(Fraction(10**9, 3), "tỷ", places=2) == "0,33 tỷ"
