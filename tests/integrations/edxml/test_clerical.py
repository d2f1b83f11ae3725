"""Clerical records: the fields of the annex out and in."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.integrations.edxml import (
    ClericalRecord,
    Priority,
    clerical_fields,
)
from integrations.packets_drawn import days, full_packet, texts


@st.composite
def records(draw):
    parts = {}
    for one in clerical_fields():
        if one.code == "priority":
            value = draw(st.none() | st.sampled_from(Priority))
        elif one.type == "date":
            value = draw(st.none() | days)
        elif one.type == "number":
            value = draw(st.none() | st.integers(0, 10**one.length - 1))
        else:
            value = draw(texts.map(lambda t, n=one.length: t[:n].strip()))
        parts[one.code] = value
    parts["organ_id"] = draw(st.sampled_from(["", "000.00.00.H49"]))
    return ClericalRecord(**parts)


@pytest.mark.property
@given(records())
def test_records_out_and_in(record):
    assert ClericalRecord.from_fields(record.to_fields()) == record


def test_the_table_and_the_record_have_the_same_parts():
    assert [one.code for one in clerical_fields()] == [a.name for a in attrs.fields(ClericalRecord)]


def test_a_long_identifier_is_refused_unless_said():
    record = ClericalRecord(organ_id="H38.12.0001.02")
    with pytest.raises(InvalidValueError, match="OrganId: want at most 13"):
        record.to_fields()
    assert record.to_fields(longest_identifier=35) == {"OrganId": "H38.12.0001.02"}


@pytest.mark.parametrize(
    "fields", [{"Strange": "x"}, {"IssuedDate": "2020/10/30"}, {"IssuedDate": "30/02/2020"}, {"PageAmount": "ba"}, {"Priority": "9"}]
)  # fmt: skip
def test_no_records(fields):
    with pytest.raises(InvalidValueError):
        ClericalRecord.from_fields(fields)


def test_the_record_of_a_packet():
    record = ClericalRecord.of(full_packet(), file_catalog=2020)
    assert (record.number, record.notation, record.type_name, record.file_catalog) == (
        "2491",
        "STC-BCTC",
        "Công văn",
        2020,
    )
