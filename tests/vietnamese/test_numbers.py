"""Numbers in figures: strict both ways, and exact."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import (
    format_number,
    format_percent,
    format_percentage_points,
    format_range,
    parse_number,
    parse_percent,
    parse_percentage_points,
    parse_range,
    read_number,
)
from danvan.vietnamese.exact import rounded

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False).filter(
    lambda d: d.as_tuple().exponent >= -4000 and d.adjusted() < 4000
)
NUMBERS = st.integers(-(10**40), 10**40) | DECIMALS

WRITTEN = [
    (0, "0"),
    (5, "5"),
    (999, "999"),
    (1000, "1.000"),
    (1295, "1.295"),
    (1808, "1.808"),
    (-1234567, "-1.234.567"),
    (10**18, "1.000.000.000.000.000.000"),
    (Decimal("1234.5"), "1.234,5"),
    (Decimal("1234.50"), "1.234,50"),
    (Decimal("0.001"), "0,001"),
    (Decimal("98.45"), "98,45"),
    (Decimal("1E+3"), "1.000"),
    (Decimal("1E-3"), "0,001"),
    (Decimal("0E+3"), "0"),
    (Decimal("0.00"), "0,00"),
    (Decimal("-0"), "0"),
    (Decimal("-0.0"), "0,0"),
    (Decimal("1234567.8912345"), "1.234.567,8912345"),
    (Fraction(1, 8), "0,125"),
    (Fraction(5, 1), "5"),
    (Fraction(-7, 20), "-0,35"),
]


@pytest.mark.parametrize(("value", "text"), WRITTEN)
def test_written_and_parsed(value, text):
    assert format_number(value) == text
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("1.5", "a dot parts groups of three; 1,5 or 1.500"),
        ("12.34", "a dot parts groups of three"),
        ("1.234.5", "the last group has one digit"),
        ("1.2345", "a group of four"),
        ("1234", "the dot is missing"),
        ("1234.567", "the first dot is missing"),
        ("12,345.6", "English"),
        ("1,234,567", "English"),
        ("1.234,", "nothing behind the comma"),
        (",5", "nothing before the comma"),
        (".500", "nothing before the dot"),
        ("05", "a padded count is not the canonical form"),
        ("0.500", "nought thousands"),
        ("00", "noughts in front"),
        ("+5", "a plus sign is not the canonical form"),
        ("-0", "nought has no sign"),
        ("-0,00", "nought has no sign"),
        ("−5", "a mathematical minus"),
        ("- 5", "a space"),
        (" 5", "a space"),
        ("5\n", "a line end"),
        ("1 234", "spaces for dots"),
        ("1\u00a0234", "spaces for dots"),
        ("1e3", "an exponent"),
        ("NaN", "no number"),
        ("五", "no digit"),
        ("١", "an Arabic digit"),
        ("１", "a full-width digit"),
        ("5%", "a percentage"),
        ("0x10", "not decimal"),
        ("1_000", "Python's own"),
        ("9" * 5000, "more digits than any paper has"),
    ],
)
def test_parsing_refuses(text, reason):
    with pytest.raises(ParseError):
        parse_number(text)


@pytest.mark.property
@given(NUMBERS)
def test_what_is_written_is_parsed_back_exactly(value):
    back = parse_number(format_number(value))
    assert back == value
    exponent = Decimal(value).as_tuple().exponent
    assert back.as_tuple().exponent == min(exponent, 0)


@pytest.mark.property
@given(
    st.from_regex(
        r"-?[0-9]{1,3}(\.[0-9]{3}){0,3}(,[0-9]{1,4})?",
        fullmatch=True,
        alphabet=st.characters(codec="ascii"),
    )
)
def test_what_is_parsed_is_written_back_the_same(text):
    try:
        value = parse_number(text)
    except ParseError:
        assume(False)
    assert format_number(value) == text


@pytest.mark.property
@given(st.text("0123456789.,-+ ", max_size=12))
def test_any_accepted_text_is_canonical(text):
    try:
        value = parse_number(text)
    except ParseError:
        return
    assert format_number(value) == text


@pytest.mark.property
@given(NUMBERS, st.booleans(), st.booleans(), st.booleans())
def test_every_option_can_be_read(value, pad, sign, group):
    assert read_number(format_number(value, pad=pad, sign=sign, group=group)).value == value


@pytest.mark.parametrize(
    ("value", "options", "text"),
    [
        (5, {"pad": True}, "05"),
        (9, {"pad": True}, "09"),
        (0, {"pad": True}, "0"),
        (10, {"pad": True}, "10"),
        (-5, {"pad": True}, "-5"),
        (Decimal(5), {"pad": True}, "05"),
        (Decimal("5.0"), {"pad": True}, "5,0"),
        (Decimal("0.5"), {"pad": True}, "0,5"),
        (7, {"sign": True}, "+7"),
        (7, {"sign": True, "pad": True}, "+07"),
        (0, {"sign": True}, "0"),
        (-7, {"sign": True}, "-7"),
        (2023, {"group": False}, "2023"),
        (Decimal("1234.5"), {"group": False}, "1234,5"),
        (Decimal("2.345"), {"places": 2}, "2,35"),
        (Decimal("2.5"), {"places": 0}, "3"),
        (Decimal("-2.5"), {"places": 0}, "-3"),
        (Decimal("0.05"), {"places": 1}, "0,1"),
        (Decimal("102.25"), {"places": 1}, "102,3"),
        (Decimal("-0.04"), {"places": 1}, "0,0"),
        (Decimal("999.95"), {"places": 1}, "1.000,0"),
        (5, {"places": 2}, "5,00"),
        (Fraction(2, 3), {"places": 2}, "0,67"),
        (Fraction(-1, 200), {"places": 2}, "-0,01"),
        (Fraction(1, 3), {"places": 0}, "0"),
    ],
)
def test_options(value, options, text):
    assert format_number(value, **options) == text


@pytest.mark.parametrize(
    ("value", "options", "reason"),
    [
        (1.5, {}, "a float has lost its exact value"),
        (True, {}, "a bool is no number"),
        ("5", {}, "a text is no number"),
        (None, {}, "nothing"),
        (Decimal("NaN"), {}, "no number at all"),
        (Decimal("-Infinity"), {}, "no finite number"),
        (Decimal("Infinity"), {"places": 1}, "no finite number"),
        (Fraction(1, 3), {}, "a fraction without end and no places"),
        (10**4000, {}, "too long"),
        (Decimal("1E+999999999"), {}, "too long to hold in memory"),
        (Decimal("1E-999999999"), {}, "too long to hold in memory"),
        (Decimal("0E+999999999"), {}, "too long to hold in memory"),
        (Fraction(1, 2**5000), {}, "too many decimals"),
        (5, {"places": -1}, "places below nought"),
        (5, {"places": 4001}, "too many places"),
        (5, {"places": 1.0}, "places that are no whole number"),
    ],
)
def test_what_is_not_written(value, options, reason):
    with pytest.raises(InvalidValueError):
        format_number(value, **options)


@pytest.mark.property
@given(NUMBERS | st.fractions(), st.integers(0, 20))
def test_rounding_is_half_up_and_nearest(value, places):
    written = rounded(value, places)
    unit = Fraction(1, 10**places)
    error = abs(Fraction(written)) - abs(Fraction(value))
    assert -unit / 2 < error <= unit / 2
    assert written.as_tuple().exponent == -places


@pytest.mark.property
@given(NUMBERS)
def test_percentages_and_points_come_back(value):
    assert parse_percent(format_percent(value)) == value
    assert parse_percentage_points(format_percentage_points(value)) == value


@pytest.mark.parametrize("bad", ["", "%", "5 %", "5", "1.5%", "%5"])
def test_bad_percentages(bad):
    with pytest.raises(ParseError):
        parse_percent(bad)


@pytest.mark.parametrize("bad", ["", "1,2%", "1,2 điểm", "1,2điểm phần trăm", "1.2 điểm phần trăm"])
def test_bad_points(bad):
    with pytest.raises(ParseError):
        parse_percentage_points(bad)


@pytest.mark.property
@given(NUMBERS, NUMBERS, st.booleans(), st.booleans())
def test_ranges_come_back(one, other, spelled, pad):
    low, high = sorted((one, other))
    assert parse_range(format_range(low, high, spelled=spelled, pad=pad)) == (low, high)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("", "nothing"),
        ("1", "one number"),
        ("1-2", "no spaces round the dash"),
        ("1 – 2", "an en dash"),
        ("2 - 1", "the wrong order"),
        ("từ 2 đến 1", "the wrong order"),
        ("từ 1 - 2", "two forms mixed"),
        ("1 - 2 - 3", "three numbers"),
        ("1.5 - 2", "a bound that is no number"),
        ("001 - 2", "two noughts"),
    ],
)
def test_bad_ranges(bad, reason):
    with pytest.raises(ParseError):
        parse_range(bad)
    with pytest.raises(InvalidValueError):
        format_range(2, 1)
