"""Units through time, without the window: the tree on a day, events, figures on today's units."""

import json
from pathlib import Path

import pytest
from docx import Document

from models.exchange.making import create_sample
from tests.commands import Output, records, said


@pytest.fixture(scope="module")
def merged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("merged") / "a.cchc"
    create_sample(path, merged=True)
    return path


def test_the_sample_with_the_merger_is_made_by_command(tmp_path: Path, capsys: Output) -> None:
    told = said(capsys, "new", tmp_path / "a.cchc", "--sample", "--merged")
    assert "cần đối chiếu" in told
    assert "số liệu minh họa" in told
    assert "hãy thêm --sample" in said(capsys, "new", tmp_path / "b.cchc", "--merged", code=1)
    assert not (tmp_path / "b.cchc").exists()


def test_the_tree_of_a_day(merged: Path, capsys: Output) -> None:
    before = said(capsys, "units", merged, "--on", "2025-06-30").splitlines()
    after = said(capsys, "units", merged, "--on", "1/7/2025").splitlines()
    assert before[:2] == ["UBND huyện Nam Giang (NAMGIANG)", "  Phòng chuyên môn (PCM)"]
    assert after[:3] == ["UBND TP. Đà Nẵng (DANANG)", "  Xã Thạnh Mỹ (XTHANHMY)", "  Xã Bến Giằng (BENGIANG)"]
    assert "  Xã Cà Dy (CADY), đến 30/6/2025, nay là BENGIANG" in after
    found = {each["code"]: each for each in records(capsys, "units", merged, "--on", "2025-07-01")}
    assert found["CADY"] == {
        "code": "CADY",
        "name": "Xã Cà Dy",
        "kind": "xã",
        "superior": "NAMGIANG",
        "valid_from": None,
        "valid_to": "2025-06-30",
        "succeeded_by": ["BENGIANG"],
        "exists": False,
    }


def test_what_happened_to_units(merged: Path, capsys: Output) -> None:
    lines = said(capsys, "unit-events", merged).splitlines()
    assert lines[1].startswith("1/7/2025  sáp nhập: Xã Cà Dy, Xã Tà Bhing, Xã Tà Pơơ thành Xã Bến Giằng (")
    assert lines[-1] == "7 sự kiện; 0 điều chưa khớp."
    found = records(capsys, "unit-events", merged)
    assert found[1]["before"] == ["CADY", "TABHING", "TAPOO"]
    assert (found[1]["kind"], found[1]["shares"], found[1]["implied"]) == ("merge", [], False)


def test_figures_on_todays_units_say_whether_they_are_estimated(merged: Path, capsys: Output) -> None:
    words = ("progress", merged, "--period", "2025-H1", "--on", "2025-07-02", "--json")
    reported, today = (json.loads(said(capsys, *words, "--units", way)) for way in ("reported", "today"))
    assert [each["value"] for each in reported] == [each["value"] for each in today]
    assert "estimated" not in reported[0]
    assert {each["estimated"] for each in today} == {False}
    lines = json.loads(said(capsys, *words, "--units", "today", "--by-unit"))
    (found,) = [each for each in lines if (each["unit"], each["indicator"]) == ("BENGIANG", "TTHC-01")]
    assert (found["numerator"], found["denominator"], found["value"]) == ("620", "873", "71.0195")
    assert json.loads(said(capsys, *words)) == reported
    table = said(capsys, *words[:-1], "--csv", "--units", "today").splitlines()
    assert table[0].endswith(",estimated")
    assert table[1].endswith(",false")


def test_only_units_that_still_exist_can_close_a_gap(merged: Path, capsys: Output) -> None:
    def lacking(period: str, day: str) -> dict[str, str]:
        found = records(capsys, "remaining", merged, "--period", period, "--on", day)
        rate = next(each for each in found if each["indicator"] == "TTHC-01")
        return {each["unit"]: each["lacking"] for each in rate["units"]}

    ended = lacking("2025-H1", "2025-06-20")
    now = lacking("2025-9M", "2025-09-20")
    assert ended.keys() == {"LAEE", "DACPRING", "CHOCHUN", "DACPRE"}
    assert now.keys() == {"XLAEE", "XDACPRING"}
    after = json.loads(
        said(
            capsys,
            "progress",
            merged,
            "--period",
            "2025-9M",
            "--on",
            "2025-09-20",
            "--unit",
            "XLAEE",
            "--json",
            "--units",
            "today",
        )
    )
    rate = next(each for each in after if each["indicator"] == "TTHC-01")
    wanted = -(-int(rate["denominator"]) * 65 // 100)
    assert int(now["XLAEE"]) == wanted - int(rate["numerator"])


def test_each_table_says_by_which_units_it_is(merged: Path, capsys: Output) -> None:
    words = ("--period", "2025-9M", "--on", "2025-10-02")
    told = "Tính theo đơn vị lúc báo cáo, trong năm có sắp xếp đơn vị từ 1/7/2025"
    assert said(capsys, "progress", merged, *words).splitlines()[-1] == f"{told}; theo đơn vị hiện nay: --units today."
    assert told not in said(capsys, "progress", merged, *words, "--units", "today")
    assert said(capsys, "remaining", merged, *words).splitlines()[0].startswith(told)
    before = ("--period", "2024", "--on", "2025-10-02")
    assert told not in said(capsys, "progress", merged, *before) + said(capsys, "remaining", merged, *before)


@pytest.mark.parametrize("kind", ["progress", "periodic", "units", "notice"])
def test_reports_say_by_which_units_they_are_and_count_those_of_the_last_day(
    kind: str, merged: Path, tmp_path: Path, capsys: Output
) -> None:
    out = tmp_path / "r.docx"
    said(capsys, "report", merged, kind, "--period", "2025-9M", "--on", "2025-10-02", "--out", out)
    text = "\n".join(each.text for each in Document(str(out)).paragraphs).replace("\N{NO-BREAK SPACE}", " ")
    assert "tính theo đơn vị lúc báo cáo, trong năm có sắp xếp đơn vị từ ngày 1/7/2025" in text
    assert "6/6 đơn vị đã báo cáo đủ số liệu" in text
    said(capsys, "report", merged, kind, "--period", "2024", "--on", "2025-10-02", "--out", out)
    assert "lúc báo cáo" not in "\n".join(each.text for each in Document(str(out)).paragraphs)
