"""Strategies for the small values: numbers of papers, figures, periods."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from danvan.document_number import DocumentNumber, NumberStyle
from danvan.errors import InvalidValueError
from danvan.periods import Period
from danvan.quantities import Interval, Qualifier, Quantity, Ratio, qualifiers, units

__all__ = [
    "codes",
    "dates",
    "decimals",
    "document_numbers",
    "intervals",
    "periods",
    "quantities",
    "ratios",
    "words",
]

LETTERS = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạấầẩẫậắằẳẵặèéẻẽẹếềểễệìíỉĩịòóỏõọốồổỗộớờởỡợùúủũụứừửữựỳýỷỹỵ"
)


def dates(
    first: date = date(1930, 2, 3), last: date = date(2100, 12, 31)
) -> st.SearchStrategy[date]:
    """Days; shrinks towards 1 January 2000."""
    return st.dates(first, last)


def words(*, most: int = 4) -> st.SearchStrategy[str]:
    """Words of Vietnamese letters with single spaces; shrinks towards ``"a"``."""
    word = st.text(LETTERS, min_size=1, max_size=7)
    return st.lists(word, min_size=1, max_size=most).map(" ".join)


def decimals(*, least: int = 0, places: int = 4) -> st.SearchStrategy[Decimal]:
    """Exact numbers from ``least`` up, with their written decimals; shrinks towards it."""
    return st.builds(
        lambda whole, part: Decimal(whole).scaleb(-part),
        st.integers(least, 10**12),
        st.integers(0, places),
    ).filter(lambda number: number >= least)


def codes() -> st.SearchStrategy[str]:
    """Codes as they stand in the symbol of a paper; shrinks towards ``"A"``."""
    return st.from_regex(r"[A-ZĐƯ][A-ZĐƯa-z0-9]{0,7}", fullmatch=True)


@st.composite
def document_numbers(
    draw: st.DrawFn, *, style: NumberStyle | None = None, known: bool = False
) -> DocumentNumber:
    """Numbers of papers: everything constructible, or only realistic ones.

    Args:
        draw: given by Hypothesis.
        style: only numbers of this style.
        known: only kinds and issuers that the catalogues hold.

    Shrinks towards 01 and short codes.
    """
    if known:
        text = draw(st.sampled_from(KNOWN_SYMBOLS))
        return DocumentNumber.parse(f"{draw(st.integers(1, 9999)):02d}{text}")
    serial = draw(st.integers(1, 99_999))
    wanted = draw(st.sampled_from(NumberStyle)) if style is None else style
    year = None if wanted is NumberStyle.PARTY else draw(st.none() | st.integers(1900, 2099))
    kind = draw(st.sampled_from(["QĐ", "KH", "BC", "NQ", "CTr", None]) | codes())
    issuers = tuple(draw(st.lists(codes(), max_size=3)))
    for parts in ((kind, issuers), (kind, ("TW", *issuers)), ("QĐ", ("TW", *issuers))):
        try:
            return DocumentNumber(serial, *parts, year=year, style=wanted)
        except InvalidValueError:
            continue  # the class refuses parts that would be read back as others
    return DocumentNumber(serial, "QĐ", ("TW",), style=wanted)


KNOWN_SYMBOLS = (
    "-QĐ/TW", "-NQ/TW", "-CT/TW", "-KL/TU", "-KH/HU", "-BC/ĐU", "-HD/BDVTU", "-CTr/BDVHU-UBND",
    "/KH-UBND", "/BC-TTT", "/UBND-NV", "/2020/NĐ-CP", "/2022/QH15", "/2007/PL-UBTVQH11",
)  # fmt: skip


def _fits(unit: str, qualifier: Qualifier | None, value: Decimal, high: Decimal | None) -> Any:
    try:
        return Quantity(value, unit, qualifier, high=high)
    except InvalidValueError:
        return None


@st.composite
def quantities(draw: st.DrawFn, *, unit: str | None = None, exact: bool = False) -> Quantity:
    """Figures with unit and qualifier, everything constructible.

    Args:
        draw: given by Hypothesis.
        unit: only figures in this unit.
        exact: only plain numbers, without qualifier and range.

    Shrinks towards 0 without qualifier.
    """
    known = st.sampled_from([one.word for one in units()] + ["triệu đồng", "nghìn lượt người", "%"])
    counted = draw(known | words()) if unit is None else unit
    value = draw(decimals())
    if exact:
        return Quantity(value, counted)
    qualifier = draw(st.none() | st.sampled_from(list(qualifiers())))
    high = draw(st.none() | decimals(least=1).map(lambda more: value + more))
    candidates = [(counted, qualifier, value, high), (counted, None, value, high)]
    candidates += [(counted, None, value, None), ("", None, value, None)]
    found = next(q for parts in candidates if (q := _fits(*parts)) is not None)
    padded = draw(st.booleans())
    return Quantity(found.value, found.unit, found.qualifier, high=found.high, padded=padded)


def ratios() -> st.SearchStrategy[Ratio]:
    """Two figures of one kind, the second with the unit; shrinks towards 0/0."""
    unit = st.sampled_from(["", "xã", "hộ", "đơn"])
    return st.builds(
        lambda part, whole, unit: Ratio(Quantity(part), Quantity(whole, unit)),
        decimals(places=2),
        decimals(places=2),
        unit,
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals with open, closed and endless ends; shrinks towards the point 0."""
    low, high = sorted(draw(st.tuples(decimals(), decimals())))
    if low == high:
        return Interval.point(low)
    ends = draw(st.tuples(st.booleans(), st.booleans(), st.booleans(), st.booleans()))
    return Interval(
        None if ends[0] else low,
        None if ends[1] else high,
        low_closed=ends[2] and not ends[0],
        high_closed=ends[3] and not ends[1],
    )


@st.composite
def periods(draw: st.DrawFn, *, reporting: bool = False) -> Period:
    """Periods from any day to any other.

    Args:
        draw: given by Hypothesis.
        reporting: only those an office reports on: month, quarter, half, nine months, year.

    Shrinks towards the year 2000.
    """
    if reporting or draw(st.booleans()):
        year = draw(st.integers(1945, 2099))
        first, last = draw(
            st.sampled_from(
                [(1, 12), (1, 9), (1, 6), (7, 12), *((3 * n + 1, 3 * n + 3) for n in range(4))]
                + [(month, month) for month in range(1, 13)]
            )
        )
        return Period.months(year, first, last)
    first_day, last_day = sorted(draw(st.tuples(dates(), dates())))
    return Period(first_day, last_day)
