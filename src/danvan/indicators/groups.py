"""Groups of indicators: what the first part of their codes stands for."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.indicators.indicator import Indicator

__all__ = ["IndicatorGroup", "group_of", "indicator_groups"]


@frozen
class IndicatorGroup:
    """A group of indicators (nhóm chỉ tiêu).

    Attributes:
        code: what the codes of its indicators begin with: ``"propaganda"``.
        name: its Vietnamese name.
        name_en: its English name.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    name_en: str = field(default="", validator=_fields.instance(str))
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    valid_from: date | None = None
    valid_to: date | None = None

    def __str__(self) -> str:
        return self.name


@cache
def indicator_groups() -> Catalogue[IndicatorGroup]:
    """The groups of the indicators danvan ships; offices bring their own."""
    return Catalogue.read("indicator_groups", IndicatorGroup)


def group_of(
    indicator: Indicator, groups: Catalogue[IndicatorGroup] | None = None
) -> IndicatorGroup | None:
    """The group an indicator is of, or ``None``.

    >>> from danvan.indicators import indicators
    >>> print(group_of(indicators()["propaganda.sessions"]))
    Tuyên truyền, vận động
    """
    known = indicator_groups() if groups is None else groups
    return known.get(indicator.code.partition(".")[0])
