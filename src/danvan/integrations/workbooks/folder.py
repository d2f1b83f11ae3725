"""The workbooks of a folder, one from each who reports, read in one call.

Needs the extra ``excel``.  A file that cannot be read stops nothing and is kept with its
error.  The files are read one after the other: a thousand take about a second, and
two or three threads were measured to take longer than one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import Final, TextIO

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.catalogue import Catalogue
from danvan.errors import UnreadableFileError
from danvan.findings import Finding, Findings, Severity, Source, Span, rules
from danvan.indicators import Indicator, Observation
from danvan.integrations.workbooks.opening import open_workbook
from danvan.integrations.workbooks.reading import FilledWorkbook, WorkbookReader
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.rendering import format_table
from danvan.reporting import Form, Route, Submission

__all__ = ["FilledWorkbooks", "Sender", "progress_bar", "read_workbooks"]

Progress = Callable[[int, int, str], None]
"""Called after each file with how many are done, how many there are, and its name."""

_SUFFIXES: Final = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
_HEAD: Final = ("Đơn vị", "Tình trạng", "Tệp", "Số liệu", "Lỗi", "Cảnh báo")


@frozen
class Sender:
    """One line of the table of who sent a workbook.

    Attributes:
        organization: who.
        files: the names of the files it sent.
        figures: how many figures and reasons were read in them.
        errors, warnings: how many findings of either kind they have.
        is_owing: whether it was to send one.
    """

    organization: Organization
    files: tuple[str, ...] = ()
    figures: int = 0
    errors: int = 0
    warnings: int = 0
    is_owing: bool = True

    @property
    def state(self) -> str:
        """How it stands, in words."""
        if not self.files:
            return "chưa gửi"
        if not self.is_owing:
            return "gửi ngoài danh sách"
        return "đã gửi" if len(self.files) == 1 else f"gửi {len(self.files)} tệp"


@frozen
class FilledWorkbooks:
    """The workbooks of a folder.

    Attributes:
        workbooks: those that could be read, in the order of their names.
        failures: an error for each file that could not.
        among: who was to send one.
    """

    workbooks: tuple[FilledWorkbook, ...] = field(
        default=(), validator=_fields.tuple_of(FilledWorkbook)
    )
    failures: tuple[UnreadableFileError, ...] = ()
    among: tuple[Organization, ...] = field(default=(), validator=_fields.tuple_of(Organization))

    def __iter__(self) -> Iterator[FilledWorkbook]:
        return iter(self.workbooks)

    def __len__(self) -> int:
        return len(self.workbooks)

    @cached_property
    def _copies(self) -> dict[tuple[str, str, Period], list[tuple[FilledWorkbook, Submission]]]:
        found: dict[tuple[str, str, Period], list[tuple[FilledWorkbook, Submission]]] = {}
        for book in self.workbooks:
            for one in book.submissions:
                found.setdefault((one.organization.code, one.form, one.period), []).append(
                    (book, one)
                )
        return found

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """What was sent, a draft for each form of each sender.

        Of several workbooks that say the same the first counts; where they differ
        nobody can tell which is right, and none does (DV625).
        """
        return tuple(
            copies[0][1] for copies in self._copies.values() if len(set(_said(copies))) == 1
        )

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figures of the submissions."""
        return tuple(one for sent in self.submissions for one in sent.observations)

    @property
    def findings(self) -> Findings:
        """What is wrong with the cells and sheets, and who sent more than one workbook."""
        own = [finding for book in self.workbooks for finding in book.findings]
        return Findings((*own, *self._sent_twice()))

    def check(self, catalogue: Catalogue[Indicator] | None = None) -> Findings:
        """The findings, and with them those of the forms (DV61x): what lacks or does not add up."""
        own = [finding for book in self.workbooks for finding in book.check(catalogue)]
        return Findings((*own, *self._sent_twice()))

    def _sent_twice(self) -> Iterator[Finding]:
        for copies in self._copies.values():
            code = "DV624" if len(set(_said(copies))) == 1 else "DV625"
            for book, one in copies[1:]:
                yield rules()[code].at(
                    Span(0, 0, Source(book.name, "")),
                    organization=one.organization.full_name,
                    period=one.period,
                    report=one.form,
                )

    @property
    def senders(self) -> tuple[Sender, ...]:
        """Who sent and who did not: those who were to first, in their order."""
        books: dict[Organization, list[FilledWorkbook]] = {one: [] for one in self.among}
        for book in self.workbooks:
            if book.organization is not None:
                books.setdefault(book.organization, []).append(book)
        owing = set(self.among)
        return tuple(
            Sender(
                organization,
                tuple(book.name for book in own),
                sum(len(book.observations) for book in own),
                sum(_count(book, Severity.ERROR) for book in own),
                sum(_count(book, Severity.WARNING) for book in own),
                not owing or organization in owing,
            )
            for organization, own in books.items()
        )

    @property
    def missing(self) -> tuple[Organization, ...]:
        """Who was to send a workbook and did not; none of them reported zero."""
        return tuple(one.organization for one in self.senders if not one.files)

    def _rows(self) -> list[tuple[object, ...]]:
        return [
            (
                one.organization.full_name,
                one.state,
                ", ".join(one.files) or "–",
                *((one.figures, one.errors, one.warnings) if one.files else ("–", "–", "–")),
            )
            for one in self.senders
        ]

    def __str__(self) -> str:
        sent = sum(bool(one.files) for one in self.senders)
        lines = [f"{sent}/{len(self.senders)} đơn vị đã gửi", format_table(_HEAD, self._rows())]
        return "\n".join((*lines, *(f"không đọc được: {error}" for error in self.failures)))

    def _repr_html_(self) -> str:
        notes = [f"không đọc được: {error}" for error in self.failures[: notebook.MOST_ROWS]]
        return notebook.grid("Biểu đã nhận", _HEAD, self._rows(), notes)


def _said(copies: list[tuple[FilledWorkbook, Submission]]) -> list[tuple[object, ...]]:
    """What each of several copies says, whatever file it says it in."""
    return [
        tuple((one.indicator.code, one.breakdown, one.quantity, one.missing) for one in found)
        for found in (submission.observations for _, submission in copies)
    ]


def _count(book: FilledWorkbook, severity: Severity) -> int:
    return sum(finding.severity is severity for finding in book.findings)


def read_workbooks(
    folder: str | PathLike[str],
    forms: Form | Iterable[Form],
    organizations: Organizations,
    *,
    period: Period | None = None,
    among: Iterable[Organization | Route] = (),
    catalogue: Catalogue[Indicator] | None = None,
    progress: Progress | None = None,
) -> FilledWorkbooks:
    """Read every workbook in a folder and the folders in it.

    A file that bears the code of an organization as its name must have been filled by it.

    Args:
        folder: the folder.
        forms: the forms they may fill, several versions of one too.
        organizations: the tree of those who report.
        period: the period they must be for, where that is known.
        among: who was to send one: organizations, or the routes of a line of reporting.
        catalogue: the indicators; those danvan ships if none are given.
        progress: called after each file; :func:`progress_bar` makes one for a terminal.

    Raises:
        UnreadableFileError: there is no such folder.
        UnknownCodeError: a form asks for an indicator the catalogue does not hold.
    """
    place = Path(folder)
    if not place.is_dir():
        raise UnreadableFileError(str(place), "no folder", "a folder of workbooks")
    reader = WorkbookReader.of(forms, organizations, period=period, catalogue=catalogue)
    files = sorted(
        file
        for file in place.rglob("*")
        if file.suffix.casefold() in _SUFFIXES and not file.name.startswith(("~$", "."))
    )
    workbooks: list[FilledWorkbook] = []
    failures: list[UnreadableFileError] = []
    for done, file in enumerate(files, 1):
        owner = file.stem if file.stem in organizations else None
        try:
            workbooks.append(reader.read(open_workbook(file), owner))
        except UnreadableFileError as error:
            failures.append(error)
        if progress is not None:
            progress(done, len(files), file.name)
    owing = (one.reporter if isinstance(one, Route) else one for one in among)
    return FilledWorkbooks(tuple(workbooks), tuple(failures), tuple(dict.fromkeys(owing)))


def progress_bar(stream: TextIO | None = None, width: int = 40) -> Progress:
    """A bar that fills while files are read, on one line of a terminal.

    Args:
        stream: where to; standard error if it is not said.
        width: how many letters the bar has.

    >>> import io
    >>> out = io.StringIO()
    >>> show = progress_bar(out, width=10)
    >>> show(3, 10, "an_binh.xlsx"); print(out.getvalue().strip())
    [###.......] 3/10 an_binh.xlsx
    """
    out = sys.stderr if stream is None else stream

    def show(done: int, total: int, name: str) -> None:
        full = width * done // total if total else width
        line = f"[{'#' * full}{'.' * (width - full)}] {done}/{total} {name[:40]}"
        out.write(f"\r{line:<{width + 64}}" + ("\n" if done == total else ""))
        out.flush()

    return show
