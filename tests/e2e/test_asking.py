"""What wants doing, and asking for an explanation, without the window: asked, told, answered, withdrawn."""

import json
from pathlib import Path

import pytest

from tests.commands import Output, records, said

H1 = ("--period", "2023-H1")
ONE = ("--indicator", "TTHC-01", "--unit", "CADY")
EVE = ("--on", "2023-06-19")


def test_what_is_asked_is_listed_and_wants_doing_until_it_is_withdrawn(sample: Path, capsys: Output) -> None:
    assert said(capsys, "request", sample, *H1) == "Chưa có yêu cầu giải trình nào."
    asking = ("request", sample, *H1, *ONE, *EVE, "--note", "Vì sao giảm", "--due", "2023-06-30")
    assert "Đã yêu cầu đơn vị CADY" in said(capsys, *asking)
    assert json.loads(said(capsys, *asking, "--json"))["note"] == "Vì sao giảm"
    assert said(capsys, "request", sample, *H1) == ("TTHC-01 CADY 2023-H1, hạn 30/6/2023, chưa giải trình: Vì sao giảm")
    assert records(capsys, "request", sample, *H1, "--unit", "CADY") == [
        {
            "indicator": "TTHC-01", "unit": "CADY", "period": "2023-H1", "note": "Vì sao giảm",
            "asked_on": "2023-06-19", "due": "2023-06-30", "answered": False,
        }
    ]  # fmt: skip
    told = said(capsys, "alerts", sample, *H1, *EVE)
    assert (
        "Cần giải trình: Xã Cà Dy giải trình chỉ tiêu TTHC-01, kỳ 2023-H1: Vì sao giảm; hạn 30/6/2023, còn 11" in told
    )
    assert "Đã rút" in said(capsys, "request", sample, *H1, *ONE, "--withdraw")
    assert "Cần giải trình" not in said(capsys, "alerts", sample, *H1, *EVE)
    assert "Chưa có yêu cầu" in said(capsys, "request", sample, *H1, *ONE, "--withdraw", code=1)


def test_what_wants_doing_is_told_as_of_a_day(sample: Path, capsys: Output) -> None:
    eve = records(capsys, "alerts", sample, *H1, *EVE)
    assert [(each["kind"], each["unit"], each["indicator"], each["at_pace"]) for each in eve] == [
        ("task", None, None, None),  # NV-02 was to be done by the end of May
        ("due_soon", "ZUOIH", None, None),
        ("unreachable", None, "CQS-01", False),  # of all documents some were on paper
    ]
    assert (eve[0]["task"], eve[0]["due"], eve[0]["days_left"], eve[0]["filled"]) == ("NV-02", "2023-05-31", -19, None)
    assert (eve[1]["filled"], eve[1]["expected"], eve[1]["due"], eve[1]["days_left"]) == (0, 16, "2023-06-20", 1)
    end = ("--period", "2023", "--on", "2023-12-19")
    lost = {each["indicator"]: each["at_pace"] for each in records(capsys, "alerts", sample, *end) if each["indicator"]}
    assert lost == {"CQS-01": False, "CQS-03": False, "TTHC-01": True, "TTHC-03.1": True}, "Zuôih has still to report"
    assert "TTHC-01 không thể đạt mức năm 2023 theo nhịp dự kiến" in said(capsys, "alerts", sample, *end)
    assert "theo nhịp dự kiến: cần thêm 305, dự kiến còn 0 (đã đủ các quý, còn đơn vị chưa báo cáo)" in said(
        capsys, "remaining", sample, *end
    )
    late = said(capsys, "alerts", sample, *H1, "--on", "2023-06-25")
    assert "Quá hạn: Xã Zuôih chưa gửi phiếu 2023-Q2 (0/16 ô đã có số); hạn 20/6/2023, quá 5 ngày." in late
    assert said(capsys, "alerts", sample, *H1, *EVE, "--unit", "TABHING").startswith(("Không có việc", "Không thể"))


@pytest.mark.parametrize(
    "words, sentence",
    [
        (("--indicator", "TTHC-01"), "--unit"),
        (("--note", "Vì sao"), "--indicator"),
        (("--withdraw",), "--indicator"),
        (("--indicator", "X", "--unit", "CADY"), "Không có chỉ tiêu X"),
        (("--indicator", "TTHC-01", "--unit", "X"), "Không có đơn vị X"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    sample: Path, capsys: Output, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in said(capsys, "request", sample, *H1, *words, code=1)
    assert "Không có đơn vị X" in said(capsys, "alerts", sample, *H1, "--unit", "X", code=1)
