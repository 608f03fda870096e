"""What differs between two plans, in words: for the window, the command, a workbook and paper."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.exchange.figure_book import FigureCell, FigureTable
from models.measure import Accumulation, Kind, Target
from models.number import format_date, format_number
from models.plan import Plan
from models.plan_comparison import Change, Difference, Section, Value, differences
from models.plan_content import PlanContent
from models.store.database import Database
from models.store.plan_content import plan_content
from models.store.units import unit_tree
from reports.figure_words import NOTHING, period_words, target_text
from reports.targets_context import asked_figure

SECTIONS = {
    Section.INDICATOR: "Chỉ tiêu",
    Section.TARGET: "Mức",
    Section.ASSIGNMENT: "Giao đơn vị",
    Section.TASK: "Nhiệm vụ",
    Section.BASIS: "Căn cứ",
    Section.WINDOW: "Kỳ báo cáo",
    Section.GRADE: "Xếp loại",
    Section.PLAN: "Thông tin kế hoạch",
}
CHANGES = {Change.ADDED: "thêm", Change.REMOVED: "bỏ", Change.CHANGED: "đổi"}
HEADINGS = ("Phần", "Thay đổi", "Mã", "Nội dung", "Trước", "Sau")
_FIELDS = {
    "name": "tên",
    "short_name": "tên ngắn",
    "area": "lĩnh vực",
    "kind": "loại số đo",
    "parent": "chỉ tiêu cha",
    "lead": "chủ trì",
    "numerator": "tử số",
    "denominator": "mẫu số",
    "measured_in": "đơn vị tính",
    "scale": "thang điểm",
    "accumulation": "cộng dồn",
    "near_threshold": "ngưỡng gần đạt",
    "published_month": "tháng công bố",
    "source": "nguồn số liệu",
    "target": "mức",
    "content": "nội dung",
    "product": "sản phẩm",
    "cooperating": "phối hợp",
    "due": "hạn",
    "first": "từ ngày",
    "last": "đến ngày",
    "abstract": "trích yếu",
    "from_score": "từ điểm",
    "position": "thứ tự",
    "unit": "đơn vị",
    "superior_agency": "cơ quan chủ quản",
    "issuing_agency": "cơ quan ban hành",
    "place": "địa danh",
    "year": "năm",
    "number": "số ký hiệu",
    "issued_on": "ngày ban hành",
    "replaces": "thay thế kế hoạch",
}
_KINDS = {
    Kind.RATIO: "tỷ lệ",
    Kind.COUNT: "số lượng",
    Kind.SCORE: "điểm",
    Kind.RANK: "thứ hạng",
    Kind.GRADE: "xếp loại",
    Kind.YES_NO: "hoàn thành",
    Accumulation.FLOW: "phát sinh",
    Accumulation.STOCK: "thời điểm",
    Accumulation.OPENING: "đầu kỳ",
}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One difference in words, under HEADINGS."""

    section: str
    change: str
    code: str
    what: str
    old: str
    new: str

    @property
    def texts(self) -> tuple[str, ...]:
        """The cells in the order of the headings."""
        return self.section, self.change, self.code, self.what, self.old, self.new

    @property
    def sentence(self) -> str:
        """The difference on one line: đổi mức TTHC-01: ≥ 65% → ≥ 70%."""
        values = f": {self.old} → {self.new}" if self.old != self.new else ""
        words = " ".join(filter(None, (self.change, self.section.lower(), self.code, self.what)))
        return words + values


@dataclass(frozen=True)
class PlanChanges:
    """Two plans, and what differs between them."""

    old: Plan
    new: Plan
    found: tuple[Difference, ...]
    rows: tuple[ChangeRow, ...]

    @property
    def summary(self) -> str:
        """How much differs: 2 chỉ tiêu thêm, 1 mức đổi; that nothing does."""
        counts = Counter((each.section, each.change) for each in self.found)
        told = [
            f"{counts[section, change]} {SECTIONS[section].lower()} {CHANGES[change]}"
            for section in Section
            for change in Change
            if counts[section, change]
        ]
        return ", ".join(told) or "không có gì khác nhau"


def compared(db: Database, old: str, new: str) -> PlanChanges:
    """Compare two plans of a file by their codes; raises KnownError for one that is not there."""
    return changes_between(plan_content(db, old), plan_content(db, new), unit_names(db))


def changes_between(old: PlanContent, new: PlanContent, units: dict[str, str]) -> PlanChanges:
    """Put into words what differs between two plans; units: names by code."""
    found = differences(old, new)
    grades = tuple(each.name for each in (new.grades or old.grades))
    writer = _Writer(old.plan, grades, units)
    return PlanChanges(old.plan, new.plan, tuple(found), tuple(map(writer.row, found)))


def unit_names(db: Database) -> dict[str, str]:
    """Return the names of all units by code."""
    return unit_tree(db).names()


def sentences(rows: Iterable[ChangeRow]) -> str:
    """Return differences one after another, as history keeps them."""
    return "; ".join(each.sentence for each in rows)


@dataclass(frozen=True)
class _Writer:
    plan: Plan
    grades: Sequence[str]
    units: dict[str, str]

    def row(self, each: Difference) -> ChangeRow:
        return ChangeRow(
            SECTIONS[each.section],
            CHANGES[each.change],
            each.code,
            self._what(each),
            self._value(each, each.old, is_there=each.change is not Change.ADDED),
            self._value(each, each.new, is_there=each.change is not Change.REMOVED),
        )

    def _what(self, each: Difference) -> str:
        parts = [each.name]
        if each.section is Section.ASSIGNMENT:
            parts.append(self.units.get(each.unit, each.unit) if each.unit else "cả kế hoạch")
        if each.period is not None and not each.period.is_year:
            parts.append(period_words(each.period).replace("\N{NO-BREAK SPACE}", " "))
        if each.field and each.field != "target":
            parts.append(_FIELDS[each.field])
        return " – ".join(filter(None, parts))

    def _value(self, each: Difference, value: Value, *, is_there: bool) -> str:
        if not is_there:
            return NOTHING
        if isinstance(value, Target) and each.indicator is not None:
            figure = asked_figure(
                self.plan, each.indicator, value, each.period, unit=each.unit, on=date.min, grades=self.grades
            )
            return target_text(figure).replace("\N{NO-BREAK SPACE}", " ")
        if value is None and each.section is Section.ASSIGNMENT:
            return "theo mức chung" if each.unit else NOTHING
        if each.section is Section.PLAN and each.field == "unit":
            return self.units.get(str(value), str(value))
        if each.field == "year":
            return str(value)
        return _text(value)


def _text(value: Value) -> str:
    match value:
        case None | "":
            return NOTHING
        case Kind() | Accumulation():
            return _KINDS[value]
        case date():
            return format_date(value)
        case str():
            return value
    return format_number(value) if not isinstance(value, Target) else NOTHING


def change_table(found: PlanChanges) -> FigureTable:
    """Return what differs as a table for a workbook."""
    title = f"So sánh {found.old.code} và {found.new.code}"
    lines = [[FigureCell(text) for text in row.texts] for row in found.rows]
    return FigureTable(title, [f"{found.summary[:1].upper()}{found.summary[1:]}."], HEADINGS, lines)
