"""Optional libraries and exchange standards, each in a module or a package of its own.

Nothing here is imported with danvan; a module is imported when it is asked for,
and without its library it says which extra brings it.  The standards (``edxml``,
``sdmx``, ``dhis2``) need none.

>>> from importlib.util import find_spec
>>> find_spec("danvan.integrations.docx.writing") is not None
True
"""

__all__: list[str] = []
