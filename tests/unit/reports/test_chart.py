"""The chart of gaps: its numbers in chart and workbook, and that it is told apart without colour."""

import io
from typing import Any

import pytest
from lxml import etree
from openpyxl import load_workbook

from models.progress import Figure
from reports.chart import Chart, GapChart
from reports.progress import progress_document
from reports.word.charts.picture import inline_xml, picture
from tests.unit.reports.builders import a_context, a_ratio, judged

C = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}

WIDTH = 200.0


def charts(**changes: Any) -> list[GapChart]:
    return [block for block in progress_document(a_context(**changes)).blocks if isinstance(block, GapChart)]


def the_chart(**changes: Any) -> GapChart:
    (chart,) = charts(**changes)
    return chart


def drawn(chart: Chart) -> Any:
    return etree.fromstring(picture(chart, WIDTH, "rId1").markup.encode())


def sheet_of(chart: Chart) -> list[tuple[Any, ...]]:
    (sheet,) = load_workbook(io.BytesIO(picture(chart, WIDTH, "rId1").workbook), data_only=True).worksheets
    return list(sheet.iter_rows(values_only=True))


def test_worst_gap_is_on_top() -> None:
    chart = the_chart()
    assert list(chart.values) == sorted(chart.values)
    assert chart.labels[0] == "−6,91"


def test_only_judged_rates_are_drawn() -> None:
    names = the_chart().names
    assert len(names) == 4
    assert not any("PAR INDEX" in name or "thanh toán" in name for name in names)


def test_values_below_and_above_are_two_series_over_the_same_names() -> None:
    chart = the_chart()
    series = drawn(chart).findall(".//c:ser", C)
    points = [{int(p.get("idx")): p.findtext("c:v", None, C) for p in s.findall("c:val//c:pt", C)} for s in series]
    assert points[0].keys() | points[1].keys() == set(range(len(chart.names)))
    assert all(text.startswith("-") for text in points[0].values())
    assert not any(text.startswith("-") for text in points[1].values())
    for each in series:
        assert [p.findtext("c:v", None, C) for p in each.findall("c:cat//c:pt", C)] == list(chart.names)


def test_it_is_legible_in_black_and_white() -> None:
    fills = drawn(the_chart()).findall(".//c:ser/c:spPr", C)
    assert [len(fill.findall("a:solidFill", C)) for fill in fills] == [1, 0]
    assert [len(fill.findall("a:pattFill", C)) for fill in fills] == [0, 1]
    for colour in drawn(the_chart()).iterfind(".//a:srgbClr", C):
        red, green, blue = (colour.get("val")[at : at + 2] for at in (0, 2, 4))
        assert red == green == blue


def test_words_tell_it_to_those_who_do_not_see_it() -> None:
    chart = the_chart()
    shown = inline_xml(chart, picture(chart, WIDTH, "rId1"), "rId7", 1)
    assert 'descr="Biểu đồ thanh. ' in shown
    assert "Hồ sơ trực tuyến một phần: −6,91" in shown


def test_the_workbook_holds_what_the_chart_shows() -> None:
    chart = the_chart()
    rows = sheet_of(chart)[1:]
    assert [row[0] for row in rows] == list(chart.names)
    kept = [row[1] if row[1] is not None else row[2] for row in rows]
    assert kept == pytest.approx([float(value) for value in chart.values])
    assert [row[3] for row in rows] == list(chart.labels)


def test_a_name_that_looks_like_a_formula_stays_text() -> None:
    figure = judged(a_ratio(short_name='=HYPERLINK("x")'), "1", "2")
    content = picture(the_chart(figures=[figure, figure]), WIDTH, "rId1").workbook
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    assert sheet["A2"].data_type == "s"


def test_long_names_break_in_two_lines_and_the_chart_grows_with_them() -> None:
    long, longest = "Tỷ lệ hồ sơ tiếp nhận trực tuyến toàn trình trên tổng số hồ sơ đủ điều kiện", "Tỷ lệ hồ sơ " * 20
    drawings = [the_chart(figures=[judged(a_ratio(short_name=n), "1", "2")] * 5) for n in ("Số hóa", long, longest)]
    shown = [drawn(chart).findtext(".//c:cat//c:pt/c:v", None, C).split("\n") for chart in drawings]
    assert [len(lines) for lines in shown] == [1, 2, 2]
    assert " ".join(shown[1]) == long
    assert shown[2][1].endswith("…")
    heights = [picture(chart, WIDTH, "rId1").height for chart in drawings]
    assert heights[0] < heights[1] == heights[2]


def test_many_indicators_are_drawn_in_several_charts() -> None:
    figures = [judged(a_ratio(f"T-{number}"), str(number), "100") for number in range(45)]
    found = charts(figures=figures)
    assert [len(chart.names) for chart in found] == [11, 11, 11, 12]
    scales = {
        (a.get("val"), b.get("val"))
        for c in found
        for a, b in [drawn(c).findall(".//c:valAx/c:scaling/*[@val]", C)[1:]]
    }
    assert len(scales) == 1


@pytest.mark.parametrize("figures", [[judged(a_ratio())], [judged(a_ratio(), "1", "2")]])
def test_nothing_to_compare_draws_nothing(figures: list[Figure]) -> None:
    assert charts(figures=figures) == []
