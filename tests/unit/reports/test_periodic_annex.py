"""The statistical annex: the last quarter, the year so far and last year, line by line, exactly as the figures are."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.number import format_number, format_rate
from models.period import read_period
from models.progress import Coverage, Figure
from reports.document import NBSP, Cell, Measure, Source, Table, cell_text, plain_text
from reports.periodic import KIND, periodic_document
from reports.periodic_annex import annexes, statistics_table
from reports.periodic_context import PeriodicContext
from tests.unit.reports.builders import a_ratio, judged, sample_figures
from tests.unit.reports.every_kind import CASES, Case, made
from tests.unit.reports.periodic_builders import H1_2022, TASKS, a_count, a_periodic, then, with_one_stop

LANDSCAPE = 247
counts = st.integers(min_value=1, max_value=10**6)


def rows(context: PeriodicContext) -> list[list[str]]:
    """The table's cells as they are read, without no-break spaces."""
    return [[plain_text(cell_text(each)).replace(NBSP, " ") for each in row] for row in statistics_table(context).rows]


def titles(table: Table) -> list[str]:
    return [column.title.replace(NBSP, " ") for column in table.columns]


def a_ratio_with_parts(**changes: Any) -> Figure:
    named = a_ratio(numerator="Hồ sơ trực tuyến", denominator="Tổng số hồ sơ", **changes)
    return judged(named, "30", "40", coverage=Coverage(1, 2))


@pytest.mark.parametrize(
    "period, has_before, expected",
    [
        ("2023-Q1", False, ["Kỳ báo cáo (quý I)"]),
        ("2023-H1", False, ["Kỳ báo cáo (quý II)", "Lũy kế từ đầu năm (6 tháng)"]),
        ("2023-9M", True, ["Kỳ báo cáo (quý III)", "Lũy kế từ đầu năm (9 tháng)", "Cùng kỳ năm 2022 (9 tháng)"]),
        ("2023-Q3", True, ["Kỳ báo cáo (quý III)", "Lũy kế từ đầu năm (9 tháng)", "Cùng kỳ năm 2022 (quý III)"]),
        ("2023", True, ["Kỳ báo cáo (quý IV)", "Lũy kế từ đầu năm (cả năm)", "Cùng kỳ năm 2022 (cả năm)"]),
    ],
)
def test_columns_follow_the_period(period: str, has_before: bool, expected: list[str]) -> None:
    before = {"TTHC-01": then(40)} if has_before else {}
    context = replace(a_periodic([a_ratio_with_parts()], []), period=read_period(period), before=before)
    table = statistics_table(context)
    assert titles(table) == ["TT", "Nội dung thống kê", "Đơn vị tính", *expected, "Ghi chú"]
    assert table.width == LANDSCAPE


def test_a_rate_has_its_two_counts_below_it() -> None:
    quarter = judged(a_ratio(), "10", "15")
    was = then(Fraction(60), numerator=Decimal(12), denominator=Decimal(20))
    context = a_periodic([a_ratio_with_parts()], [], quarter=[quarter], tasks=(), before={"TTHC-01": was})
    assert rows(context) == [
        ["1. Cải cách thủ tục hành chính"],
        ["1.1", "Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần", "%",
         "66,67%", "75,00%*", "60,00%", "Tạm tính 1/2"],
        ["", "- Hồ sơ trực tuyến", "hồ sơ", "10", "30", "12", ""],
        ["", "- Tổng số hồ sơ", "hồ sơ", "15", "40", "20", ""],
    ]  # fmt: skip


def test_what_is_not_there_is_a_dash_and_never_zero() -> None:
    ratio = judged(a_ratio(measured_in="%"))
    context = a_periodic([ratio, a_count("SL", None)], [], tasks=(), before={"SL": then(7)})
    found = rows(context)
    assert found[1][2:6] == ["%", "–", "–", "–"]
    assert [row[1:6] for row in found[2:4]] == [["- Tử số", "", "–", "–", "–"], ["- Mẫu số", "", "–", "–", "–"]]
    assert found[-1][1:6] == ["Số việc SL", "việc", "–", "–", "7"]


def test_last_years_count_is_shown_only_where_all_had_reported() -> None:
    figures = [a_count("A", "5"), judged(a_ratio("B", area="Chính quyền số"), "1", "2")]
    before = {"A": then(3, is_complete=False), "B": then(50, is_complete=False)}
    found = rows(a_periodic(figures, [], tasks=(), before=before))
    assert (found[1][5], found[2][5]) == ("–", "50,00%*")


def test_tasks_are_counted_for_the_quarter_and_so_far() -> None:
    found = rows(a_periodic([], [], tasks=TASKS))
    assert found == [
        ["1. Công tác chỉ đạo, điều hành"],
        ["1.1", "Nhiệm vụ của kế hoạch", "nhiệm vụ", "–", "4", ""],
        ["", "- Đã hoàn thành", "nhiệm vụ", "1", "2", ""],
        ["", "- Quá hạn chưa hoàn thành", "nhiệm vụ", "–", "1", ""],
        ["", "- Tỷ lệ hoàn thành", "%", "–", "50,00%", ""],
    ]


def test_areas_stand_in_their_order_and_the_plans_own_last() -> None:
    areas = ("Đầu tư", "Chính quyền số", "Cải cách thể chế", "Chỉ đạo, điều hành", "")
    figures = [a_count(f"C{n}", "1", area) for n, area in enumerate(areas)]
    found = [row[0] for row in rows(a_periodic(figures, [], tasks=())) if len(row) == 1]
    assert found == [
        "1. Công tác chỉ đạo, điều hành",
        "2. Cải cách thể chế",
        "3. Xây dựng và phát triển chính quyền điện tử, chính quyền số",
        "4. Đầu tư",
        "5. Nội dung khác",
    ]


def test_the_one_stop_table_is_summed_with_its_rate() -> None:
    fields = (("Đất đai", (6, 4, 2, 5, 3, 1, 2, 1)), ("Hộ tịch", (1, 0, 0, 1, 0, 0, 0, None)))
    context = with_one_stop(a_periodic([], [], tasks=()), *fields)
    columns = (4, 5, 6, 8, 9, 10, 12, 13)
    was = {f"{code}-{n:02}": then(n) for code in ("MC1", "MC2") for n in columns} | {
        "MC2-12": then(1, is_complete=False)
    }
    found = rows(replace(context, before=was))
    assert [row[0] for row in found[1:]] == [*("1.1", "", "", ""), *("1.2", "", "", ""), *("1.3", "", ""), "1.4"]
    assert [row[3:6] for row in found[1:]] == [
        ["13", "13", "30"], ["7", "7", "8"], ["4", "4", "10"], ["2", "2", "12"],
        ["10", "10", "54"], ["6", "6", "16"], ["3", "3", "18"], ["1", "1", "20"],
        ["3*", "3*", "–"], ["2", "2", "–"], ["1*", "1*", "26"],
        ["90,00%", "90,00%", "62,96%"],
    ]  # fmt: skip


def test_last_years_one_stop_table_is_left_out_where_a_field_of_it_is_missing() -> None:
    context = with_one_stop(a_periodic([], [], tasks=()), ("Đất đai", (1,) * 8), ("Hộ tịch", (1,) * 8))
    found = rows(replace(context, before={"MC1-04": then(7)}))
    assert {row[5] for row in found[1:]} == {"–"}


def test_a_one_stop_table_that_nobody_filled_in_has_no_lines() -> None:
    context = with_one_stop(a_periodic([], [], tasks=()), ("", (None,) * 8))
    assert rows(context) == []


@given(counts, counts, counts, counts, st.sampled_from(["2023-Q1", "2023-H1", "2023"]))
def test_every_number_of_the_table_is_the_figures_number(a: int, b: int, c: int, d: int, period: str) -> None:
    now = judged(a_ratio(), str(min(a, b)), str(max(a, b)), period=read_period(period))
    was = then(100 * Fraction(min(c, d), max(c, d)), numerator=Decimal(min(c, d)), denominator=Decimal(max(c, d)))
    context = replace(a_periodic([now], [], tasks=(), before={"TTHC-01": was}), period=read_period(period))
    shown = {
        cell.source: cell.text
        for row in statistics_table(context).rows
        for cell in row
        if isinstance(cell, Cell) and cell.source
    }
    so_far = context.so_far["TTHC-01"].period.code
    assert shown[Source(Measure.NUMERATOR, "TTHC-01", None, so_far)] == format_number(min(a, b))
    assert shown[Source(Measure.DENOMINATOR, "TTHC-01", None, so_far)] == format_number(max(a, b))
    assert shown[Source(Measure.BEFORE, "TTHC-01", None, H1_2022.code)] == format_rate(was.value or Fraction(0))
    assert shown[Source(Measure.BEFORE, "TTHC-01", None, H1_2022.code, "numerator")] == format_number(min(c, d))


@pytest.mark.parametrize("case", [each for each in CASES if each.kind == KIND.code], ids=str)
def test_every_indicator_of_the_plan_has_its_line(case: Case) -> None:
    document = made(case).document
    tables = [block for block in document.blocks if isinstance(block, Table)]
    in_tables = [
        {cell.source.indicator for row in table.rows for cell in row if isinstance(cell, Cell) and cell.source}
        for table in tables
    ]
    if len(tables) > 1:
        statistics, results = in_tables[:2]
        assert results - {""} <= statistics


def test_annexes_with_nothing_in_them_are_left_out() -> None:
    assert list(annexes(a_periodic([], [], tasks=(), explanations=()))) == []
    names = [title[0] for title, _ in annexes(a_periodic(sample_figures()))]
    assert names == [
        "Thống kê số liệu công tác cải cách hành chính",
        "Kết quả thực hiện các chỉ tiêu",
        "Tình hình thực hiện các chỉ tiêu theo đơn vị",
        "Giải trình của các đơn vị",
    ]
    document = periodic_document(a_periodic([], [], tasks=(), explanations=()))
    assert len(document.sections) == 1
