"""Identifiers of agencies (mã định danh điện tử), in the two forms that are alive side by side.

QCVN 102:2016 writes four groups with the highest level on the right,
``000.00.11.H53``; QĐ 20/2020/QĐ-TTg writes it on the left, ``H53.11``, in at most 35
characters.  What body an identifier stands for is dated data of its issuer, never
computed from a name; nor is one form turned into the other, as no rule for it was found.

>>> stc = AgencyIdentifier.parse("000.00.11.H53")
>>> stc.scheme.name, stc.root, [str(one) for one in stc.ancestors()]
('QCVN_102_2016', 'H53', ['000.00.00.H53'])
>>> [str(one) for one in AgencyIdentifier.parse("H55.242.7").ancestors()]
['H55.242', 'H55']
"""

from __future__ import annotations

import re
from typing import Any, Final, Self

from attrs import field, frozen

from danvan._enums import Word
from danvan.errors import InvalidValueError, ParseError

__all__ = ["AgencyIdentifier", "Scheme"]

_OLD: Final = re.compile(r"[0-9]{3}\.[0-9]{2}\.[0-9]{2}\.[A-Z][0-9]{2}")
_NEW: Final = re.compile(r"[A-Z][0-9]{2}(?:\.[0-9A-Z]+)*")
_LONGEST: Final = 35
_WANT: Final = "a form like 000.00.11.H53, or H53.11 in at most 35 characters"


class Scheme(Word):
    """The rules an identifier follows."""

    QCVN_102_2016 = "qcvn102-2016"
    """Four groups, the highest level on the right."""
    QD_20_2020 = "qd20-2020"
    """Groups from the highest level on the left, at most 35 characters."""


def _scheme(text: str) -> Scheme | None:
    if _OLD.fullmatch(text):
        return Scheme.QCVN_102_2016
    if len(text) <= _LONGEST and _NEW.fullmatch(text):
        return Scheme.QD_20_2020
    return None


def _form(owner: object, _: object, value: Any) -> None:
    if not isinstance(value, str) or _scheme(value) is None:
        raise InvalidValueError(f"{type(owner).__name__}.text", value, _WANT)


@frozen(repr=False)
class AgencyIdentifier:
    """One identifier of an agency; ``str()`` and :meth:`parse` are inverse to each other.

    Attributes:
        text: the identifier as written.

    Raises:
        InvalidValueError: neither of the two forms.

    Source: INTEROP 2 (QĐ 3739/QĐ-UBND Quảng Ninh 2016 for the old form: sure;
    QĐ 20/2020/QĐ-TTg for the length and order of the new one: sure, its letters: likely).
    """

    text: str = field(validator=_form)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an identifier.

        Raises:
            ParseError: neither of the two forms.
        """
        if _scheme(text) is None:
            raise ParseError("agency identifier", text, _WANT)
        return cls(text)

    @property
    def scheme(self) -> Scheme:
        """Whose form it has."""
        return Scheme.QCVN_102_2016 if _OLD.fullmatch(self.text) else Scheme.QD_20_2020

    @property
    def root(self) -> str:
        """The code of its ministry, province or central body: ``"H53"``."""
        groups = self.text.split(".")
        return groups[-1] if self.scheme is Scheme.QCVN_102_2016 else groups[0]

    def ancestors(self) -> tuple[AgencyIdentifier, ...]:
        """The identifiers above it, the nearest first."""
        groups = self.text.split(".")
        if self.scheme is Scheme.QD_20_2020:
            above = [".".join(groups[:n]) for n in range(len(groups) - 1, 0, -1)]
            return tuple(AgencyIdentifier(text) for text in above)
        found = []
        for at in range(3):
            if groups[at].strip("0"):
                groups[at] = "0" * len(groups[at])
                found.append(AgencyIdentifier(".".join(groups)))
        return tuple(found)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"AgencyIdentifier.parse({self.text!r})"
