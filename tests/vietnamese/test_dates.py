"""Days, months and quarters: the official form both ways."""

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import (
    format_date,
    format_month,
    format_quarter,
    format_weekday,
    parse_date,
    parse_month,
    parse_quarter,
    read_date,
)


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2023, 9, 5), "ngày 05 tháng 9 năm 2023", "05/9/2023"),
        (date(2026, 2, 3), "ngày 03 tháng 02 năm 2026", "03/02/2026"),
        (date(2024, 1, 10), "ngày 10 tháng 01 năm 2024", "10/01/2024"),
        (date(2024, 4, 16), "ngày 16 tháng 4 năm 2024", "16/4/2024"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", "29/6/2019"),
        (date(2025, 12, 20), "ngày 20 tháng 12 năm 2025", "20/12/2025"),
        (date(2023, 3, 9), "ngày 09 tháng 3 năm 2023", "09/3/2023"),
        (date(2024, 2, 29), "ngày 29 tháng 02 năm 2024", "29/02/2024"),
        (date.min, "ngày 01 tháng 01 năm 1", "01/01/1"),
        (date.max, "ngày 31 tháng 12 năm 9999", "31/12/9999"),
    ],
)
def test_official_forms(day, long, short):
    assert (format_date(day), format_date(day, "short")) == (long, short)
    assert parse_date(long) == parse_date(short) == day


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("ngày 5 tháng 9 năm 2023", "the nought of the day is missing"),
        ("ngày 05 tháng 09 năm 2023", "a nought before a month above 2"),
        ("ngày 05 tháng 2 năm 2023", "the nought of the month is missing"),
        ("Ngày 05 tháng 9 năm 2023", "a capital"),
        ("05 tháng 9 năm 2023", "ngày is missing"),
        ("ngày 05/9/2023", "two forms mixed"),
        ("05/09/2023", "a nought before a month above 2"),
        ("5/9/2023", "the nought of the day is missing"),
        ("05-9-2023", "dashes"),
        ("05/9/2023 ", "a space"),
        ("05/9/2023\n", "a line end"),
        ("05/9/02023", "a nought before the year"),
        ("05/9/0", "no year nought"),
        ("31/4/2023", "April has thirty days"),
        ("29/02/2023", "no leap year"),
        ("00/9/2023", "no day nought"),
        ("05/13/2023", "no thirteenth month"),
        ("05/00/2023", "no month nought"),
        ("２5/9/2023", "a full-width digit"),
    ],
)
def test_parsing_refuses(text, reason):
    with pytest.raises(ParseError):
        parse_date(text)


@pytest.mark.property
@given(st.dates())
def test_days_come_back(day):
    assert parse_date(format_date(day)) == parse_date(format_date(day, "short")) == day


@pytest.mark.property
@given(
    st.from_regex(
        r"[0-3][0-9]/[01]?[0-9]/[0-9]{1,4}", fullmatch=True, alphabet=st.characters(codec="ascii")
    )
)
def test_accepted_text_is_canonical(text):
    try:
        day = parse_date(text)
    except ParseError:
        return
    assert format_date(day, "short") == text


@pytest.mark.property
@given(
    st.dates(min_value=date(1000, 1, 1)),
    st.sampled_from(["official", "all", "none"]),
    st.sampled_from("/-."),
)
def test_every_habit_can_be_read(day, zeros, separator):
    assert read_date(format_date(day, zeros=zeros)).day == day
    assert read_date(format_date(day, "short", zeros=zeros, separator=separator)).day == day


@pytest.mark.parametrize(
    ("day", "options"),
    [
        (datetime(2023, 9, 5), {}),
        ("05/9/2023", {}),
        (date(2023, 9, 5), {"style": "medium"}),
        (date(2023, 9, 5), {"zeros": "some"}),
        (date(2023, 9, 5), {"style": "short", "separator": " "}),
    ],
)
def test_bad_options(day, options):
    with pytest.raises(InvalidValueError):
        format_date(day, **options)


@pytest.mark.parametrize(
    ("text", "day", "notes"),
    [
        ("ngày 05 tháng 9 năm 2023", date(2023, 9, 5), ""),
        ("05/9/2023", date(2023, 9, 5), ""),
        ("ngày 5 tháng 09 năm 2023", date(2023, 9, 5), "NOUGHTS"),
        ("28 tháng 05 năm 2004", date(2004, 5, 28), "NOUGHTS MIXED"),
        ("ngày 05 tháng 9/2023", date(2023, 9, 5), ""),
        ("Ngày 05 tháng 9 năm 2023", date(2023, 9, 5), "RESPELLED"),
        ("nga\u0300y 05 tha\u0301ng 9 na\u0306m 2023", date(2023, 9, 5), "RESPELLED"),
        ("ngày 05\u00a0tháng 9\nnăm 2023", date(2023, 9, 5), "RESPELLED"),
        ("05/09/2023", date(2023, 9, 5), "NOUGHTS"),
        ("01-10-1997", date(1997, 10, 1), "SEPARATOR"),
        ("1.10.1997", date(1997, 10, 1), "NOUGHTS SEPARATOR"),
        ("01–10–1997", date(1997, 10, 1), "SEPARATOR RESPELLED"),
        ("ngày 11-02-2022", date(2022, 2, 11), "SEPARATOR MIXED"),
        ("18 / 02 / 2022", date(2022, 2, 18), ""),
        ("2023-09-05", date(2023, 9, 5), "NOUGHTS SEPARATOR REVERSED"),
    ],
)
def test_read(text, day, notes):
    reading = read_date(text)
    assert reading.day == day
    assert " ".join(note.name for note in reading.notes) == notes


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("05/9/23", "whose century nobody can tell"),
        ("9/2023", "a month"),
        ("05/13/2023", "month and day in the English order"),
        ("31/9/2023", "September has thirty days"),
        ("5/9-2023", "two separators"),
        ("ngày    tháng    năm 2026", "blank slots"),
        ("05/9/20233", "five digits"),
        ("năm 2023", "a year"),
    ],
)
def test_reading_refuses(text, reason):
    with pytest.raises(ParseError):
        read_date(text)


def test_the_missing_century_is_said():
    with pytest.raises(ParseError, match="four digits"):
        read_date("05/9/23")


@pytest.mark.property
@given(st.integers(1, 9999), st.integers(1, 12), st.sampled_from(["long", "short"]))
def test_months_come_back(year, month, style):
    assert parse_month(format_month(year, month, style)) == (year, month)


@pytest.mark.property
@given(st.integers(1, 9999), st.integers(1, 4), st.sampled_from(["long", "short"]))
def test_quarters_come_back(year, quarter, style):
    assert parse_quarter(format_quarter(year, quarter, style)) == (year, quarter)


def test_months_and_quarters_as_papers_write_them():
    assert format_month(2023, 9, "short") == "tháng 9/2023"
    assert format_month(2023, 1) == "tháng 01 năm 2023"
    assert format_quarter(2025, 4, "short") == "quý IV/2025"


@pytest.mark.parametrize(
    "bad",
    ["", "tháng 9", "tháng 09/2023", "tháng 2/2023", "tháng 13/2023", "9/2023", "Tháng 9/2023"],
)
def test_bad_months(bad):
    with pytest.raises(ParseError):
        parse_month(bad)


@pytest.mark.parametrize(
    "bad",
    ["", "quý 3 năm 2023", "quý V/2023", "quý IIII/2023", "Quý I/2023", "quý III", "quý iii/2023"],
)
def test_bad_quarters(bad):
    with pytest.raises(ParseError):
        parse_quarter(bad)


@pytest.mark.parametrize("make", [format_month, format_quarter])
@pytest.mark.parametrize(
    ("year", "part"), [(2023, 0), (2023, 13), (0, 1), (10_000, 1), (2023, 1.0)]
)
def test_bad_parts(make, year, part):
    with pytest.raises(InvalidValueError):
        make(year, part)
    with pytest.raises(InvalidValueError, match="style"):
        make(2023, 1, "medium")


def test_weekdays():
    names = [format_weekday(date(2023, 9, day)) for day in range(4, 11)]
    assert names == ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"]
    assert all(re.fullmatch(r"Thứ \w+|Chủ Nhật", name) for name in names)
