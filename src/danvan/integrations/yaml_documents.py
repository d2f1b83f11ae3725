"""danvan's values as YAML, by PyYAML, which the extra ``yaml`` brings.

For what people read and write by hand: a regime, a form, a tree, a submission.  The data
are those of JSON; figures, periods and numbers may be written in words.  Read is the plain
core of YAML: no tags, no anchors, no key twice, and only ``true`` and ``false`` are truths.

>>> from danvan import Quantity
>>> print(to_yaml(Quantity.parse("trên 394 buổi")), end="")
danvan: 2
value: '394'
unit: buổi
qualifier: trên
>>> from_yaml("trên 394 buổi", Quantity)
Quantity.parse('trên 394 buổi')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final, TypeVar

from danvan.errors import InvalidValueError, MissingExtraError
from danvan.findings import Text
from danvan.interchange.documents import document, value_in
from danvan.interchange.plain import as_plain
from danvan.interchange.problems import PartError, Problem, shown

try:
    import yaml
except ImportError as error:
    raise MissingExtraError("danvan.integrations.yaml_documents", "PyYAML", "yaml") from error

__all__ = ["from_yaml", "to_yaml"]

T = TypeVar("T")


class _Loader(yaml.SafeLoader):  # type: ignore[misc]  # PyYAML has no types
    """Reads the core of YAML 1.2, which is JSON in other clothes.

    Not the loader in C, which a document nested deeply enough makes crash the interpreter.
    """

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise PartError(f"*{self.peek_event().anchor}", "everything written out, no anchors")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:  # noqa: ARG002  # as PyYAML calls it
        found: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            if not isinstance(key, str) or key in found:
                raise PartError(shown(str(key)), "each key once in an object, and a text")
            found[key] = self.construct_object(value_node, deep=True)
        return found


_FOLDED: Final = re.compile("[\x85\u2028\u2029]")
_NUMBER: Final = r"-?(?:0|[1-9][0-9]*)"
_PLAIN: Final = tuple(
    (f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first))
    for tag, pattern, first in (
        ("null", r"~|null|", ("~", "n", "")),
        ("bool", r"true|false", "tf"),
        ("int", _NUMBER, "-0123456789"),
        ("float", rf"{_NUMBER}(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?", "-0123456789"),
    )
)
"""What is no text though it stands without quotes: its tag, how it looks, how it begins."""

_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in _PLAIN:
    _Loader.add_implicit_resolver(_tag, _pattern, _first)


def to_yaml(obj: Any) -> str:
    """The YAML of a value, with the version of its form.

    Raises:
        InvalidValueError: a value nested deeper than Python goes.
    """
    try:
        return str(
            yaml.dump(document(obj), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        )
    except RecursionError:
        raise InvalidValueError("YAML", type(obj).__name__, "a value less deeply nested") from None


def from_yaml(data: str | bytes, cls: type[T], *, texts: Iterable[Text] = ()) -> T:
    """The value that :func:`to_yaml` or a person wrote.

    Args:
        data: the YAML.
        cls: the class.
        texts: the texts that spans may point into, as for ``from_json``.

    Raises:
        DocumentError: no YAML of this kind, or not such a value; the message names the place.
    """
    return value_in(
        lambda: as_plain(yaml.load(data, Loader=_Loader)),  # noqa: S506  # a safe one, made safer
        _wrong,
        data,
        cls,
        texts,
        (yaml.YAMLError, ValueError, TypeError),
    )


def _wrong(error: Exception) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark
        path = f"$ {mark.line + 1}:{mark.column + 1}" if mark else "$"
        return Problem(path, InvalidValueError("YAML", str(error.problem), "plain YAML"))
    return Problem("$", InvalidValueError("YAML", shown(str(error)), "plain YAML"))


class _Dumper(yaml.SafeDumper):  # type: ignore[misc]  # PyYAML has no types
    """Writes what is said twice twice, and quotes what the loader would take for a number."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # as PyYAML calls it
        return True

    def represent_str(self, data: str) -> Any:
        """A text; line ends that YAML would fold are written as signs."""
        style = '"' if _FOLDED.search(data) else None
        return self.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(str, _Dumper.represent_str)
for _tag, _pattern, _first in _PLAIN:
    _Dumper.add_implicit_resolver(_tag, _pattern, _first)
