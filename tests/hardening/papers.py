"""Papers and sentences of the usual make, from which mangled ones are made."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

EXAMPLES = ROOT / "examples" / "data"

YEARLY = """ỦY BAN NHÂN DÂN TỈNH HOA BAN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
ỦY BAN NHÂN DÂN HUYỆN TAM ĐƯỜNG | Độc lập - Tự do - Hạnh phúc
Số: 41/BC-UBND
Tam Đường, ngày 15 tháng 12 năm 2023

BÁO CÁO
Kết quả công tác dân vận chính quyền năm 2023, phương hướng, nhiệm vụ năm 2024

Thực hiện Kế hoạch số 41/KH-UBND ngày 10/02/2023 của Ủy ban nhân dân huyện; Quyết định 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị (khóa XI), Ủy ban nhân dân huyện báo cáo như sau:

I. KẾT QUẢ THỰC HIỆN
1. Tuyên truyền
Tổ chức trên 394 buổi tuyên truyền cho 33.283 lượt người, tăng 51 buổi so với cùng kỳ năm 2022 (343 buổi); trong đó: Hội Nông dân 120 buổi, Hội Phụ nữ 174 buổi, Đoàn Thanh niên 100 buổi[^1].
a) Cấp huyện: 02 hội nghị
b) Cấp xã: 28 hội nghị = 93,33%
2. Tiếp công dân
Tiếp 54 lượt = 61 người; tiếp nhận 124 đơn (tồn 06 đơn), đã giải quyết 106/124 đơn, đạt 85,48%; còn 18 đơn đang giải quyết.
3. An sinh
Quỹ “Vì người nghèo” vận động được 1.234,5 triệu đồng, hỗ trợ xây 12 nhà, mỗi nhà 50 triệu đồng, tổng 600 triệu đồng.

| Stt | Đơn vị | Số buổi | Tỷ lệ |
| --- | --- | ---: | --- |
| 1 | Xã Bản Bo | 12 | 30% |
| 2 | Xã Nà Tăm | 28 | 70% |
|  | Cộng | 40 | 100% |

II. HẠN CHẾ
Còn 5/13 xã chưa tổ chức đối thoại (Sơn Bình, Bình Lư, Nùng Nàng, Thèn Sin, Tả Lèng).

III. NHIỆM VỤ NĂM 2024
1. Phấn đấu 100% xã có mô hình "Dân vận khéo"; hoàn thành trước ngày 30/6/2024.

[^1]: Huyện Đoàn 100 buổi cho 9.000 lượt đoàn viên; riêng quý III/2023 là 30 buổi.

Nơi nhận:
- Như trên;
- Lưu: VT, NV.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn A

PHỤ LỤC 1
Biểu tổng hợp
(Kèm theo Báo cáo số 41/BC-UBND ngày 15/12/2023)

STT\tNội dung\tSố lượng
1\tMô hình\t15
2\tHội nghị\t30
"""

PAPERS = (
    YEARLY,
    (ROOT / "examples" / "data" / "bao_cao_mau.txt").read_text("utf-8"),
    (ROOT / "tests" / "integrations" / "data" / "bao_cao.md").read_text("utf-8")[:4_000],
)

SENTENCES = (
    "Thực hiện Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị, tổ chức trên 394 buổi cho 33.283 lượt người, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.",
    "Căn cứ Luật Tiếp công dân số 42/2013/QH13; các Nghị quyết 25, 43-NQ/TW; Thông tư liên tịch số 05/2020/TTLT-BNV-BTC; Quyết định này; điểm a khoản 2 Điều 10.",
    "Tăng từ 5 hộ lên 7 hộ, giảm 1,2% so với cùng kỳ; khoảng 20 - 25 triệu đồng/người/năm, gần 1/2 số hộ, ít nhất 03 cuộc trở lên.",
    "Hội LHPN huyện, Huyện Đoàn, UBND xã Bản Bo, Đảng ủy thị trấn Tam Đường và Ủy ban MTTQ Việt Nam các xã, thị trấn phối hợp thực hiện Chỉ thị 05-CT/TW.",
    "Phong trào “Toàn dân đoàn kết xây dựng đời sống văn hóa”; cuộc vận động Ngày vì người nghèo 17/10; nhiệm kỳ 2020 - 2025; quý III năm 2023; 9 tháng đầu năm.",
    "chưa (Bản Bo, Nà Tăm) đối thoại 2 xã; tiếp nhận 5 đơn, đã giải quyết 3 đơn, còn 2 đơn; 12 con bò, mỗi con 5 đồng; A 1 hội nghị; 1 hộ nghèo có nguy cơ tái nghèo.",
    "Biểu 3: {propaganda.sessions} buổi; {propaganda.sessions: so với cùng kỳ}; {{x}}; [[đoạn: x]] … ……/…… ",
)  # fmt: skip
