"""Figures of papers whose letters stand apart from their marks (NFD)."""

from pathlib import Path
from unicodedata import normalize

import pytest

from danvan.organizations import Organizations
from danvan.reading import map_figures, parse_report

TREE = Organizations.shipped("tam_duong")
PAPERS = ["examples/data/bao_cao_mau.txt", *sorted(map(str, Path("examples/data/district_2023/papers").glob("bao*")))]  # fmt: skip


@pytest.mark.parametrize("file", PAPERS)
def test_they_are_mapped_as_those_of_composed_letters(file):
    text = Path(file).read_text("utf-8")
    composed, apart = (
        [
            (one.indicator.code, one.organization.code, str(one.quantity), one.breakdown)
            for one in map_figures(parse_report(written), TREE).observations
        ]
        for written in (text, normalize("NFD", text))
    )
    assert composed
    assert apart == composed
