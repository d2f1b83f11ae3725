"""Structured checks: figures held against one another, missing ones left alone."""

from datetime import date
from decimal import Decimal

import pytest

from danvan.errors import InvalidValueError
from danvan.findings import Rule, Severity
from danvan.indicators import (
    Breakdown,
    BreakdownKind,
    Indicator,
    Kind,
    Missing,
    Observation,
    Role,
    Status,
    indicators,
)
from danvan.organizations import Organizations
from danvan.periods import Cadence, Period
from danvan.quantities import Quantity
from danvan.reporting import Deadline, Line, Regime, State, Submission, open_round
from danvan.validation import Consistency, Outcome, check_observations, duplicates

TREE = Organizations.shipped("tam_duong")
WOMEN, PARTY = TREE["tam_duong.women"], TREE["tam_duong.party"]
YEAR, NINE = Period.year(2023), Period.nine_months(2023)
KNOWN = indicators()
MODELS, SESSIONS = KNOWN["models.registered"], KNOWN["propaganda.sessions"]
MEMBERS = Indicator(
    "members", "Số hội viên", "hội viên", Kind.STOCK,
    breakdowns=(
        Breakdown("group", BreakdownKind.OVERLAPPING, ("women", "minority"), ("nữ", "dân tộc thiểu số")),
        Breakdown("admitted", BreakdownKind.OF_WHICH, ("new", "moved"), ("kết nạp mới", "chuyển đến")),
    ),
)  # fmt: skip
MONEY = Indicator("help", "Giúp đỡ", "đồng", Kind.FLOW, counters=("công",))
SHARE = KNOWN["petitions.settled_share"]


def said(indicator, figure, period=YEAR, of=WOMEN, **more):
    missing = more.pop("missing", None)
    quantity = None if missing else Quantity.parse(figure)
    return Observation(indicator, of, period, quantity, missing=missing, **more)


def fields(*figures, of=WOMEN):
    names = ("economy", "culture_society", "defence_security", "political_system")
    return [
        said(MODELS, figure, of=of, breakdown=(("field", name),),
             **({"missing": Missing.NOT_REPORTED} if figure is None else {}))
        for name, figure in zip(names, figures, strict=False)
    ]  # fmt: skip


def group(name, figure):
    return said(MEMBERS, figure, breakdown=(("group", name),))


def admitted(name, figure):
    return said(MEMBERS, figure, breakdown=(("admitted", name),))


def share(stated, part, whole):
    found = [said(SHARE, stated), said(KNOWN[SHARE.numerator], part)]
    return found if whole is None else [*found, said(KNOWN[SHARE.denominator], whole)]


def one_stop(period, opening, received, settled, pending):
    codes = ("carried_over", "received", "settled", "pending")
    return [
        said(KNOWN[f"one_stop.{code}"], figure, period)
        for code, figure in zip(codes, (opening, received, settled, pending), strict=True)
        if figure
    ]


def quarters(*figures):
    return [
        said(SESSIONS, figure, Period.quarter(2023, n))
        for n, figure in enumerate(figures, 1)
        if figure
    ]


CASES = {
    "a partition that adds up": ([said(MODELS, "229 mô hình"), *fields("118 mô hình", "90 mô hình", "10 mô hình", "11 mô hình")], []),
    "a partition that does not, as one district published": (
        [said(MODELS, "169 mô hình"), *fields("118 mô hình", "90 mô hình", "10 mô hình", "11 mô hình")],
        [("DV641", 60)],
    ),
    "trên 118 may be 119 or more, and 170 takes that in": (
        [said(MODELS, "230 mô hình"), *fields("trên 118 mô hình", "90 mô hình", "10 mô hình", "11 mô hình")], [],
    ),
    "trên 118 can be 400, but no office means that": (
        [said(MODELS, "600 mô hình"), *fields("trên 118 mô hình", "90 mô hình", "10 mô hình", "11 mô hình")],
        [("DV642", -371)],
    ),
    "a part without a figure may hold the rest": (
        [said(MODELS, "300 mô hình"), *fields("118 mô hình", "90 mô hình", None, "11 mô hình")], [],
    ),
    "those with a figure are more than the whole already": (
        [said(MODELS, "200 mô hình"), *fields("118 mô hình", "90 mô hình", None, "11 mô hình")],
        [("DV643", 19)],
    ),
    "a whole nobody stated": (fields("118 mô hình", "90 mô hình"), []),
    "each of overlapping parts is at most the whole, whatever they come to": (
        [said(MEMBERS, "1.000 hội viên"), group("women", "900 hội viên"), group("minority", "800 hội viên")], [],
    ),
    "an overlapping part larger than the whole": (
        [said(MEMBERS, "1.000 hội viên"), group("women", "1.002 hội viên"), group("minority", "800 hội viên")],
        [("DV643", 2)],
    ),
    "parts of which may leave a rest": (
        [said(MEMBERS, "1.000 hội viên"), admitted("new", "30 hội viên"), admitted("moved", "5 hội viên")], [],
    ),
    "parts of which may not be more together": (
        [said(MEMBERS, "30 hội viên"), admitted("new", "30 hội viên"), admitted("moved", "5 hội viên")],
        [("DV643", 5)],
    ),
    "trên 900 members may hold 1.500 women, but hardly do": (
        [said(MEMBERS, "trên 900 hội viên"), group("women", "1.500 hội viên")], [("DV644", 600)],
    ),
    "the year holds what the nine months held": ([said(SESSIONS, "865 buổi", NINE), said(SESSIONS, "865 buổi")], []),
    "a running total that falls": ([said(SESSIONS, "865 buổi", NINE), said(SESSIONS, "856 buổi")], [("DV645", 9)]),
    "trên 800 may be more than 865": ([said(SESSIONS, "865 buổi", NINE), said(SESSIONS, "trên 860 buổi")], []),
    "but hardly when it says trên 700": ([said(SESSIONS, "865 buổi", NINE), said(SESSIONS, "trên 700 buổi")], [("DV646", 165)]),
    "members may become fewer": ([said(MEMBERS, "865 hội viên", NINE), said(MEMBERS, "856 hội viên")], []),
    "quarters that make the year": ([*quarters("10 buổi", "20 buổi", "30 buổi", "40 buổi"), said(SESSIONS, "100 buổi")], []),
    "quarters that do not": ([*quarters("10 buổi", "20 buổi", "30 buổi", "40 buổi"), said(SESSIONS, "99 buổi")], [("DV647", 1)]),
    "quarters that the words of the year allow, but hardly": (
        [*quarters("10 buổi", "20 buổi", "30 buổi", "40 buổi"), said(SESSIONS, "trên 80 buổi")], [("DV648", 20)],
    ),
    "a quarter missing leaves room": ([*quarters("10 buổi", "20 buổi", None, "40 buổi"), said(SESSIONS, "99 buổi")], []),
    "three quarters that are more than the year": (
        [*quarters("10 buổi", "60 buổi", None, "40 buổi"), said(SESSIONS, "99 buổi")], [("DV647", 11)],
    ),
    "nine months and the last quarter against the year": (
        [said(SESSIONS, "60 buổi", NINE), *quarters(None, None, None, "40 buổi"), said(SESSIONS, "110 buổi")],
        [("DV647", -10)],
    ),
    "quarters of members are no parts of the year": (
        [said(MEMBERS, "10 hội viên", Period.quarter(2023, n)) for n in range(1, 5)] + [said(MEMBERS, "10 hội viên")], [],
    ),
    "the same figure twice": ([said(SESSIONS, "865 buổi"), said(SESSIONS, "865 buổi")], []),
    "the same thing twice with two figures": ([said(SESSIONS, "865 buổi"), said(SESSIONS, "856 buổi")], [("DV651", -9)]),
    "trên 394 and 395 are both right": ([said(SESSIONS, "trên 394 buổi"), said(SESSIONS, "395 buổi")], [("DV653", 1)]),
    "trên 394 and 700 hardly are": ([said(SESSIONS, "trên 394 buổi"), said(SESSIONS, "700 buổi")], [("DV652", 306)]),
    "a figure that was revised contradicts nothing": (
        [said(SESSIONS, "856 buổi"), said(SESSIONS, "865 buổi", status=Status.REVISED)], [],
    ),
    "a plan and a result are two things": (
        [said(SESSIONS, "800 buổi", role=Role.PLAN), said(SESSIONS, "865 buổi")], [],
    ),
    "a target that is not met is no slip": (
        [said(SESSIONS, "900 buổi", role=Role.TARGET), said(SESSIONS, "865 buổi")], [("DV656", -35)],
    ),
    "files as one district published them": (one_stop(YEAR, "86 hồ sơ", "3.034 hồ sơ", "3.050 hồ sơ", "70 hồ sơ"), []),
    "files that got lost": (one_stop(YEAR, "86 hồ sơ", "3.034 hồ sơ", "3.050 hồ sơ", "60 hồ sơ"), [("DV674", 10)]),
    "a balance without what was carried over": (one_stop(YEAR, None, "3.034 hồ sơ", "3.050 hồ sơ", "60 hồ sơ"), []),
    "trên 3.034 hardly holds a hundred more": (
        one_stop(YEAR, "86 hồ sơ", "trên 3.034 hồ sơ", "3.200 hồ sơ", "60 hồ sơ"), [("DV675", -140)],
    ),
    "what was left is what is carried over": (
        [said(KNOWN["one_stop.pending"], "70 hồ sơ", Period.year(2022)), said(KNOWN["one_stop.carried_over"], "70 hồ sơ", Period.half(2023, 1))], [],
    ),
    "what was left is not what is carried over": (
        [said(KNOWN["one_stop.pending"], "70 hồ sơ", Period.year(2022)), said(KNOWN["one_stop.carried_over"], "86 hồ sơ", YEAR)],
        [("DV633", -16)],
    ),
    "khoảng 70 is hardly 90": (
        [said(KNOWN["one_stop.pending"], "khoảng 70 hồ sơ", Period.year(2022)), said(KNOWN["one_stop.carried_over"], "90 hồ sơ", YEAR)],
        [("DV673", -20)],
    ),
    "a body with more than its units report": (
        [said(SESSIONS, "2.639 buổi", of=PARTY), said(SESSIONS, "865 buổi"), said(SESSIONS, "523 buổi", of=TREE["tam_duong.farmers"])], [],
    ),
    "a body with less than its units report": (
        [said(SESSIONS, "1.300 buổi", of=PARTY), said(SESSIONS, "865 buổi"), said(SESSIONS, "523 buổi", of=TREE["tam_duong.farmers"])],
        [("DV657", 88)],
    ),
    "members of units beyond those of the body, a stock": (
        [said(MEMBERS, "100 hội viên", of=PARTY), said(MEMBERS, "130 hội viên")], [("DV657", 30)],
    ),
    "trên 1.300 may take them in, but hardly does": (
        [said(SESSIONS, "trên 1.300 buổi", of=PARTY), said(SESSIONS, "1.865 buổi")], [("DV658", 565)],
    ),
    "shares do not add up": ([said(SHARE, "50%", of=PARTY), said(SHARE, "100%")], []),
    "a share, rounded": (share("83,3%", "5 đơn", "6 đơn"), []),
    "a share that is another": (share("85,5%", "5 đơn", "6 đơn"), [("DV676", Decimal("-2.2"))]),
    "a share that was cut off": (share("16,6%", "1 đơn", "6 đơn"), [("DV678", Decimal("0.1"))]),
    "trên 80% is right of five in six": (share("trên 80%", "5 đơn", "6 đơn"), []),
    "trên 50% is hardly what an office means by five in six": (share("trên 50%", "5 đơn", "6 đơn"), [("DV677", 33)]),
    "trên 90% is not five in six": (share("trên 90%", "5 đơn", "6 đơn"), [("DV676", -7)]),
    "a share of nothing": (share("100%", "0 đơn", "0 đơn"), []),
    "a share without its whole": (share("85,5%", "5 đơn", None), []),
    "a part in another unit is not compared": (
        [said(KNOWN["petitions.received"], "10 đơn"), said(KNOWN["petitions.received"], "12 đơn thư", breakdown=(("type", "complaint"),))],
        [],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case):
    observations, expected = CASES[case]
    found = check_observations(observations, TREE)
    assert [(f.code, f.difference) for f in found] == [(c, Decimal(d)) for c, d in expected]
    for finding in found:
        assert finding.message("vi") != finding.message("en")


EVALUATIONS = [
    # what, which check, how often made, why not
    ([said(MODELS, "300 mô hình"), *fields("118 mô hình", None)], "partition", 0, (("figure-missing", 1),)),
    (fields("118 mô hình", "90 mô hình"), "partition", 0, (("whole-missing", 1),)),
    ([said(MEMBERS, "9 hội viên"), group("women", "3 hội viên"), group("minority", "2 hội viên")], "overlapping", 2, ()),
    (one_stop(YEAR, None, "34 hồ sơ", "30 hồ sơ", "6 hồ sơ"), "balance", 0, (("figure-missing", 1),)),
    ([said(SESSIONS, "9 buổi", role=Role.PLAN)], "targets", 0, (("result-missing", 1),)),
    ([said(SESSIONS, "9 buổi", role=Role.PLAN), said(SESSIONS, "", missing=Missing.NOT_DUE)], "targets", 0, (("not-due", 1),)),
    ([said(SESSIONS, "9 buổi", role=Role.PLAN), said(SESSIONS, "trên 8 buổi")], "targets", 0, (("cannot-tell", 1),)),
    ([said(SHARE, "50%", of=PARTY), said(SHARE, "100%")], "units", 0, (("not-additive", 1),)),
    (quarters("10 buổi", "11 buổi", "12 buổi"), "outliers", 0, (("history-short", 2),)),
    ([said(SESSIONS, "865 buổi"), said(SESSIONS, "865 buổi")], "duplicates", 1, ()),
    ([said(MONEY, "9 công"), said(MONEY, "9 triệu đồng")], "duplicates", 0, (("units-differ", 1),)),
    ([said(KNOWN["one_stop.carried_over"], "9 hồ sơ")], "carried-over", 0, (("figure-missing", 1),)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("observations", "check", "made", "left_out"),
    EVALUATIONS,
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_what_could_not_be_looked_at_is_counted(observations, check, made, left_out):
    found = check_observations(observations, TREE)
    (one,) = [e for e in found.evaluations if e.check == check]
    assert (one.evaluated, one.left_out) == (made, left_out)
    assert one.not_evaluated == sum(count for _, count in left_out)
    assert one.message("vi") != one.message("en")


def months(*figures):
    return [
        said(SESSIONS, f"{figure} buổi", Period.month(2022 + n // 12, n % 12 + 1))
        for n, figure in enumerate(figures)
    ]


OUTLIERS = [
    # a steady unit that slipped in a digit
    (months(12, 14, 13, 12, 15, 13, 130), 1),
    # the usual rise and fall of a year
    (months(12, 14, 13, 12, 15, 13, 17), 0),
    # six times the same, then one more: no wonder
    (months(13, 13, 13, 13, 13, 13, 14), 0),
    (months(13, 13, 13, 13, 13, 13, 31), 1),
    # one odd month before does not hide the next
    (months(12, 14, 130, 12, 15, 13, 130), 1),
    # five earlier months say too little
    (months(12, 14, 13, 12, 15, 130), 0),
    # nothing is usual where every month is another
    (months(1, 90, 20, 55, 3, 70, 120), 0),
]


@pytest.mark.parametrize(("observations", "count"), OUTLIERS)
def test_outliers(observations, count):
    found = check_observations(observations).only("DV655")
    assert len(found) == count
    assert all(finding.severity is Severity.NOTE for finding in found)


def test_the_note_on_an_outlier_explains_itself():
    (found,) = check_observations(months(12, 14, 13, 12, 15, 13, 130)).only("DV655")
    assert "130 buổi" in found.message()
    assert "trung vị 13 buổi" in found.message()
    assert "the 6 periods before" in found.message("en")


def test_duplicates_are_classed():
    given = [said(SESSIONS, f, p) for p, pair in (
        (YEAR, ("865 buổi", "865 buổi")), (NINE, ("trên 394 buổi", "395 buổi")),
        (Period.half(2023, 1), ("10 buổi", "11 buổi")),
    ) for f in pair]  # fmt: skip
    assert [one.consistency for one in duplicates(given)] == list(Consistency)


def opened(*sent_on):
    """A round of eight communes: each of the first sent on a day, or had it returned (None)."""
    tree = Organizations.shipped("ban_mai")
    regime = Regime(
        "Báo cáo công tác dân vận",
        (Line("ban_mai.communes.*.party", "ban_mai.party"),),
        (Cadence.NINE_MONTHS,),
        Deadline(2),
    )
    period = Period.nine_months(2026)
    came = []
    for who, day in zip(open_round(regime, tree, period).owing, sent_on, strict=False):
        one = Submission(who, period).moved(State.SENT, on=day or period.last, by="Phó Bí thư")
        if day is None:
            one = one.moved(State.RETURNED, on=period.last, by="Chánh Văn phòng", reason="sai tổng")
        came.append(one)
    return open_round(regime, tree, period, came)


ROUNDS = [
    # the day, what is found on it, how many reports were looked at
    (date(2026, 9, 30), [], 1, "one is there, nothing else is due on the day the figures close"),
    (date(2026, 10, 2), [], 1, "the last day has not passed"),
    (date(2026, 10, 3), ["DV626"] * 7, 8, "seven owe it"),
]


@pytest.mark.parametrize(("on", "codes", "made", "why"), ROUNDS)
def test_reports_that_are_owed(on, codes, made, why):
    found = check_observations([], rounds=[opened(date(2026, 9, 30))], on=on)
    assert [finding.code for finding in found] == codes, why
    assert [one.evaluated for one in found.evaluations] == [made]
    assert "03/10" not in "".join(finding.message() for finding in found)


def test_reports_that_came_late_or_were_returned():
    round_ = opened(date(2026, 10, 5), None, *[date(2026, 9, 30)] * 6)
    found = check_observations([], rounds=[round_], on=date(2026, 10, 10))
    assert [f.code for f in found] == ["DV627", "DV628"]
    assert "hạn 02/10/2026, ngày gửi 05/10/2026" in found[0].message()


def test_rounds_need_a_day():
    with pytest.raises(InvalidValueError, match="the day"):
        check_observations([], rounds=[opened()])


def test_a_rule_of_ones_own_is_one_function():
    even = Rule(
        "X001",
        "even",
        Severity.NOTE,
        vi="{organization}: {figure} là số chẵn",
        en="{organization}: {figure} is even",
    )

    def no_even_figures(observed):
        for one in observed.figures.values():
            if one.quantity.amount % 2 == 0:
                yield even.at(organization=one.organization, figure=one.quantity)

    found = check_observations([said(SESSIONS, "866 buổi")], checks=[no_even_figures])
    assert [f.code for f in found] == ["X001"]
    assert found.evaluations[0].check == "no_even_figures"


def test_a_rule_of_ones_own_may_count_what_it_left_alone():
    found = check_observations(
        [], checks=[lambda observed: [Outcome("mine", reason="figure-missing")]]
    )
    assert found.evaluations[0].not_evaluated == 1
    assert "thiếu số liệu 1" in str(found.evaluations[0])


def test_the_last_day_of_the_calendar_does_no_harm():
    last = Period(date(9999, 1, 1), date(9999, 12, 31))
    assert not check_observations(
        [said(SESSIONS, "1 buổi", last), said(SESSIONS, "1 buổi", Period.year(1))]
    )


def test_an_outlier_lies_far_off_with_its_nearest_number():
    before = months(12, 14, 13, 12, 15, 13)
    for figure, count in (("16 - 400 buổi", 0), ("390 - 400 buổi", 1), ("10 - 400 buổi", 0)):
        later = said(SESSIONS, figure, Period.month(2022, 7))
        assert len(check_observations([*before, later]).only("DV655")) == count, figure


def test_an_outlier_may_have_as_many_digits_as_a_figure_has():
    huge = "9" + ".999" * 9
    later = said(SESSIONS, f"{huge} buổi", Period.month(2022, 7))
    (found,) = check_observations([*months(12, 14, 13, 12, 15, 13), later]).only("DV655")
    assert huge in found.message()


@pytest.mark.parametrize(
    ("usual", "shown"),
    [
        ((12, 14, 13, 12, 15, 14), "13,5 buổi"),
        ((10, 10, 10, 20, 20, 20), "15 buổi"),
        ((100,) * 6, "100 buổi"),
    ],
)
def test_the_median_has_no_more_decimals_than_it_needs(usual, shown):
    (found,) = check_observations(months(*usual, 999)).only("DV655")
    assert f"trung vị {shown}" in found.message()
