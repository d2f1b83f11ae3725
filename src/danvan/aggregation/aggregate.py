"""Aggregates: totals that know what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property

from attrs import field, frozen

from danvan import notebook
from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.indicators import Indicator, Observation
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Interval, Quantity, Tally
from danvan.quantities.exact import EXACT

__all__ = ["Aggregate", "Aggregates", "Overlap"]

Breakdown = tuple[tuple[str, str], ...]


@frozen
class Aggregate:
    """A figure put together from others, with everything it rests on.

    Attributes:
        indicator: what is counted.
        organization: for whom; the figures are of it and of those below it.
        period: for what time.
        tally: what the figures come to and what they assert.
        method: how it was put together, in words.
        breakdown: what part of the whole it is.
        expected: who was to report; see :func:`roll_up`.
        reported: the organizations whose figures stand in it; an explicit zero counts.
        own: the organization's own observations, where these are the figure.
        parts: the aggregates it was put together from, where they are.
        overlaps: figures stated for an organization whose parts were reported too,
            here and below; the stated one is used, and never added to its parts.
        conflicts: pairs of observations of one thing that cannot both be right.
        incomplete: who reported for a part of the period only.
    """

    indicator: Indicator
    organization: Organization
    period: Period
    tally: Tally
    method: str
    breakdown: Breakdown = ()
    expected: tuple[Organization, ...] = field(default=(), repr=False)
    reported: tuple[Organization, ...] = field(default=(), repr=False)
    own: Sequence[Observation] = field(default=(), repr=False)
    parts: tuple[Aggregate, ...] = field(default=(), repr=False)
    overlaps: tuple[Overlap, ...] = field(default=(), repr=False)
    conflicts: tuple[tuple[Observation, Observation], ...] = field(default=(), repr=False)
    incomplete: tuple[Organization, ...] = field(default=(), repr=False)

    @property
    def value(self) -> Quantity:
        """The figure in the words an office would print; a single one as it was stated."""
        if len(self.own) == 1 and self.own[0].quantity is not None:
            return self.own[0].quantity
        return self.tally.quantity(self.indicator.unit)

    @property
    def hard(self) -> Interval:
        """What the figures assert of it, in the base unit."""
        return self.tally.hard

    @property
    def likely(self) -> Interval:
        """What they likely mean, in the base unit."""
        return self.tally.likely

    @property
    def sources(self) -> tuple[Observation, ...]:
        """The observations that stand in the figure."""
        return tuple(found for one in self.leaves() for found in one.own)

    @property
    def missing(self) -> tuple[Organization, ...]:
        """Those expected that did not report; none of them counts as zero."""
        reported = set(self.reported)
        return tuple(one for one in self.expected if one not in reported)

    @property
    def counts(self) -> str:
        """How many of those expected reported, as an office writes it: "4/6"."""
        return f"{len(self.expected) - len(self.missing)}/{len(self.expected)}"

    @property
    def basis(self) -> str:
        """The same, with how many of them reported for a part of the period only."""
        part = len(self.incomplete)
        return f"{self.counts}, {part} chưa đủ kỳ" if part else self.counts

    @property
    def is_complete(self) -> bool:
        """Whether all that were expected reported, and for the whole period."""
        return not self.missing and not self.incomplete

    @property
    def counters(self) -> tuple[str, ...]:
        """The units its figures were counted in; more than one makes a mixed total."""
        units = (one.quantity.base_unit for one in self.sources if one.quantity)
        return tuple(dict.fromkeys(units))

    def explain(self) -> str:
        """The figure and all it was made of, a line each, down to its sources.

        Who was expected and is silent stands there too, as does what the parts of a
        stated total come to.
        """
        return "\n".join(_explained(self, str(self.organization), ""))

    def leaves(self) -> Iterator[Aggregate]:
        """The aggregates at the bottom of it, each stated by its own organization."""
        waiting: list[Aggregate] = [self]
        while waiting:
            one = waiting.pop()
            if one.own:
                yield one
            waiting.extend(reversed(one.parts))

    def _cells_(self) -> dict[str, object]:
        return {
            "Chỉ tiêu": self.indicator.name,
            "Đơn vị": self.organization.full_name,
            "Phần": self.indicator.part(self.breakdown),
            "Thời gian": str(self.period),
            "Số liệu": self.value,
            "Có số liệu": self.basis,
            "Chưa có số liệu": notebook.some(self.missing),
        }

    def _repr_html_(self) -> str:
        parts = notebook.listing("Gồm các phần", self.parts) if self.parts else ""
        return notebook.record("", {**self._cells_(), "Cách tính": self.method}) + parts

    def __str__(self) -> str:
        what = self.indicator.of(self.breakdown)
        return f"{self.organization}: {what}, {self.period}: {self.value}"


def _explained(one: Aggregate, name: str, margin: str) -> Iterator[str]:
    yield f"{margin}{name}: {one.value}"
    margin += "  "
    if len(one.own) > 1:
        yield from (f"{margin}{source.period}: {source.quantity}" for source in one.own)
    for part in one.parts:
        yield from _explained(part, str(part.organization), margin)
    silent_below = {missing for part in one.parts for missing in part.missing}
    yield from (f"{margin}{silent}: –" for silent in one.missing if silent not in silent_below)
    for overlap in one.overlaps if one.own else ():
        if overlap.stated.organization == one.organization:
            yield from _explained(overlap.computed, "cộng từ các phần", margin)


@frozen
class Overlap:
    """A figure that was stated, and the same put together from its parts.

    Attributes:
        stated: the figure as stated.
        computed: what its parts give, with who reported and who did not.
    """

    stated: Aggregate
    computed: Aggregate

    @property
    def difference(self) -> Decimal:
        """Computed minus stated, of the numbers as written, in the base unit."""
        return EXACT.subtract(self.computed.value.amount, self.stated.value.amount)

    @property
    def agrees(self) -> bool:
        """Whether the two can be the same number by what their words assert."""
        return self.stated.hard.intersects(self.computed.hard)

    @property
    def likely_agrees(self) -> bool:
        """Whether they can be the same number by what an office means."""
        return self.stated.likely.intersects(self.computed.likely)


@frozen
class Aggregates:
    """The aggregates of one roll-up.

    ``totals["propaganda.sessions"]`` is the one of that indicator where there is
    one organization to it; in general it is ``totals["propaganda.sessions",
    "tam_duong.party"]``, with the breakdown as a third part where it has one.
    An indicator nobody reported has no aggregate, and surely no zero.

    Attributes:
        found: the aggregates, in the order in which their indicators were reported.
        left_out: the observations that could not stand in any: of another role, of a
            period that does not lie in the one asked for or overlaps a longer one, or of
            an organization that is not below any of those asked for.
        unreported: the observations that say why there is no figure.
    """

    found: tuple[Aggregate, ...]
    left_out: tuple[Observation, ...] = field(default=(), repr=False)
    unreported: tuple[Observation, ...] = field(default=(), repr=False)

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, Breakdown], Aggregate]:
        return {_key(one): one for one in self.found}

    def __getitem__(self, key: str | tuple[str, str] | tuple[str, str, Breakdown]) -> Aggregate:
        if isinstance(key, str):
            return self._only(key)
        indicator, organization, breakdown = key if len(key) == 3 else (*key, ())
        try:
            return self._by_key[indicator, organization, breakdown]
        except KeyError:
            raise UnknownCodeError("aggregates", str(key), self._nearest(indicator)) from None

    def _only(self, code: str) -> Aggregate:
        found = [one for one in self.found if one.indicator.code == code and not one.breakdown]
        if not found:
            raise UnknownCodeError("aggregates", code, self._nearest(code))
        if len(found) > 1:
            codes = ", ".join(one.organization.code for one in found[:5])
            raise InvalidValueError("aggregates", code, f"the organization too, one of {codes}")
        return found[0]

    def _nearest(self, code: str) -> tuple[str, ...]:
        known = dict.fromkeys(one.indicator.code for one in self.found)
        return tuple(get_close_matches(code, known, n=3))

    def __contains__(self, key: object) -> bool:
        try:
            self[key]  # type: ignore[index]  # any key may be asked for
        except (UnknownCodeError, InvalidValueError, TypeError):
            return False
        return True

    def __iter__(self) -> Iterator[Aggregate]:
        return iter(self.found)

    def __len__(self) -> int:
        return len(self.found)

    @property
    def overlaps(self) -> tuple[Overlap, ...]:
        """All figures that were stated beside their parts, each once."""
        return tuple(
            {id(overlap): overlap for one in self.found for overlap in one.overlaps}.values()
        )

    def __str__(self) -> str:
        return "\n".join(f"{one} ({one.basis})" for one in self.found) or "không có số liệu"

    def _repr_html_(self) -> str:
        return notebook.listing(f"{len(self.found)} số liệu tổng hợp", self.found)


def _key(one: Aggregate) -> tuple[str, str, Breakdown]:
    return one.indicator.code, one.organization.code, one.breakdown
