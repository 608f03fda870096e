"""The sheets of a unit's form as a person fills them in: the form, explanations, instructions, and the hidden mark."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from models.exchange.unit_form.checks import (
    HOLDS,
    NOT_FILLED,
    OFF,
    Formula,
    line_check,
    rate,
    rate_of,
    rule_checks,
    total,
)
from models.exchange.unit_form.checks import summary as summary_line
from models.exchange.unit_form.content import (
    FormContent,
    Line,
    Part,
    fingerprint,
    quarter_words,
    value_of,
)
from models.exchange.unit_form.explanations import write_explanations
from models.exchange.unit_form.held import held_by_line
from models.exchange.unit_form.look import INPUT, LINE_HEIGHT, Formats, height, page, protect
from models.exchange.unit_form.mark import (
    BEFORE,
    CHECK,
    CODE,
    FLAG,
    FORM_SHEET,
    GUIDE_SHEET,
    LABEL,
    MARK_SHEET,
    MEASURE,
    NOTE,
    NOW,
    Fixed,
    Mark,
    mark_lines,
)
from models.exchange.unit_form.words import CLEAR, guide, heading_now, upper_first, validation
from models.measure import Kind

HEADINGS_ROW = 5  # from 0; what stands above does not scroll away
EXACT_DIGITS = 15  # that a number in a cell keeps
_WIDTHS = {CODE: 11, LABEL: 42, MEASURE: 10, BEFORE: 12, NOW: 13, CHECK: 19, NOTE: 19}


class FormSheets:
    """Writes one unit's form into an empty workbook."""

    def __init__(self, book: Any, content: FormContent) -> None:
        self._book, self._content = book, content
        self._format = Formats(book)
        self._fixed: list[Fixed] = []
        self._places: dict[tuple[str, Part | None], str] = {}
        self._taking: dict[Kind, list[int]] = {}
        self._empty = self._odd = 0

    def write(self) -> None:
        """Write all sheets; the form comes first and is the one that opens."""
        self._sheet = self._book.add_worksheet(FORM_SHEET)
        lines = list(self._content.lines())
        self._place(lines)
        self._write_headings()
        for number, line in enumerate(lines, start=HEADINGS_ROW + 1):
            self._write_line(number, line)
        self._write_validations()
        last = self._write_rules(HEADINGS_ROW + 1 + len(lines))
        self._write_head(last)
        self._write_signatures(last + 2)
        self._set_up(last + 5)
        self._fixed += write_explanations(self._book, self._format, self._content)
        self._write_guide()
        self._write_mark()

    def _place(self, lines: list[Line]) -> None:
        for number, line in enumerate(lines, start=HEADINGS_ROW + 2):
            if line.indicator is not None:
                self._places[line.indicator.code, line.part] = f"E{number}"

    # the form

    def _write_head(self, last: int) -> None:
        """Write what stands above the table; last is the number of the table's last row, from 1."""
        content, form = self._content, self._format
        title = form(bold=True, font_size=14, valign="vcenter", text_wrap=True)
        plain = form(valign="vcenter", text_wrap=True)
        sample = "Số liệu có sẵn trong phiếu là số liệu minh họa." if content.has_illustrative else ""
        texts = [
            (content.title, title, 24.0),
            (
                f"{content.unit.name} (mã {content.unit.code}) – {content.plan.name} (mã {content.plan.code})",
                plain,
                0.0,
            ),
            (" ".join(filter(None, (content.days, sample, content.lock))), plain, 0.0),
            (
                "Chỉ ghi vào ô nền vàng. Ô để trống: giữ nguyên số đã có trong phần mềm; muốn xóa số đã có thì ghi "
                f"“{CLEAR}”. Không sửa tên, thứ tự, không thêm hay bớt dòng. Xem thêm trang “{GUIDE_SHEET}”.",
                form(italic=True, valign="vcenter", text_wrap=True),
                0.0,
            ),
        ]
        width = sum(_WIDTHS.values())
        for row, (text, its, least) in enumerate(texts):
            self._sheet.merge_range(row, CODE, row, NOTE, text, its)
            self._sheet.set_row(row, least or height(text, width))
        for row in (0, 1):
            self._fixed.append(Fixed(FORM_SHEET, row + 1, ((CODE, texts[row][0]),)))
        found = summary_line("F", HEADINGS_ROW + 2, last, "H", (self._empty, self._odd))
        self._sheet.merge_range(4, CODE, 4, NOTE, "", form(bold=True, valign="vcenter"))
        self._formula(4, CODE, found, form(bold=True, valign="vcenter"))

    def _write_headings(self) -> None:
        content = self._content
        now, before = heading_now(content), quarter_words(content.last_quarter)
        headings = ("Mã", "Chỉ tiêu", "Đơn vị tính", upper_first(before), now, "Kiểm tra", "Ghi chú")
        head = self._format.cell(bold=True, bg_color="#E3EDF8", align="center")
        for column, heading in enumerate(headings):
            self._sheet.write_string(HEADINGS_ROW, column, heading, head)
        self._sheet.set_row(HEADINGS_ROW, 32)
        for column, width in _WIDTHS.items():
            self._sheet.set_column(column, column, width)
        self._sheet.set_column(FLAG, FLAG, 3, None, {"hidden": True})

    def _write_total(self, row: int, line: Line) -> None:
        """Write a line that adds up what stands above it."""
        cell, content = self._format.cell, self._content
        number = cell(italic=True, align="right", num_format="#,##0")
        before = content.total(line, content.actual_before)
        self._sheet.write_blank(row, CODE, None, cell())
        self._sheet.write_string(row, LABEL, line.label, cell(italic=True, indent=1))
        self._sheet.write_string(row, MEASURE, line.measured_in, cell(align="center"))
        self._write_result(row, BEFORE, "" if before is None else float(before), number)
        self._formula(row, NOW, total(content, line, self._places), number)
        self._sheet.write_blank(row, CHECK, None, cell())
        self._sheet.write_blank(row, NOTE, None, cell())
        self._sheet.set_row(row, height(line.label, _WIDTHS[LABEL] - 2))
        self._fixed.append(Fixed(FORM_SHEET, row + 1, ((LABEL, line.label), (MEASURE, line.measured_in))))

    def _write_line(self, row: int, line: Line) -> None:
        if line.total:
            self._write_total(row, line)
            return
        if line.indicator is None:
            head = self._format.cell(bold=True, bg_color="#F2F4F7")
            self._sheet.merge_range(row, CODE, row, NOTE, line.label, head)
            self._sheet.set_row(row, height(line.label, sum(_WIDTHS.values())))
            self._fixed.append(Fixed(FORM_SHEET, row + 1, ((CODE, line.label),)))
            return
        its, cell = line.indicator, self._format.cell
        code = its.code if line.is_main else ""
        label = cell(bold=line.is_main, indent=(1 if its.parent else 0) + (0 if line.is_main else 1))
        self._sheet.write_string(row, CODE, code, cell(bold=True))
        self._sheet.write_string(row, LABEL, line.label, label)
        self._sheet.write_string(row, MEASURE, line.measured_in, cell(align="center"))
        before = self._write_before(row, line)
        self._write_now(row, line)
        self._write_check(row, line)
        self._write_note(row, line)
        self._sheet.set_row(row, height(line.label, _WIDTHS[LABEL] - (4 if its.parent else 2), line.is_main))
        texts = ((CODE, code), (LABEL, line.label), (MEASURE, line.measured_in), (BEFORE, before))
        held = held_by_line(self._content, line)
        self._fixed.append(Fixed(FORM_SHEET, row + 1, texts, its.code, line.part or "rate", its.kind, held))

    def _write_before(self, row: int, line: Line) -> str:
        """Write the last quarter's value and return how it is known again: a plain number or a text."""
        assert line.indicator is not None
        its, actual = line.indicator, self._content.actual_before(line.indicator.code)
        look: dict[str, Any] = {"align": "right", "font_color": "#465262"}
        if line.is_rate:
            rate_before = rate_of(actual)
            self._write_result(row, BEFORE, rate_before, self._format.cell(**look, num_format="0.00%"))
            return ""
        value = value_of(actual, its.kind, line.part)
        self._write_value(row, BEFORE, value, look)
        return "" if value is None else value if isinstance(value, str) else f"{value:f}"

    def _write_now(self, row: int, line: Line) -> None:
        assert line.indicator is not None
        its = line.indicator
        if line.is_rate:
            look = self._format.cell(align="right", bold=True, num_format="0.00%")
            self._formula(row, NOW, rate(self._content, line, self._places), look)
            return
        value = value_of(self._content.actual(its.code), its.kind, line.part)
        self._write_value(row, NOW, value, {"align": "right"} | INPUT, its.kind)
        self._taking.setdefault(its.kind, []).append(row)
        if its.published_month is None and its.code not in self._content.given:
            self._sheet.write_number(row, FLAG, 1)
            self._empty += value is None

    def _write_validations(self) -> None:
        """Say once for all cells of a kind what they take: the formula speaks of the first and moves with the rest."""
        for kind, rows in self._taking.items():
            options = validation(kind, f"E{rows[0] + 1}", self._content.grades)
            options["other_cells"] = [[row, NOW, row, NOW] for row in rows[1:]]
            self._sheet.data_validation(rows[0], NOW, rows[0], NOW, options)

    def _write_value(
        self, row: int, column: int, value: Decimal | str | None, look: Mapping[str, Any], kind: Kind | None = None
    ) -> None:
        """Write a value as a typed cell; a number with more digits than a cell keeps is a text, read exactly again."""
        is_text = kind in (Kind.RANK, Kind.GRADE, Kind.YES_NO) or isinstance(value, str)
        whole = not isinstance(value, Decimal) or value == value.to_integral_value()
        form = "@" if is_text else "#,##0" if whole and kind is not Kind.SCORE else "#,##0.####"
        if kind in (Kind.RATIO, Kind.SCORE):
            form = "General" if value is None else form
        its = self._format.cell(**look, num_format=form)
        if value is None:
            self._sheet.write_blank(row, column, None, its)
        elif isinstance(value, str):
            self._sheet.write_string(row, column, value, its)
        elif len(value.normalize().as_tuple().digits) > EXACT_DIGITS:
            self._sheet.write_string(row, column, f"{value:f}".replace(".", ","), its)
        else:
            self._sheet.write_number(row, column, float(value), its)

    def _write_check(self, row: int, line: Line) -> None:
        found = line_check(self._content, line, self._places)
        look = self._format.cell(font_color="#98290A", font_size=10)
        if found is None:
            self._sheet.write_blank(row, CHECK, None, look)
            return
        self._odd += found.result != ""
        self._formula(row, CHECK, found, look)

    def _write_note(self, row: int, line: Line) -> None:
        """A ratio's note reaches over its three lines."""
        assert line.indicator is not None
        look, note = self._format.cell(**INPUT, font_size=10), self._content.actual(line.indicator.code).note
        if line.is_rate:
            self._sheet.merge_range(row, NOTE, row + 2, NOTE, note, look)
        elif line.is_main:
            self._sheet.write_string(row, NOTE, note, look) if note else self._sheet.write_blank(row, NOTE, None, look)

    def _write_rules(self, row: int) -> int:
        """Write the balance rules below the table and return the number of its last row, from 1."""
        found = list(rule_checks(self._content, self._places))
        if not found:
            return row
        cell = self._format.cell
        self._sheet.merge_range(row, CODE, row, NOTE, "Kiểm tra cân đối", cell(bold=True, bg_color="#F2F4F7"))
        self._sheet.set_row(row, LINE_HEIGHT + 3)
        for number, (rule, outcome) in enumerate(found, start=row + 1):
            text = rule.rule.text or f"{rule.rule.left} {rule.rule.operator} {rule.rule.right}"
            kind = "lỗi" if rule.rule.is_error else "cảnh báo"
            self._sheet.write_string(number, CODE, rule.rule.code, cell())
            self._sheet.merge_range(number, LABEL, number, NOW, text, cell())
            self._formula(number, CHECK, outcome, cell(bold=True))
            self._sheet.write_string(number, NOTE, kind, cell(font_color="#465262"))
            self._sheet.set_row(number, height(text, sum(_WIDTHS[each] for each in (LABEL, MEASURE, BEFORE, NOW))))
            self._odd += outcome.result not in (HOLDS, NOT_FILLED)
        stretch = (row + 1, CHECK, row + len(found), CHECK)
        red = self._book.add_format({"font_color": "#98290A", "bg_color": "#FBE5DC"})
        criteria = {"type": "text", "criteria": "begins with", "value": OFF.strip(), "format": red}
        self._sheet.conditional_format(*stretch, criteria)
        return row + 1 + len(found)

    def _write_signatures(self, row: int) -> None:
        bold = self._format(bold=True, align="center")
        self._sheet.merge_range(row, CODE, row, LABEL, "NGƯỜI LẬP BIỂU", bold)
        self._sheet.merge_range(row, NOW, row, NOTE, "THỦ TRƯỞNG ĐƠN VỊ", bold)
        small = self._format(italic=True, align="center", font_size=10)
        self._sheet.merge_range(row + 1, CODE, row + 1, LABEL, "(Ký, ghi rõ họ tên)", small)
        self._sheet.merge_range(row + 1, NOW, row + 1, NOTE, "(Ký, đóng dấu, ghi rõ họ tên)", small)

    def _set_up(self, last: int) -> None:
        """Lock what is not to be filled in, and make the form fit A4 paper."""
        sheet = self._sheet
        protect(sheet)
        sheet.freeze_panes(HEADINGS_ROW + 1, 0)
        first = next((place for (_, part), place in self._places.items() if part is not None), "E7")
        sheet.set_selection(first)
        sheet.activate()
        page(sheet, self._content)
        sheet.set_portrait()
        sheet.repeat_rows(HEADINGS_ROW)
        sheet.print_area(0, CODE, last, NOTE)

    # the other sheets

    def _write_guide(self) -> None:
        sheet = self._book.add_worksheet(GUIDE_SHEET)
        sheet.set_column(0, 0, 4)
        sheet.set_column(1, 1, 88)
        sheet.write_string(0, 0, "HƯỚNG DẪN ĐIỀN PHIẾU", self._format(bold=True, font_size=14))
        for number, text in enumerate(guide(self._content), start=1):
            sheet.write_string(number, 0, f"{number}.", self._format(valign="top"))
            sheet.write_string(number, 1, text, self._format(valign="top", text_wrap=True))
            sheet.set_row(number, height(text, 88) + 4)
        protect(sheet)
        page(sheet, self._content)

    def _write_mark(self) -> None:
        content = self._content
        mark = Mark(
            content.plan.code, content.unit.code, content.unit.name, content.quarter,
            fingerprint(content.indicators), self._fixed, content.is_blank,
        )  # fmt: skip
        sheet = self._book.add_worksheet(MARK_SHEET)
        for row, line in enumerate(mark_lines(mark)):
            for column, text in enumerate(line):
                if text:
                    sheet.write_string(row, column, text)
        sheet.protect()
        sheet.very_hidden()

    def _formula(self, row: int, column: int, formula: Formula, look: Any) -> None:
        self._sheet.write_formula(row, column, formula.text, look, formula.result)

    def _write_result(self, row: int, column: int, result: str | float, look: Any) -> None:
        if isinstance(result, str):
            self._sheet.write_string(row, column, result, look) if result else self._sheet.write_blank(
                row, column, None, look
            )
        else:
            self._sheet.write_number(row, column, result, look)
