"""Strategies for papers: paragraphs, sections, footnotes, reports."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from danvan.reports import (
    Footnote,
    Letterhead,
    Paragraph,
    Recipient,
    Report,
    Section,
    Signature,
)
from danvan.testing.values import dates, document_numbers, words

__all__ = ["paragraphs", "reports", "sections"]


def sentences() -> st.SearchStrategy[str]:
    """A capitalized sentence with a full stop; shrinks towards ``"A."``."""
    return words(most=8).map(lambda text: f"{text[0].upper()}{text[1:]}.")


def paragraphs() -> st.SearchStrategy[Paragraph]:
    """Paragraphs of one to three sentences without footnote marks; shrinks towards ``"A."``."""
    return st.lists(sentences(), min_size=1, max_size=3).map(" ".join).map(Paragraph)


@st.composite
def sections(draw: st.DrawFn, *, number: str = "I.", depth: int = 1) -> Section:
    """Sections numbered the usual way.

    Args:
        draw: given by Hypothesis.
        number: the number of the section itself.
        depth: how many levels there may be under it.

    Shrinks towards one paragraph and no sections under it.
    """
    count = draw(st.integers(0, 2)) if depth else 0
    return Section(
        number,
        draw(words()).upper() if depth else draw(words()).capitalize(),
        tuple(draw(st.lists(paragraphs(), min_size=1, max_size=2))),
        tuple(draw(sections(number=f"{n + 1}.", depth=depth - 1)) for n in range(count)),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Composed reports with letterhead, sections, a footnote, recipients and signature.

    Shrinks towards a report with one section.
    """
    numbers = ("I.", "II.", "III.")[: draw(st.integers(1, 3))]
    parts = [draw(sections(number=number)) for number in numbers]
    notes: tuple[Footnote, ...] = ()
    if draw(st.booleans()):
        first = parts[0]
        marked = Paragraph.of(f"{first.paragraphs[0].text}[^1]")
        parts[0] = Section(
            first.number, first.heading, (marked, *first.paragraphs[1:]), first.sections
        )
        notes = (Footnote("1", (draw(paragraphs()),)),)
    head = Letterhead(
        upper_body="ĐẢNG BỘ TỈNH " + draw(words(most=2)).upper(),
        body="HUYỆN ỦY " + draw(words(most=2)).upper(),
        number=draw(document_numbers(known=True)),
        place=draw(words(most=2)).title(),
        issued_on=draw(dates(date(1990, 1, 1))),
    )
    return Report(
        "báo cáo mẫu",
        kind="Báo cáo",
        title=draw(words()),
        letterhead=head,
        sections=tuple(parts),
        footnotes=notes,
        recipients=tuple(draw(st.lists(words().map(str.capitalize).map(Recipient), max_size=3))),
        signature=Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
    )
