"""Where a report judges its own work."""

from collections import Counter
from pathlib import Path

import pytest

from danvan.reading.assessments import find_assessments, kinds_of_heading
from danvan.reading.files import read_report
from danvan.reports import Report, Section
from danvan.reports.assessment import assessment_kinds


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Ưu điểm", ("strength",)),
        ("Hạn chế, tồn tại", ("weakness",)),
        ("Hạn chế, khuyết điểm và nguyên nhân", ("weakness", "cause")),
        ("Nguyên nhân của hạn chế, tồn tại", ("cause",)),
        ("MỘT SỐ KINH NGHIỆM", ("lesson",)),
        ("Bài học kinh nghiệm", ("lesson",)),
        ("NHIỆM VỤ TRỌNG TÂM 3 THÁNG CUỐI NĂM 2023", ("task",)),
        ("Phương hướng, nhiệm vụ năm 2024", ("task",)),
        ("Kiến nghị, đề xuất", ("proposal",)),
        ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ", ()),  # what was done, not what is to be
        ("ĐÁNH GIÁ CHUNG", ()),
        ("Kinh nghiệm quản lý", ("lesson",)),
        ("Mục đích, yêu cầu", ()),
        ("Tồn tạii", ()),  # a word that only begins like one
        ("", ()),
    ],
)
def test_what_a_heading_names(heading, kinds):
    assert kinds_of_heading(heading) == kinds


def test_points_belong_to_the_heading_over_them():
    points = (
        Section("1.", "", ("Tuyên truyền; vận động.",)),
        Section("2.", "", ("Đối thoại; giám sát.",)),
    )
    found = list(
        find_assessments(Report("mẫu", sections=(Section("IV.", "NHIỆM VỤ", sections=points),)))
    )
    assert [(item.number, item.under, item.kinds) for item in found] == [
        ("1.", "IV. NHIỆM VỤ", ("task",)),
        ("2.", "IV. NHIỆM VỤ", ("task",)),
    ]


def test_a_heading_of_two_kinds_leaves_its_own_paragraphs_open():
    (item,) = find_assessments(
        Report("mẫu", sections=(Section("2.", "Hạn chế và nguyên nhân", ("Chưa cao.",)),))
    )
    assert item.kinds == ("weakness", "cause")


def test_every_kind_has_a_source():
    assert all(kind.source for kind in assessment_kinds())


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not beside the checkout")
@pytest.mark.parametrize(
    ("stem", "counts"),
    [
        ("tam_duong_bc_460_9_thang", {"strength": 1, "weakness": 4, "cause": 1, "task": 5}),
        ("tam_duong_bao_cao_2023", {"advantage": 1, "difficulty": 1, "strength": 1, "weakness": 3, "cause": 2, "task": 5}),
        ("chu_puh_so_ket_529", {"strength": 1, "weakness": 3, "cause": 3, "lesson": 3, "task": 6}),
    ],
)  # fmt: skip
def test_the_published_reports(stem, counts):
    found = [item.kinds for item in find_assessments(read_report(CORPUS / f"{stem}.txt"))]
    assert Counter(kind for (kind,) in found) == counts
