"""Names of lunar years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import (
    is_year_name,
    new_year_name,
    parse_new_year,
    year_name,
    years_named,
)


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (1930, "Canh Ngọ"),
        (1945, "Ất Dậu"),
        (1954, "Giáp Ngọ"),
        (1968, "Mậu Thân"),
        (1975, "Ất Mão"),
        (1984, "Giáp Tý"),
        (1986, "Bính Dần"),
        (2000, "Canh Thìn"),
        (2013, "Quý Tỵ"),
        (2019, "Kỷ Hợi"),
        (2021, "Tân Sửu"),
        (2022, "Nhâm Dần"),
        (2023, "Quý Mão"),
        (2024, "Giáp Thìn"),
        (2025, "Ất Tỵ"),
        (2026, "Bính Ngọ"),
    ],
)
def test_known_years(year, name):
    assert year_name(year) == name
    assert year in years_named(name)
    assert is_year_name(name, year)
    assert not is_year_name(name, year + 1)


def test_a_wrong_name_can_be_called_wrong():
    assert not is_year_name("Quý Tỵ", 2022)
    assert years_named("Quý Tỵ", 2000, 2030) == (2013,)
    with pytest.raises(ParseError, match="Nhâm Dần for 2022"):
        parse_new_year("Tết Nguyên đán Quý Tỵ 2022")


@pytest.mark.parametrize(
    "spelling", ["Quý Mão", "quý mão", "QUÝ MẸO", "Quí Mão", "Quy\u0301 Ma\u0303o", " Quý  Mẹo "]
)
def test_spellings(spelling):
    assert years_named(spelling, 2000, 2060) == (2023,)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "nothing"),
        ("Quý", "a stem alone"),
        ("Mão", "a branch alone"),
        ("Giáp Sửu", "a pair that never meets"),
        ("Mão Quý", "the wrong order"),
        ("Quy Mao", "no marks"),
        ("Quý Mèo", "the animal and not the branch"),
    ],
)
def test_no_names(name, reason):
    with pytest.raises(ParseError):
        years_named(name)
    assert not is_year_name(name, 2023)


@pytest.mark.property
@given(st.integers(1, 9999))
def test_names_come_back(year):
    assert years_named(year_name(year), year, year) == (year,)
    assert years_named(year_name(year), year - 59, year + 60) == (year, year + 60)
    assert parse_new_year(new_year_name(year)) == year


def test_sixty_names():
    assert len({year_name(year) for year in range(1984, 2044)}) == 60
    assert years_named("Quý Mão", 2024, 2030) == ()


@pytest.mark.parametrize(
    "bad", ["", "Tết Quý Mão 2023", "Tết Nguyên đán 2023", "Tết Nguyên đán Quý Mão"]
)
def test_no_new_year(bad):
    with pytest.raises(ParseError):
        parse_new_year(bad)


@pytest.mark.parametrize("bad", [0, 10_000, 2023.0, True])
def test_no_years(bad):
    with pytest.raises(InvalidValueError):
        year_name(bad)
