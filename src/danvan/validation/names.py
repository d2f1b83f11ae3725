"""A number and the list of names behind it: "08 hội nghị (Bản Bo, Nà Tăm, ...)" (DV241)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from danvan.findings import Finding, rules
from danvan.validation.passages import Figure, Passage

__all__ = ["check_counted_names"]

_BRACKETS: Final = re.compile(r"\((?P<inner>[^()0-9]{3,400})\)")
# a list of proper names, perhaps with a word before it that says whose they are
_NAMES: Final = re.compile(
    r"(?:[^:]{0,60}:\s*)?(?P<names>[A-ZÀ-ỸĐ][^,;:.]{1,30}(?:(?:,|;|\svà)\s+(?:xã\s|thị trấn\s)?"
    r"[A-ZÀ-ỸĐ][^,;:.]{1,30})+)"
)
_CUT: Final = re.compile(r",|;|\svà\s")
_REACH: Final = 90
_UNCOUNTED: Final = frozenset({"%", "năm", "tháng", "người", "lượt người", "ý kiến"})


def check_counted_names(passage: Passage) -> Iterator[Finding]:
    """DV241: as many names as the figure before the bracket says.

    The figure must stand in the same clause within a line's reach; "5/13 xã"
    counts the 5.  A list that ends in an ellipsis is open and is left alone.
    """
    for found in _BRACKETS.finditer(passage.text):
        listed = _NAMES.fullmatch(found["inner"].strip())
        if listed is None or "…" in found["inner"] or "..." in found["inner"]:
            continue
        counted = _figure_before(passage, found.start())
        names = [name for name in _CUT.split(listed["names"]) if name.strip()]
        if counted is None or len(names) == counted.mention.value:
            continue
        start, end = found.start("inner"), found.end("inner")
        yield rules()["DV241"].at(
            counted.span,
            passage.span(start, min(end, start + 150)),
            stated=counted.quantity,
            listed=len(names),
            difference=Decimal(len(names)) - counted.mention.value,
        )


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
