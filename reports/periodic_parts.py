"""The outline of the periodic report, and what only people know: the parts that they write, heading by heading."""

from collections.abc import Iterable, Iterator, Mapping

from models.reform_area import ReformArea
from reports.document import Block, Paragraph, Run
from reports.form import BLANK
from reports.kind import Part
from reports.written import written_blocks

DIRECTION = "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH"
RESULTS = "KẾT QUẢ CÁC NỘI DUNG CẢI CÁCH HÀNH CHÍNH"
ASSESSMENT = "ĐÁNH GIÁ CHUNG"
NEXT = "PHƯƠNG HƯỚNG, NHIỆM VỤ"
PROPOSALS = "KIẾN NGHỊ, ĐỀ XUẤT"

DIRECTION_PARTS = (
    Part(
        "documents",
        "Kế hoạch cải cách hành chính và văn bản chỉ đạo, điều hành",
        "Kế hoạch, văn bản chỉ đạo đã ban hành trong kỳ (số ký hiệu, ngày, trích yếu); các cuộc họp, giao ban; "
        "quán triệt văn bản của cấp trên.",
    ),
    Part(
        "inspection",
        "Kiểm tra công tác cải cách hành chính",
        "Kế hoạch kiểm tra; số cơ quan, đơn vị đã kiểm tra; vấn đề phát hiện, đã xử lý, còn phải xử lý.",
    ),
    Part(
        "communication",
        "Thông tin, tuyên truyền cải cách hành chính",
        "Hình thức tuyên truyền; số tin, bài, hội nghị, lớp tập huấn; mô hình hay đã phổ biến.",
    ),
    Part(
        "initiatives",
        "Thi đua, sáng kiến trong cải cách hành chính",
        "Phong trào thi đua; sáng kiến, giải pháp mới đã áp dụng và kết quả; khen thưởng.",
    ),
    Part(
        "assigned",
        "Thực hiện các nhiệm vụ được cấp trên giao",
        "Số nhiệm vụ được giao; hoàn thành đúng hạn, quá hạn; nhiệm vụ chưa hoàn thành và lý do.",
    ),
    Part(
        "surveys",
        "Chỉ số cải cách hành chính, đo lường sự hài lòng và đối thoại với người dân, doanh nghiệp",
        "Khảo sát đã làm (số phiếu, hình thức); kết quả chỉ số được công bố trong kỳ; các cuộc đối thoại.",
    ),
)
AREA_PARTS = {
    ReformArea.INSTITUTIONS: Part(
        "institutions",
        "Cải cách thể chế",
        "Văn bản quy phạm pháp luật đã ban hành, kiểm tra, rà soát; theo dõi thi hành pháp luật.",
    ),
    ReformArea.PROCEDURES: Part(
        "procedures",
        "Cải cách thủ tục hành chính",
        "Công bố, công khai, rà soát, đơn giản hóa thủ tục; cơ chế một cửa; phản ánh, kiến nghị đã xử lý.",
    ),
    ReformArea.APPARATUS: Part(
        "apparatus",
        "Cải cách tổ chức bộ máy hành chính nhà nước",
        "Sắp xếp cơ quan, đơn vị; chức năng, nhiệm vụ; phân cấp, phân quyền; biên chế.",
    ),
    ReformArea.CIVIL_SERVICE: Part(
        "civil_service",
        "Cải cách chế độ công vụ",
        "Vị trí việc làm; tuyển dụng, bổ nhiệm, đào tạo; kỷ luật, kỷ cương hành chính.",
    ),
    ReformArea.FINANCE: Part(
        "finance",
        "Cải cách tài chính công",
        "Giải ngân đầu tư công; cơ chế tự chủ; quản lý, sử dụng tài sản công.",
    ),
    ReformArea.DIGITAL: Part(
        "digital",
        "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
        "Hạ tầng, nền tảng, dữ liệu; văn bản điện tử, ký số; dịch vụ công trực tuyến; an toàn thông tin.",
    ),
}
RESULTS_REACHED = Part("results", "Kết quả đạt được", "Kết quả nổi bật mà số liệu chưa nói hết.")
SHORTCOMINGS = Part("shortcomings", "Tồn tại, hạn chế", "Việc chưa làm được, ngoài các chỉ tiêu chưa đạt.")
CAUSES = Part("causes", "Nguyên nhân", "Nguyên nhân khách quan, chủ quan, ngoài giải trình của các chỉ tiêu.")
TASKS = Part("tasks", "Phương hướng, nhiệm vụ", "Nhiệm vụ trọng tâm kỳ tới, ngoài các việc mà số liệu đã nêu.")
ASKED = Part("proposals", "Kiến nghị, đề xuất", "Kiến nghị với cơ quan cấp trên; không có thì ghi: Không có.")

PARTS = (*DIRECTION_PARTS, *AREA_PARTS.values(), RESULTS_REACHED, SHORTCOMINGS, CAUSES, TASKS, ASKED)


def with_written(made: Iterable[Block], part: Part, written: Mapping[str, str]) -> Iterator[Block]:
    """Yield what figures say, then what people wrote; where there is neither, a place left open."""
    blocks = [*made, *written_blocks(written.get(part.key, ""))]
    yield from blocks or [open_place()]


def open_place() -> Paragraph:
    """Return what stands under a heading that has neither figures nor words yet: dots to be filled in."""
    return Paragraph((Run(BLANK),))
