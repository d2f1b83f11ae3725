"""Take footnotes out of the text they interrupt, and heal the paragraphs they cut.

A page prints its footnotes at its foot, so that in the text of a paper they
stand in the middle of whatever sentence went over the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from attrs import define, evolve, field

from danvan.reading.lines import Line, Unit
from danvan.reading.looks import footnote_start, goes_on, is_heading, is_point, is_separator
from danvan.reports import Repair
from danvan.reports.inline import read_inline
from danvan.reports.numbering import ends_sentence, read_number

__all__ = ["Note", "Separated", "separate"]

_LONGEST_NOTE = 12
"""More paragraphs than this are no footnote any more."""


@define
class Note:
    """A footnote as it is found.

    Attributes:
        mark: its mark.
        skip: how many letters of its first line are the mark.
        units: its paragraphs as lines, the mark still in the first.
    """

    mark: str
    skip: int
    units: list[list[Line]]

    @property
    def is_open(self) -> bool:
        """Whether its last sentence has no end."""
        return not ends_sentence(self.units[-1][-1].text)


@define
class Separated:
    """The units of a text, those of its footnotes apart.

    Attributes:
        runs: the paragraphs of the body as lines, those that were cut joined.
        notes: the footnotes, in the order they stand in.
        repairs: what was joined.
    """

    runs: list[list[Line]] = field(factory=list)
    notes: list[Note] = field(factory=list)
    repairs: list[Repair] = field(factory=list)
    seen: set[str] = field(factory=set)

    def add(self, unit: Unit) -> None:
        """Put a unit behind the body, or behind the paragraph that goes on in it."""
        self.seen.update(_marks(unit))
        if self.last and goes_on(self.last, unit):
            self.repairs.append(Repair("joined", self.last.end, unit.start))
            self.runs[-1].extend(unit.lines)
        else:
            self.runs.append(list(unit.lines))

    @property
    def last(self) -> Unit | None:
        """The last paragraph of the body, its middle left out where it is long."""
        if not self.runs:
            return None
        rows = self.runs[-1]
        return Unit(tuple(rows if len(rows) <= 4 else (*rows[:2], *rows[-2:])))

    @property
    def body(self) -> list[Unit]:
        """The paragraphs of the body."""
        return [Unit(tuple(rows)) for rows in self.runs]


def separate(units: Sequence[Unit]) -> Separated:
    """Sort units into body and footnotes."""
    out = Separated()
    marks = [footnote_start(unit) for unit in units]
    again = _Counted(mark[0] for mark in marks if mark)
    at = 0
    while at < len(units):
        unit, start = units[at], marks[at]
        if start is None:
            if not is_separator(unit.text):
                out.add(unit)
            at += 1
            continue
        mark, skip = start
        if _is_continued(out, unit, mark, skip, again):
            _continue(out, unit, skip)
        else:
            out.notes.append(Note(mark, skip, [list(unit.lines)]))
        again.take(mark)
        at += 1
        more = _more(out, units, marks, at)
        out.notes[-1].units.extend(list(more_of.lines) for more_of in units[at : at + more])
        at += more
    return out


class _Counted:
    """How often each mark is still to come at the beginning of a footnote."""

    def __init__(self, marks: Iterable[str]) -> None:
        self.left: dict[str, int] = {}
        for mark in marks:
            self.left[mark] = self.left.get(mark, 0) + 1

    def take(self, mark: str) -> None:
        self.left[mark] -= 1

    def comes_again(self, mark: str) -> bool:
        return self.left[mark] > 1


def _is_continued(out: Separated, unit: Unit, mark: str, skip: int, again: _Counted) -> bool:
    """Whether a footnote is the rest of the one before, under a mark that is not its own.

    So it is printed where a footnote goes over the page: it begins in the middle
    of a sentence, and its mark comes again at the footnote it belongs to.
    """
    begins_small = unit.lines[0].text[skip : skip + 1].islower()
    return bool(out.notes and out.notes[-1].is_open and begins_small and again.comes_again(mark))


def _continue(out: Separated, unit: Unit, skip: int) -> None:
    first = unit.lines[0]
    rest = evolve(first, text=first.text[skip:], start=first.start + skip)
    out.repairs.append(Repair("mark misprinted", first.start, first.start + skip))
    out.notes[-1].units[-1].extend((rest, *unit.lines[1:]))


def _more(
    out: Separated, units: Sequence[Unit], marks: Sequence[tuple[str, int] | None], at: int
) -> int:
    """How many of the units behind a footnote are further paragraphs of it.

    Those set in are; so is what stands before the continuation of the paragraph
    that the page break cut, and what stands between two footnotes of one page.
    """
    if set_in := _set_in(out, units, marks, at):
        return set_in
    following = list(_until_mark(units, marks, at))
    if not following:
        return 0
    if out.last and _is_open(out.last, following[0]):
        for count, unit in enumerate(following):
            if unit.text[:1].islower():
                return count
    end = at + len(following)
    calls = any(mark for unit in following for mark in _marks(unit))
    between = end < len(units) and _is_known(marks[end], out.seen)
    return len(following) if between and not calls else 0


def _set_in(
    out: Separated, units: Sequence[Unit], marks: Sequence[tuple[str, int] | None], at: int
) -> int:
    if units[at - 1].lines[0].indent or (out.runs and out.runs[-1][0].indent):
        return 0
    end = at
    while end < len(units) and units[end].lines[0].indent > 1 and marks[end] is None:
        end += 1
    return end - at


def _until_mark(
    units: Sequence[Unit], marks: Sequence[tuple[str, int] | None], at: int
) -> Iterator[Unit]:
    """The next units up to a footnote, a heading or a numbered point; not too many."""
    for here in range(at, min(at + _LONGEST_NOTE, len(units))):
        after = units[here + 1] if here + 1 < len(units) else None
        unit = units[here]
        if marks[here] or read_number(unit.text) or is_heading(unit, after):
            return
        if is_point(unit.text) or is_separator(unit.text):
            return
        yield unit


def _is_known(start: tuple[str, int] | None, seen: set[str]) -> bool:
    return start is not None and start[0] in seen


def _is_open(unit: Unit, after: Unit) -> bool:
    return not ends_sentence(unit.text) and not is_heading(unit, after)


def _marks(unit: Unit) -> Iterator[str]:
    for line in unit.lines:
        paragraph, _ = read_inline(line.text, [(0, len(line.text))])
        yield from (mark for _, mark in paragraph.marks)
