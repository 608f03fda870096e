"""Sheets Chỉ tiêu and Giao chỉ tiêu."""

from dataclasses import replace
from decimal import Decimal

from models.exchange.book import Code, Measure
from models.exchange.columns import ASSIGNMENTS, CODES, INDICATORS
from models.exchange.read_targets import is_blank_target, read_target
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import ACCUMULATIONS, KINDS, listed
from models.measure import Accumulation, Kind, Target, way_of
from models.period import Period
from models.plan import Assignment, Indicator


def read_indicators(reading: Reading) -> None:
    """Read the indicators; a parent may stand in a later row."""
    rows: list[tuple[Row, Indicator | None, str, str]] = []
    seen: dict[object, int] = {}
    named: dict[str, tuple[Measure, int]] = {}
    for row in reading.rows(INDICATORS):
        plan, _ = reading.plan_of(row)
        code = row.text("Mã")
        row.once(seen, (plan, code), "Mã")
        indicator = _indicator(reading, row, plan, code)
        if indicator is not None:
            _check_measure(reading, row, indicator, named)
        if code:
            reading.indicators[plan, code] = indicator
            reading.measures[code] = (indicator.kind, indicator.accumulation) if indicator else None
        rows.append((row, indicator, plan, code))
    for row, indicator, _, _ in rows:
        if indicator is not None:
            _check_parent(reading, row, indicator)
    reading.book.indicators = [indicator for row, indicator, _, _ in rows if row.is_right and indicator]


def _indicator(reading: Reading, row: Row, plan: str, code: str) -> Indicator | None:
    """Read one row; None when its kind is not known, since nothing else can be judged then."""
    kind = row.word("Loại số đo", KINDS)
    texts = {name: row.text(heading) for name, heading in _TEXTS.items()}
    if kind is None:
        return None
    return Indicator(
        plan,
        code,
        kind=kind,
        parent=row.text("Mã cha") or None,
        scale=_scale(row, kind),
        accumulation=_accumulation(reading, row, kind),
        target=read_target(row, kind, reading.grades_of(plan)),
        near_threshold=row.decimal("Ngưỡng gần đạt", "một số phần trăm"),
        published_month=row.whole("Tháng công bố", "một tháng từ 1 đến 12", 1, 12),
        **texts,
    )


_TEXTS = {
    "area": "Lĩnh vực",
    "name": "Tên",
    "short_name": "Tên ngắn",
    "lead": "Chủ trì",
    "numerator": "Tử số",
    "denominator": "Mẫu số",
    "measured_in": "Đơn vị tính",
    "source": "Nguồn số liệu",
}


def _scale(row: Row, kind: Kind) -> Decimal | None:
    if kind is Kind.RANK:
        ranks = row.whole("Thang điểm", "số bậc xếp hạng, một số nguyên từ 1", 1)
        return None if ranks is None else Decimal(ranks)
    scale = row.decimal("Thang điểm", "điểm cao nhất, một số lớn hơn 0", is_percent=False)
    if scale == 0:
        row.wrong("Thang điểm", "điểm cao nhất, một số lớn hơn 0")
    return scale


def _accumulation(reading: Reading, row: Row, kind: Kind) -> Accumulation | None:
    """Return how quarters add up: phát sinh where the cell is empty, nothing for what always takes the latest."""
    found = row.word("Cộng dồn", ACCUMULATIONS)
    if kind is Kind.RATIO and found is Accumulation.OPENING:
        row.wrong("Cộng dồn", "phát sinh hoặc thời điểm; đầu kỳ chỉ dùng cho số lượng, không dùng cho tỷ lệ")
        return None
    if kind.rolls_up:
        return found or Accumulation.FLOW
    if found is Accumulation.FLOW:
        reading.book.notes.append(
            f"Trang “{row.table.title}”, dòng {row.number}: cột Cộng dồn không dùng cho loại số đo này, "
            "giá trị luôn là giá trị mới nhất."
        )
    return None


def read_codes(reading: Reading) -> None:
    """Read the codes that no plan has any more; where a plan of the workbook has one, its row there counts."""
    seen: dict[object, int] = {}
    for row in reading.rows(CODES):
        code, kind = row.text("Mã"), row.word("Loại số đo", KINDS)
        accumulation = _accumulation(reading, row, kind) if kind else None
        row.once(seen, code, "Mã")
        had = reading.known.measures.get(code)
        if kind and had and (had[0] is not kind or way_of(*had) is not way_of(kind, accumulation)):
            row.wrong("Loại số đo", f"loại số đo và cách cộng dồn của {code} như trong tệp dữ liệu")
        if code:
            reading.measures.setdefault(code, (kind, accumulation) if kind else None)
        if row.is_right and kind:
            reading.book.codes.append(Code(code, kind, accumulation))


def _check_measure(reading: Reading, row: Row, new: Indicator, named: dict[str, tuple[Measure, int]]) -> None:
    """A code keeps its kind and its Cộng dồn in all plans. Source: docs/figures.md, 12."""
    measure = (new.kind, new.accumulation)
    first, number = named.setdefault(new.code, (measure, row.number))
    where = f"như dòng {number}"
    if number == row.number:
        elsewhere = any(code == new.code and plan != new.plan for plan, code in reading.known.indicators)
        if not elsewhere and new.code not in reading.known.used:
            return
        first, where = reading.known.measures.get(new.code, measure), "như trong tệp dữ liệu"
    if first[0] is not new.kind:
        row.wrong("Loại số đo", f"{_word_of(first[0])} {where}; định nghĩa mới cần một mã mới")
    elif way_of(*first) is not way_of(*measure):
        wanted = listed({word: each for word, each in ACCUMULATIONS.items() if each is first[1]}) or "phát sinh"
        row.wrong("Cộng dồn", f"{wanted} {where}; định nghĩa mới cần một mã mới")


def _word_of(kind: Kind) -> str:
    return next(word for word, each in KINDS.items() if each is kind)


def _check_parent(reading: Reading, row: Row, indicator: Indicator) -> None:
    if indicator.parent is None:
        return
    if (indicator.plan, indicator.parent) not in reading.indicators:
        row.wrong("Mã cha", f"mã chỉ tiêu của kế hoạch {indicator.plan}")
        return
    seen = {indicator.code}
    parent: str | None = indicator.parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        found = reading.indicators.get((indicator.plan, parent))
        parent = found.parent if found else None
    if parent == indicator.code:
        row.wrong("Mã cha", "chỉ tiêu khác, không tạo thành vòng tròn")


def read_assignments(reading: Reading) -> None:
    """Read what is given to units; a row without a unit is the plan's own target for a period."""
    seen: dict[object, int] = {}
    for row in reading.rows(ASSIGNMENTS):
        plan, year = reading.plan_of(row)
        code = indicator_of(reading, row, plan)
        unit = row.known("Mã đơn vị", reading.units, "đơn vị") or None
        period = row.period("Kỳ", year)
        if period is None and row.is_blank("Kỳ") and year:
            period = Period(year)
        indicator = reading.indicators.get((plan, code))
        row.once(seen, (plan, code, unit, period), "Mã chỉ tiêu")
        if indicator is None or period is None:
            continue
        target = _own_target(reading, row, indicator)
        if unit is None and row.is_right:
            if target is None:
                row.wrong("Mức", "mức chỉ tiêu của kỳ này, hoặc mã đơn vị được giao", "")
            elif period.is_year:
                _take_for_plan(reading, row, indicator, target)
                continue
        if row.is_right:
            reading.book.assignments.append(Assignment(plan, code, unit, period, target))


def indicator_of(reading: Reading, row: Row, plan: str) -> str:
    code = row.text("Mã chỉ tiêu")
    if code and plan and (plan, code) not in reading.indicators:
        row.wrong("Mã chỉ tiêu", f"mã chỉ tiêu của kế hoạch {plan}")
        return ""
    return code


def _own_target(reading: Reading, row: Row, indicator: Indicator) -> Target | None:
    if is_blank_target(row):
        return None
    usual = indicator.target.operator if indicator.target else None
    return read_target(row, indicator.kind, reading.grades_of(indicator.plan), usual)


def _take_for_plan(reading: Reading, row: Row, indicator: Indicator, target: Target) -> None:
    """The plan's target for the year stands in sheet Chỉ tiêu: taken there when it has none, or is the same."""
    if indicator.target == target:
        return
    if indicator.target is not None:
        row.wrong("Mức", f"mức cả năm như ở trang Chỉ tiêu của {indicator.code}, hoặc ghi kỳ khác")
        return
    changed = replace(indicator, target=target)
    reading.indicators[indicator.plan, indicator.code] = changed
    kept = [each for each in reading.book.indicators if (each.plan, each.code) != (changed.plan, changed.code)]
    place = next((i for i, each in enumerate(reading.book.indicators) if each is indicator), len(kept))
    reading.book.indicators = [*kept[:place], changed, *kept[place:]]
