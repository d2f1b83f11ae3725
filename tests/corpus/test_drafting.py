"""A single figure altered in a real paper is found again, wherever its paragraph moved to."""

from pathlib import Path

import attrs
import pytest

import danvan
from danvan.drafting import ChangeKind, compare_reports
from danvan.reading import find_quantities, parse_report
from danvan.reports import Paragraph

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
PAPERS = [
    "tam_duong_bao_cao_2023",
    "tam_duong_ke_hoach_2023",
    "tam_duong_bc_460_9_thang",
    "chu_puh_so_ket_529",
]
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="no ../shared/corpus here"),
]


@pytest.mark.parametrize("name", PAPERS)
def test_one_figure_altered(name):
    report = danvan.read_report(CORPUS / f"{name}.txt")
    text = report.text
    plain = [one for one in find_quantities(text) if one.text.isdigit() and 20 < one.value < 1000]
    assert plain
    for one in plain[::5]:
        altered = f"{text[: one.start]}{int(one.value) + 1}{text[one.end :]}"
        figures = compare_reports(report, parse_report(altered)).figures
        assert [(figure.before.value, figure.after.value) for figure in figures] == [
            (one.value, one.value + 1)
        ]


def altered(paragraph):
    """The paragraph with its first figure one higher."""
    one = find_quantities(paragraph.text)[0]
    text = paragraph.text
    return Paragraph(f"{text[: one.start]}{int(one.value) + 1}{text[one.end :]}", paragraph.marks)


def test_one_figure_altered_in_a_paragraph_that_moved():
    report = danvan.read_report(CORPUS / "tam_duong_bao_cao_2023.txt")
    tried = 0
    for at, section in enumerate(report.sections):
        for place, inner in enumerate(section.sections):
            first, *rest = inner.paragraphs or [None]
            figures = first and find_quantities(first.text)
            if len(rest) < 2 or not figures or not figures[0].text.isdigit():
                continue
            moved = attrs.evolve(inner, paragraphs=(*rest, altered(first)))
            whole = attrs.evolve(
                section,
                sections=(*section.sections[:place], moved, *section.sections[place + 1 :]),
            )
            other = attrs.evolve(
                report, sections=(*report.sections[:at], whole, *report.sections[at + 1 :])
            )
            found = compare_reports(report, other)
            assert [change.kind for change in found.changes] == [ChangeKind.CHANGED]
            assert [figure.difference for figure in found.figures] == [1]
            assert found.changes[0].moved
            tried += 1
    assert tried
