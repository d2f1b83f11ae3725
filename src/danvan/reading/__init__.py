"""Reading: from the papers offices have to values, leniently, with every place kept.

``X.parse`` takes one spelling only; what stands here takes what real papers
contain (spaces round hyphens, four kinds of dashes, Ð for Đ, decomposed
letters, lines broken over a page) and gives offsets into the original text.

>>> [c.text for c in find_citations("theo Quyết định số 217- QĐ/TW và Luật số 10/2022/QH15")]
['Quyết định số 217- QĐ/TW', 'Luật số 10/2022/QH15']
>>> [(q.text, q.unit) for q in find_quantities("tổ chức trên 394 buổi cho 33.283 lượt người")]
[('394', 'buổi'), ('33.283', 'lượt người')]
"""

from danvan.periods import find_periods
from danvan.reading.assessments import find_assessments
from danvan.reading.citation import Citation, Repair
from danvan.reading.citation_marks import mark_citations
from danvan.reading.citation_references import Reference, find_references
from danvan.reading.citations import find_citations
from danvan.reading.corpus import Corpus
from danvan.reading.corrections import (
    Correction,
    corrections_beside,
    read_corrections,
    write_corrections,
)
from danvan.reading.document import parse_report
from danvan.reading.figure_mapping import map_figures
from danvan.reading.files import read_folder, read_report
from danvan.reading.mapping import ComparedFigure, FigureMapping, MappedFigure, UnmappedFigure
from danvan.reading.movements import Movement, MovementMention, find_movements, movements
from danvan.reading.observations import find_observations
from danvan.reading.organizations import OrganizationMention, find_organizations
from danvan.reading.quantities import QuantityMention, find_quantities
from danvan.reading.side_by_side import Progress
from danvan.reading.tasks import find_tasks, read_occurrence

__all__ = [
    "Citation",
    "ComparedFigure",
    "Corpus",
    "Correction",
    "FigureMapping",
    "MappedFigure",
    "Movement",
    "MovementMention",
    "OrganizationMention",
    "Progress",
    "QuantityMention",
    "Reference",
    "Repair",
    "UnmappedFigure",
    "corrections_beside",
    "find_assessments",
    "find_citations",
    "find_movements",
    "find_observations",
    "find_organizations",
    "find_periods",
    "find_quantities",
    "find_references",
    "find_tasks",
    "map_figures",
    "mark_citations",
    "movements",
    "parse_report",
    "read_corrections",
    "read_folder",
    "read_occurrence",
    "read_report",
    "write_corrections",
]
