"""Coverage and timeliness: how many of those that owed a report sent it, and in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.quantities import Quantity, Ratio
from danvan.reporting.duty import Duty, DutyState

__all__ = ["By", "Timeliness", "timeliness"]


class By(Word):
    """What the rows of a table of timeliness go by."""

    ORGANIZATION = "organization"
    PERIOD = "period"
    REPORT = "report"


@frozen
class Timeliness:
    """How the duties of one organization, one period or one report stand on a day.

    Attributes:
        name: the organization, the period or the report.
        counts: how many duties stand in which state; every state once, in order.
    """

    name: str = field(validator=_fields.text)
    counts: tuple[tuple[DutyState, int], ...] = field(validator=_fields.tuple_of(tuple))

    def __getitem__(self, state: DutyState) -> int:
        return dict(self.counts)[state]

    @property
    def owed(self) -> int:
        """How many reports are owed, those not yet due too."""
        return sum(count for _, count in self.counts)

    @property
    def met(self) -> int:
        """How many are there and count."""
        return sum(count for state, count in self.counts if state.is_met)

    @property
    def coverage(self) -> Ratio:
        """How many of those owed are there: "10/12"."""
        return Ratio(Quantity(self.met), Quantity(self.owed))

    @property
    def in_time(self) -> Ratio:
        """How many of those owed came in time: "9/12"."""
        return Ratio(Quantity(self[DutyState.IN_TIME]), Quantity(self.owed))

    def _cells_(self) -> dict[str, object]:
        counts = ((state.value.capitalize(), count or None) for state, count in self.counts)
        return {"": self.name, "Phải gửi": self.owed, "Đã gửi": self.met, **dict(counts)}

    def _repr_html_(self) -> str:
        return notebook.record("", self._cells_())

    def __str__(self) -> str:
        states = ", ".join(f"{state.value} {count}" for state, count in self.counts if count)
        return f"{self.name}: {self.coverage} ({states})"


def timeliness(duties: Iterable[Duty], on: date, by: By = By.PERIOD) -> notebook.Rows[Timeliness]:
    """A row for each organization, period or report, in the order in which they come.

    Every duty is counted in one row and in one state, so that the rows add up to
    what is owed.
    """
    rows: dict[tuple[str, str], Counter[DutyState]] = {}
    for duty in duties:
        row = {
            By.ORGANIZATION: (duty.organization.code, duty.organization.full_name),
            By.PERIOD: ("", str(duty.period)),
            By.REPORT: ("", duty.report),
        }[by]
        rows.setdefault(row, Counter())[duty.state(on)] += 1
    return notebook.Rows(
        Timeliness(name, tuple((state, counted[state]) for state in DutyState))
        for (_, name), counted in rows.items()
    )
