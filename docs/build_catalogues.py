"""The pages of the catalogues: each ``danvan/data/*.toml`` as a table, with its sources."""

import re
import tomllib
from collections.abc import Iterator
from importlib import resources

FIRST = ("code", "number", "word", "list", "name", "name_en")
LAST = {"source": "source", "confidence": "how sure"}
SHORT = 24  # letters


def catalogues() -> Iterator[tuple[str, str, dict]]:
    """The name of each file, what its first lines say of it, and what it holds."""
    for file in sorted(resources.files("danvan.data").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml") and file.name != "rules.toml":
            text = file.read_text("utf-8")
            held = tomllib.loads(text)
            if "entry" in held:
                yield file.name.removesuffix(".toml"), _preface(text), held


def pages() -> dict[str, str]:
    """Each page as Markdown, by its path below ``docs``."""
    made = {
        f"reference/catalogues/{name}.md": page(name, preface, held)
        for name, preface, held in catalogues()
    }
    listed = "\n".join(name for name, _, _ in catalogues())
    made["reference/catalogues/index.md"] = (
        "# Catalogues\n\nWhat danvan knows of the field, each entry with its source. "
        "An office brings its own in a file of the same form."
        f"\n\n```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    )
    return made


def page(name: str, preface: str, held: dict) -> str:
    """The page of one catalogue."""
    head = held["catalogue"]
    facts = [f"`danvan/data/{name}.toml`, {len(held['entry'])} entries."]
    if "norm" in head:
        facts.append(f"Rests on: {head['norm']}.")
    if "retrieved" in head:
        facts.append(f"As of {head['retrieved']}.")
    title = head["name"][0].upper() + head["name"][1:]
    return "\n\n".join([f"# {title}", preface, " ".join(facts), table(held["entry"])]) + "\n"


def table(entries: list[dict]) -> str:
    """A row for each entry: what most entries say in columns of their own, the rest in one."""
    keys = [key for key in FIRST if any(key in entry for entry in entries)]
    keys += [key for key in _common(entries) if key not in (*FIRST, *LAST)]
    last = [key for key in LAST if any(key in entry for entry in entries)]
    lines = [[*keys, "more", *(LAST[key] for key in last)], ["---"] * (len(keys) + len(last) + 1)]
    for entry in entries:
        more = (
            f"*{_escaped(key)}*: {_shown(entry[key])}" for key in entry if key not in (*keys, *last)
        )
        own = (f"`{entry[key]}`" if key == "code" else _shown(entry.get(key, "")) for key in keys)
        lines.append([*own, "; ".join(more), *(_shown(entry.get(key, "")) for key in last)])
    if not any(line[len(keys)] for line in lines[2:]):
        lines = [[*line[: len(keys)], *line[len(keys) + 1 :]] for line in lines]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _common(entries: list[dict]) -> list[str]:
    """What at least half of the entries say in a word or two, in the order of the first."""
    said: dict[str, int] = {}
    for entry in entries:
        for key, value in entry.items():
            if not isinstance(value, list | dict) and len(str(value)) <= SHORT:
                said[key] = said.get(key, 0) + 1
    return [key for key, times in said.items() if 2 * times >= len(entries)]


def _preface(text: str) -> str:
    """The comment a file begins with."""
    lines = re.match(r"(?:#.*\n)*", text)[0].splitlines()
    return _escaped(" ".join(line.lstrip("# ") for line in lines))


def _shown(value: object) -> str:
    match value:
        case dict():
            return ", ".join(f"{_shown(key)} = {_shown(part)}" for key, part in value.items())
        case list():
            return "; ".join(
                f"({_shown(part)})" if isinstance(part, dict) else _shown(part) for part in value
            )
        case _:
            return _escaped(str(value))


def _escaped(text: str) -> str:
    """Text in which no character means anything to Markdown."""
    return re.sub(r"([\\`*_{}\[\]<>#$~])", r"\\\1", text)


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
