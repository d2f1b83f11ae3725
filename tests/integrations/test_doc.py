"""Old Word files, converted by LibreOffice where it is installed. The file under data/ is the paper
of bao_cao.md, written by danvan to Word and saved by LibreOffice in the old format."""

import os
import shutil
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytest.importorskip("docx", reason="needs danvan[docx]")

from danvan.errors import UnreadableFileError
from danvan.integrations import doc_reading
from danvan.reading.files import read_report

DATA = Path(__file__).parent / "data"
OLD = (DATA / "bao_cao.doc").read_bytes()
with_libreoffice = pytest.mark.skipif(
    not any(map(shutil.which, ("soffice", "libreoffice"))), reason="LibreOffice is not installed"
)


@with_libreoffice
def test_an_old_file_is_read_like_the_written_one(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    back, written = read_report(DATA / "bao_cao.doc"), read_report(DATA / "bao_cao.md")
    assert back.says_same(written)
    assert back.name == "bao_cao.doc"
    assert list(tmp_path.iterdir()) == [], "its copy and its profile are removed"


def test_a_new_file_under_the_old_name_is_read_as_what_it_is(tmp_path):
    from danvan.rendering import write_report

    written = read_report(DATA / "bao_cao.md")
    write_report(written, tmp_path / "bao_cao.docx")
    (tmp_path / "bao_cao.docx").rename(tmp_path / "bao_cao.doc")
    assert read_report(tmp_path / "bao_cao.doc").says_same(written)


def script(folder, words):
    """A command soffice that is a shell script."""
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{words}\n")
    file.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="the commands are shell scripts")
@pytest.mark.parametrize(
    ("data", "command", "message"),
    [
        (b"{\\rtf1 BAO CAO}", "exit 0", "no old Word file; want an old Word file"),  # RTF
        (b"<html><img src=http://x/>", "exit 0", "no old Word file"),  # a page under that name
        (OLD, None, "no LibreOffice is installed to convert it; want LibreOffice with its command"),
        (OLD, "exit 1", "LibreOffice cannot open it: damaged, or with a password"),
        (OLD, "exit 0", "LibreOffice cannot open it"),  # says it is done and is not
        (OLD, "sleep 60 & wait", "had not converted it after 0 seconds"),  # hangs, with a child
        (OLD, "echo PKx > paper.docx", "damaged, or no Word file"),
        (OLD, "truncate -s 17M paper.docx", "bytes are too many for a report"),
    ],
)
def test_one_clear_error_each(tmp_path, monkeypatch, data, command, message):
    if command:
        script(tmp_path, command)
    programs = "/usr/bin:/bin" if command else ""
    monkeypatch.setenv("PATH", f"{tmp_path}:{programs}")
    monkeypatch.setattr(doc_reading, "_LONGEST", 0.4 if "sleep" in (command or "") else 20.0)
    file = tmp_path / "bao_cao.doc"
    file.write_bytes(data)
    started = time.monotonic()
    with pytest.raises(UnreadableFileError, match=message) as raised:
        read_report(file)
    assert raised.value.path == str(file)
    assert time.monotonic() - started < 20


@pytest.mark.skipif(os.name == "nt", reason="the command is a shell script")
def test_the_converter_gets_a_copy_a_profile_and_no_more(tmp_path, monkeypatch):
    script(tmp_path, f'printf "%s\\n" "$@" > "{tmp_path}/said"; env > "{tmp_path}/env"; '
           f'cp profile/user/registrymodifications.xcu "{tmp_path}/xcu"')  # fmt: skip
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("SECRET_TOKEN", "mật")
    (tmp_path / "-o.doc").write_bytes(OLD)
    with pytest.raises(UnreadableFileError):
        read_report(tmp_path / "-o.doc")
    said = (tmp_path / "said").read_text().splitlines()
    assert "--headless" in said
    assert "--infilter=MS Word 97" in said
    assert not any("-o.doc" in word or str(tmp_path) in word for word in said)
    assert "SECRET_TOKEN" not in (tmp_path / "env").read_text("utf-8")
    settings = (tmp_path / "xcu").read_text("utf-8")
    assert "DisableMacrosExecution" in settings


@with_libreoffice
def test_a_link_is_not_followed(tmp_path):
    asked = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    # the picture that the file links to lies on port 58899; a port has five digits here too
    linked = (DATA / "link.doc").read_bytes()
    port = str(server.server_address[1]).rjust(5, "0")
    for encoding in ("ascii", "utf-16-le"):
        linked = linked.replace("58899".encode(encoding), port.encode(encoding))
    (tmp_path / "link.doc").write_bytes(linked)
    try:
        assert "công tác" in read_report(tmp_path / "link.doc").text
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []
