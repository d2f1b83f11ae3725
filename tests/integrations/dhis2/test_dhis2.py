"""DHIS2: what a data value set can hold comes back; what it cannot is refused with a way out."""

import json
from contextlib import suppress
from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import DanvanError, InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.indicators import Missing, Observation, Role, Scope
from danvan.integrations.dhis2 import (
    DataValueSet,
    from_dhis2_period,
    read_data_value_set,
    to_dhis2_period,
    write_data_value_set,
)
from danvan.integrations.dhis2.comments import from_comment, to_comment
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.testing import strategies as dst
from integrations.exchanged import CATALOGUE, LOANS, SESSIONS, TREE, figures, tables

YOUTH = TREE["tam_duong.youth"]
FIGURE = Observation(SESSIONS, YOUTH, Period.quarter(2023, 3), Quantity.parse("394 buổi"))

# ---------------------------------------------------------------- periods

SPELLED = [
    ("2023", Period.year(2023)),
    ("2023S2", Period.half(2023, 2)),
    ("2023Q3", Period.quarter(2023, 3)),
    ("202309", Period.month(2023, 9)),
    ("202305B", Period.months(2023, 9, 10)),  # the fifth pair of months, not the one from May
    ("20230914", Period(date(2023, 9, 14), date(2023, 9, 14))),
    ("2023W1", Period(date(2023, 1, 2), date(2023, 1, 8))),
    ("2023AprilS2", Period(date(2023, 10, 1), date(2024, 3, 31))),
    ("2023April", Period(date(2023, 4, 1), date(2024, 3, 31))),
    ("2023July", Period(date(2023, 7, 1), date(2024, 6, 30))),
    ("2023Oct", Period(date(2023, 10, 1), date(2024, 9, 30))),
]


@pytest.mark.parametrize(("text", "period"), SPELLED)
def test_periods(text, period):
    assert from_dhis2_period(text) == period
    assert to_dhis2_period(period) == text


@pytest.mark.parametrize(
    "text",
    ["", "2023Q5", "202313", "202300", "2023S3", "202307B", "2023W54", "2023W0", "2023W01", "20230230", "0000", "2023-Q3",
     "2023NovS1", "9999Oct", "2023 "],
)  # fmt: skip
def test_no_periods(text):
    with pytest.raises(DanvanError, match="DHIS2 period"):
        from_dhis2_period(text)


@pytest.mark.property
@given(dst.periods())
def test_a_period_comes_back_or_the_error_names_what_to_send(period):
    try:
        text = to_dhis2_period(period)
    except InvalidValueError as error:
        assert "SDMX, which spells it" in error.want
    else:
        assert from_dhis2_period(text) == period


@pytest.mark.parametrize(
    ("period", "send"),
    [
        (
            Period.nine_months(2023),
            "send 2023Q1, 2023Q2, 2023Q3 instead, the last one alone for a stock",
        ),
        (Period.years(2021, 2023), "send 2021, 2022, 2023 instead"),
        (Period.months(2023, 2, 4), "send 202302, 202303, 202304 instead"),
        (
            Period(date(2022, 12, 15), date(2023, 12, 14)),
            "a year; SDMX, which spells it 2022-12-15/P365D",
        ),
    ],
)
def test_the_way_out(period, send):
    with pytest.raises(InvalidValueError) as caught:
        to_dhis2_period(period)
    assert send in caught.value.want


# ---------------------------------------------------------------- round trips


@pytest.mark.property
@given(tables, st.sampled_from(["", "DV9T"]), st.none() | st.dates())
def test_sets_come_back_or_are_refused(observations, data_set, day):
    values = DataValueSet(observations, data_set, day)
    try:
        text = write_data_value_set(values)
    except InvalidValueError as error:
        assert error.what in {"DHIS2 period", "categoryOptionCombo of DHIS2", "orgUnit of DHIS2"}
        return
    back = read_data_value_set(text, TREE, CATALOGUE)
    assert back == values
    assert back.left_out == ()
    written = [one.quantity and str(one.quantity) for one in back.observations]
    assert written == [one.quantity and str(one.quantity) for one in observations]


@given(figures(), st.sampled_from([text for text, _ in SPELLED]))
def test_every_figure_of_a_period_it_spells_is_held(figure, period):
    figure = attrs.evolve(
        figure, organization=YOUTH, period=from_dhis2_period(period), breakdown=()
    )
    values = DataValueSet((figure,))
    assert read_data_value_set(write_data_value_set(values), TREE, CATALOGUE) == values


def test_two_figures_of_one_thing_are_refused():
    with pytest.raises(InvalidValueError, match="as_known"):
        write_data_value_set(DataValueSet((FIGURE, attrs.evolve(FIGURE, source="khác"))))


def test_codes_that_are_too_long():
    long = attrs.evolve(FIGURE, indicator=attrs.evolve(SESSIONS, code="a" * 51))
    with pytest.raises(InvalidValueError, match="at most 50"):
        write_data_value_set(DataValueSet((long,)))


def test_identifiers_of_an_instance():
    long = TREE["tam_duong.communes.ban_giang.investment_supervision"]
    figure = attrs.evolve(FIGURE, organization=long, breakdown=(("field", "economy"),))
    codes = {
        "orgUnit": {long.code: "DiszpKrYNg8"},
        "categoryOptionCombo": {"field=economy": "bRowv6yZOF2"},
    }
    values = DataValueSet((figure, FIGURE))
    text = write_data_value_set(values, codes=codes)
    assert "DiszpKrYNg8" in text
    assert "field=economy" not in text
    assert read_data_value_set(text, TREE, CATALOGUE, codes=codes) == values
    with pytest.raises(InvalidValueError, match="each code of the instance once"):
        read_data_value_set(text, TREE, CATALOGUE, codes={"orgUnit": {"a": "x", "b": "x"}})


def _values(*observations):
    return json.loads(write_data_value_set(DataValueSet(observations)))["dataValues"]


def test_what_dhis2_sees():
    place = {"period": "2023Q3", "orgUnit": "tam_duong.youth"}
    loan = attrs.evolve(
        FIGURE,
        indicator=LOANS,
        quantity=Quantity.parse("431,6 triệu đồng"),
        role=Role.PLAN,
        scope=Scope.ALONE,
    )
    none = attrs.evolve(
        FIGURE,
        quantity=None,
        missing=Missing.NOT_DUE,
        breakdown=(("field", "economy"), ("ethnic_group", "Dao")),
    )
    assert _values(FIGURE, loan, none) == [
        {"dataElement": "own.sessions", **place, "value": "394"},
        {"dataElement": "own.loans", **place, "attributeOptionCombo": "role=plan;scope=alone", "value": "431600000",
         "comment": "as written: 431,6 triệu đồng"},
        {"dataElement": "own.sessions", **place, "categoryOptionCombo": "ethnic_group=Dao;field=economy",
         "comment": "missing: not_due"},
    ]  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from(["as written", "missing", "status", "reported on"]), dst.words()
    ),
    st.text(),
)
def test_comments_come_back(parts, source):
    whole = {**parts, "source": source} if source else parts
    assert from_comment(to_comment(whole)) == whole


# ---------------------------------------------------------------- sets of other systems


def test_a_set_of_another_system():
    text = json.dumps({
        "dataSet": "DV9T", "completeDate": "2023-10-01T00:00:00", "period": "2023Q3", "orgUnit": "tam_duong.youth",
        "dataValues": [
            {"dataElement": "own.sessions", "categoryOptionCombo": "default", "value": "394", "storedBy": "x", "comment": "đã kiểm"},
            {"dataElement": "own.loans", "value": 85.5, "storedBy": "x", "followup": False},
        ],
    })  # fmt: skip
    found = read_data_value_set(text, TREE, CATALOGUE)
    assert [str(one.quantity) for one in found.observations] == ["394 buổi", "85,5 đồng"]
    assert found.observations[0].source == "đã kiểm"
    assert (found.data_set, found.completed_on) == ("DV9T", date(2023, 10, 1))
    assert found.left_out == (
        "storedBy: 2 values, the first in $.dataValues[0]", "followup: 1 values, the first in $.dataValues[1]",
    )  # fmt: skip


GOOD = {
    "dataElement": "own.sessions",
    "period": "2023Q3",
    "orgUnit": "tam_duong.youth",
    "value": "394",
}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"value": "ba"}, "$.dataValues[0].value: value 'ba'"),
        ({"value": "-1"}, "from zero up"),
        ({"value": True}, "$.dataValues[0].value: True"),
        ({"value": ""}, "a comment 'missing: ...' alone"),
        ({"comment": "missing: not_due"}, "a comment 'missing: ...' alone"),
        ({"value": None, "comment": "missing: maybe"}, "one of not_reported"),
        ({"comment": "as written: trên 395 buổi"}, "a figure of 394"),
        ({"comment": "status: x"}, "one of provisional"),
        ({"comment": "reported on: x"}, "want a date"),
        ({"period": "2023-Q3"}, "$.dataValues[0].period"),
        ({"period": None}, "one, in the value or in the set"),
        ({"categoryOptionCombo": "HllvX50cXC0"}, "a=b;c=d, or default"),
        ({"attributeOptionCombo": "role=x"}, "one of actual"),
        ({"attributeOptionCombo": "donor=x"}, "or default"),
        ({"deleted": True}, "values that stand"),
        ({"value": 1e400}, "value"),
    ],
)
def test_values_that_are_refused(change, says):
    with pytest.raises(UnreadableFileError) as caught:
        read_data_value_set(json.dumps({"dataValues": [{**GOOD, **change}]}), TREE, CATALOGUE)
    assert says in str(caught.value)


@pytest.mark.parametrize("change", [{"orgUnit": "x"}, {"dataElement": "x"}])
def test_codes_nobody_knows(change):
    with pytest.raises(UnknownCodeError, match=r"\$\.dataValues\[0\]"):
        read_data_value_set(json.dumps({"dataValues": [{**GOOD, **change}]}), TREE, CATALOGUE)


@pytest.mark.parametrize(
    "text", ["", "[]", "1", '{"dataValues": 1}', '{"dataValues": [1]}', "[" * 100_000, '{"dataValues": [{"value": 1e99999999999999999999}]}']
)  # fmt: skip
def test_sets_that_are_none(text):
    with pytest.raises(UnreadableFileError):
        read_data_value_set(text, TREE, CATALOGUE)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*GOOD, "comment", "dataValues"]), inner)))  # fmt: skip
def test_any_json_is_read_or_refused(data):
    for whole in (data, {"dataValues": [data]}):
        with suppress(DanvanError):
            read_data_value_set(json.dumps(whole), TREE, CATALOGUE)
