"""Waivers: what is accepted does not count but stays; what no longer stands is told."""

from datetime import date

import pytest

from danvan import check
from danvan.errors import UnreadableFileError
from danvan.findings import Severity, Waiver
from danvan.reading import read_report
from danvan.reading.document import parse_report
from danvan.validation import companion, read_waivers, waive, waivers_beside

SLIP = "Đã tổ chức 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã."
TEXT = f"BÁO CÁO\nmẫu\n\nI. MỘT\n\n{SLIP}\n\nII. HAI\n\n{SLIP}\n"
REPORT = parse_report(TEXT, name="bao_cao.txt")
ON = date(2026, 6, 1)


def waiver(code="DV201", words="30 hội nghị", **more):
    return Waiver(code, words, "Chánh Văn phòng Huyện ủy", "01 hội nghị phối hợp", **more)


CASES = [
    # the waivers, what still counts, how many are waived
    ([], ["DV201", "DV201"], 0),
    ([waiver()], ["DV201"], 1),
    ([waiver(occurrence=2)], ["DV201"], 1),
    ([waiver(), waiver(occurrence=2)], [], 2),
    # a sentence around the figure, to tell it from others
    ([waiver(words=SLIP)], ["DV201"], 1),
    ([waiver(until=date(2026, 6, 1))], ["DV201"], 1),
    # it ran out yesterday: the finding counts again, and so does the waiver
    ([waiver(until=date(2026, 5, 31))], ["DV201", "DV901", "DV201"], 0),
    # one that ran out beside one that holds
    ([waiver(until=date(2026, 5, 31)), waiver()], ["DV201"], 1),
    # nothing of the kind is there
    ([waiver(code="DV211")], ["DV902", "DV201", "DV201"], 0),
    ([waiver(words="31 hội nghị")], ["DV902", "DV201", "DV201"], 0),
    ([waiver(occurrence=3)], ["DV902", "DV201", "DV201"], 0),
    # two for one finding: both are used
    ([waiver(), waiver(words="30")], ["DV201"], 1),
    # of another paper, which was not looked at
    ([waiver(paper="khac.txt")], ["DV201", "DV201"], 0),
    ([waiver(paper="bao_cao.txt")], ["DV201"], 1),
]


@pytest.mark.parametrize(("waivers", "codes", "waived"), CASES)
def test_case(waivers, codes, waived):
    found = waive(check(REPORT), waivers, [REPORT], on=ON)
    assert sorted(f.code for f in found) == sorted(codes)
    assert len(found.waived) == waived
    assert all(f.waiver in waivers for f in found.waived)
    for finding in found:
        assert finding.message("vi") != finding.message("en")


def test_a_waived_finding_is_kept_and_does_not_count():
    found = check(REPORT, waivers=[waiver(), waiver(occurrence=2)])
    assert found.worst is None
    assert [f.code for f in found.waived] == ["DV201", "DV201"]
    assert found.waived[0].waiver.why == "01 hội nghị phối hợp"
    assert found.only("DV2").waived == found.waived
    assert found.only("DV5").waived == ()


def test_a_waiver_that_no_longer_stands_points_at_its_words():
    (expired, *_) = waive(check(REPORT), [waiver(until=date(2026, 1, 1))], [REPORT], on=ON).only(
        "DV901"
    )
    assert (expired.spans[0].text, expired.severity) == ("30", Severity.WARNING)
    (unused,) = waive(check(REPORT), [waiver("DV211", "02 hội nghị")], [REPORT], on=ON).only(
        "DV902"
    )
    assert unused.spans[0].text == "02 hội nghị"


def test_a_finding_without_a_place_is_known_by_its_sentence():
    from danvan.findings import Findings, rules

    found = Findings([rules()["DV634"].at(part="Kiến nghị", outline="Đề cương")])
    assert not waive(found, [waiver("DV634", "thiếu mục “Kiến nghị”")], on=ON)


FILE = """
[[figure]]
words = "30"

[[waiver]]
code = "DV201"
words = "30 hội nghị"
occurrence = 2
who = "Chánh Văn phòng Huyện ủy"
why = "01 hội nghị phối hợp"
until = 2026-12-31
"""


def test_the_file_beside_the_paper(tmp_path):
    paper = tmp_path / "bao_cao.txt"
    paper.write_text(TEXT, "utf-8")
    assert waivers_beside(paper) == ()
    companion(paper).write_text(FILE, "utf-8")
    (one,) = waivers_beside(paper)
    assert one == waiver(occurrence=2, until=date(2026, 12, 31), paper="bao_cao.txt")
    assert read_waivers(companion(paper))[0].paper == ""
    found = waive(check(read_report(paper)), [one], [read_report(paper)], on=ON)
    assert [f.code for f in found] == ["DV201"]


UNREADABLE = [
    ("", "No such file"),
    ("[[waiver]]\ncode = 'DV201'\n", "words is missing"),
    (FILE.replace("until", "till"), "unknown keys: till"),
    (FILE.replace("2026-12-31", "'cuối năm'"), "a date"),
    (FILE.replace("= 2\n", "= 0\n"), "whole number from 1"),
    (FILE.replace('"30 hội nghị"', '""'), "text"),
    ("waiver = 3\n", "tables"),
    ("[[waiver]\n", "TOML"),
]


@pytest.mark.parametrize(("text", "said"), UNREADABLE)
def test_a_file_that_cannot_be_read_says_why(tmp_path, text, said):
    path = tmp_path / "bao_cao.danvan.toml"
    if text:
        path.write_text(text, "utf-8")
    with pytest.raises(UnreadableFileError) as caught:
        read_waivers(path)
    assert said in str(caught.value)
    assert "bao_cao.danvan.toml" in str(caught.value)
