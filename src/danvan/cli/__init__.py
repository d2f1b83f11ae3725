"""The command ``danvan``: read, check and compare papers, roll up figures, write reports.

Exit codes: 0 clean or notes only, 1 errors or warnings, 2 a file that cannot be
read or written, or a wrong use of the command.
"""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Final

__all__ = ["CLEAN", "FOUND", "UNUSABLE", "main"]

CLEAN: Final = 0
FOUND: Final = 1
UNUSABLE: Final = 2
_INTERRUPTED: Final = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = _run(sys.argv[1:] if arguments is None else list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read the output has seen enough; nothing is to be flushed to it at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNUSABLE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception:
        # a fault of danvan itself must not pass for findings in the paper
        traceback.print_exc()
        return UNUSABLE
    return code


def _run(arguments: Sequence[str]) -> int:
    from danvan.cli.arguments import language, options
    from danvan.cli.parser import UsageError
    from danvan.errors import DanvanError
    from danvan.messages import told
    from danvan.rendering.terminal import printable

    lang = language(arguments)
    try:
        asked = options(arguments, lang)
        code: int = asked.run(asked)
    except UsageError as error:
        print(printable(f"{error.command}: {error.message}"), file=sys.stderr)
        print(error.hint, file=sys.stderr)
        return UNUSABLE
    except DanvanError as error:
        print(printable(f"danvan: {told(error, lang)}"), file=sys.stderr)
        return UNUSABLE
    return code
