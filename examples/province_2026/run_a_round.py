"""A round of reporting in a province of 2026, from the form sent out to the report.

The province, its twelve communes and every figure are made up.  Twelve communes fill
the form; two are late, one is returned for a wrong sum, one revises what it sent; the
province puts them together and writes its own report.  Tree, form, regime, figures and
the log of who did what when lie in ``examples/data/province_2026`` and may be changed.

    python examples/province_2026/run_a_round.py [--to FOLDER]
"""

import argparse
from datetime import date
from pathlib import Path
from textwrap import fill

import danvan as dv
from danvan.aggregation import consolidate
from danvan.errors import MissingExtraError
from danvan.indicators import indicators, read_observations
from danvan.messages import told
from danvan.rendering import format_table
from danvan.reporting import (
    By,
    DutyState,
    beside,
    blank_form,
    open_round,
    read_forms,
    read_log,
    read_regime,
    timeliness,
)
from danvan.reporting.registers import MobilizationModel, read_register
from danvan.reports import Letterhead, Recipient, Section, Signature, Table

DATA = Path(__file__).parent.parent / "data" / "province_2026"
PERIOD = dv.Period.nine_months(2026)
PROVINCE = "song_may.party"
BEFORE_THE_RETURN, AFTER_THE_DEADLINE, AT_THE_END = (
    date(2026, 9, 16),
    date(2026, 9, 17),
    date(2026, 9, 22),
)


def load():
    """The tree and the regime, and every submission with its history from the log."""
    tree = dv.Organizations.read(DATA / "organizations.toml")
    forms = read_forms(DATA / "forms.toml")
    regime = read_regime(DATA / "regime.toml", forms=forms)
    return tree, regime, read_log(DATA / "events.csv", tree, PERIOD, form=regime.form(PERIOD))


def known(tree, regime, submissions, on):
    """The round as it was known at the end of a day, and its consolidation."""
    came = open_round(regime, tree, PERIOD, submissions, on=on)
    return came, consolidate(came, tree, to=PROVINCE)


def states_table(came, on):
    """A row for each commune: where its report stands on a day, and how late it was."""
    rows = []
    for duty in came.duties:
        one = duty.submission
        came_in = one is not None and one.first_sent is not None
        rows.append(
            (
                duty.organization.place,
                one.first_sent.strftime("%d/%m") if came_in else "–",
                duty.state(on).value,
                duty.delay(on, came.regime.working_days) or "–",
                one.state.value if came_in else "–",
            )
        )
    return ("Xã, phường", "Gửi", "Thời hạn", "Chậm (ngày làm việc)", "Trạng thái"), rows


def totals_table(consolidated, tree):
    """A row for each figure of the province: now, last year, and how it went."""
    earlier = read_observations(DATA / "last_year.csv", tree)
    last_year = dv.roll_up(earlier, tree, to=PROVINCE, period=PERIOD.same_period_last_year())
    before = [
        dv.Observation(
            one.indicator, tree[PROVINCE], one.period, one.value, breakdown=one.breakdown
        )
        for one in last_year
    ]
    rows = [
        (
            one.now.indicator.name,
            one.now.quantity,
            one.last_year.quantity if one.last_year else "–",
            one.since_last_year or "–",
        )
        for one in beside(consolidated.draft.observations, before)
        if not one.now.breakdown
    ]
    return ("Chỉ tiêu", PERIOD, PERIOD.same_period_last_year(), "So sánh"), rows


def check_register(tree, came):
    """The figures of the commune that keeps a register of its models, against the register."""
    keeper = "song_may.communes.an_binh.party"
    register = read_register(
        DATA / "models.csv",
        MobilizationModel,
        tree,
        keepers=[keeper],
        kept=dv.Period.year(2026),
    )
    reported = [o for o in came.standing.observations if o.organization.code == keeper]
    return register.check(reported, PERIOD)


def compose(consolidated, tree):
    """The report of the province; number and date are left to fill in."""

    def value(code):
        return (
            f"**{consolidated.totals[code].value}**"
            if code in consolidated.totals
            else "chưa có số liệu về"
        )

    headers, rows = totals_table(consolidated, tree)
    cells = tuple(tuple(map(str, row)) for row in rows)
    table = Table(tuple(map(str, headers)), cells, after=3)
    return dv.Report(
        "Báo cáo 9 tháng năm 2026",
        kind="Báo cáo",
        title=f"kết quả công tác dân vận {PERIOD}",
        letterhead=Letterhead(
            body="TỈNH ỦY SÔNG MÂY",
            motto="ĐẢNG CỘNG SẢN VIỆT NAM",
            number_text="Số      -BC/TU",
            place="Sông Mây",
        ),
        sections=(
            Section("I.", "KẾT QUẢ", (
                f"Toàn tỉnh đăng ký {value('models.registered')} “Dân vận khéo”, triển khai hiệu "
                f"quả {value('models.working')}.",
                f"Tiếp nhận {value('petitions.received')}, "
                f"giải quyết {value('petitions.settled')}, "
                f"đang giải quyết {value('petitions.pending')}.",
                f"Tổ chức {value('dialogues.sessions')} đối thoại với "
                f"{value('dialogues.attendances')}; {value('propaganda.sessions')} tuyên truyền.",
            ), tables=(table,)),
            Section("II.", "TÌNH HÌNH BÁO CÁO", (f"Số liệu {consolidated.basis()}.",)),
        ),
        recipients=(Recipient("Thường trực Tỉnh ủy"), Recipient("Lưu")),
        signature=Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
    )  # fmt: skip


def write(report, folder):
    """The report as Markdown and HTML, and as .docx where the extra is installed."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix in (".md", ".html", ".docx"):
        path = folder / f"bao_cao_tinh{suffix}"
        try:
            dv.write_report(report, path)
            yield str(path)
        except MissingExtraError as error:
            yield f"{path.name}: {told(error, 'vi')}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--to", type=Path, default=Path("build"), help="folder for the reports")
    folder = parser.parse_args(arguments).to
    tree, regime, submissions = load()
    print(f"TỈNH SÔNG MÂY (hư cấu), {str(PERIOD).upper()}\n")
    print(
        f"Biểu mẫu: {regime.form(PERIOD)}, {len(regime.form(PERIOD).cells(indicators()))} ô số liệu"
    )
    print(f"Chốt số liệu: {regime.window(PERIOD).last:%d/%m/%Y}")
    print(f"Hạn gửi: {regime.due(PERIOD):%d/%m/%Y}")

    for on in (BEFORE_THE_RETURN, AFTER_THE_DEADLINE, AT_THE_END):
        came, consolidated = known(tree, regime, submissions, on)
        print(f"\nĐến hết ngày {on:%d/%m/%Y}: {timeliness(came.duties, on, By.PERIOD)[0]}")
        for finding in came.findings:
            text = f"{finding.code} {finding.message('vi')}"
            print(fill(text, 110, initial_indent="  LỖI ", subsequent_indent=" " * 6))
        print(fill(consolidated.basis(), 110, initial_indent="  ", subsequent_indent="  "))
        registered = consolidated.totals["models.registered"]
        print(f"  Mô hình đăng ký: {registered.value} ({registered.counts} đơn vị)")

    print("\nTừng đơn vị")
    print(format_table(*states_table(came, AT_THE_END)))
    late = came.in_state(DutyState.LATE, AT_THE_END)
    print(f"Gửi chậm: {', '.join(duty.organization.place for duty in late) or 'không'}")
    print("\nLịch sử của báo cáo bị trả lại và báo cáo tự sửa")
    for one in came.standing.counted:
        if len(one.sendings) > 1:
            print(f"  {one.organization}")
            print("".join(f"    {event}\n" for event in one.history), end="")
    print(f"\nĐối chiếu với sổ theo dõi mô hình: {check_register(tree, came)}")
    print("\nSố liệu toàn tỉnh")
    print(format_table(*totals_table(consolidated, tree)))
    report = compose(consolidated, tree)
    print(f"\nKiểm tra báo cáo: {dv.check(report)}")
    blank = folder / "bieu_mau_an_binh.csv"
    folder.mkdir(parents=True, exist_ok=True)
    commune = tree["song_may.communes.an_binh.party"]
    blank.write_text(blank_form(regime.form(PERIOD), commune, PERIOD), encoding="utf-8")
    print(f"\nBiểu mẫu gửi {commune}: {blank}")
    print("\nBáo cáo đã ghi")
    for line in write(report, folder):
        print(f"  {line}")


if __name__ == "__main__":
    main()
