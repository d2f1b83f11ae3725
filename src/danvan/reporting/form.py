"""Forms: the figures a regime asks for (biểu mẫu), and the rules a filled one must meet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Self

import attrs
from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.indicators import Indicator, Kind

__all__ = ["Cell", "Form", "FormRule", "Relation", "Row", "read_forms"]


class Relation(Word):
    """How the two sides of a rule must go together; the value is its sign."""

    EQUAL = "="
    AT_MOST = "<="


def _texts(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    _fields.tuple_of(str)(owner, attribute, value)
    for item in value:
        _fields.text(owner, attribute, item)
    if len(set(value)) < len(value):
        what = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(what, ", ".join(value), "each once")


@frozen
class Cell:
    """One place of a form for one figure.

    Attributes:
        indicator: what is counted.
        breakdown: what part of the whole, as pairs of dimension and value; empty for the whole.
        compulsory: whether it must be filled, with a figure or with why there is none.
    """

    indicator: Indicator = field(validator=_fields.instance(Indicator))
    breakdown: tuple[tuple[str, str], ...] = field(default=(), validator=_fields.tuple_of(tuple))
    compulsory: bool = field(default=True, validator=_fields.instance(bool))

    def __str__(self) -> str:
        return self.indicator.of(self.breakdown)


@frozen
class Row:
    """One indicator of a form, with the ways it is to be taken apart.

    Attributes:
        indicator: its code.
        by: the dimensions; the row then has a cell for the whole and one for each part.
        compulsory: whether the whole must be filled.
        parts_compulsory: whether the parts must be filled too.
    """

    indicator: str = field(validator=_fields.text)
    by: tuple[str, ...] = field(default=(), validator=_texts)
    compulsory: bool = field(default=True, validator=_fields.instance(bool))
    parts_compulsory: bool = field(default=False, validator=_fields.instance(bool))

    def cells(self, indicator: Indicator) -> Iterator[Cell]:
        """Its cells, the whole first.

        Raises:
            InvalidValueError: a dimension the indicator does not have.
        """
        yield Cell(indicator, (), self.compulsory)
        for dimension in self.by:
            breakdown = indicator.breakdown(dimension)
            if breakdown is None:
                known = ", ".join(one.dimension for one in indicator.breakdowns) or "none at all"
                raise InvalidValueError(f"Row.by of {indicator.code}", dimension, f"of: {known}")
            for value in breakdown.values:
                yield Cell(indicator, ((dimension, value),), self.parts_compulsory)


@frozen
class FormRule:
    """What a filled form must meet: the sums of two sets of indicators go together.

    Attributes:
        left: the codes of the indicators whose figures are added up.
        relation: whether that equals, or is at most,
        right: the sum of these.
        basis: why it must be so, in words or by the paper that says so.

    "Carried over and received make settled and pending" is one; a part that is at
    most its whole is another.  A side with a figure missing is not evaluated.
    """

    left: tuple[str, ...] = field(validator=_texts)
    relation: Relation = field(validator=_fields.instance(Relation))
    right: tuple[str, ...] = field(validator=_texts)
    basis: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        if not (self.left and self.right):
            raise InvalidValueError("FormRule", str(self), "an indicator on either side")

    def __str__(self) -> str:
        return f"{' + '.join(self.left)} {self.relation.value} {' + '.join(self.right)}"


@frozen
class Form:
    """The figures asked for, in one version.

    Attributes:
        code: its key.
        name: its Vietnamese name, as it stands over it.
        version: which version of the form it is, from 1.
        rows: the indicators, each once, in the order of the form.
        rules: what a filled form must meet, besides that parts go with their wholes.
        valid_from, valid_to: the days on which it is the version in force.
        source: the paper it was issued with.

    Raises:
        InvalidValueError: no rows, an indicator twice, or a rule over one it does not ask for.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    version: int = field(validator=_fields.whole(1))
    rows: tuple[Row, ...] = field(validator=_fields.tuple_of(Row))
    rules: tuple[FormRule, ...] = field(default=(), validator=_fields.tuple_of(FormRule))
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    valid_from: date | None = field(default=None, validator=_fields.optional(_fields.day))
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))
    source: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        asked = [row.indicator for row in self.rows]
        if not asked or len(set(asked)) < len(asked):
            raise InvalidValueError(f"rows of {self.code}", ", ".join(asked), "each indicator once")
        for rule in self.rules:
            if strange := sorted({*rule.left, *rule.right} - set(asked)):
                raise InvalidValueError(
                    f"rule of {self.code}", ", ".join(strange), "indicators the form asks for"
                )

    @classmethod
    def covering(
        cls, catalogue: Catalogue[Indicator], code: str, name: str, version: int = 1
    ) -> Self:
        """A form that asks for every figure of a catalogue, with the parts it names.

        Indicators that are words or grades are left out; parts need not be filled.

        >>> from danvan.indicators import indicators
        >>> len(Form.covering(indicators(), "all", "Biểu tổng hợp").rows) > 100
        True
        """
        return cls(code, name, version, tuple(
            Row(one.code, tuple(parts.dimension for parts in one.breakdowns if parts.values))
            for one in catalogue
            if one.kind not in (Kind.GRADE, Kind.TEXT)
        ))  # fmt: skip

    def cells(self, catalogue: Catalogue[Indicator]) -> tuple[Cell, ...]:
        """Every cell, row by row.

        Raises:
            UnknownCodeError: an indicator the catalogue does not hold.
            InvalidValueError: a dimension an indicator does not have.
        """
        return tuple(cell for row in self.rows for cell in row.cells(catalogue[row.indicator]))

    def __str__(self) -> str:
        return f"{self.name} (bản {self.version})"


def read_forms(path: str | Path) -> Catalogue[Form]:
    """Read forms from a TOML file, several versions of one beside each other.

    A file goes like this::

        [catalogue]
        name = "forms of the province"

        [[entry]]
        code = "models"
        name = "Biểu 02: mô hình Dân vận khéo"
        version = 1
        rows = [
          { indicator = "models.registered", by = ["field", "form"] },
          { indicator = "models.working", compulsory = false },
        ]
        rules = [{ left = ["models.working"], relation = "<=", right = ["models.registered"] }]

    Raises:
        UnreadableFileError: no TOML, or an entry with a wrong part.
    """
    return Catalogue.read(Path(path), Form)
