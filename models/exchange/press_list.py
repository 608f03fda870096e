"""The list of units to press for a quarter: those that have not sent their form, or were given it back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from html import escape
from pathlib import Path
from textwrap import wrap
from typing import Any

from models.exchange.whole_book import whole_book
from models.number import format_date
from models.period import Period
from models.plan import Plan
from models.submission import Standing, SubmissionState

HEADINGS = ("Stt", "Đơn vị", "Tình trạng", "Quá hạn (ngày làm việc)", "Lý do trả lại")
WIDTHS = (5, 24, 26, 12, 22)  # together what A4 holds between its margins, in signs
LINE_POINTS = 16
FONT = "Times New Roman"
_ROMAN = ("I", "II", "III", "IV")
_CLOSING = (
    "Đề nghị các đơn vị có tên trong danh sách hoàn thành và gửi phiếu báo cáo; đơn vị bị trả lại phiếu "
    "rà soát số liệu theo lý do đã nêu và gửi lại."
)


@dataclass(frozen=True, slots=True)
class PressLine:
    """A unit to press; days_late counts working days after the due date, None while that is not over."""

    unit: str
    name: str
    situation: str
    days_late: int | None
    note: str = ""

    @property
    def lateness(self) -> str:
        """How late in words."""
        return "chưa đến hạn" if self.days_late is None else str(self.days_late)


@dataclass(frozen=True, slots=True)
class PressList:
    """The units to press for a plan's quarter on a day, in the order of the list of units."""

    plan: Plan
    quarter: Period
    due: date
    on: date
    lines: tuple[PressLine, ...]

    @property
    def title(self) -> str:
        """The list's heading."""
        return "DANH SÁCH ĐƠN VỊ CHƯA GỬI PHIẾU BÁO CÁO"

    @property
    def subject(self) -> str:
        """Which figures are waited for."""
        quarter = f"quý {_ROMAN[self.quarter.number - 1]} năm {self.quarter.year}"
        number = f" (Kế hoạch số {self.plan.number})" if self.plan.number else ""
        return f"Kết quả thực hiện cải cách hành chính {quarter}{number}"

    @property
    def days(self) -> str:
        """When the forms were due, and of which day the list is."""
        return f"Hạn gửi: ngày {format_date(self.due)}. Danh sách tính đến ngày {format_date(self.on)}."

    @property
    def total(self) -> str:
        """How many they are."""
        late = sum(each.days_late is not None for each in self.lines)
        returned = sum(bool(each.note) for each in self.lines)
        return (
            f"Tổng số {len(self.lines)} đơn vị, trong đó {late} đơn vị đã quá hạn, "
            f"{returned} đơn vị bị trả lại phiếu chưa gửi lại."
        )

    def rows(self) -> list[tuple[str, ...]]:
        """Return the cells of the table, numbered."""
        return [
            (str(number), each.name, each.situation, each.lateness, each.note)
            for number, each in enumerate(self.lines, 1)
        ]

    def text(self) -> str:
        """Return the list as text: the headings' lines, then the table with its cells parted by tabs."""
        table = ["\t".join(" ".join(cell.split()) for cell in row) for row in (HEADINGS, *self.rows())]
        return "\n".join([self.title, self.subject, self.days, "", *table, "", self.total, _CLOSING])

    def html(self) -> str:
        """Return the list as a table that word processors and spreadsheets take."""
        head = "".join(f"<p><b>{escape(each)}</b></p>" for each in (self.title, self.subject))
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in (HEADINGS, *self.rows())
        )
        table = f'<table border="1" style="border-collapse:collapse">{rows}</table>'
        feet = "".join(f"<p>{escape(each)}</p>" for each in (self.total, _CLOSING))
        return f"<meta charset='utf-8'>{head}<p>{escape(self.days)}</p>{table}{feet}"


def press_list(
    plan: Plan, quarter: Period, due: date, on: date, standings: Iterable[Standing], names: Mapping[str, str]
) -> PressList:
    """Gather those that have something to send and have not sent what stands now; names are by unit code."""
    waiting = [each for each in standings if each.expected and not each.state.is_locked]
    return PressList(plan, quarter, due, on, tuple(_line(each, names[each.unit]) for each in waiting))


def _line(each: Standing, name: str) -> PressLine:
    late = each.days_late if each.is_overdue else None
    if each.state is SubmissionState.RETURNED:
        return PressLine(each.unit, name, f"{_sent(each)} bị trả lại, chưa gửi lại", late, each.reason)
    if each.sent_on is not None:
        return PressLine(each.unit, name, f"{_sent(each)} đã mở lại để sửa, chưa gửi lại", late)
    if not each.filled:
        return PressLine(each.unit, name, "Chưa nhập số liệu, chưa gửi", late)
    return PressLine(each.unit, name, f"Đã nhập {each.filled}/{each.expected} ô, chưa gửi", late)


def _sent(each: Standing) -> str:
    return f"Gửi ngày {format_date(each.sent_on)}," if each.sent_on else "Đã gửi,"


def write_press_list(found: PressList, path: Path) -> None:
    """Write the list as a workbook of one tidy printed table, in place of one of that name.

    Raises KnownError when it cannot be written; what was there is then left as it was."""
    created = datetime(found.on.year, found.on.month, 1)
    with whole_book(path, "danh sách", found.title, created, {"in_memory": True}) as book:
        _write(book, found)


def _write(book: Any, found: PressList) -> None:
    sheet = book.add_worksheet("Danh sách đôn đốc")
    _set_page(sheet)
    looks = {
        "agency": book.add_format({"font_name": FONT, "font_size": 12, "bold": True, "text_wrap": True}),
        "title": book.add_format({"font_name": FONT, "font_size": 14, "bold": True, "align": "center"}),
        "subject": book.add_format(
            {"font_name": FONT, "font_size": 13, "bold": True, "align": "center", "text_wrap": True}
        ),
        "days": book.add_format({"font_name": FONT, "font_size": 12, "italic": True, "align": "center"}),
        "words": book.add_format({"font_name": FONT, "font_size": 12, "text_wrap": True, "valign": "top"}),
    }
    last = len(HEADINGS) - 1
    agency = found.plan.issuing_agency or found.plan.superior_agency
    sheet.merge_range(0, 0, 0, 2, agency.upper(), looks["agency"])
    for row, (text, look) in enumerate(((found.title, "title"), (found.subject, "subject"), (found.days, "days")), 2):
        sheet.merge_range(row, 0, row, last, text, looks[look])
    foot = _write_table(book, sheet, found.lines)
    for row, text in enumerate((found.total, _CLOSING), foot + 1):
        sheet.merge_range(row, 0, row, last, text, looks["words"])
        sheet.set_row(row, LINE_POINTS * _lines(text, sum(WIDTHS)))


def _lines(text: str, width: int) -> int:
    """Return how many lines a text takes in so many signs: no reader of workbooks measures heights alike."""
    return sum(max(1, len(wrap(part, width))) for part in (text.splitlines() or [""]))


def _write_table(book: Any, sheet: Any, lines: Sequence[PressLine]) -> int:
    """Write headings and rows under the title, and return the row after them."""
    cell = {"font_name": FONT, "font_size": 12, "border": 1, "text_wrap": True, "valign": "vcenter"}
    head = book.add_format({**cell, "bold": True, "align": "center"})
    text, middle = book.add_format({**cell, "num_format": "@"}), book.add_format({**cell, "align": "center"})
    top = 6
    for column, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(top, column, heading, head)
    for number, line in enumerate(lines, 1):
        row = top + number
        sheet.write_number(row, 0, number, middle)
        sheet.write_string(row, 1, line.name, text)
        sheet.write_string(row, 2, line.situation, text)
        if line.days_late is None:
            sheet.write_string(row, 3, line.lateness, middle)
        else:
            sheet.write_number(row, 3, line.days_late, middle)
        sheet.write_string(row, 4, line.note, text)
        shown = ("", line.name, line.situation, line.lateness, line.note)
        height = max(_lines(each, width + 2) for each, width in zip(shown, WIDTHS, strict=True))
        sheet.set_row(row, LINE_POINTS * height + 2)
    sheet.set_row(top, LINE_POINTS * 2 + 2)
    sheet.repeat_rows(top)
    return top + len(lines) + 1


def _set_page(sheet: Any) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_portrait()
    sheet.set_margins(left=1.18, right=0.59, top=0.79, bottom=0.79)  # 30, 15, 20, 20 mm, as Decree 30/2020 asks
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.set_footer("&C&P/&N")
