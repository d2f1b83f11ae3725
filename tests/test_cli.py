"""The command ``danvan``: exit codes, messages in two languages, several papers, places written to."""

import codecs
import io
import json
import os
import subprocess
import sys

import pytest

from danvan import formats
from danvan.cli import main
from danvan.cli.progress import Progress
from danvan.errors import MissingExtraError
from danvan.messages import languages
from danvan.reading.document import parse_report
from danvan.rendering import write_report

SLIP = "BÁO CÁO\nmẫu\n\nTổ chức 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n"
CLEAN = SLIP.replace("30", "29")
NOTE = "BÁO CÁO\nmẫu\n\nThực hiện Quyết định số 217- QĐ/TW.\n"
WARNING = "BÁO CÁO\nmẫu\n\nCòn 4 xã chưa tổ chức (Sơn Bình, Bình Lư, Nùng Nàng).\n"


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """Write a paper into an empty folder, which is the one the command runs in."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="bao_cao.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    return write


class TestExitCodes:
    @pytest.mark.parametrize(
        ("text", "code"), [(CLEAN, 0), (NOTE, 0), (WARNING, 1), (SLIP, 1), (SLIP + NOTE, 1)]
    )
    def test_the_gravest_finding_decides(self, paper, text, code):
        assert main(["check", paper(text)]) == code

    def test_one_slip_among_clean_papers(self, paper):
        assert (
            main(["check", paper(CLEAN, "a.txt"), paper(SLIP, "b.md"), paper(NOTE, "c.txt")]) == 1
        )

    def test_the_others_are_still_checked(self, paper, capsys):
        assert main(["check", "none.txt", paper(SLIP)]) == 2
        assert "DV201" in capsys.readouterr().out


UNUSABLE = [
    ("thieu.txt", None, "không có tệp này", "No such file"),
    ("trong.txt", b"", "tệp rỗng", "nothing in it"),
    ("sai_ma.txt", "Báo cáo".encode("utf-16-be"), "không phải tệp văn bản", "a zero byte"),
    ("latin.txt", b"B\xe1o c\xe1o", "không đúng bảng mã UTF-8 từ byte thứ 1", "not UTF-8 at byte 1"),
    ("anh.png", b"\x89PNG", "phần mở rộng '.png'", "suffix '.png'"),
    ("cu.docx", b"\xd0\xcf\x11\xe0" + bytes(99), "tệp Word đời cũ", "an old Word file"),
    ("hong.docx", b"khong phai zip", "tệp hỏng hoặc không phải tệp Word", "damaged, or no Word file"),
    ("hong.pdf", b"%PDF-1.7 x", "tệp bị cắt cụt", "cut off: its end is missing"),
]  # fmt: skip


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize(("name", "data", "vi", "en"), UNUSABLE, ids=[u[0] for u in UNUSABLE])
def test_an_unusable_file_gives_2_and_one_line_in_the_language(
    paper, capsys, name, data, vi, en, lang
):
    if name.endswith("docx"):
        pytest.importorskip("docx", reason="needs danvan[docx]")
    if name.endswith("pdf"):
        pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")
    if data is not None:
        paper(data, name)
    assert main(["check", name, "--lang", lang]) == 2
    said = capsys.readouterr()
    assert said.err.count("\n") == 1
    assert name in said.err
    assert (vi if lang == "vi" else en) in said.err
    assert said.out == ""


def test_a_library_that_is_not_installed_is_named(paper, monkeypatch, capsys):
    def reader(path):
        raise MissingExtraError("danvan.integrations.pdf_reading", "pdfplumber", "pdf")

    monkeypatch.setattr(formats, "reader", reader)
    assert main(["check", paper(b"%PDF", "a.pdf")]) == 2
    assert capsys.readouterr().err == (
        "danvan: a.pdf: danvan.integrations.pdf_reading cần thư viện pdfplumber: "
        "python -m pip install 'danvan[pdf]'\n"
    )


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a" * 250 + ".txt", "a.txt/b.txt"])
def test_names_no_system_has(paper, capsys, name):
    paper(SLIP, "a.txt")
    assert main(["check", name]) == 2
    assert "Traceback" not in capsys.readouterr().err


WRONG = [
    ([], "cần ghi một lệnh", "want a command"),
    (["chek"], "cần một trong các giá trị check, read", "want one of check, read"),
    (["--fox"], "không có tùy chọn này: --fox", "unknown arguments: --fox"),
    (["check"], "ít nhất một tệp", "at least one file"),
    (["check", "a.txt", "--fox"], "không có tùy chọn này", "unknown arguments"),
    (["check", "a.txt", "--form", "json"], "không có tùy chọn này", "unknown arguments"),
    (["check", "a.txt", "--format", "xml"], "text, json, sarif, html", "text, json, sarif, html"),
    (["check", "a.txt", "--format"], "thiếu giá trị đi kèm", "expected one argument"),
    (["check", "a.txt", "--comments", "b.docx"], "một tệp Word", "one Word file"),
    (["check", "a.docx", "b.docx", "--comments", "c.docx"], "một tệp Word", "one Word file"),
    (["check", "a.docx", "--comments", "c.doc"], "một tệp Word", "one Word file"),
    (["check", "a.docx", "--comments", "./a.docx"], "sẽ bị ghi đè", "written over"),
    (["check", "a.txt", "-o", "a.txt"], "sẽ bị ghi đè", "written over"),
    (["check", "a.docx", "--comments", "c.docx", "-o", "./c.docx"], "ghi hai lần", "written twice"),
    (["check", "", "--fix"], "tên để trống", "an empty name"),
    (["check", "a.txt", "--comments", ""], "tên để trống", "an empty name"),
    (["compare", "a.txt", ""], "tên để trống", "an empty name"),
    (["check", "a.txt", "--lang", "fr"], "en, vi", None),
    (["rules", "XX"], "không có mã 'XX'", "got 'XX'"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "vi", "en"), WRONG, ids=lambda w: " ".join(w or [])[:40])
def test_a_wrong_use_gives_2_and_says_how(paper, capsys, arguments, vi, en):
    for name in ("a.txt", "a.docx", "b.docx"):
        paper(SLIP, name)
    assert main(arguments) == 2
    assert vi in capsys.readouterr().err
    if en:
        assert main([*arguments, "--lang", "en"] if arguments else ["--lang", "en"]) == 2
        assert en in capsys.readouterr().err


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


class TestHelp:
    @pytest.mark.parametrize("lang", languages())
    @pytest.mark.parametrize("command", [[], ["check"], ["rules"]])
    def test_in_either_language(self, capsys, lang, command):
        with pytest.raises(SystemExit) as stop:
            main([*command, "--help", "--lang", lang])
        assert stop.value.code == 0
        said = capsys.readouterr().out
        assert ("Cách dùng: danvan" if lang == "vi" else "Usage: danvan") in said
        assert ("Ví dụ" if lang == "vi" else "Examples") in said
        words = {"vi": ("show", "usage", "options:"), "en": ("Tùy chọn", "ngôn ngữ")}[lang]
        assert not any(word in said for word in words)

    def test_version(self, capsys):
        with pytest.raises(SystemExit):
            main(["--version"])
        assert capsys.readouterr().out.startswith("danvan 0.")


class TestRules:
    def test_all_of_them(self, capsys):
        assert main(["rules"]) == 0
        said = capsys.readouterr().out
        assert said.startswith("Mã ")
        assert "DV101" in said
        assert "DV634" in said

    def test_lines_fit_the_terminal(self, monkeypatch, capsys):
        monkeypatch.setenv("COLUMNS", "70")
        assert main(["rules"]) == 0
        assert max(map(len, capsys.readouterr().out.splitlines())) <= 70

    def test_some_of_them(self, capsys):
        assert main(["rules", "dv2", "--lang", "en"]) == 0
        said = capsys.readouterr().out
        assert "DV201  ERROR" in said
        assert "DV301" not in said

    def test_one_of_them(self, capsys):
        assert main(["rules", "DV101", "DV201"]) == 0
        said = capsys.readouterr().out
        assert "DV101 GHI CHÚ number-spacing" in said
        assert "căn cứ: Hướng dẫn 36-HD/VPTW" in said
        assert "DV201 LỖI sum-mismatch\n  tổng ghi …" in said


class Terminal(io.StringIO):
    def isatty(self):
        return True


class TestTerminal:
    @pytest.mark.parametrize(
        ("environment", "colored"),
        [
            ({}, True),
            ({"NO_COLOR": "1"}, False),
            ({"NO_COLOR": ""}, True),
            ({"TERM": "dumb"}, False),
        ],
    )
    def test_colors_on_a_terminal_only(self, paper, monkeypatch, environment, colored):
        for name in ("NO_COLOR", "TERM"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("WT_SESSION", "1")
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        screen = Terminal()
        monkeypatch.setattr(sys, "stdout", screen)
        assert main(["check", paper(SLIP)]) == 1
        assert ("\x1b[1;31mLỖI\x1b[0m" in screen.getvalue()) is colored

    @pytest.mark.parametrize("columns", [300, 120, 80, 40, 1])
    def test_rows_fit_the_terminal(self, paper, monkeypatch, columns):
        monkeypatch.setenv("WT_SESSION", "1")
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("COLUMNS", str(columns))
        screen = Terminal()
        monkeypatch.setattr(sys, "stdout", screen)
        main(["check", paper(SLIP.replace("trong đó", "chia theo cấp tổ chức hội nghị, trong đó"))])
        rows = [line for line in screen.getvalue().splitlines() if "│" in line]
        assert sum("^" in row for row in rows) == len(rows) / 2
        assert max(map(len, rows)) <= max(40, min(columns, 112))

    def test_progress_is_told_and_taken_away(self, monkeypatch):
        monkeypatch.setenv("WT_SESSION", "1")
        monkeypatch.setenv("TERM", "xterm")
        screen = Terminal()
        with Progress(screen) as progress:
            progress.tell("đang đọc 1/2: " + "a\x1b[2J" * 99)
        written = screen.getvalue()
        assert written.endswith("\r\x1b[K")
        assert "\x1b[2J" not in written
        assert len(written) < 100

    def test_nothing_is_told_into_a_pipe(self):
        pipe = io.StringIO()
        with Progress(pipe) as progress:
            progress.tell("đang đọc")
        assert pipe.getvalue() == ""


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


NAMES = [
    "a\x1b[31m\x1b]0;x\x07.txt",  # steers a terminal
    "a\nb\r.txt",  # makes two lines of one
    "a\u202etxt.exe\u202c.txt",  # turns the direction of writing
    "ba\u0301o ca\u0301o.txt",  # letters and marks apart, as some systems store them
    "  hai đầu cách .txt",
    "<script>alert(1)</script>.txt".replace("/", "∕"),
    "-o.txt",
]


@pytest.mark.skipif(os.name == "nt", reason="these names are none on Windows")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
@pytest.mark.parametrize("format_", ["text", "json", "sarif", "html"])
def test_hostile_file_names(paper, capsys, name, format_):
    paper(SLIP, name)
    assert main(["check", f"./{name}", "--format", format_]) == 1
    out = capsys.readouterr().out
    assert not set("\x1b\x07\r\u202e") & set(out)
    assert "<script>" not in out or format_ != "html"
    if format_ in {"json", "sarif"}:
        json.loads(out)


@pytest.mark.skipif(os.name == "nt", reason="these names are none on Windows")
def test_hostile_names_of_unreadable_files(paper, capsys):
    paper(b"", NAMES[0])
    assert main(["check", NAMES[0], "a\x1b[2J.txt"]) == 2
    said = capsys.readouterr()
    assert "\x1b" not in said.out + said.err


class TestProcess:
    """A few runs as they are outside: a process, pipes, bytes."""

    def run(self, *arguments, **options):
        command = [sys.executable, "-m", "danvan", *arguments]
        return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)

    def test_bytes_are_utf_8_whatever_the_place(self, paper, tmp_path):
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
        ran = self.run("check", paper(SLIP), cwd=tmp_path, env=environment)
        assert ran.returncode == 1
        assert "tổng ghi 30" in ran.stdout.decode()
        assert ran.stderr == b""

    def test_a_reader_that_goes_away_is_no_fault(self, paper, tmp_path):
        paper(SLIP * 400)
        command = [sys.executable, "-m", "danvan", "check", "bao_cao.txt", "--format", "json"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
        ) as run:
            run.stdout.read(10)
            run.stdout.close()
            assert b"Traceback" not in run.stderr.read()

    def test_a_fault_of_danvan_is_not_taken_for_findings(self, paper, monkeypatch, capsys):
        from danvan.cli import checking

        monkeypatch.setattr(checking, "find", lambda *_, **__: 1 / 0)
        assert main(["check", paper(SLIP)]) == 2
        assert "ZeroDivisionError" in capsys.readouterr().err
