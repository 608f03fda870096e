"""Sheets Phiếu báo cáo, Số liệu đã gửi, Kết quả đã gửi, Giải trình đã gửi and Minh chứng đã gửi."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation

from models.exchange.book import Place
from models.exchange.columns import SENT_ACTUALS, SENT_EVIDENCE, SENT_EXPLANATIONS, SENT_FIGURES, STEPS, Sheet
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import OPERATORS, PROOFS, STATES
from models.exchange.words import STEPS as STEP_WORDS
from models.number import exact
from models.period import Period
from models.plan import Actual, Explanation
from models.submission import KeptStep, SentEvidence, SentFigure, Snapshot, SubmissionState

HASH = re.compile(r"[0-9a-f]{64}")
HASH_EXPECTED = "mã SHA-256 của tệp, 64 chữ số và chữ a đến f"

Key = tuple[str, Period, int]  # unit, quarter, number of the step


@dataclass
class _Sent:
    """What was sent with one step, as its rows go by."""

    head: Snapshot
    actuals: list[Actual] = field(default_factory=list)
    figures: list[SentFigure] = field(default_factory=list)
    explanations: list[Explanation] = field(default_factory=list)
    evidence: list[SentEvidence] = field(default_factory=list)

    def snapshot(self) -> Snapshot:
        """Return all of it."""
        return replace(
            self.head,
            actuals=tuple(self.actuals),
            figures=tuple(self.figures),
            explanations=tuple(self.explanations),
            evidence=tuple(self.evidence),
        )


def read_steps(reading: Reading) -> None:
    """Read what happened to submissions, and what was sent with them: as it was then, whatever has changed since."""
    steps: dict[Key, KeptStep] = {}
    sent: dict[Key, _Sent] = {}
    seen: dict[object, int] = {}
    for row in reading.rows(STEPS):
        step = _step(reading, row)
        if step is None:
            continue
        key = (step.unit, step.quarter, step.number)
        row.once(seen, key, "Bước")
        if row.is_right:
            steps[key] = step
            reading.book.places[STEPS.name, key] = Place(row.table.title, row.number)
            if step.state is SubmissionState.SUBMITTED and not step.plan:
                sent[key] = _Sent(_head(row, step))
    _read_actuals(reading, sent)
    _read_figures(reading, sent)
    _read_explanations(reading, sent)
    _read_evidence(reading, sent)
    in_order = sorted(steps, key=lambda key: key[2])
    reading.book.steps = [
        replace(steps[key], snapshot=sent[key].snapshot()) if key in sent else steps[key] for key in in_order
    ]


def _step(reading: Reading, row: Row) -> KeptStep | None:
    unit, quarter, number = _key(reading, row)
    state, day, reason = row.word("Việc", STEP_WORDS), row.day("Ngày"), row.text("Lý do")
    who, at = row.text("Người làm"), row.moment("Lúc")
    if state in (SubmissionState.DRAFT, SubmissionState.RETURNED) and not reason:
        row.wrong("Lý do", "lý do trả lại hoặc mở lại phiếu", "")
    by_hand = state is SubmissionState.SUBMITTED and row.is_blank("Mã đơn vị khi gửi")
    plan = _plan(reading, row) if by_hand else ""
    if not row.is_right or quarter is None or state is None or day is None:
        return None
    return KeptStep(unit, quarter, number, state, day, reason, who, at, plan=plan)


def _plan(reading: Reading, row: Row) -> str:
    """Read by which plan to keep what stands in the file: nothing in the workbook says what was sent."""
    if row.is_blank("Mã kế hoạch"):
        row.wrong("Mã kế hoạch", "mã kế hoạch mà phiếu được gửi theo", "")
    return row.known("Mã kế hoạch", reading.plans, "kế hoạch")


def _key(reading: Reading, row: Row) -> tuple[str, Period | None, int]:
    unit = row.known("Mã đơn vị", reading.units, "đơn vị")
    quarter = row.period("Kỳ")
    if quarter is not None and not quarter.is_quarter:
        row.wrong("Kỳ", f"một quý, viết như {quarter.year}-Q1; phiếu báo cáo là của một quý")
    return unit, quarter, row.whole("Bước", "số thứ tự của bước, từ 1", 1) or 0


def _head(row: Row, step: KeptStep) -> Snapshot:
    then = (row.text("Mã đơn vị khi gửi"), row.text("Tên đơn vị khi gửi"))
    return Snapshot(row.text("Mã kế hoạch"), *then, step.quarter)


def _rows(reading: Reading, sheet: Sheet, sent: dict[Key, _Sent]) -> Iterator[tuple[Row, _Sent]]:
    """Yield the rows of a sheet with the step that each was sent with."""
    for row in reading.rows(sheet):
        unit, quarter, number = _key(reading, row)
        if not row.is_right or quarter is None:
            continue
        found = sent.get((unit, quarter, number))
        if found is None:
            row.wrong("Bước", f"một bước gửi có trong trang “{STEPS.name}”")
        else:
            yield row, found


def _read_actuals(reading: Reading, sent: dict[Key, _Sent]) -> None:
    seen: dict[int, dict[object, int]] = defaultdict(dict)
    for row, found in _rows(reading, SENT_ACTUALS, sent):
        code = row.text("Mã chỉ tiêu")
        row.once(seen[id(found)], code, "Mã chỉ tiêu")
        numerator, denominator, value = (_quantity(row, heading) for heading in ("Tử số", "Mẫu số", "Giá trị"))
        out_of = row.whole("Trên tổng số", "một số nguyên", 1)
        grade, note, accepted = (row.text(heading) for heading in ("Xếp loại", "Ghi chú", "Chấp nhận"))
        mark, form = row.marked("Minh họa"), (found.head.unit, found.head.quarter)
        if row.is_right:
            found.actuals.append(
                Actual(code, *form, numerator, denominator, value, out_of, grade, note, accepted, mark)
            )


def _quantity(row: Row, heading: str) -> Decimal | None:
    found = row.decimal(heading, is_percent=False)
    return None if found is None else exact(found)


def _read_figures(reading: Reading, sent: dict[Key, _Sent]) -> None:
    for row, found in _rows(reading, SENT_FIGURES, sent):
        period, quarter = row.period("Kỳ lũy kế"), row.period("Số của quý")
        numerator, denominator = _number(row, "Tử số"), _number(row, "Mẫu số")
        operator, state = row.word("Phép so sánh", OPERATORS), row.word("Trạng thái", STATES)
        value, target, target_to, gap = (
            row.text(heading) or None for heading in ("Giá trị", "Mức", "Mức đến", "Chênh lệch")
        )
        key = (row.text("Mã chỉ tiêu"), row.text("Tên chỉ tiêu"))
        mark = row.marked("Tạm tính")
        if row.is_right and period and state:
            wanted = (operator.value if operator else None, target, target_to, gap)
            found.figures.append(SentFigure(*key, period, numerator, denominator, value, quarter, *wanted, state, mark))


def _number(row: Row, heading: str) -> Decimal | None:
    """Read a number that stands as text, of any size: a sum may be larger than what one unit can report."""
    written = row.text(heading)
    try:
        return Decimal(written.replace(",", ".")) if written else None
    except InvalidOperation:
        row.wrong(heading, "một số")
        return None


def _read_explanations(reading: Reading, sent: dict[Key, _Sent]) -> None:
    for row, found in _rows(reading, SENT_EXPLANATIONS, sent):
        code, period = row.text("Mã chỉ tiêu"), row.period("Kỳ giải trình")
        cause, remedy, who = (row.text(heading) for heading in ("Nguyên nhân", "Giải pháp", "Chịu trách nhiệm"))
        due = row.day("Hạn")
        if row.is_right and period:
            found.explanations.append(Explanation(code, found.head.unit, period, cause, remedy, who, due))


def _read_evidence(reading: Reading, sent: dict[Key, _Sent]) -> None:
    for row, found in _rows(reading, SENT_EVIDENCE, sent):
        code, kind, text, day = row.text("Mã chỉ tiêu"), row.word("Loại", PROOFS), row.text("Nội dung"), row.day("Ngày")
        hash = row.text("Mã tệp")
        if hash and not HASH.fullmatch(hash):
            row.wrong("Mã tệp", HASH_EXPECTED)
        if row.is_right and kind:
            found.evidence.append(SentEvidence(code, found.head.quarter, kind.value, text, day, hash))
