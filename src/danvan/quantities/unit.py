"""Units: the words that follow a figure and say what is counted or measured.

Most units of this field are counters (cuộc, buổi, lượt người, hộ, mô hình);
they are counted as reported and never converted.  Measures and money are
converted within their dimension.  A scale word (nghìn, vạn, triệu, tỷ) may
stand before any of them: "triệu đồng", "vạn người".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.catalogue import Catalogue
from danvan.quantities.exact import plain

__all__ = [
    "Dimension",
    "Unit",
    "base_unit",
    "match_unit",
    "scale_factor",
    "split_unit",
    "unit_words",
    "units",
]


class Dimension(Word):
    """What a unit measures; only units of one dimension convert."""

    COUNT = "count"
    SCALE = "scale"
    MONEY = "money"
    PERCENT = "percent"
    POINT = "point"
    """Percentage points, the difference of two percentages and no percentage itself."""
    AREA = "area"
    LENGTH = "length"
    MASS = "mass"
    VOLUME = "volume"
    TIME = "time"


@frozen
class Unit:
    """A unit as the catalogue knows it.

    Attributes:
        code: its key, in English.
        word: how it is written.
        dimension: what it measures.
        factor: how many of the base of its dimension one of it is (m², m, kg, litre,
            đồng, %), and what a scale word multiplies by; ``None`` where it does not convert.
        aliases: other ways to write it, and narrower words that may stand for it.
        source: where it was seen.

    >>> units()["hectare"].word, units()["hectare"].factor
    ('ha', Decimal('10000'))
    """

    code: str = field(validator=_fields.text)
    word: str = field(validator=_fields.text)
    dimension: Dimension = field(default=Dimension.COUNT, validator=_fields.instance(Dimension))
    factor: Decimal | None = field(
        default=None, converter=plain, validator=_fields.optional(_fields.number)
    )
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def name(self) -> str:
        """The word; what a catalogue calls an entry by."""
        return self.word

    def __str__(self) -> str:
        return self.word


@cache
def units() -> Catalogue[Unit]:
    """The units danvan ships."""
    return Catalogue.read("units", Unit)


@cache
def unit_words() -> frozenset[str]:
    """Every way to write a shipped unit, scale words among them.

    >>> {"lượt người", "ha", "triệu"} <= unit_words()
    True
    """
    return frozenset(word for unit in units() for word in (unit.word, *unit.aliases))


# A superscript digit is a token of its own: after "m" it is part of the unit, else a footnote mark.
_TOKEN: Final = re.compile(r"\s*([^\W_²³¹⁰⁴-⁹]+|[²³%‰&/,])")


def _tokens(text: str, start: int = 0) -> Iterator[tuple[str, int]]:
    while match := _TOKEN.match(text, start):
        yield match[1].lower(), match.end()
        start = match.end()


@cache
def _lines_of_words() -> tuple[dict[tuple[str, ...], Unit], frozenset[tuple[str, ...]]]:
    """The units under their tokens, and every beginning of such a line of tokens."""
    found = {
        tuple(token for token, _ in _tokens(word)): unit
        for unit in units()
        for word in (*unit.aliases, unit.word)
    }
    return found, frozenset(line[:n] for line in found for n in range(len(line) + 1))


def _longest(text: str, start: int) -> tuple[Unit, int] | None:
    found, beginnings = _lines_of_words()
    line: tuple[str, ...] = ()
    best = None
    for token, end in _tokens(text, start):
        line = (*line, token)
        if line not in beginnings:
            break
        if line in found:
            best = found[line], end
    return best


def match_unit(text: str, start: int = 0) -> int | None:
    """Where the longest unit ends that begins at a place, white space before it aside.

    ``None`` where the words there are no unit the catalogue holds.  Upper and
    lower case count alike; scale words before the unit belong to it.

    >>> text = "431,6 triệu đồng và 56 lượt người tham dự"
    >>> text[5:match_unit(text, 5)], text[22:match_unit(text, 22)]
    (' triệu đồng', ' lượt người')
    """
    end = None
    while found := _longest(text, start):
        unit, end = found
        if unit.dimension is not Dimension.SCALE:
            break
        start = end
    return end


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, Decimal, str]:
    factor, at = Decimal(1), 0
    while (found := _longest(text, at)) and found[0].dimension is Dimension.SCALE:
        unit, at = found
        factor *= unit.factor or 1
    return text[:at].strip(), factor, text[at:].strip()


def split_unit(text: str) -> tuple[str | None, str]:
    """The scale words and the unit proper.

    >>> split_unit("nghìn tỷ đồng"), split_unit("lượt người"), split_unit("vạn")
    (('nghìn tỷ', 'đồng'), (None, 'lượt người'), ('vạn', ''))
    """
    scale, _, unit = _split(text)
    return scale or None, unit


def scale_factor(text: str) -> Decimal:
    """What the scale words at the beginning of a unit multiply by; 1 where there are none.

    >>> scale_factor("vạn người")
    Decimal('10000')
    """
    return _split(text)[1]


@lru_cache(maxsize=4096)
def base_unit(text: str) -> str:
    """The unit without its scale, "đ" and "VNĐ" written out as "đồng".

    Of a counter nothing is changed: người and công dân are counted apart.

    >>> base_unit("triệu đ"), base_unit("công dân")
    ('đồng', 'công dân')
    """
    unit = _split(text)[2]
    entry = unit_named(unit)
    return unit if entry is None or entry.dimension is Dimension.COUNT else entry.word


def unit_named(text: str) -> Unit | None:
    """The catalogue's unit that is written so, scale words aside; ``None`` for other words."""
    unit = _split(text)[2]
    found = _longest(unit, 0)
    return found[0] if found and found[1] == len(unit) else None
