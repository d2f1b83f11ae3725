"""``danvan read``, ``roll-up``, ``write`` and ``compare``: from papers and tables to papers and tables."""

import csv
import json
from pathlib import Path

import pytest

from danvan import read_report
from danvan.cli import comparing, main
from danvan.drafting import ChangeKind
from danvan.drafting.blocks import BlockKind
from danvan.messages import say

DATA = Path(__file__).resolve().parent.parent / "examples" / "data"
PAPER = str(DATA / "bao_cao_mau.txt")
YEAR = DATA / "district_year"
TREE = ["--tree", str(YEAR / "organizations.toml")]
FIGURES = str(YEAR / "figures.csv")
BESIDE = str(YEAR / "beside.csv")
TEMPLATE = str(YEAR / "mau_bao_cao_nam.md")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command in an empty folder: its exit code, what it printed, what it complained of."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def table(name, *lines):
    """A table of figures."""
    Path(name).write_text("\n".join(["indicator,organization,period,value", *lines]), "utf-8")


def rows(text):
    return list(csv.DictReader(text.removeprefix("\N{BOM}").splitlines()))


class TestRead:
    def test_a_row_for_each_paper(self, run):
        code, out, _ = run("read", PAPER)
        assert code == 0
        assert "Báo cáo" in out
        assert "12-BC/HU" in out

    def test_the_headings_as_they_hang_together(self, run):
        _, out, _ = run("read", PAPER, "--what", "outline", "--format", "csv")
        assert [(row["depth"], row["heading"]) for row in rows(out)][:2] == [
            ("0", "I. KẾT QUẢ"),
            ("1", "· 1. Đối thoại"),
        ]

    def test_every_figure_with_what_it_counts(self, run):
        _, out, _ = run("read", PAPER, "--what", "figures", "--format", "json")
        found = json.loads(out)["rows"]
        held = next(row for row in found if row["value"] == "02 hội nghị")
        assert (held["indicator"], held["breakdown"]) == ("dialogues.sessions", "level=district")

    def test_of_whom_they_are_with_a_tree(self, run):
        Path("bc.txt").write_text(
            "BÁO CÁO\ncông tác dân vận năm 2023\n\nI. KẾT QUẢ\n\n"
            "Hội Nông dân huyện tổ chức 12 hội nghị đối thoại.\n",
            "utf-8",
        )
        _, out, _ = run(
            "read", "bc.txt", "--what", "figures", "--tree", "tam_duong", "--format", "csv"
        )
        assert [row["organization"] for row in rows(out)] == ["Hội Nông dân huyện Tam Đường"]

    def test_every_directive_with_its_place(self, run):
        _, out, _ = run("read", PAPER, "--what", "directives", "--format", "csv")
        cited = {row["number"]: row for row in rows(out)}
        assert cited["218-QĐ/TW"]["issued_on"] == "2013-12-12"
        text = read_report(PAPER).text
        for row in cited.values():
            assert text.startswith(row["text"], int(row["place"]))

    def test_a_folder_with_a_broken_paper_still_lists_the_others(self, run):
        Path("thu_muc").mkdir()
        Path("thu_muc/a.txt").write_bytes(b"\xe1\x00")
        Path("thu_muc/b.txt").write_text(Path(PAPER).read_text("utf-8"), "utf-8")
        code, out, err = run("read", "thu_muc")
        assert code == 2
        assert "12-BC/HU" in out
        assert "a.txt" in err

    def test_a_spreadsheet_calculates_nothing(self, run):
        Path("bc.txt").write_text(
            "BÁO CÁO\nnăm 2023\n\n=HYPERLINK(1) và 12 cuộc họp.\n", encoding="utf-8"
        )
        run("read", "bc.txt", "--what", "figures", "--format", "csv", "-o", "ra.csv")
        data = Path("ra.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), "a spreadsheet has to know it is UTF-8"
        cells = [cell for row in rows(data.decode()) for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith("=")]


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
        _, out, _ = run(
            "read", "bc.txt", "--what", "observations", "--tree", "tam_duong", "--format", "csv"
        )
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


class TestWrite:
    @pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
    def test_a_template_and_figures_give_a_report(self, run, suffix):
        output = f"bao_cao{suffix}"
        code, _, err = run(
            "write", TEMPLATE, FIGURES, BESIDE, *TREE, "--period", "năm 2023", "-o", output
        )
        assert code == 1, "passages a person writes are still blank"
        assert "DV666" in err
        assert "1.132 lượt người" in Path(output).read_text("utf-8")

    def test_a_paper_without_slots_is_written_as_it_is(self, run):
        code, _, err = run("write", PAPER, "-o", "ra.md")
        assert (code, err) == (0, "")
        assert read_report("ra.md").says_same(read_report(PAPER))

    def test_an_outline_that_is_not_kept_is_told(self, run):
        Path("mau.md").write_text(
            "BÁO CÁO\nnăm 2023\n\nI. KẾT QUẢ\n\nCó {models.registered}.\n", "utf-8"
        )
        asked = ("write", "mau.md", FIGURES, *TREE, "-o", "ra.md")
        assert run(*asked)[0] == 0, "every commune reported, nothing is blank"
        code, _, err = run(*asked, "--outline", "annual")
        assert code == 1
        assert "DV634" in err

    def test_nor_by_a_paper_without_slots(self, run):
        code, _, err = run("write", PAPER, "-o", "ra.md", "--outline", "annual")
        assert code == 1
        assert "DV634" in err
        assert Path("ra.md").exists()


class TestCompare:
    def test_a_version_with_itself(self, run):
        assert run("compare", PAPER, PAPER)[0] == 0

    def test_a_figure_that_changed(self, run):
        text = Path(PAPER).read_text("utf-8")
        Path("sau.txt").write_text(text.replace("30 hội nghị", "29 hội nghị"), "utf-8")
        code, out, _ = run("compare", PAPER, "sau.txt", "--figures", "--format", "json")
        assert code == 1
        (row,) = json.loads(out)["rows"]
        assert row["before"].startswith("30 hội nghị")
        assert row["difference"] == "−1"

    def test_in_english(self, run):
        text = Path(PAPER).read_text("utf-8")
        Path("sau.txt").write_text(text.replace("30 hội nghị", "29 hội nghị"), "utf-8")
        assert run("compare", PAPER, "sau.txt", "--lang", "en")[1].startswith("Change")

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_the_cells_too(self, run, lang):
        text = Path(PAPER).read_text("utf-8")
        Path("sau.txt").write_text(
            text.replace("30 hội nghị", "hội nghị").replace("Số 12", "Số 13") + "\nMột đoạn mới.\n",
            "utf-8",
        )
        _, out, _ = run("compare", PAPER, "sau.txt", "--lang", lang, "--format", "csv")
        said = {(row["change"], row["kind"]) for row in rows(out)}
        words = {"vi": ("sửa", "đoạn", "bỏ"), "en": ("changed", "paragraph", "removed")}[lang]
        assert words[:2] in said
        assert any(row["figures"].startswith(f"{words[2]} 30") for row in rows(out))

    def test_every_kind_has_a_word(self):
        assert {*ChangeKind, *BlockKind} == set(comparing._WORDS)
        for kind, word in comparing._WORDS.items():
            assert say(word, "vi") == kind.value


WRONG = [
    (["read"], "cần ghi ít nhất một tệp"),
    (["read", PAPER, "--what", "people"], "cần một trong các giá trị papers"),
    (["read", PAPER, "--tree", "nowhere"], "nowhere"),
    (["read", PAPER, "--tree", "nowhere.toml"], "không có tệp này"),
    (["roll-up"], "cần ghi ít nhất một bảng"),
    (["roll-up", FIGURES], "cần ghi --tree"),
    (["roll-up", "none.csv", *TREE], "none.csv"),
    (["roll-up", FIGURES, BESIDE, *TREE], "cần ghi --period"),
    (["roll-up", FIGURES, *TREE, "--period", "hôm nay"], "hôm nay"),
    (["roll-up", FIGURES, *TREE, "--of", "muong_sao.nobody"], "muong_sao.nobody"),
    (["write", TEMPLATE], "-o"),
    (["write", TEMPLATE, "-o", "ra.md"], "ô cần bảng số liệu"),
    (["write", PAPER, "-o", "ra.odt"], ".odt"),
    (["write", PAPER, "-o", PAPER], "sẽ bị ghi đè"),
    (["roll-up", FIGURES, *TREE, "-o", FIGURES], "sẽ bị ghi đè"),
    (["compare", PAPER], "bản trước và bản sau"),
    (["compare", PAPER, "none.txt"], "không có tệp này"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=lambda w: str(w)[:40])
def test_a_wrong_use_gives_2_and_one_clear_sentence(run, arguments, said):
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "command", [["read", PAPER], ["roll-up", FIGURES], ["write", TEMPLATE, FIGURES]], ids=" ".join
)
def test_the_tree_is_not_written_over(run, command):
    tree = Path("cay.toml")
    tree.write_bytes((YEAR / "organizations.toml").read_bytes())
    before = tree.read_bytes()
    code, _, err = run(*command, "--tree", "cay.toml", "-o", "./cay.toml")
    assert code == 2
    assert "sẽ bị ghi đè" in err
    assert tree.read_bytes() == before


def test_a_tree_of_danvan_is_no_file(run):
    assert run("read", PAPER, "--tree", "tam_duong", "-o", "tam_duong")[0] == 0


def test_an_empty_name_mends_nothing(run):
    Path("a.txt").write_text("BÁO CÁO\nmẫu\n\nQuyết định số 217- QĐ/TW.\n", "utf-8")
    before = Path("a.txt").read_bytes()
    assert run("check", "", "--fix")[0] == 2
    assert Path("a.txt").read_bytes() == before


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("command", ["check", "read", "roll-up", "write", "compare", "rules"])
def test_help_has_examples_of_its_own(run, capsys, command, lang):
    with pytest.raises(SystemExit):
        main([command, "--help", "--lang", lang])
    assert f"danvan {command}" in capsys.readouterr().out
