"""The doors of what programs exchange: JSON, edXML, SDMX, DHIS2."""

import contextlib
import json
from datetime import date
from functools import cache

import danvan as dv
from danvan import reading, reporting
from danvan.directives import (
    DocumentKind,
    document_kinds,
)
from danvan.indicators import Indicator, indicators
from danvan.integrations import bounded_xml, dhis2, edxml, sdmx
from danvan.interchange import from_json, to_json
from danvan.reporting import registers
from hardening.doors import Entry, plain_data, words, xml
from hardening.papers import EXAMPLES, PAPERS
from hardening.trees import NINE, district, district_year, form, some_observations, song_may


@cache
def packets():
    paper = dv.Directive(dv.DocumentNumber.parse("41/KH-UBND"), "plan", "Ủy ban nhân dân huyện",
                         issued_on=date(2023, 2, 10), title="Công tác dân vận năm 2023")  # fmt: skip
    packet = edxml.packet_of_directive(
        paper, edxml.Correspondent("000.00.11.H38"), [edxml.Correspondent("H38.12")],
        attachments=[edxml.Attachment("41.pdf", b"%PDF-1.7")],
    )  # fmt: skip
    return (edxml.write_packet(packet).decode(),)


def packet(data):
    found = edxml.read_packet(data)
    edxml.faults(found) if isinstance(found, edxml.Packet) else None
    with contextlib.suppress(dv.DanvanError):
        edxml.directive_of(found), edxml.report_of(found)
    with contextlib.suppress(dv.DanvanError):
        edxml.write_packet(found)


def exchanged(cls, *values):
    """JSON of values, read back as their class."""

    def call(text):
        found = from_json(text, cls)
        return to_json(found), repr(found)

    return call, plain_data(*(to_json(one) for one in values))


@cache
def some_values():
    number, figure = dv.DocumentNumber.parse("217-QĐ/TW"), dv.Quantity.parse("trên 394 buổi")
    report = reading.parse_report(PAPERS[0])
    observed = some_observations()
    checked = dv.check(report)
    who = district()["tam_duong.party"]
    return {
        tuple[dv.Quantity, ...]: ((figure, figure),),
        dv.DocumentNumber: (number,),
        dv.Period: (NINE,),
        dv.Observation: observed,
        tuple[dv.Observation, ...]: (observed[:2],),
        Indicator: tuple(indicators())[:6],
        dv.Organization: (who,),
        dv.Organizations: (district_year(),),
        dv.Report: (report,),
        dv.Submission: (dv.Submission(who, NINE, observed[:2]),),
        dv.Finding: tuple(checked)[:3],
        dv.Findings: (checked,),
        dv.Directive: (dv.Directive(number, "decision", "Bộ Chính trị", issued_on=date(2013, 12, 12)),),
        dv.Aggregates: (dv.roll_up(observed, district(), to="district", period=NINE),),
        reporting.Form: (form(),),
        DocumentKind: tuple(document_kinds())[:3],
        registers.MobilizationModel: tuple(
            registers.read_register(
                EXAMPLES / "province_2026" / "models.csv", registers.MobilizationModel, song_may(),
                keepers=["song_may.communes.an_binh.party"], kept=dv.Period.year(2026),
            ).entries[:2]
        ),
    }  # fmt: skip


def entries():
    for cls, values in some_values().items():
        if values:
            call, draw = exchanged(cls, *values)
            yield Entry(f"json: {getattr(cls, '__name__', cls)} {len(values)}", call, draw, 0.15)
    figures = some_observations()
    codes = sdmx.write_structure(sdmx.Structure.of(figures)).decode()
    values = dhis2.write_data_value_set(dhis2.DataValueSet(tuple(figures[:0])))
    values = json.loads(values) | {
        "dataValues": [
            {
                "dataElement": "propaganda.sessions",
                "period": "2023Q3",
                "orgUnit": "tam_duong.youth",
                "value": "394",
                "comment": "as written: trên 394 buổi",
            }
        ]
    }
    yield Entry("exchange: read_xml", bounded_xml.read_xml, xml(codes, *packets()), 0.3)
    yield Entry("exchange: edxml", packet, xml(*packets()), 0.3)
    yield Entry("exchange: sdmx structure", sdmx.read_indicators, xml(codes), 0.1)
    yield Entry(
        "exchange: sdmx csv",
        lambda text: sdmx.read_csv(text, district()),
        words(sdmx.write_csv(figures)),
        0.2,
    )
    yield Entry(
        "exchange: dhis2",
        lambda text: dhis2.read_data_value_set(text, district()),
        plain_data(values),
        0.3,
    )
