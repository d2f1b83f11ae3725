"""The catalogues of messages: nothing is missing, nothing is over, the slots are those of the key."""

import ast
import string
from decimal import Decimal
from importlib import resources
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import danvan
from danvan import messages
from danvan.errors import UnknownCodeError, UnreadableFileError
from danvan.findings import Findings, rules
from danvan.messages import languages, say, told, translated
from danvan.rendering.findings import CheckResult, as_text

PACKAGE = Path(danvan.__file__).parent
SAID_BY = {"say", "translated", "translate", "wrong", "Parser"}
# Where the command meets errors of files, all of them told in the language asked for.
READERS = [
    "_files.py", "formats.py", "reading/files.py", "reading/file_bytes.py", "reading/text_files.py", "reading/side_by_side.py",
    "integrations/doc_reading.py", "integrations/docx/reading.py", "integrations/docx/package.py",
    "integrations/docx/comments.py", "integrations/pdf_reading.py", "rendering/files.py", "cli/papers.py",
    "cli/output.py", "cli/mending.py",
]  # fmt: skip
TRANSLATIONS = [lang for lang in languages() if lang != "en"]


def catalogue(lang):
    with (resources.files("danvan.data") / "messages" / f"{lang}.po").open("rb") as file:
        return {entry.id: entry.string for entry in read_po(file, abort_invalid=True) if entry.id}


def constants(node):
    """The texts a name or an expression may stand for, within one module."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (ast.Dict, ast.Tuple)):
        for one in node.values if isinstance(node, ast.Dict) else node.elts:
            yield from constants(one)
    elif isinstance(node, ast.IfExp):
        yield from constants(node.body)
        yield from constants(node.orelse)


def named(tree):
    """The texts each name of a module may stand for."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name):
                    names.setdefault(target.id, []).extend(constants(node.value))
    return names


def spoken(call, module):
    """Those arguments of a call that are sentences for people."""
    called = getattr(call.func, "id", getattr(call.func, "attr", ""))
    if called in SAID_BY:
        return call.args[2:5:2] if called == "Parser" else call.args[:1]
    if called == "UnreadableFileError" and module in READERS:
        return call.args[1:3]
    return call.args[2:] if (called, module) == ("_module", "formats.py") else []


def sentences():
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names, module = named(tree), path.relative_to(PACKAGE).as_posix()
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            for argument in spoken(call, module):
                within = argument.value if isinstance(argument, ast.Subscript) else argument
                yield from names.get(getattr(within, "id", ""), constants(argument))


SENTENCES = sorted(set(sentences()))


def slots(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_the_sentences_in_the_code_are_found():
    assert len(SENTENCES) > 60
    for one in (
        "nothing in it",
        "no format to read has the suffix {suffix}",
        "Usage",
        "want at least one file or folder",
    ):
        assert one in SENTENCES


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_every_sentence_is_translated(lang):
    known = catalogue(lang)
    assert [one for one in SENTENCES if not known.get(one)] == []


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_a_translation_fills_no_slot_of_its_own(lang):
    for key, words in catalogue(lang).items():
        assert slots(words) <= slots(key), key


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_nothing_is_translated_that_nobody_says(lang):
    written = {
        node.value
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    told_by_the_system = {
        "No such file or directory", "Permission denied", "Is a directory", "Not a directory", "File name too long",
        "No space left on device", "Read-only file system", "Input/output error", "expected one argument",
    }  # fmt: skip
    assert set(catalogue(lang)) - written - told_by_the_system == set()


def test_a_language_without_a_catalogue():
    assert say("at most {most} bytes", "en", most=3) == "at most 3 bytes"
    assert translated("never said", "vi") == "never said"
    with pytest.raises(UnknownCodeError):
        translated("x", "fr")


def test_a_third_language_is_one_more_catalogue(monkeypatch):
    sum_mismatch = rules()["DV201"]
    words = {
        "{count} error": "{count} ຂໍ້ຜິດພາດ",
        sum_mismatch.en: "ລວມ {total} ≠ {sum} ({difference})",
    }
    monkeypatch.setattr(messages, "languages", lambda: ("en", "lo", "vi"))
    monkeypatch.setattr(messages, "_sentences", lambda lang: words if lang == "lo" else {})
    found = sum_mismatch.at(total=30, sum=29, difference=Decimal(-1))
    view = as_text(CheckResult(Findings((found,))), "lo")
    assert "ລວມ 30 ≠ 29 (-1)" in view
    assert view.endswith("1 ຂໍ້ຜິດພາດ, 0 warnings, 0 notes")  # what is not translated is English


def test_a_path_with_braces_is_a_path():
    error = UnreadableFileError(
        "{x}{0}.txt",
        "not {encoding} at byte {at} ({reason})",
        "UTF-8",
        encoding="UTF-8",
        at=3,
        reason="{y}",
    )
    assert str(error) == "{x}{0}.txt: not UTF-8 at byte 3 ({y}); want UTF-8"
    assert told(error, "vi").startswith("{x}{0}.txt: không đúng bảng mã UTF-8 từ byte thứ 3")
