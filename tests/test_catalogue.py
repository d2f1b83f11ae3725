"""Catalogues: reading them, asking them, and what a bad file says."""

from datetime import date

import pytest
from attrs import frozen

from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError


@frozen
class Word:
    code: str
    name: str
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


GOOD = """
[catalogue]
name = "words"
[[entry]]
code = "session"
name = "buổi"
aliases = ["Buổi họp"]
[[entry]]
code = "old"
name = "huyện"
valid_to = 2025-06-30
"""


def read(tmp_path, text):
    path = tmp_path / "words.toml"
    path.write_text(text, "utf-8")
    return Catalogue.read(path, Word)


def test_questions(tmp_path):
    words = read(tmp_path, GOOD)
    assert words["session"].name == "buổi"
    assert words.get("none") is None
    assert "old" in words
    assert "old" not in words.on(date(2025, 7, 1))
    assert [w.code for w in words.on(date(2025, 6, 30))] == ["session", "old"]
    assert [w.code for w in words.search("BUOI HOP")] == ["session"]
    assert len(words.extended([Word("new", "mới")])) == 3
    with pytest.raises(UnknownCodeError, match="nearest: session"):
        words["sesion"]


def test_a_code_may_come_again_on_other_days():
    first = Word("a", "một", valid_to=date(2020, 1, 1))
    assert Catalogue("w", (first, Word("a", "hai", valid_from=date(2020, 1, 2))))["a"].name == "hai"
    with pytest.raises(InvalidValueError, match="once on any day"):
        Catalogue("w", (first, Word("a", "hai", valid_from=date(2020, 1, 1))))


BAD = [
    ("[catalogue", "not TOML"),
    ("[[entry]]\ncode = 'a'\nname = 'b'", "no [catalogue]"),
    (GOOD + "colour = 'red'\n", "unknown keys: colour @ entry[1]"),
    (GOOD.replace('name = "buổi"\n', ""), "name is missing @ entry[0]"),
    (GOOD.replace("2025-06-30", '"soon"'), "want a date, got 'soon' @ entry[1].valid_to"),
    (GOOD.replace('"buổi"', "3"), "want a text, got 3 @ entry[0].name"),
]


@pytest.mark.parametrize(("text", "said"), BAD, ids=[said for _, said in BAD])
def test_a_bad_file_says_what_and_where(tmp_path, text, said):
    with pytest.raises(UnreadableFileError) as caught:
        read(tmp_path, text)
    if said != "not TOML":
        assert said in str(caught.value)
    assert "words.toml" in str(caught.value)


def test_a_missing_file_and_a_wrong_encoding(tmp_path):
    with pytest.raises(UnreadableFileError, match="No such file"):
        Catalogue.read(tmp_path / "none.toml", Word)
    path = tmp_path / "latin.toml"
    path.write_bytes("[catalogue]\nname = 'x\xe9'".encode("latin-1"))
    with pytest.raises(UnreadableFileError, match="not UTF-8 at byte"):
        Catalogue.read(path, Word)
