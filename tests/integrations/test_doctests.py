"""The examples in the modules that need an optional library, where it is installed."""

import doctest
import pkgutil
from importlib import import_module

import pytest

from danvan import integrations

MODULES = [module.name for module in pkgutil.iter_modules(integrations.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    try:
        module = import_module(f"danvan.integrations.{name}")
    except ImportError as error:
        pytest.skip(str(error))
    assert doctest.testmod(module).failed == 0
