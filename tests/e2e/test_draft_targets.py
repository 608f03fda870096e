"""draft-targets: a plan goes in, the targets it seems to set come out."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import docx
import pytest

from models.exchange.documents import read_document
from ui.commandline import main

PLAN = (
    "Phấn đấu tỷ lệ hồ sơ trực tuyến đạt tối thiểu 65%.\nChỉ số PAR INDEX xếp loại Khá trở lên; nâng cao vị thứ PAPI.\n"
)
KEYS = ["text", "start", "end", "indicator", "operator", "value", "value_to", "unit", "scope", "direction",
        "base_year", "deadline", "clarity"]  # fmt: skip

Output = pytest.CaptureFixture[str]


def drafted(output: Output, *words: object) -> list[dict[str, Any]]:
    output.readouterr()
    assert main(["draft-targets", *map(str, words), "--json"]) == 0
    read: list[dict[str, Any]] = json.loads(output.readouterr().out)
    return read


def test_json_lists_each_target_with_its_clause(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    found = drafted(capsys, path)
    assert [(each["operator"], each["value"]) for each in found] == [(">=", "65"), ("grade", "Khá"), ("rank", None)]
    assert all(list(each) == KEYS for each in found)
    assert all(PLAN[each["start"] : each["end"]] == each["text"] for each in found)


def test_json_holds_places_and_years_as_numbers_and_values_as_strings(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Đến năm 2025, giảm từ 10 đến 15% chi phí so với năm 2021.", encoding="utf-8")
    (found,) = drafted(capsys, path)
    assert found == {
        "text": "giảm từ 10 đến 15% chi phí so với năm 2021",
        "start": 14,
        "end": 56,
        "indicator": "chi phí",
        "operator": "range",
        "value": "10",
        "value_to": "15",
        "unit": "%",
        "scope": "",
        "direction": "reduce",
        "base_year": 2021,
        "deadline": "2025-12-31",
        "clarity": "rõ",
    }


def test_text_comes_from_standard_input(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAN.encode())))
    assert [each["value"] for each in drafted(capsys, "-")] == ["65", "Khá", None]


def test_standard_input_that_is_no_text_is_refused(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\x00")))
    assert main(["draft-targets", "-"]) == 1
    assert capsys.readouterr().err == "Văn bản ở đầu vào không phải là Unicode (UTF-8).\n"


def test_lines_name_target_and_source_and_count_what_is_unclear(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PLAN, encoding="utf-8")
    assert main(["draft-targets", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == [
        "  1. tỷ lệ hồ sơ trực tuyến: >= 65% (rõ)",
        "     “Phấn đấu tỷ lệ hồ sơ trực tuyến đạt tối thiểu 65%”",
    ]
    assert lines[-1] == "Đã đọc: 3 chỉ tiêu, 1 cần xem lại."


def test_text_without_targets_is_said_to_have_none(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Căn cứ Quyết định số 876/QĐ-BNV ngày 10/11/2022.", encoding="utf-8")
    assert main(["draft-targets", str(path)]) == 0
    assert capsys.readouterr().out == "Đã đọc: không thấy chỉ tiêu nào.\n"


def test_word_plan_is_read_with_its_tables(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "kế hoạch.docx"
    document = docx.Document()
    document.add_paragraph("100% hồ sơ được công khai.")
    table = document.add_table(0, 4)
    for row in (("TT", "Chỉ tiêu", "Đơn vị tính", "Năm 2024"), ("1", "Hồ sơ trực tuyến", "%", "≥ 65")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    document.save(str(path))
    text = read_document(path).text
    found = drafted(capsys, path)
    assert [(each["operator"], each["value"]) for each in found] == [("=", "100"), (">=", "65")]
    assert all(text[each["start"] : each["end"]] == each["text"] for each in found)


def test_file_that_is_not_there_is_said_in_one_sentence(tmp_path: Path, capsys: Output) -> None:
    assert main(["draft-targets", str(tmp_path / "a.txt")]) == 1
    assert capsys.readouterr().err.startswith("Không tìm thấy tệp")


OLD_FONTS = {
    "TCVN3": "Tû lÖ hå s¬ gi¶i quyÕt ®óng h¹n ®¹t tèi thiÓu 65%.",
    "VNI": "Tyû leä hoà sô giaûi quyeát ñuùng haïn ñaït toái thieåu 65%.",
}


@pytest.mark.parametrize("text", OLD_FONTS.values(), ids=OLD_FONTS.keys())
def test_letters_of_an_old_font_are_refused_and_not_guessed(text: str, tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "kế hoạch.docx"
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))
    assert main(["draft-targets", str(path)]) == 1
    assert "phông chữ cũ" in capsys.readouterr().err


def test_byte_order_mark_and_line_ends_of_windows_change_nothing(tmp_path: Path, capsys: Output) -> None:
    plain, windows = tmp_path / "a.txt", tmp_path / "b.txt"
    plain.write_bytes(PLAN.encode())
    windows.write_bytes(b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode())
    given = PLAN.replace("\n", "\r\n")
    found = drafted(capsys, windows)
    assert [each["text"] for each in found] == [each["text"] for each in drafted(capsys, plain)]
    assert all(given[each["start"] : each["end"]] == each["text"] for each in found)
