"""A small made-up tree and figures of it, for the tests of this folder."""

import attrs
from hypothesis import strategies as st

from danvan.indicators import Indicator, Kind, Observation
from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.periods import Period
from danvan.quantities import Quantity

YEAR = Period.year(2023)
MONTHS = [Period.month(2023, month) for month in range(1, 13)]

MEETINGS = Indicator("own.meetings", "Số cuộc họp", "cuộc", Kind.FLOW)
MEMBERS = Indicator("own.members", "Số hội viên", "người", Kind.STOCK)
POOR = Indicator("own.poor", "Số hộ nghèo", "hộ", Kind.STOCK)
ALL = Indicator("own.all", "Tổng số hộ", "hộ", Kind.STOCK)
SHARE = Indicator(
    "own.share", "Tỷ lệ hộ nghèo", "%", Kind.RATIO, numerator="own.poor", denominator="own.all"
)
MEAN = Indicator("own.mean", "Thu nhập bình quân", "đồng", Kind.MEAN, weight="own.all")
MOST = Indicator("own.most", "Đông nhất", "người", Kind.EXTREMUM)
GRADE = Indicator("own.grade", "Xếp loại", "", Kind.GRADE)
BALANCE = Indicator("own.balance", "Đơn", "đơn", Kind.BALANCE)


def tree(districts=3, communes=4):
    """A province, its districts and their communes; a group of clubs beside them."""
    made = [Organization("p", "Tỉnh", "province", Level.PROVINCE, Branch.TERRITORY)]
    links = []

    def add(code, kind, level, parent):
        made.append(Organization(code, kind, kind, level, Branch.TERRITORY, place=code))
        links.append(Link(code, parent))

    for n in range(districts):
        add(f"d{n}", "district", Level.DISTRICT, "p")
        for m in range(communes):
            add(f"d{n}.c{m}", "commune", Level.COMMUNE, f"d{n}")
    add("clubs", "group", Level.PROVINCE, "p")
    for n in range(3):
        add(f"clubs.k{n}", f"club_{n}", Level.PROVINCE, "clubs")
    return Organizations(tuple(made), tuple(links))


TREE = tree()
COMMUNES = [one.code for one in TREE.at_level("commune")]


def figure(code, text, indicator=MEETINGS, period=YEAR, **parts):
    quantity = text and attrs.evolve(Quantity.parse(text), unit=indicator.unit)
    return Observation(indicator, TREE[code], period, quantity, **parts)


COUNTED = st.builds(
    lambda code, count, month: figure(code, f"{count}", period=month),
    st.sampled_from(COMMUNES),
    st.integers(0, 999),
    st.sampled_from(MONTHS),
)
WORDED = st.builds(
    lambda code, word, count, month: figure(code, f"{word}{count}", period=month),
    st.sampled_from(COMMUNES),
    st.sampled_from(["", "trên ", "gần ", "khoảng ", "ít nhất ", "không quá "]),
    st.integers(1, 999),
    st.sampled_from(MONTHS),
)


def one_of_each(observations):
    """At most one observation an organization and period: no duplicates to settle."""
    return list({(one.organization.code, one.period): one for one in observations}.values())
