"""What changed from one version of a report to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, cast

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.drafting.alignment import aligned, in_place
from danvan.drafting.blocks import Block, BlockKind, blocks
from danvan.drafting.figure_pairs import FigureChange, figure_changes
from danvan.reading import QuantityMention
from danvan.rendering import format_table, table_to_html, table_to_markdown
from danvan.reports import Report
from danvan.vietnamese.numbers import format_number

__all__ = ["BlockChange", "ChangeKind", "ReportChanges", "compare_reports"]

_HEADERS: Final = ("Thay đổi", "Phần", "Ở mục", "Trước", "Sau", "Số liệu")
_FIGURE_HEADERS: Final = ("Ở mục", "Số liệu trước", "Số liệu sau", "Chênh lệch")
_LONGEST: Final = 100
_AROUND: Final = 24


def _in_vietnamese(kind: Word) -> str:
    return str(kind.value)


class ChangeKind(Word):
    """What happened to a part of a report; the value is the word for it."""

    ADDED = "thêm"
    REMOVED = "bỏ"
    CHANGED = "sửa"
    MOVED = "chuyển chỗ"


@frozen
class BlockChange:
    """One heading, paragraph, row or footnote that is not as it was.

    Attributes:
        kind: what happened to it; what was changed and moved is changed.
        before: it as it was; ``None`` where it is new.
        after: it as it is; ``None`` where it is gone.
        figures: the figures in it that changed.
        moved: whether it stands elsewhere among the others.
    """

    kind: ChangeKind
    before: Block | None
    after: Block | None
    figures: tuple[FigureChange, ...] = ()
    moved: bool = False

    @property
    def block(self) -> Block:
        """It as it is, or as it was where it is gone."""
        return cast("Block", self.before) if self.after is None else self.after


@frozen
class ReportChanges:
    """The changes between two versions of a report, in the order of the later one.

    ``str()`` is a table for a terminal; notebooks show the same.

    Attributes:
        before, after: the two versions.
        changes: what changed; nothing where they say the same.
    """

    before: Report = field(validator=_fields.instance(Report), repr=False)
    after: Report = field(validator=_fields.instance(Report), repr=False)
    changes: tuple[BlockChange, ...] = field(validator=_fields.tuple_of(BlockChange))

    @property
    def figures(self) -> tuple[FigureChange, ...]:
        """Every figure that changed, was added or was taken out."""
        return tuple(one for change in self.changes for one in change.figures)

    def table(
        self, word: Callable[[Word], str] = _in_vietnamese
    ) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """The names of the columns, and a row for each change.

        Args:
            word: what says a :class:`ChangeKind` or a kind of block, where that is not to be
                in Vietnamese.
        """
        return _HEADERS, [_row(change, word) for change in self.changes]

    def figure_table(
        self, word: Callable[[Word], str] = _in_vietnamese
    ) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """The names of the columns, and a row for each figure that changed; see :meth:`table`."""
        return _FIGURE_HEADERS, [
            (_place(change.block, word), _said(one.before), _said(one.after), _difference(one))
            for change in self.changes
            for one in change.figures
        ]

    def to_markdown(self) -> str:
        """The table of changes in Markdown."""
        return table_to_markdown(*self.table())

    def to_html(self) -> str:
        """The table of changes as a ``<table>`` element, every word escaped."""
        return table_to_html(*self.table())

    def __str__(self) -> str:
        return format_table(*self.table()) if self.changes else "không có thay đổi"

    def _repr_html_(self) -> str:
        return notebook.grid(f"{self.before} → {self.after}", *self.table())


def compare_reports(before: Report, after: Report) -> ReportChanges:
    r"""Hold two versions of a report side by side: a draft and the next.

    Paragraphs, headings, rows of tables and footnotes are matched by their words, wherever they
    stand, so that one that was moved is not taken for one gone and one new; in those that
    were changed figures are matched by the words around them.

    Args:
        before: the earlier version.
        after: the later one.

    >>> from danvan.reading import parse_report
    >>> one, two = (parse_report(f"BÁO CÁO\ntháng 9\n\nI. KẾT QUẢ\n\nCó {n} hội nghị.\n")
    ...             for n in (22, 25))
    >>> changes = compare_reports(one, two)
    >>> [(str(change.before.quantity), str(change.after.quantity), change.difference)
    ...  for change in changes.figures]
    [('22 hội nghị', '25 hội nghị', Decimal('3'))]
    """
    return ReportChanges(before, after, tuple(_changes([*blocks(before)], [*blocks(after)])))


def _changes(old: list[Block], new: list[Block]) -> Iterator[BlockChange]:
    found = aligned(old, new)
    kept = in_place(found)
    origin = {there: here for here, there in found.items()}
    gone = [at for at in range(len(old)) if at not in found]
    written = 0
    for at, after in enumerate(new):
        here = origin.get(at)
        if here is None:
            figures = tuple(figure_changes(_nothing(after), after))
            yield BlockChange(ChangeKind.ADDED, None, after, figures)
            continue
        if here in kept:
            while written < len(gone) and gone[written] < here:
                yield _removed(old[gone[written]])
                written += 1
        before, moved = old[here], here not in kept
        if before.text != after.text:
            figures = tuple(figure_changes(before, after))
            yield BlockChange(ChangeKind.CHANGED, before, after, figures, moved)
        elif moved:
            yield BlockChange(ChangeKind.MOVED, before, after, (), moved)
    yield from (_removed(old[at]) for at in gone[written:])


def _removed(block: Block) -> BlockChange:
    figures = tuple(figure_changes(block, _nothing(block)))
    return BlockChange(ChangeKind.REMOVED, block, None, figures)


def _nothing(block: Block) -> Block:
    return Block(block.kind, "", block.part, block.span)


def _row(change: BlockChange, word: Callable[[Word], str]) -> tuple[str, ...]:
    before = change.before.text if change.before else ""
    after = change.after.text if change.after else ""
    what = word(change.kind)
    if change.moved and change.kind is not ChangeKind.MOVED:
        what = f"{what}, {word(ChangeKind.MOVED)}"
    changed = change.figures if before and after else ()
    figures = "; ".join(_in_words(one, word) for one in changed)
    part = "" if change.block.kind is BlockKind.HEADING else change.block.part
    return (what, word(change.block.kind), part, *_excerpts(before, after), figures)


def _place(block: Block, word: Callable[[Word], str]) -> str:
    """Where a figure stands: under which heading, and in which row or in a footnote."""
    what = block.cells[0] if block.cells else ""
    if block.kind is BlockKind.FOOTNOTE:
        what = word(block.kind)
    return ": ".join(filter(None, (block.part, what)))


def _in_words(change: FigureChange, word: Callable[[Word], str]) -> str:
    if change.before is None or change.after is None:
        verb = ChangeKind.ADDED if change.before is None else ChangeKind.REMOVED
        return f"{word(verb)} {_said(change.before or change.after)}"
    difference = _difference(change)
    behind = f" ({difference})" if difference else ""
    return f"{_said(change.before)} → {_said(change.after)}{behind}"


def _said(figure: QuantityMention | None) -> str:
    """A figure as printed, its qualifier and unit with it."""
    if figure is None:
        return ""
    unit = figure.unit if figure.unit[:1] in {"%", "‰"} else f" {figure.unit}"
    words = f"{figure.text}{unit}".strip()
    return words if figure.qualifier is None else f"{figure.qualifier} {words}"


def _difference(change: FigureChange) -> str:
    if change.difference is None:
        return ""
    sign = "+" if change.difference > 0 else "−" if change.difference < 0 else ""
    return f"{sign}{format_number(abs(change.difference))}"


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """Two texts without what is the same at their beginning and end, a little of it aside."""
    if not before or not after or before == after:
        return _short(before), _short(after)
    one, other = before.split(), after.split()
    shorter = min(len(one), len(other))
    head = next((n for n in range(shorter) if one[n] != other[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if one[-1 - n] != other[-1 - n]), rest)
    head, tail = max(0, head - 4), max(0, tail - 4)
    return _middle(one, head, tail), _middle(other, head, tail)


def _middle(words: list[str], head: int, tail: int) -> str:
    kept = " ".join(words[head : len(words) - tail])
    return _short(f"{'… ' if head else ''}{kept}{' …' if tail else ''}")


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST - _AROUND].rsplit(' ', 1)[0]} … {text[-_AROUND:].split(' ', 1)[-1]}"
