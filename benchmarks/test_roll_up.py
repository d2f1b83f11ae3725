"""A million observations rolled up to four levels at once, beside a bare loop of sums.

    python -m pytest -n 0 benchmarks/test_roll_up.py -s

The loop adds up and counts, level by level, and knows nothing of periods, words,
roles, stated totals or missing reports; ``roll_up`` stays within twice its time.  Its
sources are found again by their places, so a tuple of observations costs nothing more
to keep; a list is copied, for eight bytes an observation.
"""

import gc
import time
import tracemalloc
from decimal import Decimal

import pytest

from danvan.aggregation import roll_up
from danvan.indicators import Observation, indicators
from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.periods import Period
from danvan.quantities import Quantity

PROVINCES, DISTRICTS, COMMUNES = 63, 700, 10_500
MONTHS = [Period.month(year, month) for year in range(2016, 2024) for month in range(1, 13)]
LEVELS = ["commune", "district", "province", "central"]
TIMES_THE_LOOP = 2
MEGABYTES_BESIDE = 20


@pytest.fixture(scope="module")
def tree():
    made = [Organization("c", "Trung ương", "central", Level.CENTRAL, Branch.TERRITORY)]
    links = []

    def add(code, kind, level, parent):
        made.append(Organization(code, kind, kind, level, Branch.TERRITORY))
        links.append(Link(code, parent))

    for n in range(PROVINCES):
        add(f"p{n}", "province", Level.PROVINCE, "c")
    for n in range(DISTRICTS):
        add(f"d{n}", "district", Level.DISTRICT, f"p{n % PROVINCES}")
    for n in range(COMMUNES):
        add(f"x{n}", "commune", Level.COMMUNE, f"d{n % DISTRICTS}")
    return Organizations(tuple(made), tuple(links))


@pytest.fixture(scope="module")
def observations(tree):
    sessions = indicators()["propaganda.sessions"]
    figures = [Quantity(Decimal(n), "buổi") for n in range(500)]
    return tuple(
        Observation(sessions, commune, month, figures[(7 * m + 13 * n) % 500])
        for n, commune in enumerate(tree.at_level("commune"))
        for m, month in enumerate(MONTHS)
    )


def loop(observations, parent):
    """Sums and counts, bottom-up, in plain dicts."""
    sums, counts = {}, {}
    for one in observations:
        key = one.indicator.code, one.organization.code
        sums[key] = sums.get(key, 0) + one.quantity.value
        counts[key] = counts.get(key, 0) + 1
    level, numbers = sums, counts
    every, how_many = dict(sums), dict(counts)
    for _ in LEVELS[1:]:
        above, numbers_above = {}, {}
        for (indicator, code), value in level.items():
            key = indicator, parent[code]
            above[key] = above.get(key, 0) + value
            numbers_above[key] = numbers_above.get(key, 0) + numbers[indicator, code]
        every |= above
        how_many |= numbers_above
        level, numbers = above, numbers_above
    return every, how_many


def best_of(times, *runs):
    """The shortest time of each run, done in turn, and what each gave."""
    shortest, found = [float("inf")] * len(runs), [None] * len(runs)
    for _ in range(times):
        for at, run in enumerate(runs):
            found[at] = None
            gc.collect()
            start = time.process_time()
            found[at] = run()
            shortest[at] = min(shortest[at], time.process_time() - start)
    return *shortest, *found


def test_a_million_observations(tree, observations, capsys):
    parent = {one.code: above.code for one in tree if (above := tree.parent(one))}
    period = Period.years(2016, 2023)
    bare, taken, (sums, counts), totals = best_of(
        5,
        lambda: loop(observations, parent),
        lambda: roll_up(observations, tree, to=LEVELS, period=period),
    )
    assert len(totals) == len(sums)
    for one in totals:
        key = one.indicator.code, one.organization.code
        assert one.value.value == sums[key]
        assert len(one.sources) == counts[key]
    with capsys.disabled():
        print(f"\nloop {bare:.2f} s, roll_up {taken:.2f} s: {taken / bare:.1f} times")
    assert taken / bare < TIMES_THE_LOOP


def test_memory_beside_the_observations(tree, observations, capsys):
    period = Period.years(2016, 2023)
    gc.collect()
    tracemalloc.start()
    totals = roll_up(observations, tree, to=LEVELS, period=period)
    kept, peak = (size / 2**20 for size in tracemalloc.get_traced_memory())
    tracemalloc.stop()
    with capsys.disabled():
        print(f"\nkept {kept:.0f} MB, peak {peak:.0f} MB, {len(totals)} aggregates")
    assert peak < MEGABYTES_BESIDE
