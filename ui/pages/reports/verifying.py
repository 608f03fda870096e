"""Holds an edited Word file against its figures and today's data, and one made report against another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from models.number import format_date
from models.period import Period, read_period
from models.store.indicators import indicators
from models.store.reports import MadeReport, document
from ui.pages.reports import making
from ui.pages.reports.source_answer import measure_word
from ui.settings import home
from ui.tasks import Job
from ui.texts import NOTHING, period_text, unit_text
from ui.widgets.list_dialog import ListDialog

if TYPE_CHECKING:
    from reports.verify import DataChange, Difference, Verification
    from ui.pages.reports.page import ReportsPage

FOLDER_KEY = "reports/folder"


class Verifying(QObject):
    """Lists what differs; Enter on a line leads to the cell that the figure comes from."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self._places: list[tuple[str, str | None, Period | None]] = []
        page.head.verify_button.clicked.connect(self._verify_clicked)
        page.made.compare_wanted.connect(self._compare_wanted)

    def choose_file(self) -> Path | None:
        """Ask for an edited report; None when the person gives up."""
        folder = self._session.settings.view(FOLDER_KEY)
        start = Path(folder) if folder else (self._session.path or home()).parent
        words = self.tr("An edited report"), self.tr("Word documents")
        chosen, _ = QFileDialog.getOpenFileName(self._page, words[0], str(start), f"{words[1]} (*.docx)")
        return Path(chosen) if chosen else None

    def verify(self, path: Path) -> None:
        """Hold a Word file against its figures, off the screen's thread."""
        if self._page.exporting.is_busy or not self._page.may_leave():
            return
        file = self._session.path
        assert file is not None

        def work(job: Job) -> Verification:
            return making.verify_file(file, path, job)

        def done(found: Verification) -> None:
            self._page.exporting.end_progress()
            self._show_verification(path.name, found)

        self._begin(self.tr("Checking {file}").format(file=path.name), work, done)

    def _verify_clicked(self) -> None:
        path = self.choose_file()
        if path is not None:
            self.verify(path)

    def _compare_wanted(self, earlier: MadeReport, later: MadeReport) -> None:
        if self._page.exporting.is_busy:
            return
        one, other = (document(self._session.db, each.id) for each in (earlier, later))

        def work(job: Job) -> tuple[Difference, ...]:
            return making.compare(one, other, job)

        def done(found: tuple[Difference, ...]) -> None:
            self._page.exporting.end_progress()
            self._show_differences(found)

        self._begin(self.tr("Comparing two reports"), work, done)

    def _begin(self, text: str, work: Callable[[Job], Any], done: Callable[[Any], None]) -> None:
        band = self._page.exporting.show_progress(text)
        self._page.start("make", work, done, self._page.exporting.fail, band.show_progress)

    def _show_verification(self, name: str, found: Verification) -> None:
        hand, data = found.changed_by_hand, found.data_changed
        words = self.tr(
            "{file}: {figures} figures were looked at; {hand} were changed by hand, of {data} the data changed since."
        )
        sentence = words.format(file=name, figures=found.figures, hand=len(hand), data=len(data))
        if not found.is_intact:
            warning = self.tr("What the file itself keeps of its figures was changed; something may be missing.")
            sentence = f"{sentence}\n{warning}"
        by_hand, changed = self.tr("by hand"), self.tr("data")
        gone = self.tr("not there any more")
        rows = [(by_hand, *self._named(each), each.was, each.found or gone, each.sentence) for each in hand]
        rows += [(changed, *self._named(each), each.was, each.found or gone, _by(each)) for each in data]
        headings = (
            self.tr("Change"),
            self.tr("Indicator"),
            self.tr("Unit"),
            self.tr("Period"),
            self.tr("Was"),
            self.tr("Is"),
            self.tr("Sentence, or who and when"),
        )
        self._show(self.tr("The edited Word file"), sentence, headings, rows, [*hand, *data])

    def _show_differences(self, found: Sequence[Difference]) -> None:
        said_not = self.tr("not said")
        rows = [(*self._named(each), *_said(each, said_not)) for each in found]
        sentence = self.tr("%n figure(s) differ between the two reports.", None, len(found))
        headings = (
            self.tr("Indicator"),
            self.tr("Unit"),
            self.tr("Period"),
            self.tr("Figure"),
            self.tr("Before"),
            self.tr("After"),
        )
        self._show(self.tr("Two reports compared"), sentence, headings, rows, found)

    def _show(
        self, title: str, sentence: str, headings: Sequence[str], rows: Sequence[Sequence[str]], places: Sequence[Any]
    ) -> None:
        self._places = [
            (each.indicator, each.unit, read_period(each.period) if each.period else None) for each in places
        ]
        dialog = ListDialog(title, sentence, headings, rows, self._page.window())
        dialog.led.connect(self._led)
        dialog.open()

    def _led(self, row: int) -> None:
        indicator, unit, period = self._places[row]
        dialog = self.sender()
        if not indicator:
            return
        if isinstance(dialog, ListDialog):
            dialog.close()
        quarter = period.last_quarter if period is not None else None
        self._session.navigate("entry", period=quarter, unit=unit, indicator=indicator)

    def _named(self, place: Any) -> tuple[str, str, str]:
        """Return of which indicator, unit and period a figure is, in words."""
        labels = {each.code: each.label for each in indicators(self._session.db, self._session.plan.code)}
        code, tree = place.indicator, self._session.tree
        name = f"{code} {labels.get(code, '')}".strip() if code else self.tr("a count")
        unit = unit_text(tree[place.unit]) if place.unit in tree else place.unit or self.tr("whole plan")
        return name, unit, period_text(read_period(place.period)) if place.period else NOTHING


def _said(each: Difference, said_not: str) -> tuple[str, str, str]:
    """Return which number of a figure differs, and what either report says."""
    return (measure_word(each.measure), each.was or said_not, each.found or said_not)


def _by(change: DataChange) -> str:
    if change.when is None:
        return NOTHING
    at = change.when.astimezone()
    return f"{change.who}, {at:%H:%M} {format_date(at.date())}"
