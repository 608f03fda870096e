"""Units, what happened to them and what follows from it go through a workbook; bad lists are told in plain words."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

import pytest

from models.errors import KnownError
from models.exchange.importer import MOST_PROBLEMS, import_workbook
from models.exchange.workbook_writer import export_workbook
from models.period import periods_of
from models.progress import Figure
from models.store.database import Database, memory_database
from models.store.figures import progress, progress_by_unit
from models.store.unit_events import events
from models.store.units import unit_tree, units
from tests.unit.models.store.histories import AUTHOR, PLAN, a_history
from tests.workbooks import Sheets, make_workbook

TODAY = date(2025, 1, 1)
UNITS = [
    ["Mã", "Tên", "Mã cấp trên", "Từ ngày", "Đến ngày", "Kế thừa bởi"],
    ["T", "UBND tỉnh", "", "", "", ""],
    ["A", "Xã A", "T", "", "30/6/2025", "M"],
    ["B", "Xã B", "T", "", "30/6/2025", "M"],
    ["M", "Xã M", "T", "1/7/2025", "", ""],
    ["C", "Xã C", "T", "", "", ""],
]
EVENTS = ["Ngày", "Loại", "Từ", "Thành", "Căn cứ"]


@pytest.mark.parametrize("seed", range(10))
def test_whatever_happened_comes_back_from_a_workbook_with_the_same_figures(seed: int, tmp_path: Path) -> None:
    random = Random(7000 + seed)
    full, empty = a_history(random).stored(), memory_database()
    export_workbook(full, tmp_path / "1.xlsx")
    import_workbook(empty, tmp_path / "1.xlsx", AUTHOR)
    assert (units(empty), events(empty)) == (units(full), events(full))
    for period in random.sample(periods_of(PLAN.year), 2):
        for today in (None, TODAY):
            for unit in (None, "H1", "H2"):
                there, here = (told(progress(db, PLAN, period, TODAY, unit, today=today)) for db in (full, empty))
                assert here == there
            there, here = (told(progress_by_unit(db, PLAN, period, TODAY, today=today)) for db in (full, empty))
            assert here == there


def told(figures: Sequence[Figure]) -> list[object]:
    return [
        (
            each.indicator.code,
            each.unit,
            each.numerator,
            each.denominator,
            each.value,
            each.reported_units,
            each.is_estimated,
        )
        for each in figures
    ]


def changed(row: int, column: str, text: str) -> Sheets:
    rows = [list(each) for each in UNITS]
    rows[row][UNITS[0].index(column)] = text
    return {"Đơn vị": rows}


def with_event(*cells: str) -> Sheets:
    return {"Đơn vị": UNITS, "Sự kiện đơn vị": [EVENTS, list(cells)]}


def taken_in(tmp_path: Path, sheets: Sheets) -> tuple[Database, tuple[str, ...]]:
    db = memory_database()
    result = import_workbook(db, make_workbook(tmp_path / "units.xlsx", sheets), AUTHOR)
    return db, result.notes


def test_a_list_with_its_mergers_needs_no_events(tmp_path: Path) -> None:
    db, notes = taken_in(tmp_path, {"Đơn vị": UNITS})
    assert notes == ()
    assert unit_tree(db).predecessors("M") == ["A", "B"]


@pytest.mark.parametrize(
    "sheets, said",
    [
        (changed(2, "Kế thừa bởi", "X9"), "dòng 3, cột “Kế thừa bởi”: thấy “X9”; cần mã đơn vị đã có"),
        (changed(2, "Kế thừa bởi", "A"), "dòng 3, cột “Kế thừa bởi”: thấy “A”; cần đơn vị khác, không phải chính nó"),
        (changed(2, "Đến ngày", "31/6/2025"), "dòng 3, cột “Đến ngày”: thấy “31/6/2025”; cần ô kiểu ngày"),
        (changed(4, "Đến ngày", "30/6/2025"), "dòng 5, cột “Đến ngày”: thấy “30/6/2025”; cần ngày không trước Từ ngày"),
        (changed(1, "Mã cấp trên", "C"), "dòng 2, cột “Mã cấp trên”: thấy “C”; cần cấp trên không nằm dưới chính"),
        (with_event("", "sáp nhập", "A; B", "M", "NQ"), "dòng 2, cột “Ngày”: ô trống; cần có giá trị"),
        (with_event("1/7/2025", "nhập", "A; B", "M", "NQ"), "cột “Loại”: thấy “nhập”; cần một trong: sáp nhập"),
        (with_event("1/7/2025", "chuyển", "X9", "M", "NQ"), "cột “Từ”: thấy “X9”; cần mã đơn vị đã có"),
        (
            with_event("1/7/2025", "chuyển", "T", "C", "NQ"),
            "Từ 1/7/2025, đơn vị T và cấp trên của nó quản lý vòng tròn",
        ),
    ],
)
def test_a_list_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, sheets: Sheets, said: str) -> None:
    with pytest.raises(KnownError) as refused:
        taken_in(tmp_path, sheets)
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "sheets, said",
    [
        (changed(2, "Đến ngày", ""), "Xã A ghi được Xã M kế thừa nhưng chưa biết từ ngày nào"),
        (changed(4, "Từ ngày", "1/1/2026"), "Xã M kế thừa Xã A nhưng không tồn tại vào ngày 1/7/2025"),
        (changed(5, "Mã cấp trên", "A"), "Xã C còn đứng dưới Xã A, đã thôi sau ngày 30/6/2025"),
        (with_event("1/7/2025", "chuyển", "C", "", "NQ"), "Chuyển ngày 1/7/2025: chuyển cần ít nhất một đơn vị"),
        (with_event("1/7/2025", "sáp nhập", "A; B", "M", ""), "Sáp nhập ngày 1/7/2025: chưa ghi căn cứ."),
    ],
)
def test_what_does_not_fit_together_is_taken_in_and_told(tmp_path: Path, sheets: Sheets, said: str) -> None:
    _, notes = taken_in(tmp_path, sheets)
    assert any(each.startswith(said) for each in notes), notes


def test_only_what_is_new_is_told_and_not_without_end(tmp_path: Path) -> None:
    many = [["T", "UBND tỉnh", "", "", "1/1/2020", ""], *([f"X{n}", f"Xã {n}", "T", "", "", ""] for n in range(30))]
    db, notes = taken_in(tmp_path, {"Đơn vị": [UNITS[0], *many]})
    assert len(notes) == MOST_PROBLEMS + 1
    assert notes[-1] == "Còn 20 điều khác chưa khớp ở đơn vị và sự kiện; lệnh unit-events nêu đủ."
    again = make_workbook(tmp_path / "again.xlsx", {"Đơn vị": [UNITS[0], ["N", "Xã N", "T", "", "", ""]]})
    (only,) = import_workbook(db, again, AUTHOR).notes
    assert only.startswith("Xã N còn đứng dưới UBND tỉnh")
