"""The foot of a paper: recipients and signatures."""

import pytest

from reading.papers import FOOT, TITLE, read


class TestFeet:
    @pytest.mark.parametrize(
        ("foot", "signature"),
        [
            (
                "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn A",
                ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
            ),
            (
                "**T/M BAN THƯỜNG VỤ  \nPHÓ BÍ THƯ**\n\n**Nguyễn Văn A**",
                ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
            ),
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nNguyễn Văn A",
                ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
            ),
            (
                "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nNguyễn Văn A",
                ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Nguyễn Văn A"),
            ),
            ("TRƯỞNG BAN\n\nNguyễn Văn A", ("", "TRƯỞNG BAN", "Nguyễn Văn A")),
            ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "")),
        ],
    )
    @pytest.mark.parametrize("recipients", ["Nơi nhận:\n\n- Các xã,\n- Lưu.\n\n", ""])
    def test_signatures(self, foot, signature, recipients):
        if not recipients and foot.startswith("TRƯỞNG") and "Nguyễn" not in foot:
            pytest.skip("a post alone is a heading")
        report = read(TITLE, "I. KẾT QUẢ", "Tốt.", recipients + foot)
        found = report.signature
        assert (found.mandate, found.post, found.signer) == signature
        assert len(report.recipients) == (2 if recipients else 0)
        assert report.remainder == ()

    def test_signature_before_recipients(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            "Tốt.",
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ",
            "Nguyễn Văn A",
            "Nơi nhận:\n- Các xã,\n- Lưu.",
        )
        assert report.signature.signer == "Nguyễn Văn A"
        assert [r.name for r in report.recipients] == ["Các xã", "Lưu"]

    def test_recipients_and_signature_side_by_side(self):
        report = read(
            TITLE, "I. KẾT QUẢ", "Tốt.",
            "Nơi nhận:          T/M BAN THƯỜNG VỤ\n- Các xã,\tPHÓ BÍ THƯ\n- Lưu.\n\n\tNguyễn Văn A",
        )  # fmt: skip
        assert [r.name for r in report.recipients] == ["Các xã", "Lưu"]
        assert report.signature.post == "PHÓ BÍ THƯ"
        assert report.signature.signer == "Nguyễn Văn A"

    def test_side_by_side_with_nothing_but_spaces_between(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            "Tốt.",
            "Nơi nhận:                 T/M BAN THƯỜNG VỤ\n- Ban Dân vận Tỉnh ủy,       PHÓ BÍ THƯ THƯỜNG TRỰC\n"
            "- Các xã (phối hợp),            (đã ký)\n- Lưu.                      Nguyễn Văn A",
        )
        assert [r.name for r in report.recipients] == ["Ban Dân vận Tỉnh ủy", "Các xã", "Lưu"]
        signature = report.signature
        assert (signature.mandate, signature.post, signature.signer) == (
            "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Nguyễn Văn A",
        )  # fmt: skip

    def test_a_recipient_over_two_lines(self):
        report = read(TITLE, "Nơi nhận:\n- Các cơ quan chuyên trách,\ngiúp việc Huyện ủy,\n- Lưu.")
        assert [r.name for r in report.recipients] == [
            "Các cơ quan chuyên trách, giúp việc Huyện ủy",
            "Lưu",
        ]

    def test_what_stands_behind_the_signature_is_kept(self):
        report = read(TITLE, "I. KẾT QUẢ", "Tốt.", FOOT, "Ghi chú của văn thư.")
        assert [p.text for p in report.remainder] == ["Ghi chú của văn thư."]
