"""Findings and rules: places, sentences, order."""

import string
from decimal import Decimal
from importlib import util
from pathlib import Path

import pytest

from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.findings import Findings, Severity, Source, Span, in_order, rules

TEXT = "Dòng một\nTổng có 30 hội nghị\n"
SOURCE = Source("mau.txt", TEXT)
AT = TEXT.index("30")


def finding(code="DV201", start=AT):
    return rules()[code].at(
        Span(start, start + 2, SOURCE), total="30", sum="29", difference=Decimal(-1)
    )


def test_a_span_knows_its_line():
    span = Span(AT, AT + 2, SOURCE)
    assert (span.text, span.line, span.column) == ("30", 2, 9)
    with pytest.raises(InvalidValueError, match=r"Span\.end"):
        Span(3, 2, SOURCE)


def test_both_languages():
    assert finding().message() == "tổng ghi 30, cộng các phần được 29 (chênh lệch -1)"
    assert "add up to 29" in finding().message("en")
    assert str(finding()).startswith("mau.txt:2: DV201 ERROR tổng ghi 30")


def test_order_and_selection():
    found = in_order([finding(start=AT), finding("DV203", start=0), finding(start=AT)])
    assert [f.code for f in found] == ["DV203", "DV201"]
    assert found.worst is Severity.ERROR
    assert len(found.only("DV203")) == 1
    assert found[:1].found == found.found[:1]
    assert Findings().worst is None
    assert str(Findings()) == "không phát hiện sai sót"


def test_a_notebook_shows_a_table():
    evil = Source("<b>.txt", "30")
    found = Findings(
        (rules()["DV201"].at(Span(0, 2, evil), total="<i>", sum="29", difference=Decimal(-1)),)
    )
    shown = found._repr_html_()
    assert "&lt;b&gt;.txt:1" in shown
    assert "tổng ghi &lt;i&gt;" in shown
    assert "<i>" not in shown
    assert "<p>không phát hiện sai sót</p>" in Findings()._repr_html_()


def test_a_language_danvan_does_not_speak():
    with pytest.raises(UnknownCodeError, match="languages"):
        finding().message("fr")


class TestRules:
    def test_codes_and_names_are_unique_and_of_a_family(self):
        codes = [rule.code for rule in rules()]
        assert len(set(codes)) == len(codes)
        assert len({rule.name for rule in rules()}) == len(codes)
        assert all(code[:2] == "DV" and code[2] in "1234569" and len(code) == 5 for code in codes)

    def test_both_sentences_name_the_same_parts(self):
        def slots(text):
            return {name for _, name, _, _ in string.Formatter().parse(text) if name}

        for rule in rules():
            assert slots(rule.vi) == slots(rule.en), rule.code

    def test_the_page_of_rules_is_up_to_date(self):
        docs = Path(__file__).resolve().parent.parent / "docs"
        spec = util.spec_from_file_location("build_reference", docs / "build_reference.py")
        module = util.module_from_spec(spec)
        spec.loader.exec_module(module)
        assert (docs / "reference" / "rules.md").read_text("utf-8") == module.page(), (
            "python docs/build_reference.py writes it anew"
        )
