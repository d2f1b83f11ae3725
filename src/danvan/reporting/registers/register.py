"""Registers (sổ theo dõi): typed tables whose counts for a period are observations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import ClassVar, Final, Generic, Protocol, TypeVar, cast

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.findings import Finding, Findings, rules
from danvan.indicators import Indicator, Observation, Role, indicators
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.quantities.exact import EXACT

__all__ = ["Entry", "Figure", "Register"]

Figure = tuple[str, Decimal, tuple[tuple[str, str], ...]]
"""What an entry adds: the code of an indicator, how much, and its parts as pairs of
dimension and value, each of which is counted by itself."""

_Key = tuple[str, tuple[tuple[str, str], ...]]
_ZERO: Final = Decimal(0)


class Entry(Protocol):
    """What every entry of a register has."""

    COUNTED: ClassVar[tuple[str, ...]]
    """The indicators its register counts; of these no entry means zero."""

    @property
    def organization(self) -> Organization:
        """The body that keeps it."""
        ...

    def figures(self, period: Period) -> Iterable[Figure]:
        """What it adds to the figures of a period."""
        ...


E = TypeVar("E", bound=Entry)


@frozen
class Register(Generic[E]):
    """The entries of one kind that some organizations keep, for some time.

    Who keeps a register and has no entry in a period has none to count: that is an
    explicit zero, and no silence.

    Attributes:
        of: the class of its entries.
        keepers: who keeps it, each for itself.
        kept: the time for which it is kept without gaps.
        entries: the entries, in the order of the table.

    Raises:
        InvalidValueError: an entry of another class, or of one that does not keep it.
    """

    of: type[E] = field(validator=_fields.instance(type))
    keepers: tuple[Organization, ...] = field(validator=_fields.tuple_of(Organization))
    kept: Period = field(validator=_fields.instance(Period))
    entries: tuple[E, ...] = field(default=(), validator=_fields.instance(tuple))

    def __attrs_post_init__(self) -> None:
        keepers = set(self.keepers)
        for entry in self.entries:
            if not isinstance(entry, self.of):
                raise InvalidValueError("Register.entries", entry, self.of.__name__)
            if entry.organization not in keepers:
                raise InvalidValueError(
                    "Register.entries", entry.organization.code, "an entry of one of its keepers"
                )

    def _repr_html_(self) -> str:
        count = Counter(entry.organization for entry in self.entries)
        rows = ({"Đơn vị": one.full_name, "Số mục": count[one]} for one in self.keepers)
        title = f"Sổ theo dõi {self.kept}: {len(self.entries)} mục"
        return notebook.table(title, rows, len(self.keepers))

    def observations(
        self, period: Period, catalogue: Catalogue[Indicator] | None = None
    ) -> tuple[Observation, ...]:
        """What the register counts for a period: of each keeper the wholes, and their parts.

        Of an indicator that was taken apart every part is counted, with zero where
        none of the entries is of it.

        Raises:
            InvalidValueError: a period it was not kept for all through.
        """
        if period not in self.kept:
            raise InvalidValueError("period of a register", str(period), f"within {self.kept}")
        known = indicators() if catalogue is None else catalogue
        entries: dict[Organization, list[E]] = {keeper: [] for keeper in self.keepers}
        for entry in self.entries:
            entries[entry.organization].append(entry)
        return tuple(
            Observation(
                known[code],
                keeper,
                period,
                Quantity(amount, known[code].unit),
                breakdown=breakdown,
                source="sổ theo dõi",
            )
            for keeper, own in entries.items()
            for (code, breakdown), amount in sorted(self._summed(own, period, known).items())
        )

    def _summed(
        self, entries: Iterable[E], period: Period, known: Catalogue[Indicator]
    ) -> dict[_Key, Decimal]:
        sums: dict[_Key, Decimal] = {(code, ()): _ZERO for code in self.of.COUNTED}
        for entry in entries:
            for code, amount, parts in entry.figures(period):
                sums[code, ()] = EXACT.add(sums.get((code, ()), _ZERO), amount)
                for dimension, value in parts:
                    breakdown = known[code].breakdown(dimension)
                    for one in breakdown.values if breakdown else ():
                        sums.setdefault((code, ((dimension, one),)), _ZERO)
                    key = (code, ((dimension, value),))
                    sums[key] = EXACT.add(sums.get(key, _ZERO), amount)
        return sums

    def check(
        self,
        reported: Iterable[Observation],
        period: Period,
        catalogue: Catalogue[Indicator] | None = None,
    ) -> Findings:
        """Whether the figures of a report are those of the register (DV631, DV632).

        Looked at are the actual figures its keepers reported for this period.  "trên 20"
        agrees with 25 entries.  A figure that is not reported is one only where the
        register has something to count.
        """
        stated = {
            (one.organization.code, one.indicator.code, one.breakdown): one
            for one in reported
            if one.period == period and one.role is Role.ACTUAL and one.quantity is not None
        }
        return Findings(
            finding
            for own in self.observations(period, catalogue)
            if (
                finding := _differs(
                    own, stated.get((own.organization.code, own.indicator.code, own.breakdown))
                )
            )
        )


def _differs(own: Observation, report: Observation | None) -> Finding | None:
    counted = cast("Quantity", own.quantity)  # a register always counts
    said = report.quantity if report is not None else None
    if said is None and (own.breakdown or not counted.value):
        return None
    if said is not None and counted.amount in said.hard():
        return None
    spans = (report.span,) if report is not None and report.span else ()
    return rules()["DV632" if said is None else "DV631"].at(
        *spans,
        difference=None if said is None else EXACT.subtract(counted.amount, said.amount),
        organization=own.organization.full_name,
        period=own.period,
        indicator=own.indicator.name,
        sum=own.quantity,
        total=said,
    )
