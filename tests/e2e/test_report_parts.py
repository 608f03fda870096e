"""The parts of a report that people write, without the window: listed, read, written, printed in the report."""

from pathlib import Path

import docx
import pytest

from tests.commands import Output, records, said

H1 = ("periodic", "--period", "2023-H1")


def test_every_part_is_listed_with_its_state_and_what_was_said_before(sample: Path, capsys: Output) -> None:
    said(capsys, "report-part", sample, "periodic", "--period", "2023-Q1", "--part", "proposals", "--text", "Không có.")
    said(capsys, "report-part", sample, *H1, "--part", "communication", "--text", "12 tin, bài.")
    found = {each["part"]: each for each in records(capsys, "report-part", sample, *H1)}
    assert len(found) == 17
    assert {key for key, each in found.items() if each["state"] == "written"} == {"communication"}
    assert found["communication"]["text"] == "12 tin, bài."
    assert found["proposals"]["text"] is None
    assert found["proposals"]["before"] == {"period": "2023-Q1", "text": "Không có."}
    lines = said(capsys, "report-part", sample, *H1).splitlines()
    assert " ".join(lines[2].split()) == "communication đã viết Thông tin, tuyên truyền cải cách hành chính"
    assert lines[16].endswith("Kiến nghị, đề xuất (kỳ 2023-Q1 đã có)")
    assert lines[-1] == "16/17 phần chưa viết."


def test_a_part_is_shown_as_written_or_with_what_belongs_there(sample: Path, capsys: Output) -> None:
    part = ("report-part", sample, *H1, "--part", "proposals")
    assert said(capsys, *part).startswith("Phần proposals chưa viết. Kiến nghị, đề xuất: ")
    said(capsys, "report-part", sample, "periodic", "--period", "2023-Q1", "--part", "proposals", "--text", "Thêm máy.")
    assert said(capsys, *part).splitlines()[1:] == ["Kỳ 2023-Q1 đã viết:", "Thêm máy."]
    assert said(capsys, *part, "--text", "Bổ sung kinh phí.") == (
        "Đã ghi phần proposals của báo cáo periodic kỳ 2023-H1."
    )
    assert said(capsys, *part) == "Bổ sung kinh phí."
    assert said(capsys, *part, "--text", "") == "Đã bỏ trống phần proposals của báo cáo periodic kỳ 2023-H1."
    assert records(capsys, *part)[0]["state"] == "blank"


def test_a_units_report_has_its_own_parts(sample: Path, capsys: Output) -> None:
    part = ("report-part", sample, *H1, "--part", "tasks")
    assert "của đơn vị CADY" in said(capsys, *part, "--unit", "CADY", "--text", "Việc của xã.")
    assert records(capsys, *part)[0]["state"] == "blank"
    assert said(capsys, *part, "--unit", "CADY") == "Việc của xã."


def test_a_plan_document_is_of_the_whole_year(sample: Path, tmp_path: Path, capsys: Output) -> None:
    part = ("report-part", sample, "targets", "--period", "2023-H1", "--part", "purpose")
    assert said(capsys, *part, "--text", "Nâng cao chất lượng phục vụ.").endswith("báo cáo targets kỳ 2023.")
    out = tmp_path / "kế hoạch.docx"
    said(capsys, "report", sample, "targets", "--period", "2023-Q1", "--out", out)
    assert "Nâng cao chất lượng phục vụ." in [each.text for each in docx.Document(str(out)).paragraphs]


def test_a_text_file_goes_into_the_paper_line_by_line(sample: Path, tmp_path: Path, capsys: Output) -> None:
    source = tmp_path / "tuyên truyền.txt"
    source.write_bytes("\ufeffĐã tuyên truyền:\r\n- Trên loa\r\n+ 5 lượt\r\n".encode())
    said(capsys, "report-part", sample, *H1, "--part", "communication", "--from", source)
    out = tmp_path / "báo cáo.docx"
    told = said(capsys, "report", sample, *H1, "--on", "2023-06-19", "--out", out).splitlines()
    assert told[1] == "Còn 16/17 phần chưa viết (xem, viết bằng lệnh report-part):"
    assert "  Kiến nghị, đề xuất (proposals)" in told
    assert not any("communication" in line for line in told)
    texts = [each.text.replace("\N{NO-BREAK SPACE}", " ") for each in docx.Document(str(out)).paragraphs]
    place = texts.index("Đã tuyên truyền:")
    assert texts[place + 1 : place + 3] == ["- Trên loa", "+ 5 lượt"]


def test_a_report_without_such_parts_says_nothing_of_them(sample: Path, tmp_path: Path, capsys: Output) -> None:
    told = said(capsys, "report", sample, "progress", "--period", "2023-H1", "--out", tmp_path / "a.docx")
    assert "phần chưa viết" not in told


@pytest.mark.parametrize(
    "words, sentence",
    [
        (("nope", "--period", "2023-H1"), "Không có loại báo cáo “nope”"),
        (("progress", "--period", "2023-H1"), "Loại báo cáo progress không có phần nào phải viết."),
        ((*H1, "--part", "x"), "Báo cáo periodic không có phần “x”; các phần có: documents, "),
        ((*H1, "--text", "a"), "Hãy nêu phần cần ghi bằng --part"),
        ((*H1, "--unit", "XX"), "Không có đơn vị XX"),
        ((*H1, "--part", "tasks", "--from", "không có.txt"), "Không tìm thấy tệp “không có.txt”"),
        (("periodic", "--period", "2022-H1", "--plan", "KH-2023"), "Kế hoạch KH-2023 là của năm 2023"),
    ],
)
def test_what_cannot_be_done_is_said(sample: Path, capsys: Output, words: tuple[str, ...], sentence: str) -> None:
    assert sentence in said(capsys, "report-part", sample, *words, code=1)


def test_a_file_that_is_no_text_is_refused(sample: Path, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "a.txt").write_bytes("Kiến nghị".encode("utf-16"))
    words = ("report-part", sample, *H1, "--part", "proposals", "--from", tmp_path / "a.txt")
    assert "không phải văn bản UTF-8" in said(capsys, *words, code=1)
    assert "Không đọc được tệp" in said(capsys, *words[:-1], tmp_path, code=1)
