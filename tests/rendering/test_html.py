"""A report as one HTML file: whole, escaped, and needing nothing else."""

import re
from html.parser import HTMLParser

import pytest

from danvan.rendering import to_html
from danvan.reports import (
    Footnote,
    Letterhead,
    Paragraph,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
)

VOID = {"meta", "br", "link", "img"}
EVIL = '<script>alert(1)</script>" onload="x'


class Balance(HTMLParser):
    """Checks that every element is closed in its turn, and collects ids, links and words."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.words = [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        attrs = dict(attrs)
        self.ids += [attrs["id"]] if "id" in attrs else []
        self.links += [attrs["href"]] if "href" in attrs else []
        assert not {"src", "onload", "onclick"} & set(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def checked(html):
    page = Balance()
    page.feed(html)
    page.close()
    assert page.open == []
    return page


def test_every_word_of_a_report_is_escaped():
    report = Report(
        "mẫu",
        kind=EVIL,
        title=EVIL,
        letterhead=Letterhead(EVIL, EVIL, EVIL, number_text=EVIL, date_text=EVIL, secrecy=EVIL),
        addressed_to=EVIL,
        preamble=(Paragraph(EVIL, ((3, EVIL),)),),
        sections=(Section(EVIL, EVIL, (Paragraph(EVIL),), tables=(Table((EVIL,), ((EVIL,),)),)),),
        footnotes=(Footnote(EVIL, (Paragraph(EVIL),)),),
        recipients=(Recipient(EVIL, EVIL),),
        signature=Signature(EVIL, EVIL, EVIL),
    )
    page = checked(to_html(report))
    assert "script" not in page.tags


def test_footnotes_lead_there_and_back():
    report = Report(
        "mẫu",
        sections=(Section("I.", "KẾT QUẢ", ("Một[^1], hai[^2], ba[^9].",)),),
        footnotes=(Footnote("1", ("Chú một.", "Còn nữa.")), Footnote("2", ("Chú hai.",))),
    )
    page = checked(to_html(report))
    assert {f"#{id_}" for id_ in page.ids} >= set(page.links)
    assert "<sup>9</sup>" in to_html(report)
    assert len(page.ids) == len(set(page.ids)) == 4


def test_marks_that_begin_again_have_ids_of_their_own():
    report = Report(
        "mẫu",
        preamble=("Một[^1].", "Hai[^1]."),
        footnotes=(Footnote("1", ("Chú một.",)), Footnote("1", ("Chú hai.",))),
    )
    page = checked(to_html(report))
    assert sorted(page.ids) == ["mark-1", "mark-2", "note-1", "note-2"]


def test_the_page_asks_the_network_for_nothing():
    html = to_html(Report("mẫu", kind="Báo cáo"))
    assert not re.search(r"https?:|url\(|@import|<link|<script|<img", html)
    assert '<html lang="vi">' in html
    assert "prefers-color-scheme: dark" in html
    assert "size: A4" in html


def test_headings_follow_the_tree():
    tree = Section("I.", "A", sections=(Section("1.", "B", sections=(Section("1.1.", "C"),)),))
    page = checked(to_html(Report("mẫu", kind="Báo cáo", sections=(tree,))))
    assert [tag for tag in page.tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h3", "h4"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_report_with_nothing_in_it(whole):
    checked(to_html(Report("trống"), whole=whole))
