"""What a unit's form says on paper, filled or blank. Its words belong to the document, so they are Vietnamese."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import zip_longest

from PySide6.QtCore import Qt

from models.exchange.unit_form.checks import NOT_OCCURRED, SEE_ERROR
from models.exchange.unit_form.content import FormContent, Line, Part, cumulative_words, quarter_words, value_text
from models.measure import Kind
from models.number import format_date, format_number, format_rate
from models.plan import Actual, Explanation, Indicator
from models.progress import Figure, State, shown_decimals
from models.submission import Submission, SubmissionState
from reports.figure_words import STATE_WORDS
from ui.pages.entry.paper.paper import BODY, MM, SMALL, TITLE, Block, Cell, Paper, Paragraph, Rows, Rule

CENTRE, RIGHT = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_STANDING = {
    SubmissionState.DRAFT: "Bản nháp, chưa gửi",
    SubmissionState.SUBMITTED: "Đã gửi",
    SubmissionState.RETURNED: "Bị trả lại",
    SubmissionState.ACCEPTED: "Đã tiếp nhận",
}
_FILLED_WIDTHS = (19, 57, 15, 17, 18, 18, 16, 20)
_BLANK_WIDTHS = (19, 62, 16, 18, 24, 17, 24)
_EXPLANATION_WIDTHS = (19, 50, 50, 36, 25)
_BOX = 7.5 * MM
_EMPTY_EXPLANATIONS = 4
_LONGEST_CELL, _LONGEST_NOTE = 1_200, 4_000  # letters that a page holds well in a column, in a paragraph


def form_paper(
    content: FormContent, figures: Mapping[str, Figure], on: date, submission: Submission | None = None
) -> Paper:
    """Lay a form out. figures are those from the year's start, by code; on is the day that is asked."""
    above = [
        *_head(content, on, submission),
        *_table(content, figures),
        *_words(content, figures),
        *_notes(content),
        *_explanations(content),
    ]
    for block in reversed(above):  # no signature stands on a page alone
        block.keeps_next = True
        if isinstance(block, Rows):
            break
    blocks = [*above, *_signatures(content, on)]
    return Paper(blocks, f"{content.unit.name} – {quarter_words(content.quarter)} – {content.plan.name}")


def _head(content: FormContent, on: date, submission: Submission | None) -> Iterator[Block]:
    agency = content.plan.issuing_agency or content.plan.superior_agency
    left = Cell(agency.upper(), size=BODY, align=CENTRE)
    nation = Cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=BODY, align=CENTRE, is_bold=True)
    name = Cell(content.unit.name.upper(), size=BODY, align=CENTRE, is_bold=True)
    motto = Cell("Độc lập - Tự do - Hạnh phúc", size=BODY, align=CENTRE, is_bold=True)
    yield Paragraph((left, nation), (5, 6))
    yield Paragraph((name, motto), (5, 6))
    yield Rule(((0.23, 0.1), (0.727, 0.3)), 4 * MM)
    yield Paragraph((Cell("PHIẾU BÁO CÁO", size=TITLE, align=CENTRE, is_bold=True),))
    about = f"Kết quả thực hiện chỉ tiêu cải cách hành chính {quarter_words(content.quarter)}"
    yield Paragraph((Cell(about, size=BODY + 10, align=CENTRE, is_bold=True),))
    yield Paragraph((Cell(content.days, size=BODY, align=CENTRE, is_italic=True),), after=2 * MM)
    said = [f"Đơn vị: {content.unit.name} (mã {content.unit.code}). {content.plan.name} (mã {content.plan.code})."]
    if not content.is_blank:
        said.append(f"Tính đến ngày {format_date(on)}; trạng thái phiếu: {_standing(submission)}.")
    if content.has_illustrative:
        said.append("Phiếu này có số liệu minh họa.")
    yield Paragraph((Cell(" ".join(said), size=BODY),), after=2 * MM)


def _standing(submission: Submission | None) -> str:
    if submission is None:
        return _STANDING[SubmissionState.DRAFT].lower()
    words = _STANDING[submission.state]
    day = f" ngày {format_date(submission.day)}" if submission.day is not None else ""
    return f"{words[0].lower()}{words[1:]}{day if submission.state is not SubmissionState.DRAFT else ''}"


def _table(content: FormContent, figures: Mapping[str, Figure]) -> Iterator[Block]:
    widths = _BLANK_WIDTHS if content.is_blank else _FILLED_WIDTHS
    head = Rows([_headings(content)], widths)
    head.keeps_next = True
    yield head
    group: list[list[Cell]] = []
    for line in content.lines():
        if line.total:
            yield Rows([_total_row(content, line, figures)], widths, head)
            continue
        if line.indicator is None:
            yield Rows([[Cell(line.label, span=len(widths), is_bold=True)]], widths, head, keeps_next=True)
            continue
        group.append(_blank_row(content, line) if content.is_blank else _filled_row(content, line, figures))
        if line.part in (Part.DENOMINATOR, Part.VALUE):
            yield Rows(group, widths, head, least=_BOX if content.is_blank else 0)
            group = []


def _headings(content: FormContent) -> list[Cell]:
    before, now = (_capital(quarter_words(each)) for each in (content.last_quarter, content.quarter))
    texts = ["Mã", "Chỉ tiêu", "Đơn vị tính", before, now]
    so_far = cumulative_words(content.cumulative)
    texts += ["Mức", "Ghi chú"] if content.is_blank else [f"Lũy kế {so_far}", "Mức", "Trạng thái"]
    return [Cell(text, is_bold=True, align=CENTRE) for text in texts]


def _row_begin(content: FormContent, line: Line) -> list[Cell]:
    assert line.indicator is not None
    its, main = line.indicator, line.is_main
    indent = (60 if its.parent else 0) + (0 if main else 60)
    before = content.actual_before(its.code)
    return [
        Cell(its.code if main else "", is_bold=True),
        Cell(line.label, is_bold=main, indent=indent),
        Cell(line.measured_in, align=CENTRE),
        Cell(_shown(its, before, line.part), align=RIGHT),
    ]


def _blank_row(content: FormContent, line: Line) -> list[Cell]:
    assert line.indicator is not None
    target = content.targets.get(line.indicator.code, "") if line.is_main else ""
    box = Cell(is_box=line.part is not None)
    return [*_row_begin(content, line), box, Cell(target, align=CENTRE), Cell()]


def _filled_row(content: FormContent, line: Line, figures: Mapping[str, Figure]) -> list[Cell]:
    assert line.indicator is not None
    its, figure = line.indicator, figures.get(line.indicator.code)
    actual = content.actual(its.code)
    note = "*" if line.is_main and (actual.note or actual.accepted) else ""
    now = Cell(_shown(its, actual, line.part) + note, align=RIGHT, is_bold=line.is_main)
    row = [*_row_begin(content, line), now, Cell(_cumulative(figure, line), align=RIGHT, is_bold=line.is_main)]
    if not line.is_main:
        return [*row, Cell(), Cell()]
    row.append(Cell(content.targets.get(its.code, ""), align=CENTRE))
    if figure is None:
        return [*row, Cell()]
    provisional = "\n(tạm tính)" if figure.is_provisional else ""
    return [*row, Cell(STATE_WORDS[figure.state] + provisional, state=figure.state)]


def _total_row(content: FormContent, line: Line, figures: Mapping[str, Figure]) -> list[Cell]:
    """Return a line that adds up what stands above it; blank, it is left to whoever fills the form in."""
    before = content.total(line, content.actual_before)
    row = [
        Cell(),
        Cell(line.label, is_italic=True, indent=60),
        Cell(line.measured_in, align=CENTRE),
        Cell("" if before is None else format_number(before), is_italic=True, align=RIGHT),
    ]
    if content.is_blank:
        return [*row, Cell(is_box=True), Cell(), Cell()]
    now = content.total(line, content.actual)
    found = [figures[code].value for code in line.total if code in figures]
    values = [value for value in found if value is not None]
    so_far = format_number(sum(values, Fraction(0))) if len(values) == len(line.total) else ""
    texts = ("" if now is None else format_number(now), so_far)
    return [*row, *(Cell(text, is_italic=True, align=RIGHT) for text in texts), Cell(), Cell()]


def _shown(its: Indicator, actual: Actual, part: Part | None) -> str:
    """Return a quarter's value as it stands in a cell; of a ratio's own line the rate."""
    if part is not None:
        return value_text(actual, its.kind, part)
    if actual.numerator is None or actual.denominator is None:
        return ""
    if not actual.denominator:
        return NOT_OCCURRED
    if actual.numerator > actual.denominator and not actual.accepted:
        return SEE_ERROR
    return format_rate(Fraction(actual.numerator) * 100 / Fraction(actual.denominator))


def _cumulative(figure: Figure | None, line: Line) -> str:
    if figure is None:
        return ""
    if line.part in (Part.NUMERATOR, Part.DENOMINATOR):
        number = getattr(figure, line.part)
        return "" if number is None else format_number(number)
    if figure.state is State.TO_CHECK:
        return SEE_ERROR
    if figure.grade:
        return figure.grade
    if figure.value is None:
        return ""
    match figure.indicator.kind:
        case Kind.RATIO:
            return format_rate(figure.value, shown_decimals(figure))
        case Kind.YES_NO:
            return "Có" if figure.value else "Không"
        case Kind.RANK:
            return format_number(figure.value) + (f"/{figure.out_of}" if figure.out_of else "")
    return format_number(figure.value)


def _words(content: FormContent, figures: Mapping[str, Figure]) -> Iterator[Block]:
    """Say by what rule states were given, where any is."""
    states = {each.state for each in figures.values()}
    said = []
    if states & {State.MET, State.NEAR, State.MISSED}:
        percent = format_number(content.plan.near_threshold)
        said.append(
            f"Gần đạt: chưa đạt nhưng còn thiếu không quá {percent}% của mức, trừ chỉ tiêu có ngưỡng riêng trong "
            "kế hoạch."
        )
    if any(each.is_provisional for each in figures.values()):
        said.append("Tạm tính: chưa đủ số liệu của các quý hoặc đơn vị phải báo cáo.")
    if said:
        yield Paragraph((Cell("", size=SMALL // 2),))
        yield Paragraph((Cell(" ".join(said), size=SMALL, is_italic=True),))


def _notes(content: FormContent) -> Iterator[Block]:
    given = [content.actual(each.code) for each in content.indicators]
    said = [each for each in given if each.note or each.accepted]
    if not said:
        return
    title = Paragraph((Cell("(*) Ghi chú", size=BODY, is_bold=True),))
    title.keeps_next = True
    yield Paragraph((Cell("", size=SMALL),))
    yield title
    for each in said:
        accepted = f"chấp nhận: {each.accepted}" if each.accepted else ""
        text = "; ".join(filter(None, (each.note, accepted)))
        for piece in pieces(f"{each.indicator}: {text}", _LONGEST_NOTE):
            yield Paragraph((Cell(piece, size=BODY),))


def _explanations(content: FormContent) -> Iterator[Block]:
    said = [content.explanation(each.code) for each in content.indicators]
    given = [each for each in said if each.cause or each.remedy or each.responsible or each.due]
    if not given and not content.is_blank:
        return
    title = f"Giải trình chỉ tiêu chưa đạt (lũy kế {cumulative_words(content.cumulative)})"
    yield Paragraph((Cell("", size=SMALL),))
    heading = Paragraph((Cell(title, size=BODY, is_bold=True),), after=1 * MM)
    heading.keeps_next = True
    yield heading
    texts = ("Mã chỉ tiêu", "Nguyên nhân", "Giải pháp", "Chịu trách nhiệm", "Hạn")
    head = Rows([[Cell(text, is_bold=True, align=CENTRE) for text in texts]], _EXPLANATION_WIDTHS)
    head.keeps_next = True
    yield head
    rows = [row for each in given for row in _explanation_rows(each)] or [[Cell()] * 5] * _EMPTY_EXPLANATIONS
    for row in rows:
        yield Rows([row], _EXPLANATION_WIDTHS, head, least=0 if given else 1.6 * _BOX)


def _explanation_rows(each: Explanation) -> Iterator[list[Cell]]:
    """Yield the row of an explanation; one that no page could hold goes on in further rows."""
    due = format_date(each.due) if each.due else ""
    parts = [pieces(text, _LONGEST_CELL) for text in (each.cause, each.remedy, each.responsible)]
    for number, texts in enumerate(zip_longest(*parts, fillvalue="")):
        code, day = (f"{each.indicator} (tiếp)", "") if number else (each.indicator, due)
        yield [Cell(code, is_bold=True), *map(Cell, texts), Cell(day)]


def pieces(text: str, longest: int) -> list[str]:
    """Part a text between words into pieces of at most so many letters; nothing of it is lost."""
    found = [""]
    for word in text.split(" "):
        if found[-1] and len(found[-1]) + len(word) >= longest:
            found.append(word)
        else:
            found[-1] = f"{found[-1]} {word}" if found[-1] else word
    return found


def _signatures(content: FormContent, on: date) -> Iterator[Block]:
    """Day, who made it and who signs: kept together, so that no signature stands alone on a page."""
    place = content.unit.name if not content.plan.place else content.plan.place
    day = "ngày …… tháng …… năm ……" if content.is_blank else f"ngày {on.day} tháng {on.month} năm {on.year}"
    bold, italic = Cell(size=BODY, align=CENTRE, is_bold=True), Cell(size=BODY, align=CENTRE, is_italic=True)
    lines = [
        (replace(italic), replace(italic, text=f"{place}, {day}")),
        (replace(bold, text="NGƯỜI LẬP BIỂU"), replace(bold, text="THỦ TRƯỞNG ĐƠN VỊ")),
        (replace(italic, text="(Ký, ghi rõ họ tên)"), replace(italic, text="(Ký, đóng dấu, ghi rõ họ tên)")),
    ]
    gap = Paragraph((Cell("", size=SMALL),))
    gap.keeps_next = True
    yield gap
    for number, line in enumerate(lines):
        paragraph = Paragraph(line, (1, 1), after=22 * MM if number == len(lines) - 1 else 0)
        paragraph.keeps_next = number < len(lines) - 1
        yield paragraph


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
