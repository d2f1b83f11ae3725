"""danvan: the reports of Vietnamese Party, State and Front offices, as typed values."""

__version__ = "0.1.0"
