"""A plan's own headings find their place among the six areas, however an office words them."""

import pytest

from models.reform_area import ReformArea, reform_area


@pytest.mark.parametrize(
    "heading, area",
    [
        ("Chỉ đạo, điều hành", ReformArea.DIRECTION),
        ("CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH CẢI CÁCH HÀNH CHÍNH", ReformArea.DIRECTION),
        ("Chỉ đạo cải cách thể chế", ReformArea.DIRECTION),
        ("Cải cách thể chế", ReformArea.INSTITUTIONS),
        ("Xây dựng, hoàn thiện hệ thống văn bản quy phạm pháp luật", ReformArea.INSTITUTIONS),
        ("Cải cách thủ tục hành chính", ReformArea.PROCEDURES),
        ("Kiểm soát TTHC", ReformArea.PROCEDURES),
        ("Giải quyết hồ sơ tại bộ phận một cửa", ReformArea.PROCEDURES),
        ("Cung cấp dịch vụ công trực tuyến", ReformArea.PROCEDURES),
        ("Cải cách tổ chức bộ máy", ReformArea.APPARATUS),
        ("Cải cách chế độ công vụ", ReformArea.CIVIL_SERVICE),
        ("Nâng cao chất lượng đội ngũ cán bộ, công chức", ReformArea.CIVIL_SERVICE),
        ("Cải cách tài chính công", ReformArea.FINANCE),
        ("Xây dựng và phát triển chính quyền điện tử, chính quyền số", ReformArea.DIGITAL),
        ("hiện đại hóa hành chính", ReformArea.DIGITAL),
        ("Chuyển đổi số", ReformArea.DIGITAL),
        ("CAI CACH  TAI CHINH\nCONG", ReformArea.FINANCE),
        ("Môi trường đầu tư, kinh doanh", None),
        ("Thi công, vườn cây", None),
        ("", None),
    ],
)
def test_a_heading_finds_its_area(heading: str, area: ReformArea | None) -> None:
    assert reform_area(heading) is area
