"""``--fix``: write the safe fixes of findings into text files, and nothing else."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from attrs import frozen

from danvan.cli.papers import Paper
from danvan.errors import UnreadableFileError
from danvan.findings import Findings
from danvan.validation import fix

__all__ = ["Mended", "mend"]

_TEXT: Final = {".txt", ".md"}
_FROM_BEFORE_UNICODE: Final = ("from TCVN3", "from VNI")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@frozen
class Mended:
    """What came of mending.

    Attributes:
        written: the papers that were mended.
        left: those with something to mend that are TCVN3 or VNI, and stay as they are.
    """

    written: tuple[Paper, ...] = ()
    left: tuple[Paper, ...] = ()


def mend(papers: Iterable[Paper], findings: Findings) -> Mended:
    """Write the fixes into the text files they belong to.

    Encoding, byte order mark and line ends stay as they are; a paper in TCVN3 or VNI, whose
    letters Unicode text would not fit, is left alone.

    Raises:
        UnreadableFileError: a file that cannot be written.
    """
    written: list[Paper] = []
    left: list[Paper] = []
    for paper in papers:
        if paper.path.suffix.casefold() in _TEXT:
            text = fix(paper.report.text, paper.own(findings))
            if text == paper.report.text:
                continue
            if any(one.what.startswith(_FROM_BEFORE_UNICODE) for one in paper.report.repairs):
                left.append(paper)
                continue
            _write(paper.path, text)
            written.append(paper)
    return Mended(tuple(written), tuple(left))


def _write(path: Path, text: str) -> None:
    try:
        data = path.read_bytes()
        mark, encoding = next((m for m in _MARKS if data.startswith(m[0])), (b"", "utf-8"))
        path.write_bytes(mark + text.encode(encoding))
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(path), problem, "a place that can be written to") from error
