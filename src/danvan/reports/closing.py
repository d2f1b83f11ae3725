"""The foot of a paper: to whom it goes, and who signs it."""

from __future__ import annotations

from attrs import field, frozen

from danvan import _fields
from danvan.reports.paragraph import NOWHERE, Extent, one_line

__all__ = ["Recipient", "Signature"]


@frozen
class Recipient:
    """One line under "Nơi nhận".

    Attributes:
        name: who gets the paper, or what is done with it: ``"Lưu Văn phòng Huyện ủy"``.
        purpose: the words in brackets behind the name, ``"báo cáo"``; mostly empty.
        span: where it stands in ``report.text``.

    >>> str(Recipient("Thường trực Tỉnh ủy", "báo cáo"))
    'Thường trực Tỉnh ủy (báo cáo)'
    """

    name: str = field(validator=_fields.text)
    purpose: str = field(default="", validator=one_line)
    span: Extent = field(default=NOWHERE, eq=False)

    def __str__(self) -> str:
        return f"{self.name} ({self.purpose})" if self.purpose else self.name

    @property
    def is_file_copy(self) -> bool:
        """Whether this is the copy kept on file ("Lưu ...")."""
        return self.name.casefold().startswith("lưu")


@frozen
class Signature:
    """The block of the one who signs.

    Attributes:
        mandate: for whom he signs, as printed, a line each: ``"T/M BAN THƯỜNG VỤ"``;
            empty where the head signs directly.
        post: the post he signs in, ``"PHÓ BÍ THƯ"``.
        signer: his name.
        span: where the block stands in ``report.text``.
    """

    mandate: str = field(default="", validator=_fields.instance(str))
    post: str = field(default="", validator=one_line)
    signer: str = field(default="", validator=one_line)
    span: Extent = field(default=NOWHERE, eq=False)
