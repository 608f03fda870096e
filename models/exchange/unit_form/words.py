"""What a form says to whoever fills it in: instructions, headings, and what each cell takes."""

from typing import Any

from models.exchange.unit_form.content import NO, YES, FormContent, quarter_words
from models.exchange.unit_form.mark import EXPLANATION_SHEET
from models.measure import Kind

CLEAR = "xóa"


def heading_now(content: FormContent) -> str:
    """Return the heading of the column to fill in."""
    return upper_first(quarter_words(content.quarter))


def guide(content: FormContent) -> list[str]:
    """Return the instructions, one paragraph each."""
    due = content.days.rpartition("Hạn gửi: ")[2].rstrip(".")
    return [
        f"Phiếu này chỉ dùng cho {content.unit.name} (mã {content.unit.code}), {quarter_words(content.quarter)}. "
        f"{content.days}",
        "Chỉ ghi vào ô nền vàng; các ô khác được khóa. Phím Tab đưa tới ô ghi tiếp theo.",
        "Tỷ lệ: chỉ ghi tử số và mẫu số, tỷ lệ tự tính. Trong quý không phát sinh thì ghi tử số 0, mẫu số 0.",
        "Số lượng: số nguyên từ 0 trở lên. Số khác có nhiều nhất bốn chữ số thập phân. Không ghi kèm đơn vị tính.",
        "Thứ hạng: ghi 50 hoặc 50/63. Xếp loại, hoàn thành: chọn trong danh sách của ô.",
        "Ô để trống nghĩa là chưa có gì để báo: khi nhập lại, số đã có trong phần mềm được giữ nguyên. "
        f"Muốn xóa một số đã có, ghi chữ “{CLEAR}” vào chính ô đó; ghi chú và giải trình cũng vậy.",
        "Ô có sẵn số mà không sửa cũng giữ nguyên số trong phần mềm. Nếu phần mềm và phiếu cùng sửa một ô thành hai số "
        "khác nhau, phiếu chưa được nhận: cơ quan tổng hợp sẽ báo lại ô đó.",
        "Cột Kiểm tra báo ngay chỗ chưa khớp và lệch bao nhiêu. Số chưa khớp vẫn gửi được: hãy nêu lý do ở cột "
        "Ghi chú.",
        "Chỉ tiêu chưa đạt mức: ghi nguyên nhân, giải pháp, người chịu trách nhiệm và hạn ở trang "
        f"“{EXPLANATION_SHEET}”.",
        "Không đổi tên trang, tên chỉ tiêu, thứ tự, không thêm hay bớt dòng, cột: phần mềm sẽ từ chối phiếu đã bị sửa.",
        f"Điền xong, lưu tệp (giữ dạng .xlsx) và gửi lại trước hạn {due}.",
    ]


def validation(kind: Kind, cell: str, grades: tuple[str, ...]) -> dict[str, Any]:
    """Return what a cell takes; "xóa" takes a value away."""
    clear = f'LOWER({cell})="{CLEAR}"'
    names = [YES, NO] if kind is Kind.YES_NO else [*grades] if kind is Kind.GRADE else []
    if names and len(",".join([*names, CLEAR])) <= 255 and not any("," in name for name in names):
        message = f"Hãy chọn một trong: {', '.join(names)}."
        return {"validate": "list", "source": [*names, CLEAR]} | _told("Chưa đúng", message)
    if kind is Kind.RANK:
        test = f'ISNUMBER(--SUBSTITUTE({cell},"/","",1)),LEN({cell})-LEN(SUBSTITUTE({cell},"/",""))<=1'
        return _custom(f"=OR({clear},AND({test}))", "Hãy ghi thứ hạng như 50 hoặc 50/63.")
    if kind is Kind.COUNT:
        test = f"ISNUMBER({cell}),{cell}>=0,{cell}=INT({cell})"
        return _custom(f"=OR({clear},IFERROR(AND({test}),FALSE))", "Hãy ghi một số nguyên từ 0 trở lên.")
    if kind is Kind.GRADE:
        return _custom(f"=ISTEXT({cell})", "Hãy ghi tên mức xếp loại.")
    test = f"ISNUMBER({cell}),{cell}>=0,ROUND({cell},4)={cell}"
    words = "Hãy ghi một số từ 0 trở lên, nhiều nhất bốn chữ số thập phân."
    return _custom(f"=OR({clear},IFERROR(AND({test}),FALSE))", words)


def _custom(formula: str, message: str) -> dict[str, Any]:
    return {"validate": "custom", "value": formula} | _told("Chưa đúng", message)


def _told(title: str, message: str) -> dict[str, Any]:
    return {"error_title": title, "error_message": message[:255], "ignore_blank": True}


def upper_first(text: str) -> str:
    """Return a text with a capital at its beginning."""
    return text[:1].upper() + text[1:]
