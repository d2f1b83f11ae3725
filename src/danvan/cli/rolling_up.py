"""``danvan roll-up``: the figures of many offices put together, and who is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Final

from danvan.aggregation import Aggregate, Aggregates
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
from danvan.cli.left_out import RolledUp, below
from danvan.cli.listing import Listing, offer_formats
from danvan.cli.output import guard
from danvan.cli.parser import Parser
from danvan.findings import Finding, Findings, Severity, rules
from danvan.messages import say
from danvan.rendering.findings.wording import severity_word
from danvan.rendering.terminal import printable
from danvan.validation import check_observations, check_totals
from danvan.validation.observations.duplicates import check_duplicates

__all__ = ["parser", "put_together", "tell"]

_COLUMNS: Final = (
    "indicator", "organization", "period", "value", "breakdown", "source", "not_reported",
)  # fmt: skip
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
    codes = (
        "Exit code: 0 clean or notes only, 1 errors or warnings, figures that do not add up, or "
        "nothing\nput together, 2 a file that cannot be read or written, or a wrong use."
    )
    found = Parser("danvan roll-up", lang, about, examples, codes)
    found.several(
        say("What to put together", lang),
        "figures",
        "FIGURES.csv",
        tables(lang),
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
    rolled_up = RolledUp.of_all(
        found, organizations, reporter(options, organizations), period(options, found)
    )
    _listing(rolled_up.totals, options).show(options)
    for words in rolled_up.remarks(options.lang):
        print(printable(words), file=sys.stderr)
    findings = _findings(rolled_up)
    tell(findings, options.lang)
    grave = (findings.worst or Severity.NOTE) > Severity.NOTE
    return FOUND if grave or rolled_up.refused or not rolled_up.totals.found else CLEAN


def _findings(rolled_up: RolledUp) -> Findings:
    """What is told of totals: also figures stated twice, and those of a part of the period."""
    twice = check_observations(rolled_up.counted, checks=(check_duplicates,))
    in_part = (
        rules()["DV668"].at(
            indicator=one.indicator.name,
            period=one.period,
            organizations=", ".join(dict.fromkeys(part.full_name for part in one.incomplete)),
        )
        for one in rolled_up.totals
        if one.incomplete
    )
    return Findings(dict.fromkeys((*twice, *in_part, *check_totals(rolled_up.totals))))


def tell(findings: Iterable[Finding], lang: str) -> None:
    """Say findings that stand in no text, a line each."""
    for one in findings:
        line = f"{one.code} {severity_word(one.severity, lang)} {one.message(lang)}"
        print(printable(line), file=sys.stderr)


def _listing(totals: Aggregates, options: argparse.Namespace) -> Listing:
    if options.format == "text":
        title = next((f"{one.organization.full_name}, {one.period}" for one in totals), "")
        rows = tuple(map(partial(_for_people, options.lang), totals))
        headings = tuple(say(words, options.lang) for words in _HEADINGS)
        return Listing(_HEADINGS, headings, rows, title)
    return Listing(_COLUMNS, _COLUMNS, tuple(_for_programs(totals)))


def _for_people(lang: str, one: Aggregate) -> tuple[str, ...]:
    return (
        one.indicator.name,
        one.indicator.part(one.breakdown),
        str(one.value),
        _basis(one, lang),
        ", ".join(silent.full_name for silent in one.missing),
    )


def _basis(one: Aggregate, lang: str) -> str:
    """How many reported, and how many of them for a part of the period only."""
    if not one.incomplete:
        return one.counts
    sentence = "{counts}, {number} for a part of the period"
    return say(sentence, lang, counts=one.counts, number=len(one.incomplete))


def _for_programs(totals: Aggregates) -> Iterator[tuple[str, ...]]:
    for one in totals:
        yield (
            one.indicator.code,
            one.organization.code,
            str(one.period),
            str(one.value),
            _breakdown(one),
            f"{one.method}, {one.basis}",
            "; ".join(dict.fromkeys((*(silent.code for silent in one.missing), *below(one)))),
        )


def _breakdown(one: Aggregate) -> str:
    return "; ".join(f"{dimension}={value}" for dimension, value in one.breakdown)
