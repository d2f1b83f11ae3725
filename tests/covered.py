"""The coverage law: every letter of a paper lies in one of its parts."""

import re

from danvan.reports.inline import _SUPERSCRIPT

SIGNS = f"⁽⁾{_SUPERSCRIPT}*_#|\\-:"
"""What marks emphasis and cells in a text, footnotes, and rules under heads and titles."""

MARKUP = re.compile(r"</?[a-z]+[^<>\0]*>|\[\^[^\]\0]+\]|Nơi nhận:")


def outside(report):
    """The letters of a report's text that no part of it holds, the signs aside."""
    covered = bytearray(len(report.text))
    parts = [
        report.heading_span,
        *(part.span for part in (report.letterhead, report.signature) if part),
    ]
    parts += [part.span for part in (*report.recipients, *report.footnotes)]
    parts += [section.heading_span for section in report]
    for annex in report.annexes:
        head = [p.extent[0] for p in annex.paragraphs] + [s.span[0] for s in annex.sections]
        head += [table.span[0] for table in annex.tables]
        parts.append((annex.span[0], min(head, default=annex.span[1])))
        parts += [s.heading_span for section in annex.sections for s in section]
    for paragraph in report.paragraphs():
        parts += [(source, source + length) for _, source, length in paragraph.pieces]
    for start, end in parts:
        covered[start:end] = b"\1" * (end - start)
    left = "".join(
        "\0" if held else letter for letter, held in zip(report.text, covered, strict=True)
    )
    left = MARKUP.sub("", left).replace("\0", "")
    return "".join(left.split()).translate(dict.fromkeys(map(ord, SIGNS)))
