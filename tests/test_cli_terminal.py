"""The command where it runs: terminals, pipes, processes, hostile file names."""

import io
import json
import os
import subprocess
import sys

import pytest

from commands import SLIP
from danvan.cli import main
from danvan.cli.progress import Progress


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
