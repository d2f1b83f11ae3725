"""Where one thing ends and the next begins: cases that a changed sign would take for another."""

import pytest

from danvan import check
from danvan.reading.document import parse_report
from danvan.validation import FORM_CHECKS


def codes(body, only, **more):
    return [
        f.code for f in check(parse_report(f"BÁO CÁO\nmẫu năm 2023\n\n{body}\n"), **more).only(only)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Số hộ nghèo giảm từ 5 hộ xuống còn 3 hộ, giảm 2 hộ.", []),
        ("Số hộ nghèo giảm từ 5 hộ xuống còn 3 hộ, giảm 1 hộ.", ["DV213"]),
        # the change behind a semicolon is of something else
        ("Số hộ nghèo giảm từ 5 hộ xuống còn 3 hộ; hộ cận nghèo giảm 1 hộ.", []),
    ],
)
def test_a_change_is_of_the_figures_of_its_clause(text, found):
    assert codes(f"I. KẾT QUẢ\n\n{text}", "DV21") == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("1.", "1.1.", "1.2.", "2.", "2.1."), []),
        (("1.", "1.1.", "1.2.", "1.2."), ["DV552"]),
        # the same last number under another point is no repetition
        (("1.", "1.1.", "1.2.", "2.2."), []),
    ],
)
def test_numbers_are_held_against_those_of_the_same_point(numbers, found):
    body = "\n\n".join(f"{number} Nội dung\n\nCó kết quả." for number in numbers)
    assert codes(f"I. KẾT QUẢ\n\n{body}", "DV552", checks=FORM_CHECKS) == found
