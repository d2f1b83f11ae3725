"""Registers of every class from a table: each cell as what its column holds, or named."""

from datetime import date
from decimal import Decimal

import attrs
import pytest

from danvan.errors import UnreadableFileError
from danvan.periods import Period
from danvan.reporting.registers import read_register
from hardening.of_files import REGISTERS, a_row
from hardening.trees import song_may

KEEPER = "song_may.communes.an_binh.party"
SAID = {
    "15/3/2026": date(2026, 3, 15),
    "3": 3,
    "1.250,5": Decimal("1250.5"),
    KEEPER: song_may()[KEEPER],
    "năm 2026": Period.year(2026),
}


def read(tmp_path, cls, text):
    file = tmp_path / "so.csv"
    file.write_text(text, "utf-8")
    return read_register(file, cls, song_may(), keepers=[KEEPER], kept=Period.year(2026))


@pytest.mark.parametrize("cls", REGISTERS, ids=lambda cls: cls.__name__)
def test_every_column_is_read_as_what_it_holds(tmp_path, cls):
    text = a_row(cls)
    (entry,) = read(tmp_path, cls, text).entries
    head, row = text.splitlines()
    cells = row.removeprefix('"').removesuffix('"').split('","')
    for column, cell in zip(head.split(","), cells, strict=True):
        value = getattr(entry, column)
        assert getattr(value, "value", value) == SAID.get(cell, cell)


WRONG = {
    "15/3/2026": "30/2/2026",
    "3": "3,5",
    "1.250,5": "1.25",
    KEEPER: "ai_do",
    "năm 2026": "năm nay",
}


@pytest.mark.parametrize("cls", REGISTERS, ids=lambda cls: cls.__name__)
def test_a_wrong_cell_is_named(tmp_path, cls):
    text = a_row(cls)
    for right, wrong in WRONG.items():
        if f'"{right}"' in text:
            with pytest.raises((UnreadableFileError, KeyError), match="line 2, column") as raised:
                read(tmp_path, cls, text.replace(f'"{right}"', f'"{wrong}"', 1))
            assert wrong in str(raised.value)
    assert len(attrs.fields(cls)) >= 3
