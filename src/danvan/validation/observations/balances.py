"""Balances: what was carried over and came in is what was done and what is left.

Which indicators make a balance is data (``danvan/data/balances.toml``); a user's
own is one more :class:`Balance`.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue

__all__ = ["Balance", "balances"]


@frozen
class Balance:
    """Four indicators of one matter: opening + received = done + pending.

    Attributes:
        code: the key.
        name: what is balanced, in Vietnamese.
        opening: the code of what was carried over.
        received: of what came in.
        done: of what was dealt with.
        pending: of what is left at the end.
        source: where it was seen.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    opening: str = field(validator=_fields.text)
    received: str = field(validator=_fields.text)
    done: str = field(validator=_fields.text)
    pending: str = field(validator=_fields.text)
    source: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def balances() -> Catalogue[Balance]:
    """The balances danvan knows.

    >>> balances()["petitions"].opening
    'petitions.pending_before'
    """
    return Catalogue.read("balances", Balance)
