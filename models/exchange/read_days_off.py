"""Sheet Ngày nghỉ: the days that offices say are off, or worked."""

from models.exchange.columns import DAYS_OFF
from models.exchange.reading import Reading
from models.exchange.words import DAY_KINDS
from models.workdays import DayOff


def read_days_off(reading: Reading) -> None:
    """Read what offices say of days, each day once."""
    seen: dict[object, int] = {}
    for row in reading.rows(DAYS_OFF):
        unit, day = row.known("Mã đơn vị", reading.units, "đơn vị"), row.day("Ngày")
        is_off, note = row.word("Loại", DAY_KINDS), row.text("Ghi chú")
        row.once(seen, (unit, day), "Ngày")
        if row.is_right and day and is_off is not None:
            reading.book.days_off.append(DayOff(unit, day, is_off, note))
