"""Goals: the targets of a plan, held against what was reported at the end.

>>> goal = Goal("Cơ quan, đơn vị đạt chuẩn văn hóa", Quantity.parse("95% trở lên"))
>>> print(goal.result(Quantity.parse("92,7%")))
Cơ quan, đơn vị đạt chuẩn văn hóa: 95% trở lên; kết quả 92,7%: không đạt
>>> goal.result(None).state.value
'không báo cáo'
"""

from __future__ import annotations

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.indicators import Fulfilment
from danvan.quantities import STANDARD, Policy, Quantity

__all__ = ["Goal", "GoalResult", "GoalState"]


class GoalState(Word):
    """What became of a goal; the value is the word for it."""

    MET = "đạt"
    NOT_MET = "không đạt"
    OPEN = "chưa khẳng định được"
    """What was reported allows either."""
    NOT_REPORTED = "không báo cáo"


@frozen
class Goal:
    """One target of a plan.

    Attributes:
        name: what is to be reached, in words.
        target: how much: "trên 85%", "95% trở lên", "từ 01 - 02 mô hình".
        indicator: the code of the indicator that measures it, or "".
        source: the paper and the place in it.
    """

    name: str = field(validator=_fields.text)
    target: Quantity = field(validator=_fields.instance(Quantity))
    indicator: str = field(default="", validator=_fields.instance(str))
    source: str = field(default="", validator=_fields.instance(str))

    def result(
        self, actual: Quantity | None, source: str = "", policy: Policy = STANDARD
    ) -> GoalResult:
        """Hold a figure against it, or the lack of one.

        Raises:
            InvalidValueError: the figure counts another thing than the target.
        """
        if actual is None:
            return GoalResult(self, None, GoalState.NOT_REPORTED, source)
        states = {True: GoalState.MET, False: GoalState.NOT_MET, None: GoalState.OPEN}
        met = Fulfilment(actual, self.target).is_met(policy)
        return GoalResult(self, actual, states[met], source)


@frozen
class GoalResult:
    """What became of a goal.

    Attributes:
        goal: the goal.
        actual: what was reported, or ``None``.
        state: whether that meets it.
        source: where it was reported.
    """

    goal: Goal = field(validator=_fields.instance(Goal))
    actual: Quantity | None = field(validator=_fields.optional(_fields.instance(Quantity)))
    state: GoalState = field(validator=_fields.instance(GoalState))
    source: str = field(default="", validator=_fields.instance(str))

    def __str__(self) -> str:
        said = f"kết quả {self.actual}: " if self.actual else ""
        return f"{self.goal.name}: {self.goal.target}; {said}{self.state.value}"
