"""The schedule of a plan: rows become tasks, words become months."""

from datetime import date
from pathlib import Path

import pytest

from danvan.errors import InvalidValueError
from danvan.reading.files import read_report
from danvan.reading.tasks import find_tasks, read_occurrence
from danvan.rendering.calendar import to_icalendar
from danvan.reporting import working_days
from danvan.reports import Report, Table
from danvan.reports.plan import Occurrence, Task

MONTHLY = tuple((month, month) for month in range(1, 13))


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Tháng 01", ((1, 1),)),
        ("Tháng 3, 9", ((3, 3), (9, 9))),
        ("Tháng 4,10", ((4, 4), (10, 10))),
        ("Tháng 6, tháng 12", ((6, 6), (12, 12))),
        ("Tháng 3 - 5", ((3, 5),)),
        ("Từ tháng 3 đến tháng 5", ()),
        ("Tháng 3 đến tháng 5", ((3, 5),)),
        ("Tháng 9/2023", ((9, 9),)),
        ("Trong tháng 9 năm 2023", ((9, 9),)),
        ("Quý II", ((4, 6),)),
        ("Quý I và quý III", ((1, 3), (7, 9))),
        ("Hàng tháng", MONTHLY),
        ("Hằng tháng", MONTHLY),
        ("Hàng quý", ((1, 3), (4, 6), (7, 9), (10, 12))),
        ("6 tháng đầu năm", ((1, 6),)),
        ("Cả năm", ((1, 12),)),
        ("Thường xuyên.", ((1, 12),)),
        ("Theo văn bản chỉ đạo của tỉnh", ()),
        ("Tháng 13", ()),
        ("Tháng 5 - 3", ()),
        ("Hàng tuần", ()),
        ("", ()),
    ],
)
def test_what_the_words_of_a_plan_mean(text, months):
    occurrence = read_occurrence(text)
    assert (occurrence.months, occurrence.text) == (months, text)
    assert occurrence.is_open is not bool(months)


def test_a_stretch_has_a_first_and_a_last_day():
    assert Occurrence("Tháng 2", ((2, 2),)).days(2024) == ((date(2024, 2, 1), date(2024, 2, 29)),)


@pytest.mark.parametrize("months", [((0, 1),), ((5, 3),), ((12, 13),)])
def test_months_are_those_of_a_year(months):
    with pytest.raises(InvalidValueError, match="months from 1 to 12"):
        Occurrence("x", months)


@pytest.mark.parametrize(
    ("header", "found"),
    [
        (("TT", "Nội dung", "Thời gian", "Chủ trì", "Phối hợp"), ("1", "a", "Tháng 1", "b", "c")),
        (("Stt", "Nhiệm vụ", "Thời gian hoàn thành", "Đơn vị phối hợp", "Đơn vị chủ trì"), ("1", "a", "Tháng 1", "c", "b")),
        (("Số TT", "Công việc", "Tiến độ", "Đơn vị", "Cơ quan phối hợp thực hiện"), ("1", "a", "Tháng 1", "b", "c")),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_names(header, found):
    (task,) = find_tasks(Report("kế hoạch", tables=(Table(header, (found,)),)))
    assert (task.group, task.what, task.when.months) == ("1", "a", ((1, 1),))
    assert (task.lead, task.cooperating) == ("b", "c")


def test_a_table_that_is_no_schedule_is_passed_over():
    table = Table(("Tổ chức", "Số buổi"), (("Hội Nông dân", "523"),))
    assert list(find_tasks(Report("báo cáo", tables=(table,)))) == []


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not beside the checkout")
def test_the_schedule_of_the_published_plan():
    report = read_report(CORPUS / "tam_duong_ke_hoach_2023.txt")
    tasks = list(find_tasks(report))
    assert [task.group for task in tasks] == ["1"] * 7 + ["2"] * 5 + ["3"] * 3
    assert [len(task.when.months) for task in tasks] == [
        1,
        12,
        2,
        2,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        2,
        1,
        2,
        2,
    ]
    assert tasks[0].cooperating == "- Các cơ quan, đơn vị liên quan\n- Thành viên các Ban chỉ đạo"
    assert all(report.text[slice(*task.span)].count("\t") == 4 for task in tasks)


class TestCalendars:
    TASK = Task(
        "Tập huấn; tuyên truyền, vận động" + " Nhân dân" * 10,
        Occurrence("Quý II", ((4, 6),)),
        "MTTQ",
        "Các\nxã",
    )

    def test_lines_are_folded_at_75_bytes_without_cutting_a_letter(self):
        text = to_icalendar([self.TASK], 2023, stamp=date(2023, 1, 16))
        assert text.endswith("END:VCALENDAR\r\n")
        lines = text.encode().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert all(line.decode() is not None for line in lines)
        unfolded = text.replace("\r\n ", "")
        assert r"SUMMARY:Tập huấn\; tuyên truyền\, vận động" in unfolded
        assert r"DESCRIPTION:Chủ trì: MTTQ\nPhối hợp: Các\nxã\nThời gian: Quý II" in unfolded
        assert "DTSTART;VALUE=DATE:20230401\r\nDTEND;VALUE=DATE:20230701" in text

    def test_the_same_plan_gives_the_same_file_and_each_event_its_own_id(self):
        tasks = [self.TASK, self.TASK, Task("Giao ban", Occurrence("Hàng tháng", MONTHLY))]
        text = to_icalendar(tasks, 2023, stamp=date(2023, 1, 16))
        assert text == to_icalendar(tasks, 2023, stamp=date(2023, 1, 16))
        ids = [line for line in text.split("\r\n") if line.startswith("UID:")]
        assert len(ids) == len(set(ids)) == 14

    def test_what_is_left_open_has_no_day(self):
        task = Task("Tổng kết", Occurrence("Theo văn bản chỉ đạo của tỉnh"))
        assert "BEGIN:VEVENT" not in to_icalendar([task], 2023, stamp=date(2023, 1, 16))

    def test_due_on_the_last_working_day(self):
        task = Task("Báo cáo", Occurrence("Hàng tháng", MONTHLY))
        text = to_icalendar(
            [task], 2026, stamp=date(2026, 1, 19), working_days=working_days()["vietnam_2026"]
        )
        due = [line[-8:] for line in text.split("\r\n") if line.startswith("DTSTART")]
        assert due[:5] == ["20260130", "20260227", "20260331", "20260429", "20260529"]
        with pytest.raises(InvalidValueError, match="2027"):
            to_icalendar(
                [task], 2027, stamp=date(2026, 1, 19), working_days=working_days()["vietnam_2026"]
            )

    @pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\v", "\u2028", "\x85"])
    def test_no_word_of_a_plan_begins_a_line_of_the_calendar(self, end):
        task = Task(
            f"Giao ban{end}BEGIN:VEVENT", Occurrence("Tháng 1", ((1, 1),)), f"A{end}END:VEVENT"
        )
        text = to_icalendar([task], 2026, stamp=date(2026, 1, 19))
        assert [line for line in text.splitlines() if line in ("BEGIN:VEVENT", "END:VEVENT")] == [
            "BEGIN:VEVENT",
            "END:VEVENT",
        ]
