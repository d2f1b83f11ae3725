"""Figures of old units carried over to the new ones that took their place.

Counts add; of a unit that was split, a part with a stated share goes over, and where
nobody has said how large the part is, anything from nothing to all.  A ratio is worked
out anew from its two sides.  What can be neither added nor divided stays behind, and is
handed back with the reason.  The old figures are never changed: each new one keeps the
trail of those it was made of.

>>> from datetime import date
>>> from danvan.indicators import indicators
>>> from danvan.organizations import Branch, Level, Organizations, Succession, SuccessionKind
>>> from danvan.periods import Period
>>> from danvan.quantities import Quantity
>>> day, code = date(2025, 7, 1), "propaganda.sessions"
>>> old = [Organization(of, f"Xã {of.upper()}", "xa", Level.COMMUNE, Branch.TERRITORY)
...        for of in ("a", "b")]
>>> new = Organizations((Organization("n", "Xã N", "xa", Level.COMMUNE, Branch.TERRITORY),))
>>> walk = Crosswalk((Succession("a", "n", day), Succession("b", "n", day, SuccessionKind.PART)))
>>> moved = rebase(
...     [Observation(indicators()[code], one, Period.year(2024), Quantity.parse(figure))
...      for one, figure in zip(old, ("5 buổi", "8 buổi"))], walk, new)
>>> print(moved[code, "n"].value, moved[code, "n"].hard)
5 - 13 buổi [5; 13]
>>> [(one.figure.organization.name, str(one.figure.quantity), one.link.share)
...  for one in moved[code, "n"].parts]
[('Xã A', '5 buổi', None), ('Xã B', '8 buổi', None)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

import attrs
from attrs import field, frozen

from danvan import notebook
from danvan.aggregation.combining import combined, percent_of, refusal
from danvan.errors import InvalidValueError, NotAdditiveError, UnknownCodeError
from danvan.indicators import (
    Combination,
    Indicator,
    Kind,
    Observation,
    Role,
    Scope,
    as_known,
)
from danvan.organizations import Crosswalk, Organization, Part, Succession
from danvan.periods import Period
from danvan.quantities import STANDARD, Interval, Policy, Qualifier, Quantity, Tally
from danvan.quantities.exact import EXACT, rounded

__all__ = ["Carried", "LeftOut", "RebasedFigure", "Rebasing", "Units", "rebase"]

_ONE = Decimal(1)


class Units(Protocol):
    """Where the new units are found: a tree of organizations, or a country."""

    def get(self, code: str, on: date | None = None) -> Organization | None:
        """The bearer of a code on a day, or ``None``."""
        ...


@frozen
class Carried:
    """A figure of an old unit, and the way by which it, or a part of it, went over.

    Attributes:
        figure: the figure as it was: an observation, or what was carried over before.
        link: the succession, with its share and the directive that did it.
    """

    figure: Figure
    link: Succession


@frozen
class RebasedFigure:
    """A figure of a new unit, made of those of the old ones.

    Attributes:
        indicator: what is counted.
        organization: the new unit.
        period: the time it is for, as the old figures were.
        hard: what the old figures assert of it, in the base unit.
        likely: what they likely mean.
        value: the figure in the words an office would print, "khoảng" where a share of
            a figure was taken; ``None`` where no number can be said, only the interval.
        breakdown: what part of the whole it is.
        role: whether it is what was done, planned, aimed at or expected.
        scope: whether it takes in those below the organization.
        parts: the trail: the old figures, none of them changed.
        sides: of a ratio worked out anew, its numerator and denominator.
        missing: the old units that went into the new one and gave no figure; none of
            them counts as zero.
        tally: the sum behind it, or ``None`` for a figure that is no sum.
    """

    indicator: Indicator
    organization: Organization
    period: Period
    hard: Interval
    likely: Interval
    value: Quantity | None
    breakdown: tuple[tuple[str, str], ...] = ()
    role: Role = Role.ACTUAL
    scope: Scope = Scope.WHOLE
    parts: tuple[Carried, ...] = field(default=(), repr=False)
    sides: tuple[RebasedFigure, ...] = field(default=(), repr=False)
    missing: tuple[str, ...] = ()
    tally: Tally | None = field(default=None, repr=False)

    @property
    def is_complete(self) -> bool:
        """Whether every old unit that went into the new one gave a figure."""
        return not self.missing

    def _cells_(self) -> dict[str, object]:
        return {
            "Đơn vị mới": self.organization.full_name,
            "Chỉ tiêu": self.indicator.name,
            "Phần": self.indicator.part(self.breakdown),
            "Thời gian": str(self.period),
            "Số liệu": self.hard if self.value is None else self.value,
            "Từ các đơn vị cũ": notebook.some([one.figure.organization for one in self.parts]),
            "Chưa có số liệu": notebook.some(self.missing),
        }

    def _repr_html_(self) -> str:
        return notebook.record("", self._cells_())

    def __str__(self) -> str:
        return f"{self.organization}: {self.indicator}, {self.period}: {self.value or self.hard}"


Figure: TypeAlias = Observation | RebasedFigure


@frozen
class LeftOut:
    """A figure that could not go over, or not everywhere.

    Attributes:
        figure: the figure.
        reason: why, and what to do instead.
    """

    figure: Figure
    reason: str


@frozen
class Rebasing:
    """What became of a set of figures.

    Attributes:
        found: the figures of the new units.
        left_out: the figures that stayed behind, each with the reason.
        unreported: the observations that say why there is no figure.
    """

    found: tuple[RebasedFigure, ...]
    left_out: tuple[LeftOut, ...] = ()
    unreported: tuple[Observation, ...] = ()

    def _repr_html_(self) -> str:
        behind = [f"{one.figure}: {one.reason}" for one in self.left_out[: notebook.MOST_ROWS]]
        return notebook.listing("Số liệu của đơn vị mới", self.found) + (
            notebook.said("Không chuyển được:", *behind) if behind else ""
        )

    def __getitem__(self, key: tuple[str, str]) -> RebasedFigure:
        """The figure of an indicator and a new unit, where there is one such figure."""
        found = [one for one in self.found if (one.indicator.code, one.organization.code) == key]
        if not found:
            raise UnknownCodeError("rebased figures", " of ".join(key))
        if len(found) > 1:
            raise InvalidValueError("rebased figures", key, "a key of one figure alone")
        return found[0]

    def __iter__(self) -> Iterator[RebasedFigure]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)


# What figures must share to be put together, and the new unit they are put together for.
_Thing = tuple[str, Period, tuple[tuple[str, str], ...], Role, Scope]
_Place = tuple[_Thing, str]


def rebase(
    figures: Iterable[Figure], crosswalk: Crosswalk, units: Units, *, policy: Policy = STANDARD
) -> Rebasing:
    """Carry figures over from the old units to the new ones.

    A new unit that is exactly one old one takes over all its figures as they are.  Else
    flows, stocks and balances add up, the greatest and the least are taken of units that
    went over whole, and a ratio that was reported is worked out anew where both its sides
    went over from the same old units.

    Args:
        figures: observations of the old units, or what an earlier change left of them; of
            an observation that was stated anew the last one counts.
        crosswalk: the successions of one day.
        units: the tree or country in which the new units stand on that day.
        policy: how the words of the figures are read.

    Raises:
        UnknownCodeError: a new unit of the crosswalk is not among ``units``.
    """
    change = _Change(crosswalk, policy)
    change.take(figures)
    ratios = []
    for place in tuple(change.came):
        is_ratio = change.came[place][0].figure.indicator.kind is Kind.RATIO
        if is_ratio and change.sole(place[1]) is None:
            ratios.append(place)
        else:
            change.put(place, units)
    for place in ratios:  # of which both sides have gone over by now
        change.divide(place, units)
    return Rebasing(
        tuple(change.found.values()), tuple(change.left_out.values()), tuple(change.unreported)
    )


class _Change:
    """One change of units, figure by figure."""

    def __init__(self, crosswalk: Crosswalk, policy: Policy) -> None:
        self.crosswalk, self.policy = crosswalk, policy
        self.came: dict[_Place, list[Carried]] = {}
        self.found: dict[_Place, RebasedFigure] = {}
        self.left_out: dict[int, LeftOut] = {}
        self.unreported: list[Observation] = []

    def take(self, figures: Iterable[Figure]) -> None:
        """Sort the figures by what they are and by the units they go into."""
        given = tuple(figures)
        counting = {id(one) for one in as_known(f for f in given if isinstance(f, Observation))}
        seen: set[_Place] = set()
        for one in given:
            thing = (one.indicator.code, one.period, one.breakdown, one.role, one.scope)
            links = self.crosswalk.successors(one.organization.code)
            again = (thing, one.organization.code) in seen
            if again or (isinstance(one, Observation) and id(one) not in counting):
                self._leave(one, "the same thing was stated anew")
            elif isinstance(one, Observation) and one.missing is not None:
                self.unreported.append(one)
            elif not links:
                self._leave(one, f"{one.organization.code} has no successor in the crosswalk")
            else:
                seen.add((thing, one.organization.code))
                for link in links:
                    self.came.setdefault((thing, link.new), []).append(Carried(one, link))

    def sole(self, new: str) -> Succession | None:
        """The link to a unit that is exactly one old unit, under whatever name."""
        link, *others = self.crosswalk.predecessors(new)
        return link if not others and link.known_share == _ONE else None

    def put(self, place: _Place, units: Units) -> None:
        """Put the figures of one new unit together, as their indicator allows."""
        parts = self.came[place]
        indicator = parts[0].figure.indicator
        if self.sole(place[1]):
            self._keep(place, units, self._alone(parts[0].figure), parts)
            return
        how = indicator.over_organizations
        try:
            if how is not Combination.SUM and any(c.link.known_share != _ONE for c in parts):
                raise refusal(indicator, "a part of a unit and others")
            tallies = [_share(self._tally(c.figure), c.link) for c in parts]
            tally, _ = combined(indicator, how, tallies, "units")
        except NotAdditiveError as error:
            for part in parts:
                self._leave(part.figure, str(error))
            return
        value = tally.quantity(indicator.unit)
        self._keep(place, units, (tally.hard, tally.likely, value, tally), parts)

    def divide(self, place: _Place, units: Units) -> None:
        """Work a ratio out anew from its sides, if these come from the same old units."""
        parts = self.came[place]
        indicator = parts[0].figure.indicator
        (_, *of), new = place
        top, bottom = (
            self.found.get(((code or "", *of), new))  # type: ignore[arg-type]  # the rest of a thing
            for code in (indicator.numerator, indicator.denominator)
        )
        intervals = None
        if top and bottom and _olds(top) == _olds(bottom):
            intervals = percent_of(top, bottom)
        if top is None or bottom is None or intervals is None:
            for part in parts:
                self._leave(part.figure, str(refusal(indicator, "several units")))
            return
        hard, likely = intervals
        value = _percent(likely, indicator.unit)
        self._keep(place, units, (hard, likely, value, None), parts, (top, bottom))

    def _alone(self, figure: Figure) -> tuple[Interval, Interval, Quantity | None, Tally | None]:
        """A figure as it is, of whatever kind."""
        if isinstance(figure, RebasedFigure):
            return figure.hard, figure.likely, figure.value, figure.tally
        quantity = _stated(figure)
        try:
            tally = Tally.of(quantity, self.policy)
        except NotAdditiveError:
            tally = None
        return quantity.hard(self.policy), quantity.likely(self.policy), quantity, tally

    def _tally(self, figure: Figure) -> Tally:
        if isinstance(figure, Observation):
            return Tally.of(_stated(figure), self.policy)
        if figure.tally is None:
            raise refusal(figure.indicator, "several units")
        return figure.tally

    def _keep(
        self,
        place: _Place,
        units: Units,
        figure: tuple[Interval, Interval, Quantity | None, Tally | None],
        parts: list[Carried],
        sides: tuple[RebasedFigure, ...] = (),
    ) -> None:
        (_, period, breakdown, role, scope), new = place
        indicator, link = parts[0].figure.indicator, parts[0].link
        organization = units.get(new, link.on)
        if organization is None:
            raise UnknownCodeError("new units", new, where=f"successor of {link.old} on {link.on}")
        hard, likely, value, tally = figure
        gave = {part.link.old for part in parts}
        predecessors = (one.old for one in self.crosswalk.predecessors(new))
        missing = tuple(old for old in predecessors if old not in gave)
        self.found[place] = RebasedFigure(
            indicator, organization, period, hard, likely, value, breakdown, role, scope,
            tuple(parts), sides, missing, tally,
        )  # fmt: skip

    def _leave(self, figure: Figure, reason: str) -> None:
        self.left_out.setdefault(id(figure), LeftOut(figure, reason))


def _olds(figure: RebasedFigure) -> set[str]:
    return {part.link.old for part in figure.parts}


def _stated(observation: Observation) -> Quantity:
    if observation.quantity is None:
        raise InvalidValueError("observation", str(observation), "one with a figure")
    return observation.quantity


def _share(tally: Tally, link: Succession) -> Tally:
    """The part of a figure that goes over by a link."""
    share = link.known_share
    if share == _ONE:
        return tally
    hard = Part(link.old, tally.hard, share).carried
    likely = Part(link.old, tally.likely, share).carried
    if share is None:
        return attrs.evolve(tally, low=Decimal(0), hard=hard, likely=likely)
    return attrs.evolve(
        tally,
        low=rounded(EXACT.multiply(tally.low, share), tally.precision),
        high=rounded(EXACT.multiply(tally.high, share), tally.precision),
        hard=hard,
        likely=likely,
        words=tally.words | {Qualifier.parse("khoảng")},
    )


def _percent(likely: Interval, unit: str) -> Quantity | None:
    """A percentage to two decimals, where the two sides say one."""
    cent = Decimal("0.01")
    if likely.low is None or likely.high is None:
        return None
    low, high = rounded(likely.low, cent), rounded(likely.high, cent)
    return Quantity(low, unit, high=high if high > low else None)
