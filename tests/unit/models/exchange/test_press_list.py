"""Who is pressed, in which words, and the list on paper."""

from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from models.errors import KnownError
from models.exchange.press_list import HEADINGS, PressList, press_list, write_press_list
from models.period import quarter
from models.plan import Plan
from models.submission import Standing, SubmissionState

PLAN = Plan("KH", 2023, "Kế hoạch", "H", issuing_agency="UBND huyện Nam Giang", number="12/KH-UBND")
DUE, ON = date(2023, 6, 20), date(2023, 6, 23)
DRAFT, SENT = SubmissionState.DRAFT, SubmissionState.SUBMITTED
RETURNED, ACCEPTED = SubmissionState.RETURNED, SubmissionState.ACCEPTED


def a_standing(
    unit: str, state: SubmissionState = DRAFT, *, late: int = 3, filled: int = 0, expected: int = 16, reason: str = ""
) -> Standing:
    is_locked = state.is_locked
    sent_on = date(2023, 6, 18) if state is not DRAFT else None
    return Standing(
        unit, state, sent_on if is_locked else None, DUE, late, bool(late) and not is_locked, filled, expected,
        sent_on, reason,
    )  # fmt: skip


def a_list(*standings: Standing, on: date = ON) -> PressList:
    return press_list(PLAN, quarter(2023, 2), DUE, on, standings, {each.unit: f"Xã {each.unit}" for each in standings})


def test_those_who_sent_or_have_nothing_to_send_are_not_pressed() -> None:
    found = a_list(a_standing("A", SENT), a_standing("B", ACCEPTED), a_standing("C", expected=0), a_standing("D"))
    assert [each.unit for each in found.lines] == ["D"]


def test_each_is_told_what_lacks() -> None:
    found = a_list(
        a_standing("A"), a_standing("B", filled=13), a_standing("C", RETURNED, filled=16, reason="Chưa khớp")
    )
    assert [each.situation for each in found.lines] == [
        "Chưa nhập số liệu, chưa gửi",
        "Đã nhập 13/16 ô, chưa gửi",
        "Gửi ngày 18/6/2023, bị trả lại, chưa gửi lại",
    ]
    assert [each.note for each in found.lines] == ["", "", "Chưa khớp"]
    assert found.total == "Tổng số 3 đơn vị, trong đó 3 đơn vị đã quá hạn, 1 đơn vị bị trả lại phiếu chưa gửi lại."


def test_nobody_is_late_before_the_due_date() -> None:
    found = a_list(a_standing("A", late=0), on=date(2023, 6, 16))
    assert [each.lateness for each in found.lines] == ["chưa đến hạn"]
    assert "0 đơn vị đã quá hạn" in found.total


def test_a_cell_of_the_text_holds_no_tab_and_no_line_end() -> None:
    found = a_list(a_standing("A", RETURNED, reason="Dòng một\nhai\tba <b>"))
    [row] = [line for line in found.text().splitlines() if line.startswith("1\t")]
    assert row.split("\t")[-1] == "Dòng một hai ba <b>"
    assert "&lt;b&gt;" in found.html()


def test_the_workbook_prints_on_one_a4_width_with_its_headings_on_every_page(tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    write_press_list(a_list(*(a_standing(f"{number}") for number in range(200))), out)
    with closing(openpyxl.load_workbook(out)) as book:
        sheet = book.worksheets[0]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        heading = rows.index(list(HEADINGS))
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToHeight) == (9, 0)
        properties = sheet.sheet_properties.pageSetUpPr
        assert properties is not None
        assert properties.fitToPage
        assert sheet.print_title_rows == f"${heading + 1}:${heading + 1}"
        assert rows[heading + 200][:4] == [200, "Xã 199", "Chưa nhập số liệu, chưa gửi", 3]
        assert rows[0][0] == "UBND HUYỆN NAM GIANG"
        assert "12/KH-UBND" in str(rows[3][0])


def test_what_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    write_press_list(a_list(a_standing("A", RETURNED, reason="=1+1")), out)
    with closing(openpyxl.load_workbook(out)) as book:
        [cell] = [cell for row in book.worksheets[0].iter_rows() for cell in row if cell.value == "=1+1"]
        assert cell.data_type == "s"


def test_a_list_that_cannot_be_written_leaves_the_old_one(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="danh sách"):
        write_press_list(a_list(a_standing("A")), tmp_path / "không có" / "a.xlsx")
    assert list(tmp_path.iterdir()) == []
