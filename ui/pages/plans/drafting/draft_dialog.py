"""Edits one proposal before it enters the plan: every field of the indicator, and whose target it sets."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from models.drafting.drafts import Draft
from models.plan import Indicator
from ui.pages.plans.indicator_form import IndicatorForm
from ui.theme import theme
from ui.widgets.fields import ChoiceField, Complaint
from ui.widgets.form import Form, FormArea


class DraftDialog(QDialog):
    """Shows a draft as an indicator to be edited. wished: the draft as it is to be accepted.

    own: the plan's indicators. fresh: the draft as a new indicator, whatever was found like it."""

    wished = Signal(object)

    def __init__(
        self, draft: Draft, fresh: Indicator, own: list[Indicator], grades: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Proposal at place {place}").format(place=draft.place))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._draft, self._fresh, self._own, self._grades = draft, fresh, own, grades
        self._target = draft.indicator.target
        self.choice = ChoiceField()
        self.card, self.message = IndicatorForm(), Complaint()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._build()
        self.choice.committed.connect(self._whose_chosen)
        self.card.edited.connect(self._edited)
        self.buttons.accepted.connect(self._accept_clicked)
        self.buttons.rejected.connect(self.reject)
        self._show(draft.indicator)

    @property
    def indicator(self) -> Indicator:
        """What would enter the plan."""
        shown = self.card.indicator
        assert shown is not None
        return shown

    def refuse(self, message: str) -> None:
        """Say why it was not taken."""
        self.message.say(message)

    def _build(self) -> None:
        look = theme()
        source = QLabel(f"“{' '.join(self._draft.proposal.text.split())}”")
        source.setProperty("role", "secondary")
        source.setWordWrap(True)
        doubts = QLabel(" · ".join(self._draft.doubts))
        doubts.setProperty("role", "warning")
        doubts.setWordWrap(True)
        doubts.setVisible(bool(self._draft.doubts))
        whose = Form()
        choices: list[tuple[str, str | None]] = [(self.tr("a new indicator"), None)]
        choices += [(f"{each.code} {each.label}", each.code) for each in self._own]
        self.choice.set_choices(choices)
        whose.add("whose", self.tr("&Accept as"), self.choice)
        self.choice.show_value(self._draft.known.code if self._draft.known else None)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(self.tr("Accept"))
        ok.setProperty("role", "primary")
        ok.setDefault(True)
        inner = QWidget()
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, look.px(8), 0)
        box.addWidget(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(12))
        layout.setSpacing(look.px(8))
        for part in (source, doubts, whose):
            layout.addWidget(part)
        layout.addWidget(FormArea(inner), 1)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self.resize(look.px(620), look.px(640))

    def _show(self, shown: Indicator) -> None:
        self.card.show_indicator(shown, self._own, self._grades)
        self.card.form.fields["code"].setEnabled(self.choice.value() is None)

    def _whose_chosen(self, code: str | None) -> None:
        self.choice.show_value(code)
        known = next((each for each in self._own if each.code == code), None)
        self._show(replace(known, target=self._target) if known else self._fresh)

    def _edited(self, _: Indicator, new: Indicator) -> None:
        is_taken = self.choice.value() is None and any(each.code == new.code for each in self._own)
        if is_taken:
            self.card.refuse("code", self.tr("Another indicator of the plan has this code."))
            return
        self._show(new)

    def _accept_clicked(self) -> None:
        if self.card.form.commit():
            known = next((each for each in self._own if each.code == self.choice.value()), None)
            self.wished.emit(replace(self._draft, indicator=self.indicator, known=known))
