"""Pictures of a tree."""

import re
from datetime import date
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.organizations.pictures import to_html, to_mermaid, to_svg, to_text


def body(code, name):
    return Organization(code, name, "group", Level.DISTRICT, Branch.PARTY)


@pytest.fixture
def tree():
    names = {"a": "Gốc", "b": "Trái", "c": 'Lá "<&>"', "d": "Phải", "e": "Rời"}
    links = (Link("b", "a"), Link("c", "b"), Link("d", "a", date(2024, 1, 1)))
    return Organizations(tuple(body(*pair) for pair in names.items()), links, "mẫu <1>")


def test_text(tree):
    assert to_text(tree) == 'Gốc\n├── Trái\n│   └── Lá "<&>"\n└── Phải\nRời'


def test_text_of_a_day(tree):
    assert to_text(tree, on=date(2023, 1, 1)) == 'Gốc\n└── Trái\n    └── Lá "<&>"\nPhải\nRời'


def test_text_to_a_depth_counts_what_is_left_out(tree):
    assert to_text(tree, "a", depth=1) == "Gốc\n├── Trái (+1)\n└── Phải"
    assert to_text(tree, "a", depth=0) == "Gốc (+2)"


def test_mermaid(tree):
    lines = to_mermaid(tree, "a").splitlines()
    assert lines[0] == "flowchart LR"
    assert '  n2["Lá #quot;#lt;#amp;>#quot;"]' in lines
    assert [line.strip() for line in lines if "-->" in line] == [
        "n0 --> n1",
        "n1 --> n2",
        "n0 --> n3",
    ]


def test_svg_is_well_formed_and_whole(tree):
    root = ET.fromstring(to_svg(tree))  # our own text
    space = "{http://www.w3.org/2000/svg}"
    assert [text.text for text in root.iter(f"{space}text")] == [
        "Gốc", "Trái", 'Lá "<&>"', "Phải", "Rời",
    ]  # fmt: skip
    assert len(list(root.iter(f"{space}path"))) == 3
    assert root.get("aria-label") == "mẫu <1>"


class Balance(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.items = [], 0

    def handle_starttag(self, tag, attrs):
        self.open.append(tag)
        self.items += tag == "li"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", ["tam_duong", "ban_mai"])
def test_html_of_a_notebook_is_balanced_and_whole(name):
    shipped = Organizations.shipped(name)
    reader = Balance()
    reader.feed(shipped._repr_html_())
    assert reader.open == []
    assert reader.items == len(shipped)


def test_html_escapes(tree):
    text = to_html(tree)
    assert "Lá &quot;&lt;&amp;&gt;&quot;" in text
    assert not re.search(r"<(?!/?(ul|li|details|summary)\b)", text)


def test_an_empty_tree_has_an_empty_picture():
    empty = Organizations(())
    assert to_text(empty) == ""
    assert to_html(empty) == "<ul></ul>"
    ET.fromstring(to_svg(empty))
