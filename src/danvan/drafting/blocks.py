"""A report as a line of blocks that can be held beside those of another."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import field, frozen

from danvan._enums import Word
from danvan.findings import Span
from danvan.reports import Extent, Paragraph, Report, Section, Table
from danvan.reports.composing import date_line, number_line
from danvan.vietnamese.letters import nfc

__all__ = ["Block", "BlockKind", "blocks"]


class BlockKind(Word):
    """What a block is; the value is the word for it."""

    FORMAL = "thể thức"
    """A line of the letterhead, a recipient, or one of the signature."""
    TITLE = "trích yếu"
    HEADING = "tiêu đề"
    PARAGRAPH = "đoạn"
    ROW = "dòng bảng"
    FOOTNOTE = "chú thích"


@frozen
class Block:
    """A heading, a paragraph, a row of a table, a footnote or a line round the body.

    Attributes:
        kind: what it is.
        text: its words in one line, without marks and emphasis.
        part: the heading it stands under, or "".
        span: where it stands in its report.
        cells: of a row, its cells.
    """

    kind: BlockKind
    text: str
    part: str
    span: Span = field(eq=False)
    cells: tuple[str, ...] = ()


def blocks(report: Report) -> Iterator[Block]:
    """Everything a report says from its letterhead to its annexes, footnotes last."""
    yield from _formal(report, _letterhead(report))
    if report.title:
        yield _block(report, BlockKind.TITLE, report.title, "", report.heading_span)
    yield from _content(report, report.preamble, report.tables, "")
    yield from _sections(report, report.sections)
    yield from _formal(report, _closing(report))
    for annex in report.annexes:
        if annex.title:
            yield _block(report, BlockKind.HEADING, annex.title, "", annex.span)
        yield from _content(report, annex.paragraphs, annex.tables, annex.title)
        yield from _sections(report, annex.sections)
    yield from _content(report, report.remainder, (), "")
    for note in report.footnotes:
        yield _block(report, BlockKind.FOOTNOTE, note.text, "", note.span)


def _letterhead(report: Report) -> Iterator[tuple[str, Extent]]:
    if head := report.letterhead:
        lines = (
            head.upper_body, head.body, head.motto, number_line(head), date_line(head),
            head.secrecy, head.urgency, head.draft,
        )  # fmt: skip
        yield from ((line, head.span) for line in lines)
    yield report.kind, report.heading_span
    yield report.addressed_to, report.heading_span


def _closing(report: Report) -> Iterator[tuple[str, Extent]]:
    yield from ((str(recipient), recipient.span) for recipient in report.recipients)
    if signature := report.signature:
        for line in (signature.mandate, signature.post, signature.signer):
            yield line, signature.span


def _formal(report: Report, lines: Iterator[tuple[str, Extent]]) -> Iterator[Block]:
    for line, extent in lines:
        if line:
            yield _block(report, BlockKind.FORMAL, line, "", extent)


def _block(report: Report, kind: BlockKind, text: str, part: str, extent: Extent) -> Block:
    return Block(kind, " ".join(nfc(text).split()), part, Span(*extent, report))


def _sections(report: Report, sections: tuple[Section, ...]) -> Iterator[Block]:
    for tree in sections:
        part = ""
        for section in tree:
            if section.heading:
                part = section.title
                yield _block(report, BlockKind.HEADING, part, part, section.heading_span)
            yield from _content(report, section.paragraphs, section.tables, part)


def _content(
    report: Report, paragraphs: tuple[Paragraph, ...], tables: tuple[Table, ...], part: str
) -> Iterator[Block]:
    waiting = list(reversed(tables))
    for at, paragraph in enumerate(paragraphs):
        while waiting and waiting[-1].after <= at:
            yield from _rows(report, waiting.pop(), part)
        yield _block(report, BlockKind.PARAGRAPH, paragraph.text, part, paragraph.extent)
    for table in reversed(waiting):
        yield from _rows(report, table, part)


def _rows(report: Report, table: Table, part: str) -> Iterator[Block]:
    for row in (table.header, *table.rows):
        cells = tuple(" ".join(nfc(cell.text).split()) for cell in row)
        place = Span(row[0].span[0], row[-1].span[1], report)
        yield Block(BlockKind.ROW, " | ".join(cells), part, place, cells)
