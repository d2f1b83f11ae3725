"""Optional libraries, each in a module or a package of its own.

Nothing here is imported with danvan; a module is imported when it is asked for,
and without its library it says which extra brings it.

>>> from importlib.util import find_spec
>>> find_spec("danvan.integrations.docx.writing") is not None
True
"""

__all__: list[str] = []
