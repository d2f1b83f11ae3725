"""Which indicator a figure is of.

Of the indicators that are counted in its unit, the one whose words stand nearest.
Near is: right beside it, before it in its clause, in the sentence, in the sentence
its footnote hangs on, in the headings above.  A part goes by its total, a percentage
by the figure it is the share of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from attrs import frozen

from danvan.indicators import Indicator
from danvan.quantities import base_unit, unit_named
from danvan.reading.figure_nearness import Vocabulary, WordsAround
from danvan.reading.figure_passages import Figure
from danvan.reading.figure_words import Phrase

__all__ = [
    "AS_NEXT",
    "AS_PART",
    "AS_SHARE",
    "IndicatorChoice",
    "IndicatorMatch",
    "Relatives",
    "choose_indicator",
]

# In words of distance.
_OTHER_TOPIC: Final = 3
_MOST_OTHERS: Final = 4
_LONGER: Final = 2
# What a figure without any words costs where only its unit speaks for an indicator.
_UNIT_ALONE: Final = 10
_COUNTER: Final = 2
_SAID: Final = 6
_PART: Final = 5
_SHARE: Final = 4
_OTHER_DOER: Final = 6
_NEXT: Final = 8
_SAID_OTHERWISE: Final = 20
# A second indicator as near as this leaves it open which is meant.
_TOO_CLOSE: Final = 1
_CERTAIN: Final = 80
# Words never make as sure as a person does.
_BY_WORDS: Final = Decimal("0.99")
_HUNDREDTH: Final = Decimal("0.01")
AS_PART: Final = "as part of its total"
AS_SHARE: Final = "as the share of"
AS_NEXT: Final = "as the figure before it"


@frozen
class IndicatorMatch:
    """An indicator that a figure may be of.

    Attributes:
        indicator: the indicator.
        confidence: how near its words stand, from 0 to 1.
        reason: the words, or what else spoke for it.
    """

    indicator: Indicator
    confidence: Decimal
    reason: str = ""


@frozen
class IndicatorChoice:
    """The indicators a figure may be of.

    Attributes:
        best: the one that leads, or ``None``.
        candidates: all of them, the likeliest first.
    """

    best: IndicatorMatch | None
    candidates: tuple[IndicatorMatch, ...]


@frozen
class Relatives:
    """The figures a figure stands to, as far as they are mapped.

    Attributes:
        totals: the indicators of those it may be a part of, the nearest first, each with
            how sure it is.
        share_of: of a percentage, the indicators of those it may be the share of.
        before: the indicator of the one right before it in its list, and how sure it is.
        branch: the branch of the body whose figure it is.
    """

    totals: tuple[tuple[Indicator, Decimal], ...] = ()
    share_of: tuple[Indicator, ...] = ()
    before: tuple[Indicator, Decimal] | None = None
    branch: str = ""


def choose_indicator(figure: Figure, around: WordsAround, relatives: Relatives) -> IndicatorChoice:
    """The indicators a figure may be of.

    Args:
        figure: the figure.
        around: the catalogued words of its passage.
        relatives: the figures it stands to.
    """
    costs = dict(_by_words(figure, around, relatives.branch))
    said = any(one.said and one.about for _, one, _ in costs.values())
    for code, (cost, indicator, reason) in _by_relatives(figure, around, relatives):
        words = costs.get(code)
        if words is not None:
            costs[code] = min(cost, words[0]), indicator, words[2]
        else:
            costs[code] = cost + (_SAID_OTHERWISE if said else 0), indicator, reason
    ranked = sorted(costs.values(), key=lambda one: one[0])
    candidates = tuple(
        IndicatorMatch(indicator, _confidence(cost), reason) for cost, indicator, reason in ranked
    )
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _TOO_CLOSE):
        return IndicatorChoice(None, candidates)
    return IndicatorChoice(candidates[0], candidates)


_Cost = tuple[float, Indicator, str]


def _by_relatives(
    figure: Figure, around: WordsAround, relatives: Relatives
) -> Iterator[tuple[str, _Cost]]:
    vocabulary = around.vocabulary
    for counted in relatives.share_of:
        if ratios := vocabulary.shares.get(counted.code, ()):
            for ratio in ratios:
                yield ratio.code, (_SHARE, ratio, f"{AS_SHARE} {counted.code}")
            return
    fitting = vocabulary.of_unit(figure.unit)
    for indicator, sure in relatives.totals:
        if indicator in fitting:
            yield indicator.code, (float((1 - sure) * _CERTAIN) + _PART, indicator, AS_PART)
            return
    if relatives.before is not None and relatives.before[0] in fitting:
        indicator, sure = relatives.before
        yield indicator.code, (float((1 - sure) * _CERTAIN) + _NEXT, indicator, AS_NEXT)


def _confidence(cost: float) -> Decimal:
    share = max(Decimal(0), 1 - Decimal(max(cost, 0)) / _CERTAIN)
    return min(_BY_WORDS, share.quantize(_HUNDREDTH))


def _by_words(figure: Figure, around: WordsAround, branch: str) -> Iterator[tuple[str, _Cost]]:
    vocabulary = around.vocabulary
    fitting = vocabulary.of_unit(figure.unit)
    if not fitting:
        return
    beside = _nearest(around.beside(figure))
    leading = _nearest(around.leading_to(figure))
    for indicator in fitting:
        about = _least(leading, vocabulary.about[indicator.code])
        said = _least(beside, vocabulary.said[indicator.code])
        if (indicator.about and about is None) or (indicator.said and said is None):
            continue
        cost: float = 0 if _is_own_unit(indicator, figure.unit) else _COUNTER
        if about is not None:
            others = _nearer(leading, about[0], indicator, vocabulary)
            cost += about[0] + _OTHER_TOPIC * min(_MOST_OTHERS, others)
        if said is not None:
            cost += said[0] / 2 - _SAID
        if about is None and said is None:
            cost += _UNIT_ALONE
        if indicator.done_by and branch and branch not in indicator.done_by:
            cost += _OTHER_DOER
        words = [" ".join(one[1]) for one in (about, said) if one]
        yield indicator.code, (cost, indicator, "; ".join(words) or figure.unit)


def _nearest(found: Iterable[tuple[Phrase, int]]) -> dict[Phrase, int]:
    nearest: dict[Phrase, int] = {}
    for phrase, far in found:
        if far < nearest.get(phrase, far + 1):
            nearest[phrase] = far
    return nearest


def _least(near: dict[Phrase, int], wanted: frozenset[Phrase]) -> tuple[int, Phrase] | None:
    found = [(near[phrase] - _worth(phrase), phrase) for phrase in wanted if phrase in near]
    return min(found, default=None)


def _worth(phrase: Phrase) -> int:
    return _LONGER * len(phrase) - 1


def _nearer(near: dict[Phrase, int], far: int, indicator: Indicator, vocabulary: Vocabulary) -> int:
    """How many words of other matters stand nearer than those of an indicator."""
    own = vocabulary.about[indicator.code] | vocabulary.said[indicator.code]
    return sum(
        cost - _worth(phrase) < far
        for phrase, cost in near.items()
        if phrase in vocabulary.topics and phrase not in own
    )


def _is_own_unit(indicator: Indicator, unit: str) -> bool:
    known = unit_named(unit)
    return base_unit(unit) == indicator.unit or (known is not None and known.word == indicator.unit)
