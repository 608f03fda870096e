"""The kinds of reports, and how one is made into a file: whole, or not at all."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from models.errors import KnownError
from models.period import Period
from models.plan import Plan
from models.store.database import Database
from models.store.history import last_revision
from models.store.report_templates import template_of
from models.whole_file import whole_file
from reports import notice, onestop, periodic, progress, targets, units
from reports.document import Document, Origin
from reports.kind import Kind
from reports.word.package import write_document

KINDS: dict[str, Kind] = {
    each.code: each for each in (progress.KIND, periodic.KIND, onestop.KIND, units.KIND, notice.KIND, targets.KIND)
}


def kind_of(code: str) -> Kind:
    """Return a kind of report. Raises KnownError for one that there is not."""
    if code not in KINDS:
        raise KnownError(f"Không có loại báo cáo “{code}”; các loại có: {', '.join(KINDS)}.")
    return KINDS[code]


def check_year(plan: Plan, period: Period) -> None:
    """Raise KnownError for a period of another year than the plan's."""
    if period.year != plan.year:
        raise KnownError(f"Kế hoạch {plan.code} là của năm {plan.year}, không lập được báo cáo kỳ {period}.")


def make_document(db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None = None) -> Document:
    """Return a report's document. Raises KnownError for a kind, unit or year that does not fit."""
    return drafted(db, kind, plan, period, on, unit)[1]


def drafted(
    db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None = None
) -> tuple[Any, Document]:
    """Return what a report is made from, and the report. Raises KnownError for what does not fit, as above."""
    made = kind_of(kind)
    check_year(plan, period)
    period = made.period_of(period)
    context = made.read(db, plan, period, on, unit)
    origin = Origin(kind, plan.code, period.code, unit, on, last_revision(db))
    return context, replace(made.document(context), origin=origin)


def make_report(
    db: Database,
    kind: str,
    plan: Plan,
    period: Period,
    on: date,
    out: Path,
    unit: str | None = None,
    *,
    is_draft: bool = True,
) -> Path:
    """Write a report as .docx and return where it is; the same data and day give the same bytes.

    It is put in the office's own template where there is one. A draft shows its seal at the foot of its pages; an
    issued report has none. An earlier file of that name is replaced only when the new one is whole. Raises KnownError
    in plain words."""
    document = make_document(db, kind, plan, period, on, unit)
    template = template_of(db, plan.unit, kind)
    with whole_file(out, "báo cáo") as temporary, temporary.open("wb") as stream:
        write_document(document, stream, is_draft, template.content if template else None)
    return out
