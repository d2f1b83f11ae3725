"""An organization's own doing is added to what those below it did; a total is not."""

from decimal import Decimal

from danvan import Organizations, Period, Quantity, roll_up
from danvan.indicators import Observation, Scope, indicators

TREE = Organizations.shipped("tam_duong")
NINE = Period.nine_months(2023)


def figure(code, text, scope=Scope.WHOLE):
    return Observation(
        indicators()["dialogues.sessions"],
        TREE[f"tam_duong.{code}"],
        NINE,
        Quantity.parse(text),
        scope=scope,
    )


PARTS = [
    figure("party", "01 cuộc", Scope.ALONE),
    figure("people_committee", "01 cuộc", Scope.ALONE),
    figure("party_committees", "14 hội nghị"),
    figure("people_committees", "06 hội nghị"),
]


def test_own_doing_and_totals_below_add_up():
    total = roll_up(PARTS, TREE, to="district", period=NINE)["dialogues.sessions"]
    assert total.value.amount == 22
    assert not total.overlaps
    assert {one.code.rpartition(".")[2] for one in total.reported} == {
        "party", "people_committee", "party_committees", "people_committees",
    }  # fmt: skip
    assert sorted(one.scope.name for one in total.sources) == ["ALONE", "ALONE", "WHOLE", "WHOLE"]


def test_a_published_total_is_held_beside_them():
    total = roll_up([*PARTS, figure("party", "23 cuộc")], TREE, to="district", period=NINE)
    (overlap,) = total["dialogues.sessions"].overlaps
    assert total["dialogues.sessions"].value.amount == 23
    assert overlap.difference == Decimal(-1)
    assert not overlap.agrees
