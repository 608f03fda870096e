"""What a person does in the panel Soạn từ văn bản: takes a text in, accepts, edits, refuses; all of it undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from models.drafting.draft import draft_targets, numbers_left
from models.drafting.drafts import DEFAULT_GRADES, Draft, DraftState, drafts, missing_grade
from models.drafting.fitting import Setting, Taken, new_indicator
from models.drafting.kept import PlanText
from models.drafting.placing import marked
from models.drafting.proposal import Proposal
from models.errors import KnownError
from models.plan_versions import PlanState, later_versions, state_of
from models.store.indicators import indicator_ids, indicators
from models.store.plan_texts import plan_text, refused_spots, target_sources
from models.store.plans import grades
from ui.pages.plans.drafting import writes
from ui.pages.plans.drafting.draft_dialog import DraftDialog
from ui.pages.plans.drafting.draft_table import ACCEPT, EDIT, REFUSE
from ui.pages.plans.drafting.folding import Folding
from ui.pages.plans.drafting.panel import DraftingPanel
from ui.pages.plans.writes import Write
from ui.settings import home
from ui.version_texts import document_text

if TYPE_CHECKING:
    from ui.pages.plans.page import PlansPage
    from ui.tasks import Job

TEXTS = frozenset({".docx", ".txt"})


@dataclass(frozen=True)
class _Read:
    """A text and what was read in it."""

    text: PlanText
    proposals: tuple[Proposal, ...]
    left: tuple[tuple[int, int], ...]


class DraftingActions(QObject):
    """Fills the panel of a page and writes through its session.

    chosen: the code of the draft that was put under the cursor. drafted: all drafts of the text, as they stand now."""

    chosen = Signal(str)
    drafted = Signal(list)

    def __init__(self, page: PlansPage) -> None:
        super().__init__(page)
        self._page, self._session, self.panel = page, page.session, DraftingPanel()
        self.folding = Folding(page.session, self.panel, self)
        self._read: _Read | None = None
        self._job: Job | None = None
        self._plan = ""
        self._drafts: list[Draft] = []
        self.ask_file: Callable[[], Path | None] = self._file_asked
        self._connect(page)

    def _connect(self, page: PlansPage) -> None:
        panel = self.panel
        panel.file_wanted.connect(self._file_wanted)
        panel.paste_wanted.connect(self.paste)
        panel.clear_wanted.connect(self._clear_wanted)
        panel.table.decided.connect(self._decided)
        panel.table.chosen.connect(self._draft_chosen)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    @property
    def is_reading(self) -> bool:
        """Whether a text is being read in the worker."""
        return self._job is not None

    # -- showing

    def refresh(self) -> None:
        """Show the plan's text as it is kept, and what was decided of it."""
        plan = self._session.plan
        if plan.code != self._plan:
            self._plan, self._read = plan.code, None
            self._stop()
        kept = plan_text(self._session.db, plan.code)
        self.panel.say_note(self._note())
        self.folding.show_as_kept(has_text=kept is not None)
        if self._job is not None:
            return  # what is being read is shown when it has been read
        if kept is None:
            self._read, self._drafts = None, []
            self.panel.show_empty()
            self.drafted.emit([])
        elif self._read is None or self._read.text != kept:
            self._start(lambda: kept, self._show_read)
        else:
            self._show_drafts()

    def _note(self) -> str:
        """Return what holds for all that would be accepted."""
        plan, plans = self._session.plan, self._session.plans
        match state_of(plan, plans):
            case PlanState.REPLACED:
                text = self.tr("This plan was replaced by {code}; what you accept changes the old version.")
                return text.format(code=later_versions(plan, plans)[-1].code)
            case PlanState.ISSUED:
                text = self.tr("The plan was issued ({document}): you are asked how, before anything is accepted.")
                return text.format(document=document_text(plan))
        return ""

    def _show_read(self, read: _Read) -> None:
        self._read = read
        marks = [marked(read.text.text, each) for each in read.proposals]
        self.panel.show_text(read.text.text, marks, read.left)
        self.panel.table.setCurrentIndex(QModelIndex())
        self._show_drafts()

    def _show_drafts(self) -> None:
        if self._read is not None:
            self._drafts = drafts(self._read.text.text, self._read.proposals, self._setting())
            self.drafted.emit(self._drafts)  # first: the panel then says which of them is chosen
            self.panel.show_drafts(self._drafts, self._session.plan.year)

    def _setting(self) -> Setting:
        db, plan = self._session.db, self._session.plan
        older = [each for each in self._session.plans if each.unit == plan.unit and each.code != plan.code]
        older.sort(key=lambda each: each.year, reverse=True)
        return Setting(
            plan,
            indicators(db, plan.code),
            [one for each in older for one in indicators(db, each.code)],
            frozenset(indicator_ids(db)),
            grades(db, plan.code),
            target_sources(db, plan.code),
            refused_spots(db, plan.code),
        )

    # -- taking a text in

    def open_file(self, path: Path) -> None:
        """Read a plan's file in the worker and draft from it."""
        self.folding.open()
        self._start(partial(_from_file, self._session.plan.code, path), self._take)

    def paste(self) -> None:
        """Draft from the clipboard's text."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.panel.message.say(self.tr("There is no text on the clipboard; copy the plan's text first."))
            return
        kept = PlanText(self._session.plan.code, text)
        self._start(lambda: kept, self._take)

    def _file_wanted(self) -> None:
        if (path := self.ask_file()) is not None:
            self.open_file(path)

    def _file_asked(self) -> Path | None:
        start = str((self._session.path or home()).parent)
        kinds = self.tr("Plans in Word or plain text") + " (*.docx *.txt)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, self.tr("Open the plan's text"), start, kinds)
        return Path(chosen) if chosen else None

    def _start(self, text: Callable[[], PlanText], done: Callable[[_Read], None]) -> None:
        """Read in the worker; only the last text asked for counts."""
        self._stop()

        def ended(read: _Read) -> None:
            self._job = None
            done(read)

        self.panel.message.say("")
        self.panel.show_reading()
        self._job = self._session.runner.start(lambda _: _drafted(text()), done=ended, failed=self._failed)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _failed(self, problem: Exception) -> None:
        self._job = None
        self._session.say_problem(problem)
        if self._read is None:
            self.panel.show_empty()
        else:
            self._show_drafts()

    def _take(self, read: _Read) -> None:
        if self._read is not None and self._read.text == read.text:
            self.panel.message.say(self.tr("This is the text that is being worked on."))
            self._show_drafts()
            return
        db, plan = self._session.db, self._session.plan.code
        self._read = read  # refreshing must not read it again
        step = writes.take_text(db, plan, read.text, self._session.author, self._session.undoer)
        self._write(step, self.tr("Text of the plan"))
        self._show_read(read)
        self.panel.table.setFocus()

    # -- deciding

    def _write(self, step: Write, text: str) -> bool:
        return self._page.write(step.work, step.undo, text, self.panel.message.say)

    def _decided(self, draft: Draft, key: str) -> None:
        if key == ACCEPT:
            self._accept([draft])
        elif key == EDIT:
            self._edit(draft)
        else:
            self._refuse(draft, is_refused=key == REFUSE)

    def _accept(self, chosen: Sequence[Draft], dialog: DraftDialog | None = None) -> None:
        """Let drafts enter the plan; of an issued one after it is said how. dialog: the one they were edited in."""
        said = self.panel.message.say if dialog is None else dialog.refuse
        names = [each.name for each in grades(self._session.db, self._session.plan.code)]
        for each in chosen:
            if lost := missing_grade(each.indicator, names):
                text = self.tr("“{grade}” is not a grade of this plan; add it under “About the plan” first.")
                said(text.format(grade=lost))
                return
        document = self._read.text.name if self._read else ""

        def make(plan: str) -> Write:
            return writes.accept(self._session.db, plan, chosen, document, self._session.author, self._session.undoer)

        def done() -> None:
            if dialog is not None:
                dialog.accept()
            self.chosen.emit(chosen[-1].indicator.code)
            self.panel.table.choose_next_waiting()

        codes = ", ".join(each.indicator.code for each in chosen)
        self._page.change_plan(make, self.tr("Accepted: {codes}").format(codes=codes), said, done)

    def _clear_wanted(self) -> None:
        if clear := [each for each in self._drafts if each.is_clear]:
            self._accept(clear)

    def _refuse(self, draft: Draft, *, is_refused: bool) -> None:
        db, plan, author = self._session.db, self._session.plan.code, self._session.author
        step = writes.refuse(db, plan, draft.spot, is_refused=is_refused, author=author, undoer=self._session.undoer)
        text = self.tr("Refused: place {place}") if is_refused else self.tr("Taken back: place {place}")
        if self._write(step, text.format(place=draft.place)) and is_refused:
            self.panel.table.choose_next_waiting()

    def _edit(self, draft: Draft) -> None:
        if self._read is None:
            return
        setting = self._setting()
        fresh = draft.indicator
        if draft.known is not None:
            taken = Taken({*setting.codes, *(each.indicator.code for each in self._drafts)})
            fresh, _ = new_indicator(self._read.text.text, draft.proposal, setting, taken, (None, 0))
        names = tuple(each.name for each in setting.grades) or DEFAULT_GRADES
        dialog = DraftDialog(draft, fresh, list(setting.own), names, self._page)
        dialog.wished.connect(self._wished)
        dialog.open()

    def _wished(self, draft: Draft) -> None:
        dialog = self.sender()
        if isinstance(dialog, DraftDialog):
            self._accept([draft], dialog)

    def _draft_chosen(self, draft: Draft) -> None:
        if draft.state is not DraftState.REFUSED:
            self.chosen.emit(draft.indicator.code)

    # -- dropping

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take in a file that is dropped on the page."""
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop) and isinstance(event, QDropEvent):
            paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
            texts = [each for each in paths if each.suffix.lower() in TEXTS]
            if len(paths) == len(texts) == 1:
                event.acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.open_file(texts[0])
                return True
        return super().eventFilter(watched, event)


def _from_file(plan: str, path: Path) -> PlanText:
    from models.exchange.documents import read_document

    document = read_document(path)
    if not document.text.strip():
        raise KnownError(f"Tệp “{path.name}” không có chữ nào để đọc.")
    return PlanText(plan, document.text, path.name, document.tables)


def _drafted(text: PlanText) -> _Read:
    found = draft_targets(text.text, text.tables)
    return _Read(text, tuple(found), tuple(numbers_left(text.text, found, text.tables)))
