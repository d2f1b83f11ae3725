"""The back end of a web form: communes send their figures, the province sees its totals.

One file: a commune posts its figures as JSON; what is wrong is answered in Vietnamese, each
sentence with the place it is about; what is right counts at once.  The province, its form
and its deadline are those of ``examples/data/province_2026``.

    python -m pip install fastapi uvicorn
    python examples/web_form.py

Then http://127.0.0.1:8000 shows who has reported, and ``docs/how-to/web.md`` what to send.
It is an example and knows no users: put it behind the login of the office, which says whose
figures somebody may send, before any other machine can reach it.
"""

import asyncio
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from threading import Lock
from typing import Annotated

from attrs import evolve, frozen
from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse

import danvan as dv
from danvan.aggregation import Consolidation, consolidate
from danvan.errors import DanvanError
from danvan.findings import Source, Span
from danvan.indicators import Missing, indicators
from danvan.interchange import DocumentError, Problem, from_json, json_schema, unknown_fields
from danvan.interchange.problems import shown
from danvan.messages import told
from danvan.rendering import table_to_html
from danvan.reporting import (
    Round,
    State,
    Submission,
    check_form,
    open_round,
    read_forms,
    read_regime,
)
from danvan.vietnamese.letters import nfc

DATA = Path(__file__).parent / "data" / "province_2026"
PERIOD = dv.Period.nine_months(2026)
PROVINCE = "song_may.party"
MOST_BYTES = 256 * 1024
MOST_LETTERS = 200
MOST_SENDINGS = 20
READ_SECONDS = 10

MOST_PROBLEMS = 50

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
}
PAGE = """<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  body {{ font: 1rem/1.5 "Times New Roman", serif; max-width: 60rem; margin: 2rem auto }}
  table {{ border-collapse: collapse; width: 100% }}
  th, td {{ border: 1px solid #999; padding: .2rem .5rem; text-align: left }}
</style></head><body>
<h1>{title}</h1>
<p>Số liệu {basis}. Hạn gửi: {due}.</p>
<h2>Số liệu toàn tỉnh</h2>{totals}
<h2>Tình hình báo cáo</h2>{states}
</body></html>
"""


# What a commune sends.  Organization and indicators are named by their codes; a figure is
# written as in a report, "trên 394 buổi", or it says why there is none.
@frozen
class Figure:
    """One figure of a form."""

    indicator: str
    value: str = ""
    missing: Missing | None = None
    breakdown: tuple[tuple[str, str], ...] = ()


@frozen
class Sending:
    """What one commune sends in."""

    organization: str
    sent_by: str
    observations: tuple[Figure, ...]
    reason: str = ""


class RefusedError(Exception):
    """What was sent cannot be taken; the first problems say why, each with its path."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems[:MOST_PROBLEMS]


def read(body: bytes) -> Sending:
    """What was sent, where it is JSON of the right form and says nothing beside it."""
    try:
        sending = from_json(body, Sending)
    except DocumentError as error:
        raise RefusedError(*error.problems) from None
    figures = {f"$.observations[{at}]": one for at, one in enumerate(sending.observations)}
    # A misspelled key must not pass unseen: "breakdwn" would make a part the whole.
    problems = [
        Problem(f"{path}.{key}", DanvanError("biểu mẫu không có mục này"))
        for path, part in {"$": sending, **figures}.items()
        for key in unknown_fields(part)
    ]
    for name, words in (("sent_by", sending.sent_by), ("reason", sending.reason)):
        if len(words) > MOST_LETTERS:
            problems.append(Problem(f"$.{name}", DanvanError(f"không quá {MOST_LETTERS} chữ")))
    if not sending.sent_by.strip():
        problems.append(Problem("$.sent_by", DanvanError("cần ghi chức vụ của người gửi")))
    if problems:
        raise RefusedError(*problems)
    return sending


def tidy(words: str) -> str:
    """Words as they are kept: one spelling of each letter, single spaces, on one line."""
    return " ".join(nfc(words).split())


def observations(sending: Sending, organization: dv.Organization) -> tuple[dv.Observation, ...]:
    """The figures as observations, each of which knows its place in what was sent."""
    found, problems = [], []
    for at, one in enumerate(sending.observations):
        path = f"$.observations[{at}]"
        place = Span(0, len(one.value), Source(f"{path}.value", one.value))
        part = "indicator"
        try:
            indicator = indicators()[one.indicator]
            part = "value"
            value = dv.Quantity.parse(one.value) if one.value else None
            if value is not None and not value.unit:  # "13": the form names the unit
                value = evolve(value, unit=indicator.unit)
            found.append(dv.Observation(
                indicator, organization, PERIOD, value,
                breakdown=one.breakdown, missing=one.missing, span=place,
            ))  # fmt: skip
        except DanvanError as error:
            problems.append(Problem(f"{path}.{part}", error))
        if len(problems) == MOST_PROBLEMS:
            break
    if problems:
        raise RefusedError(*problems)
    return tuple(found)


class Office:
    """What the province keeps: for each commune that owes a report, what it has sent.

    Requests are answered by several threads, so each change is made under one lock; nothing
    grows without bound, as a commune may send a limited number of times.
    """

    def __init__(self, today: Callable[[], date]) -> None:
        self.tree = dv.Organizations.read(DATA / "organizations.toml")
        self.regime = read_regime(DATA / "regime.toml", forms=read_forms(DATA / "forms.toml"))
        self.form = self.regime.form(PERIOD)
        self.today = today
        self.owing = {one.code: one for one in open_round(self.regime, self.tree, PERIOD).owing}
        self._sent: dict[str, Submission] = {}
        self._lock = Lock()

    def take(self, sending: Sending) -> tuple[Submission, dv.Findings]:
        """Check what a commune sent, and keep it unless something is wrong with it."""
        organization = self.owing.get(sending.organization)
        if organization is None:
            error = DanvanError("đơn vị này không phải báo cáo")
            raise RefusedError(Problem("$.organization", error))
        figures = observations(sending, organization)
        draft = Submission(organization, PERIOD, figures, form=self.form.code,
                           form_version=self.form.version)  # fmt: skip
        findings = check_form(self.form, draft)
        if findings.worst is dv.Severity.ERROR:
            return draft, findings
        step = {"on": self.today(), "by": tidy(sending.sent_by)}
        with self._lock:
            before = self._sent.get(organization.code)
            if before is None:
                sent = draft.moved(State.SENT, **step)
            elif not sending.reason.strip():
                raise RefusedError(
                    Problem("$.reason", DanvanError("đã gửi rồi; cần ghi lý do sửa"))
                )
            elif len(before.history) >= MOST_SENDINGS:
                raise HTTPException(409, "đã gửi quá nhiều lần; đề nghị liên hệ Tỉnh ủy")
            else:
                sent = before.revised(figures, reason=tidy(sending.reason), **step)
            self._sent[organization.code] = sent
        return sent, findings

    def consolidated(self) -> tuple[Round, Consolidation]:
        """Who owes what and what came of it, and the figures of all put together."""
        with self._lock:
            sent = tuple(self._sent.values())
        came = open_round(self.regime, self.tree, PERIOD, sent)
        return came, consolidate(came, self.tree, to=PROVINCE)


async def limited_body(request: Request) -> bytes:
    """The body of a request, given up when it grows too long or comes too slowly."""
    body = bytearray()
    try:
        async with asyncio.timeout(READ_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_BYTES:
                    raise HTTPException(413, f"không quá {MOST_BYTES // 1024} KB")
    except TimeoutError:
        raise HTTPException(408, "gửi quá chậm") from None
    return bytes(body)


def told_problem(problem: Problem) -> dict[str, object]:
    """Why something could not be read, and where; a long text is not sent back whole."""
    return {"path": shown(problem.path), "message": shown(told(problem.error, "vi"))}


def told_finding(finding: dv.Finding) -> dict[str, object]:
    """What is wrong with figures that could be read, and at which of them."""
    return {
        "code": finding.code,
        "severity": finding.severity.name,
        "paths": [span.report.name for span in finding.spans],
        "message": finding.message("vi"),
    }


def create_app(today: Callable[[], date] = date.today) -> FastAPI:
    """The application, with an office of its own."""
    office = Office(today)
    # The pages FastAPI makes for developers load scripts from other hosts; offices have none.
    app = FastAPI(title="danvan", docs_url=None, redoc_url=None, openapi_url=None)

    @app.exception_handler(RefusedError)
    def refuse(_: Request, refused: RefusedError) -> JSONResponse:
        problems = [told_problem(one) for one in refused.problems]
        return JSONResponse({"problems": problems, "findings": []}, 422)

    @app.post("/submissions")
    def receive(body: Annotated[bytes, Depends(limited_body)]) -> JSONResponse:
        submission, findings = office.take(read(body))
        answer = {
            "organization": submission.organization.full_name,
            "period": str(submission.period),
            "state": submission.state.value,
            "problems": [],
            "findings": [told_finding(one) for one in findings[:MOST_PROBLEMS]],
        }
        return JSONResponse(answer, 201 if submission.counts else 422)

    @app.get("/totals")
    def totals() -> JSONResponse:
        _, consolidated = office.consolidated()
        return JSONResponse(
            {
                "organization": consolidated.draft.organization.full_name,
                "period": str(PERIOD),
                "basis": consolidated.basis(),
                "missing": [one.full_name for one in consolidated.missing],
                "totals": [told_total(one) for one in consolidated.totals],
            }
        )

    @app.get("/schema")
    def schema() -> JSONResponse:
        return JSONResponse(json_schema(Sending))

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(written(*office.consolidated(), office.today()), headers=HEADERS)

    return app


def told_total(total: dv.Aggregate) -> dict[str, object]:
    """A total, the interval it lies in, and on how many communes it stands."""
    return {
        "indicator": total.indicator.code,
        "name": total.indicator.name,
        "breakdown": total.breakdown,
        "value": str(total.value),
        "hard": str(total.hard),
        "reported": len(total.reported),
        "expected": len(total.expected),
        "missing": [one.full_name for one in total.missing],
    }


def written(came: Round, consolidated: Consolidation, on: date) -> str:
    """The page; whatever a commune sent is escaped on it."""
    states = [
        (
            duty.organization.full_name,
            duty.state(on).value,
            duty.submission.history[-1] if duty.submission else "–",
        )
        for duty in came.duties
    ]
    figures = [
        (total.indicator, total.value, total.counts)
        for total in consolidated.totals
        if not total.breakdown
    ]
    return PAGE.format(
        title=escape(f"{consolidated.draft.organization}, {PERIOD}"),
        basis=escape(consolidated.basis()),
        due=f"{came.regime.due(PERIOD):%d/%m/%Y}",
        totals=table_to_html(("Chỉ tiêu", "Toàn tỉnh", "Đơn vị có số liệu"), figures),
        states=table_to_html(("Đơn vị", "Tình trạng", "Lần gửi gần nhất"), states),
    )


def main():
    import uvicorn

    uvicorn.run(create_app(), host="127.0.0.1", port=8000)


if __name__ == "__main__":
    main()
