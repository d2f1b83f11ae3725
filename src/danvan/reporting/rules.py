"""The rules the reporting cycle is checked against (DV611 to DV639)."""

from __future__ import annotations

from functools import cache

from danvan.catalogue import Catalogue
from danvan.findings import Rule

__all__ = ["reporting_rules"]


@cache
def reporting_rules() -> Catalogue[Rule]:
    """The rules over forms, submissions, registers and tasks that danvan ships.

    >>> reporting_rules()["DV612"].name
    'cell-empty'
    """
    return Catalogue.read("reporting_rules", Rule)
