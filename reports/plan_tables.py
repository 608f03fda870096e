"""Tables of a plan on paper, A4 on its side: its annexes by themselves, and what differs between two plans."""

from datetime import date

from models.errors import KnownError
from models.period import Period
from models.plan import Plan
from models.store.database import Database
from reports import form, frame, targets_tables
from reports.document import Align, Block, Column, Document, Paragraph, Properties, Run, Section, Style, Table
from reports.plan_changes import HEADINGS, PlanChanges
from reports.targets import SORT
from reports.targets_context import TargetsContext, read_targets

CHANGE_WIDTHS = (26.0, 18.0, 30.0, 83.0, 45.0, 45.0)


def annex_document(db: Database, plan: Plan, on: date, wanted: str | None = None) -> Document:
    """Return the annexes of a plan as a document of their own; wanted: one of them by its name, None: all.

    Raises KnownError where there is nothing to print."""
    context = read_targets(db, plan, Period(plan.year), on, None)
    found = targets_tables.annexes(context)
    shown = [annex for name, annex in found.items() if wanted in (None, name)]
    if not shown:
        raise KnownError(f"Kế hoạch {plan.code} chưa có gì để in ở bảng này.")
    title = f"{plan.name} – {wanted}" if wanted else f"{plan.name} – phụ lục"
    properties = Properties(title, frame.office(context).replace("\N{NO-BREAK SPACE}", " "), on)
    numbers = form.annex_numbers(len(shown))
    return Document(
        properties,
        tuple(
            Section((*form.annex_head(number, lines, _reference(context)), *blocks), is_landscape=True)
            for number, (lines, blocks) in zip(numbers, shown, strict=True)
        ),
    )


def _reference(context: TargetsContext) -> str:
    """Return the line that binds an annex to its plan: by the document that issued it, left open for a draft."""
    plan, office = context.plan, frame.office(context)
    if plan.issued_on is None or not plan.number:
        return form.annex_reference(SORT, office, context.dispatch, plan.issued_on or context.on)
    return f"(Kèm theo {SORT} số {plan.number} {form.official_day(plan.issued_on)} của {office})"


def change_document(found: PlanChanges, on: date) -> Document:
    """Return what differs between two plans as a document."""
    title = f"So sánh kế hoạch {found.old.code} và {found.new.code}"
    columns = tuple(Column(heading, width, Align.LEFT) for heading, width in zip(HEADINGS, CHANGE_WIDTHS, strict=True))
    blocks: list[Block] = [
        Paragraph((Run(title.upper()),), Style.ANNEX_TITLE),
        Paragraph((Run(f"{found.summary[:1].upper()}{found.summary[1:]}."),), Style.BODY),
        Table(columns, [list(row.texts) for row in found.rows], title),
    ]
    return Document(Properties(title, found.new.issuing_agency, on), (Section(tuple(blocks), is_landscape=True),))
