"""Strategies for organizations, trees, indicators, observations and submissions."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from danvan.directives import Directive, document_kinds
from danvan.indicators import Indicator, Kind, Missing, Observation, Role, Status
from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.periods import Period
from danvan.reporting import State, Submission
from danvan.testing.values import dates, document_numbers, periods, quantities, words

__all__ = [
    "directives",
    "indicators",
    "observations",
    "organizations",
    "submissions",
    "trees",
]

UNITS = ("buổi", "cuộc", "lượt người", "hộ", "đơn", "mô hình", "đồng", "xã")


def keys() -> st.SearchStrategy[str]:
    """Codes of organizations and indicators; shrinks towards ``"a"``."""
    part = st.from_regex(r"[a-z][a-z0-9_]{0,6}", fullmatch=True)
    return st.lists(part, min_size=1, max_size=3).map(".".join)


@st.composite
def organizations(draw: st.DrawFn, *, code: str | None = None) -> Organization:
    """Bodies of any kind and branch; shrinks towards one without dates and place."""
    opened, closed = draw(st.tuples(st.none() | dates(), st.none() | dates()))
    if opened and closed and closed < opened:
        opened, closed = closed, opened
    place = draw(st.just("") | words(most=2).map(lambda name: f"xã {name.title()}"))
    return Organization(
        draw(keys()) if code is None else code,
        draw(words()),
        draw(st.sampled_from(["party_committee", "women", "group"])),
        draw(st.sampled_from(Level)),
        draw(st.sampled_from(Branch)),
        place=place,
        aliases=tuple(draw(st.lists(words(), max_size=2))),
        opened=opened,
        closed=closed,
    )


@st.composite
def trees(draw: st.DrawFn, *, most: int = 12) -> Organizations:
    """Trees of open-ended bodies under one root at the district, leaves at the commune.

    Shrinks towards the root alone.
    """
    root = Organization("d", "Huyện ủy", "party_committee", Level.DISTRICT, Branch.PARTY)
    members, links = [root], []
    for number in range(draw(st.integers(0, most - 1))):
        parent = draw(st.sampled_from(members))
        level = draw(st.sampled_from([Level.DISTRICT, Level.COMMUNE]))
        level = level if parent.level is Level.DISTRICT else Level.COMMUNE
        member = Organization(f"d.n{number}", "Tổ chức", "women", level, Branch.FRONT)
        members.append(member)
        links.append(Link(member.code, parent.code))
    return Organizations(tuple(members), tuple(links))


def indicators(*, kind: Kind = Kind.FLOW) -> st.SearchStrategy[Indicator]:
    """Indicators of one kind with everyday units; shrinks towards one named "a"."""
    return st.builds(
        Indicator,
        keys(),
        words(),
        st.sampled_from(UNITS),
        st.just(kind),
        counters=st.just(("hội viên",)) | st.just(()),
    )


@st.composite
def observations(
    draw: st.DrawFn,
    *,
    indicator: Indicator | None = None,
    organization: Organization | None = None,
    period: Period | None = None,
) -> Observation:
    """Figures, or reasons why there is none; shrinks towards 0 of the first organization."""
    what = draw(indicators()) if indicator is None else indicator
    missing = draw(st.none() | st.sampled_from(Missing))
    return Observation(
        what,
        draw(organizations()) if organization is None else organization,
        draw(periods()) if period is None else period,
        None if missing else draw(quantities(unit=what.unit)),
        missing=missing,
        role=draw(st.sampled_from(Role)),
        status=draw(st.sampled_from(Status)),
        source=draw(st.just("") | words()),
    )


@st.composite
def submissions(
    draw: st.DrawFn,
    *,
    organization: Organization | None = None,
    period: Period | None = None,
    indicator: Indicator | None = None,
) -> Submission:
    """Submissions with any history that can be; shrinks towards an empty draft."""
    who = draw(organizations()) if organization is None else organization
    when = draw(periods(reporting=True)) if period is None else period
    figures = st.lists(
        observations(indicator=indicator, organization=who, period=when), max_size=3
    ).map(tuple)
    found = Submission(who, when, draw(figures))
    day = draw(dates(last=date(2090, 1, 1)))
    for _ in range(draw(st.integers(0, 6))):
        state = draw(st.sampled_from(found.state.next))
        day += timedelta(days=draw(st.integers(0, 20)))
        reason = draw(words())
        if state is State.REVISED:
            found = found.revised(draw(figures), on=day, by="Phó Bí thư", reason=reason)
        else:
            found = found.moved(state, on=day, by="Chánh Văn phòng", reason=reason)
        if state is State.RETURNED and draw(st.booleans()):
            found = found.with_figures(draw(figures))
    return found


@st.composite
def directives(draw: st.DrawFn) -> Directive:
    """Directives with a realistic number and any date that fits it; shrinks towards no date."""
    number = draw(document_numbers(known=True))
    first = date(number.year or 1945, 1, 1)
    return Directive(
        number,
        draw(st.sampled_from([kind.code for kind in document_kinds()])),
        draw(words()),
        issued_on=draw(st.none() | dates(first)),
        title=draw(st.just("") | words()),
        term=draw(st.sampled_from(["", "X", "XI", "XIII"])),
        source=draw(st.just("") | words()),
    )
