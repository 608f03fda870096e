"""The column of three cards: the heaviest shortfalls, or what is closest to its target where nothing is behind."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from models.progress import Figure
from models.remaining import Remaining
from ui.pages.overview.figure_card import FigureCard, Words
from ui.pages.overview.remaining import basis_text, remaining_text, short_remaining_text
from ui.pages.overview.summary import CARDS, heaviest, is_all_met
from ui.texts import period_text
from ui.theme import theme
from ui.widgets.figure_drawing import Scale


class Cards(QFrame):
    """opened(code): a card was clicked, or Enter or Space pressed on it. entry_wanted: figures are to be entered."""

    opened = Signal(str)
    entry_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel(self.tr("Closest to the target"))
        self.title.setProperty("role", "section")
        self.empty = QLabel(self.tr("Nothing can be held against a target yet."))
        self.empty.setProperty("role", "secondary")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.entry = QPushButton()
        self.entry.setProperty("role", "primary")
        self.entry.clicked.connect(self.entry_wanted)
        self.cards = [FigureCard() for _ in range(CARDS)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(10))
        column.addWidget(self.title)
        column.addWidget(self.empty)
        column.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignHCenter)
        for card in self.cards:
            column.addWidget(card, 1)
            card.opened.connect(self.opened)

    def show_figures(
        self,
        figures: Sequence[Figure],
        remaining: Mapping[str, Remaining],
        scale: Scale,
        *,
        with_arc: bool,
        until: date,
        pulling: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Show those that stand out among figures. with_arc False: numbers and words only.

        until: the year's last day; pulling: who lacks most, by the indicator's code."""
        chosen = heaviest(figures)
        self.title.setVisible(is_all_met(figures))
        self.empty.setVisible(not chosen)
        self.entry.setVisible(bool(figures) and all(each.value is None for each in figures))
        if figures:
            self.entry.setText(self.tr("Enter {quarter}").format(quarter=period_text(figures[0].period.quarters[0])))
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(chosen))
            if place < len(chosen):
                rest = remaining.get(chosen[place].indicator.code)
                words = Words(
                    remaining_text(chosen[place], rest, until),
                    short_remaining_text(chosen[place], rest),
                    pulling.get(chosen[place].indicator.code, ""),
                    basis_text(rest),
                )
                card.set_figure(chosen[place], words, scale, with_arc=with_arc)
