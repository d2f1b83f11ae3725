"""The examples in the modules that need an optional library, where it is installed."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from danvan import integrations

MODULES = [
    module.name
    for module in pkgutil.walk_packages(
        integrations.__path__, f"{integrations.__name__}.", onerror=lambda _: None
    )
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    try:
        module = import_module(name)
    except ImportError as error:
        pytest.skip(str(error))
    try:
        doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE, raise_on_error=True)
    except doctest.UnexpectedException as found:
        if isinstance(found.exc_info[1], ImportError):
            pytest.skip(str(found.exc_info[1]))
        raise
