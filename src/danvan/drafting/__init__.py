"""Drafting: reports made of templates and figures, and one report held beside another.

A :class:`Template` is a paper as an office writes it, in Word, Markdown or plain
text, with slots such as ``{propaganda.sessions}`` where figures are to stand.
:class:`Figures` say what was reported; ``template.fill(figures)`` gives a
:class:`Draft`: an ordinary report, and a finding for every blank that is left in it.
"""

from danvan.drafting.figures import Figures
from danvan.drafting.filling import Entry
from danvan.drafting.slots import Slot, SlotKind, find_slots
from danvan.drafting.template import Draft, Template

__all__ = [
    "Draft",
    "Entry",
    "Figures",
    "Slot",
    "SlotKind",
    "Template",
    "find_slots",
]
