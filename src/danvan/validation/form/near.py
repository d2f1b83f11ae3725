"""Whether two words differ by one letter or one mark."""

from __future__ import annotations

from unicodedata import normalize

__all__ = ["one_apart"]


def one_apart(one: str, other: str) -> bool:
    """Whether two texts differ by exactly one letter or mark: one more, one less or another.

    A letter and its marks count apart, so that ơ for o is one, and ờ for o two.

    >>> one_apart("Nà Tăm", "Nà Tám"), one_apart("Nà Tăm", "Na Tam"), one_apart("Sơn", "Sơn")
    (True, False, False)
    """
    one, other = normalize("NFD", one), normalize("NFD", other)
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    return (
        one[at + 1 :] == other[at + 1 :]
        or one[at:] == other[at + 1 :]
        or one[at + 1 :] == other[at:]
    )
