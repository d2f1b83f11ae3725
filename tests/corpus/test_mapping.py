"""The figures of the real papers as observations, held against rows made by hand.

Of the rows that have an indicator in the catalogue, so many must be found with the right
indicator, organization and period (recall); of what is found, so much must be such a row
(precision).  The nine-month paper was not looked at while the words were gathered: it
says how the mapping does on a paper it does not know.
"""

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import danvan
from danvan.indicators import indicators
from danvan.organizations import Organizations
from danvan.reading import find_observations, find_quantities, map_figures

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = Path(__file__).parent / "data" / "observations"
# paper: its tree, the least recall, the least precision
PAPERS = {
    "tam_duong_bao_cao_2023": ("tam_duong", "0.94", "0.94"),
    "tam_duong_ke_hoach_2023": ("tam_duong", "0.40", "0.30"),
    "chu_puh_so_ket_529": ("chu_puh", "0.91", "0.91"),
    "tam_duong_bc_460_9_thang": ("tam_duong", "0.74", "0.80"),
}
GOLD = ("tam_duong_bao_cao_2023", "tam_duong_ke_hoach_2023")
ENOUGH = Decimal("0.85")
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="no ../shared/corpus here"),
]


def rows(paper):
    with (DATA / f"{paper}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = row["proposed"] if row["indicator"] == "-" else row["indicator"]
            if code in indicators() and row["role"] != "change":
                yield int(row["start"]), code, row["organization"], row["period"]


@cache
def mapped(paper):
    report = danvan.read_report(SHARED / "corpus" / f"{paper}.txt")
    return map_figures(report, Organizations.shipped(PAPERS[paper][0]))


def found(paper):
    for one in mapped(paper).observations:
        place, body = one.span.start, one.organization.full_name
        yield place, one.indicator.code, body, str(one.period)


@pytest.mark.parametrize("paper", PAPERS)
def test_recall_and_precision(paper):
    _, recall, precision = PAPERS[paper]
    wanted, got = set(rows(paper)), set(found(paper))
    right = Decimal(len(wanted & got))
    assert right / len(wanted) >= Decimal(recall)
    assert right / len(got) >= Decimal(precision)


def test_the_two_papers_with_annotations_together():
    wanted = {(paper, *row) for paper in GOLD for row in rows(paper)}
    got = {(paper, *one) for paper in GOLD for one in found(paper)}
    assert len(wanted) >= 120
    assert Decimal(len(wanted & got)) / len(wanted) >= ENOUGH


@pytest.mark.parametrize("paper", PAPERS)
def test_no_figure_is_lost(paper):
    mapping = mapped(paper)
    report = mapping.report
    listed = {one.span.start for one in (*mapping.figures, *mapping.comparisons, *mapping.unmapped)}
    assert {mention.start for mention in find_quantities(report.text)} <= listed


@pytest.mark.parametrize("paper", PAPERS)
def test_what_is_confirmed_comes_back(paper):
    mapping, tree = mapped(paper), Organizations.shipped(PAPERS[paper][0])
    again = map_figures(mapping.report, tree, corrections=mapping.confirmations())
    assert not again.findings
    assert again.observations == mapping.observations
    assert all(figure.confidence == 1 for figure in again.figures)


def test_the_observations_are_those_of_the_mapping():
    mapping = mapped("tam_duong_ke_hoach_2023")
    tree = Organizations.shipped("tam_duong")
    assert tuple(find_observations(mapping.report, tree)) == mapping.observations
