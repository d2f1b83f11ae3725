"""The workbooks of a round in one folder, read in one call, and their totals written."""

import shutil

import pytest

pytest.importorskip("xlsxwriter", reason="needs danvan[excel]")
pytest.importorskip("python_calamine", reason="needs danvan[excel]")
pytest.importorskip("openpyxl", reason="needs openpyxl, of the dependency group test")

import openpyxl

from danvan import roll_up
from danvan.errors import UnreadableFileError
from danvan.findings import Severity
from danvan.integrations.workbooks.folder import progress_bar, read_workbooks
from danvan.integrations.workbooks.templates import write_templates
from danvan.integrations.workbooks.totals import write_aggregates
from danvan.reporting import Line, routes
from integrations.mobilized import FIGURES, FORM, NINE, SHEET, TREE


@pytest.fixture
def folder(tmp_path):
    """Workbooks of a round: one right, one with slips, one sent twice, one broken, two silent."""
    place = tmp_path / "bieu"
    among = routes([Line("ban_mai.communes.*.party", "ban_mai.party")], TREE, NINE.last)
    files = write_templates(FORM, among, NINE, place)
    for number, file in enumerate(files[:4]):
        book = openpyxl.load_workbook(file)
        for at, value in FIGURES.items():
            book[SHEET][at] = value + number
        if number == 1:
            book[SHEET]["E12"] = -1
        book.save(file)
    shutil.copy(files[2], place / "ban_sao.xlsx")
    book = openpyxl.load_workbook(files[3])
    book[SHEET]["E12"] = 99
    book.save(place / "ban_khac.xlsx")
    files[4].write_bytes(b"PK, no workbook")
    for file in files[5:]:
        file.unlink()
    (place / "~$khoa.xlsx").write_bytes(b"")
    (place / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    return place, among, files


def test_a_folder_in_one_call(folder):
    place, among, files = folder
    seen = []
    got = read_workbooks(
        place, FORM, TREE, period=NINE, among=among, progress=lambda *step: seen.append(step)
    )
    assert [step[:2] for step in seen] == [(n, 8) for n in range(1, 9)]
    assert [error.path.rpartition("/")[2] for error in got.failures] == sorted(
        [files[4].name, "cu.xls"]
    )
    assert [f.code for f in got.findings if f.severity is not Severity.NOTE] == ["DV694", "DV625"]
    assert [f.code for f in got.findings.only("DV624")] == ["DV624"]
    assert {one.organization.code for one in got.submissions} == {file.stem for file in files[:3]}
    assert [one.code for one in got.missing] == [file.stem for file in files[4:]]
    states = {one.organization.code: one.state for one in got.senders}
    assert [states[file.stem] for file in files[:5]] == [
        "đã gửi",
        "đã gửi",
        "gửi 2 tệp",
        "gửi 2 tệp",
        "chưa gửi",
    ]
    assert f"4/{len(among)} đơn vị đã gửi" in str(got)
    assert "không đọc được" in str(got)
    assert got._repr_html_().count("<tr>") == len(among) + 1


def test_a_file_named_by_a_code_is_of_that_organization(folder):
    place, among, files = folder
    shutil.copy(files[0], files[5])
    got = read_workbooks(place, FORM, TREE, among=among)
    assert [f.spans[0].report.name for f in got.findings.only("DV682")] == [files[5].name]


def test_no_folder(tmp_path):
    with pytest.raises(UnreadableFileError, match="a folder of workbooks"):
        read_workbooks(tmp_path / "khong", FORM, TREE)


def test_the_bar_ends_its_line(capsys):
    show = progress_bar(width=4)
    show(1, 2, "a.xlsx")
    show(2, 2, "b.xlsx")
    assert capsys.readouterr().err.endswith("\n")


def test_totals_out(folder, tmp_path):
    place, among, files = folder
    got = read_workbooks(place, FORM, TREE, among=among)
    totals = roll_up(
        got.observations,
        TREE,
        to="ban_mai.party",
        period=NINE,
        expected=[one.code for one in got.among],
    )
    path = write_aggregates(totals, tmp_path / "tong.xlsx", title="=Tổng hợp")
    book = openpyxl.load_workbook(path)
    sheet = book["Tổng hợp"]
    assert sheet["A2"].value == "=Tổng hợp"
    assert sheet["A2"].data_type == "s"
    assert sheet["A3"].value == f"{TREE['ban_mai.party'].full_name}, 9 tháng năm 2026"
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [row[2] for row in rows] == [str(one.value) for one in totals]
    assert [row[3] for row in rows] == [one.value.value for one in totals]
    assert "#,##0" in sheet["D5"].number_format
    assert [row[5] for row in rows] == [one.counts for one in totals]
    assert f"3/{len(among)}" in {row[5] for row in rows}
    silent = list(book["Chưa có số liệu"].iter_rows(min_row=5, values_only=True))
    assert len(silent) == sum(len(one.missing) for one in totals)
    sources = list(book["Nguồn số liệu"].iter_rows(min_row=5, values_only=True))
    assert len(sources) == len(got.observations)
    assert f"{files[0].name}, Biểu 1!E8" in {row[-1] for row in sources}
