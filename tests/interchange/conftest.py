"""What the tests of interchange share."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # so that they find everything.py
