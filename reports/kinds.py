"""The kinds of reports, and how one is made into a file: whole, or not at all."""

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.errors import KnownError, reason
from models.period import Period
from models.plan import Plan
from models.store.database import Database
from reports.context import Context
from reports.document import Document
from reports.progress import progress_document
from reports.reading import read_context
from reports.word.package import write_document


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its name for people, and what makes its document."""

    name: str
    document: Callable[[Context], Document]


KINDS = {"progress": Kind("Báo cáo kết quả thực hiện các chỉ tiêu", progress_document)}


def make_document(db: Database, kind: str, plan: Plan, period: Period, on: date, unit: str | None = None) -> Document:
    """Return a report's document. Raises KnownError for a kind, unit or year that does not fit."""
    if kind not in KINDS:
        known = ", ".join(KINDS)
        raise KnownError(f"Không có loại báo cáo “{kind}”; các loại có: {known}.")
    if period.year != plan.year:
        raise KnownError(f"Kế hoạch {plan.code} là của năm {plan.year}, không lập được báo cáo kỳ {period}.")
    return KINDS[kind].document(read_context(db, kind, plan, period, on, unit))


def make_report(
    db: Database, kind: str, plan: Plan, period: Period, on: date, out: Path, unit: str | None = None
) -> Path:
    """Write a report as .docx and return where it is; the same data and day give the same bytes.

    An earlier file of that name is replaced only when the new one is whole. Raises KnownError in plain words."""
    document = make_document(db, kind, plan, period, on, unit)
    try:
        _write_whole(document, out)
    except OSError as problem:
        raise KnownError(f"Không ghi được báo cáo {out}: {reason(problem)}.") from problem
    return out


def _write_whole(document: Document, out: Path) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{out.stem}-", suffix=".docx.tmp", dir=out.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            write_document(document, stream)
        temporary.chmod(0o644)
        temporary.replace(out)
    finally:
        temporary.unlink(missing_ok=True)
