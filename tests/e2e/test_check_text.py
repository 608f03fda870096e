"""check-text: a report goes in, what it claims of its numbers comes out."""

import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from models.exchange.documents import read_document
from ui.commandline import main

CASE_B = (
    "Huyện có 297 thủ tục trực tuyến, gồm 216 cấp huyện và 81 cấp xã.\n"
    "Cấp xã tiếp nhận 11.072 hồ sơ, trong đó giải quyết trước hạn 458, đúng hạn 10.614, không có hồ sơ trễ hạn.\n"
    "Có 5.952 lượt đánh giá (rất hài lòng 6.597; hài lòng 335; bình thường 20).\n"
)

Output = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "báo cáo.txt"
    path.write_text(CASE_B, encoding="utf-8")
    return path


def claims(output: Output, *words: object) -> list[dict[str, Any]]:
    """Return what the command prints as JSON."""
    output.readouterr()
    assert main(["check-text", *map(str, words), "--json"]) == 0
    read: list[dict[str, Any]] = json.loads(output.readouterr().out)
    return read


def test_json_lists_true_and_false_claims(report: Path, capsys: Output) -> None:
    found = claims(capsys, report)
    assert [(each["stated"], each["computed"], each["difference"], each["holds"]) for each in found] == [
        ("297", "297", "0", True),
        ("11072", "11072", "0", True),
        ("5952", "6952", "-1000", False),
    ]
    assert all(list(each) == ["clause", "start", "end", "stated", "computed", "difference", "holds"] for each in found)
    assert all(CASE_B[each["start"] : each["end"]] == each["clause"] for each in found)


def test_lines_say_what_is_wrong_first(report: Path, capsys: Output) -> None:
    assert main(["check-text", str(report)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "5.952" in lines[0]
    assert "lệch 1.000" in lines[0]
    assert lines[-1] == "Đã đọc: 3 điều tính lại được, 1 điều không khớp."


def test_text_without_claims_is_said_to_have_none(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Thực hiện Quyết định số 876/QĐ-BNV ngày 10/11/2022.", encoding="utf-8")
    assert claims(capsys, path) == []
    assert main(["check-text", str(path)]) == 0
    assert "không thấy" in capsys.readouterr().out


def word_report(path: Path) -> Path:
    """Write a Word report with prose, a list and a table with grouped heads."""
    document = docx.Document()
    document.add_paragraph("Kết quả giải quyết hồ sơ: đã giải quyết 100 hồ sơ, trong đó:")
    document.add_paragraph("Trước hạn: 60 hồ sơ", style="List Bullet")
    document.add_paragraph("Đúng hạn: 41 hồ sơ", style="List Bullet")
    table = document.add_table(rows=5, cols=6)
    table.cell(0, 2).merge(table.cell(0, 5)).text = "ĐÃ GIẢI QUYẾT"
    heads = ["STT", "Lĩnh vực", "Tổng", "Trước hạn", "Đúng hạn", "Quá hạn"]
    rows = [heads, ["1", "Đất đai", "70", "40", "30", "0"], ["2", "Hộ tịch", "30", "20", "11", "0"]]
    for place, row in enumerate([*rows, ["", "Tổng cộng", "100", "60", "41", "0"]], start=1):
        for column, words in enumerate(row):
            table.cell(place, column).text = words
    document.add_paragraph("Hoàn thành 56/76 nhiệm vụ, đạt 73,68%.")
    document.save(str(path))
    return path


def test_word_report_is_read_with_its_table(tmp_path: Path, capsys: Output) -> None:
    path = word_report(tmp_path / "b.docx")
    found = claims(capsys, path)
    wrong = [(each["stated"], each["computed"]) for each in found if not each["holds"]]
    assert wrong == [("100", "101"), ("30", "31"), ("100", "101")]
    assert ("73.68", True) in [(each["stated"], each["holds"]) for each in found]
    text = read_document(path).text
    assert all(text[each["start"] : each["end"]] == each["clause"] for each in found)
    assert "1\tĐất đai\t70\t40\t30\t0\n2\tHộ tịch" in text


def test_deleted_words_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "c.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("Có 5 xã")
    run = paragraph.add_run(" và 7 phường")._r
    deleted = run.makeelement(run.tag.replace("}r", "}del"), {})
    run.addprevious(deleted)
    deleted.append(run)
    document.save(str(path))
    assert read_document(path).text == "Có 5 xã"


def test_numbers_are_compared_with_what_is_entered(tmp_path: Path, capsys: Output) -> None:
    file, path = tmp_path / "mẫu.cchc", tmp_path / "d.txt"
    assert main(["new", str(file), "--sample"]) == 0
    capsys.readouterr()
    assert main(["progress", str(file), "--period", "2023-Q1", "--json"]) == 0
    figures = {each["indicator"]: each for each in json.loads(capsys.readouterr().out)}
    rate = f"{float(figures['TTHC-01']['value']):.2f}".replace(".", ",")
    path.write_text(f"Hồ sơ giải quyết qua dịch vụ công trực tuyến một phần đạt {rate}%.", encoding="utf-8")
    (same,) = claims(capsys, path, file, "--period", "2023-Q1")
    assert same["holds"]
    assert same["source"] == "chỉ tiêu TTHC-01, kỳ 2023-Q1"
    path.write_text("Hồ sơ giải quyết qua dịch vụ công trực tuyến một phần đạt 99,99%.", encoding="utf-8")
    (other,) = claims(capsys, path, file, "--period", "2023-Q1")
    assert not other["holds"]


def refusal(output: Output, path: Path) -> str:
    """Return the one sentence with which a file is refused."""
    output.readouterr()
    assert main(["check-text", str(path)]) == 1
    said = output.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err


def test_absent_and_broken_files_are_refused_in_one_sentence(tmp_path: Path, capsys: Output) -> None:
    assert "Không tìm thấy" in refusal(capsys, tmp_path / "không có.txt")
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(word_report(tmp_path / "e.docx").read_bytes()[:3000])
    assert "bị hỏng" in refusal(capsys, broken)
    binary = tmp_path / "nhị phân.txt"
    binary.write_bytes(b"\xff\xfa\x00\x01")
    assert "UTF-8" in refusal(capsys, binary)
    assert refusal(capsys, tmp_path)


def test_archive_that_is_no_document_or_a_bomb_is_refused(tmp_path: Path, capsys: Output) -> None:
    other = tmp_path / "khác.docx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "không phải Word")
    assert "không phải là tệp Word" in refusal(capsys, other)
    bomb = tmp_path / "bom.docx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 30_000_000)
    assert "bất thường" in refusal(capsys, bomb)


def test_document_type_is_refused(tmp_path: Path, capsys: Output) -> None:
    path = tmp_path / "dtd.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    assert "DTD" in refusal(capsys, path)
