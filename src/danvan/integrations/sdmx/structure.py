"""The structure of a table of observations: its columns and the codes that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, cached_property
from typing import Any, Self

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import read_toml
from danvan.errors import InvalidValueError
from danvan.indicators import Indicator, Observation
from danvan.integrations.sdmx.identifiers import TOTAL, code_id, dimension_id, value_id
from danvan.organizations import Organization, Organizations

__all__ = ["Code", "Codelist", "Component", "Structure"]


@frozen
class Code:
    """One code of a list.

    Attributes:
        id: the code.
        name: its Vietnamese name.
        name_en: its English name, or "".
        parent: the code above it, or "".
        indicator: the indicator it stands for, or ``None``.
    """

    id: str = field(validator=_fields.text)
    name: str = field(validator=_fields.instance(str))
    name_en: str = ""
    parent: str = ""
    indicator: Indicator | None = None


@frozen
class Codelist:
    """The codes that may stand in a column."""

    id: str = field(validator=_fields.text)
    codes: tuple[Code, ...] = field(validator=_fields.tuple_of(Code))


@frozen
class Component:
    """One column.

    Attributes:
        id: its name.
        kind: ``"dimension"``, ``"time"``, ``"measure"`` or ``"attribute"``.
        name: its Vietnamese name.
        name_en: its English name.
        list: the list of its codes, or "".
        type: the type of its text, or "".
    """

    id: str = field(validator=_fields.text)
    kind: str = field(validator=_fields.text)
    name: str
    name_en: str = ""
    list: str = ""
    type: str = ""


@cache
def table() -> dict[str, Any]:
    """The tables of ``data/sdmx.toml``, read once."""
    return read_toml("sdmx")


@frozen
class Structure:
    """What a table of observations is made of.

    Attributes:
        indicators: the indicators it may hold.
        organizations: the organizations it may hold.
        parts: the parts of breakdowns that stand in it, as pairs of dimension and value,
            besides those the indicators name.
        parents: the organization above another, as pairs of codes.
        agency: who answers for the structure.
        version: which version of it this is.
    """

    indicators: tuple[Indicator, ...] = field(validator=_fields.tuple_of(Indicator))
    organizations: tuple[Organization, ...] = field(validator=_fields.tuple_of(Organization))
    parts: frozenset[tuple[str, str]] = frozenset()
    parents: tuple[tuple[str, str], ...] = ()
    agency: str = field(default="DANVAN", validator=_fields.text)
    version: str = field(default="1.0.0", validator=_fields.text)

    @classmethod
    def of(
        cls,
        observations: Iterable[Observation],
        *,
        organizations: Organizations | None = None,
        on: date | None = None,
        agency: str = "DANVAN",
    ) -> Self:
        """The structure that holds these observations and no more.

        Args:
            observations: the figures.
            organizations: a tree; each organization then stands under the nearest one
                above it that is in the table too.
            on: the day of that tree.
            agency: who answers for the structure.

        Raises:
            InvalidValueError: two definitions of one indicator.
        """
        figures = tuple(observations)
        indicators: dict[str, Indicator] = {}
        for one in figures:
            known = indicators.setdefault(one.indicator.code, one.indicator)
            if known is not one.indicator and known != one.indicator:
                want = "one definition of each indicator"
                raise InvalidValueError("SDMX structure", one.indicator.code, want)
        bodies = {one.organization.code: one.organization for one in figures}
        return cls(
            tuple(indicators[code] for code in sorted(indicators)),
            tuple(bodies[code] for code in sorted(bodies)),
            frozenset(pair for one in figures for pair in one.breakdown),
            () if organizations is None else tuple(_parents(bodies, organizations, on)),
            agency,
        )

    @property
    def id(self) -> str:
        """The dataflow as a table names it."""
        return f"{self.agency}:OBSERVATIONS({self.version})"

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """The breakdowns, by name."""
        named = {one.dimension for indicator in self.indicators for one in indicator.breakdowns}
        return tuple(sorted(named | {dimension for dimension, _ in self.parts}))

    @cached_property
    def components(self) -> tuple[Component, ...]:
        """The columns, in order."""
        fixed = [Component(**one) for one in table()["component"]]
        by = [
            Component(dimension_id(one), "dimension", one, one, f"CL_{dimension_id(one)}")
            for one in self.dimensions
        ]
        at = next(n for n, one in enumerate(fixed) if one.kind == "time")
        return (*fixed[:at], *by, *fixed[at:])

    def codelists(self) -> Iterator[Codelist]:
        """The lists of its codes, in the order of the columns."""
        above = dict(self.parents)
        own = {
            "CL_ORGANIZATION": [
                Code(code_id(one.code), one.full_name, parent=code_id(above.get(one.code, "")))
                for one in self.organizations
            ],
            "CL_INDICATOR": [
                Code(code_id(one.code), one.name, one.name_en, indicator=one)
                for one in self.indicators
            ],
        }
        by = {f"CL_{dimension_id(one)}": one for one in self.dimensions}
        for component in self.components:
            if component.list in by:
                yield Codelist(component.list, tuple(self._parts(by[component.list])))
            elif component.list in own:
                yield Codelist(component.list, tuple(own[component.list]))
            elif component.list:
                entries = [one for one in table()["entry"] if one["list"] == component.list]
                codes = (Code(one["code"], one["name"], one["name_en"]) for one in entries)
                yield Codelist(component.list, tuple(codes))

    def _parts(self, dimension: str) -> Iterator[Code]:
        yield Code(TOTAL, "Tổng số", "Total")
        names = {value: value for own, value in sorted(self.parts) if own == dimension}
        for indicator in self.indicators:
            known = indicator.breakdown(dimension)
            if known is not None:
                names |= dict(zip(known.values, known.names or known.values, strict=True))
        for value, name in names.items():
            yield Code(value_id(value), name)


def _parents(
    bodies: dict[str, Organization], tree: Organizations, on: date | None
) -> Iterator[tuple[str, str]]:
    for code in sorted(bodies):
        if tree.get(code) is None:
            continue
        above = (one.code for one in tree.ancestors(code, on))
        if parent := next((one for one in above if one in bodies), None):
            yield code, parent
