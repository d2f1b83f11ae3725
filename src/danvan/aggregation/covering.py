"""Who has done a thing, who says they have not, and who says nothing."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.errors import UnknownCodeError
from danvan.indicators import Indicator, Missing, Observation, Role
from danvan.organizations import Organization, Organizations
from danvan.periods import Period

__all__ = ["Coverage", "coverage"]

_members = _fields.tuple_of(Organization)


@frozen
class Coverage:
    """The organizations that were to do a thing, in three lists.

    Attributes:
        indicator: what was to be done.
        done: those with a figure above zero.
        not_done: those with an explicit zero.
        silent: those with neither; they are not taken for zero.
        excused: those for whom it does not apply or is not due yet.

    ``str()`` says it in a line a list; notebooks show a table.
    """

    indicator: Indicator = field(validator=_fields.instance(Indicator))
    done: tuple[Organization, ...] = field(validator=_members)
    not_done: tuple[Organization, ...] = field(validator=_members)
    silent: tuple[Organization, ...] = field(validator=_members)
    excused: tuple[Organization, ...] = field(default=(), validator=_members)

    @property
    def among(self) -> int:
        """How many were to do it; the excused were not."""
        return len(self.done) + len(self.not_done) + len(self.silent)

    def _lists(self) -> tuple[tuple[str, tuple[Organization, ...]], ...]:
        lists = (
            ("đã thực hiện", self.done),
            ("chưa thực hiện", self.not_done),
            ("chưa có số liệu", self.silent),
            ("không thuộc diện hoặc chưa đến hạn", self.excused),
        )
        return tuple((name, members) for name, members in lists if members)

    def __str__(self) -> str:
        lines = [f"{self.indicator}: {len(self.done)}/{self.among}"]
        for name, members in self._lists():
            names = ", ".join(member.place or member.full_name for member in members)
            lines.append(f"  {name} ({len(members)}): {names}")
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        lists = self._lists()
        rows = (
            {"Tình trạng": name, "Số đơn vị": len(members), "Đơn vị": notebook.some(members, 40)}
            for name, members in lists
        )
        title = f"{self.indicator.name}: {len(self.done)}/{self.among} đơn vị đã thực hiện"
        return notebook.table(title, rows, len(lists))


def coverage(
    observations: Iterable[Observation],
    organizations: Organizations,
    *,
    indicator: str | Indicator,
    among: Iterable[str | Organization],
    period: Period | None = None,
) -> Coverage:
    """Sort organizations by whether they did a thing.

    A figure counts for the organization it was reported of, and for none above
    or below it; any of its figures above zero makes it done.

    Args:
        observations: the figures; those of other indicators, roles and organizations
            are not looked at, nor those of a part of the whole.
        organizations: the tree the codes are of.
        indicator: the indicator or its code.
        among: who was to do it.
        period: if given, only figures of a period within it count.

    Raises:
        UnknownCodeError: an organization of ``among`` that is not of the tree, or a
            code of an indicator that no observation has.

    >>> from danvan.indicators import indicators
    >>> from danvan.quantities import Quantity
    >>> tree, nine = Organizations.shipped("tam_duong"), Period.nine_months(2023)
    >>> held, none = Quantity.parse("01 cuộc"), Quantity.parse("0 cuộc")
    >>> communes = [f"tam_duong.communes.{name}.people_committee"
    ...             for name in ("ban_bo", "binh_lu", "khun_ha")]
    >>> print(coverage(
    ...     [Observation(indicators()["dialogues.sessions"], tree[code], nine, figure)
    ...      for code, figure in zip(communes, (held, none))],
    ...     tree, indicator="dialogues.sessions", among=communes))
    Số cuộc tiếp xúc, đối thoại trực tiếp với Nhân dân: 1/3
      đã thực hiện (1): xã Bản Bo
      chưa thực hiện (1): xã Bình Lư
      chưa có số liệu (1): xã Khun Há
    """
    code = indicator if isinstance(indicator, str) else indicator.code
    members = [organizations[one if isinstance(one, str) else one.code] for one in among]
    of_it = [one for one in observations if one.indicator.code == code]
    if not of_it and isinstance(indicator, str):
        raise UnknownCodeError("indicators of the observations", code)
    figures: dict[Organization, list[Observation]] = {}
    for one in of_it:
        whole = one.role is Role.ACTUAL and not one.breakdown
        if whole and (period is None or one.period in period):
            figures.setdefault(one.organization, []).append(one)
    lists: dict[str, list[Organization]] = {}
    for member in dict.fromkeys(members):
        lists.setdefault(_list_of(figures.get(member, [])), []).append(member)
    return Coverage(
        of_it[0].indicator if isinstance(indicator, str) else indicator,
        *(tuple(lists.get(name, ())) for name in ("done", "not_done", "silent", "excused")),
    )


def _list_of(figures: list[Observation]) -> str:
    quantities = [one.quantity for one in figures if one.quantity is not None]
    if any(one.value > 0 or one.high for one in quantities):
        return "done"
    if quantities:
        return "not_done"
    excused = (Missing.NOT_APPLICABLE, Missing.NOT_DUE)
    return "excused" if any(one.missing in excused for one in figures) else "silent"
