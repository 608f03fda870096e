"""Putting text and its HTML on the clipboard."""

from collections.abc import Mapping

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication


def mime_data() -> QMimeData:
    """Return an empty content that Qt itself has made.

    WORKAROUND: one made in Python that is still on the clipboard when the program ends is deleted after the
    interpreter, and the process dies of it (PySide6 6.10)."""
    maker = QStringListModel([""])
    data = maker.mimeData([maker.index(0)])
    for name in data.formats():
        data.removeFormat(name)
    return data


def put(text: str, html: str = "", others: Mapping[str, bytes] | None = None) -> None:
    """Put a text on the clipboard, with the same as HTML and in formats of our own where they are given."""
    data = mime_data()
    data.setText(text)
    if html:
        data.setHtml(html)
    for name, content in (others or {}).items():
        data.setData(name, content)
    QGuiApplication.clipboard().setMimeData(data)
