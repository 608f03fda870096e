"""Annexes: every indicator and every unit has its line, and sums agree."""

from dataclasses import replace

import pytest

from models.plan import Explanation
from models.progress import Coverage
from models.unit import Unit
from reports import annexes
from reports.document import NBSP, Cell, Row, Table, cell_text, plain_text
from tests.unit.reports.builders import H1, a_context, a_ratio, judged, sample_figures, with_units


def texts(row: Row) -> list[str]:
    return [plain_text(cell_text(each)).replace(NBSP, " ") for each in row]


def test_indicators_stand_under_their_areas_with_parts_numbered_below() -> None:
    rows = [texts(row) for row in annexes.indicator_table(a_context()).rows]
    assert [row[0] for row in rows if len(row) == 1] == [
        "Cải cách thủ tục hành chính",
        "Chính quyền số",
        "Chỉ đạo, điều hành",
    ]
    assert [row[0] for row in rows if len(row) > 1] == ["1", "2", "3", "3.1", "4", "5", "6"]


def test_a_line_says_target_parts_value_gap_state_and_remarks() -> None:
    rows = [texts(row) for row in annexes.indicator_table(a_context()).rows]
    assert rows[2][2:] == [
        "≥ 60%", "6.030", "10.413", "57,91%", "−2,09", "Gần đạt", "Tạm tính 2/3; số liệu quý II",
    ]  # fmt: skip
    assert rows[6][2:] == ["≥ 60%", "215", "206", "–", "–", "Cần kiểm tra", "Tạm tính"]
    assert rows[8][-1] == "Công bố tháng 4/2024"


def test_a_plan_without_indicators_has_a_table_that_says_so() -> None:
    (row,) = annexes.indicator_table(a_context([])).rows
    assert texts(row) == ["Kế hoạch chưa có chỉ tiêu."]


def test_states_of_a_unit_add_up_to_its_indicators() -> None:
    table = annexes.unit_table(a_context())
    for row in table.rows:
        counts = [int(text) for text in texts(row)[-8:]]
        assert counts[0] == sum(counts[2:])
    *units, total = [texts(row) for row in table.rows]
    assert [row[1] for row in units] == ["Phòng chuyên môn", "Xã Cà Dy", "Xã Zuôih"]
    assert total[1:3] == ["3", "2"]
    assert units[2][2:] == ["1", "0", "0", "0", "0", "0", "0", "1"]


def test_rates_by_unit_are_split_into_tables_that_fit() -> None:
    indicators = [a_ratio(f"T-{number}") for number in range(20)]
    by_unit = [judged(each, "1", "2", unit=unit) for each in indicators for unit in ("PCM", "CADY")]
    context = a_context([judged(each, "2", "4") for each in indicators], by_unit)
    tables = list(annexes.rate_tables(context))
    assert [len(table.columns) - 2 for table in tables] == [8, 8, 4]
    assert all(table.width <= 247.01 for table in tables)
    assert all(len(table.rows) == 3 for table in tables)


def test_a_long_heading_gets_the_room_that_short_ones_do_not_need() -> None:
    short, long = a_ratio("T-1", short_name="Đúng hạn"), a_ratio("T-2", short_name="Tỷ lệ hồ sơ " * 6)
    figures = [judged(each, "2", "4") for each in (short, long, *(replace(short, code=f"T-{n}") for n in range(3, 9)))]
    (table,) = annexes.rate_tables(a_context(figures, [judged(short, "1", "2", unit="PCM")]))
    widths = [column.width for column in table.columns[2:]]
    assert widths[0] == min(widths) >= 21
    assert widths[1] == max(widths) > 35
    assert sum(column.width for column in table.columns) <= 247.01


def test_marks_of_rates() -> None:
    ratio = a_ratio()
    by_unit = [
        judged(ratio, "50", "100", unit="PCM"),
        judged(ratio, "63", "100", unit="CADY", coverage=Coverage(0, 1)),
        judged(ratio, "7", "6", unit="ZUOIH"),
        judged(ratio, "0", "0", unit="X1"),
        judged(ratio, unit="X2"),
    ]
    tree = with_units(Unit("X1", "Xã 1"), Unit("X2", "Xã 2"))
    context = replace(a_context([judged(ratio, "113", "206")], by_unit), tree=tree)
    (table,) = annexes.rate_tables(context)
    assert isinstance(table, Table)
    assert [texts(row)[-1] for row in table.rows] == ["50,00%", "63,00%*", "KT", "KPS", "–", "54,85%"]
    cells = [row[-1] for row in table.rows]
    assert [isinstance(cell, Cell) and (cell.bold, cell.italic) for cell in cells[:2]] == [(True, False), (False, True)]


def test_what_units_say_is_listed_without_the_offices_own_words() -> None:
    rows = [texts(row) for row in annexes.explanation_table(a_context()).rows]
    assert [row[1] for row in rows] == ["Xã Cà Dy"]
    assert rows[0][3:] == ["Chưa có tài khoản", "Tổ công nghệ số", "Chủ tịch UBND xã", "–"]
    assert all(each.period == H1 for each in annexes.unit_explanations(a_context()))


@pytest.mark.parametrize("cause, remedy", [("a", "b" * 500), ("a" * 500, "b"), ("a" * 50, "b" * 50)])
def test_causes_and_remedies_share_their_room_as_they_need_it(cause: str, remedy: str) -> None:
    table = annexes.explanation_table(a_context(explanations=(Explanation("TTHC-01", "CADY", H1, cause, remedy),)))
    widths = {column.title: column.width for column in table.columns}
    assert table.width <= 247.01
    assert min(widths["Nguyên nhân"], widths["Giải pháp"]) > 30
    assert (widths["Nguyên nhân"] > widths["Giải pháp"]) == (len(cause) > len(remedy))


def test_every_number_of_a_table_knows_its_source() -> None:
    for row in annexes.indicator_table(a_context()).rows:
        for cell in row:
            if isinstance(cell, Cell) and any(letter.isdigit() for letter in cell.text):
                assert cell.source is not None
    assert len(sample_figures()) == 7
