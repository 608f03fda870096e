"""What is done in the tab of indicators: typed, added, moved, taken out, one by one or as a ready table."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from models.exchange.clipboard.block import Block
from models.onestop import AREA, Group
from models.period import Period
from models.plan import Indicator
from models.plan_content import PlanContent
from models.store.groups import groups
from models.store.indicators import indicators
from ui.pages.plans import writes
from ui.pages.plans.indicator_block import Ground, PastedLine, lay
from ui.pages.plans.indicator_paste import PasteDialog
from ui.pages.plans.one_stop import OneStopDialog, OneStopWish
from ui.texts import unit_text

if TYPE_CHECKING:
    from ui.pages.plans.page import PlansPage


class IndicatorEdits(QObject):
    """Keeps each as one step of undo; what is wrong with it is said at the table."""

    def __init__(self, page: PlansPage) -> None:
        super().__init__(page)
        self._page, self._session, self._tab = page, page.session, page.indicators_tab
        self._tab.edited.connect(self._indicator_edited)
        self._tab.added.connect(self._indicator_added)
        self._tab.removed.connect(self._indicator_removed)
        self._tab.moved.connect(self._indicators_moved)
        self._tab.pasted.connect(self._block_pasted)
        self._tab.table_asked.connect(self._table_asked)
        self._tab.group_removed.connect(self._group_removed)

    @property
    def _own(self) -> list[Indicator]:
        return indicators(self._session.db, self._session.plan.code)

    def _indicator_edited(self, old: Indicator, new: Indicator) -> None:
        db, author, undoer = self._session.db, self._session.author, self._session.undoer
        text = self.tr("Change of {code}").format(code=old.code)

        def refused(message: str) -> None:
            self._tab.refuse(old, new, message)

        def make(plan: str) -> writes.Write:
            return writes.change_indicator(db, replace(old, plan=plan), replace(new, plan=plan), author, undoer)

        def done() -> None:
            self._tab.select(new.code)

        def after(had: PlanContent) -> PlanContent:
            return replace(had, indicators=tuple(new if each.code == old.code else each for each in had.indicators))

        self._page.change_plan(make, text, refused, done, after=after)

    def _indicator_added(self, new: Indicator) -> None:
        above = self._tab.current()
        after, db = above.code if above else None, self._session.db

        def make(plan: str) -> writes.Write:
            return writes.add_indicator(db, replace(new, plan=plan), after, self._session.author, self._session.undoer)

        def done() -> None:
            self._tab.select(new.code)
            self._tab.form.fields["code"].setFocus(Qt.FocusReason.TabFocusReason)  # its text chosen: to be typed over

        self._page.change_plan(make, self.tr("New indicator {code}").format(code=new.code), None, done)

    def _indicator_removed(self, old: Indicator) -> None:
        db = self._session.db

        def make(plan: str) -> writes.Write:
            return writes.take_indicator(db, replace(old, plan=plan), self._session.author, self._session.undoer)

        self._page.change_plan(make, self.tr("Removal of {code}").format(code=old.code))

    def _indicators_moved(self, codes: list[str]) -> None:
        plan = self._session.plan.code
        step = writes.move_indicators(self._session.db, plan, codes, self._session.author, self._session.undoer)
        self._page.write(step.work, step.undo, self.tr("Order of indicators"))

    def _block_pasted(self, block: Block, ground: Ground) -> None:
        """Show what a block would make of the plan; what is no rows but prose is the plan's text for an open panel."""
        laid, drafting = lay(block, ground), self._page.drafting
        if not laid.lines and drafting.panel.isVisible():
            drafting.paste()
            return
        if not laid.lines:
            words = self.tr(
                "These are no rows of indicators: copy them in Excel. A plan's text goes into “Draft from a text”."
            )
            self._tab.message.say(words)
            return
        dialog = PasteDialog(laid, self._session.plan.year, self._page)
        dialog.wished.connect(self._lines_wished)
        dialog.open()

    def _lines_wished(self, lines: list[PastedLine]) -> None:
        dialog = self.sender()
        if not isinstance(dialog, PasteDialog):
            return
        pairs = [(each.old.code if each.old else None, each.new) for each in lines]

        def make(plan: str) -> writes.Write:
            return writes.change_block(self._session.db, plan, pairs, self._session.author, self._session.undoer)

        def done() -> None:
            dialog.accept()
            self._tab.select(lines[0].new.code)

        self._page.change_plan(make, self.tr("Indicators of a block of cells"), dialog.refuse, done)

    def _table_asked(self) -> None:
        plan, tree = self._session.plan, self._session.tree
        day = self._session.windows.of(Period(plan.year)).last
        units = [
            (code, unit_text(tree[code])) for code in tree.walk(plan.unit, day) if code in tree.leaves(plan.unit, day)
        ]
        known = groups(self._session.db, plan.code)
        had = {code for each in known for code in each.members.values()}
        area = next((each.area for each in self._own if each.code in had), AREA)
        dialog = OneStopDialog(known, units, area, self._page)
        dialog.wished.connect(self._table_wished)
        dialog.open()

    def _table_wished(self, wish: OneStopWish) -> None:
        dialog = self.sender()
        if not isinstance(dialog, OneStopDialog):
            return
        codes = {each.code for each in self._own}

        def make(plan: str) -> writes.Write:
            return writes.add_groups(self._session.db, plan, wish, self._session.author, self._session.undoer)

        def done() -> None:
            dialog.accept()
            self._tab.select(next(each.code for each in self._own if each.code not in codes))

        self._page.change_plan(make, self.tr("One-stop table"), dialog.refuse, done)

    def _group_removed(self, group: Group) -> None:
        def make(plan: str) -> writes.Write:
            return writes.take_group(self._session.db, plan, group.code, self._session.author, self._session.undoer)

        self._page.change_plan(make, self.tr("Removal of the one-stop table {code}").format(code=group.code))
