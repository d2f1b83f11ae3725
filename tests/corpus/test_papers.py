"""The four real papers, where they lie beside a checkout: read and checked without an exception."""

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest

import danvan
from danvan import Severity
from danvan.reading import find_citations, find_organizations, find_quantities

SHARED = Path(__file__).resolve().parents[3] / "shared"
PAPERS = [
    "tam_duong_bao_cao_2023",
    "tam_duong_ke_hoach_2023",
    "tam_duong_bc_460_9_thang",
    "chu_puh_so_ket_529",
]
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="no ../shared/corpus here"),
]


@pytest.fixture(params=PAPERS)
def paper(request):
    path = SHARED / "corpus" / f"{request.param}.txt"
    return danvan.read_report(path), path.read_text("utf-8")


def test_the_text_is_the_source_and_every_place_lies_in_it(paper):
    report, text = paper
    assert report.text == text
    for found in (*find_citations(text), *find_quantities(text)):
        assert text[found.start : found.end] == found.text
    for finding in danvan.check(report):
        for span in finding.spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.end - span.start <= 160
        assert finding.message("vi")
        assert finding.message("en")


def test_organizations_are_found_in_place(paper):
    report, text = paper
    tree = danvan.Organizations.shipped("chu_puh" if "chu_puh" in report.name else "tam_duong")
    found = find_organizations(text, tree)
    assert len(found) > 20
    assert all(text[m.start : m.end] == m.text for m in found)


# what a reader with a pencil finds in the two papers that have no annotations
KNOWN = {
    "tam_duong_bc_460_9_thang": {("DV201", Decimal(-3)), ("DV243", Decimal(-2)), ("DV302", None)},
    "chu_puh_so_ket_529": {("DV201", Decimal(-4)), ("DV262", None), ("DV303", None)},
}


@pytest.mark.parametrize("name", KNOWN)
def test_known_slips_and_no_others(name):
    report = danvan.read_report(SHARED / "corpus" / f"{name}.txt")
    loud = [f for f in danvan.check(report) if f.severity > Severity.NOTE]
    assert {(f.code, f.difference) for f in loud} == KNOWN[name]


@pytest.mark.parametrize("name", ["tam_duong_bao_cao_2023", "tam_duong_ke_hoach_2023"])
def test_nothing_is_said_against_a_relation_that_holds(name):
    text = (SHARED / "corpus" / f"{name}.txt").read_text("utf-8")
    gold = json.loads((SHARED / "gold" / f"{name}.checks.json").read_text("utf-8"))
    wrong = [piece for g in gold if not g["holds"] for piece in g["quote"].split(" … ")]
    report = danvan.read_report(SHARED / "corpus" / f"{name}.txt")
    for finding in danvan.check(report):
        if finding.severity > Severity.NOTE:
            first = finding.spans[0]
            around = text[max(0, first.start - 80) : first.end + 80]
            assert any(piece[:20] in around or around[60:100] in piece for piece in wrong), finding


@pytest.mark.timed
def test_checking_takes_at_most_five_times_as_long_as_reading():
    largest = max((SHARED / "corpus").glob("*.txt"), key=lambda path: path.stat().st_size)
    reading, checking = [], []
    for _ in range(7):
        start = time.process_time()
        report = danvan.read_report(largest)
        read = time.process_time()
        danvan.check(report)
        reading.append(read - start)
        checking.append(time.process_time() - read)
    assert min(checking) <= 5 * min(reading)
