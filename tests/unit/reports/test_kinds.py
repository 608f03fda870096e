"""A report from a file to a file: the sample's figures, whole or not at all, the same bytes again."""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest

from models.errors import KnownError
from models.exchange.making import create_sample
from models.period import Period, read_period
from models.plan import Plan
from models.store.changes import Author
from models.store.database import Database, open_database
from models.store.plans import plan as plan_of
from models.store.plans import plan_in_force, save_plan
from reports import kinds
from reports.document import Paragraph, plain_text
from reports.kinds import KINDS, make_document, make_report
from reports.word.package import document_bytes
from tests.unit.reports.every_kind import Case, made

H1, ON = read_period("2023-H1"), date(2023, 6, 19)


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("sample") / "sample.cchc"
    create_sample(path)
    opened = open_database(path, read_only=True)
    yield opened
    opened.conn.close()


@pytest.fixture(scope="module")
def plan(db: Database) -> Plan:
    return plan_in_force(db, H1)


def text_of(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    texts = ["".join(node.text or "" for node in p.xpath(".//w:t")) for p in document.element.body.xpath(".//w:p")]
    return "\n".join(texts).replace("\N{NO-BREAK SPACE}", " ")


def sample_text(db: Database, plan: Plan, code: str, on: date = ON, unit: str | None = None) -> str:
    return text_of(document_bytes(make_document(db, "progress", plan, read_period(code), on, unit)))


def test_the_six_months_of_the_sample(db: Database, plan: Plan) -> None:
    text = sample_text(db, plan, "2023-H1")
    assert "số liệu từ ngày 15/12/2022 đến ngày 14/6/2023; 12/13 đơn vị đã báo cáo đủ số liệu; số liệu tạm tính" in text
    assert "có 12 chỉ tiêu; 6 tháng đầu năm 2023 có 8 chỉ tiêu được đánh giá" in text
    assert "2.521 trên 4.340 hồ sơ, đạt 58,09%, thấp hơn mức đề ra 6,91 điểm phần trăm" in text
    assert "kết quả vào tháng 4 năm 2024" in text
    assert "số liệu minh họa" in text


def test_whose_figures_must_be_checked_is_said(db: Database, plan: Plan) -> None:
    text = sample_text(db, plan, "2023-9M", date(2023, 9, 25))
    assert (
        "Kiểm tra, xác nhận số liệu: xã La Dêê (tỷ lệ TTHC, dịch vụ công trực tuyến tích hợp trên Cổng Dịch vụ công "
        "quốc gia)." in text
    )
    assert "tạm tính, có số liệu cần kiểm tra" in text


def test_the_year_that_is_not_over_says_what_remains(db: Database, plan: Plan) -> None:
    asked = "Để đạt mức đề ra của cả năm, từ nay đến hết năm:"
    assert asked in sample_text(db, plan, "2023-H1")
    assert asked not in sample_text(db, plan, "2023", date(2024, 1, 5))


def test_a_plan_of_later_years_does_not_carry_the_samples_mark(tmp_path: Path) -> None:
    create_sample(tmp_path / "years.cchc")
    opened = open_database(tmp_path / "years.cchc")
    sample = plan_in_force(opened, H1)
    for year in (2024, 2025):
        save_plan(opened, replace(sample, code=f"KH-{year}", year=year), Author("An"))
    marks = [
        "số liệu minh họa" in sample_text(opened, plan_of(opened, f"KH-{year}"), f"{year}-H1", date(year, 6, 19))
        for year in (2023, 2024, 2025)
    ]
    opened.conn.close()
    assert marks == [True, True, False]  # a year is held against the one before it


@pytest.mark.parametrize(
    "code, on, window, words",
    [
        ("2023-Q1", date(2023, 3, 19), "15/12/2022 đến ngày 14/3/2023", "quý I năm 2023"),
        ("2023-Q2", date(2023, 6, 19), "15/3/2023 đến ngày 14/6/2023", "quý II năm 2023"),
        ("2023-9M", date(2023, 9, 25), "15/12/2022 đến ngày 14/9/2023", "9 tháng đầu năm 2023"),
        ("2023", date(2024, 1, 5), "15/12/2022 đến ngày 14/12/2023", "hành chính năm 2023"),
    ],
)
def test_every_period_says_its_name_and_window(
    db: Database, plan: Plan, code: str, on: date, window: str, words: str
) -> None:
    text = sample_text(db, plan, code, on)
    assert f"số liệu từ ngày {window}" in text
    assert words in text


def test_rank_and_grade_are_judged_when_the_year_is_published(db: Database, plan: Plan) -> None:
    text = sample_text(db, plan, "2023", date(2024, 6, 1))
    assert "chưa có kết quả công bố (mức đề ra: từ loại Khá trở lên)" in text


def test_a_unit_is_reported_on_with_what_is_asked_of_it_only(db: Database, plan: Plan) -> None:
    text = sample_text(db, plan, "2023-H1", unit="CADY")
    assert "6 tháng đầu năm 2023 của xã Cà Dy" in text
    assert "229 trên 392 hồ sơ" in text
    assert "PAR INDEX" not in text
    assert "Phụ lục I" not in text


def test_the_same_day_gives_the_same_file(db: Database, plan: Plan, tmp_path: Path) -> None:
    one = make_report(db, "progress", plan, H1, ON, tmp_path / "one.docx")
    other = make_report(db, "progress", plan, H1, ON, tmp_path / "other.docx")
    assert one.read_bytes() == other.read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.docx", "other.docx"]


def test_figures_in_the_text_are_in_the_table_too(db: Database, plan: Plan) -> None:
    main, annexes = sample_text(db, plan, "2023-H1").split("./.")
    values = set(re.findall(r"(?:đạt|bằng) (\d+,\d+%)", main))
    assert len(values) == 8
    assert all(value in annexes for value in values)


@pytest.mark.parametrize(
    "kind, period, unit, sentence",
    [
        ("nope", H1, None, f"Không có loại báo cáo “nope”; các loại có: {', '.join(KINDS)}."),
        ("progress", H1, "XX", "Không có đơn vị XX trong tệp; hãy dùng mã có ở trang Đơn vị."),
        ("progress", Period(2022), None, "Kế hoạch KH-2023 là của năm 2023, không lập được báo cáo kỳ 2022."),
    ],
)
def test_what_cannot_be_made_is_said_and_leaves_nothing(
    db: Database, plan: Plan, tmp_path: Path, kind: str, period: Period, unit: str | None, sentence: str
) -> None:
    with pytest.raises(KnownError, match=re.escape(sentence)):
        make_report(db, kind, plan, period, ON, tmp_path / "out.docx", unit)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(db: Database, plan: Plan, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="Không ghi được báo cáo"):
        make_report(db, "progress", plan, H1, ON, tmp_path / "no" / "out.docx")


def test_a_failed_report_keeps_the_earlier_file_and_leaves_nothing_else(
    db: Database, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.docx"
    out.write_bytes(b"earlier")

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(kinds, "write_document", full_disk)
    with pytest.raises(KnownError, match=r"out\.docx"):
        make_report(db, "progress", plan, H1, ON, out)
    assert [path.name for path in tmp_path.iterdir()] == ["out.docx"]
    assert out.read_bytes() == b"earlier"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such rights")
def test_others_may_read_the_file(db: Database, plan: Plan, tmp_path: Path) -> None:
    assert make_report(db, "progress", plan, H1, ON, tmp_path / "a.docx").stat().st_mode & 0o777 == 0o644


def test_a_plan_without_indicators_has_no_rule_and_no_annex() -> None:
    report = made(Case("progress", "no-indicators", "2024-H1")).document
    assert len(report.sections) == 1
    assert "gần đạt" not in "\n".join(plain_text(each.text) for each in report.blocks if isinstance(each, Paragraph))


def test_a_letter_says_its_day_once() -> None:
    report = made(Case("notice", "sample", "2023")).document
    text = "\n".join(plain_text(each.text) for each in report.blocks if isinstance(each, Paragraph))
    assert text.count("Đến ngày") == 1
    assert text.count("chưa gửi phiếu báo cáo quý") + text.count(": 13/13\N{NO-BREAK SPACE}đơn vị chưa gửi") == 4
