"""Packets: what is written comes back, and stands on the wire as it should."""

import re
from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.directives import document_kinds
from danvan.errors import InvalidValueError
from danvan.integrations.edxml import (
    Action,
    Answer,
    Attachment,
    Business,
    Code,
    Correspondent,
    DocumentType,
    Priority,
    Status,
    Steering,
    Trace,
    faults,
    read_packet,
    type_rows,
    write_packet,
)
from danvan.integrations.edxml.codes import value_aliases
from integrations.packets_drawn import TEXT, TO, full_packet, packets, statuses


@pytest.mark.property
@given(packets() | statuses)
def test_what_is_written_comes_back(packet):
    assert faults(packet) == ()
    back = read_packet(write_packet(packet))
    assert back == packet
    assert back.remarks == ()


@pytest.mark.property
@given(packets(), st.sampled_from(["identifier", "name", "email", "telephone"]), TEXT)
def test_what_cannot_be_held_is_refused_or_comes_back(packet, part, text):
    packet = attrs.evolve(packet, sender=attrs.evolve(packet.sender, **{part: text}))
    try:
        data = write_packet(packet)
    except InvalidValueError as error:
        assert error.what.startswith("MessageHeader/From")
    else:
        assert read_packet(data) == packet


def test_the_names_on_the_wire():
    text = write_packet(full_packet()).decode()
    namespace = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
    assert f'<edXML xmlns="{namespace}">' in text
    assert f'<edXML:edXMLEnvelope xmlns:edXML="{namespace}">' in text
    assert "Business" not in text
    assert "<edXML:BussinessDocType>0</edXML:BussinessDocType>" in text
    assert "<edXML:ContentId>cid:1</edXML:ContentId>" in text
    assert "<ContentId>1</ContentId>" in text
    assert "<edXML:PromulgationDate>2020/10/30</edXML:PromulgationDate>" in text
    message = text[text.index("<edXML:MessageHeader>") : text.index("</edXML:MessageHeader>")]
    order = re.findall(r"^        <edXML:(\w+)", message, re.MULTILINE)
    assert order == [
        "From", "To", "Code", "PromulgationInfo", "DocumentType", "Subject", "Content", "SignerInfo",
        "ToPlaces", "OtherInfo", "SteeringType", "DocumentId",
    ]  # fmt: skip


def test_another_reader_of_xml_sees_one_namespace():
    from xml.etree import ElementTree as ET

    root = ET.fromstring(write_packet(full_packet()))
    assert {node.tag.partition("}")[0] for node in root.iter()} == {
        "{http://www.mic.gov.vn/TBT/QCVN_102_2016"
    }


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"sender": Correspondent("G22x")}, "MessageHeader/From/OrganId"),
        ({"receivers": ()}, "MessageHeader/To"),
        ({"receivers": (TO, TO)}, "MessageHeader/To/OrganId"),
        ({"code": Code("2491")}, "MessageHeader/Code/CodeNotation"),
        ({"code": Code("1" * 12, "KH-UBND")}, "MessageHeader/Code/CodeNumber"),
        ({"issued_on": None}, "MessageHeader/PromulgationInfo/PromulgationDate"),
        ({"type": DocumentType()}, "MessageHeader/DocumentType/TypeName"),
        ({"subject": ""}, "MessageHeader/Subject"),
        ({"subject": "á" * 501}, "MessageHeader/Subject"),
        ({"content": ""}, "MessageHeader/Content"),
        ({"place": "á" * 51}, "MessageHeader/PromulgationInfo/Place"),
        ({"recipients": ("á" * 151,)}, "MessageHeader/ToPlaces/Place"),
        ({"recipients": ("",)}, "MessageHeader/ToPlaces/Place"),
        ({"typist": "a" * 11}, "MessageHeader/OtherInfo/TyperNotation"),
        ({"document_id": "2491/STC"}, "MessageHeader/DocumentId"),
        ({"answers": (Answer(),)}, "MessageHeader/ResponseFor/Code"),
        ({"subject": " x"}, "MessageHeader/Subject"),
        ({"subject": "a\u0301"}, "MessageHeader/Subject"),
        ({"subject": "a\x01b"}, "MessageHeader/Subject"),
        ({"subject": "a\ufffeb"}, "MessageHeader/Subject"),
        ({"business": Business(Action.REPLACE)}, "Bussiness/ReplacementInfoList"),
        ({"business": Business(Action.UPDATE)}, "Bussiness/BussinessDocumentInfo"),
        ({"business": Business(Action.NEW, paper=None, content_changed=False)}, "Bussiness/BussinessDocumentInfo"),
        ({"attachments": (Attachment("x.pdf", None),)}, "AttachmentEncoded/Attachment/ContentTransferEncoded"),
        ({"trace": (Trace("G22", datetime(2020, 1, 1, 0, 0, 0, 5)),)}, "TraceHeaderList/TraceHeader/Timestamp"),
    ],
)  # fmt: skip
def test_what_a_strict_packet_does_not_hold(changes, where):
    with pytest.raises(InvalidValueError) as caught:
        write_packet(attrs.evolve(full_packet(), **changes))
    assert caught.value.what == where


def test_a_paper_of_tomorrow():
    with pytest.raises(InvalidValueError, match="a day not after 2020-10-29"):
        write_packet(full_packet(), on=date(2020, 10, 29))
    assert write_packet(full_packet(), on=date(2020, 10, 30))


def test_enums_and_tables_agree():
    from danvan.catalogue import read_toml

    enums = {
        "StatusCode": Status,
        "BussinessDocType": Action,
        "SteeringType": Steering,
        "Priority": Priority,
    }
    values = read_toml("edxml")["value"]
    for name, enum in enums.items():
        listed = {one["value"]: one["code"] for one in values if one["list"] == name}
        assert listed == {member.value: member.name for member in enum}
        assert not set(value_aliases(name)) & set(listed)
    assert {one["list"] for one in values} == set(enums)


def test_rows_name_kinds_of_danvan():
    kinds = document_kinds()
    assert len(type_rows()) == 45
    for row in type_rows():
        if row.kind:
            assert kinds[row.kind].name == row.name


def test_kinds_without_a_row_and_of_both_lists():
    assert DocumentType.of("conclusion") == DocumentType("Kết luận", 0, 0)
    assert DocumentType.of("decision").type == 2
    assert DocumentType.of("decision", legal=True).type == 8
