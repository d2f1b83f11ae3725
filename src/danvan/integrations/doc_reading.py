"""Read an old Word file (``.doc``) by letting LibreOffice make a new one of it.

Needs LibreOffice, which is asked for by its command ``soffice``.  It works on a
copy, in a folder and with a profile of its own that are removed afterwards; it
opens the file as an old Word file and as nothing else, runs no macros, follows no
links, and is ended when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from danvan.errors import UnreadableFileError
from danvan.integrations.docx.reading import read_data
from danvan.reading.file_bytes import read_bytes
from danvan.reports import Report

__all__ = ["read_file"]

_COMMANDS: Final = ("soffice", "libreoffice")
_LONGEST: Final = 90.0
"""Seconds; a report takes two or three."""

_OLD_WORD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKED: Final = b"PK\x03\x04"
_WANT: Final = "an old Word file (.doc) without a password"
_KEPT: Final = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "WINDIR")


def read_file(path: Path) -> Report:
    """Read a report from a ``.doc`` file; a ``.docx`` file under that name is read as one.

    Raises:
        UnreadableFileError: no old Word file, one that LibreOffice cannot open (damaged or
            with a password), or no LibreOffice on this machine.
    """
    data = read_bytes(path)
    if data.startswith(_PACKED):
        return read_data(path, data)
    if not data.startswith(_OLD_WORD):
        raise UnreadableFileError(str(path), "no old Word file", _WANT)
    return read_data(path, _converted(path, data))


def _converted(path: Path, data: bytes) -> bytes:
    """The bytes of the ``.docx`` file that LibreOffice makes."""
    command = next(filter(None, map(shutil.which, _COMMANDS)), None)
    if command is None:
        problem = "an old Word file (.doc), and no LibreOffice is installed to convert it"
        want = "LibreOffice with its command soffice on the path, or the paper saved as .docx"
        raise UnreadableFileError(str(path), problem, want)
    with TemporaryDirectory(prefix="danvan-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "paper.doc").write_bytes(data)
        _set_profile(folder / "profile")
        if not _run([command, *_arguments(folder)], folder):
            problem = "LibreOffice had not converted it after {seconds} seconds"
            raise UnreadableFileError(str(path), problem, _WANT, seconds=round(_LONGEST))
        made = folder / "paper.docx"
        if not made.is_file():
            problem = "LibreOffice cannot open it: damaged, or with a password"
            raise UnreadableFileError(str(path), problem, _WANT)
        try:
            return read_bytes(made)
        except UnreadableFileError as error:
            raise UnreadableFileError(str(path), error.problem, error.want) from error


def _set_profile(profile: Path) -> None:
    user = profile / "user"
    user.mkdir(parents=True)
    settings = resources.files("danvan.data").joinpath("libreoffice_profile.xcu")
    (user / "registrymodifications.xcu").write_bytes(settings.read_bytes())


def _arguments(folder: Path) -> list[str]:
    return [
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--invisible", "--norestore", "--nologo", "--nolockcheck", "--nodefault",
        "--infilter=MS Word 97", "--convert-to", "docx:Office Open XML Text",
        "--outdir", str(folder), str(folder / "paper.doc"),
    ]  # fmt: skip


def _run(command: list[str], folder: Path) -> bool:
    """Run a command to its end; ``False`` where it was ended for taking too long."""
    home = {"HOME": str(folder), "TMPDIR": str(folder), "TEMP": str(folder)}
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    with subprocess.Popen(  # noqa: S603  # the command is LibreOffice, the file a copy of ours
        command,
        cwd=folder,
        env=kept | home,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            running.wait(_LONGEST)
        except subprocess.TimeoutExpired:
            _end(running)
            return False
        except BaseException:
            _end(running)
            raise
    return True


def _end(running: subprocess.Popen[bytes]) -> None:
    """End a process with those it has started."""
    if hasattr(os, "killpg"):
        os.killpg(running.pid, signal.SIGKILL)
    else:
        running.kill()
