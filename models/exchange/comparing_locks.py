"""Rows of a workbook that would change what was sent: refused cell by cell, like any other wrong cell."""

from collections.abc import Set as AbstractSet

from models.exchange.book import Book
from models.exchange.columns import EXPLANATIONS, Sheet
from models.exchange.tables import Problem
from models.period import Period
from models.store.database import Database
from models.store.explanations import published_later
from models.store.locks import Form, every_lock
from models.submission import lock_sentence


class Guard:
    """Knows what is locked; opened are forms that the workbook's own steps open before anything is written.

    A row whose place is not known is left to the store, which refuses it too."""

    def __init__(self, db: Database, book: Book, opened: AbstractSet[Form]) -> None:
        self._places, self._late = book.places, published_later(db)
        self._locks = (
            {form: lock for form, lock in every_lock(db).items() if form not in opened} if self._places else {}
        )

    def problem(self, sheet: Sheet, key: tuple[object, ...], unit: str, period: Period) -> Problem | None:
        """Return what is wrong with a row that differs from the file; None where its form is open."""
        quarter = period.last_quarter
        if sheet is not EXPLANATIONS and not period.is_quarter:
            return None
        if sheet is EXPLANATIONS and (key[0], period) in self._late:
            return None
        lock, place = self._locks.get((unit, quarter)), self._places.get((sheet.name, key))
        if lock is None or place is None:
            return None
        why = lock_sentence(lock.unit_name, lock.submission).rstrip(".")
        return Problem(place.sheet, place.row, "Kỳ", period.code, f"số liệu như đã gửi. {why}")
