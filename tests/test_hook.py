"""The definition of the pre-commit hook: what it names is there, and its entry runs."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from danvan import formats
from danvan.cli import main

ROOT = Path(__file__).resolve().parent.parent
HOOK = ROOT / ".pre-commit-hooks.yaml"
SLIP = "BÁO CÁO\nmẫu\n\nTổ chức 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n"


@pytest.fixture
def hook():
    """The one hook; a list of one flat table is all the YAML there is."""
    lines = HOOK.read_text("utf-8").splitlines()
    assert lines[0].startswith("- ")
    assert all(line.startswith("  ") for line in lines[1:])
    return dict(line[2:].split(": ", 1) for line in lines)


def test_the_parts_pre_commit_wants(hook):
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert set(hook) <= {
        "id",
        "name",
        "description",
        "entry",
        "language",
        "files",
        "additional_dependencies",
        "require_serial",
    }


def test_it_is_given_the_files_that_can_be_read(hook):
    wanted = re.compile(hook["files"])
    assert all(wanted.search(f"kho/bao_cao{suffix}") for suffix in formats.readable())
    assert not wanted.search("kho/bao_cao.py")


def test_it_brings_what_the_extras_bring(hook):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert sorted(re.findall(r'"([^"]+)"', hook["additional_dependencies"])) == sorted(
        extras["docx"] + extras["pdf"]
    )


def test_its_entry_runs_on_the_files_it_is_given(hook, tmp_path, capsys):
    program, *arguments = shlex.split(hook["entry"])
    assert program == "danvan"
    (tmp_path / "a.txt").write_text(SLIP, "utf-8")
    (tmp_path / "b.md").write_text(SLIP.replace("30", "29"), "utf-8")
    assert main([*arguments, str(tmp_path / "a.txt"), str(tmp_path / "b.md")]) == 1
    assert main([*arguments, str(tmp_path / "b.md")]) == 0
