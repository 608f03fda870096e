"""Days off, without the window."""

from pathlib import Path

from tests.commands import Output, records, said


def test_an_office_says_its_days_and_takes_them_back(sample: Path, capsys: Output) -> None:
    assert said(capsys, "days-off", sample) == "Chưa nêu ngày nào; chỉ tính ngày lễ, thứ bảy và chủ nhật."
    assert said(capsys, "days-off", sample, "--add", "2023-05-04", "--note", "Nghỉ bù") == (
        "Đã ghi: ngày 4/5/2023 đơn vị NAMGIANG nghỉ."
    )
    said(capsys, "days-off", sample, "--work", "6/5/2023", "--unit", "CADY")
    assert records(capsys, "days-off", sample) == [
        {"unit": "NAMGIANG", "day": "2023-05-04", "is_off": True, "note": "Nghỉ bù"},
        {"unit": "CADY", "day": "2023-05-06", "is_off": False, "note": ""},
    ]
    assert said(capsys, "days-off", sample, "--unit", "NAMGIANG") == "NAMGIANG  4/5/2023  nghỉ (Nghỉ bù)"
    taken_back = said(capsys, "days-off", sample, "--remove", "2023-05-04")
    assert taken_back == "Đã bỏ điều đơn vị NAMGIANG nêu về ngày 4/5/2023."
    assert "không nêu gì" in said(capsys, "days-off", sample, "--remove", "2023-05-04", code=1)


def test_wrong_words_are_refused_in_one_sentence(sample: Path, capsys: Output) -> None:
    assert "Không có đơn vị Z" in said(capsys, "days-off", sample, "--unit", "Z", code=1)
    assert "bỏ --note" in said(capsys, "days-off", sample, "--note", "gì", code=1)
