"""An office gives its own template, and its reports are put in it."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from reports.pdf import OFFICE_VARIABLE
from tests.unit.reports.house_templates import lines, simple
from ui.commandline import main

Output = pytest.CaptureFixture[str]
Say = Callable[..., str]


@pytest.fixture
def said(capsys: Output) -> Say:
    """Do a command that succeeds, and return what it says."""

    def do(*words: object) -> str:
        capsys.readouterr()
        assert main([str(word) for word in words]) == 0
        output = capsys.readouterr()
        return output.out + output.err

    return do


@pytest.fixture
def refused(capsys: Output) -> Say:
    """Do a command that is not possible, and return why."""

    def do(*words: object) -> str:
        capsys.readouterr()
        assert main([str(word) for word in words]) == 1
        output = capsys.readouterr()
        assert (output.out, output.err.count("\n")) == ("", 1)
        return output.err

    return do


def report(sample: Path, out: Path) -> list[object]:
    return ["report", sample, "progress", "--period", "2023-H1", "--on", "2023-06-19", "--out", out]


def first_words(path: Path) -> str:
    return docx.Document(str(path)).paragraphs[0].text


@pytest.fixture
def house(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.docx"
    head = "<w:p><w:r><w:t>BIỂU TRƯNG</w:t></w:r></w:p>"
    path.write_bytes(simple(head, *(lines(f"cchc:{place}") for place in ("dau-van-ban", "tieu-de", "than-van-ban"))))
    return path


def test_the_example_is_written_kept_and_used(tmp_path: Path, sample: Path, said: Say) -> None:
    example, plain, own = tmp_path / "ví dụ.docx", tmp_path / "a.docx", tmp_path / "b.docx"
    said("report-template", "--example", example)
    said(*report(sample, plain))
    assert "mẫu chung" in said("report-template", sample, "--set", example)
    assert "Lưu ý" not in said(*report(sample, own))
    assert [p.text for p in docx.Document(str(own)).paragraphs] == [
        p.text for p in docx.Document(str(plain)).paragraphs
    ]


def test_a_template_is_kept_listed_written_out_and_taken_away(
    tmp_path: Path, sample: Path, house: Path, said: Say
) -> None:
    assert "Chưa có mẫu riêng" in said("report-template", sample)
    assert "không có ô cho nơi nhận" in said("report-template", sample, "--set", house, "--kind", "progress")
    assert "mẫu cho loại báo cáo progress: “mẫu.docx”" in said("report-template", sample)
    assert "không có ô cho nơi nhận" in said(*report(sample, tmp_path / "bc.docx"))
    assert first_words(tmp_path / "bc.docx") == "BIỂU TRƯNG"
    said("report-template", sample, "--save", tmp_path / "lại.docx", "--kind", "progress")
    assert (tmp_path / "lại.docx").read_bytes() == house.read_bytes()
    said("report-template", sample, "--remove", "--kind", "progress")
    said(*report(sample, tmp_path / "bc.docx"))
    assert first_words(tmp_path / "bc.docx") != "BIỂU TRƯNG"


def test_what_cannot_be_is_said_and_nothing_is_kept(tmp_path: Path, sample: Path, refused: Say, said: Say) -> None:
    broken = tmp_path / "hỏng.docx"
    broken.write_bytes(b"PK\x03\x04")
    assert "hỏng" in refused("report-template", sample, "--set", broken)
    assert "không có" in refused("report-template", sample, "--set", tmp_path / "không có.docx")
    broken.write_bytes(simple(lines("cchc:tieu-de")))
    assert "cchc:than-van-ban" in refused("report-template", sample, "--set", broken)
    assert "nope" in refused("report-template", sample, "--set", broken, "--kind", "nope")
    assert "chưa có mẫu" in refused("report-template", sample, "--save", tmp_path / "x.docx")
    assert "không có mẫu" in refused("report-template", sample, "--remove")
    assert ".docx" in refused("report-template", "--example", tmp_path / "x.odt")
    assert "--example" in refused("report-template")
    assert "Chưa có mẫu riêng" in said("report-template", sample)


def test_where_several_offices_have_plans_one_must_be_named(tmp_path: Path, refused: Say, said: Say) -> None:
    empty = tmp_path / "trống.cchc"
    said("new", empty)
    assert "--unit" in refused("report-template", empty)
    assert "Chưa có mẫu riêng" in said("report-template", empty, "--unit", "X")


def test_without_libreoffice_a_pdf_is_printed_by_the_built_in_form_and_that_is_said(
    tmp_path: Path, sample: Path, house: Path, said: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OFFICE_VARIABLE, "")
    assert "không theo mẫu" not in said(*report(sample, tmp_path / "a.pdf"))
    assert "155 đến 165 mm" in said("report-template", sample, "--set", house)  # its paper is not A4
    assert "không theo mẫu của cơ quan" in said(*report(sample, tmp_path / "b.pdf"))
    assert all((tmp_path / name).read_bytes().startswith(b"%PDF-") for name in ("a.pdf", "b.pdf"))
