"""References without a number, and texts with their citations marked."""

import re
import time
import unicodedata
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.directives import reference_register
from danvan.reading.citation_marks import mark_citations
from danvan.reading.citation_references import How, find_references


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # a bare number means the one paper cited in full, before or after
        (
            "Quyết định 217-QĐ/TW; Quyết định 217",
            [(How.NUMBER, "217-QĐ/TW"), (How.BARE, "217-QĐ/TW")],
        ),
        (
            "Quyết định 217; Quyết định 217-QĐ/TW",
            [(How.BARE, "217-QĐ/TW"), (How.NUMBER, "217-QĐ/TW")],
        ),
        # two papers it could mean: open
        (
            "Quyết định 12-QĐ/TU, Quyết định 12-QĐ/HU; Quyết định 12",
            [(How.NUMBER, "12-QĐ/TU"), (How.NUMBER, "12-QĐ/HU"), (How.BARE, None)],
        ),
        ("Chỉ thị 217; Quyết định 217-QĐ/TW", [(How.BARE, None), (How.NUMBER, "217-QĐ/TW")]),
        (
            "Nghị định 30/2020; Nghị định 30/2020/NĐ-CP; Nghị định 30/2019",
            [(How.BARE, "30/2020/NĐ-CP"), (How.NUMBER, "30/2020/NĐ-CP"), (How.BARE, None)],
        ),
        # names that the text defines, from there on
        (
            "Quy chế dân vận; Quyết định 23-QĐ/TW (sau đây gọi tắt là Quy chế dân vận). Quy chế dân vận",
            [(How.NUMBER, "23-QĐ/TW"), (How.SHORT_NAME, "23-QĐ/TW")],
        ),
        (
            "Quyết định 23-QĐ/TW (viết tắt là “QĐ dân vận”). QĐ dân vận",
            [(How.NUMBER, "23-QĐ/TW"), (How.SHORT_NAME, "23-QĐ/TW")],
        ),
        ("(gọi tắt là Quy chế dân vận) Quy chế dân vận", []),  # nothing that it could name
        # back
        (
            "Kế hoạch 12-KH/HU và Chỉ thị 05-CT/TW; Kế hoạch nêu trên, Chỉ thị đó",
            [
                (How.NUMBER, "12-KH/HU"),
                (How.NUMBER, "05-CT/TW"),
                (How.BACK, "12-KH/HU"),
                (How.BACK, "05-CT/TW"),
            ],
        ),
        ("Kế hoạch 12-KH/HU. Kế hoạch này", [(How.NUMBER, "12-KH/HU")]),  # the paper itself
        # a paper without a number stands in between
        (
            "Kế hoạch 12-KH/HU, kế hoạch của tỉnh. Kế hoạch nêu trên",
            [(How.NUMBER, "12-KH/HU"), (How.BACK, None)],
        ),
        # one of a list
        (
            "Quyết định 217, 218-QĐ/TW. Quyết định nêu trên",
            [(How.NUMBER, "217-QĐ/TW"), (How.NUMBER, "218-QĐ/TW"), (How.BACK, None)],
        ),
        ("Quyết định nêu trên", [(How.BACK, None)]),
    ],
)
def test_what_a_reference_means(text, wanted):
    found = find_references(text)
    assert [(r.how, str(r.number) if r.number else None) for r in found] == wanted
    assert all(text[r.start : r.end] == r.text for r in found)
    apart = unicodedata.normalize("NFD", text)
    assert [(r.how, r.number) for r in find_references(apart)] == [(r.how, r.number) for r in found]
    assert all(apart[r.start : r.end] == r.text for r in find_references(apart))


def test_a_register_gives_candidates_and_settles_nothing():
    text = (
        "Nghị quyết 25-NQ/TW; Quyết định 217-QĐ/TW (gọi tắt là Quy chế giám sát); Quy chế giám sát"
    )
    open_, full, short = find_references(text, reference_register())
    assert len(open_.candidates) == 2
    assert len(full.candidates) == len(short.candidates) == 1
    assert find_references(text)[0].candidates == ()


@pytest.mark.timed
def test_the_time_is_linear():
    def seconds(times):
        text = "Quyết định 12-QĐ/TU (gọi tắt là Quy chế a) Quy chế a, Kế hoạch nêu trên; " * times
        begin = time.perf_counter()
        find_references(text)
        return time.perf_counter() - begin

    seconds(10)
    assert min(seconds(800) for _ in range(2)) < 10 * min(seconds(200) for _ in range(2))


def test_links_are_escaped():
    html = mark_citations('"217-QĐ/TW" <b>', link=lambda c: '/?a=1&b="2"')
    assert html == (
        '&quot;<a href="/?a=1&amp;b=&quot;2&quot;"><cite>217-QĐ/TW</cite></a>&quot; &lt;b&gt;'
    )
    assert mark_citations("217-QĐ/TW", form="markdown", link=lambda c: None) == "**217-QĐ/TW**"


@pytest.mark.property
@given(
    st.lists(
        st.sampled_from(["Quyết định", " ", "217-QĐ/TW", "<b>", "&", ", ", "218", "\u0301"])
    ).map("".join)
)
def test_nothing_of_the_text_is_lost(text):
    assert unescape(re.sub("</?cite>", "", mark_citations(text))) == text
    assert mark_citations(text, form="markdown").replace("**", "") == text
