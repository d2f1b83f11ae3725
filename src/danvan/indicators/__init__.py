"""What is counted and what was reported of it.

An :class:`Indicator` is an entry of a catalogue and says how its figures may be
put together; an :class:`Observation` is one figure of one organization for one
period, or the reason why there is none.  Definitions follow the habit of the
statistical system (code, name, concept, unit, breakdowns, office responsible).

>>> from danvan.indicators import indicators
>>> indicators()["loans.outstanding"].over_time.name
'LAST'
"""

from danvan.indicators.comparison import Change, Comparison
from danvan.indicators.files import read_observations
from danvan.indicators.fulfilment import Fulfilment
from danvan.indicators.groups import IndicatorGroup, group_of, indicator_groups
from danvan.indicators.indicator import (
    Breakdown,
    BreakdownKind,
    Combination,
    Indicator,
    Kind,
    indicators,
)
from danvan.indicators.observation import Missing, Observation, Role, Scope, Status
from danvan.indicators.revisions import as_known

__all__ = [
    "Breakdown",
    "BreakdownKind",
    "Change",
    "Combination",
    "Comparison",
    "Fulfilment",
    "Indicator",
    "IndicatorGroup",
    "Kind",
    "Missing",
    "Observation",
    "Role",
    "Scope",
    "Status",
    "as_known",
    "group_of",
    "indicator_groups",
    "indicators",
    "read_observations",
]
