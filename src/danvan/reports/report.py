"""The report itself, and what is attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.document_number import DocumentNumber
from danvan.reports.closing import Recipient, Signature
from danvan.reports.footnote import Footnote, words
from danvan.reports.letterhead import Letterhead
from danvan.reports.paragraph import NOWHERE, Extent, Paragraph, one_line
from danvan.reports.section import Section, with_tables
from danvan.reports.table import Table

__all__ = ["Annex", "Repair", "Report"]

_MOST_LETTERS: Final = 300_000


@frozen
class Annex:
    """What is attached to a paper: a schedule, a form, a list.

    Attributes:
        title: its own title, ``"PHỤ LỤC I ..."``; often empty.
        attached_to: the line that ties it to its paper, ``"Kèm theo Kế hoạch số ..."``.
        number: the number of that paper, read from the line.
        issued_on: its date, read from the line.
        paragraphs, sections, tables: what stands in it, as in a :class:`Section`.
        number_span, date_span: where number and date stand in ``report.text``.
        span: where all of it stands.
    """

    title: str = field(default="", validator=one_line)
    attached_to: str = field(default="", validator=one_line)
    number: DocumentNumber | None = field(
        default=None, validator=_fields.optional(_fields.instance(DocumentNumber))
    )
    issued_on: date | None = field(default=None, validator=_fields.optional(_fields.day))
    paragraphs: tuple[Paragraph, ...] = field(
        default=(), converter=words, validator=_fields.tuple_of(Paragraph)
    )
    sections: tuple[Section, ...] = field(default=(), validator=_fields.tuple_of(Section))
    tables: tuple[Table, ...] = field(default=(), validator=_fields.tuple_of(Table))
    number_span: Extent | None = field(default=None, eq=False)
    date_span: Extent | None = field(default=None, eq=False)
    span: Extent = field(default=NOWHERE, eq=False)


@frozen
class Repair:
    """Something that reading put right, or could not.

    Attributes:
        what: ``"joined"`` (a paragraph that a page break had cut), ``"mark misprinted"``
            (a footnote that went on over the page under a wrong mark), ``"no mark"`` (a
            footnote that nothing in the body calls for), ``"no footnote"`` (a mark in
            the body without a footnote), ``"number"`` (the number of the paper).
        start, end: where, in ``report.text``.
    """

    what: str = field(validator=_fields.text)
    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))


@frozen(cache_hash=True)
class Report:
    """A report, a plan or another paper of an office, part by part.

    What a paper lacks is ``None`` or empty.  Every part knows where it stands
    in :attr:`text`.

    Attributes:
        name: what it is called, usually the name of its file.
        text: the exact text it was read from; of a composed report, see
            :func:`~danvan.reports.composed`.
        kind: the word it calls itself by, ``"Báo cáo"``; empty for a letter.
        title: the words under it, in one line.
        letterhead: its head.
        addressed_to: what stands after "Kính gửi:", where the paper has it.
        preamble: the paragraphs before the first section.
        sections: the tree of its sections.
        footnotes: its footnotes, in the order of their marks.
        tables: tables that stand before the first section.
        annexes: what is attached.
        recipients: the lines under "Nơi nhận".
        signature: who signs.
        remainder: what stands after the signature and is no annex.
        repairs: what reading put right, or could not.
        heading_span: where kind and title stand.

    >>> report = Report("mẫu", kind="Báo cáo", title="công tác dân vận tháng 9",
    ...                 sections=(Section("I.", "TÌNH HÌNH", ("Nhân dân đồng thuận[^1].",)),),
    ...                 footnotes=(Footnote("1", ("13/13 xã.",)),))
    >>> [paragraph.text for paragraph in report.paragraphs()]
    ['Nhân dân đồng thuận.']
    >>> report.footnote("1").text
    '13/13 xã.'
    """

    name: str = field(validator=_fields.text)
    text: str = field(default="", validator=_fields.instance(str))
    kind: str = field(default="", validator=one_line)
    title: str = field(default="", validator=one_line)
    letterhead: Letterhead | None = field(
        default=None, validator=_fields.optional(_fields.instance(Letterhead))
    )
    addressed_to: str = field(default="", validator=_fields.instance(str))
    preamble: tuple[Paragraph, ...] = field(
        default=(), converter=words, validator=_fields.tuple_of(Paragraph)
    )
    sections: tuple[Section, ...] = field(default=(), validator=_fields.tuple_of(Section))
    footnotes: tuple[Footnote, ...] = field(default=(), validator=_fields.tuple_of(Footnote))
    tables: tuple[Table, ...] = field(default=(), validator=_fields.tuple_of(Table))
    annexes: tuple[Annex, ...] = field(default=(), validator=_fields.tuple_of(Annex))
    recipients: tuple[Recipient, ...] = field(default=(), validator=_fields.tuple_of(Recipient))
    signature: Signature | None = field(
        default=None, validator=_fields.optional(_fields.instance(Signature))
    )
    remainder: tuple[Paragraph, ...] = field(
        default=(), converter=words, validator=_fields.tuple_of(Paragraph)
    )
    repairs: tuple[Repair, ...] = field(default=(), validator=_fields.tuple_of(Repair), eq=False)
    heading_span: Extent = field(default=NOWHERE, eq=False)

    def __str__(self) -> str:
        return self.name

    def __iter__(self) -> Iterator[Section]:
        """Every section, those within others too, in reading order."""
        for section in self.sections:
            yield from section

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body and the annexes, in reading order.

        Those of the footnotes are not among them: see :attr:`footnotes`.
        """
        yield from with_tables(self.preamble, self.tables)
        for section in self.sections:
            yield from section.all_paragraphs()
        for annex in self.annexes:
            yield from with_tables(annex.paragraphs, annex.tables)
            for section in annex.sections:
                yield from section.all_paragraphs()
        yield from self.remainder

    def all_tables(self) -> Iterator[Table]:
        """Every table, in the body and in the annexes."""
        yield from self.tables
        for section in self:
            yield from section.tables
        for annex in self.annexes:
            yield from annex.tables
            for part in annex.sections:
                for section in part:
                    yield from section.tables

    def footnote(self, mark: str) -> Footnote | None:
        """The footnote with a mark, ``"3"``; ``None`` where there is none.

        Where marks begin again on each page, this is the first of several; the
        others are found by :attr:`Footnote.anchor`.
        """
        return next((note for note in self.footnotes if note.mark == mark), None)

    @property
    def number(self) -> DocumentNumber | None:
        """The number of the paper, from its head or from the line of an annex."""
        numbers = (part.number for part in self._dated_parts() if part.number)
        return next(numbers, None)

    @property
    def issued_on(self) -> date | None:
        """Its date, from its head or from the line of an annex."""
        days = (part.issued_on for part in self._dated_parts() if part.issued_on)
        return next(days, None)

    def _repr_html_(self) -> str:
        """The report as a notebook shows it: its text, or of a very long one what it is."""
        from danvan import formats

        letters = sum(len(paragraph.text) for paragraph in self.paragraphs())
        if letters > _MOST_LETTERS:
            parts = {
                "Tệp": self.name,
                "Số, ký hiệu": str(self.number or ""),
                "Ngày": self.issued_on,
                "Trích yếu": self.title,
                "Số chữ cái": letters,
                "Các phần": notebook.some([section.heading for section in self.sections]),
            }
            return notebook.record(f"{self.kind}: quá dài để hiện nguyên văn".strip(": "), parts)

        html: str = formats.writer(Path("report.html")).to_html(self, whole=False)
        return html

    def _dated_parts(self) -> tuple[Letterhead | Annex, ...]:
        return (self.letterhead, *self.annexes) if self.letterhead else self.annexes

    def says_same(self, other: Report) -> bool:
        """Whether another report has the same parts, whatever its name and its source."""
        return self._parts() == other._parts()

    def _parts(self) -> tuple[object, ...]:
        return (
            self.kind, self.title, self.letterhead, self.addressed_to, self.preamble,
            self.sections, self.footnotes, self.tables, self.annexes, self.recipients,
            self.signature, self.remainder,
        )  # fmt: skip
