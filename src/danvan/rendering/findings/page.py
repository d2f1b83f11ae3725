"""Findings as one web page: what was found beside the text, each leading to the other.

The page needs no network and runs no script; every word on it is escaped.  It
reads well on a screen, on a phone and in the dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib import resources

from danvan.findings import Finding, Severity, Span, Text
from danvan.messages import say
from danvan.rendering.findings.check_result import CheckResult, Counts, counts
from danvan.rendering.findings.lines import AllLines
from danvan.rendering.findings.marking import Place, marked
from danvan.rendering.findings.wording import count_headings, counted, remarks, severity_word
from danvan.rendering.terminal import printable

__all__ = ["as_html"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(checked: CheckResult, lang: str = "vi") -> str:
    """The result of the checks as a page of its own.

    >>> "<script" in as_html(CheckResult())
    False
    """
    title = escape(say("What danvan found", lang))
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_style()}</style></head><body>"
        f"<header><h1>{title}</h1>{_overview(checked, lang)}</header>"
        f"<main>{''.join(_Page(checked, lang).parts())}</main></body></html>\n"
    )


@cache
def _style() -> str:
    return resources.files("danvan.data").joinpath("findings.css").read_text("utf-8")


def _class(severity: Severity) -> str:
    return severity.name.lower()


def _name(text: str) -> str:
    return escape(printable(text))


def _overview(checked: CheckResult, lang: str) -> str:
    words = [f'<p class="summary">{_switches(checked, lang)}</p>']
    if waived := len(checked.findings.waived):
        said = escape(say("{count} waived", lang, count=waived))
        words.append(f'<p class="evaluation">{said}</p>')
    if len(checked.papers) + len(checked.failures) > 1:
        head = "".join(f"<th>{escape(heading)}</th>" for heading in count_headings(lang))
        rows = "".join(_row(at, *pair) for at, pair in enumerate(checked.by_paper()))
        words.append(f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
    counted = checked.findings.evaluations
    words += [f'<p class="evaluation">{_name(one.message(lang))}</p>' for one in counted]
    words += [f'<p class="failure">{_name(one.told(lang))}</p>' for one in checked.failures]
    return "".join(words)


def _switches(checked: CheckResult, lang: str) -> str:
    """How many findings there are of each severity, each with a box to hide them."""
    boxes = (
        f'<label class="{_class(severity)}"><input type="checkbox" checked'
        f' id="show-{_class(severity)}"> {escape(words)}</label> '
        for severity, words in counted(counts(checked.findings), lang).items()
    )
    return "".join(boxes)


def _row(at: int, paper: Text, number: Counts) -> str:
    cells = (
        f'<td class="{kind if count else "none"}">{count}</td>'
        for kind, count in (
            ("error", number.errors),
            ("warning", number.warnings),
            ("note", number.notes),
        )
    )
    return f'<tr><td><a href="#p{at}">{_name(paper.name)}</a></td>{"".join(cells)}</tr>'


class _Page:
    """One result on its way into HTML."""

    def __init__(self, checked: CheckResult, lang: str) -> None:
        self.checked, self.lang = checked, lang
        self.lines = AllLines()
        self.places: dict[int, list[Place]] = {}
        self.first_in: dict[int, list[tuple[int, Finding]]] = {}
        for number, finding in enumerate(checked.findings, 1):
            home = id(finding.spans[0].report) if finding.spans else 0
            self.first_in.setdefault(home, []).append((number, finding))
            for at, span in enumerate(finding.spans, 1):
                place = Place(span.start, span.end, finding.severity, number, at)
                self.places.setdefault(id(span.report), []).append(place)

    def parts(self) -> Iterator[str]:
        if nowhere := self.first_in.get(0):
            yield f'<section class="paper"><div class="found">{self.cards(nowhere)}</div></section>'
        for at, paper in enumerate(self.checked.papers):
            yield f'<section class="paper" id="p{at}"><h2>{_name(paper.name)}</h2>'
            found = self.cards(self.first_in.get(id(paper), []))
            none = f'<p class="none">{escape(say("nothing found", self.lang))}</p>'
            yield f'<div class="found">{found or none}</div>'
            yield f'<div class="text" lang="vi">{"".join(self.text(paper))}</div></section>'

    def cards(self, found: list[tuple[int, Finding]]) -> str:
        return "".join(self.card(number, finding) for number, finding in found)

    def card(self, number: int, finding: Finding) -> str:
        kind = _class(finding.severity)
        badge = f'<b class="badge">{escape(severity_word(finding.severity, self.lang))}</b>'
        code = f"<code>{escape(finding.code)}</code>"
        words = f"{badge} {code}<span>{_name(finding.message(self.lang))}</span>"
        opened = f'<a class="go" href="#f{number}-1">' if finding.spans else '<div class="go">'
        closed = "</a>" if finding.spans else "</div>"
        home = finding.spans[0].report if finding.spans else None
        chips = "".join(
            self.chip(number, at, span, home) for at, span in enumerate(finding.spans, 1)
        )
        rest = "".join(f'<p class="side">{_name(line)}</p>' for line in remarks(finding, self.lang))
        return (
            f'<article class="finding {kind}" id="d{number}">{opened}{words}{closed}'
            f'<p class="chips">{chips}</p>{rest}</article>'
        )

    def chip(self, number: int, at: int, span: Span, home: Text | None) -> str:
        line = self.lines.of(span.report).line(span.start)
        other = "" if span.report is home else f"{_name(span.report.name)}, "
        place = f"{other}{escape(say('line {line}', self.lang, line=line))}"
        return f'<a href="#f{number}-{at}">{_name(span.text)} <small>{place}</small></a> '

    def text(self, paper: Text) -> Iterator[str]:
        known = self.lines.of(paper)
        pieces = marked(paper.text, known, self.places.get(id(paper), []))
        for line, found in enumerate(pieces, 1):
            words = []
            for piece in found:
                shown = _name(paper.text[piece.start : piece.end])
                if piece.worst:
                    kind, card = _class(piece.worst.severity), piece.worst.number
                    shown = f'<a class="mark {kind}" href="#d{card}">{shown}</a>'
                for place in piece.begins:
                    shown = f'<span id="f{place.number}-{place.at}">{shown}</span>'
                words.append(shown)
            yield f'<p data-line="{line}">{"".join(words)}</p>'
