"""What a cell may hold, by the indicator's kind, and the ids of the codes in a block of cells."""

from decimal import Decimal

from models.errors import KnownError
from models.measure import Kind
from models.plan import Actual
from models.store.database import Database

INDICATOR_OF_CODE = "SELECT id, kind FROM indicator WHERE code = :code"
UNIT_OF_CODE = "SELECT id FROM unit WHERE code = :code"


class Keys:
    """The ids of the codes that a block of cells names, each looked up once."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._indicators: dict[str, tuple[int, Kind]] = {}
        self._units: dict[str, int] = {}

    def indicator(self, code: str) -> tuple[int, Kind]:
        """Return an indicator's id and kind; raises KnownError when no plan has it."""
        if code not in self._indicators:
            row = self._db.execute(INDICATOR_OF_CODE, {"code": code}).fetchone()
            if row is None:
                raise KnownError(f"Không có chỉ tiêu {code}.")
            self._indicators[code] = int(row[0]), Kind(row[1])
        return self._indicators[code]

    def unit(self, code: str) -> int:
        """Return a unit's id; raises KnownError when there is none."""
        if code not in self._units:
            row = self._db.execute(UNIT_OF_CODE, {"code": code}).fetchone()
            if row is None:
                raise KnownError(f"Không có đơn vị {code}.")
            self._units[code] = int(row[0])
        return self._units[code]


def check(each: Actual, kind: Kind) -> None:
    """Raise KnownError, saying which cell and what is expected, for what the indicator's kind cannot be.

    What only looks wrong (a numerator above its denominator) is taken in: it is to be checked, not refused."""
    problem = _wrong_period(each, kind) or _wrong_parts(each, kind) or _wrong_number(each, kind)
    if problem:
        raise KnownError(f"Số liệu chỉ tiêu {each.indicator} của đơn vị {each.unit}, kỳ {each.period}: {problem}")


def _wrong_period(each: Actual, kind: Kind) -> str | None:
    if each.period.is_quarter or (each.period.is_year and not kind.rolls_up):
        return None
    if kind.rolls_up:
        return "tỷ lệ và số lượng nhập theo quý, ví dụ 2023-Q1."
    return "chỉ nhập theo quý hoặc cho cả năm, ví dụ 2023-Q1 hoặc 2023."


def _wrong_parts(each: Actual, kind: Kind) -> str | None:
    has_part = each.numerator is not None or each.denominator is not None
    if kind is Kind.RATIO:
        other = each.value is not None or each.grade or each.out_of is not None
        return "tỷ lệ cần tử số và mẫu số, không nhập giá trị." if other else None
    if has_part:
        return "chỉ tỷ lệ mới có tử số và mẫu số; hãy nhập giá trị."
    if kind is Kind.GRADE:
        other = each.value is not None or each.out_of is not None
        return "xếp loại cần tên của một mức xếp loại, không nhập số." if other else None
    if each.grade:
        return "chỉ tiêu này cần một số, không nhập tên mức xếp loại."
    if each.out_of is not None and (kind is not Kind.RANK or each.value is None):
        return "số đơn vị được xếp hạng chỉ đi cùng một thứ hạng, ví dụ 50/63."
    return None


def _wrong_number(each: Actual, kind: Kind) -> str | None:
    given = [number for number in (each.numerator, each.denominator, each.value) if number is not None]
    if any(number < 0 for number in given):
        return "số không được âm."
    if each.value is None:
        return None
    whole = each.value == each.value.to_integral_value()
    match kind:
        case Kind.COUNT if not whole:
            return "số lượng phải là số nguyên."
        case Kind.RANK if not whole or each.value < 1 or (each.out_of is not None and each.out_of < 1):
            return "thứ hạng phải là số nguyên từ 1, ví dụ 50 hoặc 50/63."
        case Kind.YES_NO if each.value not in (Decimal(0), Decimal(1)):
            return "chỉ nhập có hoặc không."
    return None
