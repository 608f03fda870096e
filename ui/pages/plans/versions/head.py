"""The head of the page: which plan and version is shown, and what can be done to it as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from models.plan import LegalBasis, Plan
from models.plan_versions import PlanState, state_of, version_number
from ui.plan_sets import plan_sets
from ui.theme import theme
from ui.version_texts import basis_text, document_text, version_text
from ui.widgets.elided_label import ElidedLabel


class PlanHead(QWidget):
    """Says what is wanted; the page's actions do it."""

    new_wanted = Signal()
    issue_wanted = Signal()
    replace_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    set_wanted = Signal(str)
    archive_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title, self.version, self.about = QLabel(), QLabel(), ElidedLabel()
        self.new_button = QPushButton(theme().icon("plus"), self.tr("New plan"))
        self.step_button = QPushButton()
        self.more_button = QToolButton()
        self.print = QAction(theme().icon("printer"), self.tr("Print the table…"), self)
        self.export = QAction(theme().icon("download"), self.tr("Table to Excel…"), self)
        self.archive = QAction(self)
        self.delete = QAction(theme().icon("trash"), self.tr("Delete this draft…"), self)
        self._state = PlanState.DRAFT
        self._build()
        self._connect()

    def show_plan(self, plan: Plan, plans: Sequence[Plan], office: str, bases: Sequence[LegalBasis]) -> None:
        """Show a plan among all of the file; of a draft the newest document it rests on, else that of its issue."""
        self._state = state_of(plan, plans)
        self.title.setText(self.tr("Reform plan of {year}").format(year=plan.year))
        words = version_text(plan, plans)
        self.version.setText(words[:1].upper() + words[1:])
        self.version.setToolTip(plan.code)
        document = document_text(plan) or basis_text(bases)
        self.about.setText(" · ".join(filter(None, (office, document))))
        number, is_draft = version_number(plan, plans), self._state is PlanState.DRAFT
        issue, replacing = self.tr("Issue version {number}"), self.tr("New version")
        self.step_button.setText(issue.format(number=number) if is_draft else replacing)
        self.step_button.setIcon(theme().icon("check", "on_accent") if is_draft else theme().icon("plus"))
        self.step_button.setProperty("role", "primary" if is_draft else "")
        self.step_button.style().polish(self.step_button)
        self.step_button.setVisible(self._state is not PlanState.REPLACED)
        self.archive.setText(self.tr("Bring the plan back") if plan.is_archived else self.tr("Put the plan away"))
        self.delete.setEnabled(is_draft)

    def add_button(self, button: QWidget) -> None:
        """Put another button before those that are there."""
        self.row.insertWidget(self.row.indexOf(self.new_button), button)

    def _build(self) -> None:
        for label, role in ((self.title, "title"), (self.version, "pill"), (self.about, "secondary")):
            label.setProperty("role", role)
        self.more_button.setProperty("role", "square")
        self.more_button.setIcon(theme().icon("menu"))
        self.more_button.setToolTip(self.tr("More that can be done to this plan"))
        self.more_button.setAccessibleName(self.more_button.toolTip())
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.more_button)
        self.menu.addActions([self.print, self.export])
        self.sets = self.menu.addMenu(theme().icon("plus"), self.tr("Add a ready set of indicators"))
        for each in plan_sets():
            action = self.sets.addAction(f"{each.name} ({each.hint})")
            action.setData(each.code)
        self.menu.addSeparator()
        self.menu.addActions([self.archive, self.delete])
        for action, keys in ((self.print, "Ctrl+P"), (self.export, "Ctrl+E")):
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.more_button.setMenu(self.menu)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme().px(10))
        for label in (self.title, self.version):
            self.row.addWidget(label)
        self.row.addWidget(self.about, 1)
        for button in (self.new_button, self.step_button, self.more_button):
            self.row.addWidget(button)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_wanted)
        self.step_button.clicked.connect(self._step_clicked)
        self.print.triggered.connect(self.print_wanted)
        self.export.triggered.connect(self.export_wanted)
        self.sets.triggered.connect(self._set_chosen)
        self.archive.triggered.connect(self.archive_wanted)
        self.delete.triggered.connect(self.delete_wanted)

    def _set_chosen(self, action: QAction) -> None:
        self.set_wanted.emit(action.data())

    def _step_clicked(self) -> None:
        (self.issue_wanted if self._state is PlanState.DRAFT else self.replace_wanted).emit()
