"""A form of mass mobilization with its figures, as workbooks of the tests hold it."""

from danvan import Organizations, Period
from danvan.reporting import Form, FormRule, Relation, Row

TREE = Organizations.shipped("ban_mai")
NINE = Period.nine_months(2026)
COMMUNE = TREE["ban_mai.communes.suoi_la.party"]
FORM = Form(
    "mobilization", "Biểu 1: kết quả công tác dân vận", 2,
    (
        Row("models.registered", ("form",)), Row("models.working"), Row("dialogues.sessions"),
        Row("petitions.received"), Row("petitions.settled", compulsory=False),
    ),
    (FormRule(("models.working",), Relation.AT_MOST, ("models.registered",)),),
    source="Kèm theo Kế hoạch số 12-KH/TU",
)  # fmt: skip
SHEET = "Biểu 1"
FIGURES = {"E8": 12, "E9": 9, "E10": 3, "E11": 8, "E12": 4, "E13": 20, "E14": 18}
