"""Numbers in f-strings."""

import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import Numeral


@pytest.mark.parametrize(
    ("value", "spec", "text"),
    [
        ("1234.5", "", "1.234,5"),
        ("1234.5", ">12", "     1.234,5"),
        ("1234.5", "<9", "1.234,5  "),
        ("1234.5", "^9", " 1.234,5 "),
        ("1234.5", ".2", "1.234,50"),
        ("1234.5", ".0", "1.235"),
        ("7", "+", "+7"),
        ("5", "02", "05"),
        ("5.0", "02", "05"),
        ("5.5", "02", "5,5"),
        ("12", "02", "12"),
        ("5", ">402", "  05"),
        ("98.45", "%", "98,45%"),
        ("98.45", "+.1%", "+98,5%"),
        ("21", "w", "hai mươi mốt"),
        ("21", "W", "Hai mươi mốt"),
        ("1.5", "w", "một phẩy năm"),
    ],
)
def test_specs(value, spec, text):
    assert format(Numeral(Decimal(value)), spec) == text


@pytest.mark.parametrize("spec", ["d", ",.2f", ">", "0", ".", "%%", "ww", "03", ">100", "x", " "])
def test_other_specs_are_refused(spec):
    with pytest.raises(InvalidValueError, match="format of a numeral"):
        format(Numeral(5), spec)


@pytest.mark.property
@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_strict_inverse(value):
    numeral = Numeral(value)
    assert Numeral.parse(str(numeral)) == numeral
    assert str(Numeral.parse(str(numeral))) == str(numeral) == format(numeral)
    assert eval(repr(numeral)) == numeral
    assert pickle.loads(pickle.dumps(numeral)) == numeral
    assert hash(Numeral(value)) == hash(numeral)


@pytest.mark.parametrize("bad", [1.5, True, "5", None, Decimal("NaN"), 10**4001])
def test_bad_values(bad):
    with pytest.raises(InvalidValueError):
        Numeral(bad)
    with pytest.raises(ParseError):
        Numeral.parse("1.5")
