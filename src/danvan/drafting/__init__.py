"""Drafting: reports made of templates and figures, and one report held beside another.

A :class:`Template` is a paper as an office writes it, in Word, Markdown or plain
text, with slots such as ``{propaganda.sessions}`` where figures are to stand.
:class:`Figures` say what was reported; ``template.fill(figures)`` gives a
:class:`Draft`: an ordinary report, and a finding for every blank that is left in it.

:func:`compare_reports` says what changed from a draft to the next, paragraph by
paragraph and figure by figure; :func:`compare_figures` holds the figures of one
period beside those of another, nine months beside the year.
"""

from danvan.drafting.blocks import Block, BlockKind
from danvan.drafting.changes import BlockChange, ChangeKind, ReportChanges, compare_reports
from danvan.drafting.figure_pairs import FigureChange
from danvan.drafting.figures import Figures
from danvan.drafting.figures_beside import FigureComparison, FigurePair, compare_figures
from danvan.drafting.filling import Entry
from danvan.drafting.slots import Slot, SlotKind, find_slots
from danvan.drafting.template import Draft, Template

__all__ = [
    "Block",
    "BlockChange",
    "BlockKind",
    "ChangeKind",
    "Draft",
    "Entry",
    "FigureChange",
    "FigureComparison",
    "FigurePair",
    "Figures",
    "ReportChanges",
    "Slot",
    "SlotKind",
    "Template",
    "compare_figures",
    "compare_reports",
    "find_slots",
]
