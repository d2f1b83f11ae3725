"""The lines of one filled sheet: a figure each, or why there is none, or a finding."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from attrs import define

from danvan.indicators import Observation
from danvan.integrations.workbooks.layout import (
    COLUMNS,
    REASONS,
    FormSheet,
    SheetLine,
    column_letters,
)
from danvan.integrations.workbooks.places import Rows, SheetNotes, text_of
from danvan.integrations.workbooks.values import Trouble, counted, is_figure, read_value
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity

__all__ = ["SheetReading"]

_MANY: Final = 1e15
"""From here on a number of Excel may have lost its last digits."""


@define
class SheetReading:
    """One sheet on its way into figures.

    Attributes:
        plan: what stands on the sheet when nothing was moved.
        cells: its cells.
        head: the row of the keys of its columns.
        at: the column of each key.
        notes: where findings go.
        faults: the cells with an error, which among ``cells`` are empty.
        organization, period: whose figures these are, and of when.
    """

    plan: FormSheet
    cells: Rows
    head: int
    at: dict[str, int]
    notes: SheetNotes
    faults: dict[tuple[int, int], str]
    organization: Organization
    period: Period

    def observations(self) -> Iterator[Observation]:
        """The figures of the sheet, in the order of its rows."""
        organization, period, lines = self.organization, self.period, self.plan.by_key
        key, value, missing = (self.at[name] for name in ("key", "value", "missing"))
        label, unit = self.at.get("label", key), self.at.get("unit", key)
        note = self.at.get("note")
        place = f"{self.notes.notes.file}, {self.notes.sheet}!{column_letters(value)}"
        quantity: Quantity | None
        in_table = False
        seen: set[object] = set()
        for row, found in enumerate(self.cells[self.head + 1 :], self.head + 1):
            said = found[key]
            line = lines.get(said)  # type: ignore[call-overload]  # a cell may hold anything
            if line is None or said in seen:
                if in_table:
                    self._strange(row, line)
                in_table = in_table or found[label] == COLUMNS["label"]
                continue
            in_table = True
            seen.add(said)
            if found[label] != line.name or found[unit] != line.unit:
                self._compare_words(row, line)
            cell, why = found[value], found[missing]
            indicator = line.cell.indicator
            if why == "" and type(cell) is float and 0 <= cell < _MANY and cell.is_integer():
                quantity, reason = counted(int(cell), indicator.unit), ""
            else:
                quantity, reason = self._figure(row, line, cell, text_of(why))
                if quantity is None and not reason:
                    continue
            source = f"{place}{row + 1}"
            if note is not None and (words := found[note]) != "":
                source = f"{source}; ghi chú: {text_of(words)}"
            yield Observation(
                indicator, organization, period, quantity,
                breakdown=line.cell.breakdown, source=source,
                missing=REASONS[reason] if reason else None,
            )  # fmt: skip
        for line in self.plan.lines:
            if line.key not in seen:
                self.notes.add("DV688", line.row, key, cell=f"{line.number} {line.name}")

    def _figure(
        self, row: int, line: SheetLine, cell: object, why: str
    ) -> tuple[Quantity | None, str]:
        """The figure of a line, or the words that say why there is none."""
        quantity: Quantity | None = None
        trouble: Trouble | None = None
        value, missing = self.at["value"], self.at["missing"]
        if fault := self.faults.get((row, value)):
            trouble = "DV695", {"text": fault}
        elif text_of(cell):
            quantity, trouble = read_value(cell, line)
        if trouble:
            self.notes.add(trouble[0], row, value, **trouble[1])
        reason = why.casefold()
        if why and reason not in REASONS:
            self.notes.add("DV699", row, missing, text=why)
            return quantity, ""
        if why and quantity is not None:
            self.notes.add("DV698", row, value, text=quantity, reason=why)
            return None, ""
        return quantity, "" if trouble else reason

    def _strange(self, row: int, line: SheetLine | None) -> None:
        """A row without a key of the form, or with one that was there before."""
        column = self.at["value"]
        if line is not None:
            self.notes.add("DV689", row, column, cell=f"{line.number} {line.name}")
            return
        cell = self.cells[row][column]
        fault = self.faults.get((row, column), "")
        if fault or is_figure(cell):
            self.notes.add("DV690", row, column, text=fault or text_of(cell))

    def _compare_words(self, row: int, line: SheetLine) -> None:
        """See whether a line still says what it is asked for, in words and unit."""
        found = self.cells[row]
        for key, want in (("label", line.name), ("unit", line.unit)):
            column = self.at.get(key)
            if column is not None and found[column] != want:
                got = text_of(found[column])
                if got != text_of(want):
                    self.notes.add("DV638", row, column, got=got, want=want)
