"""Which indicator a figure is of.

Of the indicators that are counted in its unit, the one whose words stand nearest.
Near is: right beside it, before it in its clause, in the sentence, in the sentence
its footnote hangs on, in the headings above.  A part goes by its total, a percentage
by the figure it is the share of.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from attrs import define, field, frozen

from danvan.catalogue import Catalogue
from danvan.indicators import Indicator, Kind
from danvan.quantities import base_unit, unit_named
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_words import Phrase, PhraseMention, Phrases, cue, spelled_words, words_of

__all__ = [
    "AS_NEXT",
    "AS_PART",
    "AS_SHARE",
    "IndicatorChoice",
    "IndicatorMatch",
    "Relatives",
    "Vocabulary",
    "WordsAround",
    "choose_indicator",
    "own_segment",
    "vocabulary_of",
]

# What parts a word from its figure, in words of distance.
_CLAUSE: Final = 6
_SENTENCE: Final = 18
_FOOTNOTE: Final = 8
_HEADING: Final = 24
_NEXT_HEADING: Final = 4
_OTHER_TOPIC: Final = 3
_MOST_OTHERS: Final = 4
_FARTHEST: Final = 60
_BESIDE: Final = 9
_BESIDE_SHARE: Final = 30
_WITHIN: Final = 6
_LONGER: Final = 2
_MOST_TOGETHER: Final = 4
_AND: Final = frozenset({",", "và", "", "/", "với", ", với", ", và"})
_COMMA: Final = re.compile(r"[,;(](?![0-9])")
_CLAUSE_END: Final = re.compile(r"[;.:](?![0-9])")
_SIGN: Final = re.compile(r"[,;:.(](?![0-9])")
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


class Vocabulary:
    """The words of a catalogue of indicators, ready to be looked for."""

    def __init__(self, catalogue: Catalogue[Indicator]) -> None:
        self._catalogue = catalogue
        self.about = {one.code: frozenset(map(spelled_words, one.about)) for one in catalogue}
        self.said = {one.code: frozenset(map(spelled_words, one.said)) for one in catalogue}
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
    _within: frozenset[PhraseMention] = field(init=False)
    _headings: tuple[tuple[str, tuple[PhraseMention, ...]], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        find = self.vocabulary.phrases.find
        self._mentions = sorted(
            find(self.passage.words, self.passage.breaks), key=lambda one: one.end
        )
        self._ends = [mention.end for mention in self._mentions]
        self._within = _within_longer(self._mentions)
        self._headings = (
            ()
            if self.above
            else tuple((line, tuple(find(words_of(line)))) for line in self.passage.headings)
        )

    def beside(self, figure: Figure) -> Iterator[tuple[Phrase, int]]:
        """The words right beside a figure, each with how far off it stands."""
        start, end = own_segment(figure)
        after = bisect_left(self._ends, figure.mention.end)
        for mention in islice(self._mentions, after, after + 3 * _BESIDE_SHARE):
            if figure.mention.end <= mention.start < end:
                far = max(0, self.passage.words_between(figure.end, mention.start))
                yield mention.phrase, far + self._less(mention)
        for mention in self._before(figure.start):
            if mention.start < start:
                break
            far = self.passage.words_between(mention.end, figure.start)
            yield mention.phrase, far + self._less(mention)

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
            far = words + _CLAUSE * clauses + _SENTENCE * sentences
            yield mention.phrase, far + self._less(mention)
        if self.above and passage.anchor:
            for phrase, far in self.above.before(passage.anchor[1]):
                yield phrase, far + _FOOTNOTE
        for level, (_, mentions) in enumerate(self._headings):
            for mention in mentions:
                yield mention.phrase, _HEADING + _NEXT_HEADING * level

    def _less(self, mention: PhraseMention) -> int:
        """How much less a phrase says that is only a part of a longer one."""
        return _WITHIN if mention in self._within else 0

    def _before(self, at: int) -> Iterator[PhraseMention]:
        for n in range(bisect_right(self._ends, at) - 1, -1, -1):
            yield self._mentions[n]


def _within_longer(mentions: Iterable[PhraseMention]) -> frozenset[PhraseMention]:
    """The phrases that stand within a longer one: "hỗ trợ" in "quỹ hỗ trợ nông dân"."""
    found, covered = set(), 0
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.end <= covered:
            found.add(mention)
        covered = max(covered, mention.end)
    return frozenset(found)


def own_segment(figure: Figure) -> tuple[int, int]:
    """From where to where the words speak of one figure alone: between it and its neighbours.

    A segment ends at a clause, a bracket, a comma behind the unit, the words "trong
    đó", and the next figure.  Figures that only a comma or "và" parts go together with
    what is said before the first and behind the last of them: "xử lý 29 vụ, 39 đối
    tượng", "169 tập thể, 118 cá nhân đăng ký".
    """
    passage = figure.passage
    bracket = passage.bracket_at(figure.start)
    start = passage.clause_start(figure.start)
    if bracket:
        start = max(start, bracket[0] + 1)
    following = figure
    for earlier in reversed(passage.figures_between(start, figure.start)[-_MOST_TOGETHER:]):
        if passage.text[earlier.end : following.start].strip() not in _AND:
            sign = _COMMA.search(passage.text, earlier.end, following.start)
            start = max(start, sign.start() if sign else earlier.mention.end)
            break
        following = earlier
    first = bisect_left(passage.starts, start)
    for at in range(bisect_left(passage.starts, figure.start), first, -1):
        here = tuple(word.key for word in passage.words[max(first, at - 2) : at])
        if here in cue("breakdown") or here[-1:] in cue("breakdown"):
            start = passage.words[at - 1].end
            break
    return start, _segment_end(figure)


def _segment_end(figure: Figure) -> int:
    passage = figure.passage
    for _ in range(_MOST_TOGETHER):
        later = passage.figures_between(figure.end, figure.end + _FARTHEST)[:1]
        if not later or passage.text[figure.end : later[0].start].strip() not in _AND:
            break
        figure = later[0]
    end = later[0].start if later else len(passage.text)
    is_share = figure.unit == "%"  # what it is the share of follows, and what is said of that
    last = bisect_left(passage.starts, figure.end) + (_BESIDE_SHARE if is_share else _BESIDE)
    if last < len(passage.starts):
        end = min(end, passage.starts[last])
    sign = (_CLAUSE_END if is_share else _SIGN).search(passage.text, figure.end, end)
    return sign.start() if sign else end


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
    return share.quantize(_HUNDREDTH)


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
