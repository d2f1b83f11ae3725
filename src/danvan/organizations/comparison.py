"""What differs between two trees, or between two days of one.

>>> from datetime import date
>>> from danvan.organizations import Organizations
>>> tree = Organizations.shipped("ban_mai")
>>> changes = compare(tree.on(date(2025, 6, 30)), tree.on(date(2025, 7, 1)))
>>> len(changes) == len(tree), str(changes[0])
(True, 'ban_mai.party: opened, Tỉnh ủy Ban Mai')
"""

from __future__ import annotations

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.organizations.organization import Organization
from danvan.organizations.tree import Organizations

__all__ = ["Change", "ChangeKind", "compare"]


class ChangeKind(Word):
    """How a code differs between two trees."""

    OPENED = "opened"
    CLOSED = "closed"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"


@frozen
class Change:
    """One difference of one code.

    Attributes:
        code: the code.
        kind: how it differs; ``CHANGED`` in something else than name, place or parent.
        before: what it was, or "" where it was not there.
        after: what it is, or "" where it is no more.
    """

    code: str = field(validator=_fields.text)
    kind: ChangeKind = field(validator=_fields.instance(ChangeKind))
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        said = " -> ".join(filter(None, (self.before, self.after)))
        return (
            f"{self.code}: {self.kind.value}, {said}" if said else f"{self.code}: {self.kind.value}"
        )


def compare(old: Organizations, new: Organizations) -> tuple[Change, ...]:
    """The differences in the order of the new tree, with what is closed at the end.

    The newest bearer of each code is compared, with its parent as on its last day.
    """
    found: list[Change] = []
    for code in dict.fromkeys(one.code for one in new):
        found.extend(_of_code(old, new, code))
    gone = dict.fromkeys(one.code for one in old if one.code not in new)
    found.extend(Change(code, ChangeKind.CLOSED, before=old[code].full_name) for code in gone)
    return tuple(found)


def _of_code(old: Organizations, new: Organizations, code: str) -> list[Change]:
    after = new[code]
    if code not in old:
        return [Change(code, ChangeKind.OPENED, after=after.full_name)]
    before = old[code]
    found = []
    if before.full_name != after.full_name:
        found.append(Change(code, ChangeKind.RENAMED, before.full_name, after.full_name))
    above, now_above = old.parent(before), new.parent(after)
    if _code(above) != _code(now_above):
        found.append(Change(code, ChangeKind.MOVED, _code(above), _code(now_above)))
    if not found and before != after:
        found.append(Change(code, ChangeKind.CHANGED))
    return found


def _code(one: Organization | None) -> str:
    return one.code if one else ""
