"""Shows what a block from the clipboard would write, cell by cell, before anything is written."""

from typing import cast

from PySide6.QtCore import QItemSelectionModel, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from models.exchange.clipboard.marks import ENGLISH, VIETNAMESE, Separators, Source
from ui.pages.entry.pasting.laying import Layout
from ui.pages.entry.pasting.paste_delegate import SIGN_ICONS, PasteDelegate
from ui.pages.entry.pasting.paste_model import PasteColumn, PasteModel, sign_word
from ui.pages.entry.pasting.pasting import Pasting, Sign
from ui.theme import theme

ROW_UNITS = 27
WIDTHS = {
    PasteColumn.SIGN: 34,
    PasteColumn.CELL: 142,
    PasteColumn.PERIOD: 72,
    PasteColumn.TEXT: 104,
    PasteColumn.READING: 168,
    PasteColumn.BEFORE: 90,
}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PasteTable(QTableView):
    """Left and Right choose between two readings in the selected lines; Enter is left to the dialog."""

    def __init__(self, model: PasteModel) -> None:
        super().__init__()
        look = theme()
        self.setModel(model)
        self.setItemDelegate(PasteDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_UNITS))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        for column, units in WIDTHS.items():
            header.resizeSection(column, look.px(units))
        header.setSectionResizeMode(PasteColumn.NOTE, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = cast(PasteModel, self.model())
        choices = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}
        if event.key() in choices:
            chosen = [index.row() for index in self.selectionModel().selectedRows()]
            model.choose(chosen, choices[Qt.Key(event.key())])
        elif event.key() in _ENTERS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def go_to(self, place: int) -> None:
        """Make a line the current one."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.model().index(place, PasteColumn.CELL), flags)


class PastePreview(QDialog):
    """Shows a Pasting; accepted: write it (Enter), rejected: leave all as it is (Esc)."""

    def __init__(self, pasting: Pasting, where: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Paste – look first"))
        self.pasting = pasting
        self.model = PasteModel(pasting, self)
        self.table = PasteTable(self.model)
        self.table.setAccessibleName(self.tr("Cells to be written"))
        self.found = QLabel()
        self.notation = QComboBox()
        self.layouts = QButtonGroup(self)
        self._counts = {sign: QLabel() for sign in Sign}
        self.write = QPushButton()
        self._build(where)
        room = parent.window().size() - QSize(theme().px(32), theme().px(32))
        self.resize(self._wanted_size().boundedTo(room))
        self._connect()
        self._show()
        self.table.go_to(max(0, pasting.next_open()))
        self.table.setFocus()

    def _build(self, where: str) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        title = QLabel(where)
        title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(title)
        column.addWidget(self._build_band())
        if self.pasting.is_layout_asked:
            column.addLayout(self._build_layouts())
        frame = QFrame()
        frame.setProperty("role", "panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        column.addWidget(frame, 1)
        column.addLayout(self._build_counts())
        column.addLayout(self._build_foot())

    def _wanted_size(self) -> QSize:
        look = theme()
        lines = min(len(self.pasting.lines), 20)
        return QSize(look.px(928), look.px(ROW_UNITS) * (lines + 1) + look.px(215))

    def _build_band(self) -> QFrame:
        look = theme()
        band = QFrame()
        band.setProperty("role", "band-info" if self.pasting.block.separators else "band-warning")
        row = QHBoxLayout(band)
        row.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(6))
        self.found.setWordWrap(True)
        row.addWidget(self.found, 1)
        label = QLabel(self.tr("&Numbers read as"))
        label.setProperty("role", "secondary")
        label.setBuddy(self.notation)
        self.notation.setAccessibleName(self.tr("Numbers read as"))
        self.notation.addItem(self._as_told(), None)
        for notation, text in ((VIETNAMESE, "1.234,5"), (ENGLISH, "1,234.5")):
            self.notation.addItem(text, notation)
        row.addWidget(label)
        row.addWidget(self.notation)
        return band

    def _build_layouts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("The block is for")))
        words = {
            Layout.TYPED: self.tr("&typed lines, one after the other"),
            Layout.EACH: self.tr("&every line, blanks on computed ones"),
        }
        for number, text in enumerate(words.values()):
            button = QRadioButton(text)
            self.layouts.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _build_counts(self) -> QHBoxLayout:
        look, row = theme(), QHBoxLayout()
        for sign, label in self._counts.items():
            mark = QLabel()
            mark.setPixmap(look.pixmap(*SIGN_ICONS[sign], look.px(15)))
            row.addWidget(mark)
            row.addWidget(label)
            row.addSpacing(look.px(10))
        row.addStretch(1)
        return row

    def _build_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        after = QLabel(self.tr("Once written, one Ctrl+Z takes all of it back."))
        after.setProperty("role", "secondary")
        row.addWidget(after)
        row.addStretch(1)
        buttons = QDialogButtonBox()
        self.write.setProperty("role", "primary")
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.write.setDefault(True)
        buttons.accepted.connect(self._write_clicked)
        buttons.rejected.connect(self.reject)
        row.addWidget(buttons)
        return row

    def _connect(self) -> None:
        self.notation.activated.connect(self._notation_chosen)
        self.layouts.idClicked.connect(self._layout_chosen)
        self.model.dataChanged.connect(self._show)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes when all is chosen, else leads to what is still asked."""
        if event.key() in _ENTERS:
            self._write_clicked()
        else:
            super().keyPressEvent(event)

    def _write_clicked(self) -> None:
        if self.pasting.is_ready:
            self.accept()
        elif self.pasting.layout is None:
            self.layouts.button(0).setFocus()
        elif (place := self.pasting.next_open(self.table.currentIndex().row())) >= 0:
            self.table.go_to(place)
            self.table.setFocus()

    def _notation_chosen(self) -> None:
        self.pasting.set_notation(cast("Separators | None", self.notation.currentData()))
        self._read_anew()

    def _layout_chosen(self, number: int) -> None:
        self.pasting.set_layout(list(Layout)[number])
        self._read_anew()

    def _read_anew(self) -> None:
        place = self.table.currentIndex().row()
        self.model.read_anew()
        self._show()
        still = self.pasting.next_open()
        self.table.go_to(still if still >= 0 else max(0, min(place, len(self.pasting.lines) - 1)))

    def _show(self) -> None:
        counts = self.pasting.counts()
        for sign, label in self._counts.items():
            label.setText(f"{counts[sign]} {sign_word(sign)}")
        self.write.setText(self.tr("Write %n cell(s)", None, self.pasting.size))
        self.write.setEnabled(self.pasting.is_ready)
        self.found.setText(self._found(counts[Sign.ASKS]))

    def _as_told(self) -> str:
        separators, source = self.pasting.block.separators, self.pasting.block.source
        if separators is None:
            return self.tr("As guessed, asking where in doubt")
        example = f"1{separators.thousand}234{separators.decimal}5"
        if source is Source.OURS:
            return self.tr("As in this program: {example}").format(example=example)
        return self.tr("As {program} says: {example}").format(program=source.value or "HTML", example=example)

    def _found(self, asked: int) -> str:
        """Say which separators were found and where, or that they are guessed, and how much is asked."""
        block = self.pasting.block
        if block.source is Source.OURS:
            said = self.tr("Copied in this program.")
        elif block.separators is not None:
            signs = {",": self.tr("a comma"), ".": self.tr("a point"), "": self.tr("nothing")}
            words = self.tr("{program} says: decimals are parted by {decimal}, thousands by {thousand}.")
            said = words.format(
                program=block.source.value or "HTML",
                decimal=signs[block.separators.decimal],
                thousand=signs.get(block.separators.thousand, self.tr("a blank")),
            )
        elif any(cell.exact for line in block.lines for cell in line):
            said = self.tr("{program} tells the value of each number.").format(program=block.source.value)
        else:
            said = self.tr("Nothing tells the separators: guessed to be Vietnamese.")
        doubt = self.tr("%n cell(s) can be read in two ways.", None, asked)
        return f"{said} {doubt}" if asked else said
