"""The names of one tree, ready to be looked up in a text."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from danvan.organizations import (
    Branch,
    Level,
    Organization,
    Organizations,
    organization_kinds,
    split_place,
)
from danvan.reading._organization_words import Word, same_spelling, split_words, to_shape

__all__ = ["Index", "Name", "Place", "Scorer", "compare_letters", "index_of"]

# How alike two names are, from 0 to 1; both are small letters without marks.
Scorer = Callable[[str, str], float]

Trie = dict[str, Any]

# Proper names are at most so many words long.
_LONGEST = 4

# From so much on two names are spelled alike.
_ALIKE = 0.75

_WITHOUT_FIRST = "place without its first word"


class Name(NamedTuple):
    """One name by which bodies are called, with the bodies of the tree that bear it."""

    words: tuple[str, ...]
    text: str
    bodies: tuple[Organization, ...]
    is_common: bool

    @property
    def is_abbreviated(self) -> bool:
        """Whether it is a single word in capitals, as UBND is."""
        return len(self.words) == 1 and self.text.isupper()

    @property
    def is_national(self) -> bool:
        """Whether it is the name of the whole organization in the country."""
        return "Việt Nam" in self.text


class Place(NamedTuple):
    """A place of the tree."""

    name: str
    unit: str
    proper: tuple[str, ...]
    folded: tuple[str, ...]
    organization: Organization | None


class Index:
    """What a tree is called, part by part, as one speaker says it."""

    def __init__(
        self,
        organizations: Organizations,
        speaker: str = "",
        on: date | None = None,
        scorer: Scorer | None = None,
    ) -> None:
        self.tree = organizations
        self.scorer = scorer or compare_letters
        self.speaker = organizations[speaker] if speaker else organizations.root
        self.members = tuple(one for one in organizations if on is None or one.is_open(on))
        self.names: Trie = {}
        self.posts: Trie = {}
        self.units: dict[tuple[str, ...], Level] = {}
        self.bare_units: dict[tuple[str, ...], Level] = {}
        # The first words of units, so that most words are passed over at a glance.
        self.unit_words = {"tw", "tu", "trung"}
        self.compounds: set[tuple[str, ...]] = set()
        self.places: dict[tuple[str, ...], list[Place]] = {}
        # The first words of places of several words.
        self.beginnings: set[tuple[str, ...]] = set()
        self.own_places = self._own_places()
        self._read_kinds()
        self._read_members()

    def _own_places(self) -> tuple[str, ...]:
        """The places of the speaker and of those it reports to, its own first."""
        line = (self.speaker, *self.tree.ancestors(self.speaker))
        return tuple(dict.fromkeys(one.place for one in line if one.place))

    def _read_kinds(self) -> None:
        for kind in organization_kinds():
            for post in filter(None, (kind.head, *kind.deputies)):
                keys = tuple(w.key for w in split_words(post))
                _put(self.posts, post, (post, keys, ()))
                # "Trưởng Ban Dân vận" says the word once that the post and the body share.
                said, _, shared = post.partition(" ")
                if shared and kind.name.lower().startswith(shared.lower()):
                    _put(self.posts, said, (post, keys[:1], keys[1:]))
            if kind.branch is Branch.TERRITORY:
                for unit in filter(str.islower, (kind.name, *kind.aliases)):
                    words = split_words(unit)
                    self.unit_words.add(words[0].folded)
                    self.units.setdefault(tuple(w.key for w in words), kind.levels[0])
                    self.bare_units.setdefault(tuple(w.folded for w in words), kind.levels[0])
                self.compounds.update(tuple(c.split(" ")) for c in kind.part_of_words)

    def _read_members(self) -> None:
        kinds = organization_kinds()
        bearers: dict[str, tuple[str, bool, list[Organization]]] = {}

        def call(name: str, one: Organization | None, common: bool) -> None:
            key = " ".join(w.key for w in split_words(name))
            found = bearers.setdefault(key, (name, common, []))
            if one is not None and (not found[2] or found[2][-1] is not one):
                found[2].append(one)

        for one in self.members:
            kind = kinds.get(one.kind)
            # A body with a name of its own is not meant by the words for its kind.
            general = kind is not None and one.name == kind.name_at(one.level, one.place)
            ordinary = kind.common_words if kind and general else ()
            if one.branch is Branch.TERRITORY:
                self._read_place(one)
            else:
                for name in (one.name, *one.aliases, *ordinary):
                    call(name, one, name in ordinary)
                if one.place and not any(p.name == one.place for p in self._places_called(one)):
                    self._read_place(one, one.place)
        for name, common in _names_of_kinds():
            call(name, None, common)
        for name, common, bodies in bearers.values():
            words = tuple(w.key for w in split_words(name))
            _put(self.names, name, Name(words, name, tuple(bodies), common))

    def _places_called(self, one: Organization) -> list[Place]:
        _, proper = split_place(one.place)
        return self.places.get(tuple(w.folded for w in split_words(proper)), [])

    def _read_place(self, one: Organization, name: str = "") -> None:
        unit, proper = split_place(name or one.name)
        if not unit:  # "Xã Ba Chẽ", as the lists of the country write it
            unit, proper = self._split_capitalized(name or one.name)
        for called in (proper, *(() if name else one.aliases)):
            words = split_words(called)
            folded = tuple(w.folded for w in words)
            if folded:
                place = Place(
                    name or one.place or one.name,
                    unit,
                    tuple(w.key for w in words),
                    folded,
                    None if name else one,
                )
                self.beginnings.update(folded[:count] for count in range(1, len(folded)))
                known = self.places.setdefault(folded, [])
                if name == "":
                    known[:] = [old for old in known if old.name != place.name]
                known.append(place)

    def _split_capitalized(self, name: str) -> tuple[str, str]:
        words = name.split(" ")
        for count in (2, 1):
            unit = " ".join(words[:count])
            if tuple(w.key for w in split_words(unit)) in self.units and words[count:]:
                return unit.lower(), " ".join(words[count:])
        return "", name

    def unit_at(self, words: list[Word], at: int) -> tuple[str, Level, int] | None:
        """The unit word at a place in a text, its level and the place after it."""
        if at >= len(words) or words[at].folded not in self.unit_words:
            return None
        if words[at].is_name_like and self._begins_place(words, at):
            return None  # "Bản Bo" is a name, and no bản called Bo
        for count in (3, 2, 1):
            keys = tuple(w.key for w in words[at : at + count])
            level = self.units.get(keys) if len(keys) == count else None
            if level is None and _is_unmarked(words, at, count):
                level = self.bare_units.get(keys)
            if level is not None and _is_unit(words[at : at + count]):
                if self._is_part_of_a_word(words, at, count):
                    return None
                return " ".join(keys), level, at + count
        if words[at].text in {"TW", "TƯ"}:
            return "trung ương", Level.CENTRAL, at + 1
        if [w.key for w in words[at : at + 2]] == ["trung", "ương"]:
            return "trung ương", Level.CENTRAL, at + 2
        return None

    def _is_part_of_a_word(self, words: list[Word], at: int, count: int) -> bool:
        """Whether the unit word is a syllable of another word: văn bản, xã hội."""
        last = at + count - 1
        return any(
            tuple(w.key for w in words[start : start + size]) in self.compounds
            for size in (2, 3)
            for start in range(max(last - size + 1, 0), at + 1)
        )

    def _begins_place(self, words: list[Word], at: int) -> bool:
        return any(
            tuple(w.folded for w in words[at : at + count]) in self.places
            and tuple(w.key for w in words[at : at + count]) not in self.units
            for count in range(2, _LONGEST + 1)
        )

    def names_at(self, words: list[Word], at: int) -> Iterator[tuple[Name, float, int]]:
        """The names that stand at a place in a text, longest first, and how sure each is."""
        for name, end in _walk(self.names, words, at):
            sure = same_spelling(words[at:end], name.words)
            if sure and (not name.is_abbreviated or words[at].text.isupper()):
                yield name, sure, end

    def posts_at(self, words: list[Word], at: int) -> Iterator[tuple[str, tuple[str, ...], int]]:
        """The posts that stand here, each with the words it shares with the body after it."""
        for (post, keys, shared), end in _walk(self.posts, words, at):
            if same_spelling(words[at:end], keys) >= 0.9:
                yield post, shared, end

    def places_at(
        self, words: list[Word], at: int, *, lenient: bool
    ) -> tuple[list[tuple[Place, float, str]], int]:
        """The places whose proper name stands here, and the place after it.

        Lenient, after a unit word or within a list of places, a slip of marks, of letters
        a scanner confuses, or a missing first word is forgiven.
        """
        if at >= len(words) or not (lenient or words[at].is_name_like):
            return [], at
        for count in range(min(_LONGEST, len(words) - at), 0, -1):
            here = words[at : at + count]
            if not here[-1].is_name_like:
                continue
            known = self.places.get(tuple(w.folded for w in here), [])
            found = list(_spelled(here, known, lenient=lenient))
            if found and (here[0].is_name_like or lenient):
                return found, at + count
        return self._slips_at(words, at) if lenient else ([], at)

    def _slips_at(self, words: list[Word], at: int) -> tuple[list[tuple[Place, float, str]], int]:
        """Places told from a name with a slip in its letters."""
        end = at + 1  # the first word may have lost its capital: "xã la Dreng"
        while end < len(words) and words[end].text[0].isupper():
            end += 1
        here = words[at:end]
        if len(here) > _LONGEST or not here or not here[-1].is_name_like:
            return [], at
        shape = "".join(w.shape for w in here)
        folded = tuple(w.folded for w in here)
        found = []
        for places in self.places.values():
            for place in places:
                score, how = _likeness(shape, folded, place, self.scorer)
                if how == _WITHOUT_FIRST and folded in self.beginnings:
                    score = 0.6  # as likely the first word of another
                if score:
                    found.append((place, score, how))
        return found, end if found else at


def _names_of_kinds() -> Iterator[tuple[str, bool]]:
    """The names of bodies that a tree may lack, so that they are not taken for another."""
    for kind in organization_kinds():
        if kind.branch is Branch.TERRITORY or kind.code in {"group", "religious_group"}:
            continue
        official = [kind.name, *(kind.names.at(level) for level in kind.levels)]
        names = [n for n in (*official, *kind.aliases) if n and n not in kind.common_words]
        for name in names:
            for unit in ("Tỉnh", "Thành", "Huyện", "Quận", "Thị") if "{Unit}" in name else ("",):
                yield name.replace("{Unit}", unit), False
        for name in kind.common_words:
            yield name, True


def _put(trie: Trie, name: str, value: object) -> None:
    node = trie
    for word in split_words(name):
        node = node.setdefault(word.folded, {})
    node.setdefault("", []).append(value)


def _walk(trie: Trie, words: list[Word], at: int) -> list[tuple[Any, int]]:
    found: list[tuple[Any, int]] = []
    node = trie
    for end in range(at, len(words)):
        if words[end].folded not in node:
            break
        node = node[words[end].folded]
        found.extend((value, end + 1) for value in node.get("", ()))
    return found[::-1]


def _is_unmarked(words: list[Word], at: int, count: int) -> bool:
    """Whether the words here and beside them are typed without any marks."""
    here = words[max(at - 1, 0) : at + count + 1]
    return len(here) > count and all(word.text.isascii() for word in here)


def _is_unit(words: list[Word]) -> bool:
    """A unit word is written small, or with one capital first: "xã", "Thị trấn"."""
    return all(word.text.islower() for word in words[1:]) or all(w.text.isupper() for w in words)


def _spelled(
    here: list[Word], known: Iterable[Place], *, lenient: bool
) -> Iterator[tuple[Place, float, str]]:
    for place in known:
        if tuple(w.key for w in here) == place.proper:
            yield place, 1.0, "place as written"
        elif lenient:
            yield place, 0.93, "place with other marks"
        elif len(here) > 1 and all(w.key.isascii() for w in here):
            yield place, 0.85, "place without marks"


def _likeness(
    shape: str, folded: tuple[str, ...], place: Place, scorer: Scorer
) -> tuple[float, str]:
    wanted = "".join(place.folded)
    if shape == to_shape(wanted):
        return 0.9, "place with letters a scanner confuses"
    if len(place.folded) == len(folded) + 1 and place.folded[1:] == folded:
        return 0.85, _WITHOUT_FIRST
    if len(place.folded) == len(folded):
        likeness = scorer("".join(folded), wanted)
        if likeness >= _ALIKE:
            # A scorer that finds everything alike is still below a place as it is written.
            return round(min(likeness, 1.0) * 0.8, 2), "place spelled alike"
    return 0.0, ""


def compare_letters(one: str, other: str) -> float:
    """How alike two names are, by the standard library; 0 where a glance tells they are not."""
    matcher = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


@lru_cache(maxsize=8)
def index_of(
    organizations: Organizations, speaker: str, on: date | None, scorer: Scorer | None = None
) -> Index:
    """The index of a tree, kept for the next text."""
    return Index(organizations, speaker, on, scorer)
