"""The command line in words: usage, help and errors in the language asked for."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Final, NoReturn

from danvan.messages import languages, say

__all__ = ["DEFAULT_LANGUAGE", "FOUND_CODES", "Parser", "UsageError", "one_of"]

DEFAULT_LANGUAGE: Final = "vi"

FOUND_CODES: Final = (
    "Exit code: 0 clean or notes only, 1 errors or warnings,\n2 a file that cannot be read or "
    "written, or a wrong use."
)


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


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in the language asked for, and does not exit."""

    def __init__(
        self, prog: str, lang: str, about: str, examples: str, codes: str = FOUND_CODES
    ) -> None:
        super().__init__(
            prog,
            description=say(about, lang),
            epilog=f"{say('Examples', lang)}:\n{examples}\n\n{say(codes, lang)}",
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
        """Raise what argparse would print before it exits."""
        raise self.wrong("wrong use ({message})", message=message)

    def several(self, title: str, name: str, metavar: str, what: str) -> argparse._ArgumentGroup:
        """Let it be told any number of things of a kind."""
        group = self.add_argument_group(title)
        group.add_argument(name, nargs="*", metavar=metavar, help=what)
        return group

    def outputs(self, formats: Sequence[str], how: str) -> argparse._ArgumentGroup:
        """Let it be told in what format to print, and which file to write to instead."""
        group = self.add_argument_group(say("What to make of it", self.lang))
        group.add_argument(
            "--format",
            default=formats[0],
            type=one_of(formats, self.lang),
            metavar="{" + ",".join(formats) + "}",
            help=how,
        )
        group.add_argument(
            "-o",
            "--output",
            metavar="FILE",
            help=say("write to a file instead of printing", self.lang),
        )
        return group

    def done_by(self, run: Callable[[argparse.Namespace], int]) -> Parser:
        """Add the options every command has; what it asks for is done by a function."""
        self.common()
        self.set_defaults(run=run, wrong=self.wrong)
        return self

    def common(self) -> None:
        """The options every command has."""
        group = self.add_argument_group(say("Other options", self.lang))
        group.add_argument(
            "--lang",
            default=DEFAULT_LANGUAGE,
            type=one_of(languages(), self.lang),
            metavar="{" + ",".join(languages()) + "}",
            help=say("language of all messages (vi unless told otherwise)", self.lang),
        )
        group.add_argument("-h", "--help", action="help", help=say("show this help", self.lang))


def one_of(words: Sequence[str], lang: str) -> Callable[[str], str]:
    """What reads an argument that is one of some words.

    It raises ArgumentTypeError, which argparse tells under the name of the argument.
    """

    def read(text: str) -> str:
        if text not in words:
            known = ", ".join(words)
            message = say("want one of {known}, got {got}", lang, known=known, got=repr(text))
            raise argparse.ArgumentTypeError(message)
        return text

    return read
