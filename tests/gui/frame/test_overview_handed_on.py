"""The overview handed on: on one A4, as picture and table, in a meeting room, as a letter."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.progress import State
from tests.gui.previews import laid_out
from tests.sample import COUNTS, TARGETS
from ui.frame.main_window import MainWindow
from ui.pages.overview.page import OverviewPage
from ui.pages.overview.picture import Snapshot, table_lines
from ui.pages.overview.presentation import Presentation
from ui.pages.overview.sheet import MOST_ROWS, sheet_picture


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> OverviewPage:
    made = window.page("overview")
    assert isinstance(made, OverviewPage)
    qtbot.waitUntil(lambda: bool(made.more.standings))
    return made


@pytest.fixture
def shot(page: OverviewPage) -> Snapshot:
    made = page.shot()
    assert made is not None
    return made


@pytest.fixture
def words(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written on a sheet or a slide, in its order."""
    found: list[str] = []

    def noted(painter: object, rect: QRectF, text: str, *_: object) -> None:
        found.append(text)

    for module in ("picture", "sheet", "presentation"):
        monkeypatch.setattr(f"ui.pages.overview.{module}.write", noted)
    return found


def inked(picture: QImage, part: QRectF) -> int:
    """Count the pixels that are not white in a part, given in shares of the picture."""
    white = QColor("white").rgb()
    xs = range(int(part.left() * picture.width()), int(part.right() * picture.width()), 3)
    ys = range(int(part.top() * picture.height()), int(part.bottom() * picture.height()), 3)
    return sum(picture.pixel(x, y) != white for x in xs for y in ys)


def test_the_sheet_says_head_counts_figures_units_and_its_rules(shot: Snapshot, words: list[str]) -> None:
    sheet_picture(shot, 96)
    said = "\n".join(words)
    for expected in (
        "UBND HUYỆN NAM GIANG", "Tổng quan 6 tháng đầu năm 2023", "15/12/2022 – 14/6/2023", "ngày 19/6/2023",
        "số liệu minh họa", "2 Chưa đạt", "12/13 đơn vị đã báo cáo", "Thiếu 6,91 điểm %",
        "Còn phải làm: 3.368 hồ sơ", "58,09%*", "công bố 4/2024", "Xã Zuôih",
        "Gần đạt: chưa đạt nhưng còn thiếu không quá 5% của mức", "tạm tính",
    ):  # fmt: skip
        assert expected in said
    assert said.count("VP HĐND-UBND") > COUNTS, "one-stop counts come last, while there is room"


@pytest.mark.parametrize("number, rest", [(12, 0), (40, 0), (55, 15)])
def test_one_page_holds_forty_indicators_and_says_how_many_more(
    shot: Snapshot, words: list[str], number: int, rest: int
) -> None:
    # GIVEN so many indicators
    many = [
        replace(each, indicator=replace(each.indicator, code=f"CT-{place}", lead=f"Phòng {place}"))
        for place, each in enumerate((list(shot.figures) * 5)[:number])
    ]
    # WHEN they are printed
    picture = sheet_picture(replace(shot, figures=many, watched=[]), 96)
    # THEN the table has at most forty of them, all above the units, and the rest is counted
    assert sum(text.startswith("Phòng ") and text.removeprefix("Phòng ").isdigit() for text in words) == min(
        number, MOST_ROWS
    )
    assert [text for text in words if "chỉ tiêu khác" in text] == ([f"và {rest} chỉ tiêu khác"] if rest else [])
    assert (picture.width(), picture.height()) == (1123, 794)


def test_the_sheet_keeps_its_margins_and_is_light_in_the_dark(shot: Snapshot, qtbot: QtBot) -> None:
    picture = sheet_picture(shot, 96)
    for margin in (QRectF(0, 0, 1, 0.04), QRectF(0, 0.97, 1, 0.03), QRectF(0, 0, 0.03, 1), QRectF(0.975, 0, 0.025, 1)):
        assert inked(picture, margin) == 0
    assert inked(picture, QRectF(0.05, 0.2, 0.2, 0.5)) > 500, "three gauges"


def test_a_plan_with_nothing_in_it_still_makes_a_page(shot: Snapshot, words: list[str]) -> None:
    sheet_picture(replace(shot, figures=[], watched=[], press=[], coverage="", lacking=""), 96)
    assert "Chưa có chỉ tiêu nào so được với mức." in words


def test_where_all_is_met_the_sheet_says_what_is_closest(shot: Snapshot, words: list[str]) -> None:
    met = [each for each in shot.figures if each.state is State.MET]
    sheet_picture(replace(shot, figures=met), 96)
    assert "Sát mức nhất" in words


def test_a_picture_and_a_table_go_to_the_clipboard(page: OverviewPage) -> None:
    page.showing.copy_picture()
    picture = QApplication.clipboard().image()
    assert (picture.width(), picture.height()) == (3508, 2480)  # A4 at 300 dpi
    page.showing.copy_table()
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + TARGETS + COUNTS
    assert lines[0].split("\t") == [
        "Trạng thái", "Mã", "Chỉ tiêu", "Kết quả", "Mức", "Chênh lệch", "Chủ trì", "Đã báo cáo",
    ]  # fmt: skip
    assert lines[2].split("\t")[:2] == ["Chưa đạt (tạm tính)", "TTHC-01"]
    assert lines[2].endswith("12/13")
    assert [menu.text() for menu in page.head.copy.menu().actions()] == [
        "Ảnh trang A4 (300 dpi)", "Bảng cho Excel",
    ]  # fmt: skip


def test_the_page_is_looked_at_before_it_is_printed_and_kept_as_pdf(
    page: OverviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page.head.print.click()
    preview = laid_out(page, qtbot)
    out = tmp_path / "tổng quan"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    preview.pdf.click()
    qtbot.waitUntil(lambda: bool(preview.bands.bands()))
    assert str(out.with_suffix(".pdf")) in preview.bands.bands()[0].message.text
    assert out.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert len(preview.view.sheets) == 1
    preview.close()


def test_a_page_that_cannot_be_written_is_told(
    page: OverviewPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page.head.print.click()
    preview = laid_out(page, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "không có" / "a.pdf"), ""))
    preview.pdf.click()
    qtbot.waitUntil(lambda: bool(preview.bands.bands()))
    assert preview.bands.bands()[0].message.text.startswith("Không ghi được tệp PDF")
    preview.close()


def code_of(shown: Presentation) -> str | None:
    return shown.figure.indicator.code if shown.figure else None


def test_a_meeting_steps_through_the_indicators_worst_first(shot: Snapshot, qtbot: QtBot, words: list[str]) -> None:
    # GIVEN the presentation on its first slide
    shown = Presentation(shot)
    qtbot.addWidget(shown)
    shown.resize(1280, 720)
    shown.grab()
    assert code_of(shown) is None
    assert {"2", "Chưa đạt", "số liệu minh họa"} <= set(words)
    # WHEN arrows are pressed
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    words.clear()
    shown.grab()
    # THEN the second indicator is told as honestly as on the page
    assert code_of(shown) == "TTHC-01"
    said = "\n".join(words)
    for expected in ("Thiếu 6,91 điểm %", "3.368 hồ sơ", "12/13 đơn vị đã báo cáo", "15/12/2022 – 14/6/2023", "3/13"):
        assert expected in said
    assert "58,09%" in shown.accessibleName()
    # AND every slide can be drawn, and the last stays the last
    for _ in shot.figures:
        QTest.keyClick(shown, Qt.Key.Key_Right)
        shown.grab()
    assert code_of(shown) == shot.figures[-1].indicator.code
    for key, place in ((Qt.Key.Key_Left, 11), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Left, 0), (Qt.Key.Key_End, 12)):
        QTest.keyClick(shown, key)
        assert shown.place == place
    QTest.mouseClick(shown, Qt.MouseButton.RightButton)
    assert shown.place == 11
    # WHEN Esc is pressed THEN it closes
    with qtbot.waitSignal(shown.closed):
        QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_f11_presents_from_the_chosen_row(page: OverviewPage, qtbot: QtBot) -> None:
    page.table.view.setFocus()
    page.table.view.selectRow(2)
    page._present()
    shown = page.showing.presentation
    assert isinstance(shown, Presentation)
    qtbot.waitUntil(shown.isVisible)
    assert shown.figure is page.figures[2]
    QTest.keyClick(shown, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: page.showing.presentation is None)


def test_the_letter_is_written_and_its_words_are_copied(
    page: OverviewPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    page.session.said.connect(lambda message: told.append(message.text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "đôn đốc"), ""))
    page.letter.ask_word()
    qtbot.waitUntil(lambda: bool(told))
    assert (tmp_path / "đôn đốc.docx").read_bytes().startswith(b"PK")
    page.letter.copy_text()
    qtbot.waitUntil(lambda: len(told) == 2)
    text = QApplication.clipboard().text()
    assert text.startswith("Kính gửi")
    assert "UBND xã Zuôih" in text
    assert "20/6/2023" in text
    assert "\N{NO-BREAK SPACE}" not in text
    page.letter.show_report()
    assert page.session is not None


def test_every_table_line_has_as_many_cells(shot: Snapshot) -> None:
    assert {line.count("\t") for line in table_lines(shot)} == {7}
