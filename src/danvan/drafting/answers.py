"""What is put in the place of a slot: words, a footnote or a table, and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Final

from attrs import evolve, frozen

from danvan._enums import Word
from danvan.aggregation import Aggregate
from danvan.drafting.breakdowns import taken_apart
from danvan.drafting.dimensions import ORGANIZATION, dimension_words
from danvan.drafting.figures import Figures
from danvan.drafting.slots import Slot, SlotKind
from danvan.drafting.wording import (
    BLANK,
    blank,
    compared,
    coverage_in_words,
    fulfilled,
    in_unit,
    labels,
    noun,
)
from danvan.errors import InvalidValueError, NotAdditiveError, ParseError
from danvan.findings import Finding, rules
from danvan.indicators import Indicator, Role
from danvan.periods import Period
from danvan.quantities.unit import unit_named
from danvan.reports import Table
from danvan.vietnamese.letters import capitalize, fold

__all__ = ["Answer", "Answers", "Layout"]


class Layout(Word):
    """How a breakdown is laid out; the value is the word for it."""

    WORDS = ""
    FOOTNOTE = "chú thích"
    TABLE = "bảng"


_BY: Final = "theo "
_AGAINST: Final = "so với "
_PLAN: Final = "kế hoạch"
_IN_PERCENT: Final = " theo %"
_DONE: Final = "đã thực hiện"
_NOT_DONE: Final = "chưa thực hiện"
_PERIOD: Final = "kỳ báo cáo"
_REPORTER: Final = "đơn vị báo cáo"
_BASES: Final = {"cung ky": Period.same_period_last_year, "ky truoc": Period.previous}


@frozen
class Answer:
    """What a slot becomes.

    Attributes:
        text: the words; of a passage they may be several lines.
        findings: what is wrong or wanting, without a place yet.
        remarks: what has to be said of the figures, as that some are missing; once in a
            paragraph is enough.
        note: the text of a footnote that hangs on the words, or "".
        table: a table in the place of the words, or ``None``.
        aggregates: the figures it rests on.
        is_blank: whether something is left to be filled in.
    """

    text: str
    findings: tuple[Finding, ...] = ()
    remarks: tuple[str, ...] = ()
    note: str = ""
    table: Table | None = None
    aggregates: tuple[Aggregate, ...] = ()
    is_blank: bool = False


def _blank(text: str, finding: Finding) -> Answer:
    return Answer(text, (finding,), is_blank=True)


@frozen
class Answers:
    """Answers to slots, from figures and from passages a person wrote.

    Attributes:
        figures: the figures.
        passages: words by the names of their slots.
    """

    figures: Figures
    passages: Mapping[str, str]

    def to(self, slot: Slot) -> Answer:
        """What to put in the place of a slot, whatever it says."""
        if slot.kind is SlotKind.LITERAL:
            return Answer(slot.text[::2])
        if slot.kind is SlotKind.STRAY:
            return Answer(slot.text, (rules()["DV665"].at(brace=slot.text),))
        if slot.kind is SlotKind.PASSAGE:
            return self._passage(slot)
        known = tuple(filter(None, map(self.figures.catalogue.get, slot.codes)))
        if len(known) < len(slot.codes):
            return self._unknown(slot)
        layout, dimension = _breakdown(slot.form)
        try:
            if dimension:
                return self._apart(slot, known, layout, dimension)
            return _joined([self._single(slot, one) for one in known])
        except NotAdditiveError:
            return self._missing(slot, known[0], "DV669")

    def _passage(self, slot: Slot) -> Answer:
        given = {
            _PERIOD: str(self.figures.period),
            _REPORTER: self.figures.reporter.full_name,
        } | dict(self.passages)
        if words := given.get(slot.name, "").strip():
            return Answer(words)
        named = slot.name.strip(".… ")
        text = f"{BLANK} ({named})" if named else BLANK
        return _blank(text, rules()["DV666"].at(slot=slot.text))

    def _unknown(self, slot: Slot) -> Answer:
        code = next(code for code in slot.codes if code not in self.figures.catalogue)
        near = get_close_matches(code, [one.code for one in self.figures.catalogue])
        wrong = rules()["DV661"].at(slot=slot.text, code=code, nearest=", ".join(near) or "–")
        return _blank(BLANK, wrong)

    def _single(self, slot: Slot, indicator: Indicator) -> Answer:
        form, folded = slot.form, fold(slot.form)
        if not form:
            return self._figure(slot, indicator)
        if folded == fold(_DONE) or folded == fold(_NOT_DONE):
            return self._coverage(slot, indicator, remaining=folded == fold(_NOT_DONE))
        if folded == fold(_AGAINST + _PLAN):
            return self._plan(slot, indicator)
        if folded.startswith(fold(_AGAINST)):
            words = form[len(_AGAINST) :].removesuffix(_IN_PERCENT)
            base = self._base(words)
            if base is not None:
                return self._comparison(
                    slot, indicator, base, in_percent=form.endswith(_IN_PERCENT)
                )
        for dimension in indicator.breakdowns:
            for value, name in zip(dimension.values, dimension.names, strict=False):
                if folded == fold(name):
                    return self._figure(slot, indicator, ((dimension.dimension, value),))
        return self._in_unit(slot, indicator)

    def _base(self, words: str) -> Period | None:
        shift = _BASES.get(fold(words))
        try:
            return shift(self.figures.period) if shift else Period.parse(words)
        except (ParseError, InvalidValueError):
            return None

    def _figure(
        self, slot: Slot, indicator: Indicator, breakdown: tuple[tuple[str, str], ...] = ()
    ) -> Answer:
        total = self.figures.total(indicator, breakdown)
        if total is None:
            return self._missing(slot, indicator)
        return self._resting_on(Answer(str(total.value)), total)

    def _in_unit(self, slot: Slot, indicator: Indicator) -> Answer:
        unit = slot.form
        if unit_named(unit) is None:
            wrong = rules()["DV664"].at(slot=slot.text, form=unit)
            return _blank(blank(indicator.unit), wrong)
        total = self.figures.total(indicator)
        try:
            if total is not None:
                return self._resting_on(Answer(str(in_unit(total.value, unit))), total)
        except InvalidValueError:
            pass  # it counts something else
        if total is None and indicator.accepts(unit):
            return self._missing(slot, indicator)
        counted = total.value.unit if total else indicator.unit
        wrong = rules()["DV663"].at(
            slot=slot.text, indicator=indicator.name, units=counted, unit=unit
        )
        return _blank(blank(counted), wrong)

    def _missing(
        self, slot: Slot, indicator: Indicator, code: str = "DV662", text: str = "",
        period: Period | None = None, of: str = "",
    ) -> Answer:  # fmt: skip
        wanting = rules()[code].at(
            slot=slot.text,
            indicator=of or indicator.name,
            organization=self.figures.reporter.full_name,
            period=period or self.figures.period,
        )
        return _blank(text or blank(indicator.unit), wanting)

    def _comparison(
        self, slot: Slot, indicator: Indicator, base: Period, *, in_percent: bool
    ) -> Answer:
        now = self.figures.total(indicator)
        before = self.figures.total(indicator, period=base)
        if now is None or before is None:
            text = f"{blank(indicator.unit)} so với {base}"
            return self._missing(slot, indicator, text=text, period=base if now else None)
        words = compared(now, before, in_percent=in_percent)
        answer = Answer(words or f"so với {before.value} của {base}")
        if words is None:
            answer = evolve(answer, findings=(_open(slot, now, before),))
        return self._resting_on(answer, now, before)

    def _plan(self, slot: Slot, indicator: Indicator) -> Answer:
        done, plan = self.figures.total(indicator), self._planned(indicator)
        if done is None or plan is None:
            of = "" if done is None else f"{indicator.name} ({_PLAN})"
            return self._missing(slot, indicator, text=f"đạt {BLANK}% {_PLAN}", of=of)
        words = fulfilled(done, plan)
        answer = Answer(words or f"{_PLAN} {plan.value}")
        if words is None:
            answer = evolve(answer, findings=(_open(slot, done, plan),))
        return self._resting_on(answer, done, plan)

    def _planned(self, indicator: Indicator) -> Aggregate | None:
        """The plan for the period, or else for its year."""
        period = self.figures.period
        for wanted in dict.fromkeys((period, Period.year(period.last.year))):
            for role in (Role.PLAN, Role.TARGET):
                plan = self.figures.total(indicator, period=wanted, role=role)
                if plan is not None and plan.period == wanted:
                    return plan
        return None

    def _coverage(self, slot: Slot, indicator: Indicator, *, remaining: bool) -> Answer:
        found = self.figures.coverage(indicator)
        if not found.done and not found.not_done:
            return self._missing(slot, indicator, text=f"{BLANK}/{BLANK} {noun(found.silent)}")
        each = tuple(self.figures.each(indicator).values())
        words, remark = coverage_in_words(found, remaining=remaining)
        if not found.silent:
            return Answer(words, aggregates=each)
        silent = _silent(indicator, self.figures.period, found.silent, found.among)
        return Answer(words, (silent,), (remark,), aggregates=each)

    def _apart(
        self, slot: Slot, indicators: tuple[Indicator, ...], layout: Layout, dimension: str
    ) -> Answer:
        apart = taken_apart(self.figures, indicators, dimension)
        if apart.is_empty:
            return self._missing(slot, indicators[0])
        answer = Answer(apart.in_words(), apart.findings, aggregates=apart.aggregates)
        silent = tuple(
            finding
            for total in apart.totals
            if total is not None and dimension == ORGANIZATION
            for finding in self._incomplete(total)
        )
        answer = evolve(answer, findings=(*answer.findings, *silent))
        if layout is Layout.TABLE:
            return evolve(answer, text="", table=apart.as_table())
        if layout is Layout.FOOTNOTE:
            whole = _joined([self._figure(slot, one) for one in indicators])
            return evolve(
                whole,
                findings=tuple(dict.fromkeys((*whole.findings, *answer.findings))),
                note=f"{capitalize(answer.text)}.",
                aggregates=answer.aggregates,
            )
        return answer

    def _resting_on(self, answer: Answer, *totals: Aggregate) -> Answer:
        """The answer with a word on every total that is not whole."""
        remarks, found = [], list(answer.findings)
        for total in totals:
            members = self.figures.members(total.indicator, total.period)
            silent = self.figures.silent(total)
            when = "" if total.period == self.figures.period else f"{total.period}: "
            if silent:
                had = f"{len(members) - len(silent)}/{len(members)} {noun(members)}"
                remarks.append(f"({when}{had} có số liệu)")
            elif total.incomplete:
                remarks.append(f"({when}chưa đủ kỳ)")
            found += self._incomplete(total)
        return evolve(answer, remarks=tuple(remarks), findings=tuple(found), aggregates=totals)

    def _incomplete(self, total: Aggregate) -> Iterator[Finding]:
        if silent := self.figures.silent(total):
            members = self.figures.members(total.indicator, total.period)
            yield _silent(total.indicator, total.period, silent, len(members))
        if total.incomplete:
            yield rules()["DV668"].at(
                indicator=total.indicator.name,
                period=total.period,
                organizations=", ".join(labels(total.incomplete).values()),
            )
        for one, other in total.conflicts:
            yield rules()["DV613"].at(
                organization=one.organization.full_name,
                period=one.period,
                indicator=one.indicator.name,
                one=one.quantity,
                other=other.quantity,
            )


def _silent(
    indicator: Indicator, period: Period, silent: Sequence[object], expected: int
) -> Finding:
    return rules()["DV604"].at(
        indicator=indicator.name,
        period=period,
        reported=expected - len(silent),
        expected=expected,
        organizations=", ".join(map(str, silent)),
    )


def _open(slot: Slot, now: Aggregate, before: Aggregate) -> Finding:
    return rules()["DV667"].at(slot=slot.text, one=now.value, other=before.value)


def _joined(answers: Sequence[Answer]) -> Answer:
    """Several answers in a line, with commas between them."""
    if len(answers) == 1:
        return answers[0]
    return Answer(
        ", ".join(answer.text for answer in answers),
        tuple(dict.fromkeys(finding for answer in answers for finding in answer.findings)),
        tuple(dict.fromkeys(remark for answer in answers for remark in answer.remarks)),
        aggregates=tuple(one for answer in answers for one in answer.aggregates),
        is_blank=any(answer.is_blank for answer in answers),
    )


def _breakdown(form: str) -> tuple[Layout, str]:
    """The layout and the dimension a form asks for; no dimension where it asks for none."""
    folded = fold(form)
    for layout in reversed(Layout):
        lead = f"{fold(layout.value)} {_BY}".lstrip()
        if folded.startswith(lead):
            return layout, _dimensions().get(folded.removeprefix(lead), "")
    return Layout.WORDS, ""


@cache
def _dimensions() -> dict[str, str]:
    return {fold(word): one.code for one in dimension_words() for word in (one.name, *one.aliases)}
