"""A report printed by the program: on the pages of the decree, every word and number on paper, nothing split."""

import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from time import process_time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from reports.chart import Chart, CountChart, GapChart, Line, LineLook, TrendChart
from reports.document import (
    Align,
    Cell,
    Column,
    Document,
    HeadCell,
    Paragraph,
    Properties,
    Run,
    Section,
    Style,
    Table,
    plain_text,
)
from reports.progress import progress_document
from reports.word.looks import looks
from tests.gui.previews import laid_out
from tests.gui.reports.conftest import goes_to
from tests.unit.reports.builders import a_context
from ui.pages.reports.page import ReportsPage
from ui.printing.charts import chart_item
from ui.printing.items import Item, set_text, total
from ui.printing.measure import PER_MM, PER_POINT
from ui.printing.tables import table_items
from ui.report_printing import print_pdf
from ui.tasks import CancelledError

WIDTH = 160 * PER_MM
READER = shutil.which("pdftotext")
needs_reader = pytest.mark.skipif(READER is None, reason="pdftotext is not installed")


@pytest.fixture(autouse=True)
def letters(qapp: QGuiApplication) -> QGuiApplication:
    return qapp


def a_document(*blocks: object, is_landscape: bool = False) -> Document:
    section = Section(blocks, is_landscape)  # type: ignore[arg-type]
    return Document(Properties("Báo cáo", "Ủy ban nhân dân", date(2023, 6, 19)), (section,))


def pages(path: Path) -> list[str]:
    """What stands on each page."""
    done = subprocess.run([str(READER), "-layout", str(path), "-"], capture_output=True, check=True, timeout=60)
    return done.stdout.decode().split("\f")[:-1]


def printed(document: Document, tmp_path: Path, foot: str = "") -> list[str]:
    print_pdf(document, tmp_path / "a.pdf", foot)
    return pages(tmp_path / "a.pdf")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


# -- pages


@needs_reader
def test_every_paragraph_and_every_cell_is_on_paper(tmp_path: Path) -> None:
    document = progress_document(a_context())
    paper = squeezed("".join(printed(document, tmp_path)))
    for block in document.blocks:
        if isinstance(block, Paragraph):
            for word in plain_text(block.text).split():
                assert squeezed(word) in paper
        elif isinstance(block, Table):
            cells = [cell for row in block.rows for cell in row if isinstance(cell, Cell)]
            assert all(squeezed(cell.text + cell.tail) in paper for cell in cells if len(cell.text) < 9)


@needs_reader
def test_pages_are_a4_and_lie_where_the_annex_does(tmp_path: Path) -> None:
    print_pdf(progress_document(a_context()), tmp_path / "a.pdf")
    content = (tmp_path / "a.pdf").read_bytes()
    sizes = [tuple(map(float, each.split()[2:])) for each in re.findall(rb"/MediaBox \[([^\]]+)\]", content)]
    assert {(round(wide), round(high)) for wide, high in sizes} == {(595, 842), (842, 595)}


@needs_reader
def test_pages_are_numbered_from_the_second_on_and_annexes_anew(tmp_path: Path) -> None:
    long = [Paragraph((Run(f"Đoạn {number}."),)) for number in range(100)]
    document = replace(a_document(*long), sections=(Section(tuple(long)), Section(tuple(long), is_landscape=True)))
    first_lines = [page.strip().split("\n")[0].strip() for page in printed(document, tmp_path)]
    assert first_lines[:3] == ["Đoạn 0.", "2", "3"]
    second = first_lines.index("Đoạn 0.", 1)
    assert first_lines[second + 1] == "2"


@needs_reader
def test_a_draft_says_so_below_every_page_and_an_issued_report_does_not(tmp_path: Path) -> None:
    document = progress_document(a_context())
    assert all(page.strip().endswith("Mã đối chiếu: 1") for page in printed(document, tmp_path, "Mã đối chiếu: 1"))
    assert not any("đối chiếu" in page for page in printed(document, tmp_path))


@needs_reader
def test_a_heading_is_not_left_alone_at_the_end_of_a_page(tmp_path: Path) -> None:
    for count in range(28, 44):
        blocks = [Paragraph((Run(f"Đoạn {number}."),)) for number in range(count)]
        last = [Paragraph((Run("Tiêu đề"),), keeps_next=True), Paragraph((Run("Nội dung"),))]
        found = printed(a_document(*blocks, *last), tmp_path)
        assert ["Tiêu đề" in page for page in found] == ["Nội dung" in page for page in found]


COLUMNS = (Column("TT", 12, Align.CENTRE), Column("Tên đơn vị", 100), Column("Số", 40, Align.RIGHT))


@needs_reader
def test_a_tables_heading_is_on_each_of_its_pages_and_its_note_keeps_to_the_last_rows(tmp_path: Path) -> None:
    rows = [[str(number), f"Xã {number}", "58,09%"] for number in range(1, 121)]
    found = printed(a_document(Table(COLUMNS, rows, note="Ghi chú: tạm tính.")), tmp_path)
    assert len(found) > 2
    assert all("Tên đơn vị" in page for page in found)
    assert "Xã 119" in found[-1]
    assert "Ghi chú" in found[-1]


# -- lines and tables


def test_a_long_paragraph_is_lines_of_which_two_stay_together_at_either_end() -> None:
    items = set_text((Run("một hai ba bốn " * 40),), looks()[Style.BODY], WIDTH)
    assert len(items) > 5
    assert [items[0].keeps_next, items[1].keeps_next, items[-2].keeps_next, items[-1].keeps_next] == [
        True,
        False,
        True,
        False,
    ]
    assert items[0].before == looks()[Style.BODY].before * PER_POINT
    assert items[-1].after == looks()[Style.BODY].after * PER_POINT


def test_line_breaks_of_the_text_are_kept() -> None:
    assert len(set_text((Run("một\nhai\nba"),), looks()[Style.BODY], WIDTH)) == 3


def test_a_line_is_as_high_as_its_style_says_whatever_letters_are_in_it() -> None:
    heights = {round(set_text((Run(text),), looks()[Style.BODY], WIDTH)[0].height, 3) for text in ("a", "Ở Ử", "≥ 5")}
    assert heights == {round(14 * PER_POINT * 1.149 * 1.1, 3)}


def test_rows_that_stay_with_their_neighbours() -> None:
    rows: list[list[str | Cell]] = [["1", "a", "2"], [Cell("Nhóm", span=3)], ["2", "b", "3"], ["3", "c", "4"]]
    head, first, title, *rest = table_items(Table(COLUMNS, [*rows, ["4", "d", "5"]], note="Ghi chú"), WIDTH)
    assert head.keeps_next
    assert first.keeps_next
    assert title.keeps_next
    assert [each.keeps_next for each in rest] == [False, True, True, False]


def test_a_row_that_no_page_would_hold_goes_on_on_the_next() -> None:
    words = " ".join(f"từ{number}" for number in range(4000))
    head, *parts = table_items(Table(COLUMNS, [["1", words, "2"]], note="Ghi chú"), WIDTH)
    *rows, _ = parts
    assert len(rows) > 3
    assert all(part.height <= 120 * PER_MM for part in rows)
    assert sum(part.height for part in rows) > 400 * PER_MM
    assert all(part.heads for part in rows)
    assert head.height < 30 * PER_MM


@needs_reader
def test_no_word_of_a_long_row_is_lost(tmp_path: Path) -> None:
    words = [f"từ{number}" for number in range(2500)]
    document = a_document(Table(COLUMNS, [["1", " ".join(words), "2"]]), is_landscape=True)
    assert set(words) <= set(" ".join(printed(document, tmp_path)).split())


def test_a_heading_cell_that_reaches_down_is_as_high_as_the_rows_it_reaches() -> None:
    heads = (
        (HeadCell("TT", down=2), HeadCell("Kết quả", span=2)),
        (HeadCell("Một tiêu đề rất dài phải xuống nhiều dòng " * 3), HeadCell("Số")),
    )
    plain = next(table_items(Table(COLUMNS, [["1", "a", "2"]]), WIDTH))
    tall = next(table_items(Table(COLUMNS, [["1", "a", "2"]], heads=heads), WIDTH))
    assert tall.height > 2 * plain.height


def test_a_table_without_rows_is_its_heading() -> None:
    (head,) = table_items(Table(COLUMNS, []), WIDTH)
    assert head.height > 0


# -- charts

TREND = TrendChart(
    "Kết quả", "mô tả", ("Quý I", "Quý II", "Quý III", "Quý IV"),
    (
        Line("Năm 2023", LineLook.THIS_YEAR, (Fraction(30), None, Fraction(45), None), ("30%", "", "45%", "")),
        Line("Năm 2022", LineLook.LAST_YEAR, (Fraction(20),) * 4, ("20%",) * 4),
        Line("Mức ≥ 60%", LineLook.TARGET, (Fraction(60),) * 4),
    ),
    is_percent=True,
)  # fmt: skip
GAPS = GapChart(
    "Chênh lệch", "mô tả", "Chưa đạt", "Đạt", ("Chỉ tiêu một", "Chỉ tiêu hai " * 20), (Fraction(-5), Fraction(3)),
    ("−5,00", "+3,00"), Fraction(-5), Fraction(3),
)  # fmt: skip
COUNTS = CountChart("Số chỉ tiêu", "mô tả", ("Tất cả", "Lĩnh vực"), tuple("ABCDEFGH"), ((1, 2, 3, 4, 5, 6, 7, 8),) * 2)


def painted(item: Item) -> QImage:
    image = QImage(round(WIDTH / 4), round(item.height / 4), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.scale(0.25, 0.25)
    item.paint(painter, 0, 0)
    painter.end()
    return image


@pytest.mark.parametrize("chart", [TREND, GAPS, COUNTS], ids=["trend", "gaps", "counts"])
def test_charts_are_painted_without_colour(chart: Chart) -> None:
    image = painted(chart_item(chart, WIDTH))
    shades = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    colours = [(shade >> 16 & 255, shade >> 8 & 255, shade & 255) for shade in shades]
    assert len(colours) > 3
    assert all(max(colour) - min(colour) < 6 for colour in colours)


@needs_reader
@pytest.mark.parametrize(
    "chart, words",
    [
        (TREND, ["30%", "45%", "Quý III", "Năm 2022", "Mức ≥ 60%"]),
        (GAPS, ["−5,00", "+3,00", "Chưa đạt", "Chỉ tiêu một", "…"]),
        (COUNTS, ["Tất cả", "Lĩnh vực", "8"]),
    ],
)
def test_charts_say_their_numbers(chart: Chart, words: list[str], tmp_path: Path) -> None:
    (page,) = printed(a_document(chart), tmp_path)
    assert all(word in page for word in words)


def test_a_chart_of_nothing_but_zeros_is_painted() -> None:
    flat = replace(GAPS, values=(Fraction(0),) * 2, labels=("0",) * 2, least=Fraction(0), most=Fraction(0))
    assert total([chart_item(flat, WIDTH)]) > 0
    painted(chart_item(flat, WIDTH))


# -- the file


def test_a_place_that_takes_no_file_is_said_and_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(KnownError, match="Không ghi được tệp PDF"):
        print_pdf(a_document(Paragraph((Run("a"),))), tmp_path / "a.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


@pytest.mark.parametrize("page", [0, 3])
def test_a_person_may_stop_it_at_any_page(page: int, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == page:
            raise CancelledError

    with pytest.raises(CancelledError):
        print_pdf(progress_document(a_context()), tmp_path / "a.pdf", told=stop)
    assert not list(tmp_path.iterdir())


def test_many_rows_take_time_that_grows_with_them(tmp_path: Path, qtbot: QtBot) -> None:
    def seconds(count: int) -> float:
        rows = [[str(number), f"Xã {number}", "58,09%"] for number in range(count)]
        start = process_time()  # what other programs take counts for nothing
        print_pdf(a_document(Table(COLUMNS, rows)), tmp_path / "a.pdf")
        return process_time() - start

    seconds(50)
    assert seconds(1200) < 16 * seconds(200)


# -- the window


def test_the_window_shows_the_pages_before_they_are_printed_and_keeps_them_as_pdf(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = goes_to(page, tmp_path / "in.pdf", monkeypatch)
    told: list[str] = []
    page.session.said.connect(lambda message: told.append(message.text))
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    preview = laid_out(page, qtbot)
    assert len(preview.view.sheets) > 3
    qtbot.waitUntil(lambda: preview.view.sheets[0].is_sharp)
    preview.pdf.click()
    qtbot.waitUntil(lambda: bool(told))
    assert str(tmp_path / "in.pdf") in told[0]
    assert (tmp_path / "in.pdf").read_bytes().startswith(b"%PDF-")
    assert [Path(name).suffix for name in asked] == [".pdf"]
    preview.close()


def test_where_a_pdf_cannot_be_kept_is_said(
    page: ReportsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_to(page, tmp_path, monkeypatch)
    page.head.print_button.click()
    preview = laid_out(page, qtbot)
    preview.pdf.click()
    qtbot.waitUntil(lambda: bool(preview.bands.bands()))
    assert "đó là một thư mục" in preview.bands.bands()[0].message.text
    assert preview.pdf.isEnabled()
    preview.close()


def test_the_head_has_room_for_all_that_can_be_done(page: ReportsPage) -> None:
    assert all(button.width() >= button.sizeHint().width() for button in page.head.buttons())
