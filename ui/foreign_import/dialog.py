"""The dialog for a table of another program, all on one page: nothing is written until a person agrees to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from models.exchange.foreign.guess import Proposal
from models.exchange.foreign.headers import Header
from models.exchange.foreign.layout import Column, Layout, Meaning, Use
from models.exchange.foreign.names import folded
from models.exchange.foreign.table import Left, Taken
from models.store.changes import Changes
from ui.foreign_import.column_bar import ColumnBar
from ui.foreign_import.grid_model import GridModel
from ui.foreign_import.left_pane import LeftPane
from ui.foreign_import.lists import ReadingsModel
from ui.foreign_import.reading import Opened, Source, open_source, take_again, with_header, write_taken
from ui.foreign_import.table_bar import TableBar
from ui.foreign_import.tables import fit, list_table
from ui.importing import remember_import, show_import
from ui.messages import Mood
from ui.session import Session
from ui.tasks import Job
from ui.theme import theme
from ui.widgets.progress_band import ProgressBand

GRID_COLUMN_UNITS = 120
PATIENCE_MILLISECONDS = 500
WAIT_MILLISECONDS = 120  # several choices in a row are read once


class ForeignDialog(QDialog):
    """start() opens the file; the dialog shows itself once there is something to see, or says why there is not."""

    def __init__(self, session: Session, path: Path, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import of {name}").format(name=path.name))
        self._session = session
        assert session.path is not None
        context = session.context
        quarter = context.quarter or context.period.last_quarter
        self._source = Source(path, session.path, session.plan, session.unit or "", quarter)
        self._opened: Opened | None = None
        self._proposal: Proposal | None = None
        self.taken = Taken()
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._read_again)
        self._build(window)
        self._connect()

    # -- building

    def _build(self, window: QWidget) -> None:
        look = theme()
        self.bar, self.column_bar = TableBar(), ColumnBar()
        self.hint, self.counts = QLabel(), QLabel()
        self.hint.setWordWrap(True)
        self.hint.setProperty("role", "secondary")
        self.grid_model, self.readings, self.left_pane = GridModel(), ReadingsModel(), LeftPane()
        self.grid = list_table(self.grid_model, self.tr("The table as it stands in the file"), is_grid=True)
        self.readings_table = list_table(self.readings, self.tr("What will be written"))
        self.tabs = QTabWidget()
        self.tabs.addTab(self.readings_table, "")
        self.tabs.addTab(self.left_pane, "")
        self.progress = ProgressBand(self.tr("Reading the table…"))
        self.progress.hide()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._build_upper())
        split.addWidget(self.tabs)
        split.setSizes([look.px(330), look.px(260)])
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(16), look.px(14), look.px(16), look.px(12))
        column.setSpacing(look.px(10))
        column.addWidget(self.hint)
        column.addWidget(self.bar)
        column.addWidget(split, 1)
        column.addWidget(self.progress)
        column.addLayout(self._build_buttons())
        room = window.size()
        self.resize(min(look.px(1280), room.width() - look.px(32)), min(look.px(900), room.height() - look.px(24)))

    def _build_upper(self) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.grid, 1)
        column.addWidget(self.column_bar)
        return upper

    def _build_buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addWidget(self.counts, 1)
        buttons = QDialogButtonBox()
        self.write = QPushButton()
        self.write.setProperty("role", "primary")
        self.write.setAutoDefault(False)  # Enter ends the choice of a column; it must not write
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.ActionRole)
        self.cancel = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        line.addWidget(buttons)
        self.write.clicked.connect(self._write_clicked)
        buttons.rejected.connect(self.reject)
        self.cancel.setAutoDefault(False)
        return line

    def _connect(self) -> None:
        self.bar.sheet_chosen.connect(self._open_sheet)
        self.bar.header_chosen.connect(self._header_chosen)
        self.bar.layout_changed.connect(self._layout_changed)
        self.column_bar.column_changed.connect(self._column_changed)
        self.grid.selectionModel().currentChanged.connect(self._place_changed)
        self.left_pane.led.connect(self._go_to)
        self.left_pane.answered.connect(self._answered)
        self.readings_table.activated.connect(self._reading_activated)
        self.progress.stop_asked.connect(self.reject)

    # -- reading

    def start(self) -> None:
        """Open the file in the worker."""
        self._open_sheet("")
        QTimer.singleShot(PATIENCE_MILLISECONDS, self, self._show_waiting)

    def _show_waiting(self) -> None:
        """A large file takes a while: show how far it is, and let it be stopped."""
        if self._opened is None and self._job is not None:
            self._set_content_enabled(False)
            self.progress.show()
            self.open()

    def _set_content_enabled(self, is_enabled: bool) -> None:
        for part in (self.bar, self.column_bar, self.tabs, self.grid):
            part.setEnabled(is_enabled)

    def _open_sheet(self, title: str) -> None:
        source = self._source

        def work(job: Job) -> Opened:
            return open_source(source, title, job.progress)

        self._run(work, self._show_opened)

    def _run(self, work: Callable[[Job], Any], done: Callable[[Any], None]) -> None:
        if self._job is not None:
            self._job.cancel()
        self.write.setEnabled(False)
        self.progress.setVisible(self.isVisible())
        self._job = self._session.runner.start(
            work, done=partial(self._done, done), failed=self._failed, progress=self._progressed
        )

    def _progressed(self, done: int, total: int, text: str) -> None:
        if total:
            self.progress.show_progress(done, total, text)
        elif done:
            self.progress.step.setText(self.tr("{count} rows").format(count=done))

    def _done(self, then: Callable[[Any], None], result: Any) -> None:
        self._job = None
        self.progress.hide()
        then(result)

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self.progress.hide()
        if self._opened is None:
            self._session.say_problem(problem)
            self.reject()
            return
        self._say(str(problem), is_error=True)
        self._session.watch.look_soon()
        self.write.setEnabled(self._writes() > 0)

    def _show_opened(self, opened: Opened) -> None:
        name = self._source.path.name
        if not opened.grid.rows and self._opened is None:
            self._session.say(Mood.WARNING, self.tr("{name} holds no cells to take in.").format(name=name))
            self.reject()
            return
        self._opened, self._proposal = opened, opened.proposal
        self._set_content_enabled(True)
        self.grid_model.show_grid(opened.grid, opened.proposal)
        self.bar.show_table(opened.titles, opened.grid.title, opened.office, opened.proposal.layout)
        self.column_bar.offer(opened.office)
        fit(self.grid, GRID_COLUMN_UNITS)
        self._say_how(opened.proposal)
        self._show_taken(opened.taken)
        self._select_first_value()
        if not self.isVisible():
            self.open()
            self.grid.setFocus()

    def _say_how(self, proposal: Proposal) -> None:
        if proposal.is_known:
            self._say(self.tr("A table with these headings was taken in before; it is read as it was then."))
        else:
            self._say(
                self.tr(
                    "This is how the table would be read. Choose a column to say what it is; nothing is written yet."
                )
            )

    def _say(self, text: str, *, is_error: bool = False) -> None:
        self.hint.setProperty("role", "error" if is_error else "secondary")
        self.hint.style().unpolish(self.hint)
        self.hint.style().polish(self.hint)
        self.hint.setText(text)

    def _header_chosen(self, header: Header) -> None:
        if self._opened is None or self._proposal is None:
            return
        old = self._proposal.layout
        found = with_header(self._opened, self._source, header)
        layout = replace(
            found.layout,
            unit=old.unit,
            period=old.period,
            indicator=old.indicator,
            notation=old.notation,
            choices=old.choices,
        )
        self._proposal = replace(found, layout=layout)
        self._read_soon()
        self._show_column()

    def _layout_changed(self, layout: Layout) -> None:
        if self._proposal is not None:
            self._proposal = replace(self._proposal, layout=layout)
            self._read_soon()

    def _column_changed(self, place: int, column: Column) -> None:
        if self._proposal is not None and 0 <= place < len(self._proposal.layout.columns):
            self._layout_changed(self._proposal.layout.with_column(place, column))
            self._show_column()

    def _read_soon(self) -> None:
        if self._proposal is not None:
            self.bar.show_layout(self._proposal.layout)
        self.write.setEnabled(False)
        self._timer.start()

    def _read_again(self) -> None:
        opened, proposal, source = self._opened, self._proposal, self._source
        if opened is None or proposal is None:
            return

        def work(job: Job) -> Taken:
            return take_again(source, opened, proposal, job.progress)

        self._run(work, self._show_taken)

    def _show_taken(self, taken: Taken) -> None:
        opened, proposal = self._opened, self._proposal
        if opened is None or proposal is None:
            return
        self.taken = taken
        self.grid_model.show_taken(proposal, taken)
        self.readings.show_taken(taken, opened.office)
        self.left_pane.show_left(taken.left, opened.office)
        fit(self.readings_table)
        likely = sum(each.is_likely for each in taken.readings)
        self.tabs.setTabText(0, self.tr("To be written ({count})").format(count=len(taken.readings)))
        self.tabs.setTabText(1, self.tr("Not taken ({count})").format(count=len(taken.left)))
        self.counts.setText(
            self.tr(
                "{taken} cells read, {same} of them as they are, {likely} matched by likeness; {left} not taken"
            ).format(
                taken=len(taken.readings),
                same=taken.same,
                likely=likely,
                left=sum(len(each.cells) for each in taken.left),
            )
        )
        self.write.setText(self.tr("Write %n cell(s)", None, self._writes()))
        self.write.setEnabled(self._writes() > 0)

    def _writes(self) -> int:
        return len(self.taken.readings) - self.taken.same

    # -- the column, and the names that are not known

    def _select_first_value(self) -> None:
        if self._proposal is None or not self.grid_model.rowCount():
            return
        layout = self._proposal.layout
        place = next(iter(layout.of(Use.VALUE)), 0)
        row = min(layout.header.first, self.grid_model.rowCount() - 1)
        self._go_to(row, place)

    def _go_to(self, row: int, column: int) -> None:
        index = self.grid_model.index(min(row, self.grid_model.rowCount() - 1), column)
        self.grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.grid.scrollTo(index)
        self._show_column()

    def _place_changed(self) -> None:
        self._show_column()

    def _show_column(self) -> None:
        place = self.grid.currentIndex().column()
        if self._proposal is not None and 0 <= place < len(self._proposal.layout.columns):
            self.column_bar.show_column(place, self._proposal.headings[place], self._proposal.layout.columns[place])

    def _reading_activated(self) -> None:
        row = self.readings_table.currentIndex().row()
        if 0 <= row < len(self.taken.readings):
            self._go_to(*self.taken.readings[row].place)

    def _answered(self, left: Left, answer: str | Meaning) -> None:
        if self._proposal is None:
            return
        layout, name = self._proposal.layout, folded(left.text)
        choices = layout.choices
        if left.asks is Use.UNIT and isinstance(answer, str):
            choices = replace(choices, units={**choices.units, name: answer})
        elif left.asks is Use.FIELD and isinstance(answer, str):
            choices = replace(choices, fields={**choices.fields, name: answer})
        elif isinstance(answer, Meaning):
            choices = replace(choices, indicators={**choices.indicators, name: answer})
        self._layout_changed(replace(layout, choices=choices))

    # -- writing

    def _write_clicked(self) -> None:
        proposal, taken, source = self._proposal, self.taken, self._source
        session = self._session
        if proposal is None or self._timer.isActive() or not self._writes():
            return
        who = session.author.who
        session.keep_copy()
        session.watch.expect_own()

        def work(job: Job) -> Changes:
            job.progress(0, 0)
            return write_taken(source, taken, proposal, who)

        self._run(work, self._written)

    def _written(self, _changes: Changes) -> None:
        name, taken = self._source.path.name, self.taken
        remember_import(self._session, taken.replaced, self.tr("Import of {name}").format(name=name))
        show_import(self._session)
        left = sum(len(each.cells) for each in taken.left)
        text = self.tr("{name} was taken in: {count} cells written, {left} cells not taken.")
        self._session.say(Mood.INFO, text.format(name=name, count=self._writes(), left=left))
        self.accept()

    def done(self, result: int) -> None:
        """Whatever runs for the dialog ends with it."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        was_shown = self.isVisible()
        super().done(result)
        if not was_shown:  # nothing was closed that would delete it
            self.deleteLater()
