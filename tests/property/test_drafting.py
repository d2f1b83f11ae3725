"""Laws of drafting: what is put in is read back, and comparing loses nothing."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Observation, Organizations, Period, Quantity, check
from danvan.drafting import ChangeKind, Figures, Template, compare_reports
from danvan.indicators import Kind, indicators
from danvan.quantities import Position, Sense, qualifiers
from danvan.reading import find_quantities, parse_report
from danvan.reports import composed
from danvan.testing import strategies as dst

pytestmark = pytest.mark.property

TREE = Organizations.shipped("tam_duong")
PARTY = TREE["tam_duong.party"]
YEAR = Period.year(2023)
COUNTED = [one for one in indicators() if one.unit and one.kind in (Kind.FLOW, Kind.STOCK)]
BEFORE = [
    one for one in qualifiers() if one.position is Position.BEFORE and one.sense is not Sense.MEAN
]
WORDS = st.text(st.sampled_from("{}ab: .,độ\n*[^1]#"), max_size=80)


@st.composite
def stated(draw):
    """A figure of an indicator, as a report may state it."""
    indicator = draw(st.sampled_from(COUNTED))
    value = draw(st.decimals(0, 10**12, places=draw(st.integers(0, 3))))
    qualifier = draw(st.none() | st.sampled_from(BEFORE)) if value > 0 else None
    return Observation(indicator, PARTY, YEAR, Quantity(value, indicator.unit, qualifier))


def figures(*observations):
    return Figures(observations, TREE, "tam_duong.party", YEAR)


@given(st.lists(stated(), min_size=1, max_size=4, unique_by=lambda one: one.indicator.code))
def test_every_figure_is_read_back_with_its_value(observations):
    slots = ", ".join(f"đạt {{{one.indicator.code}}} cả năm" for one in observations)
    template = Template.parse(f"BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\nToàn huyện {slots}.\n")
    draft = template.fill(figures(*observations))
    read = {one.start: one for one in find_quantities(draft.report.text)}
    for entry, one in zip(draft.entries, observations, strict=True):
        inside = [read[at] for at in range(entry.span.start, entry.span.end) if at in read]
        assert [(found.value, found.qualifier) for found in inside] == [
            (one.quantity.value, one.quantity.qualifier)
        ]
    assert not draft.findings
    assert not check(draft.report)


@given(WORDS, st.dictionaries(st.sampled_from(["a", "b", "đ"]), WORDS))
def test_no_template_and_no_passage_raises(words, passages):
    draft = Template.parse(f"BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\nMở {words}").fill(figures(), passages)
    assert composed(draft.report).text == draft.report.text
    for finding in draft.findings:
        assert finding.spans or finding.code == "DV670"
        assert finding.message("vi")
        assert finding.message("en")


@given(WORDS)
def test_what_has_no_slot_stays_as_it_is(words):
    plain = words.replace("{", "").replace("}", "")
    template = Template.parse(f"BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\nMở {plain}")
    marks = [mark for one in template.report.paragraphs() for _, mark in one.marks]
    made = template.fill(figures()).report
    assert [one.text for one in made.paragraphs()] == [
        one.text for one in template.report.paragraphs()
    ]
    assert len([mark for one in made.paragraphs() for _, mark in one.marks]) == len(marks)


@given(dst.reports())
def test_a_report_is_as_it_is(report):
    assert not compare_reports(report, report).changes


@settings(max_examples=60)
@given(dst.reports(), dst.reports())
def test_what_is_removed_one_way_is_added_the_other(one, other):
    there, back = compare_reports(one, other).changes, compare_reports(other, one).changes

    def counted(changes, kind):
        return sum(change.kind is kind for change in changes)

    assert counted(there, ChangeKind.ADDED) == counted(back, ChangeKind.REMOVED)
    assert counted(there, ChangeKind.REMOVED) == counted(back, ChangeKind.ADDED)


@given(st.permutations(range(8)))
def test_moved_paragraphs_are_neither_gone_nor_new(order):
    said = [
        f"Xã thứ {'abcdefgh'[n]} tổ chức {n + 2} hội nghị về việc {'ghiklmno'[n]}." for n in order
    ]
    text = "BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\n" + "\n\n".join(said)
    base = "BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\n" + "\n\n".join(said[order.index(n)] for n in range(8))
    changes = compare_reports(parse_report(base), parse_report(text))
    assert {change.kind for change in changes.changes} <= {ChangeKind.MOVED}
    assert not changes.figures
    assert len(changes.changes) < 8


def test_reports_can_be_filled_again():
    report = Template.parse("BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\nMột {lời}.\n").fill(figures()).report
    again = Template(report).fill(figures()).report
    assert attrs.evolve(again, name="x") == attrs.evolve(report, name="x")
