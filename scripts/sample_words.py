"""What the sample workbook says: the rows of every sheet but the quarterly figures.

Published: the twelve targets, the units, the conference of 16/02/2023, the decree and the resolution. Illustrative:
the scale's thresholds, targets of single units, tasks, explanations, and every figure."""

from datetime import date
from typing import Any

PLAN = "KH-2023"
DISTRICT = "NAMGIANG"
PROCEDURES = "Cải cách thủ tục hành chính"
DIGITAL = "Chính quyền điện tử, chính quyền số"
STEERING = "Chỉ đạo, điều hành"
OFFICE = "VP HĐND-UBND"
SCORES = "Kết quả công bố của tỉnh, tháng 4 năm sau"

Row = tuple[Any, ...]

UNITS: list[Row] = [
    (DISTRICT, "UBND huyện Nam Giang", "huyện", None, None, None, None),
    ("PCM", "Phòng chuyên môn", "phòng", DISTRICT, None, None, None),
    ("THANHMY", "Thị trấn Thạnh Mỹ", "thị trấn", DISTRICT, None, None, None),
    ("CADY", "Xã Cà Dy", "xã", DISTRICT, None, None, None),
    ("CHAVAL", "Xã Chà Vàl", "xã", DISTRICT, None, None, None),
    ("CHOCHUN", "Xã Chơ Chun", "xã", DISTRICT, None, None, None),
    ("DACPRE", "Xã Đắc Pre", "xã", DISTRICT, None, None, None),
    ("DACPRING", "Xã Đắc Pring", "xã", DISTRICT, None, None, None),
    ("DACTOI", "Xã Đắc Tôi", "xã", DISTRICT, None, None, None),
    ("LADEE", "Xã La Dêê", "xã", DISTRICT, None, None, None),
    ("LAEE", "Xã La Êê", "xã", DISTRICT, None, None, None),
    ("TABHING", "Xã Tà Bhing", "xã", DISTRICT, None, None, None),
    ("TAPOO", "Xã Tà Pơơ", "xã", DISTRICT, None, None, None),
    ("ZUOIH", "Xã Zuôih", "xã", DISTRICT, None, None, None),
]
REPORTING = [str(unit[0]) for unit in UNITS if unit[3]]


def _ratio(
    code: str,
    area: str,
    name: str,
    short: str,
    lead: str,
    parts: tuple[str, str, str],
    accumulation: str,
    target: tuple[str, int],
    source: str,
    parent: str | None = None,
) -> Row:
    ending = (accumulation, target[0], target[1], None, None, None, source)
    return PLAN, code, parent, area, name, short, lead, "tỷ lệ", *parts, None, *ending


def _index(code: str, name: str, short: str, lead: str, kind: str, operator: str, target: str | None) -> Row:
    return (
        *(PLAN, code, None, STEERING, name, short, lead, kind, None, None, None, None, None),
        *(operator, target, None, None, 4, SCORES),
    )


INDICATORS: list[Row] = [
    _ratio(
        "TTHC-01",
        PROCEDURES,
        "Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần",
        "Hồ sơ trực tuyến một phần",
        OFFICE,
        ("Hồ sơ trực tuyến một phần", "Tổng số hồ sơ", "hồ sơ"),
        "phát sinh",
        (">=", 65),
        "Cổng dịch vụ công của tỉnh",
    ),
    _ratio(
        "TTHC-02",
        PROCEDURES,
        "Tỷ lệ số hóa hồ sơ, kết quả giải quyết TTHC còn hiệu lực, có giá trị sử dụng lại",
        "Số hóa hồ sơ, kết quả TTHC",
        OFFICE,
        ("Hồ sơ, kết quả đã số hóa", "Hồ sơ, kết quả phải số hóa", "hồ sơ"),
        "thời điểm",
        (">=", 60),
        "Hệ thống thông tin giải quyết TTHC của tỉnh",
    ),
    _ratio(
        "TTHC-03",
        PROCEDURES,
        "Mức độ hài lòng của người dân, doanh nghiệp về giải quyết TTHC",
        "Hài lòng về giải quyết TTHC",
        OFFICE,
        ("Lượt hài lòng trở lên", "Lượt đánh giá", "lượt"),
        "phát sinh",
        (">=", 90),
        "Phiếu đánh giá tại bộ phận một cửa",
    ),
    _ratio(
        "TTHC-03.1",
        PROCEDURES,
        "Trong đó: mức độ hài lòng lĩnh vực đất đai, xây dựng, đầu tư",
        "Hài lòng: đất đai, XD, đầu tư",
        "Phòng TN&MT",
        ("Lượt hài lòng trở lên, ba lĩnh vực", "Lượt đánh giá, ba lĩnh vực", "lượt"),
        "phát sinh",
        (">=", 85),
        "Phiếu đánh giá tại bộ phận một cửa",
        "TTHC-03",
    ),
    _ratio(
        "TTHC-04",
        PROCEDURES,
        "Mức độ hài lòng của người dân về dịch vụ y tế, giáo dục công lập",
        "Hài lòng y tế, giáo dục công",
        "Phòng GD&ĐT",
        ("Lượt hài lòng trở lên", "Lượt đánh giá", "lượt"),
        "phát sinh",
        (">=", 85),
        "Phiếu khảo sát tại cơ sở y tế, giáo dục công lập",
    ),
    _ratio(
        "CQS-01",
        DIGITAL,
        "Tỷ lệ văn bản trao đổi giữa huyện và xã dưới dạng điện tử, được ký số, xử lý trên môi trường mạng "
        "(trừ văn bản mật)",
        "Văn bản điện tử huyện – xã",
        "Phòng Nội vụ",
        ("Văn bản điện tử, ký số", "Văn bản không mật", "văn bản"),
        "phát sinh",
        ("=", 100),
        "Hệ thống quản lý văn bản và điều hành",
    ),
    _ratio(
        "CQS-02",
        DIGITAL,
        "Tỷ lệ TTHC, dịch vụ công trực tuyến tích hợp trên Cổng Dịch vụ công quốc gia",
        "Tích hợp Cổng DVC quốc gia",
        "Phòng VH&TT",
        ("TTHC đã tích hợp", "TTHC phải tích hợp", "TTHC"),
        "thời điểm",
        (">=", 90),
        "Cổng Dịch vụ công quốc gia",
    ),
    _ratio(
        "CQS-03",
        DIGITAL,
        "Tỷ lệ TTHC có nghĩa vụ tài chính cho phép thanh toán trực tuyến trên Cổng Dịch vụ công quốc gia",
        "TTHC thanh toán trực tuyến",
        "Phòng TC-KH",
        ("TTHC thanh toán trực tuyến được", "TTHC có nghĩa vụ tài chính", "TTHC"),
        "thời điểm",
        (">=", 60),
        "Cổng Dịch vụ công quốc gia",
    ),
    _index(
        "CS-01",
        "Chỉ số cải cách hành chính (PAR INDEX): xếp loại",
        "PAR INDEX: xếp loại",
        "Phòng Nội vụ",
        "xếp loại",
        ">=",
        "Khá",
    ),
    _index(
        "CS-02",
        "Chỉ số hài lòng về sự phục vụ hành chính (SIPAS): vị thứ",
        "SIPAS: vị thứ",
        "Phòng Nội vụ",
        "thứ hạng",
        "tốt hơn năm trước",
        None,
    ),
    _index(
        "CS-03",
        "Chỉ số hiệu quả quản trị và hành chính công (PAPI): vị thứ",
        "PAPI: vị thứ",
        "Phòng Nội vụ",
        "thứ hạng",
        "tốt hơn năm trước",
        None,
    ),
    _index(
        "CS-04",
        "Năng lực cạnh tranh cấp huyện (DDCI): xếp loại",
        "DDCI: xếp loại",
        "Phòng TC-KH",
        "xếp loại",
        ">=",
        "Tốt",
    ),
]

OWN_TARGETS = {"THANHMY": 70, "LAEE": 50}
ASSIGNMENTS: list[Row] = [
    *(
        (PLAN, "TTHC-01", unit, "2023", ">=" if unit in OWN_TARGETS else None, OWN_TARGETS.get(unit), None)
        for unit in REPORTING
    ),
    (PLAN, "TTHC-01", "THANHMY", "2023-Q1", ">=", 65, None),
    *((PLAN, code, DISTRICT, "2023", None, None, None) for code in ("CS-01", "CS-02", "CS-03", "CS-04")),
]

LAST_YEARS_INDICES: list[Row] = [
    (code, DISTRICT, "2022", None, None, value, None, None, "x")
    for code, value in (("CS-01", "Khá"), ("CS-02", "11/18"), ("CS-03", "9/18"), ("CS-04", "Khá"))
]

EXPLANATIONS: list[Row] = [
    (
        "CQS-03",
        DISTRICT,
        "2023-H1",
        "nhiều TTHC có nghĩa vụ tài chính chưa được cấu hình thanh toán; xã chưa có tài khoản thụ hưởng (minh họa)",
        "rà soát danh mục, mở tài khoản thụ hưởng cho 12 xã, thị trấn và cấu hình thanh toán trước quý IV",
        "Trưởng phòng Tài chính – Kế hoạch",
        date(2023, 9, 30),
    ),
    (
        "TTHC-01",
        DISTRICT,
        "2023-H1",
        "người dân vùng xa còn nộp trực tiếp, ít người có tài khoản định danh điện tử mức 2 (minh họa)",
        "duy trì tổ công nghệ số cộng đồng hỗ trợ nộp hồ sơ tại thôn; giao chỉ tiêu đến từng xã",
        "Chánh Văn phòng HĐND và UBND huyện",
        date(2023, 9, 14),
    ),
    (
        "TTHC-01",
        "CADY",
        "2023-H1",
        "người dân nộp trực tiếp, chưa có tài khoản định danh mức 2 (minh họa)",
        "tổ công nghệ số thôn hỗ trợ nộp tại nhà",
        "Công chức Tư pháp – Hộ tịch",
        date(2023, 7, 30),
    ),
    (
        "TTHC-01",
        "LAEE",
        "2023-H1",
        "mạng di động chưa phủ hết các thôn; bộ phận một cửa chỉ có một máy tính (minh họa)",
        "bố trí thêm máy tính dùng chung và lịch hỗ trợ nộp hồ sơ theo phiên chợ",
        "Chủ tịch UBND xã",
        date(2023, 8, 31),
    ),
    (
        "CQS-03",
        DISTRICT,
        "2023-9M",
        "việc mở tài khoản thụ hưởng cho các xã xong chậm một tháng (minh họa)",
        "cấu hình thanh toán cho các TTHC còn lại, tập huấn công chức một cửa",
        "Trưởng phòng Tài chính – Kế hoạch",
        date(2023, 11, 30),
    ),
    (
        "TTHC-01",
        DISTRICT,
        "2023",
        "sáu tháng đầu năm đạt thấp, các quý sau tăng nhưng chưa bù đủ (minh họa)",
        "tiếp tục giao chỉ tiêu theo quý và công khai kết quả từng xã",
        "Chánh Văn phòng HĐND và UBND huyện",
        date(2024, 3, 14),
    ),
]

_UP = "Ủy ban nhân dân tỉnh Quảng Nam; Sở Nội vụ tỉnh Quảng Nam"
_SIGNED = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", None)
_AROUND = "TT. Huyện ủy, TT. HĐND huyện; Chủ tịch, các Phó Chủ tịch UBND huyện"
_BELOW = "Các phòng chuyên môn; UBND các xã, thị trấn"
DISPATCHES: list[Row] = [
    (DISTRICT, "progress", "BC-UBND", _UP, *_SIGNED, f"Như trên; {_AROUND}; {_BELOW}", "NV"),
    (DISTRICT, "periodic", "BC-UBND", _UP, *_SIGNED, f"Như trên; {_AROUND}; {_BELOW}", "NV"),
    (
        *(DISTRICT, "onestop", "BC-UBND", "Ủy ban nhân dân tỉnh Quảng Nam; Văn phòng Ủy ban nhân dân tỉnh Quảng Nam"),
        *(*_SIGNED, f"Như trên; {_AROUND}; {_BELOW}", "VP"),
    ),
    (
        *(DISTRICT, "units", "BC-UBND", "Thường trực Huyện ủy; Thường trực Hội đồng nhân dân huyện"),
        *(*_SIGNED, f"Như trên; Chủ tịch, các Phó Chủ tịch UBND huyện; {_BELOW}", "NV"),
    ),
    (
        *(DISTRICT, "notice", "UBND-NV", None, "TL. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ", None),
        *("Như trên; Chủ tịch, các Phó Chủ tịch UBND huyện", "NV"),
    ),
    (
        *(DISTRICT, "targets", "KH-UBND", None, *_SIGNED),
        *(f"UBND tỉnh Quảng Nam; Sở Nội vụ tỉnh Quảng Nam; {_AROUND}; {_BELOW}", "NV"),
    ),
]

TASKS: list[Row] = [
    (
        *(PLAN, "NV-01", PROCEDURES, "Rà soát, công khai TTHC tại bộ phận một cửa cấp huyện, cấp xã (minh họa)"),
        *("Danh mục TTHC đã công khai", OFFICE, "UBND các xã, thị trấn", date(2023, 3, 31), date(2023, 3, 28), None),
    ),
    (
        *(PLAN, "NV-02", PROCEDURES, "Lập tổ hỗ trợ người dân nộp hồ sơ trực tuyến tại thôn (minh họa)"),
        *("Quyết định lập tổ của 12 xã, thị trấn", OFFICE, "UBND các xã, thị trấn", date(2023, 5, 31), None, None),
    ),
    (
        *(PLAN, "NV-03", DIGITAL, "Mở tài khoản thụ hưởng, cấu hình thanh toán trực tuyến cho các xã (minh họa)"),
        *("12 xã, thị trấn thanh toán được trực tuyến", "Phòng TC-KH", "Phòng VH&TT", date(2023, 9, 30), None, None),
    ),
    (
        *(PLAN, "NV-04", DIGITAL, "Tập huấn ký số, xử lý văn bản trên mạng cho công chức cấp xã (minh họa)"),
        *("2 lớp tập huấn", "Phòng VH&TT", "Phòng Nội vụ", date(2023, 6, 30), date(2023, 6, 9), None),
    ),
    (
        *(PLAN, "NV-05", STEERING, "Kiểm tra công tác cải cách hành chính tại các phòng và các xã (minh họa)"),
        *("Báo cáo kết quả kiểm tra", "Phòng Nội vụ", OFFICE, date(2023, 10, 31), None, None),
    ),
]

SHEETS: list[tuple[str, Row, list[Row]]] = [
    (
        "Kế hoạch",
        (
            *("Mã", "Năm", "Tên", "Mã đơn vị", "Cơ quan chủ quản", "Cơ quan ban hành", "Địa danh"),
            *("Số ký hiệu", "Ngày ban hành", "Thay thế kế hoạch", "Ngưỡng gần đạt"),
        ),
        [
            (
                *(PLAN, 2023, "Kế hoạch cải cách hành chính năm 2023", DISTRICT, "UBND TỈNH QUẢNG NAM"),
                *("ỦY BAN NHÂN DÂN HUYỆN NAM GIANG", "Nam Giang", None, None, None, 5),
            ),
        ],
    ),
    (
        "Căn cứ",
        ("Mã kế hoạch", "Loại văn bản", "Số ký hiệu", "Ngày", "Cơ quan", "Trích yếu"),
        [
            (
                *(PLAN, "Nghị quyết", "76/NQ-CP", date(2021, 7, 15), "Chính phủ"),
                "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
            ),
            (
                *(PLAN, "Nghị định", "09/2019/NĐ-CP", date(2019, 1, 24), "Chính phủ"),
                "quy định về chế độ báo cáo của cơ quan hành chính nhà nước",
            ),
            (
                *(PLAN, "Kết luận hội nghị", None, date(2023, 2, 16), "UBND huyện Nam Giang"),
                "các chỉ tiêu cải cách hành chính năm 2023",
            ),
        ],
    ),
    ("Đơn vị", ("Mã", "Tên", "Loại", "Mã cấp trên", "Từ ngày", "Đến ngày", "Kế thừa bởi"), UNITS),
    ("Sự kiện đơn vị", ("Ngày", "Loại", "Từ", "Thành", "Căn cứ"), []),
    (
        "Kỳ báo cáo",
        ("Mã kế hoạch", "Kỳ", "Từ ngày", "Đến ngày", "Hạn gửi"),
        [
            (PLAN, "2023-Q1", date(2022, 12, 15), date(2023, 3, 14), date(2023, 3, 20)),
            (PLAN, "2023-Q2", date(2023, 3, 15), date(2023, 6, 14), date(2023, 6, 20)),
            (PLAN, "2023-Q3", date(2023, 6, 15), date(2023, 9, 14), date(2023, 9, 20)),
            (PLAN, "2023-Q4", date(2023, 9, 15), date(2023, 12, 14), date(2023, 12, 20)),
        ],
    ),
    (
        "Thang xếp loại",
        ("Mã kế hoạch", "Thứ tự", "Tên", "Từ điểm"),
        [
            (PLAN, 1, "Xuất sắc", 90),
            (PLAN, 2, "Tốt", 80),
            (PLAN, 3, "Khá", 70),
            (PLAN, 4, "Trung bình", 55),
            (PLAN, 5, "Yếu", 0),
        ],
    ),
    (
        "Chỉ tiêu",
        (
            *("Mã kế hoạch", "Mã", "Mã cha", "Lĩnh vực", "Tên", "Tên ngắn", "Chủ trì", "Loại số đo", "Tử số"),
            *("Mẫu số", "Đơn vị tính", "Thang điểm", "Cộng dồn", "Phép so sánh", "Mức", "Mức đến"),
            *("Ngưỡng gần đạt", "Tháng công bố", "Nguồn số liệu"),
        ),
        INDICATORS,
    ),
    (
        "Giao chỉ tiêu",
        ("Mã kế hoạch", "Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Phép so sánh", "Mức", "Mức đến"),
        ASSIGNMENTS,
    ),
    (
        "Số liệu",
        (
            *("Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Tử số", "Mẫu số", "Giá trị"),
            *("Ghi chú", "Chấp nhận", "Minh họa"),
        ),
        LAST_YEARS_INDICES,
    ),
    (
        "Quy tắc",
        ("Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải", "Sai số", "Mức độ", "Nội dung"),
        [
            (
                *(PLAN, "QT-01", "TTHC-03.1.mẫu", "<=", "TTHC-03.mẫu", 0, "lỗi"),
                "Lượt đánh giá của ba lĩnh vực không vượt tổng lượt đánh giá",
            ),
            (
                *(PLAN, "QT-02", "TTHC-03.1.tử", "<=", "TTHC-03.tử", 0, "lỗi"),
                "Lượt hài lòng của ba lĩnh vực không vượt tổng lượt hài lòng",
            ),
            (
                *(PLAN, "QT-03", "CQS-03.mẫu", "<=", "CQS-02.mẫu", 0, "cảnh báo"),
                "TTHC có nghĩa vụ tài chính không nhiều hơn TTHC phải tích hợp",
            ),
        ],
    ),
    (
        "Giải trình",
        ("Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Nguyên nhân", "Giải pháp", "Chịu trách nhiệm", "Hạn"),
        EXPLANATIONS,
    ),
    (
        "Nhiệm vụ",
        (
            *("Mã kế hoạch", "Mã", "Lĩnh vực", "Nội dung", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp"),
            *("Hạn", "Ngày hoàn thành", "Ghi chú"),
        ),
        TASKS,
    ),
    (
        "Thể thức văn bản",
        (
            *("Mã đơn vị", "Loại báo cáo", "Ký hiệu", "Kính gửi", "Thẩm quyền ký", "Chức vụ người ký"),
            *("Người ký", "Nơi nhận", "Đơn vị soạn thảo"),
        ),
        DISPATCHES,
    ),
    ("Bộ chỉ tiêu", ("Mã kế hoạch", "Mã chỉ tiêu", "Mã bộ", "Loại", "Lĩnh vực", "Vai trò"), []),
]
