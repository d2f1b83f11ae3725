"""What the figures of two published reports say of each other, held or shown wrong.

The table was read by hand from a nine-month report and a review of one year; the
other two papers at hand have notes of their own (``test_gold.py``).
"""

import re
import tomllib
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from danvan.indicators import Change, Comparison
from danvan.periods import Period
from danvan.quantities import Agreement, Quantity, Ratio, Tally

TABLE = Path(__file__).parent / "data" / "relations.toml"
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
RELATIONS = tomllib.loads(TABLE.read_text("utf-8"))["relation"]


def of(*kinds):
    return [
        pytest.param(one, id=f"{one['paper']}-{one['id']}")
        for one in RELATIONS
        if one["kind"] in kinds
    ]


def parsed(one):
    return Quantity.parse(one["stated"]), [Quantity.parse(part) for part in one["parts"]]


def verdict(stated, computed):
    if not stated.hard.intersects(computed.hard):
        return "wrong"
    if not stated.likely.intersects(computed.likely):
        return "unlikely"
    return "holds" if computed.low == stated.low else "open"


def expected(one):
    return one.get("verdict", "holds"), Decimal(one.get("difference", 0))


@pytest.mark.parametrize("one", of("sum", "repeat"))
def test_sums_and_repeats(one):
    stated, parts = parsed(one)
    stated, computed = Tally.of(stated), Tally.sum([Tally.of(part) for part in parts])
    assert (verdict(stated, computed), computed.low - stated.low) == expected(one)


@pytest.mark.parametrize("one", of("within"))
def test_parts_within_a_whole(one):
    stated, parts = parsed(one)
    assert not any(part.exceeds(stated) for part in parts)
    assert expected(one) == ("holds", 0)


@pytest.mark.parametrize("one", of("share"))
def test_shares(one):
    stated, (numerator, denominator) = parsed(one)
    assert Ratio(numerator, denominator).agrees_with(stated) is Agreement.ROUNDED
    assert expected(one) == ("holds", 0)


def test_the_plan_that_is_not_printed_is_the_only_one():
    stated, done = Quantity.parse("152%"), Quantity(274)
    plans = [n for n in range(1, 1000) if Ratio(done, Quantity(n)).agrees_with(stated)]
    assert plans == [180]


@pytest.mark.parametrize("one", of("rise"))
def test_rises(one):
    now, (by, before) = parsed(one)
    risen = Comparison(now, Change.RISE, by, Period.year(2022))
    assert before.amount in risen.earlier()
    if now.qualifier is None:
        assert Comparison.between(now, before, Period.year(2022)) == risen


@pytest.mark.parametrize("one", of("years"))
def test_years(one):
    since, year = date.fromisoformat(one["parts"][0]), int(one["parts"][1])
    years = int(Quantity.parse(one["stated"]).value)
    review = Period.review(since, years)
    assert review.full_years == years
    late = year - (review.last + timedelta(days=1)).year
    assert ("wrong" if late else "holds", late) == expected(one)


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/corpus here")
@pytest.mark.parametrize("one", of("sum", "within", "repeat", "share", "rise", "years"))
def test_the_figures_stand_in_the_paper(one):
    text = (CORPUS / f"{one['paper']}.txt").read_text("utf-8")
    for figure in (one["stated"], *([] if one.get("unprinted") else one["parts"])):
        numeral = next(word for word in figure.split() if word[0].isdigit())
        if figure != "100%":  # which two equal numbers say without it
            assert re.search(rf"(?<![\d.,]){re.escape(numeral)}(?!\d|[.,]\d)", text), figure
