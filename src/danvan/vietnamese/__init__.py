"""Vietnamese as a language: its letters, their order, numbers, words and dates.

The layer every other one stands on, of use by itself: it knows no units, no
money, no reports.  Formatting and parsing are strict inverses; ``read_*``
functions take what papers really contain and say what was unusual about it.
Norms: Decree 30/2020/NĐ-CP for dates, the Law on Accounting for figures, CLDR
``vi`` for order, school grammar for words.

>>> format_number(1234567), parse_number("1.234,5"), to_words(1005)
('1.234.567', Decimal('1234.5'), 'một nghìn không trăm linh năm')
>>> from_words("hai mươi mốt"), sorted(["Ân", "ăn", "An", "ánh"], key=sort_key)
(21, ['An', 'ánh', 'ăn', 'Ân'])
>>> format_date(parse_date("05/9/2023")), fold("Ðảng ủy"), to_tone_style("Hoà Bình", "hòa")
('ngày 05 tháng 9 năm 2023', 'dang uy', 'Hòa Bình')
"""

from danvan.vietnamese.cleaning import Cleaned, clean
from danvan.vietnamese.collation import name_sort_key, sort_key
from danvan.vietnamese.date_reading import DateNote, DateReading, read_date
from danvan.vietnamese.dates import (
    format_date,
    format_month,
    format_quarter,
    format_weekday,
    parse_date,
    parse_month,
    parse_quarter,
)
from danvan.vietnamese.headings import HeadingKind, HeadingNumber
from danvan.vietnamese.legacy import LegacyEncoding, detect_legacy, from_legacy
from danvan.vietnamese.letters import (
    ToneStyle,
    capitalize,
    fold,
    lower,
    nfc,
    spelling_key,
    title,
    to_tone_style,
    upper,
)
from danvan.vietnamese.lists import join_list
from danvan.vietnamese.number_reading import NumberNote, NumberReading, read_number
from danvan.vietnamese.numbers import (
    format_number,
    format_percent,
    format_percentage_points,
    format_range,
    parse_number,
    parse_percent,
    parse_percentage_points,
    parse_range,
)
from danvan.vietnamese.numeral import Numeral
from danvan.vietnamese.roman import format_roman, parse_roman
from danvan.vietnamese.scales import format_chain, format_scaled, parse_scaled
from danvan.vietnamese.sexagenary import (
    is_year_name,
    new_year_name,
    parse_new_year,
    year_name,
    years_named,
)
from danvan.vietnamese.spoken import (
    amount_from_words,
    digits_from_words,
    from_words,
    ordinal_from_words,
)
from danvan.vietnamese.words import (
    amount_to_words,
    digits_to_words,
    ordinal_to_words,
    to_words,
    year_to_words,
)

__all__ = [
    "Cleaned",
    "DateNote",
    "DateReading",
    "HeadingKind",
    "HeadingNumber",
    "LegacyEncoding",
    "NumberNote",
    "NumberReading",
    "Numeral",
    "ToneStyle",
    "amount_from_words",
    "amount_to_words",
    "capitalize",
    "clean",
    "detect_legacy",
    "digits_from_words",
    "digits_to_words",
    "fold",
    "format_chain",
    "format_date",
    "format_month",
    "format_number",
    "format_percent",
    "format_percentage_points",
    "format_quarter",
    "format_range",
    "format_roman",
    "format_scaled",
    "format_weekday",
    "from_legacy",
    "from_words",
    "is_year_name",
    "join_list",
    "lower",
    "name_sort_key",
    "new_year_name",
    "nfc",
    "ordinal_from_words",
    "ordinal_to_words",
    "parse_date",
    "parse_month",
    "parse_new_year",
    "parse_number",
    "parse_percent",
    "parse_percentage_points",
    "parse_quarter",
    "parse_range",
    "parse_roman",
    "parse_scaled",
    "read_date",
    "read_number",
    "sort_key",
    "spelling_key",
    "title",
    "to_tone_style",
    "to_words",
    "upper",
    "year_name",
    "year_to_words",
    "years_named",
]
