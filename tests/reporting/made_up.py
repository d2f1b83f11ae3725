"""A made-up round of reporting in the made-up province, for the tests of this folder."""

from datetime import date

from danvan import Organizations, Period, Quantity
from danvan.indicators import Observation, indicators
from danvan.periods import Cadence, calendars
from danvan.reporting import (
    Deadline,
    Form,
    FormRule,
    Line,
    Regime,
    Relation,
    Row,
    State,
    Submission,
    working_days,
)

TREE = Organizations.shipped("ban_mai")
NINE = Period.nine_months(2026)
PARTIES = [TREE[f"ban_mai.communes.{place}.party"] for place in (
    "ban_mai", "cau_may", "dong_suong", "nui_trang", "song_gio", "suoi_la", "thung_lung", "hon_sao")]  # fmt: skip
FORM = Form(
    "mobilization", "Biểu 01", 2,
    (
        Row("models.registered", ("form",), parts_compulsory=True),
        Row("models.working"),
        Row("petitions.pending_before"), Row("petitions.received"),
        Row("petitions.settled"), Row("petitions.pending"),
        Row("propaganda.sessions", compulsory=False),
    ),
    (
        FormRule(("petitions.pending_before", "petitions.received"), Relation.EQUAL,
                 ("petitions.settled", "petitions.pending")),
        FormRule(("models.working",), Relation.AT_MOST, ("models.registered",)),
    ),
)  # fmt: skip
REGIME = Regime(
    "Báo cáo công tác dân vận",
    (Line("ban_mai.communes.*.party", "ban_mai.party", ("ban_mai.propaganda_mobilization",)),),
    (Cadence.NINE_MONTHS, Cadence.YEAR),
    Deadline(2, working=True),
    forms=(FORM,),
    cutoff=calendars()["decree_09_2019"],
    working_days=working_days()["vietnam_2026"],
    valid_from=date(2026, 1, 1),
)  # closed on Monday 14/9/2026, due on Wednesday 16/9/2026
FIGURES = {
    "models.registered": "12", "models.registered/form=collective": "9",
    "models.registered/form=individual": "3", "models.working": "8",
    "petitions.pending_before": "2", "petitions.received": "10",
    "petitions.settled": "9", "petitions.pending": "3",
}  # fmt: skip


def figure(key, text, organization, period=NINE):
    code, _, part = key.partition("/")
    indicator = indicators()[code]
    quantity = Quantity.parse(
        text if text[-1].isalpha() or text[-1] == "%" else f"{text} {indicator.unit}"
    )
    breakdown = (tuple(part.split("=")),) if part else ()
    return Observation(indicator, organization, period, quantity, breakdown=breakdown)


def draft(organization, period=NINE, form=FORM, **changes):
    texts = {**FIGURES, **{key.replace("__", "."): text for key, text in changes.items()}}
    figures = tuple(figure(k, t, organization, period) for k, t in texts.items() if t is not None)
    return Submission(organization, period, figures, form=form.code, form_version=form.version)


def sent(organization, on=date(2026, 9, 15), **changes):
    return draft(organization, **changes).moved(State.SENT, on=on, by="Phó Bí thư")


def returned(organization, on=date(2026, 9, 17), **changes):
    return sent(organization, **changes).moved(
        State.RETURNED, on=on, by="Chánh Văn phòng Tỉnh ủy", reason="sai tổng"
    )
