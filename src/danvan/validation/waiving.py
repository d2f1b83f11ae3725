"""Waivers: findings that somebody accepts, kept in a file beside the paper.

The file ``bao_cao.danvan.toml`` lies beside ``bao_cao.docx``.  Other tables in it
are left alone::

    [[waiver]]
    code = "DV201"
    words = "30 hội nghị"      # as the paper writes them; what is found lies within them
    occurrence = 2             # the second place where they stand; left out: the first
    who = "Chánh Văn phòng Huyện ủy"
    why = "số 30 gồm 01 hội nghị phối hợp không tách được"
    until = 2026-12-31         # the last day it holds; left out: for good

A waived finding does not count, but is kept.  A waiver that has run out, or that
nothing was found for, is a finding itself (DV901, DV902).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from os import PathLike
from pathlib import Path

from attrs import evolve

from danvan.catalogue import read_toml, structure
from danvan.errors import UnreadableFileError
from danvan.findings import Finding, Findings, Span, Text, Waiver, in_order, rules
from danvan.reading.corrections import companion

__all__ = ["companion", "read_waivers", "waive", "waivers_beside"]


def read_waivers(path: str | PathLike[str], *, paper: str = "") -> tuple[Waiver, ...]:
    """Read the waivers of a file.

    Args:
        path: the file, ``bao_cao.danvan.toml``.
        paper: the name of the paper they are for; of any, if it is not said.

    Raises:
        UnreadableFileError: no such file, no TOML, or a waiver with a wrong part.
    """
    tables = read_toml(Path(path)).get("waiver", [])
    if not isinstance(tables, list):
        raise UnreadableFileError(str(path), "waiver is no list", "tables [[waiver]]")
    found = structure(tables, tuple[Waiver, ...], str(path), "waiver")
    return tuple(evolve(one, paper=paper) for one in found)


def waivers_beside(paper: str | PathLike[str]) -> tuple[Waiver, ...]:
    """The waivers in the file that goes with a paper; none where there is no such file.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    path = companion(paper)
    return read_waivers(path, paper=Path(paper).name) if path.exists() else ()


def waive(
    findings: Findings,
    waivers: Iterable[Waiver],
    papers: Iterable[Text] = (),
    *,
    on: date | None = None,
) -> Findings:
    """Set aside what is accepted, and say which waivers no longer stand.

    Args:
        findings: what was found.
        waivers: the waivers; one for a paper that is not among these is left alone.
        papers: the papers that were looked at.
        on: the day; today, if it is not said.

    >>> from decimal import Decimal
    >>> from danvan.findings import Source
    >>> paper = Source("bao_cao.txt", "Tổ chức 30 hội nghị.")
    >>> finding = rules()["DV201"].at(Span(8, 10, paper), total=30, sum=29, difference=Decimal(-1))
    >>> waiver = Waiver("DV201", "30 hội nghị", "Chánh Văn phòng", "01 hội nghị phối hợp")
    >>> found = waive(Findings([finding]), [waiver], [paper])
    >>> len(found), found.waived[0].waiver.why
    (0, '01 hội nghị phối hợp')
    """
    looked_at = {paper.name: paper for paper in papers}
    given = [one for one in waivers if not one.paper or one.paper in looked_at or not looked_at]
    day = on or date.today()  # the day of whoever runs it
    by_code: dict[str, list[Waiver]] = {}
    for waiver in given:
        by_code.setdefault(waiver.code, []).append(waiver)
    found: list[Finding] = []
    waived: list[Finding] = list(findings.waived)
    used: set[int] = set()
    for finding in findings:
        fitting = [one for one in by_code.get(finding.code, ()) if _is_meant(one, finding)]
        used.update(map(id, fitting))
        standing = next((one for one in fitting if one.holds(day)), None)
        if standing is not None:
            waived.append(evolve(finding, waiver=standing))
            continue
        found.append(finding)
        found += (_expired(one, finding) for one in fitting[:1])
    for waiver in given:
        if id(waiver) not in used:
            found.append(_unused(waiver, looked_at.values()))
    return evolve(findings, found=in_order(found), waived=waived)


def _is_meant(waiver: Waiver, finding: Finding) -> bool:
    """Whether a waiver is for a finding: a span of it lies within the words."""
    if not finding.spans:
        return waiver.words in finding.message()
    return any(_lies_within(waiver, span) for span in finding.spans)


def _lies_within(waiver: Waiver, span: Span) -> bool:
    if waiver.paper not in {"", span.report.name}:
        return False
    place = _place(waiver, span.report)
    return place is not None and place[0] <= span.start and span.end <= place[1]


def _place(waiver: Waiver, paper: Text) -> tuple[int, int] | None:
    """Where the words stand, the right time they do."""
    at = -1
    for _ in range(waiver.occurrence):
        at = paper.text.find(waiver.words, at + 1)
        if at < 0:
            return None
    return at, at + len(waiver.words)


def _expired(waiver: Waiver, finding: Finding) -> Finding:
    until = f"{waiver.until:%d/%m/%Y}" if waiver.until else "–"
    return rules()["DV901"].at(
        *finding.spans, code=waiver.code, words=waiver.words, who=waiver.who, until=until
    )


def _unused(waiver: Waiver, papers: Iterable[Text]) -> Finding:
    return rules()["DV902"].at(
        *_spans(waiver, papers), code=waiver.code, words=waiver.words, who=waiver.who
    )


def _spans(waiver: Waiver, papers: Iterable[Text]) -> Iterator[Span]:
    for paper in papers:
        if waiver.paper in {"", paper.name} and (place := _place(waiver, paper)):
            yield Span(*place, paper)
