"""Posts and the lines above a signature: who signs for which body, and in which form.

The Party writes the mandate with a slash (T/M, K/T, T/L), the State and the
organizations of the Front with a dot (TM., KT., TL., TUQ., Q.).  A Party committee is
collective: its deputy secretaries sign on its behalf as its secretary does.  A deputy
of the State signs for the head (Hướng dẫn 36-HD/VPTW, 1.7.1; Nghị định 30/2020/NĐ-CP,
Điều 13 and Phụ lục I).

>>> from danvan.organizations import Organizations
>>> tree = Organizations.shipped("tam_duong")
>>> signing_lines(tree["tam_duong.party_standing_board"], "Phó Bí thư")
('T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ')
>>> signing_lines(tree["tam_duong.people_committee"], "Phó Chủ tịch")
('TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH')
>>> SigningLine.parse("T/L BAN THƯỜNG VỤ").mandate
Mandate.BY_ORDER
"""

from __future__ import annotations

import re
from typing import Self

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError, ParseError
from danvan.organizations.kinds import organization_kinds
from danvan.organizations.organization import Branch, Organization

__all__ = ["Mandate", "MandateStyle", "SigningLine", "signing_lines"]

_LINE = re.compile(r"(T/M|K/T|T/L|TM\.|KT\.|TL\.|TUQ\.|Q\.) (\S(?:.*\S)?)")


class Mandate(Word):
    """In whose place someone signs; the value is the mandate's letters."""

    ON_BEHALF = "TM"
    FOR_HEAD = "KT"
    BY_ORDER = "TL"
    BY_AUTHORITY = "TUQ"
    ACTING = "Q"


class MandateStyle(Word):
    """How a mandate is written: with the Party's slash or the State's dot."""

    PARTY = "party"
    STATE = "state"


@frozen
class SigningLine:
    """A line that says in whose place someone signs.

    Attributes:
        mandate: in which way.
        style: with a slash or a dot; "TUQ." and "Q." exist with a dot only.
        whom: the body or post, as printed.

    Raises:
        InvalidValueError: a mandate that does not exist in the style.
    """

    mandate: Mandate = field(validator=_fields.instance(Mandate))
    style: MandateStyle = field(validator=_fields.instance(MandateStyle))
    whom: str = field(validator=_fields.text)

    def __attrs_post_init__(self) -> None:
        if self.style is MandateStyle.PARTY and len(self.mandate.value) != 2:
            raise InvalidValueError(
                "SigningLine.mandate", self.mandate, "T/M, K/T or T/L with a slash"
            )
        if not _LINE.fullmatch(str(self)):
            raise InvalidValueError("SigningLine.whom", self.whom, "one line of text")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a line such as "T/M BAN THƯỜNG VỤ" or "KT. CHỦ TỊCH".

        Raises:
            ParseError: no mandate in either form, or nobody after it.
        """
        match = _LINE.fullmatch(text)
        if match is None:
            raise ParseError("signing line", text, "a form like T/M BAN THƯỜNG VỤ or KT. CHỦ TỊCH")
        letters, whom = match.groups()
        style = MandateStyle.PARTY if "/" in letters else MandateStyle.STATE
        return cls(Mandate(re.sub(r"[/.]", "", letters)), style, whom)

    def __str__(self) -> str:
        letters = self.mandate.value
        if self.style is MandateStyle.PARTY:
            return f"{'/'.join(letters)} {self.whom}"
        return f"{letters}. {self.whom}"


def signing_lines(organization: Organization, post: str) -> tuple[str, ...]:
    """The lines between the date and the name where a post of a body signs.

    Raises:
        InvalidValueError: a post that may not sign for the body, or a body of the Front,
            whose organizations each have rules of their own.
        UnknownCodeError: its kind is not in the catalogue.
    """
    kind = organization_kinds()[organization.kind]
    if organization.branch in {Branch.FRONT, Branch.TERRITORY} or not kind.head:
        want = "a body of the Party or the State with a head"
        raise InvalidValueError("signing lines", organization.full_name, want)
    if post not in (kind.head, *kind.deputies):
        raise InvalidValueError("signing lines", post, " or ".join((kind.head, *kind.deputies)))
    # "Ban Thường vụ Huyện ủy" signs as "Ban Thường vụ": the letterhead has said the rest.
    named = kind.name if organization.name.startswith(kind.name) else organization.name
    body = named.upper()
    head, printed = kind.head.upper(), post.upper()
    is_party = organization.branch is Branch.PARTY
    style = MandateStyle.PARTY if is_party else MandateStyle.STATE
    lines = [str(SigningLine(Mandate.ON_BEHALF, style, body))] if kind.collective else []
    if post != kind.head and not (is_party and kind.collective):
        lines.append(str(SigningLine(Mandate.FOR_HEAD, style, head)))
    return (*lines, printed)
