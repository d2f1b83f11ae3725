"""Observations: a figure or a reason, in a unit and a breakdown of its indicator."""

import pickle
from datetime import datetime

import attrs
import pytest

from danvan.errors import InvalidValueError
from danvan.findings import Source, Span
from danvan.indicators import Missing, Observation, Role, Status, indicators
from danvan.indicators.observation import _CHECKS
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.quantities import Quantity

TREE = Organizations.shipped("tam_duong")
WOMEN = TREE["tam_duong.women"]
NINE = Period.nine_months(2023)
MODELS = indicators()["models.registered"]


def figure(text="12 mô hình", **parts):
    return Observation(MODELS, WOMEN, NINE, text and Quantity.parse(text), **parts)


def test_breakdowns_are_a_set_of_pairs():
    one = figure(breakdown=(("form", "collective"), ("field", "economy")))
    other = figure(breakdown=[("field", "economy"), ("form", "collective")])
    assert one == other
    assert pickle.loads(pickle.dumps(one)) == one  # our own


def test_its_place_in_a_text_is_no_difference():
    text = Source("mẫu", "có 12 mô hình")
    assert figure(span=Span(3, 5, text)) == figure()


@pytest.mark.parametrize(
    ("make", "want"),
    [
        (lambda: figure(None), "either a quantity or why it is missing"),
        (lambda: figure(missing=Missing.NOT_DUE), "either a quantity or why it is missing"),
        (lambda: figure("12 hộ"), "one in mô hình or điển hình"),
        (lambda: figure("12"), "one in mô hình"),
        (lambda: figure(breakdown=(("colour", "red"),)), "each once of: field, form"),
        (lambda: figure(breakdown=(("field", "fishing"),)), "one of economy, culture_society"),
        (
            lambda: figure(breakdown=(("field", "economy"), ("field", "culture_society"))),
            "each once of",
        ),
        (lambda: figure(breakdown="field"), "pairs of a dimension and a value"),
        (lambda: figure(breakdown=(("field",),)), "pairs of a dimension and a value"),
        (lambda: figure(breakdown=((1, 2),)), "pairs of a dimension and a value"),
        (lambda: figure(role="actual"), "Role"),
        (lambda: Observation(MODELS, "tam_duong.women", NINE, Quantity(1)), "Organization"),
        (lambda: Observation("models.registered", WOMEN, NINE, Quantity(1)), "Indicator"),
        (lambda: Observation(MODELS, WOMEN, "năm 2023", Quantity(1)), "Period"),
        (lambda: Observation(MODELS, WOMEN, NINE, 12), "Quantity"),
    ],
)
def test_what_is_no_observation_is_refused(make, want):
    with pytest.raises(InvalidValueError, match=want):
        make()


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("indicator", None),
        ("organization", None),
        ("period", None),
        ("quantity", 12),
        ("breakdown", None),
        ("breakdown", ""),
        ("role", "actual"),
        ("status", None),
        ("scope", "whole"),
        ("reported_on", "2023-09-30"),
        ("reported_on", datetime(2023, 9, 30)),  # a moment, not a day
        ("missing", "not_due"),
        ("source", None),
        ("span", (3, 5)),
    ],
)
def test_each_part_is_named_when_it_is_wrong(part, wrong):
    parts = {"indicator": MODELS, "organization": WOMEN, "period": NINE}
    figures = {} if part == "missing" else {"quantity": Quantity(12, "mô hình")}
    with pytest.raises(InvalidValueError, match=rf"Observation\.{part}"):
        Observation(**{**parts, **figures, part: wrong})


def test_each_part_is_looked_at():
    assert set(_CHECKS) == {one.name for one in attrs.fields(Observation)}


def test_zero_is_a_figure_and_missing_is_none():
    assert figure("0 mô hình").quantity.value == 0
    assert figure(None, missing=Missing.NOT_REPORTED).quantity is None


def test_it_says_itself_in_a_line():
    assert str(figure()).endswith("9 tháng năm 2023: 12 mô hình")
    assert str(figure(None, missing=Missing.NOT_DUE)).endswith(": not_due")


def test_revised():
    revised = figure(role=Role.PLAN, status=Status.PROVISIONAL).revised(
        Quantity.parse("14 mô hình"), source="báo cáo bổ sung"
    )
    assert revised.status is Status.REVISED
    assert (revised.role, revised.source) == (Role.PLAN, "báo cáo bổ sung")
    assert str(revised.quantity) == "14 mô hình"
