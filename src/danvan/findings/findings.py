"""The findings of one run, together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from attrs import evolve, field, frozen

from danvan import _fields, notebook
from danvan.findings.evaluation import Evaluation
from danvan.findings.finding import Finding, Severity

__all__ = ["Findings", "in_order"]


def _as_tuple(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(findings)


@frozen
class Findings(Sequence[Finding]):
    """The findings of one run, in the order of the places they point at.

    ``str()`` gives a line each, as a linter does; :attr:`worst` is ``None``
    where nothing was found.

    Attributes:
        found: what counts.
        waived: what was found too, but accepted; each with its :attr:`Finding.waiver`.
        evaluations: what was looked at, and how often, where that was counted.
    """

    found: tuple[Finding, ...] = field(default=(), converter=_as_tuple)
    waived: tuple[Finding, ...] = field(default=(), converter=_as_tuple)
    evaluations: tuple[Evaluation, ...] = field(default=(), validator=_fields.tuple_of(Evaluation))

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> Findings: ...
    def __getitem__(self, at: int | slice) -> Finding | Findings:
        return Findings(self.found[at]) if isinstance(at, slice) else self.found[at]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among them."""
        return max((finding.severity for finding in self.found), default=None)

    def only(self, *codes: str) -> Findings:
        """Those whose code begins with one of these: ``only("DV2", "DV301")``."""
        return evolve(
            self,
            found=(f for f in self.found if f.code.startswith(codes)),
            waived=(f for f in self.waived if f.code.startswith(codes)),
        )

    def __str__(self) -> str:
        return "\n".join(map(str, self.found)) or "không phát hiện sai sót"

    def _repr_html_(self) -> str:
        notes = [str(one) for one in self.evaluations]
        if self.waived:
            notes.append(f"đã chấp nhận: {len(self.waived)}")
        if not self.found:
            return notebook.said(str(self), *notes)
        rows = (finding._cells_() for finding in self.found)
        return notebook.table(f"{len(self.found)} phát hiện", rows, len(self.found), notes)


def in_order(findings: Iterable[Finding]) -> Findings:
    """Put findings in the order a reader meets them: by paper, place and code."""

    def place(finding: Finding) -> tuple[str, int, str]:
        first = finding.spans[0] if finding.spans else None
        return (first.report.name if first else "", first.start if first else 0, finding.code)

    return Findings(sorted(dict.fromkeys(findings), key=place))
