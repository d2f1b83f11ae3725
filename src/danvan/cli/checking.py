"""``danvan check``: read the papers, check them, and say what was found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from shutil import get_terminal_size
from typing import Final

from danvan.cli import CLEAN, FOUND, UNUSABLE
from danvan.cli.mending import Mended, mend
from danvan.cli.output import guard, put
from danvan.cli.papers import Paper, corpus, named, read_all, sources
from danvan.cli.parser import Parser
from danvan.cli.progress import Progress
from danvan.findings import Finding, Severity
from danvan.messages import say
from danvan.rendering.findings import (
    CheckResult,
    Failure,
    as_data,
    as_html,
    as_sarif,
    as_text,
    json_text,
)
from danvan.rendering.terminal import is_terminal, printable, wants_color
from danvan.reports import Report
from danvan.validation import CHECKS
from danvan.validation import check as find

__all__ = ["FORMATS", "check", "parser"]

_WIDEST: Final = 100
_GUTTER: Final = 12

_Writer = Callable[[CheckResult, argparse.Namespace], str]


def _text(checked: CheckResult, options: argparse.Namespace) -> str:
    if not checked.given:
        return ""
    if options.output is not None or not is_terminal(sys.stdout):
        return as_text(checked, options.lang)
    columns = min(_WIDEST, get_terminal_size().columns - _GUTTER)
    return as_text(checked, options.lang, color=wants_color(sys.stdout), columns=columns)


def _json(checked: CheckResult, options: argparse.Namespace) -> str:  # noqa: ARG001  # like the others
    return json_text(as_data(checked))


def _sarif(checked: CheckResult, options: argparse.Namespace) -> str:
    return json_text(as_sarif(checked, options.lang))


def _html(checked: CheckResult, options: argparse.Namespace) -> str:
    return as_html(checked, options.lang)


FORMATS: Final[dict[str, _Writer]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "html": _html,
}
"""What writes the result of the checks in each format."""


def parser(lang: str) -> Parser:
    """The arguments of ``danvan check``."""
    about = (
        "Say which figures, citations and names of a paper do not agree: totals that their parts "
        "do not\ngive, wrong shares, directives cited with two dates. Several papers are also "
        "checked against\neach other. Nothing is changed unless --fix is given."
    )
    examples = (
        "  danvan check bao_cao.docx\n"
        "  danvan check bao_cao.docx --comments bao_cao_gop_y.docx\n"
        "  danvan check bao_cao/ --format html --output ket_qua.html\n"
        "  danvan check bao_cao_quy.txt bao_cao_nam.txt --lang en"
    )
    found = Parser("danvan check", lang, about, examples)
    found.several(
        say("What to check", lang),
        "files",
        "FILE",
        say(".txt, .md, .docx, .doc or .pdf; of a folder, every such file in it", lang),
    )
    how = say("how to print: for the eye, for programs, for code hosts, a web page", lang)
    group = found.outputs(tuple(FORMATS), how)
    group.add_argument(
        "--comments",
        metavar="OUT.docx",
        help=say("write a copy of the Word file with each finding as a comment", lang),
    )
    group.add_argument(
        "--fix",
        action="store_true",
        help=say("mend in .txt and .md files what is safe to mend, and check again", lang),
    )
    return found.done_by(check)


def check(options: argparse.Namespace) -> int:
    """Check the papers a command line names.

    Raises:
        UsageError: nothing to check, or a place to write to that is one of the papers.
        UnreadableFileError: a place that cannot be written to.
    """
    if not options.files:
        raise options.wrong("want at least one file or folder")
    with Progress() as progress:
        paths, failures = named(options.files)
        _guard(paths, options)
        papers, unread = read_all(paths, options.lang, progress)
        progress.tell(say("checking {count} papers", options.lang, count=len(papers)))
        checked = _checked(papers, [*failures, *unread])
        mended = mend(papers, checked.findings) if options.fix else Mended()
        if mended.written:
            papers, unread = read_all(paths, options.lang, progress)
            checked = _checked(papers, [*failures, *unread])
        if options.comments and papers:
            _comment(papers[0], checked, options)
    for failure in checked.failures:
        print(printable(f"danvan: {failure.told(options.lang)}"), file=sys.stderr)
    if options.fix:
        _tell_mended(mended, options.lang)
    put(FORMATS[options.format](checked, options), options.output)
    if checked.failures:
        return UNUSABLE
    return FOUND if (checked.findings.worst or Severity.NOTE) > Severity.NOTE else CLEAN


def _tell_mended(mended: Mended, lang: str) -> None:
    print(say("{count} files mended", lang, count=len(mended.written)), file=sys.stderr)
    for paper in mended.left:
        words = say("{name} is in TCVN3 or VNI and was not mended", lang, name=paper.report.name)
        print(printable(words), file=sys.stderr)


def _guard(paths: Sequence[Path], options: argparse.Namespace) -> None:
    """Let nothing be written over that is to be read."""
    if options.comments:
        word = {one.suffix.casefold() for one in (*paths, Path(options.comments))} == {".docx"}
        if len(paths) != 1 or not word:
            raise options.wrong("--comments wants one Word file (.docx) and the name of another")
    guard(sources(paths), (options.output, options.comments), options)


def _checked(papers: Sequence[Paper], failures: Sequence[Failure]) -> CheckResult:
    reports = tuple(paper.report for paper in papers)
    corrected = corpus([paper for paper in papers if paper.corrections], has_tree=False)
    decided = {mapping.report.name: mapping.findings for mapping in corrected.mappings()}

    def corrections(report: Report) -> Iterable[Finding]:
        return decided.get(report.name, ())

    waivers = [waiver for paper in papers for waiver in paper.waivers]
    found = find(*reports, checks=(*CHECKS, corrections), waivers=waivers)
    return CheckResult(found, reports, tuple(failures))


def _comment(paper: Paper, checked: CheckResult, options: argparse.Namespace) -> None:
    from danvan.integrations.docx.comments import write_comments

    write_comments(paper.path, checked.findings, Path(options.comments), options.lang)
