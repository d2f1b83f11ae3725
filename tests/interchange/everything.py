"""Every public record that is a document."""

import inspect
from importlib import import_module
from pathlib import Path
from typing import get_origin

import attrs

from danvan import quantities
from danvan.catalogue import Catalogue
from danvan.testing.fitting import SOURCES as TEXTS
from danvan.testing.strategies import anything

__all__ = ["RECORDS", "TEXTS", "anything", "name_of"]

# What a document does not hold: these hold errors, and have their own way out.
NO_DOCUMENTS = {
    "danvan.reading.Corpus": "each of its reports is a document; .failures are errors",
    "danvan.rendering.findings.CheckResult": "danvan.rendering.findings.as_data",
    "danvan.rendering.findings.Failure": "an error with the name of a file",
    "danvan.reading.Progress": "how far the reading of a folder is, while it lasts",
    "danvan.interchange.Problem": "what is wrong with a document",
    "danvan.catalogue.Catalogue": "as Catalogue[Unit], with the class of its entries",
}


def public_records():
    """The public attrs classes and, in the place of the bare catalogue, one of units."""
    names = Path(__file__).parents[1].joinpath("public_names.txt").read_text("utf-8").split()
    found = {Catalogue[quantities.Unit]: None}
    for path in names:
        module, _, name = path.rpartition(".")
        value = getattr(import_module(module), name)
        if inspect.isclass(value) and attrs.has(value) and path not in NO_DOCUMENTS:
            found[value] = None
    return list(found)


def name_of(kind):
    """The class and its package: ``reports.Report``."""
    cls = get_origin(kind) or kind
    return f"{cls.__module__.split('.')[1]}.{cls.__name__}"


RECORDS = public_records()
