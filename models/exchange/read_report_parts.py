"""Sheet Nội dung báo cáo: what people wrote into reports."""

from models.exchange.columns import REPORT_PARTS
from models.exchange.reading import Reading
from models.number import format_number
from models.report import LONGEST, ReportPart, tidied


def read_report_parts(reading: Reading) -> None:
    """Read what is written into reports, lines and all; an empty Nội dung takes away what the file had there."""
    seen: dict[object, int] = {}
    for row in reading.rows(REPORT_PARTS):
        plan, year = reading.plan_of(row)
        kind, period, part = row.text("Loại báo cáo"), row.period("Kỳ", year), row.text("Phần")
        unit = row.known("Mã đơn vị", reading.units, "đơn vị") or None
        text = tidied(row.text("Nội dung"))
        if len(text) > LONGEST:
            row.wrong("Nội dung", f"nhiều nhất {format_number(LONGEST)} ký tự")
        row.once(seen, (plan, kind, period, unit, part), "Phần")
        if row.is_right and period:
            reading.book.report_parts.append(ReportPart(plan, kind, period, unit, part, text))
