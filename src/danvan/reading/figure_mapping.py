"""Mapping the figures of a report: which indicator, whose, for when, of which part.

>>> from danvan.reading.document import parse_report
>>> report = parse_report("BÁO CÁO\ncông tác dân vận năm 2023\n\nI. KẾT QUẢ\n\n"
...     "Hội LHPN huyện tổ chức 45 buổi tuyên truyền với 2.100 lượt người, trồng 300 khóm hoa.\n")
>>> mapping = map_figures(report, Organizations.shipped("tam_duong"))
>>> for one in mapping.observations:
...     print(one.indicator.code, "|", one.organization, "|", one.period, "|", one.quantity)
propaganda.sessions | Hội Liên hiệp Phụ nữ huyện Tam Đường | năm 2023 | 45 buổi tuyên truyền
propaganda.attendances | Hội Liên hiệp Phụ nữ huyện Tam Đường | năm 2023 | 2.100 lượt người
>>> [str(one) for one in mapping.unmapped]
['300 khóm']
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from attrs import define, field, frozen

from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.findings import Span
from danvan.indicators import Change, Comparison, Indicator, Role, indicators
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.reading.assessments import kinds_of_heading
from danvan.reading.figure_indicators import (
    AS_NEXT,
    AS_PART,
    AS_SHARE,
    IndicatorChoice,
    Relatives,
    Vocabulary,
    WordsAround,
    choose_indicator,
    own_segment,
    vocabulary_of,
)
from danvan.reading.figure_owners import Bodies, OwnersAround
from danvan.reading.figure_parts import Pairs, PartsAround
from danvan.reading.figure_passages import Figure, Passage, passages
from danvan.reading.figure_periods import PeriodsAround, period_of
from danvan.reading.figure_relations import (
    base_of,
    change_of,
    figure_before,
    figures_over,
    is_earlier,
    shared_before,
)
from danvan.reading.figure_words import cue, spelled_words
from danvan.reading.mapping import ComparedFigure, FigureMapping, MappedFigure, UnmappedFigure
from danvan.reading.quantities import find_quantities
from danvan.reports import Report
from danvan.vietnamese.letters import fold

__all__ = ["map_figures"]

# A mapping less sure than this is only a candidate.
_ENOUGH: Final = Decimal("0.4")
# Where the sentence does not name whose the figure is, the mapping is less sure.
_NOT_NAMED: Final = Decimal("0.9")
_PLANS: Final = ("ke hoach", "chuong trinh", "phuong huong")


def map_figures(
    report: Report,
    organizations: Organizations | None = None,
    *,
    catalogue: Catalogue[Indicator] | None = None,
) -> FigureMapping:
    """Tell of each figure of a report what it counts, of whom and for when.

    Args:
        report: a report that was read from a text.
        organizations: the tree the bodies it names belong to; without one it stays open
            whose the figures are.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        InvalidValueError: the period of the report cannot be told from its title or date.
    """
    tree = Organizations(()) if organizations is None else organizations
    period = period_of(report)
    known = vocabulary_of(indicators() if catalogue is None else catalogue)
    mapper = _Mapper(report, period, Bodies.of(report, tree, period.last), known)
    mapper.run()
    return FigureMapping(
        report, tuple(mapper.mapped), tuple(mapper.compared), tuple(mapper.unmapped)
    )


@frozen(eq=False)
class _Surroundings:
    """All that is known around the figures of one passage."""

    passage: Passage
    words: WordsAround
    owners: OwnersAround
    periods: PeriodsAround
    parts: PartsAround
    above: _Surroundings | None


@define(eq=False)
class _Mapper:
    """One walk over the passages of a report."""

    report: Report
    period: Period
    bodies: Bodies
    vocabulary: Vocabulary
    mapped: list[MappedFigure] = field(factory=list)
    compared: list[ComparedFigure] = field(factory=list)
    unmapped: list[UnmappedFigure] = field(factory=list)
    decided: dict[int, MappedFigure] = field(factory=dict)

    def run(self) -> None:
        known: dict[int, _Surroundings] = {}
        seen: set[int] = set()
        for passage in passages(self.report):
            around = self._surroundings(passage, known)
            known[id(passage)] = around
            for figure in passage.figures:
                seen.add(figure.span.start)
                self._map(figure, around)
        self._keep_others(seen)

    def _surroundings(self, passage: Passage, known: dict[int, _Surroundings]) -> _Surroundings:
        above = known[id(passage.anchor[0])] if passage.anchor else None
        before = known.get(id(passage.before)) if passage.before else None
        return _Surroundings(
            passage,
            WordsAround(self.vocabulary, passage, above and above.words),
            OwnersAround(passage, self.bodies, above and above.owners, before and before.owners),
            PeriodsAround(passage, self.period, above and above.periods),
            PartsAround(passage),
            above,
        )

    def _keep_others(self, seen: set[int]) -> None:
        """The figures of headings and of the head of the paper, which count nothing known."""
        for mention in find_quantities(self.report.text):
            if mention.start not in seen:
                span = Span(mention.start, mention.end, self.report)
                reason = "stands in no paragraph"
                self.unmapped.append(UnmappedFigure(span, mention.quantity, reason))
        self.unmapped.sort(key=lambda one: one.span.start)

    def _map(self, figure: Figure, around: _Surroundings) -> None:
        change = change_of(figure)
        if change is not None:
            self._compare(figure, change)
            return
        totals = [one for over in figures_over(figure) if (one := self.decided.get(id(over)))]
        counted = [one for over in shared_before(figure) if (one := self.decided.get(id(over)))]
        branch = around.owners.branch_of(figure)
        before = self.decided.get(id(one)) if (one := figure_before(figure)) else None
        choice = choose_indicator(
            figure,
            around.words,
            Relatives(
                tuple((one.indicator, one.confidence) for one in totals),
                tuple(one.indicator for one in counted),
                (before.indicator, before.confidence) if before else None,
                branch,
            ),
        )
        best = choice.best
        if best is None or best.confidence < _ENOUGH:
            self._leave(figure, choice)
            return
        owners, is_named = around.owners.owners_of(figure, best.indicator)
        known = [before] if before and best.reason == AS_NEXT else totals
        total = next((one for one in known if one.indicator == best.indicator), None)
        whole: Pairs = total.breakdown if total else ()
        pairs = around.parts.pairs_of(figure, best.indicator, whole)
        if best.reason.startswith(AS_SHARE):
            share_of = next(o for o in counted if o.indicator.code == best.indicator.numerator)
            owners, pairs = (share_of.organization,), share_of.breakdown
            pairs = tuple(pair for pair in pairs if best.indicator.breakdown(pair[0]))
        elif best.reason in {AS_PART, AS_NEXT} and total and pairs == whole:
            if owners == (total.organization,) and total.quantity.unit == figure.mention.unit:
                self._leave(figure, choice)  # a part that does not say which part it is
                return
        confidence = best.confidence if is_named else best.confidence * _NOT_NAMED
        for owner in owners or (None,):
            mapped = MappedFigure(
                figure.span,
                figure.mention.quantity,
                best.indicator,
                owner,
                around.periods.period_of(figure, earlier=is_earlier(figure)),
                pairs,
                self._role(figure),
                figure.mention.whole,
                confidence.quantize(Decimal("0.01")),
                best.reason,
            )
            self.mapped.append(mapped)
            self.decided.setdefault(id(figure), mapped)

    def _leave(self, figure: Figure, choice: IndicatorChoice) -> None:
        if not figure.unit:
            reason = "no unit"
        elif not choice.candidates:
            reason = f"no indicator in {figure.unit}, or none of its words nearby"
        else:
            reason = "no indicator leads clearly"
        self.unmapped.append(
            UnmappedFigure(figure.span, figure.mention.quantity, reason, choice.candidates)
        )

    def _role(self, figure: Figure) -> Role:
        kind = fold(self.report.kind)
        start, _ = own_segment(figure)
        before = " ".join(spelled_words(figure.passage.text[start : figure.start]))
        if kind.startswith(_PLANS) or any(" ".join(words) in before for words in cue("aim")):
            return Role.TARGET
        heading = next(iter(figure.passage.headings), "")
        return Role.PLAN if "task" in kinds_of_heading(heading) else Role.ACTUAL

    def _compare(self, figure: Figure, change: Change) -> None:
        moved = self._moved(figure)
        quantity = figure.mention.quantity
        if moved is not None:
            try:
                base = base_of(figure, moved.period)
                comparison = Comparison(moved.quantity, change, quantity, base)
            except InvalidValueError:
                pass  # it counts something else than the figure that it is compared with
            else:
                self.compared.append(ComparedFigure(figure.span, comparison, moved))
                return
        self.unmapped.append(
            UnmappedFigure(figure.span, quantity, "a change of a figure that is not mapped")
        )

    def _moved(self, figure: Figure) -> MappedFigure | None:
        """The mapped figure nearest before a change that is counted in its unit."""
        passage = figure.passage
        start = passage.sentence_start(figure.start)
        for earlier in reversed(passage.figures_between(start, figure.start)):
            found = self.decided.get(id(earlier))
            if found and figure.mention.quantity.base_unit in {found.quantity.base_unit, "%"}:
                return found
        return None
