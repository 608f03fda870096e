"""Cài đặt: what belongs to this machine and person, and what the program is."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from models.version import VERSION
from ui.context import View
from ui.session import Session
from ui.settings import home
from ui.theme import theme
from ui.widgets.page import Page

if TYPE_CHECKING:
    from models.store.changes import Changes

FONT_PERCENTS = (90, 100, 110, 125, 150)
FIELD_UNITS = 380
MOST_FEW_CASES = 9_999


class SettingsPage(Page):
    """Each change holds at once; there is no button to save."""

    view = View(needs_plan=False)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._build()
        self._connect()

    def _build(self) -> None:
        look = theme()
        body = QWidget()
        body.setProperty("role", "scrolled")
        column = QVBoxLayout(body)
        column.setContentsMargins(look.px(14), look.px(12), look.px(14), look.px(12))
        column.setSpacing(look.px(12))
        title = QLabel(self.tr("Settings"))
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addWidget(self._panel(self.tr("Screen"), self._screen_fields()))
        column.addWidget(self._panel(self.tr("Work"), self._work_fields()))
        column.addWidget(self._panel(self.tr("About"), self._about_lines()))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _panel(self, title: str, form: QFormLayout) -> QFrame:
        look = theme()
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setMaximumWidth(look.px(760))
        head = QLabel(title)
        head.setProperty("role", "section")
        column = QVBoxLayout(panel)
        column.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(14))
        column.setSpacing(look.px(10))
        column.addWidget(head)
        column.addLayout(form)
        return panel

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(theme().px(16))
        form.setVerticalSpacing(theme().px(8))
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return form

    def _screen_fields(self) -> QFormLayout:
        form = self._form()
        self.language = self._choice("language", [("vi", "Tiếng Việt"), ("en", "English")])
        themes = [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))]
        self.theme_choice = self._choice("theme", themes)
        self.font_percent = self._choice("font_percent", [(each, f"{each}%") for each in FONT_PERCENTS])
        self._add(form, self.tr("&Language"), self.language)
        self._add(form, self.tr("&Theme"), self.theme_choice)
        self._add(form, self.tr("Text &size"), self.font_percent)
        return form

    def _work_fields(self) -> QFormLayout:
        form = self._form()
        self.author = QLineEdit(self.session.settings["author"])
        self.author.setPlaceholderText(self.session.settings.author)
        self.author.setFixedWidth(theme().px(FIELD_UNITS))
        self.folder = QLineEdit(str(self.session.settings.backup_folder))
        self.folder.setReadOnly(True)
        self.folder.setFixedWidth(theme().px(FIELD_UNITS))
        self.choose = QPushButton(theme().icon("folder"), self.tr("Choose…"))
        line = QHBoxLayout()
        line.addWidget(self.folder)
        line.addWidget(self.choose)
        line.addStretch(1)
        self._add(form, self.tr("&Name kept in the history"), self.author)
        label = QLabel(self.tr("&Folder of daily copies"))
        self.folder.setAccessibleName(label.text().replace("&", ""))
        label.setBuddy(self.choose)
        form.addRow(label, line)
        self.few_cases = QSpinBox()
        self.few_cases.setRange(0, MOST_FEW_CASES)
        self.few_cases.setValue(self.session.settings["few_cases"])
        self.few_cases.setFixedWidth(theme().px(100))
        hint = QLabel(self.tr("The file is copied there at the first change of a day; the last ten copies are kept."))
        hint.setProperty("role", "muted")
        form.addRow("", hint)
        self._add(form, self.tr("&Few cases: fewer than"), self.few_cases)
        about = QLabel(self.tr("In the ranking of units, rates of fewer cases are marked °; 0 marks none."))
        about.setProperty("role", "muted")
        form.addRow("", about)
        return form

    def _about_lines(self) -> QFormLayout:
        form = self._form()
        lines = (
            (self.tr("Program"), self.tr("Reform targets, version {number}").format(number=VERSION)),
            (self.tr("Licence"), self.tr("MIT; Qt and PySide6 under the LGPL 3")),
            (self.tr("Data and log"), str(home())),
        )
        for name, words in lines:
            text = QLabel(words)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setWordWrap(True)
            form.addRow(QLabel(name), text)
        return form

    def _choice(self, key: str, choices: list[tuple[Any, str]]) -> QComboBox:
        box = QComboBox()
        box.setProperty("setting", key)
        box.setFixedWidth(theme().px(200))
        for value, text in choices:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(self.session.settings[key])))
        return box

    def _add(self, form: QFormLayout, words: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        for each in (field, *field.findChildren(QLineEdit)):  # the line of a spin box is read out by itself
            each.setAccessibleName(words.replace("&", ""))
        form.addRow(label, field)

    def _connect(self) -> None:
        for box in (self.language, self.theme_choice, self.font_percent):
            box.activated.connect(self._look_chosen)
        self.few_cases.valueChanged.connect(self._few_cases_edited)
        self.author.editingFinished.connect(self._author_edited)
        self.choose.clicked.connect(self._choose_clicked)

    def refresh(self, changes: "Changes | None") -> None:
        self.folder.setText(str(self.session.settings.backup_folder))

    def _look_chosen(self) -> None:
        box: QObject = self.sender()
        if isinstance(box, QComboBox) and self.session.settings[box.property("setting")] != box.currentData():
            self.session.settings[box.property("setting")] = box.currentData()
            self.session.looks_changed.emit()

    def _few_cases_edited(self, count: int) -> None:
        self.session.settings["few_cases"] = count

    def _author_edited(self) -> None:
        self.session.settings["author"] = self.author.text().strip()

    def _choose_clicked(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder of daily copies"), self.folder.text())
        if folder:
            self.session.settings["backup_folder"] = folder
            self.refresh(None)
