"""What is still open in a report, said once before it goes out. Nothing here stops it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from ui.pages.reports.checks import Finding
from ui.pages.reports.side import finding_item
from ui.theme import theme


class BeforeExport(QDialog):
    """Lists warnings and blanks; the person goes on, or back to mend them."""

    def __init__(self, found: Sequence[Finding], parent: QWidget, *, is_issuing: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Issue the report") if is_issuing else self.tr("Before the export"))
        self.words = QLabel(self._sentence(len(found), is_issuing))
        self.words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What is still open"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for each in found:
            self.list.addItem(finding_item(each))
        self.list.setVisible(bool(found))
        self.go_on = QPushButton(self.tr("Issue") if is_issuing else self.tr("Export to Word"))
        self._build()
        look = theme()
        self.resize(look.px(520), look.px(360 if found else 120))

    def _sentence(self, count: int, is_issuing: bool) -> str:
        said = self.tr("%n thing(s) are still open in the report. They do not stop it.", None, count) if count else ""
        if is_issuing:
            meaning = self.tr(
                "An issued report is kept in the data file for good, as it reads now; later figures do not change it."
            )
            said = f"{meaning}\n\n{said}" if said else meaning
        return said

    def _build(self) -> None:
        look = theme()
        buttons = QDialogButtonBox()
        self.go_on.setProperty("role", "primary")
        buttons.addButton(self.go_on, QDialogButtonBox.ButtonRole.AcceptRole)
        back = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        back.setAutoDefault(False)
        self.go_on.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(12))
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.go_on.setFocus()
