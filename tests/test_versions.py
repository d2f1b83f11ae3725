"""The versions of code and data: one place each, and what the change log says of them."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

import danvan

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = sorted((Path(danvan.__file__).parent / "data").glob("*.toml"))


def day_of(version):
    return date(*map(int, version.split(".")))


def test_the_code_has_the_version_it_is_released_under():
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == danvan.__version__


def test_the_data_has_a_day_for_a_version():
    assert day_of(danvan.__data_version__) <= date.today()
    assert "{0.year}.{0.month:02}.{0.day:02}".format(day_of(danvan.__data_version__)) == (
        danvan.__data_version__
    )


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_catalogue_is_newer_than_the_version_of_the_data(path):
    head = tomllib.loads(path.read_text("utf-8")).get("catalogue", {})
    if retrieved := head.get("retrieved"):
        assert retrieved <= day_of(danvan.__data_version__)


def test_every_release_says_which_data_it_carries():
    log = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.split(r"^## ", log, flags=re.MULTILINE)[1:]
    for section in released:
        if not section.startswith("[Unreleased]"):
            assert re.search(r"^### Data \d{4}\.\d{2}\.\d{2}$", section, re.MULTILINE), section[:20]


def test_the_promise_names_what_it_rests_on():
    page = (ROOT / "docs" / "explanation" / "compatibility.md").read_text("utf-8")
    assert "tests/public_names.txt" in page
    assert (ROOT / "tests" / "public_names.txt").exists()
