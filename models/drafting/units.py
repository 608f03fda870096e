"""The units that plans measure in, and the things that they count, in small letters."""

UNITS = {
    "điểm phần trăm": "điểm phần trăm",
    "điểm %": "điểm phần trăm",
    "%": "%",
    "phần trăm": "%",
    "phút": "phút",
    "giờ": "giờ",
    "tuần": "tuần",
    "ngày làm việc": "ngày làm việc",
    "ngày": "ngày",
    "bậc": "bậc",
    "thứ bậc": "bậc",
    "hạng": "bậc",
    "thứ hạng": "bậc",
    "vị trí": "bậc",
    "điểm": "điểm",
    "lần": "lần",
}
SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
MONEY = r"(?:đồng|vnđ|vnd|usd)"
AMOUNT = rf"(?:(?:{'|'.join(SCALES)}) ){{0,2}}(?:{MONEY}|tấn|kwh)"
TIMES = ("phút", "giờ", "ngày", "ngày làm việc", "tuần")
COUNTED = (
    "bộ hồ sơ|hồ sơ|thành phần hồ sơ|tthc|thủ tục hành chính|thủ tục|lượt người|lượt|phiếu|xã|phường|thị trấn|thị xã|"
    "đặc khu|thôn|bản|buôn|huyện|quận|tỉnh|sở|ban|ngành|phòng|đơn vị|cơ quan|địa phương|trường học|trường|trạm|tổ chức|"
    "cuộc họp|cuộc|hội nghị|hội thảo|lớp|khóa|buổi|đợt|mô hình|sáng kiến|giải pháp|dịch vụ công|dịch vụ|người dân|"
    "người|cán bộ|công chức|viên chức|biên chế|doanh nghiệp|hộ|tài khoản|văn bản|kết quả|tin|bài|bản tin|chuyên đề|"
    "phóng sự|chuyên mục|cơ sở dữ liệu|csdl|hệ thống|nền tảng|đầu mối|tổ|điểm cầu|chỉ tiêu|nhiệm vụ|tiêu chí|"
    "lĩnh vực|quy trình|chỉ số|trường hợp|chữ ký số|giao dịch|báo cáo|câu lạc bộ|tổ công nghệ số|trung tâm|"
    "tập thể|cá nhân|thành viên|đảng viên|đoàn viên|hội viên|chức danh|việc|phiên|trang|video|clip|tờ rơi|máy|thiết bị|"
    "công trình|vụ|đoàn|sổ tay|cẩm nang|ấn phẩm|đề tài|sản phẩm|hợp tác xã|giáo viên|"
    "điểm hỗ trợ|điểm tiếp nhận|điểm giao dịch|bác sĩ|bác sỹ|giường bệnh|học sinh|sinh viên|học viên"
)
_WRITTEN = {"usd": "USD", "vnđ": "VNĐ", "vnd": "VND", "kwh": "kWh"}


def amount_unit(low: str) -> str:
    """Return the unit of an amount as it is written: triệu đồng, USD."""
    return " ".join(_WRITTEN.get(word, word) for word in low.split())
