"""Every strategy by name: ``from danvan.testing import strategies as dst``.

Each draws everything its class can hold, unless an argument narrows it to what
is realistic; each says what it shrinks towards.

>>> from hypothesis import given
>>> @given(quantities())
... def figures_read_back(quantity):
...     assert type(quantity).parse(str(quantity)) == quantity
>>> figures_read_back()
"""

from danvan.testing.papers import paragraphs, reports, sections
from danvan.testing.records import (
    directives,
    indicators,
    observations,
    organizations,
    submissions,
    trees,
)
from danvan.testing.values import (
    codes,
    dates,
    decimals,
    document_numbers,
    intervals,
    periods,
    quantities,
    ratios,
    words,
)

__all__ = [
    "codes",
    "dates",
    "decimals",
    "directives",
    "document_numbers",
    "indicators",
    "intervals",
    "observations",
    "organizations",
    "paragraphs",
    "periods",
    "quantities",
    "ratios",
    "reports",
    "sections",
    "submissions",
    "trees",
    "words",
]
