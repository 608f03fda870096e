"""The language of the screen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QFileInfo
from PySide6.QtGui import QAbstractFileIconProvider
from PySide6.QtWidgets import QApplication

from ui import language
from ui.resources import resource


def test_words_stay_when_an_update_rewrites_their_file(
    looks: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN the program speaks Vietnamese from a file
    words = tmp_path / "cchc_vi.qm"
    words.write_bytes(resource("i18n", "cchc_vi.qm").read_bytes())
    monkeypatch.setattr(language, "resource", lambda _folder, name: tmp_path / name)
    language.use_language("vi")
    # WHEN the file is written over in place
    words.write_bytes(b"\0" * words.stat().st_size)
    # THEN it still does
    assert QCoreApplication.translate("Pages", "Overview") == "Tổng quan"


def test_qt_s_own_file_dialog_speaks_vietnamese(looks: QApplication, tmp_path: Path) -> None:
    assert QAbstractFileIconProvider().type(QFileInfo(str(tmp_path))) == "Thư mục"
    assert QCoreApplication.translate("QFileDialog", "&Save") == "&Lưu"
