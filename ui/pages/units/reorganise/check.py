"""The last step: what is going to happen, and whether the sums agree."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.number import format_date
from models.plan import Indicator
from models.reorganisation import Effect
from models.unit import EventKind, UnitTree
from ui.pages.units.carried import Carried
from ui.pages.units.event_panel import FiguresTable, move_rule
from ui.theme import set_role, theme
from ui.widgets.form import FormArea


class CheckStep(QWidget):
    """Says in sentences what is written, and shows the figures that are carried over."""

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(6))
        self.sentences = QLabel()
        self.sentences.setWordWrap(True)
        self.sentences.setTextFormat(Qt.TextFormat.PlainText)
        self.sentences.setAccessibleName(self.tr("What is going to happen"))
        self.problems = QLabel()
        self.problems.setWordWrap(True)
        set_role(self.problems, "error")
        self.heading = QLabel(self.tr("Check of the sums"))
        set_role(self.heading, "section")
        self.figures = FiguresTable()
        for part in (self.sentences, self.problems, self.heading, self.figures):
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(FormArea(inner))

    def show_effect(self, tree: UnitTree, found: Effect | None, problems: str, *, is_awaited: bool) -> None:
        """Say what is written, or what stands in the way; is_awaited: the sums are still being read."""
        self.problems.setText(problems)
        self.problems.setVisible(bool(problems))
        is_move = found is not None and found.events[0].kind is EventKind.MOVE
        self.heading.setHidden(is_move)  # which carries nothing over
        self.sentences.setText("" if found is None else "\n".join(self._sentences(tree, found)))
        self.figures.show_carried(None, None, {}, is_awaited=is_awaited)

    def show_carried(self, found: Carried | None, indicator: Indicator | None, names: dict[str, str]) -> None:
        """Show the figures and their sums; None: there are none to show."""
        self.figures.show_carried(found, indicator, names)

    def _sentences(self, tree: UnitTree, found: Effect) -> Sequence[str]:
        lines = []
        names = tree.names() | {each.code: each.name for each in found.new}
        for unit in found.changed:
            if unit.valid_to is not None:
                lines.append(self.tr("{unit} ends on {day}.").format(unit=unit.name, day=format_date(unit.valid_to)))
            else:
                lines.append(self.tr("{unit} goes on beside the new ones.").format(unit=unit.name))
        for unit in found.new:
            assert unit.valid_from is not None
            words = self.tr("{unit} ({code}) begins on {day}.")
            lines.append(words.format(unit=unit.name, code=unit.code, day=format_date(unit.valid_from)))
        for event in found.events:
            if event.kind is EventKind.MOVE:
                words = self.tr("Under {superior} from {day}: {units}.")
                units = ", ".join(names[code] for code in event.before)
                superior = names[event.after[0]]
                lines.append(words.format(superior=superior, day=format_date(event.day), units=units))
        if found.events[0].kind is EventKind.MOVE:
            lines.append(move_rule())
        return lines
