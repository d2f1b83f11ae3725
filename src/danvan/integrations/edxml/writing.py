"""Packets to bytes, strictly: as QCVN 102 asks, or not at all."""

from __future__ import annotations

from datetime import date
from typing import Final

from danvan.integrations.bounded_xml import Node, to_xml
from danvan.integrations.edxml.codes import table
from danvan.integrations.edxml.faults import faults
from danvan.integrations.edxml.packet import Packet, StatusPacket
from danvan.integrations.edxml.trees import attachment_tree, header_tree, manifest_tree

__all__ = ["write_packet"]

_PREFIX: Final = "edXML"
"""Everything in the envelope carries it, the attachments beside the envelope do not."""


def write_packet(packet: Packet | StatusPacket, on: date | None = None) -> bytes:
    """The bytes of an .edxml file.

    Args:
        packet: the packet.
        on: the day it is sent; with it, a paper may not be dated later.

    Raises:
        InvalidValueError: the first of its :func:`~danvan.integrations.edxml.faults`; the
            message names the element.
    """
    for fault in faults(packet, on):
        raise fault.error
    parts = [header_tree(packet)]
    attached: list[Node] = []
    if isinstance(packet, Packet):
        parts.append(Node("edXMLBody", children=(manifest_tree(packet.attachments),)))
        attached += [attachment_tree(packet.attachments)] if packet.attachments else []
    namespace: str = table()["namespaces"]["write"]
    envelope = Node("edXMLEnvelope", children=tuple(parts))
    for node in envelope:
        node.name = f"{_PREFIX}:{node.name}"
    envelope.attributes = {f"xmlns:{_PREFIX}": namespace}
    return to_xml(Node("edXML", "", {"xmlns": namespace}, (envelope, *attached)))
