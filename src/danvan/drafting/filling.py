"""Going through a template part by part and putting answers in the place of its slots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeVar

import attrs
from attrs import evolve, frozen

from danvan.aggregation import Aggregate
from danvan.drafting.answer import Answer
from danvan.drafting.answers import Answers
from danvan.drafting.slots import Slot, SlotKind, find_slots
from danvan.drafting.wording import BLANK
from danvan.findings import Finding, Span, rules
from danvan.reports import (
    Annex,
    Cell,
    Emphasis,
    Extent,
    Footnote,
    Letterhead,
    Paragraph,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
    composed,
)

__all__ = ["Entry", "Filling"]

P = TypeVar("P", Letterhead, Recipient, Signature, Annex)


@frozen
class Entry:
    """What was put in the place of one slot.

    Attributes:
        slot: the slot as written.
        asked: where it stands in the template.
        span: where the words stand in the report; ``None`` in titles and headings.
        text: the words; empty for a table.
        aggregates: the figures they rest on.
        is_blank: whether something is left to be filled in there.
    """

    slot: str
    asked: Span
    span: Span | None
    text: str
    aggregates: tuple[Aggregate, ...]
    is_blank: bool


@frozen
class _Cut:
    """A slot, its answer, and where the words of it stand in the new paragraph."""

    slot: Slot
    answer: Answer
    start: int
    end: int


class Filling:
    """One run over a template."""

    def __init__(self, template: Report, answers: Answers) -> None:
        self.template = template
        self.answers = answers
        self.findings: list[Finding] = []
        self._notes: list[Footnote] = []
        self._marks = 0
        self._waiting: dict[str, list[Footnote]] = {}
        for note in reversed(template.footnotes):
            self._waiting.setdefault(note.mark, []).append(note)
        self._asked: dict[str, Answer] = {}
        self._placed: list[tuple[Paragraph | None, _Cut, Span]] = []

    def report(self, name: str) -> tuple[Report, tuple[Entry, ...]]:
        """The report, filled in and composed, and what was put where."""
        old = self.template
        head = old.heading_span
        preamble, tables = self._content(old.preamble, old.tables)
        filled = evolve(
            old,
            name=name,
            letterhead=old.letterhead and self._strings(old.letterhead, old.letterhead.span),
            title=self._line(old.title, head),
            addressed_to=self._line(old.addressed_to, head),
            preamble=preamble,
            tables=tables,
            sections=tuple(map(self._section, old.sections)),
            recipients=tuple(self._strings(one, one.span) for one in old.recipients),
            signature=old.signature and self._strings(old.signature, old.signature.span),
            annexes=tuple(map(self._annex, old.annexes)),
            remainder=tuple(self._prose(old.remainder)),
        )
        for uncalled in [note for notes in self._waiting.values() for note in notes]:
            self._call(self._footnote(uncalled))
        filled = evolve(filled, footnotes=tuple(self._notes))
        report = composed(filled)
        return report, tuple(self._entries(filled, report))

    def _entries(self, filled: Report, report: Report) -> Iterator[Entry]:
        """What was put in, with its place in the composed report."""
        place = {id(old): new for old, new in zip(_words(filled), _words(report), strict=True)}
        for paragraph, cut, asked in self._placed:
            new = place.get(id(paragraph))
            span = Span(*new.span(cut.start, cut.end), report) if new else None
            answer = cut.answer
            yield Entry(cut.slot.text, asked, span, answer.text, answer.aggregates, answer.is_blank)

    def _section(self, section: Section) -> Section:
        heading, marks = section.heading, section.heading_marks
        if heading:
            filled = self._fill(Paragraph(heading, marks), section.heading_span)
            heading, marks = filled.text, filled.marks
        paragraphs, tables = self._content(section.paragraphs, section.tables)
        return evolve(
            section,
            heading=heading,
            heading_marks=marks,
            paragraphs=paragraphs,
            tables=tables,
            sections=tuple(map(self._section, section.sections)),
        )

    def _annex(self, annex: Annex) -> Annex:
        paragraphs, tables = self._content(annex.paragraphs, annex.tables)
        return evolve(
            self._strings(annex, annex.span),
            paragraphs=paragraphs,
            tables=tables,
            sections=tuple(map(self._section, annex.sections)),
        )

    def _content(
        self, paragraphs: Sequence[Paragraph], tables: Sequence[Table]
    ) -> tuple[tuple[Paragraph, ...], tuple[Table, ...]]:
        """The paragraphs and tables of one part, in reading order."""
        found: list[Paragraph] = []
        laid: list[Table] = []
        waiting = list(reversed(tables))
        for at, paragraph in enumerate(paragraphs):
            while waiting and waiting[-1].after <= at:
                laid.append(self._table(waiting.pop(), len(found)))
            answer = self._alone(paragraph)
            if answer is not None and answer.table is not None:
                laid.append(evolve(answer.table, after=len(found)))
                found.extend(map(Paragraph, answer.remarks))
            else:
                found.extend(self._prose([paragraph]))
        laid.extend(self._table(table, len(found)) for table in reversed(waiting))
        return tuple(found), tuple(laid)

    def _alone(self, paragraph: Paragraph) -> Answer | None:
        """The answer to a paragraph that asks for a table and says nothing else."""
        slot = next(find_slots(paragraph.text), None)
        if slot is None or slot.text != paragraph.text or slot.kind is not SlotKind.FIGURE:
            return None
        answer = self._ask(slot)
        if answer.table is None:
            return None
        self._found(answer, asked := Span(*paragraph.extent, self.template))
        self._placed.append((None, _Cut(slot, answer, 0, 0), asked))
        return answer

    def _prose(self, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
        """Paragraphs filled in; a passage of several lines becomes as many paragraphs."""
        for paragraph in paragraphs:
            slot = next(find_slots(paragraph.text), None)
            if slot is None:
                yield self._fill(paragraph)
                continue
            whole = slot.text == paragraph.text and slot.kind is SlotKind.PASSAGE
            lines = self._ask(slot).text.splitlines() if whole else []
            kept = [words for line in lines if (words := " ".join(line.split()))]
            for line in kept[:-1]:
                yield Paragraph(line)
            yield self._fill(paragraph, last_line=kept[-1] if kept[1:] else "")

    def _table(self, table: Table, after: int) -> Table:
        header, *rows = (
            tuple(
                Cell(tuple(self._fill(one, notes=False) for one in cell.paragraphs)) for cell in row
            )
            for row in (table.header, *table.rows)
        )
        return Table(header, tuple(rows), after)

    def _strings(self, part: P, place: Extent) -> P:
        """A part with the slots in its own texts filled in."""
        texts = {
            one.name: value
            for one in attrs.fields(type(part))
            if isinstance(value := getattr(part, one.name), str) and ("{" in value or "}" in value)
        }
        filled = {
            name: "\n".join(self._line(line, place) for line in value.split("\n"))
            for name, value in texts.items()
        }
        return evolve(part, **filled) if filled else part  # type: ignore[arg-type]  # texts by name

    def _line(self, words: str, place: Extent) -> str:
        """A text of one line that is no paragraph."""
        return self._fill(Paragraph(words), place, notes=False).text if words.strip() else words

    def _fill(
        self,
        paragraph: Paragraph,
        place: Extent | None = None,
        *,
        notes: bool = True,
        last_line: str = "",
    ) -> Paragraph:
        """A paragraph with answers in the place of its slots.

        Args:
            paragraph: the paragraph as the template has it.
            place: where it stands, if it does not know itself.
            notes: whether footnotes may hang on it.
            last_line: the words for its slot, where others went before them.
        """
        words: list[str] = []
        cuts: list[_Cut] = []
        said: set[str] = set()
        at = length = 0
        for slot in find_slots(paragraph.text):
            answer = self._answer(slot, notes=notes)
            text = last_line or _in_line(answer, said)
            before = paragraph.text[at : slot.start]
            words += before, text
            start = length + len(before)
            length, at = start + len(text), slot.end
            cuts.append(_Cut(slot, answer, start, length))
        if not cuts and not paragraph.marks:
            return paragraph
        words.append(paragraph.text[at:])
        moved = _Moved(cuts)
        filled = Paragraph(
            "".join(words),
            self._marked(paragraph, cuts, moved),
            tuple(moved.emphasis(paragraph.emphasis)),
        )
        for cut in cuts:
            extent = place or paragraph.span(cut.slot.start, cut.slot.end)
            self._found(cut.answer, asked := Span(*extent, self.template))
            if cut.slot.kind in (SlotKind.FIGURE, SlotKind.PASSAGE):
                self._placed.append((filled, cut, asked))
        return filled

    def _ask(self, slot: Slot) -> Answer:
        if slot.text not in self._asked:
            self._asked[slot.text] = self.answers.to(slot)
        return self._asked[slot.text]

    def _answer(self, slot: Slot, *, notes: bool) -> Answer:
        answer = self._ask(slot)
        if answer.table is not None:
            wrong = rules()["DV664"].at(slot=slot.text, form=slot.form)
            return Answer(BLANK, (*answer.findings, wrong), is_blank=True)
        if answer.note and not notes:
            return evolve(answer, text=f"{answer.text} ({answer.note.rstrip('.')})", note="")
        return answer

    def _found(self, answer: Answer, place: Span) -> None:
        self.findings += (evolve(one, spans=(place, *one.spans)) for one in answer.findings)

    def _marked(
        self, paragraph: Paragraph, cuts: Sequence[_Cut], moved: _Moved
    ) -> tuple[tuple[int, str], ...]:
        """The footnote marks of a paragraph, old and new, numbered on."""
        new = [(cut.end, 0, cut.answer.note) for cut in cuts if cut.answer.note]
        old = [(moved.to(at), 1, mark) for at, mark in paragraph.marks]
        marks = []
        for at, is_old, words in sorted(new + old, key=lambda one: one[:2]):
            note: Footnote | None = Footnote("1", (Paragraph(words),))
            if is_old:
                waiting = self._waiting.get(words)
                note = waiting.pop() if waiting else None
                note = note and self._footnote(note)
            marks.append((at, self._call(note)))
        return tuple(marks)

    def _call(self, note: Footnote | None) -> str:
        """Give the next footnote its mark; a mark may be left without a footnote."""
        self._marks += 1
        mark = str(self._marks)
        if note is not None:
            self._notes.append(evolve(note, mark=mark))
        return mark

    def _footnote(self, note: Footnote) -> Footnote:
        paragraphs = tuple(self._fill(one, notes=False) for one in note.paragraphs)
        return evolve(note, paragraphs=paragraphs)


class _Moved:
    """Where the places of a paragraph are after its slots were filled."""

    def __init__(self, cuts: Sequence[_Cut]) -> None:
        self.cuts = cuts
        self.starts = [cut.slot.start for cut in cuts]

    def to(self, at: int) -> int:
        """The new place of an old one; the inside of a slot goes to its end."""
        last = bisect_right(self.starts, at) - 1
        if last < 0:
            return at
        cut = self.cuts[last]
        return cut.start if at == cut.slot.start else cut.end + max(0, at - cut.slot.end)

    def emphasis(self, old: Sequence[Emphasis]) -> Iterator[Emphasis]:
        """The stretches that are set apart, without those that lay within a slot."""
        for one in old:
            start, end = self.to(one.start), self.to(one.end)
            if start < end:
                yield Emphasis(start, end, one.style)


def _in_line(answer: Answer, said: set[str]) -> str:
    """The words of an answer, with the remarks that were not made yet."""
    remarks = [one for one in answer.remarks if one not in said]
    said.update(remarks)
    return " ".join([*answer.text.split(), *remarks]) or BLANK


def _words(report: Report) -> Iterator[Paragraph]:
    yield from report.paragraphs()
    for note in report.footnotes:
        yield from note.paragraphs
