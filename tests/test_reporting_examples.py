"""The two examples of the reporting cycle run, and their outcome follows from their data."""

import shutil
import subprocess
import sys
from importlib import util
from pathlib import Path

import pytest

from danvan.errors import UnknownCodeError, UnreadableFileError

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
DISTRICT = ("district_2023", "plan_against_reports")
PROVINCE = ("province_2026", "run_a_round")


def load(folder, name, data=None):
    spec = util.spec_from_file_location(name, EXAMPLES / folder / f"{name}.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.DATA = data or module.DATA
    return module


@pytest.fixture
def data(tmp_path):
    return lambda folder: shutil.copytree(EXAMPLES / "data" / folder, tmp_path / folder)


def change(folder, name, *changes):
    text = (folder / name).read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / name).write_text(text, "utf-8")


def run(folder, name, *arguments):
    return subprocess.run(
        [sys.executable, EXAMPLES / folder / f"{name}.py", *arguments],
        capture_output=True, encoding="utf-8", check=True, env={"PYTHONIOENCODING": "utf-8"},
    ).stdout  # fmt: skip


class TestDistrict:
    def test_it_prints_what_was_met_what_not_and_what_nobody_says(self):
        said = run(*DISTRICT)
        assert (
            "Theo báo cáo 9 tháng: hoàn thành 4/16 nhiệm vụ (7 không báo cáo; 5 chưa đến hạn)"
            in said
        )
        assert "Theo báo cáo năm: hoàn thành 11/16 nhiệm vụ (5 không báo cáo)" in said
        assert "61,5%  không đạt      8/13 xã" in said
        assert "Tổng kết 15 năm 25-NQ/TW (25/7/2008), thanh niên" in said.split("không nêu đủ")[1]

    def test_one_more_line_of_evidence(self, data):
        folder = data("district_2023")
        module = load(*DISTRICT, folder)
        with (folder / "evidence.csv").open("a", encoding="utf-8") as file:
            file.write("review_25,,đã thực hiện,2023-09-01,x\n")
        tasks = module.assignments()
        days = module.REPORTS.values()
        assert [str(module.progress(tasks, on).done) for on in days] == [
            "5/16 nhiệm vụ",
            "12/16 nhiệm vụ",
        ]

    def test_a_goal_that_is_met_after_all(self, data):
        folder = data("district_2023")
        module = load(*DISTRICT, folder)
        change(folder, "results.csv", ("chairs,8/13", "chairs,13/13"))
        results = {
            r.goal.name: r.state.value for r in module.goals(module.REPORTS["báo cáo 9 tháng"])
        }
        assert list(results.values()).count("đạt") == 2

    def test_evidence_of_nothing(self, data):
        folder = data("district_2023")
        change(folder, "evidence.csv", ("review_124", "review_142"))
        with pytest.raises(SystemExit, match="review_142"):
            load(*DISTRICT, folder).assignments()


def outcome(module, on=None):
    tree, regime, submissions = module.load()
    return module.known(tree, regime, submissions, on or module.AT_THE_END)


class TestProvince:
    def test_it_prints_what_a_clerk_wants_to_see(self, tmp_path):
        said = run(*PROVINCE, "--to", tmp_path)
        for words in (
            "Đến hết ngày 16/09/2026: 9 tháng năm 2026: 10/12 (đến hạn 2, đúng hạn 10)",
            "tổng ghi 17", "(trả lại để sửa)", "tính trên 12 báo cáo (12 đã chấp nhận)",
            "Gửi chậm: xã Lũng Mây, đặc khu Đảo Ngọc", "tổng số mô hình đăng ký không khớp các phần",
            "Đối chiếu với sổ theo dõi mô hình: không phát hiện sai sót",
            "Kiểm tra báo cáo: không phát hiện sai sót", "tăng 26 mô hình so với 9 tháng năm 2025",
        ):  # fmt: skip
            assert words in said
        page = (tmp_path / "bao_cao_tinh.html").read_text("utf-8")
        assert "146 mô hình" in page
        assert "Nguyễn Văn A" in (tmp_path / "bao_cao_tinh.md").read_text("utf-8")

    def test_the_returned_one_counts_on_no_day_on_which_it_was_out(self):
        module = load(*PROVINCE)
        totals = {
            on: outcome(module, on)[1].totals["models.registered"]
            for on in (module.BEFORE_THE_RETURN, module.AFTER_THE_DEADLINE, module.AT_THE_END)
        }
        assert [str(total.value) for total in totals.values()] == [
            "119 mô hình",
            "117 mô hình",
            "146 mô hình",
        ]
        silent = totals[module.AFTER_THE_DEADLINE].missing
        assert [one.place for one in silent] == ["xã Hoa Gạo", "đặc khu Đảo Ngọc"]

    def test_what_was_sent_changes_the_total(self, data):
        folder = data("province_2026")
        change(folder, "corrected.csv", ("models.registered,song_may.communes.hoa_gao.party,9 tháng năm 2026,15,\n",
                                         "models.registered,song_may.communes.hoa_gao.party,9 tháng năm 2026,16,\n"))  # fmt: skip
        came, found = outcome(load(*PROVINCE, folder))
        assert str(found.totals["models.registered"].value) == "147 mô hình"
        assert [f.code for f in came.findings] == ["DV615"]

    def test_a_log_without_a_commune(self, data):
        folder = data("province_2026")
        lines = (folder / "events.csv").read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if "dao_ngoc" not in line]
        (folder / "events.csv").write_text("".join(kept), "utf-8")
        module = load(*PROVINCE, folder)
        came, found = outcome(module)
        assert [one.place for one in came.missing] == ["đặc khu Đảo Ngọc"]
        assert "chưa có số liệu của 1 đơn vị: Đảng ủy đặc khu Đảo Ngọc" in found.basis()
        _, rows = module.states_table(came, module.AT_THE_END)
        assert rows[-1] == ("đặc khu Đảo Ngọc", "–", "quá hạn, chưa gửi", 4, "–")

    def test_a_register_that_has_one_more(self, data):
        folder = data("province_2026")
        with (folder / "models.csv").open("a", encoding="utf-8") as file:
            file.write(
                "song_may.communes.an_binh.party,Hòm thư góp ý,political_system,collective,2026-05-05,\n"
            )
        module = load(*PROVINCE, folder)
        tree, regime, submissions = module.load()
        findings = module.check_register(
            tree, module.known(tree, regime, submissions, module.AT_THE_END)[0]
        )
        assert [(f.code, f.difference) for f in findings] == [("DV631", 1), ("DV631", 1)]

    def test_a_later_deadline(self, data):
        folder = data("province_2026")
        change(folder, "regime.toml", ("days = 2", "days = 5"))
        module = load(*PROVINCE, folder)
        came, _ = outcome(module)
        assert {duty.state(module.AT_THE_END).name for duty in came.duties} == {"IN_TIME"}


BAD = [
    ("events.csv", ("2026-09-21,Phó", "2026-09-23,Phó"), UnreadableFileError, "from 2026-09-23", "received before it was sent"),
    ("events.csv", ("trả lại để sửa", "đã chấp nhận"), UnreadableFileError, "after ACCEPTED", "accepted, then sent again"),
    ("events.csv", ("tổng số mô hình đăng ký không khớp các phần", ""), UnreadableFileError, "why it is RETURNED", "no reason"),
    ("regime.toml", ("vietnam_2026", "vietnam_2026x"), UnknownCodeError, "regime.toml", "an unknown calendar"),
    ("forms.toml", ("parts_compulsory = true", "parts_compulsory = 1"), UnreadableFileError, "forms.toml", "no yes or no"),
    ("organizations.toml", ('"xã Hoa Gạo"', '" "'), UnreadableFileError, "organizations.toml", "a place without a name"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "edit", "error", "words", "why"), BAD)
def test_bad_input_is_named(data, name, edit, error, words, why):
    folder = data("province_2026")
    change(folder, name, edit)
    with pytest.raises(error) as caught:
        load(*PROVINCE, folder).load()
    assert words in str(caught.value)
