"""The pages of the rail in their order. The only place that knows which there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:  # a page is imported when it is first shown
    from collections.abc import Callable

    from ui.session import Session
    from ui.widgets.page import Page


class Entry(NamedTuple):
    """A page of the rail: its key, its words, and how it is made when it is first shown."""

    key: str
    title: str
    make: Callable[[Session], Page]


def entries() -> list[Entry]:
    """Return the pages, with words in the language chosen now."""
    translate = QCoreApplication.translate
    return [
        Entry("overview", translate("Pages", "Overview"), _overview),
        Entry("entry", translate("Pages", "Data entry"), _entry),
        Entry("analysis", translate("Pages", "Analysis"), _analysis),
        Entry("plans", translate("Pages", "Plan"), _plans),
        Entry("units", translate("Pages", "Units"), _units),
        Entry("reports", translate("Pages", "Reports"), _reports),
        Entry("settings", translate("Pages", "Settings"), _settings),
    ]


def _overview(session: Session) -> Page:
    from ui.pages.overview.page import OverviewPage

    return OverviewPage(session)


def _entry(session: Session) -> Page:
    from ui.pages.entry.page import EntryPage

    return EntryPage(session)


def _analysis(session: Session) -> Page:
    from ui.pages.analysis.page import AnalysisPage

    return AnalysisPage(session)


def _plans(session: Session) -> Page:
    from ui.pages.plans.page import PlansPage

    return PlansPage(session)


def _units(session: Session) -> Page:
    from ui.pages.units.page import UnitsPage

    return UnitsPage(session)


def _reports(session: Session) -> Page:
    from ui.pages.reports.page import ReportsPage

    return ReportsPage(session)


def _settings(session: Session) -> Page:
    from ui.pages.settings.page import SettingsPage

    return SettingsPage(session)
