"""Files of other programs: every encoding and separator that offices meet, and refusals in one plain sentence."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.exchange.container import OLE
from models.exchange.foreign.files import TEXT_SHEET, Grid, decoded, read_grid, separator, titles
from models.exchange.recognising import is_ours
from tests.workbooks import PLAN_SHEETS, make_workbook, with_actuals

ROWS = [["Đơn vị", "Hồ sơ trực tuyến", "Tỷ lệ"], ["Xã Đắc Tôi", "1.234", "58,09"], ["Xã “Lạ”; có, dấu", "", "0"]]


def texts(grid: Grid) -> list[list[str]]:
    return [[cell.value or "" for cell in row] for row in grid.rows]


def as_text(rows: Sequence[Sequence[str]], sign: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=sign).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_each_encoding_and_separator_is_found(tmp_path: Path, encoding: str, sign: str) -> None:
    path = tmp_path / "bảng.csv"
    path.write_bytes(as_text(ROWS, sign).encode(encoding))
    assert titles(path) == [TEXT_SHEET]
    assert texts(read_grid(path, TEXT_SHEET)) == ROWS


def test_the_windows_page_of_vietnamese_is_read_composed(tmp_path: Path) -> None:
    from unicodedata import normalize

    # the page has letters with a hat of their own, while tones follow them
    parts = {
        "ắ": "ă\u0301",
        "ô": "ô",
        "ơ": "ơ",
        "ị": "i\u0323",
        "ã": "a\u0303",
        "Đ": "Đ",
        "ồ": "ô\u0300",
        "ự": "ư\u0323",
    }
    written = "".join(parts.get(letter, letter) for letter in "Đơn vị;Hồ sơ trực\nXã Đắc Tôi;5\n")
    written = written.replace("ế", "ê\u0301")
    path = tmp_path / "bảng.csv"
    path.write_bytes(written.encode("cp1258"))
    found = texts(read_grid(path, TEXT_SHEET))
    assert found == [["Đơn vị", "Hồ sơ trực"], ["Xã Đắc Tôi", "5"]]
    assert all(normalize("NFC", text) == text for row in found for text in row)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Đơn vị;Quý I;Quý II\nXã A;1,5;2,5\nXã B;3,5;4,5\n", ";"),
        ('Đơn vị,Quý I\n"Xã A, cũ",5\nXã B,6\n', ","),
        ("Bảng số liệu\n\nĐơn vị\tQuý I, II\nXã A\t1;2\n", "\t"),
        ("sep=|\na|b;c\n", "|"),
        ("một cột\nthôi\n", "\t"),
    ],
)
def test_the_separator_is_that_by_which_lines_have_equally_many_columns(text: str, sign: str) -> None:
    assert separator(text) == sign


def test_letters_that_were_lost_when_the_file_was_saved_are_told(tmp_path: Path) -> None:
    path = tmp_path / "mất.csv"
    path.write_bytes("Đơn vị;Số hồ sơ giải quyết;Trực tuyến\nXã Đắc Tôi;1;2\n".encode("cp1252", "replace"))
    assert "đã mất chữ có dấu" in refusal(path, TEXT_SHEET)
    path.write_text("a;b\nsao?;1\n", "utf-8")
    assert texts(read_grid(path, TEXT_SHEET)) == [["a", "b"], ["sao?", "1"]]


def test_a_line_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    path = tmp_path / "bảng.csv"
    path.write_text("sep=;\na;b\n1;2\n", "utf-8")
    assert texts(read_grid(path, TEXT_SHEET)) == [["a", "b"], ["1", "2"]]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff")))
def test_text_in_utf_8_and_utf_16_is_read_as_it_was_written(text: str) -> None:
    assert decoded(text.encode("utf-8-sig")) == text
    assert decoded(text.encode("utf-16")) == text


def refusal(path: Path, title: str = "Bảng") -> str:
    with pytest.raises(KnownError) as refused:
        read_grid(path, title)
    return str(refused.value)


def test_what_cannot_be_read_is_said_in_one_sentence(tmp_path: Path) -> None:
    broken, old, locked = tmp_path / "hỏng.xlsx", tmp_path / "cũ.xls", tmp_path / "khóa.xlsx"
    good = make_workbook(tmp_path / "tốt.xlsx", {"Bảng": ROWS})
    broken.write_bytes(good.read_bytes()[:900])
    old.write_bytes(OLE + b"\0" * 600)
    locked.write_bytes(OLE + "EncryptedPackage".encode("utf-16-le"))
    assert "bị hỏng" in refusal(broken)
    assert ".xls" in refusal(old)
    assert "có mật khẩu" in refusal(locked)
    assert "Không tìm thấy" in refusal(tmp_path / "không có.csv")
    assert "không có trang" in refusal(good, "Trang khác")
    assert "Không đọc được" in refusal(tmp_path)
    with pytest.raises(KnownError, match="không phải"):
        titles(_text_called_workbook(tmp_path))


def _text_called_workbook(folder: Path) -> Path:
    path = folder / "giả.xlsx"
    path.write_text("a;b", "utf-8")
    return path


def test_a_workbook_that_is_damaged_inside_is_refused(tmp_path: Path) -> None:
    good = make_workbook(tmp_path / "tốt.xlsx", {"Bảng": ROWS})
    bad = tmp_path / "xấu.xlsx"
    with ZipFile(good) as source, ZipFile(bad, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"</sheetData>", b"") if "sheet1" in name else data)
    assert "bị hỏng" in refusal(bad)


def test_a_file_held_by_another_program_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_workbook(tmp_path / "mở.xlsx", {"Bảng": ROWS})

    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "đang mở trong phần mềm khác" in refusal(path)
    monkeypatch.undo()
    text = tmp_path / "mở.csv"
    text.write_text("a;b", "utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "đang mở trong phần mềm khác" in refusal(text, TEXT_SHEET)


def test_an_empty_sheet_is_an_empty_grid(tmp_path: Path) -> None:
    path = make_workbook(tmp_path / "trống.xlsx", {"Một": [], "Hai": [["a"]]})
    assert titles(path) == ["Một", "Hai"]
    grid = read_grid(path, "Một")
    assert (list(grid.rows), grid.width) == ([], 0)


def test_ours_are_known_by_their_sheets_and_headings_not_by_a_name_alone(tmp_path: Path) -> None:
    assert is_ours(make_workbook(tmp_path / "1.xlsx", PLAN_SHEETS))
    assert is_ours(make_workbook(tmp_path / "2.xlsx", {"Số liệu": with_actuals()["Số liệu"]}))
    assert not is_ours(make_workbook(tmp_path / "3.xlsx", {"Số liệu": ROWS, "Đơn vị": [["a"]]}))
    text = tmp_path / "4.csv"
    text.write_text("Mã chỉ tiêu;Mã đơn vị;Kỳ", "utf-8")
    assert not is_ours(text)
