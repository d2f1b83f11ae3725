"""The order of Vietnamese words (thin: being written)."""


def sort_key(text: str) -> bytes:
    """A key for sorted()."""
    raise NotImplementedError


def name_sort_key(name: str) -> bytes:
    """A key for names of people, by the last word first."""
    raise NotImplementedError
