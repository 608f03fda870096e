"""Contexts for the tests of the periodic report."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from models.measure import Kind
from models.onestop import Group, GroupKind, Role, member_code, one_stop_group
from models.period import Period, Span
from models.plan import Indicator, Task
from models.progress import Figure
from models.same_period import Before
from models.submission import cumulative_until
from reports.document import NBSP, Document, Heading, Paragraph, plain_text
from reports.periodic_context import PeriodicContext
from tests.unit.reports.builders import a_context, judged

H1_2022 = Period(2022, Span.H1)
TASKS = (
    Task("KH-2023", "1", "Cải cách thủ tục hành chính", "Rà soát thủ tục", done_on=date(2023, 3, 1)),
    Task("KH-2023", "2", "Cải cách thủ tục hành chính", "Lập tổ hỗ trợ", due=date(2023, 5, 31)),
    Task("KH-2023", "3", "Tài chính công", "Giao tự chủ", due=date(2023, 9, 30), done_on=date(2023, 6, 10)),
    Task("KH-2023", "4", "Đầu tư, kinh doanh", "Đối thoại doanh nghiệp", done_on=date(2023, 6, 15)),
)


def a_periodic(
    figures: Iterable[Figure] | None = None,
    by_unit: Iterable[Figure] | None = None,
    *,
    quarter: Iterable[Figure] | None = None,
    so_far: Iterable[Figure] | None = None,
    **changes: Any,
) -> PeriodicContext:
    """A context whose last quarter and year so far are as its period unless they are given."""
    base = a_context(figures, by_unit, **changes)
    until = cumulative_until(base.period.last_quarter)
    whole = [replace(each, period=until) for each in base.figures] if so_far is None else so_far
    last = [replace(each, period=base.period.last_quarter) for each in base.figures] if quarter is None else quarter
    return PeriodicContext(
        **vars(base),
        quarter={each.indicator.code: each for each in last},
        so_far={each.indicator.code: each for each in whole},
    )


def with_one_stop(context: PeriodicContext, *fields: tuple[str, tuple[int | None, ...]]) -> PeriodicContext:
    """A context with one-stop tables: of each field the eight columns in the form's order."""
    groups, figures = [], {}
    for number, (name, columns) in enumerate(fields, start=1):
        code = f"MC{number}"
        made = one_stop_group("KH-2023", "Một cửa", code, name)
        members = {role: member_code(code, role) for role in Role}
        groups.append(Group("KH-2023", code, GroupKind.ONE_STOP, name, members))
        for indicator, value in zip(made.indicators, columns, strict=True):
            figures[indicator.code] = judged(indicator, None if value is None else str(value), unit=context.unit)
    return replace(
        context,
        groups=tuple(groups),
        quarter={**context.quarter, **figures},
        so_far={**context.so_far, **figures},
    )


def then(value: Fraction | int | None, is_complete: bool = True, **changes: Any) -> Before:
    """What was reported in the first half of 2022."""
    known = None if value is None else Fraction(value)
    base = Before(H1_2022, None, None, known, is_complete=is_complete)
    return replace(base, **changes)


def a_count(code: str, value: str | None, area: str = "Chính quyền số", **changes: Any) -> Figure:
    """A count without a target."""
    indicator = Indicator("KH-2023", code, area, f"Số việc {code}", Kind.COUNT, measured_in="việc")
    return judged(replace(indicator, **changes), value)


def a_score(code: str, value: str, area: str, name: str) -> Figure:
    """A score without a target."""
    return judged(Indicator("KH-2023", code, area, name, Kind.SCORE, scale=Decimal(100)), value)


def lines_under(document: Document, heading: str) -> list[str]:
    """The paragraphs below the first heading of that text, up to the next one."""
    found: list[str] = []
    is_inside = False
    for block in document.sections[0].blocks:
        if isinstance(block, Heading):
            is_inside = block.text == heading and not found
        elif is_inside and isinstance(block, Paragraph):
            found.append(plain_text(block.text).replace(NBSP, " "))
    return found


def headings(document: Document, level: int) -> list[str]:
    """The headings of a level, with their numbers."""
    blocks = (block for block in document.sections[0].blocks if isinstance(block, Heading))
    return [f"{block.number} {block.text}".replace(NBSP, " ") for block in blocks if block.level == level]
