"""Read the schedule of a plan: what is due, when, who leads it, who cooperates.

The columns are found by their names, and a cell that is merged over several
rows holds for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from danvan.reports import Report, Table
from danvan.reports.paragraph import NOWHERE, Extent
from danvan.reports.plan import Occurrence, Task
from danvan.reports.table import Cell
from danvan.vietnamese.letters import fold
from danvan.vietnamese.roman import parse_roman

__all__ = ["find_tasks", "read_occurrence"]

_COLUMNS: Final = {
    "what": ("noi dung", "nhiem vu", "cong viec"),
    "when": ("thoi gian", "thoi diem", "tien do", "thoi han"),
    "lead": ("chu tri", "thuc hien", "phan cong"),
    "cooperating": ("phoi hop",),
    "group": ("stt", "tt", "so tt"),
}
_EVERY: Final = {
    "thang": tuple((month, month) for month in range(1, 13)),
    "quy": ((1, 3), (4, 6), (7, 9), (10, 12)),
    "6 thang": ((1, 6), (7, 12)),
    "nam": ((1, 12),),
}
_HALVES: Final = {"dau nam": ((1, 6),), "cuoi nam": ((7, 12),)}
_AND: Final = r"\s*(?:,|;|va|-|den)\s*(?:thang |quy )?"
_MONTH: Final = "[0-9]{1,2}"
_QUARTER: Final = "(?:iv|i{1,3}|[1-4])"
_YEAR: Final = "(?:/[0-9]{4}| nam [0-9]{4})?"
_MONTHS: Final = re.compile(
    rf"(?:trong |cuoi |dau )?thang (?P<list>{_MONTH}(?:{_AND}{_MONTH}){{0,20}}){_YEAR}"
)
_QUARTERS: Final = re.compile(
    rf"(?:trong )?quy (?P<list>{_QUARTER}(?:{_AND}{_QUARTER}){{0,20}}){_YEAR}"
)
_NUMBER: Final = re.compile(
    r"(?P<to>(?:-|den)\s*(?:thang |quy )?)?(?P<number>[0-9]{1,2}|iv|i{1,3})"
)
_YEAR_ROUND: Final = {"ca nam", "trong nam", "thuong xuyen", "trong ca nam"}


def read_occurrence(text: str) -> Occurrence:
    """When the words of a plan mean; words that name no month leave it open.

    >>> read_occurrence("Tháng 3, 9").months
    ((3, 3), (9, 9))
    >>> read_occurrence("Quý II").months
    ((4, 6),)
    >>> read_occurrence("Theo văn bản chỉ đạo của tỉnh").is_open
    True
    """
    words = " ".join(text.split())
    return Occurrence(words, _months(fold(words).rstrip(" .;,")))


def _months(words: str) -> tuple[tuple[int, int], ...]:
    if words in _YEAR_ROUND:
        return _EVERY["nam"]
    every = re.fullmatch(r"(?:hang|moi|dinh ky hang) (.*)", words)
    if every:
        return _EVERY.get(every[1], ())
    half = re.fullmatch(r"6 thang (dau nam|cuoi nam)", words)
    if half:
        return _HALVES[half[1]]
    if found := _MONTHS.fullmatch(words):
        return _stretches(found["list"], lambda month: (month, month))
    if found := _QUARTERS.fullmatch(words):
        return _stretches(found["list"], lambda quarter: (3 * quarter - 2, 3 * quarter))
    return ()


def _stretches(words: str, months: Callable[[int], tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The stretches of a list such as ``3, 9``, ``3 - 5`` or ``i, iii``."""
    found: list[tuple[int, int]] = []
    for part in _NUMBER.finditer(words):
        count = int(part["number"]) if part["number"].isdigit() else _roman(part["number"])
        first, last = months(count)
        if not 1 <= first <= last <= 12:
            return ()
        if part["to"] and found:
            begun = found.pop()[0]
            if begun > last:
                return ()
            found.append((begun, last))
        else:
            found.append((first, last))
    return tuple(found)


def _roman(words: str) -> int:
    return parse_roman(words.upper())


def find_tasks(report: Report) -> Iterator[Task]:
    """The tasks in the schedules of a plan, row by row.

    A table is a schedule where it has a column for what is to be done and one
    for when; other tables are passed over.

    >>> from danvan.reports import Annex
    >>> table = Table(("Stt", "Nội dung", "Thời gian", "Chủ trì"),
    ...               (("1", "Tuyên truyền", "Hàng quý", "MTTQ"), ("", "Tổng kết", "Tháng 12", "")))
    >>> [(task.group, task.what, task.when.months[-1])
    ...  for task in find_tasks(Report("kế hoạch", annexes=(Annex(tables=(table,)),)))]
    [('1', 'Tuyên truyền', (10, 12)), ('1', 'Tổng kết', (12, 12))]
    """
    for table in report.all_tables():
        columns = _columns(table)
        if {"what", "when"} <= columns.keys():
            yield from _tasks(table, columns)


def _columns(table: Table) -> dict[str, int]:
    """Which column is which, by the words in the header; the first that fits."""
    found: dict[str, int] = {}
    for at, cell in enumerate(table.header):
        name = fold(cell.text)
        # "phối hợp thực hiện" cooperates, "chủ trì, phối hợp" leads: the first word decides
        fits = [(name.find(word), part) for part, words in _COLUMNS.items() for word in words]
        best = min(((place, part) for place, part in fits if place >= 0), default=None)
        if best:
            found.setdefault(best[1], at)
    free = [at for at in range(len(table.header)) if at not in found.values()]
    bodies = [at for at in free if "don vi" in fold(table.header[at].text)]
    if "lead" not in found and bodies:
        found["lead"] = bodies[0]
    return found


def _tasks(table: Table, columns: dict[str, int]) -> Iterator[Task]:
    rows = table.filled(columns["group"]) if "group" in columns else table
    for row, printed in zip(rows, table, strict=True):
        words = {part: row[at].text for part, at in columns.items()}
        if not words["what"].strip():
            continue
        yield Task(
            words["what"],
            read_occurrence(words["when"]),
            words.get("lead", ""),
            words.get("cooperating", ""),
            " ".join(words.get("group", "").split()),
            _row_span(printed),
        )


def _row_span(row: Sequence[Cell]) -> Extent:
    spans = [cell.span for cell in row if cell.span != NOWHERE]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else NOWHERE
