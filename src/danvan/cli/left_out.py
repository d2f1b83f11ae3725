"""Why figures do not stand in what ``danvan roll-up`` puts together, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import Final

from attrs import frozen

from danvan.aggregation import Aggregate, Aggregates, roll_up
from danvan.aggregation.tree import Climb
from danvan.errors import NotAdditiveError
from danvan.indicators import Kind, Observation, Role
from danvan.indicators.files import not_reported
from danvan.messages import say
from danvan.organizations import Organizations
from danvan.periods import Period

__all__ = ["RolledUp", "below"]


class _Reason(Enum):
    NOT_ACTUAL = auto()
    OF_ANOTHER_PERIOD = auto()
    NOT_BELOW = auto()
    OVERLAPPED = auto()


_WORDS: Final = {
    _Reason.NOT_ACTUAL: "{count} figures that are plans, targets or forecasts were left out",
    _Reason.OF_ANOTHER_PERIOD: "{count} figures of another period were left out",
    _Reason.NOT_BELOW: (
        "{count} figures of organizations that are not below {organization} were left out"
    ),
    _Reason.OVERLAPPED: (
        "{count} figures of periods that overlap a longer one with a figure were left out"
    ),
}


@frozen
class RolledUp:
    """What was put together, and what was not.

    Attributes:
        totals: what was put together.
        given: the figures it was to be made of.
        organizations: the tree.
        of: the code of the organization that was asked for.
        period: the time that was asked for.
        refused: the codes of the indicators whose figures do not go together.
    """

    totals: Aggregates
    given: tuple[Observation, ...]
    organizations: Organizations
    of: str
    period: Period
    refused: frozenset[str]

    @classmethod
    def of_all(
        cls, given: tuple[Observation, ...], organizations: Organizations, of: str, period: Period
    ) -> RolledUp:
        """Put figures together; those of indicators that do not add up are set aside."""
        refused: frozenset[str] = frozenset()
        while True:
            additive = tuple(one for one in given if one.indicator.code not in refused)
            try:
                totals = roll_up(additive, organizations, to=of, period=period)
            except NotAdditiveError as error:
                if error.indicator in refused:
                    raise
                refused |= {error.indicator}
            else:
                return cls(totals, given, organizations, of, period, refused)

    @property
    def counted(self) -> tuple[Observation, ...]:
        """The figures that were not left out."""
        out = set(map(id, self.totals.left_out))
        return tuple(
            one
            for one in self.given
            if id(one) not in out and one.indicator.code not in self.refused
        )

    def remarks(self, lang: str) -> Iterator[str]:
        """A sentence for each reason why figures were left out, and for what totals lack."""
        climb = Climb(self.organizations, self.period, self.of)
        found: dict[_Reason | str, list[Observation]] = {}
        figures = (one for one in self.given if one.missing is None)
        set_aside = (one for one in figures if one.indicator.code in self.refused)
        for one in (*self.totals.left_out, *set_aside):
            found.setdefault(self._reason(one, climb), []).append(one)
        above = self.organizations[self.of].full_name
        for reason, left in found.items():
            if isinstance(reason, _Reason):
                yield say(_WORDS[reason], lang, count=len(left), organization=above)
            else:
                yield _refusal(left, lang)
        for total in self.totals:
            if codes := below(total):
                sentence = "“{indicator}”: put together of totals without {codes}"
                name = total.indicator.of(total.breakdown)
                yield say(sentence, lang, indicator=name, codes=", ".join(codes))
        if not self.totals.found and not self.refused & found.keys():
            yield self._nothing(found.get(_Reason.NOT_BELOW, ()), climb, lang)

    def _reason(self, one: Observation, climb: Climb) -> _Reason | str:
        """Why a figure does not count; the code of its indicator where that does not add up."""
        if one.role is not Role.ACTUAL:
            return _Reason.NOT_ACTUAL
        if one.period not in self.period:
            return _Reason.OF_ANOTHER_PERIOD
        if climb.number(one.organization) not in climb.tops:
            return _Reason.NOT_BELOW
        return one.indicator.code if one.indicator.code in self.refused else _Reason.OVERLAPPED

    def _nothing(self, elsewhere: Sequence[Observation], climb: Climb, lang: str) -> str:
        """Why there is no total at all, with the organizations that would have some."""
        above = self.organizations[self.of].full_name
        tops = {climb.line(climb.number(one.organization))[-1] for one in elsewhere}
        if not tops:
            sentence = "nothing was put together: {organization} has no figure for {period}"
            return say(sentence, lang, organization=above, period=self.period)
        codes = ", ".join(climb.members[top].code for top in sorted(tops))
        sentence = "nothing was put together: want --of with one of those above the figures: {tops}"
        return say(sentence, lang, tops=codes)


def below(total: Aggregate) -> tuple[str, ...]:
    """The codes of those who did not report for the totals a total was put together of."""
    return tuple(dict.fromkeys(code for one in total.sources for code in not_reported(one)))


def _refusal(figures: Sequence[Observation], lang: str) -> str:
    """What figures of one indicator would want to be put together, and where they stand."""
    indicator = figures[0].indicator
    if indicator.kind is Kind.RATIO:
        wanted = "want those of {numerator} and {denominator} from the same organizations"
    elif indicator.weight:
        wanted = "want those of {weight}, by which it is weighed"
    else:
        wanted = "want its figure for the whole"
    codes = {
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "weight": indicator.weight,
    }
    return say(
        "{count} figures of “{indicator}” do not add up and were left out: {wanted} ({sources})",
        lang,
        count=len(figures),
        indicator=indicator.name,
        wanted=say(wanted, lang, **codes),
        sources="; ".join(one.source or str(one) for one in figures),
    )
