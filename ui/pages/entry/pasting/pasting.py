"""A block on its way from the clipboard into the form: what cells read as, what is asked, what is refused. No Qt."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models.errors import KnownError
from models.exchange.clipboard.block import Block, PastedCell, exact_differs, is_nothing, read_one, readings
from models.exchange.clipboard.marks import Content, Separators
from models.measure import Kind
from models.number import AmbiguousNumberError, format_number
from models.period import Period
from models.plan import Actual, Indicator
from ui.pages.entry.form import QUARTER_COLUMNS, Column, Form, Row, RowKind
from ui.pages.entry.pasting.laying import Layout, is_computed_text, lay
from ui.pages.entry.reading import Field, parts_of, value_text_of, with_parts

_COMPUTED = "Ô này do máy tính ra, không nhập được."
_OUTSIDE = "Nằm ngoài bảng."
_SAME = "Như số đang có."


class Sign(StrEnum):
    """What becomes of a pasted cell."""

    NEW = "new"
    REPLACES = "replaces"
    ASKS = "asks"
    REFUSED = "refused"


Choice = Decimal | dict[str, Any]  # a number, or the parts of the actual that a rank, grade or answer sets


@dataclass(slots=True, eq=False)
class PastedLine:
    """One cell of the block and where it goes: row and column of the grid, row -1 beyond it.

    choices holds its readings: none where it is refused (reason says why), two where a person must choose; chosen is
    the place of the one that stands, -1 for none yet."""

    cell: PastedCell
    row: int
    column: int
    sign: Sign
    period: Period | None = None
    field: Field = Field.VALUE
    choices: tuple[Choice, ...] = ()
    chosen: int = -1
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether a choice is still to be made."""
        return self.sign is Sign.ASKS and self.chosen < 0

    @property
    def is_same(self) -> bool:
        """Whether the cell holds it already."""
        return self.reason == _SAME

    @property
    def parts(self) -> dict[str, Any]:
        """What is written into the actual, {} for nothing."""
        if self.chosen < 0:
            return {}
        choice = self.choices[self.chosen]
        return choice if isinstance(choice, dict) else {self.field.value: choice}


class Pasting:
    """A block laid on a form from one cell (row, column) on, or its only cell laid on several places.

    Nothing of the form changes; actuals() says what would be written."""

    def __init__(
        self,
        form: Form,
        rows: Sequence[Row],
        block: Block,
        corner: tuple[int, int] = (0, 0),
        *,
        places: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.form, self.rows, self.block = form, rows, block
        self._places, self._left = places, corner[1]
        self._quarters: dict[int, Period] = dict(zip(QUARTER_COLUMNS, form.year.quarters, strict=True))
        self._locks = {each: form.lock_text(each) for each in (*form.year.quarters, form.year)}
        self._laying = lay(rows, [[cell.text for cell in line] for line in block.lines], corner[0])
        self.layout = Layout.TYPED if places else self._laying.decided
        self.notation: Separators | None = None
        self.lines: list[PastedLine] = []
        self._counts: Counter[Sign] = Counter()
        self._partners: dict[tuple[str, int, Field], PastedLine] = {}
        self._read()

    @property
    def is_layout_asked(self) -> bool:
        """Whether a person must say which lines of the grid are meant."""
        return self._laying.decided is None and not self._places

    @property
    def is_ready(self) -> bool:
        """Whether nothing is asked any more, and there is something to write."""
        return self.layout is not None and self.size > 0 and not self._open

    @property
    def size(self) -> int:
        """How many cells would be written."""
        return len(self.lines) - self._counts[Sign.REFUSED] - len(self._open)

    def counts(self) -> Counter[Sign]:
        """Return how many cells there are of each sign."""
        return self._counts

    def next_open(self, after: int = -1) -> int:
        """Return the place of the next line that asks, from after round to it; -1 where none does."""
        size = len(self.lines) if self._open else 0
        places = ((after + step) % size for step in range(1, size + 1))
        return next((place for place in places if self.lines[place].is_open), -1)

    def set_layout(self, layout: Layout) -> None:
        """Say which lines of the grid are meant."""
        self.layout = layout
        self._read()

    def set_notation(self, notation: Separators | None) -> None:
        """Read all numbers in a notation; None: as the clipboard tells."""
        self.notation = notation
        self._read()

    def choose(self, place: int, choice: int) -> None:
        """Say which of its two readings a cell is."""
        line = self.lines[place]
        if line.sign is Sign.ASKS:
            line.chosen = choice
            self._open.discard(place)

    def actuals(self) -> list[Actual]:
        """Return what would be written: both parts of a ratio meet in one actual."""
        found: dict[tuple[str, int], tuple[Period, dict[str, Any]]] = {}
        for line in self.lines:
            if line.chosen >= 0:
                indicator, period = self.place_of(line)
                place = found.setdefault((indicator.code, line.column), (period, {}))
                place[1].update(line.parts)
        unit, known = self.form.unit.code, self.form.actuals
        return [
            with_parts(old, parts) if (old := known.get((code, period))) else Actual(code, unit, period, **parts)
            for (code, _), (period, parts) in found.items()
        ]

    # what a line says

    def text(self, line: PastedLine, choice: int) -> str:
        """Return how one of a line's readings is shown."""
        read = line.choices[choice]
        if isinstance(read, Decimal):
            return format_number(read)
        kind = self.place_of(line)[0].kind
        return value_text_of(kind, read)

    def place_of(self, line: PastedLine) -> tuple[Indicator, Period]:
        """Return the indicator and period of a line that goes to a typed cell."""
        indicator = self.rows[line.row].indicator
        assert indicator is not None
        assert line.period is not None
        return indicator, line.period

    def before(self, line: PastedLine) -> str:
        """Return what stands in the cell now, "" for nothing."""
        row = self.rows[line.row] if line.row >= 0 else None
        return self.form.text(row, line.column) if row is not None else ""

    def rounded(self, line: PastedLine) -> str:
        """Return the value that the copied cell holds where it shows it rounded, else ""."""
        number = next((each for each in line.parts.values() if isinstance(each, Decimal)), None)
        return "" if number is None else exact_differs(line.cell, number)

    def excess(self, line: PastedLine) -> tuple[Decimal, Decimal] | None:
        """Return numerator and denominator as they would be, where the numerator would be above; else None."""
        if line.row < 0 or self.rows[line.row].field not in (Field.NUMERATOR, Field.DENOMINATOR) or line.chosen < 0:
            return None
        numerator, denominator = (self._after(line, part) for part in (Field.NUMERATOR, Field.DENOMINATOR))
        if numerator is None or denominator is None or numerator <= denominator:
            return None
        return numerator, denominator

    def _after(self, line: PastedLine, part: Field) -> Decimal | None:
        indicator, period = self.place_of(line)
        other = self._partners.get((indicator.code, line.column, part))
        if other is not None and other.chosen >= 0:
            number = other.parts[part.value]
        else:
            number = getattr(self.form.actual(indicator, period), part)
        return number if isinstance(number, Decimal) else None

    # reading

    def _read(self) -> None:
        self.lines = list(self._placed())
        self._partners = {}
        self._counts = Counter(line.sign for line in self.lines)
        self._open = {place for place, line in enumerate(self.lines) if line.sign is Sign.ASKS}
        for line in self.lines:
            if line.field is not Field.VALUE:
                self._partners[self.place_of(line)[0].code, line.column, line.field] = line

    def _placed(self) -> Iterator[PastedLine]:
        for row, column in self._places:
            if not is_nothing(self.block.lines[0][0].text):
                yield self._line(self.block.lines[0][0], self.rows[row], row, column)
        if not self._places:
            yield from self._laid()

    def _laid(self) -> Iterator[PastedLine]:
        for cells, number in zip(self.block.lines, self._laying.lines(self.layout), strict=True):
            row = self.rows[number] if number >= 0 else None
            for column, cell in enumerate(cells, self._left):
                if is_nothing(cell.text):
                    continue
                if row is None or column > Column.STATE:
                    yield _refused(cell, -1, column, _OUTSIDE)
                elif row.kind is not RowKind.ENTRY:
                    if not is_computed_text(cell.text):
                        yield _refused(cell, number, column, _COMPUTED)
                else:
                    yield self._line(cell, row, number, column)

    def _line(self, cell: PastedCell, row: Row, number: int, column: int) -> PastedLine:
        period = self._quarters.get(column) or self.form.period_of(row, column)
        if period is None or row.kind is not RowKind.ENTRY:
            return _refused(cell, number, column, _COMPUTED)
        if self._locks[period]:
            return _refused(cell, number, column, self._locks[period])
        assert row.indicator is not None
        assert row.field is not None
        try:
            choices = self._choices(cell, row.indicator, row.field)
        except KnownError as error:
            return _refused(cell, number, column, str(error))
        if len(choices) == 2:
            return PastedLine(cell, number, column, Sign.ASKS, period, row.field, choices)
        old = self.form.actuals.get((row.indicator.code, period))
        before = None if old is None else _held(old, row.indicator.kind, row.field)
        if old is None or before is None:
            return PastedLine(cell, number, column, Sign.NEW, period, row.field, choices, 0)
        if before == choices[0] and not old.is_illustrative:
            return _refused(cell, number, column, _SAME)
        return PastedLine(cell, number, column, Sign.REPLACES, period, row.field, choices, 0)

    def _choices(self, cell: PastedCell, indicator: Indicator, field: Field) -> tuple[Choice, ...]:
        """Return the readings of a cell that its place can take; raises KnownError where there is none."""
        separators, is_chosen = self.notation or self.block.separators, self.notation is not None
        kind = indicator.kind
        if kind not in (Kind.RATIO, Kind.COUNT, Kind.SCORE):
            return (self._worded(cell, indicator, field),)
        numbers = readings(cell, separators, is_chosen=is_chosen, takes_percent="%" in indicator.measured_in)
        if kind is Kind.COUNT and not (len(numbers) == 1 and numbers[0] == int(numbers[0])):
            whole = tuple(number for number in numbers if number == number.to_integral_value())
            if not whole:
                raise KnownError(f"“{cell.text}” không phải số nguyên; ô này đếm số lượng nên chỉ nhận số nguyên.")
            numbers = whole
        return numbers

    def _worded(self, cell: PastedCell, indicator: Indicator, field: Field) -> Choice:
        """Read a rank, a grade, yes or no. A rank is whole, so that at most one of two readings fits."""
        separators, is_chosen = self.notation or self.block.separators, self.notation is not None

        def read(text: str) -> Decimal:
            return read_one(
                cell if text == cell.text else PastedCell(text, Content.TEXT), separators, is_chosen=is_chosen
            )

        try:
            parts = parts_of(indicator.kind, field, cell.text, self.form.grades, read)
        except AmbiguousNumberError as error:
            raise KnownError(str(error)) from error
        return parts


def _held(old: Actual, kind: Kind, field: Field) -> Choice | None:
    """Return what a cell holds, in the form of a reading; None for nothing."""
    if kind is Kind.GRADE:
        return {"grade": old.grade} if old.grade else None
    if kind is Kind.RANK:
        return None if old.value is None else {"value": old.value, "out_of": old.out_of}
    number: Decimal | None = getattr(old, field)
    return {"value": number} if kind is Kind.YES_NO and number is not None else number


def _refused(cell: PastedCell, row: int, column: int, reason: str) -> PastedLine:
    return PastedLine(cell, row, column, Sign.REFUSED, reason=reason)


def short_reason(text: str, reason: str) -> str:
    """Return a reason without the text that it quotes first, for where the text stands beside it."""
    for begin in (f"“{text}” là ", f"“{text}”: ", f"“{text}” "):
        if reason.startswith(begin):
            return reason.removeprefix(begin)
    return reason[:1].lower() + reason[1:]
