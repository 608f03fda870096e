"""Targets of issued plans that a workbook changes: taken in, and told, since such a change wants a reason."""

from collections.abc import Iterator

from models.exchange.book import Book
from models.exchange.columns import CORRECTIONS
from models.store.database import Database
from models.store.indicators import assignments, indicators
from models.store.plan_corrections import corrections
from models.store.plans import plans


def changed_after_issue(db: Database, book: Book) -> Iterator[str]:
    """Yield a sentence for each issued plan of which targets are changed without a new correction in the workbook."""
    known = set(corrections(db))
    explained = {each.plan for each in book.corrections if each not in known}
    for plan in plans(db):
        if plan.issued_on is None or plan.code in explained:
            continue
        had = {each.code: each.target for each in indicators(db, plan.code)}
        given = {(each.indicator, each.unit, each.period): each.target for each in assignments(db, plan.code)}
        changed = sum(each.plan == plan.code and had.get(each.code) != each.target for each in book.indicators)
        changed += sum(
            each.plan == plan.code and given.get((each.indicator, each.unit, each.period)) != each.target
            for each in book.assignments
        )
        if changed:
            where = f"lý do nên ghi ở trang “{CORRECTIONS.name}”"
            yield f"Sổ đổi {changed} mức của kế hoạch {plan.code} đã ban hành; {where}."
