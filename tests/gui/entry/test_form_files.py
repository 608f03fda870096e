"""Forms as workbooks, from the window: one, or all of the quarter with progress and a stop."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from models.exchange.unit_form import writing as unit_form
from models.exchange.unit_form.reader import is_unit_form
from models.period import quarter
from ui.frame.main_window import MainWindow
from ui.pages.entry.paper.form_files import FormFiles
from ui.widgets.progress_band import ProgressBand

Q2 = quarter(2023, 2)


@pytest.fixture
def forms(window: MainWindow) -> FormFiles:
    """The forms of the sample, the entry page showing one commune's second quarter."""
    window.session.navigate("entry", period=Q2, unit="CADY")
    return FormFiles(window.session, window)


def said(window: MainWindow) -> str:
    return " ".join(band.message.text for band in window.bands.bands())


def _is_said(window: MainWindow, words: str) -> bool:
    return words in said(window)


def test_this_form_is_written_where_the_person_says(
    window: MainWindow, forms: FormFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def answer(_parent: object, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        asked.append(place)
        return str(tmp_path / "p"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    forms.export_this()
    qtbot.waitUntil(lambda: (tmp_path / "p.xlsx").is_file() and "p.xlsx" in said(window))
    assert Path(asked[0]).name == "Quy-II-2023 - Xa Ca Dy (CADY).xlsx"
    assert is_unit_form(tmp_path / "p.xlsx")


def test_nothing_is_written_where_the_dialog_is_given_up(
    window: MainWindow, forms: FormFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    started: list[object] = []
    monkeypatch.setattr(window.session.runner, "start", lambda work, **_: started.append(work))
    forms.export_this(blank=True)
    forms.export_all()
    assert not started


def test_all_forms_go_into_a_folder_of_their_own(
    window: MainWindow, forms: FormFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    for name in ("Phieu quy II 2023", "Phieu quy II 2023 (2)"):  # never into one that may hold returned forms
        forms.export_all()
        qtbot.waitUntil(partial(_is_said, window, str(tmp_path / name)))
        assert len(list((tmp_path / name).iterdir())) == 14
    qtbot.waitUntil(lambda: not window.findChildren(ProgressBand))


def test_a_stopped_run_leaves_whole_forms_and_says_how_many(
    window: MainWindow, forms: FormFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    # GIVEN a run in which the person stops while the third form is written
    write, calls = unit_form.write_content, []

    def stopping(content: Any, out: Path) -> None:
        calls.append(out)
        if len(calls) == 3:
            [band] = window.bands.findChildren(ProgressBand)
            band.stop_asked.emit()
            assert forms._stop is not None
            assert forms._stop.wait(30)  # it is set on the main thread
        write(content, out)

    monkeypatch.setattr(unit_form, "write_content", stopping)
    # WHEN all forms are asked for
    forms.write_all(tmp_path / "quy")
    qtbot.waitUntil(lambda: "3" in said(window) and "14" in said(window))
    # THEN three are there, all of them whole
    written = list((tmp_path / "quy").iterdir())
    assert len(written) == 3
    assert all(map(is_unit_form, written))


def test_the_band_says_whose_turn_it_is(window: MainWindow, qtbot: QtBot) -> None:
    band = ProgressBand("Đang xuất phiếu…")
    qtbot.addWidget(band)
    band.show_progress(3, 14, "Xã Cà Dy")
    assert (band.bar.value(), band.bar.maximum()) == (3, 14)
    assert band.step.text() == "3/14 · Xã Cà Dy"
    with qtbot.waitSignal(band.stop_asked):
        band.stop.click()
    assert not band.stop.isEnabled()


def test_a_failure_is_told_and_another_try_is_possible(
    window: MainWindow, forms: FormFiles, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "quy").write_text("ở đây đã có một tệp", encoding="utf-8")
    forms.write_all(tmp_path / "quy")
    qtbot.waitUntil(lambda: "Không tạo được thư mục" in said(window))
    forms.write_all(tmp_path / "quy-2")
    qtbot.waitUntil(lambda: "quy-2" in said(window))


def test_the_menus_offer_what_can_be_done(forms: FormFiles) -> None:
    assert [each.text() for each in forms.menu().actions() if each.text()] == [
        "Phiếu này, điền sẵn số đã nhập…",
        "Phiếu này, để trống…",
        "Tất cả phiếu của quý…",
    ]
