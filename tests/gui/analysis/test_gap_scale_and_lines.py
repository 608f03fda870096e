"""What is drawn, before it is drawn: the scale of gaps, the lines of a trend, the figures of the sample by hand."""

from collections.abc import Callable
from fractions import Fraction

import pyqtgraph as pg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from models.measure import Kind
from ui.pages.analysis.asking import shares_unit_of_measure
from ui.pages.analysis.gaps.scale import GapBar, gap_bars, gap_scale
from ui.pages.analysis.page import AnalysisPage
from ui.pages.analysis.trend.lines import QUARTERS, Line, Stroke, reach, under_last_year

Settled = Callable[[], None]
values = st.one_of(st.none(), st.floats(-1e6, 1e6).filter(lambda value: value == 0 or abs(value) > 1e-3))


Pair = tuple[float | None, float | None]


def bar(value: float | None, near: float | None = None) -> GapBar:
    return GapBar(None, "", value, near)  # type: ignore[arg-type]


@given(st.lists(st.tuples(values, values), max_size=8))
def test_every_bar_stands_on_the_scale_with_the_target_inside_it(pairs: list[Pair]) -> None:
    bars = [bar(value, None if near is None else -abs(near)) for value, near in pairs]
    scale = gap_scale(bars)
    shown = [each for one in bars for each in (one.value, one.near) if each is not None]
    assert scale.low < 0 < scale.high
    assert all(scale.low <= value <= scale.high or value == pytest.approx(scale.low) for value in shown)
    assert 2 <= len(scale.ticks()) <= 10
    assert any(abs(tick) < scale.step / 2 for tick in scale.ticks())


def test_rates_stand_in_points_and_unlike_measures_as_shares(page: AnalysisPage) -> None:
    figures = [each.figure for each in page.gaps.model.rows]
    assert shares_unit_of_measure(figures)
    bars, is_share = gap_bars(figures, {})
    assert (bars[0].text, is_share) == ("−19,22", False)


def figure_of(page: AnalysisPage, code: str, unit: str | None = None) -> Fraction:
    if unit is None:
        return next(each.value for each in page._overall.now if each.indicator.code == code) or Fraction(0)
    place = page.heat.model.place(unit, code)
    assert place is not None
    cell = page.heat.model.cell(*place)
    assert cell is not None
    assert cell.value is not None
    return cell.value


ROWS = (
    "SELECT unit.code, period, numerator, denominator FROM actual JOIN indicator ON indicator.id = actual.indicator"
    " JOIN unit ON unit.id = actual.unit WHERE indicator.code = ? AND period IN (20231, 20232)"
    " AND (? IS NULL OR unit.code = ?) ORDER BY period"
)


def test_the_sample_s_figures_agree_with_sums_by_hand(page: AnalysisPage) -> None:
    for code, is_stock in (("TTHC-01", False), ("TTHC-02", True), ("CQS-02", True)):
        for unit in (None, "CADY", "LAEE"):
            rows = page.session.db.execute(ROWS, (code, unit, unit)).fetchall()
            if is_stock:  # the last a unit has reported stands
                rows = list({row[0]: row for row in rows}.values())
            part, whole = sum(row[2] for row in rows), sum(row[3] for row in rows)
            assert figure_of(page, code, unit) == Fraction(100 * part, whole), (code, unit)


def test_a_trend_has_this_year_last_year_target_forecast_and_what_is_needed(page: AnalysisPage) -> None:
    lines = {line.stroke: line for line in page.trend.lines}
    assert list(lines) == [Stroke.THIS_YEAR, Stroke.LAST_YEAR, Stroke.TARGET, Stroke.FORECAST, Stroke.NEEDED]
    assert lines[Stroke.THIS_YEAR].places == (1, 2)
    assert lines[Stroke.LAST_YEAR].label == "2022: 51,94%"
    assert lines[Stroke.TARGET].label == "mức ≥ 65%"
    assert lines[Stroke.NEEDED].label == "muốn đạt: 71,36% số hồ sơ còn lại"
    assert lines[Stroke.NEEDED].end == (QUARTERS, 65)
    assert page.trend.hint.text() == "Toàn bộ · dự báo: như cùng kỳ năm trước, cộng mức hơn kém của năm nay"


def test_a_quarter_without_a_report_is_a_gap_and_one_point_is_no_trend(page: AnalysisPage, settled: Settled) -> None:
    # GIVEN nobody has reported the first quarter
    page.session.db.execute("DELETE FROM actual WHERE period = 20231")
    # WHEN the page reads again
    page._reread()
    settled()
    # THEN the line has a gap there, nothing is foreseen, and it is said
    first = page.trend.lines[0]
    assert first.values[0] is None
    assert first.values[1] is not None
    assert Stroke.FORECAST not in {line.stroke for line in page.trend.lines}
    assert page.trend.hint.text().endswith("chưa đủ dữ liệu")


def test_the_plot_draws_what_the_lines_say_and_does_not_move_under_the_mouse(page: AnalysisPage) -> None:
    plot = page.trend.plot
    assert plot is not None
    curves = [item for item in plot.getPlotItem().items if isinstance(item, pg.PlotCurveItem)]
    assert len(curves) == len(page.trend.lines)
    assert plot.getPlotItem().getViewBox().state["mouseEnabled"] == [False, False]
    assert plot.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert "58,09%" in plot.accessibleDescription()
    assert "mức ≥ 65%" in plot.accessibleDescription()


def test_labels_at_the_right_end_do_not_lie_on_one_another(page: AnalysisPage) -> None:
    plot = page.trend.plot
    assert plot is not None
    close = [Line(Stroke.TARGET, (1, 4), (50.0, 50.0), "một"), Line(Stroke.LAST_YEAR, (1, 4), (10.0, 50.1), "hai")]
    plot.show_lines(close, is_ratio=True, is_less_better=False)
    box = plot.getPlotItem().getViewBox()
    tops = sorted(box.mapFromView(item.pos()).y() for item, _ in plot._labels)
    assert tops[1] - tops[0] > 10


@pytest.mark.parametrize("is_less_better, under", [(False, {2}), (True, {1})])
def test_what_last_years_line_would_cross_is_said_below_the_point(is_less_better: bool, under: set[int]) -> None:
    this_year = Line(Stroke.THIS_YEAR, (1, 2, 3, 4), (50.0, 40.0, None, 30.0), "")
    last_year = Line(Stroke.LAST_YEAR, (1, 2, 3), (45.0, 41.0, 60.0), "")
    assert under_last_year([this_year, last_year], is_less_better=is_less_better) == under
    assert not under_last_year([this_year], is_less_better=is_less_better)


def test_one_value_alone_has_room_above_and_below() -> None:
    assert reach([Line(Stroke.THIS_YEAR, (1,), (50.0,), "")], is_ratio=True) == (49.0, 51.0)
    assert reach([Line(Stroke.THIS_YEAR, (1,), (0.0,), "")], is_ratio=False) == (-1.0, 1.0)
    assert reach([], is_ratio=True) == (0.0, 100.0)


def test_kinds_that_have_no_rate_are_shown_too(page: AnalysisPage, settled: Settled) -> None:
    counted = next((each.indicator.code for each in page._overall.now if each.indicator.kind is not Kind.RATIO), None)
    assert counted is not None
    page.reveal(counted)
    settled()
    assert page.trend.title.text() == f"Xu hướng lũy kế {counted}"
