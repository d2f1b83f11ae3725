"""Observations: a figure that somebody reported, of somebody, for a time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

import attrs
from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.errors import InvalidValueError
from danvan.findings import Span
from danvan.indicators.indicator import Indicator
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity

__all__ = ["Missing", "Observation", "Role", "Scope", "Status"]


class Role(Word):
    """What a figure is meant as."""

    ACTUAL = "actual"
    PLAN = "plan"
    TARGET = "target"
    FORECAST = "forecast"


class Status(Word):
    """How settled a figure is."""

    PROVISIONAL = "provisional"
    FINAL = "final"
    REVISED = "revised"


class Scope(Word):
    """Whose doing a figure takes in."""

    WHOLE = "whole"
    """That of the organization and of all below it: a total, never added to its parts."""
    ALONE = "alone"
    """Its own alone, as when the district's chair has held a dialogue: added to theirs."""


class Missing(Word):
    """Why there is no figure; none of these is a zero."""

    NOT_REPORTED = "not_reported"
    NOT_APPLICABLE = "not_applicable"
    NOT_DUE = "not_due"


_IN_WORDS: Final[dict[Word, str]] = {
    Missing.NOT_REPORTED: "chưa báo cáo",
    Missing.NOT_APPLICABLE: "không thuộc diện",
    Missing.NOT_DUE: "chưa đến hạn",
    Role.PLAN: "kế hoạch",
    Role.TARGET: "chỉ tiêu giao",
    Role.FORECAST: "ước thực hiện",
}


def _pairs(value: Any) -> Any:
    """Breakdowns are a set of pairs; sorted, two ways to write one are one."""
    if isinstance(value, tuple) and len(value) < 2:
        return value
    if isinstance(value, Iterable) and not isinstance(value, str):
        pairs = tuple(value)
        if all(isinstance(pair, tuple) for pair in pairs):
            return tuple(sorted(pairs))
    return value


def _breakdown(owner: Observation, _: object, value: object) -> None:
    if not isinstance(value, tuple) or not all(
        isinstance(pair, tuple) and len(pair) == 2 and all(isinstance(one, str) for one in pair)
        for pair in value
    ):
        raise InvalidValueError("Observation.breakdown", value, "pairs of a dimension and a value")
    dimensions = [dimension for dimension, _ in value]
    for dimension, part in value:
        known = owner.indicator.breakdown(dimension)
        if known is None or dimensions.count(dimension) > 1:
            names = ", ".join(one.dimension for one in owner.indicator.breakdowns) or "none at all"
            raise InvalidValueError(
                f"breakdown of {owner.indicator.code}", dimension, f"each once of: {names}"
            )
        if known.values and not set(part.split("+")) <= set(known.values):
            raise InvalidValueError(
                f"{dimension} of {owner.indicator.code}", part, f"one of {', '.join(known.values)}"
            )


@frozen
class Observation:
    """One figure in its place.

    Attributes:
        indicator: what was counted.
        organization: whose figure it is.
        period: the time it is for.
        quantity: the figure as stated; ``None`` exactly where :attr:`missing` says why.
        breakdown: what part of the whole it is, as pairs of dimension and value:
            ``(("field", "economy"),)``; empty for the whole.  Where one figure is given
            for several values together, they are joined: ``"periodic+extraordinary"``.
        role: whether it is what was done, planned, aimed at or expected.
        status: how settled it is.
        scope: whether it takes in those below the organization, as figures do unless
            they are said to be of it alone.
        reported_on: the day it was reported, where that is known.
        missing: why there is no figure; never given beside one.
        source: the paper and the place in it, in words.
        span: the figure's place in a text that was read; left out of comparisons.

    Raises:
        InvalidValueError: neither a figure nor a reason, or both; a unit or a
            breakdown that is not one of the indicator.
    """

    indicator: Indicator
    organization: Organization
    period: Period
    quantity: Quantity | None = None
    breakdown: tuple[tuple[str, str], ...] = field(default=(), converter=_pairs, kw_only=True)
    role: Role = field(default=Role.ACTUAL, kw_only=True)
    status: Status = field(default=Status.FINAL, kw_only=True)
    scope: Scope = field(default=Scope.WHOLE, kw_only=True)
    reported_on: date | None = field(default=None, kw_only=True)
    missing: Missing | None = field(default=None, kw_only=True)
    source: str = field(default="", kw_only=True)
    span: Span | None = field(default=None, eq=False, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not _is_sound(self):
            self._look_closely()
        if self.breakdown:
            _breakdown(self, None, self.breakdown)
        if (self.quantity is None) is (self.missing is None):
            raise InvalidValueError(
                f"observation of {self.indicator.code}",
                self.quantity and str(self.quantity),
                "either a quantity or why it is missing",
            )
        if self.quantity is not None and not self.indicator.accepts(self.quantity.unit):
            units = " or ".join((self.indicator.unit, *self.indicator.counters)) or "no unit"
            raise InvalidValueError(
                f"figure of {self.indicator.code}", str(self.quantity), f"one in {units}"
            )

    def _look_closely(self) -> None:
        """Check part by part, and name the first that is wrong."""
        for part, check in _CHECKS.items():
            check(self, getattr(attrs.fields(Observation), part), getattr(self, part))

    def revised(self, quantity: Quantity, **changes: object) -> Observation:
        """The same figure stated anew, with status revised."""
        changes.setdefault("status", Status.REVISED)
        return attrs.evolve(self, quantity=quantity, missing=None, **changes)  # type: ignore[arg-type]  # checked by the class

    def _cells_(self) -> dict[str, object]:
        return {
            "Chỉ tiêu": self.indicator.name,
            "Đơn vị": self.organization.full_name,
            "Phần": self.indicator.part(self.breakdown),
            "Thời gian": str(self.period),
            "Số liệu": self.quantity if self.missing is None else _IN_WORDS[self.missing],
            "Là": _IN_WORDS.get(self.role, ""),
            "Nguồn": self.source,
        }

    def _repr_html_(self) -> str:
        return notebook.record("", self._cells_())

    def __str__(self) -> str:
        figure = self.missing.value if self.missing else self.quantity
        return f"{self.organization}: {self.indicator}, {self.period}: {figure}"


def _is_sound(one: Any) -> bool:
    """Whether every part is of its type, in one look.

    No other value is made so often, and a validator a part would take twice the time.
    """
    return (
        isinstance(one.indicator, Indicator)
        and isinstance(one.organization, Organization)
        and isinstance(one.period, Period)
        and (one.quantity is None or isinstance(one.quantity, Quantity))
        and isinstance(one.breakdown, tuple)
        and isinstance(one.role, Role)
        and isinstance(one.status, Status)
        and isinstance(one.scope, Scope)
        and (one.reported_on is None or type(one.reported_on) is date)
        and (one.missing is None or isinstance(one.missing, Missing))
        and isinstance(one.source, str)
        and (one.span is None or isinstance(one.span, Span))
    )


_CHECKS: Final = {
    "indicator": _fields.instance(Indicator),
    "organization": _fields.instance(Organization),
    "period": _fields.instance(Period),
    "quantity": _fields.optional(_fields.instance(Quantity)),
    "breakdown": _breakdown,
    "role": _fields.instance(Role),
    "status": _fields.instance(Status),
    "scope": _fields.instance(Scope),
    "reported_on": _fields.optional(_fields.day),
    "missing": _fields.optional(_fields.instance(Missing)),
    "source": _fields.instance(str),
    "span": _fields.optional(_fields.instance(Span)),
}
