"""What was changed of one unit: when, by whom, from what to what."""

import re
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from models.number import format_date
from models.store.history import Entry
from ui.theme import theme

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class PastList(QWidget):
    """A list of changes, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("History of the unit"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(theme().px(70))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def show_entries(self, entries: list[Entry]) -> None:
        """Show changes, the newest first."""
        self.list.clear()
        self.list.addItems([line for entry in entries if (line := self._line(entry))])
        if not self.list.count():
            self.list.addItem(self.tr("Not changed since it was entered."))

    def _line(self, entry: Entry) -> str:
        names = self._names()
        changes = "; ".join(
            self.tr("{field}: {old} → {new}").format(field=names[name], old=_shown(old), new=_shown(new))
            for name, (old, new) in entry.changed.items()
            if name in names
        )
        return f"{_moment(entry.at)} · {entry.who} · {changes}" if changes else ""

    def _names(self) -> dict[str, str]:
        return {
            "code": self.tr("Code"),
            "name": self.tr("Name"),
            "kind": self.tr("Kind"),
            "valid_from": self.tr("From"),
            "valid_to": self.tr("To"),
        }


def _shown(value: Any) -> str:
    if value in (None, ""):
        return "–"
    text = str(value)
    return format_date(date.fromisoformat(text)) if _ISO_DAY.fullmatch(text) else text


def _moment(at: datetime) -> str:
    here = at.astimezone()
    return f"{format_date(here.date())} {here:%H:%M}"
