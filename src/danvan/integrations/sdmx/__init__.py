"""Observations and catalogues as SDMX: a table in SDMX-CSV 2.0, its structure in SDMX-ML 3.0.

>>> from danvan.indicators import Observation, indicators
>>> from danvan.organizations import Organizations
>>> from danvan.periods import Period
>>> from danvan.quantities import Quantity
>>> tree = Organizations.shipped("tam_duong")
>>> figure = Observation(indicators()["propaganda.sessions"], tree["tam_duong.youth"],
...                      Period.nine_months(2023), Quantity.parse("trên 394 buổi"))
>>> text = write_csv([figure])
>>> row = dict(zip(*(line.split(",") for line in text.splitlines()), strict=True))
>>> [row[column] for column in ("REF_AREA", "TIME_PERIOD", "OBS_VALUE", "AS_WRITTEN")]
['tam_duong-youth', '2023-01-01/P9M', '394', 'trên 394 buổi']
>>> read_csv(text, tree).observations == (figure,)
True
>>> catalogue = read_indicators(write_structure(Structure.of([figure])))
>>> catalogue["propaganda.sessions"] == figure.indicator
True
"""

from danvan.integrations.sdmx.periods import from_sdmx_period, to_sdmx_period
from danvan.integrations.sdmx.structure import Code, Codelist, Component, Structure
from danvan.integrations.sdmx.structure_files import read_indicators, write_structure
from danvan.integrations.sdmx.tables import Dataset, read_csv, write_csv

__all__ = [
    "Code",
    "Codelist",
    "Component",
    "Dataset",
    "Structure",
    "from_sdmx_period",
    "read_csv",
    "read_indicators",
    "to_sdmx_period",
    "write_csv",
    "write_structure",
]
