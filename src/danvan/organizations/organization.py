"""One body or place of the political system, as a value.

The name and the place are kept apart, because the same body exists at every
place: "Hội Liên hiệp Phụ nữ" of "huyện Tam Đường" and of "xã Bản Bo".

>>> from danvan.organizations import Branch, Level, Organization
>>> women = Organization(
...     "tam_duong.women", "Hội Liên hiệp Phụ nữ", "women", Level.DISTRICT, Branch.FRONT,
...     place="huyện Tam Đường", aliases=("Hội LHPN", "Hội Phụ nữ"))
>>> women.full_name
'Hội Liên hiệp Phụ nữ huyện Tam Đường'
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

import attrs
from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.errors import InvalidValueError

__all__ = ["FIRST_DAY_WITHOUT_DISTRICTS", "Branch", "Level", "Organization", "split_place"]

FIRST_DAY_WITHOUT_DISTRICTS: Final = date(2025, 7, 1)
_CODE = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")

# A Party committee and a Youth Union name their unit themselves: "Huyện ủy", "Tỉnh đoàn".
_NAMES_ITS_UNIT = ("ủy", "uỷ", "đoàn")


class Level(Word):
    """A level of the political system; the district is one until 30 June 2025 only."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    VILLAGE = "village"

    @property
    def depth(self) -> int:
        """How far below the top it lies: 0 for the centre, 4 for the village."""
        return list(Level).index(self)

    def exists_on(self, day: date) -> bool:
        """Whether there is such a level on a day (202/2025/QH15 for the district).

        >>> Level.DISTRICT.exists_on(date(2025, 6, 30)), Level.DISTRICT.exists_on(date(2025, 7, 1))
        (True, False)
        """
        return self is not Level.DISTRICT or day < FIRST_DAY_WITHOUT_DISTRICTS


class Branch(Word):
    """One of the systems of bodies that stand side by side over a territory."""

    PARTY = "party"
    STATE = "state"
    FRONT = "front"
    ARMED_FORCES = "armed_forces"
    JUDICIARY = "judiciary"
    TERRITORY = "territory"


def _code(owner: object, attribute: attrs.Attribute[str], value: object) -> None:
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        what = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(
            what, value, "a code of a-z, 0-9 and _ in parts joined by dots, like tam_duong.women"
        )


def _texts(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    _fields.tuple_of(str)(owner, attribute, value)
    for item in value:
        _fields.text(owner, attribute, item)


def split_place(place: str) -> tuple[str, str]:
    """Take the unit word off the name of a place.

    The unit word is written small and the proper name is not; a unit word that is
    part of the name, as in "Thành phố Hồ Chí Minh", is written large and stays.

    >>> split_place("thị trấn Tam Đường"), split_place("Thành phố Hồ Chí Minh")
    (('thị trấn', 'Tam Đường'), ('', 'Thành phố Hồ Chí Minh'))
    """
    words = place.split(" ")
    count = next((n for n, word in enumerate(words) if not word.islower()), len(words))
    return " ".join(words[:count]), " ".join(words[count:])


@frozen(cache_hash=True)
class Organization:
    """A body that reports or is reported on, or a place.

    Attributes:
        code: the key within its tree, such as ``"tam_duong.women"``.
        name: the full official name without the place: "Ủy ban nhân dân".
        kind: the code of its kind in :func:`~danvan.organizations.organization_kinds`.
        level: the level it stands at.
        branch: the system it belongs to.
        place: its place with the unit word, "xã Bản Bo"; "" where it has none.
        aliases: short names by which papers call it, without the place.
        opened: its first day; ``None`` where that is not known.
        closed: its last day; ``None`` while it is open.
        source: the directive or publication that names it, or "".
        opened_by: the directive that opened it, or "".
        closed_by: the directive that closed it, or "".

    Raises:
        InvalidValueError: a part is of the wrong form, or it closes before it opens.
    """

    code: str = field(validator=_code)
    name: str = field(validator=_fields.text)
    kind: str = field(validator=_code)
    level: Level = field(validator=_fields.instance(Level))
    branch: Branch = field(validator=_fields.instance(Branch))
    place: str = field(default="", validator=_fields.instance(str))
    aliases: tuple[str, ...] = field(default=(), validator=_texts)
    opened: date | None = field(default=None, validator=_fields.optional(_fields.day))
    closed: date | None = field(default=None, validator=_fields.optional(_fields.day))
    source: str = field(default="", validator=_fields.instance(str))
    opened_by: str = field(default="", validator=_fields.instance(str))
    closed_by: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        if self.place:
            _fields.text(self, attrs.fields(Organization).place, self.place)
        if self.opened and self.closed and self.closed < self.opened:
            raise InvalidValueError(
                "Organization.closed", self.closed, f"a day not before it opened, {self.opened}"
            )

    @property
    def full_name(self) -> str:
        """The official name with its place.

        A name that ends in the unit itself takes the proper name alone:
        "Huyện ủy Tam Đường", but "Đảng ủy xã Bản Bo".
        """
        if not self.place or self.place == self.name:
            return self.name
        unit, proper = split_place(self.place)
        *_, before, last = ("", *self.name.split(" "))
        if unit and proper and last in _NAMES_ITS_UNIT and before.lower() == unit.split(" ")[0]:
            return f"{self.name} {proper}"
        return f"{self.name} {self.place}"

    def is_open(self, on: date) -> bool:
        """Whether it is in being on a day; an unknown end reaches as far as one asks."""
        return (self.opened is None or self.opened <= on) and (
            self.closed is None or on <= self.closed
        )

    def _cells_(self) -> dict[str, object]:
        return {
            "Mã": self.code,
            "Tên": self.full_name,
            "Tên khác": notebook.some(self.aliases),
            "Từ ngày": self.opened,
            "Đến ngày": self.closed,
        }

    def _repr_html_(self) -> str:
        more = {"Thành lập theo": self.opened_by, "Kết thúc theo": self.closed_by}
        return notebook.record("", {**self._cells_(), **more, "Nguồn": self.source})

    def __str__(self) -> str:
        return self.full_name
