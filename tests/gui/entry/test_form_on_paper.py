"""The form on paper: its pages, what stands on them, the preview and the PDF file."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.exchange.unit_form.content import FormContent
from models.measure import Kind
from models.period import Window, quarter
from models.plan import Actual, Explanation, Indicator, Plan
from models.progress import State
from models.store.actuals import record
from models.store.changes import Author
from models.submission import Submission, SubmissionState
from models.unit import Unit
from tests.gui.previews import laid_out
from ui.frame.main_window import MainWindow
from ui.pages.entry.page import EntryPage
from ui.pages.entry.paper.form_paper import form_paper, pieces
from ui.pages.entry.paper.paper import BOTTOM, PAGE, FormLeaf, Paper, Rows, Text
from ui.pages.entry.paper.printing import FormPrinting
from ui.printing.output import print_leaves, write_pdf
from ui.widgets.print_preview import Preview
from ui.widgets.progress_band import ProgressBand

Q2 = quarter(2023, 2)
WINDOW = Window(date(2023, 3, 15), date(2023, 6, 14), date(2023, 6, 20))
ON = date(2023, 6, 19)


def a_form(indicators: int, *, is_blank: bool = False) -> FormContent:
    """A form of many ratios in several areas."""
    asked = [
        Indicator(
            "KH", f"TT-{number:03}", f"Lĩnh vực {number // 20}", f"Tỷ lệ hồ sơ giải quyết đúng hạn loại {number} " * 2,
            Kind.RATIO, numerator="Hồ sơ đúng hạn", denominator="Hồ sơ đã giải quyết", measured_in="hồ sơ",
        )
        for number in range(indicators)
    ]  # fmt: skip
    given = {each.code: Actual(each.code, "X1", Q2, Decimal(12), Decimal(1345)) for each in asked}
    plan = Plan("KH", 2023, "Kế hoạch 2023", "H", issuing_agency="Ủy ban nhân dân huyện", place="Nam Giang")
    return FormContent(plan, Unit("X1", "Xã Một"), Q2, WINDOW, asked, actuals=given, is_blank=is_blank)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is drawn, text by text."""
    texts: list[str] = []
    draw = Text.draw

    def remember(self: Text, painter: QPainter, left: float, top: float) -> None:
        texts.append(self.text)
        draw(self, painter, left, top)

    monkeypatch.setattr(Text, "draw", remember)
    return texts


def paint(paper: Paper, pages: Sequence[int] | None = None) -> None:
    """Draw pages where nobody sees them."""
    for page in pages if pages is not None else range(paper.count):
        picture = QPicture()
        painter = QPainter(picture)
        paper.paint(painter, page, 720)
        painter.end()


def form_of(window: MainWindow) -> Paper:
    """The form that is looked at, laid out."""
    made = FormPrinting(window.session, window).printed(blank=False)
    assert made is not None
    leaf = next(made.lay_out())
    assert isinstance(leaf, FormLeaf)
    return leaf.paper


def test_the_form_says_who_reports_when_and_in_which_state(looks: object, drawn: list[str]) -> None:
    sent = Submission("X1", Q2, SubmissionState.SUBMITTED, date(2023, 6, 18))
    paint(form_paper(a_form(2), {}, ON, sent))
    text = "\n".join(drawn)
    for words in (
        "ỦY BAN NHÂN DÂN HUYỆN", "XÃ MỘT", "PHIẾU BÁO CÁO", "quý II năm 2023",
        "Số liệu từ 15/3/2023 đến 14/6/2023. Hạn gửi: 20/6/2023.", "Tính đến ngày 19/6/2023",
        "đã gửi ngày 18/6/2023", "1.345", "0,89%", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ",
        "Nam Giang, ngày 19 tháng 6 năm 2023", "Trang 1/1",
    ):  # fmt: skip
        assert words in text


def test_a_blank_form_has_boxes_in_place_of_values(looks: object, drawn: list[str]) -> None:
    paper = form_paper(a_form(2, is_blank=True), {}, ON)
    paint(paper)
    text = "\n".join(drawn)
    assert "1.345" not in text
    assert "Trạng thái" not in drawn
    assert "Giải trình chỉ tiêu chưa đạt (lũy kế 6 tháng đầu năm 2023)" in text
    boxes = [cell for _, block in paper.pages[0] if isinstance(block, Rows) for cell in block.cells() if cell.is_box]
    assert len(boxes) == 4


@pytest.mark.parametrize("is_blank", [False, True])
def test_a_long_form_breaks_between_indicators_with_its_headings_on_every_page(
    looks: object, drawn: list[str], *, is_blank: bool
) -> None:
    paper = form_paper(a_form(100, is_blank=is_blank), {}, ON)
    assert paper.count > 5
    for number, page in enumerate(paper.pages):
        tops = [top for top, _ in page]
        assert tops == sorted(tops)
        assert all(top + block.height <= PAGE.height() - BOTTOM for top, block in page)
        drawn.clear()
        paint(paper, [number])
        assert f"Trang {number + 1}/{paper.count}" in drawn
        if any(isinstance(block, Rows) for _, block in page):
            assert "Mã" in drawn or "Mã chỉ tiêu" in drawn
    shown = [block for page in paper.pages for _, block in page if isinstance(block, Rows)]
    codes = [cell.text for block in shown for cell in block.cells() if cell.text.startswith("TT-")]
    assert codes == [f"TT-{number:03}" for number in range(100)]


def test_an_areas_heading_never_ends_a_page(looks: object) -> None:
    for indicators in range(18, 26):
        for page in form_paper(a_form(indicators), {}, ON).pages:
            assert not page[-1][1].keeps_next


def test_the_signatures_never_stand_on_a_page_alone(looks: object, drawn: list[str]) -> None:
    for indicators in (*range(8, 24), 100):
        for is_blank in (False, True):
            paper = form_paper(a_form(indicators, is_blank=is_blank), {}, ON)
            drawn.clear()
            paint(paper, [paper.count - 1])
            assert "THỦ TRƯỞNG ĐƠN VỊ" in drawn
            assert any(isinstance(block, Rows) and block.head for _, block in paper.pages[-1])


def test_notes_and_explanations_stand_below_the_table(looks: object, drawn: list[str]) -> None:
    content = a_form(1)
    actual = Actual("TT-000", "X1", Q2, Decimal(5), Decimal(3), note="Do mưa lũ", accepted="Đã đối chiếu")
    said = Explanation("TT-000", "X1", content.cumulative, "Thiếu máy", "Mua máy", "Phó Chủ tịch", date(2023, 9, 30))
    plan, unit, indicators = content.plan, content.unit, content.indicators
    full = FormContent(
        plan, unit, Q2, WINDOW, indicators, actuals={"TT-000": actual}, explanations={"TT-000": said}
    )  # fmt: skip
    paint(form_paper(full, {}, ON))
    assert "TT-000: Do mưa lũ; chấp nhận: Đã đối chiếu" in drawn
    assert {"Thiếu máy", "Mua máy", "Phó Chủ tịch", "30/9/2023", "166,67%*"} <= set(drawn)


def test_an_explanation_longer_than_a_page_goes_on_and_loses_nothing(looks: object, drawn: list[str]) -> None:
    content = a_form(1)
    cause, note = "Mưa lũ kéo dài. " * 400 + "Hết nguyên nhân", "Ghi chú dài. " * 900 + "Hết ghi chú"
    said = {"TT-000": Explanation("TT-000", "X1", content.cumulative, cause, "Mua máy")}
    values = {"TT-000": Actual("TT-000", "X1", Q2, note=note)}
    full = FormContent(
        content.plan, content.unit, Q2, WINDOW, content.indicators, actuals=values, explanations=said
    )  # fmt: skip
    paper = form_paper(full, {}, ON)
    assert all(top + block.height <= PAGE.height() - BOTTOM for page in paper.pages for top, block in page)
    paint(paper)
    text = " ".join(drawn)
    assert text.count("dài.") == 400 + 900  # word by word: a page's foot may come between
    assert {"TT-000", "TT-000 (tiếp)", "Mua máy"} <= set(drawn)


@given(st.text(alphabet="ab \n", max_size=200), st.integers(1, 50))
def test_pieces_of_a_text_make_it_up_again(text: str, longest: int) -> None:
    found = pieces(text, longest)
    assert " ".join(found) == text or " ".join(filter(None, found)).split() == text.split()
    assert all(len(each) <= max(longest, *map(len, each.split(" "))) for each in found)


def test_every_state_has_shape_and_word(window: MainWindow, drawn: list[str]) -> None:
    window.session.navigate("entry", period=Q2, unit="CADY")
    paper = form_of(window)
    paint(paper)
    assert {"Đạt", "Gần đạt", "Chưa đạt"} <= set(drawn)
    rows = [block for page in paper.pages for _, block in page if isinstance(block, Rows)]
    states = {cell.state for block in rows for cell in block.cells() if cell.state}
    assert {State.MET, State.NEAR, State.MISSED} <= states
    assert any("số liệu minh họa" in text for text in drawn)
    assert any(text.startswith("Gần đạt: chưa đạt nhưng còn thiếu không quá 5%") for text in drawn)


def test_ranks_and_grades_stand_as_they_are_said(window: MainWindow, drawn: list[str]) -> None:
    given = [
        Actual("CS-01", "NAMGIANG", Q2, grade="Khá"),
        Actual("CS-02", "NAMGIANG", Q2, value=Decimal(7), out_of=18),
    ]
    record(window.session.db, given, Author("Thử"))
    window.session.navigate("entry", period=Q2, unit="NAMGIANG")
    paper = form_of(window)
    paint(paper)
    assert {"Khá", "từ Khá", "7/18", "tốt hơn năm trước", "Chưa đến kỳ"} <= set(drawn)


def test_the_pdf_has_every_page(looks: object, tmp_path: Path) -> None:
    paper = form_paper(a_form(40), {}, ON)
    write_pdf(paper.leaves(), tmp_path / "phieu.pdf", "Phiếu")
    written = (tmp_path / "phieu.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert written.count(b"/Type /Page\n") == paper.count
    assert [each.name for each in tmp_path.iterdir()] == ["phieu.pdf"]


def test_a_range_of_pages_can_be_printed(looks: object, tmp_path: Path) -> None:
    paper = form_paper(a_form(40), {}, ON)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "phieu.pdf"))
    printer.setFromTo(2, 3)
    assert print_leaves(printer, list(paper.leaves())) == 2
    assert (tmp_path / "phieu.pdf").read_bytes().count(b"/Type /Page\n") == 2


def test_the_preview_shows_the_pages_and_keeps_them_as_pdf(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # GIVEN the preview of a form
    window.session.navigate("entry", period=Q2, unit="CADY")
    FormPrinting(window.session, window).print_form()
    preview = laid_out(window, qtbot)
    sheets = preview.view.sheets
    qtbot.waitUntil(lambda: len(sheets) > 1 and sheets[0].width() > 300)
    before = sheets[0].width()
    preview.view.zoom(1.25)
    assert sheets[1].width() > before
    # WHEN it is kept as PDF under a name without an ending
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "phiếu"), ""))
    preview.pdf.click()
    # THEN the file is there, and a band says so, in the window and over it
    qtbot.waitUntil(lambda: bool(window.bands.bands()))
    assert preview.bands.bands()[-1].message.text == window.bands.bands()[-1].message.text
    assert (tmp_path / "phiếu.pdf").is_file()
    assert str(tmp_path / "phiếu.pdf") in window.bands.bands()[-1].message.text
    preview.close()


def test_a_form_is_kept_as_pdf_without_a_look_at_it(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.session.navigate("entry", period=Q2, unit="CADY")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "phiếu.pdf"), ""))
    FormPrinting(window.session, window).ask_pdf(blank=True)
    qtbot.waitUntil(lambda: bool(window.bands.bands()))
    assert str(tmp_path / "phiếu.pdf") in window.bands.bands()[-1].message.text
    assert (tmp_path / "phiếu.pdf").read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(lambda: not window.findChildren(ProgressBand))


def test_ctrl_p_keeps_what_is_being_typed_and_shows_it_on_the_pages(
    window: MainWindow, drawn: list[str], qtbot: QtBot
) -> None:
    # GIVEN a figure that is being typed
    window.session.navigate("entry", period=Q2, unit="CADY", indicator="TTHC-01")
    page = window.findChild(EntryPage)
    assert isinstance(page, EntryPage)
    qtbot.waitUntil(lambda: page.grid.currentIndex().isValid())
    page.grid.setFocus()
    page.grid.go_to(page.model.row_of("TTHC-01"), page.model.entered_column)
    for key in "177":
        QTest.keyClicks(window.focusWidget(), key)
    # WHEN Ctrl+P is pressed
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    # THEN the preview shows the new figure
    qtbot.waitUntil(lambda: bool(window.findChildren(Preview)))
    preview = laid_out(window, qtbot)
    qtbot.waitUntil(lambda: "177" in drawn)
    preview.close()


def test_a_unit_without_a_form_is_told_in_a_band(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.session.navigate("entry", period=Q2, unit="CADY")
    monkeypatch.setattr(type(window.session), "unit", property(lambda _: "KHONG-CO"))
    FormPrinting(window.session, window).print_form(blank=True)
    assert "KHONG-CO" in window.bands.bands()[-1].message.text
    assert not window.findChildren(Preview)
