"""Every relation noted by hand on two real papers, where they lie beside a checkout.

What is right comes out right, and what is wrong comes out wrong by what was noted.
"""

import json
from collections import Counter
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from danvan.periods import Period, terms
from danvan.quantities import Agreement, Quantity, Ratio, Tally
from danvan.reading import find_citations

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not GOLD.is_dir(), reason="no ../shared/gold here"),
]
NOTED = [
    (path.stem.removesuffix(".checks"), check)
    for path in sorted(GOLD.glob("*.checks.json"))
    for check in json.loads(path.read_text("utf-8"), parse_float=Decimal)
]


def noted(*kinds):
    return [
        pytest.param(check, id=f"{paper}-{check['id']}")
        for paper, check in NOTED
        if kind_of(check) in kinds
    ]


def kind_of(check):
    if check["kind"] != "citation":
        return check["kind"]
    return check["id"].partition("-")[0]


def figure(stated, unit=""):
    word = stated["qualifier"]
    text = str(Quantity(Decimal(stated["value"]), unit))
    return Quantity.parse(f"{word} {text}" if word else text)


def figures(check):
    return [figure(part) for part in check["parts"]]


def test_nothing_noted_goes_untested():
    assert Counter(kind_of(check) for _, check in NOTED) == {
        "sum": 36, "subset": 28, "repeat": 14, "ratio": 10,
        "cite": 12, "anniv": 12, "chron": 6, "term": 7,
    }  # fmt: skip
    assert len(NOTED) == 125


@pytest.mark.parametrize("check", noted("sum"))
def test_sums(check):
    total = Tally.of(figure(check["total"]))
    parts = Tally.sum([Tally.of(part) for part in figures(check)])
    assert total.hard.intersects(parts.hard) is check["holds"]
    assert parts.low - total.low == check["delta"]


@pytest.mark.parametrize("check", noted("subset"))
def test_subsets(check):
    total = figure(check["total"])
    greater = [part for part in figures(check) if part.exceeds(total)]
    assert (not greater) is check["holds"]
    assert [part.amount - total.amount for part in greater] == [check["delta"]] * len(greater)


@pytest.mark.parametrize("check", noted("repeat"))
def test_repeats(check):
    once = figure(check["total"])
    others = [one for one in figures(check) if not one.hard().intersects(once.hard())]
    assert (not others) is check["holds"]
    assert [one.amount - once.amount for one in others] == [check["delta"]] * len(others)


@pytest.mark.parametrize("check", noted("ratio"))
def test_ratios(check):
    ratio = Ratio(*figures(check))
    stated = figure(check["total"], "%")
    agreement = ratio.agrees_with(stated)
    if check["holds"]:
        assert agreement is Agreement.ROUNDED
    else:  # the one that was cut off where it should have been rounded
        assert agreement is Agreement.TRUNCATED
    assert ratio.percent(places=3) - stated.value == Decimal(str(check["delta"]))


@pytest.mark.parametrize("check", noted("anniv"))
def test_anniversaries(check):
    (cited,) = find_citations(check["quote"])
    year, issued_in = (part["value"] for part in check["parts"])
    assert cited.issued_on.year == issued_in
    review = Period.review(cited.issued_on, int(check["total"]["value"]))
    held_in = year - int(check["delta"])  # the year in which so many years are full
    assert date(held_in, 1, 1) <= review.last <= date(held_in, 12, 31)
    assert (held_in == year) is check["holds"]


@pytest.mark.parametrize("check", noted("chron"))
def test_what_carries_out_another_paper_is_younger(check):
    later, earlier = (day(check["total"]), day(check["parts"][0]))
    read = {one.issued_on for one in find_citations(check["quote"])} - {None}
    assert later in read <= {later, earlier}
    assert (later > earlier) is check["holds"]


@pytest.mark.parametrize("check", noted("cite"))
def test_a_paper_cited_twice_has_one_day(check):
    days = {day(one) for one in (check["total"], *check["parts"])} - {None}
    read = {one.issued_on for one in find_citations(check["quote"])} - {None}
    assert (len(days) == 1) is check["holds"]
    assert read <= days


@pytest.mark.parametrize("check", noted("term"))
def test_terms(check):
    first, last = (part["value"] for part in check["parts"])
    (cited,) = find_citations(check["quote"])
    year = int(check["total"]["value"])
    # A paper dated by its year alone may be of any day of it.
    days = [cited.issued_on] if cited.issued_on else [date(year, 1, 1), date(year, 12, 31)]
    sitting = {
        term for day in days for term in terms().on(day)
        if (term.valid_from.year, term.valid_to.year) == (first, last)
    }  # fmt: skip
    assert bool(sitting) is check["holds"]
    assert {one.year for one in days} == {year}


def day(noted_day):
    value = noted_day["value"]
    return None if value is None else datetime.strptime(str(value), "%Y%m%d").date()
