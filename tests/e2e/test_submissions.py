"""Units send their forms, the office returns and accepts them: by command, in a file that others read afterwards."""

import json
from pathlib import Path
from typing import Any

import pytest

from ui.commandline import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    path = tmp_path / "mẫu.cchc"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def step(path: Path, what: str, day: str, *more: str, unit: str = "CADY") -> int:
    return main(["submission", str(path), what, "--unit", unit, "--period", "2023-Q2", "--on", day, *more])


def standings(path: Path, capsys: Output, day: str) -> dict[str, dict[str, Any]]:
    capsys.readouterr()
    assert main(["submissions", str(path), "--period", "2023-Q2", "--on", day, "--json"]) == 0
    return {each["unit"]: each for each in json.loads(capsys.readouterr().out)}


def test_the_board_counts_late_days_without_weekends(sample: Path, capsys: Output) -> None:
    assert step(sample, "submit", "2023-06-26") == 0
    found = standings(sample, capsys, "2023-06-27")
    assert len(found) == 13  # the district's own indices come a year later: nothing is asked of it
    sent = found["CADY"]
    assert (sent["state"], sent["sent_on"], sent["due"]) == ("submitted", "2023-06-26", "2023-06-20")
    assert (sent["working_days_late"], sent["overdue"]) == ("4", False)
    missing = found["ZUOIH"]
    assert (missing["state"], missing["sent_on"], missing["filled"]) == ("draft", None, "0")
    assert (missing["working_days_late"], missing["overdue"]) == ("5", True)


def test_a_form_goes_back_and_forth_in_words(sample: Path, capsys: Output) -> None:
    assert step(sample, "submit", "2023-06-19") == 0
    assert step(sample, "submit", "2023-06-19") == 1
    assert step(sample, "return", "2023-06-20") == 1
    assert "nêu lý do" in capsys.readouterr().err
    assert step(sample, "return", "2023-06-20", "--reason", "CQS-02 lệch 1.000") == 0
    assert standings(sample, capsys, "2023-06-20")["CADY"]["reason"] == "CQS-02 lệch 1.000"
    assert step(sample, "accept", "2023-06-20") == 1
    assert step(sample, "submit", "2023-06-21") == 0
    assert step(sample, "accept", "2023-06-21") == 0
    assert step(sample, "reopen", "2023-06-22", "--reason", "đính chính") == 0
    assert standings(sample, capsys, "2023-06-22")["CADY"]["state"] == "draft"


def test_a_unit_that_owes_no_form_cannot_send_one(sample: Path, capsys: Output) -> None:
    assert step(sample, "submit", "2023-06-19", unit="KHONG") == 1
    assert "không có phiếu để gửi" in capsys.readouterr().err
    assert main(["submissions", str(sample), "--period", "2023-H1"]) == 1
    assert "một quý" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        step(sample, "send", "2023-06-19")
    assert "không có việc" in capsys.readouterr().err


def test_people_read_a_line_for_every_unit(sample: Path, capsys: Output) -> None:
    assert step(sample, "submit", "2023-06-19") == 0
    capsys.readouterr()
    assert main(["submissions", str(sample), "--period", "2023-Q2", "--on", "2023-06-21"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any("Xã Cà Dy" in line and "Đã gửi ngày 19/6/2023" in line for line in lines)
    assert lines[-1] == "1/13 đơn vị đã gửi phiếu, 12 đơn vị quá hạn chưa gửi."
