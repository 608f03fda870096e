"""Keeps what people write into a report: its own parts, and why a target was missed. Each is one step of undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.plan import Explanation
from models.report import ReportPart
from models.store.explanations import explanation
from models.store.report_parts import parts, parts_before, save_part
from reports.kind import Part

if TYPE_CHECKING:
    from ui.pages.reports.page import ReportsPage


class Writing(QObject):
    """Opens parts and explanations beside the preview, and saves what was typed there."""

    def __init__(self, page: ReportsPage) -> None:
        super().__init__(page)
        self._page, self._session = page, page.session
        self._editor, self._card = page.right.part, page.right.explanation
        self._indicator = ""
        self._editor.edited.connect(self._part_edited)
        self._card.edited.connect(self._explanation_edited)

    def open_part(self, key: str) -> None:
        """Show a part of the report to be written."""
        part = self._part(key)
        if part is not None:
            self._show_part(part)
            self._page.show_editor(self._editor, part.title)
            self._editor.field.setFocus()

    def open_explanation(self, indicator: str) -> None:
        """Show why a target was missed, to be written."""
        if self._show_explanation(indicator):
            self._page.show_editor(self._card, self.tr("Explanation: {code}").format(code=indicator))
            self._card.form.fields["cause"].setFocus()

    def show_anew(self) -> None:
        """Show what is open as the file has it now; what does not belong to the report any more is closed."""
        self.show_part_anew()
        if self._page.right.card is self._card and not self._show_explanation(self._indicator):
            self._page.show_source()

    def show_part_anew(self) -> None:
        """Show the part that is open as the report that is asked for now has it; what is being typed stays."""
        if self._page.right.card is not self._editor or self._editor.part is None or self._is_typing():
            return
        part = self._part(self._editor.part.part)
        if part is None:
            self._page.show_source()
        else:
            self._show_part(part)

    def _is_typing(self) -> bool:
        field = self._editor.field
        return field.editor.hasFocus() and self._editor.part is not None and field.text() != self._editor.part.text

    def _part(self, key: str) -> Part | None:
        return next((each for each in self._page.kind.parts if each.key == key), None)

    def _show_part(self, part: Part) -> None:
        order, db = self._page.order, self._session.db
        report = (order.plan.code, order.kind, order.period, order.unit)
        text = parts(db, *report).get(part.key, "")
        before = parts_before(db, *report).get(part.key)
        self._editor.show_part(ReportPart(*report, part.key, text), part.title, part.hint, before)

    def _show_explanation(self, indicator: str) -> bool:
        """Show an indicator's explanation; False where the report does not tell of it."""
        draft = self._page.draft
        figures = draft.context.figures if draft is not None else ()
        figure = next((each for each in figures if each.indicator.code == indicator), None)
        if draft is None or figure is None:
            return False
        self._indicator = indicator
        unit, period = figure.unit or draft.context.plan.unit, draft.context.period
        said = explanation(self._session.db, indicator, unit, period) or Explanation(indicator, unit, period)
        self._card.show_explanation(said, figure.indicator.name)
        return True

    def _part_edited(self, old: ReportPart, new: ReportPart) -> None:
        db, author = self._session.db, self._session.author
        undoer = self._session.undoer
        changes = self._session.write(
            lambda: save_part(db, new, author),
            undo=lambda: save_part(db, old, undoer),
            text=self.tr("Text of the report"),
            source=self._page,
        )
        if changes is not None:
            self._page.read_draft()

    def _explanation_edited(self, old: Explanation, new: Explanation) -> None:
        text = self.tr("Explanation of {code}").format(code=new.indicator)
        changes = self._session.explain(new, seen=old, text=text, source=self._page)
        if changes is not None:
            self._show_explanation(new.indicator)
            self._page.read_draft()
