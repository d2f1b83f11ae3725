"""DV441: names of places that one letter or mark keeps from being a name of the tree."""

import pytest

from danvan.organizations import Organizations
from danvan.reading import parse_report
from danvan.validation import check
from danvan.validation.form.places import check_place_names, place_names

TREE = Organizations.shipped("tam_duong")
HEAD = "BÁO CÁO\ncông tác dân vận năm 2023\n\nI. KẾT QUẢ\n\n"


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Tại xã Bình Lư 5 buổi, xã Bình Lu 3 buổi; xã Bình Lư đạt chuẩn.", ["Bình Lu"]),
        ("Tại xã Bình Lư 5 buổi, xã Bản Bo 3 buổi.", []),  # both are names of the tree
        ("Tại xã Bình Lu 5 buổi.", []),  # the right name is nowhere in the paper
        ("Tại xã Mường Lay 5 buổi.", []),  # another place, near to none
    ],
)
def test_slips(text, slips):
    report = parse_report(HEAD + text)
    found = list(check_place_names(report, TREE))
    assert [finding.code for finding in found] == ["DV441"] * len(slips)
    assert [finding.spans[0].text for finding in found] == slips


def test_a_name_that_is_right_as_it_is():
    report = parse_report(HEAD + "Tại xã Bình Lư 5 buổi, xã Bình Lu 3 buổi.")
    assert [f.code for f in check(report, checks=[place_names(TREE)])] == ["DV441"]
    assert not check(report, checks=[place_names(TREE, others=["Bình Lu"])])
