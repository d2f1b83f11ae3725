"""Which indicator a figure is of.

Of the indicators that are counted in its unit, the one whose words stand nearest.
Near is: right beside it, before it in its clause, in the sentence, in the sentence
its footnote hangs on, in the headings above.  A part goes by its total, a percentage
by the figure it is the share of.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Final

from attrs import define, field, frozen

from danvan.catalogue import Catalogue
from danvan.indicators import Indicator, Kind
from danvan.quantities import base_unit, unit_named
from danvan.reading._organization_words import split_words
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_words import Phrase, PhraseMention, Phrases, cue, folded_words

__all__ = [
    "AS_PART",
    "IndicatorChoice",
    "IndicatorMatch",
    "Vocabulary",
    "WordsAround",
    "choose_indicator",
    "own_segment",
    "vocabulary_of",
]

# What parts a word from its figure, in words of distance.
_CLAUSE: Final = 6
_SENTENCE: Final = 12
_FOOTNOTE: Final = 8
_HEADING: Final = 24
_NEXT_HEADING: Final = 4
_OTHER_TOPIC: Final = 3
_MOST_OTHERS: Final = 4
_FARTHEST: Final = 60
_BESIDE: Final = 9
# What a figure without any words costs where only its unit speaks for an indicator.
_UNIT_ALONE: Final = 10
_COUNTER: Final = 2
_PART: Final = 5
_SHARE: Final = 4
# A second indicator as near as this leaves it open which is meant.
_TOO_CLOSE: Final = 1
_CERTAIN: Final = 80
_HUNDREDTH: Final = Decimal("0.01")
AS_PART: Final = "as part of its total"


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


class Vocabulary:
    """The words of a catalogue of indicators, ready to be looked for."""

    def __init__(self, catalogue: Catalogue[Indicator]) -> None:
        self._catalogue = catalogue
        self.about = {one.code: frozenset(map(folded_words, one.about)) for one in catalogue}
        self.said = {one.code: frozenset(map(folded_words, one.said)) for one in catalogue}
        self.topics = frozenset(phrase for known in self.about.values() for phrase in known)
        asides = frozenset(phrase for known in self.said.values() for phrase in known)
        self.phrases = Phrases(self.topics | asides)
        self._by_unit: dict[str, tuple[Indicator, ...]] = {}

    def of_unit(self, unit: str) -> tuple[Indicator, ...]:
        """The indicators that are counted in a unit; none for no unit at all."""
        if not unit:
            return ()
        known = self._by_unit.get(unit)
        if known is None:
            known = tuple(
                one for one in self._catalogue if one.kind is not Kind.BALANCE and one.accepts(unit)
            )
            if len(self._by_unit) < 10_000:
                self._by_unit[unit] = known
        return known

    @cached_property
    def shares(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The ratios, by the code of what they are a share of."""
        ratios = [one for one in self._catalogue if one.kind is Kind.RATIO]
        return {
            code: tuple(one for one in ratios if one.numerator == code)
            for code in {one.numerator for one in ratios if one.numerator}
        }


@lru_cache(maxsize=8)
def vocabulary_of(catalogue: Catalogue[Indicator]) -> Vocabulary:
    """The vocabulary of a catalogue, kept for the next report."""
    return Vocabulary(catalogue)


@define(eq=False)
class WordsAround:
    """The catalogued words of a passage and of the headings over it, found once."""

    vocabulary: Vocabulary
    passage: Passage
    above: WordsAround | None
    _mentions: list[PhraseMention] = field(init=False)
    _ends: list[int] = field(init=False)
    _headings: tuple[tuple[str, tuple[PhraseMention, ...]], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        find = self.vocabulary.phrases.find
        self._mentions = sorted(
            find(self.passage.words, self.passage.breaks), key=lambda one: one.end
        )
        self._ends = [mention.end for mention in self._mentions]
        self._headings = (
            ()
            if self.above
            else tuple((line, tuple(find(split_words(line)))) for line in self.passage.headings)
        )

    def beside(self, figure: Figure) -> Iterator[tuple[Phrase, int]]:
        """The words right beside a figure, each with how far off it stands."""
        start, end = own_segment(figure)
        after = bisect_left(self._ends, figure.end)
        for mention in self._mentions[after : after + _BESIDE]:
            if mention.end > end:
                break
            if mention.start >= figure.start:
                yield mention.phrase, self.passage.words_between(figure.end, mention.start)
        for mention in self._before(figure.start):
            if mention.start < start:
                break
            yield mention.phrase, self.passage.words_between(mention.end, figure.start)

    def leading_to(self, figure: Figure) -> Iterator[tuple[Phrase, int]]:
        """The words beside a figure and before it, up to the headings."""
        yield from self.beside(figure)
        yield from self.before(figure.start)

    def before(self, at: int) -> Iterator[tuple[Phrase, int]]:
        """The words before a place and above it, each with how far off it stands."""
        passage = self.passage
        around = passage.bracket_at(at)
        for mention in self._before(at):
            words = passage.words_between(mention.end, at)
            if words > _FARTHEST:
                break
            closed = passage.bracket_at(mention.start)
            if closed is not None and closed != around and closed[1] <= at:
                continue
            clauses = passage.clauses_between(mention.end, at)
            sentences = passage.sentences_between(mention.end, at)
            yield mention.phrase, words + _CLAUSE * clauses + _SENTENCE * sentences
        if self.above and passage.anchor:
            for phrase, far in self.above.before(passage.anchor[1]):
                yield phrase, far + _FOOTNOTE
        for level, (_, mentions) in enumerate(self._headings):
            for mention in mentions:
                yield mention.phrase, _HEADING + _NEXT_HEADING * level

    def _before(self, at: int) -> Iterator[PhraseMention]:
        for n in range(bisect_right(self._ends, at) - 1, -1, -1):
            yield self._mentions[n]


def own_segment(figure: Figure) -> tuple[int, int]:
    """From where to where the words speak of one figure alone: between it and its neighbours.

    A segment ends at a clause, a bracket, a comma behind the unit, the words "trong
    đó", and the next figure.
    """
    passage = figure.passage
    bracket = passage.bracket_at(figure.start)
    start = passage.clause_start(figure.start)
    if bracket:
        start = max(start, bracket[0] + 1)
    earlier = passage.figures_between(start, figure.start)
    if earlier:
        start = max(start, earlier[-1].end)
    first = bisect_left(passage.starts, start)
    for at in range(bisect_left(passage.starts, figure.start), first, -1):
        here = tuple(word.folded for word in passage.words[max(first, at - 2) : at])
        if here in cue("breakdown") or here[-1:] in cue("breakdown"):
            start = passage.words[at - 1].end
            break
    later = passage.figures_between(figure.end, len(passage.text))[:1]
    end = later[0].start if later else len(passage.text)
    for sign in ",;:.(":
        found = passage.text.find(sign, figure.end, end)
        end = found if found >= 0 else end
    last = bisect_left(passage.starts, figure.end) + _BESIDE
    if last < len(passage.starts):
        end = min(end, passage.starts[last])
    return start, end


def choose_indicator(
    figure: Figure,
    around: WordsAround,
    totals: Iterable[tuple[Indicator, Decimal]],
    share_of: Indicator | None,
) -> IndicatorChoice:
    """The indicators a figure may be of.

    Args:
        figure: the figure.
        around: the catalogued words of its passage.
        totals: the indicators of the figures it may be a part of, the nearest first.
        share_of: the indicator of the figure that it may be a percentage of.
    """
    costs = dict(_by_words(figure, around))
    vocabulary = around.vocabulary
    for indicator, sure in totals:
        if indicator in vocabulary.of_unit(figure.unit):
            cost = float((1 - sure) * _CERTAIN) + _PART
            if indicator.code not in costs or costs[indicator.code][0] > cost:
                costs[indicator.code] = cost, indicator, AS_PART
            break
    if share_of is not None and figure.unit == "%":
        for ratio in vocabulary.shares.get(share_of.code, ()):
            costs[ratio.code] = _SHARE, ratio, f"as the share of {share_of.code}"
    ranked = sorted(costs.values(), key=lambda one: one[0])
    candidates = tuple(
        IndicatorMatch(indicator, _confidence(cost), reason) for cost, indicator, reason in ranked
    )
    if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _TOO_CLOSE):
        return IndicatorChoice(None, candidates)
    return IndicatorChoice(candidates[0], candidates)


def _confidence(cost: float) -> Decimal:
    share = max(Decimal(0), 1 - Decimal(max(cost, 0)) / _CERTAIN)
    return share.quantize(_HUNDREDTH)


def _by_words(
    figure: Figure, around: WordsAround
) -> Iterator[tuple[str, tuple[float, Indicator, str]]]:
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
            cost += about[0] / 2 if said else about[0]
            cost += _OTHER_TOPIC * min(_MOST_OTHERS, _nearer(leading, about[0], indicator, vocabulary))
        if said is not None:
            cost += said[0] / 2 - len(said[1]) - 2
        if about is None and said is None:
            cost += _UNIT_ALONE
        words = [" ".join(one[1]) for one in (about, said) if one]
        yield indicator.code, (cost, indicator, "; ".join(words) or figure.unit)


def _nearest(found: Iterable[tuple[Phrase, int]]) -> dict[Phrase, int]:
    nearest: dict[Phrase, int] = {}
    for phrase, far in found:
        if far < nearest.get(phrase, far + 1):
            nearest[phrase] = far
    return nearest


def _least(near: dict[Phrase, int], wanted: frozenset[Phrase]) -> tuple[int, Phrase] | None:
    found = [(near[phrase] - len(phrase), phrase) for phrase in wanted if phrase in near]
    return min(found, default=None)


def _nearer(
    near: dict[Phrase, int], far: int, indicator: Indicator, vocabulary: Vocabulary
) -> int:
    """How many words of other matters stand nearer than those of an indicator."""
    own = vocabulary.about[indicator.code] | vocabulary.said[indicator.code]
    return sum(
        cost - len(phrase) < far
        for phrase, cost in near.items()
        if phrase in vocabulary.topics and phrase not in own
    )


def _is_own_unit(indicator: Indicator, unit: str) -> bool:
    known = unit_named(unit)
    return base_unit(unit) == indicator.unit or (known is not None and known.word == indicator.unit)
