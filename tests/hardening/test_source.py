"""What the library never does, read off its source: run data, open the network, leave files behind."""

import ast
import os
import tempfile
from pathlib import Path

import pytest

import danvan as dv
from danvan.errors import UnreadableFileError
from hardening.papers import ROOT

PACKAGE = ROOT / "src" / "danvan"
if not PACKAGE.is_dir():  # the tests of an installed library
    PACKAGE = Path(dv.__file__).parent
TREES = {
    path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
    for path in PACKAGE.rglob("*.py")
}

MODULES = {
    "pickle", "cPickle", "shelve", "marshal", "dill", "jsonpickle", "code", "codeop", "runpy", "ctypes", "pty", "popen2", "commands",
    "socket", "ssl", "http", "urllib.request", "urllib3", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "socketserver",
    "asyncio", "requests", "httpx", "aiohttp", "webbrowser", "xml.etree", "xml.dom", "xml.sax.expatreader", "lxml", "yaml",
}  # fmt: skip
CALLS = {"eval", "exec", "compile", "__import__", "breakpoint", "input", "mktemp", "mkstemp", "mkdtemp", "NamedTemporaryFile", "system", "popen", "execv",
         "execvp", "spawnv", "startfile", "extractall", "getoutput"}  # fmt: skip
ALLOWED = {
    # LibreOffice turns an old Word file into a new one, in a folder that goes with it
    ("integrations/doc_reading.py", "subprocess"), ("integrations/doc_reading.py", "tempfile"),
    # a paper within a packet is read from a file of its own, in such a folder too
    ("integrations/edxml/attachments.py", "tempfile"),
    # documents go through a SafeLoader without anchors and tags: plain data, or a refusal
    ("integrations/yaml_documents.py", "yaml"),
    # the parts of a Word file, after check_package has refused document types and bombs
    ("integrations/docx/word_file.py", "xml.etree"),
}  # fmt: skip


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def nodes(kind):
    for name, tree in TREES.items():
        yield from ((name, node) for node in ast.walk(tree) if isinstance(node, kind))


def place(name, node):
    return f"{name}, line {node.lineno}"


def test_nothing_is_imported_that_runs_data_or_opens_the_network():
    watched = MODULES | {"subprocess", "tempfile"}
    found = {
        (name, module)
        for name, tree in TREES.items()
        for one in imported(tree)
        for module in watched
        if one == module or one.startswith(f"{module}.")
    }
    assert found == ALLOWED


def test_nothing_is_called_that_runs_text():
    bad = []
    for name, node in nodes(ast.Call):
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        of_re = called == "compile" and getattr(getattr(node.func, "value", None), "id", "") == "re"
        in_a_shell = any(key.arg == "shell" for key in node.keywords)
        bad += [place(name, node)] if (called in CALLS and not of_re) or in_a_shell else []
    assert bad == []


def test_no_check_at_run_time_is_an_assert():
    """``python -O`` takes them away, and their error is none of ours."""
    assert [place(*one) for one in nodes(ast.Assert)] == []


def test_no_error_is_swallowed_unnamed():
    """``except:`` takes an interrupt too; ``except Exception: pass`` hides what is wrong."""
    bad = []
    for name, node in nodes(ast.ExceptHandler):
        broad = getattr(node.type, "id", "") in {"Exception", "BaseException"}
        idle = all(isinstance(one, ast.Pass) for one in node.body)
        bad += [place(name, node)] if node.type is None or (broad and idle) else []
    assert bad == []


@pytest.mark.parametrize("suffix", [".doc", ".docx", ".pdf"])
@pytest.mark.parametrize("broken", [False, True])
def test_no_file_is_left_behind(tmp_path, monkeypatch, suffix, broken):
    pytest.importorskip("docx")
    pytest.importorskip("pdfplumber")
    from hardening.of_files import word_file

    kept = tmp_path / "temporary"
    kept.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(kept))
    data = (
        word_file()
        if suffix == ".docx"
        else (ROOT / "tests" / "integrations" / "data" / f"bao_cao{suffix}").read_bytes()
    )
    file = tmp_path / f"a{suffix}"
    file.write_bytes(data[: len(data) // 2] if broken else data)
    before = set(os.listdir(tmp_path))
    try:
        dv.read_report(file)
    except UnreadableFileError:
        assert broken or suffix == ".doc", "LibreOffice may be missing"
    assert list(kept.iterdir()) == []
    assert set(os.listdir(tmp_path)) == before
