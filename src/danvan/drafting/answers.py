"""From a slot to its answer: every form a figure may be asked for in."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final

from attrs import evolve, frozen

from danvan._enums import Word
from danvan.aggregation import Aggregate
from danvan.drafting.answer import Answer, blank_answer, joined
from danvan.drafting.breakdowns import taken_apart
from danvan.drafting.dimensions import ORGANIZATION, dimension_words
from danvan.drafting.figures import Figures
from danvan.drafting.slots import Slot, SlotKind
from danvan.drafting.wholeness import resting_on, silence
from danvan.drafting.wording import (
    BLANK,
    blank,
    compared,
    coverage_in_words,
    fulfilled,
    in_unit,
    noun,
)
from danvan.errors import InvalidValueError, NotAdditiveError, ParseError
from danvan.findings import Finding, rules
from danvan.indicators import Indicator, Role
from danvan.periods import Period
from danvan.quantities.unit import unit_named
from danvan.vietnamese.letters import capitalize, fold, nfc

__all__ = ["Answers", "Layout"]


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
            return joined([self._single(slot, one) for one in known])
        except NotAdditiveError:
            return self._missing(slot, known[0], "DV669")

    def _passage(self, slot: Slot) -> Answer:
        given = {
            _PERIOD: str(self.figures.period),
            _REPORTER: self.figures.reporter.full_name,
        } | {nfc(name): words for name, words in self.passages.items()}
        if words := given.get(slot.name, "").strip():
            return Answer(words)
        named = slot.name.strip(".… ")
        text = f"{BLANK} ({named})" if named else BLANK
        return blank_answer(text, rules()["DV666"].at(slot=slot.text))

    def _unknown(self, slot: Slot) -> Answer:
        code = next(code for code in slot.codes if code not in self.figures.catalogue)
        near = get_close_matches(code, [one.code for one in self.figures.catalogue])
        wrong = rules()["DV661"].at(slot=slot.text, code=code, nearest=", ".join(near) or "–")
        return blank_answer(BLANK, wrong)

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
        return resting_on(self.figures, Answer(str(total.value)), total)

    def _in_unit(self, slot: Slot, indicator: Indicator) -> Answer:
        unit = slot.form
        if unit_named(unit) is None:
            wrong = rules()["DV664"].at(slot=slot.text, form=unit)
            return blank_answer(blank(indicator.unit), wrong)
        total = self.figures.total(indicator)
        try:
            if total is not None:
                return resting_on(self.figures, Answer(str(in_unit(total.value, unit))), total)
        except InvalidValueError:
            pass  # it counts something else
        if total is None and indicator.accepts(unit):
            return self._missing(slot, indicator)
        counted = total.value.unit if total else indicator.unit
        wrong = rules()["DV663"].at(
            slot=slot.text, indicator=indicator.name, units=counted, unit=unit
        )
        return blank_answer(blank(counted), wrong)

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
        return blank_answer(text or blank(indicator.unit), wanting)

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
        return resting_on(self.figures, answer, now, beside=before, called=str(base))

    def _plan(self, slot: Slot, indicator: Indicator) -> Answer:
        done, plan = self.figures.total(indicator), self._planned(indicator)
        if done is None or plan is None:
            of = "" if done is None else f"{indicator.name} ({_PLAN})"
            return self._missing(slot, indicator, text=f"đạt {BLANK}% {_PLAN}", of=of)
        words = fulfilled(done, plan)
        answer = Answer(words or f"{_PLAN} {plan.value}")
        if words is None:
            answer = evolve(answer, findings=(_open(slot, done, plan),))
        return resting_on(self.figures, answer, done, beside=plan, called=_PLAN)

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
        silent = silence(indicator, self.figures.period, found.silent, found.among)
        return Answer(words, (silent,), (remark,), aggregates=each)

    def _apart(
        self, slot: Slot, indicators: tuple[Indicator, ...], layout: Layout, dimension: str
    ) -> Answer:
        apart = taken_apart(self.figures, indicators, dimension)
        if apart.is_empty:
            return self._missing(slot, indicators[0])
        totals = tuple(total for total in apart.totals if total is not None)
        answer = resting_on(self.figures, Answer(apart.in_words(), apart.findings), *totals)
        answer = evolve(answer, aggregates=apart.aggregates)
        if dimension == ORGANIZATION:  # who is silent is named among the parts
            answer = evolve(answer, remarks=())
        if layout is Layout.TABLE:
            return evolve(answer, text="", table=apart.as_table())
        if layout is Layout.FOOTNOTE:
            whole = joined([self._figure(slot, one) for one in indicators])
            return evolve(
                whole,
                findings=tuple(dict.fromkeys((*whole.findings, *answer.findings))),
                note=f"{capitalize(answer.text)}.",
                aggregates=answer.aggregates,
            )
        return answer


def _open(slot: Slot, now: Aggregate, before: Aggregate) -> Finding:
    return rules()["DV667"].at(slot=slot.text, one=now.value, other=before.value)


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
