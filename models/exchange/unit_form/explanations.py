"""The sheet of a form on which a unit explains the targets that it missed."""

from datetime import date, datetime
from typing import Any

from models.exchange.unit_form.content import FormContent, cumulative_words
from models.exchange.unit_form.held import held_by_explanation
from models.exchange.unit_form.look import INPUT, LINE_HEIGHT, Formats, height, page, protect
from models.exchange.unit_form.mark import CAUSE, EXPLANATION_SHEET, Fixed
from models.exchange.unit_form.words import CLEAR
from models.number import format_date
from models.plan import Explanation, ExplanationRequest, Indicator

EXPLANATION_HEADINGS = ("Mã", "Chỉ tiêu", "Mức", "Nguyên nhân", "Giải pháp", "Chịu trách nhiệm", "Hạn")
ASKED_HEADING = "Lãnh đạo yêu cầu giải trình"  # beside what is filled in; nothing is read from it
_WIDTHS = (11, 38, 14, 38, 38, 22, 12, 30)
_FIRST_ROW = 3
_DUE = CAUSE + 3
ASKED = _DUE + 1
_FIRST_DAY = date(1900, 3, 1)


def write_explanations(book: Any, formats: Formats, content: FormContent) -> list[Fixed]:
    """Write the sheet; return its rows as they are to come back."""
    sheet = book.add_worksheet(EXPLANATION_SHEET)
    asked = [each for each in content.indicators if _has_row(content, each)]
    is_asked = any(each.code in content.requests for each in asked)
    title = f"GIẢI TRÌNH chỉ tiêu chưa đạt, lũy kế {cumulative_words(content.cumulative)}"
    about = "Chỉ ghi cho chỉ tiêu chưa đạt mức. Người chịu trách nhiệm: ghi chức vụ. Hạn: ngày/tháng/năm."
    about += f" Cột “{ASKED_HEADING}”: chỉ tiêu phải giải trình, dù đạt hay không." if is_asked else ""
    about = about if asked else "Không có chỉ tiêu nào có mức nên không phải giải trình."
    sheet.merge_range(0, 0, 0, _DUE, title, formats(bold=True, font_size=14))
    sheet.merge_range(1, 0, 1, _DUE, about, formats(italic=True, text_wrap=True))
    head = formats.cell(bold=True, bg_color="#E3EDF8", align="center")
    for column, heading in enumerate(EXPLANATION_HEADINGS):
        sheet.write_string(2, column, heading, head)
        sheet.set_column(column, column, _WIDTHS[column])
    if is_asked:
        sheet.write_string(2, ASKED, ASKED_HEADING, head)
        sheet.set_column(ASKED, ASKED, _WIDTHS[ASKED])
    sheet.set_row(2, 32)
    fixed = [_write_row(sheet, formats, row, content, each) for row, each in enumerate(asked, start=_FIRST_ROW)]
    if asked:
        sheet.data_validation(_FIRST_ROW, _DUE, _FIRST_ROW + len(asked) - 1, _DUE, _day_validation())
    protect(sheet)
    sheet.freeze_panes(_FIRST_ROW, 0)
    page(sheet, content)
    sheet.set_landscape()
    sheet.repeat_rows(2)
    return fixed


def _write_row(sheet: Any, formats: Formats, row: int, content: FormContent, its: Indicator) -> Fixed:
    said = content.explanation(its.code)
    texts = (its.code, its.name, content.targets.get(its.code, ""))
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, formats.cell(bold=column == 0))
    look = formats.cell(**INPUT, valign="top")
    for column, text in enumerate((said.cause, said.remedy, said.responsible), start=CAUSE):
        sheet.write_string(row, column, text, look) if text else sheet.write_blank(row, column, None, look)
    _write_due(sheet, formats, row, said)
    asked = content.requests.get(its.code)
    wanted = "" if asked is None else wanted_text(asked)
    if wanted:
        sheet.write_string(row, ASKED, wanted, formats.cell(bold=True, font_color="#98290A"))
    longest = max(height(text, _WIDTHS[CAUSE]) for text in (said.cause, said.remedy))
    rows = (height(its.name, _WIDTHS[1]), height(wanted, _WIDTHS[ASKED]), longest, 2.4 * LINE_HEIGHT)
    sheet.set_row(row, max(rows))
    held = held_by_explanation(content, its.code)
    return Fixed(EXPLANATION_SHEET, row + 1, tuple(enumerate(texts[:2])), its.code, "", its.kind, held)


def _write_due(sheet: Any, formats: Formats, row: int, said: Explanation) -> None:
    look = formats.cell(**INPUT, num_format="dd/mm/yyyy", align="center")
    if said.due is None or said.due < _FIRST_DAY:  # before it, Excel's days are one off
        sheet.write_blank(row, _DUE, None, look)
    else:
        sheet.write_datetime(row, _DUE, datetime(said.due.year, said.due.month, said.due.day), look)


def _day_validation() -> dict[str, Any]:
    place = f"G{_FIRST_ROW + 1}"
    return {
        "validate": "custom",
        "value": f'=OR(AND(ISNUMBER({place}),{place}>36526),LOWER({place})="{CLEAR}")',
        "error_title": "Chưa phải ngày",
        "error_message": "Hãy ghi ngày/tháng/năm, ví dụ 20/6/2023.",
    }


def wanted_text(asked: ExplanationRequest) -> str:
    """Return what a leader asks, and by when, as it stands on the form."""
    due = f"Hạn {format_date(asked.due)}." if asked.due else ""
    return " ".join(filter(None, (asked.note or "Đề nghị giải trình.", due)))


def _has_row(content: FormContent, its: Indicator) -> bool:
    return bool(content.targets.get(its.code)) or its.code in content.requests or _has_words(content, its)


def _has_words(content: FormContent, its: Indicator) -> bool:
    said = content.explanation(its.code)
    return bool(said.cause or said.remedy or said.responsible or said.due)
