"""What is wrong in a paper or in its figures, as data.

A check never raises on bad data: it yields a :class:`Finding`, which names its
:class:`Rule` by a stable code, says how grave it is, points at every figure or
citation concerned, and speaks Vietnamese and English.

The families of codes are those of the design: DV1xx numbers and forms of
citations, DV2xx figures, DV3xx directives cited, DV4xx names, DV5xx layout and
typography, DV6xx observations and submissions, DV9xx the checking itself.

>>> from decimal import Decimal
>>> finding = rules()["DV201"].at(
...     Span(27, 29, Source("mẫu", "Tổng số có 30 hội nghị ...")),
...     total="30", sum="29", difference=Decimal(-1))
>>> finding.severity.name, finding.difference
('ERROR', Decimal('-1'))
>>> finding.message("en")
'the total is given as 30, but its parts add up to 29 (difference -1)'
"""

from danvan.findings.evaluation import Evaluation, Reason, reasons
from danvan.findings.finding import Finding, Language, Rule, Severity, Waiver, rules
from danvan.findings.findings import Findings, in_order
from danvan.findings.span import Source, Span, Text

__all__ = [
    "Evaluation",
    "Finding",
    "Findings",
    "Language",
    "Reason",
    "Rule",
    "Severity",
    "Source",
    "Span",
    "Text",
    "Waiver",
    "in_order",
    "reasons",
    "rules",
]
