"""Every strategy by name: ``from danvan.testing import strategies as dst``.

Each draws everything its class can hold, unless an argument narrows it to what
is realistic; each says what it shrinks towards.  :func:`anything` draws the classes
that have no strategy of their own here, :func:`messy` the words of a text as real
papers hold them.

>>> from hypothesis import given
>>> @given(quantities())
... def figures_read_back(quantity):
...     assert type(quantity).parse(str(quantity)) == quantity
>>> figures_read_back()
"""

from danvan.errors import MissingExtraError

try:
    from danvan.testing.everything import anything
    from danvan.testing.fitting import sources, spans
    from danvan.testing.messy import messy
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
except ImportError as error:
    raise MissingExtraError("danvan.testing.strategies", "hypothesis", "testing") from error

__all__ = [
    "anything",
    "codes",
    "dates",
    "decimals",
    "directives",
    "document_numbers",
    "indicators",
    "intervals",
    "messy",
    "observations",
    "organizations",
    "paragraphs",
    "periods",
    "quantities",
    "ratios",
    "reports",
    "sections",
    "sources",
    "spans",
    "submissions",
    "trees",
    "words",
]
