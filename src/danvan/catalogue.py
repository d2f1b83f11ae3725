"""Dated catalogues: what the field's codes and names stand for, and until when.

Whatever people may want to extend without touching code (kinds of papers,
codes of issuers, indicators, units, rules) lies in a TOML file under
``danvan/data``, one table an entry, each with its source.  This module reads
such a file into frozen entries and answers questions about them.

A file begins with a ``[catalogue]`` table (``name``, ``norm``, ``retrieved``)
and goes on with ``[[entry]]`` tables.  Users bring their own in the same form:

>>> from danvan.directives import document_kinds
>>> kinds = document_kinds()
>>> kinds["decision"].name
'Quyết định'
>>> [kind.code for kind in kinds.search("quyet dinh")]
['decision']
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, Self, TypeVar

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._files import read_text
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.vietnamese.letters import fold

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["Catalogue", "Entry", "in_force", "read_toml", "structure"]


class Entry(Protocol):
    """What every entry of a catalogue has."""

    @property
    def code(self) -> str:
        """The key within the catalogue, in English."""
        ...

    @property
    def name(self) -> str:
        """The official Vietnamese name."""
        ...

    @property
    def aliases(self) -> tuple[str, ...]:
        """Other names and spellings by which it is found."""
        ...

    @property
    def valid_from(self) -> date | None:
        """The first day it holds; ``None`` where that is not known."""
        ...

    @property
    def valid_to(self) -> date | None:
        """The last day it holds; ``None`` where it still does."""
        ...


E = TypeVar("E", bound=Entry)
T = TypeVar("T")


def in_force(entry: Entry, on: date) -> bool:
    """Whether an entry holds on a day; an open end reaches as far as one asks."""
    return (entry.valid_from is None or entry.valid_from <= on) and (
        entry.valid_to is None or on <= entry.valid_to
    )


@frozen
class Catalogue(Generic[E]):
    """Frozen entries under their codes, in the order of the file.

    Attributes:
        name: what the catalogue is called in messages.
        entries: the entries; a code may stand twice if its days do not overlap.

    ``catalogue[code]`` gives the entry, the newest where a code stands more
    than once, and raises :class:`~danvan.errors.UnknownCodeError` with the
    nearest codes where there is none; it never gives ``None``.
    """

    name: str = field(validator=_fields.text)
    entries: tuple[E, ...] = field(validator=_fields.instance(tuple))
    _by_code: dict[str, E] = field(init=False, repr=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        self._by_code.update((entry.code, entry) for entry in self.entries)
        if len(self._by_code) == len(self.entries):
            return
        seen: list[E] = []
        for entry in self.entries:
            for other in seen:
                if other.code == entry.code and _overlap(other, entry):
                    raise InvalidValueError(
                        f"catalogue {self.name}", entry.code, "a code once on any day"
                    )
            seen.append(entry)

    @classmethod
    def read(cls, source: str | Path, entry_type: type[E]) -> Self:
        """Read a catalogue from a file, or from ``danvan/data`` by its bare name.

        Raises:
            UnreadableFileError: no TOML, or an entry with a wrong part; the message
                names the entry and the part.
        """
        data = read_toml(source)
        try:
            name = data["catalogue"]["name"]
            records = data["entry"]
        except (KeyError, TypeError):
            raise UnreadableFileError(
                str(source), "no [catalogue] with a name or no [[entry]]", "both"
            ) from None
        entries = structure(records, tuple[entry_type, ...], str(source), "entry")  # type: ignore[valid-type]  # a type at run time
        return cls(name, entries)

    def __getitem__(self, code: str) -> E:
        try:
            return self._by_code[code]
        except KeyError:
            nearest = difflib.get_close_matches(code, self._by_code, n=3) or self._named(code)
            raise UnknownCodeError(self.name, code, tuple(nearest)) from None

    def _named(self, words: str) -> list[str]:
        """The codes of the first entries whose name begins with the words that stand for a code."""
        begin = fold(words)
        return [one.code for one in self.entries if begin and fold(one.name).startswith(begin)][:3]

    def get(self, code: str) -> E | None:
        """The entry under a code, or ``None``."""
        return self._by_code.get(code)

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[E]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def _repr_html_(self) -> str:
        return notebook.table(self.name, map(_cells, self.entries), len(self))

    def on(self, day: date) -> Self:
        """The same catalogue with only the entries in force on a day."""
        return type(self)(self.name, tuple(e for e in self.entries if in_force(e, day)))

    def search(self, text: str) -> tuple[E, ...]:
        """The entries whose name, alias or code is this text, marks and case aside."""
        wanted = fold(text)
        return tuple(
            e for e in self.entries if wanted in {fold(n) for n in (e.code, e.name, *e.aliases)}
        )

    def extended(self, entries: Iterable[E]) -> Self:
        """A new catalogue with entries of the user's own behind the shipped ones."""
        return type(self)(self.name, (*self.entries, *entries))


def _overlap(one: Entry, other: Entry) -> bool:
    first = max(one.valid_from or date.min, other.valid_from or date.min)
    last = min(one.valid_to or date.max, other.valid_to or date.max)
    return first <= last


def read_toml(source: str | Path) -> dict[str, Any]:
    """The tables of a TOML file; a bare name such as ``"units"`` means a shipped one.

    Raises:
        UnreadableFileError: the file is missing, not UTF-8 or not TOML.
    """
    shipped = isinstance(source, str) and "/" not in source and "." not in source
    if shipped:
        with resources.as_file(resources.files("danvan.data") / f"{source}.toml") as file:
            return _tables(file, str(source))
    return _tables(Path(source), str(source))


def _tables(file: Path, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(read_text(file), parse_float=Decimal)
    except UnreadableFileError as error:
        raise UnreadableFileError(name, error.problem, error.want) from error
    except RecursionError:
        raise UnreadableFileError(name, "nested too deeply", "TOML") from None
    except ValueError as error:  # besides what is no TOML: a number too long for Python
        raise UnreadableFileError(name, str(error), "TOML") from error


def structure(data: object, cls: type[T], source: str, at: str = "$") -> T:
    """Make values of plain data, refusing unknown keys, with the path in every message.

    Raises:
        UnreadableFileError: naming the source, the path of the part and what was wanted.
    """
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

    def sentence(error: BaseException, _type: type | None) -> str:
        if isinstance(error, ForbiddenExtraKeysError):
            return f"unknown keys: {', '.join(sorted(error.extra_fields))}"
        if isinstance(error, KeyError) and not isinstance(error, UnknownCodeError):
            return f"{error.args[0]} is missing"
        return str(error)

    try:
        return _converter().structure(data, cls)
    except BaseValidationError as error:
        problems = transform_error(error, path=at, format_exception=sentence)
        raise UnreadableFileError(source, "; ".join(problems), "tables as documented") from None
    except (AttributeError, TypeError):  # what cattrs meets before it looks inside
        problem = "neither a table nor a list of tables @ {at}"
        raise UnreadableFileError(source, problem, "tables as documented", at=at) from None


@cache
def _converter() -> Converter:
    from cattrs import Converter

    converter = Converter(forbid_extra_keys=True)
    hooks: Mapping[type, Callable[[Any, Any], Any]] = {
        date: _as_is("a date", date),
        Decimal: lambda value, _: Decimal(value) if isinstance(value, int) else value,
        str: _as_is("a text", str),
        bool: _as_is("true or false", bool),
        int: _as_is("a whole number", int),
        IntEnum: _by_name,
    }
    for cls, hook in hooks.items():
        converter.register_structure_hook(cls, hook)
    return converter


def _by_name(value: Any, cls: type[IntEnum]) -> IntEnum:
    if value not in cls.__members__:
        raise InvalidValueError(cls.__name__, value, f"one of {', '.join(cls.__members__)}")
    return cls[value]


def _as_is(want: str, cls: type) -> Callable[[Any, Any], Any]:
    def hook(value: Any, _: Any) -> Any:
        if type(value) is not cls:
            raise InvalidValueError("value", value, want)
        return value

    return hook


def _cells(entry: Entry) -> dict[str, object]:
    return {
        "Mã": entry.code,
        "Tên": entry.name,
        "Tên khác": notebook.some(entry.aliases),
        "Từ ngày": entry.valid_from,
        "Đến ngày": entry.valid_to,
    }
