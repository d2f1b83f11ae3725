"""TypeScript types of danvan's JSON, out of its schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from danvan.interchange.schema import json_schemas
from danvan.interchange.versions import KEY

__all__ = ["typescript"]

_PLAIN: Final = {
    "string": "string",
    "boolean": "boolean",
    "integer": "number",
    "number": "number",
    "null": "null",
}
_NOT_IN_NAMES: Final = re.compile(r"[^0-9A-Za-z_]")


def typescript(classes: Iterable[Any]) -> str:
    r"""Declarations for the JSON of classes, and of all they are made of.

    Decimals and days are texts; parts that have a default may be absent, and mean it then.
    Of two classes of one name each takes its package before it: ``reports_Cell``.

    >>> from danvan.findings import Source
    >>> print(typescript([Source]).partition("\n\n")[2], end="")
    /** Văn bản nguồn | source */
    export interface Source {
      danvan?: 2;
      /** Tên gọi | name */
      name: string;
      /** Nội dung văn bản | text */
      text: string;
    }

    Raises:
        InvalidValueError: a class danvan cannot write as JSON.
    """
    definitions = json_schemas(list(classes))["$defs"]
    head = "// The JSON that danvan.interchange writes; made by danvan.interchange.typescript.\n"
    return "\n".join([head, *(_declared(name, one) for name, one in definitions.items())])


def _declared(name: str, schema: dict[str, Any]) -> str:
    comment = f"/** {schema['title']} */\n"
    if "properties" not in schema:
        return f"{comment}export type {_safe(name)} = {_type(schema)};\n"
    lines = [f"{comment}export interface {_safe(name)} {{"]
    for part, of in schema["properties"].items():
        if "title" in of:
            lines.append(f"  /** {of['title']} */")
        mark = "" if part in schema["required"] and part != KEY else "?"
        lines.append(f"  {part}{mark}: {_type(of)};")
    return "\n".join([*lines, "}", ""])


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return _safe(schema["$ref"].removeprefix("#/$defs/"))
    if "const" in schema:
        return json.dumps(schema["const"])
    if "enum" in schema:
        return " | ".join(json.dumps(one, ensure_ascii=False) for one in schema["enum"])
    if "anyOf" in schema:
        return " | ".join(map(_type, schema["anyOf"]))
    if "prefixItems" in schema:
        return f"[{', '.join(map(_type, schema['prefixItems']))}]"
    if "items" in schema:
        return f"Array<{_type(schema['items'])}>"
    return _PLAIN.get(schema.get("type", ""), "unknown")


def _safe(name: str) -> str:
    return _NOT_IN_NAMES.sub("_", name)
