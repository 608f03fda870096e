"""The bar above every page: plan, period, unit, and the tag that figures are illustrative."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton

from models.plan import Plan
from models.plan_versions import version_number, versions_of
from models.store.changes import Changes
from models.submission import SubmissionState
from ui.session import PeriodForm, Session
from ui.texts import period_text, plan_text, unit_text, window_text
from ui.theme import theme
from ui.widgets.period_picker import PeriodPopup
from ui.widgets.picker import PickerButton
from ui.widgets.unit_picker import UnitPopup


class ContextBar(QFrame):
    """Shows and sets what all pages look at."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._build()
        self._connect()

    def _build(self) -> None:
        look = theme()
        self.setProperty("role", "bar")
        self.setFixedHeight(look.px(46))
        self.plan = PickerButton(self.tr("Plan"))
        self.earlier = self._arrow("chevron-left", self.tr("Previous period (Ctrl+Shift+PgUp)"))
        self.period = PickerButton(self.tr("Period"))
        self.later = self._arrow("chevron-right", self.tr("Next period (Ctrl+Shift+PgDn)"))
        self.window_days = QLabel()
        self.window_days.setProperty("role", "secondary")
        self.unit = PickerButton(self.tr("Unit"))
        self.illustrative = QLabel(self.tr("Illustrative figures"))
        self.illustrative.setProperty("role", "tag")
        self.illustrative.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.nothing = QLabel(self.tr("No data file is open"))
        line = QHBoxLayout(self)
        line.setContentsMargins(look.px(14), 0, look.px(14), 0)
        line.setSpacing(look.px(8))
        parts = (self.plan, self.earlier, self.period, self.later, self.window_days, self.unit, self.nothing)
        for part in parts:
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.illustrative)

    def _arrow(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "square")
        button.setIcon(theme().icon(icon))
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _connect(self) -> None:
        self.plan.clicked.connect(self._plan_clicked)
        self.period.clicked.connect(self._period_clicked)
        self.unit.clicked.connect(self._unit_clicked)
        self.earlier.clicked.connect(self._earlier_clicked)
        self.later.clicked.connect(self._later_clicked)

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the context of the session."""
        from ui.failure import told

        with told(self._session):
            self._show(changes)

    def _show(self, changes: Changes | None) -> None:
        session = self._session
        has_plan = session.is_open and session.has_plan
        chosen = (self.plan, self.earlier, self.period, self.later, self.window_days, self.unit)
        for part in chosen:
            part.setVisible(has_plan)
        self.nothing.setVisible(not session.is_open)
        self._show_illustrative(changes)
        if not has_plan:
            return
        self.plan.set_choice(self._plan_name(session.plan))
        self.plan.setToolTip(session.plan.name)
        self.period.set_choice(period_text(session.period))
        self.window_days.setText(window_text(session.window))
        is_year = session.view.period is PeriodForm.YEAR
        for part in (self.earlier, self.later):
            part.setVisible(not is_year)
        self.period.setEnabled(not is_year)
        self.unit.set_choice(self._unit_name())
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where not all has room, the days of the window are only in the period's tooltip."""
        parts = (self.plan, self.earlier, self.period, self.later, self.window_days, self.unit, self.illustrative)
        shown = [part for part in parts if part is self.window_days or not part.isHidden()]
        needed = sum(max(part.sizeHint().width(), part.minimumWidth()) for part in shown) + theme().px(
            28 + 8 * len(shown)
        )
        has_plan = not self.period.isHidden()
        self.window_days.setVisible(has_plan and needed <= self.width())
        self.period.setToolTip(self.window_days.text())

    def _show_illustrative(self, changes: Changes | None) -> None:
        if not self._session.is_open:
            self.illustrative.hide()
        elif changes is None or changes.actuals:
            from models.store.actuals import has_illustrative

            self.illustrative.setVisible(has_illustrative(self._session.db))

    def _plan_name(self, plan: Plan) -> str:
        session, parts = self._session, [plan_text(plan)]
        alike = [each for each in session.plans if each.year == plan.year]
        if any(each.unit != plan.unit for each in alike) and plan.unit in session.tree:
            parts.append(unit_text(session.tree[plan.unit]))
        if len(chain := versions_of(plan, alike)) > 1:
            parts.append(self.tr("version {number}").format(number=version_number(plan, chain)))
        elif len(parts) == 1 and len(alike) > 1:
            parts.append(plan.number or plan.code)
        return " · ".join(parts)

    def _unit_name(self) -> str:
        code = self._session.unit
        return self._whole_name() if code is None else unit_text(self._session.tree[code])

    def _whole_name(self) -> str:
        if self._session.view.needs_unit:
            return self.tr("No reporting unit")
        return self.tr("All (%n unit(s))", None, len(self._session.reporting_units()))

    def _plan_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        session = self._session
        for plan in session.choice.offered(session.context, session.view):
            name = self._plan_name(plan)
            action = QAction(self.tr("{plan} (put away)").format(plan=name) if plan.is_archived else name, menu)
            action.setData(plan.code)
            action.setCheckable(True)
            action.setChecked(plan.code == session.plan.code)
            menu.addAction(action)
        menu.triggered.connect(self._plan_chosen)
        menu.popup(self.plan.mapToGlobal(self.plan.rect().bottomLeft()))

    def _plan_chosen(self, action: QAction) -> None:
        self._session.set_plan(action.data())

    def _period_clicked(self) -> None:
        session = self._session
        only_quarters = session.view.period is PeriodForm.QUARTER
        year = session.plan.year if session.has_plan else session.period.year
        popup = PeriodPopup(self, session.windows, session.period, year, only_quarters=only_quarters)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.chosen.connect(session.set_period)
        popup.open_below(self.period)

    def _unit_clicked(self) -> None:
        session = self._session
        needs_unit = session.view.needs_unit
        popup = UnitPopup(self, "" if needs_unit else self._whole_name())
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        choosable = set(session.entering_units()) if needs_unit else None
        states = self._submission_states() if needs_unit else None
        popup.fill(session.tree, session.plan.unit, session.window.last, session.unit, choosable, states)
        popup.chosen.connect(session.set_unit)
        popup.open_below(self.unit)

    def _submission_states(self) -> dict[str, SubmissionState]:
        """Return where the forms of the quarter stand, for the units that have made any step."""
        from models.store.submissions import submissions
        from ui.failure import told

        states: dict[str, SubmissionState] = {}
        with told(self._session):
            found = submissions(self._session.db, self._session.period)
            states |= {unit: each.state for unit, each in found.items()}
        return states

    def _earlier_clicked(self) -> None:
        self._session.step_period(-1)

    def _later_clicked(self) -> None:
        self._session.step_period(1)
