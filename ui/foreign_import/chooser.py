"""A box of choices that is searched by typing any part of a name, with or without tones."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from models.folding import fold

SEARCHED = 12  # from so many choices on they may be typed


class Chooser(QComboBox):
    """chosen(data): a person chose something else. What is put in by the program is not told."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(self._activated)

    def show_choices(self, choices: Sequence[tuple[str, Any]], current: Any) -> None:
        """Offer choices, one of them chosen."""
        self.clear()
        for text, data in choices:
            self.addItem(text, data)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        if not self.isEditable() and len(choices) >= SEARCHED:
            self._make_searched()
        self.show_chosen(current)

    def _make_searched(self) -> None:
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)
        if (line := self.lineEdit()) is not None:
            line.editingFinished.connect(self._typed)

    def show_chosen(self, data: Any) -> None:
        """Show one of the choices as the one that holds; nothing where it is none of them."""
        self.setCurrentIndex(next((row for row in range(self.count()) if self.itemData(row) == data), -1))
        if (line := self.lineEdit()) is not None:
            line.setCursorPosition(0)  # a long name shows its beginning

    def _typed(self) -> None:
        """Take what was typed where it is one of the choices, tones aside; else show what holds."""
        text = fold(self.currentText())
        if self.currentIndex() >= 0 and fold(self.itemText(self.currentIndex())) == text:
            return
        fitting = [row for row in range(self.count()) if fold(self.itemText(row)) == text]
        fitting = fitting or [row for row in range(self.count()) if text and text in fold(self.itemText(row))]
        if len(fitting) == 1:
            self.setCurrentIndex(fitting[0])
            self.chosen.emit(self.itemData(fitting[0]))
        else:
            self.setEditText(self.itemText(self.currentIndex()))

    def _activated(self, row: int) -> None:
        self.chosen.emit(self.itemData(row))
