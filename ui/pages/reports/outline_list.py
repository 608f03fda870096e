"""The report's parts in the left column: heading, and what it is; Enter or a click leads to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from ui.pages.reports.outline import Entry, Origin
from ui.theme import theme


class OutlineList(QTreeWidget):
    """Shows the parts. entry_chosen(Entry): the person wants to see or write one."""

    entry_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self.setAccessibleName(self.tr("Parts of the report"))
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._chosen)
        self.itemClicked.connect(self._chosen)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show other parts; the cursor stays on its row."""
        row = max(self.indexOfTopLevelItem(self.currentItem()), 0)
        self._entries = entries
        self.clear()
        self.addTopLevelItems([self._item(entry) for entry in entries])
        if (item := self.topLevelItem(min(row, len(entries) - 1))) is not None:
            self.setCurrentItem(item)

    def _item(self, entry: Entry) -> QTreeWidgetItem:
        words = {
            Origin.GENERATED: self.tr("made"),
            Origin.WRITTEN: self.tr("written"),
            Origin.BOTH: self.tr("made, written"),
            Origin.BLANK: self.tr("not written"),
        }[entry.origin]
        indent = "" if entry.level == 1 else "    "
        item = QTreeWidgetItem([indent + entry.text, words])
        item.setIcon(0, _icon(entry.origin))
        item.setToolTip(0, f"{entry.text} – {words}")
        role = "warning_text" if entry.origin is Origin.BLANK else "text2"
        item.setForeground(1, theme().colour(role))
        item.setFont(1, theme().font(12))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{entry.text}, {words}")
        return item

    def _chosen(self, item: QTreeWidgetItem) -> None:
        self.entry_chosen.emit(self._entries[self.indexOfTopLevelItem(item)])


def _icon(origin: Origin) -> QIcon:
    return theme().icon("pencil", "warning_text") if origin is Origin.BLANK else theme().icon("check", "success")
