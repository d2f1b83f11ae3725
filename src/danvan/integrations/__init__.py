"""One optional library a module: Word files now, others as they come.

Nothing here is imported with danvan; a module is imported when it is asked for,
and without its library it says which extra brings it.

>>> from importlib.util import find_spec
>>> find_spec("danvan.integrations.docx_writing") is not None
True
"""

__all__: list[str] = []
