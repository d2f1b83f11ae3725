"""The trees and figures that the doors are tried with, read once."""

from functools import cache

import danvan as dv
from danvan import reporting
from danvan.drafting import Figures
from danvan.indicators import read_observations
from hardening.papers import EXAMPLES, ROOT

SHIPPED = ROOT / "src" / "danvan" / "data"
NINE = dv.Period.nine_months(2023)


@cache
def district():
    return dv.Organizations.shipped("tam_duong")


@cache
def province():
    return dv.Organizations.shipped("ban_mai")


@cache
def district_year():
    return dv.Organizations.read(EXAMPLES / "district_year" / "organizations.toml")


@cache
def song_may():
    return dv.Organizations.read(EXAMPLES / "province_2026" / "organizations.toml")


@cache
def figures():
    observed = read_observations(EXAMPLES / "district_year" / "figures.csv", district_year())
    return Figures(observed, district_year(), "muong_sao.party", dv.Period.year(2023))


def some_observations():
    found = read_observations(EXAMPLES / "nine_months_2023" / "figures.csv", district())
    return found[:6]


def form():
    return reporting.Form(
        "own", "Biểu 01", 1, (reporting.Row("models.registered", ("form",)), reporting.Row("petitions.received"))
    )  # fmt: skip
