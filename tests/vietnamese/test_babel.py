"""Where Babel is used its results are right; where it is not, they are wrong, and pinned."""

from datetime import date
from decimal import Decimal

import pytest
from babel import Locale
from babel.dates import format_date as babel_date
from babel.lists import format_list
from babel.numbers import format_compact_decimal, format_decimal, parse_decimal
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import ParseError
from danvan.vietnamese import (
    format_date,
    format_number,
    format_scaled,
    join_list,
    parse_number,
)
from danvan.vietnamese._locale import vietnamese


def test_the_locale_is_made_once():
    assert vietnamese() is vietnamese()
    assert vietnamese() == Locale("vi")


@pytest.mark.property
@given(st.lists(st.text("abc đ", min_size=1, max_size=5), max_size=6))
def test_lists_agree(items):
    assert join_list(items) == format_list(items, locale=vietnamese())


def test_lists_with_another_word():
    assert join_list(iter(["a", "b"]), last="hoặc") == "a hoặc b"


@pytest.mark.property
@given(st.integers(-(10**18), 10**18), st.integers(0, 6))
def test_grouping_agrees(digits, places):
    value = Decimal((digits < 0, tuple(map(int, str(abs(digits)))), -places))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    assert format_number(value) == format_decimal(value, pattern, locale=vietnamese())


@pytest.mark.parametrize(
    ("value", "scale"), [(10**6, "triệu"), (10**9, "tỷ"), (10**12, "nghìn tỷ")]
)
def test_long_scales_agree(value, scale):
    theirs = format_compact_decimal(value, format_type="long", locale=vietnamese())
    assert theirs.replace("\u00a0", " ") == format_scaled(value, scale)


def test_babel_reads_an_english_decimal_as_thousands():
    assert parse_decimal("1.5", locale="vi") == Decimal(15)
    with pytest.raises(ParseError):
        parse_number("1.5")


def test_babel_rounds_unasked_and_drops_noughts():
    assert format_decimal(Decimal("1.23456"), locale="vi") == "1,235"
    assert format_decimal(Decimal("1.50"), locale="vi") == "1,5"
    assert format_number(Decimal("1.23456")) == "1,23456"
    assert format_number(Decimal("1.50")) == "1,50"


def test_babel_rounds_half_to_even():
    assert format_decimal(Decimal("102.25"), "#,##0.0", locale="vi") == "102,2"
    assert format_number(Decimal("102.25"), places=1) == "102,3"


def test_babel_has_no_official_date():
    day = date(2025, 7, 1)
    theirs = {babel_date(day, name, locale="vi") for name in ("short", "medium", "long", "full")}
    assert theirs.isdisjoint({format_date(day), format_date(day, "short")})
