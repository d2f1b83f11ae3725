"""``--fix``: write the safe fixes of findings into text files, and nothing else."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from danvan.cli.papers import Paper
from danvan.errors import UnreadableFileError
from danvan.findings import Finding

__all__ = ["mend"]

_TEXT: Final = {".txt", ".md"}
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mend(papers: Iterable[Paper], findings: Sequence[Finding]) -> int:
    """Write the fixes into the text files they belong to, and say how many there were.

    Encoding, byte order mark and line ends stay as they are.

    Raises:
        UnreadableFileError: a file that cannot be written.
    """
    count = 0
    for paper in papers:
        if paper.path.suffix.casefold() in _TEXT:
            own = [f for f in findings if f.spans and f.spans[0].report is paper.report]
            text, mended = _mended(paper.report.text, own)
            if mended:
                _write(paper.path, text)
            count += mended
    return count


def _mended(text: str, findings: Iterable[Finding]) -> tuple[str, int]:
    fixes = sorted((f.spans[0].start, f.spans[0].end, f.fix) for f in findings if f.fix is not None)
    parts: list[str] = []
    at = count = 0
    for start, end, words in fixes:
        if start >= at:
            parts += [text[at:start], words]
            at, count = end, count + 1
    return "".join([*parts, text[at:]]), count


def _write(path: Path, text: str) -> None:
    try:
        data = path.read_bytes()
        mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
        path.write_bytes(mark + text.encode(encoding))
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(path), problem, "a place that can be written to") from error
