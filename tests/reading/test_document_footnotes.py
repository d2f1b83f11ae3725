"""Footnotes of a paper: their marks, their paragraphs, over pages."""

import pytest

from reading.papers import FOOT, PROSE, TITLE, notes, read, texts, what


class TestFootnotes:
    def test_one_in_the_middle_of_a_sentence(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            f"{PROSE}¹ nông",
            "¹ Ban hành 13 văn bản.",
            "thôn mới và 02 mô hình.",
        )
        assert texts(report) == [f"{PROSE} nông thôn mới và 02 mô hình."]
        assert notes(report) == [("1", "Ban hành 13 văn bản.")]
        assert report.text[report.footnotes[0].anchor] == "¹"
        assert what(report) == ["joined"]

    @pytest.mark.parametrize("mark", ["⁽¹⁾", "[^1]", "[1]"])
    def test_marks_of_every_print(self, mark):
        colon = ":" if "^" in mark else ""
        report = read(TITLE, "I. KẾT QUẢ", f"Tốt{mark}.", f"{mark}{colon} Rất tốt.")
        assert notes(report) == [("1", "Rất tốt.")]
        assert report.footnotes[0].anchor is not None

    def test_notes_in_square_brackets_as_web_pages_have_them(self):
        report = read(
            TITLE, "I. KẾT QUẢ", "Có 20 văn bản[1], 12 cuộc[2].", "II. NHIỆM VỤ", "Tiếp tục (tại [1]).",
            "[1] Gồm: 118 nghị quyết.", "[2] Cấp xã 5.", FOOT,
        )  # fmt: skip
        assert texts(report) == ["Có 20 văn bản, 12 cuộc.", "Tiếp tục (tại [1])."]
        assert notes(report) == [("1", "Gồm: 118 nghị quyết."), ("2", "Cấp xã 5.")]
        assert [note.anchor for note in report.footnotes] == [
            report.text.index("[1]"),
            report.text.index("[2]"),
        ]
        assert report.repairs == ()

    @pytest.mark.parametrize("mark", ["³", "[3]"])
    def test_a_mark_of_any_print_may_want_its_note(self, mark):
        assert what(read(TITLE, "I. KẾT QUẢ", f"Tốt{mark}.")) == ["no footnote"]
        assert what(read(TITLE, "I. KẾT QUẢ", "Tốt.", f"{mark} Rất tốt.")) == ["no mark"]

    def test_a_body_mark_without_brackets_calls_for_a_note_with_them(self):
        report = read(TITLE, "I. KẾT QUẢ", "Đã giải quyết⁹ xong.", "⁽⁹⁾ Tiếp 184 lượt.")
        assert report.footnotes[0].anchor == report.text.index("⁹")

    def test_a_second_paragraph_before_the_sentence_goes_on(self):
        report = read(
            TITLE, "I. KẾT QUẢ", f"{PROSE}¹ nông",
            "¹ Cấp huyện: 02 hội nghị.", "Cấp xã: 27 hội nghị.", "thôn mới.",
        )  # fmt: skip
        assert notes(report) == [("1", "Cấp huyện: 02 hội nghị.\nCấp xã: 27 hội nghị.")]
        assert texts(report) == [f"{PROSE} nông thôn mới."]

    def test_a_second_paragraph_between_two_notes_of_a_page(self):
        report = read(
            TITLE, "I. KẾT QUẢ", f"{PROSE}¹ nông thôn². Tổng hợp",
            "¹ Cấp huyện: 02 hội nghị.", "Cấp xã: 27 hội nghị.", "² Có 13 mô hình.",
            "27 ý kiến của cử tri.",
        )  # fmt: skip
        assert notes(report) == [
            ("1", "Cấp huyện: 02 hội nghị.\nCấp xã: 27 hội nghị."),
            ("2", "Có 13 mô hình."),
        ]
        assert texts(report)[0].endswith("nông thôn. Tổng hợp 27 ý kiến của cử tri.")

    def test_a_paragraph_of_the_body_between_two_notes_stays_in_the_body(self):
        report = read(
            TITLE, "I. KẾT QUẢ", "Tốt¹.", "¹ Rất tốt.", "Công an mở đợt cao điểm².", "² Một đợt.",
        )  # fmt: skip
        assert texts(report) == ["Tốt.", "Công an mở đợt cao điểm."]
        assert notes(report) == [("1", "Rất tốt."), ("2", "Một đợt.")]

    def test_notes_after_a_heading_do_not_join_it(self):
        report = read(TITLE, "Tốt¹.", "I. KẾT QUẢ", "¹ Rất tốt.", "Huyện ủy chỉ đạo.")
        assert [s.heading for s in report] == ["KẾT QUẢ"]
        assert texts(report) == ["Tốt.", "Huyện ủy chỉ đạo."]

    def test_a_note_that_goes_over_the_page_under_a_wrong_mark(self):
        report = read(
            TITLE, "I. KẾT QUẢ", f"{PROSE}¹ làng bản rõ",
            "¹ Có 09 mô hình “Camera và", "ràng hơn².", "² tiếng kẻng” ở các xã.", "² Tiếp 08 lượt.",
        )  # fmt: skip
        assert notes(report) == [
            ("1", "Có 09 mô hình “Camera và tiếng kẻng” ở các xã."),
            ("2", "Tiếp 08 lượt."),
        ]
        assert "mark misprinted" in what(report)
        assert texts(report)[0].endswith("làng bản rõ ràng hơn.")

    def test_a_note_nothing_calls_for_and_a_mark_without_note(self):
        report = read(TITLE, "I. KẾT QUẢ", "Tốt³.", "¹ Lạc lõng.")
        assert what(report) == ["no footnote", "no mark"]
        assert report.footnotes[0].anchor is None

    def test_marks_that_begin_again_on_each_page(self):
        report = read(TITLE, "I. KẾT QUẢ", "Một¹.", "¹ Chú một.", "Hai¹.", "¹ Chú hai.")
        anchors = [note.anchor for note in report.footnotes]
        assert anchors == [report.text.index("¹"), report.text.index("Hai¹") + 3]

    def test_a_power_of_a_unit_is_no_mark(self):
        report = read(TITLE, "I. KẾT QUẢ", "Hiến 120 m² đất.", "² Chú thích.")
        assert what(report) == ["no mark"]

    def test_notes_under_a_rule_at_the_end(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            "Một¹, hai².",
            "_____",
            "¹ Chú một.",
            "    Còn nữa.",
            "² Chú hai.",
            FOOT,
        )
        assert notes(report) == [("1", "Chú một.\nCòn nữa."), ("2", "Chú hai.")]
        assert report.signature.signer == "Nguyễn Văn A"

    def test_notes_behind_the_signature(self):
        report = read(TITLE, "I. KẾT QUẢ", "Một[^1].", FOOT, "[^1]: Chú một.")
        assert notes(report) == [("1", "Chú một.")]
        assert report.signature.signer == "Nguyễn Văn A"
        assert report.remainder == ()
