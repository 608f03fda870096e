"""How a unit's form looks to whoever fills it in: locks, what cells take, formulas with their results."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from models.exchange.importer import import_workbook
from models.exchange.unit_form.mark import EXPLANATION_SHEET, FORM_SHEET, GUIDE_SHEET, MARK_SHEET
from models.exchange.unit_form.writing import write_form
from models.onestop import Role, rule_codes
from models.period import Period, quarter, read_period
from models.plan import Actual, Explanation
from models.store.actuals import actual, record
from models.store.changes import Author
from models.store.database import Database, memory_database
from models.store.explanations import save_explanation
from models.store.groups import add_one_stop, groups
from models.store.plans import plan
from models.store.submissions import submit
from tests.unit_forms import FORM_SHEETS
from tests.workbooks import make_workbook

WHO = Author("Người nhập")
Q2 = read_period("2023-Q2")
Q1 = quarter(2023, 1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A file with a plan of all kinds; of the quarter before, a little is reported."""
    with closing(memory_database()) as made:
        import_workbook(made, make_workbook(tmp_path / "plan.xlsx", FORM_SHEETS), WHO)
        before = [
            Actual("TL", "X1", Q1, Decimal(98), Decimal(176)),
            Actual("TL.1", "X1", Q1, Decimal(1), Decimal(4)),
            Actual("HA", "X1", Q1, value=Decimal(50), out_of=63),
            Actual("DI", "X1", Q1, value=Decimal("12345678901.2345")),
        ]
        record(made, before, WHO)
        yield made


def _form(db: Database, path: Path, *values: Actual, of: Period = Q2) -> Path:
    record(db, values, WHO)
    write_form(db, plan(db, "KH23"), "X1", of, path)
    return path


WRONG = (
    Actual("TL", "X1", Q2, Decimal(1009), Decimal("8.5")),
    Actual("TL.1", "X1", Q2, Decimal(1010), None),
    Actual("SL", "X1", Q2, value=Decimal(1012)),
    Actual("DI", "X1", Q2, value=Decimal("100.5")),
)
RIGHT = (
    Actual("TL", "X1", Q2, Decimal(131), Decimal(216)),
    Actual("TL.1", "X1", Q2, Decimal(0), Decimal(0)),
    Actual("SL", "X1", Q2, value=Decimal(220)),
)
FULL = (
    *RIGHT,
    Actual("DI", "X1", Q2, value=Decimal("81.25")),
    Actual("HA", "X1", Q2, value=Decimal(5), out_of=6),
    Actual("XL", "X1", Q2, grade="Khá"),
    Actual("HT", "X1", Q2, value=Decimal(0), note="=Chưa"),
)


def _sheet(path: Path, title: str = FORM_SHEET, *, results: bool = False) -> Any:
    return load_workbook(path, data_only=results)[title]


def test_only_what_is_to_be_filled_in_is_unlocked(db: Database, tmp_path: Path) -> None:
    sheet = _sheet(_form(db, tmp_path / "phieu.xlsx"))
    unlocked = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    inputs = {f"E{row}" for row in (9, 10, 12, 13, 14, 16, 17, 18, 19)}
    assert inputs <= unlocked
    assert {each[0] for each in unlocked} == {"E", "G"}
    assert {each for each in unlocked if each[0] == "E"} == inputs
    assert sheet.protection.sheet
    assert not sheet.protection.password
    guarded = {
        f"{get_column_letter(column)}{row}"
        for each in sheet.data_validations.dataValidation
        for area in each.sqref.ranges
        for row, column in area.cells
    }
    assert guarded == inputs
    assert all(
        each.showErrorMessage and each.errorStyle in (None, "stop") for each in sheet.data_validations.dataValidation
    )


def test_grades_and_yes_no_are_chosen_from_lists(db: Database, tmp_path: Path) -> None:
    found = _sheet(_form(db, tmp_path / "phieu.xlsx")).data_validations.dataValidation
    lists = {str(each.sqref): each.formula1 for each in found if each.type == "list"}
    assert lists == {"E18": '"Tốt,Khá,Trung bình,xóa"', "E19": '"Có,Không,xóa"'}


def test_the_form_says_whose_it_is_and_of_when(db: Database, tmp_path: Path) -> None:
    sheet = _sheet(_form(db, tmp_path / "phieu.xlsx"))
    assert sheet["A1"].value == "PHIẾU BÁO CÁO quý II năm 2023 – xã Một"
    assert "X1" in sheet["A2"].value
    assert "KH23" in sheet["A2"].value
    assert sheet["A3"].value == "Số liệu từ 15/3/2023 đến 14/6/2023. Hạn gửi: 20/6/2023."
    assert [cell.value for cell in sheet[6]][:5] == [
        "Mã",
        "Chỉ tiêu",
        "Đơn vị tính",
        "Quý I năm 2023",
        "Quý II năm 2023",
    ]
    assert sheet["B9"].value == "Tử số: Trực tuyến"
    assert sheet["B13"].value == "Mẫu số: Tổng (tính đến cuối quý)"
    assert len([cell for cell in _sheet(tmp_path / "phieu.xlsx", GUIDE_SHEET)["B"] if cell.value]) >= 8


def test_the_last_quarter_stands_beside(db: Database, tmp_path: Path) -> None:
    sheet = _sheet(_form(db, tmp_path / "phieu.xlsx"))
    assert (sheet["D9"].value, sheet["D10"].value, sheet["D17"].value) == (98, 176, "50/63")
    assert sheet["D8"].value == pytest.approx(98 / 176)
    first = _sheet(_form(db, tmp_path / "quy-1.xlsx", of=Q1))
    assert [first["D6"].value, first["D9"].value, first["E9"].value] == ["Quý IV năm 2022", None, 98]


def test_the_form_prints_on_a4_with_its_headings_on_every_page(db: Database, tmp_path: Path) -> None:
    book = load_workbook(_form(db, tmp_path / "phieu.xlsx"))
    sheet = book[FORM_SHEET]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)  # None is 1
    assert sheet.print_title_rows == "$6:$6"
    assert sheet.freeze_panes == "A7"
    assert book[MARK_SHEET].sheet_state == "veryHidden"
    assert [each.title for each in book if each.sheet_state == "visible"] == [
        FORM_SHEET,
        EXPLANATION_SHEET,
        GUIDE_SHEET,
    ]


def test_formulas_carry_their_results(db: Database, tmp_path: Path) -> None:
    sheet = _sheet(_form(db, tmp_path / "phieu.xlsx", *WRONG), results=True)
    assert sheet["E8"].value == "xem lỗi"
    assert sheet["F8"].value == "Tử số lớn hơn mẫu số, lệch 1.000,5"
    assert sheet["F11"].value == "Còn thiếu mẫu số"
    assert sheet["F12"].value == "Lớn hơn của TL, lệch 1"
    assert sheet["F16"].value == "Lớn hơn thang điểm 100, lệch 0,5"
    assert sheet["F21"].value == "lệch 999,5"  # 1012 against 8,5 + 4
    assert sheet["A5"].value == "Còn trống 3 ô; cần xem lại 5 chỗ (cột Kiểm tra)."


def test_what_adds_up_is_not_told(db: Database, tmp_path: Path) -> None:
    sheet = _sheet(_form(db, tmp_path / "phieu.xlsx", *RIGHT), results=True)
    assert sheet["E8"].value == pytest.approx(131 / 216)
    assert sheet["E11"].value == "không phát sinh"
    assert [sheet[f"F{row}"].value or "" for row in range(8, 20)] == [""] * 12
    assert sheet["F21"].value == "khớp"
    assert sheet["A5"].value == "Còn trống 2 ô; cần xem lại 0 chỗ (cột Kiểm tra)."


def test_a_rule_waits_for_all_its_figures(db: Database, tmp_path: Path) -> None:
    assert _sheet(_form(db, tmp_path / "phieu.xlsx"), results=True)["F21"].value == "chưa đủ số"


def test_what_has_its_value_of_the_year_is_not_counted_as_empty(db: Database, tmp_path: Path) -> None:
    form = _form(db, tmp_path / "phieu.xlsx", Actual("XL", "X1", Period(2023), grade="Khá"))
    text = _sheet(form, results=True)["A5"].value
    assert text.startswith("Còn trống 6 ô")  # of nine: the grade is given for the year, score and rank in quarter I


def test_a_form_that_was_sent_says_that_it_is_locked(db: Database, tmp_path: Path) -> None:
    submit(db, plan(db, "KH23"), "X1", Q2, date(2023, 6, 18), WHO)
    assert "đã gửi ngày 18/6/2023 nên không sửa được" in _sheet(_form(db, tmp_path / "phieu.xlsx"))["A3"].value


def test_a_long_explanation_comes_back_and_no_row_is_higher_than_excel_has(db: Database, tmp_path: Path) -> None:
    said = Explanation("TL", "X1", read_period("2023-H1"), "Mưa lũ kéo dài. " * 400 + "Hết", "Dòng một\nDòng hai")
    save_explanation(db, said, WHO)
    form = _form(db, tmp_path / "phieu.xlsx")
    heights = [each.height for each in _sheet(form, EXPLANATION_SHEET).row_dimensions.values() if each.height]
    assert max(heights) <= 409
    assert not import_workbook(db, form, WHO).changes


def test_figures_of_the_sample_are_called_illustrative(db: Database, tmp_path: Path) -> None:
    illustrative = Actual("SL", "X1", Q2, value=Decimal(3), is_illustrative=True)
    assert "số liệu minh họa" in _sheet(_form(db, tmp_path / "phieu.xlsx", illustrative))["A3"].value


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("values", [WRONG, FULL], ids=["wrong", "right"])
def test_libreoffice_computes_the_same_and_what_it_saves_comes_back(
    db: Database, tmp_path: Path, values: tuple[Actual, ...]
) -> None:
    form = _form(db, tmp_path / "phieu.xlsx", *values)
    saved = _saved_by_libreoffice(form, tmp_path)
    ours, theirs = _sheet(form, results=True), _sheet(saved, results=True)
    for row in ours.iter_rows(min_row=8, max_row=21):
        for cell in row[:6]:
            found = theirs[cell.coordinate].value
            if isinstance(cell.value, float):
                assert found == pytest.approx(cell.value), cell.coordinate
            else:
                assert _told(found) == _told(cell.value), cell.coordinate
    with closing(memory_database()) as office:
        import_workbook(office, tmp_path / "plan.xlsx", WHO)
        import_workbook(office, saved, WHO)
        assert [actual(office, each.indicator, "X1", Q2) for each in values] == list(values)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_libreoffice_saved_untouched_puts_nothing_old_back(db: Database, tmp_path: Path) -> None:
    save_explanation(
        db, Explanation("TL", "X1", read_period("2023-H1"), "Dòng một\nDòng hai", due=date(2023, 9, 30)), WHO
    )
    record(db, [Actual("TL", "X1", Q2, Decimal("1234.5"), Decimal("12345678901.2345"), note="Do  mưa\nlũ")], WHO)
    saved = _saved_by_libreoffice(_form(db, tmp_path / "phieu.xlsx", *FULL[1:]), tmp_path)
    later = [
        Actual("TL", "X1", Q2, Decimal(7), Decimal(9), note="Khác"), Actual("TL.1", "X1", Q2, Decimal(1), Decimal(2)),
        Actual("SL", "X1", Q2), Actual("DI", "X1", Q2, value=Decimal(1)), Actual("HA", "X1", Q2, value=Decimal(6)),
        Actual("XL", "X1", Q2, grade="Tốt"), Actual("HT", "X1", Q2, value=Decimal(1)),
    ]  # fmt: skip
    record(db, later, WHO)
    save_explanation(db, Explanation("TL", "X1", read_period("2023-H1"), "Khác"), WHO)
    assert not import_workbook(db, saved, WHO).changes_anything
    assert [actual(db, each.indicator, "X1", Q2) or Actual(each.indicator, "X1", Q2) for each in later] == later


def _told(value: object) -> object:
    """An empty text is an empty cell; separators are those of the program's own language."""
    return (value or "") if not isinstance(value, str) else value.replace(".", "").replace(",", "")


def _saved_by_libreoffice(path: Path, folder: Path) -> Path:
    out = folder / "saved"
    words = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*words, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=300)
    return out / path.name


def _one_stop(db: Database, form: Path) -> Path:
    """Write a form with the one-stop table of one field: last quarter 7 were left open, now 5 are carried over."""
    add_one_stop(db, "KH23", ["Đất đai"], WHO)
    members = groups(db, "KH23")[0].members
    now = {Role.ONLINE: 10, Role.DIRECT: 20, Role.CARRIED: 5, Role.EARLY: 8, Role.ON_TIME: 9, Role.LATE: 1}
    then = {Role.IN_TIME: 4, Role.OVERDUE: 3}
    record(db, [Actual(members[role], "X1", Q2, value=Decimal(number)) for role, number in now.items()], WHO)
    record(db, [Actual(members[role], "X1", Q1, value=Decimal(number)) for role, number in then.items()], WHO)
    return _form(db, form)


def _totals(path: Path) -> dict[str, tuple[Any, Any]]:
    sheet = _sheet(path, results=True)
    rows = [row for row in sheet.iter_rows(min_row=7) if str(row[1].value).startswith("Tổng số")]
    return {row[1].value: (row[3].value or None, row[4].value or None) for row in rows}


def _by_code(path: Path, column: str) -> dict[str, Any]:
    sheet = _sheet(path, results=True)
    rows = [row for row in sheet.iter_rows(min_row=7) if row[0].value]
    return {str(row[0].value): sheet[f"{column}{row[0].row}"].value or None for row in rows}


def test_the_one_stop_tables_totals_are_computed_once_all_of_them_is_there(db: Database, tmp_path: Path) -> None:
    form = _one_stop(db, tmp_path / "phieu.xlsx")
    found = _totals(form)
    assert found["Tổng số hồ sơ nhận giải quyết – Đất đai (3) = (4) + (5) + (6)"] == (None, 35)
    assert found["Tổng số hồ sơ đã giải quyết – Đất đai (7) = (8) + (9) + (10)"] == (None, 18)
    assert found["Tổng số hồ sơ đang giải quyết – Đất đai (11) = (12) + (13)"] == (7, None)


def test_what_was_carried_over_is_held_against_the_last_quarter(db: Database, tmp_path: Path) -> None:
    outcome = _by_code(_one_stop(db, tmp_path / "phieu.xlsx"), "F")
    handled, carried = rule_codes(groups(db, "KH23")[0].code)
    assert (outcome[handled], outcome[carried]) == ("chưa đủ số", "lệch 2")


def test_the_lines_of_totals_come_back_and_are_not_typed(db: Database, tmp_path: Path) -> None:
    form = _one_stop(db, tmp_path / "phieu.xlsx")
    result = import_workbook(db, form, WHO)
    assert all((each.new, each.changed, each.removed) == (0, 0, 0) for each in result.counts)
    unlocked = [cell.row for cell in _sheet(form)["E"] if not cell.protection.locked]
    labels = _sheet(form)
    assert not [row for row in unlocked if str(labels[f"B{row}"].value).startswith("Tổng số")]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_adds_up_the_same(db: Database, tmp_path: Path) -> None:
    form = _one_stop(db, tmp_path / "phieu.xlsx")
    saved = _saved_by_libreoffice(form, tmp_path)
    assert _totals(saved) == _totals(form)
    assert _by_code(saved, "F") == _by_code(form, "F")
