"""An answer to a slot: what is put in its place, and what has to be said of it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from danvan.aggregation import Aggregate
from danvan.findings import Finding
from danvan.reports import Table

__all__ = ["Answer", "blank_answer", "joined"]


@frozen
class Answer:
    """What a slot becomes.

    Attributes:
        text: the words; of a passage they may be several lines.
        findings: what is wrong or wanting, without a place yet.
        remarks: what has to be said of the figures, as that some are missing; once in a
            paragraph is enough.
        note: the text of a footnote that hangs on the words, or "".
        table: a table in the place of the words, or ``None``.
        aggregates: the figures it rests on.
        is_blank: whether something is left to be filled in.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    note: str = ""
    table: Table | None = None
    aggregates: tuple[Aggregate, ...] = ()
    is_blank: bool = False


def blank_answer(text: str, finding: Finding) -> Answer:
    """An answer that leaves something to be filled in, and says why."""
    return Answer(text, (finding,), is_blank=True)


def joined(answers: Sequence[Answer]) -> Answer:
    """Several answers in a line, with commas between them."""
    if len(answers) == 1:
        return answers[0]
    return Answer(
        ", ".join(answer.text for answer in answers),
        tuple(dict.fromkeys(finding for answer in answers for finding in answer.findings)),
        tuple(dict.fromkeys(remark for answer in answers for remark in answer.remarks)),
        aggregates=tuple(one for answer in answers for one in answer.aggregates),
        is_blank=any(answer.is_blank for answer in answers),
    )
