"""Bắt đầu: the sample, a new file, or one that is there; the year in four steps."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.progress import State
from ui.session import Session
from ui.theme import theme
from ui.widgets.gauge import Gauge, GaugeValues
from ui.widgets.tall_button import TallButton

WIDEST_UNITS = 1090
RECENT_SHOWN = 5


class WayButton(TallButton):
    """One way to begin: icon, name, and what it is good for."""

    def __init__(self, icon: str, name: str, hint: str) -> None:
        super().__init__()
        look = theme()
        self.setAutoDefault(True)  # Enter presses it too
        self.setAccessibleName(f"{name}: {hint}")
        picture = self.label("", "strong")
        picture.setPixmap(look.pixmap(icon, "accent", look.px(18)))
        grid = QGridLayout(self)
        grid.setContentsMargins(look.px(14), look.px(10), look.px(12), look.px(10))
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(2))
        grid.setColumnStretch(1, 1)
        grid.addWidget(picture, 0, 0)
        grid.addWidget(self.label(name, "strong"), 0, 1)
        grid.addWidget(self.label(hint, "secondary"), 1, 1)


class StartPage(QWidget):
    """Only says what is wanted; the window does it."""

    sample_wanted = Signal()
    open_wanted = Signal()
    new_wanted = Signal(str)
    copy_wanted = Signal()
    workbook_wanted = Signal()
    path_wanted = Signal(object)
    restore_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._build()

    def _build(self) -> None:
        look = theme()
        body = QWidget()
        body.setMaximumWidth(look.px(WIDEST_UNITS))
        column = QVBoxLayout(body)
        column.setSpacing(look.px(8))
        title = QLabel(self.tr("Start"))
        title.setProperty("role", "title")
        words = QLabel(self.tr("Follow a reform plan: set targets, enter figures by quarter, see gaps, print reports."))
        words.setProperty("role", "secondary")
        panels = QHBoxLayout()
        panels.setSpacing(look.px(12))
        for panel, stretch in ((self._try_panel(), 10), (self._new_panel(), 11), (self._open_panel(), 10)):
            panels.addWidget(panel, stretch)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(look.px(8))
        column.addLayout(panels)
        column.addWidget(self._steps_panel())
        column.addStretch(2)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(body, 100)
        outer.addStretch(1)

    def _panel(self, title: str, hint: str) -> tuple[QFrame, QVBoxLayout]:
        look = theme()
        panel = QFrame()
        panel.setProperty("role", "panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(look.px(18), look.px(16), look.px(18), look.px(16))
        column.setSpacing(look.px(8))
        for words, role in ((title, "head"), (hint, "secondary")):
            label = QLabel(words)
            label.setProperty("role", role)
            label.setWordWrap(True)
            column.addWidget(label)
        return panel, column

    def _try_panel(self) -> QFrame:
        panel, column = self._panel(self.tr("Look at it"), self.tr("Every page has figures; change them at will."))
        gauge = Gauge()
        gauge.set_values(
            GaugeValues(State.MISSED, 58.09, "58,09%", 65, "≥ 65", spoken=self.tr("A gauge as an example"))
        )
        gauge.setMinimumHeight(theme().px(112))
        well = QFrame()
        well.setProperty("role", "well")
        inside = QVBoxLayout(well)
        inside.addWidget(gauge)
        words = QLabel(self.tr("Plan of Nam Giang district for 2023, with illustrative figures."))
        words.setWordWrap(True)
        self.sample = QPushButton(self.tr("Open the sample plan"))
        self.sample.setProperty("role", "primary")
        self.sample.setDefault(True)
        self.sample.clicked.connect(self.sample_wanted)
        column.addWidget(well)
        column.addWidget(words)
        column.addStretch(1)
        column.addWidget(self.sample)
        return panel

    def _new_panel(self) -> QFrame:
        panel, column = self._panel(self.tr("Make a new plan"), self.tr("In a file of its own, on this machine."))
        ways = (
            ("file", self.tr("From the plan's document"), self.tr("Word or pasted text; targets are proposed"), "text"),
            ("entry", self.tr("From an Excel workbook"), self.tr("In the known sheets; says what it cannot read"), ""),
            ("copy", self.tr("From last year's plan"), self.tr("Keeps the codes, so that series go on"), "copy"),
            ("plus", self.tr("From nothing"), self.tr("Six areas of Resolution 76, or other ready sets"), "sets"),
        )
        self.ways: list[WayButton] = []
        for icon, name, hint, way in ways:
            button = WayButton(icon, name, hint)
            button.setObjectName(way)
            button.clicked.connect(self._way_clicked)
            self.ways.append(button)
            column.addWidget(button)
        column.addStretch(1)
        return panel

    def _way_clicked(self) -> None:
        way = self.sender().objectName()
        if way == "copy":
            self.copy_wanted.emit()
        elif way:
            self.new_wanted.emit(way)
        else:
            self.workbook_wanted.emit()

    def _open_panel(self) -> QFrame:
        panel, column = self._panel(self.tr("Open a file"), self.tr("A .cchc file; or drop one on this window."))
        choose = QPushButton(theme().icon("folder"), self.tr("Choose a file…"))
        choose.clicked.connect(self.open_wanted)
        column.addWidget(choose)
        title = QLabel(self.tr("Recent"))
        title.setProperty("role", "section")
        column.addWidget(title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        column.addLayout(self._recent)
        column.addStretch(1)
        self.restore_button = QPushButton(self.tr("Restore from a copy…"))
        self.restore_button.setProperty("role", "link")
        self.restore_button.clicked.connect(self.restore_wanted)
        column.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _steps_panel(self) -> QFrame:
        look = theme()
        panel = QFrame()
        panel.setProperty("role", "panel")
        row = QHBoxLayout(panel)
        row.setContentsMargins(look.px(18), look.px(12), look.px(18), look.px(12))
        row.setSpacing(look.px(10))
        steps = (
            (self.tr("Plan"), self.tr("indicators, targets, legal bases")),
            (self.tr("Units"), self.tr("who reports what")),
            (self.tr("Data entry"), self.tr("each quarter, due on the 20th")),
            (self.tr("Reports"), self.tr("in Word, by Decree 30")),
        )
        for number, (name, hint) in enumerate(steps, 1):
            row.addLayout(self._step(number, name, hint))
            row.addStretch(1)
        return panel

    def _step(self, number: int, name: str, hint: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(10))
        grid.setVerticalSpacing(0)
        for place, (text, role) in enumerate(((str(number), "number"), (name, "strong"), (hint, "secondary"))):
            label = QLabel(text)
            label.setProperty("role", role)
            if place == 0:
                grid.addWidget(label, 0, 0, 2, 1)
            else:
                grid.addWidget(label, place - 1, 1)
        return grid

    def refresh(self) -> None:
        """List the files opened lately that are still there."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths = [path for name in self._session.settings["recent"] if (path := Path(name)).exists()]
        for path in paths[:RECENT_SHOWN]:
            button = QPushButton(path.name)
            button.setProperty("role", "link")
            button.setToolTip(str(path))
            button.clicked.connect(partial(self._recent_clicked, path))
            self._recent.addWidget(button)
        if not paths:
            note = QLabel(self.tr("No files yet. Those you open will stand here."))
            note.setProperty("role", "secondary")
            note.setWordWrap(True)
            self._recent.addWidget(note)
        self.sample.setFocus()

    def _recent_clicked(self, path: Path, checked: bool = False) -> None:
        self.path_wanted.emit(path)
