"""Whether a count is what a task of the plan is to bring about: xây dựng 02 phóng sự, mỗi tháng 4 tin bài."""

import re

from models.drafting.quantities import Quantity

_DOING = (
    r"(?:xây dựng|tổ chức|mở|đăng tải|đăng ký|đăng|phát hành|phát sóng|phát(?! sinh| hiện)|sản xuất|biên soạn|"
    r"biên tập|viết|in ấn|in|cấp|thực hiện|ban hành|thành lập|kiểm tra|thanh tra|giám sát|khảo sát|lấy ý kiến|"
    r"rà soát|đào tạo|bồi dưỡng|tập huấn|triển khai|nhân rộng|đề xuất|công nhận|hoàn thành|duy trì|lắp đặt|"
    r"trang bị|số hóa|cung cấp|tích hợp|kết nối|vận hành|đối thoại|tái cấu trúc|chuẩn hóa|đơn giản hóa|"
    r"nâng cấp|thu hút|hình thành|ra mắt|trao tặng|công bố|cập nhật|tiếp cận|hỗ trợ|hướng dẫn|khen thưởng|"
    r"giải quyết|xử lý|tuyên truyền|phát triển|tiến hành|thí điểm|tham mưu|cử|thu nhận|thi tuyển|tuyển dụng|ký kết|"
    r"bố trí|đưa)"
)
_ADVERB = (
    r"(?:(?:trong |đến |hết |cuối |từng )*(?:năm|quý|tháng|tuần)(?: (?:20\d\d|[ivx]{1,3}\b|\d)(?:/20\d\d)?)?|"
    r"(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|kỳ)|định kỳ|tiếp tục|chủ động|tập trung|dự kiến|phối hợp|tham mưu|và|"
    r"đồng thời|sẽ|để)"
)
_TASK = re.compile(rf"(?:^|[;:,.])[\s\W]*(?:{_ADVERB}[, ]+)*{_DOING}\b[^;:,\d]{{0,60}}$")
_DONE_BY = re.compile(rf"\b{_DOING}\b[^;:,\d]{{0,60}}$")
_PART = re.compile(r"[^\d;.]{0,30}\btrong đó (?:[^\W\d_]+ ){0,3}|[^\d;.,]{0,30}, (?:[^\W\d_]+ ){0,2}")
_EACH = re.compile(r"\b(?:mỗi|từng|hằng|hàng)(?: [^\W\d_]+,?){1,8} $")
_PER = re.compile(
    r"(?: ?/ ?|(?: [^\W\d_]+){0,6} mỗi )(?:0?1 )?(?:tháng|quý|năm|tuần|kỳ|xã|phường|đơn vị|cơ quan|phòng|thôn|người)\b"
)


AMONG = re.compile(r"\b(?:trong|ở|tại|của|cho|với|giữa|gồm|cùng|từ|thuộc) $")
_AT_WHOM = re.compile(
    r"\b(?:kiểm tra|thanh tra|giám sát|khảo sát)\b[^;:,\d]{0,60}\btại $|\b(?:bồi dưỡng|tập huấn)\b[^;:,\d]{0,30}\bcho $"
)


def is_task(quantity: Quantity, text: str, before: str, *, is_wished: bool, goes_on: bool) -> bool:
    """Whether a plan's sentence sets a count as something to be done, without a word of aim.

    Who does it may only be named where it is wished; else it reads like a report. goes_on: the number before it is
    a count that is asked for."""
    if quantity.unit == "lần":
        return _PER.match(text, quantity.unit_end) is not None
    if not quantity.is_counted or (AMONG.search(before) and not _AT_WHOM.search(before)):
        return False
    if goes_on and _PART.fullmatch(before):
        return True
    doing = _DONE_BY if is_wished or goes_on else _TASK
    return any((doing.search(before), _EACH.search(before), _PER.match(text, quantity.unit_end)))
