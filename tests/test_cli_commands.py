"""``danvan read``, ``roll-up``, ``write`` and ``compare``: from papers and tables to papers and tables."""

import json
from pathlib import Path

import pytest

from commands import BESIDE, FIGURES, PAPER, TEMPLATE, TREE, YEAR, rows
from danvan import read_report
from danvan.cli import comparing, main
from danvan.drafting import ChangeKind
from danvan.drafting.blocks import BlockKind
from danvan.messages import say


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
