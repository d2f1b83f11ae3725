"""Several papers of one office held against one another (DV253; DV251, DV301, DV302 across)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from danvan.errors import InvalidValueError
from danvan.findings import Finding, rules
from danvan.periods import Period
from danvan.reading.observations import period_of
from danvan.reports import Report
from danvan.validation.text.directives import Mention, dates_and_issuers, mentions
from danvan.validation.text.paper import Paper
from danvan.validation.text.restated import MOST_ALIKE, Fact, facts, is_same_fact
from danvan.vietnamese.letters import UPPER, fold

__all__ = ["check_across"]

# bodies of which there is one in the country: their number means the same in every paper
_CENTRAL: Final = re.compile(
    r"(?:.*-)?[A-ZĐ]*(?:TW|TƯ)|CP|TTg|CTN|(?:UBTV)?QH[0-9IVX]*|B(?:QP|CA|NV|TC|TP)|NQLT.*"
)
_PLACE: Final = re.compile(
    rf"(?:huyện|thị xã|thành phố|quận|xã|phường) ([{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}})"
)


def check_across(reports: Sequence[Report]) -> Iterator[Finding]:
    """What two papers say differently.

    DV301, DV302: a paper of a central body, or one that two papers of one place
    cite, with two dates or two issuers.  DV251: one fact with two figures in two
    papers of one place about one period.  DV253: a figure counted from the
    beginning of the year that is smaller in the later paper.
    """
    papers = [Paper(report) for report in reports]
    yield from _directives(papers)
    by_place: dict[str, list[Paper]] = defaultdict(list)
    for paper in papers:
        by_place[_place(paper.report)].append(paper)
    for place, same in by_place.items():
        if place:
            yield from _facts(same)


def _place(report: Report) -> str:
    """The place a paper is from: the one of its head, else the one it names most; folded."""
    if report.letterhead and report.letterhead.place:
        return fold(report.letterhead.place)
    named = Counter(_PLACE.findall(report.text)).most_common(1)
    return fold(named[0][0]) if named else ""


def _directives(papers: list[Paper]) -> Iterator[Finding]:
    by_number: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for paper in papers:
        place = _place(paper.report)
        for mention in mentions(paper):
            issuer = mention.citation.issuer_code or ""
            by_number["" if _CENTRAL.fullmatch(issuer) else place, *mention.identity].append(
                mention
            )
    for same in by_number.values():
        for finding in dates_and_issuers(same):
            if len({id(span.report) for span in finding.spans}) > 1:
                yield finding


def _facts(papers: list[Paper]) -> Iterator[Finding]:
    told: dict[tuple[str, ...], list[tuple[Fact, Period]]] = defaultdict(list)
    for paper in papers:
        period = _period(paper.report)
        if period is None:
            continue
        for number, passage in paper:
            for key, fact in facts(passage, number):
                told[key].append((fact, period))
    for same in told.values():
        if len(same) <= MOST_ALIKE:
            for (one, before), (other, after) in combinations(same, 2):
                if one.figure.span.report is not other.figure.span.report:
                    yield from _compare(one, before, other, after)


def _period(report: Report) -> Period | None:
    try:
        return period_of(report)
    except InvalidValueError:
        return None


def _compare(one: Fact, before: Period, other: Fact, after: Period) -> Iterator[Finding]:
    if before.last > after.last:
        one, before, other, after = other, after, one, before
    if before.first != after.first or not is_same_fact(one, other):
        return
    earlier, later = one.figure.quantity, other.figure.quantity
    if before == after:
        code = "DV251"
    elif later.amount < earlier.amount:
        code = "DV253"
    else:
        return
    yield rules()[code].at(
        other.figure.span,
        one.figure.span,
        one=earlier,
        other=later,
        before=before,
        after=after,
        difference=earlier.amount - later.amount,
    )
