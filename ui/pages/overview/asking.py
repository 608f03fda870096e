"""Asking for explanations, and looking at one figure, from the overview: what needs the file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from models.plan import ExplanationRequest
from models.progress import Figure, State
from models.submission import explained_period
from ui.pages.overview.loading import question, read_units_of
from ui.pages.overview.opening import open_cell, open_figure
from ui.pages.overview.peek_card import PeekCard
from ui.pages.overview.request_dialog import RequestDialog
from ui.session import Session
from ui.texts import unit_text

if TYPE_CHECKING:
    from models.store.changes import Author, Changes
    from models.store.database import Database
    from ui.tasks import Job


class Asking(QObject):
    """Shows the peek card and the dialog; reads the units of a figure in the worker."""

    def __init__(self, session: Session, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._page = session, page
        self._job: Job | None = None
        self.card: PeekCard | None = None
        self.dialog: RequestDialog | None = None

    # -- a look at one figure

    def peek(self, figure: Figure, place: QPoint) -> None:
        """Show a figure's card at a place of the screen."""
        from models.store.explanations import explanation
        from models.store.requests import request

        session, card = self._session, PeekCard(figure, self._page)
        key = figure.indicator.code, session.unit or session.plan.unit, explained_period(session.period)
        card.show_said(explanation(session.db, *key), request(session.db, *key))
        card.opened.connect(partial(self._opened, figure.indicator.code))
        card.closed.connect(self._card_gone)
        self.card = card
        self._read_units(figure, partial(self._units_found, card))
        card.show_at(place)

    def _read_units(self, figure: Figure, done: object) -> None:
        asked = question(self._session)
        if self._job is not None:
            self._job.cancel()
        if asked is not None:
            code = figure.indicator.code
            self._job = self._session.runner.start(lambda job: read_units_of(asked, code), done=done)  # type: ignore[arg-type]

    def _units_found(self, card: PeekCard, found: list[Figure]) -> None:
        self._job = None
        if self.card is card:
            card.show_units(found, self._session.tree)

    def _card_gone(self) -> None:
        self.card = None

    def _opened(self, code: str, unit: str) -> None:
        if unit:
            open_cell(self._session, code, unit)
        else:
            open_figure(self._session, code)

    # -- asking for an explanation

    def ask(self, figure: Figure) -> None:
        """Ask which unit is to explain a figure: the one that is looked at, else those that pull it down first."""
        self._read_units(figure, partial(self._ask_of, figure))

    def _ask_of(self, figure: Figure, found: list[Figure]) -> None:
        from models.store.requests import requests

        self._job = None
        session = self._session
        tree, own = session.tree, session.unit or session.plan.unit
        behind = [each.unit for each in found if each.unit is not None and each.state is not State.MET]
        codes = list(dict.fromkeys([own, *behind] if session.unit or not behind else [*behind, own]))
        period = explained_period(session.period)
        had = {each.unit: each for each in requests(session.db, session.plan.code, period)
               if each.indicator == figure.indicator.code}  # fmt: skip
        codes += [unit for unit in had if unit not in codes]
        new = ExplanationRequest(figure.indicator.code, codes[0], period, asked_on=session.on)
        choices = [(code, unit_text(tree[code])) for code in codes]
        self.dialog = RequestDialog(figure, new, choices, had, self._page)
        self.dialog.asked.connect(partial(self._asked, had))
        self.dialog.withdrawn.connect(partial(self._withdrawn, had))
        self.dialog.open()

    def _asked(self, had: dict[str, ExplanationRequest], new: ExplanationRequest) -> None:
        session, before = self._session, had.get(new.unit)
        author, undoer = session.author, session.undoer
        self._session.write(
            partial(_put, session.db, new, new, author),
            undo=partial(_put, session.db, new, before, undoer),
            text=self.tr("Ask {unit} to explain {code}").format(unit=new.unit, code=new.indicator),
        )

    def _withdrawn(self, had: dict[str, ExplanationRequest], unit: str) -> None:
        session, before = self._session, had[unit]
        author, undoer = session.author, session.undoer
        self._session.write(
            partial(_put, session.db, before, None, author),
            undo=partial(_put, session.db, before, before, undoer),
            text=self.tr("Withdraw the question about {code}").format(code=before.indicator),
        )


def _put(db: Database, place: ExplanationRequest, new: ExplanationRequest | None, author: Author) -> Changes:
    """Let a place hold a request, or none."""
    from models.store.requests import ask, withdraw

    if new is None:
        return withdraw(db, place.indicator, place.unit, place.period, author)
    return ask(db, [new], author)
