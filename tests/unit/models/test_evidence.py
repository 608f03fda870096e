"""What may be attached as evidence, under which name, and what would run if it were opened."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import KnownError
from models.evidence import (
    LONGEST_ENDING,
    LONGEST_NAME,
    LONGEST_TEXT,
    MOST_BYTES,
    check_link,
    check_number,
    file_name,
    has_macros,
    is_on_server,
    is_program,
    read_file,
)


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "Thống kê hồ sơ quý II.xlsx"
    path.write_bytes(b"so lieu\x00\r\n")
    assert read_file(path) == b"so lieu\x00\r\n"


def test_a_file_of_the_limit_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "lớn.pdf"
    path.write_bytes(b"1" * MOST_BYTES)
    assert len(read_file(path)) == MOST_BYTES
    with path.open("ab") as file:
        file.write(b"1")
    with pytest.raises(KnownError, match="lớn hơn 10 MB"):
        read_file(path)


def test_what_is_no_file_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="là một thư mục"):
        read_file(tmp_path)
    with pytest.raises(KnownError, match=r"Không tìm thấy tệp “mất\.pdf”"):
        read_file(tmp_path / "mất.pdf")
    with pytest.raises(KnownError, match="không dùng được"):
        read_file(tmp_path / "a\0b.pdf")
    (tmp_path / "rỗng.pdf").touch()
    with pytest.raises(KnownError, match="rỗng"):
        read_file(tmp_path / "rỗng.pdf")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ống.pdf")
    with pytest.raises(KnownError, match="không phải là tệp thường"):
        read_file(tmp_path / "ống.pdf")


def test_a_file_that_the_system_refuses_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "khóa.pdf"
    path.write_bytes(b"1")

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(KnownError, match=r"Không đọc được tệp “khóa\.pdf”: không có quyền"):
        read_file(path)


@pytest.mark.parametrize(
    "link",
    [
        "https://dichvucong.gov.vn/p/home/báo-cáo.html?q=1&r=2",
        "http://10.1.2.3:8080/thong-ke",
        "\\\\may-chu\\CCHC\\quý II\\thống kê.xlsx",
        "//may-chu/cchc/a.pdf",
        "file://may-chu/cchc/a b.pdf",
        "smb://may-chu/cchc",
    ],
)
def test_links_of_the_web_and_of_file_servers_are_taken(link: str) -> None:
    assert check_link(f"  {link}\n") == link
    assert is_on_server(link) is not link.startswith("http")


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("", "Chưa có liên kết"),
        (" \n", "Chưa có liên kết"),
        ("javascript:alert(1)", "không dùng được"),
        ("data:text/html,abc", "không dùng được"),
        ("mailto:a@b.vn", "không dùng được"),
        ("dichvucong.gov.vn", "không dùng được"),
        ("https://", "không dùng được"),
        ("https:///khong-co-may", "không dùng được"),
        ("file:///etc/passwd", "không dùng được"),
        ("https://a b.vn/", "không dùng được"),
        ("https://a.vn/x y", "khoảng trắng"),
        ("https://ten:mat@a.vn/", "mật khẩu"),
        ("https://a.vn:99999/", "viết chưa đúng"),
        ("https://[::1/", "viết chưa đúng"),
        ("https://a.vn/\u202egnp", "ký tự ẩn"),
        ("https://a.vn/1\nhttps://b.vn", "ký tự ẩn hoặc xuống dòng"),
        ("C:\\Users\\a.pdf", "trên máy đang dùng"),
        ("Z:/a.pdf", "trên máy đang dùng"),
        ("/home/a.pdf", "trên máy đang dùng"),
        ("\\\\may-chu", "không dùng được"),
        ("https://a.vn/" + "x" * LONGEST_TEXT, "dài quá"),
    ],
)
def test_other_links_are_refused_in_words(link: str, why: str) -> None:
    with pytest.raises(KnownError, match=why):
        check_link(link)


def test_the_number_of_a_document_is_needed() -> None:
    assert check_number("  123/BC-UBND \n") == "123/BC-UBND"
    with pytest.raises(KnownError, match="Chưa có số"):
        check_number(" ")
    with pytest.raises(KnownError, match="dài quá"):
        check_number("1" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Thống kê quý II.xlsx", "Thống kê quý II.xlsx"),
        ("Tho\u0302\u0301ng ke\u0302.pdf", "Thống kê.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Windows\\a:b?.txt", "a_b_.txt"),
        ("bao-cao\u202efdp.exe", "bao-caofdp.exe"),
        ("a\nb.pdf", "ab.pdf"),
        ("...", "minh-chung"),
        ("", "minh-chung"),
        (".bashrc", "bashrc"),
        ("CON.txt", "_CON.txt"),
        ("com1", "_com1"),
        ("Công văn số 5.", "Công văn số 5"),
        ("a.một cái đuôi rất dài không phải đuôi", "a.một cái đuôi rất dài không phải đuôi"),
    ],
)
def test_names_are_safe_on_every_disk(name: str, kept: str) -> None:
    assert file_name(name) == kept


@given(st.text())
def test_every_name_becomes_one_that_can_be_written(name: str) -> None:
    kept = file_name(name)
    assert kept
    assert not set(kept) & set('<>:"/\\|?*\0\r\n')
    assert kept not in (".", "..")
    assert len(kept) <= LONGEST_NAME + LONGEST_ENDING + 2
    assert is_program(kept) == is_program(file_name(kept))
    assert file_name(kept) == kept


@pytest.mark.parametrize(
    "name",
    ["a.exe", "A.EXE", "a.pdf.bat", "a.cmd", "a.js", "a.vbs", "a.lnk", "x.desktop", "a.exe.", "a.exe . ", ".desktop",
     "\\\\may-chu\\cchc\\a.exe", "file://may-chu/cchc/a.exe?x=1.pdf", "a.ex\u200be"],
)  # fmt: skip
def test_programs_are_known_by_their_ending(name: str) -> None:
    assert is_program(name)


@pytest.mark.parametrize("name", ["a.pdf", "exe", "a.exe.pdf", "Báo cáo.xlsx", "https://a.vn/x.exe/y.html", ""])
def test_documents_are_no_programs(name: str) -> None:
    assert not is_program(name)


@pytest.mark.parametrize(
    "content", [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\n", b"\n[Desktop Entry]\nExec=x", b"\xef\xbb\xbf#!/bin/sh"]
)
def test_a_program_is_known_by_how_it_begins_whatever_its_name(content: bytes) -> None:
    assert is_program("báo cáo", content)
    assert not is_program("báo cáo", b"%PDF-1.7 MZ")


def test_macros_are_known_by_name_and_by_what_office_programs_leave() -> None:
    assert has_macros("a.XLSM", b"")
    assert has_macros("a.xlsx", b"PK..xl/vbaProject.bin..")
    assert has_macros("a.doc", b"\xd0\xcf" + "_VBA_PROJECT".encode("utf-16-le"))
    assert not has_macros("a.doc", b"\xd0\xcf")
