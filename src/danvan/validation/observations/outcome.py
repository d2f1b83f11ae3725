"""What came of one check: it held, something was found, or it could not be made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from attrs import field, frozen

from danvan import _fields
from danvan.findings import Evaluation, Finding

__all__ = ["Outcome", "counted"]


@frozen
class Outcome:
    """One relation between figures, and what came of looking at it.

    Attributes:
        check: the kind of check, a code of :func:`danvan.findings.reasons`.
        findings: what is wrong; none where the relation holds.
        reason: why it could not be looked at, a code of the same catalogue; else "".
    """

    check: str = field(validator=_fields.text)
    findings: tuple[Finding, ...] = field(default=(), validator=_fields.tuple_of(Finding))
    reason: str = field(default="", validator=_fields.instance(str))


def counted(outcomes: Iterable[Outcome]) -> tuple[Evaluation, ...]:
    """How often each kind of check was made, and why not where it was not.

    >>> held, unknown = Outcome("balance"), Outcome("balance", reason="figure-missing")
    >>> print(*counted([held, unknown, held]))
    kỳ trước và trong kỳ khớp với đã và đang giải quyết: đã kiểm 2, chưa kiểm 1 (thiếu số liệu 1)
    """
    checks: dict[str, Counter[str]] = {}
    for one in outcomes:
        checks.setdefault(one.check, Counter())[one.reason] += 1
    return tuple(
        Evaluation(check, reasons.pop("", 0), tuple((why, reasons[why]) for why in sorted(reasons)))
        for check, reasons in checks.items()
    )
