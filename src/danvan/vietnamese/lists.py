"""Things in a row: "a, b và c".

>>> join_list(["Mặt trận", "Hội Nông dân", "Hội Cựu chiến binh"])
'Mặt trận, Hội Nông dân và Hội Cựu chiến binh'
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["join_list"]


def join_list(items: Iterable[str], *, last: str = "và") -> str:
    """The items with commas between them and a word before the last one.

    CLDR has the same form for ``vi``, and the tests hold it against Babel.

    >>> join_list([]), join_list(["xã"]), join_list(["xã", "huyện", "tỉnh"], last="hoặc")
    ('', 'xã', 'xã, huyện hoặc tỉnh')
    """
    *head, tail = items or [""]
    return f"{', '.join(head)} {last} {tail}" if head else tail
