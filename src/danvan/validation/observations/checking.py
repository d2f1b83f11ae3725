"""Running the checks over observations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from danvan.findings import Finding, Findings, in_order
from danvan.indicators import Observation
from danvan.organizations import Organizations
from danvan.quantities import STANDARD, Policy
from danvan.reporting import Round
from danvan.validation.observations.balance_checks import check_balances, check_carried_over
from danvan.validation.observations.balances import Balance
from danvan.validation.observations.balances import balances as known_balances
from danvan.validation.observations.breakdowns import check_breakdowns
from danvan.validation.observations.duplicates import check_duplicates
from danvan.validation.observations.observed import Observed
from danvan.validation.observations.outcome import Outcome, counted
from danvan.validation.observations.outliers import check_outliers
from danvan.validation.observations.over_time import check_cumulative, check_periods
from danvan.validation.observations.rounds import check_rounds
from danvan.validation.observations.shares import check_shares
from danvan.validation.observations.targets import check_targets
from danvan.validation.observations.units import check_units

__all__ = ["OBSERVATION_CHECKS", "ObservationCheck", "check_observations"]

ObservationCheck = Callable[[Observed], Iterable[Outcome | Finding]]

OBSERVATION_CHECKS: tuple[ObservationCheck, ...] = (
    check_breakdowns,
    check_cumulative,
    check_periods,
    check_duplicates,
    check_outliers,
    check_balances,
    check_carried_over,
    check_shares,
    check_units,
    check_targets,
    check_rounds,
)
"""What :func:`check_observations` runs; a rule of one's own is one more function."""


def check_observations(
    observations: Iterable[Observation],
    organizations: Organizations | None = None,
    *,
    rounds: Iterable[Round] = (),
    on: date | None = None,
    balances: Iterable[Balance] | None = None,
    policy: Policy = STANDARD,
    checks: Iterable[ObservationCheck] = OBSERVATION_CHECKS,
) -> Findings:
    """What is wrong among figures, and how much of it could be looked at.

    Breakdowns against their wholes, running totals, shorter periods against longer
    ones, things stated twice, figures far off their own history, balances, shares,
    units against the body above them, targets, and reports that are owed.  What the words of
    the figures assert apart is an error, what only their likely meaning sets apart a
    warning.  A missing figure is no zero: the check it is wanted for is not made, and
    :attr:`Findings.evaluations <danvan.findings.Findings.evaluations>` counts it.

    The figures are taken at their word for what they are of.  Those that were read
    from running text want confirming first: a part taken for its whole contradicts it.

    Args:
        observations: the figures, of any bodies, periods and roles.
        organizations: who stands under whom; without it, units are not looked at.
        rounds: rounds of reporting, for completeness and timeliness.
        on: the day on which those are seen; needed with rounds.
        balances: which indicators make a balance; those danvan knows if none are given.
        policy: how figures are read.
        checks: the functions to run; the shipped ones by default.

    Raises:
        InvalidValueError: rounds without a day.

    >>> from danvan.indicators import indicators
    >>> from danvan.periods import Period
    >>> from danvan.quantities import Quantity
    >>> women = Organizations.shipped("tam_duong")["tam_duong.women"]
    >>> sessions = indicators()["propaganda.sessions"]
    >>> stated = [(Period.nine_months(2023), "865 buổi"), (Period.year(2023), "856 buổi")]
    >>> found = check_observations(
    ...     Observation(sessions, women, period, Quantity.parse(figure))
    ...     for period, figure in stated)
    >>> print(found[0].code, found[0].difference)
    DV645 9
    >>> print(found.evaluations[0].message("en"))
    cumulative figures do not fall: evaluated 1, not 0
    """
    drawn_up = tuple(known_balances() if balances is None else balances)
    observed = Observed(tuple(observations), organizations, tuple(rounds), on, drawn_up, policy)
    outcomes = [outcome for check in checks for outcome in _run(check, observed)]
    found = in_order(finding for outcome in outcomes for finding in outcome.findings)
    return Findings(found, evaluations=counted(outcomes))


def _run(check: ObservationCheck, observed: Observed) -> Iterator[Outcome]:
    """The outcomes of a check; a finding alone counts as one under the name of the function."""
    for found in check(observed):
        yield found if isinstance(found, Outcome) else Outcome(_name(check), (found,))


def _name(check: ObservationCheck) -> str:
    return getattr(check, "__name__", type(check).__name__)
