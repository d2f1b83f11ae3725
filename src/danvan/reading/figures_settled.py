"""Corrections at their places in a report: which figure each is of, and what it makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from attrs import evolve, frozen

from danvan.catalogue import Catalogue
from danvan.errors import DanvanError, InvalidValueError
from danvan.findings import Finding, Span, rules
from danvan.indicators import Indicator, Role
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reading.corrections import Correction, places_of
from danvan.reading.figure_indicators import IndicatorMatch
from danvan.reading.mapping import MappedFigure
from danvan.reports import Report

__all__ = ["Settled", "SettledFigure", "lost", "refused", "settled_match"]

_BY_HAND = "as a person says"


@frozen
class SettledFigure:
    """A correction with what its codes stand for.

    Attributes:
        correction: the correction.
        indicator: its indicator; ``None`` where the figure counts nothing.
        organizations: the bodies whose figure it is; none where it leaves that to the words.
        period: the time it is for, or ``None``.
    """

    correction: Correction
    indicator: Indicator | None = None
    organizations: tuple[Organization, ...] = ()
    period: Period | None = None

    def applied(self, figure: MappedFigure) -> MappedFigure:
        """A figure as the words have it, with what the person says in place of them.

        The organizations are left to the caller, for there may be several.
        """
        parts, role = self.correction.parts, self.correction.role
        unit = self.correction.unit or figure.quantity.unit
        return evolve(
            figure,
            quantity=evolve(figure.quantity, unit=unit),
            period=self.period or figure.period,
            breakdown=figure.breakdown if parts is None else tuple(sorted(parts)),
            role=Role(role) if role else figure.role,
        )


def settled_match(settled: SettledFigure) -> IndicatorMatch | None:
    """The indicator a person gives a figure, which is beyond doubt."""
    if settled.indicator is None:
        return None
    return IndicatorMatch(settled.indicator, Decimal(1), _BY_HAND)


def lost(correction: Correction) -> Finding:
    """The finding that there is no figure where a correction points."""
    return rules()["DV691"].at(words=correction.words)


def refused(correction: Correction, place: Span, problem: object) -> Finding:
    """The finding that a correction cannot be."""
    return rules()["DV693"].at(place, words=correction.words, problem=problem)


@frozen
class Settled:
    """The corrections of a report by the places of their numerals.

    Attributes:
        at: each correction under the place where its numeral begins.
        findings: the corrections that have no place, or several, or cannot be.
    """

    at: Mapping[int, SettledFigure]
    findings: tuple[Finding, ...]

    @classmethod
    def of(
        cls,
        report: Report,
        corrections: Iterable[Correction],
        catalogue: Catalogue[Indicator],
        organizations: Organizations,
    ) -> Settled:
        """Find the places of corrections in a report, and what they stand for."""
        at: dict[int, SettledFigure] = {}
        findings: list[Finding] = []
        for correction in corrections:
            places = places_of(correction, report)
            if len(places) == 1:
                try:
                    settled = _settled(correction, catalogue, organizations)
                    _check(settled, correction)
                except DanvanError as error:
                    findings.append(refused(correction, places[0], error))
                else:
                    at[places[0].start] = settled
            elif places:
                several = rules()["DV692"]
                findings.append(several.at(*places, words=correction.words, places=len(places)))
            else:
                findings.append(lost(correction))
        return cls(at, tuple(findings))


def _settled(
    correction: Correction, catalogue: Catalogue[Indicator], organizations: Organizations
) -> SettledFigure:
    if not correction.counts:
        return SettledFigure(correction)
    return SettledFigure(
        correction,
        catalogue[correction.indicator],
        tuple(
            organizations[code.strip()]
            for code in (correction.organization or "").split(";")
            if code.strip()
        ),
        Period.parse(correction.period) if correction.period else None,
    )


def _check(settled: SettledFigure, correction: Correction) -> None:
    """Refuse parts that are none of the indicator."""
    for dimension, value in correction.parts or ():
        known = settled.indicator.breakdown(dimension) if settled.indicator else None
        if known is None or (known.values and not set(value.split("+")) <= set(known.values)):
            what = f"breakdown of {correction.indicator}"
            raise InvalidValueError(what, f"{dimension}={value}", "a part of the indicator")
