"""Tables of words and figures that line up."""

import unicodedata

import pytest

from danvan.errors import InvalidValueError
from danvan.rendering import format_table, table_to_html, table_to_markdown
from danvan.rendering.tables import width

HEADERS = ("Tổ chức", "Số buổi")
ROWS = (("Hội Nông dân", "523"), ("Huyện đoàn", "trên 394"))


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Tổ chức", 7),
        (unicodedata.normalize("NFD", "Tổ chức"), 7),
        ("", 0),
        ("日本", 4),
        ("a\u200bb", 2),
    ],
)
def test_width_is_that_on_a_terminal(text, columns):
    assert width(text) == columns


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_columns_line_up_whatever_the_unicode_form(form):
    rows = [[unicodedata.normalize(form, cell) for cell in row] for row in ROWS]
    lines = format_table(HEADERS, rows).split("\n")
    assert len({width(line) for line in lines}) == 1
    assert lines[2].endswith("     523")


def test_figures_stand_at_the_right_and_words_at_the_left():
    table = format_table(("a", "b", "c"), [("x", 1, "5/13"), ("yy", 22, "85,48%"), ("z", "-", "")])
    assert table.split("\n") == [
        "a    b       c",
        "──  ──  ──────",
        "x    1    5/13",
        "yy  22  85,48%",
        "z    -",
    ]


def test_alignment_can_be_chosen():
    assert format_table(("a",), [("1",), ("22",)], align=("left",)).split("\n")[2] == "1"
    with pytest.raises(InvalidValueError, match="1 of 'left' and 'right'"):
        format_table(("a",), [], align=("left", "left"))


def test_a_cell_is_one_line():
    assert "x y" in format_table(("a",), [("x\ny",)])


def test_a_table_without_rows_is_its_header():
    assert format_table(("a", "bb"), []) == "a  bb\n─  ──"


@pytest.mark.parametrize("row", [("một",), ("một", "hai", "ba"), ()])
def test_a_row_of_another_length_is_an_error(row):
    for make in (format_table, table_to_markdown, table_to_html):
        with pytest.raises(InvalidValueError, match="a row of 2 cells"):
            make(HEADERS, [row])


def test_markdown():
    assert table_to_markdown(HEADERS, [*ROWS, ("a|b", "1")]).split("\n") == [
        "| Tổ chức | Số buổi |",
        "| --- | ---: |",
        "| Hội Nông dân | 523 |",
        "| Huyện đoàn | trên 394 |",
        r"| a\|b | 1 |",
    ]


def test_html_is_escaped():
    html = table_to_html(("<b>",), [("<script>",)])
    assert "<script>" not in html
    assert '<th scope="col">&lt;b&gt;</th>' in html
