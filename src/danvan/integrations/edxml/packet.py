"""A packet of the document systems as values: the paper's header, what is done with it, its files.

The parts are those of QCVN 102:2016 as amended (INTEROP 1.2), under English names;
each says the element it stands for.  Values are kept as they stand on the wire, so
that nothing odd is lost; what a written packet may not hold is told by
:func:`~danvan.integrations.edxml.faults`.
"""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from danvan import _fields
from danvan.errors import DanvanError, InvalidValueError
from danvan.integrations.edxml.attachments import Attachment
from danvan.integrations.edxml.code import Code
from danvan.integrations.edxml.codes import Action, DocumentType, Priority, Status, Steering
from danvan.messages import told

__all__ = [
    "Answer",
    "Business",
    "Correspondent",
    "Packet",
    "ReceiverChange",
    "Remark",
    "Replacement",
    "Signer",
    "StatusPacket",
    "Trace",
]

_string = _fields.instance(str)
_strings = _fields.tuple_of(str)
_flag = _fields.optional(_fields.instance(bool))
_count = _fields.optional(_fields.whole(0, 999_999_999))


@frozen
class Remark:
    """Something a packet held that is not as it should be, or could not hold.

    Attributes:
        path: the element, ``"MessageHeader/Code/CodeNumber"``, or the part of the paper.
        got: what stood there.
        want: what is wanted there, in words.
    """

    path: str = field(validator=_fields.text)
    got: str = field(validator=_string)
    want: str = field(validator=_fields.text)

    @property
    def error(self) -> DanvanError:
        """The same as the error that writing raises."""
        return InvalidValueError(self.path, self.got, self.want)

    def message(self, lang: str = "vi") -> str:
        """The sentence in a language."""
        return told(self.error, lang)

    def __str__(self) -> str:
        return str(self.error)


@frozen
class Correspondent:
    """Who sends a packet or gets it (``From``, ``To``): an office, never a person.

    Attributes:
        identifier: ``OrganId``.
        name: ``OrganName``.
        in_charge: ``OrganizationInCharge``, the body above it.
        address, email, telephone, fax, website: where the office is reached.
    """

    identifier: str = field(default="", validator=_string)
    name: str = field(default="", validator=_string)
    in_charge: str = field(default="", validator=_string)
    address: str = field(default="", validator=_string)
    email: str = field(default="", validator=_string)
    telephone: str = field(default="", validator=_string)
    fax: str = field(default="", validator=_string)
    website: str = field(default="", validator=_string)


@frozen
class Signer:
    """Who signed (``SignerInfo``).

    Attributes:
        competence: for whom he signs, ``"TL. BỘ TRƯỞNG"``.
        position: his post.
        name: ``FullName``.
    """

    competence: str = field(default="", validator=_string)
    position: str = field(default="", validator=_string)
    name: str = field(default="", validator=_string)


@frozen
class Answer:
    """A paper that a packet answers (``ResponseFor``).

    Attributes:
        identifier: ``OrganId`` of who issued it.
        code: its number and symbol as printed.
        issued_on: its date, or ``None``.
        document_id: ``DocumentId``.
    """

    identifier: str = field(default="", validator=_string)
    code: str = field(default="", validator=_string)
    issued_on: date | None = field(default=None, validator=_fields.optional(_fields.day))
    document_id: str = field(default="", validator=_string)


@frozen
class Trace:
    """A station a packet passed (``TraceHeader``)."""

    identifier: str = field(default="", validator=_string)
    at: datetime | None = field(
        default=None, validator=_fields.optional(_fields.instance(datetime))
    )


@frozen
class ReceiverChange:
    """A receiver that an update adds or takes away (``Receiver``).

    Attributes:
        identifier: ``OrganId``.
        type: ``ReceiverType``, 0 or 1; no source says which of the two adds.
    """

    identifier: str = field(validator=_string)
    type: str = field(default="", validator=_string)


@frozen
class Replacement:
    """A paper that a packet replaces (``ReplacementInfo``), and at whom."""

    document_id: str = field(validator=_string)
    identifiers: tuple[str, ...] = field(default=(), validator=_strings)


@frozen
class Business:
    """What a packet does (``Bussiness``, as the wire spells it).

    Attributes:
        action: new, revoke, update or replace.
        reason: why.
        document_id: the paper it is done to.
        paper: whether a copy on paper follows, or ``None``.
        content_changed: of an update, whether the content changed.
        receivers_changed: of an update, whether the receivers changed.
        receivers: the receivers that changed.
        replacements: what is replaced.
        department: the unit that handles it (``StaffInfo``); of the clerk himself
            danvan keeps nothing.
    """

    action: Action = field(default=Action.NEW, validator=_fields.instance(Action))
    reason: str = field(default="", validator=_string)
    document_id: str = field(default="", validator=_string)
    paper: bool | None = field(default=None, validator=_flag)
    content_changed: bool | None = field(default=None, validator=_flag)
    receivers_changed: bool | None = field(default=None, validator=_flag)
    receivers: tuple[ReceiverChange, ...] = field(
        default=(), validator=_fields.tuple_of(ReceiverChange)
    )
    replacements: tuple[Replacement, ...] = field(
        default=(), validator=_fields.tuple_of(Replacement)
    )
    department: str = field(default="", validator=_string)


@frozen
class Packet:
    """A packet that brings a paper.

    Attributes:
        sender: who sends it.
        receivers: to whom.
        code: number and symbol of the paper, apart.
        issued_on: ``PromulgationDate``.
        type: the kind of the paper.
        subject: what it is about (trích yếu).
        content: ``Content``, wanted by receivers; the subject again where there is no more.
        place: where it was issued.
        signer: who signed.
        due_on: ``DueDate``.
        recipients: the lines under "Nơi nhận" (``ToPlaces``).
        priority, steering: see the lists, or ``None``.
        sphere: ``SphereOfPromulgation``.
        typist: ``TyperNotation``, the typist's mark.
        copies: ``PromulgationAmount``.
        pages: ``PageAmount``.
        direction: ``Direction``, an extension of one kit.
        appendixes: the titles of its annexes.
        answers: the papers it answers.
        document_id: ``DocumentId``, see :class:`~danvan.integrations.edxml.DocumentId`.
        business: what is done with the paper.
        trace: the stations passed.
        attachments: its files, the paper itself among them.
        remarks: what reading put right or could not keep, or what an outgoing packet
            cannot hold of its paper; left out of comparisons.
    """

    sender: Correspondent = field(validator=_fields.instance(Correspondent))
    receivers: tuple[Correspondent, ...] = field(validator=_fields.tuple_of(Correspondent))
    code: Code = field(validator=_fields.instance(Code))
    issued_on: date | None = field(validator=_fields.optional(_fields.day))
    type: DocumentType = field(validator=_fields.instance(DocumentType))
    subject: str = field(validator=_string)
    content: str = field(default="", validator=_string)
    place: str = field(default="", validator=_string)
    signer: Signer = field(default=Signer(), validator=_fields.instance(Signer))
    due_on: date | None = field(default=None, validator=_fields.optional(_fields.day))
    recipients: tuple[str, ...] = field(default=(), validator=_strings)
    priority: Priority | None = field(
        default=None, validator=_fields.optional(_fields.instance(Priority))
    )
    steering: Steering | None = field(
        default=None, validator=_fields.optional(_fields.instance(Steering))
    )
    sphere: str = field(default="", validator=_string)
    typist: str = field(default="", validator=_string)
    copies: int | None = field(default=None, validator=_count)
    pages: int | None = field(default=None, validator=_count)
    direction: bool | None = field(default=None, validator=_flag)
    appendixes: tuple[str, ...] = field(default=(), validator=_strings)
    answers: tuple[Answer, ...] = field(default=(), validator=_fields.tuple_of(Answer))
    document_id: str = field(default="", validator=_string)
    business: Business = field(default=Business(), validator=_fields.instance(Business))
    trace: tuple[Trace, ...] = field(default=(), validator=_fields.tuple_of(Trace))
    attachments: tuple[Attachment, ...] = field(default=(), validator=_fields.tuple_of(Attachment))
    remarks: tuple[Remark, ...] = field(default=(), validator=_fields.tuple_of(Remark), eq=False)


@frozen
class StatusPacket:
    """A packet that says what became of another.

    Attributes:
        answer: the paper it speaks of.
        sender: who says so.
        status: what became of it, or ``None`` where the code is none of the list.
        description: the same in words.
        at: when.
        department: the unit that says so.
        remarks: what reading put right or could not keep; left out of comparisons.
    """

    answer: Answer = field(validator=_fields.instance(Answer))
    sender: Correspondent = field(validator=_fields.instance(Correspondent))
    status: Status | None = field(validator=_fields.optional(_fields.instance(Status)))
    description: str = field(default="", validator=_string)
    at: datetime | None = field(
        default=None, validator=_fields.optional(_fields.instance(datetime))
    )
    department: str = field(default="", validator=_string)
    remarks: tuple[Remark, ...] = field(default=(), validator=_fields.tuple_of(Remark), eq=False)
