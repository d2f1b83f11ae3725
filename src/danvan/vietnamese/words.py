"""Numbers in words (thin: being written)."""

from decimal import Decimal
from fractions import Fraction


def to_words(number: int | Decimal | Fraction) -> str:
    """The number in words."""
    raise NotImplementedError


def from_words(text: str, /) -> int | Decimal | Fraction:
    """The number that words say."""
    raise NotImplementedError
