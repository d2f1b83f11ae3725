"""Registers: what they count, and a report held against them."""

from datetime import date, timedelta
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Period, Quantity
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.indicators import indicators
from danvan.organizations import Level
from danvan.reporting.registers import (
    Criticism,
    Dialogue,
    FundRaising,
    House,
    HouseKind,
    MobilizationModel,
    ModelField,
    ModelForm,
    Occasion,
    PetitionBalance,
    PetitionType,
    Reception,
    Register,
    Supervision,
    check_carried_over,
    read_register,
)

from .made_up import PARTIES, TREE

WHO, OTHER = PARTIES[:2]
YEAR = Period.year(2026)
Q1, Q2 = Period.quarter(2026, 1), Period.quarter(2026, 2)
KEPT = Period.years(2025, 2026)


def model(registered=date(2026, 2, 1), **changes):
    return MobilizationModel(
        WHO,
        "Bản sáng, xanh, sạch, đẹp",
        ModelField.ECONOMY,
        ModelForm.COLLECTIVE,
        registered,
        **changes,
    )


def counts(register, period):
    return {
        (o.indicator.code, *o.breakdown): str(o.quantity)
        for o in register.observations(period)
        if o.organization == WHO
    }


def register(*entries, of=None, keepers=(WHO,)):
    return Register(of or type(entries[0]), keepers, KEPT, entries)


class TestModels:
    def test_every_step_counts_in_its_own_period(self):
        one = model(
            working=date(2026, 5, 1), recognized=date(2026, 11, 3), recognized_at=Level.COMMUNE
        )
        found = register(one)
        assert counts(found, Q1)["models.registered",] == "1 mô hình"
        assert counts(found, Q1)["models.working",] == "0 mô hình"
        assert counts(found, Q2)["models.registered",] == "0 mô hình"
        assert counts(found, Q2)["models.working",] == "1 mô hình"
        assert counts(found, YEAR)["models.recognized",] == "1 mô hình"

    def test_parts_by_field_and_by_form(self):
        found = counts(
            register(model(), attrs.evolve(model(), field=ModelField.POLITICAL_SYSTEM)), Q1
        )
        assert found["models.registered", ("field", "economy")] == "1 mô hình"
        assert found["models.registered", ("field", "defence_security")] == "0 mô hình"
        assert found["models.registered", ("form", "collective")] == "2 mô hình"

    def test_what_has_ended_works_no_longer(self):
        ended = model(working=date(2026, 3, 1), ended=date(2026, 6, 29))
        assert counts(register(ended), Q1)["models.working",] == "1 mô hình"
        assert counts(register(ended), Q2)["models.working",] == "0 mô hình"

    @pytest.mark.parametrize(("changes", "why"), [
        ({"working": date(2026, 1, 1)}, "in effect before it was registered"),
        ({"ended": date(2026, 3, 1), "working": date(2026, 4, 1)}, "in effect after its end"),
        ({"recognized": date(2026, 4, 1)}, "recognized by nobody"),
        ({"rewarded_by": "Chủ tịch UBND tỉnh"}, "rewarded by someone, never"),
        ({"name": ""}, "without a name"),
    ])  # fmt: skip
    def test_refusals(self, changes, why):
        with pytest.raises(InvalidValueError):
            attrs.evolve(model(), **changes)


class TestPetitions:
    def balance(self, period, carried, received, settled, kind=PetitionType.REQUEST):
        return PetitionBalance(WHO, kind, period, carried, received, settled)

    def test_the_ends_of_a_year_are_those_of_its_first_and_last_part(self):
        parts = [self.balance(Period.quarter(2026, n), *row) for n, row in
                 enumerate([(20, 10, 12), (18, 5, 20), (3, 7, 4), (6, 1, 0)], 1)]  # fmt: skip
        found = counts(register(*parts), YEAR)
        assert [found[f"petitions.{name}",] for name in ("pending_before", "received", "settled", "pending")] == [
            "20 đơn", "23 đơn", "36 đơn", "7 đơn"]  # fmt: skip
        assert not check_carried_over(parts)

    def test_what_was_not_carried_over(self):
        parts = [self.balance(Q2, 15, 5, 0), self.balance(Q1, 20, 10, 12)]
        [finding] = check_carried_over(parts)
        assert (finding.code, finding.difference) == ("DV633", 3)
        other = attrs.evolve(parts[0], type=PetitionType.COMPLAINT)
        assert not check_carried_over([other, parts[1]])
        assert not check_carried_over([self.balance(Period.quarter(2026, 3), 1, 0, 0), parts[1]])

    def test_more_settled_than_there_were(self):
        with pytest.raises(InvalidValueError, match="at most 30"):
            self.balance(Q1, 20, 10, 31)

    def test_receptions(self):
        rows = (Reception(WHO, date(2026, 1, 15), Occasion.PERIODIC, 3, 5, 3, "Bí thư Đảng ủy"),
                Reception(WHO, date(2026, 2, 2), Occasion.REGULAR, 4, 4, 4))  # fmt: skip
        found = counts(register(*rows), Q1)
        assert found["reception.turns",] == "7 lượt"
        assert found["reception.persons", ("occasion", "periodic")] == "5 người"
        assert found["reception.leader_sessions",] == "1 buổi"


OTHERS = [
    (Dialogue(WHO, date(2026, 3, 5), "Bí thư Đảng ủy", 56, 13, 12), "dialogues.opinions_settled", "12 ý kiến"),
    (Supervision(WHO, date(2026, 3, 5), "quỹ", 4, 8, 6), "supervision.recommendations_accepted", "6 kiến nghị"),
    (Criticism(WHO, date(2026, 3, 5), "dự thảo kế hoạch", 1, 52), "criticism.opinions", "52 ý kiến"),
    (FundRaising(WHO, date(2026, 3, 5), "Quỹ Vì người nghèo", 2_500_000), "funds.raised", "2.500.000 đồng"),
    (House(WHO, date(2026, 3, 5), HouseKind.GREAT_UNITY, 80_000_000), "welfare.houses_amount", "80.000.000 đồng"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "code", "text"), OTHERS, ids=lambda one: type(one).__name__)
class TestOthers:
    def test_counted_in_its_period_alone(self, entry, code, text):
        assert counts(register(entry), Q1)[code,] == text
        assert counts(register(entry), Q2)[code,].startswith("0 ")

    def test_it_counts_what_it_says_it_counts(self, entry, code, text):
        told = {figure[0] for figure in entry.figures(Q1)}
        assert told <= set(type(entry).COUNTED)
        assert all(one in indicators() for one in type(entry).COUNTED)


@pytest.mark.parametrize(("make", "why"), [
    (lambda: Dialogue(WHO, date(2026, 3, 5), "Bí thư", 5, 3, 4), "more settled than put forward"),
    (lambda: Supervision(WHO, date(2026, 3, 5), "quỹ", 4, 8, 9), "more taken up than made"),
    (lambda: Criticism(WHO, date(2026, 3, 5), "x", 0, 5), "a criticism of nothing"),
    (lambda: FundRaising(WHO, date(2026, 3, 5), "x", Decimal(-1)), "less than nothing"),
    (lambda: House(WHO, date(2026, 3, 5), HouseKind.SHELTER, 1.5), "a float"),
    (lambda: Dialogue(WHO, date(2026, 3, 5), "", 5, 3, 3), "held by nobody"),
])  # fmt: skip
def test_refused_entries(make, why):
    with pytest.raises(InvalidValueError):
        make()


class TestRegister:
    def test_who_keeps_it_and_has_none_has_zero(self):
        found = register(model(), keepers=(WHO, OTHER)).observations(Q1)
        zero = [o for o in found if o.organization == OTHER]
        assert {str(o.quantity) for o in zero} == {"0 mô hình"}
        assert len(zero) == 5

    def test_it_does_not_speak_of_a_time_it_was_not_kept(self):
        with pytest.raises(InvalidValueError, match="within giai đoạn 2025 - 2026"):
            register(model()).observations(Period.year(2027))

    def test_entries_of_others(self):
        with pytest.raises(InvalidValueError, match="one of its keepers"):
            register(model(), keepers=(OTHER,))
        with pytest.raises(InvalidValueError, match="Dialogue"):
            register(model(), of=Dialogue)

    def test_a_report_beside_it(self):
        kept = register(*[model()] * 12)
        right = kept.observations(Q1)
        assert not kept.check(right, Q1)
        registered = next(
            o for o in right if o.indicator.code == "models.registered" and not o.breakdown
        )
        wrong = registered.revised(Quantity.parse("14 mô hình"))
        [finding] = kept.check([wrong], Q1)
        assert (finding.code, finding.difference) == ("DV631", -2)
        about = registered.revised(Quantity.parse("trên 10 mô hình"))
        assert not kept.check([about], Q1)

    def test_what_the_report_does_not_say(self):
        kept = register(model())
        assert [f.code for f in kept.check([], Q1)] == ["DV632"]
        assert not kept.check([], Period.quarter(2025, 1))


class TestFiles:
    HEAD = "organization,name,field,form,registered,working,recognized,recognized_at\n"
    ROW = "ban_mai.communes.suoi_la.party,Bản sáng,economy,collective,1/2/2026,1/5/2026,,\n"

    def read(self, tmp_path, text):
        path = tmp_path / "models.csv"
        path.write_text(text, "utf-8")
        return read_register(path, MobilizationModel, TREE, keepers=PARTIES, kept=YEAR)

    def test_a_table(self, tmp_path):
        [one] = self.read(tmp_path, self.HEAD + self.ROW).entries
        assert (one.organization, one.working, one.recognized) == (
            PARTIES[5],
            date(2026, 5, 1),
            None,
        )

    @pytest.mark.parametrize(("old", "new", "words", "why"), [
        ("suoi_la", "suoi_le", "line 2, column organization", "an unknown commune"),
        ("economy", "farming", "line 2, column field: 'farming'; want one of economy", "an unknown field"),
        ("1/2/2026", "30/2/2026", "line 2, column registered", "no such day"),
        ("1/5/2026", "1/1/2026", "line 2: MobilizationModel.working", "before it was registered"),
        ("1/2/2026", "", "line 2: nothing in registered", "no day of registration"),
        ("Bản sáng,", "Bản sáng,x,", "line 2: 9 cells; want 8", "a cell too many"),
        ("registered", "registred", "line 1: columns", "an unknown column"),
    ])  # fmt: skip
    def test_bad_rows_are_named(self, tmp_path, old, new, words, why):
        with pytest.raises((UnreadableFileError, UnknownCodeError)) as caught:
            self.read(tmp_path, (self.HEAD + self.ROW).replace(old, new))
        assert words in str(caught.value)
        assert "models.csv" in str(caught.value)

    def test_one_of_who_does_not_keep_it(self, tmp_path):
        path = tmp_path / "models.csv"
        path.write_text(self.HEAD + self.ROW, "utf-8")
        with pytest.raises(UnreadableFileError, match="one of its keepers"):
            read_register(path, MobilizationModel, TREE, keepers=[WHO], kept=YEAR)

    def test_a_missing_file(self, tmp_path):
        with pytest.raises(UnreadableFileError, match=r"none\.csv"):
            read_register(tmp_path / "none.csv", Dialogue, TREE, keepers=(), kept=YEAR)


days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def models(draw):
    start = draw(days)
    later = st.none() | st.integers(0, 90).map(lambda n: start + timedelta(days=n))
    recognized = draw(later)
    return MobilizationModel(
        WHO, "mô hình", draw(st.sampled_from(ModelField)), draw(st.sampled_from(ModelForm)), start,
        working=draw(later), recognized=recognized, recognized_at=Level.COMMUNE if recognized else None,
        replicated=draw(later),
    )  # fmt: skip


@pytest.mark.property
@settings(max_examples=40)
@given(st.lists(models(), max_size=6))
def test_flows_of_the_quarters_make_those_of_the_year_and_parts_their_whole(entries):
    kept = register(*entries, of=MobilizationModel)
    year = {key: Quantity.parse(text).value for key, text in counts(kept, YEAR).items()}
    quarters = [counts(kept, Period.quarter(2026, n)) for n in range(1, 5)]
    for code in ("models.registered", "models.recognized", "models.replicated"):
        assert sum(Quantity.parse(q[code,]).value for q in quarters) == year[code,]
    for (code, *part), value in year.items():
        if not part:
            parts = [v for (c, *p), v in year.items() if c == code and p and p[0][0] == "field"]
            assert not parts or sum(parts) == value
