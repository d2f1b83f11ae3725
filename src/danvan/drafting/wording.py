"""How figures are put into words: comparisons, shares of a plan, who has done a thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from attrs import evolve

from danvan.aggregation import Aggregate, Coverage
from danvan.errors import InvalidValueError
from danvan.indicators import Comparison, Fulfilment
from danvan.organizations import Organization
from danvan.organizations.organization import split_place
from danvan.quantities import Quantity, Ratio
from danvan.quantities.exact import EXACT, trimmed

__all__ = [
    "BLANK",
    "blank",
    "compared",
    "coverage_in_words",
    "fulfilled",
    "in_unit",
    "labels",
    "noun",
]

BLANK: Final = "……"
"""What stands where a figure or a passage is missing."""

_PERCENT: Final = "%"


def blank(unit: str) -> str:
    """The blank for a figure, with its unit: ``"…… buổi"``."""
    return f"{BLANK}{unit}" if unit[:1] in {"%", "‰"} else f"{BLANK} {unit}".rstrip()


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The same figure in another scale of its unit.

    Raises:
        InvalidValueError: the unit counts something else.

    >>> print(in_unit(Quantity.parse("431,6 triệu đồng"), "tỷ đồng"))
    0,4316 tỷ đồng
    """
    other = Quantity(1, unit)
    if other.base_unit != quantity.base_unit:
        raise InvalidValueError("figure", str(quantity), f"a figure in {other.base_unit}")
    if other.scale == quantity.scale:
        return evolve(quantity, unit=unit)
    factor = EXACT.divide(quantity.scale, other.scale)
    high = None if quantity.high is None else trimmed(EXACT.multiply(quantity.high, factor))
    value = trimmed(EXACT.multiply(quantity.value, factor))
    return evolve(quantity, value=value, unit=unit, high=high, padded=False)


def compared(now: Aggregate, before: Aggregate, *, in_percent: bool = False) -> str | None:
    """How a figure has moved: "tăng 51 hộ so với năm 2022"; ``None`` where nobody can tell.

    A figure with a qualifier ("trên 394 buổi") has no difference to another that
    could be printed as a number, and nothing rises by a share of zero.

    Args:
        now: the figure.
        before: the earlier one.
        in_percent: whether to say it as a share of the earlier figure: "tăng 5,7%".
    """
    if not (_is_exact(now.value) and _is_exact(before.value)):
        return None
    try:
        found = Comparison.between(now.value, before.value, before.period)
    except InvalidValueError:
        return None  # rounded figures that may be the same number, or different units
    if in_percent and found.by is not None:
        share = Ratio(Quantity(found.by.amount), Quantity(before.value.amount)).percent(1)
        if not share or now.value.base_unit == _PERCENT:
            return None
        return str(evolve(found, by=Quantity(trimmed(share), _PERCENT)))
    return str(found)


def fulfilled(done: Aggregate, plan: Aggregate) -> str | None:
    """How far a plan is fulfilled: "đạt 105% kế hoạch"; ``None`` where no share says it.

    A share of a share is none: 92% of a plan of 95% is not "đạt 96,8%".
    """
    exact = _is_exact(done.value) and plan.value.high is None
    if not exact or done.value.base_unit in {_PERCENT, ""}:
        return None
    try:
        found = Fulfilment(done.value, plan.value)
    except InvalidValueError:
        return None
    if found.percent() is None:
        return None
    year = plan.period != done.period and plan.period.contains(done.period)
    return f"{found} năm" if year else str(found)


def _is_exact(quantity: Quantity) -> bool:
    return quantity.qualifier is None and quantity.high is None


def noun(units: Sequence[Organization]) -> str:
    """What several units are called together: "xã, thị trấn", or "đơn vị"."""
    if not _by_place(units):
        return "đơn vị"
    counted = Counter(split_place(unit.place)[0] for unit in units)
    return ", ".join(word for word, _ in counted.most_common() if word) or "đơn vị"


def labels(units: Sequence[Organization]) -> dict[Organization, str]:
    """A short name for each unit, different for each.

    Units at different places go by these, those at one place by their names without it.
    """
    if _by_place(units):
        return {unit: unit.place for unit in units}
    if len({unit.place for unit in units}) == 1:
        named = {unit: unit.name for unit in units}
        if len(set(named.values())) == len(named):
            return named
    return {unit: unit.full_name for unit in units}


def _by_place(units: Sequence[Organization]) -> bool:
    places = [unit.place for unit in units]
    return len(units) > 1 and all(places) and len(set(places)) == len(places)


def coverage_in_words(coverage: Coverage, *, remaining: bool) -> tuple[str, str]:
    """Who did a thing, or who did not: "còn 2/13 xã chưa thực hiện (Khun Há, Tả Lèng)".

    Those who say nothing are named apart, in a remark behind it; nobody takes them for a no.

    Args:
        coverage: the three lists.
        remaining: whether it is those left over who are asked for.
    """
    everyone = (*coverage.done, *coverage.not_done, *coverage.silent)
    what, names = noun(everyone), _listed(everyone)

    def share(members: Sequence[Organization], words: str = "") -> str:
        return f"{len(members)}/{coverage.among} {what}{words}"

    def listed(members: Sequence[Organization]) -> str:
        return ", ".join(names[member] for member in members)

    remark = f"({share(coverage.silent, ' chưa có số liệu')}: {listed(coverage.silent)})"
    if not remaining:
        return share(coverage.done), remark
    if not coverage.not_done:
        return share(coverage.done, " đã thực hiện"), remark
    left = f"còn {share(coverage.not_done, ' chưa thực hiện')} ({listed(coverage.not_done)})"
    return left, remark


def _listed(units: Sequence[Organization]) -> dict[Organization, str]:
    """Names for a list that has already said what they are: "Khun Há" behind "xã"."""
    named = labels(units)
    if not _by_place(units):
        return named
    commonest = Counter(split_place(unit.place)[0] for unit in units).most_common(1)[0][0]
    plain = {
        unit: proper if word == commonest else unit.place
        for unit in units
        for word, proper in [split_place(unit.place)]
    }
    return plain if len(set(plain.values())) == len(plain) else named
