"""Layout norms: data with a source, chosen by family and day."""

from datetime import date

import pytest

from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.rendering.layout import Allowed, family_of, layout_norms, norm_for
from danvan.reports import Annex, Letterhead, Report, Signature


@pytest.mark.parametrize(
    ("family", "day", "code"),
    [
        ("party", date(2023, 9, 6), "hd36"),
        ("party", date(2026, 5, 26), "hd36"),
        ("party", date(2026, 5, 27), "hd05"),
        ("party", None, "hd05"),
        ("party", date(2001, 1, 1), "hd36"),
        ("state", date(2023, 1, 13), "nd30"),
        ("front", date(2025, 9, 1), "mttq207"),
    ],
)
def test_the_norm_in_force(family, day, code):
    assert norm_for(family, day).code == code


def numbered(number, **parts):
    return Report("mẫu", letterhead=Letterhead(number=DocumentNumber.parse(number)), **parts)


@pytest.mark.parametrize(
    ("report", "family"),
    [
        (numbered("350-BC/HU"), "party"),
        (numbered("41/KH-UBND"), "state"),
        (numbered("18/KH-MTTQ-BTT"), "front"),
        (Report("mẫu", letterhead=Letterhead(motto="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")), "state"),
        (Report("mẫu", letterhead=Letterhead(motto="ĐẢNG CỘNG SẢN VIỆT NAM")), "party"),
        (Report("mẫu", signature=Signature("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")), "state"),
        (Report("mẫu", annexes=(Annex(number=DocumentNumber.parse("159-KH/HU")),)), "party"),
        (Report("mẫu"), "party"),
    ],
)
def test_the_family_of_a_report(report, family):
    assert family_of(report) == family


def test_the_values_of_the_decree():
    norm = layout_norms()["nd30"]
    assert (norm.margin_left.low, norm.margin_left.high) == (30, 35)
    assert [(size.low, size.high) for size in norm.motto] == [(12, 13), (13, 14)]
    assert (norm.recipients_title.used, norm.recipients.used) == (12, 11)


def test_what_was_not_read_in_the_text_is_marked():
    assert {norm.code: norm.confidence for norm in layout_norms()} == {
        "hd36": "sure", "hd05": "likely", "nd30": "sure", "mttq207": "likely",
    }  # fmt: skip
    assert all(norm.source for norm in layout_norms())


@pytest.mark.parametrize("used", [19, 26])
def test_what_is_written_must_be_allowed(used):
    with pytest.raises(InvalidValueError, match="want 20 to 25"):
        Allowed(20, 25, used)
