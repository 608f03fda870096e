"""Days off, without the window."""

import json
from pathlib import Path

import pytest

from tests.sample import sample_file
from ui.commandline import main

Output = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return sample_file(tmp_path)


def said(output: Output, *words: object, code: int = 0) -> str:
    output.readouterr()
    assert main(["days-off", *map(str, words)]) == code
    found = output.readouterr()
    return (found.err if code else found.out).strip()


def test_an_office_says_its_days_and_takes_them_back(sample: Path, capsys: Output) -> None:
    assert said(capsys, sample) == "Chưa nêu ngày nào; chỉ tính ngày lễ, thứ bảy và chủ nhật."
    assert said(capsys, sample, "--add", "2023-05-04", "--note", "Nghỉ bù") == (
        "Đã ghi: ngày 4/5/2023 đơn vị NAMGIANG nghỉ."
    )
    said(capsys, sample, "--work", "6/5/2023", "--unit", "CADY")
    assert json.loads(said(capsys, sample, "--json")) == [
        {"unit": "NAMGIANG", "day": "2023-05-04", "is_off": True, "note": "Nghỉ bù"},
        {"unit": "CADY", "day": "2023-05-06", "is_off": False, "note": ""},
    ]
    assert said(capsys, sample, "--unit", "NAMGIANG") == "NAMGIANG  4/5/2023  nghỉ (Nghỉ bù)"
    assert said(capsys, sample, "--remove", "2023-05-04") == "Đã bỏ điều đơn vị NAMGIANG nêu về ngày 4/5/2023."
    assert "không nêu gì" in said(capsys, sample, "--remove", "2023-05-04", code=1)


def test_wrong_words_are_refused_in_one_sentence(sample: Path, capsys: Output) -> None:
    assert "Không có đơn vị Z" in said(capsys, sample, "--unit", "Z", code=1)
    assert "bỏ --note" in said(capsys, sample, "--note", "gì", code=1)
