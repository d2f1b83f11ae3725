"""Figures become observations: which indicator, whose, for when, of which part.

The texts are the project's own, in the manner of the papers of the field.
"""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.indicators import Change, Role
from danvan.organizations import Organizations
from danvan.reading import find_observations, find_quantities, map_figures, parse_report

TREE = Organizations.shipped("tam_duong")
HEAD = "HUYỆN ỦY TAM ĐƯỜNG\n*\nSố 12-BC/HU\n\nTam Đường, ngày 05 tháng 7 năm 2023\n\n"
TITLE = "BÁO CÁO\nkết quả công tác dân vận 6 tháng đầu năm 2023\n\n"
SIX = "6 tháng đầu năm 2023"


def mapped(text, *, heading="KẾT QUẢ", title=TITLE):
    report = parse_report(f"{HEAD}{title}I. {heading}\n\n{text}\n")
    return map_figures(report, TREE)


def said(mapping):
    """What each figure is: its words, the indicator, the body without "tam_duong."."""
    return [
        (
            str(one.quantity),
            one.indicator.code,
            one.organization.code.removeprefix("tam_duong.").replace("tam_duong", "area"),
        )
        for one in mapping.figures
    ]


# text, the figures that are mapped, why it is here
INDICATORS = [
    (
        "Hội LHPN huyện tuyên truyền được 45 buổi cho 2.100 lượt hội viên.",
        [("45 buổi", "propaganda.sessions", "women"),
         ("2.100 lượt hội viên", "propaganda.attendances", "women")],
        "what is counted stands before the first figure and holds for the second",
    ),
    (
        "UBND huyện tổ chức 02 hội nghị đối thoại với 230 người, có 19 ý kiến, đã giải quyết 15 ý kiến.",
        [("02 hội nghị đối thoại", "dialogues.sessions", "people_committee"),
         ("230 người", "dialogues.attendances", "people_committee"),
         ("19 ý kiến", "dialogues.opinions", "people_committee"),
         ("15 ý kiến", "dialogues.opinions_settled", "people_committee")],
        "what is said right beside a figure tells it from the one before",
    ),
    (
        "Mặt trận Tổ quốc huyện tổ chức 02 hội nghị phản biện xã hội, có 31 ý kiến.",
        [("02 hội nghị", "criticism.conferences", "front"),
         ("31 ý kiến", "criticism.opinions", "front")],
        "one unit, several indicators: the nearest matter decides",
    ),
    (
        "Ban Dân vận Huyện ủy tổ chức 01 cuộc giám sát với 03 đơn vị.",
        [("01 cuộc giám sát", "inspection.sessions", "mobilization"),
         ("03 đơn vị", "inspection.units", "mobilization")],
        "the Party supervises after its own statutes, not after 217-QĐ/TW",
    ),
    (
        "Công an huyện xử lý hành chính 29 vụ, 39 đối tượng.",
        [("29 vụ", "security.administrative_cases", "police"),
         ("39 đối tượng", "security.administrative_persons", "police")],
        "figures that only a comma parts share what is said before the first",
    ),
    (
        "Trên địa bàn huyện có 69 tập thể, 18 cá nhân đăng ký mô hình “Dân vận khéo”.",
        [("69 tập thể", "models.registered", "area"), ("18 cá nhân", "models.registered", "area")],
        "and what is said behind the last",
    ),
    (
        "UBND huyện tiếp nhận 60 đơn, đã giải quyết 45 đơn, đạt 75%; đang giải quyết 15 đơn.",
        [("60 đơn", "petitions.received", "people_committee"),
         ("45 đơn", "petitions.settled", "people_committee"),
         ("75%", "petitions.settled_share", "people_committee"),
         ("15 đơn", "petitions.pending", "people_committee")],
        "a percentage is the share of the figure before it",
    ),
    (
        "MTTQ huyện tổ chức 12 hội nghị phân biện xã hội.",
        [("12 hội nghị", "criticism.conferences", "front")],
        "a mark that a scanner got wrong",
    ),
    (
        "Quỹ Hỗ trợ nông dân giải ngân 03 dự án.",
        [("03 dự án", "loans.farmers_fund_projects", "farmers")],
        "hỗ trợ within the name of the fund means no gift",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[:2] for case in INDICATORS])
def test_indicators(text, wanted):
    assert said(mapped(text)) == wanted


# text, the bodies of its mapped figures, why it is here
OWNERS = [
    ("Công an huyện tổ chức 12 buổi tuyên truyền.", ["police"], "the one that acts"),
    ("Phối hợp với Hội Nông dân huyện tổ chức 12 buổi tuyên truyền.", ["area"],
     "the one with whom it is done does not"),
    ("Hội Nông dân huyện tặng 50 suất quà cho Hội LHPN huyện; trao 20 suất quà.",
     ["farmers", "farmers"], "nor the one to whom"),
    ("Tổ chức 20 buổi tuyên truyền tại Huyện đoàn.", ["area"], "nor the place"),
    ("MTTQ huyện 02 cuộc giám sát, Hội LHPN huyện 03 cuộc giám sát.", ["front", "women"],
     "each item of a list its own"),
    ("Hội Nông dân, Hội Cựu chiến binh huyện mỗi đơn vị tổ chức 01 cuộc giám sát.",
     ["farmers", "veterans"], "mỗi: one figure of each"),
    ("UBND huyện, UBND các xã, thị trấn tiếp nhận 93 đơn.", ["area"],
     "bodies of several levels together are the whole place"),
    ("HĐND, Thường trực HĐND huyện tổ chức 06 cuộc giám sát.", ["people_council"],
     "a council and its standing body are the council"),
    ("Thực hiện Kế hoạch của Tỉnh ủy, UBND huyện tổ chức 27 cuộc tuyên truyền.",
     ["people_committee"], "behind the paper that asks for it comes who does it"),
    ("Chỉ đạo Hội Nông dân huyện tổ chức 12 buổi tuyên truyền; ban hành 05 văn bản chỉ đạo công tác dân vận.",
     ["farmers", "party"], "who is told to acts in that clause only"),
    ("Công an huyện tăng cường nắm tình hình. Tổ chức 12 buổi tuyên truyền.", ["police"],
     "a sentence without a subject goes on with the one before"),
    ("Toàn huyện có 26 tổ dân vận.", ["area"], "the whole district"),
    ("MTTQ các xã tổ chức 05 cuộc giám sát (Bản Bo 02 cuộc, xã Bình Lư 03 cuộc).",
     ["front", "communes.ban_bo.front", "communes.binh_lu.front"], "each place its own body"),
    ("Tổ chức 12 buổi tuyên truyền: Bản Bo 07 buổi; xã Bình Lư 05 buổi.",
     ["area", "communes.ban_bo", "communes.binh_lu"], "or the place, where no body is named"),
    ("Khối dân vận xã Bản Bo tuyên truyền 12 buổi; xã Bình Lư 05 buổi.",
     ["communes.ban_bo.mobilization_bloc", "communes.binh_lu.mobilization_bloc"],
     "or the like of the one before"),
    ("Xã Nà Tăm hiến 1.200 m² đất, xã Sơn Bình 800 m² đất, đóng góp 350 ngày công.",
     ["communes.na_tam", "communes.son_binh", "communes.son_binh"], "and what goes on with it"),
    ("Xã Bản Bo và xã Bình Lư mỗi xã tuyên truyền 05 buổi.",
     ["communes.ban_bo", "communes.binh_lu"], "each of several places"),
    ("MTTQ huyện giám sát tại xã Bản Bo 02 cuộc.", ["front"], "a place is only where it was"),
    ("Phối hợp với Ngân hàng CSXH quản lý dư nợ 127 tỷ đồng (Hội Nông dân 82 tỷ đồng; Hội LHPN 45 tỷ đồng).",
     ["area", "farmers", "women"], "in brackets, behind a bank with which it is done"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[:2] for case in OWNERS])
def test_owners(text, wanted):
    assert [body for _, _, body in said(mapped(text))] == wanted


def test_a_heading_says_whose_the_figures_are():
    mapping = mapped("Tổ chức 12 buổi tuyên truyền.", heading="HỘI NÔNG DÂN HUYỆN")
    assert said(mapping) == [("12 buổi tuyên truyền", "propaganda.sessions", "farmers")]


# the lines of a section, the bodies of its figures, why
LABELS = [
    ("* Hội Nông dân huyện\n\n- Tổ chức 12 buổi tuyên truyền.\n\n* Hội LHPN huyện\n\n- Kết nạp 20 hội viên.",
     ["farmers", "women"], "a name on a line of its own"),
    ("Hội Nông dân huyện:\n\n- Tổ chức 12 buổi tuyên truyền.\n\nKết nạp 20 hội viên.",
     ["farmers", "farmers"], "and over all that follows"),
    ("Hội Nông dân huyện: làm tốt nhiệm vụ.\n\n- Tổ chức 12 buổi tuyên truyền.\n\nĐã tuyên truyền 5 buổi.",
     ["farmers", "area"], "before a colon, over the items behind it only"),
    ("MTTQ huyện và các tổ chức chính trị - xã hội tổ chức 12 buổi tuyên truyền.",
     ["mass_organizations"], "one body and the others of its group"),
    ("Công an huyện đẩy mạnh tuyên truyền, đã tổ chức được:\n\n- 12 buổi tại các xã.\n\n- 05 buổi tại trường học.",
     ["police", "police"], "items of a list go by the words before its colon"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[:2] for case in LABELS])
def test_lines_over_a_list(text, wanted):
    assert [body for _, _, body in said(mapped(text))] == wanted


def test_the_title_says_whose_work_it_is():
    title = "BÁO CÁO\ncông tác Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội năm 2023\n\n"
    mapping = mapped("Tổ chức 12 buổi tuyên truyền.", title=title)
    assert said(mapping)[0][2] == "mass_organizations"


def test_a_footnote_goes_on_where_its_mark_stands():
    mapping = mapped(
        "Công an huyện đẩy mạnh tuyên truyền pháp luật¹.\n\n¹ Tổ chức 12 buổi với 900 lượt người."
    )
    assert said(mapping) == [
        ("12 buổi", "propaganda.sessions", "police"),
        ("900 lượt người", "propaganda.attendances", "police"),
    ]


# text, the periods, why it is here
PERIODS = [
    ("MTTQ huyện tổ chức 12 cuộc giám sát.", [SIX], "that of the report"),
    ("Năm 2022, MTTQ huyện tổ chức 9 cuộc giám sát; năm 2023, tổ chức 12 cuộc giám sát.",
     ["năm 2022", "năm 2023"], "the time a clause begins with"),
    ("Từ đầu năm đến 30/5/2023, MTTQ huyện tổ chức 12 cuộc giám sát.",
     ["từ ngày 01/01/2023 đến ngày 30/5/2023"], "a span of days"),
    ("Từ năm 2022 đến nay, MTTQ huyện tổ chức 12 cuộc giám sát.",
     ["từ ngày 01/01/2022 đến ngày 05/7/2023"], "đến nay: the day of the report"),
    ("Thực hiện Kế hoạch năm 2022, MTTQ huyện tổ chức 12 cuộc giám sát.", [SIX],
     "a year inside the sentence is that of something else"),
    ("MTTQ huyện tổ chức 12 cuộc giám sát (cùng kỳ 9 cuộc giám sát).",
     [SIX, "6 tháng đầu năm 2022"], "cùng kỳ: the year before"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[:2] for case in PERIODS])
def test_periods(text, wanted):
    assert [str(one.period) for one in mapped(text).figures] == wanted


# text, the breakdowns, why it is here
PARTS = [
    ("Huyện tổ chức 30 hội nghị đối thoại, trong đó: 02 hội nghị cấp huyện, 28 hội nghị cấp xã.",
     [(), (("level", "district"),), (("level", "commune"),)], "parts of a total"),
    ("UBND huyện tiếp 97 lượt công dân (tiếp thường xuyên 92 lượt; tiếp định kỳ 05 lượt).",
     [(), (("occasion", "regular"),), (("occasion", "periodic"),)], "in brackets"),
    ("UBND huyện tiếp định kỳ và đột xuất 05 lượt công dân.",
     [(("occasion", "periodic+extraordinary"),)], "one figure of two parts"),
    ("Đã xử lý 93 đơn (02 đơn khiếu nại, 91 đơn kiến nghị).",
     [(), (("type", "complaint"),), (("type", "request"),)], "named by the unit"),
    ("Huyện ủy ban hành 04 văn bản chỉ đạo công tác dân vận (01 kế hoạch, 03 công văn).",
     [(), (("document_kind", "kế hoạch"),), (("document_kind", "công văn"),)], "any kind of paper"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [case[:2] for case in PARTS])
def test_parts(text, wanted):
    assert [one.breakdown for one in mapped(text).figures] == wanted


def test_a_part_that_does_not_say_which_is_not_counted_again():
    mapping = mapped(
        "Công an huyện phát hiện 97 vụ vi phạm pháp luật, trong đó: chuyển tỉnh 01 vụ."
    )
    assert [str(one.quantity) for one in mapping.figures] == ["97 vụ"]
    (left,) = mapping.unmapped
    assert left.candidates[0].indicator.code == "security.cases"


def test_a_change_is_no_observation():
    mapping = mapped("UBND huyện tiếp nhận 73 đơn (giảm 39 đơn so với cùng kỳ năm 2022).")
    assert [str(one.quantity) for one in mapping.figures] == ["73 đơn"]
    (moved,) = mapping.comparisons
    assert moved.comparison.change is Change.FALL
    assert str(moved.comparison) == "giảm 39 đơn so với 6 tháng đầu năm 2022"
    assert str(moved.figure.quantity) == "73 đơn"


def test_what_a_plan_says_is_aimed_at():
    title = "KẾ HOẠCH\ncông tác dân vận năm 2023\n\n"
    mapping = mapped("Hội Nông dân huyện kết nạp 200 hội viên.", title=title)
    assert [one.role for one in mapping.figures] == [Role.TARGET]
    mapping = mapped("Hội Nông dân huyện phấn đấu kết nạp 200 hội viên.")
    assert [one.role for one in mapping.figures] == [Role.TARGET]
    mapping = mapped("Hội Nông dân huyện kết nạp 180 hội viên/200 hội viên kế hoạch.")
    assert [one.role for one in mapping.figures] == [Role.ACTUAL, Role.PLAN]


def test_a_figure_without_an_indicator_is_listed():
    mapping = mapped("Công an huyện bố trí 05 máy in, 11 trường học.")
    assert not mapping.figures
    assert [str(one) for one in mapping.unmapped] == ["05 máy", "11 trường học"]
    assert all(one.reason for one in mapping.unmapped)


def test_without_a_tree_it_stays_open_whose_it_is():
    report = parse_report(f"{HEAD}{TITLE}I. KẾT QUẢ\n\nMTTQ huyện tuyên truyền 12 buổi.\n")
    mapping = map_figures(report)
    assert [one.indicator.code for one in mapping.figures] == ["propaganda.sessions"]
    assert mapping.figures[0].organization is None
    assert not mapping.observations


def test_own_indicators_are_found_by_their_words():
    from danvan.indicators import Indicator, Kind, indicators

    own = Indicator("own.bulbs", "Số bóng điện", "bóng điện", Kind.FLOW, about=("thắp sáng",))
    report = parse_report(f"{HEAD}{TITLE}I. KẾT QUẢ\n\nHuyện đoàn thắp sáng 40 bóng điện.\n")
    found = find_observations(report, TREE, catalogue=indicators().extended([own]))
    assert [(one.indicator.code, one.organization.kind) for one in found] == [
        ("own.bulbs", "youth")
    ]


def test_the_longer_the_way_the_less_sure():
    near = mapped("MTTQ huyện tổ chức 12 cuộc giám sát.").figures[0]
    far = mapped("MTTQ huyện giám sát việc chi trả. Đã tổ chức được 12 cuộc.").figures[0]
    assert near.indicator == far.indicator
    assert Decimal(0) < far.confidence < near.confidence <= Decimal(1)


words = st.sampled_from(
    [
        "tổ chức",
        "12",
        "5.600",
        "3/4",
        "95%",
        "buổi",
        "cuộc",
        "đơn",
        "lượt người",
        "tuyên truyền",
        "giám sát",
        "đối thoại",
        "đã giải quyết",
        "trong đó:",
        "(",
        ")",
        ";",
        ".",
        ",",
        "MTTQ huyện",
        "UBND các xã",
        "Hội Nông dân",
        "cấp xã",
        "năm 2022",
        "tăng",
        "giảm",
        "đạt",
        "mỗi",
        "so với",
        "Năm 2023,",
        "¹",
        "“",
        "”",
        ":",
        "\n\n",
        "phối hợp với",
        "chỉ đạo",
        "của",
        "ý kiến",
        "hội viên",
        "tr",
    ]
)


@given(st.lists(words, max_size=60).map(" ".join))
def test_every_figure_of_any_text_is_kept_once(text):
    report = parse_report(f"{HEAD}{TITLE}I. KẾT QUẢ\n\n{text}\n")
    mapping = map_figures(report, TREE)
    kinds = [{one.span.start for one in part} for part in
             (mapping.figures, mapping.comparisons, mapping.unmapped)]  # fmt: skip
    assert sum(map(len, kinds)) == len(set().union(*kinds))
    assert {mention.start for mention in find_quantities(report.text)} <= set().union(*kinds)
    assert all(0 <= one.confidence <= 1 for one in mapping.figures)
    again = map_figures(report, TREE, corrections=mapping.confirmations())
    assert not again.findings
    assert again.observations == mapping.observations


@given(st.text(max_size=200))
def test_any_text_can_be_mapped(text):
    mapping = map_figures(parse_report(f"{TITLE}{text}"), TREE)
    assert mapping.report.text.endswith(text)


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece",
    [
        "tổ chức 5 cuộc giám sát, ", "(5 hội nghị đối thoại) ", "( 5 hội nghị ", "trong đó: 5 cuộc; ",
        "UBND huyện, Hội Nông dân 5 buổi, ", "chỉ đạo Hội Nông dân tổ chức 5 buổi; ", "đạt 5%, 3 đơn, ",
        "Năm 2023, MTTQ huyện tổ chức 5 cuộc. ", "xã Bản Bo 5 buổi, ", "5 buổi, ",
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    def seconds(times):
        report = parse_report(f"{HEAD}{TITLE}I. KẾT QUẢ\n\n{piece * times}\n")
        begin = time.perf_counter()
        map_figures(report, TREE)
        return time.perf_counter() - begin

    seconds(10)
    once = min(seconds(250) for _ in range(2))
    # Four times the text; a quadratic reader would take sixteen times as long.
    assert seconds(1_000) < max(10 * once, 0.05)


def test_a_commune_of_2026():
    tree = Organizations.shipped("ban_mai")
    report = parse_report(
        "ĐẢNG ỦY XÃ ĐỒNG SƯƠNG\n*\nSố 12-BC/ĐU\n\nĐồng Sương, ngày 05 tháng 4 năm 2026\n\nBÁO CÁO\n"
        "công tác dân vận quý I năm 2026\n\nI. KẾT QUẢ\n\nUBND xã tiếp 12 lượt công dân. Toàn xã có "
        "15 tổ dân vận. Hội Nông dân xã kết nạp 12 hội viên.\n"
    )
    found = find_observations(report, tree)
    assert [(str(one.quantity), one.organization.full_name, str(one.period)) for one in found] == [
        ("12 lượt công dân", "Ủy ban nhân dân xã Đồng Sương", "quý I năm 2026"),
        ("15 tổ dân vận", "xã Đồng Sương", "quý I năm 2026"),
        ("12 hội viên", "Hội Nông dân xã Đồng Sương", "quý I năm 2026"),
    ]
