"""Many cells at once: texts for cells, taken all or none. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from models.errors import KnownError
from models.number import read_number
from models.plan import Actual
from ui.pages.entry.form import Form, Row
from ui.pages.entry.reading import Reader, with_text


@dataclass(frozen=True, slots=True)
class Edit:
    """A text for one cell; row is the number of the line shown."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that a cell cannot take, and why."""

    row: int
    column: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What some edits come to: the actuals that change, or, when any is refused, none of them."""

    actuals: tuple[Actual, ...] = ()
    refused: tuple[Refusal, ...] = ()


def applied(form: Form, rows: Sequence[Row], edits: Iterable[Edit], read: Reader = read_number) -> Outcome:
    """Return the actuals that edits lead to; edits of both parts of a ratio meet in one actual."""
    changed: dict[tuple[str, object], Actual] = {}
    refused: list[Refusal] = []
    for edit in edits:
        try:
            actual = _edited(form, rows[edit.row], edit, changed, read)
        except KnownError as error:
            refused.append(Refusal(edit.row, edit.column, edit.text, str(error)))
        else:
            changed[actual.indicator, actual.period] = actual
    if refused:
        return Outcome(refused=tuple(refused))
    return Outcome(tuple(each for key, each in changed.items() if each != _before(form, each)))


def _edited(form: Form, row: Row, edit: Edit, changed: dict[tuple[str, object], Actual], read: Reader) -> Actual:
    period = form.period_of(row, edit.column)
    if period is None or row.indicator is None or row.field is None:
        raise KnownError("Ô này do máy tính ra, không nhập được.")
    if lock := form.lock_text(period):
        raise KnownError(lock)
    actual = changed.get((row.indicator.code, period)) or form.actual(row.indicator, period)
    return with_text(actual, row.indicator, row.field, edit.text, form.grades, read)


def _before(form: Form, actual: Actual) -> Actual:
    empty = Actual(actual.indicator, actual.unit, actual.period)
    return form.actuals.get((actual.indicator, actual.period), empty)
