"""The words that speak of one figure alone: between it and its neighbours."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from danvan.reading.figure_passages import Figure
from danvan.reading.figure_words import cue

__all__ = ["own_segment"]

# No figure reaches farther than so many words behind its unit; a percentage, which what it
# is the share of follows, reaches to the end of its clause.
_BESIDE: Final = 9
_BESIDE_SHARE: Final = 30
_MOST_TOGETHER: Final = 4
_LONGEST: Final = 200
"""Words before a figure that are looked through; a segment that is longer is a list."""
_AND: Final = frozenset({",", "và", "", "/", "với", ", với", ", và"})
_COMMA: Final = re.compile(r"[,;(](?![0-9])")
_CLAUSE_END: Final = re.compile(r"[;.:](?![0-9])")
_SIGN: Final = re.compile(r"[,;:.(](?![0-9])")


def own_segment(figure: Figure) -> tuple[int, int]:
    """From where to where the words speak of one figure alone: between it and its neighbours.

    A segment ends at a clause, a bracket, a comma behind the unit, the words "trong
    đó", and the next figure.  Figures that only a comma or "và" parts go together with
    what is said before the first and behind the last of them: "xử lý 29 vụ, 39 đối
    tượng", "169 tập thể, 118 cá nhân đăng ký".
    """
    passage = figure.passage
    bracket = passage.bracket_at(figure.start)
    start = passage.clause_start(figure.start)
    if bracket:
        start = max(start, bracket[0] + 1)
    following = figure
    for earlier in reversed(passage.figures_before(figure.start, start, _MOST_TOGETHER)):
        if passage.text[earlier.end : following.start].strip() not in _AND:
            sign = _COMMA.search(passage.text, earlier.end, following.start)
            start = max(start, sign.start() if sign else earlier.mention.end)
            break
        following = earlier
    own = bisect_left(passage.starts, figure.start)
    first = max(bisect_left(passage.starts, start), own - _LONGEST)
    for at in range(own, first, -1):
        here = tuple(word.key for word in passage.words[max(first, at - 2) : at])
        if here in cue("breakdown") or here[-1:] in cue("breakdown"):
            start = passage.words[at - 1].end
            break
    return start, _segment_end(figure)


def _segment_end(figure: Figure) -> int:
    passage = figure.passage
    end = len(passage.text)
    for following in passage.figures_behind(figure.end, _MOST_TOGETHER):
        if passage.text[figure.end : following.start].strip() not in _AND:
            end = following.start
            break
        figure = following
    is_share = figure.unit == "%"  # what it is the share of follows, and what is said of that
    last = bisect_left(passage.starts, figure.end) + (_BESIDE_SHARE if is_share else _BESIDE)
    if last < len(passage.starts):
        end = min(end, passage.starts[last])
    sign = (_CLAUSE_END if is_share else _SIGN).search(passage.text, figure.end, end)
    return sign.start() if sign else end
