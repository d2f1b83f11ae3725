"""New figures with those of last period and of last year beside them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.indicators import Comparison, Observation
from danvan.periods import Period

__all__ = ["Beside", "beside"]

_observation = _fields.instance(Observation)


@frozen
class Beside:
    """A figure with the earlier ones of the same thing.

    Attributes:
        now: the figure.
        previous: that of the period before, or ``None`` where there is none.
        last_year: that of the same period last year, or ``None``.
    """

    now: Observation = field(validator=_observation)
    previous: Observation | None = field(default=None, validator=_fields.optional(_observation))
    last_year: Observation | None = field(default=None, validator=_fields.optional(_observation))

    @property
    def since_previous(self) -> Comparison | None:
        """How it went since the period before; ``None`` where nobody can tell."""
        return _compared(self.now, self.previous)

    @property
    def since_last_year(self) -> Comparison | None:
        """How it went since the same period last year; ``None`` where nobody can tell."""
        return _compared(self.now, self.last_year)


def _compared(now: Observation, before: Observation | None) -> Comparison | None:
    if before is None or now.quantity is None or before.quantity is None:
        return None
    try:
        return Comparison.between(now.quantity, before.quantity, before.period)
    except InvalidValueError:
        return None  # what the words assert overlaps, or they count different things


def beside(
    observations: Iterable[Observation], earlier: Iterable[Observation]
) -> tuple[Beside, ...]:
    """Put earlier figures beside new ones, by indicator, organization and breakdown.

    Args:
        observations: the new figures.
        earlier: all earlier ones; of several of one thing the last given is taken.
    """
    known = {_key(one, one.period): one for one in earlier}
    return tuple(
        Beside(
            one,
            known.get(_key(one, one.period.previous())),
            known.get(_key(one, one.period.same_period_last_year())),
        )
        for one in observations
    )


def _key(one: Observation, period: Period) -> tuple[object, ...]:
    return (
        one.indicator.code,
        one.organization.code,
        one.breakdown,
        one.role,
        one.scope,
        period,
    )
