"""``danvan check``: several papers, places written to, fixes and waivers."""

import codecs
import json

import pytest

from commands import CLEAN, NOTE, SLIP
from danvan.cli import main
from danvan.reading.document import parse_report
from danvan.rendering import write_report


class TestSeveralPapers:
    def test_a_folder_and_the_folders_in_it(self, paper, capsys):
        paper(SLIP, "kho/2023/bao_cao.txt")
        paper(CLEAN, "kho/bao_cao.md")
        paper("", "kho/~$bao_cao.docx")
        paper(b"\x89PNG", "kho/anh.png")
        assert main(["check", "kho", "--lang", "en"]) == 1
        out = capsys.readouterr().out
        assert "kho/2023/bao_cao.txt:4:9: DV201" in out
        table = [
            line.split() for line in out.splitlines() if line.startswith("kho") and ": " not in line
        ]
        assert table == [["kho/2023/bao_cao.txt", "1", "0", "0"], ["kho/bao_cao.md", "0", "0", "0"]]

    def test_an_empty_folder_is_unusable(self, paper, capsys):
        paper("x", "kho/doc.png")
        assert main(["check", "kho"]) == 2
        assert "không có văn bản nào" in capsys.readouterr().err

    def test_a_paper_named_twice_is_read_once(self, paper, capsys):
        paper(SLIP, "kho/a.txt")
        main(["check", "kho", "kho/a.txt", "./kho/a.txt", "kho/../kho/a.txt", "--format", "json"])
        assert len(json.loads(capsys.readouterr().out)["papers"]) == 1

    def test_an_unreadable_paper_stands_in_the_table(self, paper, capsys):
        main(["check", paper(CLEAN), "thieu.txt"])
        assert "thieu.txt (không đọc được)" in capsys.readouterr().out

    def test_one_paper_has_no_table(self, paper, capsys):
        main(["check", paper(CLEAN)])
        assert capsys.readouterr().out == "0 lỗi, 0 cảnh báo, 0 ghi chú\n"


class TestOutput:
    def test_json(self, paper, capsys):
        assert main(["check", paper(SLIP), "--format", "json"]) == 1
        (found,) = json.loads(capsys.readouterr().out)["findings"]
        assert found["code"] == "DV201"
        assert [span["text"] for span in found["spans"]] == ["30", "02", "27"]

    @pytest.mark.parametrize("format_", ["text", "json", "sarif", "html"])
    def test_into_a_file(self, paper, capsys, tmp_path, format_):
        assert main(["check", paper(SLIP), "--format", format_, "-o", "ket_qua"]) == 1
        assert capsys.readouterr().out == ""
        said = (tmp_path / "ket_qua").read_text("utf-8")
        assert "DV201" in said
        assert "\x1b" not in said

    def test_a_place_that_cannot_be_written_to(self, paper, capsys):
        assert main(["check", paper(SLIP), "-o", "khong/co/ket_qua"]) == 2
        assert "một nơi ghi được" in capsys.readouterr().err

    @pytest.mark.parametrize("format_", ["json", "sarif", "html"])
    def test_programs_get_their_format_of_unreadable_files_too(self, paper, capsys, format_):
        assert main(["check", "thieu.txt", "--format", format_]) == 2
        assert "thieu.txt" in capsys.readouterr().out


class TestFix:
    @pytest.mark.parametrize(
        ("mark", "encoding"),
        [
            (b"", "utf-8"),
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
        ],
    )
    def test_bytes_around_a_fix_stay(self, paper, tmp_path, capsys, mark, encoding):
        text = NOTE.replace("\n", "\r\n") + "Hết \t"
        name = paper(mark + text.encode(encoding))
        assert main(["check", name, "--fix"]) == 0
        said = capsys.readouterr()
        assert "DV101" not in said.out
        assert "đã sửa 1 tệp" in said.err
        mended = text.replace("217- QĐ/TW", "217-QĐ/TW")
        assert (tmp_path / name).read_bytes() == mark + mended.encode(encoding)

    def test_a_file_that_is_no_text_is_left_alone(self, tmp_path, capsys):
        pytest.importorskip("docx", reason="needs danvan[docx]")
        file = tmp_path / "a.docx"
        write_report(parse_report(NOTE), file)
        before = file.read_bytes()
        assert main(["check", str(file), "--fix"]) == 0
        assert file.read_bytes() == before
        assert "DV101" in capsys.readouterr().out

    @pytest.mark.parametrize(
        "text",
        [
            "Tæ chøc thùc hiÖn QuyÕt ®Þnh sè 217- Q§/TW vÒ c«ng t¸c d©n vËn.\n",
            "Toå chöùc thöïc hieän Quyeát ñònh soá 217- QÑ/TW veà coâng taùc daân vaän.\n",
        ],
        ids=["TCVN3", "VNI"],
    )
    def test_a_file_from_before_unicode_is_left_alone_and_named(
        self, paper, tmp_path, capsys, text
    ):
        before = text.encode("latin-1")
        name = paper(before, "cu.txt")
        main(["check", name, "--fix"])
        said = capsys.readouterr()
        assert "DV101" in said.out
        assert (tmp_path / name).read_bytes() == before
        assert "đã sửa 0 tệp" in said.err
        assert "cu.txt dùng bảng mã TCVN3 hoặc VNI" in said.err

    def test_nothing_to_mend_writes_nothing(self, paper, tmp_path, capsys):
        name = paper(SLIP)
        before = (tmp_path / name).stat().st_mtime_ns
        assert main(["check", name, "--fix"]) == 1
        assert (tmp_path / name).stat().st_mtime_ns == before
        assert "đã sửa 0 tệp" in capsys.readouterr().err


class TestWaivers:
    WAIVER = """
        [[waiver]]
        code = "DV201"
        words = "30 hội nghị"
        who = "Chánh Văn phòng"
        why = "đã đối chiếu"
    """

    def test_what_is_accepted_does_not_count(self, paper, capsys):
        name = paper(SLIP, "kho/bao_cao.txt")
        paper(self.WAIVER, "kho/bao_cao.danvan.toml")
        assert main(["check", name, "--lang", "en"]) == 0
        assert "0 notes, 1 waived" in capsys.readouterr().out
        main(["check", name, "--format", "sarif"])
        (found,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
        assert found["suppressions"] == [{"kind": "external", "justification": "đã đối chiếu"}]

    def test_it_counts_for_its_own_paper_only(self, paper, capsys):
        paper(self.WAIVER, "a/bao_cao.danvan.toml")
        names = paper(SLIP, "a/bao_cao.txt"), paper(SLIP.replace("27", "26"), "b/bao_cao.txt")
        assert main(["check", *names, "--format", "json"]) == 1
        (found,) = json.loads(capsys.readouterr().out)["findings"]
        assert found["spans"][0]["paper"] == "b/bao_cao.txt"

    def test_a_file_of_waivers_that_cannot_be_read_is_told(self, paper, capsys):
        paper("[[waiver]]\ncode = 3", "bao_cao.danvan.toml")
        assert main(["check", paper(SLIP)]) == 2
        assert "bao_cao.danvan.toml" in capsys.readouterr().err
