"""The doors of figures: whatever was reported is added up, checked, compared and written out."""

import contextlib
import itertools
from functools import partial

import attrs

import danvan as dv
from danvan.aggregation import broken_down, cumulative, doubles, in_period
from danvan.drafting import compare_figures
from danvan.indicators import Role, Scope, Status, indicators
from danvan.integrations import dhis2, sdmx
from danvan.interchange import to_json
from danvan.quantities import Ratio, convert, total
from danvan.validation import check_observations, check_totals
from hardening import mangled
from hardening.doors import Entry
from hardening.of_values import FIGURES, PERIODS
from hardening.trees import province

NUMERALS = ["0", "1", "12", "394", "2.639", "33.283", "1.234,5", "85,48", "0,001", "999" + ".999" * 8, "1" + ".000" * 9, "0," + "3" * 20]  # fmt: skip
WORDS = ["", "", "", "trên ", "gần ", "khoảng ", "ít nhất ", "không quá ", "dưới ", "hơn "]
UNITS = [
    "",
    "buổi",
    "lượt người",
    "hộ",
    "đơn",
    "đồng",
    "nghìn đồng",
    "triệu đồng",
    "tỷ đồng",
    "nghìn tỷ đồng",
    "%",
    "ha",
    "mô hình",
    "m²",
    "điểm",
]


def quantity(dice):
    """What a cell may say: most often a figure, of any size and unit."""
    if dice.random() < 0.1:
        return mangled.text(dice, FIGURES, 300)
    numeral = dice.choice(NUMERALS)
    if dice.random() < 0.2:
        numeral = f"{numeral} - {dice.choice(NUMERALS)}"
    return f"{dice.choice(WORDS)}{numeral} {dice.choice(UNITS)}".strip()


def observation(dice):
    """One figure of somebody for some time, if it can be one at all."""
    indicator = dice.choice(tuple(indicators()))
    who = dice.choice(tuple(province()))
    stated = dv.Quantity.parse(quantity(dice))
    if indicator.accepts(indicator.unit) and dice.random() < 0.7:
        stated = attrs.evolve(stated, unit=indicator.unit)
    pairs = tuple(
        (one.dimension, dice.choice(one.values))
        for one in indicator.breakdowns
        if one.values and dice.random() < 0.3
    )
    return dv.Observation(
        indicator, who, dv.Period.parse(dice.choice(PERIODS[:6])), stated, breakdown=pairs, role=dice.choice(list(Role)),
        scope=dice.choice(list(Scope)), status=dice.choice(list(Status)),
    )  # fmt: skip


def figures(dice):
    """A list of figures, those of one indicator more often than not together."""
    found = []
    for _ in range(dice.randrange(1, 9)):
        with contextlib.suppress(dv.DanvanError):
            found.append(observation(dice))
    for one in tuple(found):
        for _ in range(dice.randrange(4)):
            with contextlib.suppress(dv.DanvanError):
                other = dv.Quantity.parse(quantity(dice))
                other = attrs.evolve(other, unit=one.indicator.unit)
                found.append(
                    dv.Observation(
                        one.indicator,
                        dice.choice(tuple(province())),
                        one.period,
                        other,
                        breakdown=one.breakdown,
                    )
                )
    return found


def used(observed):
    """Every way from figures on; one that is refused does not stop the next."""
    tree, year = province(), dv.Period.year(2023)
    ways = [
        lambda: [
            finding.message(lang)
            for finding in check_observations(observed, tree)
            for lang in ("vi", "en")
        ],
        lambda: [
            str(one)
            for one in cumulative([(figure.period, figure.quantity.hard()) for figure in observed])
        ],
        lambda: [
            str(one)
            for one in in_period([(figure.period, figure.quantity.hard()) for figure in observed])
        ],
        lambda: total([one.quantity for one in observed]),
        lambda: compare_figures(observed[::2], observed[1::2]).to_html(),
        lambda: sdmx.write_csv(observed),
        lambda: dhis2.write_data_value_set(dhis2.DataValueSet(tuple(observed))),
        lambda: to_json(tuple(observed)),
        lambda: [
            Ratio(one.quantity, other.quantity).percent()
            for one, other in itertools.pairwise(observed)
        ],
        lambda: [convert(one.quantity, unit) for one in observed for unit in UNITS],
        lambda: [one.quantity.exceeds(other.quantity) for one in observed for other in observed],
    ]
    for to in ("province", "commune"):
        ways += [
            partial(added_up, observed, to, when) for when in (year, dv.Period.nine_months(2023))
        ]
    for way in ways:
        with contextlib.suppress(dv.DanvanError):
            way()


def added_up(observed, to, period):
    found = dv.roll_up(observed, province(), to=to, period=period)
    [finding.message("en") for finding in check_totals(found)]
    (
        doubles(found),
        broken_down(found),
        str(found),
        [one.explain() for one in found],
        found._repr_html_(),
    )
    return to_json(found)


def entries():
    yield Entry("figures: used", used, figures, 0.05)
