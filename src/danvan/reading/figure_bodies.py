"""The bodies of a tree as one paper speaks of them: who speaks, and what "huyện" is."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from functools import cached_property
from typing import Final

from attrs import frozen

from danvan.organizations import Branch, Organization, Organizations
from danvan.reading.figure_words import cue, ends_with, words_of
from danvan.reading.organizations import OrganizationMention, find_organizations
from danvan.reports import Report

__all__ = ["AREA", "Bodies"]

AREA: Final = "area"
_GROUP: Final = "group"


@frozen
class Bodies:
    """The bodies of a tree as one paper speaks of them.

    Attributes:
        organizations: the tree.
        on: the day that counts.
        speaker: the body whose paper it is.
        title: the title of the paper.
    """

    organizations: Organizations
    on: date
    speaker: Organization | None
    title: str = ""

    @classmethod
    def of(cls, report: Report, organizations: Organizations, on: date) -> Bodies:
        """The bodies of a tree for a report, whose letterhead says who speaks.

        Where it does not, the first root of the tree does.
        """
        if not len(organizations):
            return cls(organizations, on, None)
        head = report.letterhead.body if report.letterhead else ""
        for mention in find_organizations(head, organizations, on=on):
            if mention.best is not None and mention.best.is_open(on):
                return cls(organizations, on, mention.best, report.title)
        root = next(iter(organizations.roots(on)), None)
        return cls(organizations, on, root, report.title)

    @cached_property
    def area(self) -> Organization | None:
        """The place the paper is about, or the speaker where the tree does not have it."""
        return self.of_kind(AREA)

    @cached_property
    def default(self) -> Organization | None:
        """Whose a figure is where nothing says.

        That is the body whose work the title names; else the speaker, but a Party body
        speaks for the whole place.
        """
        words = words_of(self.title)
        for mention in self.named(self.title):
            at = bisect_left([word.start for word in words], mention.start)
            if ends_with(words, at, cue("work of")):
                return self.meant(mention)
        if self.speaker is not None and self.speaker.branch is Branch.PARTY:
            return self.area
        return self.speaker

    @cached_property
    def _own(self) -> dict[str, Organization]:
        found: dict[str, Organization] = {}
        for one in self.organizations:
            if self.speaker and one.place == self.speaker.place and one.is_open(self.on):
                kind = AREA if one.branch is Branch.TERRITORY else one.kind
                found.setdefault(kind, one)
        return found

    def of_kind(self, kind: str) -> Organization | None:
        """The body of a kind at the place of the speaker; for ``"area"`` the place itself."""
        return self._own.get(kind, self.speaker if kind == AREA else None)

    def named(self, text: str) -> tuple[OrganizationMention, ...]:
        """The bodies a text names."""
        if self.speaker is None:
            return ()
        speaker = self.speaker.code
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

    def place(self, mention: OrganizationMention) -> Organization | None:
        """The place a mention means, other than the one the paper is about."""
        best = mention.best
        is_place = best is not None and best.branch is Branch.TERRITORY and best.is_open(self.on)
        return best if is_place and best != self.area else None

    @cached_property
    def _at_places(self) -> dict[tuple[str, str], Organization]:
        open_now = [one for one in self.organizations if one.is_open(self.on)]
        return {(one.kind, one.place): one for one in reversed(open_now)}

    def at_place(self, body: Organization | None, place: Organization) -> Organization:
        """The body of a place that is of the kind of another, or in its group; else the place."""
        if body is None or body.branch is Branch.TERRITORY:
            return place
        if body.kind != _GROUP:
            return self._at_places.get((body.kind, place.place), place)
        members = self.organizations.children(body, self.on)
        return next((one for one in members if one.place == place.place), place)

    def group_of(self, body: Organization) -> Organization | None:
        """The group a body belongs to, such as the Front and the mass organizations."""
        parent = self.organizations.parent(body, self.on)
        return parent if parent is not None and parent.kind == _GROUP else None

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
