"""What each figure of the real papers is about, read by eye: the rows hold together.

One file a paper, one row a figure, in the order of the paper:

start, numeral    the place in the text, in code points, and what stands there
indicator         what it counts; - where the catalogue has nothing for it
proposed          what the catalogue ought to have for it, as proposed.toml describes it
whole             what the b of a/b counts, with :target where it is what was aimed at
organization      the full name of the body whose figure it is
period            as Period writes it
breakdown         dimension=value, parted by semicolons; a+b where one figure is of two values
role              what it is meant as; a change since an earlier period is no observation
doubt             the columns another reader may read otherwise
sure              no where there is a doubt
"""

import csv
import tomllib
from pathlib import Path

import pytest

from danvan import Organizations, Period
from danvan.indicators import Role, indicators

SHARED = Path(__file__).resolve().parents[3] / "shared"
DATA = Path(__file__).parent / "data" / "observations"
PAPERS = {
    "chu_puh_so_ket_529": "chu_puh",
    "tam_duong_bao_cao_2023": "tam_duong",
    "tam_duong_bc_460_9_thang": "tam_duong",
    "tam_duong_ke_hoach_2023": "tam_duong",
}
COLUMNS = [
    "start", "numeral", "indicator", "proposed", "whole", "organization", "period", "breakdown",
    "role", "doubt", "sure",
]  # fmt: skip
ROLES = {role.value for role in Role} | {"earlier", "change"}

pytestmark = pytest.mark.corpus


def _read(paper):
    with (DATA / f"{paper}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = {paper: _read(paper) for paper in PAPERS}
with (DATA / "proposed.toml").open("rb") as _file:
    PROPOSED = tomllib.load(_file)


def _dimensions(code):
    """The dimensions of an indicator, each with its values: none where they are open."""
    if code in indicators():
        found = {one.dimension: one.values for one in indicators()[code].breakdowns}
    else:
        entry = next(one for one in PROPOSED["entry"] if one["code"] == code)
        found = {one["dimension"]: one.get("values", ()) for one in entry.get("breakdowns", ())}
    for more in PROPOSED["breakdown"]:
        if more["indicator"] == code:
            found.setdefault(more["dimension"], ())
    return found


@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="no ../shared/corpus here")
@pytest.mark.parametrize("paper", PAPERS)
def test_the_numeral_stands_at_its_place(paper):
    text = (SHARED / "corpus" / f"{paper}.txt").read_text("utf-8")
    for row in ROWS[paper]:
        start, numeral = int(row["start"]), row["numeral"]
        end = start + len(numeral)
        assert text[start:end] == numeral
        assert not text[start - 1].isdigit()
        assert not text[end : end + 1].isdigit()


@pytest.mark.parametrize("paper", PAPERS)
def test_the_rows_are_whole_and_in_order(paper):
    rows = ROWS[paper]
    assert all(list(row) == COLUMNS for row in rows)
    starts = [int(row["start"]) for row in rows]
    assert starts == sorted(starts)
    # "each of four held one" is the only figure of several bodies
    assert len({(row["start"], row["organization"]) for row in rows}) == len(rows)
    for row in rows:
        assert row["role"] in ROLES, row
        assert set(filter(None, row["doubt"].split(","))) <= {*COLUMNS}, row
        assert row["sure"] == ("no" if row["doubt"] else "yes"), row


def test_there_are_enough_in_every_report():
    """With an indicator, or one that should be; the review has no more figures than these."""
    counted = {
        paper: sum(row["indicator"] != "-" or bool(row["proposed"]) for row in rows)
        for paper, rows in ROWS.items()
    }
    assert counted["tam_duong_bao_cao_2023"] >= 80
    assert counted["tam_duong_bc_460_9_thang"] >= 60
    assert counted["chu_puh_so_ket_529"] >= 60


@pytest.mark.parametrize("paper", PAPERS)
def test_what_they_count_exists_or_is_proposed(paper):
    codes = {one["code"] for one in PROPOSED["entry"]}
    for row in ROWS[paper]:
        assert row["indicator"] == "-" or row["indicator"] in indicators(), row
        if row["proposed"]:
            assert row["indicator"] == "-", row
            assert row["proposed"] in codes, row
        if row["whole"]:
            whole = row["whole"].removesuffix(":target")
            assert whole in codes or whole in indicators(), row


@pytest.mark.parametrize("paper", PAPERS)
def test_whose_and_when(paper):
    tree = Organizations.shipped(PAPERS[paper])
    names = {one.full_name for one in tree}
    for row in ROWS[paper]:
        counts = row["indicator"] != "-" or row["proposed"]
        if counts or row["organization"]:
            assert row["organization"] in names, row
            assert str(Period.parse(row["period"])) == row["period"], row


@pytest.mark.parametrize("paper", PAPERS)
def test_parts_are_parts_of_their_indicator(paper):
    for row in ROWS[paper]:
        if not row["breakdown"]:
            continue
        known = _dimensions(row["proposed"] or row["indicator"])
        for pair in row["breakdown"].split(";"):
            dimension, values = pair.split("=")
            assert dimension in known, row
            if known[dimension]:
                assert set(values.split("+")) <= set(known[dimension]), row


def test_every_proposal_is_of_a_figure():
    used = {row["proposed"] for rows in ROWS.values() for row in rows} - {""}
    assert sorted(one["code"] for one in PROPOSED["entry"]) == sorted(used)
