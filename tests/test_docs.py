"""Every example in the README and the docs runs and gives what it says."""

import doctest
import json
import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from danvan.cli.arguments import options

ROOT = Path(__file__).resolve().parent.parent
MADE = {"api", "catalogues", "command.md", "json-schema.md"}  # by a build of the site
WRITTEN = [
    page for page in (ROOT / "docs").rglob("*.md") if not MADE & {page.name, page.parent.name}
]
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted(WRITTEN)]

NEEDED = {
    "notebooks.md": ("matplotlib",),
    "nation.md": ("narwhals", "polars", "duckdb"),
    "province-2026.md": ("docx",),
    "workbooks.md": ("xlsxwriter", "python_calamine", "openpyxl"),
}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples(page, monkeypatch):
    for library in NEEDED.get(page.name, ()):
        pytest.importorskip(library)
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert result.failed == 0


def test_the_readme_shows_what_the_command_prints(capsys, monkeypatch):
    from danvan.cli import main

    monkeypatch.chdir(ROOT)
    for page, lang in (("README.md", "en"), ("README.vi.md", "vi")):
        main(["check", os.path.join("examples", "data", "bao_cao_mau.txt"), "--lang", lang])
        assert capsys.readouterr().out in (ROOT / page).read_text("utf-8")


def test_links_within_the_docs_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def blocks(page):
    """Each fenced block of a page with its language."""
    fenced = re.compile(r"^```([\w-]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return fenced.findall(page.read_text("utf-8"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_snippet_is_only_looked_at(page):
    """Python is executed above; data can be read, and a command line can be given."""
    for language, block in blocks(page):
        if language in {"python", "pycon"}:
            assert block.startswith(">>> "), block[:60]
        elif language in {"toml", "json"}:
            {"toml": tomllib.loads, "json": json.loads}[language](block)
        elif language in {"", "console"}:
            for line in re.findall(r"^(?:python3 danvan\.pyz|danvan) (.*)", block, re.MULTILINE):
                words = shlex.split(re.split(r" {2,}", line)[0])
                assert options(words, "en").run, line


def test_the_extras_that_pages_name_are_there():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for page in PAGES:
        for extras in re.findall(r"danvan\[([\w,]+)\]", page.read_text("utf-8")):
            assert set(extras.split(",")) <= set(project["optional-dependencies"]), page.name


def test_the_tasks_are_told_in_both_languages():
    docs = ROOT / "docs"
    for folder in ("tutorials", "how-to"):
        for page in sorted((docs / "vi" / folder).glob("*.md")):
            assert (docs / folder / page.name).exists(), page


def test_the_design_names_every_package():
    page = (ROOT / "docs" / "explanation" / "design.md").read_text("utf-8")
    for path in (ROOT / "src" / "danvan").iterdir():
        if not path.name.startswith(("_", ".")) and path.suffix != ".typed":
            assert path.stem in re.findall(r"\b[a-z_]+\b", page), path.name
