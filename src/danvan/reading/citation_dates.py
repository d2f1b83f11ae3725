"""The date and the term of office that stand behind a number, in every style seen.

``ngày 05 tháng 3 năm 2020``, ``ngày 18/02/2022``, ``(12-12-2013)``, ``ngày 15.12
năm 2016``; ``khóa XI``, ``(khoá XIII)``.  A date that the calendar does not have
is passed over, not mended.
"""

from __future__ import annotations

import re
from datetime import date

__all__ = ["date_after", "place_and_date", "term_after", "term_between"]

_S = r"[ \t]{0,4}(?:\r?\n[ \t]{0,60})?"
_DAY = (
    rf"(?P<day>[0-9]{{1,2}}){_S}(?:tháng|[/.-]){_S}(?P<month>[0-9]{{1,2}})"
    rf"(?:{_S}(?:,{_S})?(?:năm|[/.,-])?{_S}(?P<year>[0-9]{{4}})(?![0-9]))?"
)
_LONG = (
    rf"(?:(?:cùng|đều){_S})?(?:đề{_S}|ban{_S}hành{_S}|ký{_S}(?:ban{_S}hành{_S})?)?"
    rf"(?-i:ngày|NGÀY){_S}"
)
_LEAD = rf"[*_”\"’]*{_S}(?:,{_S})?\(?{_S}"
_DATE = re.compile(
    rf"{_LEAD}(?:{_LONG}(?:{_DAY}|[. …]{{0,12}}tháng[. …]{{0,12}}năm{_S}[0-9. …]{{0,8}})"
    rf"|(?P<d>[0-9]{{1,2}})[/.-](?P<m>[0-9]{{1,2}})[/.-](?P<y>[0-9]{{4}})(?![0-9])"
    rf"|năm{_S}[12][0-9]{{3}}(?![0-9]))(?:{_S}\))?",
    re.IGNORECASE,
)
_TERM_WORDS = rf"kh(?:óa|oá){_S}(?:thứ{_S})?(?P<term>[IVXL]{{1,7}}|[0-9]{{1,2}})(?!\w)"
_TERM = re.compile(rf"{_LEAD}{_TERM_WORDS}(?:{_S}\))?", re.IGNORECASE)
_TERM_WITHIN = re.compile(rf"(?<!\w){_TERM_WORDS}", re.IGNORECASE)
_OF_PLACE = re.compile(rf", {{0,3}}ngày{_S}{_DAY}")
_PLACE = re.compile(r"(?:[\n\t|>*_]|[- ] )[ \t*_]*[^\W\d_](?:[^\W\d_]|[ .'’-]){0,40}$")


def date_after(text: str, at: int) -> tuple[date | None, int] | None:
    """The date that begins at an offset, and where it ends; ``None`` where none does."""
    found = _DATE.match(text, at)
    if found is None:
        return None
    parts = found.group("day", "month", "year")
    if parts[0] is None:
        parts = found.group("d", "m", "y")
    return _day(*parts), found.end()


def term_after(text: str, at: int) -> tuple[str, int] | None:
    """The term of office that begins at an offset, and where it ends."""
    found = _TERM.match(text, at)
    return (found["term"].upper(), found.end()) if found else None


def term_between(text: str, start: int, end: int) -> str | None:
    """The term of office named between two offsets: in the title before a number."""
    found = _TERM_WITHIN.search(text, start, end)
    return found["term"].upper() if found else None


def place_and_date(text: str, start: int, end: int) -> date | None:
    """The date of the first line between two offsets that begins with a place and a date."""
    for found in _OF_PLACE.finditer(text, start, end):
        before = text[max(0, found.start() - 48) : found.start()]
        if _PLACE.search(before if len(before) == 48 else f"\n{before}"):
            return _day(*found.group("day", "month", "year"))
    return None


def _day(day: str | None, month: str | None, year: str | None) -> date | None:
    if not (day and month and year):
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
