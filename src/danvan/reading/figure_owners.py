"""Whose figure it is: the body that does what is counted.

That is the body named before the figure in its sentence, where it is named as the
one who acts ("Công an huyện tổ chức 45 buổi") and not as the one to whom, with whom
or where ("tặng quà cho", "phối hợp với", "tại").  Where the sentence names none, the
office that answers for the indicator, the sentence before, the sentence a footnote
hangs on and the heading are asked in turn; at last it is the place the paper is about.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import islice
from typing import Final

from attrs import define, field

from danvan.indicators import Indicator
from danvan.organizations import Branch, Organization
from danvan.reading.figure_bodies import Bodies
from danvan.reading.figure_doers import Doer, Doers, common_nouns, where_of
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_segments import own_segment

__all__ = ["OwnersAround"]

# So many words at most stand between a place and its figure: "xã Bản Bo tổ chức được 12 buổi".
_PLACE_WORDS: Final = 6
# What an item of a list begins behind; a comma only behind a number, as in "Bản Bo 02, ...".
_OPENS_ITEM: Final = re.compile(r"[:;(]|(?<=[0-9]),(?![0-9])")
# No sentence of an office names more bodies that act.
_MOST_DOERS: Final = 40


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
    at_end: Organization | None = field(init=False)
    """The body that acts last in the passage, or before it in the same footnote."""
    _found: Doers = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._found = Doers(self.passage, self.bodies)
        self.label, self.is_over_all = self._own_label() or self._label_above()
        self.at_end = self._owner_in_passage(len(self.passage.text))

    def _own_label(self) -> tuple[Organization, bool] | None:
        """The body a paragraph begins with as a label, and whether that is all it says.

        "* Hội Nông dân huyện" alone stands over all that follows, "Hội Nông dân huyện:
        ..." over the items of a list behind it.
        """
        if not self._found.doers or self.passage.words_between(0, self._found.starts[0]):
            return None
        following = self.passage.text[self._found.doers[0].end :].strip(" *")
        if following[:1] not in {":", ""}:
            return None
        return self._found.doers[0].organization, not following.strip(": ")

    def _label_above(self) -> tuple[Organization | None, bool]:
        before = self.before
        if before is None or not (before.is_over_all or self.passage.is_item):
            return None, False
        return before.label, before.is_over_all

    def owners_of(
        self, figure: Figure, indicator: Indicator
    ) -> tuple[tuple[Organization, ...], bool]:
        """The body whose figure it is, and whether its sentence says so.

        There are several where each of them has one alike ("mỗi đoàn thể 01 cuộc"), and
        none where the tree has no body to give it to.
        """
        sentence = self.passage.sentence_start(figure.start)
        office = self.bodies.of_kind(indicator.office) if indicator.office else None
        if office is not None and self._found.names(office, sentence, figure.start):
            return (office,), True
        if places := self._places_of(figure):
            return places, True
        if doers := self._doing(figure.start):
            if len(doers) > 1 and self._found.says_each(doers[-1].end, figure.start):
                return tuple(doer.organization for doer in doers), True
            one = self.bodies.together([doer.organization for doer in doers])
            return ((one,) if one else ()), True
        owner = self._owner_in_passage(figure.start)
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
        last = bisect_left(self._found.places, figure.start, key=where_of) - 1
        first = last
        while (
            first > 0
            and first > last - _MOST_DOERS
            and self._found.are_joined(self._found.places, first - 1)
        ):
            first -= 1
        if last < 0 or self._found.places[last].until < figure.start:
            return ()
        start, _ = own_segment(figure)
        begin = self._found.places[first].start
        signs = [sign.end() for sign in _OPENS_ITEM.finditer(passage.text, start, begin)]
        between = passage.words_between(self._found.places[last].end, figure.start)
        heads = begin >= start and not passage.words_between(max([start, *signs]), begin)
        if not heads or between > _PLACE_WORDS:
            return ()
        places = self._found.places[first : last + 1]
        if len(places) > 1 and not self._found.says_each(places[-1].end, figure.start):
            return ()
        doers = self._doing(begin)
        acting = self.bodies.together([doer.organization for doer in doers]) if doers else None
        return tuple(self.bodies.at_place(acting, place.organization) for place in places)

    @cached_property
    def _placed(self) -> dict[int, tuple[Organization, ...]]:
        """The places of the figures that are of some; a figure goes on with the one before."""
        found: dict[int, tuple[Organization, ...]] = {}
        if not self._found.places:
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
        is_named = self._found.names_any(earlier[0].end, figure.start)
        return None if is_named else earlier[0]

    def branch_of(self, figure: Figure) -> str:
        """The branch of the body that acts, as far as the passage and what is above it say."""
        if places := self._places_of(figure):
            return places[0].branch.value
        doers = self._doing(figure.start)
        owner = doers[-1].organization if doers else self._owner_before(figure.start)
        owner = owner or self.bodies.default
        return owner.branch.value if owner else ""

    def _doing(self, offset: int) -> list[Doer]:
        """The bodies that act as one before a place in its sentence."""
        sentence = self.passage.sentence_start(max(offset - 1, 0))
        last = bisect_left(self._found.starts, offset) - 1
        for at in range(last, max(-1, last - _MOST_DOERS), -1):
            if self._found.starts[at] < sentence:
                break
            if self._found.doers[at].until >= offset:
                return self._together(at, sentence)
        return []

    def owner_at(self, offset: int) -> Organization | None:
        """The body that acts at a place a footnote hangs on: the first of its clause."""
        first = bisect_left(self._found.starts, self.passage.clause_start(max(offset - 1, 0)))
        for at in range(first, bisect_left(self._found.starts, offset)):
            if self._found.doers[at].until >= offset:
                return self._all_from(at, offset)
        return self._owner_before(offset)

    def _all_from(self, at: int, end: int) -> Organization | None:
        """A body and those named in one list behind it, as one."""
        last, most = at, min(len(self._found.doers) - 1, at + _MOST_DOERS)
        while (
            last < most
            and self._found.starts[last + 1] < end
            and self._found.are_joined(self._found.doers, last)
        ):
            last += 1
        return self.bodies.together(
            [doer.organization for doer in self._found.doers[at : last + 1]]
        )

    def _owner_before(self, offset: int) -> Organization | None:
        """The body that acts last before a place, in this passage or above it."""
        owner = self._owner_in_passage(offset)
        if owner is None and self.above is not None and self.passage.anchor is not None:
            owner = self.above.owner_at(self.passage.anchor[1])
        return owner or self.label or self._heading

    def _owner_in_passage(self, offset: int) -> Organization | None:
        """The body that acts last before a place in this passage, or in its footnote."""
        last = bisect_left(self._found.starts, offset) - 1
        for at in range(last, max(-1, last - _MOST_DOERS), -1):
            if self._found.doers[at].until <= offset:
                continue
            # of a sentence that is over, the first that acts is what it is about
            sentence = self.passage.sentence_start(self._found.starts[at])
            first = max(bisect_left(self._found.starts, sentence), at - _MOST_DOERS)
            acting = (n for n in range(first, at + 1) if self._found.doers[n].until > offset)
            return self._all_from(next(islice(acting, 1)), offset)
        goes_on = self.passage.anchor is not None and not self.passage.is_item
        return self.before.at_end if self.before is not None and goes_on else None

    @cached_property
    def _heading(self) -> Organization | None:
        for heading in self.passage.headings:
            for mention in self.bodies.named(heading):
                if (found := self.bodies.meant(mention)) is not None:
                    return found
            for _, kind in common_nouns(heading):
                return self.bodies.of_kind(kind.partition(" ")[2])
        return None

    def _together(self, at: int, start: int) -> list[Doer]:
        """The bodies that act as one with a body: those named in one list with it."""
        first, least = at, max(0, at - _MOST_DOERS)
        while (
            first > least
            and self._found.starts[first - 1] >= start
            and self._found.are_joined(self._found.doers, first - 1)
        ):
            first -= 1
        return self._found.doers[first : at + 1]
