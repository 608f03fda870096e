"""What proves a value, in the side panel: files, links and documents, each opened, saved elsewhere or taken off."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.evidence import Evidence, EvidenceKind
from models.number import format_date
from ui.texts import size_text
from ui.theme import theme

ROWS_SHOWN = 5
_ICONS = {EvidenceKind.FILE: "clip", EvidenceKind.LINK: "link", EvidenceKind.DOCUMENT: "file"}


def evidence_text(each: Evidence) -> str:
    """Return one proof in short: a file's name and size, a document's number and date, a link."""
    if each.kind is EvidenceKind.FILE and each.size is not None:
        return f"{each.text} · {size_text(each.size)}"
    if each.day is not None:
        text = QCoreApplication.translate("EvidenceList", "{number} of {date}")
        return text.format(number=each.text, date=format_date(each.day))
    return each.text


def plain_tip(text: str) -> str:
    """Return a text for a tooltip as it is, whatever signs it holds; long ones are wrapped."""
    return f"<span>{escape(text)}</span>"


class EvidenceList(QWidget):
    """The proofs of one value. opened, save_asked, removed(Evidence): what was chosen for one of them."""

    opened = Signal(object)
    save_asked = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Evidence] = []
        self.list = _Rows()
        self.list.setAccessibleName(self.tr("Evidence for the value"))
        self.nothing = QLabel()
        self.nothing.setProperty("role", "secondary")
        self.nothing.setWordWrap(True)
        self.open = self._link(self.tr("Open"))
        self.save = self._link(self.tr("Save as…"))
        self.remove = self._link(self.tr("Take off"))
        self._build()
        self.list.itemActivated.connect(self._open_clicked)
        self.list.delete_pressed.connect(self._remove_clicked)
        self.list.customContextMenuRequested.connect(self._menu_asked)
        self.list.currentRowChanged.connect(self._row_changed)
        self.open.clicked.connect(self._open_clicked)
        self.save.clicked.connect(self._save_clicked)
        self.remove.clicked.connect(self._remove_clicked)

    def _link(self, words: str) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setAutoDefault(False)
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        for button in (self.open, self.save, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addWidget(self._buttons)

    def show_evidence(self, evidence: Sequence[Evidence], *, is_locked: bool) -> None:
        """Show what proves a value; of a locked one nothing can be taken off."""
        chosen = self.list.currentRow()
        self._shown = list(evidence)
        self.list.clear()
        for each in self._shown:
            item = QListWidgetItem(theme().icon(_ICONS[each.kind]), evidence_text(each))
            item.setToolTip(plain_tip(evidence_text(each)))
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(chosen, 0), len(self._shown) - 1))
        self.list.setVisible(bool(self._shown))
        self.list.fit()
        how = self.tr("None yet. A file can be dropped here or on the cell.")
        self.nothing.setText(self.tr("None.") if is_locked else how)
        self.nothing.setVisible(not self._shown)
        self._buttons.setVisible(bool(self._shown))
        self.remove.setVisible(not is_locked)

    def texts(self) -> list[str]:
        """Return what is shown."""
        return [self.list.item(row).text() for row in range(self.list.count())]

    def current(self) -> Evidence | None:
        """Return the chosen one."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _row_changed(self, row: int) -> None:
        self.save.setVisible(0 <= row < len(self._shown) and self._shown[row].kind is EvidenceKind.FILE)
        self.open.setVisible(0 <= row < len(self._shown) and self._shown[row].kind is not EvidenceKind.DOCUMENT)

    def _menu_asked(self, place: QPoint) -> None:
        if self.list.itemAt(place) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.open, self.save, self.remove):
            if not button.isHidden():
                action = QAction(button.text(), menu)
                action.triggered.connect(button.click)
                menu.addAction(action)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _open_clicked(self) -> None:
        each = self.current()
        if each is not None and each.kind is not EvidenceKind.DOCUMENT:
            self.opened.emit(each)

    def _save_clicked(self) -> None:
        if (each := self.current()) is not None:
            self.save_asked.emit(each)

    def _remove_clicked(self) -> None:
        if (each := self.current()) is not None and not self.remove.isHidden():
            self.removed.emit(each)


class _Rows(QListWidget):
    """As high as its rows, up to some; Delete takes the chosen one off."""

    delete_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(theme().px(14), theme().px(14)))

    def fit(self) -> None:
        """Take the height of the rows that are shown."""
        rows = min(self.count(), ROWS_SHOWN)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 1) + 2 * self.frameWidth())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self.delete_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # on macOS Enter would begin to edit
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
