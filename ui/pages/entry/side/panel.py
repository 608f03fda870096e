"""The side panel: what the current cell means, what was before, what is odd, why it was missed, what proves it."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.evidence import Evidence
from models.period import Period
from models.plan import Explanation, ExplanationRequest, Indicator
from models.progress import State
from models.store.cell_events import Event
from models.store.check_form import FormChecks
from ui.pages.entry.form import Form
from ui.pages.entry.reading import Field
from ui.pages.entry.side.check_list import CheckList, text_label
from ui.pages.entry.side.checks import check_lines, lower_first
from ui.pages.entry.side.earlier import EarlierValues
from ui.pages.entry.side.evidence_list import EvidenceList
from ui.pages.entry.side.explaining import ExplanationForm, set_read_only
from ui.pages.entry.side.history_list import HistoryList
from ui.pages.entry.side.section import Section
from ui.texts import accumulation_word, period_text, quarter_text
from ui.theme import set_role, theme
from ui.widgets.fields import LineField
from ui.widgets.state_mark import StatePill

PANEL_UNITS = 322
_PARTS = ("cause", "remedy", "responsible", "due")


class SidePanel(QFrame):
    """Follows the current cell. note_edited, acceptance_edited(text); explanation_edited(Explanation).

    file_asked, link_asked, document_asked: evidence of that kind is to be attached."""

    note_edited = Signal(object)
    acceptance_edited = Signal(str)
    explanation_edited = Signal(object)
    file_asked = Signal()
    link_asked = Signal()
    document_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self.setFixedWidth(theme().px(PANEL_UNITS))
        self.title = QLabel()
        self.pill = StatePill()
        self.lock = QLabel()
        self.definition = text_label()
        self.earlier = EarlierValues()
        self.checks = CheckList()
        self.explanation = ExplanationForm()
        self.note = LineField(hint=self.tr("on this cell (Shift+F2)"))
        self.evidence = EvidenceList()
        self.add = self._add_button()
        self.history = HistoryList()
        self._is_missed = self._is_locked = False
        self._build()
        self.note.committed.connect(self.note_edited)
        self.checks.accepted.connect(self.acceptance_edited)
        self.explanation.edited.connect(self.explanation_edited)

    def _add_button(self) -> QPushButton:
        """Return the button that offers the kinds of evidence."""
        button = QPushButton(theme().icon("plus", "accent"), self.tr("Attach"))
        button.setProperty("role", "link")
        button.setAccessibleName(self.tr("Attach evidence"))
        menu = QMenu(button)
        ways = (
            ("clip", self.tr("File…"), self.file_asked),
            ("link", self.tr("Link…"), self.link_asked),
            ("file", self.tr("Document (number, date)…"), self.document_asked),
        )
        for icon, words, asked in ways:
            action = QAction(theme().icon(icon), words, menu)
            action.triggered.connect(asked)
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.lock.setProperty("role", "locked")
        self.lock.setWordWrap(True)
        self.lock.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.lock)
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
        self.wanted = QLabel()
        self.note.editor.setAccessibleName(self.tr("Note on the cell"))
        self.note.editor.setAcceptDrops(False)
        self._add(self.tr("Definition"), self.definition)
        self._add(self.tr("Quarters before"), self.earlier, self.earlier.more)
        self._add(self.tr("Checks"), self.checks)
        self._explaining = self._add(self.tr("Explanation"), self.explanation, self.wanted)
        self._add(self.tr("Note"), None, self.note)
        self._proving = self._add(self.tr("Evidence"), self.evidence, self.add)
        self._add(self.tr("History of the cell"), self.history)

    def _add(self, words: str, widget: QWidget | None, beside: QWidget | None = None) -> Section:
        section = Section(words, widget, beside, is_first=not self._sections.count())
        self._sections.addWidget(section)
        return section

    def in_order(self) -> list[QWidget]:
        """Return what takes the keyboard, from top to bottom."""
        checks, explaining, proofs = self.checks, self.explanation, self.evidence
        fields = (explaining.cause, explaining.remedy, explaining.responsible, explaining.due, self.note)
        return [
            self.earlier.more, *checks.buttons(), checks.reason, checks.accept, checks.withdraw, *fields,
            self.add, proofs.list, proofs.open, proofs.save, proofs.remove, self.history.more,
        ]  # fmt: skip

    def show_cell(self, form: Form, indicator: Indicator, period: Period, part: Field | None, said: FormChecks) -> None:
        """Show what belongs to one indicator's cell; said: what the checks say of the unit in that quarter."""
        where = period_text(period) if period.is_year else quarter_text(period.number)
        self.title.setText(f"{indicator.code} · {lower_first(where)}")
        figure = form.figures.get(indicator.code)
        self.pill.setVisible(figure is not None)
        if figure is not None:
            self.pill.set_state(figure.state, is_provisional=figure.is_provisional)
        self._show_lock(form, indicator, period)
        self.definition.setText(self._definition(indicator))
        self.earlier.show_values(form, indicator, period)
        actual, doubt = form.actual(indicator, period), form.doubt(indicator, period)
        self.checks.show_lines(check_lines(form, indicator, period, part, said), doubt, actual.accepted)
        if self.checks.buttons():  # they are new: Tab would come to them last
            for before, after in pairwise(self.in_order()):
                self.setTabOrder(before, after)
        self._is_missed = figure is not None and figure.state is State.MISSED
        self.note.show_value(actual.note)

    def _show_lock(self, form: Form, indicator: Indicator, period: Period) -> None:
        """Say why nothing can be changed, and let all fields be read only then."""
        reason = form.lock_text(period)
        self.lock.setText(reason)
        self.lock.setVisible(bool(reason))
        set_read_only(self.note.editor, bool(reason))
        self.add.setVisible(not reason)
        self._is_locked = bool(reason)
        self.checks.set_locked(bool(reason))
        self.explanation.set_locked(bool(form.explanation_lock(indicator)))

    def show_explanation(self, explanation: Explanation, asked: ExplanationRequest | None = None) -> None:
        """Show why the target was missed, and what a leader asks; nothing where neither is, and nothing was said."""
        is_said = len(explanation.missing) < len(_PARTS)
        self._explaining.setVisible(is_said or self._is_missed or asked is not None)
        self.explanation.show_explanation(explanation)
        self.say_missing(explanation, asked)

    def say_missing(self, explanation: Explanation, asked: ExplanationRequest | None) -> None:
        """Say whether an explanation is wanted, by whom, and which parts it lacks."""
        self.explanation.show_request(asked)
        self.wanted.setVisible(self._is_missed or asked is not None)
        is_complete = not explanation.missing and asked is None
        wanted = self.tr("wanted, since the target is missed") if asked is None else self.tr("asked for by the leader")
        self.wanted.setText(self.tr("complete") if is_complete else wanted)
        set_role(self.wanted, "secondary" if is_complete else "error")
        is_begun = len(explanation.missing) < len(_PARTS)
        self.explanation.say_missing(explanation, is_wanted=self._is_missed and is_begun)

    def show_evidence(self, evidence: Sequence[Evidence]) -> None:
        """Show what proves the cell's value."""
        words = self.tr("Evidence ({count})") if evidence else self.tr("Evidence")
        self._proving.heading.setText(words.format(count=len(evidence)))
        self.evidence.show_evidence(evidence, is_locked=self._is_locked)

    def show_history(self, indicator: Indicator, events: Sequence[Event]) -> None:
        """Show who did what, the newest first."""
        self.history.show_events(indicator, events)

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
