"""The letter to units: to whom, what of which quarter, by when; read from a file as an office would."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.number import format_number, format_rate
from models.period import Period, is_working_day, read_period, working_day_after, working_days
from models.plan import Plan
from models.progress import State
from models.report import ReportPart
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.figures import progress_by_unit
from models.store.plans import plan_in_force
from models.store.report_parts import save_part
from models.store.submissions import give_back, submit
from models.store.units import save_units, unit_tree
from models.unit import Unit
from reports.document import Cell, Document, Heading, Measure, Paragraph, Run, Signature, Table, plain_text
from reports.kinds import make_document
from reports.owing import noted
from tests.sample import sample_file
from tests.unit.reports.every_kind import Case, made

AUTHOR = Author("Phòng Nội vụ", "test")
H1, Q1, ON = read_period("2023-H1"), read_period("2023-Q1"), date(2023, 6, 23)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(sample_file(tmp_path))
    yield opened
    opened.conn.close()


@pytest.fixture
def plan(db: Database) -> Plan:
    return plan_in_force(db, H1)


def letter(db: Database, plan: Plan, period: Period = H1, on: date = ON, unit: str | None = None) -> Document:
    return make_document(db, "notice", plan, period, on, unit)


def said(document: Document) -> str:
    texts = [plain_text(each.text) for each in document.blocks if isinstance(each, Paragraph)]
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def send(db: Database, plan: Plan, units: Iterator[str], *quarters: str) -> None:
    for unit in units:
        for quarter in quarters:
            submit(db, plan, unit, read_period(quarter), date(2023, 6, 19), AUTHOR)


def others(*but: str) -> Iterator[str]:
    codes = (
        "PCM", "THANHMY", "CADY", "CHAVAL", "CHOCHUN", "DACPRE", "DACPRING", "DACTOI", "LADEE", "LAEE", "TABHING",
        "TAPOO", "ZUOIH",
    )  # fmt: skip
    return (code for code in codes if code not in but)


def test_a_letter_says_below_its_number_what_it_is_about_and_has_no_title(db: Database, plan: Plan) -> None:
    head = letter(db, plan).blocks[0]
    assert head.about.replace("\N{NO-BREAK SPACE}", " ") == (  # type: ignore[union-attr]
        "V/v đôn đốc gửi báo cáo và thực hiện các chỉ tiêu cải cách hành chính 6 tháng đầu năm 2023"
    )


def test_units_that_have_not_sent_are_told_with_what_they_lack(db: Database, plan: Plan) -> None:
    send(db, plan, others("ZUOIH", "CADY"), "2023-Q1", "2023-Q2")
    send(db, plan, iter(("ZUOIH", "CADY")), "2023-Q1")
    text = said(letter(db, plan))
    assert (
        "Đến ngày 23/6/2023, 2/13 đơn vị chưa gửi phiếu báo cáo quý II năm 2023 "
        "(hạn gửi: ngày 20/6/2023; quá hạn 3 ngày làm việc), gồm:"
    ) in text
    assert "- Chưa có số liệu: UBND xã Zuôih;" in text
    assert "- Đã nhập đủ số liệu nhưng chưa gửi phiếu: UBND xã Cà Dy." in text
    assert "Các đơn vị đã gửi đủ phiếu báo cáo quý I năm 2023." in text


def test_a_returned_form_is_told_with_its_reason(db: Database, plan: Plan) -> None:
    send(db, plan, others(), "2023-Q1", "2023-Q2")
    give_back(db, "CADY", read_period("2023-Q2"), date(2023, 6, 20), "tử số lớn hơn mẫu số.", AUTHOR)
    text = said(letter(db, plan))
    assert "phiếu bị trả lại, chưa gửi lại: UBND xã Cà Dy (lý do: tử số lớn hơn mẫu số)." in text
    assert "còn thiếu, sửa và gửi lại phiếu bị trả lại, chậm nhất ngày 28/6/2023" in text
    own = said(letter(db, plan, unit="CADY"))
    assert "bị trả lại (lý do: tử số lớn hơn mẫu số), chưa gửi lại; đã nhập 40/40 số liệu phải báo cáo." in own


def test_before_the_due_date_a_letter_reminds_of_it(db: Database, plan: Plan) -> None:
    text = said(letter(db, plan, read_period("2023-Q2"), date(2023, 6, 16)))
    assert "(hạn gửi: ngày 20/6/2023), gồm:" in text
    assert "quá hạn" not in text
    assert "Gửi phiếu báo cáo quý II năm 2023 đúng hạn, chậm nhất ngày 20/6/2023." in text


def test_a_quarter_that_is_not_over_is_asked_of_nobody(db: Database, plan: Plan) -> None:
    assert "quý II năm 2023" not in said(letter(db, plan, H1, date(2023, 6, 1)))


def test_more_than_twelve_units_are_a_list(db: Database, plan: Plan) -> None:
    document = letter(db, plan)
    assert "Kính gửi: Các đơn vị tại danh sách kèm theo" in said(document)
    table = next(each for each in document.blocks if isinstance(each, Table))
    assert [str(row[1]) for row in table.rows][:2] == ["Phòng chuyên môn", "UBND thị trấn Thạnh Mỹ"]
    assert len(table.rows) == 13


def test_one_unit_gets_its_own_letter(db: Database, plan: Plan) -> None:
    text = said(letter(db, plan, unit="CADY"))
    assert text.startswith("Kính gửi: Ủy ban nhân dân xã Cà Dy\n")
    assert "chưa gửi; đã nhập 40/40 số liệu phải báo cáo." in text
    assert "đạt 58,42% (229/392 hồ sơ), chưa đạt mức đề ra (từ 65% trở lên), còn thiếu 6,58 điểm phần trăm" in text
    assert "Từ nay đến hết năm: cần thêm ít nhất 269 hồ sơ trực tuyến một phần" in text
    assert "Zuôih" not in text


def test_the_plans_own_unit_stands_for_all(db: Database, plan: Plan) -> None:
    assert letter(db, plan, unit=plan.unit).sections == letter(db, plan).sections


def test_an_indicator_names_how_many_are_behind_and_who_the_most(db: Database, plan: Plan) -> None:
    text = said(letter(db, plan))
    assert re.search(r"12 đơn vị chưa đạt, 1 đơn vị gần đạt; .* UBND xã Đắc Pring \(37,68%, còn thiếu 27,32", text)
    assert "mức đề ra: theo mức giao từng đơn vị" in text


def test_an_explained_miss_is_not_asked_for_again(db: Database, plan: Plan) -> None:
    table = [each for each in letter(db, plan, unit="CADY").blocks if isinstance(each, Table)][-1]
    assert [(str(row[0]), row[-1]) for row in table.rows][:3] == [("1", "Chưa có"), ("2", "Đã có"), ("3", "–")]


def test_signature_and_recipients_are_those_of_a_letter(db: Database, plan: Plan) -> None:
    signature = next(each for each in letter(db, plan).blocks if isinstance(each, Signature))
    assert signature.recipients[0] == "- Như trên;"
    assert (signature.authority, signature.position) == (("TL. CHỦ TỊCH",), "TRƯỞNG PHÒNG NỘI VỤ")


def test_what_people_wrote_is_asked_too(db: Database, plan: Plan) -> None:
    save_part(db, ReportPart(plan.code, "notice", H1, None, "others", "- Cử người dự tập huấn.\n\n"), AUTHOR)
    assert "\n- Cử người dự tập huấn.\n" in said(letter(db, plan))


def test_where_nothing_is_owed_the_next_report_is_told() -> None:
    document = made(Case("notice", "no-indicators", "2024-H1")).document
    text = said(document)
    assert "Kính gửi: Các cơ quan, đơn vị thực hiện kế hoạch" in text
    assert "kế hoạch chưa giao chỉ tiêu cho đơn vị và chưa có chỉ tiêu được đánh giá." in text
    assert "Kỳ báo cáo tiếp theo là quý III năm 2024" in text
    assert not any(isinstance(each, Heading) for each in document.blocks)
    assert len(document.sections) == 1


def test_where_all_have_sent_and_met_that_is_said(db: Database, plan: Plan) -> None:
    for table in ("actual", "explanation"):
        db.execute(f"DELETE FROM {table}")
    send(db, plan, others(), "2023-Q1")
    text = said(letter(db, plan, Q1, date(2023, 3, 27)))
    assert "Các đơn vị đã gửi đủ phiếu báo cáo quý I năm 2023." in text
    assert "tiếp tục duy trì" in text
    assert "hạn gửi phiếu báo cáo: ngày 20/6/2023" in text
    assert "đều đạt" not in text  # nothing could be judged


def test_days_in_the_table_are_working_days_after_the_due_date(db: Database, plan: Plan) -> None:
    table = next(each for each in letter(db, plan).blocks if isinstance(each, Table))
    late = {
        cell.source.period: cell.text
        for row in table.rows
        for cell in row
        if isinstance(cell, Cell) and cell.source and cell.source.measure is Measure.DAYS_LATE
    }
    assert late == {
        "2023-Q1": str(working_days(date(2023, 3, 20), ON)),
        "2023-Q2": str(working_days(date(2023, 6, 20), ON)),
    }


@pytest.mark.parametrize("day", [date(2023, 4, 27), date(2023, 6, 23), date(2024, 2, 7)])
def test_a_deadline_counts_working_days_only(day: date) -> None:
    last = working_day_after(day, 3)
    assert is_working_day(last)
    assert working_days(day, last) == 3


def shown(document: Document) -> Iterator[Run]:
    """Every run of the sentences, and every figure of the tables as one."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.text
        if isinstance(block, Table):
            cells = (cell for row in block.rows for cell in row if isinstance(cell, Cell))
            yield from (Run(str(cell.text), source=cell.source) for cell in cells if cell.source)


def test_every_figure_equals_the_data(db: Database, plan: Plan) -> None:
    known = {(each.indicator.code, each.unit): each for each in progress_by_unit(db, plan, H1, ON)}
    found = 0
    for run in shown(letter(db, plan)):
        if run.source and run.source.unit and run.source.indicator:
            figure = known[run.source.indicator, run.source.unit]
            assert figure.value is not None
            assert figure.gap is not None
            assert figure.numerator is not None
            assert figure.denominator is not None
            expected = {
                Measure.VALUE: format_rate(figure.value),
                Measure.GAP: format_number(abs(figure.gap), 2),
                Measure.NUMERATOR: format_number(figure.numerator),
                Measure.DENOMINATOR: format_number(figure.denominator),
                Measure.TARGET: format_number(figure.target.value) + "%"
                if figure.target and figure.target.value
                else "",
            }
            assert run.text.lstrip("−≥\N{NO-BREAK SPACE}") == expected[run.source.measure]
            found += 1
    assert found > 200


def test_every_number_of_the_sentences_is_a_figure_a_day_or_a_name(db: Database, plan: Plan) -> None:
    names = r"\d+/\d+/\d{4}|năm.\d{4}|6.tháng|trong 03.ngày làm việc|^Phụ lục.*|\(Kèm theo .*"
    for document in (letter(db, plan), letter(db, plan, unit="CADY")):
        for run in shown(document):
            if run.source is None:
                assert not re.search(r"\d", re.sub(names, "", run.text, flags=re.IGNORECASE)), run.text


def test_counts_are_those_of_the_units_figures(db: Database, plan: Plan) -> None:
    by_unit = [each for each in progress_by_unit(db, plan, H1, ON) if each.unit != plan.unit]
    missed = Counter(each.unit for each in by_unit if each.state is State.MISSED)
    near = Counter(each.unit for each in by_unit if each.state is State.NEAR)
    table = next(each for each in letter(db, plan).blocks if isinstance(each, Table))
    for row in table.rows:
        counts = {
            (cell.source.unit, cell.source.what): cell.text for cell in row if isinstance(cell, Cell) and cell.source
        }
        (unit,) = {unit for unit, _ in counts}
        assert (counts[unit, "missed"], counts[unit, "near"]) == (str(missed[unit]), str(near[unit]))


def test_a_letter_goes_to_the_unit_that_took_over_from_one_that_is_no_more(db: Database, plan: Plan) -> None:
    heir = Unit("CADYMOI", "Xã Cà Dy Mới", first_superior="NAMGIANG", valid_from=date(2023, 6, 15))
    gone = replace(unit_tree(db)["CADY"], valid_to=date(2023, 6, 14), succeeded_by=("CADYMOI",))
    save_units(db, [heir, gone], AUTHOR)
    to_one = said(letter(db, plan, unit="CADY"))
    assert "Kính gửi: Ủy ban nhân dân xã Cà Dy Mới" in to_one
    assert "Đề nghị UBND xã Cà Dy Mới thực hiện nghiêm túc" in to_one
    assert "UBND xã Cà Dy (nay là UBND xã Cà Dy Mới)" in said(letter(db, plan))


def test_what_became_of_a_unit_and_why_its_form_came_back_share_their_brackets(db: Database, plan: Plan) -> None:
    send(db, plan, others(), "2023-Q1", "2023-Q2")
    give_back(db, "CADY", read_period("2023-Q2"), date(2023, 6, 20), "số liệu sai", AUTHOR)
    heir = Unit("CADYMOI", "Xã Cà Dy Mới", first_superior="NAMGIANG", valid_from=date(2023, 6, 15))
    gone = replace(unit_tree(db)["CADY"], valid_to=date(2023, 6, 14), succeeded_by=("CADYMOI",))
    save_units(db, [heir, gone], AUTHOR)
    text = said(letter(db, plan))
    assert "UBND xã Cà Dy (nay là UBND xã Cà Dy Mới; lý do: số liệu sai)" in text
    assert ") (" not in text


@given(st.text(alphabet="Xã Cũ", min_size=1), st.text(alphabet="lý do", min_size=1))
def test_a_name_and_its_note_have_one_pair_of_brackets(name: str, note: str) -> None:
    assert noted(name, note) == f"{name} ({note})"
    assert noted(f"{name} (nay là B)", note) == f"{name} (nay là B; {note})"


def test_a_state_that_all_are_in_is_not_said_twice() -> None:
    text = said(made(Case("notice", "sample", "2023-H1")).document)
    assert "62 ngày làm việc); đã nhập đủ số liệu (danh sách tại Phụ lục I)." in text
