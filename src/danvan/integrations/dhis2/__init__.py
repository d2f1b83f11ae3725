"""Observations as a data value set of DHIS2, and back.

>>> from danvan.indicators import Observation, indicators
>>> from danvan.organizations import Organizations
>>> from danvan.periods import Period
>>> from danvan.quantities import Quantity
>>> tree = Organizations.shipped("tam_duong")
>>> figure = Observation(indicators()["propaganda.sessions"], tree["tam_duong.youth"],
...                      Period.quarter(2023, 3), Quantity.parse("trên 394 buổi"))
>>> text = write_data_value_set(DataValueSet((figure,)), indent=1)
>>> print(text)
{
 "dataValues": [
  {
   "dataElement": "propaganda.sessions",
   "period": "2023Q3",
   "orgUnit": "tam_duong.youth",
   "value": "394",
   "comment": "as written: trên 394 buổi"
  }
 ]
}
>>> read_data_value_set(text, tree).observations == (figure,)
True
"""

from danvan.integrations.dhis2.data_values import (
    DataValueSet,
    read_data_value_set,
    write_data_value_set,
)
from danvan.integrations.dhis2.periods import from_dhis2_period, to_dhis2_period

__all__ = [
    "DataValueSet",
    "from_dhis2_period",
    "read_data_value_set",
    "to_dhis2_period",
    "write_data_value_set",
]
