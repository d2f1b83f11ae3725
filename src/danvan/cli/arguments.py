"""What may be written behind ``danvan``, and its help in the language asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, NoReturn

from danvan import __version__
from danvan.cli.checking import FORMATS, check
from danvan.cli.explaining import explain
from danvan.messages import languages, say, translated

__all__ = ["UsageError", "language", "options"]

_DEFAULT: Final = "vi"


class UsageError(Exception):
    """A command line that says nothing danvan could do.

    Attributes:
        command: the command that was meant.
        message: what is wrong with it.
        hint: where to read on.
    """

    def __init__(self, command: str, message: str, hint: str) -> None:
        super().__init__(command, message, hint)
        self.command, self.message, self.hint = command, message, hint


def language(arguments: Sequence[str]) -> str:
    """The language a command line asks for; Vietnamese where it asks for none danvan speaks.

    >>> language(["check", "a.txt", "--lang", "en"]), language(["check", "--lang=xx"])
    ('en', 'vi')
    """
    asked = _DEFAULT
    for at, argument in enumerate(arguments):
        if argument == "--lang" and at + 1 < len(arguments):
            asked = arguments[at + 1]
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    return asked if asked in languages() else _DEFAULT


def options(arguments: Sequence[str], lang: str) -> argparse.Namespace:
    """What a command line asks for; ``.run`` is the function that does it.

    Raises:
        UsageError: it asks for nothing that can be done.
    """
    command = arguments[0] if arguments and arguments[0] in _COMMANDS else ""
    parser = _COMMANDS[command](lang) if command else _danvan(lang)
    try:
        found, unknown = parser.parse_known_args(arguments[1:] if command else arguments)
    except argparse.ArgumentError as error:
        message = translated(error.message, lang)
        raise parser.wrong(
            "argument {name}: {message}", name=error.argument_name, message=message
        ) from None
    if unknown:
        raise parser.wrong("unknown arguments: {arguments}", arguments=" ".join(unknown))
    if not command:
        if found.command is None:
            raise parser.wrong("want a command: one of {known}", known=", ".join(_COMMANDS))
        raise parser.wrong("the command comes first: danvan {name}", name=found.command)
    return found


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help whose own words are in the language asked for."""

    def __init__(self, prog: str, lang: str) -> None:
        super().__init__(prog, max_help_position=28, width=96)
        self.lang = lang

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or f"{say('Usage', self.lang)}: ")


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in the language asked for, and does not exit."""

    def __init__(self, prog: str, lang: str, about: str, examples: str) -> None:
        super().__init__(
            prog,
            description=say(about, lang),
            epilog=f"{say('Examples', lang)}:\n{examples}\n\n{say(_CODES, lang)}",
            formatter_class=partial(_Help, lang=lang),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self.lang = lang

    def wrong(self, sentence: str, /, **parts: object) -> UsageError:
        """The error that a command line is, in words."""
        hint = say("See: {command} --help", self.lang, command=self.prog)
        return UsageError(self.prog, say(sentence, self.lang, **parts), hint)

    def error(self, message: str) -> NoReturn:
        raise self.wrong("wrong use ({message})", message=message)

    def common(self) -> None:
        """The options every command has."""
        group = self.add_argument_group(say("Other options", self.lang))
        group.add_argument(
            "--lang",
            default=_DEFAULT,
            type=_one_of(languages(), self.lang),
            metavar="{" + ",".join(languages()) + "}",
            help=say("language of all messages (vi unless told otherwise)", self.lang),
        )
        group.add_argument("-h", "--help", action="help", help=say("show this help", self.lang))


def _one_of(words: Sequence[str], lang: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        if text not in words:
            known = ", ".join(words)
            message = say("want one of {known}, got {got}", lang, known=known, got=repr(text))
            raise argparse.ArgumentTypeError(message)
        return text

    return read


_CODES: Final = (
    "Exit code: 0 clean or notes only, 1 errors or warnings,\n2 a file that cannot be read or "
    "written, or a wrong use."
)


def _danvan(lang: str) -> _Parser:
    about = "Read and check the reports of Party, State and Front offices."
    examples = "  danvan check bao_cao.docx\n  danvan rules DV201"
    parser = _Parser("danvan", lang, about, examples)
    group = parser.add_argument_group(say("Commands", lang))
    group.add_argument(
        "command",
        nargs="?",
        type=_one_of(tuple(_COMMANDS), lang),
        metavar="{" + ",".join(_COMMANDS) + "}",
        help=say("check: look papers over; rules: list and explain what is looked for", lang),
    )
    group.add_argument(
        "--version",
        action="version",
        version=f"danvan {__version__}",
        help=say("show the version", lang),
    )
    parser.common()
    return parser


def _check(lang: str) -> _Parser:
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
    parser = _Parser("danvan check", lang, about, examples)
    group = parser.add_argument_group(say("What to check", lang))
    group.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help=say(".txt, .md, .docx, .doc or .pdf; of a folder, every such file in it", lang),
    )
    group = parser.add_argument_group(say("What to make of it", lang))
    group.add_argument(
        "--format",
        default="text",
        type=_one_of(tuple(FORMATS), lang),
        metavar="{" + ",".join(FORMATS) + "}",
        help=say("how to print: for the eye, for programs, for code hosts, a web page", lang),
    )
    group.add_argument(
        "-o", "--output", metavar="FILE", help=say("write to a file instead of printing", lang)
    )
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
    parser.common()
    parser.set_defaults(run=check, wrong=parser.wrong)
    return parser


def _rules(lang: str) -> _Parser:
    about = "List what danvan looks for, or explain rules by their codes."
    examples = "  danvan rules\n  danvan rules DV2\n  danvan rules DV201 DV301"
    parser = _Parser("danvan rules", lang, about, examples)
    group = parser.add_argument_group(say("Which rules", lang))
    group.add_argument(
        "codes",
        nargs="*",
        metavar="CODE",
        help=say("a code as findings show it, or how codes begin: DV2", lang),
    )
    parser.common()
    parser.set_defaults(run=explain)
    return parser


_COMMANDS: Final[dict[str, Callable[[str], _Parser]]] = {"check": _check, "rules": _rules}
