"""Whose figure it is: the body that does what is counted.

That is the body named before the figure in its sentence, where it is named as the
one who acts ("Công an huyện tổ chức 45 buổi") and not as the one to whom, with whom
or where ("tặng quà cho", "phối hợp với", "tại").  Where the sentence names none, the
office that answers for the indicator, the sentence before, the sentence a footnote
hangs on and the heading are asked in turn; at last it is the place the paper is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from itertools import islice
from typing import Final

from attrs import define, field, frozen

from danvan.indicators import Indicator
from danvan.organizations import Branch, Organization
from danvan.reading.figure_bodies import Bodies
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_segments import own_segment
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

__all__ = ["OwnersAround"]

_HEAD_WORDS: Final = 4
_LISTED_WORDS: Final = 4
# So many words at most stand between a place and its figure: "xã Bản Bo tổ chức được 12 buổi".
_PLACE_WORDS: Final = 6
# What an item of a list begins behind; a comma only behind a number, as in "Bản Bo 02, ...".
_OPENS_ITEM: Final = re.compile(r"[:;(]|(?<=[0-9]),(?![0-9])")
# No sentence of an office names more bodies that act.
_MOST_DOERS: Final = 40
_JOINED: Final = frozenset({",", "và", ", các", "và các", ";", "; các", "hoặc", "-"})


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
    label: Organization | None = field(init=False)
    """The body whose name, as a line of its own or before a colon, stands over the passage."""
    is_over_all: bool = field(init=False)
    """Whether that name is a line of its own, and so stands over all that follows."""
    _doers: list[_Doer] = field(init=False)
    _named: list[tuple[int, Organization]] = field(init=False)
    _starts: list[int] = field(init=False)
    _places: list[_Doer] = field(init=False)
    _names_start: list[int] = field(init=False)
    _names_end: list[int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        named = self.bodies.named(self.passage.text)
        meant = [(mention, self._meant(mention)) for mention in named]
        self._named = [(mention.start, one) for mention, one in meant if one is not None]
        self._names_start = [mention.start for mention in named]
        self._names_end = [mention.end for mention in named]
        self._places = list(self._acting([(one, self.bodies.place(one)) for one in named]))
        self._doers = list(self._acting(meant))
        self._starts = [doer.start for doer in self._doers]
        self._doers = sorted([*self._doers, *self._by_common_noun()], key=_start)
        self._starts = [doer.start for doer in self._doers]
        self.label, self.is_over_all = self._own_label() or self._label_above()

    def _own_label(self) -> tuple[Organization, bool] | None:
        """The body a paragraph begins with as a label, and whether that is all it says.

        "* Hội Nông dân huyện" alone stands over all that follows, "Hội Nông dân huyện:
        ..." over the items of a list behind it.
        """
        if not self._doers or self.passage.words_between(0, self._starts[0]):
            return None
        following = self.passage.text[self._doers[0].end :].strip(" *")
        if following[:1] not in {":", ""}:
            return None
        return self._doers[0].organization, not following.strip(": ")

    def _label_above(self) -> tuple[Organization | None, bool]:
        before = self.before
        if before is None or not (before.is_over_all or self.passage.is_item):
            return None, False
        return before.label, before.is_over_all

    def _meant(self, mention: OrganizationMention) -> Organization | None:
        """The body a mention means; "MTTQ huyện và các đoàn thể" is the group of them."""
        meant = self.bodies.meant(mention)
        at = bisect_left(self.passage.starts, mention.end)
        if meant is not None and any(_begin(self.passage, at, more) for more in cue("and others")):
            return self.bodies.group_of(meant) or meant
        return meant

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
        if places := self._places_of(figure):
            return places, True
        if doers := self._doing(figure.start):
            if len(doers) > 1 and self._says_each(doers[-1].end, figure.start):
                return tuple(doer.organization for doer in doers), True
            one = self.bodies.together([doer.organization for doer in doers])
            return ((one,) if one else ()), True
        owner = self.owner_in_passage(figure.start)
        if office is not None and (owner is None or office.branch is Branch.TERRITORY):
            heading = self.label or self._heading
            is_party = office.branch is Branch.PARTY
            owner = heading if heading and is_party and heading.branch is office.branch else office
        owner = owner or self._owner_before(figure.start) or self.bodies.default
        return ((owner,) if owner else ()), False

    def _places_before(self, figure: Figure) -> tuple[Organization, ...]:
        """The place that an item of a list begins with: "MTTQ cấp xã: Bản Bo 12 buổi, ...".

        Several where they have one alike each: "Bản Bo, Bình Lư mỗi xã 02 cuộc".
        """
        passage = self.passage
        last = bisect_left(self._places, figure.start, key=_start) - 1
        first = last
        while first > 0 and first > last - _MOST_DOERS and self._joined(self._places, first - 1):
            first -= 1
        if last < 0 or self._places[last].until < figure.start:
            return ()
        start, _ = own_segment(figure)
        begin = self._places[first].start
        signs = [sign.end() for sign in _OPENS_ITEM.finditer(passage.text, start, begin)]
        between = passage.words_between(self._places[last].end, figure.start)
        heads = begin >= start and not passage.words_between(max([start, *signs]), begin)
        if not heads or between > _PLACE_WORDS:
            return ()
        places = self._places[first : last + 1]
        if len(places) > 1 and not self._says_each(places[-1].end, figure.start):
            return ()
        doers = self._doing(begin)
        acting = self.bodies.together([doer.organization for doer in doers]) if doers else None
        return tuple(self.bodies.at_place(acting, place.organization) for place in places)

    @cached_property
    def _placed(self) -> dict[int, tuple[Organization, ...]]:
        """The places of the figures that are of some; a figure goes on with the one before."""
        found: dict[int, tuple[Organization, ...]] = {}
        if not self._places:
            return found
        for figure in self.passage.figures:
            before = self._item_before(figure)
            places = self._places_before(figure) if before is None else found.get(before.start)
            if places:
                found[figure.start] = places
        return found

    def _places_of(self, figure: Figure) -> tuple[Organization, ...]:
        return self._placed.get(figure.start, ())

    def _item_before(self, figure: Figure) -> Figure | None:
        """The figure before it in its clause, where neither body nor place stands between."""
        start = self.passage.clause_start(figure.start)
        earlier = self.passage.figures_before(figure.start, start, 1)
        if not earlier or self.passage.bracket_at(earlier[0].start) != self.passage.bracket_at(
            figure.start
        ):
            return None
        named = bisect_left(self._names_start, earlier[0].end)
        between = self._names_start[named : named + 1]
        return earlier[0] if not between or between[0] > figure.start else None

    def branch_of(self, figure: Figure) -> str:
        """The branch of the body that acts, as far as the passage and what is above it say."""
        if places := self._places_of(figure):
            return places[0].branch.value
        doers = self._doing(figure.start)
        owner = doers[-1].organization if doers else self._owner_before(figure.start)
        owner = owner or self.bodies.default
        return owner.branch.value if owner else ""

    def _doing(self, offset: int) -> list[_Doer]:
        """The bodies that act as one before a place in its sentence."""
        sentence = self.passage.sentence_start(max(offset - 1, 0))
        last = bisect_left(self._starts, offset) - 1
        for at in range(last, max(-1, last - _MOST_DOERS), -1):
            if self._starts[at] < sentence:
                break
            if self._doers[at].until >= offset:
                return self._together(at, sentence)
        return []

    def _names(self, office: Organization, start: int, end: int) -> bool:
        first = bisect_left(self._named, start, key=lambda one: one[0])
        last = bisect_left(self._named, end, lo=first, key=lambda one: one[0])
        return any(one == office for _, one in self._named[first:last])

    def owner_at(self, offset: int) -> Organization | None:
        """The body that acts at a place a footnote hangs on: the first of its clause."""
        first = bisect_left(self._starts, self.passage.clause_start(max(offset - 1, 0)))
        for at in range(first, bisect_left(self._starts, offset)):
            if self._doers[at].until >= offset:
                return self._all_from(at, offset)
        return self._owner_before(offset)

    def _all_from(self, at: int, end: int) -> Organization | None:
        """A body and those named in one list behind it, as one."""
        last, most = at, min(len(self._doers) - 1, at + _MOST_DOERS)
        while last < most and self._starts[last + 1] < end and self._are_joined(last):
            last += 1
        return self.bodies.together([doer.organization for doer in self._doers[at : last + 1]])

    def _owner_before(self, offset: int) -> Organization | None:
        """The body that acts last before a place, in this passage or above it."""
        owner = self.owner_in_passage(offset)
        if owner is None and self.above is not None and self.passage.anchor is not None:
            owner = self.above.owner_at(self.passage.anchor[1])
        return owner or self.label or self._heading

    def owner_in_passage(self, offset: int) -> Organization | None:
        """The body that acts last before a place in this passage, or in its footnote."""
        last = bisect_left(self._starts, offset) - 1
        for at in range(last, max(-1, last - _MOST_DOERS), -1):
            if self._doers[at].until <= offset:
                continue
            # of a sentence that is over, the first that acts is what it is about
            sentence = self.passage.sentence_start(self._starts[at])
            first = max(bisect_left(self._starts, sentence), at - _MOST_DOERS)
            acting = (n for n in range(first, at + 1) if self._doers[n].until > offset)
            return self._all_from(next(islice(acting, 1)), offset)
        if self.before is not None and self.passage.anchor is not None:
            return self.before.owner_in_passage(len(self.before.passage.text))
        return None

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
        first, least = at, max(0, at - _MOST_DOERS)
        while first > least and self._starts[first - 1] >= start and self._are_joined(first - 1):
            first -= 1
        return self._doers[first : at + 1]

    def _are_joined(self, at: int) -> bool:
        """Whether a body and the next one are named in one list."""
        return self._joined(self._doers, at)

    def _joined(self, doers: list[_Doer], at: int) -> bool:
        between = self.passage.text[doers[at].end : doers[at + 1].start]
        return between.strip(" *") in _JOINED

    def _says_each(self, start: int, end: int) -> bool:
        first = bisect_left(self.passage.starts, start)
        last = bisect_left(self.passage.starts, end)
        each = cue("each")
        return any((word.key,) in each for word in self.passage.words[first:last])

    def _by_common_noun(self) -> Iterator[_Doer]:
        """The bodies that a common noun names at the head of a clause, or in a list of bodies."""
        text = self.passage.text
        for mention, code in _common_nouns(text):
            where, _, kind = code.partition(" ")
            body = self.bodies.of_kind(kind)
            if body is None:
                continue
            before = bisect_left(self._starts, mention.start) - 1
            end = self._doers[before].end if before >= 0 else 0
            is_listed = before >= 0 and text[end : mention.start].strip(" *") in _JOINED
            stands_out = where == "anywhere" or self._does(mention.end)
            stands_out = stands_out or self._is_head(mention.start)
            acts = stands_out and self._acts_until(mention.start, None) > 0
            if (is_listed or acts) and not self._is_in_name(mention.start):
                yield _Doer(mention.start, mention.end, body, len(text))

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


def _start(doer: _Doer) -> int:
    return doer.start


@cache
def _known_nouns() -> tuple[Phrases, Mapping[Phrase, str]]:
    known = cue_codes("body ")
    return Phrases(known), known


def _common_nouns(text: str) -> Iterator[tuple[PhraseMention, str]]:
    phrases, known = _known_nouns()
    covered = 0
    for mention in sorted(phrases.find(words_of(text)), key=lambda one: (one.start, -one.end)):
        if mention.end > covered:
            covered = mention.end
            yield mention, known[mention.phrase]
