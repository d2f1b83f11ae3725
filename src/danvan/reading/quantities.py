"""Finding the figures of a running text.

:func:`find_quantities` reads what papers really contain: ``trên 394 buổi``,
``24/39 điểm nhóm``, ``01 - 02 mô hình``, ``100 %``, ``110m``, ``1295 lượt
người``.  Numerals that count nothing are left alone: dates, years, numbers of
papers and of sections, ordinals, numerals inside names and quoted titles.

>>> [(q.text, q.unit, str(q.qualifier or "")) for q in find_quantities(
...     "Năm 2023, tổ chức trên 394 buổi tại 13/13 xã, đạt 95% trở lên.")]
[('394', 'buổi', 'trên'), ('13/13', 'xã', ''), ('95', '%', 'trở lên')]
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.quantities.qualifier import Qualifier, Sense
from danvan.quantities.quantity import Quantity
from danvan.quantities.unit import scale_factor
from danvan.reading.bare_counts import bare_counts
from danvan.reading.citations import find_citations
from danvan.reading.numerals import (
    UnitMention,
    numeral_contexts,
    qualifier_after,
    qualifier_before,
    unit_after,
)
from danvan.vietnamese.cleaning import clean

__all__ = ["QuantityMention", "find_quantities"]

# Thousands with points; with commas or blanks, as others write them; a point before decimals.
_NUMERAL: Final = (
    r"(?:[0-9]{1,3}(?:,[0-9]{3}){2,}(?![0-9,])|[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9.,])"
    r"|[0-9]{1,4}\.[0-9]{1,2}(?=\s?(?:%|tỷ|tỉ|triệu|km|ha)(?!\w))"
    r"|(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,15})(?:,[0-9]{1,9})?)"
)
# The second step of "9 tỷ 407 triệu đồng" is smaller than the first.
_STEP: Final = (
    r"(?:(?<=t[ỷỉ])(?=\s[0-9]{1,3}\s?(?:triệu|tr)(?!\w)|\s[0-9]{1,3}(?:\.[0-9]{3})?\s?(?:nghìn|ngàn)(?!\w)"
    r"|\s[0-9]{1,3}(?:\.[0-9]{3}){0,2}\s?(?:đồng|đ)(?!\w))"
    r"|(?<=triệu)(?=\s[0-9]{1,3}\s?(?:nghìn|ngàn)(?!\w)|\s[0-9]{1,3}(?:\.[0-9]{3})?\s?(?:đồng|đ)(?!\w)))"
)
_OF: Final = r"(?:\s?/\s?(?:tổng\s(?:số\s)?)?|\strên\stổng\s(?:số\s)?|\strong\s(?:tổng\s)?số\s)"
# A figure does not begin inside a word, a date or a longer numeral. A slash may stand
# before it where it ends another count, as in "31 vụ/31 đối tượng". An amount may be told in
# two steps: "9 tỷ 407 triệu đồng".
_FIGURE: Final = re.compile(
    r"(?<![\w.,\-])(?<![0-9][:/])(?<![0-9] /)(?<![0-9]/ )(?<![0-9] / )"
    rf"(?<!\bI/)(?<!\bII/)(?<!\bIII/)(?<!\bIV/)(?P<value>{_NUMERAL})"
    rf"(?:{_OF}(?P<whole>{_NUMERAL})|(?:\s?(?P<same>%|tỷ|triệu|nghìn|ngàn))?"
    rf"(?:\s?-\s?|[ ](?:đến|tới)[ ])(?P<high>{_NUMERAL})(?(same)(?=\s?(?P=same)))"
    rf"|\s?(?P<scale>tỷ|tỉ|triệu){_STEP}\s(?P<rest>[0-9.]+))?"
    r"(?![.,:]?[0-9])(?!\s?/\s?[0-9])(?!\s?-\s?[0-9]{1,2}/[0-9])"
)
_QUOTED: Final = re.compile(r"“[^“”\n]{1,240}”|\"[^\"\n]{1,240}\"")
_DAY_AND_MONTH: Final = re.compile(r"(?:0?[1-9]|[12][0-9]|3[01])\s?/\s?(?:0?[1-9]|1[0-2])")
_LAST_WORDS: Final = re.compile(r"\n?[ *]*[^\W\d_]+(?:[ *]+[^\W\d_]+){0,3}")
"""The words before a figure, read backwards from it: a search would try them letter by letter."""
_REACH: Final = 48
_HEAD_REACH: Final = 100
_SENTENCE_END: Final = re.compile(r"[.;\n]")
_MONTH_AND_YEAR: Final = re.compile(r"(?:0?[1-9]|1[0-2])\s?/\s?(?:19|20)[0-9]{2}")
_DECIMAL_POINT: Final = re.compile(r"[0-9]{1,4}\.[0-9]{1,2}")
_CHANGED: Final = re.compile(r"[^,;.()\n]{0,60}?\s(?:lên|xuống|còn|thành)\s[^,;.()\n]{0,20}?[0-9]")
"""Behind "từ 79,5%": to what it rose or fell."""
_SHARE: Final = re.compile(r"\s\((?:chiếm |đạt )?(?:tỷ lệ )?[0-9]{1,3}(?:,[0-9]{1,4})?\s?%\)")
"""Behind a count without a unit: "nữ 412 (33,1%)"."""
_YEARS: Final = range(1900, 2101)
_HOURS: Final = 24
_ROUND_THE_CLOCK: Final = frozenset({"24/24", "24/7"})


@frozen
class QuantityMention:
    """A figure where it stands in a text.

    Attributes:
        start, end: where the numeral stands in the original text, in code points.
        text: the numeral as printed.
        value: the number as stated; the low end of a range, the a of a/b; of an amount told
            in two steps ("9 tỷ 407 triệu đồng") all of it in the last one, 9407.
        high: the high end of a range, or ``None``.
        whole: the b of a/b, or ``None``.
        unit: the words that follow and say what is counted, with their scale; in a list
            that says it once, at its head, those of the head.
        qualifier: the word that widens the number ("trên", "trở lên"), or ``None``.
        unit_end: where the unit ends in the original text.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    text: str
    value: Decimal = field(validator=_fields.number)
    high: Decimal | None = field(default=None, validator=_fields.optional(_fields.number))
    whole: Decimal | None = field(default=None, validator=_fields.optional(_fields.number))
    unit: str = ""
    qualifier: Qualifier | None = None
    unit_end: int = field(default=0, validator=_fields.whole(0))

    @property
    def quantity(self) -> Quantity:
        """The figure as a value: its number, unit and qualifier."""
        padded = self.text.startswith("0") and self.text[1:2].isdigit()
        return Quantity(self.value, self.unit, self.qualifier, high=self.high, padded=padded)


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every figure of a text, in order, with offsets into that text."""
    cleaned = clean(text)
    return tuple(
        QuantityMention(
            *cleaned.span(m.start, m.end),
            text=text[slice(*cleaned.span(m.start, m.end))],
            value=m.value,
            high=m.high,
            whole=m.whole,
            unit=m.unit,
            qualifier=m.qualifier,
            unit_end=cleaned.span(m.end, m.unit_end)[1],
        )
        for m in _with_bare_counts(cleaned.text, tuple(_figures(cleaned.text)))
    )


def _with_bare_counts(
    read: str, figures: tuple[QuantityMention, ...]
) -> tuple[QuantityMention, ...]:
    """The figures, and those of lists whose head alone says what they count."""
    starts = [figure.start for figure in figures]
    found: dict[int, QuantityMention] = {}
    for start, places in bare_counts(read):
        before = bisect_left(starts, start)
        head = figures[before - 1] if before else None
        if head and head.unit not in {"", "%"} and _is_near(read[head.unit_end : start]):
            for at, end in places:
                words = read[at:end]
                found[at] = QuantityMention(
                    at, end, words, _number(words), unit=head.unit, unit_end=end
                )
    others = (figure for figure in figures if figure.start not in found)
    return tuple(sorted((*others, *found.values()), key=_place)) if found else figures


def _place(figure: QuantityMention) -> int:
    return figure.start


def _is_near(between: str) -> bool:
    """Whether a list stands in the same sentence as the figure before it, and close by."""
    return len(between) <= _HEAD_REACH and not _SENTENCE_END.search(between)


def _figures(read: str) -> Iterator[QuantityMention]:
    taken = sorted(
        [(c.start, c.end) for c in find_citations(read)]
        + [m.span() for m in _QUOTED.finditer(read)]
    )
    at = 0
    for match in _FIGURE.finditer(read):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at == len(taken) or match.end() <= taken[at][0]:
            figure = _figure(read, match)
            if figure is not None:
                yield figure


def _figure(read: str, match: re.Match[str]) -> QuantityMention | None:
    value = _number(match["value"])
    high, whole = (_number(match[part]) if match[part] else None for part in ("high", "whole"))
    unit = unit_after(read, match.end())
    if match["rest"]:
        steps = scale_factor(match["scale"]) / scale_factor(unit.words)
        value = value * steps + _number(match["rest"])
    found = _LAST_WORDS.match(read[max(0, match.start() - _REACH) : match.start()][::-1])
    before = " ".join(found[0][::-1].replace("*", " ").split()) if found else ""
    qualifier = qualifier_before(before.casefold())
    if _is_time(match, unit):
        return None
    if qualifier is None:
        if _counts_nothing(match, before, unit):
            return None
        qualifier = qualifier_after(read[unit.end : unit.end + _REACH])
    elif qualifier.sense is Sense.FROM and (high is not None or _CHANGED.match(read, unit.end)):
        qualifier = None  # "từ 01 - 02", "từ 79,5% lên 88,2%": the other end says it all
    return QuantityMention(
        match.start(), match.end(), match[0], value, high, whole, unit.words, qualifier, unit.end
    )


def _number(written: str) -> Decimal:
    if written.count(",") > 1:
        return Decimal(written.replace(",", ""))
    if _DECIMAL_POINT.fullmatch(written):
        return Decimal(written)
    return Decimal(written.replace(".", "").replace(" ", "").replace(",", "."))


def _is_time(match: re.Match[str], unit: UnitMention) -> bool:
    """Whether a/b is no share: a day and a month, a month and a year, round the clock."""
    if not match["whole"]:
        return False
    if match[0] in _ROUND_THE_CLOCK:
        return True
    if not unit.words and _DAY_AND_MONTH.fullmatch(match[0]):
        return True
    return not unit.known and _MONTH_AND_YEAR.fullmatch(match[0]) is not None


def _counts_nothing(match: re.Match[str], before: str, unit: UnitMention) -> bool:
    if unit.words == "%":
        return False
    contexts = numeral_contexts()
    if contexts["period"].follows(match.string, match.end()):
        return True
    if contexts["hour"].follows(match.string, match.end()) and _number(match["value"]) <= _HOURS:
        return True
    if unit.words in contexts["term"].after and contexts["term"].claims(before):
        return True
    like_a_year = match["value"].isdigit() and int(match["value"]) in _YEARS
    if like_a_year and (match["high"] or not unit.known or contexts["year"].claims(before)):
        return True
    if any(contexts[code].claims(before) for code in ("ordinal", "calendar", "name", "number")):
        return True
    if unit.words:
        padded = match["value"].startswith("0") and len(match["value"]) > 1
        is_name = not unit.known or len(unit.words) == 1
        return is_name and not padded and unit.words[0].isupper()
    is_bare = match["whole"] is None and match["value"].isdigit()
    return is_bare and not _SHARE.match(match.string, match.end())
