"""The plan document: every target in words and in the annex, who reports when, and only what the plan holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from models.errors import KnownError
from models.measure import Operator, Target
from models.period import Period, WindowSetting, read_period
from models.plan import Assignment, Plan
from models.report import ReportPart
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.indicators import assignments, indicators, save_assignments
from models.store.plans import plan_in_force, save_legal_bases, save_plan, save_window_settings
from models.store.report_parts import save_parts
from models.store.tasks import save_tasks
from reports.document import Cell, Document, Head, Heading, Measure, Paragraph, Run, Signature, Table, Title, plain_text
from reports.kinds import make_document
from tests.sample import sample_file
from tests.unit.reports.every_kind import Case, made

AUTHOR = Author("Phòng Nội vụ", "test")
YEAR, ON = Period(2023), date(2023, 1, 30)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(sample_file(tmp_path))
    yield opened
    opened.conn.close()


@pytest.fixture
def plan(db: Database) -> Plan:
    return plan_in_force(db, YEAR)


def document(db: Database, plan: Plan, period: Period = YEAR, unit: str | None = None) -> Document:
    return make_document(db, "targets", plan, period, ON, unit)


def said(found: Document) -> str:
    texts = [plain_text(each.text) for each in found.blocks if isinstance(each, Paragraph)]
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def headings(found: Document, level: int = 1) -> list[str]:
    return [each.text for each in found.blocks if isinstance(each, Heading) and each.level == level]


def tables(found: Document) -> list[Table]:
    return [each for each in found.blocks if isinstance(each, Table)]


def target_figures(found: Document) -> Iterator[tuple[str, str | None, str, str]]:
    """Every target that is printed: indicator, unit, period, text."""
    runs: list[Run | Cell] = [run for each in found.blocks if isinstance(each, Paragraph) for run in each.text]
    runs += [cell for table in tables(found) for row in table.rows for cell in row if isinstance(cell, Cell)]
    for run in runs:
        if run.source and run.source.measure is Measure.TARGET:
            yield run.source.indicator, run.source.unit, run.source.period, run.text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_title_is_the_plans_name_without_its_first_word(db: Database, plan: Plan) -> None:
    title = next(each for each in document(db, plan).blocks if isinstance(each, Title))
    assert (title.kind, " ".join(title.abstract)) == ("KẾ HOẠCH", "Cải cách hành chính năm 2023")


def test_every_target_is_said_as_the_plan_has_it(db: Database, plan: Plan) -> None:
    wanted = {each.code: each.target for each in indicators(db, plan.code) if each.target}
    own = {(each.indicator, each.unit, each.period.code): each.target for each in assignments(db, plan.code)}
    found = list(target_figures(document(db, plan)))
    for code, unit, period, text in found:
        target = own.get((code, unit, period)) or wanted[code]
        assert target.value is None or str(target.value) in text
    assert {code for code, unit, period, _ in found if unit is None and period == "2023"} == set(wanted)
    assert {(code, unit, period) for code, unit, period, _ in found if unit} == {
        key for key in own if own[key] and key[1]
    }


def test_a_plan_that_was_issued_bears_its_day(db: Database, plan: Plan) -> None:
    found = document(db, replace(plan, number="12/KH-UBND", issued_on=date(2023, 2, 17)))
    (head,) = [each for each in found.blocks if isinstance(each, Head)]
    assert head.place_and_date == "Nam Giang, ngày 17 tháng 02 năm 2023"
    assert said(found).count("/KH-UBND ngày 17 tháng 02 năm 2023 của") == len(found.sections) - 1


def test_a_target_stands_in_words_with_who_leads(db: Database, plan: Plan) -> None:
    text = said(document(db, plan))
    assert "một phần đạt từ 65% trở lên; chủ trì: VP HĐND-UBND." in text
    assert "- Trong đó, mức độ hài lòng lĩnh vực đất đai, xây dựng, đầu tư: từ 85% trở lên" in text.replace(
        " đạt từ", ": từ"
    )
    assert "Năng lực cạnh tranh cấp huyện (DDCI): xếp loại từ Tốt trở lên; chủ trì: Phòng TC-KH." in text


def test_watched_counts_are_no_targets(db: Database, plan: Plan) -> None:
    assert "một cửa" not in said(document(db, plan)).replace("bộ phận một cửa cấp huyện", "")


def test_reporting_windows_are_those_of_the_plan(db: Database, plan: Plan) -> None:
    setting = WindowSetting(plan.code, read_period("2023-Q2"), date(2023, 3, 10), date(2023, 6, 9), date(2023, 6, 16))
    save_window_settings(db, plan.code, [setting], AUTHOR)
    text = said(document(db, plan))
    assert "b) Quý II năm 2023: số liệu từ ngày 10/3/2023 đến ngày 9/6/2023; gửi chậm nhất ngày 16/6/2023." in text
    assert "a) Quý I năm 2023: số liệu từ ngày 15/12/2022 đến ngày 14/3/2023; gửi chậm nhất ngày 20/3/2023." in text


def test_units_own_targets_and_shared_ones_are_told_apart(db: Database, plan: Plan) -> None:
    table = tables(document(db, plan))[1]
    rows = {str(row[1]): [each.text if isinstance(each, Cell) else str(each) for each in row[2:]] for row in table.rows}
    assert rows["UBND thị trấn Thạnh Mỹ"][0].replace("\N{NO-BREAK SPACE}", " ") == "≥ 70%"
    assert rows["UBND xã Cà Dy"][:2] == ["x", ""]


def test_a_period_target_of_the_plan_stands_below_the_years(db: Database, plan: Plan) -> None:
    half = Assignment(plan.code, "TTHC-02", None, read_period("2023-H1"), Target(Operator.AT_LEAST, Decimal(40)))
    save_assignments(db, [half], AUTHOR)
    found = document(db, plan)
    assert "(6 tháng đầu năm 2023: từ 40% trở lên)" in said(found)
    assert ("TTHC-02", None, "2023-H1", "≥ 40%") in list(target_figures(found))


def test_parts_that_people_wrote_are_printed_and_others_stated_or_left_out(db: Database, plan: Plan) -> None:
    assert headings(document(db, plan), 2)[:2] == ["Mục đích", "Yêu cầu"]
    assert "Kinh phí thực hiện" not in headings(document(db, plan), 2)
    assert "Tổ chức thực hiện 12 chỉ tiêu và 5 nhiệm vụ cải cách hành chính năm 2023" in said(document(db, plan))
    parts = {
        "purpose": "Nâng cao chất lượng phục vụ.",
        "funding": "- Ngân sách huyện.",
        "organisation": "Phòng Nội vụ theo dõi.",
    }
    save_parts(db, [ReportPart(plan.code, "targets", YEAR, None, key, text) for key, text in parts.items()], AUTHOR)
    found = document(db, plan)
    assert "\nNâng cao chất lượng phục vụ.\n" in said(found)
    assert "Tổ chức thực hiện 12 chỉ tiêu" not in said(found)
    assert headings(found, 2)[-1] == "Kinh phí thực hiện"
    assert "\n- Ngân sách huyện.\n" in said(found)


def test_tasks_are_told_with_product_lead_and_deadline(db: Database, plan: Plan) -> None:
    text = said(document(db, plan))
    assert "chủ trì: Phòng Nội vụ; phối hợp: VP HĐND-UBND; thời hạn: 31/10/2023." in text
    assert len([row for row in tables(document(db, plan))[-1].rows if len(row) > 1]) == 5


def test_a_plan_without_tasks_has_no_such_part_and_annex(db: Database, plan: Plan) -> None:
    save_tasks(db, plan.code, [], AUTHOR)
    save_legal_bases(db, plan.code, [], AUTHOR)
    found = document(db, plan)
    assert headings(found) == ["MỤC ĐÍCH, YÊU CẦU", "CHỈ TIÊU", "TỔ CHỨC THỰC HIỆN"]
    assert "nhiệm vụ cải cách" not in said(found)
    assert len(found.sections) == 3


def test_a_plan_with_nothing_leaves_its_targets_open() -> None:
    found = made(Case("targets", "no-indicators", "2024")).document
    assert headings(found) == ["CHỈ TIÊU", "TỔ CHỨC THỰC HIỆN"]
    assert "..........." in said(found)
    assert len(found.sections) == 1


def test_a_plan_is_sent_up_for_information_and_addressed_to_nobody(db: Database, plan: Plan) -> None:
    found = document(db, plan)
    signature = next(each for each in found.blocks if isinstance(each, Signature))
    assert signature.recipients[:2] == ("- UBND tỉnh Quảng Nam;", "- Sở Nội vụ tỉnh Quảng Nam;")
    assert "Kính gửi" not in said(found)


def test_a_version_says_which_plan_it_takes_the_place_of(db: Database, plan: Plan) -> None:
    save_plan(db, replace(plan, number="14/KH-UBND", issued_on=date(2023, 2, 6)), AUTHOR, plan.code)
    newer = replace(plan, code="KH-2023-2", replaces=plan.code, issued_on=date(2023, 7, 3))
    save_plan(db, newer, AUTHOR)
    assert (
        "Kế hoạch này thay thế Kế hoạch số 14/KH-UBND ngày 06 tháng 02 năm 2023 của Ủy ban nhân dân huyện Nam Giang "
        "về cải cách hành chính năm 2023."
    ) in said(document(db, newer))


def test_any_period_of_the_year_makes_the_same_plan(db: Database, plan: Plan) -> None:
    assert document(db, plan, read_period("2023-H1")).sections == document(db, plan).sections


def test_a_plan_is_of_no_single_unit(db: Database, plan: Plan) -> None:
    with pytest.raises(KnownError, match="Kế hoạch là của cả cơ quan"):
        document(db, plan, unit="CADY")
    assert document(db, plan, unit=plan.unit).sections == document(db, plan).sections
