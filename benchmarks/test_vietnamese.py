"""danvan.vietnamese beside its peers, in one run.

    python -m pytest -n 0 benchmarks/test_vietnamese.py --benchmark-group-by=group

The group ``bench`` of pyproject.toml brings the peers.  ``test_promises``
measures every ratio the documentation states, and fails where one is not kept.
"""

import random
import timeit
from decimal import Decimal

import pytest

from danvan import vietnamese

num2words = pytest.importorskip("num2words").num2words
vietnam_number = pytest.importorskip("vietnam_number")
babel_numbers = pytest.importorskip("babel.numbers")
LOCALE = pytest.importorskip("babel").Locale("vi")

CHANCE = random.Random(20260701)  # noqa: S311  # the same figures in every run
NUMBERS = [CHANCE.randrange(1_000_000) for _ in range(1000)]
DECIMALS = [Decimal(CHANCE.randrange(10**9)).scaleb(-2) for _ in range(1000)]
WRITTEN = [vietnamese.format_number(value) for value in DECIMALS]
WORDS = [vietnamese.to_words(number) for number in NUMBERS]

# fmt: off
SURNAMES = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ",
    "Hồ", "Ngô", "Dương", "Lý", "Lò", "Giàng",
]
MIDDLES = [
    "Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Thanh", "Quang", "Xuân", "Thu", "Hồng", "Mạnh",
    "Quốc", "Bảo", "Gia", "Kim", "A", "Thúy",
]
GIVEN = [
    "An", "Ân", "Ánh", "Bình", "Bích", "Châu", "Chi", "Cường", "Dũng", "Dung", "Đức", "Đạt",
    "Giang", "Hà", "Hải", "Hằng", "Hiền", "Hòa", "Hoa", "Hùng", "Hương", "Khánh", "Lan", "Linh",
    "Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Nhung", "Phúc", "Phương", "Quân", "Quỳnh",
    "Sơn", "Tâm", "Thảo", "Thủy", "Trang", "Trung", "Tuấn", "Tú", "Vân", "Việt", "Yến",
]
# fmt: on
NAMES = [
    " ".join(
        (
            CHANCE.choice(SURNAMES),
            *CHANCE.choices(MIDDLES, k=CHANCE.choice((1, 1, 2))),
            CHANCE.choice(GIVEN),
        )
    )
    for _ in range(30_000)
]


def each(function, values):
    """A call that runs the function over all the values."""
    return lambda: [function(value) for value in values]


def icu_key():
    """The sort key of ICU itself."""
    icu = pytest.importorskip("icu")
    return icu.Collator.createInstance(icu.Locale("vi")).getSortKey


WAYS = {
    ("words", "danvan"): each(vietnamese.to_words, NUMBERS),
    ("words", "num2words"): each(lambda number: num2words(number, lang="vi"), NUMBERS),
    ("words", "vietnam_number"): each(vietnam_number.n2w, list(map(str, NUMBERS))),
    ("words back", "danvan"): each(vietnamese.from_words, WORDS),
    ("words back", "vietnam_number"): each(vietnam_number.w2n, WORDS),
    ("decimals", "danvan"): each(vietnamese.format_number, DECIMALS),
    ("decimals", "babel"): each(
        lambda value: babel_numbers.format_decimal(value, locale=LOCALE), DECIMALS
    ),
    ("parsing", "danvan"): each(vietnamese.parse_number, WRITTEN),
    ("parsing", "babel"): each(
        lambda text: babel_numbers.parse_decimal(text, locale=LOCALE, strict=True), WRITTEN
    ),
    ("sorting names", "danvan"): lambda: sorted(NAMES, key=vietnamese.sort_key),
    ("sorting names", "danvan, last word first"): lambda: sorted(
        NAMES, key=vietnamese.name_sort_key
    ),
}


@pytest.mark.parametrize(("group", "library"), WAYS, ids=[" | ".join(way) for way in WAYS])
def test_speed(benchmark, group, library):
    """Each way by itself, for the table."""
    benchmark.group = group
    benchmark(WAYS[group, library])


def test_speed_of_icu(benchmark):
    """ICU itself, which must give the same order."""
    key = icu_key()
    benchmark.group = "sorting names"
    assert benchmark(lambda: sorted(NAMES, key=key)) == sorted(NAMES, key=vietnamese.sort_key)


def seconds(function):
    """The best of several runs: the one least disturbed."""
    return min(timeit.repeat(function, number=1, repeat=9))


@pytest.mark.parametrize(
    ("group", "peer", "times"),
    [("words", "num2words", 2), ("words", "vietnam_number", 2), ("decimals", "babel", 5)],
)
def test_promises(group, peer, times):
    """At least so many times the calls per second of a peer."""
    ratio = seconds(WAYS[group, peer]) / seconds(WAYS[group, "danvan"])
    print(f"{group}: {ratio:.1f} times {peer}")  # shown with -s
    assert ratio >= times


def test_promise_of_sorting():
    """At most three times the time of ICU."""
    key = icu_key()
    ratio = seconds(WAYS["sorting names", "danvan"]) / seconds(lambda: sorted(NAMES, key=key))
    print(f"sorting names: {ratio:.2f} of the time of ICU")  # shown with -s
    assert ratio <= 3
