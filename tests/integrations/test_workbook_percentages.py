"""A cell formatted as a percentage holds the hundredth of what it shows."""

import pytest

pytest.importorskip("python_calamine", reason="needs danvan[excel]")
pytest.importorskip("xlsxwriter", reason="needs danvan[excel]")

from danvan.indicators import indicators
from danvan.integrations.workbooks.layout import SheetLine
from danvan.integrations.workbooks.values import read_value
from danvan.reporting import Cell

SHARE = SheetLine(Cell(indicators()["petitions.settled_share"]), "1", 7)
SESSIONS = SheetLine(Cell(indicators()["propaganda.sessions"]), "2", 8)


def test_a_share_below_one_is_kept_and_asked_about():
    quantity, (code, parts) = read_value(0.925, SHARE)
    assert (str(quantity), code, str(parts["hundredfold"])) == ("0,925%", "DV672", "92,5%")


@pytest.mark.parametrize("cell", [92.5, 1.0, 0.0, "0,9"])
def test_others_are_not(cell):
    _, trouble = read_value(cell, SHARE)
    assert trouble is None or trouble[0] != "DV672"


def test_nor_are_figures_that_are_no_shares():
    _, trouble = read_value(0.5, SESSIONS)
    assert trouble[0] == "DV696"
