"""``danvan rules``: what is looked for, and what a code means."""

from __future__ import annotations

import argparse
from shutil import get_terminal_size
from textwrap import wrap
from typing import Final

from danvan.cli.parser import Parser
from danvan.findings import Rule, rules
from danvan.messages import say
from danvan.rendering.findings.wording import described, severity_word, sides
from danvan.rendering.tables import format_table

__all__ = ["explain", "parser"]

_BEFORE: Final = 18
_NARROWEST: Final = 30


def parser(lang: str) -> Parser:
    """The arguments of ``danvan rules``."""
    about = "List what danvan looks for, or explain rules by their codes."
    examples = "  danvan rules\n  danvan rules DV2\n  danvan rules DV201 DV301"
    found = Parser("danvan rules", lang, about, examples)
    found.several(
        say("Which rules", lang),
        "codes",
        "CODE",
        say("a code as findings show it, or how codes begin: DV2", lang),
    )
    return found.done_by(explain)


def explain(options: argparse.Namespace) -> int:
    """List the rules asked for, or explain one that is named whole.

    Raises:
        UnknownCodeError: no code begins so.
    """
    known = sorted(rules(), key=lambda rule: rule.code)
    lang: str = options.lang
    if not options.codes:
        print(_list(known, lang))
    for at, code in enumerate(options.codes):
        under = [rule for rule in known if rule.code.startswith(code.upper())]
        found = under or [rules()[code]]
        if at:
            print()
        whole = found[0].code == code.upper()
        print(_one(found[0], lang) if whole else _list(found, lang))
    return 0


def _list(found: list[Rule], lang: str) -> str:
    columns = max(_NARROWEST, get_terminal_size((100, 24)).columns - _BEFORE)
    rows: list[tuple[str, str, str]] = []
    for rule in found:
        first, *rest = wrap(described(rule, lang), columns)
        rows.append((rule.code, severity_word(rule.severity, lang), first))
        rows += (("", "", more) for more in rest)
    headings = [say(words, lang) for words in ("Code", "Severity", "What is found")]
    return format_table(headings, rows, align=("left", "left", "left"))


def _one(rule: Rule, lang: str) -> str:
    lines = [f"{rule.code} {severity_word(rule.severity, lang)} {rule.name}"]
    lines += [described(rule, lang), *sides(rule, lang)]
    if rule.source:
        lines.append(say("read in: {source}", lang, source=rule.source))
    return "\n  ".join(lines)
