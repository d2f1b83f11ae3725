"""Registers that feed the figures: typed tables with a life cycle.

"Dân vận khéo" models, petitions and receptions as balances, dialogues, supervision,
social criticism, funds and houses.  What a register counts for a period are
observations; a report whose figures are not the register's is a finding.

>>> from datetime import date
>>> from danvan.organizations import Organizations
>>> from danvan.periods import Period
>>> tree = Organizations.shipped("ban_mai")
>>> commune = tree["ban_mai.communes.suoi_la.party"]
>>> held = Dialogue(commune, date(2026, 3, 5), "Bí thư Đảng ủy", 56, 13, 13)
>>> register = Register(Dialogue, (commune,), Period.year(2026), (held,))
>>> print(*register.observations(Period.quarter(2026, 1))[:1])
Đảng ủy xã Suối Lá: Số lượt người tham gia đối thoại, quý I năm 2026: 56 lượt người
"""

from danvan.reporting.registers.files import read_register
from danvan.reporting.registers.models import MobilizationModel, ModelField, ModelForm
from danvan.reporting.registers.oversight import Criticism, Dialogue, Supervision
from danvan.reporting.registers.petitions import (
    Occasion,
    PetitionBalance,
    PetitionType,
    Reception,
    check_carried_over,
)
from danvan.reporting.registers.register import Entry, Figure, Register
from danvan.reporting.registers.welfare import FundRaising, House, HouseKind

__all__ = [
    "Criticism",
    "Dialogue",
    "Entry",
    "Figure",
    "FundRaising",
    "House",
    "HouseKind",
    "MobilizationModel",
    "ModelField",
    "ModelForm",
    "Occasion",
    "PetitionBalance",
    "PetitionType",
    "Reception",
    "Register",
    "Supervision",
    "check_carried_over",
    "read_register",
]
