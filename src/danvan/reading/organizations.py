"""Finding the organizations a text names.

Papers seldom give a full name: "Hội LHPN huyện", "MTTQ xã Tả Lèng", "Chủ tịch
UBND cấp xã", "BTV Huyện ủy".  What they mean depends on who speaks: in a
district's report "huyện" is its own.  So each mention keeps its candidates with
a score and a reason, and names the best only where it leads clearly.

>>> from danvan.organizations import Organizations
>>> tree = Organizations.shipped("tam_duong")
>>> text = "Hội LHPN huyện và MTTQ xã Tả Lèng báo cáo UBND tỉnh."
>>> for mention in find_organizations(text, tree):
...     print(mention.text, "->", mention.best and mention.best.full_name)
Hội LHPN huyện -> Hội Liên hiệp Phụ nữ huyện Tam Đường
MTTQ xã Tả Lèng -> Ủy ban Mặt trận Tổ quốc Việt Nam xã Tả Lèng
UBND tỉnh -> None
>>> mention.reason
'UBND: the tree has none at the level of tỉnh'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import evolve, field, frozen

from danvan import _fields
from danvan.organizations import Organization, Organizations
from danvan.reading._organization_choice import (
    Candidate,
    Scope,
    Where,
    choose,
    choose_place,
    where_at,
)
from danvan.reading._organization_index import Index, Name, Scorer, index_of
from danvan.reading._organization_words import Word, split_words
from danvan.vietnamese.cleaning import Cleaned, clean

__all__ = ["Candidate", "OrganizationMention", "Scorer", "find_organizations"]

# A candidate is accepted from this score on, and only when it leads by the margin.
_ACCEPTED = 0.75
_MARGIN = 0.1


@frozen
class OrganizationMention:
    """A place in a text where an organization, a post of it, or a place is named.

    Attributes:
        start: the code point it begins at, counted from 0 in the text.
        end: the code point after its last.
        text: the words themselves, as they stand in the text.
        candidates: what it may mean, the likeliest first.
        post: the post that is named, "Chủ tịch", or "".
        reason: why there is no clear answer, or "".
        margin: how far the best must lead the next.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    text: str = field(validator=_fields.instance(str))
    candidates: tuple[Candidate, ...] = field(default=(), validator=_fields.tuple_of(Candidate))
    post: str = ""
    reason: str = ""
    margin: float = _MARGIN

    @property
    def best(self) -> Organization | None:
        """The organization meant, or ``None`` where none leads by the margin."""
        first = next(iter(self.candidates), None)
        if first is None or first.score < _ACCEPTED:
            return None
        behind = max((one.score for one in self.candidates[1:]), default=first.score - self.margin)
        # Scores have two decimals, and their difference is compared so.
        return first.organization if round(first.score - behind, 4) >= self.margin else None


def find_organizations(
    text: str,
    organizations: Organizations,
    *,
    speaker: str = "",
    on: date | None = None,
    margin: float = _MARGIN,
    scorer: Scorer | None = None,
) -> tuple[OrganizationMention, ...]:
    """Find the bodies, posts and places a text names, in order and without overlap.

    Both tone styles, missing marks, slips of a scanner and lines wrapped within a name
    are read; a name within the symbol of a paper (41/KH-UBND) is none.

    Args:
        text: the text of a paper, as it is.
        organizations: the tree in which to look for what is meant.
        speaker: the code of the organization whose paper it is; the root of the tree
            where it is not given.  "huyện" is the speaker's own.
        on: only organizations open on this day are meant.
        margin: how far the best candidate must lead the next to be named.
        scorer: how alike two misspelled names of places are, from 0 to 1, both in small
            letters without marks; difflib where none is given, and
            :func:`danvan.integrations.fuzzy.compare_letters` by rapidfuzz, faster in a
            large tree.  What is accepted does not depend on it: a name that is only
            alike is named where it is nearly the same, and leads by the margin.

    Raises:
        UnknownCodeError: the speaker is not in the tree.
    """
    cleaned = clean(text)
    scan = _Scan(index_of(organizations, speaker, on, scorer), cleaned, margin)
    return tuple(scan.mentions())


class _Scan:
    """One walk over the words of a text."""

    def __init__(self, index: Index, cleaned: Cleaned, margin: float) -> None:
        self.index = index
        self.cleaned = cleaned
        self.margin = margin
        self.words: list[Word] = split_words(cleaned.text)
        # The name a list of places goes on with, and the word after its last place.
        self.listed: tuple[tuple[Name, float] | None, int] = (None, -1)

    def mentions(self) -> Iterator[OrganizationMention]:
        at = 0
        while at < len(self.words):
            found = self._body_at(at) or self._place_at(at)
            if found is None:
                at += 1
            else:
                mention, at = found
                yield mention

    def _body_at(self, at: int) -> tuple[OrganizationMention, int] | None:
        for post, shared, end in self.index.posts_at(self.words, at):
            called = self._name_at(end, titled=True)
            if called is not None and called[0].words[: len(shared)] == shared:
                return self._mention(at, called, post)
        called = self._name_at(at, titled=self._is_signed_for(at))
        return None if called is None else self._mention(at, called, "")

    def _name_at(self, at: int, *, titled: bool) -> tuple[Name, float, int, Where] | None:
        """The longest name that may be meant here, with the place phrase after it."""
        if at >= len(self.words) or not self._stands_free(at):
            return None
        for name, sure, end in self.index.names_at(self.words, at):
            where = where_at(self.index, self.words, end)
            if self._stands_free(end - 1, after=True) and self._is_meant(
                name, sure, self.words[at:end], where, titled=titled
            ):
                return name, sure, end, where
        return None

    def _is_meant(
        self, name: Name, sure: float, written: list[Word], where: Where, *, titled: bool
    ) -> bool:
        """Whether the words are a name here, and not words of the language."""
        placed = where.scope is not Scope.NOTHING
        small = written[0].text[0].islower()
        if name.is_common:
            return (placed or titled) and (titled or not small) and sure == 1
        if sure < 1 and small:
            return False
        if len(name.words) < 3 and sure < 0.9:
            return placed
        short = any(word.text.isupper() and len(word.text) > 1 for word in written)
        return placed or titled or short or not small or len(name.words) > 2

    def _mention(
        self, at: int, called: tuple[Name, float, int, Where], post: str
    ) -> tuple[OrganizationMention, int]:
        name, sure, name_end, where = called
        counted = self._is_counted(at)
        candidates, reason = choose(self.index, name, sure, where, counted=counted)
        end = max(name_end, where.end)
        self.listed = ((name, sure), end) if where.scope is Scope.PLACE else (None, -1)
        return self._made(at, end, candidates, reason, post), end

    def _place_at(self, at: int) -> tuple[OrganizationMention, int] | None:
        name, last = self.listed
        goes_on = at > 1 and last == at - 1 and self.words[at - 1].key in {",", "và", "xã"}
        where = None
        if self.index.unit_at(self.words, at) is not None:
            where = where_at(self.index, self.words, at)
        if where is None or where.scope not in {Scope.PLACE, Scope.OUTSIDE}:
            found, end = self.index.places_at(self.words, at, lenient=goes_on)
            found = [one for one in found if one[1] >= 0.85]
            if not found or not self.words[at].is_name_like:
                return None
            where = Where(Scope.PLACE, end, places=tuple(found))
        if goes_on and name is not None and where.scope is Scope.PLACE:
            candidates, reason = choose(self.index, *name, where, counted=False)
        else:
            name = None
            candidates, reason = choose_place(self.index, where)
            if where.scope is Scope.OUTSIDE:
                reason = "a place that is not in the tree"
        self.listed = (name, where.end) if where.scope is Scope.PLACE else (None, -1)
        return self._made(at, where.end, candidates, reason, ""), where.end

    def _made(
        self, first: int, after: int, candidates: tuple[Candidate, ...], reason: str, post: str
    ) -> OrganizationMention:
        start, end = self.cleaned.span(self.words[first].start, self.words[after - 1].end)
        text = self.cleaned.original[start:end]
        made = OrganizationMention(start, end, text, candidates, post, reason, self.margin)
        if made.best is not None or reason:
            return made
        sure = candidates and candidates[0].score >= _ACCEPTED
        return evolve(made, reason="several fit alike" if sure else "none is sure enough")

    def _stands_free(self, at: int, *, after: bool = False) -> bool:
        """Whether a word is no part of a symbol such as 41/KH-UBND."""
        word, text = self.words[at], self.cleaned.text
        if not word.text.isupper():
            return True
        beside = (
            text[word.end : word.end + 1] if after else text[max(word.start - 1, 0) : word.start]
        )
        return beside not in {"-", "/"}

    def _is_signed_for(self, at: int) -> bool:
        """Whether a mandate stands before: "T/M BAN THƯỜNG VỤ", "TM. ỦY BAN NHÂN DÂN"."""
        before = [word.text for word in self.words[max(at - 2, 0) : at]]
        return before == ["T", "M"] or before[-2:] == ["TM", "."]

    def _is_counted(self, at: int) -> bool:
        """Whether a number above one stands before a name: "02 Ban Chỉ đạo CTTG xã"."""
        before = self.words[at - 1] if at else None
        if before is None or not before.text.isascii() or not before.text.isdecimal():
            return False
        free = self.cleaned.text[max(before.start - 1, 0)] not in "/-"
        return free and len(before.text) < 4 and int(before.text) > 1
