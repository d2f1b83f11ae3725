"""A made-up district with four communes, and short ways to say figures and templates."""

from pathlib import Path

from danvan import Observation, Organizations, Period, Quantity
from danvan.drafting import Figures, Template
from danvan.indicators import Missing, Role, indicators

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "data" / "district_year"
TREE = Organizations.read(EXAMPLE / "organizations.toml")
PARTY = "muong_sao.party"
YEAR, NINE = Period.year(2023), Period.nine_months(2023)
UNITS = tuple(
    f"muong_sao.communes.{name}.party" for name in ("town", "ban_hang", "cha_luom", "hua_sen")
)
TOWN, BAN_HANG, CHA_LUOM, HUA_SEN = UNITS


def said(code, figure, of=PARTY, period=YEAR, role=Role.ACTUAL, **parts):
    """A figure, or with ``None`` the reason why there is none."""
    missing = parts.pop("missing", None if figure else Missing.NOT_REPORTED)
    quantity = Quantity.parse(figure) if figure else None
    breakdown = tuple(parts.items())
    return Observation(
        indicators()[code], TREE[of], period, quantity, breakdown=breakdown, role=role,
        missing=missing,
    )  # fmt: skip


def by_commune(code, *figures):
    """A figure of each commune, in the order of :data:`UNITS`; ``None`` leaves one out."""
    return [said(code, figure, of) for of, figure in zip(UNITS, figures, strict=True) if figure]


def fill(words, *observations, passages=None, units=UNITS, period=YEAR):
    """A template of one paragraph, filled in."""
    template = Template.parse(f"BÁO CÁO\ncông tác dân vận\n\nI. KẾT QUẢ\n\n{words}\n")
    figures = Figures(observations, TREE, PARTY, period, units)
    return template.fill(figures, passages or {})


def paragraph(draft):
    """Its first paragraph."""
    return draft.report.sections[0].paragraphs[0]


def codes(draft):
    """The codes of its findings."""
    return [finding.code for finding in draft.findings]


SESSIONS = by_commune("propaganda.sessions", "12 buổi", "9 buổi", "trên 4 buổi", "0 buổi")
EXACT = by_commune("propaganda.sessions", "12 buổi", "9 buổi", "4 buổi", "5 buổi")
DIALOGUES = by_commune("dialogues.sessions", "2 cuộc", "0 cuộc", "1 cuộc", "1 cuộc")
FIELDS = [
    said("models.registered", "9 mô hình"),
    said("models.registered", "6 mô hình", field="economy"),
    said("models.registered", "3 mô hình", field="political_system"),
]
LAST_YEAR = Period.year(2022)
