"""The command ``danvan``: exit codes, wrong uses, messages in two languages."""

import pytest

from commands import CLEAN, NOTE, SLIP, WARNING
from danvan import formats
from danvan.cli import main
from danvan.errors import MissingExtraError
from danvan.messages import languages


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
