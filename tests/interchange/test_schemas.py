"""The schemas, looked at by another library; the types for a web page."""

import copy
import json
import re
from datetime import timedelta
from pathlib import Path

import pytest
from everything import RECORDS, anything, name_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan import Observation
from danvan.errors import DanvanError
from danvan.interchange import from_json, json_schema, json_schemas, to_json, typescript

jsonschema = pytest.importorskip("jsonschema", reason="needs jsonschema, of a dependency group")
Validator = jsonschema.Draft202012Validator
FORMATS = Validator.FORMAT_CHECKER
REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"
LAX = settings(
    max_examples=4, deadline=timedelta(seconds=60), suppress_health_check=list(HealthCheck)
)
each = pytest.mark.parametrize("kind", RECORDS, ids=name_of)


@each
def test_what_is_written_is_valid(kind):
    schema = json_schema(kind)
    Validator.check_schema(schema)
    validator = Validator(schema, format_checker=FORMATS)

    @LAX
    @given(anything(kind))
    def law(value):
        validator.validate(json.loads(to_json(value)))

    law()


@each
def test_broken_ones_are_not(kind):
    schema = json_schema(kind)
    validator = Validator(schema, format_checker=FORMATS)
    definition = schema["$defs"][schema["$ref"].removeprefix("#/$defs/")]

    @LAX
    @given(anything(kind), st.data())
    def law(value, data):
        plain = json.loads(to_json(value))
        assert not validator.is_valid([plain])
        if isinstance(plain, str):
            assert not validator.is_valid(plain + " ")
            return
        for part in definition["required"]:
            broken = {key: of for key, of in plain.items() if key != part}
            assert not validator.is_valid(broken)
            with pytest.raises(DanvanError):
                from_json(json.dumps(broken), kind)
        part = data.draw(st.sampled_from(sorted(plain.keys() - {"danvan"}) or ["danvan"]))
        broken = copy.deepcopy(plain) | {part: 1.5}
        if definition["properties"][part].get("type") != "number":
            assert not validator.is_valid(broken)

    law()


@each
def test_everything_has_a_name_in_both_languages(kind):
    for name, definition in json_schema(kind)["$defs"].items():
        assert definition["description"], name
        assert set(definition["x-title"]) == {"vi", "en"}, name
        for part, of in definition.get("properties", {}).items():
            if part != "danvan":
                assert set(of["x-title"]) == {"vi", "en"}, f"{name}.{part}"


def test_no_two_classes_share_a_definition():
    definitions = json_schemas(RECORDS)["$defs"]
    assert {"reports.Cell", "reporting.Cell", "directives.Register"} <= set(definitions)
    assert "Cell" not in definitions


def test_arrays_and_schemas_of_many():
    schema = json_schema(tuple[Observation, ...])
    assert schema["items"] == {"$ref": "#/$defs/Observation"}
    with pytest.raises(DanvanError, match="a class that danvan writes"):
        json_schema(tuple[object, ...])


def test_whole_numbers_keep_their_limits():
    goal = json_schema(next(kind for kind in RECORDS if kind.__name__ == "Supervision"))
    assert goal["$defs"]["Supervision"]["properties"]["units"]["minimum"] == 0


def published(name):
    from importlib import util

    path = REFERENCE.parent / "build_reference.py"
    spec = util.spec_from_file_location("build_reference_of_schemas", path)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module, REFERENCE.joinpath(name).read_text("utf-8")


def test_the_published_schema_is_that_of_today():
    module, text = published("schemas/danvan.schema.json")
    assert module.schema() == text, "python docs/build_reference.py"
    Validator.check_schema(json.loads(text))
    bare = {kind for kind in RECORDS if not hasattr(kind, "__origin__")}
    assert set(module.records()) == bare


def test_the_published_types_are_those_of_today():
    module, text = published("danvan.d.ts")
    assert typescript(module.records()) == text, "python docs/build_reference.py"
    declared = set(re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE))
    types = re.sub(r'/\*\*.*?\*/|"[^"]*"|^//.*', "", text, flags=re.MULTILINE)
    used = set(re.findall(r"\b[A-Z]\w*", types))
    assert used <= declared | {"Array"}
