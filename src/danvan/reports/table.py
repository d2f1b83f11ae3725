"""Tables: rows of cells, as the annexes of plans and reports have them."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.reports.footnote import words
from danvan.reports.paragraph import NOWHERE, Extent, Paragraph

__all__ = ["Cell", "Table"]


@frozen
class Cell:
    """One cell of a table.

    Attributes:
        paragraphs: what stands in it; none in an empty cell.
        span: where it stands in ``report.text``.
    """

    paragraphs: tuple[Paragraph, ...] = field(
        default=(), converter=words, validator=_fields.tuple_of(Paragraph)
    )
    span: Extent = field(default=NOWHERE, eq=False)

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


def _row(cells: tuple[Cell | str, ...]) -> tuple[Cell, ...]:
    """Turn the texts of a row into cells on the way in."""
    given: object = cells
    if not isinstance(given, tuple):
        return cells  # type: ignore[return-value]  # the validator says what it should be
    return tuple(_cell(cell) if isinstance(cell, str) else cell for cell in given)


def _rows(rows: tuple[tuple[Cell | str, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    given: object = rows
    if not isinstance(given, tuple):
        return rows  # type: ignore[return-value]  # the validator says what it should be
    return tuple(map(_row, given))


def _cell(words: str) -> Cell:
    return Cell(tuple(line for line in words.split("\n") if line.strip()))


@frozen
class Table:
    """Rows of cells, the first of which names the columns.

    Attributes:
        header: the names of the columns; empty cells where it has none.
        rows: the rows under it, every one as long as the header.
        after: how many of the section's paragraphs stand before it.
        span: where it stands in ``report.text``.

    >>> table = Table(("Stt", "Thời gian"), (("1", "Tháng 01"), ("", "Hàng tháng")))
    >>> [row[0].text for row in table.filled().rows]
    ['1', '1']

    Raises:
        InvalidValueError: no columns, or a row of another length.
    """

    header: tuple[Cell, ...] = field(converter=_row, validator=_fields.tuple_of(Cell))
    rows: tuple[tuple[Cell, ...], ...] = field(
        default=(), converter=_rows, validator=_fields.tuple_of(tuple)
    )
    after: int = field(default=0, validator=_fields.whole(0))
    span: Extent = field(default=NOWHERE, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.header:
            raise InvalidValueError("Table.header", (), "one cell or more")
        for row in self.rows:
            if len(row) != len(self.header) or not all(isinstance(c, Cell) for c in row):
                raise InvalidValueError("Table.rows", row, f"rows of {len(self.header)} cells")

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def filled(self, column: int = 0) -> Table:
        """The same table with the empty cells of a column filled from above.

        A cell that is merged over several rows comes out as one full cell with
        empty ones under it; this gives each row what it is part of.
        """
        rows: list[tuple[Cell, ...]] = []
        above = Cell()
        for row in self.rows:
            above = row[column] if row[column].paragraphs else above
            rows.append((*row[:column], above, *row[column + 1 :]))
        return Table(self.header, tuple(rows), self.after, self.span)
