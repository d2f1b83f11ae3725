"""``danvan read``: what papers say, as rows of a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Final

from attrs import frozen

from danvan.cli import CLEAN, UNUSABLE
from danvan.cli.figures import offer_tree, tree, tree_files
from danvan.cli.listing import Listing, offer_formats
from danvan.cli.output import guard
from danvan.cli.papers import corpus, named, read_all, sources
from danvan.cli.parser import Parser, one_of
from danvan.cli.progress import Progress
from danvan.messages import say
from danvan.organizations import Organizations
from danvan.reading import Corpus, FigureMapping
from danvan.rendering.terminal import printable
from danvan.reports import Section

__all__ = ["parser", "read"]

_Rows = Iterator[tuple[str, ...]]


@frozen
class _Read:
    """The papers that were read, and the tree of who reports to whom, if one was named."""

    papers: Corpus
    organizations: Organizations | None

    @cached_property
    def mappings(self) -> tuple[FigureMapping, ...]:
        """What the figures of each paper count."""
        return tuple(self.papers.mappings(self.organizations))

    @property
    def unknown(self) -> int:
        """How many figures could be rolled up if it were known what and whose they are."""
        return sum(
            len(one.unmapped) + len(one.figures) - len(one.observations) for one in self.mappings
        )


def parser(lang: str) -> Parser:
    """The arguments of ``danvan read``."""
    about = (
        "Read papers, and list what they say: the papers themselves, the headings, every figure "
        "with what\nit counts, or every directive that is cited. What a person decided about "
        "figures beside a paper\n(NAME.danvan.toml) goes before what its words say. As CSV the "
        "observations, figures whose indicator\nand organization are known, can be rolled up."
    )
    examples = (
        "  danvan read bao_cao/\n"
        "  danvan read bao_cao.docx --what directives\n"
        "  danvan read bao_cao/ --what figures --tree tam_duong --format csv -o da_doc.csv\n"
        "  danvan read bao_cao/ --what observations --tree to_chuc.toml --format csv -o so_lieu.csv"
    )
    codes = "Exit code: 0 all papers were read, 2 some were not, or a wrong use."
    found = Parser("danvan read", lang, about, examples, codes)
    group = found.several(
        say("What to read", lang),
        "files",
        "FILE",
        say(".txt, .md, .docx, .doc or .pdf; of a folder, every such file in it", lang),
    )
    group.add_argument(
        "--what",
        default="papers",
        type=one_of(tuple(_LISTS), lang),
        metavar="{" + ",".join(_LISTS) + "}",
        help=say("what to list of them (unless told, the papers)", lang),
    )
    offer_tree(found)
    offer_formats(found)
    return found.done_by(read)


def read(options: argparse.Namespace) -> int:
    """List what the papers say that a command line names.

    Raises:
        UsageError: nothing to read, observations without a tree, or an output that is the
            tree or one of the papers.
        DanvanError: the tree cannot be read, or the output not written.
    """
    if not options.files:
        raise options.wrong("want at least one file or folder")
    needed = options.tree or options.what == "observations"
    organizations = tree(options) if needed else None
    with Progress() as progress:
        paths, failures = named(options.files)
        guard((*sources(paths), *tree_files(options)), (options.output,), options)
        papers, unread = read_all(paths, options.lang, progress)
    for failure in (*failures, *unread):
        print(printable(f"danvan: {failure.told(options.lang)}"), file=sys.stderr)
    rows, columns = _LISTS[options.what]
    headings = tuple(say(_HEADINGS[column], options.lang) for column in columns)
    found = _Read(corpus(papers, has_tree=organizations is not None), organizations)
    Listing(columns, headings, tuple(rows(found))).show(options)
    if options.what == "observations" and found.unknown:
        sentence = (
            "{count} figures whose indicator or organization is not known are not listed; "
            "--what figures lists all"
        )
        print(say(sentence, options.lang, count=found.unknown), file=sys.stderr)
    return UNUSABLE if failures or unread else CLEAN


def _papers(found: _Read) -> _Rows:
    for report in found.papers:
        head = report.letterhead
        day = report.issued_on
        yield (
            report.name,
            report.kind,
            str(report.number) if report.number else "",
            day.isoformat() if day else "",
            head.body if head else "",
            report.title,
            str(sum(1 for _ in report)),
        )


def _outline(found: _Read) -> _Rows:
    for report in found.papers:
        for section in report.sections:
            yield from _headings(report.name, section, 0)


def _headings(paper: str, section: Section, depth: int) -> _Rows:
    if section.title:
        yield paper, str(depth), f"{'· ' * depth}{section.title}"
    for part in section.sections:
        yield from _headings(paper, part, depth + 1)


def _figures(found: _Read) -> _Rows:
    for row in found.papers.table(found.organizations):
        yield (
            row.paper, str(row.place[0]), row.indicator, row.organization, row.period,
            str(row.value), row.breakdown, row.role, str(row.confidence), row.quote,
        )  # fmt: skip


def _observations(found: _Read) -> _Rows:
    """The figures that :func:`danvan.indicators.read_observations` takes, a row each."""
    for mapping in found.mappings:
        for one in mapping.observations:
            yield (
                one.indicator.code, one.organization.code, str(one.period), str(one.quantity),
                "; ".join(f"{dimension}={value}" for dimension, value in one.breakdown),
                one.role.value, f"{one.source}:{one.span.start}" if one.span else one.source,
            )  # fmt: skip


def _directives(found: _Read) -> _Rows:
    for row in found.papers.citations():
        cited = row.citation
        yield (
            row.paper,
            str(cited.start),
            cited.kind or "",
            str(cited.number or cited.serial),
            cited.issued_on.isoformat() if cited.issued_on else "",
            cited.issuer or "",
            cited.text,
        )


_HEADINGS: Final = {
    "paper": "Paper",
    "place": "Place",
    "kind": "Kind",
    "number": "Number",
    "issued_on": "Date",
    "issuer": "Issued by",
    "title": "Title",
    "sections": "Sections",
    "depth": "Depth",
    "heading": "Heading",
    "indicator": "Indicator",
    "organization": "Organization",
    "period": "Period",
    "value": "Figure",
    "breakdown": "Part",
    "role": "Role",
    "source": "Source",
    "confidence": "Confidence",
    "quote": "Words around it",
    "text": "As written",
}
_LISTS: Final[
    dict[str, tuple[Callable[[_Read], _Rows], tuple[str, ...]]]
] = {
    "papers": (_papers, ("paper", "kind", "number", "issued_on", "issuer", "title", "sections")),
    "outline": (_outline, ("paper", "depth", "heading")),
    "figures": (
        _figures,
        (
            "paper", "place", "indicator", "organization", "period",
            "value", "breakdown", "role", "confidence", "quote",
        ),
    ),
    "observations": (
        _observations,
        ("indicator", "organization", "period", "value", "breakdown", "role", "source"),
    ),
    "directives": (
        _directives,
        ("paper", "place", "kind", "number", "issued_on", "issuer", "text"),
    ),
}  # fmt: skip
