"""What `check` looks at in a whole file: every unit and quarter, sums of longer periods, several offices."""

from contextlib import closing
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from models.checks import ABOVE_PARENT, DUE_TOO_EARLY, INTEGRITY, QUARTER_TARGETS, Finding, Severity
from models.exchange.importer import import_workbook
from models.period import read_period
from models.plan import BalanceRule
from models.store import checking
from models.store.changes import Author
from models.store.checking import findings
from models.store.database import create_database, memory_database, open_database
from models.store.indicators import remove_indicator
from models.store.rules import save_rules
from tests.workbooks import PLAN_SHEETS, make_workbook

ACTUALS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Tử số", "Mẫu số", "Giá trị"]
RULES = ["Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải", "Sai số", "Mức độ"]
GIVEN = ["Mã kế hoạch", "Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Phép so sánh", "Mức"]
INDICATORS: list[Any] = [
    ["Mã kế hoạch", "Mã", "Tên", "Loại số đo", "Cộng dồn", "Mã cha"],
    ["K", "A", "Tổng", "số lượng", "phát sinh", None],
    ["K", "B", "Phần", "số lượng", "phát sinh", None],
    ["K", "S", "Tồn", "số lượng", "thời điểm", None],
    ["K", "O", "Kỳ trước chuyển sang", "số lượng", "đầu kỳ", None],
    ["K", "R", "Tỷ lệ", "tỷ lệ", "phát sinh", None],
    ["K", "R.1", "Trong đó", "tỷ lệ", "phát sinh", "R"],
    ["K", "D", "Điểm", "điểm", None, None],
]


def found(folder: Path, asked: str | None = None, **sheets: list[Any]) -> list[Finding]:
    """Return the findings in a file of two communes, with rows of the sheets named as keywords."""
    named = {"actuals": ("Số liệu", ACTUALS), "rules": ("Quy tắc", RULES), "assignments": ("Giao chỉ tiêu", GIVEN)}
    book: dict[str, Any] = {
        "Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["H", "Huyện", None], ["X", "Xã X", "H"], ["Y", "Xã Y", "H"]],
        "Kế hoạch": [["Mã", "Năm", "Tên", "Mã đơn vị"], ["K", 2023, "Kế hoạch", "H"]],
        "Chỉ tiêu": INDICATORS,
        "Kỳ báo cáo": [["Mã kế hoạch", "Kỳ", "Từ ngày", "Đến ngày", "Hạn gửi"], *sheets.pop("windows", [])],
    }
    book |= {named[key][0]: [named[key][1], *rows] for key, rows in sheets.items()}
    db = memory_database()
    import_workbook(db, make_workbook(folder / "a.xlsx", book), Author("thử", "import"))
    result = list(findings(db, None if asked is None else read_period(asked)))
    db.close()
    return result


def count(code: str, unit: str, period: str, value: int) -> list[Any]:
    return [code, unit, period, None, None, value]


def places(results: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(each.rule, each.unit, each.period.code if each.period else None) for each in results]


def test_a_rule_is_looked_at_for_each_unit_and_quarter(tmp_path: Path) -> None:
    rows = [count("A", unit, period, 5) for unit in "XY" for period in ("2023-Q1", "2023-Q2")]
    rows += [count("B", unit, period, 5 + (unit == "Y")) for unit in "XY" for period in ("2023-Q1", "2023-Q2")]
    results = found(tmp_path, rules=[["K", "AB", "A", "=", "B"]], actuals=rows)
    assert places(results) == [("AB", "Y", "2023-Q1"), ("AB", "Y", "2023-Q2")]


@pytest.mark.parametrize("asked, expected", [("2023-Q1", ["2023-Q1"]), ("2023-H1", ["2023-Q1"]), ("2023-Q2", [])])
def test_a_longer_period_does_not_tell_a_quarters_finding_again(
    tmp_path: Path, asked: str, expected: list[str]
) -> None:
    rows = [count("A", "X", "2023-Q1", 5), count("B", "X", "2023-Q1", 6)]
    rows += [count(code, "X", "2023-Q2", 7) for code in "AB"]
    results = found(tmp_path, asked, rules=[["K", "AB", "A", "=", "B"]], actuals=rows)
    assert [period for _, _, period in places(results)] == expected


@pytest.mark.parametrize("asked, expected", [(None, []), ("2023-Q2", []), ("2023-H1", [("AB", "X", "2023-H1")])])
def test_what_only_the_sums_show_is_told_for_the_longer_period(
    tmp_path: Path, asked: str | None, expected: list[Any]
) -> None:
    rows = [count("A", "X", period, 5) for period in ("2023-Q1", "2023-Q2")]
    rows += [count("B", "X", period, 6) for period in ("2023-Q1", "2023-Q2")]
    assert places(found(tmp_path, asked, rules=[["K", "AB", "A", "=", "B", 1]], actuals=rows)) == expected


def test_sums_with_a_quarter_missing_on_one_side_are_not_compared(tmp_path: Path) -> None:
    rows = [count("A", "X", "2023-Q1", 5), count("A", "X", "2023-Q2", 5), count("B", "X", "2023-Q1", 5)]
    assert found(tmp_path, "2023-H1", rules=[["K", "AB", "A", "=", "B"]], actuals=rows) == []


def test_in_sums_a_stock_is_its_latest_value(tmp_path: Path) -> None:
    rows = [count(code, "X", "2023-Q1", 2) for code in "AS"] + [count(code, "X", "2023-Q2", 4) for code in "AS"]
    (result,) = found(tmp_path, "2023-H1", rules=[["K", "SA", "S", "=", "A"]], actuals=rows)
    assert (result.left, result.right) == (Fraction(4), Fraction(6))


@pytest.mark.parametrize("quarters, expected", [("12", [(2, 8)]), ("1", [(2, 8)]), ("2", [])])
def test_in_sums_what_was_carried_over_is_its_first_value(
    tmp_path: Path, quarters: str, expected: list[tuple[int, int]]
) -> None:
    rows = [count("O", "X", f"2023-Q{number}", 2 * int(number)) for number in quarters]
    rows += [count("A", "X", period, 4) for period in ("2023-Q1", "2023-Q2")]
    results = found(tmp_path, "2023-H1", rules=[["K", "OA", "O", "=", "A", 2]], actuals=rows)
    assert [(each.left, each.right) for each in results] == expected


def test_a_part_above_its_parent_is_found(tmp_path: Path) -> None:
    rows = [["R", "X", "2023-Q1", 5, 10], ["R.1", "X", "2023-Q1", 6, 8], ["R.1", "Y", "2023-Q1", 6, 8]]
    assert places(found(tmp_path, actuals=rows)) == [(ABOVE_PARENT, "X", "2023-Q1")]


def test_values_given_for_the_year_are_compared_with_each_other(tmp_path: Path) -> None:
    rows = [["D", "H", 2023, None, None, 7]]
    results = found(tmp_path, "2023", rules=[["K", "DD", "D + D", "=", "D", 0, "cảnh báo"]], actuals=rows)
    assert places(results) == [("DD", "H", "2023")]
    assert results[0].severity == "warning"


def test_a_due_date_before_the_periods_end_is_told(tmp_path: Path) -> None:
    windows = [["K", "2023-Q1", None, "20/3/2023", "15/3/2023"], ["K", "2023-Q2", None, "10/6/2023", "15/6/2023"]]
    assert places(found(tmp_path, windows=windows)) == [(DUE_TOO_EARLY, None, "2023-Q1")]


def test_a_rule_that_names_what_the_plan_has_lost_is_told(tmp_path: Path) -> None:
    db, author = memory_database(), Author("thử")
    sheets: dict[str, Any] = {
        "Đơn vị": [["Mã", "Tên"], ["H", "Huyện"]],
        "Kế hoạch": [["Mã", "Năm", "Tên"], ["K", 2023, "Kế hoạch"]],
    }
    import_workbook(db, make_workbook(tmp_path / "a.xlsx", sheets | {"Chỉ tiêu": INDICATORS}), author)
    save_rules(db, "K", [BalanceRule("K", "AB", "A", "=", "B"), BalanceRule("K", "CŨ", "A", "=", "ĐÃ-XÓA")], author)
    (told,) = findings(db)
    db.close()
    assert (told.rule, told.severity) == ("CŨ", Severity.WARNING)
    assert "ĐÃ-XÓA" in told.message


def test_what_is_reported_for_an_indicator_in_no_plan_is_left_alone(tmp_path: Path) -> None:
    db, author = memory_database(), Author("thử")
    sheets: dict[str, Any] = {
        "Đơn vị": [["Mã", "Tên"], ["H", "Huyện"]],
        "Kế hoạch": [["Mã", "Năm", "Tên"], ["K", 2023, "Kế hoạch"]],
        "Chỉ tiêu": INDICATORS,
        "Số liệu": [ACTUALS, *(["R", "H", period, 3, 2] for period in ("2023-Q1", "2023-Q2"))],
    }
    import_workbook(db, make_workbook(tmp_path / "a.xlsx", sheets), author)
    assert len(list(findings(db, read_period("2023-H1")))) == 2
    for code in ("R.1", "R"):
        remove_indicator(db, "K", code, author)
    assert list(findings(db, read_period("2023-H1"))) == []
    db.close()


def test_a_file_too_damaged_to_be_read_on_is_told_as_such(tmp_path: Path) -> None:
    path = tmp_path / "hỏng.cchc"
    with closing(create_database(path)) as db:
        import_workbook(db, make_workbook(tmp_path / "sổ.xlsx", PLAN_SHEETS), Author("An"))
    path.write_bytes(path.read_bytes().replace(b"count", b"counu"))
    with closing(open_database(path)) as db:
        assert {each.rule for each in findings(db)} == {INTEGRITY}


def test_a_fault_of_ours_in_a_whole_file_is_not_taken_for_damage(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise LookupError("a fault of ours")

    monkeypatch.setattr(checking, "_of_contents", fails)
    with closing(memory_database()) as db, pytest.raises(LookupError, match="a fault of ours"):
        list(findings(db))


def test_quarter_targets_that_contradict_the_years_are_told(tmp_path: Path) -> None:
    rows = [
        ["K", "A", None, "2023", "<=", 100],
        ["K", "A", None, "2023-H1", "<=", 120],
        ["K", "A", "X", "2023", ">=", 40],
        *(["K", "A", "X", f"2023-Q{number}", ">=", 5] for number in range(1, 5)),
        ["K", "B", None, "2023-H1", ">=", 120],  # the year has none
    ]
    told = found(tmp_path, assignments=rows)
    assert places(told) == [(QUARTER_TARGETS, None, "2023"), (QUARTER_TARGETS, "X", "2023")]
    assert told[0].message == (
        "Kế hoạch K, chỉ tiêu A: mức của kỳ 2023-H1 là 120, cao hơn mức cả năm 100, lệch 20: vừa đủ đạt từng kỳ thì "
        "không đạt cả năm."
    )
    assert "chỉ tiêu A, đơn vị Xã X (X): mức của kỳ 2023-Q1, 2023-Q2" in told[1].message
    assert (told[1].severity, told[1].difference) == (Severity.WARNING, -20)
    assert places(found(tmp_path, "2023-Q1", assignments=rows)) == [(QUARTER_TARGETS, "X", "2023")]
    assert len(found(tmp_path, "2023", assignments=rows)) == 2
    assert found(tmp_path, "2022", assignments=rows) == []
