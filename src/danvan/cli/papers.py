"""The papers a command line names: files, and every paper in a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from attrs import evolve, frozen

from danvan.cli.output import real
from danvan.cli.progress import Progress
from danvan.errors import DanvanError, UnreadableFileError
from danvan.findings import Finding, Waiver
from danvan.messages import say
from danvan.reading.corpus import Corpus
from danvan.reading.corrections import Correction, read_corrections
from danvan.reading.files import papers_in, read_report
from danvan.rendering.findings import Failure
from danvan.reports import Report
from danvan.validation import companion, read_waivers
from danvan.vietnamese.letters import nfc

__all__ = ["Paper", "corpus", "named", "read", "read_all", "sources"]


@frozen
class Paper:
    """A file and the report that was read from it.

    Attributes:
        path: the file.
        report: the report, named by the path as it was given.
        waivers: what its companion file accepts.
        corrections: what a person has decided about its figures, in the same file.
    """

    path: Path
    report: Report
    waivers: tuple[Waiver, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def own(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Those findings whose first place is in this paper."""
        return (f for f in findings if f.spans and f.spans[0].report is self.report)


def named(files: Sequence[str]) -> tuple[list[Path], list[Failure]]:
    """The files named, each once, and what is no use among the names."""
    paths: dict[str, Path] = {}
    failures: list[Failure] = []
    for file in files:
        path = Path(file)
        try:
            for one in _files(path):
                paths.setdefault(real(one), one)
        except DanvanError as error:
            failures.append(Failure(_name(path), error))
    return list(paths.values()), failures


def _files(path: Path) -> list[Path]:
    # unlike Path.is_dir, this takes a name no system would have for no folder
    if not os.path.isdir(path):
        return [path]
    found = list(papers_in(path))
    if not found:
        raise UnreadableFileError(str(path), "no papers in this folder", "a folder of papers")
    return found


def _name(path: Path) -> str:
    """What a paper is called by its file: the path as it was given, in NFC."""
    return nfc(path.as_posix()).strip()


def read(path: Path) -> Paper:
    """Read one file, under the name it was given by, and what lies beside it.

    Raises:
        DanvanError: it, its waivers or its corrections cannot be read.
    """
    called = _name(path)
    beside = companion(path)
    report = evolve(read_report(path), name=called)
    if not os.path.exists(beside):
        return Paper(path, report)
    return Paper(path, report, read_waivers(beside, paper=called), read_corrections(beside))


def corpus(papers: Sequence[Paper], *, has_tree: bool) -> Corpus:
    """Papers together, with what was decided about their figures.

    Without a tree it stays open whose the figures are, also where a correction says it.
    """
    corrections = (
        tuple(one if has_tree else evolve(one, organization=None) for one in paper.corrections)
        for paper in papers
    )
    return Corpus(tuple(paper.report for paper in papers), corrections=tuple(corrections))


def sources(paths: Iterable[Path]) -> Iterator[Path]:
    """Everything that is read of papers: themselves and what lies beside them."""
    for path in paths:
        yield from (path, companion(path))


def read_all(
    paths: Sequence[Path], lang: str, progress: Progress
) -> tuple[list[Paper], list[Failure]]:
    """Read files one after the other, and say which could not be read."""
    papers: list[Paper] = []
    failures: list[Failure] = []
    for number, path in enumerate(paths, 1):
        parts = {"number": number, "count": len(paths), "name": path}
        progress.tell(say("reading {number} of {count}: {name}", lang, **parts))
        try:
            papers.append(read(path))
        except DanvanError as error:
            failures.append(Failure(_name(path), error))
    return papers, failures
