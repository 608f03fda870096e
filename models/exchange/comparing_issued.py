"""What a workbook changes in plans that were issued: taken in, and told, since such a change wants a reason."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from models.exchange.book import Book
from models.exchange.columns import CORRECTIONS
from models.exchange.comparing_sheets import OfPlan
from models.plan_comparison import differences
from models.plan_content import PlanContent
from models.store.database import Database
from models.store.plan_content import plan_content
from models.store.plan_corrections import corrections
from models.store.plans import plans

Part = TypeVar("Part", bound=OfPlan)


def changed_after_issue(db: Database, book: Book) -> Iterator[str]:
    """Yield a sentence for each issued plan that is changed without a new correction in the workbook."""
    known = set(corrections(db))
    explained = {each.plan for each in book.corrections if each not in known}
    for plan in plans(db):
        if plan.issued_on is None or plan.code in explained:
            continue
        had = plan_content(db, plan.code)
        if changed := len(differences(had, _with(had, book))):
            where = f"lý do nên ghi ở trang “{CORRECTIONS.name}”"
            yield f"Sổ đổi {changed} điểm của kế hoạch {plan.code} đã ban hành; {where}."


def _with(had: PlanContent, book: Book) -> PlanContent:
    """Return a plan as it will be once the workbook is taken in."""
    code = had.plan.code

    def mine(rows: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(each for each in rows if each.plan == code)

    def merged(old: Sequence[Part], new: Sequence[Part], key: Callable[[Part], Hashable]) -> tuple[Part, ...]:
        return tuple({key(each): each for each in (*old, *mine(new))}.values())

    return replace(
        had,
        plan=next((each for each in book.plans if each.code == code), had.plan),
        bases=mine(book.bases) or had.bases,
        grades=tuple(sorted(mine(book.grades), key=lambda each: each.position)) or had.grades,
        windows=merged(had.windows, book.windows, lambda each: each.period),
        indicators=merged(had.indicators, book.indicators, lambda each: each.code),
        assignments=merged(had.assignments, book.assignments, lambda each: (each.indicator, each.unit, each.period)),
        tasks=merged(had.tasks, book.tasks, lambda each: each.code),
    )
