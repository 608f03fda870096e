"""`check` on the sums of the one-stop table, jumps and accepted findings, as scripts and people read it."""

import json
from pathlib import Path
from typing import Any

import pytest

from models.period import quarter
from models.store.acceptances import accept_finding
from models.store.changes import Author
from models.store.checking import findings
from models.store.database import open_database
from tests.workbooks import make_workbook
from ui.commandline import main

Output = pytest.CaptureFixture[str]
KEYS = ["rule", "unit", "period", "left", "right", "difference", "severity", "message", "accepted"]
STOCKS = (11, 12, 13)
RULES: list[list[Any]] = [
    ["C1", "MC-03", "=", "MC-04 + MC-05 + MC-06"],
    ["C2", "MC-07", "=", "MC-08 + MC-09 + MC-10"],
    ["C3", "MC-11", "=", "MC-12 + MC-13"],
    ["C4", "MC-03", "=", "MC-07 + MC-11"],
    ["C5", "MC-06", "=", "MC-11 (quý trước)"],
    ["C6", "MC-11", ">=", 0],
    ["C7", "MC-03", "=", "MC-03 (ĐƠN VỊ CẤP DƯỚI)"],
]
# columns (3) to (13) of two communes and of the district above them
FIRST = {"X": [10, 6, 3, 1, 7, 2, 4, 1, 3, 2, 1], "Y": [5, 5, 0, 0, 5, 5, 0, 0, 0, 0, 0]}
SECOND = {"X": [12, 6, 3, 3, 9, 3, 5, 1, 3, 3, 0], "Y": [6, 6, 0, 0, 6, 6, 0, 0, 0, 0, 0]}


def rows(period: str, of_units: dict[str, list[int]]) -> list[list[Any]]:
    above = [sum(column) for column in zip(*of_units.values(), strict=True)]
    return [
        [f"MC-{number:02}", unit, period, value]
        for unit, values in {"H": above, **of_units}.items()
        for number, value in enumerate(values, start=3)
    ]


@pytest.fixture
def book(tmp_path: Path) -> dict[str, Any]:
    """A plan that reports every column of the table, the totals too, with nothing wrong in two quarters."""
    how = {
        number: "thời điểm" if number in STOCKS else "đầu kỳ" if number == 6 else "phát sinh" for number in range(3, 14)
    }
    return {
        "Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["H", "Huyện", None], ["X", "Xã X", "H"], ["Y", "Xã Y", "H"]],
        "Kế hoạch": [["Mã", "Năm", "Tên"], ["K", 2023, "Kế hoạch"]],
        "Chỉ tiêu": [
            ["Mã kế hoạch", "Mã", "Tên", "Loại số đo", "Cộng dồn"],
            *(["K", f"MC-{number:02}", f"Cột {number}", "số lượng", how[number]] for number in how),
        ],
        "Quy tắc": [["Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải"], *(["K", *rule] for rule in RULES)],
        "Số liệu": [
            ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Giá trị"],
            *rows("2023-Q1", FIRST),
            *rows("2023-Q2", SECOND),
        ],
    }


def made(folder: Path, book: dict[str, Any], capsys: Output) -> Path:
    file = folder / "a.cchc"
    for words in (["new", file], ["import", file, make_workbook(folder / "a.xlsx", book)]):
        assert main([str(word) for word in words]) == 0
    capsys.readouterr()
    return file


def told(file: Path, capsys: Output, *words: str) -> list[dict[str, Any]]:
    assert main(["check", str(file), *words, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def change(book: dict[str, Any], code: str, unit: str, period: str, value: int) -> None:
    (row,) = (row for row in book["Số liệu"] if row[:3] == [code, unit, period])
    row[3] = value


@pytest.mark.parametrize("period", ["2023-Q1", "2023-Q2"])
def test_a_table_that_adds_up_has_no_findings(
    book: dict[str, Any], tmp_path: Path, capsys: Output, period: str
) -> None:
    assert told(made(tmp_path, book, capsys), capsys, "--period", period) == []


@pytest.mark.parametrize("period", ["2023-Q2", "2023-H1", "2023-9M"])
def test_without_typed_totals_the_table_adds_up_in_longer_periods_too(
    book: dict[str, Any], tmp_path: Path, capsys: Output, period: str
) -> None:
    sides = ("MC-04 + MC-05 + MC-06", "MC-08 + MC-09 + MC-10 + MC-12 + MC-13")
    carried = ("MC-06", "MC-12 (quý trước) + MC-13 (quý trước)")
    book["Quy tắc"][1:] = [
        ["K", code, left, "=", right] for code, (left, right) in {"C4": sides, "C5": carried}.items()
    ]
    assert told(made(tmp_path, book, capsys), capsys, "--period", period) == []


@pytest.mark.parametrize(
    "code, unit, value, expected",
    [
        ("MC-04", "X", 7, [("C1", "X", "12", "13", "-1")]),
        ("MC-08", "Y", 4, [("C2", "Y", "6", "4", "2")]),
        ("MC-13", "X", 2, [("C3", "X", "3", "5", "-2")]),
        ("MC-06", "X", 4, [("C1", "X", "12", "13", "-1"), ("C5", "X", "4", "3", "1")]),
        ("MC-03", "H", 19, [("C1", "H", "19", "18", "1"), ("C4", "H", "19", "18", "1"), ("C7", "H", "19", "18", "1")]),
    ],
)
def test_each_sum_that_is_broken_is_told_with_its_difference(
    book: dict[str, Any], tmp_path: Path, capsys: Output, code: str, unit: str, value: int, expected: list[Any]
) -> None:
    change(book, code, unit, "2023-Q2", value)
    found = told(made(tmp_path, book, capsys), capsys, "--period", "2023-Q2")
    assert [(each["rule"], each["unit"], each["left"], each["right"], each["difference"]) for each in found] == expected
    assert all(list(each) == KEYS and each["period"] == "2023-Q2" and not each["accepted"] for each in found)
    assert f"lệch {expected[0][4].lstrip('-')}." in found[0]["message"]


def test_a_jump_is_a_warning_and_accepted_it_is_still_listed(
    book: dict[str, Any], tmp_path: Path, capsys: Output
) -> None:
    book.pop("Quy tắc")
    change(book, "MC-04", "X", "2023-Q1", 176)
    change(book, "MC-04", "X", "2023-Q2", 392)
    change(book, "MC-04", "H", "2023-Q1", 300)
    file = made(tmp_path, book, capsys)
    (fall, jump) = told(file, capsys)
    assert (jump["rule"], jump["severity"], jump["difference"]) == ("jump-last-quarter", "warning", "216")
    assert "tăng 122,73% so với quý I, từ 176 lên 392, lệch 216." in jump["message"]
    assert (fall["unit"], fall["left"], fall["right"], fall["difference"]) == ("H", "12", "300", "-288")
    db = open_database(file)
    accept_finding(db, list(findings(db, quarter(2023, 2)))[1], "mở rộng địa bàn", Author("thử"))
    db.close()
    (jump, fall) = sorted(told(file, capsys), key=lambda each: not each["accepted"])
    assert jump["accepted"] is True
    assert jump["message"].endswith("lệch 216. Đã chấp nhận: mở rộng địa bàn.")
    assert fall["accepted"] is False
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().out.count("chấp nhận") == 1
