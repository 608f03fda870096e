"""The pages that were made so far, each with what it has not seen yet: hidden pages refresh when they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.store.changes import Changes
    from ui.widgets.page import Page


class _Made:
    """A page and what waits for it. None while it waits: everything is another, not just some tables."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.waiting: Changes | None = None
        self.is_waiting = True


class MadePages:
    """Pages by their keys. A new one waits for its first refresh."""

    def __init__(self) -> None:
        self._made: dict[str, _Made] = {}

    def add(self, key: str, page: Page) -> None:
        """Keep a page that was just made."""
        self._made[key] = _Made(page)

    def page(self, key: str) -> Page | None:
        """Return a page; None where it was not made yet."""
        return self._made[key].page if key in self._made else None

    def is_waiting(self, key: str) -> bool:
        """Return whether a page has not seen all that happened."""
        return self._made[key].is_waiting

    def take(self, key: str) -> Changes | None:
        """Return what a page has not seen, None for everything; from now on nothing waits for it."""
        made = self._made[key]
        changes, made.waiting, made.is_waiting = made.waiting, None, False
        return changes

    def tell(self, changes: Changes, source: object) -> None:
        """Let changes wait for all pages but the one that made them."""
        for each in self._made.values():
            if each.page is source:
                continue
            if not each.is_waiting:
                each.waiting, each.is_waiting = changes, True
            elif each.waiting is not None:
                each.waiting |= changes

    def tell_all_anew(self) -> None:
        """Let everything wait for all pages: another file, plan, unit or period is looked at."""
        for each in self._made.values():
            each.waiting, each.is_waiting = None, True
