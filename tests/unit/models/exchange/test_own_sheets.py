"""What was sent, what proves it and how a plan is checked go through a workbook and come back the same."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.checks import Finding, Severity
from models.drafting.kept import PlanText, Spot, TargetSource
from models.errors import KnownError
from models.evidence import content_hash
from models.exchange.book import ImportRefusedError
from models.exchange.evidence_files import folder_of
from models.exchange.importer import ImportResult, import_workbook
from models.exchange.words import clean
from models.exchange.workbook_writer import export_workbook
from models.jumps import JUMP_LAST_QUARTER, OUTSIDE_RANGE, CheckLimit
from models.measure import Accumulation, Kind
from models.period import Period, Span, quarter
from models.plan import Actual, Explanation, Indicator
from models.progress import State
from models.store.acceptances import accept_finding, acceptances
from models.store.actuals import actual, actuals, record
from models.store.changes import Author
from models.store.check_limits import check_limits, save_check_limits
from models.store.database import Database, memory_database
from models.store.days_off import days_off
from models.store.evidence import (
    attach_document,
    attach_file,
    attach_link,
    content,
    detach,
    every_evidence,
    evidence,
    kept_hashes,
)
from models.store.explanations import explanation, save_explanation
from models.store.groups import add_one_stop, members
from models.store.indicators import indicators, save_indicator, save_indicators
from models.store.kept_steps import kept_steps, take_in_steps
from models.store.plan_texts import plan_text, refused_spots, save_plan_text, save_target_sources, target_sources
from models.store.plans import plan
from models.store.reorganisations import save_events
from models.store.requests import requests
from models.store.submissions import accept, give_back, reopen, snapshot, steps, submission, submit
from models.store.unit_events import events
from models.store.units import save_unit, units
from models.submission import (
    KeptStep,
    SentEvidence,
    SentFigure,
    Snapshot,
    SubmissionState,
    cumulative_until,
)
from models.textcheck.tables import Cell, Row, Table
from models.unit import EventKind, UnitEvent
from models.workdays import DayOff
from tests.workbooks import ACTUAL_HEADINGS, PLAN_SHEETS, Sheets, make_workbook, with_rows

AUTHOR = Author("Người thử", "import")
Q1, Q2 = quarter(2023, 1), quarter(2023, 2)
DAY = date(2023, 6, 19)
CELL = Actual("TL", "X1", Q2, Decimal(12), Decimal("15.5"), note="Số tạm")
SAID = Explanation("TL", "X1", cumulative_until(Q2), "Thiếu người", due=date(2023, 9, 30))
STEP_HEADINGS = ["Mã đơn vị", "Kỳ", "Bước", "Việc", "Ngày", "Lý do"]
EVIDENCE_HEADINGS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Loại", "Nội dung", "Ngày", "Mã tệp"]


@pytest.fixture
def db() -> Iterator[Database]:
    opened = memory_database()
    yield opened
    opened.close()


@pytest.fixture
def other() -> Iterator[Database]:
    opened = memory_database()
    yield opened
    opened.close()


def take_in(db: Database, folder: Path, sheets: Sheets, *, dry_run: bool = False) -> ImportResult:
    return import_workbook(db, make_workbook(folder / "vào.xlsx", sheets), AUTHOR, dry_run=dry_run)


@pytest.fixture
def sent(db: Database, tmp_path: Path) -> Database:
    """A file in which X1 has sent its second quarter, with an explanation and proofs."""
    take_in(db, tmp_path, PLAN_SHEETS)
    record(db, [CELL, Actual("HA", "X1", Q2, value=Decimal(5), out_of=9), Actual("XL", "X1", Q2, grade="Tốt")], AUTHOR)
    save_explanation(db, SAID, AUTHOR)
    report = tmp_path / "báo cáo.pdf"
    report.write_bytes(b"%PDF-1.4 so lieu minh hoa")
    attach_file(db, "TL", "X1", Q2, report, AUTHOR)
    attach_link(db, "TL", "X1", Q2, "https://example.org/a", AUTHOR)
    attach_document(db, "HA", "X1", Period(2023), "12/BC-UBND", date(2023, 6, 10), AUTHOR)
    submit(db, plan(db, "KH23"), "X1", Q2, DAY, Author("Cán bộ xã"))
    return db


def sheet_names(path: Path) -> list[str]:
    book = openpyxl.load_workbook(path, read_only=True)
    names = list(book.sheetnames)
    book.close()
    return names


SPLIT = UnitEvent(date(2023, 7, 1), EventKind.SPLIT, ("X1",), ("X1", "X2"), "Nghị quyết", (Decimal(3), Decimal("1.5")))


def test_shares_of_a_split_come_back_and_a_second_export_is_the_same(
    db: Database, other: Database, tmp_path: Path
) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    save_events(db, [SPLIT, UnitEvent(date(2023, 8, 1), EventKind.MERGE, ("X1", "X2"), ("X1",))], AUTHOR)
    export_workbook(db, tmp_path / "ra.xlsx")
    import_workbook(other, tmp_path / "ra.xlsx", AUTHOR)
    assert events(other) == events(db)
    export_workbook(other, tmp_path / "lại.xlsx")
    assert (tmp_path / "lại.xlsx").read_bytes() == (tmp_path / "ra.xlsx").read_bytes()
    assert not import_workbook(other, tmp_path / "ra.xlsx", AUTHOR).changes_anything


EVENT_SHEET: Sheets = {
    **PLAN_SHEETS,
    "Sự kiện đơn vị": [
        ["Ngày", "Loại", "Từ", "Thành", "Căn cứ"],
        ["1/7/2023", "chia tách", "X1", "X1; X2", "Nghị quyết"],
    ],
}


def test_a_workbook_that_says_no_shares_leaves_those_that_are_there(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, EVENT_SHEET)
    save_events(db, [SPLIT], AUTHOR)
    assert not take_in(db, tmp_path, EVENT_SHEET).changes_anything
    assert events(db) == [SPLIT]


@pytest.mark.parametrize(
    "rows, said",
    [
        ([["1/7/2023", "X1", "X1", 3]], "tỷ lệ của cả X2"),
        ([["1/7/2023", "X1", "X1", 0], ["1/7/2023", "X1", "X2", 0]], "ít nhất một tỷ lệ lớn hơn 0"),
        ([["1/7/2023", "X1", "X1", -1], ["1/7/2023", "X1", "X2", 1]], "một số, không âm"),
        ([["2/7/2023", "X1", "X1", 1]], "sau một lần chia tách"),
        ([["1/7/2023", "X1", "H", 1]], "sau một lần chia tách"),
        ([["1/7/2023", "X1", "K", 1]], "đơn vị"),
    ],
)
def test_shares_that_cannot_be_are_refused_with_their_cell(
    db: Database, tmp_path: Path, rows: list[list[object]], said: str
) -> None:
    sheets = {**EVENT_SHEET, "Tỷ lệ chia tách": [["Ngày", "Từ", "Thành", "Tỷ lệ"], *rows]}
    with pytest.raises(ImportRefusedError, match=said):
        take_in(db, tmp_path, sheets)
    assert events(db) == []


def without_ids(db: Database) -> list[object]:
    return [replace(each, id=None) for each in every_evidence(db)]


def test_a_file_without_any_of_it_has_none_of_these_sheets(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    assert export_workbook(db, tmp_path / "ra.xlsx") is None
    assert sheet_names(tmp_path / "ra.xlsx")[-1] == "Mã chỉ tiêu cũ"
    assert len(sheet_names(tmp_path / "ra.xlsx")) == 14
    assert not folder_of(tmp_path / "ra.xlsx").exists()


def test_everything_comes_back_and_a_second_export_is_the_same(sent: Database, other: Database, tmp_path: Path) -> None:
    give_back(sent, "X1", Q2, DAY, "Mẫu số sai", AUTHOR)
    record(sent, [replace(CELL, denominator=Decimal(16))], AUTHOR)
    submit(sent, plan(sent, "KH23"), "X1", Q2, date(2023, 6, 22), Author("Cán bộ xã"))
    accept(sent, "X1", Q2, date(2023, 6, 23), AUTHOR)
    save_check_limits(sent, "KH23", [CheckLimit("KH23", JUMP_LAST_QUARTER, None, Decimal("2.5"))], AUTHOR)
    add_one_stop(sent, "KH23", ["Đất đai", "Hộ tịch"], AUTHOR)
    finding = Finding("r", "X1", Q1, Fraction(12, 7), Fraction(3), Severity.WARNING, "lệch", indicator="TL")
    accept_finding(sent, finding, "Đã xem", AUTHOR)
    accept_finding(sent, replace(finding, unit=None, indicator=None, rule="s"), "Đã xem", AUTHOR)
    save_unit(sent, replace(units(sent)[1], name="Xã Một mới"), AUTHOR, old_code="X1")

    folder = export_workbook(sent, tmp_path / "ra.xlsx")
    assert folder == tmp_path / "ra - minh chứng"
    import_workbook(other, tmp_path / "ra.xlsx", AUTHOR)

    assert list(kept_steps(other)) == list(kept_steps(sent))
    assert [each.snapshot.unit_name for each in kept_steps(other) if each.snapshot] == ["Xã Một", "Xã Một"]
    assert without_ids(other) == without_ids(sent)
    assert content(other, every_evidence(other)[0].hash or "") == b"%PDF-1.4 so lieu minh hoa"
    assert acceptances(other) == acceptances(sent)
    assert check_limits(other, "KH23") == check_limits(sent, "KH23")
    assert members(other, "KH23") == members(sent, "KH23")
    assert indicators(other, "KH23") == indicators(sent, "KH23")
    assert list(actuals(other)) == list(actuals(sent))
    (tmp_path / "lại").mkdir()
    export_workbook(other, tmp_path / "lại" / "ra.xlsx")
    assert (tmp_path / "lại" / "ra.xlsx").read_bytes() == (tmp_path / "ra.xlsx").read_bytes()
    again = folder_of(tmp_path / "lại" / "ra.xlsx")
    assert {each.name: each.read_bytes() for each in again.iterdir()} == {
        each.name: each.read_bytes() for each in folder.iterdir()
    }


def test_an_unchanged_workbook_changes_nothing(sent: Database, tmp_path: Path) -> None:
    export_workbook(sent, tmp_path / "ra.xlsx")
    result = import_workbook(sent, tmp_path / "ra.xlsx", AUTHOR)
    assert not result.changes_anything
    assert not result.changes
    assert result.notes == ()
    assert "Phiếu báo cáo: 0 mới, 0 thay đổi, 1 giữ nguyên" in map(str, result.counts)


def test_an_opening_balance_says_so_in_words(db: Database, other: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    carried = Indicator("KH23", "ĐK", "A", "Hồ sơ từ kỳ trước", Kind.COUNT, accumulation=Accumulation.OPENING)
    save_indicators(db, [carried], AUTHOR)
    export_workbook(db, tmp_path / "ra.xlsx")
    import_workbook(other, tmp_path / "ra.xlsx", AUTHOR)
    assert indicators(other, "KH23")[-1].accumulation is Accumulation.OPENING


def refused(db: Database, folder: Path, sheets: Sheets) -> list[str]:
    had = (list(kept_steps(db)), list(actuals(db)), every_evidence(db))
    with pytest.raises(ImportRefusedError) as error:
        take_in(db, folder, sheets)
    assert (list(kept_steps(db)), list(actuals(db)), every_evidence(db)) == had
    return list(map(str, error.value.problems))


def test_rows_that_would_change_what_was_sent_are_refused_cell_by_cell(sent: Database, tmp_path: Path) -> None:
    rows: list[Sequence[Any]] = [
        ACTUAL_HEADINGS,
        ["TL", "X1", "2023-Q2", 12, 15.5, None, "Số tạm"],  # as it is
        ["TL", "X1", "2023-Q1", 1, 2],  # another quarter
        ["TL", "X1", "2023-Q2", 13, 15.5],
        ["SL", "X1", "2023-Q2", None, None, 3],
        ["DI", "X1", "2023", None, None, 90],  # the year belongs to no quarter
    ]
    found = refused(sent, tmp_path, {"Số liệu": [rows[0], rows[2], rows[3], rows[4], rows[5]]})
    words = (
        "thấy “2023-Q2”; cần số liệu như đã gửi. Phiếu kỳ 2023-Q2 của Xã Một (X1) đã gửi ngày 19/6/2023 nên không sửa "
        "được; hãy mở lại phiếu, nêu lý do."
    )
    assert found == [f"Trang “Số liệu”, dòng {row}, cột “Kỳ”: {words}" for row in (3, 4)]
    take_in(sent, tmp_path, {"Số liệu": [rows[0], rows[1], rows[2], rows[5]]})
    assert actual(sent, "TL", "X1", Q1) == Actual("TL", "X1", Q1, Decimal(1), Decimal(2))


REQUEST_HEADINGS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Ghi chú", "Ngày yêu cầu", "Hạn"]


@pytest.mark.parametrize(
    "row, column",
    [
        (["TL", "X1", "2023-Q2", "", "19/6/2023", ""], "Kỳ"),
        (["TL", "X1", "2023-H1", "", "", ""], "Ngày yêu cầu"),
        (["TL", "X1", "2023-H1", "", "19/6/2023", "18/6/2023"], "Hạn"),
        (["?", "X1", "2023-H1", "", "19/6/2023", ""], "Mã chỉ tiêu"),
    ],
)
def test_a_request_that_no_form_could_answer_is_refused(
    db: Database, tmp_path: Path, row: list[str], column: str
) -> None:
    take_in(db, tmp_path, PLAN_SHEETS)
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, {"Yêu cầu giải trình": [REQUEST_HEADINGS, row]})
    assert [(each.sheet, each.column) for each in caught.value.problems] == [("Yêu cầu giải trình", column)]
    assert requests(db) == []


def test_explanations_and_proofs_of_what_was_sent_are_refused_too(sent: Database, tmp_path: Path) -> None:
    headings = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Nguyên nhân"]
    said: list[Sequence[Any]] = [headings, ["TL", "X1", "2023-H1", "Khác"], ["TL", "X1", "2023-Q2", "Của riêng quý"]]
    proofs: list[Sequence[Any]] = [EVIDENCE_HEADINGS, ["TL", "X1", "2023-Q2", "liên kết", "https://example.org/b"]]
    found = refused(sent, tmp_path, {"Giải trình": said, "Minh chứng": proofs})
    assert [each.split(":")[0] for each in found] == [
        "Trang “Giải trình”, dòng 2, cột “Kỳ”",
        "Trang “Giải trình”, dòng 3, cột “Kỳ”",
        "Trang “Minh chứng”, dòng 2, cột “Kỳ”",
    ]
    take_in(sent, tmp_path, {"Giải trình": [headings, ["TL", "X1", "2023-9M", "Của kỳ sau"]]})
    assert explanation(sent, "TL", "X1", Period(2023, Span.M9)) is not None


def test_what_is_said_of_an_index_that_came_out_later_is_taken_in(sent: Database, tmp_path: Path) -> None:
    index = next(each for each in indicators(sent, "KH23") if not each.kind.rolls_up)
    save_indicator(sent, replace(index, published_month=4), AUTHOR, index.code)
    submit(sent, plan(sent, "KH23"), "X1", quarter(2023, 4), date(2023, 12, 19), AUTHOR)
    headings = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Nguyên nhân"]
    take_in(sent, tmp_path, {"Giải trình": [headings, [index.code, "X1", "2023", "Khảo sát ít"]]})
    assert explanation(sent, index.code, "X1", Period(2023)) is not None
    found = refused(sent, tmp_path, {"Giải trình": [headings, ["TL", "X1", "2023", "Muộn"]]})
    assert [each.split(":")[0] for each in found] == ["Trang “Giải trình”, dòng 2, cột “Kỳ”"]


def test_a_workbook_that_goes_on_opens_changes_and_sends_again(sent: Database, other: Database, tmp_path: Path) -> None:
    export_workbook(sent, tmp_path / "đầu.xlsx")
    import_workbook(other, tmp_path / "đầu.xlsx", AUTHOR)
    reopen(sent, "X1", Q2, date(2023, 6, 20), "Nhập nhầm", AUTHOR)
    record(sent, [replace(CELL, numerator=Decimal(11))], AUTHOR)
    save_explanation(sent, replace(SAID, cause="Khác"), AUTHOR)
    attach_link(sent, "TL", "X1", Q2, "https://example.org/b", AUTHOR)
    submit(sent, plan(sent, "KH23"), "X1", Q2, date(2023, 6, 21), AUTHOR)
    export_workbook(sent, tmp_path / "sau.xlsx")
    result = import_workbook(other, tmp_path / "sau.xlsx", AUTHOR)
    assert "Phiếu báo cáo: 2 mới, 0 thay đổi, 1 giữ nguyên" in map(str, result.counts)
    assert list(kept_steps(other)) == list(kept_steps(sent))
    assert actual(other, "TL", "X1", Q2) == replace(CELL, numerator=Decimal(11))
    assert len(evidence(other, "X1", Q2)) == 3


def test_an_older_workbook_does_not_take_back_what_was_sent_since(sent: Database, tmp_path: Path) -> None:
    export_workbook(sent, tmp_path / "đầu.xlsx")
    reopen(sent, "X1", Q2, date(2023, 6, 20), "Nhập nhầm", AUTHOR)
    record(sent, [replace(CELL, numerator=Decimal(11))], AUTHOR)
    submit(sent, plan(sent, "KH23"), "X1", Q2, date(2023, 6, 21), AUTHOR)
    with pytest.raises(ImportRefusedError, match=r"cột “Kỳ”: thấy “2023-Q2”; cần số liệu như đã gửi\. Phiếu"):
        import_workbook(sent, tmp_path / "đầu.xlsx", AUTHOR)
    assert submission(sent, "X1", Q2).day == date(2023, 6, 21)


def test_steps_keep_who_made_them_and_when(sent: Database, other: Database, tmp_path: Path) -> None:
    export_workbook(sent, tmp_path / "ra.xlsx")
    import_workbook(other, tmp_path / "ra.xlsx", Author("Người nhập", "import"))
    step, origin = steps(other, "X1", Q2)[0], steps(sent, "X1", Q2)[0]
    assert (step.who, step.at, step.how) == ("Cán bộ xã", origin.at, "import")
    record(other, [replace(CELL, unit="X2")], Author("Sau"))
    assert [who for (who,) in other.execute("SELECT who FROM revision ORDER BY id DESC LIMIT 2")] == [
        "Sau",
        "Người nhập",
    ]


BY_KH23 = (None, None, None, "KH23")
WRONG_STEPS = {
    "a second step first": (["X2", "2023-Q2", 2, "gửi", DAY, *BY_KH23], "“Bước”: thấy “2”; cần bước 1"),
    "without its plan": (["X2", "2023-Q2", 1, "gửi", DAY], "cột “Mã kế hoạch”: ô trống; cần mã kế hoạch mà phiếu"),
    "of another plan": (["X2", "2023-Q2", 1, "gửi", DAY, None, None, None, "KH"], "cần mã kế hoạch đã có"),
    "accepted, never sent": (["X2", "2023-Q2", 1, "tiếp nhận", DAY], "cần việc nối tiếp được bước trước"),
    "another day": (["X1", "2023-Q2", 1, "gửi", date(2023, 6, 18), *BY_KH23], "cần bước như tệp dữ liệu đã ghi"),
    "before the last": (["X1", "2023-Q2", 2, "tiếp nhận", date(2023, 6, 18)], "cần ngày từ 19/6/2023"),
    "no reason": (["X1", "2023-Q2", 2, "trả lại", DAY], "cột “Lý do”: ô trống; cần lý do trả lại"),
    "no quarter": (["X1", "2023-H1", 1, "gửi", DAY, *BY_KH23], "cần một quý, viết như 2023-Q1"),
    "no word": (["X1", "2023-Q2", 2, "đóng", DAY], "cần một trong: gửi, trả lại, tiếp nhận, mở lại"),
    "no number": (["X1", "2023-Q2", 0, "tiếp nhận", DAY], "cần số thứ tự của bước, từ 1"),
    "no unit": (["Y", "2023-Q2", 1, "gửi", DAY, *BY_KH23], "cần mã đơn vị đã có"),
    "a moment without a zone": (
        ["X1", "2023-Q2", 2, "tiếp nhận", DAY, None, "An", "2023-06-18T07:30:00"],
        "cột “Lúc”: thấy “2023-06-18T07:30:00”; cần thời điểm viết như",
    ),
    "no moment": (["X1", "2023-Q2", 2, "tiếp nhận", DAY, None, "An", "hôm qua"], "cột “Lúc”"),
}


@pytest.mark.parametrize(("row", "words"), WRONG_STEPS.values(), ids=WRONG_STEPS)
def test_a_step_that_does_not_go_on_is_refused(sent: Database, tmp_path: Path, row: list[Any], words: str) -> None:
    found = refused(sent, tmp_path, {"Phiếu báo cáo": [[*STEP_HEADINGS, "Người làm", "Lúc", "Mã kế hoạch"], row]})
    assert len(found) == 1
    assert found[0].startswith("Trang “Phiếu báo cáo”, dòng 2, ")
    assert words in found[0]


def test_a_step_of_a_list_kept_by_hand_is_taken_in(sent: Database, tmp_path: Path) -> None:
    record(sent, [replace(CELL, unit="X2")], AUTHOR)
    headings = [*STEP_HEADINGS, "Mã kế hoạch"]
    listed = ["X2", "2023-Q2", 1, "gửi", DAY, None, "KH23"]
    rows = [headings, listed, ["X1", "2023-Q2", 2, "trả lại", DAY, "Mẫu số sai"]]
    take_in(sent, tmp_path, {"Phiếu báo cáo": rows})
    assert not take_in(sent, tmp_path, {"Phiếu báo cáo": rows}).changes_anything
    was = submission(sent, "X1", Q2)
    assert (was.state, was.reason, was.who) == (SubmissionState.RETURNED, "Mẫu số sai", AUTHOR.who)
    assert submission(sent, "X2", Q2).state is SubmissionState.SUBMITTED
    kept = snapshot(sent, steps(sent, "X2", Q2)[0].id)
    assert (kept.plan, kept.unit_name, kept.actuals) == ("KH23", "Xã Hai", (replace(CELL, unit="X2"),))
    assert "dòng không trùng với dòng 2" in refused(sent, tmp_path, {"Phiếu báo cáo": [headings, listed, listed]})[0]


def test_what_was_sent_needs_its_step(sent: Database, tmp_path: Path) -> None:
    key = ["Mã đơn vị", "Kỳ", "Bước", "Mã chỉ tiêu"]
    sheets: dict[str, Sequence[Any]] = {
        "Số liệu đã gửi": [[*key, "Tử số"], ["X1", "2023-Q2", 7, "TL", 1]],
        "Kết quả đã gửi": [[*key, "Kỳ lũy kế", "Trạng thái", "Tử số"], ["X1", "2023-Q2", 7, "TL", "2023-H1", "Đạt"]],
        "Giải trình đã gửi": [[*key, "Kỳ giải trình"], ["X1", "2023-Q2", 7, "TL", "2023-H1"]],
        "Minh chứng đã gửi": [[*key, "Loại", "Nội dung"], ["X1", "2023-H1", 7, "TL", "tệp", "a.pdf"]],
    }
    found = refused(sent, tmp_path, sheets)
    assert [each.split("”")[0] for each in found] == [f"Trang “{name}" for name in sheets]
    assert found[0].endswith("cột “Bước”: thấy “7”; cần một bước gửi có trong trang “Phiếu báo cáo”.")


def test_what_was_sent_is_read_strictly(sent: Database, tmp_path: Path) -> None:
    key = ["Mã đơn vị", "Kỳ", "Bước", "Mã chỉ tiêu"]
    sheets: dict[str, Sequence[Any]] = {
        "Phiếu báo cáo": [[*STEP_HEADINGS, "Mã đơn vị khi gửi"], ["X2", "2023-Q2", 1, "gửi", DAY, None, "X2"]],
        "Kết quả đã gửi": [
            [*key, "Kỳ lũy kế", "Trạng thái", "Tử số"],
            ["X2", "2023-Q2", 1, "TL", "2023-H1", "Đạt", "nhiều"],
        ],
        "Minh chứng đã gửi": [[*key, "Loại", "Nội dung", "Mã tệp"], ["X2", "2023-Q2", 1, "TL", "tệp", "a.pdf", "xyz"]],
    }
    assert [each.split("; cần ")[1] for each in refused(sent, tmp_path, sheets)] == [
        "một số.",
        "mã SHA-256 của tệp, 64 chữ số và chữ a đến f.",
    ]


HASH = content_hash(b"noi dung")


def a_proof(*cells: Any) -> dict[str, Sequence[Any]]:
    return with_rows("Minh chứng", EVIDENCE_HEADINGS, ["TL", "X2", *cells])


def test_a_file_that_is_not_beside_the_workbook_is_told(db: Database, tmp_path: Path) -> None:
    sheets = a_proof("2023-Q2", "tệp", "a.pdf", None, HASH)
    result = take_in(db, tmp_path, sheets)
    words = (
        "Trang “Minh chứng”: 1 tệp minh chứng không có, hoặc đã bị sửa, trong thư mục “vào - minh chứng” cạnh sổ nên "
        f"không được nhập: “{HASH[:12]} a.pdf”."
    )
    assert result.notes == (words,)
    assert every_evidence(db) == []
    (tmp_path / "vào - minh chứng").mkdir()
    (tmp_path / "vào - minh chứng" / f"{HASH[:12]} a.pdf").write_bytes(b"noi dung da sua")
    assert take_in(db, tmp_path, sheets).notes == (words,)
    (tmp_path / "vào - minh chứng" / f"{HASH[:12]} tên khác.pdf").write_bytes(b"noi dung")
    assert take_in(db, tmp_path, sheets).notes == ()
    assert content(db, HASH) == b"noi dung"
    assert [(each.text, each.hash) for each in every_evidence(db)] == [("a.pdf", HASH)]


def test_many_lost_files_are_counted(db: Database, tmp_path: Path) -> None:
    rows = [["TL", "X2", "2023-Q2", "tệp", f"{n}.pdf", None, f"{n}" * 64] for n in range(8)]
    (note,) = take_in(db, tmp_path, with_rows("Minh chứng", EVIDENCE_HEADINGS, *rows)).notes
    assert "8 tệp minh chứng" in note
    assert note.endswith("và 3 tệp khác.")


WRONG_PROOFS = {
    "a file without its hash": (("2023-Q2", "tệp", "a.pdf"), "cần mã SHA-256 của tệp"),
    "a hash that is none": (("2023-Q2", "tệp", "a.pdf", None, "../../a"), "cần mã SHA-256 của tệp"),
    "a link with a hash": (("2023-Q2", "liên kết", "https://example.org", None, HASH), "chỉ tệp mới có mã"),
    "a link that runs": (("2023-Q2", "liên kết", "javascript:alert(1)"), "cột “Nội dung”"),
    "a number without a day": (("2023-Q2", "văn bản", "12/BC"), "cần ngày của văn bản"),
    "half a year": (("2023-H1", "văn bản", "12/BC", DAY), "cần một quý hoặc cả năm"),
    "nothing": (("2023-Q2", "tệp", None, None, HASH), "cột “Nội dung”: ô trống"),
}


@pytest.mark.parametrize(("cells", "words"), WRONG_PROOFS.values(), ids=WRONG_PROOFS)
def test_a_wrong_proof_is_refused(db: Database, tmp_path: Path, cells: tuple[Any, ...], words: str) -> None:
    found = refused(db, tmp_path, a_proof(*cells))
    assert len(found) == 1
    assert words in found[0]


def test_what_proved_a_sent_value_is_kept_though_it_was_taken_away_since(
    sent: Database, other: Database, tmp_path: Path
) -> None:
    reopen(sent, "X1", Q2, DAY, "Nhầm tệp", AUTHOR)
    detach(sent, evidence(sent, "X1", Q2)[0].id or 0, AUTHOR)
    export_workbook(sent, tmp_path / "ra.xlsx")
    import_workbook(other, tmp_path / "ra.xlsx", AUTHOR)
    assert kept_hashes(other) == kept_hashes(sent) != frozenset()
    assert all(each.hash is None for each in every_evidence(other))


def test_a_sent_proof_whose_content_is_nowhere_does_not_stop_an_export(
    sent: Database, other: Database, tmp_path: Path
) -> None:
    reopen(sent, "X1", Q2, DAY, "Nhầm tệp", AUTHOR)
    detach(sent, evidence(sent, "X1", Q2)[0].id or 0, AUTHOR)
    export_workbook(sent, tmp_path / "ra.xlsx")
    folder_of(tmp_path / "ra.xlsx").rename(tmp_path / "để chỗ khác")
    import_workbook(other, tmp_path / "ra.xlsx", AUTHOR)
    assert export_workbook(other, tmp_path / "lại.xlsx") is None
    assert list(kept_steps(other)) == list(kept_steps(sent))


def test_a_folder_that_cannot_be_written_stops_the_export(sent: Database, tmp_path: Path) -> None:
    (tmp_path / "ra - minh chứng").write_text("một tệp, không phải thư mục", "utf-8")
    with pytest.raises(KnownError, match="Không ghi được tệp minh chứng vào"):
        export_workbook(sent, tmp_path / "ra.xlsx")
    assert not (tmp_path / "ra.xlsx").exists()


def test_files_of_an_earlier_export_stay(sent: Database, tmp_path: Path) -> None:
    folder = export_workbook(sent, tmp_path / "ra.xlsx")
    assert folder is not None
    (folder / "của tôi.txt").write_text("giữ lại", "utf-8")
    (path,) = folder.glob("*.pdf")
    path.write_bytes(b"hong")
    assert export_workbook(sent, tmp_path / "ra.xlsx") == folder
    assert export_workbook(sent, tmp_path / "ra.xlsx") == folder
    assert path.read_bytes() == b"%PDF-1.4 so lieu minh hoa"
    assert {each.name for each in folder.iterdir()} == {path.name, "của tôi.txt"}


def test_the_sheets_of_checking_are_read_strictly(db: Database, tmp_path: Path) -> None:
    sheets = {
        **PLAN_SHEETS,
        "Cảnh báo được chấp nhận": [["Quy tắc", "Kỳ", "Mã đơn vị", "Lý do"], ["r", "2023-Q1", "Y", "a"]],
        "Ngưỡng kiểm tra": [["Mã kế hoạch", "Quy tắc", "Tỷ lệ"], ["KH23", "lạ", 5], ["KH23", OUTSIDE_RANGE, 5]],
        "Bộ chỉ tiêu": [
            ["Mã kế hoạch", "Mã chỉ tiêu", "Mã bộ", "Loại", "Vai trò"],
            ["KH23", "LẠ", "MC1", "một cửa", "trả quá hạn"],
            ["KH23", "SL", "MC1", "một cửa", "trả quá hạn"],
            ["KH23", "TL", "MC1", "một cửa", "trả quá hạn"],
            ["KH23", "SL", "MC2", "một cửa", "trả quá hạn"],
        ],
    }
    assert [each.split("; cần ")[1] for each in refused(db, tmp_path, sheets)] == [
        "mã đơn vị đã có trong sổ này hoặc trong tệp dữ liệu.",
        "một trong: jump-last-quarter, jump-last-year, outside-usual-range.",
        "mã chỉ tiêu của kế hoạch KH23.",
        "mã của một chỉ tiêu số lượng.",
        "dòng không trùng với dòng 3.",
    ]


TEXTS = (
    st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x1EFF), min_size=1, max_size=12)
    .map(clean)
    .filter(bool)
)
NUMBERS = st.none() | st.decimals(0, 10**12, places=4, allow_nan=False, allow_infinity=False).map(
    lambda number: number.normalize() + 0
)
WRITTEN = st.none() | st.sampled_from(["0", "65.5", "-6.912345", "12345678901234567.8901", "có", "Tốt"])
DAYS = st.dates(date(1890, 1, 1), date(2100, 1, 1))
SENT_ACTUALS = st.lists(
    st.builds(
        Actual,
        TEXTS,
        st.just("X9"),
        st.just(Q2),
        NUMBERS,
        NUMBERS,
        NUMBERS,
        st.none() | st.integers(1, 999),
        TEXTS | st.just(""),
        TEXTS | st.just(""),
        TEXTS | st.just(""),
        st.booleans(),
    ),
    max_size=4,
    unique_by=lambda each: each.indicator,
)
SENT_FIGURES = st.lists(
    st.builds(
        SentFigure,
        TEXTS,
        TEXTS,
        st.just(cumulative_until(Q2)),
        st.none() | st.integers(0, 10**15).map(Decimal),
        st.none() | st.integers(0, 10**15).map(Decimal),
        WRITTEN,
        st.sampled_from([None, Q1]),
        st.sampled_from([None, ">=", "range", "reduce"]),
        WRITTEN,
        WRITTEN,
        WRITTEN,
        st.sampled_from(State),
        st.booleans(),
    ),
    max_size=3,
)
SNAPSHOTS = st.builds(
    Snapshot,
    TEXTS,
    st.just("X9"),
    TEXTS,
    st.just(Q2),
    SENT_ACTUALS.map(tuple),
    SENT_FIGURES.map(tuple),
    st.lists(
        st.builds(Explanation, TEXTS, st.just("X9"), st.just(cumulative_until(Q2)), TEXTS, due=st.none() | DAYS),
        max_size=2,
    ).map(tuple),
    st.lists(
        st.builds(SentEvidence, TEXTS, st.just(Q2), st.sampled_from(["link", "document"]), TEXTS, DAYS, st.just("")),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SNAPSHOTS, TEXTS)
def test_whatever_was_sent_comes_back_from_a_workbook(tmp_path: Path, kept: Snapshot, who: str) -> None:
    one, two = memory_database(), memory_database()
    take_in(one, tmp_path, PLAN_SHEETS)
    at = datetime(2023, 6, 18, 1, 2, 3, 456000, tzinfo=UTC)
    step = KeptStep("X1", Q2, 1, SubmissionState.SUBMITTED, DAY, "", who, at, kept)
    take_in_steps(one, [step], AUTHOR)
    export_workbook(one, tmp_path / "ra.xlsx")
    import_workbook(two, tmp_path / "ra.xlsx", AUTHOR)
    assert list(kept_steps(two)) == [step]
    one.close()
    two.close()


DAY_HEADINGS = ["Mã đơn vị", "Ngày", "Loại", "Ghi chú"]


def test_days_off_are_taken_in_changed_and_kept(db: Database, tmp_path: Path) -> None:
    rows = [["X1", "20/6/2023", "nghỉ", "Nghỉ bù"], ["H", date(2023, 6, 24), "làm việc", None]]
    take_in(db, tmp_path, {**PLAN_SHEETS, "Ngày nghỉ": [DAY_HEADINGS, *rows]})
    result = take_in(db, tmp_path, {"Ngày nghỉ": [DAY_HEADINGS, ["X1", "20/6/2023", "Làm việc", None]]})
    assert [(each.sheet, each.changed) for each in result.counts] == [("Ngày nghỉ", 1)]
    assert set(days_off(db)) == {
        DayOff("X1", date(2023, 6, 20), is_off=False),
        DayOff("H", date(2023, 6, 24), is_off=False),
    }


def test_wrong_days_off_are_listed_cell_by_cell(db: Database, tmp_path: Path) -> None:
    rows = [["Z", "20/6/2023", "nghỉ"], ["H", "hôm nay", "nghỉ"], ["H", "21/6/2023", "lễ"], ["H", "22/6/2023", ""]]
    twice = [["X1", "20/6/2023", "nghỉ"], ["X1", "20/6/2023", "làm việc"]]
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, {**PLAN_SHEETS, "Ngày nghỉ": [DAY_HEADINGS, *rows, *twice]})
    assert [(each.row, each.column) for each in caught.value.problems] == [
        (2, "Mã đơn vị"), (3, "Ngày"), (4, "Loại"), (5, "Loại"), (7, "Ngày"),
    ]  # fmt: skip
    assert days_off(db) == []


SOURCE_HEADINGS = ["Mã kế hoạch", "Mã chỉ tiêu", "Văn bản", "Chỗ", "Đoạn văn"]


def test_clauses_of_targets_are_taken_in_changed_and_keep_their_mark(db: Database, tmp_path: Path) -> None:
    row = ["KH23", "TL", "kh.docx", 4, "đạt tối thiểu 65%"]
    take_in(db, tmp_path, {**PLAN_SHEETS, "Nguồn mức chỉ tiêu": [SOURCE_HEADINGS, row]})
    marked = TargetSource("KH23", "TL", 4, "đạt tối thiểu 65%", "kh.docx", Spot(12))
    save_target_sources(db, [marked], AUTHOR)
    result = take_in(db, tmp_path, {"Nguồn mức chỉ tiêu": [SOURCE_HEADINGS, row]})
    assert [(each.sheet, each.same) for each in result.counts] == [("Nguồn mức chỉ tiêu", 1)]
    assert target_sources(db) == [marked]
    take_in(db, tmp_path, {"Nguồn mức chỉ tiêu": [SOURCE_HEADINGS, [*row[:3], 5, "đạt 70%"]]})
    assert target_sources(db) == [TargetSource("KH23", "TL", 5, "đạt 70%", "kh.docx")]


def test_wrong_clauses_are_listed_cell_by_cell(db: Database, tmp_path: Path) -> None:
    rows = [["Z", "TL", "", 1, "a"], ["KH23", "Z", "", 1, "a"], ["KH23", "TL", "", 0, "a"]]
    twice = [["KH23", "TL", "", 1, "a"], ["KH23", "TL", "", 2, "b"]]
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, {**PLAN_SHEETS, "Nguồn mức chỉ tiêu": [SOURCE_HEADINGS, *rows, *twice]})
    assert [(each.row, each.column) for each in caught.value.problems] == [
        (2, "Mã kế hoạch"), (3, "Mã chỉ tiêu"), (4, "Chỗ"), (6, "Mã chỉ tiêu"),
    ]  # fmt: skip
    assert target_sources(db) == []


TEXT_HEADINGS = ["Mã kế hoạch", "Văn bản", "Đoạn", "Nội dung"]
TABLE_HEADINGS = ["Mã kế hoạch", "Bảng", "Từ", "Đến", "Các ô"]
REFUSED_HEADINGS = ["Mã kế hoạch", "Vị trí", "Phần"]
DRAFTED = "Năm 2023 đạt 65%\nvà giảm 20% "
DRAFT_SHEETS: Sheets = {
    **PLAN_SHEETS,
    "Văn bản soạn thảo": [
        TEXT_HEADINGS,
        *(["KH23", "kh.docx", 1, "Năm 2023 đạt 65%"], ["KH23", None, 2, "và giảm"], ["KH23", None, 2, " 20% "]),
    ],
    "Đề xuất đã bỏ": [REFUSED_HEADINGS, ["KH23", 25, None]],
    "Nguồn mức chỉ tiêu": [[*SOURCE_HEADINGS, "Vị trí", "Phần"], ["KH23", "TL", "kh.docx", 1, "đạt 65%", 13, None]],
}  # fmt: skip


def test_a_draft_is_taken_in_to_the_letter_with_what_was_decided(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, DRAFT_SHEETS)
    assert plan_text(db, "KH23") == PlanText("KH23", DRAFTED, "kh.docx")
    assert refused_spots(db, "KH23") == [Spot(25)]
    assert target_sources(db) == [TargetSource("KH23", "TL", 1, "đạt 65%", "kh.docx", Spot(13))]
    again = take_in(db, tmp_path, DRAFT_SHEETS)
    assert not any(each.new or each.changed or each.removed for each in again.counts)


def test_another_text_takes_the_place_and_marks_and_refusals_go_with_the_old_one(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, DRAFT_SHEETS)
    text = "Khác hẳn: 70%, 20%, hoàn thành 30%"
    take_in(db, tmp_path, {"Văn bản soạn thảo": [TEXT_HEADINGS, ["KH23", "mới.txt", 1, text]]})
    assert (plan_text(db, "KH23"), refused_spots(db, "KH23")) == (PlanText("KH23", text, "mới.txt"), [])
    assert [each.spot for each in target_sources(db)] == [None]
    again = take_in(db, tmp_path, DRAFT_SHEETS)
    assert refused_spots(db, "KH23") == [Spot(25)]
    assert [each.spot for each in target_sources(db)] == [Spot(13)]
    assert {each.sheet for each in again.counts if each.new or each.changed} == {
        "Văn bản soạn thảo", "Đề xuất đã bỏ", "Nguồn mức chỉ tiêu",
    }  # fmt: skip


def test_a_workbook_without_texts_leaves_the_draft_alone_and_says_what_it_could_not_use(
    db: Database, tmp_path: Path
) -> None:
    take_in(db, tmp_path, DRAFT_SHEETS)
    result = take_in(db, tmp_path, {"Nguồn mức chỉ tiêu": DRAFT_SHEETS["Nguồn mức chỉ tiêu"]})
    assert (refused_spots(db, "KH23"), [each.spot for each in target_sources(db)]) == ([Spot(25)], [Spot(13)])
    assert [note for note in result.notes if "Vị trí" in note]


def test_a_draft_comes_back_from_a_workbook_and_the_workbook_byte_by_byte(db: Database, tmp_path: Path) -> None:
    take_in(db, tmp_path, DRAFT_SHEETS)
    text = "Bảng\na\t \tđạt 65%\nc\t\n" + "dài " * 20_000
    rows = (Row(5, 17, (Cell("a", 5, 6, 0), Cell(" ", 7, 8, 1, 2), Cell("đạt 65%", 9, 16, 3))), Row(17, 17, ()))
    save_plan_text(db, "KH23", PlanText("KH23", text, "kh.docx", (Table(rows), Table(rows[:1]))), AUTHOR)
    export_workbook(db, tmp_path / "1.xlsx")
    other = memory_database()
    import_workbook(other, tmp_path / "1.xlsx", AUTHOR)
    assert plan_text(other, "KH23") == plan_text(db, "KH23")
    export_workbook(other, tmp_path / "2.xlsx")
    assert (tmp_path / "1.xlsx").read_bytes() == (tmp_path / "2.xlsx").read_bytes()
    other.close()


def test_wrong_cells_of_a_draft_are_listed(db: Database, tmp_path: Path) -> None:
    text = [["KH23", "", 2, "đạt 65%"], ["KH23", "", 1, "trước"], ["Z", "", 1, "a"]]
    tables = [["KH23", 1, 0, 7, "0-3; 4-9"], ["KH23", 0, 0, 99, "không"], ["Z", 1, 0, 0, ""]]
    refused = [["KH23", 7, None], ["KH23", 1, "x"], ["Z", 0, None], ["KH23", 2, 1], ["KH23", 2, 1]]
    with pytest.raises(ImportRefusedError) as caught:
        take_in(
            db,
            tmp_path,
            {
                **PLAN_SHEETS,
                "Văn bản soạn thảo": [TEXT_HEADINGS, *text],
                "Bảng soạn thảo": [TABLE_HEADINGS, *tables],
                "Đề xuất đã bỏ": [REFUSED_HEADINGS, *refused],
            },
        )
    found = [(each.sheet, each.row, each.column) for each in caught.value.problems]
    assert [each for each in found if each[0] == "Văn bản soạn thảo"] == [
        ("Văn bản soạn thảo", 3, "Đoạn"), ("Văn bản soạn thảo", 4, "Mã kế hoạch"),
    ]  # fmt: skip
    assert {each[1:] for each in found if each[0] == "Bảng soạn thảo"} == {
        (2, "Các ô"), (3, "Bảng"), (3, "Đến"), (3, "Các ô"), (4, "Mã kế hoạch"),
    }  # fmt: skip
    assert [each[1:] for each in found if each[0] == "Đề xuất đã bỏ"] == [
        (2, "Vị trí"), (3, "Phần"), (4, "Mã kế hoạch"), (6, "Vị trí"),
    ]  # fmt: skip
    assert plan_text(db, "KH23") is None


def test_what_was_refused_of_no_text_is_a_wrong_cell(db: Database, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError) as caught:
        take_in(db, tmp_path, {**PLAN_SHEETS, "Đề xuất đã bỏ": [REFUSED_HEADINGS, ["KH23", 0, None]]})
    assert [(each.row, each.column) for each in caught.value.problems] == [(2, "Mã kế hoạch")]
