"""Where a bound lies, to the last letter."""

import pytest

from danvan.aggregation.combining import combined
from danvan.document_number import is_issuer
from danvan.errors import InvalidValueError
from danvan.indicators import Combination, Indicator, Kind
from danvan.quantities import STANDARD, Quantity, Tally, convert

POINTS = Indicator("own.points", "Điểm", "điểm", Kind.EXTREMUM)


def test_a_unit_has_at_most_two_hundred_letters():
    assert Quantity(5, "a" * 200).unit == "a" * 200
    with pytest.raises(InvalidValueError, match="at most 200 letters"):
        Quantity(5, "a" * 201)


def test_what_cannot_be_converted_is_named():
    with pytest.raises(InvalidValueError, match="a unit that a bare number can be changed into"):
        convert(Quantity(5), "ha")
    with pytest.raises(InvalidValueError, match="a unit that ha can be changed into"):
        convert(Quantity(5, "ha"), "đồng")


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("QH", True),
        ("QH15", True),
        ("QH9", True),
        ("UBND", True),
        ("UBND15", False),
        ("ABC", False),
        ("ABC15", False),
        ("", False),
    ],
)
def test_an_assembly_may_carry_its_number(code, known):
    assert is_issuer(code) is known


@pytest.mark.parametrize(
    ("how", "value"), [(Combination.MAXIMUM, 9), (Combination.MINIMUM, 4), (Combination.SUM, 20)]
)
def test_how_figures_are_combined(how, value):
    tallies = [Tally.of_all([Quantity(n, "điểm")], STANDARD) for n in (7, 4, 9)]
    tally, method = combined(POINTS, how, tallies, "months")
    assert tally.quantity("điểm").value == value
    assert method.endswith("over months")
