"""Packets of other systems: every odd habit is taken in, and remarked on."""

import base64
import io
import re
import zipfile
from datetime import date, datetime

import attrs
import pytest

from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.integrations.edxml import (
    Action,
    Attachment,
    Business,
    Priority,
    Status,
    StatusPacket,
    Trace,
    read_packet,
    write_packet,
)

NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
WILD = """<?xml version="1.0" encoding="utf-8"?>
<edXML xmlns="{ns}"><edXML:edXMLEnvelope xmlns:edXML="{ns}"><edXML:edXMLHeader>
<MessageHeader>{message}</MessageHeader>
<TraceHeaderList id="" version="1.0" mustUnderstand="1" actor="x">
 <TraceHeader><OrganId>000.00.00.G22</OrganId><Timestamp>20/09/2015 11:08:36</Timestamp></TraceHeader>
 {business}
</TraceHeaderList>{signature}</edXML:edXMLHeader>
<edXML:edXMLBody><edXMLManifest version="1.0">
<Reference xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="cid:209"><ContentId>cid:209</ContentId>
<AttachmentName>{name}</AttachmentName></Reference></edXMLManifest></edXML:edXMLBody></edXML:edXMLEnvelope>
<AttachmentEncoded><Attachment><ContentId>{id}</ContentId><AttachmentName>{name}</AttachmentName>
<ContentType>{type}</ContentType><ContentTransferEncoded>{data}</ContentTransferEncoded></Attachment></AttachmentEncoded>
</edXML>"""
MESSAGE = """<From><OrganId>000.00.11.H53</OrganId><OrganName>Sở</OrganName><Website/></From>
<To><OrganId>H55.242</OrganId></To><Code><CodeNumber>2491</CodeNumber><CodeNotation>STC-BCTC</CodeNotation></Code>
<PromulgationInfo><Place>Tây Ninh</Place><PromulgationDate>30/10/2020</PromulgationDate></PromulgationInfo>
<DocumentType><Type>1</Type><TypeDetail>0</TypeDetail><TypeName>Công văn</TypeName></DocumentType>
<Subject>Báo cáo</Subject><Content>Báo cáo</Content><DueDate></DueDate>"""
BUSINESS = "<Bussiness><BussinessDocType>0</BussinessDocType></Bussiness>"


def wild(**parts):
    parts = {
        "ns": "http://www.mic.gov.vn/TBT/QCVN_102_2016", "message": MESSAGE, "business": BUSINESS,
        "signature": "", "id": "209", "name": "x.pdf", "type": "application/pdf",
        "data": base64.b64encode(b"%PDF").decode(),
    } | parts  # fmt: skip
    return read_packet(WILD.format(**parts).encode())


def said(packet):
    return [(remark.path, remark.got) for remark in packet.remarks]


def test_dates_of_both_orders_and_ids_with_cid_or_without():
    packet = wild()
    assert packet.issued_on == date(2020, 10, 30)
    assert packet.trace == (Trace("000.00.00.G22", datetime(2015, 9, 20, 11, 8, 36)),)
    assert packet.attachments == (Attachment("x.pdf", b"%PDF"),)
    assert packet.type.kinds()[0].code == "official_letter"
    assert [path.rpartition("/")[2] for path, _ in said(packet)] == [
        "PromulgationDate",
        "Timestamp",
    ]
    assert wild(id="cid:209").attachments == packet.attachments


def test_both_spellings_of_business():
    spoken = wild(business="<Business><BusinessDocType>1</BusinessDocType></Business>")
    assert spoken.business == Business(Action.REVOKE)
    assert "Business" in [got for _, got in said(spoken)]
    assert b"<edXML:BussinessDocType>1</edXML:BussinessDocType>" in write_packet(spoken)


def test_of_a_clerk_nothing_is_kept():
    business = (
        "<Bussiness><BussinessDocType>0</BussinessDocType><StaffInfo><Department>Văn thư</Department>"
        "<Staff>Nguyễn Văn A</Staff><Email>a@x.vn</Email><Mobile>0912</Mobile></StaffInfo></Bussiness>"
    )
    packet = wild(business=business)
    assert packet.business.department == "Văn thư"
    assert "Nguyễn Văn A" not in repr(packet)
    assert {path.rpartition("/")[2] for path, got in said(packet) if got == "…"} == {
        "Staff", "Email", "Mobile",
    }  # fmt: skip


@pytest.mark.parametrize(
    "signature",
    [
        '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignatureValue>x</SignatureValue></Signature>',
        "<Signature><SignatureValue>x</SignatureValue></Signature>",
    ],
)
def test_a_signature_is_remarked_on(signature):
    assert ("edXMLEnvelope/edXMLHeader/Signature", "…") in said(wild(signature=signature))


def test_an_empty_signature_is_none():
    assert said(wild(signature="<DigitalSignature/>")) == said(wild())


def test_old_namespaces_and_roots():
    packet = wild(ns="http://www.e-doc.vn/Schema/")
    assert packet == wild()
    assert ("edXML", "http://www.e-doc.vn/Schema/") in said(packet)
    data = f'<EdXMLEnvelope xmlns="http://www.go.vn/eDoc"><edXMLHeader><MessageHeader>{MESSAGE}</MessageHeader></edXMLHeader></EdXMLEnvelope>'
    assert read_packet(data.encode()).subject == "Báo cáo"


def test_a_header_may_be_missing_around_the_message():
    data = f'<e:edXMLEnvelope xmlns:e="{NAMESPACE}"><MessageHeader xmlns="{NAMESPACE}">{MESSAGE}</MessageHeader></e:edXMLEnvelope>'
    assert read_packet(data.encode()).subject == "Báo cáo"


def test_every_part_may_carry_the_prefix_and_stand_in_another_order():
    bare = WILD.format(
        ns=NAMESPACE, message="\n".join(reversed(MESSAGE.splitlines())), business=BUSINESS, signature="", id="209",
        name="x.pdf", type="application/pdf", data="JVBERg==",
    )  # fmt: skip
    head, middle, tail = re.split(r"(<MessageHeader>.*</MessageHeader>)", bare, flags=re.DOTALL)
    prefixed = re.sub(r"<(/?)(?=\w)", r"<\1edXML:", middle)
    assert read_packet((head + prefixed + tail).encode()) == wild()


def _zip(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return base64.b64encode(stream.getvalue()).decode()


def test_a_file_in_a_zip_of_its_own_is_taken_out():
    packet = wild(name="x.doc", type="application/zip", data=_zip(x="words"))
    assert packet.attachments == (Attachment("x.doc", b"words"),)
    assert any("taken out of a ZIP" in remark.want for remark in packet.remarks)


def test_a_word_file_and_an_archive_are_left_as_they_are():
    parts = _zip(a="1", b="2")
    for name, data in (("x.docx", parts), ("x.zip", _zip(x="words"))):
        (found,) = wild(name=name, type="application/zip", data=data).attachments
        assert found.content == base64.b64decode(data)


def test_a_damaged_or_growing_zip_is_refused(monkeypatch):
    with pytest.raises(UnreadableFileError, match="damaged ZIP"):
        wild(
            name="x.doc", type="application/zip", data=base64.b64encode(b"PK\x03\x04rest").decode()
        )
    monkeypatch.setattr("danvan.integrations.edxml.attachments.MOST_UNPACKED", 1000)
    with pytest.raises(UnreadableFileError, match="grows"):
        wild(name="x.doc", type="application/zip", data=_zip(x="a" * 100_000))


@pytest.mark.parametrize(
    ("message", "want"),
    [
        ("<Strange>y</Strange>", "Strange"),
        ("<From><OrganId>G22</OrganId></From>", "From"),  # a second sender
        ("<OtherInfo><Priority>9</Priority></OtherInfo>", "Priority"),
        ("<OtherInfo><PageAmount>x</PageAmount></OtherInfo>", "PageAmount"),
        ("<SteeringType>7</SteeringType>", "SteeringType"),
        ("<DueDate>31/02/2020</DueDate>", "DueDate"),
    ],
)
def test_nothing_is_lost_without_a_word(message, want):
    packet = wild(message=MESSAGE.replace("<DueDate></DueDate>", "") + message)
    new = [remark for remark in packet.remarks if remark.path.rpartition("/")[2] == want]
    assert len(new) == 1
    assert new[0].got.strip()
    assert new[0].message("vi").count("cần") == 1


def test_base64_that_is_none_and_files_without_a_partner():
    packet = wild(data="%%%")
    assert packet.attachments[0].content is None
    alone = wild(id="7")
    assert [one.content for one in alone.attachments] == [None, b"%PDF"]
    assert (
        len([r for r in alone.remarks if "Reference to it" in r.want or "with its bytes" in r.want])
        == 2
    )


def test_priority_five_is_the_ordinary_one():
    packet = wild(message=f"{MESSAGE}<OtherInfo><Priority>5</Priority></OtherInfo>")
    assert packet.priority is Priority.NORMAL


def test_decomposed_letters_are_put_together():
    import unicodedata

    message = MESSAGE.replace("Báo cáo", unicodedata.normalize("NFD", "Báo cáo"))
    assert wild(message=message).subject == "Báo cáo"


def test_a_status():
    data = """<edXML xmlns="http://www.mic.gov.vn/TBT/QCVN_102_2016"><e:edXMLEnvelope xmlns:e="http://www.mic.gov.vn/TBT/QCVN_102_2016">
    <e:edXMLHeader><MessageHeader><ResponseFor><OrganId>000.00.00.G22</OrganId><Code>7816/VPCP-TTĐT</Code>
    <DocumentId>000.00.00.G22,2015/09/30,7816/VPCP-TTĐT</DocumentId></ResponseFor>
    <From><OrganId>000.00.00.H41</OrganId></From><StatusCode>5</StatusCode><Description>Đang xử lý</Description>
    <Timestamp>2015/09/20 11:08:36</Timestamp><StaffInfo><Staff>Nguyễn Văn A</Staff></StaffInfo></MessageHeader>
    </e:edXMLHeader></e:edXMLEnvelope></edXML>"""
    packet = read_packet(data.encode())
    assert isinstance(packet, StatusPacket)
    assert (packet.status, packet.answer.code, packet.sender.identifier) == (
        Status.IN_PROCESS, "7816/VPCP-TTĐT", "000.00.00.H41",
    )  # fmt: skip
    assert packet.at == datetime(2015, 9, 20, 11, 8, 36)
    assert read_packet(write_packet(packet)) == packet
    with pytest.raises(InvalidValueError, match="StatusCode"):
        write_packet(attrs.evolve(packet, status=None))
