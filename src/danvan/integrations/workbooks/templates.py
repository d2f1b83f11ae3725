"""Workbooks for an organization to fill in: a sheet a form, ready to be printed and signed.

Needs the extra ``excel``.  Only the figures, the reasons why there are none and the
notes can be changed; each cell says what belongs in it.  What is asked for, of whom
and for when stands in a very hidden sheet, by which
:mod:`danvan.integrations.workbooks.reading` reads the workbook back.  The protection has
no password: it guards against slips, not against anybody's will.

>>> from tempfile import TemporaryDirectory
>>> from danvan import Organizations, Period
>>> from danvan.reporting import Form, Row
>>> tree = Organizations.shipped("ban_mai")
>>> commune = tree["ban_mai.communes.suoi_la.party"]
>>> form = Form("models", "Biểu 02: mô hình Dân vận khéo", 1, (Row("models.registered"),))
>>> with TemporaryDirectory() as folder:
...     write_templates([form], [commune], Period.year(2026), folder)[0].name
'ban_mai.communes.suoi_la.party.xlsx'
"""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Final

from danvan.catalogue import Catalogue
from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.indicators import Indicator, indicators
from danvan.integrations.workbooks.layout import (
    COLUMNS,
    FORMAT,
    GUIDE,
    KEYS,
    REASONS,
    FormSheet,
    SheetLine,
    form_sheets,
    heading,
    period_words,
    reporter_words,
)
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.reporting import Form, Route

try:
    from xlsxwriter.worksheet import Worksheet

    from danvan.integrations.workbooks.hints import show_hints
    from danvan.integrations.workbooks.writing import Sheets, number_format, put, put_across
except ImportError as error:
    if isinstance(error, MissingExtraError):
        raise
    raise MissingExtraError(
        "danvan.integrations.workbooks.templates", "xlsxwriter", "excel"
    ) from error

__all__ = ["write_template", "write_templates"]

_KEY, _NUMBER, _LABEL, _UNIT, _VALUE, _MISSING, _NOTE = range(len(COLUMNS))
_WIDTHS: Final = (8.0, 6.0, 52.0, 14.0, 14.0, 20.0, 24.0)
_OPEN: Final = {"locked": False, "quote_prefix": False}
_BORDER: Final = {"border": 1, "text_wrap": True}
_HEAD_FILL: Final = "#DDE6F0"
_COUNTED: Final = "Nhập một số nguyên từ 0 trở lên, không ghi đơn vị tính."
_MEASURED: Final = "Nhập một số từ 0 trở lên, không ghi đơn vị tính; 12,5% thì nhập 12,5."
_EMPTY: Final = "Không phát sinh thì nhập 0. Không có số liệu thì để trống và chọn lý do ở cột bên."
_PROTECTION: Final = {"format_columns": True, "format_rows": True}


def write_template(
    forms: Form | Iterable[Form],
    organization: Organization,
    period: Period,
    path: str | PathLike[str],
    *,
    to: Organization | None = None,
    catalogue: Catalogue[Indicator] | None = None,
) -> None:
    """Write the workbook one organization is to fill for a period; one there is written over.

    Args:
        forms: the form, or several, a sheet each.
        organization: who fills it.
        period: the period the figures are for.
        path: where, with the suffix ``.xlsx``.
        to: who gets it, named at its head.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        UnreadableFileError: another suffix, or a place that cannot be written to.
        UnknownCodeError: a form asks for an indicator the catalogue does not hold.
        InvalidValueError: no form, one form twice, or one that asks for words or grades.
    """
    asked = (forms,) if isinstance(forms, Form) else tuple(forms)
    sheets = form_sheets(asked, indicators() if catalogue is None else catalogue)
    _write(sheets, organization, period, _xlsx(Path(path)), to)


def write_templates(
    forms: Form | Iterable[Form],
    reporters: Iterable[Organization | Route],
    period: Period,
    folder: str | PathLike[str],
    *,
    catalogue: Catalogue[Indicator] | None = None,
) -> tuple[Path, ...]:
    """Write a workbook for each of those who report, named by its code.

    Args:
        forms: as for :func:`write_template`.
        reporters: organizations of a tree, or the routes of a line of reporting
            (:func:`danvan.reporting.routes`), which name who gets it too.
        period: the period the figures are for.
        folder: where to; it is made where it is not there.
        catalogue: the indicators; those danvan ships if none are given.

    Returns:
        The files, in the order of the reporters.

    Raises:
        DanvanError: as for :func:`write_template`.
    """
    asked = (forms,) if isinstance(forms, Form) else tuple(forms)
    sheets = form_sheets(asked, indicators() if catalogue is None else catalogue)
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(folder), problem, "a folder to write to") from error
    written = []
    for one in reporters:
        who, to = (one.reporter, one.to) if isinstance(one, Route) else (one, None)
        path = Path(folder, f"{who.code}.xlsx")
        _write(sheets, who, period, path, to)
        written.append(path)
    return tuple(written)


def _xlsx(path: Path) -> Path:
    if path.suffix.casefold() != ".xlsx":
        raise UnreadableFileError(str(path), f"the suffix {path.suffix!r}", "the suffix .xlsx")
    return path


def _write(
    sheets: tuple[FormSheet, ...],
    organization: Organization,
    period: Period,
    path: Path,
    to: Organization | None,
) -> None:
    with Sheets(path, f"{sheets[0].form.name}, {period}, {organization.full_name}") as book:
        for sheet in sheets:
            _form(book, sheet, organization, period, to)
        _guide(book, sheets)
        _keys(book, sheets, organization, period)


def _form(
    book: Sheets,
    plan: FormSheet,
    organization: Organization,
    period: Period,
    to: Organization | None,
) -> None:
    sheet = book.add(plan.name, _WIDTHS, landscape=True)
    _letterhead(book, sheet, plan, organization, period, to)
    hidden = book.look(font_color="#808080")
    put(sheet, 0, _KEY, plan.mark, hidden)
    for column, key in list(enumerate(COLUMNS))[1:]:
        put(sheet, 0, column, key, hidden)
    head = book.look(**_BORDER, bold=True, align="center", bg_color=_HEAD_FILL)
    for column, name in list(enumerate(COLUMNS.values()))[1:]:
        put(sheet, plan.head_row, column, name, head)
    sheet.set_row(plan.head_row, 36)
    for line in plan.lines:
        put(sheet, line.row, _KEY, line.key, hidden)
        _line(book, sheet, line)
    _closing(book, sheet, plan.lines[-1].row + 2, period)
    _validate(sheet, plan)
    show_hints(book, sheet, plan, _VALUE, _MISSING)
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_column(_KEY, _KEY, _WIDTHS[_KEY], None, {"hidden": True})
    sheet.freeze_panes(plan.head_row + 1, _UNIT)
    sheet.repeat_rows(plan.head_row)
    sheet.protect("", _PROTECTION)
    sheet.set_selection(plan.lines[0].row, _VALUE, plan.lines[0].row, _VALUE)


def _letterhead(
    book: Sheets,
    sheet: Worksheet,
    plan: FormSheet,
    organization: Organization,
    period: Period,
    to: Organization | None,
) -> None:
    left, right = (_NUMBER, _UNIT), (_VALUE, _NOTE)
    short, title = heading(plan.form)
    who = book.look(bold=True, text_wrap=True)
    side = book.look(align="right", italic=True, text_wrap=True)
    put_across(sheet, 1, left, reporter_words(organization), who)
    put_across(sheet, 1, right, short, book.look(bold=True, align="right"))
    put_across(sheet, 2, left, f"Đơn vị nhận: {to.full_name}" if to else "", book.look())
    put_across(sheet, 2, right, plan.form.source, side)
    across = (_NUMBER, _NOTE)
    name = title.upper() if len(title) < 120 else title
    middle = {"align": "center", "text_wrap": True}
    put_across(sheet, 3, across, name, book.look(**middle, bold=True, font_size=14))
    sheet.set_row(3, 14.0 + 20.0 * (1 + len(name) // 90))
    put_across(sheet, 4, across, period_words(period), book.look(**middle, italic=True))
    for row, text, width in ((1, reporter_words(organization), 70), (2, plan.form.source, 55)):
        sheet.set_row(row, 17.0 * (1 + len(text) // width))


def _line(book: Sheets, sheet: Worksheet, line: SheetLine) -> None:
    name, unit = line.name, line.unit
    whole = not line.cell.breakdown
    words = book.look(**_BORDER, bold=whole, indent=1 if whole else 2)
    middle = book.look(**_BORDER, align="center")
    put(sheet, line.row, _NUMBER, line.number, middle)
    put(sheet, line.row, _LABEL, name, words)
    put(sheet, line.row, _UNIT, unit, middle)
    percent = '0.00"%"' if line.indicator.unit == "%" else "[$-42A]#,##0.00"
    shown = number_format() if line.is_count else percent
    figure = book.look(**_BORDER, **_OPEN, num_format=shown, align="right", indent=1)
    sheet.write_blank(line.row, _VALUE, None, figure)
    for column in (_MISSING, _NOTE):
        sheet.write_blank(
            line.row, column, None, book.look(**_BORDER, **_OPEN, align="left", indent=1)
        )
    if whole and line.indicator.concept:
        sheet.write_comment(line.row, _LABEL, line.indicator.concept[:1000], {"author": ""})
    sheet.set_row(line.row, 4.0 + 16.0 * (1 + max(len(name) // 60, len(unit) // 14)))


def _closing(book: Sheets, sheet: Worksheet, row: int, period: Period) -> None:
    left, right = (_NUMBER, _LABEL), (_VALUE, _NOTE)
    middle = book.look(align="center", italic=True)
    day = f"…………, ngày …… tháng …… năm {period.last.year}"
    put_across(sheet, row, right, day, book.look(**_OPEN, align="center", italic=True))
    bold = book.look(align="center", bold=True)
    for columns, who in ((left, "NGƯỜI LẬP BIỂU"), (right, "LÃNH ĐẠO ĐƠN VỊ")):
        put_across(sheet, row + 1, columns, who, bold)
        put_across(sheet, row + 2, columns, "(ký, ghi rõ họ tên)", middle)
        put_across(sheet, row + 6, columns, "", book.look(**_OPEN, align="center", bold=True))


def _validate(sheet: Worksheet, plan: FormSheet) -> None:
    for counted, message in ((True, _COUNTED), (False, _MEASURED)):
        rows = [line.row for line in plan.lines if line.is_count is counted]
        if rows:
            _rule(sheet, rows, _VALUE, {
                "validate": "integer" if counted else "decimal",
                "criteria": ">=",
                "value": 0,
                "input_title": "Số liệu",
                "input_message": f"{message} {_EMPTY}",
                "error_title": "Số liệu chưa đúng",
                "error_message": message,
            })  # fmt: skip
    rows = [line.row for line in plan.lines]
    _rule(sheet, rows, _MISSING, {
        "validate": "list",
        "source": list(REASONS),
        "input_title": "Không có số liệu",
        "input_message": "Chỉ chọn khi ô số liệu để trống. Không phát sinh là số 0, "
                         "không phải là không có số liệu.",
        "error_title": "Chưa có trong danh mục",
        "error_message": f"Chọn một trong các lý do: {', '.join(REASONS)}.",
    })  # fmt: skip


def _rule(sheet: Worksheet, rows: list[int], column: int, rule: dict[str, object]) -> None:
    """One rule for the cells of several rows of a column."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    letter = chr(ord("A") + column)
    cells = " ".join(f"{letter}{first + 1}:{letter}{last + 1}" for first, last in runs)
    first, last = runs[0]
    sheet.data_validation(first, column, last, column, {**rule, "multi_range": cells})


def _guide(book: Sheets, plans: tuple[FormSheet, ...]) -> None:
    sheet = book.add(GUIDE, (5.0, 124.0), landscape=True)
    put_across(sheet, 0, (0, 1), "HƯỚNG DẪN GHI BIỂU", book.look(bold=True, font_size=14))
    names = ", ".join(f"“{plan.name}”" for plan in plans)
    advice = [
        f"Chỉ ghi vào các ô số liệu, lý do và ghi chú của trang {names}; các ô khác đã khóa.",
        "Ghi số, không ghi kèm đơn vị tính; không phát sinh thì ghi 0.",
        "Không có số liệu thì để trống và chọn lý do ở cột bên cạnh; để trống không phải là 0.",
        "Ô nền vàng là ô bắt buộc chưa ghi; ô nền đỏ là số liệu chưa khớp với nhau.",
        "Không đổi tên trang, không thêm, xóa hoặc chuyển dòng, cột.",
        "Lưu và gửi tệp ở định dạng .xlsx, không đặt mật khẩu.",
    ]
    rules = [
        f"{plan.name}: {' + '.join(_names(plan, rule.left))} {_RELATIONS[rule.relation.value]} "
        f"{' + '.join(_names(plan, rule.right))}."
        for plan in plans
        for rule in plan.form.rules
    ]
    for number, text in enumerate((*advice, *rules), 1):
        put(sheet, number, 0, f"{number}.", book.look(align="center", valign="top"))
        put(sheet, number, 1, text, book.look(text_wrap=True, valign="top"))
        sheet.set_row(number, 4.0 + 16.0 * (1 + len(text) // 150))
    sheet.protect("", _PROTECTION)


_RELATIONS: Final = {"=": "bằng", "<=": "không quá"}


def _names(plan: FormSheet, codes: Iterable[str]) -> list[str]:
    return [f"“{plan.by_key[code].indicator.name}”" for code in codes]


def _keys(
    book: Sheets, plans: tuple[FormSheet, ...], organization: Organization, period: Period
) -> None:
    sheet = book.book.add_worksheet(KEYS)
    rows = [
        (KEYS, FORMAT),
        ("organization", organization.code),
        ("period", str(period)),
        *(("form", plan.form.code, str(plan.form.version), plan.name) for plan in plans),
    ]
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            put(sheet, row, column, cell, book.look())
    sheet.protect("")
    sheet.very_hidden()
