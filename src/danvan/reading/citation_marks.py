"""A text with its citations marked or linked, as HTML or Markdown.

>>> print(mark_citations("theo Quyết định số 217-QĐ/TW & các văn bản", form="html"))
theo <cite>Quyết định số 217-QĐ/TW</cite> &amp; các văn bản
>>> print(mark_citations("theo Quyết định số 217-QĐ/TW", form="markdown",
...                      link=lambda citation: f"#{citation.serial}"))
theo [Quyết định số 217-QĐ/TW](#217)
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Final, Literal
from urllib.parse import quote

from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations

__all__ = ["mark_citations"]

_IN_LINKS: Final = "/:?#[]@!$&'*+,;=%~"
"""What an address may hold besides letters and digits, parentheses aside."""


def mark_citations(
    text: str,
    *,
    form: Literal["html", "markdown"] = "html",
    link: Callable[[Citation], str | None] | None = None,
) -> str:
    """The text with a mark or a link round each citation.

    Args:
        text: the text; for HTML it is plain text, and what HTML would take for markup
            is escaped.
        form: what to write.
        link: where a citation leads to; ``None`` of it leaves a mark without a link.
    """
    plain = escape if form == "html" else str
    pieces = []
    done = 0
    for citation in find_citations(text):
        pieces.append(plain(text[done : citation.start]))
        target = link(citation) if link is not None else None
        words = plain(citation.text)
        if form == "html":
            marked = f"<cite>{words}</cite>"
            pieces.append(f'<a href="{escape(target)}">{marked}</a>' if target else marked)
        else:
            leads = quote(target, safe=_IN_LINKS) if target else ""
            pieces.append(f"[{words}]({leads})" if leads else f"**{words}**")
        done = citation.end
    pieces.append(plain(text[done:]))
    return "".join(pieces)
