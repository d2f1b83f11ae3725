"""``danvan write``: a report from a template and figures, or a paper in another format."""

from __future__ import annotations

import argparse

from danvan.cli import CLEAN, FOUND
from danvan.cli.figures import (
    observations,
    offer_scope,
    period,
    reporter,
    tables,
    tree,
    tree_files,
)
from danvan.cli.output import guard
from danvan.cli.parser import Parser, one_of
from danvan.cli.rolling_up import tell
from danvan.drafting import Draft, Figures, Template
from danvan.findings import Severity
from danvan.messages import say
from danvan.rendering import write_report
from danvan.reporting.outline import outlines

__all__ = ["parser", "write"]


def parser(lang: str) -> Parser:
    """The arguments of ``danvan write``."""
    about = (
        "Write the next report: a paper with slots such as {{propaganda.sessions}} in it, filled "
        "from tables\nof figures. What is not known stays a visible blank, and is told. A paper "
        "without slots is\nwritten as it is, in the format of the file it is written to."
    )
    examples = (
        "  danvan write mau.md so_lieu.csv --tree to_chuc.toml -o bao_cao.docx\n"
        "  danvan write bao_cao.docx -o bao_cao.html"
    )
    codes = (
        "Exit code: 0 nothing is left to fill in, 1 blanks, errors or warnings,\n"
        "2 a file that cannot be read or written, or a wrong use."
    )
    found = Parser("danvan write", lang, about, examples, codes)
    group = found.add_argument_group(say("What to write", lang))
    group.add_argument(
        "template",
        nargs="?",
        metavar="TEMPLATE",
        help=say("the paper with slots: .md, .txt or .docx", lang),
    )
    group.add_argument(
        "figures",
        nargs="*",
        metavar="FIGURES.csv",
        help=tables(lang),
    )
    known = tuple(one.code for one in outlines())
    group.add_argument(
        "--outline",
        type=one_of(known, lang),
        metavar="{" + ",".join(known) + "}",
        help=say("the outline the report has to keep to", lang),
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help=say("the report: .docx, .html, .md or .txt", lang),
    )
    offer_scope(found)
    return found.done_by(write)


def write(options: argparse.Namespace) -> int:
    """Write the report a command line asks for.

    Raises:
        UsageError: no template, no place to write to, or slots and no figures.
        DanvanError: something cannot be read or written.
    """
    if options.template is None or options.output is None:
        raise options.wrong("want a template, and -o with the file to write")
    sources = (options.template, *options.figures, *tree_files(options))
    guard(sources, (options.output,), options)
    outline = outlines()[options.outline] if options.outline else None
    template = Template.read(options.template, outline=outline)
    count = sum(1 for _ in template.slots())
    if options.figures:
        draft = _draft(template, options)
    elif count:
        raise options.wrong("{count} slots want tables of figures", count=count)
    else:
        draft = Draft(template.report, template.outlined(template.report), ())
    write_report(draft.report, options.output)
    tell(draft.findings, options.lang)
    grave = (draft.findings.worst or Severity.NOTE) > Severity.NOTE
    return FOUND if draft.blanks or grave else CLEAN


def _draft(template: Template, options: argparse.Namespace) -> Draft:
    organizations = tree(options)
    found = observations(options.figures, organizations)
    figures = Figures(
        found, organizations, reporter(options, organizations), period(options, found)
    )
    return template.fill(figures)
