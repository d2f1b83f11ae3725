"""The reporting cycle: who owes which report to whom, what came in, what it became.

A :class:`Regime` says who owes what to whom, how often and by when; a
:class:`Submission` is what one organization sent for one period, with the
history of what became of it.  Only what stands (sent, received, accepted or
revised, and not returned or replaced) is counted.

>>> from datetime import date
>>> from danvan.organizations import Organizations
>>> from danvan.periods import Period
>>> tree = Organizations.shipped("tam_duong")
>>> draft = Submission(tree["tam_duong.women"], Period.parse("9 tháng năm 2023"))
>>> sent = draft.moved(State.SENT, on=date(2023, 9, 1), by="Chủ tịch")
>>> sent.state.value, sent.counts
('đã gửi', True)
"""

from danvan.reporting.regime import Duty, Regime
from danvan.reporting.submission import Event, State, Submission, standing

__all__ = ["Duty", "Event", "Regime", "State", "Submission", "standing"]
