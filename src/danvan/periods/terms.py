"""Terms of office: the years a committee or an assembly sits.

A term begins and ends on days that its name does not tell: "nhiệm kỳ 2020 - 2025" of
one body is not that of another.  The terms papers cite by their number are a catalogue.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.periods.period import Period

__all__ = ["Term", "terms"]


@frozen
class Term:
    """A term of office of one body.

    Attributes:
        code: its key in the catalogue.
        name: what papers call it: "Quốc hội khóa XV".
        body: the key of the body: ``"central_committee"``, ``"national_assembly"``.
        number: which of its terms it is, counted from 1.
        valid_from: its first day.
        valid_to: its last day; ``None`` while it lasts.
        source: where its days come from.
        confidence: how sure they are: "sure", "likely" or "unsure".

    >>> eleventh = terms()["central_committee_11"]
    >>> print(eleventh, eleventh.period, sep=": ")
    Ban Chấp hành Trung ương Đảng khóa XI: từ ngày 19/01/2011 đến ngày 27/01/2016
    >>> [term.code for term in terms().on(date(2008, 1, 28))]
    ['central_committee_10', 'national_assembly_12']
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    body: str = field(validator=_fields.text)
    number: int = field(validator=_fields.whole(1))
    valid_from: date = field(validator=_fields.day)
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()

    @property
    def period(self) -> Period | None:
        """Its days from the first to the last; ``None`` while it lasts."""
        return None if self.valid_to is None else Period(self.valid_from, self.valid_to)

    def __str__(self) -> str:
        return self.name


@cache
def terms() -> Catalogue[Term]:
    """The terms danvan ships; ``terms().on(day)`` are those of a day."""
    return Catalogue.read("terms", Term)
