"""Pictures of a tree: as text for a terminal, as Mermaid, as SVG and as HTML.

>>> from danvan.organizations import Organizations
>>> tree = Organizations.shipped("tam_duong")
>>> print(to_text(tree, "tam_duong.mass_associations", depth=0))
Các hội quần chúng huyện Tam Đường (+3)
>>> print(to_text(tree, "tam_duong.communes.ta_leng.front"))
Ủy ban Mặt trận Tổ quốc Việt Nam xã Tả Lèng
├── Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Tả Lèng
├── Ban Thanh tra nhân dân xã Tả Lèng
└── Ban Giám sát đầu tư của cộng đồng xã Tả Lèng
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from itertools import islice
from typing import Final, NamedTuple

from danvan import notebook
from danvan.organizations.organization import Organization
from danvan.organizations.tree import Organizations

__all__ = ["MOST_NODES", "for_notebook", "to_html", "to_mermaid", "to_svg", "to_text"]

MOST_NODES: Final = 300
"""How many organizations a notebook shows at most."""

# Rows, steps to the right and letters of an SVG, in pixels at 14 px.
_ROW, _STEP, _LETTER = 24, 28, 8


class _Node(NamedTuple):
    """An organization with its depth and, for each level above, whether more follow there."""

    organization: Organization
    follows: tuple[bool, ...]
    parent: int
    hidden: int


def _nodes(tree: Organizations, of: str, on: date | None, depth: int | None) -> Iterator[_Node]:
    """The organizations from one or from the roots down, each before those below it."""
    tops = (tree[of],) if of else tree.roots(on)
    waiting: list[tuple[Organization, tuple[bool, ...], int]]
    waiting = [(top, (), -1) for top in reversed(tops)]
    count = 0
    while waiting:
        one, follows, parent = waiting.pop()
        children = tree.children(one, on)
        shown = children if depth is None or len(follows) < depth else ()
        hidden = 0 if shown else len(children)
        yield _Node(one, follows, parent, hidden)
        last = len(shown) - 1
        waiting.extend((shown[n], (*follows, n < last), count) for n in range(last, -1, -1))
        count += 1


def _label(node: _Node) -> str:
    return f"{node.organization.full_name}{f' (+{node.hidden})' if node.hidden else ''}"


def to_text(
    tree: Organizations, of: str = "", *, on: date | None = None, depth: int | None = None
) -> str:
    """The tree as lines of text.

    Args:
        tree: the tree.
        of: the code to begin at; the roots where it is not given.
        on: the day; without one, each organization as on its own last day.
        depth: how many levels below; what is left out is counted: "(+13)".
    """
    lines = []
    for node in _nodes(tree, of, on, depth):
        stems = "".join("│   " if more else "    " for more in node.follows[:-1])
        branch = ("├── " if node.follows[-1] else "└── ") if node.follows else ""
        lines.append(f"{stems}{branch}{_label(node)}")
    return "\n".join(lines)


def to_mermaid(
    tree: Organizations, of: str = "", *, on: date | None = None, depth: int | None = None
) -> str:
    """The tree as a Mermaid flowchart, with the arguments of :func:`to_text`."""
    lines = ["flowchart LR"]
    for n, node in enumerate(_nodes(tree, of, on, depth)):
        label = _label(node).replace("&", "#amp;").replace('"', "#quot;").replace("<", "#lt;")
        lines.append(f'  n{n}["{label}"]')
        if node.parent >= 0:
            lines.append(f"  n{node.parent} --> n{n}")
    return "\n".join(lines)


def to_svg(
    tree: Organizations, of: str = "", *, on: date | None = None, depth: int | None = None
) -> str:
    """The tree as one SVG picture in the color of the text around, with the same arguments."""
    nodes = list(_nodes(tree, of, on, depth))
    shapes = []
    for n, node in enumerate(nodes):
        x, y = len(node.follows) * _STEP + 4, n * _ROW + _ROW // 2
        if node.parent >= 0:
            up = x - _STEP + 6
            shapes.append(f'<path d="M{up} {node.parent * _ROW + _ROW - 2}V{y}H{x - 3}"/>')
        shapes.append(f'<text x="{x}" y="{y + 5}">{escape(_label(node))}</text>')
    width = max((len(n.follows) * _STEP + len(_label(n)) * _LETTER for n in nodes), default=0) + 8
    height = len(nodes) * _ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-label="{escape(tree.name)}" font-family="sans-serif" '
        f'font-size="14" fill="currentColor"><g fill="none" stroke="currentColor" '
        f'stroke-opacity=".4">{"".join(s for s in shapes if s.startswith("<p"))}</g>'
        f"{''.join(s for s in shapes if s.startswith('<t'))}</svg>"
    )


def to_html(
    tree: Organizations, of: str = "", *, on: date | None = None, depth: int | None = None
) -> str:
    """The tree as nested lists that fold and unfold, with the same arguments."""
    return _lists(list(_nodes(tree, of, on, depth)))


def for_notebook(tree: Organizations) -> str:
    """The tree as a notebook shows it: as deep as :data:`MOST_NODES` organizations reach."""
    nodes = list(islice(_nodes(tree, "", None, _deepest(tree)), MOST_NODES))
    title = f"<p><strong>{notebook.words(tree.name)}</strong>: {len(tree)} tổ chức</p>"
    left = notebook.more(len(tree) - len(nodes), "tổ chức") if len(nodes) == MOST_NODES else ""
    return notebook.framed(title + _lists(nodes) + left)


def _deepest(tree: Organizations) -> int:
    """The depth down to which a notebook can show everything."""
    depth, count, row = -1, 0, list(tree.roots())
    while row and count + len(row) <= MOST_NODES:
        depth, count = depth + 1, count + len(row)
        row = [child for one in row for child in tree.children(one)]
    return max(depth, 0)


def _lists(nodes: Sequence[_Node]) -> str:
    parts: list[str] = []
    open_lists = 0
    for n, node in enumerate(nodes):
        level = len(node.follows)
        while open_lists > level:
            parts.append("</ul></details></li>")
            open_lists -= 1
        label = notebook.words(_label(node))
        code = f' title="{escape(node.organization.code)}"'
        if n + 1 < len(nodes) and len(nodes[n + 1].follows) > level:
            unfolded = " open" if level == 0 else ""
            parts.append(f"<li{code}><details{unfolded}><summary>{label}</summary><ul>")
            open_lists += 1
        else:
            parts.append(f"<li{code}>{label}</li>")
    parts.append("</ul></details></li>" * open_lists)
    return f"<ul>{''.join(parts)}</ul>"
