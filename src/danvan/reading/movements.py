"""Finding the emulation movements and campaigns a text names, and who holds each.

A movement is known by the whole of its name, quoted or not: "Dân vận khéo" is held by
the mass-mobilization board, "Cựu chiến binh gương mẫu" by the veterans.  A quoted name
behind "phong trào" or "cuộc vận động" that no catalogue has is found too, without a
holder.

>>> from danvan.organizations import Organizations
>>> text = 'phong trào thi đua “Dân vận khéo” và cuộc vận động "Xây dựng gia đình 5 không, 3 sạch"'
>>> for found in find_movements(text, Organizations.shipped("tam_duong")):
...     print(found.text, "|", found.holder)
Dân vận khéo | Ban Dân vận Huyện ủy Tam Đường
Xây dựng gia đình 5 không, 3 sạch | Hội Liên hiệp Phụ nữ huyện Tam Đường
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.organizations import Organization, Organizations
from danvan.reading.figure_words import Phrase, PhraseMention, Phrases, spelled_words, words_of
from danvan.vietnamese.cleaning import clean

__all__ = ["Movement", "MovementMention", "find_movements", "movements"]

_KINDS: Final = ("movement", "campaign")
_NAMED: Final = re.compile(
    r"(?P<kind>phong trào(?: thi đua)?(?: yêu nước)?|cuộc vận động)(?: là)?:?\s+"
    r"[“\"](?P<name>[^“”\"\n]{3,160})[”\"]",
    re.IGNORECASE,
)
_FURTHER: Final = re.compile(r"\s*(?:,|;|và)\s*[“\"](?P<name>[^“”\"\n]{3,160})[”\"]")
_MOST_FURTHER: Final = 20
_QUOTES: Final = frozenset('“"')
_CUE: Final = 30
_SHORT: Final = 4
_SAID: Final = re.compile(
    r"(?:phong trào|cuộc vận động|thi đua|chương trình|mô hình|điển hình)(?: yêu nước)?$",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"(?<!\w)(?:quỹ|nhà)\s*[“\"]?$", re.IGNORECASE)


@frozen
class Movement:
    """A movement or campaign as the catalogue knows it.

    Attributes:
        code: its key, in English.
        name: the official name.
        kind: "movement" (phong trào thi đua) or "campaign" (cuộc vận động).
        holder: the kind of the body that holds it, ``"front"``.
        aliases: how papers shorten or vary the name.
        by: the number of the paper that launched it, or "".
        source: where it was seen.
        confidence: how sure the holder is: "sure" or "likely".

    >>> movements()["exemplary_veterans"].holder
    'veterans'
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    kind: str = field(validator=_fields.text)
    holder: str = field(validator=_fields.text)
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    by: str = ""
    source: str = ""
    confidence: str = "sure"
    valid_from: date | None = field(default=None, validator=_fields.optional(_fields.day))
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))

    def __attrs_post_init__(self) -> None:
        if self.kind not in _KINDS:
            raise InvalidValueError("Movement.kind", self.kind, f"one of {', '.join(_KINDS)}")

    def __str__(self) -> str:
        return self.name


@cache
def movements() -> Catalogue[Movement]:
    """The movements danvan ships; ``movements().extended(own)`` adds the user's own."""
    return Catalogue.read("movements", Movement)


@frozen
class MovementMention:
    """A place in a text where a movement is named.

    Attributes:
        start: the code point its name begins at, quotation marks left out.
        end: the code point after its last.
        text: the name as it stands in the text.
        movement: the movement; ``None`` where no catalogue has it.
        holder: the body of the tree that holds it; ``None`` where there is no tree, or
            none such in it.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    text: str = field(validator=_fields.instance(str))
    movement: Movement | None = None
    holder: Organization | None = None

    @property
    def name(self) -> str:
        """The official name, or the words of the text where no catalogue has it."""
        return self.movement.name if self.movement else " ".join(self.text.split())


def find_movements(
    text: str,
    organizations: Organizations | None = None,
    *,
    speaker: str = "",
    on: date | None = None,
    catalogue: Catalogue[Movement] | None = None,
) -> tuple[MovementMention, ...]:
    """Find the movements and campaigns a text names, in order and without overlap.

    Args:
        text: the text of a paper, as it is.
        organizations: the tree in which the holders are looked for.
        speaker: the code of the organization whose paper it is, at whose place the holder
            stands; the root of the tree where it is not given.
        on: only organizations open on this day are holders.
        catalogue: the movements; those danvan ships if none are given.

    Raises:
        UnknownCodeError: the speaker is not in the tree.
    """
    cleaned = clean(text)
    known = movements() if catalogue is None else catalogue
    holders = _holders(organizations, speaker, on) if organizations is not None else {}
    found: list[tuple[int, int, Movement | None]] = list(_catalogued(cleaned.text, known))
    covered = [(start, end) for start, end, _ in found]
    for start, end in _quoted(cleaned.text):
        if not any(start < other_end and other < end for other, other_end in covered):
            found.append((start, end, None))
    mentions = []
    for start, end, movement in sorted(found, key=lambda one: one[:2]):
        first, last = cleaned.span(*_stripped(cleaned.text, start, end))
        holder = holders.get(movement.holder) if movement else None
        mentions.append(MovementMention(first, last, text[first:last], movement, holder))
    return tuple(mentions)


@cache
def _phrases(catalogue: Catalogue[Movement]) -> tuple[Phrases, dict[Phrase, Movement]]:
    names = {
        spelled_words(name): movement
        for movement in catalogue
        for name in (*movement.aliases, movement.name)
    }
    return Phrases(names), names


def _catalogued(
    text: str, catalogue: Catalogue[Movement]
) -> Iterator[tuple[int, int, Movement | None]]:
    phrases, names = _phrases(catalogue)
    covered = 0
    found = phrases.find(words_of(text))
    for mention in sorted(found, key=_longest_first):
        if mention.start >= covered and _is_named(text, mention):
            covered = mention.end
            yield mention.start, mention.end, names[mention.phrase]


def _is_named(text: str, mention: PhraseMention) -> bool:
    """Whether the words are a name here: a short one is quoted, or said to be a movement's.

    "02 mái ấm tình thương" are houses, and "Quỹ “Vì người nghèo”" is a fund.
    """
    before = text[max(0, mention.start - _CUE) : mention.start].rstrip()
    if _OTHER.search(before):
        return False
    return len(mention.phrase) > _SHORT or before[-1:] in _QUOTES or bool(_SAID.search(before))


def _longest_first(mention: PhraseMention) -> tuple[int, int]:
    return mention.start, -mention.end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """The quoted names behind "phong trào" or "cuộc vận động", those that go on in a list too."""
    for named in _NAMED.finditer(text):
        yield named.span("name")
        at = named.end()
        for _ in range(_MOST_FURTHER):
            further = _FURTHER.match(text, at)
            if further is None:
                break
            yield further.span("name")
            at = further.end()


def _holders(
    organizations: Organizations, speaker: str, on: date | None
) -> dict[str, Organization]:
    """The bodies at the place of the speaker, by their kind."""
    spoken = organizations[speaker] if speaker else organizations.root
    found: dict[str, Organization] = {}
    for one in organizations:
        if one.place == spoken.place and (on is None or one.is_open(on)):
            found.setdefault(one.kind, one)
    return found
