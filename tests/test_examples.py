"""The examples run, and their outcome follows from their data."""

import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def load(data=None, name="nine_month_report"):
    spec = util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    if data is not None:
        module.DATA = data
    return module


@pytest.fixture
def data(tmp_path):
    return shutil.copytree(EXAMPLES / "data" / "nine_months_2023", tmp_path / "data")


def change(folder, old, new, name="figures.csv"):
    text = (folder / name).read_text("utf-8")
    assert text.count(old) == 1
    (folder / name).write_text(text.replace(old, new), "utf-8")


def results(module):
    _, rows = module.totals_table(module.add_up()[1])
    return {row[0]: tuple(map(str, row[1:])) for row in rows}


def test_it_runs_and_prints_what_a_person_wants_to_see(tmp_path):
    run = subprocess.run(
        [sys.executable, EXAMPLES / "nine_month_report.py", "--to", tmp_path],
        capture_output=True, encoding="utf-8", check=True, env={"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    for words in ("trên 2.638 buổi", "122.950 lượt người", "1.682", "431,6 triệu đồng", "947 hộ",
                  "tăng 93 tỷ đồng", "không nêu 2 (Hồ Thầu, Khun Há)"):  # fmt: skip
        assert words in run.stdout
    page = (tmp_path / "bao_cao_9_thang.html").read_text("utf-8")
    assert "trên 2.638 buổi" in page
    assert "<script" not in page
    assert "Nguyễn Văn A" in (tmp_path / "bao_cao_9_thang.md").read_text("utf-8")


def test_the_published_totals():
    found = results(load())
    assert found["Số buổi tuyên truyền, vận động"] == (
        "2.639 buổi", "trên 2.638 buổi", "-1", "6/6", "để ngỏ")  # fmt: skip
    assert found["Số lượt người tham gia đối thoại"] == (
        "1.682 lượt người", "1.679 lượt người", "-3", "4/4", "LỆCH")  # fmt: skip
    assert [row[-1] for row in found.values()].count("khớp") == 9


def test_a_changed_input_moves_the_totals(data):
    change(data, "83 buổi", "90 buổi")
    change(data, "1.114 công dân", "1.117 công dân")
    change(data, '"130,7 triệu đồng"', '"131,7 triệu đồng"')
    found = results(load(data))
    assert found["Số buổi tuyên truyền, vận động"][1:] == ("trên 2.645 buổi", "6", "6/6", "LỆCH")
    assert found["Số lượt người tham gia đối thoại"][-1] == "khớp"
    assert found["Số tiền vận động ủng hộ các quỹ"][2] == "1"


def test_a_silent_organization_is_missing_and_not_zero(data):
    lines = (data / "figures.csv").read_text("utf-8").splitlines(keepends=True)
    kept = [line for line in lines if "tam_duong.trade_union" not in line]
    (data / "figures.csv").write_text("".join(kept), "utf-8")
    totals, _ = load(data).add_up()
    sessions = totals["propaganda.sessions"]
    assert str(sessions.value) == "trên 2.456 buổi"
    assert [one.code for one in sessions.missing] == ["tam_duong.trade_union"]


def test_coverage_by_commune():
    module = load()
    practices = module.cover()
    chairs = practices["Đối thoại của chủ tịch"]
    assert len(chairs.done) == 6
    assert {one.place for one in chairs.not_done} == {
        "xã Sơn Bình", "xã Bình Lư", "xã Nùng Nàng", "xã Thèn Sin", "xã Tả Lèng"}  # fmt: skip
    assert {one.place for one in chairs.silent} == {"xã Khun Há", "xã Hồ Thầu"}
    assert len(practices["Đối thoại của bí thư"].done) == 13
    assert len(practices["Phản biện xã hội"].done) == 8
    assert len(practices["Giám sát"].not_done) == 3


BAD = [
    # an organization nobody knows
    ("tam_duong.women,9 tháng năm 2023,whole,865 buổi", "tam_duong.womans,9 tháng năm 2023,whole,865 buổi",
     "line 2, column organization", "nearest: tam_duong.women"),
    # an indicator nobody knows
    ("propaganda.sessions,tam_duong.women", "propaganda.session,tam_duong.women",
     "line 2, column indicator", "nearest: propaganda.sessions"),
    # a count below zero
    ("whole,865 buổi", "whole,-865 buổi", "line 2, column value", "from zero up"),
    # a period that ends before it begins
    ("tam_duong.women,9 tháng năm 2023,whole,865 buổi",
     "tam_duong.women,từ ngày 10/8/2023 đến ngày 14/3/2023,whole,865 buổi", "line 2, column period",
     "2023-08-10"),
    # a number with the wrong dots
    ("trên 394 buổi", "trên 3.94 buổi", "line 6, column value", "2.639 buổi"),
    # a unit the indicator does not count in
    ("whole,865 buổi", "whole,865 hộ", "line 2, column value", "buổi"),
    # a cell too many
    ("whole,865 buổi", "whole,865 buổi,x", "line 2", "cells"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "where", "wanted"), BAD)
def test_bad_input_is_named_and_nothing_is_dropped(data, old, new, where, wanted):
    from danvan import DanvanError

    change(data, old, new)
    with pytest.raises(DanvanError) as caught:
        load(data).add_up()
    assert where in str(caught.value)
    assert wanted in str(caught.value)
    assert "figures.csv" in str(caught.value)


class TestYearlyReport:
    def test_it_runs_and_says_what_is_wanting(self, tmp_path, capsys):
        load(name="yearly_report").main(["--to", str(tmp_path)])
        printed = capsys.readouterr().out
        for words in ("dòng 16: DV666", "12/13 đơn vị có số liệu", "còn 0 chỗ trống", "không phát hiện sai sót",
                      "801 buổi tuyên truyền", "lũy kế giảm", "DV671"):  # fmt: skip
            assert words in printed
        page = (tmp_path / "bao_cao_nam.md").read_text("utf-8")
        assert "còn 2/13 xã, thị trấn chưa thực hiện (Lao Kín, Xá Dề)" in page
        assert "{" not in page
        assert "……" not in page

    def test_a_changed_figure_moves_the_report(self, tmp_path):
        data = shutil.copytree(EXAMPLES / "data" / "district_year", tmp_path / "data")
        change(data, "propaganda.sessions,muong_sao.communes.town.party,năm 2023,58,",
               "propaganda.sessions,muong_sao.communes.town.party,năm 2023,trên 60,")  # fmt: skip
        draft, _ = load(data, "yearly_report").draft("figures.csv", "beside.csv")
        text = draft.report.text
        assert "trên 796 buổi" in text
        assert "kế hoạch 800 buổi; so với 812 buổi của năm 2022" in text
        assert "DV667" in [finding.code for finding in draft.findings]

    def test_a_silent_commune_is_missing_and_not_zero(self, tmp_path):
        data = shutil.copytree(EXAMPLES / "data" / "district_year", tmp_path / "data")
        change(data, "propaganda.sessions,muong_sao.communes.town.party,năm 2023,58,,\n", "")
        draft, _ = load(data, "yearly_report").draft("figures.csv", "beside.csv")
        assert "736 buổi¹ tuyên truyền" not in draft.report.text
        assert "736 buổi (12/13 xã, thị trấn có số liệu)" in draft.report.text
        (table,) = draft.report.all_tables()
        assert table.rows[0][1].text == "……"


@pytest.fixture
def papers(tmp_path):
    return shutil.copytree(EXAMPLES / "data" / "papers_2026", tmp_path / "papers")


def printed(name, capsys, *arguments):
    load(name=name).main([str(one) for one in arguments])
    return capsys.readouterr().out


class TestCheckFolder:
    def test_it_tells_what_is_wrong_and_who_is_silent(self, tmp_path, capsys):
        said = printed("check_folder", capsys, "--to", tmp_path)
        for words in (
            "bao_cao_cua_rung.txt:23:9: DV202", "tổng ghi 12 mô hình, cộng các phần liệt kê được 13 mô hình",
            "tỷ lệ ghi 85,7%, tính từ 21/24 được 87,5% (chênh lệch 1,8)", "1 lỗi, 1 cảnh báo, 1 ghi chú",
            "3/12  xã Cửa Rừng", "Chưa có báo cáo: phường Bến Dâu, xã Đồng Hoa",
        ):  # fmt: skip
            assert words in said
        page = (tmp_path / "ket_qua_kiem_tra.html").read_text("utf-8")
        assert "DV211" in page
        assert "<script" not in page

    def test_a_figure_put_right(self, papers, tmp_path, capsys):
        change(papers, "85,7%", "87,5%", "bao_cao_hoa_gao.txt")
        assert "0 lỗi, 1 cảnh báo" in printed("check_folder", capsys, papers, "--to", tmp_path)

    def test_a_commune_that_says_it_did_nothing_is_not_silent(self, papers, tmp_path, capsys):
        change(papers, "Chưa tổ chức đối thoại với Nhân dân.",
               "Tổ chức 0 hội nghị đối thoại với 0 lượt người tham dự.", "bao_cao_cua_rung.txt")  # fmt: skip
        said = printed("check_folder", capsys, papers, "--to", tmp_path)
        assert "4/12 –" in " ".join(
            next(line for line in said.splitlines() if line.startswith("Số cuộc")).split()
        )

    def test_a_file_that_is_no_paper_stops_nothing(self, papers, tmp_path, capsys):
        (papers / "hong.txt").write_bytes(b"\xff\x00\xff")
        said = printed("check_folder", capsys, papers, "--to", tmp_path)
        assert "hong.txt" in said
        assert "DV211" in said


class TestRegister:
    def test_it_tells_what_is_cited_and_what_holds(self, tmp_path, capsys):
        said = printed("register", capsys, "--to", tmp_path)
        rows = [" ".join(line.split()) for line in said.splitlines()]
        for words in (
            "Quyết định 290-QĐ/TW 25/02/2010 Bộ Chính trị đã hết 23-QĐ/TW 1",
            "Quyết định 23-QĐ/TW 30/7/2021 Bộ Chính trị còn – 2",
            "09-KH/ĐU: số 9; KH: Kế hoạch; ĐU: Đảng ủy; số của Đảng, đánh lại theo nhiệm kỳ; tại bao_cao_nam_tra.md",
            "25-NQ/TW: có thể là 25-NQ/TW (2008) hoặc 25-NQ/TW (2013); tại bao_cao_nam_tra.md",
            "bao_cao_nam_tra.md: 12-KH/TU ghi ngày 19/02/2026, văn bản ngày 19/01/2026",
        ):  # fmt: skip
            assert words in rows
        kinds = [row.split(" ")[0] for row in rows[4:14]]
        assert kinds == [
            "Nghị",
            "Quyết",
            "Quyết",
            "Quyết",
            "Quyết",
            "Quy",
            "Hướng",
            "Kế",
            "Luật",
            "Pháp",
        ]

    def test_what_it_writes_is_read_again(self, tmp_path, capsys):
        from danvan.directives import read_register

        printed("register", capsys, "--to", tmp_path)
        assert [str(one.number) for one in read_register(tmp_path / "so_van_ban.csv")][:2] == [
            "25-NQ/TW",
            "290-QĐ/TW",
        ]

    def test_on_another_day(self, tmp_path, capsys):
        rows = printed("register", capsys, "--on", "2020-01-01", "--to", tmp_path).splitlines()
        assert " còn " in next(row for row in rows if "290-QĐ/TW" in row)

    def test_a_date_tells_namesakes_apart(self, papers, tmp_path, capsys):
        change(
            papers,
            "Nghị quyết số 25-NQ/TW và",
            "Nghị quyết số 25-NQ/TW, ngày 25/7/2008 và",
            "bao_cao_nam_tra.md",
        )
        assert "có thể là" not in printed("register", capsys, papers, "--to", tmp_path)


class TestPlanToCalendar:
    def test_it_lists_what_is_due_and_what_is_open(self, tmp_path, capsys):
        said = printed("plan_to_calendar", capsys, "--to", tmp_path)
        assert "29/04/2026  Tập huấn cán bộ dân vận cơ sở" in said  # the 30th is a holiday
        assert "Khảo sát dư luận xã hội (Theo chỉ đạo của Trung ương;" in said.split("để ngỏ")[1]

    def test_another_program_reads_the_calendar(self, tmp_path, capsys):
        icalendar = pytest.importorskip(
            "icalendar", reason="needs icalendar, of a dependency group"
        )
        printed("plan_to_calendar", capsys, "--to", tmp_path)
        calendar = icalendar.Calendar.from_ical((tmp_path / "ke_hoach_tinh.ics").read_bytes())
        events = calendar.walk("VEVENT")
        assert not [event.errors for event in events if event.errors]
        assert len({str(event["UID"]) for event in events}) == len(events) == 11
        first = events[0]
        assert str(first["SUMMARY"]) == "Hướng dẫn thực hiện kế hoạch"
        assert first.decoded("DTSTART").isoformat() == "2026-01-30"
        assert (first.decoded("DTEND") - first.decoded("DTSTART")).days == 1
        assert (
            str(first["DESCRIPTION"]).splitlines()[0]
            == "Chủ trì: Ban Tuyên giáo và Dân vận Tỉnh ủy"
        )

    def test_one_office_keeps_its_events(self, tmp_path, capsys):
        def ids():
            lines = (tmp_path / "ke_hoach_tinh.ics").read_text("utf-8").splitlines()
            return {line for line in lines if line.startswith("UID")}

        printed("plan_to_calendar", capsys, "--to", tmp_path)
        every = ids()
        printed("plan_to_calendar", capsys, "--lead", "tuyen giao", "--to", tmp_path)
        assert len(ids()) == 4
        assert ids() < every

    def test_a_paper_without_a_schedule_says_so(self, tmp_path):
        with pytest.raises(SystemExit, match="không có nhiệm vụ nào"):
            load(name="plan_to_calendar").main(
                [str(EXAMPLES / "data" / "bao_cao_mau.txt"), "--to", str(tmp_path)]
            )


def test_every_example_is_told_of():
    page = (EXAMPLES / "README.md").read_text("utf-8")
    programs = {str(one.relative_to(EXAMPLES)) for one in EXAMPLES.rglob("*.py")}
    assert {one for one in programs if f"]({one})" not in page} == set()
