"""Filled forms, checked before anybody counts on them (DV611 to DV617)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from danvan.catalogue import Catalogue
from danvan.errors import NotAdditiveError
from danvan.findings import Finding, Findings, rules
from danvan.indicators import (
    BreakdownKind,
    Indicator,
    Missing,
    Observation,
    Role,
    Scope,
    indicators,
)
from danvan.quantities import Interval, Tally
from danvan.quantities.exact import EXACT
from danvan.reporting.form import Form, FormRule, Relation
from danvan.reporting.submission import Submission

__all__ = ["check_form"]

Key = tuple[str, tuple[tuple[str, str], ...]]
_KINDS: Final = {BreakdownKind.PARTITION: Relation.EQUAL}


def check_form(
    form: Form, submission: Submission, catalogue: Catalogue[Indicator] | None = None
) -> Findings:
    """What a submission lacks of what its form asks for, and what does not add up.

    Looked at are the actual figures of the organization itself.  DV611: it fills
    another form or version; then nothing else is looked at.  DV612: a compulsory cell
    is empty (a reason why there is no figure fills it, save "not reported").  DV613: a
    figure is stated twice, differently.  DV614: a figure the form does not ask for.
    DV615 and DV616: the parts do not go with their whole, or only unlikely so.  DV617
    and DV618: the same of a rule of the form.  What lacks a figure is not evaluated.
    A finding points at the figures concerned as far as these have a span.

    Args:
        form: the form.
        submission: the submission.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        UnknownCodeError: the form asks for an indicator the catalogue does not hold.
    """
    if (submission.form, submission.form_version) != (form.code, form.version):
        got = (
            f"{submission.form} (bản {submission.form_version})" if submission.form else "không ghi"
        )
        return Findings([_found("DV611", submission, got=got, want=form)])
    known = indicators() if catalogue is None else catalogue
    cells = form.cells(known)
    own = [
        one
        for one in submission.observations
        if one.organization == submission.organization and one.role is Role.ACTUAL
    ]
    found: list[Finding] = list(_stated_twice(submission, own))
    stated: dict[Key, Observation] = {}
    for one in sorted(own, key=lambda one: one.scope is Scope.WHOLE):
        stated[one.indicator.code, one.breakdown] = one
    asked = {(cell.indicator.code, cell.breakdown) for cell in cells}
    for cell in cells:
        answer = stated.get((cell.indicator.code, cell.breakdown))
        if cell.compulsory and (answer is None or answer.missing is Missing.NOT_REPORTED):
            found.append(_found("DV612", submission, cell=cell))
    found += [
        _found("DV614", submission, one, indicator=one.indicator.name)
        for key, one in stated.items()
        if key not in asked
    ]
    figures = {key: one for key, one in stated.items() if one.quantity is not None}
    for row in form.rows:
        found += _parts_and_whole(submission, known[row.indicator], figures)
    for rule in form.rules:
        found += _rule(submission, rule, known, figures)
    return Findings(found)


def _found(
    code: str,
    submission: Submission,
    *observations: Observation,
    difference: Decimal | None = None,
    **parts: object,
) -> Finding:
    spans = [one.span for one in observations if one.span is not None]
    return rules()[code].at(
        *spans,
        difference=difference,
        organization=submission.organization.full_name,
        period=submission.period,
        **parts,
    )


def _stated_twice(submission: Submission, own: Iterable[Observation]) -> Iterator[Finding]:
    first: dict[object, Observation] = {}
    for one in own:
        other = first.setdefault((one.indicator.code, one.breakdown, one.scope), one)
        if (other.quantity, other.missing) != (one.quantity, one.missing):
            said = [str(both.quantity or "không có số") for both in (other, one)]
            yield _found(
                "DV613",
                submission,
                other,
                one,
                one=said[0],
                other=said[1],
                indicator=one.indicator.name,
            )


def _parts_and_whole(
    submission: Submission, indicator: Indicator, figures: Mapping[Key, Observation]
) -> Iterator[Finding]:
    whole = figures.get((indicator.code, ()))
    for breakdown in indicator.breakdowns:
        parts = [
            figures.get((indicator.code, ((breakdown.dimension, value),)))
            for value in breakdown.values_for(submission.organization, submission.period)
        ]
        given = [part for part in parts if part is not None]
        if whole is None or not given:
            continue
        relation = _KINDS.get(breakdown.kind, Relation.AT_MOST)
        sums = [given] if relation is Relation.EQUAL else [[part] for part in given]
        if relation is Relation.EQUAL and len(given) < len(parts):
            relation = Relation.AT_MOST  # those without a figure may hold the rest
        for summed in sums:
            yield from _held(
                submission, ("DV615", "DV616"), summed, relation, [whole], indicator.name
            )


def _rule(
    submission: Submission,
    rule: FormRule,
    known: Catalogue[Indicator],
    figures: Mapping[Key, Observation],
) -> Iterator[Finding]:
    left = [figures.get((code, ())) for code in rule.left]
    right = [figures.get((code, ())) for code in rule.right]
    if None in left or None in right:
        return
    sides = ([one for one in side if one is not None] for side in (left, right))
    one, other = (" + ".join(known[code].name for code in side) for side in (rule.left, rule.right))
    what = f"{one} {rule.relation.value} {other}"
    yield from _held(submission, ("DV617", "DV618"), next(sides), rule.relation, next(sides), what)


def _held(
    submission: Submission,
    codes: tuple[str, str],
    left: list[Observation],
    relation: Relation,
    right: list[Observation],
    what: str,
) -> Iterator[Finding]:
    """Hold two sums side by side; what their words allow is no error."""
    stated = [[one.quantity for one in side if one.quantity is not None] for side in (left, right)]
    try:
        one, other = map(Tally.of_all, stated)
    except NotAdditiveError:
        return
    if _agree(one.hard, relation, other.hard):
        if _agree(one.likely, relation, other.likely):
            return
        code = codes[1]
    else:
        code = codes[0]
    difference = EXACT.subtract(one.low, other.low)
    yield _found(
        code,
        submission,
        *left,
        *right,
        difference=difference,
        what=what,
        sum=one.quantity(stated[0][0].base_unit),
        total=other.quantity(stated[1][0].base_unit),
    )


def _agree(one: Interval, relation: Relation, other: Interval) -> bool:
    if relation is Relation.EQUAL:
        return one.intersects(other)
    return one.exceeds(other) is not True
