"""What stands around a kind of report: who signs, symbol, place, addressee, recipients. Chosen, not typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.dispatch import Dispatch, Signing
from ui.pages.reports.checked_lines import CheckedLines
from ui.theme import theme
from ui.widgets.fields import ChoiceField, LineField
from ui.widgets.form import Form, FormArea
from ui.widgets.suggesting import SuggestingField

OTHER = Signing(("…",), "")  # the choice that opens the lines to type another way of signing
PLAIN = ("signer", "symbol", "place", "drafting_unit", "superior_agency", "issuing_agency", "authority")


class DispatchCard(FormArea):
    """Shows what an office puts on a kind of report. edited: what was changed, as fields of a Dispatch; signed: who
    signs. reset_wanted: everything is to be as is customary. template_wanted, template_given_up: the office's own Word
    template is to be chosen, or given up."""

    edited = Signal(dict)
    signed = Signal(object)
    reset_wanted = Signal()
    template_wanted = Signal()
    template_given_up = Signal()

    def __init__(self) -> None:
        super().__init__(QWidget())
        self._kind = ""
        self.form = Form()
        self.reset_button = QPushButton(theme().icon("undo"), self.tr("As is customary"))
        self.template = QLabel()
        self.template_button = QPushButton(theme().icon("file"), self.tr("Own template…"))
        self.built_in_button = QPushButton(self.tr("Built-in one"))
        self._build()
        self.template_button.clicked.connect(self.template_wanted)
        self.built_in_button.clicked.connect(self.template_given_up)
        self.form.edited.connect(self._edited)
        self.reset_button.clicked.connect(self.reset_wanted)

    def show_dispatch(self, dispatch: Dispatch, choices: Mapping[str, Sequence[Any]], *, is_custom: bool) -> None:
        """Show what will be printed; choices by field; is_custom: the office has said nothing of its own."""
        for key in ("symbol", "place", "drafting_unit"):
            self._suggesting(key).set_choices(choices[key])
        is_anew, self._kind = dispatch.report_kind != self._kind, dispatch.report_kind
        for key in ("addressee", "recipients"):
            self._lines(key).set_choices(choices[key], is_anew=is_anew)
        self._choice().set_choices(signing_choices(choices["signing"], dispatch))
        values = {key: getattr(dispatch, key) for key in PLAIN} | {"position": dispatch.signer_position}
        values |= {"signing": signing_of(dispatch), "recipients": dispatch.recipients}
        values["addressee"] = addressee_lines(dispatch.addressee)
        self.form.show_values(values)
        self.show_own_signing(values["signing"] not in choices["signing"])
        self.reset_button.setEnabled(not is_custom)

    def show_template(self, name: str) -> None:
        """Show which Word template holds; empty: the built-in one."""
        words = self.tr("Word template: {name}") if name else self.tr("Word template: built in, by Decree 30")
        self.template.setText(words.format(name=name))
        self.built_in_button.setVisible(bool(name))

    def show_own_signing(self, is_shown: bool) -> None:
        """Show the lines in which a way of signing that is not in the list is typed."""
        self.form.set_shown("authority", is_shown)
        self.form.set_shown("position", is_shown)

    def commit(self) -> bool:
        """Hand over what is being typed; False when something is refused."""
        return self.form.commit()

    def _build(self) -> None:
        look, add = theme(), self.form.add
        addressee, recipients = self.tr("&To"), self.tr("&Recipients")
        add("signing", self.tr("Si&gned by"), ChoiceField())
        add("authority", self.tr("&Authority"), LineField(hint="TM. ỦY BAN NHÂN DÂN"))
        add("position", self.tr("&Position"), LineField(hint="CHỦ TỊCH"))
        add("signer", self.tr("&Name"), LineField(hint=self.tr("left blank until it is signed")))
        add("symbol", self.tr("&Symbol"), SuggestingField())
        add("place", self.tr("P&lace"), SuggestingField())
        add("addressee", addressee, CheckedLines(addressee.replace("&", "")))
        add("recipients", recipients, CheckedLines(recipients.replace("&", "")))
        add("drafting_unit", self.tr("&Drafted by"), SuggestingField())
        add("superior_agency", self.tr("S&uperior agency"), LineField())
        add("issuing_agency", self.tr("&Issuing agency"), LineField())
        note = QLabel(self.tr("Kept for this office and this kind of report. The number is left open for the clerk."))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.reset_button.setProperty("role", "small")
        self.reset_button.setToolTip(self.tr("Take back what this office has said of its own for this kind of report"))
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(look.px(12), look.px(10), look.px(12), look.px(10))
        column.setSpacing(look.px(8))
        for part in (note, self.form, self.reset_button, self.template):
            column.addWidget(part)
        row = QHBoxLayout()
        for button in (self.template_button, self.built_in_button):
            button.setProperty("role", "small")
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def _edited(self, key: str, value: Any) -> None:
        match key:
            case "signing" if value == OTHER:
                self.show_own_signing(True)
                self.form.fields["authority"].setFocus()
            case "signing":
                self.signed.emit(value)
            case "position":
                self.edited.emit({"signer_position": value})
            case _:
                self.edited.emit({key: value})

    def _choice(self) -> ChoiceField:
        field = self.form.fields["signing"]
        assert isinstance(field, ChoiceField)
        return field

    def _suggesting(self, key: str) -> SuggestingField:
        field = self.form.fields[key]
        assert isinstance(field, SuggestingField)
        return field

    def _lines(self, key: str) -> CheckedLines:
        field = self.form.fields[key]
        assert isinstance(field, CheckedLines)
        return field


def signing_of(dispatch: Dispatch) -> Signing:
    """Return who signs, as a choice."""
    lines = (line.strip() for line in dispatch.authority.replace(";", "\n").split("\n"))
    return Signing(tuple(filter(None, lines)), dispatch.signer_position)


def signing_choices(usual: Sequence[Signing], dispatch: Dispatch) -> list[tuple[str, Signing]]:
    """Return the ways of signing with their words: one that the office has said of its own first, OTHER last."""
    own = signing_of(dispatch)
    every = [*usual] if own in usual or own == Signing((), "") else [own, *usual]
    words = QCoreApplication.translate("DispatchCard", "another…")
    return [*((signing_words(each), each) for each in every), (words, OTHER)]


def signing_words(signing: Signing) -> str:
    """Return who signs in a line, the last lines first to be read: KT. CHỦ TỊCH – PHÓ CHỦ TỊCH."""
    words = " – ".join(filter(None, (*signing.authority[-1:], signing.position)))
    return words.replace("ỦY BAN NHÂN DÂN", "UBND")


def addressee_lines(addressee: str) -> tuple[str, ...]:
    """Return whom a report is sent to, one a line; nobody is none."""
    return tuple(name for part in addressee.replace("\n", ";").split(";") if (name := part.strip(" .-")))
