"""Foreign files are looked at before they are opened, and refused in words."""

import shutil
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from models.errors import KnownError
from models.exchange.workbook_reader import read_workbook
from tests.workbooks import PLAN_SHEETS, make_workbook


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return make_workbook(tmp_path / "sổ.xlsx", PLAN_SHEETS)


def with_member(path: Path, name: str, content: bytes) -> Path:
    """Replace or add one member of a workbook."""
    changed = path.with_name("changed.xlsx")
    with ZipFile(path) as old, ZipFile(changed, "w", ZIP_DEFLATED) as new:
        for member in old.infolist():
            if member.filename != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return changed


def refusal(path: Path) -> str:
    with pytest.raises(KnownError) as caught:
        read_workbook(path)
    return str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "nope.xlsx" in refusal(tmp_path / "nope.xlsx")


@pytest.mark.parametrize("content", [b"", b"hello", b"Ma;Ten\n1;2\n", b"PK", b"PK\x03\x04 broken"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert "a.xlsx" in refusal(path)


def test_another_zip_is_no_workbook(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert "không phải là sổ Excel" in refusal(tmp_path / "a.xlsx")


def test_a_cut_off_workbook_is_refused(workbook: Path) -> None:
    workbook.write_bytes(workbook.read_bytes()[:-3000])
    assert "hỏng" in refusal(workbook)


def test_every_broken_byte_is_refused_or_does_not_matter(workbook: Path) -> None:
    whole = workbook.read_bytes()
    for at in range(40, len(whole), len(whole) // 60):
        workbook.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        with suppress(KnownError):
            assert len(read_workbook(workbook).units) == 3


def test_an_old_xls_and_a_locked_workbook_are_told_apart(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    (tmp_path / "a.xls").write_bytes(ole)
    assert ".xls" in refusal(tmp_path / "a.xls")
    (tmp_path / "b.xlsx").write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    assert "mật khẩu" in refusal(tmp_path / "b.xlsx")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(workbook: Path) -> None:
    bomb = with_member(workbook, "xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 60_000_000)
    assert bomb.stat().st_size < 200_000
    assert "nén bất thường" in refusal(bomb)


def test_a_workbook_that_unpacks_to_too_much_is_refused(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.exchange.container.UNPACKED_BYTES", 5_000)
    assert "quá lớn" in refusal(workbook)


def test_too_many_parts_are_refused(workbook: Path) -> None:
    with ZipFile(workbook, "a") as archive:
        for number in range(6_000):
            archive.writestr(f"x/{number}", b"")
    assert "quá lớn" in refusal(workbook)


LAUGHS = b"""<?xml version="1.0"?><!-- %s --><!DOCTYPE worksheet [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>"""


@pytest.mark.parametrize("padding", [b"", b"x" * 200_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_their_entities_are_refused(workbook: Path, padding: bytes, encoding: str) -> None:
    content = (LAUGHS % padding).decode()
    bomb = with_member(workbook, "xl/worksheets/sheet1.xml", content.encode(encoding))
    assert "DTD" in refusal(bomb)


def test_links_to_other_files_are_not_followed(workbook: Path, tmp_path: Path) -> None:
    target = tmp_path / "secret.txt"
    target.write_text("secret")
    rels = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'externalLinkPath" Target="file://{target}" TargetMode="External"/></Relationships>'
    )
    changed = with_member(workbook, "xl/externalLinks/_rels/externalLink1.xml.rels", rels.encode())
    assert [unit.code for unit in read_workbook(changed).units] == ["H", "X1", "X2"]


def test_a_workbook_with_macros_is_read_without_them(workbook: Path) -> None:
    changed = with_member(workbook, "xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macros")
    shutil.move(changed, macros := workbook.with_suffix(".xlsm"))
    assert len(read_workbook(macros).units) == 3


def test_a_size_that_a_sheet_claims_is_not_believed(workbook: Path) -> None:
    with ZipFile(workbook) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    for claim in (b'ref="A1"', b'ref="A1:XFD1048576"'):
        start = sheet.index(b'ref="')
        end = sheet.index(b'"', start + 5) + 1
        changed = with_member(workbook, "xl/worksheets/sheet1.xml", sheet[:start] + claim + sheet[end:])
        assert len(read_workbook(changed).units) == 3


def test_a_number_whose_format_is_lost_is_a_wrong_cell(workbook: Path) -> None:
    with ZipFile(workbook) as archive:
        sheet = archive.read("xl/worksheets/sheet2.xml")
    assert b'<c r="B2">' in sheet
    changed = with_member(workbook, "xl/worksheets/sheet2.xml", sheet.replace(b'<c r="B2">', b'<c r="B2" s="99">'))
    problem = read_workbook(changed).problems[0]
    assert (problem.sheet, problem.row, problem.column, problem.found) == ("Kế hoạch", 2, "Năm", "2023")
    assert "định dạng của ô bị hỏng" in problem.expected
