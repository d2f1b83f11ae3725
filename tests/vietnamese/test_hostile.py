"""Long and broken input: refused or read in time that grows with its length only."""

import time

import pytest

from danvan import vietnamese
from danvan.errors import DanvanError

READERS = [
    vietnamese.HeadingNumber.parse,
    vietnamese.Numeral.parse,
    vietnamese.clean,
    vietnamese.detect_legacy,
    vietnamese.digits_from_words,
    vietnamese.fold,
    vietnamese.from_words,
    vietnamese.ordinal_from_words,
    vietnamese.parse_date,
    vietnamese.parse_month,
    vietnamese.parse_new_year,
    vietnamese.parse_number,
    vietnamese.parse_percent,
    vietnamese.parse_quarter,
    vietnamese.parse_range,
    vietnamese.parse_roman,
    vietnamese.parse_scaled,
    vietnamese.read_date,
    vietnamese.read_number,
    vietnamese.sort_key,
    vietnamese.spelling_key,
    vietnamese.title,
    vietnamese.years_named,
]


@pytest.mark.parametrize(
    "unit", ["1", ".000", "1 tỷ ", "một ", "tỷ ", "I", " ", "oà", "©", "e\u0323\u200b"]
)
def test_a_long_text_takes_no_long_time(unit):
    text = unit * (60_000 // len(unit))
    for read in READERS:
        for broken in (text, f"1{text}!"):
            start = time.process_time()
            try:
                read(broken)
            except DanvanError as error:
                assert str(error)
            assert time.process_time() - start < 2, read
