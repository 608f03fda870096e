"""The line at the bottom: what is saved, the last copy, the day asked, the size of text."""

from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QProgressBar,
    QStatusBar,
    QToolButton,
    QWidget,
)

from models.number import format_date
from models.store.changes import Changes
from models.version import VERSION
from ui.session import Session
from ui.theme import theme
from ui.widgets.day_picker import DayPicker

FONT_PERCENTS = (90, 100, 110, 125, 150)


class StatusBar(QStatusBar):
    """Follows the session by itself."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        look = theme()
        self.setSizeGripEnabled(False)
        self.setFixedHeight(look.px(26))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self.saved = QLabel()
        self.copied = QLabel()
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setFixedWidth(look.px(80))
        self.busy.setAccessibleName(self.tr("Working"))
        self.busy.hide()
        self.day = QToolButton()
        self.day.setToolTip(self.tr("The day that is asked; it decides what is overdue"))
        self.font_size = QToolButton()
        self.font_size.setToolTip(self.tr("Size of all text"))
        self.version = QLabel(self.tr("Version {number}").format(number=VERSION))
        left: tuple[QWidget, ...] = (self.saved, self.copied, self.busy)
        right: tuple[QWidget, ...] = (self.day, self.font_size, self.version)
        for part in left:
            self.addWidget(part)
        for part in right:
            self.addPermanentWidget(part)

    def _connect(self) -> None:
        self.day.clicked.connect(self._day_clicked)
        self.font_size.clicked.connect(self._font_size_clicked)
        self._session.saved.connect(self.refresh)
        self._session.file_changed.connect(self._file_changed)
        self._later.timeout.connect(self._look_for_copy)
        self._session.context_changed.connect(self.refresh)
        self._session.runner.busy_changed.connect(self.busy.setVisible)

    def refresh(self, changes: Changes | None = None) -> None:
        """Show what the session says."""
        session = self._session
        self.saved.setText(self._saved_text())
        self.copied.setVisible(session.copied_at is not None)
        if session.copied_at is not None:
            text = self.tr("Last copy: {when}")
            when = f"{session.copied_at:%H:%M} {format_date(session.copied_at.date())}"
            self.copied.setText(text.format(when=when))
        self.day.setVisible(session.is_open)
        self.day.setText(self.tr("Day asked {day}").format(day=format_date(session.on)))
        percent = session.settings.font_percent
        self.font_size.setText(self.tr("Text size {percent}%").format(percent=percent))
        self.version.setVisible(not session.is_open)

    def _file_changed(self) -> None:
        self.refresh()
        self._later.start()  # the figures of the file are to be on the screen first

    def _look_for_copy(self) -> None:
        self._session.find_last_copy()
        self.refresh()

    def _saved_text(self) -> str:
        if not self._session.is_open:
            return self.tr("The data stay on this machine; no network is needed")
        if (saved := self._session.saved_at) is None:
            return self.tr("Every change is saved at once")
        when = f"{saved:%H:%M}" if saved.date() == date.today() else f"{saved:%H:%M} {format_date(saved.date())}"
        return self.tr("✓ All changes saved at {when}").format(when=when)

    def _day_clicked(self) -> None:
        popup = DayPicker(self, self._session.on, self._session.set_day)
        popup.open_below(self.day)
        popup.typed.setFocus()

    def _font_size_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for percent in FONT_PERCENTS:
            action = QAction(f"{percent}%", menu)
            action.setData(percent)
            action.setCheckable(True)
            action.setChecked(percent == self._session.settings.font_percent)
            menu.addAction(action)
        menu.triggered.connect(self._font_size_chosen)
        menu.popup(self.font_size.mapToGlobal(self.font_size.rect().topLeft()))

    def _font_size_chosen(self, action: QAction) -> None:
        self._session.settings["font_percent"] = action.data()
        self._session.looks_changed.emit()
