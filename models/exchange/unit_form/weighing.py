"""Whether a cell of a form that comes back is taken in: held against what was written and what the file has now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from models.exchange.tables import Row
from models.exchange.unit_form.content import Part
from models.exchange.unit_form.held import DUE, NOTE, is_told, note_text, said_text, sealed, typed_text
from models.exchange.unit_form.mark import Fixed
from models.measure import Kind
from models.number import format_date, format_number
from models.period import Period
from models.plan import Actual, Explanation
from models.store.cell_events import Event, cell_events
from models.store.database import Database
from models.store.rows import day

MOST_TOLD = 10
_SHOWN = 60
_FORM = "form"  # how a value came, as history says
_NAMES = {
    Part.NUMERATOR: ", tử số",
    Part.DENOMINATOR: ", mẫu số",
    NOTE: ", ghi chú",
    "cause": ", nguyên nhân",
    "remedy": ", giải pháp",
    "responsible": ", chịu trách nhiệm",
    DUE: ", hạn",
}

Holder = TypeVar("Holder", Actual, Explanation)


class Outcome(StrEnum):
    """What becomes of a cell: the file keeps its own, takes the form's, or a person must decide."""

    KEEP = "keep"
    TAKE = "take"
    CLASH = "clash"


def outcome(written: str, now: str, returned: str, *, is_blank: bool = False) -> Outcome:
    """Return what becomes of a cell by what the file had when the form was written, has now, and what came back.

    An empty text: nothing there; returned is empty only where the person asked to clear the cell. is_blank: the form
    was written without what the file had, so that whatever stands in it was typed."""
    is_typed = is_blank or not returned or returned != written
    if returned == now or not is_typed:
        return Outcome.KEEP
    return Outcome.TAKE if now == written else Outcome.CLASH


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of a form that is filled in: its row as written and as it came back, its heading, the field it is for."""

    fixed: Fixed
    row: Row
    heading: str
    name: str
    is_number: bool = False

    @property
    def written(self) -> str:
        """What the file had when the form was written."""
        return dict(self.fixed.held).get(self.name, "")

    @property
    def words(self) -> str:
        """What the cell is called."""
        return self.fixed.code + _NAMES.get(self.name, "")

    def shown(self, text: str) -> str:
        """Return what the cell holds as a person writes it, cut short."""
        if not text:
            return "trống"
        if self.is_number:
            return format_number(Decimal(text))
        if self.name == DUE and (due := day(text)) is not None:
            return format_date(due)
        return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


@dataclass
class Weighing:
    """Weighs the cells of one unit's form of a quarter. tells_held: whether the form says what it was written with;
    one that does not is taken as it stands."""

    db: Database
    unit: str
    quarter: Period
    is_blank: bool
    tells_held: bool
    kept: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)

    def takes_value(self, spot: Spot, had: Actual, new: Actual, kind: Kind) -> bool:
        """Return whether a value is taken in; where it cannot be decided the cell is added to the problems."""
        return self._takes(spot, had, new, lambda each: typed_text(each, kind, spot.name))

    def takes_note(self, spot: Spot, had: Actual, new: Actual) -> bool:
        """Return whether a note is taken in, as above."""
        return self._takes(spot, had, new, note_text)

    def takes_said(self, spot: Spot, had: Explanation, new: Explanation) -> bool:
        """Return whether a part of an explanation is taken in, as above."""
        return self._takes(spot, had, new, lambda each: said_text(each, spot.name))

    def notes(self) -> list[str]:
        """Return what was not taken as a person might expect."""
        told = []
        if self.kept:
            told.append(
                f"Tệp đã đổi từ khi xuất phiếu, phiếu không sửa các ô này nên giữ như trong tệp: {_listed(self.kept)}."
            )
        if self.replaced:
            told.append(f"Phiếu sửa lại ô đã nhận từ phiếu trước: {_listed(self.replaced)}.")
        return told

    def _takes(self, spot: Spot, had: Holder, new: Holder, read: Callable[[Holder], str]) -> bool:
        now, returned = read(had), read(new)
        if not self.tells_held:
            return True
        found = outcome(spot.written, sealed(now), sealed(returned), is_blank=self.is_blank)
        if found is Outcome.TAKE or now == returned:
            return found is Outcome.TAKE
        last = self._last_change(spot.fixed.code, type(had), read)
        if last is None:  # the form is another file's: this one never had anything here
            return True
        if found is Outcome.KEEP:
            self.kept.append(f"{spot.words} (tệp: {spot.shown(now)}, phiếu: {spot.shown(returned)})")
        elif last.how == _FORM:  # the unit corrects what it sent before
            self.replaced.append(f"{spot.words} (từ {spot.shown(now)} thành {spot.shown(returned)})")
            return True
        else:
            _refuse(spot, now, returned, last)
        return False

    def _last_change(self, code: str, of: type[Holder], read: Callable[[Holder], str]) -> Event | None:
        """Return how the file came to what it has in a cell; None where it never had anything."""
        for event in cell_events(self.db, code, self.unit, self.quarter):
            old, new = (read(each) if isinstance(each, of) else "" for each in (event.old, event.new))
            if old != new:
                return event
        return None


def _refuse(spot: Spot, now: str, returned: str, last: Event) -> None:
    at = last.at.astimezone()
    then = f"; khi xuất phiếu: {spot.shown(spot.written)}" if is_told(spot.written) else ""
    has = f"“{spot.shown(now)}”" if now else "ô trống"
    spot.row.wrong(
        spot.heading,
        f"{has} như tệp đang có ({last.who} ghi lúc {at:%H:%M} ngày {format_date(at.date())}{then}); tệp và phiếu đã "
        "đổi ô này khác nhau, hãy xuất phiếu mới hoặc sửa ô cho khớp",
        spot.shown(returned) if returned else "xóa",
    )


def _listed(told: list[str]) -> str:
    more = f"; và {len(told) - MOST_TOLD} ô khác" if len(told) > MOST_TOLD else ""
    return "; ".join(told[:MOST_TOLD]) + more
