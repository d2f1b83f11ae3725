"""Validation: a copy-editor who can count.

:func:`check` looks at whole reports and yields findings, never exceptions: a
total that its parts do not give, a share that its figures do not give, a list
with too few names, a directive cited with two dates.  :func:`check_totals`
holds the figures an office publishes beside those its units sent in;
:func:`check_observations` holds figures against one another without any text, and
counts what could not be looked at.  :func:`fix` puts right what is safe to put
right, :func:`waive` sets aside what somebody accepts.

What an arithmetic finding rests on is the interval semantics of
:mod:`danvan.quantities`; precision goes before recall, for a false alarm on a
right report is worse than a missed slip.
"""

from danvan.validation.checking import CHECKS, check
from danvan.validation.fixing import fix
from danvan.validation.form import FORM_CHECKS, place_names
from danvan.validation.observations import (
    OBSERVATION_CHECKS,
    Consistency,
    Duplicate,
    Outcome,
    check_observations,
    duplicates,
)
from danvan.validation.totals import check_totals
from danvan.validation.waiving import companion, read_waivers, waive, waivers_beside

__all__ = [
    "CHECKS",
    "FORM_CHECKS",
    "OBSERVATION_CHECKS",
    "Consistency",
    "Duplicate",
    "Outcome",
    "check",
    "check_observations",
    "check_totals",
    "companion",
    "duplicates",
    "fix",
    "place_names",
    "read_waivers",
    "waive",
    "waivers_beside",
]
