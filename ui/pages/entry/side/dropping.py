"""Files and links dropped on a cell or on the side panel."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files that something dropped names."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def dropped_link(data: QMimeData) -> str:
    """Return the web address that something dropped is, "" where it is none."""
    return next((url.toString() for url in data.urls() if url.scheme() in ("http", "https")), "")


class DropTarget(QObject):
    """Lets files and links be dropped on a widget. files(list of paths), link(address) tell of them.

    takes(place) says whether a place of the widget takes them, and makes it the current one when dropped is True."""

    files = Signal(list)
    link = Signal(str)

    def __init__(self, widget: QWidget, takes: Callable[[QPoint, bool], bool]) -> None:
        super().__init__(widget)
        self._takes = takes
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged over or dropped here when it is a file or link; leave all else to the widget."""
        if isinstance(event, QDropEvent | QDragMoveEvent | QDragEnterEvent):
            data = event.mimeData()
            if not dropped_files(data) and not dropped_link(data):
                return False
            is_drop = event.type() == QEvent.Type.Drop
            if self._takes(event.position().toPoint(), is_drop):
                event.acceptProposedAction()
                if is_drop:
                    self._dropped(data)
            else:
                event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _dropped(self, data: QMimeData) -> None:
        if files := dropped_files(data):
            self.files.emit(files)
        else:
            self.link.emit(dropped_link(data))
