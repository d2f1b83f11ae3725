"""Findings on a terminal: each with its place, its sentence, and carets under the figures."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from danvan.findings import Finding, Severity
from danvan.messages import say
from danvan.rendering.findings.check_result import CheckResult
from danvan.rendering.findings.excerpt import rows
from danvan.rendering.findings.lines import AllLines
from danvan.rendering.findings.wording import count_headings, remarks, severity_word, summary
from danvan.rendering.tables import format_table
from danvan.rendering.terminal import Color, colored, printable

__all__ = ["as_text", "summary"]

_MOST_ROWS: Final = 8
_COLORS: Final[dict[Severity, Color]] = {
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
    Severity.NOTE: "cyan",
}


def as_text(
    checked: CheckResult, lang: str = "vi", *, color: bool = False, columns: int = 100
) -> str:
    """The whole result of the checks for a terminal.

    Args:
        checked: what was found.
        lang: the language of the sentences.
        color: whether to set severities and carets in color.
        columns: how wide an excerpt may be, from 24.

    Returns:
        For each finding its place, code and severity, its sentence, the norm it rests on,
        and the words around every figure concerned with carets under it; then a table of
        the papers, where there are several, and how many findings there are.
    """
    lines = AllLines()
    view = _View(lang, color, columns, lines)
    blocks = ["\n".join(view.finding(finding)) for finding in checked.findings]
    if len(checked.papers) + len(checked.failures) > 1:
        blocks.append(_table(checked, lang))
    counted = [one.message(lang) for one in checked.findings.evaluations]
    return "\n\n".join([*blocks, "\n".join([*counted, summary(checked.findings, lang)])])


class _View:
    """How the findings of one run are to be shown."""

    def __init__(self, lang: str, color: bool, columns: int, lines: AllLines) -> None:
        self.lang, self.color, self.columns, self.lines = lang, color, columns, lines

    def painted(self, text: str, color: Color) -> str:
        return colored(text, color) if self.color and text.strip() else text

    def finding(self, finding: Finding) -> Iterator[str]:
        color = _COLORS[finding.severity]
        severity = self.painted(severity_word(finding.severity, self.lang), color)
        place = self.place(finding)
        yield f"{place}{self.painted(finding.code, 'bold')} {severity} {finding.rule.name}"
        yield f"  {printable(finding.message(self.lang))}"
        yield from (f"  {printable(line)}" for line in remarks(finding, self.lang))
        yield from self.excerpt(finding, color)

    def place(self, finding: Finding) -> str:
        if not finding.spans:
            return ""
        first = finding.spans[0]
        known = self.lines.of(first.report)
        name = self.painted(printable(first.report.name), "bold")
        return f"{name}:{known.line(first.start)}:{known.column(first.start)}: "

    def excerpt(self, finding: Finding, color: Color) -> Iterator[str]:
        shown = list(rows(finding.spans, self.lines, self.columns))
        gutter = max((len(str(row.line)) for row in shown), default=0)
        paper, line = finding.spans[0].report if finding.spans else None, 0
        for row in islice(shown, _MOST_ROWS):
            if row.paper is not paper:
                yield f"    {' ' * gutter} ┌ {printable(row.paper.name)}"
                paper, line = row.paper, 0
            number = "" if row.line == line else str(row.line)
            line = row.line
            yield f"    {number:>{gutter}} │ {row.words}"
            yield f"    {' ' * gutter} │ {self.carets(row.carets, color)}"
        if len(shown) > _MOST_ROWS:
            more = len(shown) - _MOST_ROWS
            yield f"    {' ' * gutter} │ {say('… and {more} more rows', self.lang, more=more)}"

    def carets(self, carets: str, color: Color) -> str:
        bare = carets.lstrip()
        return " " * (len(carets) - len(bare)) + self.painted(bare, color)


def _table(checked: CheckResult, lang: str) -> str:
    found = [
        (printable(paper.name), str(c.errors), str(c.warnings), str(c.notes))
        for paper, c in checked.by_paper()
    ]
    words = say("unreadable", lang)
    unread = [(f"{printable(one.name)} ({words})", "-", "-", "-") for one in checked.failures]
    return format_table(
        count_headings(lang), [*found, *unread], align=("left", "right", "right", "right")
    )
