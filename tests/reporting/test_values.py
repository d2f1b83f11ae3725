"""What every record of the cycle promises: frozen, hashable, picklable, through JSON and back."""

import pickle
from datetime import date

import attrs
import pytest

from danvan import Quantity
from danvan.interchange import from_json, to_json
from danvan.organizations import Level
from danvan.reporting import (
    Assignment,
    Event,
    Evidence,
    Form,
    Goal,
    Line,
    Outcome,
    Outline,
    Regime,
    Round,
    Standing,
    State,
    Timeliness,
    WorkingDays,
    open_round,
    outlines,
    standing,
    timeliness,
    working_days,
)
from danvan.reporting.registers import (
    Dialogue,
    FundRaising,
    House,
    HouseKind,
    MobilizationModel,
    ModelField,
    ModelForm,
    PetitionBalance,
    PetitionType,
)

from .made_up import FORM, NINE, PARTIES, REGIME, TREE, returned, sent

WHO = PARTIES[0]
DAY = date(2026, 3, 5)
VALUES = [
    (Form, FORM),
    (Regime, REGIME),
    (Line, REGIME.lines[0]),
    (WorkingDays, working_days()["vietnam_2026"]),
    (Outline, outlines()["annual"]),
    (Event, returned(WHO).history[0]),
    (Standing, standing([sent(WHO), returned(PARTIES[1])])),
    (Timeliness, timeliness(open_round(REGIME, TREE, NINE).duties, DAY)[0]),
    (Goal, Goal("x", Quantity.parse("01 - 02 mô hình"))),
    (Assignment, Assignment("x", WHO, (NINE,), evidence=(Evidence(NINE, Outcome.DONE, "y", DAY),))),
    (MobilizationModel, MobilizationModel(WHO, "x", ModelField.ECONOMY, ModelForm.INDIVIDUAL, DAY,
                                          recognized=DAY, recognized_at=Level.COMMUNE)),
    (PetitionBalance, PetitionBalance(WHO, PetitionType.REQUEST, NINE, 1, 2, 3)),
    (Dialogue, Dialogue(WHO, DAY, "Bí thư", 5, 3, 3)),
    (FundRaising, FundRaising(WHO, DAY, "Quỹ", 1_000_000)),
    (House, House(WHO, DAY, HouseKind.SHELTER, 80_000_000)),
]  # fmt: skip
NAMES = [cls.__name__ for cls, _ in VALUES]


@pytest.mark.parametrize(("cls", "value"), VALUES, ids=NAMES)
class TestRecords:
    def test_frozen_slotted_and_hashable(self, cls, value):
        assert not hasattr(value, "__dict__")
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, attrs.fields(cls)[0].name, None)
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))

    def test_pickle_and_json(self, cls, value):
        assert pickle.loads(pickle.dumps(value)) == value
        assert from_json(to_json(value), cls) == value

    def test_str_says_something(self, cls, value):
        assert str(value)


def test_a_round_is_a_record_too():
    found = open_round(REGIME, TREE, NINE, [sent(WHO), sent(WHO, models__registered="14")])
    assert isinstance(found, Round)
    assert pickle.loads(pickle.dumps(found)) == found
    assert hash(found) == hash(pickle.loads(pickle.dumps(found)))


def test_states_have_the_words_of_an_office():
    assert [state.value for state in State][:2] == ["dự thảo", "đã gửi"]
    assert repr(State.SENT) == "State.SENT"
