"""Aggregates as a formatted workbook: totals, who did not report, and the sources of each.

Needs the extra ``excel``.  A figure stands there twice: in the words an office would
print ("trên 2.638 buổi"), and as a number to go on computing with.

>>> from tempfile import TemporaryDirectory
>>> from danvan import Observation, Organizations, Period, Quantity, roll_up
>>> from danvan.indicators import indicators
>>> tree, year = Organizations.shipped("ban_mai"), Period.year(2026)
>>> held = Observation(indicators()["dialogues.sessions"],
...     tree["ban_mai.communes.suoi_la.party"], year, Quantity.parse("3 cuộc"))
>>> totals = roll_up([held], tree, to="ban_mai.party", period=year)
>>> with TemporaryDirectory() as folder:
...     path = write_aggregates(totals, Path(folder, "tong_hop.xlsx"), title="Kết quả đối thoại")
...     path.name
'tong_hop.xlsx'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Final

from danvan.aggregation import Aggregate, Aggregates
from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.organizations import Organization
from danvan.reporting import Cell

try:
    from xlsxwriter.worksheet import Worksheet

    from danvan.integrations.workbooks.writing import Sheets, number_format, put, put_across
except ImportError as error:
    if isinstance(error, MissingExtraError):
        raise
    raise MissingExtraError(
        "danvan.integrations.workbooks.totals", "xlsxwriter", "excel"
    ) from error

__all__ = ["write_aggregates"]

Shown = str | Decimal

_TOTALS: Final = {
    "STT": 6.0,
    "Đơn vị": 26.0,
    "Chỉ tiêu": 42.0,
    "Kỳ": 20.0,
    "Số liệu": 22.0,
    "Giá trị": 13.0,
    "Đơn vị tính": 13.0,
    "Có số liệu": 10.0,
    "Chưa có số liệu": 34.0,
}
_MISSING: Final = {"STT": 6.0, "Chỉ tiêu": 60.0, "Kỳ": 20.0, "Đơn vị chưa có số liệu": 60.0}
_SOURCES: Final = {
    "STT": 6.0,
    "Chỉ tiêu": 50.0,
    "Đơn vị": 44.0,
    "Kỳ": 20.0,
    "Số liệu": 20.0,
    "Nguồn": 44.0,
}
_OVER_ALL: Final = ("Đơn vị", "Kỳ")
"""The columns that go over the table where they say the same on every line."""
_FIGURES: Final = ("Số liệu", "Giá trị", "Có số liệu")
_NAMED: Final = 5
_HEAD_FILL: Final = "#DDE6F0"
_HEAD_ROW: Final = 3


def write_aggregates(
    aggregates: Aggregates | Iterable[Aggregate], path: str | PathLike[str], *, title: str
) -> Path:
    """Write totals with everything they rest on; a file of that name is written over.

    The first sheet holds the totals, the second who is silent on each of them, the third
    every figure they were put together from.  Nothing in it is a formula.

    Args:
        aggregates: the totals, as :func:`danvan.roll_up` gives them.
        path: where, with the suffix ``.xlsx``.
        title: what stands over them.

    Returns:
        The file.

    Raises:
        UnreadableFileError: another suffix, or a place that cannot be written to.
    """
    file = Path(path)
    if file.suffix.casefold() != ".xlsx":
        raise UnreadableFileError(str(file), f"the suffix {file.suffix!r}", "the suffix .xlsx")
    found = tuple(aggregates)
    with Sheets(file, title) as book:
        _table(book, "Tổng hợp", title, _TOTALS, [_total(one) for one in found])
        silent = [
            (_name(one), str(one.period), missing.full_name)
            for one in found
            for missing in one.missing
        ]
        _table(book, "Chưa có số liệu", "Đơn vị chưa có số liệu", _MISSING, silent)
        sources = [
            (_name(one), source.organization.full_name, str(source.period),
             str(source.quantity), source.source)
            for one in found
            for source in one.sources
        ]  # fmt: skip
        _table(book, "Nguồn số liệu", "Số liệu đã tổng hợp và nguồn", _SOURCES, sources)
    return file


def _name(one: Aggregate) -> str:
    return str(Cell(one.indicator, one.breakdown))


def _total(one: Aggregate) -> tuple[Shown, ...]:
    return (
        one.organization.full_name, _name(one), str(one.period), str(one.value),
        one.value.value, one.value.unit, one.counts, _silent(one.missing),
    )  # fmt: skip


def _silent(missing: Sequence[Organization]) -> str:
    names = ", ".join(one.full_name for one in missing[:_NAMED])
    more = len(missing) - _NAMED
    return f"{names} và {more} đơn vị khác" if more > 0 else names


def _table(
    book: Sheets,
    name: str,
    title: str,
    columns: dict[str, float],
    rows: Sequence[Sequence[Shown]],
) -> None:
    """A sheet with a title, a head that stays in sight and is printed on each page, and rows."""
    under, columns, rows = _shared(columns, rows)
    sheet = book.add(name, tuple(columns.values()), landscape=True)
    last = len(columns) - 1
    head = book.look(bold=True, align="center", text_wrap=True, border=1, bg_color=_HEAD_FILL)
    over = book.look(bold=True, font_size=14, align="center", text_wrap=True)
    put_across(sheet, 1, (0, last), title, over)
    sheet.set_row(1, 20.0 * (1 + len(title) // 90))
    put_across(sheet, 2, (0, last), under, book.look(italic=True, align="center", text_wrap=True))
    sheet.set_row(2, 24)
    for column, words in enumerate(columns):
        put(sheet, _HEAD_ROW, column, words, head)
    sheet.set_row(_HEAD_ROW, 36)
    for number, cells in enumerate(rows, 1):
        row = _HEAD_ROW + number
        sheet.write_number(row, 0, number, book.look(align="center", border=1))
        for column, (words, cell) in enumerate(zip(list(columns)[1:], cells, strict=True), 1):
            _cell(book, sheet, row, column, cell, at_right=words in _FIGURES)
        wide = zip(list(columns.values())[1:], cells, strict=True)
        lines = max(1 + int(len(str(cell)) / (1.25 * width)) for width, cell in wide)
        sheet.set_row(row, 4.0 + 16.0 * min(lines, 12))
    sheet.freeze_panes(_HEAD_ROW + 1, 0)
    sheet.repeat_rows(_HEAD_ROW)
    if rows:
        sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(rows), last)


def _shared(
    columns: dict[str, float], rows: Sequence[Sequence[Shown]]
) -> tuple[str, dict[str, float], list[list[Shown]]]:
    """What all rows say alike, and the columns and rows without it."""
    names = list(columns)
    said = {name: {row[at] for row in rows} for at, name in enumerate(names[1:])}
    alike = [name for name in _OVER_ALL if len(said.get(name, ())) == 1]
    kept = [at for at, name in enumerate(names[1:]) if name not in alike]
    under = ", ".join(str(*said[name]) for name in alike)
    left = {name: width for name, width in columns.items() if name not in alike}
    return under, left, [[row[at] for at in kept] for row in rows]


def _cell(
    book: Sheets, sheet: Worksheet, row: int, column: int, cell: Shown, *, at_right: bool
) -> None:
    look = {"border": 1, "indent": 1, "align": "right" if at_right else "left"}
    if isinstance(cell, str):
        put(sheet, row, column, cell, book.look(**look, text_wrap=True))
    else:
        shown = book.look(**look, num_format=number_format(cell))
        sheet.write_number(row, column, float(cell), shown)
