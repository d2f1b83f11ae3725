"""How papers hang together: what replaces, amends, implements or reviews what.

>>> from danvan.document_number import DocumentNumber
>>> (old,) = reference_register().find(DocumentNumber.parse("290-QĐ/TW"))
>>> (replaced,) = reference_relations().to(old, RelationKind.REPLACES)
>>> replaced.paper.label
'23-QĐ/TW (2021)'
>>> graph = Relations([Relation(replaced.paper, RelationKind.REPLACES, old)])
>>> [paper.label for paper in graph.reached_from(replaced.paper, RelationKind.REPLACES)]
['290-QĐ/TW (2010)']
>>> print(graph.to_mermaid())
graph LR
  n0["Quyết định 23-QĐ/TW (2021)"] -->|thay thế| n1["Quyết định 290-QĐ/TW (2010)"]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.catalogue import read_toml
from danvan.directives.directive import Directive
from danvan.directives.kinds import document_kinds
from danvan.directives.register import reference_register
from danvan.errors import InvalidValueError

__all__ = ["Relation", "RelationKind", "Relations", "reference_relations"]


class RelationKind(Word):
    """What one paper does to another; the value is the word that papers use."""

    REPLACES = "thay thế"
    AMENDS = "sửa đổi, bổ sung"
    ISSUED_WITH = "ban hành kèm theo"
    GUIDES = "hướng dẫn thực hiện"
    IMPLEMENTS = "triển khai thực hiện"
    BASED_ON = "căn cứ"
    SPECIFIES = "cụ thể hóa"
    CONCLUDES_ON = "kết luận về"
    REVIEWS_INTERIM = "sơ kết"
    REVIEWS_FINAL = "tổng kết"


@frozen
class Relation:
    """One paper and what it does to another.

    Attributes:
        paper: the one that acts, as a rule the later.
        kind: what it does.
        other: the one it is done to.

    Raises:
        InvalidValueError: a paper related to itself, or replacing a later one.
    """

    paper: Directive = field(validator=_fields.instance(Directive))
    kind: RelationKind = field(validator=_fields.instance(RelationKind))
    other: Directive = field(validator=_fields.instance(Directive))

    def __attrs_post_init__(self) -> None:
        if self.paper == self.other:
            raise InvalidValueError("Relation.other", self.other.label, "another paper")
        days = self.paper.issued_on, self.other.issued_on
        if self.kind is RelationKind.REPLACES and days[0] and days[1] and days[0] < days[1]:
            raise InvalidValueError(
                "Relation.other", self.other.label, f"a paper not later than {self.paper.label}"
            )

    def _cells_(self) -> dict[str, object]:
        return {
            "Văn bản": self.paper.label,
            "Quan hệ": self.kind.value,
            "Văn bản kia": self.other.label,
            "Trích yếu": self.other.title,
        }

    def _repr_html_(self) -> str:
        return notebook.record("", self._cells_())


def _all(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(relations)


def _relations(owner: object, attribute: Any, value: object) -> None:
    _fields.tuple_of(Relation)(owner, attribute, value)


@frozen
class Relations:
    """Papers and their relations as a graph.

    Attributes:
        relations: the relations, in the order they were given.
    """

    relations: tuple[Relation, ...] = field(default=(), converter=_all, validator=_relations)

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.relations)

    def __len__(self) -> int:
        return len(self.relations)

    def _repr_html_(self) -> str:
        return notebook.listing(f"{len(self)} quan hệ giữa các văn bản", self.relations)

    def of(self, paper: Directive, kind: RelationKind | None = None) -> tuple[Relation, ...]:
        """The relations in which a paper acts."""
        return tuple(r for r in self.relations if r.paper == paper and kind in (None, r.kind))

    def to(self, paper: Directive, kind: RelationKind | None = None) -> tuple[Relation, ...]:
        """The relations in which something is done to a paper."""
        return tuple(r for r in self.relations if r.other == paper and kind in (None, r.kind))

    def reached_from(
        self, paper: Directive, kind: RelationKind | None = None
    ) -> tuple[Directive, ...]:
        """The papers that relations lead to, near ones first, each once; circles end the walk."""
        onward: dict[Directive, list[Directive]] = {}
        for relation in self.relations:
            if kind in (None, relation.kind):
                onward.setdefault(relation.paper, []).append(relation.other)
        reached: dict[Directive, None] = {paper: None}
        row = [paper]
        while row:
            row = [
                other
                for one in row
                for other in onward.get(one, ())
                if other not in reached and not reached.setdefault(other)
            ]
        return tuple(reached)[1:]

    def to_mermaid(self) -> str:
        """The graph as Mermaid text, which many viewers of Markdown draw."""
        names: dict[Directive, str] = {}
        lines = ["graph LR"]
        for relation in self.relations:
            ends = [_node(paper, names) for paper in (relation.paper, relation.other)]
            lines.append(f"  {ends[0]} -->|{relation.kind.value}| {ends[1]}")
        return "\n".join(lines)


def _node(paper: Directive, names: dict[Directive, str]) -> str:
    """A node of the picture; its label stands where it is first named."""
    if paper in names:
        return names[paper]
    names[paper] = f"n{len(names)}"
    label = f"{document_kinds()[paper.kind].name} {paper.label}"
    for sign, name in (("&", "#amp;"), ('"', "#quot;"), ("<", "#lt;")):
        label = label.replace(sign, name)
    return f'{names[paper]}["{label}"]'


@cache
def reference_relations() -> Relations:
    """Which paper of :func:`~danvan.directives.reference_register` replaces which.

    As far as danvan knows; that a paper stands in none of them says nothing.
    """
    papers = tuple(reference_register())
    known = {paper.label: paper for paper in papers}
    return Relations(
        Relation(paper, RelationKind.REPLACES, known[label])
        for paper, entry in zip(papers, read_toml("directives")["entry"], strict=True)
        for label in entry.get("replaces", ())
    )
