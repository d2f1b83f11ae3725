r"""Mapping the figures of a report: which indicator, whose, for when, of which part.

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

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from attrs import define, evolve, field, frozen

from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.findings import Finding, Span, in_order
from danvan.indicators import Change, Comparison, Indicator, Role, indicators
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reading.assessments import kinds_of_heading
from danvan.reading.corrections import Correction
from danvan.reading.figure_bodies import Bodies
from danvan.reading.figure_indicators import (
    AS_NEXT,
    AS_PART,
    AS_SHARE,
    IndicatorChoice,
    IndicatorMatch,
    Relatives,
    choose_indicator,
)
from danvan.reading.figure_nearness import Vocabulary, WordsAround, vocabulary_of
from danvan.reading.figure_owners import OwnersAround
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
from danvan.reading.figure_segments import own_segment
from danvan.reading.figure_words import cue, spelled_words
from danvan.reading.figures_settled import Settled, lost, refused, settled_match
from danvan.reading.mapping import ComparedFigure, FigureMapping, MappedFigure, UnmappedFigure
from danvan.reading.quantities import find_quantities
from danvan.reports import Report
from danvan.vietnamese.letters import fold

__all__ = ["map_figures", "unmapped_figures"]

# A mapping less sure than this is only a candidate.
_ENOUGH: Final = Decimal("0.5")
# Where the sentence does not name whose the figure is, the mapping is less sure.
_NOT_NAMED: Final = Decimal("0.9")
_PLANS: Final = ("ke hoach", "chuong trinh", "phuong huong")


def map_figures(
    report: Report,
    organizations: Organizations | None = None,
    *,
    catalogue: Catalogue[Indicator] | None = None,
    corrections: Iterable[Correction] = (),
) -> FigureMapping:
    """Tell of each figure of a report what it counts, of whom and for when.

    Args:
        report: a report that was read from a text.
        organizations: the tree the bodies it names belong to; without one it stays open
            whose the figures are.
        catalogue: the indicators; those danvan ships if none are given.
        corrections: what a person has decided, which goes before what the words say:
            :func:`~danvan.reading.corrections_beside` reads them.

    Raises:
        InvalidValueError: the period of the report cannot be told from its title or date.
    """
    tree = Organizations(()) if organizations is None else organizations
    period = period_of(report)
    known = indicators() if catalogue is None else catalogue
    settled = Settled.of(report, corrections, known, tree)
    bodies = Bodies.of(report, tree, period.last)
    mapper = _Mapper(report, period, bodies, vocabulary_of(known), settled)
    mapper.run()
    return FigureMapping(
        report,
        tuple(mapper.mapped),
        tuple(mapper.compared),
        tuple(mapper.unmapped),
        in_order([*settled.findings, *mapper.findings]),
    )


def unmapped_figures(report: Report) -> tuple[UnmappedFigure, ...]:
    """Every figure of a report that says nowhere what time it is about."""
    return tuple(
        UnmappedFigure(
            Span(mention.start, mention.end, report), mention.quantity, "the period is not known"
        )
        for mention in find_quantities(report.text)
    )


@frozen(eq=False)
class _Surroundings:
    """All that is known around the figures of one passage."""

    passage: Passage
    words: WordsAround
    owners: OwnersAround
    periods: PeriodsAround
    parts: PartsAround


@frozen
class _Kin:
    """The mapped figures that a figure stands to.

    Attributes:
        totals: those it may be a part of, the nearest first.
        counted: of a percentage, those it may be the share of.
        before: the one before it in its list.
    """

    totals: tuple[MappedFigure, ...]
    counted: tuple[MappedFigure, ...]
    before: MappedFigure | None

    def relatives(self, branch: str) -> Relatives:
        """What the choice of an indicator needs of them."""
        return Relatives(
            tuple((one.indicator, one.confidence) for one in self.totals),
            tuple(one.indicator for one in self.counted),
            (self.before.indicator, self.before.confidence) if self.before else None,
            branch,
        )

    def whole_of(self, match: IndicatorMatch) -> MappedFigure | None:
        """The figure of which one of this indicator is a part, or which it goes on."""
        if match.reason.startswith(AS_SHARE):
            numerator = match.indicator.numerator
            return next(one for one in self.counted if one.indicator.code == numerator)
        known = (self.before,) if self.before and match.reason == AS_NEXT else self.totals
        return next((one for one in known if one.indicator == match.indicator), None)


@define(eq=False)
class _Mapper:
    """One walk over the passages of a report."""

    report: Report
    period: Period
    bodies: Bodies
    vocabulary: Vocabulary
    settled: Settled
    mapped: list[MappedFigure] = field(factory=list)
    compared: list[ComparedFigure] = field(factory=list)
    unmapped: list[UnmappedFigure] = field(factory=list)
    decided: dict[int, MappedFigure] = field(factory=dict)
    findings: list[Finding] = field(factory=list)

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
        self.findings += [
            lost(settled.correction) for at, settled in self.settled.at.items() if at not in seen
        ]

    def _surroundings(self, passage: Passage, known: dict[int, _Surroundings]) -> _Surroundings:
        above = known[id(passage.anchor[0])] if passage.anchor else None
        before = known.get(id(passage.before)) if passage.before else None
        return _Surroundings(
            passage,
            WordsAround(self.vocabulary, passage, above.words if above else None),
            OwnersAround(
                passage,
                self.bodies,
                above.owners if above else None,
                before.owners if before else None,
            ),
            PeriodsAround(passage, self.period, above.periods if above else None),
            PartsAround(passage),
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
        settled = self.settled.at.get(figure.span.start)
        change = change_of(figure)
        if settled is None and change is not None:
            self._compare(figure, change)
            return
        kin = self._kin(figure)
        branch = around.owners.branch_of(figure)
        choice = choose_indicator(figure, around.words, kin.relatives(branch))
        match = settled_match(settled) if settled else choice.best
        if settled and match is None:
            self._unmap(figure, "counts nothing, as a person says", choice)
        elif match is None or match.confidence < _ENOUGH:
            self._unmap(figure, _reason(figure, choice), choice)
        else:
            self._place(figure, around, match, kin.whole_of(match), choice)

    def _kin(self, figure: Figure) -> _Kin:
        def mapped(figures: Iterable[Figure]) -> tuple[MappedFigure, ...]:
            found = (self.decided.get(id(one)) for one in figures)
            return tuple(one for one in found if one is not None)

        before = figure_before(figure)
        return _Kin(
            mapped(figures_over(figure)),
            mapped(shared_before(figure)),
            self.decided.get(id(before)),
        )

    def _place(
        self,
        figure: Figure,
        around: _Surroundings,
        match: IndicatorMatch,
        whole: MappedFigure | None,
        choice: IndicatorChoice,
    ) -> None:
        """Give a figure of a known indicator its owner, period and part."""
        owners: tuple[Organization | None, ...]
        owners, is_named = around.owners.owners_of(figure, match.indicator)
        pairs = around.parts.pairs_of(figure, match.indicator, whole.breakdown if whole else ())
        if whole is not None and match.reason.startswith(AS_SHARE):
            owners = (whole.organization,)
        elif whole is not None and _is_no_part(match, whole, figure, owners, pairs):
            self._unmap(figure, "a part that does not say which part it is", choice)
            return
        settled = self.settled.at.get(figure.span.start)
        is_sure = is_named or settled is not None
        sure = match.confidence if is_sure else match.confidence * _NOT_NAMED
        mapped = MappedFigure(
            figure.span,
            figure.mention.quantity,
            match.indicator,
            None,
            around.periods.period_of(figure, earlier=is_earlier(figure)),
            pairs,
            self._role(figure),
            figure.mention.whole,
            sure.quantize(Decimal("0.01")),
            match.reason,
        )
        if settled is not None:
            mapped, owners = settled.applied(mapped), settled.organizations or owners
        alike = [evolve(mapped, organization=owner) for owner in owners or (None,)]
        if settled is not None and any(one.organization and not one.observation for one in alike):
            problem = f"{mapped.quantity}: {mapped.indicator}"
            self.findings.append(refused(settled.correction, figure.span, problem))
            self._unmap(figure, "a correction that cannot be", choice)
            return
        self.mapped += alike
        self.decided[id(figure)] = alike[0]

    def _unmap(self, figure: Figure, reason: str, choice: IndicatorChoice) -> None:
        self.unmapped.append(
            UnmappedFigure(figure.span, figure.mention.quantity, reason, choice.candidates)
        )

    def _role(self, figure: Figure) -> Role:
        kind = fold(self.report.kind)
        start, _ = own_segment(figure)
        before = " ".join(spelled_words(figure.passage.text[start : figure.start]))
        if kind.startswith(_PLANS) or any(" ".join(words) in before for words in cue("aim")):
            return Role.TARGET
        following = spelled_words(figure.passage.text[figure.end : figure.end + 30])
        if any(following[: len(words)] == words for words in cue("planned")):
            return Role.PLAN
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
                self.compared.append(ComparedFigure(figure.span, quantity, comparison, moved))
                return
        self.unmapped.append(
            UnmappedFigure(figure.span, quantity, "a change of a figure that is not mapped")
        )

    def _moved(self, figure: Figure) -> MappedFigure | None:
        """The mapped figure nearest before a change that is counted in its unit."""
        passage = figure.passage
        start = passage.sentence_start(figure.start)
        for earlier in reversed(passage.figures_before(figure.start, start)):
            found = self.decided.get(id(earlier))
            if found and figure.mention.quantity.base_unit in {found.quantity.base_unit, "%"}:
                return found
        return None


def _reason(figure: Figure, choice: IndicatorChoice) -> str:
    """Why a figure is not mapped."""
    if not figure.unit:
        return "no unit"
    if not choice.candidates:
        return f"no indicator in {figure.unit}, or none of its words nearby"
    return "no indicator leads clearly"


def _is_no_part(
    match: IndicatorMatch,
    whole: MappedFigure,
    figure: Figure,
    owners: tuple[Organization | None, ...],
    pairs: Pairs,
) -> bool:
    """Whether a figure that goes by another says nothing of its own to tell it from that."""
    return (
        match.reason in {AS_PART, AS_NEXT}
        and pairs == whole.breakdown
        and owners == (whole.organization,)
        and whole.quantity.unit == figure.mention.unit
    )
