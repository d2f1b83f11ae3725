"""``danvan roll-up``: the figures of many offices put together, and who is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from danvan.aggregation import Aggregate, Aggregates, roll_up
from danvan.cli import CLEAN, FOUND
from danvan.cli.figures import observations, offer_scope, period, reporter, tree, tree_files
from danvan.cli.listing import Listing, offer_formats
from danvan.cli.output import guard
from danvan.cli.parser import Parser
from danvan.findings import Finding, Severity
from danvan.messages import say
from danvan.rendering.findings.wording import severity_word
from danvan.rendering.terminal import printable
from danvan.validation import check_totals

__all__ = ["parser", "put_together", "tell"]

_COLUMNS: Final = ("indicator", "organization", "period", "value", "breakdown", "source")
_HEADINGS: Final = ("Indicator", "Part", "Figure", "Reported", "Did not report")


def parser(lang: str) -> Parser:
    """The arguments of ``danvan roll-up``."""
    about = (
        "Put the figures of many offices together, up the tree of who reports to whom. A figure "
        "that is\nmissing is not zero: each total says how many reported, and who did not. As CSV "
        "the totals can\nbe rolled up again, one level higher."
    )
    examples = (
        "  danvan roll-up so_lieu_cac_xa.csv --tree to_chuc.toml\n"
        "  danvan roll-up thang_*.csv --tree to_chuc.toml --period 'quý III năm 2026'\n"
        "  danvan roll-up so_lieu.csv --tree to_chuc.toml --format csv -o tong_hop.csv"
    )
    found = Parser("danvan roll-up", lang, about, examples)
    found.several(
        say("What to put together", lang),
        "figures",
        "FIGURES.csv",
        say("tables with the columns indicator, organization, period, value", lang),
    )
    offer_scope(found)
    offer_formats(found)
    return found.done_by(put_together)


def put_together(options: argparse.Namespace) -> int:
    """Roll up the figures a command line names.

    Raises:
        UsageError: no figures, no tree, or a period that cannot be told.
        DanvanError: something cannot be read, written, or put together.
    """
    if not options.figures:
        raise options.wrong("want at least one table of figures")
    organizations = tree(options)
    guard((*options.figures, *tree_files(options)), (options.output,), options)
    found = observations(options.figures, organizations)
    totals = roll_up(
        found,
        organizations,
        to=reporter(options, organizations),
        period=period(options, found),
    )
    _listing(totals, options).show(options)
    if totals.left_out:
        words = say(
            "{count} figures of another period or role were left out",
            options.lang,
            count=len(totals.left_out),
        )
        print(words, file=sys.stderr)
    findings = check_totals(totals)
    tell(findings, options.lang)
    return FOUND if (findings.worst or Severity.NOTE) > Severity.NOTE else CLEAN


def tell(findings: Iterable[Finding], lang: str) -> None:
    """Say findings that stand in no text, a line each."""
    for one in findings:
        line = f"{one.code} {severity_word(one.severity, lang)} {one.message(lang)}"
        print(printable(line), file=sys.stderr)


def _listing(totals: Aggregates, options: argparse.Namespace) -> Listing:
    if options.format == "text":
        title = next((f"{one.organization.full_name}, {one.period}" for one in totals), "")
        headings = tuple(say(words, options.lang) for words in _HEADINGS)
        return Listing(_HEADINGS, headings, tuple(map(_for_people, totals)), title)
    return Listing(_COLUMNS, _COLUMNS, tuple(_for_programs(totals)))


def _for_people(one: Aggregate) -> tuple[str, ...]:
    return (
        one.indicator.name,
        one.indicator.part(one.breakdown),
        str(one.value),
        one.counts,
        ", ".join(silent.full_name for silent in one.missing),
    )


def _for_programs(totals: Aggregates) -> Iterator[tuple[str, ...]]:
    for one in totals:
        yield (
            one.indicator.code,
            one.organization.code,
            str(one.period),
            str(one.value),
            _breakdown(one),
            f"{one.method}, {one.counts}",
        )


def _breakdown(one: Aggregate) -> str:
    return "; ".join(f"{dimension}={value}" for dimension, value in one.breakdown)
