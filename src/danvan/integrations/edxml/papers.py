"""Directives and reports as packets, and back.

A packet holds the head and the foot of a paper; its words travel as a file beside
them.  What a packet cannot hold of a paper is said in its remarks.  A packet has no
place for secrecy: a paper marked secret is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from attrs import evolve

from danvan.directives import Confidence, Directive, document_kinds, kinds_with_symbol
from danvan.errors import InvalidValueError
from danvan.integrations.edxml.attachments import Attachment
from danvan.integrations.edxml.code import Code, DocumentId
from danvan.integrations.edxml.codes import DocumentType, Priority, Profile, table
from danvan.integrations.edxml.packet import Correspondent, Packet, Remark, Signer
from danvan.reports import Annex, Letterhead, Recipient, Report, Signature
from danvan.vietnamese.letters import fold

__all__ = ["directive_of", "packet_of_directive", "packet_of_report", "report_of"]

_NO_PLACE: Final = "an element for it; a packet has none"
_PURPOSE: Final = re.compile(r"(.+) \(([^()]+)\)")


def packet_of_directive(
    paper: Directive,
    sender: Correspondent,
    receivers: Iterable[Correspondent],
    *,
    attachments: Iterable[Attachment] = (),
    profile: Profile = Profile.ROW_IN_TYPE,
) -> Packet:
    """A new packet that brings a directive; ``attrs.evolve`` fills in what it does not know.

    Args:
        paper: the directive.
        sender: who sends it; the issuer's name stands in where it has none.
        receivers: to whom it goes.
        attachments: its files.
        profile: how the number of its kind is written.

    The packet's remarks name every part of the directive it cannot hold.
    """
    sender = sender if sender.name else evolve(sender, name=paper.issuer)
    number = paper.number
    return Packet(
        sender,
        tuple(receivers),
        Code.of(number),
        paper.issued_on,
        DocumentType.of(paper.kind, legal=number.year is not None, profile=profile),
        paper.title,
        content=paper.title,
        signer=Signer(position=paper.signer_post),
        document_id=_document_id(sender, paper),
        attachments=tuple(attachments),
        remarks=tuple(_left_out(paper, sender)),
    )


def _document_id(sender: Correspondent, paper: Directive) -> str:
    if not (sender.identifier and paper.issued_on):
        return ""
    return str(DocumentId(sender.identifier, paper.issued_on, str(paper.number)))


def _left_out(paper: Directive, sender: Correspondent) -> Iterator[Remark]:
    if sender.name != paper.issuer:
        want = f"the sender, {sender.name}; a packet names no other issuer"
        yield Remark("issuer", paper.issuer, want)
    parts = {
        "term": paper.term,
        "valid_from": paper.valid_from,
        "valid_to": paper.valid_to,
        "short_names": "; ".join(paper.short_names),
        "organization": paper.organization and paper.organization.code,
        "source": paper.source,
        "confidence": "" if paper.confidence is Confidence.SURE else paper.confidence.value,
    }
    yield from (Remark(name, str(part), _NO_PLACE) for name, part in parts.items() if part)


def directive_of(packet: Packet) -> Directive:
    """The directive a packet brings; its issuer is the sender.

    Raises:
        InvalidValueError: a number that is none, a kind no name or symbol tells, or no
            name of the sender.
    """
    number = packet.code.document_number
    if number is None:
        raise InvalidValueError("Code of the packet", packet.code.printed, "the number of a paper")
    kinds = packet.type.kinds()
    if not kinds and number.kind_code and not packet.type.name:
        kinds = kinds_with_symbol(number.kind_code)
    if len(kinds) != 1:
        raise InvalidValueError("TypeName of the packet", packet.type.name, "the name of one kind")
    return Directive(
        number,
        kinds[0].code,
        packet.sender.name,
        issued_on=packet.issued_on,
        title=packet.subject,
        signer_post=packet.signer.position,
    )


def packet_of_report(
    report: Report,
    sender: Correspondent,
    receivers: Iterable[Correspondent],
    *,
    attachments: Iterable[Attachment] = (),
    profile: Profile = Profile.ROW_IN_TYPE,
) -> Packet:
    """A new packet that brings a report or a plan.

    Args:
        report: the paper; its head and foot become the header.
        sender: who sends it; the names of the letterhead stand in where it has none.
        receivers: to whom it goes.
        attachments: its files, the paper itself among them.
        profile: how the number of its kind is written.

    Raises:
        InvalidValueError: it is marked secret.
    """
    head, foot = report.letterhead or Letterhead(), report.signature or Signature()
    if head.secrecy:
        want = "a paper without secrecy; packets have no place for it"
        raise InvalidValueError("Letterhead.secrecy", head.secrecy, want)
    sender = evolve(
        sender,
        name=sender.name or head.body,
        in_charge=sender.in_charge or head.upper_body,
    )
    files = tuple(attachments)
    number, day = report.number, report.issued_on
    known = [kind for kind in document_kinds() if fold(kind.name) == fold(report.kind)]
    kind = known[0].code if known else "official_letter"
    legal = number is not None and number.year is not None
    has_id = bool(number and day and sender.identifier)
    return Packet(
        sender,
        tuple(receivers),
        Code.of(number) if number else Code(),
        day,
        DocumentType.of(kind, legal=legal, profile=profile)
        if known or not report.kind
        else DocumentType(report.kind, 0, 0),
        report.title,
        content=report.title,
        place=head.place,
        signer=Signer(foot.mandate, foot.post, foot.signer),
        recipients=tuple(map(str, report.recipients)),
        priority=_urgencies().get(fold(head.urgency)) if head.urgency else Priority.NORMAL,
        appendixes=tuple(annex.title for annex in report.annexes if annex.title),
        document_id=str(DocumentId(sender.identifier, day, str(number)))  # type: ignore[arg-type]  # has_id
        if has_id
        else "",
        attachments=files,
        remarks=tuple(_left_out_of(report, head, sender, has_files=bool(files))),
    )


def _left_out_of(
    report: Report, head: Letterhead, sender: Correspondent, *, has_files: bool
) -> Iterator[Remark]:
    if head.body and sender.name != head.body:
        yield Remark("letterhead.body", head.body, f"the sender, {sender.name}")
    if head.upper_body and sender.in_charge != head.upper_body:
        yield Remark("letterhead.upper_body", head.upper_body, f"that of {sender.in_charge}")
    if head.urgency and fold(head.urgency) not in _urgencies():
        yield Remark("letterhead.urgency", head.urgency, f"one of {', '.join(_urgencies())}")
    for name, part in (("draft", head.draft), ("addressed_to", report.addressed_to)):
        if part:
            yield Remark(name, part, _NO_PLACE)
    if not has_files and any(report.paragraphs()):
        yield Remark("sections", report.name, "an attachment with the words of the paper")


def report_of(packet: Packet) -> Report:
    """The head and the foot of the paper a packet brings, without its words.

    The words are in a file of it: ``packet.attachments[0].read_report()``.
    """
    urgent = packet.priority not in (None, Priority.NORMAL)
    words = next((w for w, one in _urgencies().items() if one is packet.priority), "")
    line = " ".join
    signer = packet.signer
    return Report(
        packet.attachments[0].safe_name if packet.attachments else packet.code.printed or "packet",
        kind=line(packet.type.name.split()),
        title=line(packet.subject.split()),
        letterhead=Letterhead(
            upper_body=line(packet.sender.in_charge.split()),
            body=line(packet.sender.name.split()),
            number=packet.code.document_number,
            number_text=line(packet.code.printed.split()),
            place=line(packet.place.split()),
            issued_on=packet.issued_on,
            urgency=_words(packet.priority) if urgent and words else "",
        ),
        recipients=tuple(_recipient(line(text.split())) for text in packet.recipients),
        signature=Signature(
            signer.competence, line(signer.position.split()), line(signer.name.split())
        )
        if signer != Signer()
        else None,
        annexes=tuple(Annex(line(title.split())) for title in packet.appendixes),
    )


def _recipient(text: str) -> Recipient:
    found = _PURPOSE.fullmatch(text)
    return Recipient(found[1].strip(), found[2].strip()) if found else Recipient(text)


@cache
def _urgencies() -> dict[str, Priority]:
    """The degrees of urgency under their folded names, but for the ordinary one."""
    values = [one for one in table()["value"] if one["list"] == "Priority"]
    found = {fold(one["name"]): Priority(one["value"]) for one in values}
    return {name: one for name, one in found.items() if one is not Priority.NORMAL}


def _words(priority: Priority | None) -> str:
    values = table()["value"]
    names = [
        one["name"]
        for one in values
        if one["list"] == "Priority" and priority and one["value"] == priority.value
    ]
    return str(names[0]).upper()
