"""The time figures are about: periods, and the calendars that move their edges.

A :class:`Period` is two days; month, quarter, half-year, nine months, year and
stage are recognized from them.  A :class:`Calendar` says which days an office
counts into a period, as Decree 09/2019/NĐ-CP and local rules set it.  :func:`find_periods`
reads the ways in which papers name periods.

>>> from danvan.periods import Period
>>> Period.parse("9 tháng năm 2023").cadence.name
'NINE_MONTHS'
"""

from danvan.periods.calendar import Calendar, calendars, cut_off
from danvan.periods.period import Cadence, Period
from danvan.periods.terms import Term, terms
from danvan.periods.wording import PeriodMention, find_periods

__all__ = [
    "Cadence",
    "Calendar",
    "Period",
    "PeriodMention",
    "Term",
    "calendars",
    "cut_off",
    "find_periods",
    "terms",
]
