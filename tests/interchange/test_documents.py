"""Versions, messages in two languages, and documents that mean harm."""

import gc
import json
import pickle
import sys
import time
from pathlib import Path

import pytest
from everything import RECORDS, TEXTS, name_of

from danvan import Indicator, Observation, Organization, Quantity, Report
from danvan.errors import DanvanError, InvalidValueError
from danvan.findings import Source
from danvan.indicators import indicators
from danvan.interchange import (
    DocumentError,
    from_json,
    to_json,
    unknown_fields,
    versions,
    with_unknown_fields,
)
from danvan.interchange.unknown import _kept
from danvan.messages import told
from danvan.notebook import Rows
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.reports import Paragraph, Section

DOCUMENTS = Path(__file__).parent / "documents"
KINDS = {name_of(kind): kind for kind in RECORDS}


def stored(version):
    return json.loads(DOCUMENTS.joinpath(f"version-{version}.json").read_text("utf-8"))


@pytest.mark.parametrize("version", range(1, versions.VERSION))
def test_no_class_of_an_earlier_version_is_forgotten(version):
    assert set(stored(version)) <= set(KINDS)


def test_a_document_of_every_class_is_stored():
    assert set(stored(versions.VERSION)) == set(KINDS)


@pytest.mark.parametrize("version", range(1, versions.VERSION + 1))
@pytest.mark.parametrize("name", KINDS)
def test_documents_of_every_version_are_read(version, name):
    documents = stored(version)
    if name not in documents:
        pytest.skip(f"there was no such class in version {version}")
    value = from_json(json.dumps(documents[name]), KINDS[name], texts=TEXTS)
    newest = stored(versions.VERSION)[name]
    assert value == from_json(json.dumps(newest), KINDS[name], texts=TEXTS)
    if version == versions.VERSION:
        assert json.loads(to_json(value)) == newest


def test_a_later_version_is_refused():
    with pytest.raises(DocumentError, match="a version from 1 to 2") as caught:
        from_json('{"danvan": 3, "name": "a", "text": ""}', Source)
    assert "phiên bản" in told(caught.value, "vi")


@pytest.mark.parametrize("version", ["0", "-1", "true", '"2"', "2.0", "null", "[]"])
def test_a_version_is_a_whole_number(version):
    with pytest.raises(DocumentError, match="version"):
        from_json(f'{{"danvan": {version}, "name": "a", "text": ""}}', Source)


def test_each_earlier_version_is_brought_up_by_its_own_step(monkeypatch):
    steps = {
        1: lambda document: {"named": document["title"]},
        2: lambda document: {"name": document["named"], "text": ""},
    }
    monkeypatch.setattr(versions, "STEPS", steps)
    monkeypatch.setattr(versions, "VERSION", 3)
    assert from_json('{"title": "a"}', Source) == Source("a", "")
    assert from_json('[{"danvan": 2, "named": "b"}]', tuple[Source, ...]) == (Source("b", ""),)


WRONG = [
    (Report, '{"name": "a", "sections": [{}, {}, {"heading": 1}]}', "$.sections[2].heading",
     "want a text, got 1", "cần một chuỗi chữ, nhận được 1"),
    (Report, '{"name": ""}', "$.name", "something in it", "không được để trống"),
    (Organization, '{"code": "a", "name": "A", "kind": "k", "level": "x", "branch": "party"}',
     "$.level", "nearest: central", "không có mã 'x'"),
    (Organization, "{}", "$.code", "this part is missing", "thiếu phần này"),
    (Quantity, '{"value": 3}', "$.value", 'such as "85.48", got 3', "cần một số viết trong chuỗi chữ"),
    (Quantity, '{"value": "1e5"}', "$.value", "such as", "nhận được '1e5'"),
    (Quantity, '"trên"', "$", "a numeral", "nhận được 'trên'"),
    (Period, '{"first": "2023-13-01", "last": "2023-12-31"}', "$.first", "a day in a text", "cần một ngày"),
    (Period, '{"first": "20230101", "last": "2023-12-31"}', "$.first", "a day in a text", "cần một ngày"),
    (Period, '{"first": "2023-12-31", "last": "2023-01-01"}', "$.last", "a day from", "nhận được '2023-01-01'"),
    (tuple[Quantity, ...], '["3 hộ", null]', "$[1]", "an object with its parts, got None", "cần một đối tượng"),
    (tuple[Quantity, ...], '{"a": 1}', "$", "an array, got an object", "cần một mảng, nhận được"),
    (Source, '{"name": "a", "name": "b", "text": ""}', "$", "each key once", "mỗi khóa một lần"),
    (Source, '{"name": "a",\n "text": }', "$ 2:10", "want JSON", "cần JSON"),
]  # fmt: skip


@pytest.mark.parametrize(("cls", "text", "path", "english", "vietnamese"), WRONG)
def test_what_is_wrong_is_said_with_its_place(cls, text, path, english, vietnamese):
    with pytest.raises(DocumentError) as caught:
        from_json(text, cls)
    assert caught.value.problems[0].path == path
    assert english in str(caught.value)
    assert vietnamese in told(caught.value, "vi")
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value)


def test_several_problems_of_one_object_are_told_together():
    with pytest.raises(DocumentError) as caught:
        from_json('{"code": 1, "name": 2, "level": "commune", "branch": "party"}', Organization)
    assert [one.path for one in caught.value.problems] == ["$.code", "$.name", "$.kind"]


DEEP = 100_000
HOSTILE = {
    "deep arrays": "[" * DEEP + "]" * DEEP,
    "deep objects": '{"a":' * DEEP + "1" + "}" * DEEP,
    "an open end": "[" * DEEP,
    "deep sections": '{"name":"a","sections":[' + '{"sections":[' * 300 + "]}" * 300 + "]}",
    "wrong deep sections": '{"name":"a","sections":[' + '{"sections":[' * 90 + "7" + "]}" * 90 + "]}",
    "NaN": '{"name": "a", "x": NaN}',
    "infinite": '{"name": "a", "x": -Infinity}',
    "beyond all floats": '{"name": "a", "x": 1e999}',
    "a float nobody reads alike": '{"name": "a", "x": 0.12345678901234567890123}',
    "huge whole number": '{"name": "a", "x": ' + "9" * 1_000_000 + "}",
    "a million wrong members": '{"name": "a", "sections": [' + "1," * 1_000_000 + "1]}",
    "a million numbers": "[" + "1," * 1_000_000 + "1]",
    "one key a hundred thousand times": "{" + '"a": 1, ' * 100_000 + '"a": 1}',
    "no UTF-8": b'{"name": "\xff\xfe"}',
    "UTF-16 cut off": '{"name"'.encode("utf-16")[:-1],
    "a very long name of another kind": '{"name": ["' + "a" * 10_000_000 + '"]}',
    "nothing": "",
    "half a surrogate": '{"name": "\\ud800", "sections": 1}',
}  # fmt: skip


HALVES = [
    ("an escape", rb'{"name": "\ud83d", "text": ""}'),
    ("the halves the wrong way round", rb'{"name": "\ude00\ud83d", "text": ""}'),
    ("a half in a key", rb'{"name": "a", "text": "", "\udfff": 1}'),
    ("a half as it is", '{"name": "\udfff", "text": ""}'),
    ("a half in bytes", b'{"name": "\xed\xa0\x80", "text": ""}'),
]


@pytest.mark.parametrize("data", [data for _, data in HALVES], ids=[name for name, _ in HALVES])
def test_half_a_letter_is_refused_as_no_file_has_a_place_for_it(data):
    with pytest.raises(DocumentError, match=r"half of a letter|UTF-8"):
        from_json(data, Source)


@pytest.mark.parametrize(
    "data",
    [rb'{"name": "\ud83d\ude00", "text": "\\ud83d"}', b'\xef\xbb\xbf{"name": "a", "text": ""}'],
)
def test_whole_letters_are_read_however_they_are_written(data):
    assert from_json(to_json(from_json(data, Source)).encode(), Source) == from_json(data, Source)


@pytest.mark.parametrize("name", HOSTILE)
def test_harm_ends_in_one_short_error_soon(name):
    start = time.perf_counter()
    with pytest.raises(DanvanError) as caught:
        from_json(HOSTILE[name], Report)
    assert time.perf_counter() - start < 20
    assert len(str(caught.value)) < 2000
    assert len(told(caught.value, "vi")) < 2000


@pytest.mark.timed
def test_a_hundred_megabytes_end_soon():
    start = time.perf_counter()
    with pytest.raises(DocumentError):
        from_json("[" + "[1]," * 25_000_000, Report)
    with pytest.raises(DocumentError):
        from_json('{"name": "' + "a" * 100_000_000, Report)
    assert time.perf_counter() - start < 60


def test_values_too_deep_to_write_are_refused():
    section = Section("", "a", (Paragraph("a"),))
    for _ in range(2000):
        section = Section("", "a", (), (section,))
    with pytest.raises(InvalidValueError, match="less deeply"):
        to_json(section)


def test_rows_and_tuples_of_all_kinds_are_arrays():
    rows = Rows((Period.year(2023), Period.year(2024)))
    assert to_json(rows) == to_json(tuple(rows)) == to_json(list(rows))
    assert from_json(to_json(rows), tuple[Period, ...]) == rows


def test_what_json_has_no_place_for_is_refused():
    for bad in (float("nan"), b"a", {1: 2}, {1, 2}, time):
        with pytest.raises(InvalidValueError, match="want"):
            with_unknown_fields(Source("a", ""), {"x": [bad]})


def test_written_is_the_same_with_and_without_orjson(monkeypatch):
    odd = {"x": [0.1, 1e16, -0.0, 2**63, '\x7f \u2028 / " \\ \n \x01 đ', None, True, {}]}
    texts = {to_json(with_unknown_fields(Source("a", ""), odd))}
    texts.add(to_json(with_unknown_fields(Source("a", ""), odd | {"x": odd["x"] + [2**200]})))
    monkeypatch.setitem(sys.modules, "orjson", None)
    texts.add(to_json(with_unknown_fields(Source("a", ""), odd)))
    assert len(texts) == 2


def test_unknown_fields_go_with_their_value():
    before = len(_kept)
    read = [from_json('{"name": "a", "text": "", "x": 1}', Source) for _ in range(100)]
    assert len(_kept) == before + 100
    assert unknown_fields(read[0]) == {"x": 1}
    del read
    gc.collect()
    assert len(_kept) == before


def test_what_a_document_says_again_is_one_object_and_no_other():
    tree = Organizations.shipped("tam_duong")
    women, party = tree["tam_duong.women"], tree["tam_duong.party"]
    what = indicators()["propaganda.sessions"]
    figures = tuple(
        Observation(what, who, Period.year(2023), Quantity.parse(f"{n} buổi"))
        for n in range(3)
        for who in (women, party)
    )
    read = from_json(to_json(figures), tuple[Observation, ...])
    assert read == figures
    assert len({id(one.organization) for one in read}) == 2
    assert len({id(one.indicator) for one in read}) == 1
    marked = to_json(what)[:-1] + ', "x": 1}'
    assert unknown_fields(from_json(marked, Indicator)) == {"x": 1}
    assert unknown_fields(from_json(to_json(what), Indicator)) == {}
    other = json.loads(to_json(what)) | {"concept": "khác"}
    assert from_json(json.dumps(other), Indicator).concept == "khác"
    assert from_json(to_json(what), Indicator) == what
