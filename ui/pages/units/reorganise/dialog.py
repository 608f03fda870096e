"""Sáp nhập, chia tách…: who; when and by which document; what is going to happen, with the sums."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.errors import KnownError
from models.plan import Indicator
from models.reorganisation import Effect, Reorganisation, effect
from models.unit import EventKind, Unit, UnitEvent
from ui.pages.units.carried import Asked, Carried, try_carried
from ui.pages.units.reorganise.check import CheckStep
from ui.pages.units.reorganise.into import Into
from ui.pages.units.reorganise.unit_choice import UnitChoice
from ui.session import Session
from ui.tasks import Job
from ui.theme import set_role, theme
from ui.widgets.fields import LineField, TextField
from ui.widgets.form import Form
from ui.widgets.typed_values import read_needed_date, write_date

WHO, WHEN, CHECK = range(3)
KINDS = (EventKind.MERGE, EventKind.SPLIT, EventKind.MOVE)


class ReorganiseDialog(QDialog):
    """decided is what a person has put together; effect what it does, once nothing stands in its way."""

    def __init__(self, session: Session, day: date, indicator: Indicator | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge, split, move units"))
        self._session, self._tree, self._indicator = session, session.tree, indicator
        self._job: Job | None = None
        self._kind = EventKind.MERGE
        self._when: dict[str, Any] = {"day": day, "basis": ""}
        self.effect: Effect | None = None
        self._build()
        self._connect()
        self._kind_chosen(KINDS.index(self._kind))
        self._show_step(WHO)
        room = parent.window().size()
        look = theme()
        self.resize(QSize(look.px(860), look.px(560)).boundedTo(room - QSize(look.px(48), look.px(48))))

    # -- building

    def _build(self) -> None:
        look = theme()
        self.heading = QLabel()
        set_role(self.heading, "head")
        self.steps = QStackedWidget()
        self.check = CheckStep()
        for step in (self._build_who(), self._build_when(), self.check):
            self.steps.addWidget(step)
        self.back = QPushButton(self.tr("&Back"))
        self.back.setAutoDefault(False)
        self.next = QPushButton(self.tr("&Next"))
        self.next.setProperty("role", "primary")
        self.next.setDefault(True)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.back, self.next, self.cancel):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        column.addWidget(self.heading)
        column.addWidget(self.steps, 1)
        column.addLayout(buttons)

    def _build_who(self) -> QWidget:
        look = theme()
        step = QWidget()
        self.kinds = QButtonGroup(self)
        line = QHBoxLayout()
        for place, words in enumerate((self.tr("&Merge"), self.tr("&Split"), self.tr("&Move under another superior"))):
            button = QRadioButton(words)
            button.setChecked(place == 0)
            self.kinds.addButton(button, place)
            line.addWidget(button)
        line.addStretch(1)
        self.old, self.into = UnitChoice(self.tr("From")), Into()
        both = QHBoxLayout()
        both.setSpacing(look.px(14))
        both.addWidget(self.old, 1)
        both.addWidget(self.into, 1)
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(line)
        column.addLayout(both, 1)
        return step

    def _build_when(self) -> QWidget:
        step = QWidget()
        self.when = Form()
        self.when.add("day", self.tr("Effective &day"), LineField(read_needed_date, write_date, "d/m/yyyy"))
        self.when.add("basis", self.tr("Legal &basis"), TextField(lines=3))
        self.when.show_values(self._when)
        hint = QLabel(self.tr("The old units end on the day before; the new ones begin on this day."))
        hint.setWordWrap(True)
        set_role(hint, "secondary")
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.when)
        column.addWidget(hint)
        column.addStretch(1)
        return step

    def _connect(self) -> None:
        self.kinds.idToggled.connect(self._kind_toggled)
        self.old.changed.connect(self._old_changed)
        self.when.edited.connect(self._when_edited)
        self.back.clicked.connect(self._back_clicked)
        self.next.clicked.connect(self._next_clicked)
        self.cancel.clicked.connect(self.reject)
        self.finished.connect(self._stop)

    # -- what is decided

    @property
    def decided(self) -> Reorganisation:
        """What has been put together so far."""
        old = [self._tree[code] for code in self.old.codes]
        after, new, weights = self.into.result(self._kind, old)
        before = tuple(each.code for each in old)
        event = UnitEvent(self._when["day"], self._kind, before, after, self._when["basis"], weights)
        return Reorganisation(event, tuple(replace(each, valid_from=event.day) for each in new))

    def _kind_toggled(self, place: int, is_on: bool) -> None:
        if is_on:
            self._kind_chosen(place)

    def _kind_chosen(self, place: int) -> None:
        self._kind = KINDS[place]
        self.old.is_single = self._kind is EventKind.SPLIT
        if self.old.is_single:
            for code in self.old.codes[1:]:
                self.old.check(code, False)
        self.into.show_kind(self._kind)
        self._offer()

    def _offer(self) -> None:
        there = [unit for unit in self._valid if unit.is_valid_on(self._when["day"] - timedelta(days=1))]
        kept = [self._tree[code] for code in self.old.codes if self._tree[code] not in there]
        self.old.show_units(there + kept)  # who was checked stays, so that it can be said why it cannot be
        self._old_changed()

    @property
    def _valid(self) -> list[Unit]:
        return [unit for unit in self._tree.units.values() if unit.is_valid_on(self._when["day"])]

    def _old_changed(self) -> None:
        old = [self._tree[code] for code in self.old.codes]
        above = [unit for unit in self._valid if unit.code not in self.old.codes]
        day = self._when["day"]
        have_below = {self._tree.superior(unit.code, day) for unit in self._valid}
        above.sort(key=lambda unit: unit.code not in have_below)  # those who have units below already come first
        self.into.show_choices(old, above, next(self._above(old), None) if old else None, tuple(self._tree.units))

    def _above(self, old: Sequence[Unit]) -> Iterator[str]:
        """Yield who will stand above the first of the old units on the day, the nearest first."""
        day = self._when["day"]
        return (code for code in self._tree.above(old[0].code, day) if self._tree[code].is_valid_on(day))

    def _when_edited(self, key: str, value: Any) -> None:
        self._when[key] = value
        if key == "day":
            self._offer()

    # -- steps

    def _show_step(self, step: int) -> None:
        headings = (
            self.tr("1/3 Who"),
            self.tr("2/3 When, and by which document"),
            self.tr("3/3 What is going to happen"),
        )
        self.heading.setText(headings[step])
        self.steps.setCurrentIndex(step)
        self.back.setEnabled(step > WHO)
        self.next.setText(self.tr("&Write it") if step == CHECK else self.tr("&Next"))
        self.next.setEnabled(step < CHECK or self.effect is not None)
        first = (self.old.filter, self.when.fields["day"].editor, self.next)[step]
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _back_clicked(self) -> None:
        self._show_step(max(self.steps.currentIndex() - 1, WHO))

    def _next_clicked(self) -> None:
        step = self.steps.currentIndex()
        if step == CHECK:
            if self.effect is not None:
                self.accept()
            return
        if step == WHO and not self.into.merged.form.commit():
            return
        if step == WHEN and not self.when.commit():
            return
        if step + 1 == CHECK:
            self._look()
        self._show_step(step + 1)

    def _look(self) -> None:
        """Say what is going to happen, and have the sums read."""
        self.effect, problems = None, ""
        try:
            self.effect = effect(self._tree, self.decided)
        except KnownError as problem:
            problems = str(problem)
        session, indicator = self._session, self._indicator
        has_sums = self.effect is not None and session.path is not None and self._kind is not EventKind.MOVE
        self.check.show_effect(self._tree, self.effect, problems, is_awaited=has_sums and indicator is not None)
        if not has_sums or indicator is None or session.path is None:
            return
        decided = self.decided
        asked = Asked(session.path, session.plan, session.period, session.on, indicator.code, decided.event)
        self._stop()
        self._job = session.runner.start(partial(_tried, asked, decided), done=self._carried, failed=self._failed)

    def _carried(self, found: Carried) -> None:
        self._job = None
        names = self._tree.names()
        names |= {each.code: each.name for each in self.decided.new}
        self.check.show_carried(found, self._indicator, names)

    def _failed(self, problem: Exception) -> None:
        """Say why the sums could not be read; nothing is written then."""
        self._job, self.effect = None, None
        self.check.show_effect(self._tree, None, str(problem), is_awaited=False)
        self.next.setEnabled(self.steps.currentIndex() < CHECK)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _tried(asked: Asked, decided: Reorganisation, job: Job) -> Carried:
    return try_carried(asked, decided, job.progress)
