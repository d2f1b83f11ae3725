"""Whose figure it is: the body that does what is counted.

That is the body named before the figure in its sentence, where it is named as the
one who acts ("Công an huyện tổ chức 45 buổi") and not as the one to whom, with whom
or where ("tặng quà cho", "phối hợp với", "tại").  Where the sentence names none, the
office that answers for the indicator, the sentence before, the sentence a footnote
hangs on and the heading are asked in turn; at last it is the place the paper is about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Final

from attrs import define, field, frozen

from danvan.indicators import Indicator
from danvan.organizations import Branch, Organization, Organizations
from danvan.reading._organization_words import split_words
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_words import Phrase, PhraseMention, Phrases, cue, cue_codes, ends_with
from danvan.reading.organizations import OrganizationMention, find_organizations
from danvan.reports import Report

__all__ = ["Bodies", "OwnersAround"]

_AREA: Final = "area"
_GROUP: Final = "group"
_HEAD_WORDS: Final = 4
_JOINED: Final = frozenset({",", "và", ", các", "và các", ";", "; các", "hoặc", "-"})


@frozen
class Bodies:
    """The bodies of a tree as one paper speaks of them.

    Attributes:
        organizations: the tree.
        on: the day that counts.
        speaker: the body whose paper it is.
    """

    organizations: Organizations
    on: date
    speaker: Organization | None

    @classmethod
    def of(cls, report: Report, organizations: Organizations, on: date) -> Bodies:
        """The bodies of a tree for a report, whose letterhead says who speaks.

        Where it does not, the first root of the tree does.
        """
        head = report.letterhead.body if report.letterhead else ""
        for mention in find_organizations(head, organizations, on=on):
            if mention.best is not None and mention.best.is_open(on):
                return cls(organizations, on, mention.best)
        return cls(organizations, on, next(iter(organizations.roots(on)), None))

    @cached_property
    def area(self) -> Organization | None:
        """The place the paper is about, or the speaker where the tree does not have it."""
        return self.of_kind(_AREA)

    @cached_property
    def default(self) -> Organization | None:
        """Whose a figure is where nothing says: a Party body speaks for the whole place."""
        if self.speaker is not None and self.speaker.branch is Branch.PARTY:
            return self.area
        return self.speaker

    @cached_property
    def _own(self) -> dict[str, Organization]:
        found: dict[str, Organization] = {}
        for one in self.organizations:
            if self.speaker and one.place == self.speaker.place and one.is_open(self.on):
                kind = _AREA if one.branch is Branch.TERRITORY else one.kind
                found.setdefault(kind, one)
        return found

    def of_kind(self, kind: str) -> Organization | None:
        """The body of a kind at the place of the speaker; for ``"area"`` the place itself."""
        return self._own.get(kind, self.speaker if kind == _AREA else None)

    def named(self, text: str) -> tuple[OrganizationMention, ...]:
        """The bodies a text names."""
        speaker = self.speaker.code if self.speaker else ""
        return find_organizations(text, self.organizations, speaker=speaker, on=self.on)

    def meant(self, mention: OrganizationMention) -> Organization | None:
        """The body a mention means; one for all where it names a body of every place at once."""
        best = mention.best
        if best is None and mention.candidates:
            first = mention.candidates[0].organization
            kinds = {one.organization.kind for one in mention.candidates}
            if len(mention.candidates) == 1:
                best = first
            elif kinds == {first.kind}:
                over = self.organizations.parent(first, self.on)
                best = over if over and over.kind in {first.kind, _GROUP} else None
        if best is None or best.branch is Branch.TERRITORY or not best.is_open(self.on):
            return None
        return best

    def together(self, bodies: list[Organization]) -> Organization | None:
        """Of bodies that act as one, the one that stands over the others, else the place."""
        first, *others = bodies
        if all(self._is_under(one, first) for one in others):
            return first
        return self.area

    def _is_under(self, one: Organization, other: Organization) -> bool:
        if one == other:
            return True
        return one.kind != _GROUP and other in self.organizations.ancestors(one, self.on)


@frozen
class _Doer:
    """A body where it acts."""

    start: int
    end: int
    organization: Organization
    until: int
    """Where what it does ends: that of a body that is told to do it, with the clause."""


@define(eq=False)
class OwnersAround:
    """The bodies that act in a passage, and above it."""

    passage: Passage
    bodies: Bodies
    above: OwnersAround | None
    before: OwnersAround | None
    _doers: list[_Doer] = field(init=False)
    _named: list[tuple[int, Organization]] = field(init=False)
    _starts: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        named = self.bodies.named(self.passage.text)
        meant = [(mention, self.bodies.meant(mention)) for mention in named]
        self._named = [(mention.start, one) for mention, one in meant if one is not None]
        self._doers = list(self._acting(meant))
        self._starts = [doer.start for doer in self._doers]
        self._doers = sorted([*self._doers, *self._by_common_noun()], key=_start)
        self._starts = [doer.start for doer in self._doers]

    def owners_of(
        self, figure: Figure, indicator: Indicator
    ) -> tuple[tuple[Organization, ...], bool]:
        """The body whose figure it is, and whether its sentence says so.

        There are several where each of them has one alike ("mỗi đoàn thể 01 cuộc"), and
        none where the tree has no body to give it to.
        """
        sentence = self.passage.sentence_start(figure.start)
        office = self.bodies.of_kind(indicator.office) if indicator.office else None
        if office is not None and self._names(office, sentence, figure.start):
            return (office,), True
        if doers := self._doing(figure):
            if len(doers) > 1 and self._says_each(doers[-1].end, figure.start):
                return tuple(doer.organization for doer in doers), True
            one = self.bodies.together([doer.organization for doer in doers])
            return ((one,) if one else ()), True
        before = self._owner_before(figure.start)
        if office is not None and not (before and before.branch is office.branch is Branch.PARTY):
            return (office,), False
        owner = before or self.bodies.default
        return ((owner,) if owner else ()), False

    def branch_of(self, figure: Figure) -> str:
        """The branch of the body that acts, as far as the passage and what is above it say."""
        doers = self._doing(figure)
        owner = doers[-1].organization if doers else self._owner_before(figure.start)
        return owner.branch.value if owner else ""

    def _doing(self, figure: Figure) -> list[_Doer]:
        """The bodies that act as one before a figure in its sentence."""
        sentence = self.passage.sentence_start(figure.start)
        at = bisect_left(self._starts, figure.start) - 1
        while at >= 0 and self._starts[at] >= sentence:
            if self._doers[at].until > figure.start:
                return self._together(at, sentence)
            at -= 1
        return []

    def _names(self, office: Organization, start: int, end: int) -> bool:
        first = bisect_left(self._named, start, key=lambda one: one[0])
        last = bisect_left(self._named, end, lo=first, key=lambda one: one[0])
        return any(one == office for _, one in self._named[first:last])

    def _owner_before(self, offset: int) -> Organization | None:
        """The body that acts last before a place, in this passage or above it."""
        at = bisect_left(self._starts, offset) - 1
        while at >= 0 and self._doers[at].until <= offset:
            at -= 1
        if at >= 0:  # of a sentence that is over, its first doer is what it is about
            first = bisect_left(self._starts, self.passage.sentence_start(self._starts[at]))
            at = next(n for n in range(first, at + 1) if self._doers[n].until > offset)
            while at + 1 < len(self._doers) and self._are_joined(at) and self._starts[at + 1] < offset:
                at += 1
            together = self._together(at, self.passage.sentence_start(self._starts[at]))
            return self.bodies.together([doer.organization for doer in together])
        if self.above is not None and self.passage.anchor is not None:
            if self.before is not None:
                return self.before._owner_before(len(self.before.passage.text))
            return self.above._owner_before(self.passage.anchor[1])
        return self._heading

    @cached_property
    def _heading(self) -> Organization | None:
        for heading in self.passage.headings:
            for mention in self.bodies.named(heading):
                if (found := self.bodies.meant(mention)) is not None:
                    return found
            for _, kind in _common_nouns(heading):
                return self.bodies.of_kind(kind.partition(" ")[2])
        return None

    def _together(self, at: int, start: int) -> list[_Doer]:
        """The bodies that act as one with a body: those named in one list with it."""
        first = at
        while first > 0 and self._starts[first - 1] >= start and self._are_joined(first - 1):
            first -= 1
        return self._doers[first : at + 1]

    def _are_joined(self, at: int) -> bool:
        """Whether a body and the next one are named in one list."""
        between = self.passage.text[self._doers[at].end : self._doers[at + 1].start]
        return between.strip(" *") in _JOINED

    def _says_each(self, start: int, end: int) -> bool:
        first = bisect_left(self.passage.starts, start)
        last = bisect_left(self.passage.starts, end)
        each = cue("each")
        return any((word.key,) in each for word in self.passage.words[first:last])

    def _by_common_noun(self) -> Iterator[_Doer]:
        """The bodies that a common noun names at the head of a clause, or in a list of bodies."""
        text = self.passage.text
        for mention, kind in _common_nouns(text):
            where, _, kind = kind.partition(" ")
            body = self.bodies.of_kind(kind)
            if body is None:
                continue
            before = bisect_left(self._starts, mention.start) - 1
            end = self._doers[before].end if before >= 0 else 0
            is_listed = before >= 0 and text[end : mention.start].strip(" *") in _JOINED
            is_meant = where == "anywhere" and self._acts_until(mention.start, None)
            if is_listed or is_meant or self._is_head(mention.start):
                yield _Doer(mention.start, mention.end, body, len(text))

    def _is_head(self, start: int) -> bool:
        clause = self.passage.clause_start(start)
        return self.passage.words_between(clause, start) <= _HEAD_WORDS

    def _acting(
        self, named: list[tuple[OrganizationMention, Organization | None]]
    ) -> Iterator[_Doer]:
        last: tuple[int, bool] | None = None
        for mention, organization in named:
            until = self._acts_until(mention.start, last)
            last = mention.end, bool(until)
            if until and organization is not None:
                yield _Doer(mention.start, mention.end, organization, until)

    def _acts_until(self, start: int, last: tuple[int, bool] | None) -> int:
        """How far a body acts that is named at a place; 0 where it does not act.

        Named behind another in one list, it does as that does.
        """
        passage = self.passage
        bracket = passage.bracket_at(start)
        end = bracket[1] if bracket else len(passage.text)
        between = passage.text[last[0] : start].strip(" *") if last else ""
        if last is not None and between in _JOINED and (last[1] or ";" not in between):
            return end if last[1] else 0
        at = bisect_left(passage.starts, start)
        while count := ends_with(passage.words, at, cue("same doer")):
            at -= count
        behind = passage.words[at - 1].end if at else 0
        if at and passage.words[at - 1].text.isdecimal() and passage.text[behind:start].isspace():
            return 0  # "02 Đảng ủy xã": they are counted
        clause = bisect_left(passage.starts, passage.clause_start(start))
        if any(_begin(passage, clause, joint) for joint in cue("joint")) and clause + 1 < at:
            return 0
        if not at or any(sign in passage.text[behind:start] for sign in ".;:(,"):
            return end
        if ends_with(passage.words, at, cue("told")):
            ends = passage.clause_ends
            told = bisect_right(ends, start)
            return min(end, ends[told] if told < len(ends) else end)
        return 0 if ends_with(passage.words, at, cue("no doer")) else end


def _begin(passage: Passage, at: int, phrase: Phrase) -> bool:
    return tuple(word.key for word in passage.words[at : at + len(phrase)]) == phrase


def _start(doer: _Doer) -> int:
    return doer.start


def _common_nouns(text: str) -> Iterator[tuple[PhraseMention, str]]:
    known = cue_codes("body ")
    covered = 0
    found = Phrases(known).find(split_words(text))
    for mention in sorted(found, key=lambda one: (one.start, -one.end)):
        if mention.end > covered:
            covered = mention.end
            yield mention, known[mention.phrase]
