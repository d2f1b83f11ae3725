"""Tables whose row of totals is not the sum of the rows beside it (DV206, DV207)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from danvan.findings import Finding, Span, rules
from danvan.reports import Report, Table
from danvan.reports.table import Cell
from danvan.validation.text.paper import Paper
from danvan.validation.text.wording import pattern
from danvan.vietnamese.letters import fold
from danvan.vietnamese.numbers import format_number

__all__ = ["check_tables"]

_NUMBER: Final = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})(?:,[0-9]{1,9})?")
_NOT_ADDED: Final = re.compile(r"%|ty le|binh quan|trung binh|stt|\btt\b|nam sinh|ghi chu|xep hang")
_GROUP: Final = re.compile(r"[IVX]+\.?|[A-Z]\.?|Phần .*")
_SUB_POINT: Final = re.compile(r"[0-9]+\.[0-9]+\.?|[-+*]|[a-zđ][.)]")


@frozen
class _Row:
    """A row as the sums see it.

    Attributes:
        label: the words that say what the row is of.
        number: its number in the first column: "1", "I", "1.2", "-".
        amounts: for each column the number in it, or ``None``.
    """

    label: str
    number: str
    amounts: tuple[Decimal | None, ...]


def check_tables(paper: Paper) -> Iterator[Finding]:
    """DV206: a total in a table against its rows; DV207: the same with empty cells among them.

    Rows that are parts of others (1.1 under 1, - under a) are left out, and where
    the rows stand in groups (I, II, A, B), either the groups or the rows under
    them may make the total.  Shares and serial numbers are not added up.
    """
    for table in paper.report.all_tables():
        rows = [_row(cells) for cells in table.rows]
        totals = [at for at, row in enumerate(rows) if pattern("row of totals").match(row.label)]
        if len(totals) == 1:
            yield from _check(paper.report, table, rows, totals[0])


def _row(cells: Sequence[Cell]) -> _Row:
    texts = [" ".join(cell.text.split()) for cell in cells]
    numbered = len(texts) > 1 and len(texts[0]) <= 6
    label = next((t for t in texts[numbered:] if t and not _NUMBER.fullmatch(t)), texts[0])
    return _Row(label.strip(" *"), texts[0] if numbered else "", tuple(map(_amount, texts)))


def _amount(text: str) -> Decimal | None:
    found = _NUMBER.fullmatch(text.strip(" *"))
    return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None


def _check(report: Report, table: Table, rows: list[_Row], at: int) -> Iterator[Finding]:
    others = [row for row in rows[:at] + rows[at + 1 :] if not _SUB_POINT.fullmatch(row.number)]
    groups = [row for row in others if _GROUP.fullmatch(row.number)]
    points = [row for row in others if row not in groups]
    for column, total in enumerate(rows[at].amounts):
        name = table.header[column].text
        if total is None or _NOT_ADDED.search(fold(name)):
            continue
        sums = [_sum(column, part) for part in (points, groups) if part]
        told = [found for found in sums if found is not None]
        if not told or any(sum_ == total for sum_, _ in told):
            continue
        computed, gaps = told[0]
        if gaps and computed < total:
            code = "DV207"
        elif len(told) == 1:
            code = "DV206"
        else:
            continue
        yield rules()[code].at(
            Span(*table.rows[at][column].span, report),
            column=" ".join(name.split()) or str(column + 1),
            total=format_number(total),
            sum=format_number(computed),
            difference=computed - total,
        )


def _sum(column: int, rows: list[_Row]) -> tuple[Decimal, bool] | None:
    """The sum of a column and whether cells of it are empty; ``None`` below two numbers."""
    amounts = [row.amounts[column] for row in rows]
    known = [amount for amount in amounts if amount is not None]
    return (sum(known, Decimal(0)), len(known) < len(amounts)) if len(known) > 1 else None
