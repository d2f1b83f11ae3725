"""Where each figure of a form stands in a workbook, for those who write one and who read it.

A sheet says of itself what it is: its first row and its first column are hidden and
hold keys, the name of each column and of each line.  A figure is found by its keys and
not by its address, so that a row or a column that was moved does no harm.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.indicators import Indicator, Kind, Missing
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Dimension
from danvan.quantities.unit import unit_named
from danvan.reporting import Cell, Form

__all__ = [
    "COLUMNS",
    "FORMAT",
    "GUIDE",
    "KEYS",
    "REASONS",
    "FormSheet",
    "SheetLine",
    "address",
    "column_letters",
    "form_sheets",
    "heading",
    "one_line",
    "period_words",
    "reporter_words",
]

FORMAT: Final = "1"
"""The edition of the layout; a workbook of another one is not read."""

KEYS: Final = "danvan"
"""The very hidden sheet with the codes and versions of all that is asked for."""

GUIDE: Final = "Hướng dẫn"

COLUMNS: Final = {
    "key": "",
    "number": "STT",
    "label": "Chỉ tiêu",
    "unit": "Đơn vị tính",
    "value": "Số liệu",
    "missing": "Lý do không có số liệu",
    "note": "Ghi chú",
}
"""The columns from the first on: what each is called by its key, and what stands over it."""

REASONS: Final = {
    "chưa có số liệu": Missing.NOT_REPORTED,
    "không thuộc diện": Missing.NOT_APPLICABLE,
    "chưa đến hạn": Missing.NOT_DUE,
}
"""The words a clerk chooses from where there is no figure."""

_FIRST_LINE: Final = 7
_LONGEST_NAME: Final = 31
# Letters beyond U+FFFF, which Excel counts twice in the length of a name, are in no name of a form.
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]|[\ud800-\udfff\ufffe\uffff-\U0010ffff]")
_NO_FIGURE: Final = (Kind.GRADE, Kind.TEXT)


@frozen
class SheetLine:
    """One line of a sheet, for one figure.

    Attributes:
        cell: the place of the form it is for.
        number: its number under STT, such as "2" or "2.1".
        row: the row it stands in when nothing was moved, counted from 0.
    """

    cell: Cell = field(validator=_fields.instance(Cell))
    number: str = field(validator=_fields.text)
    row: int = field(validator=_fields.whole(0))

    @cached_property
    def key(self) -> str:
        """Indicator and part of it, as the hidden column has it."""
        parts = "; ".join(f"{dimension}={value}" for dimension, value in self.cell.breakdown)
        return one_line(f"{self.cell.indicator.code}|{parts}" if parts else self.indicator.code)

    @cached_property
    def name(self) -> str:
        """What is counted, in words; of a part, the words for the part."""
        name = self.indicator.name
        if self.cell.breakdown:
            name = f"- {str(self.cell).removeprefix(f'{name} (').removesuffix(')')}"
        return one_line(name)

    @cached_property
    def unit(self) -> str:
        """What it is counted in."""
        return one_line(self.indicator.unit)

    @property
    def indicator(self) -> Indicator:
        """What is counted."""
        return self.cell.indicator

    @cached_property
    def is_count(self) -> bool:
        """Whether only whole numbers can be right: people, meetings, papers."""
        unit = unit_named(self.indicator.unit) if self.indicator.unit else None
        averaged = self.indicator.kind in (Kind.MEAN, Kind.RATIO)
        return unit is not None and unit.dimension is Dimension.COUNT and not averaged


@frozen
class FormSheet:
    """The sheet of one form.

    Attributes:
        form: the form.
        name: the name of the sheet.
        lines: its lines, in their order.
    """

    form: Form = field(validator=_fields.instance(Form))
    name: str = field(validator=_fields.text)
    lines: tuple[SheetLine, ...] = field(validator=_fields.tuple_of(SheetLine))

    @cached_property
    def mark(self) -> str:
        """What its hidden corner says it is: code and version of the form."""
        return one_line(f"{self.form.code}/{self.form.version}")

    @cached_property
    def by_key(self) -> dict[str, SheetLine]:
        """The lines under their keys."""
        return {line.key: line for line in self.lines}

    @property
    def head_row(self) -> int:
        """The row of the names of the columns, counted from 0."""
        return _FIRST_LINE - 1


def form_sheets(forms: Iterable[Form], catalogue: Catalogue[Indicator]) -> tuple[FormSheet, ...]:
    """The sheets of several forms, each with a name of its own.

    Raises:
        UnknownCodeError: a form asks for an indicator the catalogue does not hold.
        InvalidValueError: no form, one form twice, or one that asks for words or grades.
    """
    asked = tuple(forms)
    codes = [form.code for form in asked]
    if not asked or len(set(codes)) < len(codes):
        raise InvalidValueError("forms of a workbook", ", ".join(codes), "one or more, each once")
    taken = {KEYS.casefold(), GUIDE.casefold(), "history"}
    found = []
    for form in asked:
        name = _free(_sheet_name(form), taken)
        taken.add(name.casefold())
        found.append(FormSheet(form, name, tuple(_lines(form, catalogue))))
    return tuple(found)


def _lines(form: Form, catalogue: Catalogue[Indicator]) -> Iterator[SheetLine]:
    row = _FIRST_LINE
    for number, asked in enumerate(form.rows, 1):
        indicator = catalogue[asked.indicator]
        if indicator.kind in _NO_FIGURE:
            raise InvalidValueError(f"form {form.code}", indicator.code, "indicators with figures")
        for part, cell in enumerate(asked.cells(indicator)):
            yield SheetLine(cell, f"{number}.{part}" if part else str(number), row)
            row += 1


def heading(form: Form) -> tuple[str, str]:
    """The short name of a form and the title over it, as far as its name parts them.

    >>> from danvan.reporting import Row
    >>> heading(Form("m", "Biểu 02: mô hình Dân vận khéo", 1, (Row("models.registered"),)))
    ('Biểu 02', 'mô hình Dân vận khéo')
    """
    short, colon, title = form.name.partition(":")
    return (short.strip(), title.strip()) if colon and title.strip() else ("", form.name)


def _sheet_name(form: Form) -> str:
    words = one_line(_FORBIDDEN.sub(" ", heading(form)[0] or form.name))
    return words[:_LONGEST_NAME].strip(" '") or "Biểu"


def _free(name: str, taken: set[str]) -> str:
    tried, count = name, 1
    while tried.casefold() in taken:
        count += 1
        tail = f" ({count})"
        tried = f"{name[: _LONGEST_NAME - len(tail)].rstrip()}{tail}"
    return tried


def reporter_words(organization: Organization) -> str:
    """What the head of a sheet says of who reports."""
    return f"Đơn vị báo cáo: {organization.full_name}"


@lru_cache(maxsize=64)
def period_words(period: Period) -> str:
    """What the head of a sheet says of the time."""
    return f"Kỳ báo cáo: {period}"


def one_line(text: str) -> str:
    """Text on one line, as a cell keeps it: no breaks, no runs of spaces."""
    return " ".join(text.split())


def column_letters(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(16383)
    ('A', 'Z', 'AA', 'XFD')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(sheet: str, row: int, column: int) -> str:
    """Sheet and cell as an office says them, from a row and a column counted from 0.

    >>> address("Biểu 1", 6, 2)
    'Biểu 1!C7'
    """
    return f"{sheet}!{column_letters(column)}{row + 1}"
