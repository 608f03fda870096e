"""Plans and their versions, without the window; and everything of them through a workbook."""

import json
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from models.measure import Operator, Target
from models.plan import Correction, Plan
from models.store.changes import Author
from models.store.database import open_database
from models.store.indicators import indicator, indicators, save_indicator
from models.store.plan_corrections import corrections, save_corrections
from models.store.plans import plan, plans, save_plan
from models.store.tasks import save_tasks, tasks
from tests.commands import Output, records, said
from ui.plan_sets import plan_sets
from ui.plan_steps import ONE_STOP, SETS

AN = Author("An")


def raise_target(path: Path, plan_code: str, value: int) -> None:
    with closing(open_database(path)) as db:
        target = Target(Operator.AT_LEAST, Decimal(value))
        save_indicator(db, replace(indicator(db, plan_code, "TTHC-01"), target=target), AN, "TTHC-01")


def test_a_plan_begins_with_ready_sets(sample: Path, capsys: Output, tmp_path: Path) -> None:
    made = said(
        capsys, "plan", sample, "new", "--plan", "KH-2024", "--year", 2024, "--set", "decision-766", "--set", "one-stop"
    )
    assert made == "Đã lập kế hoạch KH-2024 năm 2024, đang soạn, bắt đầu với decision-766, one-stop."
    with closing(open_database(sample)) as db:
        assert plan(db, "KH-2024") == Plan("KH-2024", 2024, "Kế hoạch cải cách hành chính năm 2024", "NAMGIANG")
        assert len(indicators(db, "KH-2024")) == 8 + 8
        assert indicators(db, "KH-2024")[0].code == "Q766"
    assert "--year" in said(capsys, "plan", sample, "new", "--plan", "KH-2025", code=1)
    assert "từ 1990 đến 2200" in said(capsys, "plan", sample, "copy", "--plan", "KH-2023", "--year", 22024, code=1)
    said(capsys, "plan", sample, "new", "--plan", "CD", "--year", 2024, "--unit", "CADY", "--name", "Kế hoạch xã")
    with closing(open_database(sample)) as db:
        assert (plan(db, "CD").unit, plan(db, "CD").name, indicators(db, "CD")) == ("CADY", "Kế hoạch xã", [])
    empty = tmp_path / "trống.cchc"
    said(capsys, "new", empty)
    assert "--unit" in said(capsys, "plan", empty, "new", "--plan", "K", "--year", 2024, code=1)


def test_the_sets_that_a_command_names_are_those_that_ship() -> None:
    assert set(SETS) == {each.code for each in plan_sets()} | {ONE_STOP}


def test_a_plan_is_issued_replaced_and_each_period_goes_by_its_version(sample: Path, capsys: Output) -> None:
    assert "chưa ban hành" in said(capsys, "plan", sample, "replace", "--plan", "KH-2023", code=1)
    issued = said(capsys, "plan", sample, "issue", "--plan", "KH-2023", "--number", "12/KH-UBND", "--on", "2023-02-16")
    assert issued == "Đã ban hành kế hoạch KH-2023 ngày 16/2/2023."
    assert "KH-2023-2, đang soạn" in said(capsys, "plan", sample, "replace", "--plan", "KH-2023")
    raise_target(sample, "KH-2023-2", 70)
    said(capsys, "plan", sample, "issue", "--plan", "KH-2023-2", "--on", "2023-08-02")
    listed = records(capsys, "plans", sample)
    assert [(each["plan"], each["version"], each["state"]) for each in listed] == [
        ("KH-2023", 1, "replaced"),
        ("KH-2023-2", 2, "issued"),
    ]
    for period, target in (("2023-H1", "65"), ("2023", "70")):
        found = records(capsys, "progress", sample, "--period", period, "--on", "2023-12-31")
        assert next(each["target"] for each in found if each["indicator"] == "TTHC-01") == target
    assert "KH-2023-2  năm 2023  bản 2, đã ban hành ngày 2/8/2023" in said(capsys, "plans", sample)


def test_two_versions_are_compared_in_words_and_as_records(sample: Path, capsys: Output) -> None:
    said(capsys, "plan", sample, "issue", "--plan", "KH-2023", "--on", "2023-02-16")
    said(capsys, "plan", sample, "replace", "--plan", "KH-2023", "--code", "KH-2023-B2")
    raise_target(sample, "KH-2023-B2", 70)
    words = said(capsys, "plan", sample, "compare", "--plan", "KH-2023", "--with", "KH-2023-B2")
    assert words.splitlines() == [
        "đổi mức TTHC-01 Tỷ lệ hồ sơ giải quyết qua dịch vụ công trực tuyến một phần: ≥ 65% → ≥ 70%",
        "So KH-2023 với KH-2023-B2: 1 mức đổi.",
    ]
    found = said(capsys, "plan", sample, "compare", "--plan", "KH-2023", "--with", "KH-2023-B2", "--json")
    (record,) = json.loads(found)
    assert (record["section"], record["change"], record["code"]) == ("target", "changed", "TTHC-01")
    assert (record["old"], record["new"]) == ("≥ 65%", "≥ 70%")
    assert "--with" in said(capsys, "plan", sample, "compare", "--plan", "KH-2023", code=1)
    assert "bỏ đi" in said(capsys, "plan", sample, "archive", "--plan", "KH-2023", "--json", code=1)


def test_a_plan_is_copied_put_away_and_a_draft_deleted_after_a_copy_of_the_file(sample: Path, capsys: Output) -> None:
    said(capsys, "plan", sample, "copy", "--plan", "KH-2023")
    said(capsys, "plan", sample, "copy", "--plan", "KH-2023", "--year", "2025", "--code", "KH25")
    with closing(open_database(sample)) as db:
        assert [(each.code, each.year) for each in plans(db)] == [("KH-2023", 2023), ("KH-2024", 2024), ("KH25", 2025)]
        assert plan(db, "KH-2024").name == "Kế hoạch cải cách hành chính năm 2024"
    said(capsys, "plan", sample, "archive", "--plan", "KH25")
    assert "đã lưu trữ" in said(capsys, "plans", sample)
    said(capsys, "plan", sample, "restore", "--plan", "KH25")
    assert "đã lưu trữ" not in said(capsys, "plans", sample)
    # nothing was reported in 2024, much in 2023
    assert "Bản sao" not in said(capsys, "plan", sample, "delete", "--plan", "KH-2024")
    assert "Bản sao của tệp trước khi xóa" in said(capsys, "plan", sample, "delete", "--plan", "KH-2023")
    copies = [each for each in sample.parent.glob("*.cchc") if each != sample]
    assert len(copies) == 1
    with closing(open_database(copies[0], read_only=True)) as db:
        assert [each.code for each in plans(db)] == ["KH-2023", "KH25"]
    assert "không có kế hoạch" in said(capsys, "plan", sample, "delete", "--plan", "KH-2023", code=1).lower()


def test_a_refused_deletion_leaves_no_copy(sample: Path, capsys: Output) -> None:
    said(capsys, "plan", sample, "issue", "--plan", "KH-2023", "--on", "2023-02-16")
    assert "hãy lưu trữ" in said(capsys, "plan", sample, "delete", "--plan", "KH-2023", code=1)
    assert list(sample.parent.glob("*.cchc")) == [sample]


def test_versions_corrections_and_progress_go_through_a_workbook(sample: Path, tmp_path: Path, capsys: Output) -> None:
    correction = Correction("KH-2023", datetime(2023, 3, 1, 8, tzinfo=UTC), "An", "gõ nhầm", "mức 65 → 70")
    said(capsys, "plan", sample, "issue", "--plan", "KH-2023", "--on", "2023-02-16")
    said(capsys, "plan", sample, "replace", "--plan", "KH-2023")
    with closing(open_database(sample)) as db:
        save_plan(db, Plan("TINH", 2023, "Kế hoạch tỉnh", "NAMGIANG", is_archived=True), AN)
        save_plan(db, replace(plan(db, "KH-2023"), reference="TINH"), AN, "KH-2023")
        save_corrections(db, [correction], AN)
        mine = tasks(db, "KH-2023")
        save_tasks(db, "KH-2023", [replace(mine[0], progress=80), *mine[1:]], AN)
    first, second, new = tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "mới.cchc"
    said(capsys, "export", sample, first)
    said(capsys, "new", new)
    said(capsys, "import", new, first)
    said(capsys, "export", new, second)
    assert first.read_bytes() == second.read_bytes()
    with closing(open_database(new)) as db:
        assert (plan(db, "KH-2023").reference, plan(db, "TINH").is_archived) == ("TINH", True)
        assert corrections(db) == [correction]
        assert tasks(db, "KH-2023")[0].progress == 80
        assert plan(db, "KH-2023").issued_on == date(2023, 2, 16)
    assert "giữ nguyên" in said(capsys, "import", new, first)


def test_a_workbook_that_changes_an_issued_plan_is_taken_in_and_asks_for_a_reason(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    said(capsys, "plan", sample, "issue", "--plan", "KH-2023", "--on", "2023-02-16")
    book = tmp_path / "sổ.xlsx"
    said(capsys, "export", sample, book)
    assert "đã ban hành" not in said(capsys, "import", sample, book)
    edited = load_workbook(book)
    sheet = edited["Chỉ tiêu"]
    level = next(cell.column for cell in sheet[1] if cell.value == "Mức")
    sheet.cell(2, level).value = 70
    given = edited["Giao chỉ tiêu"]
    given.append(["KH-2023", "TTHC-02", "CADY", "2023", ">=", 61])
    edited.save(book)
    told = said(capsys, "import", sample, book)
    assert "Sổ đổi 2 điểm của kế hoạch KH-2023 đã ban hành; lý do nên ghi ở trang “Đính chính kế hoạch”." in told
    # with its reason nothing is asked
    sheet.cell(2, level).value = 71
    reasons = edited.create_sheet("Đính chính kế hoạch")
    reasons.append(["Mã kế hoạch", "Lúc", "Người làm", "Lý do", "Nội dung"])
    reasons.append(["KH-2023", "2023-03-01T08:00:00+07:00", "An", "Gõ nhầm", "TTHC-01: 70 → 71"])
    edited.save(book)
    assert "lý do nên ghi" not in said(capsys, "import", sample, book)
    with closing(open_database(sample)) as db:
        assert [each.reason for each in corrections(db)] == ["Gõ nhầm"]
