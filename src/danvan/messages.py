"""What danvan says to people outside of its findings, in the language they ask for.

The English sentence in the code is the key; a gettext catalogue under
``danvan/data/messages`` gives each sentence in another language.  A translator
adds a language by adding a file: ``lo.po`` makes ``--lang lo`` work.  The
sentences of findings stand in both official languages side by side in
``danvan/data/rules.toml``; such a file may hold them too, under their English.

>>> say("at most {most} bytes", "vi", most=9)
'không quá 9 byte'
>>> say("at most {most} bytes", "en", most=9)
'at most 9 bytes'
"""

from __future__ import annotations

from functools import cache, partial
from importlib import resources
from typing import Final

from danvan.errors import DanvanError, UnknownCodeError

__all__ = ["ENGLISH", "languages", "say", "told", "translated"]

ENGLISH: Final = "en"
"""The language of the sentences in the code, which needs no catalogue."""

_SUFFIX: Final = ".po"


@cache
def languages() -> tuple[str, ...]:
    """The languages danvan speaks, by their codes.

    >>> languages()
    ('en', 'vi')
    """
    shipped = resources.files("danvan.data").joinpath("messages").iterdir()
    names = [file.name for file in shipped if file.name.endswith(_SUFFIX)]
    return tuple(sorted([ENGLISH, *(name.removesuffix(_SUFFIX) for name in names)]))


def translated(text: str, lang: str) -> str:
    """A sentence in a language; itself where the catalogue does not hold it.

    Raises:
        UnknownCodeError: a language danvan does not speak.
    """
    if lang not in languages():
        raise UnknownCodeError("languages", lang, languages())
    return text if lang == ENGLISH else _sentences(lang).get(text, text)


def say(text: str, lang: str, **parts: object) -> str:
    """A sentence in a language, with its ``{slots}`` filled."""
    return translated(text, lang).format_map(parts)


def told(error: DanvanError, lang: str) -> str:
    """What an error says, in a language.

    >>> from danvan.errors import MissingExtraError
    >>> told(MissingExtraError("danvan.integrations.pdf_reading", "pdfplumber", "pdf"), "vi")
    "danvan.integrations.pdf_reading cần thư viện pdfplumber: python -m pip install 'danvan[pdf]'"
    """
    return error.told(partial(translated, lang=lang))


@cache
def _sentences(lang: str) -> dict[str, str]:
    from babel.messages.pofile import read_po

    file = resources.files("danvan.data").joinpath("messages", f"{lang}{_SUFFIX}")
    with file.open("rb") as lines:
        known = read_po(lines)
    return {str(entry.id): str(entry.string) for entry in known if entry.id and entry.string}
