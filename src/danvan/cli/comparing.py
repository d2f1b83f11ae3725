"""``danvan compare``: what changed from one version of a paper to the next."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from danvan._enums import Word
from danvan.cli import CLEAN, FOUND
from danvan.cli.listing import Listing, offer_formats
from danvan.cli.output import guard
from danvan.cli.papers import read
from danvan.cli.parser import Parser
from danvan.drafting import ChangeKind, compare_reports
from danvan.drafting.blocks import BlockKind
from danvan.messages import say

__all__ = ["compare", "parser"]

_HEADINGS: Final = {
    "change": "Change",
    "kind": "What",
    "place": "Under",
    "before": "Before",
    "after": "After",
    "figures": "Figures",
    "difference": "Difference",
}
_WORDS: Final[dict[Word, str]] = {
    ChangeKind.ADDED: "added",
    ChangeKind.REMOVED: "removed",
    ChangeKind.CHANGED: "changed",
    ChangeKind.MOVED: "moved",
    BlockKind.FORMAL: "formal part",
    BlockKind.TITLE: "title",
    BlockKind.HEADING: "heading",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.ROW: "row of a table",
    BlockKind.FOOTNOTE: "footnote",
}
_CHANGES: Final = ("change", "kind", "place", "before", "after", "figures")
_FIGURES: Final = ("place", "before", "after", "difference")


def parser(lang: str) -> Parser:
    """The arguments of ``danvan compare``."""
    about = (
        "Hold two versions of a paper side by side: paragraphs that are new, gone, changed or "
        "moved, and\nthe figures that changed in them."
    )
    examples = (
        "  danvan compare du_thao_1.docx du_thao_2.docx\n"
        "  danvan compare du_thao_1.docx du_thao_2.docx --figures --format csv -o so_lieu.csv"
    )
    codes = (
        "Exit code: 0 nothing changed, 1 something did,\n"
        "2 a file that cannot be read or written, or a wrong use."
    )
    found = Parser("danvan compare", lang, about, examples, codes)
    group = found.several(
        say("What to compare", lang),
        "files",
        "FILE",
        say("the earlier version, and the later one", lang),
    )
    group.add_argument(
        "--figures",
        action="store_true",
        help=say("list the figures that changed, a row each", lang),
    )
    offer_formats(found)
    return found.done_by(compare)


def compare(options: argparse.Namespace) -> int:
    """Compare the two papers a command line names.

    Raises:
        UsageError: not two papers.
        DanvanError: one cannot be read, or the output not written.
    """
    if len(options.files) != 2:
        raise options.wrong("want two files: the earlier version, and the later one")
    guard(options.files, (options.output,), options)
    before, after = (read(Path(file)).report for file in options.files)
    changes = compare_reports(before, after)

    def word(kind: Word) -> str:
        return say(_WORDS[kind], options.lang)

    _, rows = changes.figure_table(word) if options.figures else changes.table(word)
    columns = _FIGURES if options.figures else _CHANGES
    headings = tuple(say(_HEADINGS[column], options.lang) for column in columns)
    Listing(columns, headings, tuple(rows)).show(options)
    return FOUND if changes.changes else CLEAN
