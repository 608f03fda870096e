"""The one-stop report: the form's cells, the sentences made from them, and what is said of sums that do not hold."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.number import format_number
from models.onestop import IN_PROGRESS, Role
from models.onestop_sheet import Line, Sheet, added
from models.period import Period, periods_of, quarter
from models.plan import Plan
from models.store.acceptances import Acceptance, accept_finding
from models.store.actuals import actual, record
from models.store.changes import Author
from models.store.checking import findings
from models.store.database import Database, open_database
from models.store.figures import progress, progress_by_unit
from models.store.groups import groups
from models.store.plans import plan_in_force
from models.unit import Unit
from reports.document import NBSP, Caption, Document, Measure, Paragraph, Row, Table, cell_text, plain_text
from reports.kinds import make_document
from reports.onestop import KIND, one_stop_document
from reports.onestop_context import OneStopContext, rate_text
from reports.word.text_width import width_mm
from tests.sample import sample_file
from tests.unit.models.test_onestop_sheet import a_line, a_sheet
from tests.unit.reports.bound_figures import figures, numbers_without_source, say_one_thing_each
from tests.unit.reports.builders import H1, UNITS, a_context, with_units

ON = date(2024, 1, 5)
AUTHOR = Author("An")
LINE = a_line(6, 4, 2, 5, 3, 1, 2, 1)
ALL_IN_TIME = a_line(8, 2, 0, 6, 4, 0, 0, 0)


def a_report(*sheets: Sheet, **changes: object) -> OneStopContext:
    """A context of the district of the builders, with these tables."""
    base = OneStopContext(**vars(a_context([], [])), sheets=sheets, has_groups=True)
    return replace(base, **changes)  # type: ignore[arg-type]


def text_of(document: Document) -> str:
    """The sentences of a document, a line each."""
    lines = (plain_text(block.text) for block in document.blocks if isinstance(block, Paragraph))
    return "\n".join(lines).replace(NBSP, " ")


def said(context: OneStopContext) -> str:
    return text_of(one_stop_document(context))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(row: Row) -> list[str]:
    return [plain_text(cell_text(each)) for each in row]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    opened = open_database(sample_file(tmp_path_factory.mktemp("onestop")), read_only=True)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def plan(db: Database) -> Plan:
    return plan_in_force(db, H1)


def stored(db: Database, plan: Plan, period: Period) -> dict[tuple[str, str | None], Decimal]:
    """Every figure of the store, of the whole plan and of each unit."""
    found = (*progress(db, plan, period, ON), *progress_by_unit(db, plan, period, ON))
    return {(each.indicator.code, each.unit): Decimal(int(each.value)) for each in found if each.value is not None}


@pytest.mark.parametrize("period", periods_of(2023), ids=str)
def test_every_number_of_the_sample_is_the_stores(db: Database, plan: Plan, period: Period) -> None:
    document, known = make_document(db, KIND.code, plan, period, ON), stored(db, plan, period)
    members = {code: role for group in groups(db, plan.code) for role, code in group.members.items()}
    shown = {source: text for source, text in figures(document) if source.period == period.code}
    cells = {
        key: source for source in shown for key in [(source.indicator, source.unit)] if source.indicator in members
    }
    assert {code for code, _ in cells} == set(members)
    for (code, unit), source in cells.items():
        assert shown[source] == format_number(known[code, unit])
    assert say_one_thing_each(document)
    assert numbers_without_source(document) == []


@pytest.mark.parametrize("period", periods_of(2023), ids=str)
def test_totals_of_the_sample_are_the_sums_of_their_rows(db: Database, plan: Plan, period: Period) -> None:
    forms = [each for each in tables(make_document(db, KIND.code, plan, period, ON)) if each.heads]
    assert len(forms) == 5
    for form in forms:
        *rows, total = [texts(row) for row in form.rows]
        single = [[number(text) for text in row[2:]] for row in rows if row[0].isdigit()]
        assert [sum(column) for column in zip(*single, strict=True)] == [number(text) for text in total[2:]]
        for line in (*single, [number(text) for text in total[2:]]):
            assert line[0] == sum(line[1:4]) == line[4] + line[8]
            assert line[4] == sum(line[5:8])
            assert line[8] == sum(line[9:])


def number(text: str) -> int:
    return int(text.rstrip("*").replace(".", ""))


def test_the_form_has_three_heading_rows_that_end_with_the_columns_numbers(db: Database, plan: Plan) -> None:
    form = next(each for each in tables(make_document(db, KIND.code, plan, H1, ON)) if each.heads)
    assert [cell.text for cell in form.heads[2]] == [f"({n})" for n in range(1, 14)]
    assert [sum(cell.span for cell in form.heads[0]), len(form.heads[1])] == [13, 11]
    assert form.width <= 247.01
    assert [texts(row)[:2] for row in form.rows] == [
        ["I", "Cơ quan chuyên môn"],
        ["1", "Phòng chuyên môn"],
        ["II", "Cấp xã"],
        ["1", "Thị trấn Thạnh Mỹ"],
        ["2", "Xã Cà Dy"],
        ["3", "Xã Chà Vàl"],
        ["", "Tổng cộng"],
    ]


def test_the_whole_is_told_in_sentences(db: Database, plan: Plan) -> None:
    text = text_of(make_document(db, KIND.code, plan, H1, ON))
    assert "Tổng số hồ sơ nhận giải quyết là 2.307 hồ sơ, gồm 2.231 hồ sơ tiếp nhận trong kỳ và 76 hồ sơ từ kỳ" in text
    assert "quá hạn 33 hồ sơ; tỷ lệ giải quyết trước và đúng hạn đạt 98,52%." in text
    assert "Đang giải quyết 71 hồ sơ, gồm 66 hồ sơ còn trong hạn và 5 hồ sơ đã quá hạn." in text
    assert "số liệu minh họa" in text


def test_only_periods_that_were_reported_whole_last_year_are_compared(db: Database, plan: Plan) -> None:
    compared = [
        period.code
        for period in periods_of(2023)
        if "So với cùng kỳ năm trước" in text_of(make_document(db, KIND.code, plan, period, ON))
    ]
    assert compared == ["2023", "2023-Q4"]
    text = text_of(make_document(db, KIND.code, plan, quarter(2023, 4), ON))
    assert "số hồ sơ tiếp nhận trong kỳ giảm 79 hồ sơ (cùng kỳ: 1.211 hồ sơ)" in text
    assert "tỷ lệ tiếp nhận trực tuyến tăng 11,27 điểm phần trăm (cùng kỳ: 61,52%)" in text
    assert "số hồ sơ đang quá hạn không thay đổi (cùng kỳ: 6 hồ sơ)" in text
    year = text_of(make_document(db, KIND.code, plan, Period(2023), ON))
    assert "(năm 2022): số hồ sơ đang quá hạn không thay đổi (cùng kỳ: 6 hồ sơ)." in year


def test_a_unit_is_reported_on_alone(db: Database, plan: Plan) -> None:
    document = make_document(db, KIND.code, plan, H1, ON, "CADY")
    assert "6 tháng đầu năm 2023 của xã Cà Dy" in text_of(document)
    assert {source.unit for source, _ in figures(document) if source.measure is not Measure.COUNT} <= {"CADY", None}
    (by_field,) = [each for each in tables(document) if each.heads]
    assert [texts(row)[1] for row in by_field.rows][-1] == "Tổng cộng"
    assert "Phòng chuyên môn" not in text_of(document)


def test_a_unit_that_no_table_is_asked_of_has_a_report_that_says_so(db: Database, plan: Plan) -> None:
    document = make_document(db, KIND.code, plan, H1, ON, "ZUOIH")
    assert "không giao xã Zuôih báo cáo số liệu tiếp nhận, giải quyết hồ sơ" in text_of(document)
    assert len(document.sections) == 1


def test_a_plan_without_tables_says_so_in_one_sentence() -> None:
    document = one_stop_document(a_report(has_groups=False))
    text = text_of(document)
    assert text.count("chưa có bộ chỉ tiêu một cửa (Biểu số II.06a/VPCP/KSTT)") == 1
    assert "NHIỆM VỤ" not in text
    assert len(document.sections) == 1
    assert text.endswith("xem xét, tổng hợp./.")


def test_nothing_reported_yet_is_said_and_the_form_shows_dashes() -> None:
    document = one_stop_document(a_report(a_sheet({"PCM": Line({}), "CADY": Line({})})))
    text = text_of(document)
    assert "Đến nay chưa có đơn vị báo cáo số liệu" in text
    assert "Đôn đốc 2 đơn vị gửi số liệu: Phòng chuyên môn và xã Cà Dy." in text
    (form,) = tables(document)
    assert texts(form.rows[-1])[2:] == ["–"] * 11
    assert "–: chưa có số liệu" in form.note
    assert "*" not in form.note


def test_a_missing_column_is_a_dash_and_its_total_provisional() -> None:
    missing = a_line(6, None, 2, 5, 3, 1, 2, 1)
    document = one_stop_document(a_report(a_sheet({"PCM": missing, "CADY": LINE})))
    form = tables(document)[0]
    by_name = {texts(row)[1]: texts(row)[2:] for row in form.rows}
    assert by_name["Phòng chuyên môn"][:3] == ["–", "6", "–"]
    assert by_name["Tổng cộng"][:3] == ["20*", "12", "4*"]
    assert "*: tạm tính" in form.note
    assert "1/2 đơn vị đã báo cáo đủ số liệu; số liệu tạm tính" in text_of(document)
    assert "Phòng chuyên môn báo cáo chưa đủ số liệu." in text_of(document)


def test_a_unit_that_ceased_owes_nothing_and_its_heir_is_not_held_to_what_it_took_over() -> None:
    gone = Unit("ZUOIH", "Xã Zuôih", first_superior="NAMGIANG", valid_to=date(2023, 4, 30), succeeded_by=("CADY",))
    ceased = Line({role: value for role, value in LINE.values.items() if role not in IN_PROGRESS})
    heir = a_line(6, 4, 2, 5, 3, 1, 4, 2)
    sheet = a_sheet({"PCM": LINE, "CADY": heir, "ZUOIH": ceased})
    document = one_stop_document(a_report(sheet, tree=with_units(gone)))
    text = text_of(document)
    assert "2/2 đơn vị đã báo cáo đủ số liệu" in text
    assert "chưa khớp" not in text
    form = tables(document)[0]
    assert "Đơn vị kết thúc hoạt động trong kỳ: số đang giải quyết tính ở đơn vị kế thừa." in form.note
    assert {texts(row)[1]: texts(row)[10] for row in form.rows if texts(row)[0].isdigit()} == {
        "Phòng chuyên môn": "3",
        "Xã Cà Dy": "6",
        "Xã Zuôih (cũ)": "–",
    }
    assert "*" not in "".join(texts(form.rows[-1]))


def test_the_sum_of_a_group_with_a_missing_column_is_provisional_too() -> None:
    lines = {"PCM": LINE, "CADY": a_line(6, None, 2, 5, 3, 1, 2, 1), "ZUOIH": LINE}
    rows = {texts(row)[1]: texts(row) for row in tables(one_stop_document(a_report(a_sheet(lines))))[0].rows}
    assert rows["Cấp xã"][2:6] == ["20*", "12", "4*", "4"]
    assert rows["Cơ quan chuyên môn"][2:6] == ["12", "6", "4", "2"]


def test_unknown_columns_are_said_to_be_unknown() -> None:
    nothing = dict.fromkeys(Role)
    of_carried = replace(LINE, values={**LINE.values, Role.CARRIED: None})
    assert "chưa có số liệu hồ sơ từ kỳ trước chuyển sang" in said(a_report(a_sheet({"PCM": of_carried})))
    only_late = Line({**nothing, Role.LATE: Decimal(0)})
    text = said(a_report(a_sheet({"PCM": only_late})))
    assert "Chưa có đủ số liệu hồ sơ tiếp nhận trong kỳ." in text
    assert "Chưa có đủ số liệu hồ sơ đã giải quyết." in text
    assert "Chưa có đủ số liệu hồ sơ đang giải quyết." in text
    assert "không có hồ sơ giải quyết quá hạn" not in text


def test_a_sum_that_does_not_hold_is_kept_marked_and_told_with_its_difference() -> None:
    wrong = a_line(596, 4, 2, 5, 3, 1, 2, 1)
    before = a_sheet({"PCM": a_line(0, 0, 0, 0, 0, 0, 7, 0), "CADY": a_line(0, 0, 0, 0, 0, 0, 1, 1)})
    context = a_report(a_sheet({"PCM": wrong, "CADY": LINE}), quarter_before=(before,))
    document = one_stop_document(context)
    by_name = {texts(row)[1]: texts(row)[2:] for row in tables(document)[0].rows}
    assert by_name["Phòng chuyên môn"][:4] == ["602**", "596", "4", "2**"]
    assert by_name["Tổng cộng"][:4] == ["614**", "602", "8", "4**"]
    assert by_name["Xã Cà Dy"][:4] == ["12", "6", "4", "2"]
    text = text_of(document)
    handled = (
        "Phòng chuyên môn: số hồ sơ nhận giải quyết (3) là 602, số đã giải quyết và đang giải quyết (7) + (11) là 12, "
        "lệch 590 hồ sơ."
    )
    assert text.count(handled) == 2
    assert "kỳ trước chuyển sang (6) là 2, số đang giải quyết (11) cuối kỳ trước là 7, lệch 5 hồ sơ" in text
    assert "Rà soát, đối chiếu với hệ thống thông tin một cửa 2 số liệu chưa khớp, chưa có giải trình." in text
    assert say_one_thing_each(document)


@pytest.mark.parametrize("left, is_explained", [("602", True), ("603", False)])
def test_a_sum_that_was_accepted_tells_why_while_it_is_off_by_as_much(left: str, is_explained: bool) -> None:
    wrong = a_sheet({"PCM": a_line(596, 4, 2, 5, 3, 1, 2, 1), "CADY": LINE})
    note = Acceptance("MC1-C4", quarter(2023, 2), "PCM", None, left, "12", "hồ sơ rút trong kỳ.")
    other = replace(note, unit="CADY", note="khác")
    text = said(a_report(wrong, accepted=(other, note)))
    assert ("là 12, lệch 590 hồ sơ; giải trình: hồ sơ rút trong kỳ." in text) == is_explained
    assert ("Rà soát, đối chiếu" in text) != is_explained
    assert "giải trình: khác" not in text


def test_what_was_accepted_in_a_file_is_read(tmp_path: Path) -> None:
    db = open_database(sample_file(tmp_path))
    plan, period = plan_in_force(db, H1), quarter(2023, 2)
    now = actual(db, "MC1-04", "CADY", period)
    assert now is not None
    assert now.value is not None
    record(db, [replace(now, value=now.value + 590)], AUTHOR)
    (found,) = (each for each in findings(db, period) if each.rule == "MC1-C4")
    accept_finding(db, found, "chờ đối chiếu", AUTHOR)
    for asked in (period, H1):
        text = text_of(make_document(db, KIND.code, plan, asked, ON))
        assert "Xã Cà Dy, lĩnh vực Đất đai: số hồ sơ nhận giải quyết (3)" in text
        assert "lệch 590 hồ sơ; giải trình: chờ đối chiếu." in text
    db.close()


def test_a_field_that_is_wrong_marks_the_table_of_all_fields_too() -> None:
    wrong = a_sheet({"PCM": a_line(596, 4, 2, 5, 3, 1, 2, 1), "CADY": LINE}, "MC1", "Đất đai")
    right = a_sheet({"PCM": LINE, "CADY": LINE}, "MC2", "Hộ tịch")
    document = one_stop_document(a_report(wrong, right))
    marked = [[texts(row)[1] for row in each.rows if "**" in texts(row)[2]] for each in tables(document) if each.heads]
    assert marked == [
        ["Phòng chuyên môn", "Tổng cộng"],
        ["Đất đai", "Tổng cộng"],
        ["Phòng chuyên môn", "Tổng cộng"],
        [],
    ]
    assert "Phòng chuyên môn, lĩnh vực Đất đai: số hồ sơ nhận giải quyết (3) là 602" in text_of(document)
    assert say_one_thing_each(document)


def test_a_total_and_fields_that_do_not_add_up_are_told() -> None:
    own = a_sheet({"PCM": LINE, "CADY": LINE}, "MC1", total=LINE)
    land = a_sheet({"PCM": LINE}, "MC2", "Đất đai", total=a_line(5, 4, 2, 4, 3, 1, 2, 1))
    text = said(a_report(own, land))
    assert "Dòng tổng cộng: số hồ sơ tiếp nhận trực tuyến (4) là 6, cộng các đơn vị (4) là 12, lệch 6 hồ sơ" in text
    assert "Dòng tổng cộng: số hồ sơ tiếp nhận trực tuyến (4) là 6, cộng các lĩnh vực (4) là 5, lệch 1 hồ sơ" in text


def test_overdue_dossiers_come_worst_first_and_many_are_cut_short() -> None:
    units = {f"X{n:02}": Unit(f"X{n:02}", f"Xã {n}") for n in range(14)}
    lines = {unit: a_line(9, 9, n, 9, 7, 2, 0, n) for n, unit in enumerate(units)}
    context = a_report(a_sheet(lines), tree=with_units(*units.values()))
    text = said(context)
    assert "Hồ sơ quá hạn tại 14 đơn vị:\n- Xã 13: 13 hồ sơ đang giải quyết đã quá hạn; 2 hồ sơ đã giải quyết" in text
    assert "- Xã 4: " in text
    assert "- Xã 3: " not in text
    assert "- và 4 đơn vị khác." in text
    assert text.index("- Xã 13: ") < text.index("- Xã 12: ")


def test_many_sums_that_do_not_hold_are_cut_short_largest_first() -> None:
    units = {f"X{n:02}": Unit(f"X{n:02}", f"Xã {chr(65 + n)}") for n in range(24)}
    lines = {unit: a_line(9, 9, 0, 0, 0, 0, 0, n) for n, unit in enumerate(units)}
    document = one_stop_document(a_report(a_sheet(lines), tree=with_units(*units.values())))
    text = text_of(document)
    assert "- Và 13 chênh lệch khác, nhỏ hơn." in text
    assert "- Và 3 chênh lệch khác, nhỏ hơn." in text
    assert text.index("- Xã A: số hồ sơ nhận") < text.index("- Xã B: số hồ sơ nhận")
    assert numbers_without_source(document) == []


def test_all_in_time_is_said_and_asks_for_nothing() -> None:
    text = said(a_report(a_sheet({"PCM": ALL_IN_TIME, "CADY": ALL_IN_TIME})))
    assert "Trong kỳ không có hồ sơ giải quyết quá hạn." in text
    assert "Các đơn vị đều giải quyết toàn bộ hồ sơ trước và đúng hạn." in text
    assert "Giải quyết dứt điểm" not in text
    assert "Nâng tỷ lệ tiếp nhận hồ sơ trực tuyến, hiện đạt 80,00%." in text


def test_who_is_not_in_time_is_named_the_least_first() -> None:
    lines = {"PCM": ALL_IN_TIME, "CADY": LINE, "ZUOIH": a_line(1, 1, 0, 1, 0, 1, 0, 0)}
    text = said(a_report(a_sheet(lines)))
    assert (
        "Có 1/3 đơn vị giải quyết toàn bộ hồ sơ trước và đúng hạn; tỷ lệ trước và đúng hạn của các đơn vị còn lại: "
        "xã Zuôih (50,00%), xã Cà Dy (88,89%)." in text
    )
    assert "Đơn vị tiếp nhận nhiều hồ sơ nhất là Phòng chuyên môn (10 hồ sơ)." in text


def test_many_who_are_not_in_time_are_the_lowest_only() -> None:
    units = {f"X{n}": Unit(f"X{n}", f"Xã {n}") for n in range(8)}
    lines = {unit: a_line(9, 9, 0, 9 - n, 0, 1 + n, 8, 0) for n, unit in enumerate(units)}
    text = said(a_report(a_sheet(lines), tree=with_units(*units.values())))
    assert "\nTỷ lệ trước và đúng hạn thấp nhất: xã 7 (20,00%), xã 6" in text


def test_what_people_wrote_is_printed_where_it_belongs_and_absent_where_not() -> None:
    sheet = a_sheet({"PCM": LINE})
    without = said(a_report(sheet))
    assert "KIẾN NGHỊ" not in without
    written = {"proposals": "Nâng cấp đường truyền.\n\nBổ sung máy quét.", "causes": "Thiếu người."}
    document = one_stop_document(a_report(sheet, written=written))
    lines = text_of(document).splitlines()
    assert "Nâng cấp đường truyền." in lines
    assert "Bổ sung máy quét." in lines
    assert {part.key for part in KIND.parts} == {"assessment", "causes", "proposals"}


def test_a_rate_below_all_never_looks_like_all() -> None:
    line = a_line(0, 0, 0, 99_999, 0, 1, 0, 0)
    assert rate_text(line.on_time_rate) == "99,999%"
    assert rate_text(None) == "–"


@given(st.lists(st.tuples(*[st.none() | st.integers(0, 400)] * 8), min_size=1, max_size=3))
def test_any_tables_give_a_report_whose_figures_are_theirs(rows: list[tuple[int | None, ...]]) -> None:
    lines = {unit.code: a_line(*row) for unit, row in zip(UNITS[1:], rows, strict=False)}
    sheets = [a_sheet(lines, "MC1", "Đất đai"), a_sheet(dict(reversed(lines.items())), "MC2", "Hộ tịch")]
    document = one_stop_document(a_report(*sheets, last_year=tuple(sheets), quarter_before=tuple(sheets)))
    assert say_one_thing_each(document)
    assert numbers_without_source(document) == []
    assert "None" not in text_of(document)
    both: Mapping[str, Line] = {"": added(each.total for each in sheets), **{each.code: each.total for each in sheets}}
    for source, text in figures(document):
        if source.measure is Measure.SHARE and source.unit is None:
            rate = {"on_time": both[source.indicator].on_time_rate, "online": both[source.indicator].online_rate}
            exact = rate[source.what]
            assert text == ("–" if exact is None else rate_text(exact))
    for table in tables(document):
        assert table.rows
        assert table.width <= 247.01


def test_the_forms_unit_stands_over_each_table() -> None:
    document = one_stop_document(a_report(a_sheet({"PCM": LINE}, "MC1"), a_sheet({"PCM": LINE}, "MC2", "Đất đai")))
    captions = [each.title for each in document.blocks if isinstance(each, Caption)]
    assert captions
    assert all(each.endswith("(đơn vị tính: số hồ sơ TTHC)") for each in captions)


@pytest.mark.parametrize("most, fits", [(9, True), (9_999, True), (9_999_999, False)])
def test_columns_are_as_wide_as_their_longest_number(most: int, fits: bool) -> None:
    lines = {unit: Line({role: Decimal(most) for role in Role}, frozenset(Role)) for unit in ("PCM", "CADY")}
    fields = [a_sheet(lines, "MC1", "Đất đai"), a_sheet(lines, "MC2", "Hộ tịch")]
    for table in tables(one_stop_document(a_report(*fields))):
        for row in table.rows:
            numbers = zip(table.columns[:1:-1], texts(row)[::-1], strict=False)
            assert not fits or all(width_mm(text, 12) + 3 <= column.width for column, text in numbers)
        assert table.width == pytest.approx(247 if table.width > 161 else 160)
        assert table.columns[1].width >= 29.9


def test_nothing_overdue_is_not_counted_as_zero(db: Database, plan: Plan) -> None:
    text = text_of(make_document(db, "onestop", plan, H1, date(2023, 6, 19), "CADY"))
    assert "Đang giải quyết 8 hồ sơ, đều còn trong hạn." in text
    assert "tỷ lệ trước và đúng hạn của lĩnh vực còn lại: Đất đai" in text


def test_notes_name_numbered_columns_only_under_tables_that_have_them(db: Database, plan: Plan) -> None:
    document = make_document(db, "onestop", plan, H1, date(2023, 6, 19))
    for table in tables(document):
        has_numbers = any(cell.text == "(8)" for row in table.heads for cell in row)
        assert has_numbers is ("(8)" in plain_text(cell_text(table.note)))


def test_a_unit_alone_is_told_by_its_name() -> None:
    nothing = said(a_report(a_sheet({"CADY": Line({})}), unit="CADY"))
    assert "Đến nay xã Cà Dy chưa báo cáo số liệu tiếp nhận, giải quyết hồ sơ trong kỳ." in nothing
    late = said(a_report(a_sheet({"CADY": LINE}), unit="CADY"))
    assert "Xã Cà Dy: 1 hồ sơ đang giải quyết đã quá hạn; 1 hồ sơ đã giải quyết quá hạn (" in late
    assert "tại 1 đơn vị" not in late
