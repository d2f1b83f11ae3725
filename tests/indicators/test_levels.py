"""Figures by levels: which parts there are depends on who reports, and when."""

from datetime import date

import pytest

from danvan.aggregation import broken_down, roll_up
from danvan.indicators import Observation, indicators
from danvan.organizations import Level, Organizations
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.validation import check_observations

DIALOGUES = indicators()["dialogues.sessions"]
LEVELS = next(one for one in DIALOGUES.breakdowns if one.dimension == "level")
DISTRICT = Organizations.shipped("tam_duong")
PROVINCE = Organizations.shipped("ban_mai")


@pytest.mark.parametrize(
    ("tree", "code", "year", "parts"),
    [
        (DISTRICT, "tam_duong.party", 2023, ("district", "commune")),
        (DISTRICT, "tam_duong.communes.ban_bo.party", 2023, ("commune",)),
        (PROVINCE, "ban_mai.party", 2026, ("province", "commune")),
    ],
)
def test_the_own_level_and_those_below_it_that_exist(tree, code, year, parts):
    assert LEVELS.values_for(tree[code], Period.year(year)) == parts


def test_the_level_that_went_exists_to_its_last_day():
    assert [level for level in Level if not level.exists_on(date(2025, 7, 1))] == [Level.DISTRICT]
    assert all(level.exists_on(date(2025, 6, 30)) for level in Level)


def reported(tree, code, year, **parts):
    organization, period = tree[code], Period.year(year)
    whole = Observation(DIALOGUES, organization, period, Quantity(30, "cuộc"))
    return [
        whole,
        *(
            Observation(
                DIALOGUES, organization, period, Quantity(n, "cuộc"), breakdown=(("level", part),)
            )
            for part, n in parts.items()
        ),
    ]


@pytest.mark.parametrize(
    ("tree", "code", "year", "parts", "holds"),
    [
        (DISTRICT, "tam_duong.party", 2023, {"district": 3, "commune": 27}, True),
        (DISTRICT, "tam_duong.party", 2023, {"district": 2, "commune": 27}, False),
        (PROVINCE, "ban_mai.party", 2026, {"province": 3, "commune": 27}, True),
        (PROVINCE, "ban_mai.party", 2026, {"province": 2, "commune": 27}, False),
        (PROVINCE, "ban_mai.party", 2026, {"province": 2}, True),
    ],
)
def test_all_levels_there_are_must_give_the_total(tree, code, year, parts, holds):
    observations = reported(tree, code, year, **parts)
    totals = roll_up(observations, tree, to=code, period=Period.year(year))
    assert [one.holds for one in broken_down(totals)] == [holds]
    codes = {finding.code for finding in check_observations(observations, tree)}
    assert bool(codes) is not holds
