"""The command ``danvan check``."""

import json

import pytest

from danvan.cli import main

SLIP = "BÁO CÁO\nmẫu\n\nTổ chức 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n"
CLEAN = SLIP.replace("30", "29")


@pytest.fixture
def paper(tmp_path):
    def write(text, name="bao_cao.txt"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return str(path)

    return write


def test_a_slip_gives_exit_code_1(paper, capsys):
    assert main(["check", paper(SLIP)]) == 1
    out = capsys.readouterr().out
    assert "DV201 LỖI" in out
    assert "chênh lệch -1" in out


def test_a_clean_paper_gives_0(paper, capsys):
    assert main(["check", paper(CLEAN), "--lang", "en"]) == 0
    assert "0 errors" in capsys.readouterr().out


def test_json(paper, capsys):
    assert main(["check", paper(SLIP), "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert found["code"] == "DV201"
    assert [span["text"] for span in found["spans"]] == ["30", "02", "27"]


UNUSABLE = [
    ("thieu.txt", None, "No such file"),
    ("trong.txt", b"", "nothing in it"),
    ("sai_ma.txt", "Báo cáo".encode("utf-16-be"), "at byte"),
    ("anh.png", b"\x89PNG", "suffix"),
]


@pytest.mark.parametrize(("name", "data", "said"), UNUSABLE, ids=[u[0] for u in UNUSABLE])
def test_an_unusable_file_gives_2_and_one_line(tmp_path, capsys, name, data, said):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main(["check", str(path)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert name in err
    assert said in err


def test_the_others_are_still_checked(paper, tmp_path, capsys):
    assert main(["check", str(tmp_path / "none.txt"), paper(SLIP)]) == 2
    assert "DV201" in capsys.readouterr().out


def test_help_says_what_it_does(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["check", "--help"])
    assert stop.value.code == 0
    assert "totals do not add up" in " ".join(capsys.readouterr().out.split())
