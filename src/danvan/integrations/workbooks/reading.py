"""Read back a workbook that somebody filled in: figures, and a finding for each bad cell.

Needs the extra ``excel``.  What is asked for and by whom it is filled stands in the very
hidden sheet of the workbook and is held against what is known here.  A figure is found
by the keys of its row and its column.  What has one meaning is read and said; what has
none is a finding and no figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from os import PathLike
from pathlib import Path
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import ParseError
from danvan.findings import Findings
from danvan.indicators import Indicator, Observation, indicators
from danvan.integrations.workbooks.layout import (
    COLUMNS,
    FORMAT,
    KEYS,
    FormSheet,
    column_letters,
    form_sheets,
    period_words,
    reporter_words,
)
from danvan.integrations.workbooks.lines import SheetReading
from danvan.integrations.workbooks.opening import OpenWorkbook, open_workbook
from danvan.integrations.workbooks.places import Notes, Rows, SheetNotes, cell_text
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reporting import Form, Submission, check_form

__all__ = ["FilledWorkbook", "WorkbookReader", "read_workbook"]

_KEYS: Final = list(COLUMNS)[1:]
_AS_WRITTEN: Final = {key: column for column, key in enumerate(COLUMNS)}
_FURTHEST_HEAD: Final = 40


@frozen
class FilledWorkbook:
    """What one workbook says.

    Attributes:
        name: the name of the file.
        organization: who filled it, or ``None`` where it does not say so.
        period: the period it is for, or ``None``.
        submissions: one for each of its forms that could be read, as a draft.
        findings: what is wrong with its cells and sheets, or was read leniently.
        forms: the forms the submissions fill.
    """

    name: str = field(validator=_fields.text)
    organization: Organization | None = None
    period: Period | None = None
    submissions: tuple[Submission, ...] = field(
        default=(), validator=_fields.tuple_of(Submission), repr=False
    )
    findings: Findings = field(default=Findings(), repr=False)
    forms: tuple[Form, ...] = field(default=(), repr=False)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Its figures, and the reasons given where there are none."""
        return tuple(one for submission in self.submissions for one in submission.observations)

    def check(self, catalogue: Catalogue[Indicator] | None = None) -> Findings:
        """The findings of its cells, and behind them those of its forms (DV61x)."""
        return Findings((
            *self.findings,
            *(
                finding
                for form, submission in zip(self.forms, self.submissions, strict=True)
                for finding in check_form(form, submission, catalogue)
            ),
        ))  # fmt: skip

    def __str__(self) -> str:
        return f"{self.name}: {self.organization or 'không rõ đơn vị'}, {self.period or ''}"


def read_workbook(
    path: str | PathLike[str],
    forms: Form | Iterable[Form],
    organizations: Organizations,
    *,
    organization: str | None = None,
    period: Period | None = None,
    catalogue: Catalogue[Indicator] | None = None,
) -> FilledWorkbook:
    """Read one workbook written by :mod:`~danvan.integrations.workbooks.templates`.

    Args:
        path: the file.
        forms: the forms it may fill, several versions of one too.
        organizations: the tree of those who report.
        organization: the code of who must have filled it, where that is known.
        period: the period it must be for, where that is known.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        UnreadableFileError: no workbook, or one that is not safe to read; see
            :func:`~danvan.integrations.workbooks.opening.open_workbook`.
        UnknownCodeError: a form asks for an indicator the catalogue does not hold.
    """
    reader = WorkbookReader.of(forms, organizations, period=period, catalogue=catalogue)
    return reader.read(open_workbook(Path(path)), organization)


@frozen
class WorkbookReader:
    """Reads many workbooks of the same forms; the layout of each form is made once."""

    sheets: dict[tuple[str, str], FormSheet]
    organizations: Organizations
    period: Period | None = None

    @classmethod
    def of(
        cls,
        forms: Form | Iterable[Form],
        organizations: Organizations,
        *,
        period: Period | None = None,
        catalogue: Catalogue[Indicator] | None = None,
    ) -> WorkbookReader:
        """A reader; the arguments are those of :func:`read_workbook`."""
        asked = (forms,) if isinstance(forms, Form) else tuple(forms)
        known = indicators() if catalogue is None else catalogue
        sheets = {(one.code, str(one.version)): form_sheets([one], known)[0] for one in asked}
        return cls(sheets, organizations, period)

    def read(self, book: OpenWorkbook, organization: str | None = None) -> FilledWorkbook:
        """Everything one open workbook says.

        Raises:
            UnreadableFileError: a sheet of it is damaged.
        """
        return _Reading(self, book, organization).read()


class _Reading:
    """One workbook on its way into figures."""

    def __init__(self, reader: WorkbookReader, book: OpenWorkbook, wanted: str | None) -> None:
        self.reader = reader
        self.book = book
        self.wanted = wanted
        self.notes = Notes(Path(book.path).name)

    def read(self) -> FilledWorkbook:
        name = self.notes.file
        keys = self._keys()
        if keys is None:
            self.notes.of_file("DV680")
            return FilledWorkbook(name, findings=Findings(self.notes.found))
        code, period, entries = keys
        organization = self.reader.organizations.get(code)
        submissions, forms = [], []
        if organization is not None and self._is_wanted(code, organization, period):
            for sheet, sheet_name in self._sheets(entries):
                observations = self._observations(sheet, sheet_name, organization, period)
                forms.append(sheet.form)
                submissions.append(Submission(
                    organization, period, observations,
                    form=sheet.form.code, form_version=sheet.form.version,
                ))  # fmt: skip
        elif organization is None:
            self.notes.of_file("DV682", got=code, want=self.reader.organizations.name)
        found = Findings(self.notes.found)
        return FilledWorkbook(name, organization, period, tuple(submissions), found, tuple(forms))

    def _keys(self) -> tuple[str, Period, list[tuple[str, ...]]] | None:
        """What the very hidden sheet says: who, when, and which form on which sheet."""
        if KEYS not in self.book.names:
            return None
        rows = [tuple(map(str, row)) for row in self.book.rows(KEYS)[:_FURTHEST_HEAD]]
        said = {row[0]: row[1] for row in rows if len(row) > 1}
        forms = [row[1:4] for row in rows if row[0] == "form" and len(row) > 3]
        period = _period(said.get("period", ""))
        if said.get(KEYS) != FORMAT or not forms or period is None or "organization" not in said:
            return None
        return said["organization"], period, forms

    def _is_wanted(self, code: str, organization: Organization, period: Period) -> bool:
        if self.wanted not in (None, code):
            wanted = self.reader.organizations.get(self.wanted or "")
            want = wanted.full_name if wanted else self.wanted
            self.notes.of_file("DV682", got=organization.full_name, want=want)
            return False
        if self.reader.period not in (None, period):
            self.notes.of_file("DV683", got=period, want=self.reader.period)
            return False
        return True

    def _sheets(self, entries: Iterable[tuple[str, ...]]) -> Iterator[tuple[FormSheet, str]]:
        """The forms the workbook says it holds, each with the name of its sheet."""
        for code, version, name in entries:
            sheet = self.reader.sheets.get((code, version))
            if sheet is not None:
                yield sheet, name
            else:
                want = ", ".join(str(one.form) for one in self.reader.sheets.values())
                self.notes.of_file("DV681", got=f"{name} (bản {version})", want=want)

    def _observations(
        self, plan: FormSheet, name: str, organization: Organization, period: Period
    ) -> tuple[Observation, ...]:
        found = self._found(plan, name)
        if found is None:
            return ()
        actual, cells = found
        notes = self.notes.on(actual, cells)
        head, at = _columns(cells, plan.mark)
        if missing := [key for key in ("key", "value", "missing") if key not in at]:
            for key in missing:
                notes.add("DV687", head, 0, column=COLUMNS[key] or "mã dòng")
            return ()
        for key, number in _AS_WRITTEN.items():
            if at.get(key, number) != number:
                want = column_letters(number)
                notes.add("DV686", head, at[key], column=COLUMNS[key] or "mã dòng", want=want)
        if not self._same_head(notes, head, at.get("number", 1), organization, period):
            return ()
        faults = self.book.faults(actual)
        reading = SheetReading(plan, cells, head, at, notes, faults, organization, period)
        return tuple(reading.observations())

    @staticmethod
    def _same_head(
        notes: SheetNotes, head: int, column: int, organization: Organization, period: Period
    ) -> bool:
        """Whether the words over the table still name who fills it, and for when."""
        for row, want, code in (
            (head + 1, reporter_words(organization), "DV682"),
            (head + 4, period_words(period), "DV683"),
        ):
            got = cell_text(notes.cells, row, column)
            if got and got != want and got != cell_text([[want]], 0, 0):
                said, wanted = (text.partition(": ")[2] or text for text in (got, want))
                notes.add(code, row, column, got=said, want=wanted)
                return False
        return True

    def _found(self, plan: FormSheet, name: str) -> tuple[str, Rows] | None:
        """The sheet of a form with its cells, also where somebody gave it another name."""
        if name in self.book.names:
            return name, self.book.rows(name)
        for other in self.book.names:
            if other != KEYS and "key" in _columns(cells := self.book.rows(other), plan.mark)[1]:
                self.notes.on(other, cells).add("DV684", 0, 0, want=name, got=other)
                return other, cells
        self.notes.of_file("DV685", want=name)
        return None


@lru_cache(maxsize=64)
def _period(text: str) -> Period | None:
    try:
        return Period.parse(text)
    except ParseError:
        return None


def _columns(cells: Rows, mark: str) -> tuple[int, dict[str, int]]:
    """The row of the keys, and the column of each; none where the mark of the form is gone."""
    if cells and cells[0][0] == mark and cells[0][1 : len(COLUMNS)] == _KEYS:
        return 0, _AS_WRITTEN
    for row, found in enumerate(cells[:_FURTHEST_HEAD]):
        if mark in found:
            at = {key: found.index(key) for key in _KEYS if key in found}
            return row, {"key": found.index(mark), **at}
    return 0, {}
