"""The figures, the tree, the organization and the period that a command line names."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from danvan.cli.parser import Parser
from danvan.indicators import Observation, read_observations
from danvan.messages import say
from danvan.organizations import Organizations
from danvan.periods import Period

__all__ = [
    "observations",
    "offer_scope",
    "offer_tree",
    "period",
    "reporter",
    "tables",
    "tree",
    "tree_files",
]


def tables(lang: str) -> str:
    """What tables of figures are, in a language."""
    return say(
        "tables with the columns indicator, organization, period, value; "
        "'danvan read --what observations' makes one of papers",
        lang,
    )


def offer_tree(parser: Parser) -> argparse._ArgumentGroup:
    """Let a command line name the tree of organizations."""
    group = parser.add_argument_group(say("Of whom and for when", parser.lang))
    group.add_argument(
        "--tree",
        metavar="TREE",
        help=say(
            "a .toml file of who reports to whom, or the name of a tree of danvan's", parser.lang
        ),
    )
    return group


def offer_scope(parser: Parser) -> None:
    """Let a command line name tree, organization and period."""
    lang = parser.lang
    group = offer_tree(parser)
    group.add_argument(
        "--of",
        metavar="CODE",
        help=say("the organization that reports (unless told, the first of the tree)", lang),
    )
    group.add_argument(
        "--period",
        metavar="PERIOD",
        help=say("for when: 'năm 2026', 'tháng 9 năm 2026' (unless told, as the figures)", lang),
    )


def tree(options: argparse.Namespace) -> Organizations:
    """The tree a command line names: a file, or one danvan ships.

    Raises:
        UsageError: it names none.
        UnreadableFileError, UnknownCodeError: there is no such file or tree.
    """
    if options.tree is None:
        raise options.wrong("want --tree: whose figures they are")
    if tree_files(options):
        return Organizations.read(options.tree)
    return Organizations.shipped(options.tree)


def tree_files(options: argparse.Namespace) -> tuple[str, ...]:
    """The file of the tree a command line names; nothing where it names one danvan ships."""
    return (options.tree,) if options.tree and Path(options.tree).suffix else ()


def observations(files: Sequence[str], organizations: Organizations) -> tuple[Observation, ...]:
    """The figures of some tables, a row each.

    Raises:
        UnreadableFileError, UnknownCodeError: see :func:`danvan.indicators.read_observations`.
    """
    return tuple(one for file in files for one in read_observations(file, organizations))


def reporter(options: argparse.Namespace, organizations: Organizations) -> str:
    """The code of the organization a command line is about.

    Raises:
        UnknownCodeError: it is not of the tree.
    """
    return organizations[options.of].code if options.of else organizations.root.code


def period(options: argparse.Namespace, figures: Sequence[Observation]) -> Period:
    """The period a command line names, or the one that holds those of all figures.

    Raises:
        ParseError: the words name no period.
        UsageError: it names none, and the figures are of several.
    """
    if options.period is not None:
        return Period.parse(options.period)
    periods = list(dict.fromkeys(one.period for one in figures))
    whole = [one for one in periods if all(other in one for other in periods)]
    if len(whole) == 1:
        return whole[0]
    shown = ", ".join(map(str, periods[:5])) or "–"
    raise options.wrong("want --period: the figures are of {periods}", periods=shown)
