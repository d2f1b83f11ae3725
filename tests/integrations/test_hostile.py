"""Broken and hostile files: one clear error each, in little time and memory, nothing run or fetched."""

import os
import random
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

pytest.importorskip("docx", reason="needs danvan[docx]")
pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")

from danvan.errors import UnreadableFileError
from danvan.reading.files import read_report
from danvan.rendering import write_report
from danvan.reports import Report
from integrations.hostile import FILES, packed, pdf, word

DATA = Path(__file__).parent / "data"
PAPER = read_report(DATA / "bao_cao.md")


@pytest.mark.parametrize(("name", "make", "message", "why"), FILES, ids=[f[3] for f in FILES])
def test_one_clear_error_each(tmp_path, name, make, message, why):
    file = tmp_path / name
    file.write_bytes(make())
    with pytest.raises(UnreadableFileError, match=message) as raised:
        read_report(file)
    assert raised.value.path == str(file)
    assert "\n" not in str(raised.value)
    assert len(str(raised.value)) < 400


def test_a_locked_pdf(tmp_path):
    with pytest.raises(UnreadableFileError, match="it has a password"):
        read_report(DATA / "khoa.pdf")


@pytest.mark.skipif(os.name == "nt", reason="pipes and devices have names on POSIX only")
@pytest.mark.parametrize("suffix", [".txt", ".docx", ".pdf", ".doc"])
def test_what_is_no_file(tmp_path, suffix):
    os.mkfifo(tmp_path / f"ong{suffix}")
    (tmp_path / f"vo_tan{suffix}").symlink_to("/dev/zero")
    (tmp_path / f"vong{suffix}").symlink_to(tmp_path / f"vong{suffix}")
    (tmp_path / f"thu_muc{suffix}").mkdir()
    for name, message in [
        ("ong", "a device or a pipe"),
        ("vo_tan", "a device or a pipe"),
        ("vong", "symbolic links"),
        ("thu_muc", "directory"),
        ("thieu", "No such file"),
        ("a\0b", "null"),
        ("d" * 300, "too long"),
    ]:
        with pytest.raises(UnreadableFileError, match=message):
            read_report(tmp_path / f"{name}{suffix}")


def written(tmp_path, suffix):
    if suffix == ".docx":
        write_report(PAPER, tmp_path / "a.docx")
        return (tmp_path / "a.docx").read_bytes()
    return (DATA / f"bao_cao{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_cut_anywhere(tmp_path, suffix):
    data = written(tmp_path, suffix)
    file = tmp_path / f"cut{suffix}"
    for length in range(0, len(data), len(data) // 40):
        file.write_bytes(data[:length])
        with pytest.raises(UnreadableFileError) as raised:
            read_report(file)
        assert re.search("damaged|no Word file|no PDF|cut off", raised.value.problem)


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_broken_anywhere(tmp_path, suffix):
    """A few bytes changed give a report or one error, and never another exception."""
    data = written(tmp_path, suffix)
    file = tmp_path / f"broken{suffix}"
    dice = random.Random(36)
    for _ in range(25):
        broken = bytearray(data)
        for _ in range(dice.randrange(1, 30)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        file.write_bytes(broken)
        try:
            assert isinstance(read_report(file), Report)
        except UnreadableFileError as error:
            assert error.path == str(file)


BOUNDS = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory} << 20, {memory} << 20))
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
import danvan
try:
    print(len(danvan.read_report(sys.argv[1]).text), "read")
except danvan.errors.UnreadableFileError as error:
    print("refused:", error.problem)
"""


def bounded(file, *, memory, seconds):
    """Read a file in a process that ends at a limit of address space (MiB) and processor time."""
    code = textwrap.dedent(BOUNDS).format(memory=memory, seconds=seconds)
    run = subprocess.run(
        [sys.executable, "-c", code, file], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr[-500:]
    return run.stdout


def of_size(unit, size=1 << 20):
    return (unit * (size // len(unit.encode()))).encode()


BOUNDED = [
    ("a.txt", lambda: bytes(100 << 20), "refused: 104857600 bytes", "100 MB"),
    ("a.txt", lambda: of_size("Tổ chức 22 cuộc đối thoại.\n\n"), "read", "prose"),
    ("a.txt", lambda: of_size("Tổ chức 22 cuộc "), "read", "one line"),
    ("a.txt", lambda: of_size("1. a\n2.1. b\n2.1.1. c\n", 1 << 17), "read", "points"),
    (
        "a.txt",
        lambda: b"\n\n".join(b"1." * n + b" a" for n in range(1, 400)),
        "read",
        "deep numbers",
    ),
    ("a.txt", lambda: of_size("a\tb\n", 1 << 16), "read", "cells"),
    ("a.txt", lambda: of_size("**a *b <b>", 1 << 17), "read", "emphasis"),
    ("a.txt", lambda: of_size("¹ a\n\n", 1 << 17), "read", "footnotes"),
    ("a.txt", lambda: of_size("Nơi nhận:\n- A\n", 1 << 17), "read", "ends"),
    ("a.txt", lambda: of_size("PHỤ LỤC\n", 1 << 17), "read", "annexes"),
    ("a.docx", lambda: word("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 10_000), "read", "paragraphs"),
    ("a.docx", lambda: packed(x=bytes(300_000_000)), "refused", "a bomb"),
    ("a.pdf", lambda: pdf(__import__("zlib").compress(bytes(300_000_000))), "refused", "a bomb"),
]


@pytest.mark.skipif(os.name == "nt", reason="limits are set by the resource module of POSIX")
@pytest.mark.parametrize(
    ("name", "make", "said", "what"), BOUNDED, ids=[f"{b[0]} {b[3]}" for b in BOUNDED]
)
def test_in_bounded_time_and_memory(tmp_path, name, make, said, what):
    file = tmp_path / name
    file.write_bytes(make())
    assert said in bounded(str(file), memory=768, seconds=30)
