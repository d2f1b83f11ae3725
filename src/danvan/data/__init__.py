"""The catalogues danvan ships, as TOML; read by :mod:`danvan.catalogue`."""

__data_version__ = "2026.11.22"
"""The day up to which the catalogues follow what the offices and the law have issued.

Offices open and close, kinds of papers and codes change: the data has a version of its own,
``YEAR.MONTH.DAY``, and may be newer in a release whose code does nothing new.
"""
