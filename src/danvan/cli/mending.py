"""``--fix``: write the safe fixes of findings into text files, and nothing else."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from danvan.cli.papers import Paper
from danvan.errors import UnreadableFileError
from danvan.findings import Findings
from danvan.validation import fix

__all__ = ["mend"]

_TEXT: Final = {".txt", ".md"}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mend(papers: Iterable[Paper], findings: Findings) -> int:
    """Write the fixes into the text files they belong to, and say how many files that were.

    Encoding, byte order mark and line ends stay as they are.

    Raises:
        UnreadableFileError: a file that cannot be written.
    """
    count = 0
    for paper in papers:
        if paper.path.suffix.casefold() in _TEXT:
            text = fix(paper.report.text, paper.own(findings))
            if text != paper.report.text:
                _write(paper.path, text)
                count += 1
    return count


def _write(path: Path, text: str) -> None:
    try:
        data = path.read_bytes()
        mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
        path.write_bytes(mark + text.encode(encoding))
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(path), problem, "a place that can be written to") from error
