"""Cut-off calendars: windows tile as their periods do, and name them again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.periods import Calendar, Period, calendars, cut_off

DECREE = calendars()["decree_09_2019"]


@pytest.mark.parametrize(
    ("calendar", "period", "window"),
    [
        ("decree_09_2019", "tháng 9 năm 2023", "từ ngày 15/8/2023 đến ngày 14/9/2023"),
        ("decree_09_2019", "quý I năm 2023", "từ ngày 15/12/2022 đến ngày 14/3/2023"),
        ("decree_09_2019", "6 tháng đầu năm 2023", "từ ngày 15/12/2022 đến ngày 14/6/2023"),
        ("decree_09_2019", "6 tháng cuối năm 2023", "từ ngày 15/6/2023 đến ngày 14/12/2023"),
        ("decree_09_2019", "9 tháng năm 2023", "từ ngày 15/12/2022 đến ngày 14/9/2023"),
        ("decree_09_2019", "năm 2023", "từ ngày 15/12/2022 đến ngày 14/12/2023"),
        ("calendar_year", "năm 2023", "năm 2023"),
        ("day_25", "tháng 1 năm 2023", "từ ngày 01/01/2023 đến ngày 25/01/2023"),
        ("day_25", "tháng 12 năm 2023", "từ ngày 26/11/2023 đến ngày 31/12/2023"),
        ("day_25", "năm 2023", "năm 2023"),
    ],
)
def test_windows(calendar, period, window):
    assert str(calendars()[calendar].window(Period.parse(period))) == window
    assert str(calendars()[calendar].named(Period.parse(window))) == period


def test_what_is_no_window_has_no_name():
    assert DECREE.named(Period.year(2023)) is None
    assert calendars()["calendar_year"].named(Period(date(2023, 1, 1), date(2023, 1, 5))) is None


def test_only_whole_months_have_a_window():
    with pytest.raises(InvalidValueError, match="whole months"):
        DECREE.window(Period(date(2023, 1, 5), date(2023, 1, 31)))


@pytest.mark.parametrize("closing_day", [0, 29, 31, "14"])
def test_a_closing_day_exists_in_every_month(closing_day):
    with pytest.raises(InvalidValueError, match="1 to 28"):
        Calendar("own", "Riêng", closing_day)


def test_entries_say_how_sure_they_are():
    assert {one.code: one.confidence for one in calendars()} == {
        "calendar_year": "sure",
        "decree_09_2019": "likely",
        "day_25": "unsure",
    }


@pytest.mark.property
@given(st.none() | st.integers(1, 28), st.booleans(), st.integers(2, 9999))
def test_months_quarters_and_halves_tile_the_year_in_every_calendar(day, in_full, year):
    calendar = Calendar("own", "Riêng", day, in_full)
    whole = calendar.window(Period.year(year))
    for parts in (
        [Period.month(year, n) for n in range(1, 13)],
        [Period.quarter(year, n) for n in range(1, 5)],
        [Period.half(year, 1), Period.half(year, 2)],
        [Period.nine_months(year), Period.quarter(year, 4)],
    ):
        windows = [calendar.window(part) for part in parts]
        assert whole.tiles(windows)
        assert [calendar.named(window) for window in windows] == parts


@pytest.mark.parametrize(
    ("window", "code", "period"),
    [
        ("từ ngày 15/12/2022 đến ngày 14/9/2023", "decree_09_2019", "9 tháng năm 2023"),
        ("từ ngày 26/11/2023 đến ngày 31/12/2023", "day_25", "tháng 12 năm 2023"),
    ],
)
def test_whose_cut_off_a_window_is(window, code, period):
    calendar, named = cut_off(Period.parse(window))
    assert (calendar.code, str(named)) == (code, period)


@pytest.mark.parametrize(
    "period", ["năm 2023", "ngày 06/9/2023", "từ ngày 20/12/2022 đến ngày 05/9/2023"]
)
def test_what_is_nobodys_cut_off(period):
    assert cut_off(Period.parse(period)) is None
