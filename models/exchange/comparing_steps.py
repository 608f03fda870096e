"""The steps of submissions in a workbook held against those of the data file: only what goes on from there is taken."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from models.exchange.book import Book, Place
from models.exchange.columns import STEPS
from models.exchange.tables import Problem
from models.number import format_date
from models.store.database import Database
from models.store.kept_steps import kept_steps
from models.store.locks import Form
from models.submission import KeptStep, SubmissionState, may_follow


@dataclass
class NewSteps:
    """What is to be added: before the actuals the steps that open a form, after them those that lock it again.

    opened: the forms that can be changed in between. same counts the steps that the file has already."""

    before: list[KeptStep] = field(default_factory=list)
    after: list[KeptStep] = field(default_factory=list)
    same: int = 0
    problems: list[Problem] = field(default_factory=list)
    opened: set[Form] = field(default_factory=set)


def new_steps(db: Database, book: Book) -> NewSteps:
    """Compare form by form; a step that differs from the file's, or does not follow, is a problem."""
    found = NewSteps()
    by_form: dict[Form, list[KeptStep]] = defaultdict(list)
    for each in book.steps:
        by_form[each.unit, each.quarter].append(each)
    for (unit, quarter), its in by_form.items():
        had = list(kept_steps(db, unit, quarter))
        _compare(found, book, had, its)
    return found


def _compare(found: NewSteps, book: Book, had: list[KeptStep], its: Iterable[KeptStep]) -> None:
    last = had[-1] if had else None
    new: list[KeptStep] = []
    for each in its:
        if each.number <= len(had):
            if not _is_same(had[each.number - 1], each):
                found.problems.append(_problem(book, each, "bước như tệp dữ liệu đã ghi; bước đã ghi không sửa được"))
            found.same += 1
            continue
        if expected := _wrong(last, each, len(had) + len(new) + 1):
            found.problems.append(_problem(book, each, expected))
            return
        new.append(each)
        last = each
    opening = max((place for place, each in enumerate(new, 1) if not each.state.is_locked), default=0)
    if opening:
        found.opened.add((new[0].unit, new[0].quarter))
    found.before += new[:opening]
    found.after += new[opening:]


def _is_same(had: KeptStep, each: KeptStep) -> bool:
    """Return whether a row says what the file has; who, when and what was sent need not be said."""
    sent = had.snapshot if each.plan else each.snapshot
    return replace(each, who=each.who or had.who, at=each.at or had.at, snapshot=sent, plan="") == had


def _wrong(last: KeptStep | None, each: KeptStep, number: int) -> str:
    """Return what a step would have to be to follow the last one; "" where it does."""
    if each.number != number:
        return f"bước {number}, vì các bước nối tiếp nhau từ 1"
    if not may_follow(last.state if last else SubmissionState.DRAFT, each.state):
        return "việc nối tiếp được bước trước: gửi, rồi trả lại, tiếp nhận hoặc mở lại, rồi gửi lại"
    if last and each.day < last.day:
        return f"ngày từ {format_date(last.day)} của bước trước"
    return ""


def _problem(book: Book, each: KeptStep, expected: str) -> Problem:
    place = book.places.get((STEPS.name, (each.unit, each.quarter, each.number)), Place(STEPS.name, 0))
    return Problem(place.sheet, place.row, "Bước", str(each.number), expected)
