"""Asks how the one-stop table is to be added: once or field by field, under which area, and to whom it is given."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from models.onestop import SUGGESTED_FIELDS, Group, Role
from ui.folding import fold
from ui.theme import theme
from ui.widgets.fields import Complaint, LineField, TextArea
from ui.widgets.form import Form
from ui.widgets.typed_values import read_needed, read_text

SUGGESTIONS_IN_A_ROW = 3
FIELD_LINES = 3
CODE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class OneStopWish:
    """What is to be added: no field is one group for all of them; no unit gives it to everybody who reports."""

    fields: tuple[str, ...]
    area: str
    units: tuple[str, ...]


class OneStopDialog(QDialog):
    """Stays open until what it asks for was added; area is proposed. wished: a OneStopWish."""

    wished = Signal(object)

    def __init__(self, known: Sequence[Group], units: Sequence[tuple[str, str]], area: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add the one-stop table"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known, self._room = tuple(known), parent.window().height()
        self.once, self.by_field = (
            QRadioButton(self.tr("&Once, for all fields")),
            QRadioButton(self.tr("For &each field")),
        )
        self.everybody = QRadioButton(self.tr("To &all units that report"))
        self.some = QRadioButton(self.tr("&Only to these"))
        self.fields, self.suggestions = self._fields(), [QPushButton(field) for field in SUGGESTED_FIELDS]
        self.units = self._units(units)
        self.form = Form()
        self.area = self.form.add("area", self.tr("A&rea"), LineField(read_needed))
        self.form.show_values({"area": area})
        self.sum, self.message = QLabel(), Complaint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Add"))
        self._lay_out()
        self._connect()
        is_common_there = any(not each.field for each in known)
        (self.by_field if is_common_there or known else self.once).setChecked(True)
        self.once.setEnabled(not is_common_there)
        self.everybody.setChecked(True)
        self._show_state()

    @property
    def wish(self) -> OneStopWish:
        """What is asked for now."""
        chosen = [each for each in self._items() if each.checkState() is Qt.CheckState.Checked]
        units = tuple(str(each.data(CODE)) for each in chosen) if self.some.isChecked() else ()
        area = self.form.fields["area"]
        assert isinstance(area, LineField)
        return OneStopWish(tuple(self._named()) if self.by_field.isChecked() else (), read_text(area.text()), units)

    def refuse(self, message: str) -> None:
        """Say why nothing was added."""
        self.message.say(message)

    # -- building

    def _fields(self) -> TextArea:
        area = TextArea(FIELD_LINES)
        area.setPlaceholderText(self.tr("One field a line"))
        area.setAccessibleName(self.tr("Fields"))
        return area

    def _units(self, units: Sequence[tuple[str, str]]) -> QListWidget:
        listed = QListWidget()
        listed.setAccessibleName(self.tr("Units that it is given to"))
        listed.setUniformItemSizes(True)
        listed.setMinimumHeight(theme().px(84))
        for code, name in units:
            item = QListWidgetItem(name)
            item.setData(CODE, code)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            listed.addItem(item)
        listed.setCurrentRow(0)
        return listed

    def _items(self) -> list[QListWidgetItem]:
        return [self.units.item(row) for row in range(self.units.count())]

    def _lay_out(self) -> None:
        look = theme()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(16), look.px(16), look.px(12))
        layout.setSpacing(look.px(8))
        about = QLabel(
            self.tr(
                "Eight counts after form II.06a: received online, directly or by post, carried over; resolved early, "
                "on time, late; in progress in time, overdue. The totals are computed; two checks come along."
            )
        )
        about.setWordWrap(True)
        about.setProperty("role", "secondary")
        layout.addWidget(about)
        layout.addLayout(_beside(self.once, self.by_field))
        layout.addWidget(self.fields)
        layout.addLayout(self._suggestion_grid())
        layout.addWidget(self.form)
        layout.addLayout(_beside(self.everybody, self.some))
        layout.addWidget(self.units, 1)
        for widget in (self.sum, self.message, self.buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(look.px(560))
        self.resize(look.px(560), min(look.px(600), self._room - look.px(48)))
        self._groups = [QButtonGroup(self), QButtonGroup(self)]
        for group, buttons in zip(self._groups, ((self.once, self.by_field), (self.everybody, self.some)), strict=True):
            for button in buttons:
                group.addButton(button)

    def _suggestion_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme().px(6))
        for place, button in enumerate(self.suggestions):
            button.setProperty("role", "small")
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Add the field {field}").format(field=button.text()))
            grid.addWidget(button, *divmod(place, SUGGESTIONS_IN_A_ROW))
        return grid

    def _connect(self) -> None:
        for group in self._groups:
            group.buttonToggled.connect(self._show_state)
        for button in self.suggestions:
            button.clicked.connect(self._suggestion_clicked)
        self.fields.textChanged.connect(self._show_state)
        self.units.itemChanged.connect(self._show_state)
        self.buttons.accepted.connect(self._add_clicked)
        self.buttons.rejected.connect(self.reject)

    # -- what the person does

    def _named(self) -> list[str]:
        return [field for line in self.fields.toPlainText().splitlines() if (field := read_text(line))]

    def _suggestion_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.fields.setPlainText("\n".join([*self._named(), button.text()]))
            self.fields.setFocus()

    def _add_clicked(self) -> None:
        if not self.form.commit():
            return
        if problem := self._problem():
            self.message.say(problem)
            return
        self.message.say("")
        self.wished.emit(self.wish)

    def _problem(self) -> str:
        wish = self.wish
        if self.by_field.isChecked() and not wish.fields:
            return self.tr("Name at least one field, one a line.")
        if self.some.isChecked() and not wish.units:
            return self.tr("Tick at least one unit.")
        return ""

    def _show_state(self) -> None:
        by_field, wish = self.by_field.isChecked(), self.wish
        there = {fold(each) for each in (*wish.fields, *(each.field for each in self._known))}
        self.fields.setEnabled(by_field)
        for button in self.suggestions:
            button.setEnabled(by_field and fold(button.text()) not in there)
        self.units.setEnabled(self.some.isChecked())
        groups = len(wish.fields) if by_field else 1
        text = self.tr("Adds {indicators} indicators and {rules} rules.")
        self.sum.setText(text.format(indicators=groups * len(Role), rules=2 * groups) if groups else "")
        self.message.say("")


def _beside(*buttons: QRadioButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme().px(20))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
