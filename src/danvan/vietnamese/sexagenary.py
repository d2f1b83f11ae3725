"""Lunar years by name: ten stems (can) and twelve branches (chi) make a round of sixty.

>>> year_name(2023), new_year_name(2023)
('Quý Mão', 'Tết Nguyên đán Quý Mão 2023')
>>> is_year_name("Quý Tỵ", 2022)
False
"""

from __future__ import annotations

import re
from typing import Final

from danvan.errors import ParseError
from danvan.vietnamese.exact import check_whole
from danvan.vietnamese.letters import spelling_key

__all__ = [
    "BRANCHES",
    "STEMS",
    "is_year_name",
    "new_year_name",
    "parse_new_year",
    "year_name",
    "years_named",
]

STEMS: Final = ("Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý")
"""The ten stems (thiên can)."""

BRANCHES: Final = (
    "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi",
)  # fmt: skip
"""The twelve branches (địa chi), one animal each."""


def year_name(year: int) -> str:
    """The name of the lunar year that begins in a calendar year.

    Raises:
        InvalidValueError: a year not from 1 to 9999.

    >>> year_name(1984), year_name(2022), year_name(2026)
    ('Giáp Tý', 'Nhâm Dần', 'Bính Ngọ')
    """
    check_whole("year", year, 1, 9999)
    return f"{STEMS[(year - 4) % 10]} {BRANCHES[(year - 4) % 12]}"


def years_named(name: str, first: int = 1900, last: int = 2099) -> tuple[int, ...]:
    """The calendar years in which a lunar year of this name begins.

    The spellings with i for y, the other tone style, and Mẹo for Mão are known.

    Raises:
        ParseError: no stem and branch, or a pair that never meets (Giáp Sửu).

    >>> years_named("Quý Mão"), years_named("Kỉ Tị", 1980, 2000)
    ((1903, 1963, 2023, 2083), (1989,))
    """
    key = spelling_key(name)
    place = _PLACES.get(key)
    if place is None:
        raise ParseError("name of a lunar year", name, "a stem and its branch, as in Quý Mão")
    return tuple(range(first + (place + 4 - first) % 60, last + 1, 60))


def is_year_name(name: str, year: int) -> bool:
    """Whether the lunar year beginning in a calendar year is called so; False for no name at all.

    >>> is_year_name("Quý Mão", 2023), is_year_name("Quý Mẹo", 2023), is_year_name("Tết", 2023)
    (True, True, False)
    """
    return _PLACES.get(spelling_key(name)) == (year - 4) % 60


def new_year_name(year: int) -> str:
    """The lunar new year with its name and its calendar year.

    Raises:
        InvalidValueError: a year not from 1 to 9999.

    >>> new_year_name(2026)
    'Tết Nguyên đán Bính Ngọ 2026'
    """
    return f"Tết Nguyên đán {year_name(year)} {year}"


def parse_new_year(text: str, /) -> int:
    """The calendar year of a lunar new year, the inverse of :func:`new_year_name`.

    Raises:
        ParseError: another form, or a name that is not that year's.

    >>> parse_new_year("Tết Nguyên đán Quý Tỵ 2022")
    Traceback (most recent call last):
        ...
    danvan.errors.ParseError: lunar new year: want Nhâm Dần for 2022,
    got 'Tết Nguyên đán Quý Tỵ 2022'
    """
    match = _NEW_YEAR.fullmatch(text)
    if match is None:
        raise ParseError("lunar new year", text, "a form like Tết Nguyên đán Quý Mão 2023")
    name, year = match[1], int(match[2])
    if name != year_name(year):
        raise ParseError("lunar new year", text, f"{year_name(year)} for {year}")
    return year


_NEW_YEAR: Final = re.compile("Tết Nguyên đán (.+) ([1-9][0-9]{0,3})")
_OTHER_SPELLINGS: Final = {
    "kỷ": ("kỉ",),
    "quý": ("quí",),
    "tý": ("tí",),
    "tỵ": ("tị",),
    "mão": ("mẹo",),
}


def _spellings(word: str) -> tuple[str, ...]:
    key = spelling_key(word)
    return (key, *_OTHER_SPELLINGS.get(key, ()))


_PLACES: Final = {
    f"{stem} {branch}": place
    for place in range(60)
    for stem in _spellings(STEMS[place % 10])
    for branch in _spellings(BRANCHES[place % 12])
}
