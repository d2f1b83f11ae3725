"""The page of the command: what ``danvan --help`` says, in both languages."""

import contextlib
import io
import os

from danvan.cli import main
from danvan.cli.arguments import COMMANDS

PAGES = {
    "reference/command.md": ("en", "The command", "What the command says of itself."),
    "vi/command.md": ("vi", "Lệnh danvan", "Hướng dẫn do chính lệnh in ra."),
}


def pages() -> dict[str, str]:
    """Each page as Markdown, by its path below ``docs``."""
    return {path: page(*said) for path, said in PAGES.items()}


def page(lang: str, title: str, intro: str) -> str:
    """The help of every command in a language."""
    parts = [f"# {title}", intro]
    for command in ((), *((name,) for name in COMMANDS)):
        parts += [f"## `{' '.join(('danvan', *command))}`", f"```text\n{help_of(command, lang)}```"]
    return "\n\n".join(parts) + "\n"


def help_of(command: tuple[str, ...], lang: str) -> str:
    """What a command prints when it is asked for help."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        os.environ["NO_COLOR"] = "1"
        main([*command, "--help", "--lang", lang])
    return printed.getvalue()
