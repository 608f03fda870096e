"""A report leaves the program, is edited and saved elsewhere, and comes back to be held against its data."""

import json
import shutil
import subprocess
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from models.period import quarter
from models.plan import Actual
from models.store.actuals import record
from models.store.changes import Author
from models.store.database import open_database
from tests.unit.reports.edited import with_main
from ui.commandline import main

Output = pytest.CaptureFixture[str]
LIBREOFFICE = shutil.which("soffice")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.cchc"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def do(output: Output, *words: object) -> str:
    output.readouterr()
    assert main([str(word) for word in words]) == 0
    return output.readouterr().out


def verified(output: Output, report: Path, file: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(do(output, "verify", report, file, "--json"))
    assert list(found) == ["changed_by_hand", "data_changed", "figures"]
    return found


def make(output: Output, file: Path, out: Path, *more: str) -> Path:
    do(output, "report", file, "progress", "--period", "2023-H1", "--on", "2023-06-19", "--out", out, *more)
    return out


def test_verify_says_the_sentence_what_was_and_what_is(tmp_path: Path, sample: Path, capsys: Output) -> None:
    report = make(capsys, sample, tmp_path / "h1.docx")
    assert verified(capsys, report, sample)["changed_by_hand"] == []
    report.write_bytes(with_main(report.read_bytes(), lambda main: main.replace(">58,09%<", ">58,90%<", 1)))
    found = verified(capsys, report, sample)
    assert found["data_changed"] == []
    (change,) = found["changed_by_hand"]
    sentence = change.pop("sentence")
    assert "58,90%" in sentence
    assert change == {"indicator": "TTHC-01", "unit": None, "period": "2023-H1", "was": "58,09%", "is": "58,90%"}
    assert "“58,09%” nay là “58,90%”" in do(capsys, "verify", report, sample)


@pytest.mark.slow
@pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed")
def test_a_digit_changed_and_saved_by_libreoffice_is_found(tmp_path: Path, sample: Path, capsys: Output) -> None:
    report = make(capsys, sample, tmp_path / "h1.docx")
    edited = tmp_path / "edited.docx"
    edited.write_bytes(with_main(report.read_bytes(), lambda main: main.replace(">10.413<", ">10.418<", 1)))
    saved = tmp_path / "saved"
    words = [str(LIBREOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    words += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(saved), str(report), str(edited)]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    alone = verified(capsys, saved / "h1.docx", sample)
    assert (alone["changed_by_hand"], alone["data_changed"]) == ([], [])
    (change,) = verified(capsys, saved / "edited.docx", sample)["changed_by_hand"]
    assert (change["was"], change["is"]) == ("10.413", "10.418")


def test_an_issued_report_is_kept_opened_again_and_compared(tmp_path: Path, sample: Path, capsys: Output) -> None:
    first = make(capsys, sample, tmp_path / "1.docx", "--issue")
    assert b"footer" not in first.read_bytes()
    make(capsys, sample, tmp_path / "2.docx", "--issue")
    listed = json.loads(do(capsys, "reports", sample, "--json"))
    assert [(each["id"], each["kind"], each["period"], each["issued"]) for each in listed] == [
        (2, "progress", "2023-H1", True),
        (1, "progress", "2023-H1", True),
    ]
    do(capsys, "reports", sample, "--open", 1, "--out", tmp_path / "again.docx")
    assert (tmp_path / "again.docx").read_bytes() == first.read_bytes()
    assert do(capsys, "reports", sample, "--compare", 1, 2) == "Hai báo cáo nêu các con số như nhau.\n"
    assert "phát hành ngày" in do(capsys, "reports", sample)


def test_each_difference_of_two_reports_says_which_number_it_is(tmp_path: Path, sample: Path, capsys: Output) -> None:
    # GIVEN a report, a figure entered anew, and the report once more
    make(capsys, sample, tmp_path / "1.docx", "--issue")
    with closing(open_database(sample)) as db:
        record(db, [Actual("TTHC-01", "CADY", quarter(2023, 1), Decimal(1), Decimal(240))], Author("An"))
    make(capsys, sample, tmp_path / "2.docx", "--issue")
    # WHEN the two are compared
    lines = do(capsys, "reports", sample, "--compare", 1, 2).splitlines()
    # THEN numerator, denominator, value and gap are told apart
    of_cady = [each.partition(": ")[0] for each in lines if each.startswith("TTHC-01, CADY")]
    of_all = {each.partition(": ")[0] for each in lines if each.startswith("TTHC-01, 2023-H1")}
    assert len(of_cady) == len(set(of_cady)) > 0
    assert {f"TTHC-01, 2023-H1, {what}" for what in ("kết quả", "tử số", "chênh lệch")} <= of_all
    found = json.loads(do(capsys, "reports", sample, "--compare", 1, 2, "--json"))
    assert {"value", "numerator", "gap"} <= {each["measure"] for each in found if each["indicator"] == "TTHC-01"}


def test_a_report_opened_again_without_a_name_covers_no_other(
    tmp_path: Path, sample: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(capsys, sample, tmp_path / "1.docx", "--issue")
    monkeypatch.chdir(tmp_path)
    mine = tmp_path / "bao-cao.docx"
    mine.write_bytes(b"mine")
    do(capsys, "reports", sample, "--open", 1)
    assert (mine.read_bytes(), (tmp_path / "bao-cao-1.docx").read_bytes()) == (
        b"mine",
        (tmp_path / "1.docx").read_bytes(),
    )


def test_what_cannot_be_verified_is_said_in_one_sentence(tmp_path: Path, sample: Path, capsys: Output) -> None:
    (tmp_path / "x.docx").write_bytes(b"not a word file")
    for report, words in ((tmp_path / "x.docx", "hỏng hoặc không phải"), (tmp_path / "none.docx", "Không tìm thấy")):
        capsys.readouterr()
        assert main(["verify", str(report), str(sample)]) == 1
        said = capsys.readouterr()
        assert (said.out, words in said.err, said.err.count("\n")) == ("", True, 1)
