"""Which files a report becomes, and that all of them are there or none."""

import sys
from pathlib import Path

import pytest

from models.errors import KnownError
from reports.pdf import OFFICE_VARIABLE
from ui.commands.report_files import report_files, write_report


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A script that plays LibreOffice: its PDF is what the Word file holds."""
    if sys.platform == "win32":
        pytest.skip("plays LibreOffice by a shell script")
    script = tmp_path / "soffice"
    script.write_text(
        '#!/bin/sh\nfor file in "$@"; do\n'
        '    case $file in *.docx) (echo %PDF-; cat "$file"; echo %%EOF) > "${file%.docx}.pdf";; esac\ndone\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv(OFFICE_VARIABLE, str(script))
    return script


def make(path: Path) -> None:
    path.write_text("the report")


def never(path: Path) -> None:
    pytest.fail(f"{path} is printed although LibreOffice is there")


@pytest.mark.parametrize(
    "name, with_pdf, files",
    [
        ("a.docx", False, ["a.docx"]),
        ("a.docx", True, ["a.docx", "a.pdf"]),
        ("a.pdf", False, ["a.pdf"]),
        ("a.PDF", True, ["a.PDF"]),
    ],
)
def test_the_name_says_which_files_are_written(name: str, with_pdf: bool, files: list[str], tmp_path: Path) -> None:
    asked = report_files(tmp_path / name, with_pdf=with_pdf)
    assert [each.name for each in asked] == files
    write_report(make, asked, never)
    assert all("the report" in each.read_text() for each in asked)
    assert all(("%PDF" in each.read_text()) == (each.suffix.lower() == ".pdf") for each in asked)


def test_another_ending_is_refused() -> None:
    with pytest.raises(KnownError, match="cần kết thúc bằng"):
        report_files(Path("a.odt"), with_pdf=True)


@pytest.mark.parametrize("taken", ["a.docx", "a.pdf"])
def test_where_one_cannot_be_written_the_word_file_is_not_new(taken: str, tmp_path: Path) -> None:
    (tmp_path / taken).mkdir()
    with pytest.raises(KnownError, match="Không ghi được"):
        write_report(make, report_files(tmp_path / "a.docx", with_pdf=True), never)
    assert not (tmp_path / "a.docx").is_file()
    assert not list(tmp_path.glob(".*"))


def test_no_word_file_stays_when_it_cannot_become_a_pdf(office: Path, tmp_path: Path) -> None:
    office.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(KnownError, match="không chuyển được “a"):
        write_report(make, report_files(tmp_path / "a.docx", with_pdf=True), never)
    assert [each.name for each in tmp_path.iterdir()] == ["soffice"]


def test_without_libreoffice_the_program_prints_the_pdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OFFICE_VARIABLE, "")
    write_report(
        make, report_files(tmp_path / "a.docx", with_pdf=True), lambda path: path.write_text("printed by the program")
    )
    assert (tmp_path / "a.docx").read_text() == "the report"
    assert (tmp_path / "a.pdf").read_text() == "printed by the program"
