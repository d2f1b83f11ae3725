"""Misspelled names of places compared by rapidfuzz, which the extra ``fuzzy`` brings.

Without it :func:`~danvan.reading.find_organizations` compares by difflib, which gives
much the same answers; in a tree of ten thousand communes it takes five times as long.

>>> from danvan.organizations import Organizations
>>> from danvan.reading import find_organizations
>>> tree = Organizations.shipped("tam_duong")
>>> (mention,) = find_organizations("xã Bản Giăn", tree, scorer=compare_letters)
>>> [(one.organization.name, one.score) for one in mention.candidates], mention.best
([('xã Bản Giang', 0.74)], None)
"""

from __future__ import annotations

from danvan.errors import MissingExtraError

try:
    from rapidfuzz.distance import Indel
except ImportError as error:
    raise MissingExtraError("danvan.integrations.fuzzy", "rapidfuzz", "fuzzy") from error

__all__ = ["compare_letters"]


def compare_letters(one: str, other: str) -> float:
    """How alike two names are, from 0 to 1: how many of their letters both have in order.

    >>> compare_letters("bangian", "bangiang")
    0.9333333333333333
    """
    return Indel.normalized_similarity(one, other)
