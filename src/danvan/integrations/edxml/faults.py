"""What keeps a packet from being written as it should be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from danvan.errors import DanvanError
from danvan.integrations.bounded_xml import Node, forbidden_character
from danvan.integrations.edxml.agency import AgencyIdentifier
from danvan.integrations.edxml.attachments import Attachment, unpacked
from danvan.integrations.edxml.code import DocumentId
from danvan.integrations.edxml.codes import Action, limits
from danvan.integrations.edxml.packet import Answer, Correspondent, Packet, Remark, StatusPacket
from danvan.integrations.edxml.trees import header_tree, manifest_tree

__all__ = ["faults"]

_SOMETHING: Final = "something in it"


def faults(packet: Packet | StatusPacket, on: date | None = None) -> tuple[Remark, ...]:
    """What a strict packet would not hold, in the order of its parts; nothing for a good one.

    Args:
        packet: the packet.
        on: the day it is sent; with it, a paper may not be dated later.
    """
    found = _of_packet(packet, on) if isinstance(packet, Packet) else _of_status(packet)
    trees = list(header_tree(packet).children)
    if isinstance(packet, Packet):
        trees.append(manifest_tree(packet.attachments))
    return (*found, *(fault for tree in trees for fault in _of_texts(tree, "")))


def _of_packet(packet: Packet, on: date | None) -> Iterator[Remark]:
    header = "MessageHeader"
    yield from _correspondent(packet.sender, f"{header}/From")
    if not packet.receivers:
        yield Remark(f"{header}/To", "", "at least one receiver")
    seen: set[str] = set()
    for receiver in packet.receivers:
        yield from _correspondent(receiver, f"{header}/To")
        if receiver.identifier in seen:
            yield Remark(f"{header}/To/OrganId", receiver.identifier, "each receiver once")
        seen.add(receiver.identifier)
    needed = {
        "Code/CodeNumber": packet.code.number,
        "Code/CodeNotation": packet.code.notation,
        "PromulgationInfo/PromulgationDate": packet.issued_on,
        "DocumentType/TypeName": packet.type.name,
        "Subject": packet.subject,
        "Content": packet.content,
    }
    for name, value in needed.items():
        if not value:
            yield Remark(f"{header}/{name}", "", _SOMETHING)
    if on and packet.issued_on and packet.issued_on > on:
        path = f"{header}/PromulgationInfo/PromulgationDate"
        yield Remark(path, packet.issued_on.isoformat(), f"a day not after {on.isoformat()}")
    for answer in packet.answers:
        yield from _answer(answer, needs_id=False)
    yield from _lists(packet)
    yield from _document_id(packet.document_id, f"{header}/DocumentId")
    yield from _business(packet)
    for trace in packet.trace:
        yield from _moment(trace.at, "TraceHeaderList/TraceHeader/Timestamp")
    for attachment in packet.attachments:
        yield from _attachment(attachment)


def _lists(packet: Packet) -> Iterator[Remark]:
    for path, texts in (
        ("MessageHeader/ToPlaces/Place", packet.recipients),
        ("MessageHeader/OtherInfo/Appendixes/Appendix", packet.appendixes),
    ):
        if "" in texts:
            yield Remark(path, "", _SOMETHING)


def _of_status(packet: StatusPacket) -> Iterator[Remark]:
    yield from _answer(packet.answer, needs_id=True)
    yield from _correspondent(packet.sender, "MessageHeader/From")
    if packet.status is None:
        yield Remark("MessageHeader/StatusCode", "", "a code of the list")
    yield from _moment(packet.at, "MessageHeader/Timestamp")


def _correspondent(one: Correspondent, path: str) -> Iterator[Remark]:
    try:
        AgencyIdentifier.parse(one.identifier)
    except DanvanError as error:
        yield Remark(f"{path}/OrganId", one.identifier, error.args[2])


def _answer(answer: Answer, *, needs_id: bool) -> Iterator[Remark]:
    path = "MessageHeader/ResponseFor"
    if not answer.code:
        yield Remark(f"{path}/Code", "", _SOMETHING)
    if needs_id and not answer.document_id:
        yield Remark(f"{path}/DocumentId", "", _SOMETHING)
    yield from _document_id(answer.document_id, f"{path}/DocumentId")


def _document_id(text: str, path: str) -> Iterator[Remark]:
    if text:
        try:
            DocumentId.parse(text)
        except DanvanError as error:
            yield Remark(path, text, error.args[2])


def _moment(at: datetime | None, path: str) -> Iterator[Remark]:
    if at is not None and (at.tzinfo or at.microsecond):
        yield Remark(path, at.isoformat(), "a time of the clock in whole seconds, without zone")


def _business(packet: Packet) -> Iterator[Remark]:
    path, business = "Bussiness", packet.business
    replaces = business.action is Action.REPLACE
    if replaces is not bool(business.replacements):
        got = f"{business.action.name} with {len(business.replacements)} papers replaced"
        yield Remark(f"{path}/ReplacementInfoList", got, "papers replaced, of REPLACE alone")
    changed = (business.content_changed, business.receivers_changed, business.receivers)
    updates = business.action is Action.UPDATE
    if updates is not any(one not in (None, ()) for one in changed):
        want = "what changed, of UPDATE alone"
        yield Remark(f"{path}/BussinessDocumentInfo", business.action.name, want)
    for one in business.replacements:
        if not one.document_id or "" in one.identifiers:
            yield Remark(f"{path}/ReplacementInfoList", "", _SOMETHING)
    if any(not one.identifier for one in business.receivers):
        yield Remark(f"{path}/BussinessDocumentInfo/ReceiverList", "", _SOMETHING)


def _attachment(one: Attachment) -> Iterator[Remark]:
    path = "AttachmentEncoded/Attachment"
    for name, text in (("AttachmentName", one.name), ("ContentType", one.content_type)):
        if not text:
            yield Remark(f"{path}/{name}", "", _SOMETHING)
    if not one.content:
        yield Remark(f"{path}/ContentTransferEncoded", "", "the bytes of the file")
    elif unpacked(one.content, one.content_type, one.name) is not None:
        want = "a name in .zip for a ZIP of one file, or it is unpacked on the way in"
        yield Remark(f"{path}/AttachmentName", one.name, want)


def _of_texts(node: Node, parent: str) -> Iterator[Remark]:
    path = f"{parent}/{node.name}".lstrip("/")
    most = limits().get("/".join(path.split("/")[-2:]), limits().get(node.name))
    text = node.text
    if most is not None and len(text) > most:
        yield Remark(path, text, f"at most {most} letters")
    if text != text.strip() or not unicodedata.is_normalized("NFC", text):
        yield Remark(path, text, "text in Unicode NFC with no space around it")
    if forbidden_character(text) or "\r" in text:
        yield Remark(path, text, "letters, and no control characters")
    for child in node.children:
        yield from _of_texts(child, path)
