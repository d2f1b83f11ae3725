"""What a door is, and what makes the inputs of each kind of door."""

import json
import tomllib
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import field, frozen

from hardening import mangled


@frozen
class Entry:
    """A door: what it is called, what is done with an input, what makes the input."""

    name: str
    call: object = field(repr=False)
    draw: object = field(repr=False)
    share: float = 1.0
    wrong_types: bool = False


def words(*samples):
    return partial(mangled.text, samples=samples)


def through_file(read, suffix):
    """A reader of paths, as a function of bytes or text."""

    def call(data):
        with TemporaryDirectory() as folder:
            file = Path(folder, f"tep{suffix}")
            file.write_bytes(
                data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
            )
            return read(file)

    return call


def tables(*files, most=4_000):
    """TOML: mostly right TOML with wrong values, now and then a text with changes."""
    texts = [file.read_text("utf-8")[:most] for file in files]
    data = [
        json.loads(json.dumps(tomllib.loads(file.read_text("utf-8")), default=str))
        for file in files
    ]
    data = [{k: v[:6] if isinstance(v, list) else v for k, v in one.items()} for one in data]

    def draw(dice):
        if dice.random() < 0.3:
            return mangled.text(dice, texts)
        made = mangled.tree(dice, dice.choice(data))
        return mangled.toml(made) if isinstance(made, dict) else "x = 1"

    return draw


def sheet_rows(*files):
    """CSV: some rows of a table, with changes."""
    texts = []
    for file in files:
        lines = file.read_text("utf-8").splitlines(keepends=True)
        texts += ["".join(lines[:1] + lines[at : at + 4]) for at in range(1, len(lines), 5)]

    return partial(mangled.text, samples=texts)


def plain_data(*samples):
    """JSON: mostly right JSON with wrong values, now and then a text with changes."""
    trees = [json.loads(one) if isinstance(one, str) else one for one in samples]
    texts = [json.dumps(one, ensure_ascii=False) for one in trees]

    def draw(dice):
        if dice.random() < 0.25:
            return mangled.text(dice, texts)
        return json.dumps(mangled.tree(dice, dice.choice(trees)), ensure_ascii=dice.random() < 0.5)

    return draw


def xml(*samples):
    return lambda dice: mangled.markup(dice, dice.choice(samples)).encode("utf-8", "surrogatepass")


def octets(*samples):
    return lambda dice: mangled.octets(dice, dice.choice(samples))


def zipped(*samples):
    def draw(dice):
        sample = dice.choice(samples)
        if dice.random() < 0.15:
            return mangled.octets(dice, sample)
        return mangled.packed(dice, sample, partial(mangled.markup, dice))

    return draw
