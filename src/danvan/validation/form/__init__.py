"""The form of a paper, against the norm in force on its day.

Number and symbol, head, date, signature, recipients, title, the numbers of
sections and footnotes, and the spelling of words, thousands and places.  What a
paper lacks because its text was copied without it is not looked at; what is not
sure is a note.
"""

from danvan.validation.form.foot import check_recipients, check_signature
from danvan.validation.form.head import check_dates, check_head
from danvan.validation.form.norms import FormNorm, form_norms, norm_of
from danvan.validation.form.numbering import check_footnotes, check_sections, check_title
from danvan.validation.form.numbers import check_number
from danvan.validation.form.places import check_place_names, place_names
from danvan.validation.form.spelling import check_tone_styles
from danvan.validation.form.thousands import check_thousands

__all__ = [
    "FORM_CHECKS",
    "FormNorm",
    "check_dates",
    "check_footnotes",
    "check_head",
    "check_number",
    "check_place_names",
    "check_recipients",
    "check_sections",
    "check_signature",
    "check_thousands",
    "check_title",
    "check_tone_styles",
    "form_norms",
    "norm_of",
    "place_names",
]

FORM_CHECKS = (
    check_number,
    check_head,
    check_dates,
    check_signature,
    check_recipients,
    check_title,
    check_sections,
    check_footnotes,
    check_tone_styles,
    check_thousands,
)
"""The checks of form that need nothing but the paper."""
