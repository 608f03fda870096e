"""Chooses what stands around a kind of report, for this office: kept in the data file, one step of undo each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from models import dispatch as customs
from models.dispatch import Dispatch
from models.store.dispatches import dispatch, save_dispatch
from ui.pages.reports.dispatch_card import OTHER, signing_choices, signing_of

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage


class Dispatching(QObject):
    """Shows who signs in the left column, and the rest in a card beside the preview."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session, self._card = page, page.session, page.right.dispatch
        self._card.edited.connect(self.change)
        self._card.signed.connect(self.sign)
        self._card.reset_wanted.connect(self._reset_wanted)
        page.side.form_button.clicked.connect(self.open)

    def open(self) -> None:
        """Show the card."""
        if self._page.right.commit():
            self.show()
            self._page.show_editor(self._card, self.tr("What stands around the report"))
            self._card.form.fields["signing"].setFocus()

    def show(self) -> None:
        """Show who signs, and what the card says, as the file has it now."""
        said, office = self._said(), self._office()
        plan, kind = self._session.plan, self._page.kind.code
        whole = customs.completed(said, plan, self._session.tree, self._session.on, kind)
        custom = customs.suggested(office, plan.unit, kind)
        signings = customs.signings(office)
        choices = {
            "signing": signings,
            "symbol": customs.symbols(office, kind),
            "place": tuple(filter(None, dict.fromkeys((plan.place, custom.place)))),
            "drafting_unit": customs.drafting_units(office, kind),
            "addressee": customs.addressee_choices(office, kind),
            "recipients": customs.recipient_choices(office),
        }
        self._page.side.offer("signing", signing_choices(signings, whole), signing_of(whole))
        self._card.show_dispatch(whole, choices, is_custom=said is None or said == Dispatch(said.unit, kind))

    def sign(self, signing: customs.Signing) -> None:
        """Keep who signs; another way than those in the list is typed in the card."""
        if signing == OTHER:
            self.open()
            self._card.show_own_signing(True)
            self._card.form.fields["authority"].setFocus()
            return
        self.change({"authority": "\n".join(signing.authority), "signer_position": signing.position})

    def change(self, changed: dict[str, Any]) -> None:
        """Keep what was chosen; all else stays as it was said, or customary."""
        kind = self._page.kind.code
        if "addressee" in changed:
            changed = {"addressee": "; ".join(changed["addressee"]) or customs.NOBODY}
        if changed.get("recipients") == ():
            self._card.form.refuse("recipients", self.tr("One line at least must be ticked."))
            return
        old = self._said() or Dispatch(self._session.plan.unit, kind)
        self._save(old, replace(old, **changed))

    def _reset_wanted(self) -> None:
        old = self._said()
        if old is not None:
            self._save(old, Dispatch(old.unit, old.report_kind))

    def _save(self, old: Dispatch, new: Dispatch) -> None:
        db, author = self._session.db, self._session.author
        undoer = self._session.undoer
        changes = self._session.write(
            lambda: save_dispatch(db, new, author),
            undo=lambda: save_dispatch(db, old, undoer),
            text=self.tr("What stands around the report"),
            source=self._page,
        )
        if changes is not None:
            self.show()
            self._page.read_draft()

    def _said(self) -> Dispatch | None:
        return dispatch(self._session.db, self._session.plan.unit, self._page.kind.code)

    def _office(self) -> customs.Office:
        session = self._session
        return customs.office_of(session.plan, session.tree, session.on, self._said())
