"""The page of the JSON Schema: every record with its fields, where the schema is published."""

import json
import re
from pathlib import Path

REFERENCE = Path(__file__).resolve().parent / "reference"
SCHEMA = REFERENCE / "schemas" / "danvan.schema.json"
HEAD = """# JSON Schema

What danvan writes as JSON, and reads again: {count} records and enumerations. The schema itself,
[danvan.schema.json](schemas/danvan.schema.json), is for programs; `#/$defs/Report` is that of a
report. A field without “required” may be left out. A web page in TypeScript takes its types from
[danvan.d.ts](danvan.d.ts)."""


def pages() -> dict[str, str]:
    """The page as Markdown, by its path below ``docs``; none where there is no schema."""
    if not SCHEMA.exists():
        return {}
    records = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
    parts = [HEAD.format(count=len(records))]
    parts += [part for name in sorted(records) for part in record(name, records[name])]
    return {"reference/json-schema.md": "\n\n".join(parts) + "\n"}


def record(name: str, schema: dict) -> list[str]:
    """The heading of one record, what it is, and its fields."""
    title = schema.get("x-title", {}).get("vi", name)
    parts = [f"## {name}", f"*{title}*. {_markdown(schema.get('description', ''))}"]
    fields = {key: one for key, one in schema.get("properties", {}).items() if key != "danvan"}
    if fields:
        required = schema.get("required", ())
        lines = ["| field | tiếng Việt | type | |", "|---|---|---|---|"]
        lines += [
            f"| `{key}` | {one.get('x-title', {}).get('vi', '')} | {kind(one)} "
            f"| {'required' if key in required else ''} |"
            for key, one in fields.items()
        ]
        parts.append("\n".join(lines))
    else:
        parts.append(kind(schema))
    return parts


def kind(schema: dict) -> str:
    """What a value may be, in words."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return " or ".join(dict.fromkeys(map(kind, schema[several])))
    if "enum" in schema:
        return " or ".join(f"`{value}`" for value in schema["enum"])
    match schema.get("type"):
        case "array" if isinstance(schema.get("items"), dict):
            return f"list of {kind(schema['items'])}"
        case "array" if "prefixItems" in schema:
            return "(" + ", ".join(map(kind, schema["prefixItems"])) + ")"
        case "object" if isinstance(schema.get("additionalProperties"), dict):
            return f"object of {kind(schema['additionalProperties'])}"
        case str(word):
            return f"{word} ({schema['format']})" if "format" in schema else word
        case _ if "const" in schema:
            return f"`{json.dumps(schema['const'], ensure_ascii=False)}`"
        case _:
            return "any"


def _markdown(text: str) -> str:
    """A sentence of a docstring; what danvan calls something stays as it is spelled."""
    text = re.sub(r":\w+:`~?(?:[\w.]*\.)?(\w+)`", r"``\1``", text)
    return " ".join(text.replace("|", "\\|").split())
