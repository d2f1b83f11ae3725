"""What the tests of SDMX and DHIS2 draw: figures of a small tree, with breakdowns of all kinds."""

from datetime import date

import attrs
from hypothesis import strategies as st

from danvan.catalogue import Catalogue
from danvan.indicators import (
    Breakdown,
    BreakdownKind,
    Indicator,
    Kind,
    Missing,
    Observation,
    Role,
    Scope,
    Status,
)
from danvan.organizations import Organizations
from danvan.testing import strategies as dst

TREE = Organizations.shipped("tam_duong")
BODIES = sorted({one.code for one in TREE})

SESSIONS = Indicator(
    "own.sessions", "Số buổi", "buổi", Kind.FLOW, counters=("cuộc", "hội nghị"),
    breakdowns=(
        Breakdown("field", BreakdownKind.PARTITION, ("economy", "defence_security"), ("kinh tế", "quốc phòng")),
        Breakdown("ethnic_group", BreakdownKind.OF_WHICH),
    ),
)  # fmt: skip
LOANS = Indicator(
    "own.loans",
    "Dư nợ",
    "đồng",
    Kind.STOCK,
    breakdowns=(Breakdown("fund", BreakdownKind.OF_WHICH),),
)
SHARE = Indicator(
    "own.share", "Tỷ lệ", "%", Kind.RATIO, numerator="own.sessions", denominator="own.sessions"
)
CATALOGUE = Catalogue("own", (SESSIONS, LOANS, SHARE))

UNITS = {
    "own.sessions": ["buổi", "cuộc", "nghìn buổi", "hội nghị"],
    "own.loans": ["đồng", "triệu đồng", "tỷ đồng", "nghìn tỷ đồng", "triệu đ"],
    "own.share": ["%"],
}
groups = (
    st.sampled_from(["Mông", "Thái", "Dao", "_T", "$", "a=b", "M$f4$ng", "x y;z"]) | dst.words()
)


@st.composite
def breakdowns(draw, indicator):
    return tuple(
        (one.dimension, draw(st.sampled_from(one.values) if one.values else groups))
        for one in indicator.breakdowns
        if draw(st.booleans())
    )


@st.composite
def figures(draw):
    indicator = draw(st.sampled_from([SESSIONS, LOANS, SHARE]))
    missing = draw(st.none() | st.sampled_from(Missing))
    quantity = (
        None if missing else draw(dst.quantities(unit=draw(st.sampled_from(UNITS[indicator.code]))))
    )
    if quantity is not None and not quantity.unit:
        quantity = attrs.evolve(quantity, unit=indicator.unit)
    return Observation(
        indicator, TREE[draw(st.sampled_from(BODIES))], draw(dst.periods(reporting=draw(st.booleans()))), quantity,
        breakdown=draw(breakdowns(indicator)), role=draw(st.sampled_from(Role)), status=draw(st.sampled_from(Status)),
        scope=draw(st.sampled_from(Scope)), reported_on=draw(st.none() | st.dates(date(1945, 1, 1))), missing=missing,
        source=draw(st.sampled_from(["", "dòng 1\ndòng 2", 'có "ngoặc", phẩy', "source: x", "missing: y", "=1+1"]) | dst.words()),
    )  # fmt: skip


def thing(one):
    """What no two figures of a table may share."""
    return one.indicator.code, one.organization.code, one.period, one.breakdown, one.role, one.scope


tables = st.lists(figures(), max_size=5, unique_by=thing).map(tuple)
