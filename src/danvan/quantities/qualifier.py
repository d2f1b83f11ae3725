"""Qualifiers: the words that make a figure more, less or about a number.

"trên 394" is 394 or more, "gần 2.000" a little less, "95% trở lên" a floor.
The words lie in the catalogue ``qualifiers.toml``; what a sense means for the
numbers is said by a :class:`~danvan.quantities.Policy`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError, ParseError

__all__ = ["Position", "Qualifier", "Sense", "qualifiers"]


class Sense(Word):
    """What a qualifier does to its number."""

    ABOVE = "above"
    """More than it; offices write it before exact totals too."""
    AT_LEAST = "at_least"
    """It or more."""
    FROM = "from"
    """It or more; before a range, its lower end and no more than that."""
    NEAR = "near"
    """A little less."""
    BELOW = "below"
    """Less."""
    AT_MOST = "at_most"
    """It or less."""
    ABOUT = "about"
    """An estimate, on either side."""
    MEAN = "mean"
    """An average, which must not be added to others."""


class Position(Word):
    """Which side of the figure a qualifier stands on."""

    BEFORE = "before"
    AFTER = "after"


@frozen(repr=False, cache_hash=True)
class Qualifier:
    """One such word; ``str()`` gives it as it is written.

    Attributes:
        code: its key in the catalogue.
        word: the word or words, in lower case.
        sense: what it does to the number.
        position: the side it stands on; "trở lên" and "trở xuống" follow the unit.
        source: where the use was seen.
        confidence: how sure the reading is: "sure", "likely" or "unsure".

    >>> Qualifier.parse("trên").sense
    Sense.ABOVE

    Source: the words of four published reports; no norm defines them.
    """

    code: str = field(validator=_fields.text)
    word: str = field(validator=_fields.text)
    sense: Sense = field(validator=_fields.instance(Sense))
    position: Position = field(default=Position.BEFORE, validator=_fields.instance(Position))
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def name(self) -> str:
        """The word; what a catalogue calls an entry by."""
        return self.word

    @classmethod
    def parse(cls, text: str) -> Qualifier:
        """The qualifier that is written so.

        Raises:
            ParseError: the catalogue holds no such word.
        """
        try:
            return by_word()[text]
        except KeyError:
            raise ParseError("qualifier", text, f"one of {', '.join(by_word())}") from None

    def __str__(self) -> str:
        return self.word

    def __repr__(self) -> str:
        return f"Qualifier.parse({self.word!r})"


@cache
def qualifiers() -> Catalogue[Qualifier]:
    """The qualifiers danvan ships."""
    return Catalogue.read("qualifiers", Qualifier)


@cache
def by_word() -> Mapping[str, Qualifier]:
    """The shipped qualifiers under the words that stand for them."""
    return {qualifier.word: qualifier for qualifier in qualifiers()}


def known(owner: object, _: object, value: object) -> None:
    """The part must be a qualifier of the catalogue, so that it can be read back."""
    if not isinstance(value, Qualifier) or by_word().get(value.word) != value:
        raise InvalidValueError(
            f"{type(owner).__name__}.qualifier", value, "a Qualifier of qualifiers()"
        )
