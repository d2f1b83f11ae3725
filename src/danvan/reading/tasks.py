"""Read the schedule of a plan: what is due, when, who leads it, who cooperates.

The columns are found by their names, and a cell that is merged over several
rows holds for each of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from danvan.reports import Report, Table
from danvan.reports.plan import Occurrence, Task
from danvan.reports.table import Cell
from danvan.vietnamese.letters import fold
from danvan.vietnamese.roman import parse_roman

__all__ = ["find_tasks", "read_occurrence"]

_COLUMNS: Final = {
    "what": ("noi dung", "nhiem vu", "cong viec"),
    "when": ("thoi gian", "thoi diem", "tien do", "thoi han"),
    "lead": ("chu tri", "thuc hien", "don vi", "phan cong"),
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
_LIST: Final = r"(?P<list>{0}(?:\s*(?:,|;|va|-|den|thang|quy)\s*{0}){{0,20}})"
_MONTHS: Final = re.compile(rf"(?:trong |cuoi |dau )?thang {_LIST.format('[0-9]{1,2}')}(?:/[0-9]{{4}})?")
_QUARTERS: Final = re.compile(rf"(?:trong )?quy {_LIST.format('(?:iv|i{1,3}|[1-4])')}(?:/[0-9]{{4}})?")
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
