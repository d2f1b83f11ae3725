"""Every example in the README and the docs runs and gives what it says."""

import doctest
import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "README.vi.md", *sorted((ROOT / "docs").rglob("*.md"))]

NEEDED = {"how-to-workbooks.md": ("xlsxwriter", "python_calamine", "openpyxl")}


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
    import re

    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
