"""Packets of the document systems (edXML, QCVN 102:2016 as amended): bytes to values and back.

Reading takes in every habit of the systems and remarks on what was odd; writing is
strict.  Transport, keys and signatures are the application's business.

>>> from datetime import date
>>> from danvan.directives import Directive, DocumentNumber
>>> paper = Directive(DocumentNumber.parse("41/KH-UBND"), "plan", "Ủy ban nhân dân huyện",
...                   issued_on=date(2023, 2, 10), title="Công tác dân vận năm 2023")
>>> packet = packet_of_directive(paper, Correspondent("000.00.11.H38"),
...     [Correspondent("H38.12")], attachments=[Attachment("41.pdf", b"%PDF-1.7")])
>>> data = write_packet(packet)
>>> b"<edXML:BussinessDocType>0<" in data
True
>>> back = read_packet(data)
>>> back == packet, back.remarks, directive_of(back) == paper
(True, (), True)
"""

from danvan.integrations.edxml.agency import AgencyIdentifier, Scheme
from danvan.integrations.edxml.attachments import Attachment
from danvan.integrations.edxml.clerical import ClericalField, ClericalRecord, clerical_fields
from danvan.integrations.edxml.code import Code, DocumentId
from danvan.integrations.edxml.codes import (
    Action,
    DocumentType,
    Priority,
    Profile,
    Status,
    Steering,
    TypeRow,
    type_rows,
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
from danvan.integrations.edxml.papers import (
    directive_of,
    packet_of_directive,
    packet_of_report,
    report_of,
)
from danvan.integrations.edxml.reading import read_packet
from danvan.integrations.edxml.writing import write_packet

__all__ = [
    "Action",
    "AgencyIdentifier",
    "Answer",
    "Attachment",
    "Business",
    "ClericalField",
    "ClericalRecord",
    "Code",
    "Correspondent",
    "DocumentId",
    "DocumentType",
    "Packet",
    "Priority",
    "Profile",
    "ReceiverChange",
    "Remark",
    "Replacement",
    "Scheme",
    "Signer",
    "Status",
    "StatusPacket",
    "Steering",
    "Trace",
    "TypeRow",
    "clerical_fields",
    "directive_of",
    "faults",
    "packet_of_directive",
    "packet_of_report",
    "read_packet",
    "report_of",
    "type_rows",
    "write_packet",
]
