"""What is printed is laid out, drawn and written in the worker; stopped or failed, nothing is left behind."""

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from tests.gui.previews import A4, DrawnLeaf, Gate, laid_out, printed
from ui.language import use_language
from ui.printing.book import Book, Printed
from ui.printing.leaf import page_image
from ui.printing.output import print_leaves, write_pdf
from ui.printing.run import Run
from ui.session import Session
from ui.tasks import CancelledError
from ui.widgets.print_preview import Preview
from ui.widgets.print_run import keep_pdf
from ui.widgets.progress_band import ProgressBand


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    use_language("en")
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def said(open_session: Session) -> list[str]:
    found: list[str] = []
    open_session.said.connect(lambda message: found.append(message.text))
    return found


def opened(made: Printed, session: Session, window: QWidget) -> Preview:
    preview = Preview(made, session, window)
    preview.open()
    return preview


def pages_of(pdf: Path) -> int:
    return pdf.read_bytes().count(b"/Type /Page\n")


def go_to(preview: Preview, page: int, qtbot: QtBot) -> None:
    """Scroll until a page is seen sharp; the column of pages takes its height only when it is shown."""
    sheet = preview.view.sheets[page]

    def is_seen() -> bool:
        preview.view.ensureWidgetVisible(sheet)
        return sheet.is_sharp

    qtbot.waitUntil(is_seen)


def never(out: Path) -> None:
    pytest.fail(f"{out} was written")


# -- where the work is done


def test_no_page_is_laid_out_or_drawn_on_the_screens_thread(
    open_session: Session, window: QWidget, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    # GIVEN pages that note who lays them out and who draws them
    threads: list[threading.Thread] = []

    def note(_page: int = 0) -> None:
        threads.append(threading.current_thread())

    # WHEN they are looked at, and kept as PDF
    preview = opened(printed(9, note, DrawnLeaf(note)), open_session, window)
    laid_out(window, qtbot)
    qtbot.waitUntil(lambda: preview.view.sheets[0].is_sharp)
    written: list[Path] = []
    preview.keep_pdf(tmp_path / "a.pdf", written.append)
    qtbot.waitUntil(lambda: bool(written))
    # THEN the screen's thread did none of it
    assert len(threads) > 18
    assert threading.main_thread() not in threads
    preview.close()


def test_the_dialog_is_there_before_its_pages_and_shows_them_as_they_come(
    open_session: Session, window: QWidget, qtbot: QtBot
) -> None:
    gate = Gate(30)
    preview = opened(printed(40, gate), open_session, window)
    assert (preview.isVisible(), preview.view.sheets) == (True, [])
    qtbot.waitUntil(gate.reached.is_set)
    qtbot.waitUntil(lambda: len(preview.view.sheets) > 0)
    assert "so far" in preview.count.text()
    assert not preview.pdf.isEnabled()
    (band,) = preview.findChildren(ProgressBand)
    qtbot.waitUntil(band.isVisible)
    assert band.step.text().startswith("page ")
    gate.opened.set()
    laid_out(window, qtbot)
    assert len(preview.view.sheets) == 40
    assert preview.count.text() == "40 pages, A4"
    qtbot.waitUntil(lambda: not preview.findChildren(ProgressBand))
    preview.close()


def test_only_pages_that_are_looked_at_are_drawn(open_session: Session, window: QWidget, qtbot: QtBot) -> None:
    drawn: list[int] = []
    preview = opened(printed(40, leaf=DrawnLeaf(lambda: drawn.append(1))), open_session, window)
    laid_out(window, qtbot)
    qtbot.waitUntil(lambda: preview.view.sheets[0].is_sharp)
    assert len(drawn) < 6
    assert preview.view.sheets[30].picture is None
    # WHEN one goes to the end THEN its last page is drawn too
    go_to(preview, 39, qtbot)
    preview.close()


def test_a_page_shown_larger_is_drawn_anew(open_session: Session, window: QWidget, qtbot: QtBot) -> None:
    preview = opened(printed(1), open_session, window)
    laid_out(window, qtbot)
    sheet = preview.view.sheets[0]
    qtbot.waitUntil(lambda: sheet.is_sharp)
    before = sheet.width()
    preview.larger.click()
    assert sheet.width() > before
    qtbot.waitUntil(lambda: sheet.is_sharp)
    preview.close()


def test_other_work_has_its_turn_while_pages_are_laid_out(open_session: Session, window: QWidget, qtbot: QtBot) -> None:
    # GIVEN a long report of which a page takes a while
    laid: list[int] = []

    def slow(page: int) -> None:
        laid.append(page)
        threading.Event().wait(0.02)

    preview = opened(printed(60, slow), open_session, window)
    # WHEN something else is asked of the worker THEN it need not wait for the last page
    seen: list[int] = []
    open_session.runner.start(lambda _job: len(laid), done=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] < 30
    preview.close()


# -- stopping


def test_closing_the_dialog_while_pages_are_laid_out_stops_it(
    open_session: Session, window: QWidget, qtbot: QtBot
) -> None:
    laid: list[int] = []
    gate = Gate(5)

    def note(page: int) -> None:
        gate(page)
        laid.append(page)
        threading.Event().wait(0.01)

    preview = opened(printed(500, note), open_session, window)
    qtbot.waitUntil(gate.reached.is_set)
    with qtbot.waitSignal(preview.destroyed):
        preview.reject()
        gate.opened.set()
    qtbot.waitUntil(lambda: not open_session.runner.is_busy)
    assert len(laid) < 50


@pytest.mark.parametrize("ends", ["stop", "close"])
def test_a_pdf_stopped_in_the_middle_leaves_nothing(
    ends: str, open_session: Session, window: QWidget, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    # GIVEN a PDF that is at its fifth page
    gate, drawn, written = Gate(4), [0], list[Path]()

    def draw() -> None:
        drawn[0] += 1
        gate(drawn[0])

    preview = opened(printed(9, leaf=DrawnLeaf(draw)), open_session, window)
    laid_out(window, qtbot)
    preview.view.wanted.disconnect()  # the pages on the screen are no matter here
    qtbot.waitUntil(lambda: not open_session.runner.is_busy)
    drawn[0] = 0
    preview.keep_pdf(tmp_path / "a.pdf", written.append)
    qtbot.waitUntil(gate.reached.is_set)
    band = next(each for each in preview.findChildren(ProgressBand) if each.words.text() == "Writing a.pdf")
    qtbot.waitUntil(lambda: "/9" in band.step.text())
    # WHEN the person stops it, or closes the dialog
    if ends == "stop":
        band.stop.click()
    else:
        preview.close()
    gate.opened.set()
    qtbot.waitUntil(lambda: not open_session.runner.is_busy)
    # THEN there is no file, whole or half, and that is said
    assert not list(tmp_path.glob("*.pdf*"))
    assert not list(tmp_path.glob(".*tmp"))
    assert not written
    assert said == ["Stopped: nothing was written and nothing printed."]
    if ends == "stop":
        assert preview.pdf.isEnabled()
        preview.close()


def test_closing_the_program_while_a_pdf_is_written_leaves_nothing(
    open_session: Session, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    gate = Gate(3)
    keep_pdf(open_session, window, printed(9, gate), tmp_path / "a.pdf", never)
    qtbot.waitUntil(gate.reached.is_set)
    threading.Timer(0.05, gate.opened.set).start()
    open_session.close()
    assert not list(tmp_path.glob("*.pdf*"))
    assert not open_session.runner.is_busy


# -- failing


class BrokenError(Exception):
    """Something that should not happen."""


def test_a_page_that_cannot_be_laid_out_is_said_in_one_sentence_and_nothing_is_offered(
    open_session: Session, window: QWidget, qtbot: QtBot, said: list[str]
) -> None:
    def fail(page: int) -> None:
        if page == 7:
            raise KnownError("Tệp số liệu không còn ở chỗ cũ.")

    preview = opened(printed(9, fail), open_session, window)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Tệp số liệu không còn ở chỗ cũ."]
    assert [each.message.text for each in preview.bands.bands()] == said
    assert not preview.pdf.isEnabled()
    assert not preview.print.isEnabled()
    preview.close()


def test_what_is_left_of_pages_that_failed_never_passes_for_the_whole(tmp_path: Path) -> None:
    def fail(page: int) -> None:
        if page == 3:
            raise BrokenError

    book = Book(printed(9, fail))
    for _ in range(2):
        with pytest.raises(BrokenError):
            book.leaves()
    assert not book.is_whole


def test_a_page_that_cannot_be_drawn_is_said_once(
    open_session: Session, window: QWidget, qtbot: QtBot, said: list[str]
) -> None:
    def fail() -> None:
        raise KnownError("Thiếu phông chữ.")

    preview = opened(printed(9, leaf=DrawnLeaf(fail)), open_session, window)
    qtbot.waitUntil(lambda: bool(said))
    for sheet in preview.view.sheets:
        sheet.update()
    qtbot.waitUntil(lambda: not open_session.runner.is_busy)
    assert said == ["Thiếu phông chữ."]
    preview.close()


def test_an_error_while_a_pdf_is_written_is_said_and_leaves_nothing(
    open_session: Session, window: QWidget, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    def fail(page: int) -> None:
        if page == 3:
            raise KnownError("Hết bộ nhớ.")

    keep_pdf(open_session, window, printed(9, fail), tmp_path / "a.pdf", never)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["Hết bộ nhớ."]
    assert not list(tmp_path.glob("*.pdf*"))


# -- printers


class Press(QPrinter):
    """A printer into a file, that can forget what it got or cannot."""

    def __init__(self, out: Path, *, forgets: bool) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFileName(str(out))
        self.forgets, self.was_told_to_forget = forgets, 0

    def abort(self) -> bool:
        self.was_told_to_forget += 1
        return self.forgets


def test_a_printer_gets_all_pages_in_the_worker_and_the_dialog_closes(
    open_session: Session, window: QWidget, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    preview = opened(printed(5), open_session, window)
    laid_out(window, qtbot)
    with qtbot.waitSignal(preview.accepted):
        preview.print_on(Press(tmp_path / "a.pdf", forgets=True))
    assert pages_of(tmp_path / "a.pdf") == 5
    assert said == ["5 pages went to the printer."]


def test_stopped_before_the_first_page_a_printer_is_not_even_begun(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        print_leaves(Press(tmp_path / "a.pdf", forgets=False), [DrawnLeaf()] * 5, stop)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("forgets, drawn", [(True, 2), (False, 5)])
def test_stopped_in_the_middle_a_printer_forgets_all_or_gets_all(
    qapp: object, tmp_path: Path, *, forgets: bool, drawn: int
) -> None:
    pages: list[int] = []
    printer = Press(tmp_path / "a.pdf", forgets=forgets)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise CancelledError

    def run() -> int:
        return print_leaves(printer, [DrawnLeaf(lambda: pages.append(1))] * 5, stop)

    if forgets:
        with pytest.raises(CancelledError):
            run()
    else:
        assert run() == 5
    assert len(pages) == drawn
    assert printer.was_told_to_forget >= 1


@pytest.mark.qt_log_ignore("Returned false")
def test_a_printer_that_takes_no_page_is_said(qapp: object, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="không nhận trang in"):
        print_leaves(Press(tmp_path / "nowhere" / "a.pdf", forgets=False), [DrawnLeaf()])


# -- pages


def test_a_pdf_says_what_it_is_called_and_hears_of_every_page(qapp: object, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    leaves = [DrawnLeaf(), DrawnLeaf(size=A4.transposed())]
    write_pdf(leaves, tmp_path / "a.pdf", "Tên", lambda *each: told.append(each), author="Ai", total=2)
    content = (tmp_path / "a.pdf").read_bytes()
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert "Tên".encode("utf-16-be") in content
    sizes = [tuple(map(float, each.split())) for each in re.findall(rb"/MediaBox \[0 0 ([^\]]+)\]", content)]
    assert [(round(wide), round(high)) for wide, high in sizes] == [(595, 842), (842, 595)]


def test_a_picture_of_a_page_is_as_dense_as_the_screen(qapp: object) -> None:
    image = page_image(DrawnLeaf(), 96, 2.0)
    assert (image.width(), image.height()) == (1588, 2246)
    assert image.pixelColor(10, 10).name() == "#000000"
    assert image.pixelColor(1500, 2200).name() == "#ffffff"


def test_pictures_not_looked_at_for_long_are_given_up(
    open_session: Session, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.widgets.sheets.KEPT_BYTES", 0)
    preview = opened(printed(20), open_session, window)
    laid_out(window, qtbot)
    sheets = preview.view.sheets
    for page in (0, 4, 8, 12, 16, 19):
        go_to(preview, page, qtbot)
    assert sum(each.picture is not None for each in sheets) <= 4
    assert sheets[0].picture is None
    preview.close()


def test_run_lives_without_its_dialog(open_session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    run, written = Run(open_session, Book(printed(3))), list[Path]()
    run.write(tmp_path / "a.pdf", written.append)
    del run
    qtbot.waitUntil(lambda: written == [tmp_path / "a.pdf"])
    assert pages_of(tmp_path / "a.pdf") == 3
