"""Figures put together, with everything they rest on.

:func:`roll_up` takes observations up the tree of organizations and over the
parts of a period; each result is an :class:`Aggregate` that knows its interval,
who was expected, who reported and who did not, and the observations behind it.
:func:`broken_down` holds totals beside their breakdowns, :func:`doubles` finds what
may have been counted twice, :func:`coverage` says who has done a thing at all, and
:func:`in_period` and :func:`cumulative` turn running totals into those of each period
and back.  :func:`consolidate` makes the
figures of the office above from those its offices sent, and :func:`rebase` carries
figures over to the units that took the place of the old ones.

The rules of sums are those of XBRL Calculations 1.1 (see
:mod:`danvan.quantities`); a figure stated beside its parts is never added to
them, and missing is never zero.

>>> from danvan.aggregation import coverage, roll_up
"""

from danvan.aggregation.aggregate import Aggregate, Aggregates, Overlap
from danvan.aggregation.breakdowns import BrokenDown, broken_down
from danvan.aggregation.consolidation import Consolidation, consolidate
from danvan.aggregation.covering import Coverage, coverage
from danvan.aggregation.doubles import Double, doubles
from danvan.aggregation.rebasing import Carried, LeftOut, RebasedFigure, Rebasing, rebase
from danvan.aggregation.rolling_up import roll_up
from danvan.aggregation.series import cumulative, in_period

__all__ = [
    "Aggregate",
    "Aggregates",
    "BrokenDown",
    "Carried",
    "Consolidation",
    "Coverage",
    "Double",
    "LeftOut",
    "Overlap",
    "RebasedFigure",
    "Rebasing",
    "broken_down",
    "consolidate",
    "coverage",
    "cumulative",
    "doubles",
    "in_period",
    "rebase",
    "roll_up",
]
