"""Charts made from figures: how many stand where, how the worst went; and how Word draws them."""

import io
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from models.measure import Operator, Target
from models.period import Period, read_period
from models.progress import Figure, State
from reports.chart import Chart, CountChart, LineLook, TrendChart
from reports.chart_makers import count_chart, trend_chart, trend_quarters, worth_a_trend
from reports.figure_words import STATE_WORDS
from reports.results_annex import results_annex
from reports.word.charts.picture import picture
from tests.unit.reports.builders import H1, a_context, a_point, a_ratio, an_index, judged, sample_figures, sample_points

C = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
BEHIND = judged(a_ratio(), "2521", "4340")


def drawn(chart: Chart) -> Any:
    return etree.fromstring(picture(chart, 200.0, "rId1").markup.encode())


def sheet_of(chart: Chart) -> list[tuple[Any, ...]]:
    (sheet,) = load_workbook(io.BytesIO(picture(chart, 200.0, "rId1").workbook), data_only=True).worksheets
    return list(sheet.iter_rows(values_only=True))


def the_trend(**changes: Any) -> TrendChart:
    chart = trend_chart(replace(BEHIND, **changes), sample_points(), "Kết quả từng quý")
    assert chart is not None
    return chart


def the_counts() -> CountChart:
    figures = sample_figures()
    return count_chart([("Tất cả", figures), ("Chỉ đạo, điều hành", figures[-2:])], "Số chỉ tiêu")


def texts(element: Any, path: str) -> list[str]:
    return [each.text for each in element.iterfind(path, C)]


def test_every_figure_is_counted_once_in_its_state() -> None:
    chart = the_counts()
    counted = dict(zip(chart.states, chart.counts[0], strict=True))
    assert sum(chart.counts[0]) == len(sample_figures())
    assert (counted["Chưa đạt"], counted["Gần đạt"], counted["Chưa đến kỳ"]) == (1, 1, 2)
    assert set(chart.states) == {STATE_WORDS[state] for state in State}


def test_a_state_that_nothing_stands_in_is_not_drawn() -> None:
    names = texts(drawn(the_counts()), ".//c:ser/c:tx//c:v")
    assert "Chưa có số liệu" not in names
    assert names == list(the_counts().rows[0][1:])


def test_counts_stand_in_chart_and_workbook_and_zeros_in_neither() -> None:
    chart = the_counts()
    root = drawn(chart)
    assert sheet_of(chart)[1:] == [("Tất cả", 2, 1, 1, 1, 2), ("Chỉ đạo, điều hành", None, None, None, None, 2)]
    assert [len(each.findall("c:val//c:pt", C)) for each in root.iterfind(".//c:ser", C)] == [1, 1, 1, 1, 2]
    assert {each.get("val") for each in root.iterfind(".//c:dLbls/c:showVal", C)} == {"1"}


def test_states_are_told_apart_without_colour() -> None:
    figures = [replace(BEHIND, state=state) for state in State]
    fills = [
        etree.tostring(each) for each in drawn(count_chart([("Tất cả", figures)], "")).iterfind(".//c:ser/c:spPr", C)
    ]
    assert len(set(fills)) == len(State)


def test_a_state_keeps_its_pattern_in_every_chart() -> None:
    def fill(*states: State) -> bytes:
        chart = count_chart([("Tất cả", [replace(BEHIND, state=state) for state in states])], "")
        return etree.tostring(drawn(chart).findall(".//c:ser/c:spPr", C)[-1])

    assert fill(State.MET, State.MISSED) == fill(State.MISSED)


def test_words_tell_the_counts_to_those_who_do_not_see_them() -> None:
    assert "Tất cả: 2 đạt, 1 gần đạt, 1 chưa đạt, 1 cần kiểm tra, 2 chưa đến kỳ; " in the_counts().description


def test_a_trend_has_this_year_last_year_and_the_target() -> None:
    this_year, last_year, target = the_trend().lines
    assert (this_year.name, this_year.labels) == ("Năm 2023", ("57,00%", "59,00%", "", ""))
    assert (last_year.name, last_year.labels) == ("Năm 2022", ("47,00%", "51,00%", "", "55,00%"))
    assert (target.look, set(target.values)) == (LineLook.TARGET, {Fraction(65)})
    assert target.name.replace("\xa0", " ") == "Mức đề ra: ≥ 65%"


def test_what_was_not_reported_is_a_gap_and_not_zero() -> None:
    root = drawn(the_trend())
    last_year = root.findall(".//c:ser", C)[1]
    assert [each.get("idx") for each in last_year.findall("c:val//c:pt", C)] == ["0", "1", "3"]
    assert [each.get("val") for each in last_year.findall("c:dLbls/c:dLbl/c:idx", C)] == ["0", "1", "3"]
    assert root.find(".//c:dispBlanksAs", C).get("val") == "gap"
    assert sheet_of(the_trend())[3][1:3] == (None, None)


def test_lines_are_told_apart_without_colour() -> None:
    root = drawn(the_trend())
    dashes = [each.get("val") for each in root.iterfind(".//c:ser/c:spPr//a:prstDash", C)]
    marks = [each.get("val") for each in root.iterfind(".//c:ser/c:marker/c:symbol", C)]
    assert len(set(dashes)) == len(set(marks)) == 3
    assert {each.get("val") for each in root.iterfind(".//c:ser//a:srgbClr", C)} <= {"000000", "FFFFFF"}


def test_labels_stand_on_the_outer_side_of_two_lines() -> None:
    this_year, last_year, _ = drawn(the_trend()).findall(".//c:ser", C)
    assert {each.get("val") for each in this_year.findall("c:dLbls/c:dLbl/c:dLblPos", C)} == {"t"}
    assert [each.get("val") for each in last_year.findall("c:dLbls/c:dLbl/c:dLblPos", C)] == ["b", "b", "t"]


def test_the_workbook_of_a_trend_holds_what_it_shows() -> None:
    head, first, *_ = sheet_of(the_trend())
    assert [name.replace("\xa0", " ") for name in head[:4]] == ["Kỳ", "Năm 2023", "Năm 2022", "Mức đề ra: ≥ 65%"]
    assert first == ("Quý I", 57, 47, 65, "57,00%", "47,00%")


def test_a_part_above_its_whole_is_not_drawn() -> None:
    points = [*sample_points()[:5], a_point(H1.quarters[1], 120)]
    chart = trend_chart(BEHIND, points, "")
    assert chart is not None
    assert chart.lines[0].labels == ("57,00%", "", "", "")


def test_a_range_has_two_lines() -> None:
    indicator = a_ratio(target=Target(Operator.RANGE, Decimal(60), Decimal(70)))
    chart = trend_chart(judged(indicator, "5", "10"), sample_points(), "")
    assert chart is not None
    assert [line.values[0] for line in chart.lines[2:]] == [60, 70]


@pytest.mark.parametrize("points", [(), sample_points()[:1], [a_point(each, None) for each in H1.quarters]])
def test_fewer_than_two_quarters_are_no_trend(points: Any) -> None:
    assert trend_chart(BEHIND, points, "") is None


def test_only_the_worst_that_are_reported_by_the_quarter_get_a_trend() -> None:
    missed = [judged(a_ratio(f"T-{number}"), str(number), "100") for number in (40, 10, 30)]
    met, index = judged(a_ratio("M"), "90", "100"), judged(an_index("CS", "PAR INDEX"), "50")
    found = worth_a_trend([met, index, *missed])
    assert [each.indicator.code for each in found] == ["T-10", "T-30"]


def test_quarters_after_the_period_are_not_asked_for() -> None:
    assert [each.code for each in trend_quarters(read_period("2023-Q2"))][-3:] == ["2022-Q4", "2023-Q1", "2023-Q2"]
    assert len(trend_quarters(Period(2023))) == 8


@given(st.lists(st.fractions(0, 10**7), min_size=1, max_size=4))
def test_the_axis_holds_every_value_with_room_and_in_few_whole_steps(values: list[Fraction]) -> None:
    quarters = Period(2023).quarters
    points = [replace(a_point(each, 1), value=value) for each, value in zip(quarters, values, strict=False)]
    before = [a_point(each, 50) for each in Period(2022).quarters]
    chart = trend_chart(BEHIND, [*points, *before], "")
    assert chart is not None
    axis = drawn(chart).find(".//c:valAx", C)
    least, most = (int(axis.find(f"c:scaling/c:{end}", C).get("val")) for end in ("min", "max"))
    step = int(axis.find("c:majorUnit", C).get("val"))
    assert all(least <= value <= most for value in [*values, Fraction(50), Fraction(65)])
    assert least >= 0
    assert (most - least) % step == 0
    assert (most - least) / step <= 8


@pytest.mark.parametrize("figures", [[], [BEHIND], [BEHIND, BEHIND]])
def test_one_state_alone_is_no_picture(figures: list[Figure]) -> None:
    assert not any(isinstance(block, CountChart) for block in results_annex(a_context(figures)))


def test_areas_have_bars_of_their_own_where_they_are_few() -> None:
    few, *_ = (block for block in results_annex(a_context()) if isinstance(block, CountChart))
    areas = ["Cải cách thủ tục hành chính", "Chính quyền số", "Chỉ đạo, điều hành"]
    assert list(few.names) == ["Tất cả chỉ tiêu", *areas]
    figures = [judged(a_ratio(f"T-{n}", area=f"Lĩnh vực {n}"), str(n * 10), "100") for n in range(9)]
    many, *_ = (block for block in results_annex(a_context(figures)) if isinstance(block, CountChart))
    assert many.names == ("Tất cả chỉ tiêu",)


def test_rows_tell_every_chart_in_words() -> None:
    assert the_trend().rows[0] == ("", "Quý I", "Quý II", "Quý III", "Quý IV")
    assert the_trend().rows[1] == ("Năm 2023", "57,00%", "59,00%", "", "")
    assert the_counts().rows[1][0] == "Tất cả"
