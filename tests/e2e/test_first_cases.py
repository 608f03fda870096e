"""Figures that five authorities published: entered through a workbook, they come out as published.

A is the sample. What is wrong in B is noticed; what is right in it is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.workbooks import Sheets, make_workbook
from ui.commandline import main

ACTUALS = ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Tử số", "Mẫu số", "Giá trị", "Ghi chú"]
INDICATORS = [
    "Mã kế hoạch",
    "Mã",
    "Tên",
    "Loại số đo",
    "Cộng dồn",
    "Phép so sánh",
    "Mức",
    "Thang điểm",
    "Tháng công bố",
]
BASES = ["Mã kế hoạch", "Loại văn bản", "Số ký hiệu", "Ngày", "Cơ quan", "Trích yếu"]
RULES = ["Mã kế hoạch", "Mã", "Vế trái", "Phép so sánh", "Vế phải", "Nội dung"]

Output = pytest.CaptureFixture[str]


def entered(folder: Path, sheets: Sheets) -> str:
    """Make a data file of a workbook, by the commands."""
    file, book = str(folder / "ca.cchc"), str(make_workbook(folder / "ca.xlsx", sheets))
    assert main(["new", file]) == 0
    assert main(["import", file, book]) == 0
    return file


def answer(output: Output, *words: str) -> list[dict[str, Any]]:
    """Return what a command prints as JSON."""
    output.readouterr()
    assert main([*words, "--json"]) == 0
    found: list[dict[str, Any]] = json.loads(output.readouterr().out)
    return found


def figures(output: Output, file: str, period: str, *words: str) -> dict[str, dict[str, Any]]:
    found = answer(output, "progress", file, "--period", period, "--on", "2024-06-30", *words)
    return {each["indicator"]: each for each in found}


COUNTS_OF_B = {
    "DVC": ("Dịch vụ công trực tuyến", 297),
    "DVC-H": ("Dịch vụ công trực tuyến cấp huyện", 216),
    "DVC-X": ("Dịch vụ công trực tuyến cấp xã", 81),
    "TN-X": ("Hồ sơ cấp xã tiếp nhận", 11072),
    "SH-X": ("Hồ sơ cấp xã trả sớm hạn", 458),
    "DH-X": ("Hồ sơ cấp xã trả đúng hạn", 10614),
    "KS": ("Lượt đánh giá", 5952),
    "KS-1": ("Rất hài lòng", 6597),
    "KS-2": ("Hài lòng", 335),
    "KS-3": ("Bình thường", 20),
}


@pytest.fixture
def chau_thanh(tmp_path: Path) -> str:
    """Return the file of case B: a district's one-stop figures, entered by the district office."""
    return entered(
        tmp_path,
        {
            "Đơn vị": [["Mã", "Tên"], ["CT", "UBND huyện Châu Thành"]],
            "Kế hoạch": [["Mã", "Năm", "Tên"], ["CT-2023", 2023, "Kế hoạch cải cách hành chính năm 2023"]],
            "Chỉ tiêu": [
                INDICATORS,
                *(["CT-2023", code, name, "số lượng", "phát sinh"] for code, (name, _) in COUNTS_OF_B.items()),
                ["CT-2023", "DH", "Hồ sơ cấp huyện đúng hạn", "tỷ lệ", "phát sinh", ">=", 100],
                ["CT-2023", "DHX", "Hồ sơ cấp xã đúng hạn", "tỷ lệ", "phát sinh", ">=", 100],
                ["CT-2023", "KSTT", "Xã thực hiện kiểm soát TTHC", "tỷ lệ", "thời điểm", "=", 100],
                ["CT-2023", "TP", "DVC toàn trình trên Cổng quốc gia", "tỷ lệ", "thời điểm", None, None],
            ],
            "Số liệu": [
                ACTUALS,
                *([code, "CT", "2023-Q1", None, None, value] for code, (_, value) in COUNTS_OF_B.items()),
                ["DH", "CT", "2023-Q1", 2647, 2647],
                ["DHX", "CT", "2023-Q1", "11.072,0", 11072],
                ["KSTT", "CT", "2023-Q1", 8, 8],
                ["TP", "CT", "2023-Q1", 64, 297],
            ],
            "Quy tắc": [
                RULES,
                ["CT-2023", "DVC", "DVC", "=", "DVC-H + DVC-X", "Tổng dịch vụ công bằng huyện cộng xã"],
                ["CT-2023", "XA", "TN-X", "=", "SH-X + DH-X", "Hồ sơ tiếp nhận bằng sớm hạn cộng đúng hạn"],
                ["CT-2023", "KS", "KS", "=", "KS-1 + KS-2 + KS-3", "Tổng lượt đánh giá bằng các mức cộng lại"],
            ],
        },
    )


def test_b_the_total_that_is_wrong_by_1000_is_told_and_the_right_sums_are_not(chau_thanh: str, capsys: Output) -> None:
    (found,) = answer(capsys, "check", chau_thanh)
    assert "lệch 1.000" in found["message"]
    assert "vế trái 5.952, vế phải 6.952" in found["message"]
    assert {key: found[key] for key in found if key != "message"} == {
        "rule": "KS",
        "unit": "CT",
        "period": "2023-Q1",
        "left": "5952",
        "right": "6952",
        "difference": "-1000",
        "severity": "error",
        "accepted": False,
    }


@pytest.mark.parametrize("period, count", [("2023-Q1", 1), ("2023-H1", 1), ("2023", 1), ("2023-Q2", 0), ("2022", 0)])
def test_b_the_wrong_total_is_told_once_in_every_period_that_holds_it(
    chau_thanh: str, capsys: Output, period: str, count: int
) -> None:
    assert len(answer(capsys, "check", chau_thanh, "--period", period)) == count


def test_b_rates_and_counts_are_as_published(chau_thanh: str, capsys: Output) -> None:
    found = figures(capsys, chau_thanh, "2023-Q1")
    assert {code: found[code]["value"] for code in COUNTS_OF_B} == {
        code: str(value) for code, (_, value) in COUNTS_OF_B.items()
    }
    assert [(found[code]["value"], found[code]["state"]) for code in ("DH", "DHX", "KSTT")] == [("100", "met")] * 3
    assert (found["TP"]["value"], found["TP"]["state"], found["TP"]["gap"]) == ("21.5488", "no_target", None)


def test_b_an_accepted_total_is_still_told_as_accepted(chau_thanh: str, capsys: Output, tmp_path: Path) -> None:
    rows = [[*ACTUALS, "Chấp nhận"], ["KS", "CT", "2023-Q1", None, None, 5952, None, "như văn bản đã ban hành"]]
    assert main(["import", chau_thanh, str(make_workbook(tmp_path / "b.xlsx", {"Số liệu": rows}))]) == 0
    (found,) = answer(capsys, "check", chau_thanh)
    assert found["accepted"] is True


def test_b_totals_and_parts_of_different_units_are_held_against_each_other(tmp_path: Path, capsys: Output) -> None:
    """The district reports the total, each commune its own part: only the whole can be looked at."""
    file = entered(
        tmp_path,
        {
            "Đơn vị": [["Mã", "Tên", "Mã cấp trên"], ["H", "Huyện", None], ["A", "Xã A", "H"], ["B", "Xã B", "H"]],
            "Kế hoạch": [["Mã", "Năm", "Tên"], ["K", 2023, "Kế hoạch"]],
            "Chỉ tiêu": [INDICATORS, ["K", "T", "Tổng", "số lượng"], ["K", "P", "Phần của xã", "số lượng"]],
            "Giao chỉ tiêu": [["Mã kế hoạch", "Mã chỉ tiêu", "Mã đơn vị"], ["K", "T", "H"]],
            "Số liệu": [
                ACTUALS,
                ["T", "H", "2023-Q1", None, None, 100],
                ["P", "A", "2023-Q1", None, None, 60],
                ["P", "B", "2023-Q1", None, None, 30],
                ["T", "H", "2023-Q2", None, None, 100],
                ["P", "A", "2023-Q2", None, None, 60],
            ],
            "Quy tắc": [RULES, ["K", "R", "T", "=", "P", "Tổng bằng các xã"]],
        },
    )
    (found,) = answer(capsys, "check", file)
    assert (found["period"], found["unit"], found["difference"]) == ("2023-Q1", None, "10")


BASES_OF_C = [
    ("Chương trình", "12-CTr/TU", "26/3/2021"),
    ("Quyết định", "1850/QĐ-UBND", "06/9/2021"),
    ("Quyết định", "384/QĐ-UBND", "16/02/2022"),
    ("Kế hoạch", "97/KH-UBND", "30/12/2022"),
    ("Kế hoạch", "22/KH-UBND", "14/3/2023"),
    ("Quyết định", "876/QĐ-BNV", "10/11/2022"),
]


def test_c_a_provinces_index_its_rank_and_the_documents_it_rests_on(tmp_path: Path, capsys: Output) -> None:
    file = entered(
        tmp_path,
        {
            "Đơn vị": [["Mã", "Tên"], ["TV", "UBND tỉnh Trà Vinh"]],
            "Kế hoạch": [["Mã", "Năm", "Tên"], ["TV-2022", 2022, "Kế hoạch cải cách hành chính năm 2022"]],
            "Căn cứ": [BASES, *(["TV-2022", *each, "UBND tỉnh", "Về cải cách hành chính"] for each in BASES_OF_C)],
            "Chỉ tiêu": [
                INDICATORS,
                ["TV-2022", "PAR", "PAR INDEX: điểm", "điểm", None, ">=", 80, 100, 4],
                ["TV-2022", "PAR-H", "PAR INDEX: vị thứ", "thứ hạng", None, "tốt hơn năm trước", None, 63, 4],
            ],
            "Số liệu": [
                ACTUALS,
                ["PAR", "TV", 2022, None, None, 83.00],
                ["PAR-H", "TV", 2022, None, None, "50/63"],
                ["PAR-H", "TV", 2021, None, None, "52/63"],
            ],
        },
    )
    found = figures(capsys, file, "2022")
    assert (found["PAR"]["value"], found["PAR"]["state"], found["PAR"]["gap"]) == ("83", "met", "3")
    rank = found["PAR-H"]
    assert (rank["value"], rank["operator"], rank["target"], rank["gap"], rank["state"]) == (
        "50",
        "better",
        "52",
        "2",
        "met",
    )
    out = tmp_path / "ra.xlsx"
    assert main(["export", file, str(out)]) == 0
    from models.exchange.workbook_reader import read_workbook

    assert [each.number for each in read_workbook(out).bases] == [number for _, number, _ in BASES_OF_C]


def test_d_an_index_that_fell_and_what_was_done_about_it(tmp_path: Path, capsys: Output) -> None:
    cause = "Chấm điểm tự đánh giá chưa sát; tài liệu kiểm chứng chưa đủ"
    file = entered(
        tmp_path,
        {
            "Đơn vị": [["Mã", "Tên"], ["LS", "UBND tỉnh Lạng Sơn"]],
            "Kế hoạch": [["Mã", "Năm", "Tên"], ["LS-2019", 2019, "Kế hoạch cải cách hành chính năm 2019"]],
            "Thang xếp loại": [
                ["Mã kế hoạch", "Thứ tự", "Tên", "Từ điểm"],
                ["LS-2019", 1, "Nhóm A", 90],
                ["LS-2019", 2, "Nhóm B", 80],
                ["LS-2019", 3, "Nhóm C", 70],
            ],
            "Chỉ tiêu": [
                INDICATORS,
                ["LS-2019", "PAR", "PAR INDEX: điểm", "điểm", None, ">", 80, 100, 5],
                ["LS-2019", "PAR-H", "PAR INDEX: vị thứ", "thứ hạng", None, "tốt hơn năm trước", None, 63, 5],
                ["LS-2019", "PAR-N", "PAR INDEX: nhóm", "xếp loại", None, ">=", "Nhóm A", None, 5],
            ],
            "Số liệu": [
                ACTUALS,
                ["PAR", "LS", 2019, None, None, 80.33],
                ["PAR-H", "LS", 2019, None, None, "42/63"],
                ["PAR-H", "LS", 2018, None, None, 26],
                ["PAR-N", "LS", 2019, None, None, "nhóm b"],
            ],
            "Giải trình": [
                ["Mã chỉ tiêu", "Mã đơn vị", "Kỳ", "Nguyên nhân", "Giải pháp", "Chịu trách nhiệm", "Hạn"],
                ["PAR-H", "LS", 2019, cause, "Giao từng tiêu chí cho sở", "Giám đốc Sở Nội vụ", "30/9/2020"],
            ],
        },
    )
    found = figures(capsys, file, "2019")
    assert (found["PAR"]["value"], found["PAR"]["gap"], found["PAR"]["state"]) == ("80.33", "0.33", "met")
    rank, group = found["PAR-H"], found["PAR-N"]
    assert (rank["value"], rank["target"], rank["gap"], rank["state"]) == ("42", "26", "-16", "missed")
    assert (group["value"], group["target"], group["gap"], group["state"]) == ("Nhóm B", "Nhóm A", "-1", "missed")
    assert main(["export", file, str(tmp_path / "ra.xlsx")]) == 0
    from models.exchange.importer import known
    from models.exchange.workbook_reader import read_workbook
    from models.store.database import open_database

    db = open_database(Path(file))
    (told,) = read_workbook(tmp_path / "ra.xlsx", known(db)).explanations
    db.close()
    assert (told.cause, told.remedy) == (cause, "Giao từng tiêu chí cho sở")


def test_e_a_districts_directive_and_the_indices_it_follows(tmp_path: Path, capsys: Output) -> None:
    file = entered(
        tmp_path,
        {
            "Đơn vị": [
                ["Mã", "Tên", "Mã cấp trên"],
                ["NT", "UBND huyện Núi Thành", None],
                ["TX", "Một xã", "NT"],
                ["TY", "Một xã khác", "NT"],
            ],
            "Kế hoạch": [["Mã", "Năm", "Tên"], ["NT-2023", 2023, "Chỉ thị năm 2023"]],
            "Chỉ tiêu": [
                INDICATORS,
                ["NT-2023", "DB", "Hồ sơ đồng bộ, công khai trên Cổng quốc gia", "tỷ lệ", "phát sinh", "=", "100%"],
                ["NT-2023", "PAR", "PAR INDEX: vị thứ", "thứ hạng", None, "tốt hơn năm trước", None, 18],
                ["NT-2023", "SIPAS", "SIPAS: vị thứ", "thứ hạng", None, "tốt hơn năm trước", None, 18],
                ["NT-2023", "PAPI", "PAPI: vị thứ", "thứ hạng", None, "tốt hơn năm trước", None, 18],
            ],
            "Số liệu": [
                ACTUALS,
                ["DB", "TX", "2023-Q1", 120, 120],
                ["DB", "TY", "2023-Q1", 9999, 10000],
                ["DB", "TX", "2023-Q2", 5, 5],
            ],
        },
    )
    found = figures(capsys, file, "2023-H1")
    synchronised = found["DB"]
    assert (synchronised["numerator"], synchronised["denominator"]) == ("10124", "10125")
    assert (synchronised["value"], synchronised["state"], synchronised["provisional"]) == ("99.9901", "near", True)
    assert (synchronised["reported_units"], synchronised["expected_units"]) == ("1", "2")
    assert {found[code]["state"] for code in ("PAR", "SIPAS", "PAPI")} == {"no_data"}
    by_unit = answer(capsys, "progress", file, "--period", "2023-Q1", "--on", "2023-03-01", "--by-unit")
    assert {(each["unit"], each["state"]) for each in by_unit if each["indicator"] == "DB"} == {
        ("TX", "met"),
        ("TY", "near"),
    }
