"""Read the foot of a paper: recipients and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from danvan.reading.letterhead import columns
from danvan.reading.lines import WHITE, Line
from danvan.reading.looks import is_caps, is_point, is_rule
from danvan.reports import Recipient, Signature
from danvan.reports.inline import read_inline
from danvan.vietnamese.letters import nfc

__all__ = ["closing_start", "read_closing"]

_RECIPIENTS = re.compile(r"(?:Nơi nhận|NƠI NHẬN)\s*:?[*_\s]*(?::\s*)?")
_RECIPIENTS_BESIDE = re.compile(r"(?:Nơi nhận|NƠI NHẬN)[*_]*\s*:[*_]*(?:\t| {3,})")
_MANDATE = re.compile(r"(?:T/M|K/T|T/L|T/U|TM\.?|KT\.?|TL\.?|TUQ\.?|Q\.)\s+\S.{1,120}")
_NAME = re.compile(r"[^\W\d_]{1,12}(?:[ ][^\W\d_]{1,12}){1,6}")
_SIGNED = re.compile(r"\(?\s*(?:đã ký|Đã ký|ĐÃ KÝ)[^)]{0,30}\)?")
_GAP = re.compile(r" {3,}(?=\S)")
_FAR = 12
"""A signature stands at most this many lines above the recipients."""


def closing_start(rows: Sequence[Line]) -> int:
    """The line the foot of a paper begins at; the number of lines where there is none."""
    recipients = next((i for i, line in enumerate(rows) if _is_recipients(line)), None)
    first = 0 if recipients is None else max(0, recipients - _FAR)
    for at in range(first, len(rows) if recipients is None else recipients):
        if is_mandate(rows[at].bare):
            return at
    if recipients is not None:
        return recipients
    return _post_and_name(rows)


def _is_recipients(line: Line) -> bool:
    return bool(_RECIPIENTS.fullmatch(line.bare) or _RECIPIENTS_BESIDE.match(line.bare))


def _post_and_name(rows: Sequence[Line]) -> int:
    """Where a paper ends with nothing but a post in capitals and a name, there."""
    if len(rows) < 3 or not is_name(rows[-1].bare):
        return len(rows)
    at = len(rows) - 1
    while at > 0 and is_caps(rows[at - 1].bare) and len(rows) - at < 4:
        at -= 1
    return at if at < len(rows) - 1 else len(rows)


def is_mandate(words: str) -> bool:
    """Whether a line says for whom someone signs: ``T/M BAN THƯỜNG VỤ``."""
    return is_caps(words) and bool(_MANDATE.fullmatch(words))


def is_name(words: str) -> bool:
    """Whether a line is a name of a person, each word with a capital."""
    return bool(_NAME.fullmatch(words)) and words.istitle() and not is_caps(words)


def read_closing(
    text: str,
    rows: Sequence[Line],
) -> tuple[tuple[Recipient, ...], Signature | None, Sequence[Line]]:
    """Recipients, signature, and the lines behind them that are neither."""
    recipients: list[list[Line]] = []
    signing: list[Line] = []
    used = 0
    listing = False
    for used, row in enumerate(rows):
        wanting = bool(recipients) and row.gap == 1 and not _is_whole(recipients[-1])
        if not wanting and _ends(row, signing):
            break
        for part in _columns(row):
            if _RECIPIENTS.fullmatch(part.bare):
                listing = True
            elif listing and is_point(part.text):
                recipients.append([part])
            elif _signs(part, signing):
                signing.append(part)
            elif wanting or (recipients and row.gap == 1 and not signing):
                recipients[-1].append(part)
            elif not is_rule(part.text) and not _SIGNED.fullmatch(part.bare):
                return _recipients(text, recipients), _signature(signing), rows[used:]
    else:
        used += 1
    return _recipients(text, recipients), _signature(signing), rows[used:]


def _columns(row: Line) -> Iterator[Line]:
    """The recipients on a line, and what of the signature stands beside them."""
    for part in columns(row):
        gap = next(_GAP.finditer(part.text), None)
        beside = part.part(gap.end(), len(part.text)) if gap else part
        if gap and (is_caps(beside.bare) or is_name(beside.bare) or _SIGNED.fullmatch(beside.bare)):
            yield part.part(0, gap.start())
            yield beside
        else:
            yield part


def _is_whole(recipient: Sequence[Line]) -> bool:
    """Whether a line of the list has the sign at its end that such lines have."""
    return recipient[-1].text.endswith((",", ";", "."))


def _ends(row: Line, signing: Sequence[Line]) -> bool:
    named = bool(signing) and is_name(signing[-1].bare)
    return named and not is_point(row.text) and not _is_recipients(row)


def _signs(part: Line, signing: Sequence[Line]) -> bool:
    if signing and is_name(signing[-1].bare):
        return False
    return is_caps(part.bare) or (bool(signing) and is_name(part.bare))


def _recipients(text: str, found: Sequence[Sequence[Line]]) -> tuple[Recipient, ...]:
    return tuple(_recipient(text, rows) for rows in found)


def _recipient(text: str, rows: Sequence[Line]) -> Recipient:
    read, _ = read_inline(text, [(row.start, row.end) for row in rows])
    whole = nfc(read.text)
    words = whole.lstrip(f"-+•–●▪{WHITE}").rstrip(f",;.{WHITE}") or whole
    span = rows[0].start, rows[-1].end
    name, bracket, purpose = words.rpartition("(")
    if bracket and name.strip() and purpose.endswith(")"):
        return Recipient(name.strip(), purpose[:-1].strip(), span)
    return Recipient(words, span=span)


def _signature(rows: Sequence[Line]) -> Signature | None:
    if not rows:
        return None
    words = [row.bare for row in rows]
    signer = words.pop() if is_name(words[-1]) else ""
    mandates = [line for line in words[:-1] if is_mandate(line)]
    post = [line for line in words if line not in mandates]
    if len(words) == 1 and is_mandate(words[0]):
        mandates, post = words, []
    return Signature("\n".join(mandates), " ".join(post), signer, (rows[0].start, rows[-1].end))
