"""Việc cần làm ngay: at most three sentences, and a way to all of them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.alerts import Alert
from models.unit import UnitTree
from ui.pages.overview.alert_texts import SENTENCES, alert_row, alert_sentences
from ui.theme import theme
from ui.widgets.list_dialog import ListDialog


class AlertsPanel(QFrame):
    """The first sentences, numbered. all_wanted: show every alert."""

    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.setProperty("role", "panel")
        title = QLabel(self.tr("To be done now"))
        title.setProperty("role", "section")
        self.all = QPushButton()
        self.all.setProperty("role", "link")
        self.all.clicked.connect(self.all_wanted)
        self.sentences = QLabel()
        self.sentences.setWordWrap(True)
        self.sentences.setProperty("role", "small")
        self.sentences.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(8))
        column.setSpacing(look.px(4))
        column.addLayout(head)
        column.addWidget(self.sentences)

    def set_alerts(self, alerts: Sequence[Alert], tree: UnitTree, names: dict[str, str]) -> None:
        """Show what wants doing."""
        said = alert_sentences(alerts, tree, names)
        numbered = (f"{number}. {sentence}" for number, sentence in enumerate(said[:SENTENCES], start=1))
        self.sentences.setText("\n".join(numbered) or self.tr("Nothing has to be done now."))
        self.all.setVisible(bool(alerts))
        self.all.setText(self.tr("All (%n)", None, len(alerts)) + " ›")


def alerts_dialog(alerts: Sequence[Alert], tree: UnitTree, names: dict[str, str], parent: QWidget) -> ListDialog:
    """Return a list of all that wants doing; each row leads to its place."""
    translate = QCoreApplication.translate
    headings = [
        translate("AlertsPanel", "What"),
        translate("AlertsPanel", "Unit"),
        translate("AlertsPanel", "About"),
        translate("AlertsPanel", "By when"),
    ]
    rows = [alert_row(each, tree, names) for each in alerts]
    sentence = translate("AlertsPanel", "Made from the figures of what is looked at; Enter leads to the place.")
    return ListDialog(translate("AlertsPanel", "To be done"), sentence, headings, rows, parent)
