"""Periods: named by their days, written one way, moved back by what they are."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.periods import Cadence, Period
from danvan.testing import values as dst


@pytest.mark.parametrize(
    ("text", "first", "last", "cadence"),
    [
        ("tháng 9 năm 2023", (2023, 9, 1), (2023, 9, 30), Cadence.MONTH),
        ("tháng 2 năm 2024", (2024, 2, 1), (2024, 2, 29), Cadence.MONTH),
        ("quý III năm 2023", (2023, 7, 1), (2023, 9, 30), Cadence.QUARTER),
        ("6 tháng đầu năm 2023", (2023, 1, 1), (2023, 6, 30), Cadence.HALF_YEAR),
        ("6 tháng cuối năm 2023", (2023, 7, 1), (2023, 12, 31), Cadence.HALF_YEAR),
        ("9 tháng năm 2023", (2023, 1, 1), (2023, 9, 30), Cadence.NINE_MONTHS),
        ("năm 2023", (2023, 1, 1), (2023, 12, 31), Cadence.YEAR),
        ("giai đoạn 2021 - 2025", (2021, 1, 1), (2025, 12, 31), Cadence.YEARS),
        ("từ ngày 10/8/2022 đến ngày 14/3/2023", (2022, 8, 10), (2023, 3, 14), Cadence.SPAN),
        ("từ ngày 01/01/2023 đến ngày 28/02/2023", (2023, 1, 1), (2023, 2, 28), Cadence.SPAN),
        ("ngày 05/9/2023", (2023, 9, 5), (2023, 9, 5), Cadence.SPAN),
    ],
)
def test_read_and_written_again(text, first, last, cadence):
    found = Period.parse(text)
    assert (found.first, found.last) == (date(*first), date(*last))
    assert (str(found), found.cadence) == (text, cadence)
    assert eval(repr(found)) == found  # our own repr


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("tháng 13 năm 2023", "no such month"),
        ("tháng 09 năm 2023", "a zero before the month"),
        ("tháng 9/2023", "a stroke"),
        ("quý 3 năm 2023", "no Roman number"),
        ("quý V năm 2023", "no such quarter"),
        ("quý IIII năm 2023", "no Roman number"),
        ("3 tháng đầu năm 2023", "that is quý I"),
        ("6 tháng năm 2023", "which six"),
        ("9 tháng đầu năm 2023", "the short form is 9 tháng"),
        ("năm 02023", "a zero before the year"),
        ("năm 20233", "no year of the calendar"),
        ("Năm 2023", "a capital"),
        ("giai đoạn 2025 - 2021", "the wrong way round"),
        ("giai đoạn 2021 - 2021", "one year is năm 2021"),
        ("giai đoạn 2021-2025", "no spaces round the dash"),
        ("từ ngày 01/9/2023 đến ngày 30/9/2023", "that is tháng 9"),
        ("từ ngày 1/9/2023 đến ngày 29/9/2023", "a day below ten without zero"),
        ("từ ngày 30/02/2023 đến ngày 01/3/2023", "no such day"),
        ("từ ngày 02/9/2023 đến ngày 01/9/2023", "it ends before it begins"),
        ("năm 2023 ", "a space behind"),
        ("", "nothing"),
    ],
)
def test_what_is_not_canonical_is_not_read(text, why):
    with pytest.raises(ParseError) as error:
        Period.parse(text)
    assert error.value.got == text


def test_it_does_not_end_before_it_begins():
    with pytest.raises(InvalidValueError, match="a day from 2023-09-06 on, got '2023-09-05'"):
        Period(date(2023, 9, 6), date(2023, 9, 5))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Period(datetime(2023, 9, 6), date(2023, 9, 7)),
        lambda: Period("2023", "2024"),
        lambda: Period.month(2023, 0),
        lambda: Period.quarter(2023, 5),
        lambda: Period.half(2023, 3),
        lambda: Period.year(0),
        lambda: Period.year(10_000),
        lambda: Period.years(2025, 2021),
    ],
)
def test_what_is_no_period_is_not_made(make):
    with pytest.raises(InvalidValueError):
        make()


@pytest.mark.parametrize(
    ("of", "previous", "last_year"),
    [
        ("tháng 1 năm 2023", "tháng 12 năm 2022", "tháng 1 năm 2022"),
        ("tháng 2 năm 2024", "tháng 1 năm 2024", "tháng 2 năm 2023"),
        ("tháng 2 năm 2025", "tháng 1 năm 2025", "tháng 2 năm 2024"),
        ("quý I năm 2023", "quý IV năm 2022", "quý I năm 2022"),
        ("6 tháng đầu năm 2023", "6 tháng cuối năm 2022", "6 tháng đầu năm 2022"),
        ("9 tháng năm 2023", "9 tháng năm 2022", "9 tháng năm 2022"),
        ("năm 2023", "năm 2022", "năm 2022"),
        ("giai đoạn 2021 - 2025", "giai đoạn 2016 - 2020", "giai đoạn 2020 - 2024"),
        ("ngày 29/02/2024", "ngày 28/02/2024", "ngày 28/02/2023"),
        (
            "từ ngày 01/01/2025 đến ngày 28/02/2025",
            "từ ngày 01/11/2024 đến ngày 31/12/2024",
            "từ ngày 01/01/2024 đến ngày 29/02/2024",
        ),
        (
            "từ ngày 15/12/2022 đến ngày 14/12/2023",
            "từ ngày 15/12/2021 đến ngày 14/12/2022",
            "từ ngày 15/12/2021 đến ngày 14/12/2022",
        ),
    ],
)
def test_before(of, previous, last_year):
    assert str(Period.parse(of).previous()) == previous
    assert str(Period.parse(of).same_period_last_year()) == last_year


@pytest.mark.parametrize("first", [Period.month(1, 1), Period.year(1), Period(date.min, date.min)])
def test_before_the_calendar_there_is_nothing(first):
    with pytest.raises(InvalidValueError, match="after the first year"):
        first.previous()


def test_contains_and_overlaps():
    nine, quarter = Period.nine_months(2023), Period.quarter(2023, 3)
    assert quarter in nine
    assert date(2023, 9, 30) in nine
    assert nine not in quarter
    assert not nine.contains(date(2023, 10, 1))
    assert quarter.overlaps(nine)
    assert not quarter.overlaps(Period.quarter(2023, 4))


@pytest.mark.parametrize(
    ("parts", "tiles"),
    [
        (["quý I năm 2023", "quý II năm 2023", "quý III năm 2023"], True),
        (["quý III năm 2023", "6 tháng đầu năm 2023"], True),
        (["9 tháng năm 2023"], True),
        (["quý I năm 2023", "quý III năm 2023"], False),  # a gap
        (["6 tháng đầu năm 2023", "quý II năm 2023", "quý III năm 2023"], False),  # an overlap
        (["6 tháng đầu năm 2023", "6 tháng cuối năm 2023"], False),  # too much
        ([], False),
    ],
)
def test_tiles(parts, tiles):
    assert Period.nine_months(2023).tiles(map(Period.parse, parts)) is tiles


@pytest.mark.property
class TestLaws:
    @given(dst.periods())
    def test_the_period_before_ends_before_and_is_of_its_kind(self, period):
        assume(period.first.year > 400 and period.last.year - period.first.year < 100)
        before = period.previous()
        assert before.last < period.first
        if period.cadence is not Cadence.NINE_MONTHS:
            assert before.last + timedelta(days=1) == period.first
            assert before.overlaps(period) is False
        if period.cadence is not Cadence.SPAN:
            assert before.cadence is period.cadence

    @given(dst.periods(), st.lists(st.integers(1, 10**6), max_size=5))
    def test_cut_anywhere_the_pieces_tile_it(self, period, cuts):
        days = sorted({cut % period.days for cut in cuts} - {0})
        edges = [period.first + timedelta(days=n) for n in days]
        firsts = [period.first, *edges]
        lasts = [*(edge - timedelta(days=1) for edge in edges), period.last]
        pieces = [Period(*ends) for ends in zip(firsts, lasts, strict=True)]
        assert period.tiles(reversed(pieces))
        assert sum(piece.days for piece in pieces) == period.days
        if len(pieces) > 1:
            assert not period.tiles(pieces[1:])

    @given(dst.periods(), dst.periods())
    def test_containing_is_overlapping_and_more(self, one, other):
        assert one.overlaps(other) is other.overlaps(one)
        if other in one:
            assert one.overlaps(other)


@pytest.mark.parametrize(
    ("since", "years", "last"),
    [
        (date(2013, 12, 12), 10, date(2023, 12, 11)),
        (date(2022, 2, 11), 1, date(2023, 2, 10)),
        (date(2020, 2, 29), 5, date(2025, 2, 28)),  # five years are full on 1 March
        (date(2020, 2, 29), 4, date(2024, 2, 28)),
        (date(2004, 1, 1), 20, date(2023, 12, 31)),
    ],
)
def test_what_a_review_looks_back_on(since, years, last):
    review = Period.review(since, years)
    assert (review.first, review.last) == (since, last)
    assert review.full_years == years
    assert Period(since, last - timedelta(days=1)).full_years == years - 1


@pytest.mark.parametrize("years", [0, -1, 7977])
def test_a_review_of_no_years_and_of_too_many(years):
    with pytest.raises(InvalidValueError, match="years of a review"):
        Period.review(date(2023, 1, 1), years)


@pytest.mark.property
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 100))
def test_reviews_of_more_years_hold_those_of_fewer(since, years):
    review = Period.review(since, years)
    assert review.full_years == years
    assert review in Period.review(since, years + 1)
