"""``danvan read``, ``check`` and ``roll-up``: from papers to figures to totals, and what is told of them."""

from pathlib import Path

import pytest

from commands import BESIDE, DATA, FIGURES, PAPER, TREE, rows, table

CORRECTED = (
    "BÁO CÁO\ncông tác dân vận năm 2023\n\nI. KẾT QUẢ\n\n"
    "Hội LHPN huyện tổ chức 45 buổi tuyên truyền, ra mắt 03 điểm sáng.\n"
)
CORRECTION = """
[[figure]]
words = "03 điểm"
indicator = "models.club_models"
organization = "tam_duong.women"
unit = "mô hình"
"""


class TestCorrections:
    """What a person decided about figures, in a file beside the paper."""

    @pytest.fixture(autouse=True)
    def _papers(self, run):
        Path("bc.txt").write_text(CORRECTED, "utf-8")
        Path("bc.danvan.toml").write_text(CORRECTION, "utf-8")

    @pytest.mark.parametrize("tree", [[], ["--tree", "tam_duong"]], ids=["no tree", "tree"])
    def test_they_go_before_the_words(self, run, tree):
        _, out, _ = run("read", "bc.txt", "--what", "figures", *tree, "--format", "csv")
        (row,) = (row for row in rows(out) if row["value"] == "03 mô hình")
        assert row["indicator"] == "models.club_models"
        assert row["organization"] == ("Hội Liên hiệp Phụ nữ huyện Tam Đường" if tree else "")

    def test_one_that_stands_is_no_finding(self, run):
        assert run("check", "bc.txt")[:2] == (0, "0 lỗi, 0 cảnh báo, 0 ghi chú\n")

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("03 điểm", "04 điểm", "DV691"),
            ('"models.club_models"', '"models.nothing"', "DV693"),
            ('words = "03', 'near = "Hội"\nwords = "03', ""),
        ],
    )
    def test_one_that_does_not_is_told(self, run, old, new, code):
        Path("bc.danvan.toml").write_text(CORRECTION.replace(old, new), "utf-8")
        status, out, _ = run("check", "bc.txt")
        assert status == bool(code)
        assert code in out

    def test_one_for_two_places_is_told(self, run):
        Path("bc.txt").write_text(f"{CORRECTED}\nLại ra mắt 03 điểm sáng.\n", "utf-8")
        status, out, _ = run("check", "bc.txt")
        assert status == 1
        assert "DV692" in out

    def test_they_are_not_written_over(self, run):
        for command in ("check", "read"):
            assert run(command, "bc.txt", "-o", "bc.danvan.toml")[0] == 2
        assert Path("bc.danvan.toml").read_text("utf-8") == CORRECTION


class TestObservations:
    """From papers to totals to a report, by the command alone."""

    TREE = ("--tree", str(DATA / "province_2026" / "organizations.toml"))

    def test_papers_become_totals_and_a_report(self, run):
        asked = ("--what", "observations", *self.TREE, "--format", "csv", "-o", "so_lieu.csv")
        assert run("read", str(DATA / "papers_2026"), *asked)[0] == 0
        found = rows(Path("so_lieu.csv").read_text("utf-8"))
        assert {row["role"] for row in found} == {"actual"}
        assert found[0]["source"].endswith("bao_cao_an_binh.txt:301")
        code, out, err = run("roll-up", "so_lieu.csv", *self.TREE, "--of", "song_may")
        assert code == 1, "shares without one of their sides are left out"
        assert "169 buổi" in out
        assert "trên 7.829 lượt người" in out
        assert "petitions.handled" in err
        assert "bao_cao_an_binh.txt:674" in err
        Path("mau.md").write_text(
            "BÁO CÁO\nnăm 2026\n\nI. KẾT QUẢ\n\nTổ chức {propaganda.sessions}.\n", "utf-8"
        )
        run("write", "mau.md", "so_lieu.csv", *self.TREE, "--of", "song_may", "-o", "ra.txt")
        assert "Tổ chức 169 buổi" in Path("ra.txt").read_text("utf-8")

    def test_under_another_organization_nothing_is_hidden(self, run):
        asked = ("--what", "observations", *self.TREE, "--format", "csv", "-o", "so_lieu.csv")
        run("read", str(DATA / "papers_2026"), *asked)
        code, _, err = run("roll-up", "so_lieu.csv", *self.TREE)
        assert code == 1
        assert err.rstrip().endswith(": song_may")

    def test_how_far_a_figure_moved_is_no_observation(self, run):
        Path("bc.txt").write_text(
            "BÁO CÁO\ncông tác dân vận năm 2023\n\nI. KẾT QUẢ\n\nHội LHPN huyện tổ chức "
            "45 buổi tuyên truyền, tăng 5 buổi so với năm 2022; có 7 con trâu.\n",
            "utf-8",
        )
        code, out, err = run(
            "read", "bc.txt", "--what", "observations", "--tree", "tam_duong", "--format", "csv"
        )
        assert (code, err.split(";")[0]) == (
            0, "không đưa vào bảng 2 số liệu chưa rõ chỉ tiêu hoặc đơn vị",
        )  # fmt: skip
        assert [row["value"] for row in rows(out)] == ["45 buổi tuyên truyền"]

    def test_whose_they_are_must_be_said(self, run):
        code, _, err = run("read", PAPER, "--what", "observations")
        assert code == 2
        assert "cần ghi --tree" in err


class TestRollUp:
    def test_who_did_not_report_stands_beside_the_total(self, run):
        code, out, err = run("roll-up", FIGURES, *TREE)
        assert code == 0
        line = next(line for line in out.splitlines() if line.startswith("Số lượt người tham gia"))
        assert "1.132 lượt người" in line
        assert "12/13" in line
        assert "Đảng ủy xã Tà Vần" in line
        assert "DV604" in err

    def test_parts_have_names(self, run):
        assert "văn hóa - xã hội" in run("roll-up", FIGURES, *TREE)[1]

    def test_totals_can_be_rolled_up_again(self, run):
        run("roll-up", FIGURES, *TREE, "--format", "csv", "-o", "tong.csv")
        code, out, _ = run("roll-up", "tong.csv", *TREE, "--format", "csv")
        first = rows(Path("tong.csv").read_text("utf-8"))
        assert code == 0
        assert len(first) > 10
        keys = ("indicator", "organization", "period", "value", "breakdown")
        assert [[row[k] for k in keys] for row in rows(out)] == [
            [row[k] for k in keys] for row in first
        ]

    def test_who_did_not_report_is_not_forgotten_one_level_higher(self, run):
        silent = "muong_sao.communes.ta_van.party"
        run("roll-up", FIGURES, *TREE, "--format", "csv", "-o", "tong.csv")
        for _ in range(2):
            _, out, err = run("roll-up", "tong.csv", *TREE, "--format", "csv")
            row = next(row for row in rows(out) if row["indicator"] == "dialogues.attendances")
            assert row["not_reported"] == silent
            assert f"chưa có số liệu của {silent}" in err
            Path("tong.csv").write_text(out, "utf-8")

    def test_figures_of_another_period_are_left_out_and_counted(self, run):
        _, out, err = run("roll-up", FIGURES, BESIDE, *TREE, "--period", "năm 2022")
        assert "812" in out
        assert "bỏ ngoài" in err

    def test_a_stated_total_that_cannot_be_right_gives_1(self, run):
        Path("sai.csv").write_text(
            "indicator,organization,period,value\ndialogues.sessions,muong_sao.party,năm 2023,25\n",
            "utf-8",
        )
        code, _, err = run("roll-up", FIGURES, "sai.csv", *TREE)
        assert code == 1
        assert "DV601" in err

    def test_two_figures_for_one_thing_are_told(self, run):
        table("hai.csv", *(f"propaganda.sessions,muong_sao.party,năm 2023,{n}" for n in (5, 50)))
        code, out, err = run("roll-up", "hai.csv", *TREE)
        assert code == 1
        assert "50 buổi" in out
        assert "DV651" in err
        assert "5 buổi và 50 buổi" in err

    def test_a_figure_revised_contradicts_nothing(self, run):
        Path("hai.csv").write_text(
            "indicator,organization,period,value,status\n"
            "propaganda.sessions,muong_sao.party,năm 2023,5,final\n"
            "propaganda.sessions,muong_sao.party,năm 2023,50,revised\n",
            "utf-8",
        )
        code, _, err = run("roll-up", "hai.csv", *TREE)
        assert (code, err) == (0, "")

    @pytest.mark.parametrize(
        ("lang", "basis"), [("vi", "1/1, 1 chưa đủ kỳ"), ("en", "1/1, 1 for a part of the period")]
    )
    def test_a_month_is_no_quarter(self, run, lang, basis):
        table("thang.csv", "propaganda.sessions,muong_sao.party,tháng 1 năm 2023,5")
        asked = ("roll-up", "thang.csv", *TREE, "--period", "quý I năm 2023")
        code, out, err = run(*asked, "--lang", lang)
        assert code == 1
        assert basis in out
        assert "DV668" in err
        for form in ("csv", "json"):
            assert "1/1, 1 chưa đủ kỳ" in run(*asked, "--format", form)[1]

    def test_why_figures_are_left_out(self, run):
        Path("khac.csv").write_text(
            "indicator,organization,period,value,role\n"
            "propaganda.sessions,muong_sao.party,năm 2023,5,\n"
            "propaganda.sessions,muong_sao.party,năm 2023,6,plan\n"
            "propaganda.sessions,muong_sao.party,năm 2022,7,\n",
            "utf-8",
        )
        _, _, err = run(
            "roll-up", "khac.csv", FIGURES, *TREE, "--period", "năm 2023",
            "--of", "muong_sao.communes.town.party", "--lang", "en",
        )  # fmt: skip
        assert "of another period" in err
        assert "plans, targets or forecasts" in err
        assert "not below Đảng ủy thị trấn Mường Sao" in err
        assert "nothing was put together" not in err

    def test_nothing_put_together_names_who_has_figures(self, run):
        table("xa.csv", "propaganda.sessions,muong_sao.party,năm 2023,5")
        code, _, err = run(
            "roll-up", "xa.csv", *TREE, "--of", "muong_sao.communes.town.party", "--lang", "en"
        )
        assert code == 1
        assert err.splitlines()[-1].endswith(
            "want --of with one of those above the figures: muong_sao.party"
        )

    def test_a_quarter_within_half_a_year_is_not_added(self, run):
        periods = ("6 tháng đầu năm 2023", "quý II năm 2023")
        table("ky.csv", *(f"propaganda.sessions,muong_sao.party,{one},5" for one in periods))
        _, out, err = run("roll-up", "ky.csv", *TREE, "--period", "năm 2023", "--lang", "en")
        assert "5 buổi" in out
        assert "1 figures of periods that overlap a longer one" in err

    def test_nothing_but_what_does_not_add_up(self, run):
        table("ty_le.csv", "models.working_share,muong_sao.communes.town.party,năm 2023,85%")
        code, _, err = run("roll-up", "ty_le.csv", *TREE)
        assert code == 1
        assert "ty_le.csv, line 2" in err
        assert "chưa có số liệu năm" not in err

    def test_nothing_but_missing_figures(self, run):
        Path("thieu.csv").write_text(
            "indicator,organization,period,value,missing\n"
            "propaganda.sessions,muong_sao.party,năm 2023,,not_reported\n",
            "utf-8",
        )
        code, _, err = run("roll-up", "thieu.csv", *TREE)
        assert code == 1
        assert "Huyện ủy Mường Sao chưa có số liệu năm 2023" in err

    @pytest.mark.parametrize(
        ("figure", "wanted"),
        [
            (
                "models.working_share,muong_sao.communes.town.party,năm 2023,85%",
                "models.working và",
            ),
        ],
    )
    def test_what_does_not_add_up_stops_nothing_else(self, run, figure, wanted):
        table("ty_le.csv", "propaganda.sessions,muong_sao.communes.town.party,năm 2023,5", figure)
        code, out, err = run("roll-up", "ty_le.csv", *TREE)
        assert code == 1
        assert "5 buổi" in out
        assert wanted in err
        assert "ty_le.csv, line 3" in err
