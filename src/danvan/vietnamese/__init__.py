"""Vietnamese as a language of letters, numbers and dates; it knows nothing of reports."""

from danvan.vietnamese.cleaning import Cleaned, clean
from danvan.vietnamese.collation import name_sort_key, sort_key
from danvan.vietnamese.dates import format_date, parse_date
from danvan.vietnamese.letters import ToneStyle, fold, nfc, spelling_key, to_tone_style
from danvan.vietnamese.numbers import format_number, parse_number
from danvan.vietnamese.spoken import from_words
from danvan.vietnamese.words import to_words

__all__ = [
    "Cleaned",
    "ToneStyle",
    "clean",
    "fold",
    "format_date",
    "format_number",
    "from_words",
    "name_sort_key",
    "nfc",
    "parse_date",
    "parse_number",
    "sort_key",
    "spelling_key",
    "to_tone_style",
    "to_words",
]
