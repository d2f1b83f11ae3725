"""Sections: the tree of headings and numbered points of a report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import Attribute, field, frozen

from danvan import _fields
from danvan.reports.footnote import words
from danvan.reports.paragraph import NOWHERE, Extent, Paragraph, one_line
from danvan.reports.table import Table

__all__ = ["Section"]


def _sections(owner: object, attribute: Attribute[Any], value: object) -> None:
    """The part must be a tuple of sections, a class that is only being made here."""
    _fields.tuple_of(Section)(owner, attribute, value)


@frozen
class Section:
    """One part of a report, with its number as printed and what stands under it.

    A numbered point that has no heading of its own (``"1. Tiếp tục ..."``) is a
    section without heading, whose first paragraph follows the number.

    Attributes:
        number: as printed, sign and all: ``"I."``, ``"I-"``, ``"2.1."``, ``"a)"``,
            ``"Phần thứ nhất"``; empty where a heading has none.
        heading: the words of the heading; empty where it has none.
        paragraphs: what stands under it before the first of its sections.
        sections: the sections under it.
        tables: the tables among its paragraphs.
        heading_marks: footnote marks in the heading, as in a paragraph.
        heading_span: where number and heading stand in ``report.text``.
        span: where all of it stands, the sections under it too.

    >>> part = Section("2.1.", "Ưu điểm", ("Công tác dân vận có chuyển biến.",))
    >>> part.title, part.paragraphs[0].text
    ('2.1. Ưu điểm', 'Công tác dân vận có chuyển biến.')
    """

    number: str = field(default="", validator=one_line)
    heading: str = field(default="", validator=one_line)
    paragraphs: tuple[Paragraph, ...] = field(
        default=(), converter=words, validator=_fields.tuple_of(Paragraph)
    )
    sections: tuple[Section, ...] = field(default=(), validator=_sections)
    tables: tuple[Table, ...] = field(default=(), validator=_fields.tuple_of(Table))
    heading_marks: tuple[tuple[int, str], ...] = field(
        default=(), validator=_fields.tuple_of(tuple)
    )
    heading_span: Extent = field(default=NOWHERE, eq=False)
    span: Extent = field(default=NOWHERE, eq=False)

    @property
    def title(self) -> str:
        """Number and heading, as one reads them."""
        return f"{self.number} {self.heading}".strip()

    def __iter__(self) -> Iterator[Section]:
        """This section and all under it, in reading order."""
        yield self
        for section in self.sections:
            yield from section

    def all_paragraphs(self) -> Iterator[Paragraph]:
        """Its paragraphs, those in its tables, and those of the sections under it."""
        yield from with_tables(self.paragraphs, self.tables)
        for section in self.sections:
            yield from section.all_paragraphs()


def with_tables(
    paragraphs: tuple[Paragraph, ...], tables: tuple[Table, ...]
) -> Iterator[Paragraph]:
    """Paragraphs and the cells of the tables among them, in reading order."""
    waiting = list(tables)
    for at, paragraph in enumerate(paragraphs):
        while waiting and waiting[0].after <= at:
            yield from _in_cells(waiting.pop(0))
        yield paragraph
    for table in waiting:
        yield from _in_cells(table)


def _in_cells(table: Table) -> Iterator[Paragraph]:
    for row in (table.header, *table.rows):
        for cell in row:
            yield from cell.paragraphs
