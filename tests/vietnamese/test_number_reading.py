"""Numbers as papers have them: what is accepted, what is noted, what is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import NumberReading, format_number, read_number


@pytest.mark.parametrize(
    ("text", "value", "notes"),
    [
        ("0", "0", ""),
        ("5", "5", ""),
        ("394", "394", ""),
        ("98,45", "98.45", ""),
        ("1.234.567", "1234567", ""),
        ("1.234,5", "1234.5", ""),
        ("1.808", "1808", "DOT_BEFORE_THREE"),
        ("2.500", "2500", "DOT_BEFORE_THREE"),
        ("1295", "1295", "UNGROUPED"),
        ("122950,5", "122950.5", "UNGROUPED"),
        ("05", "5", "PADDED"),
        ("00", "0", "PADDED"),
        ("05,5", "5.5", "PADDED"),
        ("1 295 000", "1295000", "SPACED"),
        ("1\u00a0295", "1295", "SPACED RESPELLED"),
        ("+7", "7", "SIGNED"),
        ("-7", "-7", ""),
        ("−7", "-7", "RESPELLED"),
        ("- 7", "-7", ""),
        (" 7 ", "7", "RESPELLED"),
        ("7\u200b", "7", "RESPELLED"),
        ("1,234,567", "1234567", "ENGLISH"),
        ("1,234.5", "1234.5", "ENGLISH"),
        ("1,234", "1.234", "COMMA_BEFORE_THREE"),
        ("0,234", "0.234", ""),
        ("1.234,567", "1234.567", ""),
        ("-0", "0", ""),
        ("-1.000", "-1000", "DOT_BEFORE_THREE"),
    ],
)
def test_read(text, value, notes):
    reading = read_number(text)
    assert str(reading.value) == value
    assert " ".join(note.name for note in reading.notes) == notes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("1.5", "1,5 or 1.500; never 15"),
        ("12.34", "12,34 or a slip; never 1234"),
        ("1.234.5", "the last group has one digit; never 12345"),
        ("1.2345", "no group of three"),
        ("1.23,4", "no group of three"),
        ("0.500", "0,5 or 500"),
        ("007", "a code"),
        ("1,2,3", "a list"),
        ("12,34,567", "no group of three"),
        ("1 23", "two numbers"),
        ("1..234", "two dots"),
        (".5", "English"),
        ("5.", "a sentence end"),
        ("+-5", "two signs"),
        ("5%", "a percentage"),
        ("năm", "a word"),
        ("１２", "full-width digits"),
    ],
)
def test_refused(text, reason):
    with pytest.raises(ParseError):
        read_number(text)


def test_the_message_says_both_meanings():
    with pytest.raises(ParseError, match=r"want 12,3 for decimals or 12\.300 for thousands"):
        read_number("12.3")


@pytest.mark.property
@given(st.decimals(allow_nan=False, allow_infinity=False, places=2))
def test_canonical_numbers_are_read_without_repair(value):
    reading = read_number(format_number(value))
    assert reading.value == value
    assert {note.name for note in reading.notes} <= {"DOT_BEFORE_THREE", "COMMA_BEFORE_THREE"}


@pytest.mark.property
@given(st.text("0123456789.,- +", max_size=14))
def test_digits_are_never_changed(text):
    try:
        reading = read_number(text)
    except ParseError:
        return
    digits = "".join(c for c in text if c.isdigit())
    written = "".join(c for c in f"{reading.value:f}" if c.isdigit())
    assert digits.lstrip("0") == written.lstrip("0")


def test_a_reading_evaluates():
    from danvan.vietnamese import NumberNote  # noqa: F401  # named in the repr

    reading = read_number("05")
    assert eval(repr(reading)) == reading
    with pytest.raises(InvalidValueError):
        NumberReading(1.5)
    with pytest.raises(InvalidValueError):
        NumberReading(Decimal(1), ("PADDED",))
