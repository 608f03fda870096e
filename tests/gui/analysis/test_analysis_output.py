"""Out of the program: pictures in print size, tables, workbooks of real numbers, one page A4 across."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from threading import Event

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.period import Period, Span
from tests.gui.previews import laid_out
from ui.frame.main_window import MainWindow
from ui.pages.analysis.heat import reading
from ui.pages.analysis.heat.drawing import paint_heat
from ui.pages.analysis.output import LEAST_PICTURE_UNITS, PICTURE_DOTS
from ui.pages.analysis.page import AnalysisPage
from ui.pages.analysis.panel import Way
from ui.pages.analysis.panel_page import panel_printed
from ui.printing.leaf import page_image
from ui.printing.output import write_pdf
from ui.tasks import Job
from ui.theme import PaperTheme, use_theme
from ui.widgets.progress_band import ProgressBand

Settled = Callable[[], None]


def colours(image: QImage) -> set[str]:
    """Return the colours at every third dot: enough to see a bar, a line, a letter."""
    places = ((x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))
    return {image.pixelColor(*place).name() for place in places}


def differing(one: QImage, other: QImage) -> float:
    """Return which share of the dots is much lighter or darker in one of two pictures."""
    places = [(x, y) for y in range(0, one.height(), 3) for x in range(0, one.width(), 3)]
    apart = (abs(one.pixelColor(*at).lightness() - other.pixelColor(*at).lightness()) > 60 for at in places)
    return sum(apart) / len(places)


def test_a_picture_has_300_dots_per_inch_and_is_light(page: AnalysisPage) -> None:
    for panel in page.panels.values():
        image = page.output.picture(panel)
        assert round(image.dotsPerMeterX() * 0.0254) == PICTURE_DOTS
        assert image.width() > panel.width() * 3
        assert image.pixelColor(0, 0) == QColor(PaperTheme(PICTURE_DOTS).colour("surface"))
        assert len(colours(image)) > 20, panel.key


def test_a_picture_is_the_same_whatever_the_screen_looks_like(page: AnalysisPage) -> None:
    light = page.output.picture(page.gaps)
    use_theme("dark", 100)
    dark = page.output.picture(page.gaps)
    use_theme("light", 100)
    assert light == dark


def test_a_picture_grows_until_all_rows_have_room(page: AnalysisPage) -> None:
    # GIVEN a panel so low that most of its rows are scrolled out of sight
    page.gaps.resize(500, 90)
    least = PaperTheme(PICTURE_DOTS).px(LEAST_PICTURE_UNITS[1])
    # WHEN a picture is made THEN it is higher than that, and nothing is left out
    image = page.output.picture(page.gaps)
    assert image.height() > least
    units = QSize(round(image.width() / 3.125), round(image.height() / 3.125))
    assert page.output._drawn(page.gaps, units)[1] == ""


def test_the_picture_goes_on_the_clipboard(page: AnalysisPage) -> None:
    page._take(page.gaps, Way.PICTURE)
    assert not QGuiApplication.clipboard().image().isNull()
    QGuiApplication.clipboard().clear()


def test_a_table_goes_on_the_clipboard_as_text_and_html(page: AnalysisPage, settled: Settled) -> None:
    page._take(page.heat, Way.TABLE)
    settled()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Đơn vị\tTTHC-01\t")
    assert lines[3].startswith("Xã Cà Dy\t58,42%\t")
    assert lines[-1].startswith("Toàn bộ*\t58,09%\t")
    assert 'x:num="0.5842"' in QGuiApplication.clipboard().mimeData().html()
    QGuiApplication.clipboard().clear()


def test_the_workbook_has_the_figures_as_numbers(page: AnalysisPage, settled: Settled, tmp_path: Path) -> None:
    for panel in page.panels.values():
        table = panel.table()
        assert table is not None
        page.output.write_excel(table, tmp_path / "a.xlsx")
        settled()
        sheet = load_workbook(tmp_path / "a.xlsx").worksheets[0]
        values = [cell.value for row in sheet.iter_rows() for cell in row if cell.number_format == "0.00%"]
        assert all(isinstance(value, float | int) for value in values)
        wanted = Fraction(720, 1085) if panel is page.ranking else Fraction(2521, 4340)
        assert any(value == pytest.approx(float(wanted)) for value in values), panel.key
        notes = [row[0].value for row in sheet.iter_rows(min_row=1, max_row=8)]
        assert any("6 tháng đầu năm 2023" in str(note) for note in notes)


def test_last_year_s_figures_are_not_judged_by_this_year_s_target(page: AnalysisPage) -> None:
    table = page.trend.table()
    assert table is not None
    before = next(line for line in table.lines if line[0].text == "6 tháng 2022")
    assert before[5].text == "49,24%"
    assert [cell.text for cell in before[6:9]] == ["", "", ""]


def test_a_panel_is_printed_on_one_page_across(page: AnalysisPage, tmp_path: Path) -> None:
    for panel in page.panels.values():
        made = panel_printed(panel, page.output.above, page.output.below)
        write_pdf(made.lay_out(), tmp_path / "a.pdf", made.title)
        content = (tmp_path / "a.pdf").read_bytes()
        assert content.count(b"/Type /Page\n") == 1
        assert b"/MediaBox [0 0 842" in content


def test_the_page_says_what_the_figures_are_of_and_by_which_rule(page: AnalysisPage) -> None:
    assert any("(15/12/2022 – 14/6/2023)" in each for each in page.output.above)
    assert page.output.below[0] == "“Gần đạt”: thiếu không quá 5% của mức"
    assert "số liệu minh họa" in page.output.below
    assert "ngày xem 19/6/2023" in page.output.below


def test_a_panel_on_paper_is_what_it_is_on_a_picture(page: AnalysisPage) -> None:
    """What is recorded for the worker loses nothing: gauges, letters and the chart that is an image come again."""
    for panel in page.panels.values():
        (leaf,) = panel_printed(panel, page.output.above, page.output.below).lay_out()
        image = page_image(leaf, 150, 1.0)
        assert (image.width(), image.height()) == (1754, 1240)
        shown = image.copy(90, 190, 1570, 900)
        assert len(colours(shown)) > 20, panel.key


def test_a_recorded_page_is_as_large_on_a_printer_as_on_the_screen(page: AnalysisPage) -> None:
    """Qt plays a recording larger where there are more dots to the inch."""
    for panel in page.panels.values():
        (leaf,) = panel_printed(panel, page.output.above, page.output.below).lay_out()
        on_screen = page_image(leaf, 72, 1.0)
        on_paper = QImage(on_screen.size(), on_screen.format())
        on_paper.setDotsPerMeterX(round(720 / 0.0254))
        on_paper.setDotsPerMeterY(round(720 / 0.0254))
        on_paper.fill(QColor("white"))
        painter = QPainter(on_paper)
        leaf.paint(painter, 72)
        painter.end()
        assert differing(on_screen, on_paper) < 0.01, panel.key


def test_what_has_no_room_on_paper_is_counted(page: AnalysisPage) -> None:
    look = PaperTheme(96)
    image = QImage(330, 120, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    rows, columns = paint_heat(painter, QRectF(image.rect()), page.heat.model, page.heat.total, look)
    words = page.heat.draw(painter, QRectF(image.rect()), look)
    painter.end()
    assert (0 < rows < 13, 0 < columns < 8) == (True, True)
    assert words == f"và {13 - rows} đơn vị khác; và {8 - columns} chỉ tiêu khác"


@pytest.fixture
def unread(page: AnalysisPage, settled: Settled, monkeypatch: pytest.MonkeyPatch) -> AnalysisPage:
    """The page as with a country's plan: of the heat map no more is read than is in sight, a line at a time."""
    monkeypatch.setattr(reading, "MOST_AHEAD", 0)
    monkeypatch.setattr(reading, "UNITS_AT_ONCE", 1)
    page.refresh(None)
    settled()
    page.heat.reading._read.clear()
    return page


def test_what_was_not_read_yet_is_read_before_it_is_copied_and_a_band_says_how_far(
    window: MainWindow, unread: AnalysisPage, settled: Settled
) -> None:
    far: list[tuple[int, int]] = []
    unread.heat.progressed.connect(lambda *each: far.append(each))
    unread._take(unread.heat, Way.TABLE)
    [band] = window.bands.findChildren(ProgressBand)
    assert band.accessibleName() == "Đang đọc số liệu của tất cả đơn vị…"
    settled()
    assert far[0] == (0, 13)
    assert far[-1] == (13, 13)
    assert len(QGuiApplication.clipboard().text().splitlines()) == 15
    QGuiApplication.clipboard().clear()


@pytest.mark.parametrize("way", [Way.TABLE, Way.EXCEL, Way.PICTURE])
def test_stopped_while_it_is_read_nothing_leaves_the_program(
    window: MainWindow,
    unread: AnalysisPage,
    settled: Settled,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Way,
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a.xlsx"), ""))
    said: list[str] = []
    window.session.said.connect(lambda message: said.append(message.text))
    unread._take(unread.heat, way)
    [band] = window.bands.findChildren(ProgressBand)
    band.stop.click()
    settled()
    assert said == ["Đã dừng; chưa sao chép hay ghi gì."]
    assert QGuiApplication.clipboard().text() == ""
    assert list(tmp_path.glob("*.xlsx")) == []
    # AND another try is possible
    unread._take(unread.heat, Way.TABLE)
    settled()
    assert QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()


def test_who_looks_at_something_else_gets_nothing_of_what_was_asked_for(
    window: MainWindow, unread: AnalysisPage, settled: Settled
) -> None:
    unread._take(unread.heat, Way.TABLE)
    window.session.set_period(Period(2023, Span.Q1))
    settled()
    assert QGuiApplication.clipboard().text() == ""
    assert not unread.heat.is_awaited


def test_stopped_while_it_is_written_no_workbook_is_left(
    window: MainWindow, page: AnalysisPage, settled: Settled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN a workbook of which the first line is written when the person stops
    at_line, go_on = Event(), Event()

    def waiting(job: Job, *_: int) -> None:
        at_line.set()
        assert go_on.wait(10)
        report(job, 1, 1)

    report = Job.progress
    monkeypatch.setattr(Job, "progress", waiting)
    table = page.heat.table()
    assert table is not None
    page.output.write_excel(table, tmp_path / "a.xlsx")
    assert at_line.wait(10)
    [band] = window.bands.findChildren(ProgressBand)
    band.stop.click()
    go_on.set()
    settled()
    # THEN nothing is there, not even a part
    assert list(tmp_path.glob("**/*xlsx*")) == []
    assert not page.output.tables.is_busy


def test_what_is_not_there_yet_is_not_copied(page: AnalysisPage) -> None:
    said = []
    page.session.said.connect(lambda message: said.append(message.text))
    page.gaps.model.show_rows([])
    page._take(page.gaps, Way.TABLE)
    assert said == ["Chưa có gì để xuất."]


def test_the_page_is_shown_before_it_is_printed(page: AnalysisPage, qtbot: QtBot) -> None:
    page._take(page.trend, Way.PRINT)
    preview = laid_out(page, qtbot)
    assert preview.windowTitle() == "Xu hướng lũy kế TTHC-01"
    assert len(preview.view.sheets) == 1
    assert preview.view.sheets[0].width() > preview.view.sheets[0].height()
    preview.close()
