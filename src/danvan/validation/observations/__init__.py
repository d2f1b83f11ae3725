"""Structured checks: figures held against one another, without any text.

:func:`check_observations` runs them all and says how many could be made.  Each
is a function of :class:`Observed` that yields what came of every relation it
looked at, as an :class:`Outcome`.
"""

from danvan.validation.observations.balances import Balance, balances
from danvan.validation.observations.checking import (
    OBSERVATION_CHECKS,
    ObservationCheck,
    check_observations,
)
from danvan.validation.observations.duplicates import Consistency, Duplicate, duplicates
from danvan.validation.observations.observed import Observed, Thing
from danvan.validation.observations.outcome import Outcome

__all__ = [
    "OBSERVATION_CHECKS",
    "Balance",
    "Consistency",
    "Duplicate",
    "ObservationCheck",
    "Observed",
    "Outcome",
    "Thing",
    "balances",
    "check_observations",
    "duplicates",
]
