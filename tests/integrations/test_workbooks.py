"""Templates written, filled by another library, and read back: every bad cell is told."""

import datetime as dt

import pytest

pytest.importorskip("xlsxwriter", reason="needs danvan[excel]")
pytest.importorskip("python_calamine", reason="needs danvan[excel]")
pytest.importorskip("openpyxl", reason="needs openpyxl, of the dependency group test")

import openpyxl

from danvan import Period
from danvan.indicators import Missing
from danvan.integrations.workbooks.reading import read_workbook
from danvan.integrations.workbooks.templates import write_template
from danvan.reporting import Form, Row, State
from integrations.mobilized import COMMUNE, FIGURES, FORM, NINE, SHEET, TREE

OTHER = TREE["ban_mai.communes.song_gio.party"]


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "mau.xlsx"
    write_template(FORM, COMMUNE, NINE, path, to=TREE["ban_mai.party"])
    return path


@pytest.fixture
def fill(template, tmp_path):
    """Fill the template by openpyxl: cells by address, and anything else done to the book."""

    def filled(cells=None, change=None, name="nop.xlsx"):
        book = openpyxl.load_workbook(template)
        for at, value in {**FIGURES, **(cells or {})}.items():
            book[SHEET][at] = value
        if change:
            change(book)
        book.save(tmp_path / name)
        return tmp_path / name

    return filled


def read(path, **more):
    return read_workbook(path, FORM, TREE, **more)


def told(got):
    return [(finding.code, dict(finding.parts)["place"]) for finding in got.findings]


def test_the_template_as_another_library_sees_it(template):
    book = openpyxl.load_workbook(template)
    assert book.sheetnames == [SHEET, "Hướng dẫn", "danvan"]
    assert [book[name].sheet_state for name in book.sheetnames] == [
        "visible",
        "visible",
        "veryHidden",
    ]
    sheet = book[SHEET]
    assert sheet.protection.sheet
    assert [cell.coordinate for row in sheet["B7:G14"] for cell in row if not cell.protection.locked] == [
        f"{column}{row}" for row in range(8, 15) for column in "EFG"]  # fmt: skip
    assert sheet.freeze_panes == "D8"
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["A"].hidden
    assert sheet["A1"].value == "mobilization/2"
    assert sheet["A9"].value == "models.registered|form=collective"
    assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
    assert sheet.print_title_rows == "$7:$7"
    assert sheet["B2"].value == f"Đơn vị báo cáo: {COMMUNE.full_name}"
    assert sheet["C9"].value == "- tập thể"
    rules = {rule.type: rule for rule in sheet.data_validations.dataValidation}
    assert rules["whole"].sqref.ranges
    assert "số nguyên" in rules["whole"].prompt
    assert rules["list"].formula1 == '"chưa có số liệu,không thuộc diện,chưa đến hạn"'
    assert all(len(rule.prompt) <= 255 and rule.showInputMessage for rule in rules.values())
    hidden = {tuple(cell.value for cell in row if cell.value) for row in book["danvan"]}
    assert {("organization", COMMUNE.code), ("period", "9 tháng năm 2026")} <= hidden
    assert ("form", "mobilization", "2", SHEET) in hidden


def test_a_filled_workbook_gives_its_figures_and_nothing_else(fill):
    got = read(fill())
    assert not got.findings
    assert (got.organization, got.period) == (COMMUNE, NINE)
    assert [str(one.quantity.value) for one in got.observations] == [
        "12",
        "9",
        "3",
        "8",
        "4",
        "20",
        "18",
    ]
    assert got.observations[1].breakdown == (("form", "collective"),)
    assert got.observations[4].source == "nop.xlsx, Biểu 1!E12"
    (sent,) = got.submissions
    assert (sent.form, sent.form_version, sent.state) == ("mobilization", 2, State.DRAFT)
    assert not got.check()


def test_an_empty_template_has_no_figures_and_its_form_says_what_is_missing(template):
    got = read(template)
    assert got.observations == ()
    assert not got.findings
    assert {finding.code for finding in got.check()} == {"DV612"}


BAD = [
    # value, rule, figure that is read
    ("1.200 ", "DV697", "1.200 cuộc"),  # text that has one meaning here
    ("05", "DV697", "5 cuộc"),
    ("1 295", "DV697", "1.295 cuộc"),
    ("12 cuộc", "DV697", "12 cuộc"),  # the indicator's own unit
    ("trên 394 cuộc", "DV697", "trên 394 cuộc"),
    ("12 hộ", "DV639", None),  # another unit
    ("1.5", "DV639", None),  # a decimal point or thousands: not decided
    ("1,200", "DV639", None),  # decimals here, thousands in English
    ("mười hai", "DV639", None),
    ("-", "DV639", None),  # "none" and "unknown" to different offices
    ("12 cuộc và 3 buổi", "DV639", None),
    ("x" * 5000, "DV639", None),
    (True, "DV639", None),
    (1e300, "DV639", None),
    (dt.date(2026, 9, 1), "DV640", None),
    (dt.datetime(2026, 9, 1, 10, 30), "DV640", None),
    (dt.time(10, 30), "DV640", None),
    (-3, "DV694", None),
    ("-3", "DV694", None),
    ("#DIV/0!", "DV695", None),  # openpyxl writes it as an error
    ("=1/0", "DV695", None),  # never computed
    (1.2, "DV696", None),  # 1.200 typed on a machine set to English
    ("1,5", "DV696", None),
]  # fmt: skip


@pytest.mark.parametrize(("value", "rule", "figure"), BAD, ids=[str(row[0])[:20] for row in BAD])
def test_bad_cells(fill, value, rule, figure):
    got = read(fill({"E12": value}))
    assert told(got) == [(rule, "Biểu 1!E12")]
    (finding,) = got.findings
    assert finding.spans[0].line == 12
    assert finding.spans[0].report.name == "nop.xlsx"
    assert finding.message("vi").startswith("Biểu 1!E12: ")
    assert finding.message("en") != finding.message("vi")
    found = {one.indicator.code: one for one in got.observations if not one.breakdown}
    assert (
        str(found["dialogues.sessions"].quantity) == figure
        if figure
        else "dialogues.sessions" not in found
    )
    assert len(found) == (5 if figure else 4)


def test_why_there_is_no_figure(fill):
    got = read(
        fill(
            {
                "E12": None,
                "F12": "chưa đến hạn",
                "E13": None,
                "F13": "Không thuộc diện ",
                "G13": "=mới lập",
            }
        )
    )
    found = {one.indicator.code: one for one in got.observations}
    assert found["dialogues.sessions"].missing is Missing.NOT_DUE
    assert found["petitions.received"].missing is Missing.NOT_APPLICABLE
    assert not got.findings


def test_a_note_stays_with_its_figure(fill):
    (noted,) = (
        one
        for one in read(fill({"G12": "có 1 cuộc\nđột xuất"})).observations
        if "ghi chú" in one.source
    )
    assert noted.source == "nop.xlsx, Biểu 1!E12; ghi chú: có 1 cuộc đột xuất"


@pytest.mark.parametrize(("why", "rule"), [("chưa có số liệu", "DV698"), ("bận", "DV699")])
def test_a_reason_beside_a_figure_or_none_that_is_known(fill, why, rule):
    got = read(fill({"F12": why}))
    assert [code for code, _ in told(got)] == [rule]
    assert any(one.indicator.code == "dialogues.sessions" for one in got.observations) is (
        rule == "DV699"
    )


def retitle(book):
    book[SHEET].title = "Sheet1"


def move_column(book):
    """A column put in before the figures; openpyxl moves cells and no merged ranges."""
    for merged in list(book[SHEET].merged_cells.ranges):
        book[SHEET].unmerge_cells(str(merged))
    book[SHEET].insert_cols(5)


def swap_rows(book):
    sheet = book[SHEET]
    for column in "ABCDEFG":
        one, other = sheet[f"{column}11"], sheet[f"{column}12"]
        one.value, other.value = other.value, one.value


def delete_row(book):
    book[SHEET].delete_rows(12)


def add_row(book):
    book[SHEET]["C15"], book[SHEET]["E15"] = "Số buổi khác", 7


def add_words(book):
    book[SHEET]["C15"], book[SHEET]["E15"] = "Người lập", "Phó Bí thư"


def repeat_row(book):
    for column in "ABCDEFG":
        book[SHEET][f"{column}15"] = book[SHEET][f"{column}12"].value


def change_words(book):
    book[SHEET]["C12"] = "Số cuộc họp"


def drop_column(book):
    book[SHEET]["E1"].value = None


def drop_marks(book):
    for row in range(1, 30):
        book[SHEET][f"A{row}"].value = None


CHANGED = [
    # what was done, what is told, how many figures are read all the same
    (retitle, [("DV684", "Sheet1!A1")], 7),
    (move_column, [("DV686", f"Biểu 1!{at}1") for at in "FGH"], 7),
    (swap_rows, [], 7),
    (delete_row, [("DV688", "Biểu 1!A12")], 6),
    (add_row, [("DV690", "Biểu 1!E15")], 7),
    (add_words, [], 7),
    (repeat_row, [("DV689", "Biểu 1!E15")], 7),
    (change_words, [("DV638", "Biểu 1!C12")], 7),
    (drop_column, [("DV687", "Biểu 1!A1")], 0),
    (drop_marks, [("DV687", "Biểu 1!A1")], 0),
    (lambda book: book.remove(book[SHEET]), [("DV685", "nop.xlsx")], 0),
    (lambda book: book.remove(book["danvan"]), [("DV680", "nop.xlsx")], 0),
    (lambda book: book["danvan"].delete_rows(3), [("DV680", "nop.xlsx")], 0),
    (lambda book: book["danvan"].__setitem__("B1", "99"), [("DV680", "nop.xlsx")], 0),
    (lambda book: book["danvan"].__setitem__("C4", "1"), [("DV681", "nop.xlsx")], 0),
    (lambda book: book["danvan"].__setitem__("B2", "x.y"), [("DV682", "nop.xlsx")], 0),
    (lambda book: book[SHEET].__setitem__("B2", "Đơn vị báo cáo: xã Khác"), [("DV682", "Biểu 1!B2")], 0),
    (lambda book: book[SHEET].__setitem__("B5", "Kỳ báo cáo: năm 2020"), [("DV683", "Biểu 1!B5")], 0),
]  # fmt: skip


@pytest.mark.parametrize(("change", "findings", "figures"), CHANGED)
def test_changed_workbooks(fill, change, findings, figures):
    got = read(fill(change=change))
    if change is drop_marks:
        findings = [("DV687", "Biểu 1!A1")] * 3
    assert told(got) == findings
    assert len(got.observations) == figures


def test_moved_figures_keep_their_meaning(fill):
    plain = {(o.indicator.code, o.breakdown, o.quantity) for o in read(fill()).observations}
    for change in (retitle, move_column, swap_rows):
        assert {
            (o.indicator.code, o.breakdown, o.quantity)
            for o in read(fill(change=change)).observations
        } == plain


def test_another_organization_or_period_than_wanted(fill):
    path = fill()
    assert told(read(path, organization=OTHER.code)) == [("DV682", "nop.xlsx")]
    assert told(read(path, period=Period.year(2026))) == [("DV683", "nop.xlsx")]
    assert not read(path, organization=COMMUNE.code, period=NINE).findings


def test_versions_are_read_beside_each_other(tmp_path):
    older = Form("mobilization", "Biểu 1: kết quả", 1, (Row("models.working"),))
    write_template(older, COMMUNE, NINE, tmp_path / "cu.xlsx")
    assert [f.code for f in read(tmp_path / "cu.xlsx").findings] == ["DV681"]
    got = read_workbook(tmp_path / "cu.xlsx", [FORM, older], TREE)
    assert not got.findings
    assert got.submissions[0].form_version == 1
