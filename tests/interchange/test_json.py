"""JSON in and out, and the schema of it."""

import json
from decimal import Decimal

import pytest

from danvan import DocumentNumber, Organization, Period, Quantity
from danvan.errors import ParseError
from danvan.findings import Severity, Source, Span, rules
from danvan.interchange import from_json, json_schema, make_converter, to_json
from danvan.organizations import Branch, Level
from danvan.testing.registration import STRATEGIES

WOMEN = Organization("a.women", "Hội LHPN", "women", Level.DISTRICT, Branch.FRONT)


def test_values_with_one_spelling_are_strings():
    assert to_json(DocumentNumber.parse("30/2020/NĐ-CP")) == '"30/2020/NĐ-CP"'
    assert from_json('"30/2020/NĐ-CP"', DocumentNumber).year == 2020


def test_figures_and_times_are_written_in_parts_and_read_in_words_too():
    figure = json.loads(to_json(Quantity.parse("trên 2.394,5 buổi")))
    assert figure == {"danvan": 2, "value": "2394.5", "unit": "buổi", "qualifier": "trên"}
    (period,) = json.loads(to_json([Period.nine_months(2023)]))
    assert period == {"danvan": 2, "first": "2023-01-01", "last": "2023-09-30"}
    assert from_json('["9 tháng năm 2023"]', tuple[Period, ...]) == (Period.nine_months(2023),)


BAD = [
    ('"trên"', Quantity, "numeral"),
    ("3", Quantity, "an object with its parts"),
    ("{", Organization, "JSON"),
    ('{"code": "a.women"}', Organization, "$.name: this part is missing"),
    (to_json(WOMEN).replace('"district"', '"county"'), Organization, "county"),
    (to_json(WOMEN).replace('"kind"', '"kind_of"'), Organization, "$.kind: this part is missing"),
    (to_json(WOMEN).replace('"women"', "1"), Organization, "$.kind"),
    ("[" * 100_000, Organization, "JSON"),
]


@pytest.mark.parametrize(("text", "cls", "said"), BAD, ids=[said for *_, said in BAD])
def test_bad_json_says_where_and_what(text, cls, said):
    with pytest.raises(ParseError) as caught:
        from_json(text, cls)
    assert said in str(caught.value)


def test_a_finding_keeps_the_name_of_its_report():
    finding = rules()["DV201"].at(
        Span(0, 2, Source("a.txt", "30")), total="30", sum="29", difference=Decimal(-1)
    )
    back = from_json(to_json(finding), type(finding))
    assert back.severity is Severity.ERROR
    assert back.difference == -1
    assert back.spans[0].report.name == "a.txt"


def test_converters_share_nothing():
    assert make_converter() is not make_converter()


@pytest.mark.parametrize("path", STRATEGIES)
def test_every_class_has_a_schema(path):
    from importlib import import_module

    module, _, name = path.rpartition(".")
    schema = json_schema(getattr(import_module(module), name))
    assert schema["$schema"].endswith("2020-12/schema")
    text = json.dumps(schema, ensure_ascii=False)
    wanted = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert wanted <= set(schema["$defs"])
    assert schema["$defs"][name]["description"]


def test_what_cannot_be_written_is_refused():
    with pytest.raises(ValueError, match="JSON Schema"):
        json_schema(object)
