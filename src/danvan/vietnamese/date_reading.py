"""Days in every form that papers really have, with a word on what was unusual.

>>> read_date("05-09-2023")
DateReading(day=datetime.date(2023, 9, 5), notes=(DateNote.NOUGHTS, DateNote.SEPARATOR))
>>> read_date("11 tháng 02 năm 2022").day
datetime.date(2022, 2, 11)
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import ParseError
from danvan.vietnamese.cleaning import clean
from danvan.vietnamese.letters import lower

__all__ = ["DateNote", "DateReading", "read_date"]


class DateNote(Word):
    """What is unusual about a date."""

    NOUGHTS = "noughts not by the official rule"
    SEPARATOR = "other separators than /"
    MIXED = "the word ngày before figures, or words without it"
    REVERSED = "the year first"
    RESPELLED = "unusual spaces, dashes, letters or invisible characters"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@frozen
class DateReading:
    """A day and what had to be said about its form.

    Attributes:
        day: the day.
        notes: what was unusual, in a fixed order.
    """

    day: date = field(validator=_fields.day)
    notes: tuple[DateNote, ...] = field(default=(), validator=_fields.tuple_of(DateNote))


def read_date(text: str, /) -> DateReading:
    """Read a day in any habit: words or figures, with or without noughts, /, - or dots.

    The day stands before the month always, as everywhere in Viet Nam; only a
    year of four digits in front turns the order round (2023-09-05).

    Raises:
        ParseError: no date, no day of the calendar, or a year of two digits,
            whose century nobody can tell.

    >>> read_date("ngày 5/9/2023").day, read_date("2023-09-05").day
    (datetime.date(2023, 9, 5), datetime.date(2023, 9, 5))
    """
    cleaned = lower(clean(text).text)
    spaced = " ".join(cleaned.split())
    found = ((form, pattern.fullmatch(spaced)) for form, pattern in _FORMS.items())
    form, match = next(((form, match) for form, match in found if match), ("", None))
    if match is None:
        want = "a year of four digits" if _SHORT_YEAR.fullmatch(spaced) else "a form like 05/9/2023"
        raise ParseError("date", text, want)
    number, month, year = match["day"], match["month"], match["year"]
    try:
        day = date(int(year), int(month), int(number))
    except ValueError:
        raise ParseError("date", text, "a day of the calendar") from None
    official = f"{day.day:02d}", f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    notes = {
        DateNote.NOUGHTS: (number, month) != official,
        DateNote.SEPARATOR: form != "words" and match["separator"] != "/",
        DateNote.MIXED: bool(match["head"]) is not (form == "words"),
        DateNote.REVERSED: form == "reversed",
        DateNote.RESPELLED: spaced != text,
    }
    return DateReading(day, tuple(note for note in DateNote if notes[note]))


_HEAD: Final = "(?P<head>ngày )?"
_DAY_MONTH: Final = "(?P<day>[0-9]{1,2})%s(?P<month>[0-9]{1,2})%s(?P<year>[0-9]{4})"
_SEPARATOR: Final = " ?(?P<separator>[/.-]) ?", " ?(?P=separator) ?"
_FORMS: Final = {
    "words": re.compile(_HEAD + _DAY_MONTH % (" tháng ", "(?: năm |/)")),
    "figures": re.compile(_HEAD + _DAY_MONTH % _SEPARATOR),
    "reversed": re.compile(
        f"{_HEAD}(?P<year>[0-9]{{4}})(?P<separator>[/.-])"
        "(?P<month>[0-9]{1,2})(?P=separator)(?P<day>[0-9]{1,2})"
    ),
}
_SHORT_YEAR: Final = re.compile("(?:ngày )?[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}")
