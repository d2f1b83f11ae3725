"""What a level did, told once by its bodies and once as a whole (DV254).

"Cấp huyện: Bí thư ... tổ chức 01 hội nghị đối thoại; Chủ tịch ... tổ chức 02
hội nghị đối thoại", and pages on "30 hội nghị đối thoại, trong đó: 02 hội nghị
cấp huyện".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from danvan.findings import Finding, rules
from danvan.quantities import Interval, Quantity
from danvan.validation.text.items import items
from danvan.validation.text.paper import Paper
from danvan.validation.text.passages import Figure, Passage
from danvan.validation.text.wording import family_of, pattern
from danvan.vietnamese.letters import fold

__all__ = ["check_levels"]

_LABEL: Final = re.compile(r"\W*(?P<level>Cấp (?:tỉnh|huyện|xã|cơ sở))\s?:\s")
_STATED: Final = re.compile(r"\s(?P<level>cấp (?:tỉnh|huyện|xã|cơ sở))(?!\w)", re.IGNORECASE)
_MOST_TOLD: Final = 200
"""No paper has so many; each is held against each, which takes the square of their number."""


@frozen
class _Told:
    """Figures of one level, about one activity.

    Attributes:
        level: the level, folded: "cap huyen".
        counted: the family of units they count in.
        activities: what they count, folded.
        figures: the figures, all together what the level did.
    """

    level: str
    counted: str
    activities: frozenset[str]
    figures: tuple[Figure, ...]


def check_levels(paper: Paper) -> Iterator[Finding]:
    """DV254: the figures of a level's bodies do not make what is given for the level."""
    listed = [told for _, passage in paper for told in _by_bodies(passage)][:_MOST_TOLD]
    if not listed:
        return
    stated = [told for _, passage in paper for told in _as_a_whole(passage)][:_MOST_TOLD]
    for bodies in listed:
        for whole in stated:
            same = (bodies.level, bodies.counted) == (whole.level, whole.counted)
            if same and bodies.activities & whole.activities:
                yield from _compare(bodies, whole.figures[0])


def _by_bodies(passage: Passage) -> Iterator[_Told]:
    """A passage labelled with a level, whose clauses each begin to count the same thing."""
    label = _LABEL.match(passage.text)
    if label is None:
        return
    _, end = passage.near(label.end())
    clauses = items(passage, label.end(), end, ";").items
    firsts = [clause.figures[0] for clause in clauses if clause.figures]
    about = [_activities(passage, figure) for figure in firsts]
    if len(firsts) < 2 or len(firsts) < len(clauses):
        return
    families = {family_of(figure.unit) for figure in firsts}
    activities = frozenset[str].intersection(*about)
    if len(families) == 1 and activities:
        yield _Told(fold(label["level"]), families.pop(), activities, tuple(firsts))


def _as_a_whole(passage: Passage) -> Iterator[_Told]:
    """The figures a level has behind them: "02 hội nghị cấp huyện"."""
    for figure in passage.figures:
        level = _STATED.match(passage.text, figure.end)
        if level is not None and not figure.is_change:
            start, _ = passage.near(figure.start)
            said = pattern("activity").findall(passage.text, start, figure.start)
            if said:
                activities = frozenset(map(fold, said))
                yield _Told(fold(level["level"]), family_of(figure.unit), activities, (figure,))


def _activities(passage: Passage, figure: Figure) -> frozenset[str]:
    found = pattern("activity").findall(passage.text, figure.mention.end, figure.end + 20)
    return frozenset(map(fold, found))


def _compare(bodies: _Told, whole: Figure) -> Iterator[Finding]:
    hard = Interval.sum(figure.quantity.hard() for figure in bodies.figures)
    if hard.intersects(whole.quantity.hard()):
        return
    computed = sum(figure.quantity.amount for figure in bodies.figures)
    yield rules()["DV254"].at(
        whole.span,
        *(figure.span for figure in bodies.figures),
        stated=whole.quantity,
        sum=Quantity(computed, whole.mention.unit),
        difference=computed - whole.quantity.amount,
    )
