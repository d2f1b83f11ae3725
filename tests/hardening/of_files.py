"""The doors of files: tables, settings, Word, PDF, Excel, and the command on them."""

import contextlib
import io
import typing
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import attrs

import danvan as dv
from danvan import organizations, reading, reporting
from danvan.catalogue import Catalogue, read_toml
from danvan.cli import main
from danvan.directives import (
    DocumentKind,
)
from danvan.directives import read_register as read_directives
from danvan.indicators import Indicator, read_observations
from danvan.organizations.published import convert_successions, convert_units
from danvan.reporting import registers
from danvan.validation import read_waivers, waivers_beside
from hardening import mangled
from hardening.doors import (
    Entry,
    octets,
    plain_data,
    sheet_rows,
    tables,
    through_file,
    words,
    zipped,
)
from hardening.papers import EXAMPLES, PAPERS, ROOT
from hardening.trees import (
    NINE,
    SHIPPED,
    district,
    form,
    province,
    song_may,
)


def catalogue_of(cls):
    return lambda file: Catalogue.read(file, cls)


def regime(file):
    return reporting.read_regime(
        file, forms=tuple(reporting.read_forms(EXAMPLES / "province_2026" / "forms.toml"))
    )


def register_of(cls):
    return lambda file: registers.read_register(
        file,
        cls,
        song_may(),
        keepers=["song_may.communes.an_binh.party"],
        kept=dv.Period.year(2026),
    )


def log(file):
    (file.parent / "sent.csv").write_bytes((EXAMPLES / "province_2026" / "sent.csv").read_bytes())
    return reporting.read_log(file, song_may(), dv.Period.nine_months(2026))


def observations(file):
    tree = song_may() if b"song_may" in file.read_bytes() else district()
    found = read_observations(file, tree)
    with contextlib.suppress(dv.DanvanError):
        dv.roll_up(found, tree, to="province", period=dv.Period.nine_months(2026))
    return found


def waivers_and_check(file):
    report = reading.parse_report(PAPERS[0], name="tep.txt")
    return dv.check(report, waivers=read_waivers(file)), waivers_beside(file.with_suffix(".txt"))


def corrections(file):
    report = reading.parse_report(PAPERS[0])
    found = reading.read_corrections(file)
    return reading.map_figures(report, district(), corrections=found)


def country(file):
    return list(organizations.Country.read(file))


def successions(file):
    return organizations.Country.read(ROOT / "tests" / "organizations" / "data" / "units.csv", file)


def published(file):
    convert_units(file.with_suffix(".csv"), before=file)


def published_links(file):
    convert_successions(file, file.with_suffix(".csv"), by="x")


def command(arguments):
    """The command itself: an exit code, whatever it is told."""
    out, err = io.StringIO(), io.StringIO()
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.suppress(SystemExit),
    ):
        assert main(arguments) in (0, 1, 2)
    assert "Traceback" not in err.getvalue(), err.getvalue()


def arguments(dice):
    known = ["check", "rules", "--lang", "en", "vi", "--format", "json", "sarif", "html", "text", "--fix", "-h", "--help", "--version",
             "DV201", "DV2", "--", "-", "--lang=en", "--format=xx", "-x", "--comments"]  # fmt: skip
    made = [dice.choice(known) for _ in range(dice.randrange(1, 6))]
    for at, word in enumerate(made):
        if dice.random() < 0.3:
            made[at] = mangled.text(dice, [word, "a.txt", "thư mục"], 300)
    # nothing is written where a test is run
    return [one for one in made if one not in {"--fix", "-o"} and not one.startswith("-o")]


def command_on(suffix):
    def call(file):
        formats = ("text", "json", "sarif", "html")
        command(["check", str(file), "--lang", "en", "--format", formats[file.stat().st_size % 4]])

    return through_file(call, suffix)


@cache
def word_file():
    with TemporaryDirectory() as folder:
        dv.write_report(reading.parse_report(PAPERS[0]), Path(folder, "a.docx"))
        return Path(folder, "a.docx").read_bytes()


def comments(file):
    from danvan.integrations.docx.comments import write_comments

    report = dv.read_report(file)
    write_comments(file, dv.check(report), file.with_name("b.docx"), "vi")
    return dv.read_report(file.with_name("b.docx"))


@cache
def workbook():
    from danvan.integrations.workbooks.templates import write_template

    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        write_template(form(), province()["ban_mai.communes.suoi_la.party"], NINE, path)
        return path.read_bytes()


def filled_workbook(file):
    from danvan.integrations.workbooks.folder import read_workbooks
    from danvan.integrations.workbooks.reading import read_workbook

    read_workbooks(file.parent, form(), province(), period=NINE)
    return read_workbook(file, form(), province()).check()


DIRECTIVES = 'number,kind,issuer,issued_on,title\n217-QĐ/TW,decision,Bộ Chính trị,2013-12-12,"Quy chế, ..."\n41/KH-UBND,plan,UBND huyện,2023-02-10,x\n'


PUBLISHED = [
    {
        "Code": "01",
        "FullName": "Thành phố Hà Nội",
        "District": [
            {
                "Code": "001",
                "FullName": "Quận Ba Đình",
                "Ward": [{"Code": "00001", "FullName": "Phường Phúc Xá"}],
            }
        ],
    }
]


PUBLISHED_LINKS = {
    "data": [
        {
            "level1_id": "01",
            "name": "Hà Nội",
            "level2s": [{"level2_id": "00004", "name": "Ba Đình"}],
        }
    ]
}


def words_of_waivers():
    data = {
        "waiver": [
            {
                "code": "DV201",
                "words": "30 hội nghị",
                "occurrence": 2,
                "who": "Chánh Văn phòng",
                "why": "gồm 01 hội nghị phối hợp",
                "until": "2026-12-31",
            }
        ]
    }
    return lambda dice: (
        mangled.toml(made)
        if isinstance(made := mangled.tree(dice, data), dict)
        else mangled.text(dice, [mangled.toml(data)])
    )


def words_of_corrections():
    data = {
        "figure": [
            {
                "words": "394 buổi",
                "near": "tuyên truyền",
                "occurrence": 1,
                "indicator": "propaganda.sessions",
                "organization": "tam_duong.party",
                "period": "năm 2023",
                "breakdown": "",
                "role": "actual",
                "unit": "buổi",
            },
            {"words": "02 hội nghị", "counts": False},
        ]
    }
    return lambda dice: (
        mangled.toml(made)
        if isinstance(made := mangled.tree(dice, data), dict)
        else mangled.text(dice, [mangled.toml(data)])
    )


REGISTERS = (
    registers.PetitionBalance, registers.Reception, registers.Dialogue, registers.Supervision, registers.Criticism, registers.FundRaising,
    registers.House,
)  # fmt: skip


def _quoted(cell):
    return f'"{cell}"'


def a_row(cls):
    """A register of one entry, each column with what may stand in it."""
    samples = {
        date: "15/3/2026",
        int: "3",
        Decimal: "1.250,5",
        dv.Organization: "song_may.communes.an_binh.party",
        dv.Period: "năm 2026",
    }
    cells = {}
    for name, kind in typing.get_type_hints(cls).items():
        kinds = [one for one in typing.get_args(kind) or (kind,) if one is not type(None)]
        if (
            kinds
            and isinstance(kinds[0], type)
            and name in {field.name for field in attrs.fields(cls)}
        ):
            first = next(iter(kinds[0])).value if issubclass(kinds[0], Enum) else "x"
            cells[name] = samples.get(kinds[0], first)
    return f"{','.join(cells)}\n{','.join(map(_quoted, cells.values()))}\n"


def _table_files():
    indicator_file, regime_file = (
        SHIPPED / "indicators.toml",
        EXAMPLES / "province_2026" / "regime.toml",
    )
    trees = [
        EXAMPLES / "district_year" / "organizations.toml",
        SHIPPED / "organizations" / "ban_mai.toml",
    ]
    data = ROOT / "tests" / "organizations" / "data"
    year = EXAMPLES / "province_2026"
    for name, read, suffix, draw in (
        ("read_toml", read_toml, ".toml", tables(indicator_file)),
        ("catalogue of indicators", catalogue_of(Indicator), ".toml", tables(indicator_file)),
        ("catalogue of kinds", catalogue_of(DocumentKind), ".toml", tables(SHIPPED / "document_kinds.toml")),
        ("organizations", dv.Organizations.read, ".toml", tables(*trees)),
        ("forms", reporting.read_forms, ".toml", tables(year / "forms.toml")),
        ("regime", regime, ".toml", tables(regime_file)),
        ("waivers", waivers_and_check, ".danvan.toml", words_of_waivers()),
        ("corrections", corrections, ".danvan.toml", words_of_corrections()),
        ("observations", observations, ".csv", sheet_rows(EXAMPLES / "nine_months_2023" / "figures.csv", year / "sent.csv")),
        ("log", log, ".csv", sheet_rows(year / "events.csv")),
        ("register of models", register_of(registers.MobilizationModel), ".csv", sheet_rows(year / "models.csv")),
        ("register of directives", read_directives, ".csv", words(DIRECTIVES)),
        ("country", country, ".csv", sheet_rows(data / "units.csv")),
        ("successions", successions, ".csv", sheet_rows(data / "successions.csv")),
        ("published units", published, ".json", plain_data(PUBLISHED)),
        ("published links", published_links, ".json", plain_data(PUBLISHED_LINKS)),
    ):  # fmt: skip
        yield Entry(f"file: {name}", through_file(read, suffix), draw, 0.15)


def _office_files():
    if find_spec("docx"):
        yield Entry(
            "file: report .docx",
            through_file(dv.read_report, ".docx"),
            zipped(word_file()),
            0.01,
        )
        yield Entry(
            "file: comments .docx",
            through_file(comments, ".docx"),
            zipped(word_file()),
            0.005,
        )
    if find_spec("pdfplumber"):
        pdf = (ROOT / "tests" / "integrations" / "data" / "bao_cao.pdf").read_bytes()
        yield Entry("file: report .pdf", through_file(dv.read_report, ".pdf"), octets(pdf), 0.01)
    if find_spec("python_calamine") and find_spec("xlsxwriter"):
        yield Entry(
            "file: workbook .xlsx",
            through_file(filled_workbook, ".xlsx"),
            zipped(workbook()),
            0.01,
        )


def entries():
    texts = [one.encode() for one in PAPERS] + [PAPERS[0].encode("utf-16")]
    for suffix in (".txt", ".md"):
        read = through_file(dv.read_report, suffix)
        yield Entry(f"file: report {suffix}", read, octets(*texts), 0.1)
    yield from _table_files()
    for cls in REGISTERS:
        read = through_file(register_of(cls), ".csv")
        yield Entry(f"file: register {cls.__name__}", read, words(a_row(cls)), 0.1)
    yield from _office_files()
    yield Entry("command: arguments", command, arguments, 0.1)
    yield Entry("command: check .txt", command_on(".txt"), words(*PAPERS), 0.03)
