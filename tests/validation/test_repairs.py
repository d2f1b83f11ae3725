"""What reading put right is said as a note."""

from danvan import check, read_report
from danvan.findings import Severity
from danvan.reading import parse_report

PAPER = """BÁO CÁO
tháng 9

I. KẾT QUẢ

Họp 22 cuộc⁽¹⁾, đối thoại⁽²⁾ tốt⁽⁴⁾, trong đó có

⁽¹⁾ Cấp xã 20 cuộc, cấp huyện hai cuộc và

⁽²⁾ trong tháng tám một cuộc.

⁽²⁾ Cấp xã.

⁽³⁾ Không ai gọi đến.

nhiều ý kiến.
"""


def test_footnotes_and_marks_that_do_not_match():
    found = check(parse_report(PAPER))
    places = [(finding.code, finding.spans[0].text) for finding in found]
    assert places == [("DV562", "⁽⁴⁾"), ("DV563", "⁽²⁾"), ("DV561", "⁽³⁾")]
    assert found.worst is Severity.NOTE
    assert found[0].message() == "số dẫn 4 không có chú thích cuối trang"


def test_letters_from_before_unicode(tmp_path):
    file = tmp_path / "bao_cao.txt"
    file.write_bytes("B¸O C¸O\ntæng kÕt c«ng t¸c d©n vËn\n".encode("latin-1"))
    (finding,) = check(read_report(file))
    assert (finding.code, finding.spans[0].text) == ("DV564", "BÁO")
    assert "TCVN3" in finding.message()
