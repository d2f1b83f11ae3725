"""A folder of papers of every format, read one after another or side by side."""

import os
import shutil
from pathlib import Path

import pytest

from danvan.errors import InvalidValueError, MissingExtraError, UnreadableFileError
from danvan.reading import Progress, read_folder, read_report, side_by_side
from danvan.rendering import write_report

DATA = Path(__file__).parents[1] / "integrations" / "data"
PAPER = read_report(DATA / "bao_cao.md")


@pytest.fixture
def folder(tmp_path):
    pytest.importorskip("docx", reason="needs danvan[docx]")
    pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")
    (tmp_path / "quý I").mkdir()
    for name in ("a.txt", "b.md", "quý I/c.docx"):
        write_report(PAPER, tmp_path / name)
    shutil.copy(DATA / "bao_cao.pdf", tmp_path / "d.pdf")
    (tmp_path / "e.docx").write_bytes(b"khong phai zip")
    (tmp_path / "f.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "g.pdf").symlink_to(tmp_path / "thieu.pdf")
    (tmp_path / "thu_muc.txt").mkdir()
    (tmp_path / "~$a.docx").write_bytes(b"lock")
    (tmp_path / ".an.txt").write_text("ẩn", "utf-8")
    return tmp_path


@pytest.mark.parametrize("processes", [None, 1, 2])
def test_every_format_and_one_line_for_what_cannot_be_read(folder, processes):
    seen = []
    corpus = read_folder(folder, processes=processes, progress=seen.append)
    assert [report.name for report in corpus] == ["a.txt", "b.md", "d.pdf", "c.docx"]
    assert all(report.sections == PAPER.sections for report in list(corpus)[1:])
    assert [Path(error.path).name for error in corpus.failures] == ["e.docx", "f.txt", "g.pdf"]
    assert all("\n" not in str(error) for error in corpus.failures)
    assert [(step.done, step.total) for step in seen] == [(n, 7) for n in range(1, 8)]
    assert {step.path.name for step in seen} == {
        "a.txt", "b.md", "c.docx", "d.pdf", "e.docx", "f.txt", "g.pdf",
    }  # fmt: skip


def test_side_by_side_gives_what_one_after_another_gives(folder):
    one, two = (read_folder(folder, processes=n) for n in (1, 2))
    assert list(one) == list(two)
    assert [report.text for report in one] == [report.text for report in two]
    assert list(map(str, one.failures)) == list(map(str, two.failures))
    assert one.table() == two.table()


@pytest.mark.parametrize(
    ("sizes", "processes"),
    [
        ({".txt": 40_000}, 1),  # a few texts are read sooner than a process starts
        ({".docx": 50_000}, 1),
        ({".pdf": 200_000}, 4),  # two seconds each
        ({".doc": 40_000}, 4),  # LibreOffice takes its time
    ],
)
def test_processes_where_they_pay(tmp_path, monkeypatch, sizes, processes):
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    files = []
    for suffix, size in sizes.items():
        for number in range(6):
            files.append(tmp_path / f"{number}{suffix}")
            files[-1].write_bytes(bytes(size))
    assert side_by_side._processes(files, None) == processes
    assert side_by_side._processes(files[:1], 8) == 1


def missing(path):
    raise MissingExtraError("danvan.integrations.pdf_reading", "pdfplumber", "pdf")


def fatal(path):
    if path.name == "b.md":
        os._exit(9)
    return PAPER


def test_a_missing_extra_is_a_line_like_the_others(tmp_path):
    (error,) = side_by_side.read_all(missing, [tmp_path / "a.pdf"], processes=1, watcher=None)
    assert str(error).endswith("a.pdf: needs pdfplumber; want python -m pip install 'danvan[pdf]'")


@pytest.mark.skipif(os.name == "nt", reason="processes are forked on POSIX only")
def test_a_file_that_ends_its_process_is_a_line_too(tmp_path):
    files = [tmp_path / name for name in ("a.md", "b.md")]
    outcomes = side_by_side.read_all(fatal, files, processes=2, watcher=None)
    assert isinstance(outcomes[1], UnreadableFileError)
    assert "process that should read it has ended" in str(outcomes[1])


def test_progress_can_be_printed(folder, capsys):
    read_folder(folder, progress=print)
    assert capsys.readouterr().out.splitlines()[0] == str(Progress(1, 7, folder / "a.txt"))


def test_no_processes_is_a_mistake(tmp_path):
    with pytest.raises(InvalidValueError, match="processes: want 1 or more, got 0"):
        read_folder(tmp_path, processes=0)
