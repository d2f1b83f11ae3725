"""The bodies and places that act in a passage, by the words around their names.

"Công an huyện tổ chức" acts; "cho Công an huyện", "phối hợp với Công an huyện" and "tại
xã Bản Bo" do not; "chỉ đạo Công an huyện tổ chức" acts as far as its clause goes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from attrs import define, field, frozen

from danvan.organizations import Organization
from danvan.reading.figure_bodies import Bodies
from danvan.reading.figure_passages import Passage
from danvan.reading.figure_words import (
    Phrase,
    PhraseMention,
    Phrases,
    cue,
    cue_codes,
    ends_with,
    words_of,
)
from danvan.reading.organizations import OrganizationMention

__all__ = ["Doer", "Doers", "common_nouns", "where_of"]

_HEAD_WORDS: Final = 4
_LISTED_WORDS: Final = 4
_JOINED: Final = frozenset({",", "và", ", các", "và các", ";", "; các", "hoặc", "-"})


@frozen
class Doer:
    """A body or a place where it acts.

    Attributes:
        start: where its name begins in the passage.
        end: where its name ends.
        organization: the body or place.
        until: where what it does ends: that of a body that is told to do it, with the clause.
    """

    start: int
    end: int
    organization: Organization
    until: int


@define(eq=False)
class Doers:
    """The bodies and places that act in a passage, and all that are named there.

    Attributes:
        passage: the passage.
        bodies: the bodies of the tree.
        doers: the bodies that act, from left to right.
        places: the places that do.
        starts: where the names of the doers begin.
    """

    passage: Passage
    bodies: Bodies
    doers: list[Doer] = field(init=False)
    places: list[Doer] = field(init=False)
    starts: list[int] = field(init=False)
    _named: list[tuple[int, Organization]] = field(init=False)
    _names_start: list[int] = field(init=False)
    _names_end: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        named = self.bodies.named(self.passage.text)
        meant = [(mention, self._meant(mention)) for mention in named]
        self._named = [(mention.start, one) for mention, one in meant if one is not None]
        self._names_start = [mention.start for mention in named]
        self._names_end = [mention.end for mention in named]
        self.places = list(self._acting([(one, self.bodies.place(one)) for one in named]))
        self.doers = list(self._acting(meant))
        self.starts = [doer.start for doer in self.doers]
        self.doers = sorted([*self.doers, *self._by_common_noun()], key=where_of)
        self.starts = [doer.start for doer in self.doers]

    def names(self, office: Organization, start: int, end: int) -> bool:
        """Whether a body is named between two places, whatever its part in the sentence."""
        first = bisect_left(self._named, start, key=lambda one: one[0])
        last = bisect_left(self._named, end, lo=first, key=lambda one: one[0])
        return any(one == office for _, one in self._named[first:last])

    def names_any(self, start: int, end: int) -> bool:
        """Whether any body or place is named between two places."""
        first = bisect_left(self._names_start, start)
        return first < len(self._names_start) and self._names_start[first] <= end

    def are_joined(self, doers: list[Doer], at: int) -> bool:
        """Whether one of some doers and the next are named in one list."""
        between = self.passage.text[doers[at].end : doers[at + 1].start]
        return between.strip(" *") in _JOINED

    def _meant(self, mention: OrganizationMention) -> Organization | None:
        """The body a mention means; "MTTQ huyện và các đoàn thể" is the group of them."""
        meant = self.bodies.meant(mention)
        at = bisect_left(self.passage.starts, mention.end)
        if meant is not None and any(_begin(self.passage, at, more) for more in cue("and others")):
            return self.bodies.group_of(meant) or meant
        return meant

    def says_each(self, start: int, end: int) -> bool:
        """Whether "mỗi" stands between two places."""
        first = bisect_left(self.passage.starts, start)
        last = bisect_left(self.passage.starts, end)
        each = cue("each")
        return any((word.key,) in each for word in self.passage.words[first:last])

    def _by_common_noun(self) -> Iterator[Doer]:
        """The bodies that a common noun names at the head of a clause, or in a list of bodies."""
        text = self.passage.text
        for mention, code in common_nouns(text):
            where, _, kind = code.partition(" ")
            body = self.bodies.of_kind(kind)
            if body is None:
                continue
            before = bisect_left(self.starts, mention.start) - 1
            end = self.doers[before].end if before >= 0 else 0
            is_listed = before >= 0 and text[end : mention.start].strip(" *") in _JOINED
            stands_out = where == "anywhere" or self._does(mention.end)
            stands_out = stands_out or self._is_head(mention.start)
            acts = stands_out and self._acts_until(mention.start, None) > 0
            if (is_listed or acts) and not self._is_in_name(mention.start):
                yield Doer(mention.start, mention.end, body, len(text))

    def _is_in_name(self, start: int) -> bool:
        at = bisect_right(self._names_start, start) - 1
        return at >= 0 and self._names_end[at] > start

    def _does(self, end: int) -> bool:
        """Whether a word follows that tells of a deed: "đã", "tổ chức"."""
        at = bisect_left(self.passage.starts, end)
        if (
            at == len(self.passage.starts)
            or not self.passage.text[end : self.passage.starts[at]].isspace()
        ):
            return False
        return any(_begin(self.passage, at, deed) for deed in cue("deed"))

    def _is_head(self, start: int) -> bool:
        clause = self.passage.clause_start(start)
        return self.passage.words_between(clause, start) <= _HEAD_WORDS

    def _acting(
        self, named: list[tuple[OrganizationMention, Organization | None]]
    ) -> Iterator[Doer]:
        last: tuple[int, bool] | None = None
        for mention, organization in named:
            until = self._acts_until(mention.start, last)
            last = mention.end, bool(until)
            if until and organization is not None:
                yield Doer(mention.start, mention.end, organization, until)

    def _acts_until(self, start: int, last: tuple[int, bool] | None) -> int:
        """How far a body acts that is named at a place; 0 where it does not act.

        Named behind another in one list, it does as that does.
        """
        passage = self.passage
        bracket = passage.bracket_at(start)
        end = bracket[1] if bracket else len(passage.text)
        clause = bisect_left(passage.starts, passage.clause_start(start))
        between = passage.text[last[0] : start].strip(" *") if last else ""
        if between == "," and any(_begin(passage, clause, lead) for lead in cue("lead in")):
            return end  # "Thực hiện Kế hoạch của Tỉnh ủy, UBND huyện ..."
        if last is not None and between in _JOINED and (last[1] or ";" not in between):
            return end if last[1] else 0
        at = bisect_left(passage.starts, start)
        while count := ends_with(passage.words, at, cue("same doer")):
            at -= count
        behind = passage.words[at - 1].end if at else 0
        if at and passage.words[at - 1].text.isdecimal() and passage.text[behind:start].isspace():
            return 0  # "02 Đảng ủy xã": they are counted
        signs = {sign for sign in ".;:(," if sign in passage.text[behind:start]}
        if not at or (signs and signs != {","}):
            return end
        if any(_begin(passage, clause, joint) for joint in cue("joint")) and clause + 1 < at:
            return 0
        told = ends_with(passage.words, at, cue("told"))
        if signs:  # behind a comma: "chỉ đạo các ngành, Mặt trận Tổ quốc"
            told = any(
                ends_with(passage.words, back, cue("told"))
                for back in range(max(clause, at - _LISTED_WORDS), at)
            )
            if not told:
                return end
        if told:
            ends = passage.clause_ends
            next_end = bisect_right(ends, start)
            return min(end, ends[next_end] if next_end < len(ends) else end)
        return 0 if ends_with(passage.words, at, cue("no doer")) else end


def _begin(passage: Passage, at: int, phrase: Phrase) -> bool:
    return tuple(word.key for word in passage.words[at : at + len(phrase)]) == phrase


def where_of(doer: Doer) -> int:
    """Where a doer is named; what lists of them are sorted by."""
    return doer.start


@cache
def _known_nouns() -> tuple[Phrases, Mapping[Phrase, str]]:
    known = cue_codes("body ")
    return Phrases(known), known


def common_nouns(text: str) -> Iterator[tuple[PhraseMention, str]]:
    """The common nouns that mean a body, each with how it may stand and the kind of the body."""
    phrases, known = _known_nouns()
    covered = 0
    for mention in sorted(phrases.find(words_of(text)), key=lambda one: (one.start, -one.end)):
        if mention.end > covered:
            covered = mention.end
            yield mention, known[mention.phrase]
