"""Packets as elements, in the order and under the names of QCVN 102."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from danvan.integrations.bounded_xml import Node
from danvan.integrations.edxml.attachments import Attachment, encoded
from danvan.integrations.edxml.packet import Answer, Business, Correspondent, Packet, StatusPacket

__all__ = ["attachment_tree", "header_tree", "manifest_tree"]

_Part = Node | None
_YES_NO: Final = {True: "1", False: "0", None: ""}


def header_tree(packet: Packet | StatusPacket) -> Node:
    """The header of a packet, without prefix: what its texts are held to the limits by."""
    if isinstance(packet, StatusPacket):
        return _group("edXMLHeader", (_status_tree(packet),))
    traces = [
        _group("TraceHeader", (_leaf("OrganId", one.identifier), _moment("Timestamp", one.at)))
        for one in packet.trace
    ]
    lists = _group("TraceHeaderList", (*traces, _business_tree(packet.business)))
    return _group("edXMLHeader", (_message_tree(packet), lists))


def _message_tree(packet: Packet) -> Node:
    other = (
        _leaf("Priority", packet.priority.value if packet.priority else ""),
        _leaf("SphereOfPromulgation", packet.sphere),
        _leaf("TyperNotation", packet.typist),
        _number("PromulgationAmount", packet.copies),
        _number("PageAmount", packet.pages),
        _leaf("Direction", "" if packet.direction is None else str(packet.direction).lower()),
        _filled("Appendixes", [_group("Appendix", text=one) for one in packet.appendixes]),
    )
    kind, signer = packet.type, packet.signer
    parts = (
        _correspondent_tree("From", packet.sender),
        *(_correspondent_tree("To", one) for one in packet.receivers),
        _filled(
            "Code",
            (_leaf("CodeNumber", packet.code.number), _leaf("CodeNotation", packet.code.notation)),
        ),
        _filled(
            "PromulgationInfo",
            (_leaf("Place", packet.place), _day("PromulgationDate", packet.issued_on)),
        ),
        _filled(
            "DocumentType",
            (
                _number("Type", kind.type),
                _number("TypeDetail", kind.detail),
                _leaf("TypeName", kind.name),
            ),
        ),
        _leaf("Subject", packet.subject),
        _leaf("Content", packet.content),
        _filled(
            "SignerInfo",
            (
                _leaf("Competence", signer.competence),
                _leaf("Position", signer.position),
                _leaf("FullName", signer.name),
            ),
        ),
        _day("DueDate", packet.due_on),
        _filled("ToPlaces", [_group("Place", text=one) for one in packet.recipients]),
        _filled("OtherInfo", other),
        *(_answer_tree(one) for one in packet.answers),
        _leaf("SteeringType", packet.steering.value if packet.steering else ""),
        _leaf("DocumentId", packet.document_id),
    )
    return _group("MessageHeader", parts)


def _status_tree(packet: StatusPacket) -> Node:
    parts = (
        _correspondent_tree("From", packet.sender),
        _answer_tree(packet.answer),
        _filled("StaffInfo", (_leaf("Department", packet.department),)),
        _leaf("StatusCode", packet.status.value if packet.status else ""),
        _leaf("Description", packet.description),
        _moment("Timestamp", packet.at),
    )
    return _group("MessageHeader", parts)


def _correspondent_tree(name: str, one: Correspondent) -> Node:
    parts = (
        _leaf("OrganId", one.identifier),
        _leaf("OrganizationInCharge", one.in_charge),
        _leaf("OrganName", one.name),
        _leaf("OrganAdd", one.address),
        _leaf("Email", one.email),
        _leaf("Telephone", one.telephone),
        _leaf("Fax", one.fax),
        _leaf("Website", one.website),
    )
    return _group(name, parts)


def _answer_tree(one: Answer) -> Node:
    parts = (
        _leaf("OrganId", one.identifier),
        _leaf("Code", one.code),
        _day("PromulgationDate", one.issued_on),
        _leaf("DocumentId", one.document_id),
    )
    return _group("ResponseFor", parts)


def _business_tree(one: Business) -> Node:
    receivers = [
        _group("Receiver", (_leaf("OrganId", it.identifier), _leaf("ReceiverType", it.type)))
        for it in one.receivers
    ]
    replaced = [
        _group(
            "ReplacementInfo",
            (
                _leaf("DocumentId", it.document_id),
                _filled("OrganIdList", [_group("OrganId", text=i) for i in it.identifiers]),
            ),
        )
        for it in one.replacements
    ]
    info = (
        _leaf("DocumentInfo", _YES_NO[one.content_changed]),
        _leaf("DocumentReceiver", _YES_NO[one.receivers_changed]),
        _filled("ReceiverList", receivers),
    )
    parts = (
        _leaf("DocumentId", one.document_id),
        _leaf("BussinessDocType", one.action.value),
        _leaf("BussinessDocReason", one.reason),
        _leaf("Paper", _YES_NO[one.paper]),
        _filled("BussinessDocumentInfo", info),
        _filled("ReplacementInfoList", replaced),
        _filled("StaffInfo", (_leaf("Department", one.department),)),
    )
    return _group("Bussiness", parts)


def manifest_tree(attachments: Iterable[Attachment]) -> Node:
    """What lists the files of a packet."""
    references = [
        _group(
            "Reference",
            (
                _group("ContentId", text=f"cid:{at}"),
                _leaf("ContentType", one.content_type),
                _leaf("Description", one.description),
                _leaf("AttachmentName", one.name),
            ),
        )
        for at, one in enumerate(attachments, 1)
    ]
    return Node("edXMLManifest", "", {"version": "1.0"}, tuple(references))


def attachment_tree(attachments: Iterable[Attachment]) -> Node:
    """What holds the files of a packet."""
    files = [
        _group(
            "Attachment",
            (
                _group("ContentId", text=str(at)),
                _leaf("AttachmentName", one.name),
                _leaf("Description", one.description),
                _leaf("ContentType", one.content_type),
                _group("ContentTransferEncoded", text=encoded(one.content or b"")),
            ),
        )
        for at, one in enumerate(attachments, 1)
    ]
    return _group("AttachmentEncoded", files)


def _group(name: str, parts: Iterable[_Part] = (), *, text: str = "") -> Node:
    return Node(name, text, {}, tuple(part for part in parts if part is not None))


def _filled(name: str, parts: Iterable[_Part]) -> _Part:
    """An element around its parts, or none where there are no parts."""
    found = _group(name, parts)
    return found if found.children else None


def _leaf(name: str, text: str) -> _Part:
    return _group(name, text=text) if text else None


def _number(name: str, number: int | None) -> _Part:
    return None if number is None else _group(name, text=str(number))


def _day(name: str, day: date | None) -> _Part:
    return None if day is None else _group(name, text=f"{day.year:04}/{day:%m/%d}")


def _moment(name: str, at: datetime | None) -> _Part:
    return None if at is None else _group(name, text=f"{at.year:04}/{at:%m/%d %H:%M:%S}")
