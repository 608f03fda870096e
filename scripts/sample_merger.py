"""What the second sample workbook says: the communes of Nam Giang on 1/7/2025, and figures up to 2025.

The merger is written down from memory and says so in each event ("cần đối chiếu"). Plans of 2024 and 2025 and every
figure are illustrative: each quarter is the same quarter of 2023, grown by a few percent."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import sample_words as words

Row = tuple[Any, ...]

CITY = "DANANG"
END, DAY = date(2025, 6, 30), date(2025, 7, 1)
BASIS = "Nghị quyết của UBTVQH về sắp xếp ĐVHC cấp xã năm 2025: ghi theo trí nhớ, số và ngày cần đối chiếu"
ENDING = "Kết thúc hoạt động của cấp huyện từ 1/7/2025: ghi theo trí nhớ, căn cứ cần đối chiếu"
NEW = {
    "XTHANHMY": ("Xã Thạnh Mỹ", ("THANHMY",)),
    "BENGIANG": ("Xã Bến Giằng", ("CADY", "TABHING", "TAPOO")),
    "XNAMGIANG": ("Xã Nam Giang", ("CHAVAL", "ZUOIH")),
    "XDACPRING": ("Xã Đắc Pring", ("DACPRE", "DACPRING")),
    "XLADEE": ("Xã La Dêê", ("LADEE", "DACTOI")),
    "XLAEE": ("Xã La Êê", ("LAEE", "CHOCHUN")),
}
PLANS = {2024: ("KH-2024", words.DISTRICT), 2025: ("KH-2025", CITY)}
LEFT_OUT = ("CQS-01",)  # papers between district and commune: there is no district any more
# As drawn in the design of the page of units.
DRAWN = {
    ("TTHC-01", "CADY"): ("138/195", "150/207"),
    ("TTHC-01", "TABHING"): ("97/133", "104/142"),
    ("TTHC-01", "TAPOO"): ("62/94", "69/102"),
}


def units() -> Iterator[Row]:
    """Yield the city, the units that ended, and the communes that began."""
    heirs = {old: code for code, (_, olds) in NEW.items() for old in olds}
    yield CITY, "UBND TP. Đà Nẵng", "thành phố", None, DAY, None, None
    for code, name, kind, superior, *_ in words.UNITS:
        yield code, name, kind, superior or CITY, None, END, heirs.get(code)
    for code, (name, _) in NEW.items():
        yield code, name, "xã", CITY, DAY, None, None


def events() -> Iterator[Row]:
    """Yield what happened on the day."""
    for code, (_, olds) in NEW.items():
        yield DAY, "sáp nhập" if len(olds) > 1 else "đổi tên", "; ".join(olds), code, BASIS
    yield DAY, "giải thể", f"{words.DISTRICT}; PCM", None, ENDING


def plans() -> Iterator[Row]:
    """Yield a plan of the district and one of the city, with the targets of 2023."""
    agencies = {
        words.DISTRICT: ("UBND TỈNH QUẢNG NAM", "ỦY BAN NHÂN DÂN HUYỆN NAM GIANG", "Nam Giang"),
        CITY: (None, "ỦY BAN NHÂN DÂN THÀNH PHỐ ĐÀ NẴNG", "Đà Nẵng"),
    }
    for year, (code, unit) in PLANS.items():
        name = f"Kế hoạch cải cách hành chính năm {year} (minh họa, địa bàn huyện Nam Giang cũ)"
        yield code, year, name, unit, *agencies[unit], None, None, None, 5


def indicators() -> Iterator[Row]:
    """Yield the ratios of 2023 again for each plan."""
    for code, _ in PLANS.values():
        for row in words.INDICATORS:
            if row[7] == "tỷ lệ" and row[1] not in LEFT_OUT:
                yield code, *row[1:]


def actuals(figures: Path) -> Iterator[Row]:
    """Yield the rows of sheet Số liệu, quarter by quarter."""
    of_2023 = dict(_quarters_of_2023(figures))
    for year in PLANS:
        for number in range(4):
            for (indicator, unit), quarters in of_2023.items():
                if (year, number) < (2025, 2):
                    drawn = DRAWN.get((indicator, unit), ()) if year == 2025 else ()
                    parts = _read(drawn[number]) if drawn else _grown(quarters[number], year)
                    yield _row(indicator, unit, year, number, parts)
            if (year, number) == (2025, 2):
                yield from _merged(of_2023, year, number)


def _merged(of_2023: Mapping[tuple[str, str], list[tuple[int, int]]], year: int, number: int) -> Iterator[Row]:
    for indicator in dict.fromkeys(indicator for indicator, _ in of_2023):
        for unit, (_, olds) in NEW.items():
            each = [_grown(of_2023[indicator, old][number], year) for old in olds]
            yield _row(indicator, unit, year, number, (sum(part for part, _ in each), sum(whole for _, whole in each)))


def _quarters_of_2023(figures: Path) -> Iterator[tuple[tuple[str, str], list[tuple[int, int]]]]:
    for line in figures.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        indicator, unit, *cells = line.split()
        if indicator not in LEFT_OUT:
            its = [_read(cell) for cell in cells[4:] if cell != "-"]
            yield (indicator, unit), [_read(cell) if cell != "-" else its[0] for cell in cells[4:]]


def _read(cell: str) -> tuple[int, int]:
    numerator, _, denominator = cell.partition("/")
    whole = int(denominator)
    return min(int(numerator), whole), whole


def _grown(parts: tuple[int, int], year: int) -> tuple[int, int]:
    """Return a figure grown by 5 % a year, and by 3 % of what was lacking."""
    part, whole = parts
    years = year - 2023
    grown = whole * (100 + 5 * years) // 100
    return min(grown, part * grown // max(whole, 1) + (whole - part) * 3 * years // 100), grown


def _row(indicator: str, unit: str, year: int, number: int, parts: tuple[int, int]) -> Row:
    return indicator, unit, f"{year}-Q{number + 1}", *parts, None, None, None, "x"


def sheets(figures: Path) -> Iterator[tuple[str, Row, list[Row]]]:
    """Yield name, headings and rows of every sheet."""
    rows = {
        "Kế hoạch": plans(),
        "Đơn vị": units(),
        "Sự kiện đơn vị": events(),
        "Chỉ tiêu": indicators(),
        "Số liệu": actuals(figures),
    }
    for name, headings, _ in words.SHEETS:
        if name in rows:
            yield name, headings, list(rows[name])
