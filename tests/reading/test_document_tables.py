"""Annexes and tables of a paper."""

from datetime import date

from reading.papers import FOOT, TITLE, read, texts


class TestAnnexesAndTables:
    def test_an_annex_with_number_and_date(self):
        report = read(
            TITLE, "Tốt.", FOOT, "PHỤ LỤC I\nKẾ HOẠCH CHI TIẾT",
            "(Kèm theo Kế hoạch số 159 -KH/HU, ngày 16/01/2023 của BTV Huyện ủy)", "-----", "I. THÁNG 01", "Tuyên truyền.",
        )  # fmt: skip
        (annex,) = report.annexes
        assert annex.title == "PHỤ LỤC I KẾ HOẠCH CHI TIẾT"
        assert (str(annex.number), annex.issued_on) == ("159-KH/HU", date(2023, 1, 16))
        assert report.text[slice(*annex.number_span)] == "159 -KH/HU"
        assert [s.title for s in annex.sections] == ["I. THÁNG 01"]
        assert str(report.number) == "159-KH/HU"

    def test_two_annexes(self):
        report = read(TITLE, "Tốt.", FOOT, "PHỤ LỤC I", "Một.", "PHỤ LỤC II", "Hai.")
        assert [(a.title, a.paragraphs[0].text) for a in report.annexes] == [
            ("PHỤ LỤC I", "Một."),
            ("PHỤ LỤC II", "Hai."),
        ]

    def test_rows_with_tabs_over_page_breaks(self):
        report = read(
            TITLE, "I. LỊCH", "Stt\tNội dung\tThời gian\n1\t<ul> <li>- Xây dựng.</li> <li>- Thực hiện.</li></ul>\tTháng 01",
            "\t<p>Tập huấn</p>\tTháng 3, 9\n<b>2</b>\tTổng kết\t", "Hết.",
        )  # fmt: skip
        (table,) = report.sections[0].tables
        assert [cell.text for cell in table.header] == ["Stt", "Nội dung", "Thời gian"]
        assert [[cell.text for cell in row] for row in table] == [
            ["1", "- Xây dựng.\n- Thực hiện.", "Tháng 01"],
            ["", "Tập huấn", "Tháng 3, 9"],
            ["2", "Tổng kết", ""],
        ]
        assert table.after == 0
        assert report.text[slice(*table.rows[1][2].span)] == "Tháng 3, 9"

    def test_rows_with_bars(self):
        report = read(TITLE, "I. LỊCH", "Như sau:", "| a | b |\n|---|:-:|\n| x\\|y | z<br>w |")
        (table,) = report.sections[0].tables
        assert [[cell.text for cell in row] for row in table] == [["x|y", "z\nw"]]
        assert table.after == 1

    def test_a_single_row_is_a_paragraph(self):
        assert texts(read(TITLE, "I. LỊCH", "một\thai")) == ["một\thai"]
