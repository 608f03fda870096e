"""Lists the copies of a data file, looks into each beside the file as it is, and says which is to be restored."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.errors import KnownError
from models.number import format_date, format_number
from models.store.backup import Content, Copy, CopyKind, content, every_copy
from ui.session import Session
from ui.tasks import Job
from ui.texts import NOTHING, size_text
from ui.theme import theme
from ui.widgets.plain_table import PlainTable

Look = Content | str  # what is in a file, or why that cannot be said


class RestoreDialog(QDialog):
    """files: those whose copies may be wanted, the likeliest first. wished: the copy, and the file in whose place."""

    wished = Signal(object, object)

    def __init__(self, session: Session, files: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._copies: list[Copy] = []
        self._looks: dict[Path, Look] = {}
        self._jobs: list[Job] = []
        self.setWindowTitle(self.tr("Restore from a copy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.file, self.other_button = QComboBox(), QPushButton(self.tr("Another file…"))
        self.table = PlainTable(
            self.tr("Copies of the file"), ((self.tr("Kept at"), 150), (self.tr("Why"), 0), (self.tr("Size"), 90))
        )
        self.labels: dict[tuple[int, int], QLabel] = {}
        self.promise, self.message = QLabel(), QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.restore_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._lay_out()
        self._connect()
        for path in files:
            self._offer(path)
        if files:
            self.file.setCurrentIndex(0)
        self._file_chosen()

    @property
    def copy(self) -> Copy | None:
        """The copy under the cursor."""
        row = self.table.currentIndex().row()
        return self._copies[row] if 0 <= row < len(self._copies) else None

    @property
    def path(self) -> Path | None:
        """The file whose copies are listed."""
        chosen: Path | None = self.file.currentData()
        return chosen

    def done(self, result: int) -> None:
        """Qt closes the dialog; what is still being read is wanted no more."""
        for job in self._jobs:
            job.cancel()
        super().done(result)

    # -- building

    def _lay_out(self) -> None:
        look = theme()
        label = QLabel(self.tr("&File"))
        label.setBuddy(self.file)
        self.file.setAccessibleName(self.tr("File"))
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.file, 1)
        line.addWidget(self.other_button)
        self.table.setMinimumHeight(look.px(180))
        self.restore_button.setText(self.tr("Restore this copy"))
        self.restore_button.setProperty("role", "primary")
        for text, role in ((self.promise, "secondary"), (self.message, "warning")):
            text.setWordWrap(True)
            text.setProperty("role", role)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        column.setSpacing(look.px(8))
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addLayout(self._comparison())
        for part in (self.promise, self.message, self.buttons):
            column.addWidget(part)
        self.resize(look.px(680), look.px(560))

    def _comparison(self) -> QGridLayout:
        """Return what is in the copy beside what is in the file now."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme().px(16))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        heads = ("", self.tr("In the copy"), self.tr("In the file now"))
        sides = (self.tr("Plans"), self.tr("Units"), self.tr("Values"), self.tr("Last change"))
        for column, text in enumerate(heads):
            head = QLabel(text)
            head.setProperty("role", "section")
            grid.addWidget(head, 0, column)
        for row, text in enumerate(sides, 1):
            side = QLabel(text)
            side.setProperty("role", "secondary")
            grid.addWidget(side, row, 0, Qt.AlignmentFlag.AlignTop)
            for column in (1, 2):
                self.labels[row, column] = QLabel(NOTHING)
                self.labels[row, column].setWordWrap(True)
                grid.addWidget(self.labels[row, column], row, column)
        return grid

    def _connect(self) -> None:
        self.file.currentIndexChanged.connect(self._file_chosen)
        self.other_button.clicked.connect(self._other_clicked)
        self.table.selectionModel().currentRowChanged.connect(self._show_look)
        self.table.chosen.connect(self._restore_clicked)
        self.buttons.accepted.connect(self._restore_clicked)
        self.buttons.rejected.connect(self.reject)

    # -- choosing

    def _offer(self, path: Path) -> None:
        if self.file.findData(path) < 0:
            self.file.addItem(path.name, path)
            self.file.setItemData(self.file.count() - 1, str(path), Qt.ItemDataRole.ToolTipRole)

    def _other_clicked(self) -> None:
        start = str(self.path.parent) if self.path else ""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a data file"), start, self.tr("Data files (*.cchc)"))
        if name:
            self._offer(Path(name))
            self.file.setCurrentIndex(self.file.findData(Path(name)))

    def _file_chosen(self) -> None:
        path = self.path
        self._copies = every_copy(self._session.settings.backup_folder, path) if path else []
        self.table.show_rows(
            [(_moment(each.made_at), self._why(each.kind), size_text(each.size)) for each in self._copies]
        )
        self.promise.setText(self._promise(path))
        if path is not None:
            self._look_into(path)
        self._show_look()

    def _why(self, kind: CopyKind) -> str:
        return {
            CopyKind.DAILY: self.tr("daily copy, before the first change of the day"),
            CopyKind.BEFORE_CHANGE: self.tr("before a large change"),
            CopyKind.BEFORE_RESTORING: self.tr("as it was before a copy was restored"),
            CopyKind.BEFORE_UPGRADE: self.tr("as it was before a newer version of the program"),
        }[kind]

    def _promise(self, path: Path | None) -> str:
        if path is None:
            return self.tr("No file was opened on this machine yet; choose one.")
        if not path.exists():
            return self.tr("{name} is no longer where it was; the copy is put there.").format(name=path.name)
        text = self.tr("Nothing is lost: {name} as it is now is kept beside it under a name that says so.")
        return text.format(name=path.name)

    # -- looking

    def _look_into(self, path: Path) -> None:
        """Read in the worker what is in a file, once."""
        if path in self._looks or not path.exists():
            return
        self._looks[path] = self.tr("being read…")
        look, failed = partial(self._looked, path), partial(self._not_looked, path)
        self._jobs.append(self._session.runner.start(lambda _: content(path), done=look, failed=failed))

    def _looked(self, path: Path, found: Content) -> None:
        self._looks[path] = found
        self._show_look()

    def _not_looked(self, path: Path, problem: Exception) -> None:
        if not isinstance(problem, KnownError):
            raise problem
        self._looks[path] = str(problem)
        self._show_look()

    def _show_look(self) -> None:
        copy, path = self.copy, self.path
        if copy is not None:
            self._look_into(copy.path)
        inside = self._looks.get(copy.path) if copy else None
        self._show_column(1, inside)
        self._show_column(2, self._looks.get(path) if path else None)
        self.restore_button.setEnabled(isinstance(inside, Content))
        no_copies = path is not None and not self._copies
        self.message.setText(self.tr("There is no copy of this file on this machine.") if no_copies else "")
        self.message.setVisible(no_copies)

    def _show_column(self, column: int, look: Look | None) -> None:
        texts: tuple[str, ...]
        if isinstance(look, Content):
            changed = _moment(look.changed_at.astimezone()) if look.changed_at else NOTHING
            by = f"{changed}, {look.changed_by}" if look.changed_by else changed
            texts = ("\n".join(look.plans) or NOTHING, format_number(look.units), format_number(look.actuals), by)
        else:
            texts = (look or NOTHING, NOTHING, NOTHING, NOTHING)
        for row, text in enumerate(texts, 1):
            self.labels[row, column].setText(text)

    def _restore_clicked(self) -> None:
        if self.copy is not None and self.restore_button.isEnabled():
            wished: Callable[[], None] = partial(self.wished.emit, self.copy.path, self.path)
            self.accept()
            wished()


def _moment(at: datetime) -> str:
    return f"{at:%H:%M} {format_date(at.date())}"
