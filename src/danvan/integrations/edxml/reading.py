"""Packets from bytes: every habit of the systems is taken in, and what was odd is remarked on.

Read are both spellings of Bussiness, dates with the year first or last, files in a ZIP
of their own, ``cid:`` before a ContentId or not, old namespaces, elements in any order
and case.  Signatures are neither checked nor kept; of clerks nothing is kept.
"""

from __future__ import annotations

from typing import Final

from attrs import evolve

from danvan.errors import UnreadableFileError
from danvan.integrations.bounded_xml import Bounds, Node, read_xml
from danvan.integrations.edxml.attachments import Attachment, content_type_of, decoded, unpacked
from danvan.integrations.edxml.code import Code
from danvan.integrations.edxml.codes import (
    Action,
    DocumentType,
    Priority,
    Status,
    Steering,
    table,
    value_aliases,
)
from danvan.integrations.edxml.faults import faults
from danvan.integrations.edxml.packet import (
    Answer,
    Business,
    Correspondent,
    Packet,
    ReceiverChange,
    Remark,
    Replacement,
    Signer,
    StatusPacket,
    Trace,
)
from danvan.integrations.edxml.parts import Part

__all__ = ["read_packet"]

PACKET_BOUNDS: Final = Bounds(elements=50_000)
"""256 MiB, 64 deep, 50,000 elements: a packet to ten thousand receivers has about as many."""

_NOT_SHOWN: Final = "…"
_A_PERSON: Final = "nothing of a person; danvan keeps offices only"
_UNCHECKED: Final = "a check by whoever receives it; danvan neither checks nor keeps signatures"


def read_packet(
    data: bytes, name: str = "packet", bounds: Bounds = PACKET_BOUNDS
) -> Packet | StatusPacket:
    """The packet in the bytes of an .edxml file.

    Args:
        data: the bytes.
        name: what it is called in messages.
        bounds: how much of a stranger's XML is taken in.

    Raises:
        UnreadableFileError: no XML, XML beyond the bounds or with a document type, no
            MessageHeader in it, or a packed file that is damaged or grows beyond bounds.
    """
    root = read_xml(data, name, bounds)
    remarks: list[Remark] = []
    _look_at_namespaces(root, remarks)
    top = Part(root, "", remarks)
    envelope = top.one("edXMLEnvelope") or top
    header = envelope.one("edXMLHeader", "Header") or envelope
    message = header.one("MessageHeader")
    if not message:
        raise UnreadableFileError(
            name, f"<{root.name[:60]}> without MessageHeader", "an edXML packet"
        )
    message.path = "MessageHeader"
    signature = [*header.take("Signature"), *header.take("DigitalSignature")]
    for part in signature:
        if part.shown:
            part.remark(_NOT_SHOWN, _UNCHECKED)
    if any(child.name.casefold() == "statuscode" for child in message.node.children):  # type: ignore[union-attr]  # there is one
        packet: Packet | StatusPacket = _status(message)
    else:
        packet = _packet(message, header, envelope, top)
    for part in (message, header, envelope, top):
        part.done()
    return evolve(packet, remarks=(*remarks, *faults(packet)))


def _look_at_namespaces(root: Node, remarks: list[Remark]) -> None:
    known = table()["namespaces"]
    right = (known["write"], known["signature"])
    strange = dict.fromkeys(node.namespace for node in root if node.namespace not in right)
    want = f"namespace {right[0]}"
    remarks += [Remark("edXML", namespace or "no namespace", want) for namespace in strange]


def _packet(message: Part, header: Part, envelope: Part, top: Part) -> Packet:
    other = message.one("OtherInfo")
    code, place = message.one("Code"), message.one("PromulgationInfo")
    kind, signer = message.one("DocumentType"), message.one("SignerInfo")
    traces = header.one("TraceHeaderList")
    packet = Packet(
        sender=_correspondent(message.one("From")),
        receivers=tuple(_correspondent(part) for part in message.take("To")),
        code=Code(code.text("CodeNumber"), code.text("CodeNotation")),
        issued_on=place.day("PromulgationDate"),
        type=DocumentType(kind.text("TypeName"), kind.count("Type"), kind.count("TypeDetail")),
        subject=message.text("Subject"),
        content=message.text("Content"),
        place=place.text("Place"),
        signer=Signer(signer.text("Competence"), signer.text("Position"), signer.text("FullName")),
        due_on=message.day("DueDate"),
        recipients=message.one("ToPlaces").texts("Place"),
        priority=other.choice("Priority", Priority, value_aliases("Priority"), 1),
        steering=message.choice("SteeringType", Steering, value_aliases("SteeringType"), 1),
        sphere=other.text("SphereOfPromulgation"),
        typist=other.text("TyperNotation"),
        copies=other.amount("PromulgationAmount"),
        pages=other.amount("PageAmount"),
        direction=other.flag("Direction"),
        appendixes=other.one("Appendixes").texts("Appendix"),
        answers=tuple(_answer(part) for part in message.take("ResponseFor")),
        document_id=message.text("DocumentId"),
        trace=tuple(_trace(part) for part in traces.take("TraceHeader")),
        business=_business(traces.one("Bussiness") or header.one("Bussiness")),
        attachments=_attachments(envelope, top),
    )
    for part in (other, code, place, kind, signer, traces):
        part.done()
    return packet


def _status(message: Part) -> StatusPacket:
    staff = message.one("StaffInfo")
    packet = StatusPacket(
        answer=_answer(message.one("ResponseFor")),
        sender=_correspondent(message.one("From")),
        status=message.choice("StatusCode", Status, value_aliases("StatusCode"), 2),
        description=message.text("Description"),
        at=message.moment("Timestamp"),
        department=staff.text("Department"),
    )
    _leave_out_the_person(staff)
    return packet


def _correspondent(part: Part) -> Correspondent:
    found = Correspondent(
        identifier=part.text("OrganId"),
        name=part.text("OrganName"),
        in_charge=part.text("OrganizationInCharge"),
        address=part.text("OrganAdd"),
        email=part.text("Email"),
        telephone=part.text("Telephone"),
        fax=part.text("Fax"),
        website=part.text("Website"),
    )
    part.done()
    return found


def _answer(part: Part) -> Answer:
    code = part.one("Code")
    apart = Code(code.text("CodeNumber"), code.text("CodeNotation")).printed
    found = Answer(
        identifier=part.text("OrganId"),
        code=apart or code.own_text(),
        issued_on=part.day("PromulgationDate"),
        document_id=part.text("DocumentId"),
    )
    part.done()
    return found


def _trace(part: Part) -> Trace:
    found = Trace(part.text("OrganId"), part.moment("Timestamp"))
    part.done()
    return found


def _business(part: Part) -> Business:
    info, staff = part.one("BussinessDocumentInfo"), part.one("StaffInfo")
    receivers, replaced = info.one("ReceiverList"), part.one("ReplacementInfoList")
    found = Business(
        action=part.choice("BussinessDocType", Action, value_aliases("BussinessDocType"), 1)
        or Action.NEW,
        reason=part.text("BussinessDocReason"),
        document_id=part.text("DocumentId"),
        paper=part.flag("Paper"),
        content_changed=info.flag("DocumentInfo"),
        receivers_changed=info.flag("DocumentReceiver"),
        receivers=tuple(
            ReceiverChange(one.text("OrganId"), one.text("ReceiverType"))
            for one in receivers.take("Receiver")
        ),
        replacements=tuple(
            Replacement(one.text("DocumentId"), one.one("OrganIdList").texts("OrganId"))
            for one in replaced.take("ReplacementInfo")
        ),
        department=staff.text("Department"),
    )
    _leave_out_the_person(staff)
    for one in (info, receivers, replaced, part):
        one.done()
    return found


def _leave_out_the_person(staff: Part) -> None:
    for name in ("Staff", "StaffId", "Email", "Mobile"):
        if any(part.shown for part in staff.take(name)):
            staff.remark(_NOT_SHOWN, _A_PERSON, name)
    staff.done()


def _attachments(envelope: Part, top: Part) -> tuple[Attachment, ...]:
    """The files, in the order of the manifest, each put together from its two places."""
    body = envelope.one("edXMLBody", "Body")
    manifest = body.one("edXMLManifest", "Manifest")
    coded = (top.one("AttachmentEncoded") or envelope.one("AttachmentEncoded")).take("Attachment")
    by_id: dict[str, Part] = {}
    for part in coded:
        by_id.setdefault(_content_id(part), part)
    found = [
        _attachment(listed, by_id.pop(_content_id(listed), None))
        for listed in manifest.take("Reference")
    ]
    for part in by_id.values():
        part.remark(_content_id(part), "a Reference to it in the manifest")
        found.append(_attachment(part, part))
    for part in (body, manifest, *coded):
        part.done()
    return tuple(found)


def _content_id(part: Part) -> str:
    href = part.node.attributes.get("href", "") if part.node else ""
    return (part.text("ContentId") or href).removeprefix("cid:")


def _attachment(listed: Part, coded: Part | None) -> Attachment:
    name, content_type = listed.text("AttachmentName"), listed.text("ContentType")
    description = listed.text("Description")
    if coded is not None and coded is not listed:
        name = coded.text("AttachmentName") or name
        content_type = coded.text("ContentType") or content_type
        description = coded.text("Description") or description
    if coded is not listed:
        listed.done()
    content_type = content_type or content_type_of(name)
    if coded is None:
        listed.remark(name, "an Attachment with its bytes")
        return Attachment(name, None, description, content_type)
    text = coded.text("ContentTransferEncoded")
    content = decoded(text) if text else None
    if content is None:
        coded.remark(text[:40], "a file in base64", "ContentTransferEncoded")
        return Attachment(name, None, description, content_type)
    inner = unpacked(content, content_type, name)
    if inner is None:
        return Attachment(name, content, description, content_type)
    coded.remark(content_type, "the file itself; it was taken out of a ZIP", "ContentType")
    return Attachment(name, inner, description)
