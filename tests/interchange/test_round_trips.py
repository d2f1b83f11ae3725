"""Every public record through every format, and back as it was."""

import json
from datetime import timedelta

import pytest
from everything import RECORDS, TEXTS, anything, name_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan.errors import DanvanError, InvalidValueError
from danvan.integrations.toml_documents import from_toml, to_toml
from danvan.interchange import (
    from_json,
    json_schema,
    make_converter,
    to_json,
    unknown_fields,
    with_unknown_fields,
)
from danvan.interchange.documents import document, value_of
from danvan.interchange.plain import as_plain
from danvan.reporting.registers import Register

pytestmark = pytest.mark.property

LAX = settings(
    max_examples=5, deadline=timedelta(seconds=60), suppress_health_check=list(HealthCheck)
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text("aăđ\"\\\n<'1: #"),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text("ab"), inner, max_size=2),
    max_leaves=4,
)
each = pytest.mark.parametrize("kind", RECORDS, ids=name_of)


def formats():
    """The formats by name, those whose libraries are here."""
    found = {"json": (to_json, from_json), "toml": (to_toml, from_toml)}
    for name, module, library in (
        ("yaml", "yaml_documents", "yaml"),
        ("msgpack", "msgpack_documents", "msgspec"),
    ):
        pytest.importorskip(library)
        made = __import__(f"danvan.integrations.{module}", fromlist=["_"])
        found[name] = getattr(made, f"to_{name}"), getattr(made, f"from_{name}")
    return found


@each
def test_every_format(kind):
    every = formats()

    @LAX
    @given(anything(kind))
    def law(value):
        for name, (write, read) in every.items():
            try:
                written = write(value)
            except InvalidValueError as error:  # the two formats with a limit, which say so
                limits = {"toml": ("null", "a record"), "msgpack": ("ints",)}
                assert any(limit in str(error) for limit in limits[name])
                continue
            assert read(written, kind, texts=TEXTS) == value, name
            assert name != "json" or written == to_json(read(written, kind, texts=TEXTS))
            assert name != "json" or as_plain(document(value)) == json.loads(written)

    law()


@each
def test_unknown_fields_are_kept_wherever_they_stand(kind):
    if "properties" not in json_schema(kind).get("$defs", {}).get(kind.__name__, {"properties": 0}):
        pytest.skip("a text, which has no fields")

    @LAX
    @given(anything(kind), PLAIN, st.data())
    def law(value, fields, data):
        plain = as_plain(document(value))
        if not isinstance(plain, dict):
            return
        objects = list(_objects(plain))
        chosen = data.draw(st.sampled_from(range(len(objects))))
        objects[chosen]["của tôi"] = fields
        written = json.dumps(plain)
        read = from_json(written, kind, texts=TEXTS)
        assert read == value
        assert as_plain(document(read)) == json.loads(written)

    law()


def _objects(plain):
    if isinstance(plain, dict):
        yield plain
        for part in plain.values():
            yield from _objects(part)
    elif isinstance(plain, list):
        for part in plain:
            yield from _objects(part)


@pytest.mark.long
@each
def test_anything_else_is_one_clear_error(kind):
    @LAX
    @given(anything(kind), PLAIN, st.data())
    def law(value, other, data):
        plain = json.loads(to_json(value))
        if isinstance(plain, dict):
            key = data.draw(st.sampled_from(sorted(plain.keys() - {"danvan"}) or ["danvan"]))
            plain[key] = other
        else:
            plain = other
        try:
            value_of(plain, kind, "", TEXTS)
        except DanvanError as error:
            assert "$" in str(error)

    law()


def test_the_same_converter_for_applications():
    converter = make_converter()
    figures = RECORDS[0]

    @LAX
    @given(anything(figures))
    def law(value):
        assert converter.structure(converter.unstructure(value), figures) == value

    law()


def test_what_is_no_document_is_refused_and_says_why():
    from danvan.reading import Corpus

    with pytest.raises(InvalidValueError, match="a class that danvan reads"):
        from_json("{}", Corpus)


def test_unknown_fields_are_no_part_of_a_value():
    @LAX
    @given(anything(Register))
    def law(value):
        read = from_json(to_json(value)[:-1] + ', "x": [1]}', Register, texts=TEXTS)
        assert read == value
        assert unknown_fields(read) == {"x": [1]}
        assert unknown_fields(value) == {}
        with_unknown_fields(read, {})
        assert unknown_fields(read) == {}

    law()
