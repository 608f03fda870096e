"""Reading what a person wrote into a form: empty leaves what the file has, "xóa" takes it away."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from models.exchange.tables import Row
from models.exchange.unit_form.content import Part
from models.exchange.unit_form.held import DUE, NOTE, SAID
from models.exchange.unit_form.mark import Fixed
from models.exchange.unit_form.weighing import Spot, Weighing
from models.exchange.words import YES_NO, clean, key
from models.measure import Kind
from models.plan import Actual, Explanation, Indicator

_NUMBERS = (Kind.RATIO, Kind.COUNT, Kind.SCORE)
_CLEAR = {key(word) for word in ("xóa", "xoa")}
_RANK = re.compile(r"(\d{1,7})\s*/\s*(\d{1,7})")
_RANK_EXPECTED = "thứ hạng, ví dụ 50 hoặc 50/63"
_BECAME_DATE = "thứ hạng, ví dụ 50/63; ô này đã bị đổi thành ngày, hãy định dạng ô là Văn bản (Text) rồi gõ lại"


def read_values(
    had: Actual,
    its: Indicator,
    lines: Sequence[tuple[Fixed, Row]],
    headings: tuple[str, str],
    grades: tuple[str, ...],
    weighing: Weighing,
) -> Actual:
    """Return what the file has with the lines of one indicator written over it. headings: of the value, of the note.

    Other values are real ones (not illustrative), and a reason that was given for the old ones no longer stands."""
    now, note = headings
    change: dict[str, Any] = {}
    for fixed, row in lines:
        if fixed.part != "rate" and not row.is_blank(now):
            spot = Spot(fixed, row, now, fixed.part, is_number=its.kind in _NUMBERS)
            change |= _typed(had, its, spot, grades, weighing)
    new = replace(had, **change)
    if _values(new) != _values(had):
        new = replace(new, is_illustrative=False, accepted="")
    fixed, first = lines[0]
    if not first.is_blank(note):
        wrong = len(first.table.problems)
        noted = replace(new, note="" if _is_clear(first, note) else first.text(note))
        if len(first.table.problems) == wrong and weighing.takes_note(Spot(fixed, first, note, NOTE), new, noted):
            new = noted
    return new


def read_explanation(
    had: Explanation, line: tuple[Fixed, Row], headings: Sequence[str], weighing: Weighing
) -> Explanation:
    """Return what the file has with a row of the explanations' sheet written over it."""
    fixed, row = line
    said = had
    for name, heading in zip((*SAID, DUE), headings, strict=True):
        if row.is_blank(heading):
            continue
        wrong = len(row.table.problems)
        nothing, read = (None, row.day) if name == DUE else ("", row.text)
        typed: dict[str, Any] = {name: nothing if _is_clear(row, heading) else read(heading)}
        new = replace(said, **typed)
        if len(row.table.problems) == wrong and weighing.takes_said(Spot(fixed, row, heading, name), said, new):
            said = new
    return said


def _typed(had: Actual, its: Indicator, spot: Spot, grades: tuple[str, ...], weighing: Weighing) -> dict[str, Any]:
    """Return what a cell changes of what the file has: nothing where it cannot be read or is not to be taken."""
    row, heading, part = spot.row, spot.heading, spot.name
    if _is_clear(row, heading):
        change = _cleared(its.kind, part)
    else:
        change = _read(row, heading, its, part, grades)
    if not row.is_right or not weighing.takes_value(spot, had, replace(had, **change), its.kind):
        return {}
    return change


def _is_clear(row: Row, heading: str) -> bool:
    cell = row.cell(heading)
    return cell is not None and isinstance(cell.value, str) and key(clean(cell.value)) in _CLEAR


def _cleared(kind: Kind, part: str) -> dict[str, Any]:
    if kind is Kind.GRADE:
        return {"grade": ""}
    return {"value": None, "out_of": None} if kind is Kind.RANK else {part: None}


def _read(row: Row, heading: str, its: Indicator, part: str, grades: tuple[str, ...]) -> dict[str, Any]:
    match its.kind:
        case Kind.RATIO:
            words = "tử số" if part == Part.NUMERATOR else "mẫu số"
            return {part: row.decimal(heading, f"{words}, một số", is_percent=False)}
        case Kind.COUNT:
            count = row.whole(heading, "một số nguyên, vì đây là chỉ tiêu số lượng")
            return {"value": None if count is None else Decimal(count)}
        case Kind.SCORE:
            return {"value": row.decimal(heading, "điểm, một số")}
        case Kind.RANK:
            return _rank(row, heading)
        case Kind.GRADE:
            expected = f"một mức xếp loại: {', '.join(grades)}" if grades else "kế hoạch có thang xếp loại"
            return {"grade": row.word(heading, {name: name for name in grades}, expected) or ""}
    done = row.word(heading, YES_NO)
    return {"value": None if done is None else Decimal(int(done))}


def _rank(row: Row, heading: str) -> dict[str, Any]:
    cell = row.cell(heading)
    if cell is not None and isinstance(cell.value, date):
        row.wrong(heading, _BECAME_DATE)
        return {}
    if cell is not None and isinstance(cell.value, str) and (found := _RANK.fullmatch(row.text(heading))):
        rank, out_of = int(found[1]), int(found[2])
        if not rank or not out_of:
            row.wrong(heading, _RANK_EXPECTED)
        return {"value": Decimal(rank), "out_of": out_of}
    only = row.whole(heading, _RANK_EXPECTED, 1)
    return {"value": None if only is None else Decimal(only), "out_of": None}


def _values(each: Actual) -> tuple[object, ...]:
    return each.numerator, each.denominator, each.value, each.out_of, each.grade
