"""The figures a template is filled with, asked for one by one."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import Factory, field, frozen

from danvan import _fields
from danvan.aggregation import Aggregate, Aggregates, Coverage, roll_up
from danvan.catalogue import Catalogue
from danvan.errors import NotAdditiveError, UnknownCodeError
from danvan.indicators import Combination, Indicator, Missing, Observation, Role, indicators
from danvan.organizations import Organization, Organizations
from danvan.periods import Period

__all__ = ["Figures"]

Breakdown = tuple[tuple[str, str], ...]


def _all(observations: Iterable[Observation]) -> tuple[Observation, ...]:
    return tuple(observations)


def _codes(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(codes)


def _by_indicator(figures: Figures) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for one in figures.observations:
        found.setdefault(one.indicator.code, []).append(one)
    return found


@frozen
class Figures:
    """What was reported, and for whom and for when a report is to be written.

    Figures of other periods may stand among the observations: those of last year
    and those planned are what this year's are compared with.

    Attributes:
        observations: the figures, of all periods and roles.
        organizations: the tree they are of.
        organization: the code of the organization that reports.
        period: the time it reports on.
        units: the codes of those its figures are made up of, as a table lists them;
            where none are given, those that reported an indicator and their like.
        catalogue: the indicators; those danvan ships if none are given.

    >>> from danvan.quantities import Quantity
    >>> tree, nine = Organizations.shipped("tam_duong"), Period.nine_months(2023)
    >>> figures = Figures(
    ...     [Observation(indicators()["propaganda.sessions"], tree[f"tam_duong.{code}"], nine,
    ...                  Quantity.parse(figure))
    ...      for code, figure in [("women", "865 buổi"), ("farmers", "523 buổi")]],
    ...     tree, "tam_duong.party", nine)
    >>> print(figures.total(figures.catalogue["propaganda.sessions"]).value)
    1.388 buổi

    Raises:
        UnknownCodeError: an organization or a unit that is not of the tree.
    """

    observations: tuple[Observation, ...] = field(converter=_all, repr=False)
    organizations: Organizations = field(validator=_fields.instance(Organizations))
    organization: str = field(validator=_fields.text)
    period: Period = field(validator=_fields.instance(Period))
    units: tuple[str, ...] = field(default=(), converter=_codes, validator=_fields.tuple_of(str))
    catalogue: Catalogue[Indicator] = field(factory=indicators, repr=False)
    _observed: dict[str, list[Observation]] = field(
        init=False, eq=False, repr=False, default=Factory(_by_indicator, takes_self=True)
    )
    _rolled: dict[object, Aggregates] = field(init=False, eq=False, repr=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        for code in (self.organization, *self.units):
            self.organizations[code]

    @property
    def reporter(self) -> Organization:
        """The organization that reports."""
        return self.organizations[self.organization]

    def total(
        self,
        indicator: Indicator,
        breakdown: Breakdown = (),
        *,
        period: Period | None = None,
        role: Role = Role.ACTUAL,
    ) -> Aggregate | None:
        """The figure of the organization that reports; ``None`` where there is none.

        Raises:
            NotAdditiveError: only figures of the units are there, and they do not add up.
        """
        rolled = self._roll_up(indicator, (self.organization,), period or self.period, role)
        try:
            return rolled[indicator.code, self.organization, breakdown]
        except UnknownCodeError:
            return None

    def members(
        self, indicator: Indicator, period: Period | None = None
    ) -> tuple[Organization, ...]:
        """Those the figure is made up of, without those it does not apply to."""
        if self.units:
            excused = self.excused(indicator, period or self.period)
            chosen = (self.organizations[code] for code in self.units)
            return tuple(one for one in chosen if one not in excused)
        try:
            total = self.total(indicator, period=period)
        except NotAdditiveError:
            return ()
        if total is None:
            return ()
        made = next((one for one in _with_parts(total) if one.parts), None)
        return made.expected if made else ()

    def each(
        self, indicator: Indicator, breakdown: Breakdown = (), *, period: Period | None = None
    ) -> dict[Organization, Aggregate]:
        """The figures of the members, without those that have none."""
        members = self.members(indicator, period)
        if indicator.over_organizations is Combination.SUM:
            # A sum has its parts in it; rolling up to each unit would take their square in time.
            total = self.total(indicator, breakdown, period=period)
            found = {} if total is None else _parts(total, {one.code for one in members})
        else:
            rolled = self._roll_up(
                indicator, tuple(one.code for one in members), period or self.period, Role.ACTUAL
            )
            found = {
                one.organization.code: one
                for one in rolled
                if (one.indicator, one.breakdown) == (indicator, breakdown)
            }
        return {one: found[one.code] for one in members if one.code in found}

    def silent(self, total: Aggregate) -> tuple[Organization, ...]:
        """The members whose figures do not stand in a total; none of a stated one."""
        if total.own:
            return ()
        if not self.units or total.indicator.over_organizations is not Combination.SUM:
            return total.missing
        members = self.members(total.indicator, total.period)
        reported = _parts(total, {one.code for one in members})
        return tuple(one for one in members if one.code not in reported)

    def coverage(self, indicator: Indicator) -> Coverage:
        """Which members did a thing at all, which say they did not, which say nothing."""
        reported = self.each(indicator)
        lists: dict[str, list[Organization]] = {"done": [], "not_done": [], "silent": []}
        for member in self.members(indicator):
            one = reported.get(member)
            if one is not None and (one.value.value > 0 or one.value.high):
                lists["done"].append(member)
            else:
                said_none = one is not None and one.is_complete
                lists["not_done" if said_none else "silent"].append(member)
        return Coverage(
            indicator,
            tuple(lists["done"]),
            tuple(lists["not_done"]),
            tuple(lists["silent"]),
            self.excused(indicator, self.period),
        )

    def excused(self, indicator: Indicator, period: Period) -> tuple[Organization, ...]:
        """Those who say that the figure does not apply to them or is not due."""
        return tuple(
            dict.fromkeys(
                one.organization
                for one in self._observed.get(indicator.code, ())
                if one.missing in (Missing.NOT_APPLICABLE, Missing.NOT_DUE)
                and one.period == period
                and not one.breakdown
            )
        )

    def values(self, indicator: Indicator, dimension: str) -> tuple[str, ...]:
        """The parts of a breakdown, those it names first, then any other that was reported."""
        known = indicator.breakdown(dimension)
        reported = (
            value
            for one in self._observed.get(indicator.code, ())
            for found, value in one.breakdown
            if found == dimension
        )
        return tuple(dict.fromkeys((*(known.values if known else ()), *reported)))

    def _roll_up(
        self, indicator: Indicator, to: tuple[str, ...], period: Period, role: Role
    ) -> Aggregates:
        key = indicator.code, to, period, role
        if key not in self._rolled:
            self._rolled[key] = roll_up(
                self._needed(indicator), self.organizations, to=to, period=period, role=role
            )
        return self._rolled[key]

    def _needed(self, indicator: Indicator) -> Iterable[Observation]:
        """The figures of an indicator, with those it is made of or weighed by."""
        sides = (indicator.numerator, indicator.denominator, indicator.weight)
        for code in dict.fromkeys((indicator.code, *filter(None, sides))):
            yield from self._observed.get(code, ())


def _with_parts(total: Aggregate) -> tuple[Aggregate, ...]:
    """A total, and what its parts give where it was stated beside them."""
    beside = (
        overlap.computed
        for overlap in total.overlaps
        if overlap.stated.organization == total.organization
    )
    return (total, *beside)


def _parts(total: Aggregate, codes: set[str]) -> dict[str, Aggregate]:
    """The aggregates of some organizations that stand in a total or beside it."""
    found: dict[str, Aggregate] = {}
    waiting = [part for one in _with_parts(total) for part in one.parts]
    while waiting:
        one = waiting.pop()
        if one.organization.code in codes:
            found.setdefault(one.organization.code, one)
        else:
            waiting.extend(part for stated in _with_parts(one) for part in stated.parts)
    return found
