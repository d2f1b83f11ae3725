"""The command ``danvan``: check papers before they are signed.

Exit codes: 0 clean or notes only, 1 errors or warnings, 2 a file that cannot be read.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence
from typing import Final

__all__ = ["main"]

CLEAN: Final = 0
FOUND: Final = 1
UNUSABLE: Final = 2


def _parser() -> argparse.ArgumentParser:
    from danvan import __version__

    parser = argparse.ArgumentParser(
        prog="danvan",
        description="Read and check the reports of Party, State and Front offices.",
        epilog="Ví dụ: danvan check bao_cao.docx",
    )
    parser.add_argument("--version", action="version", version=f"danvan {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    check = commands.add_parser(
        "check",
        help="say which figures, citations and names of a paper do not agree",
        description="Check papers: which totals do not add up and where, which shares are wrong, "
        "which directives are cited with two dates. Several files are checked together.",
        epilog="Exit code: 0 clean or notes only, 1 errors or warnings, 2 an unreadable file.",
    )
    check.add_argument("files", nargs="+", metavar="FILE", help=".txt, .md, .docx or .pdf")
    check.add_argument("--format", choices=("text", "json"), default="text", help="how to print")
    check.add_argument(
        "--lang", choices=("vi", "en"), default="vi", help="language of the messages"
    )
    check.set_defaults(run=_check)
    return parser


def _check(options: argparse.Namespace) -> int:
    from danvan.errors import DanvanError
    from danvan.findings import Severity
    from danvan.reading import read_report
    from danvan.rendering.findings import as_data, as_text
    from danvan.validation import check

    reports, unusable = [], False
    for file in options.files:
        try:
            reports.append(read_report(file))
        except DanvanError as error:
            print(f"danvan: {error}", file=sys.stderr)
            unusable = True
    findings = check(*reports)
    if options.format == "json":
        print(json.dumps(as_data(findings), ensure_ascii=False, indent=2))
    elif reports:
        print(as_text(findings, options.lang))
    if unusable:
        return UNUSABLE
    return FOUND if (findings.worst or Severity.NOTE) > Severity.NOTE else CLEAN


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
