"""A unit's form that comes back: known by its mark, held against what was written, read cell by cell."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from models.balance import Reach
from models.errors import KnownError
from models.exchange import cells
from models.exchange.book import Book
from models.exchange.cells import Cell
from models.exchange.columns import Sheet
from models.exchange.container import check_container
from models.exchange.tables import Row, Table
from models.exchange.unit_form.content import quarter_words
from models.exchange.unit_form.explanations import ASKED, EXPLANATION_HEADINGS, wanted_text
from models.exchange.unit_form.mark import (
    BEFORE,
    EXPLANATION_SHEET,
    FORM_SHEET,
    GUIDE_SHEET,
    MARK_SHEET,
    NOW,
    Fixed,
    Mark,
    read_mark,
)
from models.exchange.unit_form.today import Today, read_today
from models.exchange.unit_form.values import read_explanation, read_values
from models.exchange.unit_form.weighing import Weighing
from models.exchange.unit_form.words import upper_first
from models.exchange.words import clean, key
from models.exchange.workbook import Workbook
from models.number import read_either
from models.period import Period
from models.plan import Actual
from models.store.database import Database

MOST_PROBLEMS = 10  # of edited labels: one row put in moves all below it


def is_unit_form(path: Path) -> bool:
    """Return whether a file is a unit's form that this program wrote; False also for what cannot be read.

    Raises KnownError for a form that has lost what it is known by."""
    try:
        check_container(path)
        with ZipFile(path) as archive:
            names = {each.lower(): each for each in archive.namelist()}
            titles = archive.read(names.get("xl/workbook.xml", "")).decode("utf-8", "replace")
    except (KnownError, KeyError):
        return False
    if f'"{MARK_SHEET}"' in titles:
        return True
    if all(f'"{each}"' in titles for each in (FORM_SHEET, EXPLANATION_SHEET, GUIDE_SHEET)):
        raise KnownError(
            f"Sổ “{path.name}” giống một phiếu báo cáo nhưng đã mất phần nhận dạng (có lẽ các trang được chép sang sổ "
            "khác); hãy xuất lại phiếu, chép số liệu vào đó rồi nhập."
        )
    return False


def read_unit_form(db: Database, path: Path) -> Book:
    """Read a form into a book: what the unit reports, joined with what the file has for cells left empty.

    What is wrong in it is in the book's problems. Raises KnownError for a form of a unit that the file does not know,
    of a plan that it has no version of, or whose mark was changed."""
    file = FormFile(path)
    with file:
        mark = read_mark(file.texts(MARK_SHEET), path.name)
        today = read_today(db, mark)
        if FORM_SHEET not in file.titles:
            raise KnownError(f"Phiếu “{path.name}” không còn trang “{FORM_SHEET}”; hãy trả lại tên trang như khi xuất.")
        weighing = Weighing(db, mark.unit, mark.quarter, mark.is_blank, mark.tells_held)
        reader = _Reader(file, mark, today, weighing)
        reader.read()
        return reader.book


class FormFile(Workbook):
    """The sheets of a form, by their titles."""

    def _sheets(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for each in self._book.worksheets:
            each.reset_dimensions()
            found.setdefault(clean(each.title), []).append(each)
        return found

    def lines_of(self, title: str) -> dict[int, tuple[Cell, ...]]:
        """Return a sheet's rows by number; nothing where there is no such sheet."""
        return {number: line for each in self._found.get(title, ()) for number, line in self._lines(each)}

    def texts(self, title: str) -> Iterator[tuple[str, ...]]:
        """Yield the rows of a sheet that holds nothing but texts, without what is empty at their ends."""
        for line in self.lines_of(title).values():
            row = ["" if cell.value is None else str(cell.value) for cell in line]
            while row and not row[-1]:
                row.pop()
            yield tuple(row)

    def table(self, title: str, headings: Sequence[str]) -> Table:
        """Return a sheet as a table whose columns stand in the order of the headings."""
        found = self._found.get(title, ())
        uncomputed = frozenset(place for each in found for place in self._uncomputed(each))
        sheet = Sheet(title, tuple(headings), frozenset(), {})
        return Table(sheet, title, {each: place for place, each in enumerate(headings)}, uncomputed, self.problems)


@dataclass
class _Reader:
    """Reads the sheets that are filled in."""

    file: FormFile
    mark: Mark
    today: Today
    weighing: Weighing

    def __post_init__(self) -> None:
        self.book = Book(notes=[*self.today.notes], problems=self.file.problems, saved_at=self.file.saved_at)

    def read(self) -> None:
        """Read everything into the book."""
        known = {FORM_SHEET, EXPLANATION_SHEET, GUIDE_SHEET, MARK_SHEET}
        for title in self.file.titles:
            if title not in known:
                self.book.notes.append(f"Trang “{title}” không thuộc phiếu nên không được đọc.")
        rows = self._rows(FORM_SHEET, form_headings(self.mark.quarter))
        if self._check(rows):
            self._read_actuals(rows)
        self._read_explained()
        self.book.notes += self.weighing.notes()

    def _read_explained(self) -> None:
        if EXPLANATION_SHEET not in self.file.titles:
            self.book.notes.append(f"Phiếu không còn trang “{EXPLANATION_SHEET}” nên giải trình không được đọc.")
            return
        said = self._rows(EXPLANATION_SHEET, EXPLANATION_HEADINGS)
        if self._check(said):
            self._read_explanations(said)

    def _rows(self, title: str, headings: Sequence[str]) -> list[tuple[Fixed, Row]]:
        table, lines = self.file.table(title, headings), self.file.lines_of(title)
        fixed = self.mark.of(title)
        self._tell_strays(title, lines, max((each.row for each in fixed), default=0), len(headings))
        return [(each, Row(table, each.row, lines.get(each.row, ()))) for each in fixed]

    def _tell_strays(self, title: str, lines: Mapping[int, tuple[Cell, ...]], last: int, width: int) -> None:
        """Tell what somebody wrote beside or below the form, where nothing is read."""
        if not self.mark.of(title):
            return
        outside = [
            f"{cell.coordinate}"
            for number, line in lines.items()
            if number >= 6
            for place, cell in enumerate(line)
            if not cells.is_blank(cell) and (place > width if number <= last else _is_added(title, place, cell))
        ]
        if outside:
            places = ", ".join(outside[:5]) + ("…" if len(outside) > 5 else "")
            self.book.notes.append(f"Trang “{title}”: ô {places} nằm ngoài phiếu nên không được đọc.")

    def _check(self, rows: Sequence[tuple[Fixed, Row]]) -> bool:
        """Return whether all labels stand as they were written; what does not is added to the problems."""
        wrong = 0
        for fixed, row in rows:
            for place, expected in fixed.cells:
                heading = row.table.sheet.headings[place]
                cell = row.cell(heading)
                is_value = place == BEFORE and row.table.title == FORM_SHEET
                if is_value and fixed.part == "rate":
                    continue
                if _is_same_value(cell, expected) if is_value else _is_same_text(cell, expected):
                    continue
                wrong += 1
                if wrong <= MOST_PROBLEMS:
                    asked = f"“{expected}” như khi xuất phiếu" if expected else "ô trống như khi xuất phiếu"
                    row.wrong(heading, f"{asked}; ô này không được sửa, dòng không được đổi chỗ")
        if wrong > MOST_PROBLEMS:
            self.book.notes.append(f"Còn {wrong - MOST_PROBLEMS} ô khác không như khi xuất phiếu.")
        return not wrong

    def _read_actuals(self, rows: Sequence[tuple[Fixed, Row]]) -> None:
        *_, now, _, note = form_headings(self.mark.quarter)
        by_code: dict[str, list[tuple[Fixed, Row]]] = {}
        for fixed, row in rows:
            if fixed.code:
                by_code.setdefault(fixed.code, []).append((fixed, row))
        for code, lines in by_code.items():
            if code not in self.today.taken:
                typed = [(row, now) for fixed, row in lines if fixed.part != "rate"]
                self._tell_untaken(code, [*typed, (lines[0][1], note)])
                continue
            self._tell_typed_rate(lines, now)
            its = self.today.taken[code]
            had = self.today.actual(code)
            new = read_values(had, its, lines, (now, note), self.today.grades, self.weighing)
            if new != Actual(code, self.mark.unit, self.mark.quarter) or self.today.has(code):
                self.book.actuals.append(new)
        self.book.notes += self.today.doubts(self.book.actuals)
        if not self.book.actuals:
            self.book.notes.append(f"Phiếu của {self.mark.unit_name} ({self.mark.unit}) chưa có ô nào được ghi.")

    def _tell_typed_rate(self, lines: Sequence[tuple[Fixed, Row]], now: str) -> None:
        """Tell a rate that stands where its parts do not: it was typed over the form's own formula."""
        rates = [row for fixed, row in lines if fixed.part == "rate"]
        parts = [row for fixed, row in lines if fixed.part != "rate"]
        for row in rates:
            cell = row.cell(now)
            if cell is not None and isinstance(cell.value, int | float) and any(each.is_blank(now) for each in parts):
                place = f"Trang “{FORM_SHEET}”: ô {cell.coordinate}"
                self.book.notes.append(f"{place} là tỷ lệ gõ tay nên không được đọc; hãy ghi tử số và mẫu số.")

    def _tell_untaken(self, code: str, places: Iterable[tuple[Row, str]]) -> None:
        """Tell what was written for an indicator that is not taken in."""
        given = [
            cells.shown(cell) for row, heading in places if (cell := row.cell(heading)) and not row.is_blank(heading)
        ]
        if given:
            reason = self.today.untaken.get(code, "không có trong kế hoạch hiện nay")
            self.book.notes.append(f"Chỉ tiêu {code} {reason}, nên không nhập: {'; '.join(given)}.")

    def _read_explanations(self, rows: Sequence[tuple[Fixed, Row]]) -> None:
        questions = self._questions() if self.today.content.requests else {}
        for fixed, row in rows:
            had = self.today.explanation(fixed.code)
            headings = EXPLANATION_HEADINGS[3:]
            if fixed.code not in self.today.taken:
                self._tell_untaken(fixed.code, [(row, heading) for heading in headings])
                continue
            new = read_explanation(had, (fixed, row), headings, self.weighing)
            if new.cause or new.remedy or new.responsible or new.due or self.today.has_explanation(fixed.code):
                self.book.explanations.append(new)
                asked = self.today.content.requests.get(fixed.code)
                if asked is not None and questions.get(fixed.row) == key(wanted_text(asked)):
                    self.book.told[new.indicator, new.unit, new.period] = None  # the question stood on this very form

    def _questions(self) -> dict[int, str]:
        """Return what the form asks to be explained, by row, as spellings are compared."""
        lines = self.file.lines_of(EXPLANATION_SHEET).items()
        return {number: key(clean(cells.shown(line[ASKED]))) for number, line in lines if len(line) > ASKED}


def form_headings(quarter: Period) -> tuple[str, ...]:
    """Return the headings of the form's columns."""
    before, now = (upper_first(quarter_words(each)) for each in (Reach.LAST_QUARTER.of(quarter), quarter))
    return "Mã", "Chỉ tiêu", "Đơn vị tính", before, now, "Kiểm tra", "Ghi chú"


def _is_added(title: str, place: int, cell: Cell) -> bool:
    """Return whether a cell below a sheet's own rows was put there as a value; checks and names stand there, too."""
    return title != FORM_SHEET or (place == NOW and any(sign.isdigit() for sign in str(cell.value)))


def _is_same_text(cell: Cell | None, expected: str) -> bool:
    found = "" if cell is None or cell.value is None else str(cell.value)
    return key(clean(found)) == key(clean(expected))


def _is_same_value(cell: Cell | None, expected: str) -> bool:
    """Return whether the last quarter's value stands as it was written, as a number or as a text."""
    if cell is None or cells.is_blank(cell):
        return not expected
    if _is_same_text(cell, expected):
        return True
    try:
        found = cells.number(cell)
        return found is not None and found == Decimal(read_either(expected))
    except (cells.CellError, KnownError):
        return False
