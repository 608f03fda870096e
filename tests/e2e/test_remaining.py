"""What remains of the year's targets, without the window."""

import json
from pathlib import Path
from typing import Any

import pytest

from models.exchange.importer import import_workbook
from models.store.changes import Author
from models.store.database import create_database
from tests.workbooks import make_workbook
from ui.commandline import main

Output = pytest.CaptureFixture[str]
H1 = ("--period", "2023-H1", "--on", "2023-06-20")


def said(output: Output, *words: object) -> str:
    output.readouterr()
    assert main(["remaining", *map(str, words)]) == 0
    return output.readouterr().out.strip()


def records(output: Output, *words: object) -> dict[str, dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(said(output, *words, "--json"))
    return {each["indicator"]: each for each in found}


def test_a_script_reads_what_remains_in_exact_numbers(sample: Path, capsys: Output) -> None:
    found = records(capsys, sample, *H1)["TTHC-01"]
    units = found.pop("units")
    assert found == {
        "indicator": "TTHC-01",
        "unit": None,
        "operator": ">=",
        "target": "65",
        "target_to": None,
        "needed": "3368",
        "room": None,
        "wanted": None,
        "expected": "4720",
        "basis": "last_year",
        "working_days": "125",
        "per_working_day": "26.944",
        "per_unit": "259.0769",
        "can_be_reached": True,
        "at_pace": True,
        "forecast": "60.7128",
        "forecast_low": None,
        "forecast_high": None,
        "forecast_basis": "last_year",
        "forecast_points": "2",
        "forecast_reached": {"numerator": "2521", "denominator": "4340", "value": "0"},
        "forecast_rest": {"numerator": "2979.5779", "denominator": "4720", "value": "0"},
        "forecast_past": [],
        "lacking": "300",
    }
    assert len(units) == 10
    assert units[0] == {"unit": "THANHMY", "lacking": "40", "share": "11.8694"}


def test_a_unit_is_asked_alone(sample: Path, capsys: Output) -> None:
    found = records(capsys, sample, *H1, "--unit", "PCM")["TTHC-03.1"]
    assert (found["unit"], found["per_unit"]) == ("PCM", found["needed"])
    assert main(["remaining", str(sample), *H1, "--unit", "Z"]) == 1


def test_a_person_reads_what_remains_and_who_can_close_the_gap(sample: Path, capsys: Output) -> None:
    lines = said(capsys, sample, *H1).splitlines()
    assert lines[:4] == [
        "TTHC-01  Hồ sơ trực tuyến một phần",
        "    cần thêm 3.368, dự kiến còn 4.720 (theo cùng kỳ năm trước)",
        "    26,9 mỗi ngày làm việc (còn 125 ngày); 259,1 mỗi đơn vị",
        "    ước cả năm 60,71% (theo cùng kỳ năm trước)",
    ]
    assert lines[4].startswith("    kỳ này thiếu 300; ít nhất 10 đơn vị đủ bù: THANHMY 40 (11,9%), DACPRING 38 (11,3%)")
    assert "    không còn khả năng đạt trong năm: cần thêm 3.537, dự kiến còn 3.487 (theo cùng kỳ năm trước)" in lines
    assert "    đã đủ cho cả năm, theo số đang có" in lines
    assert lines[-1] == "    chưa đủ số liệu để tính phần còn lại của năm"


INDICATORS: list[list[Any]] = [
    ["Mã kế hoạch", "Mã", "Tên", "Loại số đo", "Cộng dồn", "Thang điểm", "Phép so sánh", "Mức"],
    ["K", "ROOM", "Quá hạn", "số lượng", "phát sinh", None, "<=", 50],
    ["K", "OVER", "Quá hạn nhiều", "số lượng", "phát sinh", None, "<=", 5],
    ["K", "FALL", "Tồn đọng", "số lượng", "thời điểm", None, "<=", 5],
    ["K", "RANK", "Vị thứ", "thứ hạng", None, 63, ">=", 5],
    ["K", "BAND", "Xếp loại", "xếp loại", None, None, ">=", "Tốt"],
    ["K", "SCORE", "Điểm", "điểm", None, 100, ">=", 80],
    ["K", "DONE", "Hoàn thành", "hoàn thành", None, None, "=", "có"],
    ["K", "GOOD", "Vị thứ tốt", "thứ hạng", None, 63, ">=", 5],
    ["K", "BEST", "Vị thứ không có", "thứ hạng", None, 63, ">", 1],
]
CELLS = {"ROOM": 10, "OVER": 10, "FALL": 9}
GIVEN = {"RANK": 7, "BAND": "Khá", "SCORE": 75.5, "DONE": "không", "GOOD": 3, "BEST": 3}


def a_file(folder: Path, *, is_empty: bool = False) -> Path:
    heads = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Giá trị"]
    actuals = [[code, "X", f"2023-Q{number}", value] for code, value in CELLS.items() for number in (1, 2)]
    actuals += [["ROOM", "X", f"{year}-Q{number}", 10] for year in range(2019, 2023) for number in range(1, 5)]
    actuals += [[code, "H", "2023-Q2", value] for code, value in GIVEN.items()]
    path = folder / "tệp.cchc"
    book: dict[str, Any] = {
        "Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["H", "Huyện", None], ["X", "Xã X", "H"]],
        "Kế hoạch": [["Mã", "Năm", "Tên", "Mã đơn vị"], ["K", 2023, "Kế hoạch", "H"]],
        "Thang xếp loại": [["Mã kế hoạch", "Thứ tự", "Tên"], ["K", 1, "Tốt"], ["K", 2, "Khá"]],
        "Chỉ tiêu": INDICATORS[:1] if is_empty else INDICATORS,
        "Số liệu": [heads] if is_empty else [heads, *actuals],
    }
    db = create_database(path)
    import_workbook(db, make_workbook(folder / "sổ.xlsx", book), Author("thử", "import"))
    db.close()
    return path


def test_limits_ranks_bands_and_scores_are_said_in_their_own_words(tmp_path: Path, capsys: Output) -> None:
    lines = said(capsys, a_file(tmp_path), *H1).splitlines()
    texts = dict.fromkeys((line.split()[0] for line in lines if not line.startswith(" ")), "")
    code = ""
    for line in lines:
        code = code if line.startswith(" ") else line.split()[0]
        texts[code] += line.strip() + "\n" if line.startswith(" ") else ""
    assert texts["ROOM"].splitlines() == [
        "được phát sinh thêm không quá 30, dự kiến còn 20 (theo cùng kỳ năm trước)",
        "ước cả năm 40, từ 40 đến 40 như các năm trước (theo cùng kỳ năm trước)",
    ]
    assert texts["OVER"].splitlines()[0] == (
        "không còn khả năng đạt trong năm: đã vượt 15, dự kiến còn 20 (theo bình quân từ đầu năm)"
    )
    assert texts["OVER"].splitlines()[-1] == "kỳ này vượt 15; các đơn vị đạt hết mức của mình vẫn không đủ bù"
    assert texts["FALL"].splitlines()[0] == "phải giảm 4, theo số đang có"
    assert texts["RANK"] == "còn thiếu 2 bậc, cần hạng 5\n"
    assert texts["BAND"] == "còn thiếu 1 bậc, cần Tốt\n"
    assert texts["SCORE"] == "còn thiếu 4,5 điểm, cần 80\n"
    assert texts["DONE"] == "chưa hoàn thành\n"
    assert texts["GOOD"] == "đang ở mức đạt (hạng 3)\n"
    assert texts["BEST"] == "không còn khả năng đạt trong năm: không có bậc nào tốt hơn\n"
    wanted = {code: each["wanted"] for code, each in records(capsys, tmp_path / "tệp.cchc", *H1).items()}
    assert (wanted["RANK"], wanted["BAND"], wanted["DONE"], wanted["ROOM"]) == ("5", "Tốt", "có", None)


def test_a_plan_without_targets_is_said_so(tmp_path: Path, capsys: Output) -> None:
    path = a_file(tmp_path, is_empty=True)
    assert said(capsys, path, *H1) == "Kế hoạch chưa có chỉ tiêu nào so được với mức cả năm."
    assert records(capsys, path, *H1) == {}
