"""Sheet Nguồn mức chỉ tiêu: the clauses that targets were taken from."""

from models.drafting.kept import TargetSource
from models.exchange.columns import SOURCES
from models.exchange.read_indicators import indicator_of
from models.exchange.reading import Reading

PLACE_EXPECTED = "số thứ tự của chỗ trong văn bản, từ 1"
LAST_PLACE = 100_000


def read_sources(reading: Reading) -> None:
    """Read the clauses, one for each indicator of a plan."""
    seen: dict[object, int] = {}
    for row in reading.rows(SOURCES):
        plan, _ = reading.plan_of(row)
        indicator = indicator_of(reading, row, plan)
        place = row.whole("Chỗ", PLACE_EXPECTED, 1, LAST_PLACE)
        clause, document = row.text("Đoạn văn"), row.text("Văn bản")
        row.once(seen, (plan, indicator), "Mã chỉ tiêu")
        if row.is_right and place is not None:
            reading.book.sources.append(TargetSource(plan, indicator, place, clause, document))
