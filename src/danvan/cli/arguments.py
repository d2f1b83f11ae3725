"""What may be written behind ``danvan``: the commands, and the one a command line asks for."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from danvan import __data_version__, __version__
from danvan.cli.parser import DEFAULT_LANGUAGE, Parser, one_of
from danvan.messages import languages, say, translated

__all__ = ["COMMANDS", "language", "options", "parser_of"]

COMMANDS: Final = {
    "check": "danvan.cli.checking",
    "read": "danvan.cli.reading",
    "roll-up": "danvan.cli.rolling_up",
    "write": "danvan.cli.writing",
    "compare": "danvan.cli.comparing",
    "rules": "danvan.cli.explaining",
}
"""The commands, each with the module that knows its arguments and does it."""

_WHAT: Final = {
    "check": "say what does not agree in papers",
    "read": "list what papers say",
    "roll-up": "put the figures of many offices together",
    "write": "write a report from a template and figures",
    "compare": "hold two versions of a paper side by side",
    "rules": "list and explain what is looked for",
}


def language(arguments: Sequence[str]) -> str:
    """The language a command line asks for; Vietnamese where it asks for none danvan speaks.

    >>> language(["check", "a.txt", "--lang", "en"]), language(["check", "--lang=xx"])
    ('en', 'vi')
    """
    asked = DEFAULT_LANGUAGE
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in languages() else DEFAULT_LANGUAGE


def options(arguments: Sequence[str], lang: str) -> argparse.Namespace:
    """What a command line asks for; ``.run`` is the function that does it.

    Raises:
        UsageError: it asks for nothing that can be done.
    """
    command = arguments[0] if arguments and arguments[0] in COMMANDS else ""
    parser = parser_of(command, lang)
    try:
        found, unknown = parser.parse_known_args(arguments[1:] if command else arguments)
    except argparse.ArgumentError as error:
        message = translated(error.message, lang)
        raise parser.wrong(
            "argument {name}: {message}", name=error.argument_name, message=message
        ) from None
    if unknown:
        raise parser.wrong("unknown arguments: {arguments}", arguments=" ".join(unknown))
    if any(value == "" or (type(value) is list and "" in value) for value in vars(found).values()):
        raise parser.wrong("an empty name names nothing")
    if not command:
        if found.command is None:
            raise parser.wrong("want a command: one of {known}", known=", ".join(COMMANDS))
        raise parser.wrong("the command comes first: danvan {name}", name=found.command)
    return found


def parser_of(command: str, lang: str) -> Parser:
    """The parser of a command, or of ``danvan`` alone where none is named."""
    if not command:
        return _danvan(lang)
    parser: Parser = import_module(COMMANDS[command]).parser(lang)
    return parser


def _danvan(lang: str) -> Parser:
    about = "Read and check the reports of Party, State and Front offices, and write the next."
    examples = (
        "  danvan check bao_cao.docx\n"
        "  danvan read bao_cao/ --what figures --format csv -o da_doc.csv\n"
        "  danvan roll-up so_lieu.csv --tree to_chuc.toml\n"
        "  danvan rules DV201"
    )
    parser = Parser("danvan", lang, about, examples)
    commands = "\n".join(f"{name:10}{say(_WHAT[name], lang)}" for name in COMMANDS)
    group = parser.add_argument_group(say("Commands", lang), commands)
    group.add_argument(
        "command",
        nargs="?",
        type=one_of(tuple(COMMANDS), lang),
        metavar="COMMAND",
        help=say("the command; danvan COMMAND --help says more of it", lang),
    )
    group.add_argument(
        "--version",
        action="version",
        version=f"danvan {__version__}, {say('data {version}', lang, version=__data_version__)}",
        help=say("show the versions of code and data", lang),
    )
    parser.common()
    return parser
