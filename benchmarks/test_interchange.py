"""Observations from JSON: beside cattrs's own converter and beside msgspec, in one run.

    python -m pytest benchmarks/test_interchange.py -s

The peers read their own natural JSON of the very same observations: every part a nested
object, Decimals as texts, nothing but what they need.  ``cattrs`` is its preconfigured JSON
converter with one hook, for Decimals.  ``msgspec`` decodes straight into attrs classes that
are equal to danvan's: the same parts and the same validators, run for each of them.  Beside
the two bounds stands a harder peer, told and not promised: msgspec into a class that holds
codes in the place of the organization and the indicator.
"""

import gc
import json
import time
from datetime import date
from decimal import Decimal

import attrs
import pytest
from attrs import field, frozen

from danvan import _fields
from danvan.indicators import (
    Breakdown,
    Indicator,
    Kind,
    Observation,
    indicators,
)
from danvan.indicators.indicator import Combination
from danvan.integrations.msgspec_observations import read_observations
from danvan.interchange import from_json, to_json
from danvan.organizations import Branch, Level, Organization
from danvan.periods import Period
from danvan.quantities import Qualifier, Quantity

cattrs_json = pytest.importorskip("cattrs.preconf.json")
msgspec = pytest.importorskip("msgspec")

COUNT = 200_000
OF_CATTRS, OF_MSGSPEC = 0.9, 0.75


@pytest.fixture(scope="module")
def observations():
    """A year of 40 indicators of 417 communes: figures as they come, every tenth "trên"."""
    counted = [one for one in indicators() if one.kind is Kind.FLOW and one.unit][:40]
    communes = [
        Organization(
            f"x{n}", f"Ủy ban nhân dân {n}", "people_committee", Level.COMMUNE, Branch.STATE,
            place=f"xã Bản {n}",
        )
        for n in range(417)
    ]  # fmt: skip
    over = Qualifier.parse("trên")
    return tuple(
        Observation(
            what := counted[n % len(counted)],
            communes[n // len(counted) % len(communes)],
            Period.month(2023, 1 + n // len(counted) // len(communes) % 12),
            Quantity(Decimal((7919 * n) % 100_003), what.unit, None if n % 10 else over),
            source="Báo cáo số 12-BC/HU",
        )
        for n in range(COUNT)
    )


def rate(read, *, times=2):
    """The observations a second of the best of two runs, and what the last one gave."""
    shortest, found = float("inf"), None
    for _ in range(times):
        found = None
        gc.collect()
        start = time.perf_counter()
        found = read()
        shortest = min(shortest, time.perf_counter() - start)
    return COUNT / shortest, found


def cattrs_converter():
    """cattrs's own converter, with the hooks it cannot do without."""
    converter = cattrs_json.make_converter()
    converter.register_unstructure_hook(Decimal, str)
    converter.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    return converter


@frozen
class EqualPeriod:
    first: date = field(validator=_fields.day)
    last: date = field(validator=_fields.day)

    __attrs_post_init__ = Period.__attrs_post_init__


QUANTITY = attrs.fields(Quantity)


@frozen
class EqualQuantity:
    value: Decimal = field(validator=QUANTITY.value.validator)
    unit: str = field(default="", validator=QUANTITY.unit.validator)
    qualifier: str | None = None
    high: Decimal | None = field(default=None, validator=QUANTITY.high.validator)
    padded: bool = field(default=False, validator=QUANTITY.padded.validator)

    __attrs_post_init__ = Quantity.__attrs_post_init__

    @property
    def sense(self):
        return self.qualifier and Qualifier.parse(self.qualifier).sense


INDICATOR = attrs.fields(Indicator)


@frozen
class EqualIndicator:
    code: str = field(validator=INDICATOR.code.validator)
    name: str = field(validator=INDICATOR.name.validator)
    unit: str = field(validator=INDICATOR.unit.validator)
    kind: Kind = field(validator=INDICATOR.kind.validator)
    name_en: str = field(default="", validator=INDICATOR.name_en.validator)
    counters: tuple[str, ...] = field(default=(), validator=INDICATOR.counters.validator)
    over_time: Combination = Combination.SUM
    over_organizations: Combination = Combination.SUM
    breakdowns: tuple[Breakdown, ...] = field(default=(), validator=INDICATOR.breakdowns.validator)
    concept: str = ""
    asked_by: str = ""
    office: str = ""
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = field(default=(), validator=INDICATOR.aliases.validator)
    valid_from: date | None = field(default=None, validator=INDICATOR.valid_from.validator)
    valid_to: date | None = field(default=None, validator=INDICATOR.valid_to.validator)


ORGANIZATION = attrs.fields(Organization)


@frozen
class EqualOrganization:
    code: str = field(validator=ORGANIZATION.code.validator)
    name: str = field(validator=ORGANIZATION.name.validator)
    kind: str = field(validator=ORGANIZATION.kind.validator)
    level: Level = field(validator=ORGANIZATION.level.validator)
    branch: Branch = field(validator=ORGANIZATION.branch.validator)
    place: str = field(default="", validator=ORGANIZATION.place.validator)
    aliases: tuple[str, ...] = field(default=(), validator=ORGANIZATION.aliases.validator)


def either(self):
    if (self.quantity is None) is (self.missing is None):
        raise ValueError("either a quantity or why it is missing")


def equal_observation(indicator, organization):
    """An attrs class with the parts and validators of an Observation."""
    own = attrs.fields_dict(attrs.resolve_types(Observation))
    parts = {
        "indicator": field(type=indicator, validator=_fields.instance(indicator)),
        "organization": field(type=organization, validator=_fields.instance(organization)),
        "period": field(type=EqualPeriod, validator=_fields.instance(EqualPeriod)),
        "quantity": field(
            type=EqualQuantity | None,
            default=None,
            validator=_fields.optional(_fields.instance(EqualQuantity)),
        ),
        "breakdown": field(
            type=tuple[tuple[str, str], ...], default=(), validator=_fields.tuple_of(tuple)
        ),
    } | {
        name: field(type=own[name].type, default=own[name].default, validator=own[name].validator)
        for name in ("role", "status", "scope", "reported_on", "missing", "source")
    }
    made = attrs.make_class(
        "EqualObservation", parts, frozen=True, slots=True,
        class_body={"__attrs_post_init__": either},
    )  # fmt: skip
    return attrs.resolve_types(made, globalns=globals())


def test_ordinary_beside_cattrs(observations, capsys):
    converter = cattrs_converter()
    theirs = json.dumps(converter.unstructure(observations), ensure_ascii=False).encode()
    ours = to_json(observations).encode()
    slow, read = rate(lambda: converter.structure(json.loads(theirs), tuple[Observation, ...]))
    assert read == observations
    del read
    fast, read = rate(lambda: from_json(ours, tuple[Observation, ...]))
    assert read == observations
    with capsys.disabled():
        print(
            f"\ncattrs {slow:,.0f} a second of {len(theirs) / 1e6:.0f} MB, "
            f"danvan {fast:,.0f} of {len(ours) / 1e6:.0f} MB: {fast / slow:.2f} times"
        )
    assert fast >= OF_CATTRS * slow


def test_bulk_beside_msgspec(observations, capsys):
    ours = to_json(observations).encode()
    fast, read = rate(lambda: read_observations(ours))
    assert read == observations
    del read
    rows = json.loads(ours)
    for row in rows:
        del row["danvan"]
    nested = msgspec.json.encode(rows)
    for row in rows:
        row["indicator"], row["organization"] = (
            row["indicator"]["code"],
            row["organization"]["code"],
        )
    lean = msgspec.json.encode(rows)
    del rows
    rates = []
    for data, parts in ((nested, (EqualIndicator, EqualOrganization)), (lean, (str, str))):
        decoder = msgspec.json.Decoder(list[equal_observation(*parts)])
        theirs, read = rate(lambda decoder=decoder, data=data: decoder.decode(data))
        assert len(read) == COUNT
        del read
        rates.append(theirs)
    with capsys.disabled():
        print(
            f"\nmsgspec {rates[0]:,.0f} a second, danvan {fast:,.0f}: {fast / rates[0]:.2f} times; "
            f"msgspec with codes only {rates[1]:,.0f}: {fast / rates[1]:.2f} times"
        )
    assert fast >= OF_MSGSPEC * rates[0]
