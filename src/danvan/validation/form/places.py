"""Names of places one letter or mark off the only near name of the tree (DV441)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final
from unicodedata import normalize

from danvan.findings import Finding, Span, rules
from danvan.organizations import Organizations
from danvan.organizations.organization import split_place
from danvan.reports import Report
from danvan.validation.form.near import one_apart
from danvan.vietnamese.letters import spelling_key

__all__ = ["check_place_names", "place_names"]

_UNIT: Final = re.compile(
    r"\b(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh|[Xx]ã|[Hh]uyện)(?=[ \u00a0])"
)
_WORD: Final = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_GAP: Final = re.compile(r"[ \u00a0]")
_LONGEST: Final = 4
"""More words than this no name of a place has that danvan reads."""


def place_names(
    organizations: Organizations, *, others: Iterable[str] = ()
) -> Callable[[Report], Iterator[Finding]]:
    """The check of :func:`check_place_names` for one tree, for ``checks=`` of ``check``.

    Args:
        organizations: the tree.
        others: further names that are right as they are.
    """
    known = _Known.of(organizations, others)

    def check(report: Report) -> Iterator[Finding]:
        return _slips(report, known)

    return check


def check_place_names(report: Report, organizations: Organizations) -> Iterator[Finding]:
    """DV441: a name behind "xã", "huyện" ... that is no name of the tree, but all but one.

    One letter or mark must make it the name of a single place, and that name must be in
    the paper at least as often.  What is wrong is a note, for it may be another place.
    """
    yield from _slips(report, _Known.of(organizations, ()))


class _Known:
    """The names of a tree, to be found by a name with a letter or mark more, less or other.

    Attributes:
        right: the names, and all that may stand as they are, by how they are spelled.
        near: the names by what is left of them without any one of their letters or marks.
    """

    def __init__(self, names: Iterable[str], others: Iterable[str]) -> None:
        self.right: dict[str, str] = {spelling_key(name): name for name in names}
        self.near: dict[str, set[str]] = {}
        for key in self.right:
            for shorter in _shorter(key):
                self.near.setdefault(shorter, set()).add(key)
        self.right.update((spelling_key(name), name) for name in others)

    @classmethod
    def of(cls, organizations: Organizations, others: Iterable[str]) -> _Known:
        places = {one.place for one in organizations if one.place}
        names = {split_place(place)[1] for place in places} - {""}
        short = {alias for one in organizations for alias in (one.name, *one.aliases)}
        return cls(sorted(names), (*others, *places, *short))

    def meant(self, key: str) -> str | None:
        """The only name that is one letter or mark off; ``None`` for a name that is known."""
        if key in self.right:
            return None
        near = {name for shorter in _shorter(key) for name in self.near.get(shorter, ())}
        close = [name for name in near if one_apart(name, key)]
        return self.right[close[0]] if len(close) == 1 else None


def _shorter(key: str) -> Iterator[str]:
    letters = normalize("NFD", key)
    yield letters
    for at in range(len(letters)):
        yield letters[:at] + letters[at + 1 :]


def _slips(report: Report, known: _Known) -> Iterator[Finding]:
    text = report.text
    written: dict[str, str | None] = {}
    found: list[tuple[int, int, str]] = []
    for unit in _UNIT.finditer(text):
        names = list(_names(text, unit.end() + 1))
        if any(spelling_key(text[start:end]) in known.right for start, end in names):
            continue
        for start, end in names:
            key = spelling_key(text[start:end])
            if key not in written:
                written[key] = known.meant(key)
            if meant := written[key]:
                found.append((start, end, meant))
                break
    slips = Counter(text[start:end] for start, end, _ in found)
    right = {meant: text.count(meant) for meant in {meant for _, _, meant in found}}
    for start, end, meant in found:
        name = text[start:end]
        if slips[name] <= right[meant]:
            yield rules()["DV441"].at(Span(start, end, report), written=name, right=meant)


def _names(text: str, start: int) -> Iterator[tuple[int, int]]:
    """The words with capitals that begin at a place, the longest row of them first."""
    ends: list[int] = []
    at = start
    while len(ends) < _LONGEST and (word := _NAME.match(text, at)) and word[0][0].isupper():
        ends.append(word.end())
        gap = _GAP.match(text, word.end())
        if gap is None:
            break
        at = gap.end()
    for end in reversed(ends):
        yield start, end


_NAME: Final = re.compile(_WORD)
