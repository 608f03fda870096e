"""Where a number of the one-stop table comes from that is no single indicator's: which columns it is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from models.number import format_number
from models.onestop import column_number
from models.onestop_sheet import PARTS, Line, Sheet
from reports.context import Context
from reports.document import Source
from reports.one_stop_totals import columns
from reports.onestop_context import NEW, ON_TIME, ONLINE, OneStopContext
from reports.periodic_context import PeriodicContext
from ui.texts import NOTHING, unit_text

translate = QCoreApplication.translate
_MADE_OF: Mapping[str, tuple[str, tuple[int, ...], tuple[int, ...]]] = {
    NEW: ("+", (4, 5), ()),
    ON_TIME: (":", (8, 9), (7,)),
    ONLINE: (":", (4,), (4, 5)),
}


@dataclass(frozen=True)
class Column:
    """A number of the table: what it is called, its arithmetic, and each unit's own below it."""

    name: str
    sums: tuple[str, ...] = ()
    units: tuple[tuple[str, str, str], ...] = ()


def one_stop(source: Source, number: str, context: Context) -> Column | None:
    """Return what is said of a number of the one-stop table; None where it is none."""
    what = source.what.split(" ")[0]
    is_column = what.isdigit() and int(what) in PARTS
    if not (is_column or what in _MADE_OF):
        return None
    found = _line(source, context)
    if found is None:
        return None
    line, sheet = found
    of_whole = sheet is not None and source.unit in (None, context.unit) and what == source.what
    return Column(
        _name(what, is_column),
        tuple(_sums(what, number, line, is_column)) if what == source.what else (),
        tuple(_units(sheet, int(what), context)) if of_whole and is_column and sheet is not None else (),
    )


def _line(source: Source, context: Context) -> tuple[Line, Sheet | None] | None:
    if isinstance(context, PeriodicContext):
        totals = context.one_stop()
        return (totals.line, None) if totals.period == source.period else None
    if not isinstance(context, OneStopContext) or source.period != context.period.code:
        return None
    sheet = next((each for each in (context.whole, *context.sheets) if each.code == source.indicator), None)
    if sheet is None or not (source.unit in (None, context.unit) or source.unit in sheet.lines):
        return None
    own = source.unit if source.unit in sheet.lines and source.unit != context.unit else None
    return context.line(sheet, own), sheet


def _name(what: str, is_column: bool) -> str:
    if is_column:
        return translate("Source", "Column ({number}): {name}").format(number=what, name=dict(columns())[int(what)])
    return {
        NEW: translate("Source", "Received in the period: (4) + (5)"),
        ON_TIME: translate("Source", "Resolved in time: ((8) + (9)) : (7)"),
        ONLINE: translate("Source", "Received online: (4) : ((4) + (5))"),
    }[what]


def _sums(what: str, number: str, line: Line, is_column: bool) -> Sequence[str]:
    """Return the arithmetic with the line's own numbers; none for a column that is typed."""
    if is_column:
        parts: tuple[int, ...] = tuple(column_number(role) for role in PARTS[int(what)])
        return [f"{_added(line, parts)} = {number}"] if len(parts) > 1 else []
    sign, above, below = _MADE_OF[what]
    if sign == "+":
        return [f"{_added(line, above)} = {number}"]
    return [f"{_bracketed(line, above)} : {_bracketed(line, below)} = {number}"]


def _added(line: Line, parts: Sequence[int]) -> str:
    return " + ".join(_number(line.number(column)) for column in parts)


def _bracketed(line: Line, parts: Sequence[int]) -> str:
    return f"({_added(line, parts)})" if len(parts) > 1 else _added(line, parts)


def _units(sheet: Sheet, column: int, context: Context) -> list[tuple[str, str, str]]:
    """Return each unit's code, name and number, the largest first."""
    known = sorted(sheet.lines.items(), key=lambda each: -(each[1].number(column) or Decimal(-1)))
    return [(code, unit_text(context.units[code]), _number(line.number(column))) for code, line in known]


def _number(number: Decimal | None) -> str:
    return NOTHING if number is None else format_number(number)
