"""Forms by mail as scripts do them: written, filled in by another program, taken back."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.unit_forms import fill
from ui.commandline import main

Output = pytest.CaptureFixture[str]


def _form(sample: Path, out: Path, *more: str, unit: str = "CADY", period: str = "2023-Q2") -> int:
    return main(["form", str(sample), "--unit", unit, "--period", period, "--out", str(out), *more])


def test_a_form_goes_out_and_comes_back(sample: Path, tmp_path: Path, capsys: Output) -> None:
    form = tmp_path / "phiếu.xlsx"
    assert _form(sample, form) == 0
    assert "CADY" in capsys.readouterr().out
    # unchanged, twice: nothing changes
    for _ in range(2):
        assert main(["import", str(sample), str(form)]) == 0
        assert "Số liệu: 0 mới, 0 thay đổi" in capsys.readouterr().out
    # one figure changed: first tried, then taken in
    place = _place_of(form, "TTHC-01", 1)
    fill(form, {place: 150})
    assert main(["import", str(sample), str(form), "--dry-run"]) == 0
    assert "Số liệu: 0 mới, 1 thay đổi" in capsys.readouterr().out
    assert _numerator(sample, capsys) == "131"
    assert main(["import", str(sample), str(form)]) == 0
    capsys.readouterr()
    assert _numerator(sample, capsys) == "150"


def _place_of(form: Path, code: str, below: int) -> str:
    """Return the cell to fill in, some rows below the one with an indicator's code."""
    book = load_workbook(form)
    row = next(cell.row for cell in book["Phiếu"]["A"] if cell.value == code)
    return f"E{row + below}"


def _numerator(sample: Path, capsys: Output) -> str:
    words = ["--period", "2023-Q2", "--unit", "CADY", "--on", "2023-06-19", "--json"]
    assert main(["progress", str(sample), *words]) == 0
    found = json.loads(capsys.readouterr().out)
    return str(next(each["numerator"] for each in found if each["indicator"] == "TTHC-01"))


def test_every_unit_gets_its_form(sample: Path, tmp_path: Path, capsys: Output) -> None:
    out = tmp_path / "quý 2"
    assert main(["form", str(sample), "--all", "--period", "2023-Q2", "--out", str(out)]) == 0
    names = [each.name for each in out.iterdir()]
    assert f"Đã xuất {len(names)} phiếu" in capsys.readouterr().out
    assert "Quy-II-2023 - Xa Ca Dy (CADY).xlsx" in names
    assert len(names) >= 13


def test_a_blank_form_has_no_values(sample: Path, tmp_path: Path) -> None:
    form = tmp_path / "p.xlsx"
    assert _form(sample, form, "--blank") == 0
    sheet = load_workbook(form)["Phiếu"]
    unlocked = [cell.value for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked
    assert set(unlocked) == {None}


@pytest.mark.parametrize("period", ["2023", "2023-H1", "2023-9M"])
def test_only_a_quarter_has_forms(sample: Path, tmp_path: Path, capsys: Output, period: str) -> None:
    assert _form(sample, tmp_path / "p.xlsx", period=period) == 1
    assert "không phải một quý" in capsys.readouterr().err
    assert main(["form", str(sample), "--all", "--period", period, "--out", str(tmp_path / "d")]) == 1
    assert not (tmp_path / "d").exists()


def test_what_cannot_be_is_said_in_one_sentence(sample: Path, tmp_path: Path, capsys: Output) -> None:
    assert _form(sample, tmp_path / "p.xlsx", unit="KHONG") == 1
    assert capsys.readouterr().err.strip() == "Không có đơn vị KHONG trong tệp."
    assert _form(sample, tmp_path / "không có" / "p.xlsx") == 1
    assert "không có thư mục đó" in capsys.readouterr().err
    assert _form(sample, tmp_path / "p.xlsx", "--plan", "KH-KHAC") == 1
    assert "KH-KHAC" in capsys.readouterr().err
    for words in (["--period", "2023-Q2"], ["--unit", "CADY", "--all", "--period", "2023-Q2"]):
        with pytest.raises(SystemExit) as stopped:
            main(["form", str(sample), *words, "--out", str(tmp_path / "p.xlsx")])
        assert stopped.value.code == 2
    assert "cần một trong" in capsys.readouterr().err
    assert not (tmp_path / "p.xlsx").exists()


def test_an_edited_form_is_refused_and_nothing_changes(sample: Path, tmp_path: Path, capsys: Output) -> None:
    form = tmp_path / "p.xlsx"
    _form(sample, form)
    fill(form, {"A2": "Xã Đắc Tôi (mã DACTOI)", _place_of(form, "TTHC-01", 1): 1})
    capsys.readouterr()
    assert main(["import", str(sample), str(form)]) == 1
    assert "Trang “Phiếu”, dòng 2, cột “Mã”" in capsys.readouterr().err
    assert _numerator(sample, capsys) == "131"


def test_a_form_that_was_sent_takes_nothing_else(sample: Path, tmp_path: Path, capsys: Output) -> None:
    form = tmp_path / "p.xlsx"
    _form(sample, form)
    sent = ["submission", str(sample), "submit", "--unit", "CADY", "--period", "2023-Q2", "--on", "2023-06-18"]
    assert main(sent) == 0
    assert main(["import", str(sample), str(form)]) == 0
    fill(form, {_place_of(form, "TTHC-01", 1): 1})
    capsys.readouterr()
    assert main(["import", str(sample), str(form)]) == 1
    assert "đã gửi" in capsys.readouterr().err
