"""The clerical record of a paper, as NĐ 30/2020/NĐ-CP, Phụ lục VI, has offices keep it.

The names of the fields and their order are sure, some lengths are not; the table says
which (``data/clerical_record.toml``).  The form on the wire is left to the application:
the record is a mapping of names to texts, which JSON, CSV and XML hold alike.

>>> record = ClericalRecord(type_name="Kế hoạch", number="41", notation="KH-UBND",
...     issued_on=date(2023, 2, 10), organ_name="Ủy ban nhân dân huyện Tam Đường",
...     subject="Công tác dân vận năm 2023")
>>> record.to_fields()["IssuedDate"], ClericalRecord.from_fields(record.to_fields()) == record
('10/02/2023', True)
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.integrations.edxml.agency import AgencyIdentifier
from danvan.integrations.edxml.codes import Priority
from danvan.integrations.edxml.packet import Packet

__all__ = ["ClericalField", "ClericalRecord", "clerical_fields"]

_string = _fields.instance(str)
_count = _fields.optional(_fields.whole(0))
_day = _fields.optional(_fields.day)
_DATE: Final = re.compile(r"([0-9]{2})/([0-9]{2})/([0-9]{4})")


@frozen
class ClericalField:
    """One field of the record.

    Attributes:
        code: the part of :class:`ClericalRecord` that holds it.
        name: its name in the annex, ``"CodeNumber"``.
        type: ``"text"``, ``"number"`` or ``"date"``.
        length: the most letters or digits.
        meaning: what it is, in Vietnamese.
        source: where it was read.
        confidence: how sure the length is.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    type: str
    length: int
    meaning: str
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def clerical_fields() -> Catalogue[ClericalField]:
    """The fields of the record, in the order of the annex."""
    return Catalogue.read("clerical_record", ClericalField)


@frozen
class ClericalRecord:
    """What an office enters of one paper.

    Attributes:
        organ_id: the body that keeps the list of files (``OrganId``).
        file_catalog: the year the file was formed.
        file_notation: number and symbol of the file.
        ordinal: its place in the file.
        type_name: the kind.
        number, notation: number and symbol.
        issued_on: its date.
        organ_name: who issued it.
        subject: what it is about.
        language: the language.
        pages: how many pages.
        description: a note.
        signer_position, signer_name: who signed.
        priority: how urgent, or ``None``.
        copies: how many were issued.
        due_on: the day an answer is due.
        arrived_on, arrival_number: of an incoming paper, the day and number of arrival.
    """

    organ_id: str = field(default="", validator=_string)
    file_catalog: int | None = field(default=None, validator=_count)
    file_notation: str = field(default="", validator=_string)
    ordinal: int | None = field(default=None, validator=_count)
    type_name: str = field(default="", validator=_string)
    number: str = field(default="", validator=_string)
    notation: str = field(default="", validator=_string)
    issued_on: date | None = field(default=None, validator=_day)
    organ_name: str = field(default="", validator=_string)
    subject: str = field(default="", validator=_string)
    language: str = field(default="", validator=_string)
    pages: int | None = field(default=None, validator=_count)
    description: str = field(default="", validator=_string)
    signer_position: str = field(default="", validator=_string)
    signer_name: str = field(default="", validator=_string)
    priority: Priority | None = field(
        default=None, validator=_fields.optional(_fields.instance(Priority))
    )
    copies: int | None = field(default=None, validator=_count)
    due_on: date | None = field(default=None, validator=_day)
    arrived_on: date | None = field(default=None, validator=_day)
    arrival_number: int | None = field(default=None, validator=_count)

    @classmethod
    def of(cls, packet: Packet, **filing: Any) -> Self:
        """The record of the paper a packet brings.

        Args:
            packet: the packet.
            filing: what only the office knows: ``file_catalog``, ``arrived_on`` and so on.
        """
        return cls(
            type_name=packet.type.name,
            number=packet.code.number,
            notation=packet.code.notation,
            issued_on=packet.issued_on,
            organ_name=packet.sender.name,
            subject=packet.subject,
            pages=packet.pages,
            signer_position=packet.signer.position,
            signer_name=packet.signer.name,
            priority=packet.priority,
            copies=packet.copies,
            due_on=packet.due_on,
            **filing,
        )

    def to_fields(self, *, longest_identifier: int = 13) -> dict[str, str]:
        """The fields under their names; what is not known is not there.

        Args:
            longest_identifier: the letters an OrganId may have: 13, as in the annex, or
                35 where the receiver takes identifiers of QĐ 20/2020/QĐ-TTg.

        Raises:
            InvalidValueError: a text longer than its field, or not as such a record is
                written; the message names the field.
        """
        found = {}
        for one in clerical_fields():
            value = getattr(self, one.code)
            if value in (None, ""):
                continue
            text = _written(value)
            most = longest_identifier if one.code == "organ_id" else one.length
            if len(text) > most:
                raise InvalidValueError(one.name, text, f"at most {most} letters")
            if text != text.strip() or not unicodedata.is_normalized("NFC", text):
                raise InvalidValueError(one.name, text, "text in Unicode NFC, no space around it")
            found[one.name] = text
        if self.organ_id:
            AgencyIdentifier.parse(self.organ_id)
        return found

    @classmethod
    def from_fields(cls, fields: Mapping[str, str]) -> Self:
        """The record in such a mapping; empty fields are not known.

        Raises:
            InvalidValueError: a name that is none of the fields, or a text that is none of
                its type; the message names the field.
        """
        names = {one.name: one for one in clerical_fields()}
        if strange := sorted(set(fields) - set(names)):
            raise InvalidValueError("clerical record", ", ".join(strange), ", ".join(names))
        parts = {names[n].code: _read(names[n], t.strip()) for n, t in fields.items() if t.strip()}
        return cls(**parts)


def _written(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%d/%m/}{value.year:04}"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _read(one: ClericalField, text: str) -> Any:
    if one.type == "date":
        found = _DATE.fullmatch(text)
        try:
            if found:
                day, month, year = map(int, found.groups())
                return date(year, month, day)
        except ValueError:
            pass
        raise InvalidValueError(one.name, text, "a date as dd/MM/yyyy")
    if one.type == "number":
        if not re.fullmatch("[0-9]{1,9}", text):
            raise InvalidValueError(one.name, text, "a whole number")
        if one.code == "priority":
            return _priority(one, text)
        return int(text)
    return unicodedata.normalize("NFC", text)


def _priority(one: ClericalField, text: str) -> Priority:
    try:
        return Priority(text)
    except ValueError:
        want = f"one of {', '.join(member.value for member in Priority)}"
        raise InvalidValueError(one.name, text, want) from None
