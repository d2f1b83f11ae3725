"""What every value class promises, over everything it can hold."""

import copy
import datetime as dt
import pickle
from decimal import Decimal
from importlib import import_module

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import danvan
from danvan.directives import Directive
from danvan.document_number import DocumentNumber
from danvan.errors import DanvanError, ParseError
from danvan.indicators import Indicator, Observation
from danvan.interchange import from_json, to_json
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.quantities import Interval, Quantity, Ratio
from danvan.reporting import Submission
from danvan.reports import Report
from danvan.testing import strategies as dst

pytestmark = pytest.mark.property

SPELLED = [
    (DocumentNumber, dst.document_numbers()),
    (Interval, dst.intervals()),
    (Period, dst.periods()),
    (Quantity, dst.quantities()),
    (Ratio, dst.ratios()),
]
RECORDS = [
    (Directive, dst.directives()),
    (Indicator, dst.indicators()),
    (Observation, dst.observations()),
    (Organization, dst.organizations()),
    (Organizations, dst.trees()),
    (Report, dst.reports()),
    (Submission, dst.submissions()),
]
EVERY = SPELLED + RECORDS
NAMES = [cls.__name__ for cls, _ in EVERY]
MODULES = ["directives", "document_number", "findings", "indicators", "organizations", "periods",
           "quantities", "reporting", "reports"]  # fmt: skip
NAMESPACE = {"datetime": dt, "Decimal": Decimal} | {
    name: getattr(module, name)
    for module in (import_module(f"danvan.{name}") for name in MODULES)
    for name in module.__all__
}
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def drawn(strategy, examples=25):
    """Run a law over a strategy given at run time."""

    def run(law):
        settings(max_examples=examples, suppress_health_check=SLOW)(given(strategy)(law))()

    return run


@pytest.mark.parametrize(("cls", "strategy"), SPELLED, ids=NAMES[: len(SPELLED)])
class TestOneSpelling:
    def test_what_is_written_is_read_back(self, cls, strategy):
        @drawn(strategy, 100)
        def law(value):
            assert cls.parse(str(value)) == value
            assert str(cls.parse(str(value))) == str(value)

    def test_any_other_text_is_refused_or_written_the_same(self, cls, strategy):
        @drawn(st.text() | strategy.map(lambda value: f" {value}"), 150)
        def law(text):
            try:
                value = cls.parse(text)
            except ParseError as error:
                assert repr(text) in str(error)
            else:
                assert str(value) == text


@pytest.mark.parametrize(("cls", "strategy"), EVERY, ids=NAMES)
class TestValues:
    def test_frozen_and_slotted(self, cls, strategy):
        @drawn(strategy, 5)
        def law(value):
            assert not hasattr(value, "__dict__")
            name = attrs.fields(cls)[0].name
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, name, None)

    def test_repr_evaluates(self, cls, strategy):
        if cls is Organizations:
            pytest.skip("a tree says its name and size, and not thousands of bodies")

        @drawn(strategy)
        def law(value):
            assert eval(repr(value), NAMESPACE) == value

    def test_equal_values_hash_alike_and_pickle(self, cls, strategy):
        @drawn(strategy)
        def law(value):
            back = pickle.loads(pickle.dumps(value))  # our own
            assert back == value
            assert hash(back) == hash(value)
            assert copy.deepcopy(value) == value

    def test_json_round_trip(self, cls, strategy):
        @drawn(strategy)
        def law(value):
            assert from_json(to_json(value), cls) == value

    def test_broken_json_gives_one_clear_error(self, cls, strategy):
        @drawn(strategy.map(to_json), 8)
        def law(text):
            for broken in (text[: len(text) // 2], "{", '{"x": 1}', "[1]", '"\\u0000"'):
                with pytest.raises(DanvanError):
                    from_json(broken, cls)

    def test_hypothesis_knows_the_class(self, cls, strategy):
        @drawn(st.from_type(cls), 3)
        def law(value):
            assert isinstance(value, cls)


def test_every_public_value_class_is_looked_at():
    public = {getattr(danvan, name) for name in danvan.__all__}
    values = {cls for cls in public if isinstance(cls, type) and attrs.has(cls)}
    looked_at = {cls for cls, _ in EVERY}
    results = {danvan.Aggregate, danvan.Aggregates, danvan.Finding, danvan.Findings}
    assert values - looked_at <= results
