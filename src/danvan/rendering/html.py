"""A report as one HTML file that needs nothing else.

It has its style inside it and asks the network for nothing; every word of the
report is escaped.  It reads well on a screen, on a phone and in the dark, and
prints on A4 as the norms have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from importlib import resources
from pathlib import Path
from zlib import crc32

from danvan._files import write_text
from danvan.rendering.layout import LayoutNorm, family_of, norm_for
from danvan.reports import (
    Annex,
    Cell,
    Footnote,
    Letterhead,
    Paragraph,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
)
from danvan.reports.composing import date_line, number_line
from danvan.reports.inline import runs
from danvan.reports.paragraph import Style

__all__ = ["to_html", "write_file"]

_ALLOWED = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load and run for a page: nothing but the style in it."""

_TAGS: dict[Style, tuple[str, str]] = {
    "italic": ("<em>", "</em>"),
    "bold": ("<strong>", "</strong>"),
    "bold italic": ("<strong><em>", "</em></strong>"),
}


def to_html(report: Report, *, whole: bool = True) -> str:
    """The report as HTML.

    Args:
        report: what to write.
        whole: a page of its own; otherwise only the ``<article>`` with its style, to be
            put into another page.

    >>> html = to_html(Report("mẫu", kind="Báo cáo", title="<tháng 9>"), whole=False)
    >>> '<h1>BÁO CÁO</h1><p class="title">&lt;tháng 9&gt;</p>' in html
    True
    """
    page = _Page(report, "" if whole else f"r{crc32(report.text.encode('utf-8', 'replace')):08x}-")
    look = f'class="{page.look()}{" page" if whole else ""}" style="{_sizes(page.norm)}"'
    article = f'<article {look} lang="vi">{page.written()}</article>'
    if not whole:
        return f"<style>{_style('report')}</style>{article}"
    style = f"<style>{_style('report')}{_style('report_page')}</style>"
    title = escape(f"{report.kind} {report.title}".strip() or report.name)
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_ALLOWED}">'
        f"<title>{title}</title>{style}</head><body>{article}</body></html>\n"
    )


def write_file(report: Report, path: Path) -> None:
    """Write the report to an HTML file in UTF-8."""
    write_text(path, to_html(report))


@cache
def _style(name: str) -> str:
    return resources.files("danvan.data").joinpath(f"{name}.css").read_text("utf-8")


class _Page:
    """One report on its way into HTML; it knows which footnote each mark calls for.

    Within another page, which may hold more of them, its anchors are its own.
    """

    def __init__(self, report: Report, anchors: str) -> None:
        self.report, self.anchors = report, anchors
        self.norm = norm_for(family_of(report), report.issued_on)
        self.called: dict[str, list[int]] = {}
        for at, note in enumerate(report.footnotes, 1):
            self.called.setdefault(note.mark, []).append(at)

    def look(self) -> str:
        """The classes that say which norm the page follows, and whether it is cut into parts."""
        norm = self.norm
        parted = any(
            section.number.casefold().startswith("phần") for section in self.report.sections
        )
        recipients = norm.recipients_look.replace(" ", "-")
        classes = ("report", norm.family, f"under-title-{norm.under_title}", recipients)
        return " ".join((*classes, "parted") if parted else classes)

    def written(self) -> str:
        return "".join(self.parts())

    def parts(self) -> Iterator[str]:
        report = self.report
        if report.letterhead:
            yield _letterhead(report.letterhead, self.norm)
        if report.kind:
            yield f"<h1>{escape(report.kind.upper())}</h1>"
        if report.title:
            yield f'<p class="title">{escape(report.title)}</p>'
        if report.kind or report.title:
            words = "-----" if self.norm.under_title == "hyphens" else ""
            yield f'<p class="rule" aria-hidden="true">{words}</p>'
        if report.addressed_to:
            yield f'<p class="title">Kính gửi: {escape(report.addressed_to)}</p>'
        yield from self.content(report.preamble, report.tables)
        for section in report.sections:
            yield from self.section(section, 2)
        if report.recipients or report.signature:
            yield _closing(report.recipients, report.signature)
        yield from self.content(report.remainder, ())
        for annex in report.annexes:
            yield from self.annex(annex)
        if report.footnotes:
            yield '<section class="footnotes" role="doc-endnotes">'
            yield from map(self.footnote, report.footnotes, range(1, len(report.footnotes) + 1))
            yield "</section>"

    def section(self, section: Section, depth: int) -> Iterator[str]:
        level = min(depth, 6)
        number = f'<span class="number">{escape(section.number)}</span> ' if section.number else ""
        paragraphs = section.paragraphs
        skip = 0
        if section.heading:
            words = self.words(Paragraph(section.heading, section.heading_marks))
            part = ' class="part"' if section.number.casefold().startswith("phần") else ""
            yield f"<section><h{level}{part}>{number}{words}</h{level}>"
        else:
            skip = 1
            words = self.words(paragraphs[0]) if paragraphs else ""
            yield f'<section class="point"><p class="prose">{number}{words}</p>'
        yield from self.content(paragraphs, section.tables, skip)
        for under in section.sections:
            yield from self.section(under, depth + 1)
        yield "</section>"

    def content(
        self, paragraphs: Sequence[Paragraph], tables: Sequence[Table], skip: int = 0
    ) -> Iterator[str]:
        waiting = list(tables)
        for at, paragraph in enumerate(paragraphs):
            while waiting and waiting[0].after <= at:
                yield self.table(waiting.pop(0))
            if at >= skip:
                yield f'<p class="prose">{self.words(paragraph)}</p>'
        yield from map(self.table, waiting)

    def table(self, table: Table) -> str:
        rows = [
            self.row('th scope="col"', table.header),
            *(self.row("td", row) for row in table.rows),
        ]
        return f'<div class="table"><table>{"".join(rows)}</table></div>'

    def row(self, opened: str, cells: Iterable[Cell]) -> str:
        inner = "".join(f"<{opened}>{self.cell(cell)}</{opened[:2]}>" for cell in cells)
        return f"<tr>{inner}</tr>"

    def cell(self, cell: Cell) -> str:
        return "".join(f"<p>{self.words(paragraph)}</p>" for paragraph in cell.paragraphs)

    def words(self, paragraph: Paragraph) -> str:
        words = []
        for run in runs(paragraph):
            if run.mark:
                words.append(self.mark(run.mark))
                continue
            opened, closed = _TAGS[run.style] if run.style else ("", "")
            words.append(f"{opened}{escape(run.text)}{closed}")
        return "".join(words)

    def mark(self, mark: str) -> str:
        waiting = self.called.get(mark)
        if not waiting:
            return f"<sup>{escape(mark)}</sup>"
        at = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return f"<sup><a {self.to('mark', at, 'note')}>{escape(mark)}</a></sup>"

    def footnote(self, note: Footnote, at: int) -> str:
        first, *rest = map(self.words, note.paragraphs)
        back = f"<sup><a {self.to('note', at, 'mark')}>{escape(note.mark)}</a></sup>"
        more = "".join(f"<p>{words}</p>" for words in rest)
        return f"<div><p>{back} {first}</p>{more}</div>"

    def to(self, own: str, at: int, other: str) -> str:
        return f'id="{self.anchors}{own}-{at}" href="#{self.anchors}{other}-{at}"'

    def annex(self, annex: Annex) -> Iterator[str]:
        yield '<section class="annex">'
        if annex.title:
            yield f'<p class="title">{escape(annex.title)}</p>'
        if annex.attached_to:
            yield f'<p class="attached">({escape(annex.attached_to)})</p>'
        yield from self.content(annex.paragraphs, annex.tables)
        for section in annex.sections:
            yield from self.section(section, 2)
        yield "</section>"


def _lines(lines: Iterable[tuple[str, str]]) -> str:
    """Paragraphs of a class each, those without words left out."""
    return "".join(f'<p class="{kind}">{escape(words)}</p>' for kind, words in lines if words)


def _sizes(norm: LayoutNorm) -> str:
    """The sizes of a norm for the style sheet, which prints by them."""
    lengths = {
        "text": norm.text, "kind": norm.kind, "title": norm.title, "body-name": norm.body_name,
        "number": norm.number, "motto": norm.motto[0], "last-motto": norm.motto[-1],
        "date": norm.date, "mandate": norm.mandate, "recipients": norm.recipients,
        "recipients-title": norm.recipients_title,
    }  # fmt: skip
    line = f"{norm.line_exactly.used}pt" if norm.line_exactly else "1.15"
    sizes = (f"--{name}:{allowed.used}pt" for name, allowed in lengths.items())
    return ";".join((*sizes, f"--line-height:{line}", f"--indent:{norm.first_line}mm"))


def _letterhead(head: Letterhead, norm: LayoutNorm) -> str:
    body = f"<p><strong>{escape(head.body)}</strong></p>" if head.body else ""
    if head.body:
        star = "*" if norm.under_body == "asterisk" else ""
        body += f'<p class="under {norm.under_body}" aria-hidden="true">{star}</p>'
    left = _lines([("upper", head.upper_body)]) + body
    left += _lines([("number", number_line(head))])
    left += _lines([("stamp", head.secrecy), ("stamp", head.urgency), ("draft", head.draft)])
    mottos = head.motto.split("\n")
    right = _lines([*(("motto", words) for words in mottos[:-1]), ("motto last", mottos[-1])])
    right += _lines([("date", date_line(head))])
    return f'<header class="letterhead"><div>{left}</div><div>{right}</div></header>'


def _closing(recipients: Sequence[Recipient], signature: Signature | None) -> str:
    left = right = ""
    if recipients:
        last = len(recipients) - 1
        items = "".join(
            f"<li>- {escape(str(recipient))}{'.' if at == last else ';'}</li>"
            for at, recipient in enumerate(recipients)
        )
        left = f'<div class="recipients"><p>Nơi nhận:</p><ul>{items}</ul></div>'
    if signature:
        mandates = "".join(
            f"<p><strong>{escape(words)}</strong></p>" for words in signature.mandate.split("\n")
        )
        rest = _lines([("post", signature.post), ("signer", signature.signer)])
        right = f'<div class="signature">{mandates}{rest}</div>'
    return f'<footer class="closing">{left or "<div></div>"}{right}</footer>'
