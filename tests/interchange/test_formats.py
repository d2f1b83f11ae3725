"""YAML, TOML and MessagePack: what they refuse, and observations in bulk."""

import json
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from danvan import Indicator, Observation, Organization, Period, Quantity
from danvan.errors import DanvanError, MissingExtraError
from danvan.findings import Source, Span
from danvan.indicators import Kind
from danvan.integrations.toml_documents import from_toml, to_toml
from danvan.interchange import DocumentError, from_json, to_json, unknown_fields
from danvan.organizations import Branch, Level
from danvan.testing import strategies as dst

msgspec = pytest.importorskip("msgspec", reason="needs danvan[fast]")
yaml = pytest.importorskip("yaml", reason="needs danvan[yaml]")

from danvan.integrations.msgpack_documents import from_msgpack, to_msgpack  # noqa: E402
from danvan.integrations.msgspec_observations import read_observations  # noqa: E402
from danvan.integrations.yaml_documents import from_yaml, to_yaml  # noqa: E402

LAX = settings(
    max_examples=60, deadline=timedelta(seconds=20), suppress_health_check=list(HealthCheck)
)
WOMEN = """
code: a.women
name: Hội LHPN
kind: women
level: district
branch: front
opened: 2001-10-01
"""
BOMB = "a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n"


def test_written_by_hand():
    women = from_yaml(WOMEN, Organization)
    assert women.opened.year == 2001
    toml = 'code="a.women"\nname="Hội LHPN"\nkind="women"\nlevel="district"\nbranch="front"\n'
    assert from_toml(f"{toml}opened=2001-10-01", Organization) == women
    assert from_yaml("9 tháng năm 2023", Period) == Period.nine_months(2023)
    assert from_toml(to_toml(Quantity.parse("trên 394 buổi")), Quantity).unit == "buổi"


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "name: a\nname: b\ntext: ''",
        "!!python/object/apply:os.system ['true']",
        "name: !!binary aGVsbG8=\ntext: ''",
        "? [1, 2]\n: 3",
        "1: a",
        "[" * 50_000,
        "- " * 50_000,
        "name: a\ntext: [",
        "name: a\ntext: \x00",
        "a: b\n---\nc: d",
        "x: " + "9" * 100_000,
        "",
    ],
)
def test_yaml_that_is_none_of_ours(text):
    with pytest.raises(DocumentError):
        from_yaml(text, Source)


@pytest.mark.parametrize(
    "text", ["1e5", "-1e-3", "12e3", "a\x85b", "a\u2028b", "no", "~", "0x1F", "- a"]
)
def test_texts_that_yaml_would_take_for_something_else(text):
    assert from_yaml(to_yaml(Source("n", text)), Source).text == text


def test_yaml_truths_are_words():
    assert from_yaml("name: no\ntext: 'true'", Source) == Source("no", "true")
    assert from_yaml("name: yes\ntext: 1_000", Source) == Source("yes", "1_000")
    assert from_yaml("name: 12:30:00\ntext: 0x1F", Source) == Source("12:30:00", "0x1F")


@pytest.mark.parametrize(
    "text",
    ["a = 1\na = 2", "a", "x = nan", "x = 1e999", "x = 2001-01-01T00:00:00", "x = 12:30:00",
     f"x = {'9' * 100_000}", "x = " + "[" * 50_000],
)  # fmt: skip
def test_toml_that_is_none_of_ours(text):
    with pytest.raises(DocumentError):
        from_toml(text, Source)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xc1", b"\x91" * 50_000, b"\x81\x01\x02", b"\x81\xa1x\xc4\x01a", b"\x81\xa1x\xd6\xff\0\0\0\0",
     b"\x81\xa1x\xcb\x7f\xf8\0\0\0\0\0\0", b"\xdd\xff\xff\xff\xff"],
)  # fmt: skip
def test_msgpack_that_is_none_of_ours(data):
    with pytest.raises(DocumentError):
        from_msgpack(data, Source)


def test_formats_keep_what_they_do_not_know():
    source = from_json('{"name": "a", "text": "", "x": [1, {"y": null}]}', Source)
    for read, written in (
        (from_yaml, to_yaml(source)),
        (from_msgpack, to_msgpack(source)),
        (from_json, to_json(source, indent=2)),
    ):
        assert unknown_fields(read(written, Source)) == {"x": [1, {"y": None}]}
    with pytest.raises(DanvanError, match="without null"):
        to_toml(source)
    with pytest.raises(DanvanError, match="a record"):
        to_toml((source,))


@pytest.mark.property
def test_bulk_reads_what_the_ordinary_way_reads():
    @LAX
    @given(st.lists(dst.observations(), max_size=5).map(tuple))
    def law(figures):
        data = to_json(figures).encode()
        read = read_observations(data)
        assert read == figures == from_json(data, tuple[Observation, ...])
        assert to_json(read).encode() == data

    law()


@pytest.mark.property
def test_bulk_refuses_what_the_ordinary_way_refuses():
    @LAX
    @given(st.lists(dst.observations(), min_size=1, max_size=3).map(tuple), st.data())
    def law(figures, data):
        rows = json.loads(to_json(figures))
        row = data.draw(st.sampled_from(rows))
        key = data.draw(st.sampled_from([*sorted(row), "span", "breakdown", "missing", "khác"]))
        row[key] = data.draw(
            st.sampled_from([None, 1, True, "a", "2023-01-01", [], [["a", "b"]], {}, {"code": "a"}])
        )
        text = json.dumps(rows).encode()
        try:
            wanted = from_json(text, tuple[Observation, ...])
        except DanvanError as error:
            with pytest.raises(type(error)) as caught:
                read_observations(text)
            assert str(caught.value) == str(error)
        else:
            read = read_observations(text)
            assert read == wanted
            assert to_json(read) == to_json(wanted)

    law()


@pytest.mark.parametrize("text", [b"", b"[", b"{}", b"[1]", b"\xff", b"[" * 100_000, b"[{}]"])
def test_bulk_that_is_none(text):
    with pytest.raises(DocumentError):
        read_observations(text)


def test_bulk_keeps_spans_and_shares_what_is_said_again():
    women = Organization("a", "b", "c", Level.COMMUNE, Branch.FRONT)
    sessions = Indicator("a.b", "A", "buổi", Kind.FLOW)
    figure, place = Quantity.parse("3 buổi"), Span(1, 2, Source("a.txt", ""))
    figures = tuple(
        Observation(sessions, women, Period.year(2023), figure, span=span) for span in (None, place)
    )
    read = read_observations(to_json(figures).encode())
    assert [one.span for one in read] == [None, place]
    assert read[0].organization is read[1].organization
    assert read[0].quantity is read[1].quantity


def test_a_missing_library_is_named_with_its_extra(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "tomlkit", None)
    with pytest.raises(MissingExtraError, match=r"danvan\[toml\]"):
        to_toml(Source("a", ""))
