"""What units report and explain, written so that it can be undone and nobody's change is overwritten unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.plan import Actual, Explanation
from models.store.changes import Author, Changes
from ui.failure import told

if TYPE_CHECKING:
    from datetime import datetime

    from models.period import Period
    from models.store.database import Database
    from ui.session import Session

Cell = tuple[str, str, "Period"]


def record(
    session: Session,
    actuals: Iterable[Actual],
    seen: Iterable[Actual] | None,
    text: str,
    source: QObject | None,
    how: str,
) -> Changes | None:
    """Write cells as one step of undo; each way refuses when a cell is no longer as it was left.

    seen: the cells as they were shown; those that are not there are taken as they are now."""
    new = list({_cell(each): each for each in actuals}.values())
    shown = {_cell(each): each for each in seen or ()}
    old: list[Actual] = []
    with told(session):
        for each in new:
            old.append(shown.get(_cell(each)) or _now(session, each))
    if len(old) < len(new):
        return None
    who, db = session.author.who, session.db
    return session.write(
        partial(_record, db, new, old, Author(who, how)),
        undo=partial(_record, db, old, new, session.undoer),
        text=text,
        source=source,
        is_checked=True,
    )


def explain(
    session: Session,
    new: Explanation,
    seen: Explanation | None,
    text: str,
    source: QObject | None,
    refused: Callable[[str], None] | None,
) -> Changes | None:
    """Write an explanation as one step of undo; each way refuses when it is no longer as it was left."""
    from models.store.explanations import explanation, told_at

    cell = new.indicator, new.unit, new.period
    author, db = session.author, session.db
    found: list[tuple[Explanation, datetime | None]] = []
    with told(session):
        found.append((seen or explanation(db, *cell) or Explanation(*cell), told_at(db, *cell)))
    if not found:
        return None
    old, since = found[0]
    return session.write(
        partial(_explain, db, new, old, author),
        undo=partial(_explain, db, old, new, session.undoer, since),
        text=text,
        source=source,
        refused=refused,
        is_checked=True,
    )


def _cell(each: Actual) -> Cell:
    return each.indicator, each.unit, each.period


def _now(session: Session, each: Actual) -> Actual:
    from models.store.actuals import actual

    return actual(session.db, *_cell(each)) or Actual(*_cell(each))


def _record(db: Database, new: list[Actual], seen: list[Actual], author: Author) -> Changes:
    from models.store.actuals import record
    from models.store.database import writing
    from models.store.seen import check_unchanged

    with writing(db, author):
        check_unchanged(db, seen)
        return record(db, new, author)


def _explain(
    db: Database, new: Explanation, seen: Explanation, author: Author, since: datetime | None = None
) -> Changes:
    """Write an explanation where there is the one that was seen; since: it was told then, None for now."""
    from models.store.database import writing
    from models.store.explanations import save_explanations
    from models.store.seen import check_explanations_unchanged

    with writing(db, author):
        check_explanations_unchanged(db, [seen])
        then = {} if since is None else {(new.indicator, new.unit, new.period): since}
        return save_explanations(db, [new], author, then)
