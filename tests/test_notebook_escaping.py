"""What notebooks show is escaped, whatever the words."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan as dv
from danvan.errors import UnreadableFileError
from danvan.findings import Findings, Source, Span, rules
from danvan.indicators import Observation, indicators
from danvan.notebook import Rows, record, said, table
from danvan.organizations import Branch, Level, Organization, Organizations
from danvan.quantities import Quantity
from danvan.reading.corpus import Corpus
from danvan.reports import Report
from notebook_pages import Page

HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", '" onmouseover="x', "'><img src=x>", "</td></table><b>", "&lt;",
     "</style><script>", "\x00\x1b[2J", "\u202egnp", "<!--", "]]>", "\ud800"]
) | st.text(max_size=30)  # fmt: skip


@pytest.mark.property
@given(HOSTILE, HOSTILE, st.lists(st.dictionaries(HOSTILE, HOSTILE, max_size=4), max_size=4))
def test_every_word_is_escaped(caption, note, rows):
    page = Page(table(caption, rows, len(rows), [note]))
    assert set(page.count) <= {
        "style",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
    }
    for row in rows:
        Page(record(caption, row)).text.encode()
    Page(said(caption, note))


@pytest.mark.property
@given(HOSTILE, HOSTILE)
def test_what_the_values_hold_is_escaped(one, other):
    name = " ".join(re.sub(r"[^<>&\"'=/!a-z]", "", one).split()) or "<b>"
    body = Organization("a", f'{name} <script>"', "group", Level.COMMUNE, Branch.PARTY)
    figure = Observation(
        indicators()["propaganda.sessions"], body, dv.Period.year(2024), Quantity.parse("5 buổi"),
        source=other,
    )  # fmt: skip
    tree = Organizations((body,))
    paper = Report(f"{name}.txt", "1", kind="Báo cáo", title="<i>tháng</i>")
    evil = Source(f"<img>{name}", "30")
    shown = (
        figure,
        Rows((figure,)),
        tree,
        dv.roll_up([figure], tree, to="commune", period=dv.Period.year(2024)),
        dv.coverage([figure], tree, indicator="propaganda.sessions", among=["a"]),
        Findings(
            (rules()["DV201"].at(Span(0, 2, evil), total=other, sum="1", difference=Decimal(-1)),)
        ),
        paper,
        Corpus((paper,), (UnreadableFileError(other, "<b>", "một tệp"),)),
    )
    for value in shown:
        Page(value._repr_html_())
