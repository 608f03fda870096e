"""Figures that Vietnamese authorities and newspapers published, in sentences of our own, with the claims they make.

A claim is (stated, computed, whether it holds); all numbers as in the text's own unit, rates with the decimals they
are computed to. Labelled by hand before the program read them."""

from dataclasses import dataclass

Labelled = tuple[str, str, bool]


@dataclass(frozen=True)
class Passage:
    """One passage: where its figures come from, the text, and every claim in it."""

    source: str
    text: str
    claims: tuple[Labelled, ...] = ()


PASSAGES = (
    Passage(
        "Châu Thành (Sóc Trăng), 2023",
        "Huyện đã công khai 297 TTHC trực tuyến, gồm 216 TTHC cấp huyện và 81 TTHC cấp xã; 64 TTHC trong đó là toàn "
        "trình. Kiểm soát TTHC được thực hiện ở 8/8 xã, thị trấn, đạt 100%.\n"
        "Một cửa cấp huyện trả đúng hạn 2.647 hồ sơ, không có hồ sơ trễ hạn. Một cửa cấp xã nhận 11.072 hồ sơ, trong "
        "đó giải quyết trước hạn 458, đúng hạn 10.614, không có hồ sơ quá hạn.\n"
        "Người dân đã đánh giá 5.952 lượt (rất hài lòng 6.597; hài lòng 335; bình thường 20).",
        (
            ("297", "297", True),
            ("100", "100", True),
            ("11072", "11072", True),
            ("5952", "6952", False),
        ),
    ),
    Passage(
        "Lâm Đồng, quý I/2020",
        "Quý I/2020 (từ 1/12/2019 đến 29/2/2020), cả tỉnh nhận 659.245 hồ sơ và giải quyết xong 643.272 hồ sơ, trong "
        "đó: đúng và trước hạn 635.593 hồ sơ (98,81%), quá hạn 7.677 hồ sơ (1,19%). Còn 7.172 hồ sơ đang giải quyết, "
        "gồm 5.950 hồ sơ chưa đến hạn và 1.222 hồ sơ quá hạn.\n\n"
        "Các sở giải quyết 51.780 hồ sơ: đúng và trước hạn 51.072 hồ sơ, chiếm 98,63%; quá hạn 708 hồ sơ, chiếm 1,37%. "
        "Đang giải quyết 2.800 hồ sơ (2.672 hồ sơ chưa đến hạn, 128 hồ sơ quá hạn).\n\n"
        "Cấp huyện giải quyết 329.596 hồ sơ, trong đó đúng và trước hạn 323.911 hồ sơ, đạt 98,28%, quá hạn 5.685 hồ "
        "sơ, tỷ lệ 1,7%.",
        (
            ("643272", "643270", False),
            ("98.81", "98.81", True),
            ("1.19", "1.19", True),
            ("7172", "7172", True),
            ("51780", "51780", True),
            ("98.63", "98.63", True),
            ("1.37", "1.37", True),
            ("2800", "2800", True),
            ("329596", "329596", True),
            ("98.28", "98.28", True),
            ("1.7", "1.72", True),
        ),
    ),
    Passage(
        "Lâm Đồng, tháng 10/2019",
        "Tháng 10/2019 Trung tâm có 19.361 hồ sơ phải giải quyết, trong đó có 16.041 hồ sơ nhận mới, số còn lại từ kỳ "
        "trước. Đã giải quyết 15.641 hồ sơ, gồm trước hạn 13.529 hồ sơ (86,5%), đúng hạn 1.958 hồ sơ (12,5%), quá hạn "
        "154 hồ sơ (1%).\n"
        "Cấp huyện giải quyết 17.651 hồ sơ, trong đó có 13.767 hồ sơ trước hạn, chiếm 78%; 3.254 hồ sơ đúng hạn, chiếm "
        "18,4%; 634 hồ sơ quá hạn, chiếm 3,6%.",
        (
            ("15641", "15641", True),
            ("86.5", "86.5", True),
            ("12.5", "12.52", True),
            ("1", "0.98", True),
            ("17651", "17655", False),
            ("78", "78", True),
            ("18.4", "18.44", True),
            ("3.6", "3.59", True),
        ),
    ),
    Passage(
        "Lâm Đồng, 6 tháng năm 2022",
        "6 tháng đầu năm 2022, các sở giải quyết đúng hạn 99,68% (175.354/175.920 hồ sơ), cấp huyện 98,15% "
        "(26.473/26.972 hồ sơ), cấp xã 98,94% (204.847/207.030 hồ sơ).",
        (("99.68", "99.68", True), ("98.15", "98.15", True), ("98.94", "98.95", True)),
    ),
    Passage(
        "Vĩnh Phúc, quý III/2021",
        "Trong quý III/2021, Trung tâm Phục vụ hành chính công tiếp nhận mới 14.043 hồ sơ, kỳ trước chuyển sang 2.191 "
        "hồ sơ, tổng cộng 16.234 hồ sơ. Trong 14.101 hồ sơ đến hạn, đã trả trước và đúng hạn 14.064 hồ sơ (đạt "
        "99,74%), chậm hạn 37 hồ sơ (chiếm 0,26%).\n"
        "Riêng tháng 9/2021: hồ sơ trực tuyến 1.598 hồ sơ, trong đó có 61 hồ sơ mức độ 3 và 1.537 hồ sơ mức độ 4.",
        (
            ("16234", "16234", True),
            ("14101", "14101", True),
            ("99.74", "99.74", True),
            ("0.26", "0.26", True),
            ("1598", "1598", True),
        ),
    ),
    Passage(
        "Quận 1 (TP. Hồ Chí Minh), 2018",
        "Năm 2018 quận nhận 585.336 hồ sơ. Quận đã giải quyết 585.116 hồ sơ, đạt 99,96%; trong đó đúng hạn 585.116 hồ "
        "sơ, trễ hạn 0 hồ sơ. Số đang giải quyết trong hạn là 220 hồ sơ.",
        (("99.96", "99.96", True), ("585116", "585116", True)),
    ),
    Passage(
        "Bà Rịa - Vũng Tàu, 2015-2020",
        "Giai đoạn 2015-2020, tỉnh ban hành 315 quyết định công bố 7.518 TTHC, gồm: 3.595 TTHC mới và thay thế, 977 "
        "TTHC sửa đổi, bổ sung, 2.926 TTHC bị bãi bỏ. Có 2.268 thủ tục được cung ứng (1.833 cấp tỉnh, 301 cấp huyện, "
        "134 cấp xã); trong đó mức độ 1, 2 là 2.268 thủ tục, mức độ 3 là 1.089 thủ tục, mức độ 4 là 450 thủ tục. "
        "PAR INDEX xếp 9/63 tỉnh, tăng 26 bậc so với năm 2015.",
        (("7518", "7498", False), ("2268", "2268", True)),
    ),
    Passage(
        "Quảng Nam, tháng 5/2018",
        "Từ ngày 11.5.2018 đến 17.5.2018, Trung tâm giải quyết 1.456/1.625 hồ sơ, trong đó đúng hạn 1.447 hồ sơ (đạt "
        "99,4%). Nhiều giao dịch nhất là Công an tỉnh (590 hồ sơ), Sở Công Thương (209 hồ sơ), Sở Tư pháp (128 hồ sơ).",
        (("99.4", "99.38", True),),
    ),
    Passage(
        "Quảng Nam, 2020",
        "Đến ngày 6.7.2020 UBND tỉnh đã giao các sở 833 nhiệm vụ: 585 nhiệm vụ đã hoàn thành, 67 nhiệm vụ còn trong "
        "hạn, 181 nhiệm vụ quá hạn (có việc quá hạn hơn 120 ngày).",
        (("833", "833", True),),
    ),
    Passage(
        "Bến Tre, tháng 10/2020",
        "Trong tháng 10-2020, đã tiếp nhận 10,18 ngàn hồ sơ, giải quyết 8,98 ngàn hồ sơ (đạt 88,2%). Trong đó 8,96 "
        "ngàn hồ sơ đúng và trước hạn (đạt 99,8%), 17 hồ sơ trễ hạn (0,2%).",
        (("88.2", "88.21", True), ("8980", "8977", True), ("99.8", "99.78", True), ("0.2", "0.19", True)),
    ),
    Passage(
        "Khánh Hòa, chỉ số năm 2020 và 2021",
        "Năm 2021, 44 cơ quan được xếp hạng: 30 Tốt (tăng 1), 13 Khá (tăng 2), 1 Trung bình (giảm 3), không có đơn vị "
        "xếp loại yếu.\n"
        "Theo Quyết định số 141/QĐ-UBND ngày 14/01/2021, năm 2020 có 29/44 cơ quan xếp hạng Tốt, 11/44 cơ quan xếp "
        "hạng Khá, 4 cơ quan xếp hạng Trung bình.",
        (("44", "44", True), ("44", "44", True)),
    ),
    Passage(
        "An Giang, Thanh Hóa, Bình Dương, 2020",
        "An Giang có 11 đơn vị cấp huyện, gồm 8 huyện, 1 thị xã, 2 thành phố, và 156 đơn vị cấp xã (116 xã, 21 phường, "
        "19 thị trấn). Thanh Hóa có 559 đơn vị cấp xã, bao gồm: 471 xã, 60 phường, 28 thị trấn; riêng thành phố có 34 "
        "đơn vị, gồm 30 phường. Bình Dương có 91 đơn vị hành chính cấp xã: 41 xã, 45 phường và 5 thị trấn.",
        (("11", "11", True), ("156", "156", True), ("559", "559", True), ("91", "91", True)),
    ),
    Passage(
        "Sắp xếp năm 2025",
        "Cả nước còn 3.321 đơn vị cấp xã, gồm 2.621 xã, 687 phường và 13 đặc khu. Thanh Hóa từ 547 xuống còn 166 đơn "
        "vị cấp xã (147 xã và 19 phường), giảm 381 đơn vị. Tuyên Quang có 124 đơn vị (117 xã, 7 phường), Lào Cai có 99 "
        "đơn vị, trong đó 89 xã và 10 phường. Một tỉnh còn 51 xã, phường (42 xã và 9 phường), giảm 86 đơn vị, tương "
        "ứng 62,77%.",
        (("3321", "3321", True), ("166", "166", True), ("124", "124", True), ("99", "99", True), ("51", "51", True)),
    ),
    Passage(
        "Cà Mau, 9 tháng năm 2025; Đà Lạt, năm 2023",
        "Đến hết 9 tháng, tỉnh hoàn thành 56/76 nhiệm vụ, đạt 73,68% kế hoạch năm.\n"
        "Từ ngày 7/12/2022 đến 4/12/2023, thành phố tiếp nhận 15.868 hồ sơ, giải quyết đúng hạn 15.539 hồ sơ, đạt "
        "97,93%.",
        (("73.68", "73.68", True), ("97.93", "97.93", True)),
    ),
    Passage(
        "Tinh giản biên chế, 2023",
        "Đã tinh giản 79.024 người (bộ, ngành: 5.510 người; địa phương: 73.5134 người). Tỷ lệ viên chức là 66,115%, "
        "cán bộ, công chức cấp xã 19,020%, thấp nhất là khu vực doanh nghiệp 0,216%.",
    ),
    Passage(
        "Quảng Ninh, PAR INDEX 2020; Minh Hóa, 2023; Bộ chỉ số 766",
        "PAR INDEX 2020 của Quảng Ninh đạt 91,04 điểm = 57,66 + 9,56 + 18,83 + 5.\n"
        "Ở Minh Hóa có 9/15 xã xếp loại Tốt, 5/15 xã xếp loại Khá, 1/15 xã xếp loại Trung bình.\n"
        "Theo Quyết định 766/QĐ-TTg, thang 100 điểm gồm: công khai 18 điểm, tiến độ 20 điểm, số hóa 22 điểm, trực "
        "tuyến 22 điểm, hài lòng 18 điểm.",
        (("91.04", "91.05", True), ("15", "15", True), ("100", "100", True)),
    ),
    Passage(
        "Trà Vinh, Lạng Sơn, căn cứ và thứ hạng",
        "Căn cứ Chương trình 12-CTr/TU ngày 26/3/2021, Quyết định số 876/QĐ-BNV ngày 10/11/2022, Kế hoạch 97/KH-UBND "
        "ngày 30/12/2022. PAR INDEX 2022 đạt 83,00/100 điểm, hạng 50/63, tăng 2 bậc; năm 2019 Lạng Sơn đạt 80,33 điểm, "
        "hạng 42/63, giảm 16 bậc, thuộc nhóm B (từ trên 80% đến dưới 90%). Bộ tiêu chí có 8 lĩnh vực, 37 tiêu chí, 88 "
        "tiêu chí thành phần.",
    ),
)
