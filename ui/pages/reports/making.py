"""The work of making a report, off the screen's thread: it touches no widget and opens its own connection."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from models.errors import KnownError, reason
from models.period import Period, read_period
from models.plan import Plan
from models.progress import Figure
from models.whole_file import whole_file
from ui.folding import fold
from ui.texts import long_period_text

if TYPE_CHECKING:  # what makes documents is loaded in the worker
    from reports.document import Document, Source
    from reports.verify import Difference, Verification
    from ui.pages.reports.preview import Look, Page


class Progress(Protocol):
    """What the work tells how far it is; raises when it was asked to stop."""

    def progress(self, done: int, total: int, text: str = "") -> None:
        """Say how far the work is."""


@dataclass(frozen=True)
class Order:
    """What report is wanted: of which file and plan, kind, period, unit (None: the whole plan), as of which day."""

    file: Path
    plan: Plan
    kind: str
    period: Period
    unit: str | None
    on: date

    def file_name(self) -> str:
        """Return the name that the report's file gets unless another is chosen; without tones, for any system."""
        of_unit = f" {self.unit}" if self.unit else ""
        words = fold(long_period_text(self.period))
        return f"Bao cao CCHC {words}{of_unit}.docx"


@dataclass(frozen=True)
class Made:
    """A report that was made: for whom, where it lies, and its bytes."""

    order: Order
    path: Path
    document: bytes


def make(order: Order, out: Path, job: Progress, *, is_draft: bool = True) -> Made:
    """Make a report and put it in place whole; stopped before that, nothing is there. Raises KnownError.

    A draft shows its seal at the foot of its pages, an issued report does not."""
    from models.store.database import open_database
    from reports.kinds import make_report

    job.progress(0, 3)
    with tempfile.TemporaryDirectory() as folder:
        db = open_database(order.file, read_only=True)
        try:
            draft = make_report(
                db,
                order.kind,
                order.plan,
                order.period,
                order.on,
                Path(folder) / "r.docx",
                order.unit,
                is_draft=is_draft,
            )
        finally:
            db.close()
        job.progress(1, 3)
        document = draft.read_bytes()
    job.progress(2, 3)
    put(document, out)
    return Made(order, out, document)


def make_pdf(order: Order, out: Path, job: Progress) -> Path:
    """Make a report as PDF, by LibreOffice where it is installed, else by the program itself. Raises KnownError."""
    from models.store.database import open_database
    from reports.kinds import make_document, make_report
    from reports.pdf import NotInstalledError, to_pdf
    from reports.word.seal import draft_words

    def poll() -> None:
        job.progress(1, 3)

    what = (order.kind, order.plan, order.period, order.on)
    job.progress(0, 3)
    db = open_database(order.file, read_only=True)
    try:
        with tempfile.TemporaryDirectory() as folder:
            draft = make_report(db, *what, Path(folder) / "r.docx", order.unit)
            to_pdf({draft: out}, poll)
    except NotInstalledError:
        from ui.report_printing import print_pdf

        document = make_document(db, *what, order.unit)
        print_pdf(document, out, draft_words(document), job.progress)
    finally:
        db.close()
    return out


def put(document: bytes, out: Path) -> None:
    """Write a document to a file, in one step: the old file or the whole new one. Raises KnownError."""
    with whole_file(out, "báo cáo") as temporary:
        temporary.write_bytes(document)


@dataclass(frozen=True)
class Draft:
    """What a report would say now: what it is made from, the document, and its page for the preview in a look."""

    order: Order
    look: Look
    context: Any
    document: Document
    page: Page


def draft(order: Order, look: Look, job: Progress) -> Draft:
    """Read what a report would say, and how that looks. Raises KnownError."""
    from models.store.database import open_database
    from reports.kinds import drafted
    from ui.pages.reports.preview import page_of

    job.progress(0, 3)
    db = open_database(order.file, read_only=True)
    try:
        context, document = drafted(db, order.kind, order.plan, order.period, order.on, order.unit)
    finally:
        db.close()
    job.progress(1, 3)
    page = page_of(document, look)
    job.progress(2, 3)
    return Draft(order, look, context, document, page)


@dataclass(frozen=True)
class Found:
    """A figure that a report's context does not hold, and what the units below gave to it."""

    figure: Figure | None
    shares: tuple[Figure, ...] = ()


def find(order: Order, source: Source, job: Progress) -> Found:
    """Look a number's figure up in the file, as of the report's day."""
    from models.store.database import open_database
    from models.store.figures import progress, progress_by_unit

    period = read_period(source.period) if source.period else order.period
    job.progress(0, 2)
    db = open_database(order.file, read_only=True)
    try:
        found = progress(db, order.plan, period, order.on, source.unit)
        figure = next((each for each in found if each.indicator.code == source.indicator), None)
        job.progress(1, 2)
        if figure is None or not figure.indicator.kind.rolls_up:
            return Found(figure)
        units = progress_by_unit(db, order.plan, period, order.on, root=source.unit)
    finally:
        db.close()
    mine = (each for each in units if each.indicator.code == source.indicator and each.unit != source.unit)
    return Found(figure, tuple(mine))


def verify_file(file: Path, edited: Path, job: Progress) -> Verification:
    """Hold an edited report against its figures and the data of a file. Raises KnownError."""
    from models.store.database import open_database
    from reports.verify import verify

    job.progress(0, 2)
    try:
        content = edited.read_bytes()
    except OSError as problem:
        raise KnownError(f"Không đọc được tệp “{edited}”: {reason(problem)}.") from problem
    db = open_database(file, read_only=True)
    try:
        job.progress(1, 2)
        return verify(content, db, edited.name)
    finally:
        db.close()


def compare(one: bytes, other: bytes, job: Progress) -> tuple[Difference, ...]:
    """Return the figures that two reports say differently. Raises KnownError."""
    from reports.verify import compared

    job.progress(0, 1)
    return compared(one, other)
