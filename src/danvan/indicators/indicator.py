"""Indicators: what is counted, in what, and how it may be put together.

Meetings of twelve months add up, members of twelve months do not.  Each
indicator says of itself how it goes over time and over organizations; what it
does not allow is refused with a word on what to do instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

import attrs
from attrs import Factory, field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.organizations import Level, Organization
from danvan.periods import Period
from danvan.quantities import base_unit, unit_named

__all__ = ["Breakdown", "BreakdownKind", "Combination", "Indicator", "Kind", "indicators"]

_LEVEL: Final = "level"
_CODE: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")


class Kind(Word):
    """What sort of figure an indicator gives."""

    FLOW = "flow"
    """Counted over a period: meetings held, members admitted."""
    STOCK = "stock"
    """Counted at its end: members, loans outstanding."""
    BALANCE = "balance"
    """Opening and received make done and pending: petitions, one-stop files."""
    RATIO = "ratio"
    """One indicator measured against another: the share of poor households."""
    MEAN = "mean"
    """An average, which needs a weight."""
    EXTREMUM = "extremum"
    """The greatest or the least of several."""
    GRADE = "grade"
    """A rank on a scale: xuất sắc, giỏi, khá, trung bình."""
    TEXT = "text"
    """Words, and no figure."""


class Combination(Word):
    """How the figures of several periods or organizations make one."""

    SUM = "sum"
    LAST = "last"
    """The latest in time."""
    RATIO_OF_SUMS = "ratio_of_sums"
    """The sum of the numerators against the sum of the denominators."""
    WEIGHTED_MEAN = "weighted_mean"
    """The mean of the means, each weighed by another indicator."""
    MAXIMUM = "maximum"
    MINIMUM = "minimum"
    NONE = "none"
    """Not at all."""


_OVER_TIME: Final = {
    Kind.FLOW: Combination.SUM,
    Kind.STOCK: Combination.LAST,
    Kind.RATIO: Combination.RATIO_OF_SUMS,
    Kind.EXTREMUM: Combination.MAXIMUM,
}
_OVER_ORGANIZATIONS: Final = _OVER_TIME | {
    Kind.STOCK: Combination.SUM,
    Kind.BALANCE: Combination.SUM,
}


class BreakdownKind(Word):
    """How the parts of a breakdown go with its total."""

    PARTITION = "partition"
    """They make it up: trong kỳ and kỳ trước chuyển sang."""
    OF_WHICH = "of_which"
    """Each is at most the total, and together they may be less (trong đó)."""
    OVERLAPPING = "overlapping"
    """Each is at most the total, and one thing may be in several: women, minorities."""


@frozen
class Breakdown:
    """A way to take a figure apart.

    Attributes:
        dimension: what it goes by, in English: ``"field"``, ``"holder"``.
        kind: how the parts go with the total.
        values: the parts by their English keys; empty where any may be named.
        names: the parts in Vietnamese, in the same order, or empty.
    """

    dimension: str = field(validator=_fields.text)
    kind: BreakdownKind = field(validator=_fields.instance(BreakdownKind))
    values: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    names: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))

    def __attrs_post_init__(self) -> None:
        if self.names and len(self.names) != len(self.values):
            raise InvalidValueError("Breakdown.names", self.names, "a name for each value, or none")

    def values_for(self, organization: Organization, period: Period) -> tuple[str, ...]:
        """The parts that a figure of an organization has in a period.

        That is all of them; but of a figure by levels it is the organization's own level
        and those below it that existed then.

        >>> from danvan.organizations import Organizations
        >>> levels = indicators()["dialogues.sessions"].breakdowns[0]
        >>> levels.values
        ('province', 'district', 'commune')
        >>> district = Organizations.shipped("tam_duong")["tam_duong.party"]
        >>> levels.values_for(district, Period.year(2023))
        ('district', 'commune')
        """
        if self.dimension != _LEVEL:
            return self.values
        above = {one.value for one in Level if one.depth < organization.level.depth}
        gone = {one.value for one in Level if not one.exists_on(period.first)}
        return tuple(value for value in self.values if value not in above | gone)


def _code(owner: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        what = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(what, value, "a code like propaganda.sessions, in a-z, 0-9 and _")


def _over_organizations(indicator: Indicator) -> Combination:
    if indicator.kind is Kind.MEAN and indicator.weight:
        return Combination.WEIGHTED_MEAN
    return _OVER_ORGANIZATIONS.get(indicator.kind, Combination.NONE)


@frozen(cache_hash=True)
class Indicator:
    """One thing that is counted, as its catalogue defines it.

    Attributes:
        code: its key, in English: ``"propaganda.sessions"``.
        name: the official Vietnamese name.
        name_en: the English name.
        unit: what it is counted in, without a scale: "buổi", "đồng".
        kind: what sort of figure it is.
        counters: further units it accepts; they are counted into the total as reported.
        numerator: of a ratio, the code of what is measured.
        denominator: of a ratio, the code of what it is measured against.
        weight: of a mean, the code of the indicator to weigh it by.
        over_time: how the figures of several periods make one; by its kind if not said.
        over_organizations: how those of several organizations do; by its kind if not said.
        breakdowns: the ways it may be taken apart.
        concept: what it takes in and leaves out, in words.
        asked_by: the number of the directive that asks for it, or "".
        office: the kind of the body that answers for it, such as ``"police"``; ``"area"``
            for the place itself; "" where that is open.
        source: where it was seen.
        confidence: how sure the entry is: "sure", "likely" or "unsure".
        about: words of which one stands over a figure of it in running text, in its
            sentence or above it: "đối thoại".  Empty where the unit says it all.
        said: words of which one stands right beside such a figure: "đã giải quyết".
            Empty where nothing more need be said.
        done_by: the branches whose bodies do it, such as ``"front"``, where the same words
            mean something else of others; empty where it may be anybody's.

    >>> sessions = indicators()["propaganda.sessions"]
    >>> sessions.name, sessions.unit, sessions.kind.name
    ('Số buổi tuyên truyền, vận động', 'buổi', 'FLOW')
    >>> sessions.accepts("buổi"), sessions.accepts("triệu đồng")
    (True, False)

    Raises:
        InvalidValueError: a part of the wrong form, or a ratio without its two parts.
    """

    code: str = field(validator=_code)
    name: str = field(validator=_fields.text)
    unit: str = field(validator=_fields.instance(str))
    kind: Kind = field(validator=_fields.instance(Kind))
    name_en: str = field(default="", validator=_fields.instance(str))
    counters: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    numerator: str | None = field(default=None, validator=_fields.optional(_code))
    denominator: str | None = field(default=None, validator=_fields.optional(_code))
    weight: str | None = field(default=None, validator=_fields.optional(_code))
    over_time: Combination = field(
        default=Factory(lambda self: _OVER_TIME.get(self.kind, Combination.NONE), takes_self=True),
        validator=_fields.instance(Combination),
    )
    over_organizations: Combination = field(
        default=Factory(_over_organizations, takes_self=True),
        validator=_fields.instance(Combination),
    )
    breakdowns: tuple[Breakdown, ...] = field(default=(), validator=_fields.tuple_of(Breakdown))
    concept: str = ""
    asked_by: str = ""
    office: str = ""
    source: str = ""
    confidence: str = "sure"
    about: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    said: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    done_by: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    valid_from: date | None = field(default=None, validator=_fields.optional(_fields.day))
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))
    _accepted: frozenset[str] = field(
        init=False,
        repr=False,
        eq=False,
        default=Factory(
            lambda self: frozenset(map(base_unit, (self.unit, *self.counters))), takes_self=True
        ),
    )

    def __attrs_post_init__(self) -> None:
        if self.kind is Kind.RATIO and not (self.numerator and self.denominator):
            raise InvalidValueError("Indicator.numerator", self.numerator, "both parts of a ratio")

    def accepts(self, unit: str) -> bool:
        """Whether a figure in this unit is one of it; scales and spellings aside.

        >>> indicators()["propaganda.attendances"].accepts("lượt người dân")
        True
        """
        if unit in self._accepted or base_unit(unit) in self._accepted:
            return True
        known = unit_named(unit)
        return known is not None and known.word in self._accepted

    def breakdown(self, dimension: str) -> Breakdown | None:
        """Its breakdown by a dimension, or ``None``."""
        return next((one for one in self.breakdowns if one.dimension == dimension), None)

    def of(self, parts: Iterable[tuple[str, str]]) -> str:
        """Its name with the parts of the whole that are meant.

        >>> indicators()["models.registered"].of((("form", "collective"),))
        'Số mô hình, điển hình "Dân vận khéo" đăng ký (tập thể)'
        """
        names = self.part(parts)
        return f"{self.name} ({names})" if names else self.name

    def part(self, breakdown: Iterable[tuple[str, str]]) -> str:
        """A part of the whole in Vietnamese, as far as its breakdowns name it; "" for the whole.

        >>> indicators()["propaganda.sessions"].part((("level", "commune"),))
        'cấp xã'
        """
        return "; ".join(self._part(dimension, value) for dimension, value in breakdown)

    def _part(self, dimension: str, value: str) -> str:
        known = self.breakdown(dimension)
        if known is None or not known.names:
            return value
        names = dict(zip(known.values, known.names, strict=True))
        return " và ".join(names.get(one, one) for one in value.split("+"))

    def _cells_(self) -> dict[str, object]:
        return {"Mã": self.code, "Tên": self.name, "Đơn vị tính": self.unit}

    def _repr_html_(self) -> str:
        apart = (self.part(((one.dimension, "+".join(one.values)),)) for one in self.breakdowns)
        more = {"Tên tiếng Anh": self.name_en, "Phân tổ": "; ".join(apart)}
        return notebook.record("", {**self._cells_(), **more})

    def __str__(self) -> str:
        return self.name


@cache
def indicators() -> Catalogue[Indicator]:
    """The indicators danvan ships; ``indicators().extended(own)`` adds the user's own."""
    return Catalogue.read("indicators", Indicator)
