"""The checks noted by hand on two real papers, where they lie beside a checkout."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from danvan.quantities import Agreement, Quantity, Ratio, Tally

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD.is_dir(), reason="no ../shared/gold here"),
]


def noted(kind):
    if not GOLD.is_dir():
        return []
    return [
        pytest.param(check, id=check["id"])
        for path in sorted(GOLD.glob("*.checks.json"))
        for check in json.loads(path.read_text("utf-8"), parse_float=Decimal)
        if check["kind"] == kind
    ]


def figure(stated, unit=""):
    word = stated["qualifier"]
    text = str(Quantity(Decimal(stated["value"]), unit))
    return Quantity.parse(f"{word} {text}" if word else text)


@pytest.mark.parametrize("check", noted("sum"))
def test_sums(check):
    total = Tally.of(figure(check["total"]))
    parts = Tally.sum([Tally.of(figure(part)) for part in check["parts"]])
    assert total.hard.intersects(parts.hard) is check["holds"]
    if not check["holds"]:
        assert parts.low - total.low == check["delta"]


@pytest.mark.parametrize("check", noted("subset"))
def test_subsets(check):
    total = figure(check["total"]).hard()
    inside = [figure(part).hard().exceeds(total) is not True for part in check["parts"]]
    assert all(inside) is check["holds"]


@pytest.mark.parametrize("check", noted("ratio"))
def test_ratios(check):
    numerator, denominator = (figure(part) for part in check["parts"])
    agreement = Ratio(numerator, denominator).agrees_with(figure(check["total"], "%"))
    if check["holds"]:
        assert agreement is Agreement.ROUNDED
    else:  # the one that was cut off where it should have been rounded
        assert agreement is Agreement.TRUNCATED
