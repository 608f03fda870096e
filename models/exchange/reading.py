"""What is known while a workbook is read: the data file's and, as the sheets go by, the workbook's own."""

from collections.abc import Iterator

from models.exchange.book import Book, Known, Measure
from models.exchange.columns import Sheet
from models.exchange.tables import Row
from models.exchange.words import key
from models.exchange.workbook import Workbook
from models.measure import Kind
from models.plan import Grade, Indicator, Plan
from models.unit import Unit


class Reading:
    """A workbook on its way into a Book. None stands for a row that is named but wrong: other rows may refer to it."""

    def __init__(self, workbook: Workbook, known: Known) -> None:
        self.workbook, self.known = workbook, known
        self.book = Book(notes=workbook.notes, problems=workbook.problems, saved_at=workbook.saved_at)
        self.units: dict[str, Unit | None] = dict(known.units)
        self.plans: dict[str, Plan | None] = dict(known.plans)
        self.grades: dict[str, tuple[Grade, ...]] = dict(known.grades)
        self.indicators: dict[tuple[str, str], Indicator | None] = dict(known.indicators)
        self.measures: dict[str, Measure | None] = dict(known.measures)

    def rows(self, sheet: Sheet) -> Iterator[Row]:
        """Yield the rows of a sheet."""
        return self.workbook.rows(sheet)

    def plan_of(self, row: Row) -> tuple[str, int | None]:
        """Read Mã kế hoạch: the plan's code (empty when it is not known) and year (None when that is not known)."""
        code = row.known("Mã kế hoạch", self.plans, "kế hoạch")
        plan = self.plans.get(code)
        return code, plan.year if plan else None

    def grades_of(self, plan: str) -> dict[str, str]:
        """Return the names of a plan's grades by what their spellings have in common, the best first."""
        listed = sorted(self.grades.get(plan, ()), key=lambda grade: grade.position)
        return {key(grade.name): grade.name for grade in listed}

    def grades_of_indicator(self, code: str) -> dict[str, str] | None:
        """Return the grades that any plan having the indicator knows; None when no plan has it."""
        plans = [plan for plan, indicator in self.indicators if indicator == code]
        if not plans:
            return None
        return {spelling: name for plan in plans for spelling, name in self.grades_of(plan).items()}

    def kind_of(self, code: str) -> Kind | None:
        """Return an indicator's kind; None when its own row is wrong."""
        measure = self.measures.get(code)
        return measure[0] if measure else None
