"""The names of the elements of WordprocessingML, as a parser of XML gives them."""

from __future__ import annotations

from typing import Final

__all__ = ["FALLBACK", "qn"]

_NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def qn(name: str) -> str:
    """The qualified name of an element or attribute.

    >>> qn("w:p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


FALLBACK: Final = qn("mc:Fallback")
"""What stands for a drawing where a program cannot show it: the same words once more."""
