"""The life of a cell in the side panel: when, who, how, from what to what. It is only read: nothing can alter it."""

import re
from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from models.evidence import Evidence
from models.number import format_date
from models.plan import Actual, Explanation, Indicator
from models.store.acceptances import Acceptance
from models.store.cell_events import Event
from models.submission import Step, SubmissionState
from ui.pages.entry.side.checks import actual_text, rule_word
from ui.pages.entry.side.evidence_list import evidence_text
from ui.theme import theme

SHOWN_FIRST = 6
_LONG_WORD = re.compile(r"\S{30}(?=\S)")


class HistoryList(QWidget):
    """The newest steps; all of them when the button is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[str] = []
        self.label = QLabel()
        self.label.setProperty("role", "secondary")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = QPushButton()
        self.more.setProperty("role", "link")
        self.more.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(2))
        column.addWidget(self.label)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.toggled.connect(self._show)

    def show_events(self, indicator: Indicator, events: Sequence[Event]) -> None:
        """Show what happened, the newest first; of a long life the newest steps until more are asked for."""
        self._lines = [event_text(indicator, each) for each in events]
        self.more.blockSignals(True)
        self.more.setChecked(False)
        self.more.blockSignals(False)
        self._show()

    def text(self) -> str:
        """Return what is shown, a line for each step."""
        return self.label.text()

    def _show(self) -> None:
        is_long = len(self._lines) > SHOWN_FIRST
        shown = self._lines if self.more.isChecked() else islice(self._lines, SHOWN_FIRST)
        self.label.setText("\n".join(shown) or self.tr("Nothing has been entered here yet."))
        self.more.setVisible(is_long)
        few, all_of_them = self.tr("Show the newest only"), self.tr("Show all {count} steps")
        self.more.setText(few if self.more.isChecked() else all_of_them.format(count=len(self._lines)))


def event_text(indicator: Indicator, event: Event) -> str:
    """Return one step in words: 19/6/2023 09:40 · Cán bộ (nhập): 98/176 → 131/216."""
    at = event.at.astimezone()
    said = _said(indicator, event)
    is_value = isinstance(event.new if event.new is not None else event.old, Actual)
    way = f" ({_way(event.how)})" if is_value or event.how not in ("typed", "") else ""
    return _breakable(f"{format_date(at.date())} {at:%H:%M} · {event.who}{way}: {said}")


def _said(indicator: Indicator, event: Event) -> str:
    thing = event.new if event.new is not None else event.old
    match thing:
        case Step():
            return _step(thing)
        case Evidence():
            return _evidence(thing, is_there=event.new is not None)
        case Acceptance():
            return _acceptance(event.old, thing, is_there=event.new is not None)
        case Explanation():
            return _explanation(event.old, event.new)
    return _value(indicator, event.old, event.new)


def _breakable(text: str) -> str:
    """Let words that are longer than a line of the panel, such as links, be broken."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def _way(how: str) -> str:
    ways = {
        "typed": QCoreApplication.translate("HistoryList", "typed"),
        "pasted": QCoreApplication.translate("HistoryList", "pasted"),
        "import": QCoreApplication.translate("HistoryList", "imported"),
        "form": QCoreApplication.translate("HistoryList", "from a form"),
        "sample": QCoreApplication.translate("HistoryList", "sample"),
        "undo": QCoreApplication.translate("HistoryList", "undone"),
        "command": QCoreApplication.translate("HistoryList", "by a command"),
    }
    return ways.get(how, how)


def _change(old: str, new: str) -> str:
    empty = QCoreApplication.translate("HistoryList", "(empty)")
    return f"{old or empty} → {new or empty}"


def _value(indicator: Indicator, old: object, new: object) -> str:
    """Return what changed of an actual: its figure, its note, why it was accepted."""
    before = old if isinstance(old, Actual) else None
    after = new if isinstance(new, Actual) else None
    changed = []
    texts = actual_text(indicator, before), actual_text(indicator, after)
    if texts[0] != texts[1]:
        changed.append(_change(*texts))
    for name, words in (
        ("note", QCoreApplication.translate("HistoryList", "note: {change}")),
        ("accepted", QCoreApplication.translate("HistoryList", "accepted, the reason: {change}")),
    ):
        parts = getattr(before, name, ""), getattr(after, name, "")
        if parts[0] != parts[1]:
            changed.append(words.format(change=_change(*parts)))
    return "; ".join(changed) or QCoreApplication.translate("HistoryList", "the same figure, entered again")


def _explanation(old: object, new: object) -> str:
    before = old if isinstance(old, Explanation) else None
    after = new if isinstance(new, Explanation) else None
    words = {
        "cause": QCoreApplication.translate("HistoryList", "cause: {change}"),
        "remedy": QCoreApplication.translate("HistoryList", "remedy: {change}"),
        "responsible": QCoreApplication.translate("HistoryList", "responsible: {change}"),
        "due": QCoreApplication.translate("HistoryList", "deadline: {change}"),
    }
    parts = {name: (_part(before, name), _part(after, name)) for name in words}
    changed = [words[name].format(change=_change(*pair)) for name, pair in parts.items() if pair[0] != pair[1]]
    return QCoreApplication.translate("HistoryList", "explanation, {parts}").format(parts="; ".join(changed))


def _part(said: Explanation | None, name: str) -> str:
    if name == "due":
        return format_date(said.due) if said is not None and said.due is not None else ""
    return str(getattr(said, name, ""))


def _evidence(each: Evidence, *, is_there: bool) -> str:
    if is_there:
        text = QCoreApplication.translate("HistoryList", "evidence attached: {name}")
    else:
        text = QCoreApplication.translate("HistoryList", "evidence taken off: {name}")
    return text.format(name=evidence_text(each))


def _acceptance(old: object, each: Acceptance, *, is_there: bool) -> str:
    if not is_there:
        text = QCoreApplication.translate("HistoryList", "acceptance of {rule} taken back, the reason was: {reason}")
        return text.format(rule=rule_word(each.rule), reason=each.note)
    text = QCoreApplication.translate("HistoryList", "{rule} accepted: {reason}")
    before = old.note if isinstance(old, Acceptance) else ""
    changed = before and before != each.note
    return text.format(rule=rule_word(each.rule), reason=_change(before, each.note) if changed else each.note)


def _step(step: Step) -> str:
    words = {
        SubmissionState.SUBMITTED: QCoreApplication.translate("HistoryList", "form sent, day {day}"),
        SubmissionState.RETURNED: QCoreApplication.translate("HistoryList", "form returned, day {day}: {reason}"),
        SubmissionState.ACCEPTED: QCoreApplication.translate("HistoryList", "form taken in, day {day}"),
        SubmissionState.DRAFT: QCoreApplication.translate("HistoryList", "form opened again, day {day}: {reason}"),
    }
    return words[step.state].format(day=format_date(step.day), reason=step.reason)
