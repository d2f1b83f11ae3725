"""What a sheet shows a clerk while it is being filled: what is still empty, what does not add up.

These are rules of colour over addresses that danvan chose itself; nothing of the data
goes into them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from danvan.indicators import BreakdownKind
from danvan.integrations.workbooks.layout import FormSheet, column_letters
from danvan.reporting import Relation

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from danvan.integrations.workbooks.writing import Sheets

__all__ = ["show_hints"]

_EMPTY: Final = "#FFF6CC"
_WRONG: Final = "#F8C9C4"
_UNLIKE: Final = {Relation.EQUAL: "<>", Relation.AT_MOST: ">"}


def show_hints(book: Sheets, sheet: Worksheet, plan: FormSheet, value: int, missing: int) -> None:
    """Color the figures that are wanted and empty, and those that do not go together.

    Args:
        book: the workbook.
        sheet: the sheet of the form.
        plan: what stands where on it.
        value: the column of the figures.
        missing: the column of the reasons why there is none.
    """
    wrong = book.book.add_format({"bg_color": _WRONG})
    empty = book.book.add_format({"bg_color": _EMPTY})
    column, beside = column_letters(value), column_letters(missing)
    for rows, sums, relation, total in _relations(plan):
        cells = ",".join(f"${column}${row + 1}" for row in (*sums, *total))
        left, right = ("+".join(f"${column}${row + 1}" for row in side) for side in (sums, total))
        counted = len(sums) + len(total)
        broken = f"=AND(COUNT({cells})={counted},{left}{_UNLIKE[relation]}{right})"
        for row in rows:
            _color(sheet, row, value, broken, wrong)
    for line in plan.lines:
        if line.cell.compulsory:
            here, why = f"${column}${line.row + 1}", f"${beside}${line.row + 1}"
            _color(sheet, line.row, value, f"=AND(ISBLANK({here}),ISBLANK({why}))", empty)


def _color(sheet: Worksheet, row: int, column: int, criteria: str, look: object) -> None:
    sheet.conditional_format(
        row, column, row, column, {"type": "formula", "criteria": criteria, "format": look}
    )


_Related = tuple[tuple[int, ...], tuple[int, ...], Relation, tuple[int, ...]]


def _relations(plan: FormSheet) -> Iterator[_Related]:
    """The rows to color, and two sums of rows with how they must go together."""
    rows = {(line.indicator.code, line.cell.breakdown): line.row for line in plan.lines}
    for asked in plan.form.rows:
        whole = rows[asked.indicator, ()]
        indicator = plan.by_key[asked.indicator].indicator
        for dimension in asked.by:
            breakdown = indicator.breakdown(dimension)
            if breakdown is None:
                continue
            parts = tuple(rows[asked.indicator, ((dimension, part),)] for part in breakdown.values)
            if breakdown.kind is BreakdownKind.PARTITION and parts:
                yield (*parts, whole), parts, Relation.EQUAL, (whole,)
            else:
                for part in parts:
                    yield (part,), (part,), Relation.AT_MOST, (whole,)
    for rule in plan.form.rules:
        left = tuple(rows[code, ()] for code in rule.left)
        right = tuple(rows[code, ()] for code in rule.right)
        yield (*left, *right), left, rule.relation, right
