"""Excel workbooks: forms to fill, filled ones read back, totals written.

Needs xlsxwriter and python-calamine, the extra ``excel``.  The doors are
``templates``, ``reading``, ``folder`` and ``totals``.
"""

__all__: list[str] = []
