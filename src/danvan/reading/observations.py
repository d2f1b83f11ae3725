"""The observations of a report: the figures of which it is clear what they are.

:func:`~danvan.reading.map_figures` has all of them, with how sure each is and with
those that are not mapped.
"""

from __future__ import annotations

from danvan.catalogue import Catalogue
from danvan.indicators import Indicator, Observation
from danvan.notebook import Rows
from danvan.organizations import Organizations
from danvan.reading.figure_mapping import map_figures
from danvan.reading.figure_periods import period_of
from danvan.reports import Report

__all__ = ["find_observations", "period_of"]


def find_observations(
    report: Report,
    organizations: Organizations,
    *,
    catalogue: Catalogue[Indicator] | None = None,
) -> Rows[Observation]:
    """The figures of a report whose indicator, organization and period are clear.

    Args:
        report: a report that was read from a text.
        organizations: the tree the bodies it names belong to.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        InvalidValueError: the period of the report cannot be told from its title or date.
    """
    return map_figures(report, organizations, catalogue=catalogue).observations
