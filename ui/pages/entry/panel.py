"""The side panel: what the current cell means, what was there before, what is odd, why it was missed, who typed it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.number import format_date
from models.period import Period
from models.plan import Explanation, Indicator
from models.progress import State
from models.store.actuals import CellChange
from ui.pages.entry.check_list import CheckList, text_label
from ui.pages.entry.checks import actual_text, check_lines, lower_first
from ui.pages.entry.explaining import ExplanationForm
from ui.pages.entry.form import Doubt, Form
from ui.pages.entry.reading import Field
from ui.texts import NOTHING, accumulation_word, period_text, quantity_text, quarter_text
from ui.theme import theme
from ui.widgets.form import LineField
from ui.widgets.state_mark import StatePill

PANEL_UNITS = 322
HISTORY_SHOWN = 8


class SidePanel(QFrame):
    """Follows the current cell. note_edited, acceptance_edited(text); explanation_edited(Explanation)."""

    note_edited = Signal(object)
    acceptance_edited = Signal(str)
    explanation_edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedWidth(theme().px(PANEL_UNITS))
        self.title = QLabel()
        self.pill = StatePill()
        self.definition = text_label()
        self.earlier = EarlierValues()
        self.checks = CheckList()
        self.explanation = ExplanationForm()
        self.note = LineField(hint=self.tr("on this cell (Shift+F2)"))
        self.history = QLabel()
        self._build()
        self.note.committed.connect(self.note_edited)
        self.checks.accepted.connect(self.acceptance_edited)
        self.explanation.edited.connect(self.explanation_edited)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head())
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("role", "scrolled")
        self._sections = QVBoxLayout(body)
        self._sections.setContentsMargins(0, 0, 0, 0)
        self._sections.setSpacing(0)
        self._fill()
        self._sections.addStretch(1)
        scroll.setWidget(body)
        column.addWidget(scroll, 1)

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("role", "panel-head")
        head.setFixedHeight(theme().px(34))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme().px(12), 0, theme().px(12), 0)
        self.title.setProperty("role", "section")
        row.addWidget(self.title, 1)
        row.addWidget(self.pill)
        return head

    def _fill(self) -> None:
        self._add(self.tr("Definition"), self.definition)
        self._add(self.tr("Quarters before"), self.earlier)
        self._add(self.tr("Checks"), self.checks)
        self.wanted = QLabel(self.tr("wanted, since the target is missed"))
        self.wanted.setProperty("role", "error")
        self._explaining = self._add(self.tr("Explanation"), self.explanation, self.wanted)
        self._add(self.tr("Note"), None, self.note)
        self.note.editor.setAccessibleName(self.tr("Note on the cell"))
        self.history.setProperty("role", "secondary")
        self.history.setWordWrap(True)
        self.history.setTextFormat(Qt.TextFormat.PlainText)
        self._add(self.tr("History of the cell"), self.history)

    def _add(self, words: str, widget: QWidget | None, beside: QWidget | None = None) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(theme().px(12), 0, theme().px(12), theme().px(7))
        column.setSpacing(theme().px(3))
        if self._sections.count():
            line = QFrame()
            line.setProperty("role", "line")
            column.addWidget(line)
        column.addSpacing(theme().px(3))
        heading = QLabel(words)
        heading.setProperty("role", "section")
        top = QHBoxLayout()
        top.addWidget(heading)
        if beside is not None:
            top.addWidget(beside, 1)
        column.addLayout(top)
        if widget is not None:
            column.addWidget(widget)
        self._sections.addWidget(part)
        return part

    def show_cell(self, form: Form, indicator: Indicator, period: Period, part: Field | None) -> None:
        """Show what belongs to one indicator's cell."""
        where = period_text(period) if period.is_year else quarter_text(period.number)
        self.title.setText(f"{indicator.code} · {lower_first(where)}")
        figure = form.figures.get(indicator.code)
        self.pill.setVisible(figure is not None)
        if figure is not None:
            self.pill.set_state(figure.state, is_provisional=figure.is_provisional)
        self.definition.setText(self._definition(indicator))
        self.earlier.show_values(form, indicator, period)
        actual, doubt = form.actual(indicator, period), form.doubt(indicator, period)
        self.checks.show_lines(check_lines(form, indicator, period, part), doubt, actual.accepted)
        self.wanted.setVisible(figure is not None and figure.state is State.MISSED)
        self.note.show_value(actual.note)

    def show_explanation(self, explanation: Explanation) -> None:
        """Show why the target was missed; there is nothing to ask where it was not, and nothing was said."""
        is_said = bool(explanation.cause or explanation.remedy or explanation.responsible or explanation.due)
        self._explaining.setVisible(is_said or not self.wanted.isHidden())
        self.explanation.show_explanation(explanation)

    def show_history(self, indicator: Indicator, changes: Sequence[CellChange]) -> None:
        """Show who typed what, the newest first."""
        lines = [self._change(indicator, each) for each in changes[:HISTORY_SHOWN]]
        if len(changes) > HISTORY_SHOWN:
            lines.append(self.tr("and {count} earlier").format(count=len(changes) - HISTORY_SHOWN))
        self.history.setText("\n".join(lines) or self.tr("Nothing has been entered here yet."))

    def finish_editing(self) -> bool:
        """Keep what is being typed; False when a field refuses what stands in it."""
        note_kept = self.note.commit()
        return self.explanation.finish_editing() and note_kept

    def take_focus(self) -> None:
        """Take the keyboard: the reason that a check asks for, else the explanation, else the note."""
        fields = (self.checks.reason, self.explanation.cause, self.note)
        first = next(field for field in fields if field.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _definition(self, indicator: Indicator) -> str:
        said = [indicator.name]
        if indicator.numerator and indicator.denominator:
            parts = self.tr("Numerator: {numerator}. Denominator: {denominator}")
            said.append(parts.format(numerator=indicator.numerator, denominator=indicator.denominator))
        if indicator.kind.rolls_up and indicator.accumulation is not None:
            words = accumulation_word(indicator.accumulation)
            said.append(words[:1].upper() + words[1:])
        if indicator.source:
            said.append(self.tr("Source: {source}").format(source=indicator.source))
        return ". ".join(text.rstrip(". ") for text in said) + "."

    def _change(self, indicator: Indicator, change: CellChange) -> str:
        ways = {
            "typed": self.tr("typed"),
            "pasted": self.tr("pasted"),
            "import": self.tr("imported"),
            "sample": self.tr("sample"),
            "undo": self.tr("undone"),
            "command": self.tr("by a command"),
        }
        at = change.at.astimezone()
        empty = self.tr("(empty)")
        old, new = actual_text(indicator, change.old), actual_text(indicator, change.new)
        said = f"{old or empty} → {new or empty}" if old != new else self._besides(change)
        way = ways.get(change.how, change.how)
        return f"{format_date(at.date())} {at:%H:%M} · {change.who} ({way}): {said}"

    def _besides(self, change: CellChange) -> str:
        new = change.new
        if new is not None and new.accepted and (change.old is None or change.old.accepted != new.accepted):
            return self.tr("accepted: {reason}").format(reason=new.accepted)
        if new is not None and new.note and (change.old is None or change.old.note != new.note):
            return self.tr("note: {note}").format(note=new.note)
        return self.tr("the same figure, entered again")


class EarlierValues(QWidget):
    """The four periods before, each with its value."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme().px(1))
        self._heads = [QLabel() for _ in range(4)]
        self._values = [QLabel() for _ in range(4)]
        for column, (head, value) in enumerate(zip(self._heads, self._values, strict=True)):
            head.setProperty("role", "secondary")
            value.setProperty("role", "strong")
            for row, label in enumerate((head, value)):
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(label, row, column)
            grid.setColumnStretch(column, 1)

    def show_values(self, form: Form, indicator: Indicator, before: Period) -> None:
        """Show the four quarters before one; the year before first where a value may be given for a year."""
        periods = list(before.quarters) if before.is_year else form.earlier(indicator, before)
        if not indicator.kind.rolls_up:
            periods[0] = Period(form.quarter.year - 1)
        for head, label, period in zip(self._heads, self._values, periods, strict=True):
            text = self._text(form, indicator, period)
            words = period_text(period)
            head.setText(self._short(period))
            label.setText(text)
            label.setAccessibleName(f"{words}: {text}")
            label.setToolTip(f"{words}: {actual_text(indicator, form.actual(indicator, period)) or NOTHING}")

    def _short(self, period: Period) -> str:
        if period.is_year:
            return self.tr("Year {year}").format(year=period.year)
        roman = ("I", "II", "III", "IV")[period.number - 1]
        return self.tr("Q.{number} {year}").format(number=roman, year=period.year)

    def _text(self, form: Form, indicator: Indicator, quarter: Period) -> str:
        if form.doubt(indicator, quarter) is Doubt.WRONG:
            return QCoreApplication.translate("Texts", "see the error")
        value = form.value(indicator, quarter)
        if value is not None and indicator.kind.rolls_up:
            return quantity_text(indicator, value)
        return actual_text(indicator, form.actual(indicator, quarter)) or NOTHING
