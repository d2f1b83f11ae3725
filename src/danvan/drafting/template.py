"""Templates: papers with slots in them, and the reports made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from os import PathLike
from types import MappingProxyType
from typing import Final, Self

from attrs import evolve, field, frozen

from danvan import _fields
from danvan.aggregation import Aggregates
from danvan.drafting.answers import Answers
from danvan.drafting.figures import Figures
from danvan.drafting.filling import Entry, Filling
from danvan.drafting.outlines import outline_text
from danvan.drafting.slots import Slot, SlotKind, find_slots
from danvan.errors import InvalidValueError
from danvan.findings import Finding, Findings, Span, in_order, rules
from danvan.reading import parse_report, read_report
from danvan.reporting.outline import Outline
from danvan.reports import Report
from danvan.validation import check_totals
from danvan.vietnamese.letters import nfc

__all__ = ["Draft", "Template"]

_MOST: Final = 2000
_STATED_BESIDE_PARTS: Final = ("DV601", "DV602", "DV603")
_FIGURES: Final = "Figures(observations, organizations, organization, period)"
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@frozen
class Draft:
    """A report made of a template, with what is still wanting in it.

    Attributes:
        report: the report, as any other: it can be checked and written.
        findings: blanks, figures that are not whole, comparisons nobody can make, parts
            of the outline that are missing; each points at its slot in the template.
        entries: what was put in the place of each slot, with the figures it rests on.
    """

    report: Report = field(validator=_fields.instance(Report))
    findings: Findings = field(validator=_fields.instance(Findings))
    entries: tuple[Entry, ...] = field(validator=_fields.tuple_of(Entry), repr=False)

    @property
    def blanks(self) -> tuple[Entry, ...]:
        """The entries that a person has to fill in."""
        return tuple(one for one in self.entries if one.is_blank)

    def entry_at(self, at: int) -> Entry | None:
        """What was put in at a place of the report's text; ``None`` for the writer's own words."""
        for one in self.entries:
            if one.span is not None and one.span.start <= at < one.span.end:
                return one
        return None


@frozen
class Template:
    r"""A paper with slots in it, as an office writes it: headings, prose, ``{...}``.

    The slots, in words an official can remember (the code of an indicator stands
    before the colon; ``danvan.indicators.indicators()`` lists them)::

        {propaganda.sessions}                         2.639 buổi
        {funds.raised: tỷ đồng}                       in another scale of its unit
        {models.registered: kinh tế}                  one part of a breakdown
        {propaganda.sessions: so với cùng kỳ}         tăng 51 buổi so với năm 2022
        {propaganda.sessions: so với cùng kỳ theo %}  tăng 5,7% so với năm 2022
        {propaganda.sessions: so với kỳ trước}        ... with the period before
        {propaganda.sessions: so với năm 2021}        ... with any period
        {propaganda.sessions: so với kế hoạch}        đạt 105,6% kế hoạch
        {dialogues.sessions: đã thực hiện}            11/13 xã
        {dialogues.sessions: chưa thực hiện}          còn 2/13 xã chưa thực hiện (..., ...)
        {models.registered: theo lĩnh vực}            kinh tế 118 mô hình; ...
        {propaganda.sessions: chú thích theo đơn vị}  2.639 buổi, and a footnote with the parts
        {propaganda.sessions, propaganda.attendances: bảng theo đơn vị}
                                                      a table; alone in its paragraph
        {kỳ báo cáo} {đơn vị báo cáo}                 the period and who reports
        {đánh giá chung}                              words of a person: a blank until given
        {{ and }}                                     literal braces

    Nothing is invented.  What is not known becomes a blank ("…… buổi") and a finding; a
    figure that not all units reported says so ("(8/13 xã có số liệu)").

    Attributes:
        report: the paper as written.
        outline: the outline (đề cương) the report must keep to, or ``None``.

    >>> from danvan.indicators import Observation, indicators
    >>> from danvan.organizations import Organizations
    >>> from danvan.periods import Period
    >>> from danvan.quantities import Quantity
    >>> tree, year = Organizations.shipped("tam_duong"), Period.year(2023)
    >>> held = Observation(indicators()["propaganda.sessions"], tree["tam_duong.party"], year,
    ...                    Quantity.parse("2.639 buổi"))
    >>> template = Template.parse("BÁO CÁO\ncông tác dân vận {kỳ báo cáo}\n\nI. KẾT QUẢ\n\n"
    ...     "Tổ chức {propaganda.sessions}, {propaganda.attendances} tham dự.\n")
    >>> draft = template.fill(Figures([held], tree, "tam_duong.party", year))
    >>> draft.report.title, draft.report.sections[0].paragraphs[0].text
    ('công tác dân vận năm 2023', 'Tổ chức 2.639 buổi, …… lượt người tham dự.')
    >>> [finding.code for finding in draft.findings]
    ['DV662']

    Raises:
        InvalidValueError: more than 2.000 slots and braces.
    """

    report: Report = field(validator=_fields.instance(Report))
    outline: Outline | None = field(
        default=None, validator=_fields.optional(_fields.instance(Outline))
    )

    def __attrs_post_init__(self) -> None:
        if any(islice(find_slots(self.report.text), _MOST, None)):
            want = f"at most {_MOST} slots and braces"
            raise InvalidValueError("template", self.report.name, want)

    @classmethod
    def parse(cls, text: str, *, name: str = "mẫu báo cáo", outline: Outline | None = None) -> Self:
        """Read a template from its text, plain or in Markdown."""
        return cls(parse_report(text, name=name), outline)

    @classmethod
    def read(cls, path: str | PathLike[str], *, outline: Outline | None = None) -> Self:
        """Read a template from a file: .txt, .md, or .docx where the extra is installed.

        Raises:
            UnreadableFileError, MissingExtraError: see :func:`danvan.read_report`.
            InvalidValueError: too many slots.
        """
        return cls(read_report(path), outline)

    @classmethod
    def of(cls, outline: Outline) -> Self:
        """The bare template of an outline: its headings, a passage to be written under each.

        >>> from danvan.reporting.outline import outlines
        >>> print(Template.of(outlines()["annual"]).report.text[:106])
        BÁO CÁO
        {trích yếu}
        <BLANKLINE>
        Phần thứ nhất
        KẾT QUẢ CÔNG TÁC DÂN VẬN
        <BLANKLINE>
        I. KHÁI QUÁT TÌNH HÌNH
        <BLANKLINE>
        {khái quát tình hình}
        """
        return cls.parse(outline_text(outline), name=outline.name, outline=outline)

    def slots(self) -> Iterator[Slot]:
        """The slots of its paragraphs, footnotes and headings, in reading order."""
        for words in self._texts():
            for slot in find_slots(words):
                if slot.kind in (SlotKind.FIGURE, SlotKind.PASSAGE):
                    yield slot

    def _texts(self) -> Iterator[str]:
        yield self.report.title
        for section in self.report:
            yield section.heading
        for paragraph in self.report.paragraphs():
            yield paragraph.text
        for note in self.report.footnotes:
            yield note.text

    def outlined(self, report: Report) -> Findings:
        """What a report made of it lacks of the outline; nothing where there is none."""
        if self.outline is None:
            return Findings()
        return self.outline.check(section.title for section in report)

    def fill(
        self, figures: Figures, passages: Mapping[str, str] = _NOTHING, *, name: str = ""
    ) -> Draft:
        """Make the report.

        Args:
            figures: what was reported.
            passages: what a person wrote, by the names of the slots it is for; a passage of
                several lines becomes as many paragraphs.
            name: what to call the report; the name of the template if none is given.

        Raises:
            InvalidValueError: figures that are none, such as bare observations.
        """
        if not isinstance(figures, Figures):
            raise InvalidValueError("figures of a template", type(figures).__name__, _FIGURES)
        filling = Filling(self.report, Answers(figures, passages))
        report, entries = filling.report(name or self.report.name)
        found = [*filling.findings]
        totals = {id(one): one for entry in entries for one in entry.aggregates}
        found += check_totals(Aggregates(tuple(totals.values()))).only(*_STATED_BESIDE_PARTS)
        asked = {slot.name for one in entries for slot in find_slots(one.slot)}
        found += (
            rules()["DV670"].at(passage=passage)
            for passage in passages
            if nfc(passage) not in asked
        )
        found += self.outlined(report)
        return Draft(report, in_order(_merged(found)), entries)


def _merged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """One finding for what is wrong in several places, with all of them."""
    places: dict[Finding, dict[Span, None]] = {}
    for finding in findings:
        places.setdefault(evolve(finding, spans=()), {}).update(dict.fromkeys(finding.spans))
    for finding, spans in places.items():
        yield evolve(finding, spans=tuple(spans))
