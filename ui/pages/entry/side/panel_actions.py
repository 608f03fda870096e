"""Fills the side panel for the current cell, and keeps what is written into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from models.checks import Finding
from models.period import Period
from models.plan import Actual, Explanation, Indicator
from models.store.acceptances import (
    Acceptance,
    accept_finding,
    acceptance_of,
    save_acceptances,
    withdraw_acceptance,
)
from models.store.actuals import actual
from models.store.cell_events import cell_events
from models.store.changes import Author, Changes
from models.store.check_form import FormChecks
from models.store.database import Database, writing
from models.store.evidence import evidence
from models.store.explanations import explanation
from ui.pages.entry.form import Form
from ui.pages.entry.loading import read_explanations, read_proofs
from ui.pages.entry.side.checks import NOTHING_SAID, rule_word
from ui.pages.entry.side.dropping import DropTarget
from ui.pages.entry.side.evidence_actions import EvidenceActions, Place

if TYPE_CHECKING:
    from ui.pages.entry.page import EntryPage


class PanelActions(QObject):
    """Reads for the panel of one page and writes what it asks for."""

    def __init__(self, page: EntryPage) -> None:
        super().__init__(page)
        self._page, self._session, self._panel = page, page.session, page.panel
        self.evidence = EvidenceActions(page.session, page, self._place, self._evidence_changed)
        self._shown: tuple[Indicator, Period] | None = None
        panel, proofs = self._panel, self.evidence
        panel.earlier.reader = self._read_earlier
        panel.note_edited.connect(self._note_edited)
        panel.acceptance_edited.connect(self._acceptance_edited)
        panel.checks.findings_accepted.connect(self._findings_accepted)
        panel.explanation_edited.connect(self._explanation_edited)
        panel.file_asked.connect(proofs.choose_files)
        panel.link_asked.connect(proofs.ask_link)
        panel.document_asked.connect(proofs.ask_document)
        panel.evidence.opened.connect(proofs.open)
        panel.evidence.save_asked.connect(proofs.save)
        panel.evidence.removed.connect(proofs.remove)
        for target in (DropTarget(panel, self._panel_takes), DropTarget(page.grid.viewport(), self._cell_takes)):
            target.files.connect(proofs.attach_files)
            target.link.connect(proofs.attach_link)

    # showing

    def show_cell(self) -> None:
        """Show what belongs to the current cell."""
        found, form = self._page.cell(), self._page.form
        self._panel.setEnabled(found is not None)
        if found is None or form is None:
            self._shown = None
            return
        row, indicator, period = found
        self._panel.finish_editing()
        self._shown = indicator, period
        tree = self._session.tree
        self._panel.earlier.predecessors = [tree[each].name for each in tree.predecessors(form.unit.code)]
        self._panel.show_cell(form, indicator, period, row.field, self._said(form, period))
        self._panel.show_explanation(self._explanation(indicator), form.requests.get(indicator.code))
        self._show_traces()

    def _said(self, form: Form, period: Period) -> FormChecks:
        """Return what the checks say; of other quarters than the form's they are asked when they are looked at."""
        if period == form.quarter:
            return FormChecks(list(form.findings), list(form.held))
        if period.is_quarter:
            return self._page.checks_of(form, period)
        return NOTHING_SAID

    def _show_traces(self) -> None:
        """Show what is kept beside the value: its evidence and its life."""
        form = self._page.form
        if self._shown is None or form is None:
            return
        indicator, period = self._shown
        db, unit = self._session.db, form.unit.code
        self._panel.show_evidence([each for each in evidence(db, unit, period) if each.indicator == indicator.code])
        rules = {each.rule for each in form.findings if indicator.code in each.codes}
        rules |= {each.rule.code for each in form.held if indicator.code in each.codes}
        self._panel.show_history(indicator, cell_events(db, indicator.code, unit, period, rules))

    def _explanation(self, indicator: Indicator) -> Explanation:
        form = self._page.form
        assert form is not None
        key = indicator.code, form.unit.code, form.explained(indicator)
        return explanation(self._session.db, *key) or Explanation(*key)

    def _read_earlier(self, indicator: Indicator, periods: Sequence[Period]) -> list[Actual]:
        form = self._page.form
        assert form is not None
        found = (actual(self._session.db, indicator.code, form.unit.code, each) for each in periods)
        return [each for each in found if each is not None]

    # what the person did

    def _place(self) -> Place | None:
        form = self._page.form
        if self._shown is None or form is None:
            return None
        indicator, period = self._shown
        return Place(indicator.code, form.unit.code, period)

    def _evidence_changed(self) -> None:
        form = self._page.form
        if form is not None:
            read_proofs(self._session.db, form)
            self._page.model.values_changed()
            self._show_traces()
            self._page.show_counts()

    def _panel_takes(self, place: QPoint, is_drop: bool) -> bool:
        form = self._page.form
        return self._shown is not None and form is not None and not form.lock_text(self._shown[1])

    def _cell_takes(self, place: QPoint, is_drop: bool) -> bool:
        page, index = self._page, self._page.grid.indexAt(place)
        found = page.cell(index)
        if found is None or page.form is None or page.form.lock_text(found[2]):
            return False
        if is_drop:
            page.grid.go_to(index.row(), index.column())
        return not is_drop or self._shown == found[1:]

    def _changed_actual(self, **change: str) -> bool:
        form = self._page.form
        if self._shown is None or form is None:
            return False
        old = form.actual(*self._shown)
        new = replace(old, **change)  # type: ignore[arg-type]
        return new == old or self._page.keeping.write([new], "typed")

    def _note_edited(self, text: str) -> None:
        if not self._changed_actual(note=text):
            self._panel.note.refuse(self._page.model.refusal)

    def _acceptance_edited(self, reason: str) -> None:
        self._changed_actual(accepted=reason)
        self._page.grid.setFocus()

    def _findings_accepted(self, findings: Sequence[Finding], reason: str) -> None:
        """Accept findings for the reason given; without one, take that back."""
        session, db, author = self._session, self._session.db, self._session.author
        text = self.tr("Accepted: {rule}") if reason else self.tr("Acceptance taken back: {rule}")
        old = [acceptance_of(db, each) for each in findings]
        kept = session.write(
            partial(_accept, db, findings, reason, author),
            undo=partial(_restore, db, findings, old, replace(author, how="undo")),
            text=text.format(rule=", ".join(dict.fromkeys(rule_word(each.rule) for each in findings))),
            source=self._page,
        )
        if kept is not None:
            self._page.read_findings()
            self._page.model.values_changed()
            self._page.show_counts()
            self.show_cell()
        self._page.grid.setFocus()

    def _explanation_edited(self, new: Explanation) -> None:
        session, form = self._session, self._page.form
        text = self.tr("Explanation of {code}").format(code=new.indicator)
        fields = self._panel.explanation
        kept = session.explain(new, seen=fields.seen, text=text, source=self._page, refused=fields.refuse)
        if kept is None or form is None:
            return
        self._panel.explanation.accept(new)
        read_explanations(session.db, form)
        if self._shown is not None and self._shown[0].code == new.indicator:
            self._panel.say_missing(new, form.requests.get(new.indicator))
            self._show_traces()
        self._page.show_counts()


def _accept(db: Database, findings: Sequence[Finding], reason: str, author: Author) -> Changes:
    with writing(db, author):
        for each in findings:
            if reason:
                accept_finding(db, each, reason, author)
            else:
                withdraw_acceptance(db, each, author)
    return Changes(checks=True)


def _restore(db: Database, findings: Sequence[Finding], old: Sequence[Acceptance | None], author: Author) -> Changes:
    """Let findings be accepted as they were before, or not at all."""
    with writing(db, author):
        for each, before in zip(findings, old, strict=True):
            if before is None:
                withdraw_acceptance(db, each, author)
            else:
                save_acceptances(db, [before], author)
    return Changes(checks=True)
