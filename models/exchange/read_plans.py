"""Sheets Kế hoạch, Căn cứ, Kỳ báo cáo, Thang xếp loại, Nhiệm vụ and Thể thức văn bản."""

from models.dispatch import Dispatch
from models.exchange.columns import BASES, CORRECTIONS, DISPATCHES, GRADES, PLANS, TASKS, WINDOWS
from models.exchange.reading import Reading
from models.exchange.tables import FIRST_YEAR, LAST_YEAR, Row
from models.exchange.words import key
from models.period import WindowSetting
from models.plan import NEAR_THRESHOLD_PERCENT, Correction, Grade, LegalBasis, Plan, Task

NEAR_EXPECTED = "một số phần trăm"
PROGRESS_EXPECTED = "một số nguyên từ 0 đến 100"


def read_plans(reading: Reading) -> None:
    """Read the plans; the one that is replaced may stand in a later row."""
    rows: list[tuple[Row, Plan]] = []
    seen: dict[object, int] = {}
    for row in reading.rows(PLANS):
        plan = _plan(reading, row)
        row.once(seen, plan.code, "Mã")
        if plan.code:
            reading.plans[plan.code] = plan if row.is_right else None
            rows.append((row, plan))
    for row, plan in rows:
        _check_replaced(reading, row, plan)
        _check_reference(reading, row, plan)
    reading.book.plans = [plan for row, plan in rows if row.is_right]


def _plan(reading: Reading, row: Row) -> Plan:
    near = row.decimal("Ngưỡng gần đạt", NEAR_EXPECTED)
    return Plan(
        row.text("Mã"),
        row.whole("Năm", f"một năm từ {FIRST_YEAR} đến {LAST_YEAR}", FIRST_YEAR, LAST_YEAR) or 0,
        row.text("Tên"),
        _office(reading, row),
        row.text("Cơ quan chủ quản"),
        row.text("Cơ quan ban hành"),
        row.text("Địa danh"),
        row.text("Số ký hiệu"),
        row.day("Ngày ban hành"),
        row.text("Thay thế kế hoạch") or None,
        NEAR_THRESHOLD_PERCENT if near is None else near,
        row.text("Kế hoạch cấp trên") or None,
        row.marked("Lưu trữ"),
    )


def _office(reading: Reading, row: Row) -> str:
    """Return whose plan it is; without a code the only unit that has no superior."""
    if not row.is_blank("Mã đơn vị"):
        return row.known("Mã đơn vị", reading.units, "đơn vị")
    roots = [code for code, unit in reading.units.items() if unit is not None and unit.first_superior is None]
    if len(roots) != 1:
        expected = "mã đơn vị có kế hoạch này, vì không có đúng một đơn vị không có cấp trên"
        row.wrong("Mã đơn vị", expected + (f" ({', '.join(roots[:6])})" if roots else ""))
        return ""
    return roots[0]


def _check_replaced(reading: Reading, row: Row, plan: Plan) -> None:
    if plan.replaces is None:
        return
    if plan.replaces not in reading.plans:
        row.wrong("Thay thế kế hoạch", "mã kế hoạch đã có trong sổ này hoặc trong tệp dữ liệu")
        return
    replaced = reading.plans[plan.replaces]
    if replaced is not None and plan.year and replaced.year != plan.year:
        row.wrong("Thay thế kế hoạch", f"kế hoạch cùng năm {plan.year}, kế hoạch này của năm {replaced.year}")
        return
    seen = {plan.code}
    while replaced is not None and replaced.code not in seen:
        seen.add(replaced.code)
        replaced = reading.plans.get(replaced.replaces or "")
    if replaced is not None:
        row.wrong("Thay thế kế hoạch", "kế hoạch khác, không thay thế vòng tròn")


def _check_reference(reading: Reading, row: Row, plan: Plan) -> None:
    seen, reference = {plan.code}, plan.reference
    while reference is not None:
        if reference in seen:
            row.wrong("Kế hoạch cấp trên", "kế hoạch khác, không đối chiếu vòng tròn")
            return
        if reference not in reading.plans:
            row.wrong("Kế hoạch cấp trên", "mã kế hoạch đã có trong sổ này hoặc trong tệp dữ liệu")
            return
        seen.add(reference)
        above = reading.plans[reference]
        reference = above.reference if above else None


def read_corrections(reading: Reading) -> None:
    """Read what was corrected in plans after they were issued."""
    for row in reading.rows(CORRECTIONS):
        plan, _ = reading.plan_of(row)
        at = row.moment("Lúc")
        who, reason, content = (row.text(heading) for heading in ("Người làm", "Lý do", "Nội dung"))
        if row.is_right and at:
            reading.book.corrections.append(Correction(plan, at, who, reason, content))


def read_bases(reading: Reading) -> None:
    """Read the documents that plans rest on."""
    for row in reading.rows(BASES):
        plan, _ = reading.plan_of(row)
        columns = ("Loại văn bản", "Số ký hiệu", "Cơ quan", "Trích yếu")
        kind, number, agency, abstract = (row.text(heading) for heading in columns)
        day = row.day("Ngày")
        if row.is_right and not any((kind, number, agency, abstract, day)):
            row.wrong("Loại văn bản", "nội dung của căn cứ")
        if row.is_right:
            reading.book.bases.append(LegalBasis(plan, kind, number, day, agency, abstract))


def read_windows(reading: Reading) -> None:
    """Read the days of the periods that a plan sets itself."""
    seen: dict[object, int] = {}
    for row in reading.rows(WINDOWS):
        plan, year = reading.plan_of(row)
        period = row.period("Kỳ", year)
        first, last, due = (row.day(heading) for heading in ("Từ ngày", "Đến ngày", "Hạn gửi"))
        if first and last and last < first:
            row.wrong("Đến ngày", "ngày không trước Từ ngày")
        row.once(seen, (plan, period), "Kỳ")
        if row.is_right and period:
            reading.book.windows.append(WindowSetting(plan, period, first, last, due))


def read_grades(reading: Reading) -> None:
    """Read the grades; those of a plan that the sheet names take the place of all it had."""
    seen: dict[object, int] = {}
    names: dict[object, int] = {}
    found: dict[str, list[Grade]] = {}
    for row in reading.rows(GRADES):
        plan, _ = reading.plan_of(row)
        position = row.whole("Thứ tự", "một số nguyên từ 1 (1 là tốt nhất)", 1)
        name = row.text("Tên")
        score = row.decimal("Từ điểm", is_percent=False)
        row.once(seen, (plan, position), "Thứ tự")
        row.once(names, (plan, key(name)), "Tên")
        if name and plan:
            found.setdefault(plan, []).append(Grade(plan, position or 0, name, score))
        if row.is_right and position:
            reading.book.grades.append(Grade(plan, position, name, score))
    reading.grades.update({plan: tuple(grades) for plan, grades in found.items()})


def read_tasks(reading: Reading) -> None:
    """Read the plans' tasks."""
    seen: dict[object, int] = {}
    columns = ("Mã", "Lĩnh vực", "Nội dung", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp")
    for row in reading.rows(TASKS):
        plan, _ = reading.plan_of(row)
        code, area, content, product, lead, cooperating = (row.text(heading) for heading in columns)
        due, done_on, note = row.day("Hạn"), row.day("Ngày hoàn thành"), row.text("Ghi chú")
        progress = _progress(row)
        row.once(seen, (plan, code), "Mã")
        if row.is_right:
            task = Task(plan, code, area, content, product, lead, cooperating, due, done_on, note, progress)
            reading.book.tasks.append(task)


def _progress(row: Row) -> int | None:
    percent = row.decimal("Tiến độ", PROGRESS_EXPECTED)
    if percent is not None and (percent != int(percent) or percent > 100):
        row.wrong("Tiến độ", PROGRESS_EXPECTED)
        return None
    return None if percent is None else int(percent)


def read_dispatches(reading: Reading) -> None:
    """Read what stands around the text of a plan's reports. Recipients are parted by ";" or by lines."""
    seen: dict[object, int] = {}
    columns = ("Loại báo cáo", "Ký hiệu", "Kính gửi", "Thẩm quyền ký", "Chức vụ người ký", "Người ký")
    agencies = ("Cơ quan chủ quản", "Cơ quan ban hành", "Địa danh")
    for row in reading.rows(DISPATCHES):
        unit = _reporting_office(reading, row)
        kind, symbol, addressee, authority, position, signer = (row.text(heading) for heading in columns)
        written = row.text("Nơi nhận")
        lines = (line.strip() for line in written.split("\n" if "\n" in written else ";"))
        drafting_unit = row.text("Đơn vị soạn thảo")
        around = (row.text(heading) for heading in agencies)
        row.once(seen, (unit, kind), "Loại báo cáo")
        if row.is_right:
            recipients = tuple(line for line in lines if line)
            parts = (unit, kind, symbol, addressee, authority, position, signer, recipients, drafting_unit)
            reading.book.dispatches.append(Dispatch(*parts, *around))


def _reporting_office(reading: Reading, row: Row) -> str:
    """Read whose reports a row is about; a row of an older workbook says a plan, and means its office."""
    if row.is_blank("Mã đơn vị") and not row.is_blank("Mã kế hoạch"):
        plan = reading.plans.get(reading.plan_of(row)[0])
        return plan.unit if plan else ""
    if row.is_blank("Mã đơn vị"):
        row.wrong("Mã đơn vị", "mã đơn vị lập báo cáo")
    return row.known("Mã đơn vị", reading.units, "đơn vị")
