"""One of the four panels: a head with its name, what it is of, and a menu; below it what it shows."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from models.exchange.figure_book import FigureTable
from ui.theme import Theme, set_role, theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.stale import set_stale

HEAD_UNITS = 32


class Way(StrEnum):
    """How a panel leaves the program."""

    PICTURE = "picture"
    TABLE = "table"
    EXCEL = "excel"
    PRINT = "print"


class Panel(QFrame):
    """asked(panel, way): it is to be copied, exported or printed. enlarge_asked(key): to fill the page, or no more.

    After complete(): progressed(done, all) while what is missing is read, and completed(whether all is there)."""

    asked = Signal(object, str)
    enlarge_asked = Signal(str)
    progressed = Signal(int, int)
    completed = Signal(bool)

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        look = theme()
        self.key = key
        self.setProperty("role", "panel")
        self.title, self.hint = QLabel(title), ElidedLabel()
        self.title.setProperty("role", "section")
        self.title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.hint.setProperty("role", "secondary")
        self.more = QToolButton()
        self.more.setProperty("role", "flat")
        self.more.setIcon(look.icon("menu"))
        self.more.setToolTip(self.tr("Enlarge, copy, export, print"))
        self.more.clicked.connect(self._more_clicked)
        self._head = QWidget()
        self._head.setFixedHeight(look.px(HEAD_UNITS))
        self._head.installEventFilter(self)
        line = QHBoxLayout(self._head)
        line.setContentsMargins(look.px(12), 0, look.px(4), 0)
        line.setSpacing(look.px(8))
        line.addWidget(self.title)
        line.addWidget(self.hint, 1)
        line.addWidget(self.more)
        rule = QFrame()
        rule.setProperty("role", "line")
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, look.px(6))
        whole.setSpacing(0)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        for part in (self._head, rule, self.body):
            whole.addWidget(part, 1 if part is self.body else 0)
        self.is_awaited = False
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Name it, for the eye and for screen readers."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.more.setAccessibleName(f"{title}: {self.more.toolTip()}")

    def set_awaited(self, is_awaited: bool) -> None:
        """Grey what is shown while other figures are read; they are shown without delay once they are there."""
        if is_awaited:
            self.hint.setText(self.tr("being computed…"))
        if is_awaited != self.is_awaited:
            self.is_awaited = is_awaited
            self.fade(is_awaited)

    def fade(self, is_faded: bool) -> None:
        """Grey what is shown, or no more."""
        set_stale(self.body, is_stale=is_faded)

    def set_active(self, active: bool) -> None:
        """Show whether the page's buttons are for this one."""
        set_role(self, "active-panel" if active else "panel")

    def complete(self) -> None:
        """Have read what is not there yet, before it leaves the program."""
        self.completed.emit(True)

    def give_up(self) -> None:
        """Have no more read for that."""

    def table(self) -> FigureTable | None:
        """Return what it shows as a table; None while there is nothing."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF, look: Theme) -> str:
        """Draw it for paper or as a picture; return what had no room, in words."""
        raise NotImplementedError

    def image(self, rect: QRectF, look: Theme) -> QImage | None:
        """Return what it shows as a picture, where it can be drawn as nothing else; else None."""
        return None

    def _more_clicked(self) -> None:
        menu, look = QMenu(self), theme()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Enlarge, or show all four"), partial(self.enlarge_asked.emit, self.key))
        menu.addSeparator()
        for icon, words, way in (
            ("image", self.tr("Copy as a picture"), Way.PICTURE),
            ("copy", self.tr("Copy as a table"), Way.TABLE),
            ("upload", self.tr("Export to Excel…"), Way.EXCEL),
            ("printer", self.tr("Print…"), Way.PRINT),
        ):
            menu.addAction(look.icon(icon), words, partial(self.asked.emit, self, way))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the head enlarges."""
        if event.type() is QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self.enlarge_asked.emit(self.key)
            return True
        return super().eventFilter(watched, event)
