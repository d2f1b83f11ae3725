"""The sections of a paper: headings told from points."""

import pytest

from reading.papers import PROSE, TITLE, read


class TestSections:
    def test_a_tree(self):
        report = read(
            TITLE, "Phần thứ nhất", "KẾT QUẢ NĂM 2023", "I- ĐẶC ĐIỂM", "Có 13 xã.", "1. Thuận lợi", "Tốt.",
            "2. Khó khăn", "2.1. Thời tiết", "Nắng nóng.", "II- KẾT QUẢ", "a) Cấp ủy", "Tốt.", "Phần thứ hai", "NHIỆM VỤ",
            "1. Tiếp tục tuyên truyền; vận động.",
        )  # fmt: skip
        first, second = report.sections
        assert (first.number, first.heading) == ("Phần thứ nhất", "KẾT QUẢ NĂM 2023")
        assert [s.title for s in first] == [
            "Phần thứ nhất KẾT QUẢ NĂM 2023", "I- ĐẶC ĐIỂM", "1. Thuận lợi", "2. Khó khăn",
            "2.1. Thời tiết", "II- KẾT QUẢ", "a) Cấp ủy",
        ]  # fmt: skip
        assert [s.title for s in second] == ["Phần thứ hai NHIỆM VỤ", "1."]
        assert second.sections[0].paragraphs[0].text == "Tiếp tục tuyên truyền; vận động."
        assert report.text[slice(*first.sections[0].span)].startswith("I- ĐẶC ĐIỂM")
        assert report.text[slice(*first.sections[0].span)].endswith("Nắng nóng.")

    @pytest.mark.parametrize(
        ("line", "heading"),
        [
            ("**1. Mục đích**", "Mục đích"),
            ("## **1. Mục đích**", "Mục đích"),
            ("***1. Mục đích; yêu cầu. Phạm vi***", "Mục đích; yêu cầu. Phạm vi"),
            ("1. Kết quả thi đua¹", "Kết quả thi đua"),
            ("1\\. Kết quả thi đua", "Kết quả thi đua"),
            ("## **1\\. Mục đích**", "Mục đích"),
            ("1\\. Tiếp tục tuyên truyền.", ""),
            ("1. KẾT QUẢ. HẠN CHẾ", "KẾT QUẢ. HẠN CHẾ"),
            ("1. Tiếp tục tuyên truyền.", ""),
            ("1. Tuyên truyền. Vận động", ""),
            ("1. Tuyên truyền, vận động,", ""),
        ],
    )
    def test_headings_are_told_from_points(self, line, heading):
        (section,) = read(TITLE, line, "Nội dung.").sections
        assert (section.number, section.heading) == ("1.", heading)

    @pytest.mark.parametrize(
        ("line", "text", "styled"),
        [
            ("**1. Tiếp dân:** Tiếp 12 lượt.", "Tiếp dân: Tiếp 12 lượt.", ["Tiếp dân:"]),
            ("***1. Tiếp dân:*** Tiếp 12 lượt.", "Tiếp dân: Tiếp 12 lượt.", ["Tiếp dân:"]),
            ("**1.** Tiếp 12 lượt.", "Tiếp 12 lượt.", []),
            ("1. **Tiếp dân:** Tiếp 12 lượt.", "Tiếp dân: Tiếp 12 lượt.", ["Tiếp dân:"]),
            ("**1. Tiếp 12 lượt.", "Tiếp 12 lượt.", []),
            ("* 1. Tiếp 3 * 4 lượt.", "Tiếp 3 * 4 lượt.", []),
        ],
    )
    def test_emphasis_that_begins_before_the_number(self, line, text, styled):
        (section,) = read(TITLE, line).sections
        (paragraph,) = section.paragraphs
        assert (section.number, paragraph.text) == ("1.", text)
        assert [paragraph.text[e.start : e.end] for e in paragraph.emphasis] == styled

    @pytest.mark.parametrize(
        ("below", "heading"),
        [
            ("a) Tiếp công dân 12 lượt.", "Công tác tiếp dân, đối thoại"),
            ("đ) Đối thoại 05 cuộc.", "Công tác tiếp dân, đối thoại"),
            ("với Nhân dân trên địa bàn.", ""),  # the rest of a sentence
            ("a dua theo phong trào.", ""),
        ],
    )
    @pytest.mark.parametrize("gap", ["\n", "\n\n"])
    def test_a_heading_right_above_lettered_points(self, below, heading, gap):
        report = read(TITLE, f"1. Công tác tiếp dân, đối thoại{gap}{below}")
        assert report.sections[0].heading == heading

    @pytest.mark.parametrize(
        "prose", [f"{PROSE}.", f"{PROSE} {PROSE}."], ids=["wrapped", "unwrapped"]
    )
    def test_a_paragraph_right_under_its_heading(self, prose):
        lines = [
            "I. TÌNH HÌNH",
            prose,
            "2. Công tác lãnh đạo",
            prose,
            "II. NHIỆM VỤ",
            "TRỌNG TÂM",
            prose,
        ]
        report = read(TITLE, "\n".join(lines))
        titles = [section.title for tree in report.sections for section in tree]
        assert titles[:2] == ["I. TÌNH HÌNH", "2. Công tác lãnh đạo"]
        assert titles[-1] == "II. NHIỆM VỤ TRỌNG TÂM"
        assert report.sections[0].paragraphs[0].text == prose

    def test_a_point_goes_on_below(self):
        (point,) = read(TITLE, f"1. {PROSE}\nHội Nông dân huyện.").sections
        assert (point.heading, point.paragraphs[0].text) == ("", f"{PROSE} Hội Nông dân huyện.")

    def test_a_footnote_may_be_called_from_a_heading(self):
        report = read(TITLE, "I. KẾT QUẢ¹", "Tốt.", "¹ Đến 30/10/2023.")
        assert report.sections[0].heading_marks == ((7, "1"),)
        assert report.footnotes[0].anchor == report.text.index("¹")
