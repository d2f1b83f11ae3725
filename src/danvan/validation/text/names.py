"""A number and the list of names behind it: "08 hội nghị (Bản Bo, Nà Tăm, ...)" (DV241)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import frozen

from danvan.findings import Finding, Span, rules
from danvan.validation.text.passages import Figure, Passage
from danvan.vietnamese.letters import UPPER

__all__ = ["PROPER", "NameList", "check_counted_names", "name_lists"]

_BRACKETS: Final = re.compile(r"\((?P<inner>[^()0-9]{3,400})\)")
# a list of proper names, perhaps with a word before it that says whose they are
_NAMES: Final = re.compile(
    rf"(?:[^:]{{0,60}}:\s*)?(?P<names>[{UPPER}][^,;:.]{{1,30}}"
    rf"(?:(?:,|;|\svà)\s+(?:xã\s|thị trấn\s)?[{UPPER}][^,;:.]{{1,30}})+)"
)
_PLACE: Final = r"(?:(?:Đảng ủy |đảng ủy )?(?:xã|thị trấn|phường|thôn|bản|làng)\s)?"
PROPER: Final = rf"(?:{_PLACE}[{UPPER}][^\W\d_]*(?:\s[{UPPER}][^\W\d_]*){{0,4}}|Thị trấn)"
"""A proper name of a place, perhaps with its kind before it, as a regular expression."""
# the same without brackets, right behind the figure: "02 xã gồm Bản Bo và Nà Tăm"
_RUNNING: Final = re.compile(
    rf"(?::|\s(?:gồm|là|bao gồm|gồm có):?)?\s(?P<names>{PROPER}(?:(?:,|;|\svà|,\svà)\s{PROPER})+)"
    r"(?![\w,]|\s?\.\.\.|…| và| [0-9(])"
)
_CUT: Final = re.compile(r",|;|\svà\s")
_REACH: Final = 90
_UNCOUNTED: Final = frozenset({"%", "năm", "tháng", "người", "lượt người", "ý kiến"})
_OF_PLACES: Final = re.compile(r"(?:đảng ủy\s)?(?:xã|thị trấn|phường|thôn|bản|làng|đảng ủy)(?!\w)")


@frozen
class NameList:
    """A figure and the names that stand for what it counts.

    Attributes:
        counted: the figure.
        names: the names as written, without what says whose they are.
        span: where the list stands in the report.
        label: the words in the bracket before the names: "Chủ tịch UBND xã".
    """

    counted: Figure
    names: tuple[str, ...]
    span: Span
    label: str = ""


def check_counted_names(passage: Passage) -> Iterator[Finding]:
    """DV241: as many names as the figure before them says.

    "5/13 xã" counts the 5.  A list that ends in an ellipsis is open and is left alone.
    """
    for listed in name_lists(passage):
        counted = listed.counted.mention
        if counted.qualifier is None and len(listed.names) != counted.value:
            yield rules()["DV241"].at(
                listed.counted.span,
                listed.span,
                stated=listed.counted.quantity,
                listed=len(listed.names),
                difference=Decimal(len(listed.names)) - counted.value,
            )


def name_lists(passage: Passage) -> Iterator[NameList]:
    """The lists of names of a passage that a figure counts, in brackets or right behind it."""
    for found in _BRACKETS.finditer(passage.text):
        listed = _NAMES.fullmatch(found["inner"].strip(" *"))
        if listed is None or "…" in found["inner"] or "..." in found["inner"]:
            continue
        counted = _figure_before(passage, found.start())
        if counted is not None:
            label = found["inner"].partition(":")[0] if ":" in found["inner"] else ""
            yield _listed(passage, counted, listed["names"], found.span("inner"), label)
    for figure in passage.figures:
        running = _RUNNING.match(passage.text, figure.end)
        if running and _OF_PLACES.match(figure.unit) and not figure.is_change:
            yield _listed(passage, figure, running["names"], running.span("names"))


def _listed(
    passage: Passage, counted: Figure, names: str, span: tuple[int, int], label: str = ""
) -> NameList:
    start, end = span
    found = tuple(name.strip(" *") for name in _CUT.split(names) if name.strip(" *"))
    return NameList(counted, found, passage.span(start, min(end, start + 150)), label.strip(" *"))


def _figure_before(passage: Passage, at: int) -> Figure | None:
    start, _ = passage.sentence_at(max(0, at - 1))
    near = passage.within(max(start, at - _REACH), at)
    candidates = [
        figure
        for figure in near
        if not figure.is_change and figure.mention.high is None and figure.unit not in _UNCOUNTED
    ]
    if not candidates or candidates[-1].mention.qualifier is not None:
        return None
    between = passage.text[candidates[-1].end : at]
    return None if re.search(r"[;.)]", between) else candidates[-1]
