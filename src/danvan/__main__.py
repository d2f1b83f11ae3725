"""``python -m danvan`` is the command ``danvan``."""

import sys

from danvan.cli import main

__all__: list[str] = []

sys.exit(main())
