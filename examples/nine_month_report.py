"""Nine months of a district: from the figures its organizations sent in to the report.

The figures are those that the Front and the mass organizations of Tam Đường
district (Lai Châu) published for the first nine months of 2023; they lie in
``examples/data/nine_months_2023`` and may be changed: every total below is
computed from them.

    python examples/nine_month_report.py [--to FOLDER]
"""

import argparse
import csv
import re
from pathlib import Path
from textwrap import fill

import danvan as dv
from danvan.aggregation import Coverage
from danvan.errors import MissingExtraError
from danvan.findings import Severity
from danvan.indicators import Change, Comparison, indicators, read_observations
from danvan.messages import told
from danvan.quantities import Ratio
from danvan.rendering import format_table
from danvan.reports import Footnote, Letterhead, Recipient, Section, Signature, Table
from danvan.validation import check_totals
from danvan.vietnamese.numbers import format_number

DATA = Path(__file__).parent / "data" / "nine_months_2023"
DISTRICT = dv.Organizations.shipped("tam_duong")
PERIOD = dv.Period.parse("9 tháng năm 2023")
COMMUNES = DISTRICT.children("tam_duong.party_committees")


def short(organization):
    """The name a table has room for."""
    name = organization.aliases[0] if organization.aliases else organization.name
    return name if organization.level.value == "district" else f"{name} {organization.place}"


def add_up():
    """What the organizations sent in, rolled up, and the same beside the published totals."""
    sent_in = read_observations(DATA / "figures.csv", DISTRICT)
    published = read_observations(DATA / "published.csv", DISTRICT)
    totals = dv.roll_up(sent_in, DISTRICT, to="district", period=PERIOD)
    beside = dv.roll_up((*sent_in, *published), DISTRICT, to="district", period=PERIOD)
    return totals, beside


def cover():
    """Commune by commune: who has done it, who is said not to have, who is not spoken of."""
    said = [
        *read_observations(DATA / "figures.csv", DISTRICT),
        *read_observations(DATA / "statements.csv", DISTRICT),
    ]
    practices = {
        "Đối thoại của bí thư": ("dialogues.sessions", "party"),
        "Đối thoại của chủ tịch": ("dialogues.sessions", "people_committee"),
        "Phản biện xã hội": ("criticism.conferences", "front"),
        "Giám sát": ("supervision.sessions", "front"),
    }
    places = [commune.code.removesuffix(".party") for commune in COMMUNES]
    return {
        name: dv.coverage(
            said, DISTRICT, indicator=code, among=[f"{place}.{body}" for place in places]
        )
        for name, (code, body) in practices.items()
    }


def compare():
    """The figures that were published with how they have moved."""
    with (DATA / "changes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            word, _, size = row["change"].partition(" ")
            yield (
                indicators()[row["indicator"]],
                Comparison(
                    dv.Quantity.parse(row["value"]),
                    Change(word),
                    dv.Quantity.parse(size),
                    dv.Period.parse(row["base"]),
                ),
            )


def totals_table(beside):
    """A row for each published total: what its parts give, and the difference."""
    published = [one.indicator for one in read_observations(DATA / "published.csv", DISTRICT)]
    found = [o for o in beside.overlaps if o.stated.sources[0].scope.name == "WHOLE"]
    rows = {
        overlap.stated.indicator: (
            overlap.stated.indicator.name,
            overlap.stated.value,
            overlap.computed.value,
            format_number(overlap.difference / overlap.stated.value.scale),
            f"{len(overlap.computed.reported)}/{len(overlap.computed.expected)}",
            "khớp" if not overlap.difference else "để ngỏ" if overlap.agrees else "LỆCH",
        )
        for overlap in reversed(found)
    }
    headers = ("Chỉ tiêu", "Công bố", "Cộng các đơn vị", "Chênh lệch", "Đã báo cáo", "Kết quả")
    return headers, [rows[indicator] for indicator in published]


def coverage_table(practices: dict[str, Coverage]):
    """A row for each commune, a column for each practice."""

    def state(coverage, place):
        for members, word in ((coverage.done, "có"), (coverage.not_done, "chưa")):
            if any(member.place == place for member in members):
                return word
        return "không nêu"

    rows = [
        (commune.place, *(state(coverage, commune.place) for coverage in practices.values()))
        for commune in COMMUNES
    ]
    return ("Xã, thị trấn", *practices), rows


def says(name, coverage):
    """A coverage in one sentence, held beside the share that the report states."""
    parts = [f"nêu đã thực hiện {len(coverage.done)}/{coverage.among} xã, thị trấn"]
    for word, members in (("chưa thực hiện", coverage.not_done), ("không nêu", coverage.silent)):
        if members:
            names = ", ".join(re.sub("^xã ", "", one.place) for one in members)
            parts.append(f"{word} {len(members)} ({names})")
    with (DATA / "shares.csv").open(encoding="utf-8", newline="") as file:
        stated = {row["practice"]: Ratio.parse(row["not_done"]) for row in csv.DictReader(file)}
    if name in stated:
        rest = stated[name].denominator.value - stated[name].numerator.value
        if rest != len(coverage.done):
            parts.append(f"theo tỷ lệ {stated[name]} chưa thực hiện thì phải có {rest} nơi đã làm")
    return "; ".join(parts)


def before(comparison):
    """What a figure was before it moved, as far as the words allow."""
    earlier, figure = comparison.earlier(), comparison.figure
    least = dv.Quantity(earlier.low / figure.scale, figure.unit)
    return str(least) if earlier.is_point else f"từ {least} trở lên"


def compose(totals, findings, practices, comparisons):
    """The report, as the office would write it; number and date are left to fill in."""

    def value(code):
        return f"**{totals[code].value}**"

    def by_body(*codes):
        """What each body did, its figures of several indicators side by side."""
        figures = {}
        for code in codes:
            for one in totals[code].sources:
                figures.setdefault(short(one.organization), []).append(str(one.quantity))
        return "; ".join(f"{body} {', '.join(values)}" for body, values in figures.items())

    results = (
        Section("1.", "Công tác tuyên truyền", (
            "Mặt trận Tổ quốc và các đoàn thể đã tổ chức "
            f"{value('propaganda.sessions')} tuyên truyền, với "
            f"{value('propaganda.attendances')} tham dự[^1].",)),
        Section("2.", "Đối thoại trực tiếp với Nhân dân", (
            f"Đã tổ chức {value('dialogues.sessions')} đối thoại, với "
            f"{value('dialogues.attendances')}, {value('dialogues.opinions')}.",)),
        Section("3.", "Giám sát, kiểm tra", (
            f"Thực hiện {value('supervision.sessions')} giám sát tại "
            f"{value('supervision.units')}; {value('inspection.sessions')} kiểm tra tại "
            f"{value('inspection.units')}[^2].",)),
        Section("4.", "Phát triển tổ chức, vận động các quỹ", (
            f"Kết nạp mới {value('membership.admitted')}; các quỹ vận động được "
            f"{value('funds.raised')}[^3].",)),
        Section("5.", "So sánh", tuple(
            f"{indicator}: **{one.figure}** ({one})." for indicator, one in comparisons)),
    )  # fmt: skip
    notes = (
        Footnote("1", (f"{by_body('propaganda.sessions', 'propaganda.attendances')}.",)),
        Footnote("2", (f"Giám sát: {by_body('supervision.sessions', 'supervision.units')}.",)),
        Footnote("3", (f"{by_body('funds.raised')}.",)),
    )
    headers, rows = coverage_table(practices)
    return dv.Report(
        "Báo cáo 9 tháng năm 2023",
        kind="Báo cáo",
        title=f"kết quả hoạt động của Mặt trận Tổ quốc và các đoàn thể {PERIOD}",
        letterhead=Letterhead(
            upper_body="ĐẢNG BỘ TỈNH LAI CHÂU",
            body="HUYỆN ỦY TAM ĐƯỜNG",
            motto="ĐẢNG CỘNG SẢN VIỆT NAM",
            number_text="Số      -BC/HU",
            place="Tam Đường",
        ),
        sections=(
            Section("I.", "KẾT QUẢ THỰC HIỆN", (), results),
            Section(
                "II.",
                "MỨC ĐỘ THỰC HIỆN Ở CÁC XÃ, THỊ TRẤN",
                tuple(f"{name}: {says(name, coverage)}." for name, coverage in practices.items()),
                tables=(Table(headers, tuple(rows), after=len(practices)),),
            ),
            Section(
                "III.",
                "SỐ LIỆU CẦN RÀ SOÁT",
                tuple(f"{f.message('vi')}." for f in findings if f.code != "DV604")
                or ("Số liệu công bố khớp với số liệu của các đơn vị.",),
            ),
        ),
        footnotes=notes,
        recipients=(Recipient("Thường trực Huyện ủy"), Recipient("Lưu")),
        signature=Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
    )


def write(report, folder):
    """The report as Markdown and HTML, and as .docx where the extra is installed."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix in (".md", ".html", ".docx"):
        path = folder / f"bao_cao_9_thang{suffix}"
        try:
            dv.write_report(report, path)
            yield str(path)
        except MissingExtraError as error:
            yield f"{path.name}: {told(error, 'vi')}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--to", type=Path, default=Path("build"), help="folder for the reports")
    folder = parser.parse_args(arguments).to
    totals, beside = add_up()
    findings = check_totals(beside)
    practices = cover()
    comparisons = list(compare())

    print(f"HUYỆN TAM ĐƯỜNG, {str(PERIOD).upper()}\n")
    sessions = totals["propaganda.sessions"]
    print(f"Tuyên truyền: {sessions.value}, khẳng định {sessions.hard}, từ")
    attendances = {
        one.organization: one.quantity for one in totals["propaganda.attendances"].sources
    }
    rows = [
        (short(o.organization), o.quantity, attendances[o.organization]) for o in sessions.sources
    ]
    print(format_table(("Tổ chức", "Số buổi", "Số lượt người"), rows), end="\n\n")
    print("Tổng công bố và tổng cộng từ các đơn vị")
    print(format_table(*totals_table(beside)), end="\n\n")
    print("Cần rà soát")
    for finding in findings:
        mark = {Severity.ERROR: "LỖI", Severity.WARNING: "CẢNH BÁO"}.get(
            finding.severity, "ghi chú"
        )
        text = f"{mark} {finding.code} {finding.message('vi')}"
        print(fill(text, 110, initial_indent="  ", subsequent_indent=" " * 10))
    print("\nCác xã, thị trấn")
    print(format_table(*coverage_table(practices)))
    for name, coverage in practices.items():
        text = f"{name}: {says(name, coverage)}"
        print(fill(text, 110, initial_indent="  ", subsequent_indent=" " * 4))
    print("\nSo sánh")
    for indicator, one in comparisons:
        print(f"  {indicator}: {one.figure}, {one}; trước đó {before(one)}")
    print("\nBáo cáo đã ghi")
    for line in write(compose(totals, findings, practices, comparisons), folder):
        print(f"  {line}")


if __name__ == "__main__":
    main()
