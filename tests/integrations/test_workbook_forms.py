"""Forms as templates of workbooks: several in one, the whole catalogue."""

import sys

import pytest

pytest.importorskip("xlsxwriter", reason="needs danvan[excel]")
pytest.importorskip("python_calamine", reason="needs danvan[excel]")
pytest.importorskip("openpyxl", reason="needs openpyxl, of the dependency group test")

import openpyxl

from danvan import Organizations
from danvan.errors import InvalidValueError, MissingExtraError, UnreadableFileError
from danvan.indicators import indicators
from danvan.integrations.workbooks.reading import read_workbook
from danvan.integrations.workbooks.templates import write_template
from danvan.organizations import Organization
from danvan.reporting import Form, Row
from integrations.mobilized import COMMUNE, FORM, NINE, TREE


def test_several_forms_in_one_workbook(tmp_path):
    second = Form("poor", "Biểu 1: hộ nghèo", 1, (Row("petitions.pending"),))
    write_template([FORM, second], COMMUNE, NINE, tmp_path / "hai.xlsx")
    book = openpyxl.load_workbook(tmp_path / "hai.xlsx")
    assert book.sheetnames[:2] == ["Biểu 1", "Biểu 1 (2)"]
    book["Biểu 1"]["E8"], book["Biểu 1 (2)"]["E8"] = 5, 6
    book.save(tmp_path / "hai.xlsx")
    got = read_workbook(tmp_path / "hai.xlsx", [FORM, second], TREE)
    assert [(one.form, len(one.observations)) for one in got.submissions] == [
        ("mobilization", 1),
        ("poor", 1),
    ]


def test_the_whole_catalogue_as_a_form(tmp_path):
    form = Form.covering(indicators(), "all", "Biểu tổng hợp")
    write_template(form, COMMUNE, NINE, tmp_path / "het.xlsx")
    book = openpyxl.load_workbook(tmp_path / "het.xlsx")
    sheet = book[book.sheetnames[0]]
    cells = form.cells(indicators())
    for row in range(8, 8 + len(cells)):
        sheet.cell(row, 5).value = row
    book.save(tmp_path / "het.xlsx")
    got = read_workbook(tmp_path / "het.xlsx", form, TREE)
    assert not got.findings
    assert [(o.indicator, o.breakdown, int(o.quantity.value)) for o in got.observations] == [
        (cell.indicator, cell.breakdown, row) for row, cell in enumerate(cells, 8)]  # fmt: skip


@pytest.mark.parametrize("forms", [[], [FORM, FORM]])
def test_forms_no_workbook_can_hold(tmp_path, forms):
    with pytest.raises(InvalidValueError, match="one or more, each once"):
        write_template(forms, COMMUNE, NINE, tmp_path / "a.xlsx")


def test_places_that_cannot_be_written_to(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"want the suffix \.xlsx"):
        write_template(FORM, COMMUNE, NINE, tmp_path / "a.xls")
    with pytest.raises(UnreadableFileError, match="a place that can be written to"):
        write_template(FORM, COMMUNE, NINE, tmp_path / "khong_co" / "a.xlsx")


def test_what_is_missing_is_said_with_its_extra(monkeypatch):
    for library, module in (
        ("xlsxwriter", "workbooks.templates"), ("xlsxwriter", "workbooks.totals"),
        ("python_calamine", "workbooks.reading"), ("python_calamine", "workbooks.folder"),
    ):  # fmt: skip
        with monkeypatch.context() as patch:
            for name in list(sys.modules):
                if name.startswith(("danvan.integrations.workbook", library)):
                    patch.delitem(sys.modules, name)
            patch.setitem(sys.modules, library, None)
            with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[excel\]'") as raised:
                __import__(f"danvan.integrations.{module}")
            assert raised.value.package.replace("-", "_") == library


def test_organizations_with_hard_names(tmp_path):
    who = Organization("x", "=HYPERLINK(1)", "group", COMMUNE.level, COMMUNE.branch)
    tree = Organizations((who,))
    write_template(FORM, who, NINE, tmp_path / "x.xlsx")
    assert not read_workbook(tmp_path / "x.xlsx", FORM, tree).findings
