"""A template filled in, written and read back."""

import pytest

from danvan import check, read_report, write_report
from danvan.drafting import Figures, Template
from danvan.errors import UnreadableFileError
from danvan.indicators import read_observations
from danvan.reporting.outline import outlines

from .made_up import DIALOGUES, EXACT, EXAMPLE, PARTY, TREE, UNITS, YEAR


def test_a_template_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableFileError):
        Template.read(tmp_path / "none.md")


@pytest.fixture(scope="module")
def example():
    template = Template.read(EXAMPLE / "mau_bao_cao_nam.md", outline=outlines()["annual"])
    observations = [
        one
        for name in ("figures.csv", "beside.csv")
        for one in read_observations(EXAMPLE / name, TREE)
    ]
    return template.fill(Figures(observations, TREE, PARTY, YEAR))


@pytest.mark.parametrize("suffix", [".md", ".txt", ".docx", ".html"])
def test_the_report_is_written_read_back_and_found_in_order(example, tmp_path, suffix):
    if suffix == ".docx":
        pytest.importorskip("docx", reason="needs danvan[docx]")
    path = tmp_path / f"bao_cao{suffix}"
    write_report(example.report, path)
    if suffix == ".html":
        return
    again = read_report(path)
    assert [one.text for one in again.paragraphs()] == [
        one.text for one in example.report.paragraphs()
    ]
    assert [one.text for one in again.footnotes] == [one.text for one in example.report.footnotes]
    assert [one.title for one in again] == [one.title for one in example.report]
    assert again.says_same(example.report) or suffix == ".txt"  # plain text has no emphasis
    assert not check(again)
    assert not check(example.report)


def test_a_template_in_word_gives_the_same_report(example, tmp_path):
    pytest.importorskip("docx", reason="needs danvan[docx]")
    template = Template.read(EXAMPLE / "mau_bao_cao_nam.md")
    write_report(template.report, tmp_path / "mau.docx")
    figures = Figures([*EXACT, *DIALOGUES], TREE, PARTY, YEAR, UNITS)
    one = template.fill(figures).report
    other = Template.read(tmp_path / "mau.docx").fill(figures).report
    assert other.says_same(one)


def test_the_date_of_the_report_is_left_to_fill_in(example):
    assert example.report.issued_on is None
    assert "ngày    tháng    năm" in example.report.text
