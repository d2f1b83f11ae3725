"""What changed between two versions of a report, and between two periods."""

from decimal import Decimal
from time import perf_counter

import pytest

from danvan import Period
from danvan.drafting import BlockKind, ChangeKind, compare_figures, compare_reports
from danvan.reading import parse_report

from .made_up import BAN_HANG, NINE, TOWN, YEAR, said

A, R, C, M = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.MOVED

LEADERSHIP = "Cấp ủy ban hành 02 kế hoạch, 07 thông báo về công tác dân vận."
SESSIONS = "Mặt trận và các đoàn thể tổ chức 2.639 buổi tuyên truyền cho 122.950 lượt người."
DIALOGUES = "Chủ tịch Ủy ban nhân dân các xã đối thoại 22 cuộc với 1.679 lượt người tham dự."
FUNDS = "Vận động các quỹ được 431,6 triệu đồng, đạt 98,5% kế hoạch."


def report(*paragraphs, rest=""):
    """A report of one section."""
    body = "\n\n".join(paragraphs)
    return parse_report(f"BÁO CÁO\ncông tác dân vận\n\nI. KẾT QUẢ\n\n{body}\n{rest}")


def changed(before, after):
    """The kinds of the changes, and the figures as pairs with their difference."""
    found = compare_reports(before, after)
    figures = [
        (
            one.before and f"{one.before.text} {one.before.unit}".strip(),
            one.after and f"{one.after.text} {one.after.unit}".strip(),
            one.difference,
        )
        for one in found.figures
    ]
    return [change.kind for change in found.changes], figures


ALL = (LEADERSHIP, SESSIONS, DIALOGUES, FUNDS)

CASES = [
    (ALL, ALL, [], []),
    # a figure corrected
    (ALL, (LEADERSHIP, SESSIONS.replace("2.639", "2.645"), DIALOGUES, FUNDS), [C],
     [("2.639 buổi tuyên truyền", "2.645 buổi tuyên truyền", Decimal(6))]),
    # corrected and moved to the end: still one change
    (ALL, (LEADERSHIP, DIALOGUES, FUNDS, SESSIONS.replace("2.639", "2.645")), [C],
     [("2.639 buổi tuyên truyền", "2.645 buổi tuyên truyền", Decimal(6))]),
    # moved, and nothing else
    (ALL, (SESSIONS, DIALOGUES, FUNDS, LEADERSHIP), [M], []),
    # taken out; a figure that is gone has no difference
    (ALL, (LEADERSHIP, SESSIONS, DIALOGUES), [R],
     [("431,6 triệu đồng", None, None), ("98,5 %", None, None)]),
    ((LEADERSHIP, SESSIONS, FUNDS), ALL, [A],
     [(None, "22 cuộc", None), (None, "1.679 lượt người", None)]),
    # words changed round a figure that stayed
    (ALL, (LEADERSHIP, SESSIONS, DIALOGUES.replace("đối thoại", "đã trực tiếp đối thoại"), FUNDS),
     [C], []),
    # two figures that changed places in one sentence
    (("Cấp huyện 05 cuộc, cấp xã 17 cuộc.",), ("Cấp xã 17 cuộc, cấp huyện 05 cuộc.",), [C], None),
    # the same money in another scale, and a qualifier put before it
    ((FUNDS,), (FUNDS.replace("431,6 triệu đồng", "0,4316 tỷ đồng"),), [C],
     [("431,6 triệu đồng", "0,4316 tỷ đồng", Decimal(0))]),
    ((FUNDS,), (FUNDS.replace("được 431,6", "được trên 431,6"),), [C],
     [("431,6 triệu đồng", "431,6 triệu đồng", Decimal(0))]),
    # a share whose whole changed
    (("Đã có 13/13 xã thực hiện.",), ("Đã có 11/12 xã thực hiện.",), [C],
     [("13/13 xã", "11/12 xã", Decimal(-2))]),
    # nothing in common
    ((LEADERSHIP,), (FUNDS,), [A, R], None),
    # the same sentence many times: all but the first and the last are there again
    (tuple(f"Xã có {n} hội nghị." for n in range(40, 80)),
     tuple(f"Xã có {n + 1} hội nghị." for n in range(40, 80)), [C], None),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "kinds", "figures"), CASES)
def test_two_versions(before, after, kinds, figures):
    found, pairs = changed(report(*before), report(*after))
    assert found == kinds
    if figures is not None:
        assert pairs == figures


def test_headings_tables_footnotes_and_titles():
    table = "\n\n| Đơn vị | Số buổi |\n|---|---|\n| Xã Bản Bo | {} |\n| Xã Bình Lư | 9 |\n"
    note = "\n\n[^1]: Trong đó Hội Nông dân {} buổi.\n"
    one = report(
        "Có kết quả[^1].", rest=table.format(12) + "\nII. HẠN CHẾ\n\nCòn chậm." + note.format(5)
    )
    two = report(
        "Có kết quả[^1].",
        rest=table.format(15) + "\nII. TỒN TẠI, HẠN CHẾ\n\nCòn chậm." + note.format(7),
    )
    changes = compare_reports(one, two).changes
    assert [(one.kind, one.block.kind) for one in changes] == [
        (C, BlockKind.ROW), (C, BlockKind.HEADING), (C, BlockKind.FOOTNOTE)]  # fmt: skip
    assert [figure.difference for one in changes for figure in one.figures] == [3, 2]


def test_what_stands_round_the_body():
    def signed(number, to, name):
        return parse_report(
            f"HUYỆN ỦY MƯỜNG SAO\nSố {number}-BC/HU\nMường Sao, ngày 06 tháng 9 năm 2023\n\n"
            f"BÁO CÁO\nnăm 2023\n\nI. KẾT QUẢ\n\nTốt.\n\nNơi nhận:\n- {to},\n- Lưu.\n\n"
            f"T/M BAN THƯỜNG VỤ\n{name}\n\nNguyễn Văn A\n"
        )

    found = compare_reports(
        signed(350, "Thường trực Tỉnh ủy", "PHÓ BÍ THƯ"),
        signed(351, "Thường trực Tỉnh ủy", "BÍ THƯ"),
    ).changes
    assert {one.block.kind for one in found} == {BlockKind.FORMAL}
    assert {one.after.text for one in found if one.after} == {"Số 351-BC/HU", "BÍ THƯ"}


def test_where_it_changed_is_shown_with_a_little_round_it():
    found = compare_reports(
        report(*ALL), report(LEADERSHIP, SESSIONS.replace("122.950", "122.905"), DIALOGUES, FUNDS)
    )
    headers, rows = found.table()
    assert len(headers) == len(rows[0])
    assert rows[0] == (
        "sửa", "đoạn", "I. KẾT QUẢ", "… buổi tuyên truyền cho 122.950 lượt người.",
        "… buổi tuyên truyền cho 122.905 lượt người.",
        "122.950 lượt người → 122.905 lượt người (−45)",
    )  # fmt: skip
    assert found.figures[0].where.text == found.changes[0].after.text
    assert "−45" in str(found)
    assert found.to_markdown().startswith("| Thay đổi |")


def test_html_is_escaped():
    found = compare_reports(report("Một."), report("Một.", "<script>alert(1)</script> hai."))
    assert "<script" not in found.to_html()
    assert "<script" not in found._repr_html_()


def test_nothing_changed():
    assert str(compare_reports(report(*ALL), report(*ALL))) == "không có thay đổi"


HOSTILE = [
    ("Tổ chức {} buổi.", "\n\n"),
    ("{} buổi", " "),
    ("{} a b", " "),
    ("Xã {} a b c d e f g h.", "\n\n"),
]


@pytest.mark.timed
@pytest.mark.parametrize(("words", "between"), HOSTILE)
def test_time_grows_with_the_length(words, between):
    def took(count):
        old, new = (
            report(between.join(words.format(n + more) for n in range(count)))
            for more in (0, 10**6)
        )
        begun = perf_counter()
        compare_reports(old, new)
        return perf_counter() - begun

    took(100)
    assert took(4000) < 12 * took(1000) + 0.2


FELL = [
    # sessions add up: the year cannot have fewer than its nine months
    ("propaganda.sessions", "2.639 buổi", "2.600 buổi", NINE, YEAR, True),
    ("propaganda.sessions", "2.639 buổi", "2.700 buổi", NINE, YEAR, False),
    # "trên 2.600" may be 2.639 or more
    ("propaganda.sessions", "2.639 buổi", "trên 2.600 buổi", NINE, YEAR, False),
    # members come and go
    ("membership.members", "1.850 người", "1.820 người", NINE, YEAR, False),
    # another year begins anew
    ("propaganda.sessions", "2.639 buổi", "600 buổi", YEAR, Period.nine_months(2024), False),
    # a quarter is no running total of the half before it
    ("propaganda.sessions", "900 buổi", "600 buổi", Period.half(2023, 1), Period.quarter(2023, 3),
     False),
    # a correction of the same period is no fall of a running total
    ("propaganda.sessions", "900 buổi", "600 buổi", YEAR, YEAR, False),
]  # fmt: skip


class TestFigures:
    def pair(self, then, now):
        (found,) = compare_figures(then, now).pairs
        return found

    @pytest.mark.parametrize(("code", "then", "now", "earlier", "later", "fell"), FELL)
    def test_a_running_total_that_falls(self, code, then, now, earlier, later, fell):
        found = compare_figures([said(code, then, period=earlier)], [said(code, now, period=later)])
        assert found.pairs[0].fell is fell
        assert [one.code for one in found.findings] == ["DV671"] * fell
        assert ("lũy kế giảm" in str(found)) is fell

    def test_what_only_one_side_says(self):
        found = compare_figures(
            [said("dialogues.sessions", "22 cuộc", period=NINE)],
            [said("propaganda.sessions", "9 buổi"), said("propaganda.sessions", "3 buổi", TOWN)],
        )
        assert [row[-1] for row in found.table()[1]] == [
            "trước không nêu", "trước không nêu", "nay không nêu"]  # fmt: skip
        assert not any(pair.change for pair in found.pairs)

    def test_what_both_sides_say_stands_first(self):
        both = said("dialogues.sessions", "22 cuộc", BAN_HANG, NINE)
        now = [
            said("propaganda.sessions", "9 buổi"),
            said("dialogues.sessions", "25 cuộc", BAN_HANG),
        ]
        rows = compare_figures([both], now).table()[1]
        assert rows[0][1:] == ("Đảng ủy xã Bản Hang", "22 cuộc", "25 cuộc", "tăng 3 cuộc", "")

    def test_a_unit_said_at_more_length_is_the_same(self):
        pair = self.pair(
            [said("supervision.sessions", "22 cuộc giám sát", period=NINE)],
            [said("supervision.sessions", "27 cuộc")],
        )
        assert str(pair.change) == "tăng 5 cuộc so với 9 tháng năm 2023"

    def test_a_paper_that_says_two_things_is_not_decided_for(self):
        two = [said("propaganda.sessions", figure) for figure in ("9 buổi", "11 buổi", "9 buổi")]
        found = compare_figures([said("propaganda.sessions", "5 buổi", period=NINE)], two)
        assert found.pairs[0].change is None
        assert found.table()[1][0][3:] == ("9 buổi; 11 buổi", "", "nêu nhiều số")

    def test_the_latest_period_of_a_side_counts(self):
        now = [said("propaganda.sessions", "9 buổi"),
               said("propaganda.sessions", "2 buổi", period=Period.quarter(2023, 4)),
               said("propaganda.sessions", "7 buổi", period=Period.year(2022))]  # fmt: skip
        pair = self.pair([said("propaganda.sessions", "5 buổi", period=NINE)], now)
        assert pair.now == (now[0],)

    def test_plans_and_gaps_are_left_out(self):
        assert str(compare_figures([said("propaganda.sessions", None)], [])) == "không có số liệu"
