"""A report as Markdown, with its footnotes as ``[^1]``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from danvan._files import write_text
from danvan.reports import Annex, Cell, Letterhead, Paragraph, Report, Section, Signature, Table
from danvan.reports.composing import date_line, number_line
from danvan.reports.footnote import Footnote
from danvan.reports.inline import escaped, read_inline, runs
from danvan.reports.paragraph import Style

__all__ = [
    "cell_to_markdown",
    "paragraph_to_markdown",
    "row_to_markdown",
    "to_markdown",
    "write_file",
]

_SIGNS = "\\*_<[`"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾"
_STARS: dict[Style, str] = {"italic": "*", "bold": "**", "bold italic": "***"}
_TAGS: dict[Style, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "bold": ("<b>", "</b>"),
    "bold italic": ("<b><i>", "</i></b>"),
}
_INDENT = "    "
_BREAK = "  \n"
_BAR = "\\|"


def to_markdown(report: Report) -> str:
    """The report in Markdown; what reads it back gets the same report.

    >>> from danvan.reports import Footnote
    >>> report = Report("mẫu", kind="Báo cáo", title="tháng 9 năm 2023",
    ...     sections=(Section("I.", "KẾT QUẢ", ("Đối thoại *trên* 22 cuộc[^1].",)),),
    ...     footnotes=(Footnote("1", ("Cấp huyện 02, cấp xã 20.",)),))
    >>> print(to_markdown(report))
    # BÁO CÁO
    **tháng 9 năm 2023**
    <BLANKLINE>
    ## I. KẾT QUẢ
    <BLANKLINE>
    Đối thoại *trên* 22 cuộc[^1].
    <BLANKLINE>
    [^1]: Cấp huyện 02, cấp xã 20.
    """
    return "\n\n".join(_blocks(report))


def write_file(report: Report, path: Path) -> None:
    """Write the report to a Markdown file in UTF-8."""
    write_text(path, f"{to_markdown(report)}\n")


def _blocks(report: Report) -> Iterator[str]:
    if report.letterhead:
        yield from _letterhead(report.letterhead)
    heading = [f"# {report.kind.upper()}"] if report.kind else []
    if report.title:
        heading.append(f"**{_signs(report.title)}**")
    if heading:
        yield "\n".join(heading)
    if report.addressed_to:
        yield f"Kính gửi: {_signs(report.addressed_to)}"
    yield from _content(report.preamble, report.tables)
    for section in report.sections:
        yield from _section(section, 2)
    yield from map(_footnote, report.footnotes)
    if report.recipients:
        yield "**Nơi nhận:**"
        ends = [","] * (len(report.recipients) - 1) + ["."]
        lines = zip(report.recipients, ends, strict=True)
        yield "\n".join(f"- {_signs(str(recipient))}{end}" for recipient, end in lines)
    if report.signature:
        yield from _signature(report.signature)
    yield from map(paragraph_to_markdown, report.remainder)
    for annex in report.annexes:
        yield from _annex(annex)


def _letterhead(head: Letterhead) -> Iterator[str]:
    bodies = [head.upper_body, f"**{head.body}**" if head.body else "", number_line(head)]
    yield from _lines(bodies)
    yield from filter(None, (head.secrecy, head.urgency, head.draft))
    yield from _lines(f"**{words}**" for words in head.motto.split("\n") if words)
    if words := date_line(head):
        yield f"*{words}*"


def _lines(lines: Iterable[str]) -> Iterator[str]:
    if kept := [line for line in lines if line]:
        yield _BREAK.join(kept)


def _signature(signature: Signature) -> Iterator[str]:
    mandates = [f"**{words}**" for words in signature.mandate.split("\n") if words]
    yield from _lines([*mandates, signature.post])
    if signature.signer:
        yield f"**{signature.signer}**"


def _section(section: Section, depth: int) -> Iterator[str]:
    paragraphs = section.paragraphs
    if section.heading:
        heading = paragraph_to_markdown(Paragraph(section.heading, section.heading_marks))
        yield f"{'#' * min(depth, 6)} {section.number} {heading}".replace("  ", " ")
    elif paragraphs:
        yield f"{section.number} {paragraph_to_markdown(paragraphs[0])}"
    else:
        yield section.number
    skip = 0 if section.heading else 1
    yield from _content(paragraphs, section.tables, skip)
    for part in section.sections:
        yield from _section(part, depth + 1)


def _annex(annex: Annex) -> Iterator[str]:
    yield from _lines(
        [
            f"**{annex.title}**" if annex.title else "",
            f"*({annex.attached_to})*" if annex.attached_to else "",
        ]
    )
    yield from _content(annex.paragraphs, annex.tables)
    for section in annex.sections:
        yield from _section(section, 2)


def _content(
    paragraphs: Sequence[Paragraph], tables: Sequence[Table], skip: int = 0
) -> Iterator[str]:
    waiting = list(tables)
    for at, paragraph in enumerate(paragraphs):
        while waiting and waiting[0].after <= at:
            yield _table(waiting.pop(0))
        if at >= skip:
            yield paragraph_to_markdown(paragraph)
    yield from map(_table, waiting)


def _table(table: Table) -> str:
    rows = [
        row_to_markdown(table.header),
        "|" + " --- |" * len(table.header),
        *map(row_to_markdown, table.rows),
    ]
    return "\n".join(rows)


def row_to_markdown(cells: Iterable[Cell]) -> str:
    """One row of a table in Markdown."""
    words = ("<br>".join(map(cell_to_markdown, cell.paragraphs)) for cell in cells)
    return "|" + "".join(f" {cell} |" for cell in words)


def cell_to_markdown(paragraph: Paragraph) -> str:
    """One paragraph of a cell in Markdown; a bar in it ends no cell."""
    return paragraph_to_markdown(paragraph).replace("|", _BAR)


def _footnote(note: Footnote) -> str:
    first, *rest = map(paragraph_to_markdown, note.paragraphs)
    return "\n\n".join([f"[^{note.mark}]: {first}", *(f"{_INDENT}{more}" for more in rest)])


def paragraph_to_markdown(paragraph: Paragraph) -> str:
    """One paragraph in Markdown; no sign in it is taken for what it is not."""
    for signs, tags in ((_SIGNS, False), (_SIGNS, True), (_SIGNS + _RAISED, True)):
        words = _inline(paragraph, signs, tags=tags)
        if read_inline(words, [(0, len(words))])[0] == paragraph:
            break
    return words


def _inline(paragraph: Paragraph, signs: str, *, tags: bool) -> str:
    words = []
    for run in runs(paragraph):
        if run.mark:
            words.append(f"[^{run.mark}]")
            continue
        stars = _STARS[run.style] if run.style else ""
        opened, closed = (stars, stars) if not (tags and run.style) else _TAGS[run.style]
        words.append(f"{opened}{_signs(run.text, signs)}{closed}")
    return "".join(words)


def _signs(text: str, signs: str = _SIGNS) -> str:
    return re.sub(r"&(?=#?\w+;)", r"\\&", escaped(text, signs))
