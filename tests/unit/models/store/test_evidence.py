"""Evidence: kept inside the file once by content, listed per form, taken off and put back, never silently damaged."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from models.errors import KnownError
from models.evidence import MOST_BYTES, Evidence, EvidenceKind, content_hash
from models.period import Period, quarter
from models.store.changes import Author, Changes
from models.store.database import Database
from models.store.evidence import (
    attach,
    attach_document,
    attach_file,
    attach_link,
    content,
    damaged_contents,
    detach,
    every_evidence,
    evidence,
    evidence_counts,
)
from models.store.history import Subject, history
from models.store.submissions import LockedError, reopen, submit
from tests.unit.models.store.conftest import PLAN

Q2, YEAR = quarter(2023, 2), Period(2023)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Thống kê hồ sơ quý II.xlsx"
    path.write_bytes(b"so lieu quy II")
    return path


def stored_contents(db: Database) -> int:
    count: int = db.execute("SELECT count(*) FROM evidence_file").fetchone()[0]
    return count


def test_a_file_a_link_and_a_document_prove_a_value(db: Database, author: Author, paper: Path) -> None:
    assert attach_file(db, "ratio", "X1", Q2, paper, author) == Changes(evidence=True)
    attach_link(db, "ratio", "X1", Q2, " https://dichvucong.gov.vn/a ", author)
    attach_document(db, "count", "X1", Q2, "12/BC-UBND", date(2023, 6, 18), author)
    attach_document(db, "rank", "X1", YEAR, "13/BC-UBND", date(2023, 12, 18), author)
    paper.unlink()
    first, second, third = evidence(db, "X1", Q2)
    hash = content_hash(b"so lieu quy II")
    assert first == Evidence(1, "ratio", "X1", Q2, EvidenceKind.FILE, paper.name, hash=hash, size=14)
    assert second == Evidence(2, "ratio", "X1", Q2, EvidenceKind.LINK, "https://dichvucong.gov.vn/a")
    assert third == Evidence(3, "count", "X1", Q2, EvidenceKind.DOCUMENT, "12/BC-UBND", date(2023, 6, 18))
    assert content(db, hash) == b"so lieu quy II"
    (yearly,) = evidence(db, "X1", YEAR)
    assert yearly.text == "13/BC-UBND"
    assert evidence(db, "X2", Q2) == []
    assert every_evidence(db) == [third, first, second, yearly]


def test_marks_are_counted_for_a_year_at_once(db: Database, author: Author) -> None:
    for link in ("https://a.vn", "https://b.vn"):
        attach_link(db, "ratio", "X1", Q2, link, author)
    attach_link(db, "rank", "X1", YEAR, "https://a.vn", author)
    attach_link(db, "ratio", "X1", quarter(2022, 4), "https://a.vn", author)
    attach_link(db, "ratio", "X2", Q2, "https://a.vn", author)
    assert evidence_counts(db, "X1", 2023) == {("ratio", Q2): 2, ("rank", YEAR): 1}
    assert evidence_counts(db, "X9", 2023) == {}


def test_the_same_content_is_stored_once_however_often_it_is_attached(
    db: Database, author: Author, paper: Path
) -> None:
    copy = paper.with_name("bản sao.xlsx")
    copy.write_bytes(paper.read_bytes())
    attach_file(db, "ratio", "X1", Q2, paper, author)
    attach_file(db, "count", "X1", Q2, copy, author)
    attach_file(db, "ratio", "X2", Q2, paper, author)
    assert len(every_evidence(db)) == 3
    assert stored_contents(db) == 1


def test_what_a_value_has_already_is_refused(db: Database, author: Author, paper: Path) -> None:
    attach_file(db, "ratio", "X1", Q2, paper, author)
    attach_document(db, "ratio", "X1", Q2, "12/BC-UBND", date(2023, 6, 18), author)
    renamed = paper.rename(paper.with_name("tên khác.xlsx"))
    with pytest.raises(KnownError, match=r"“tên khác\.xlsx” đã có ở chỉ tiêu ratio của đơn vị X1, kỳ 2023-Q2"):
        attach_file(db, "ratio", "X1", Q2, renamed, author)
    with pytest.raises(KnownError, match="đã có"):
        attach_document(db, "ratio", "X1", Q2, "12/BC-UBND", date(2023, 6, 18), author)
    attach_document(db, "ratio", "X1", Q2, "12/BC-UBND", date(2023, 6, 19), author)
    assert len(evidence(db, "X1", Q2)) == 3


def test_a_proof_that_is_taken_off_leaves_history_and_comes_back_under_its_number(
    db: Database, author: Author, paper: Path
) -> None:
    attach_file(db, "ratio", "X1", Q2, paper, author)
    (kept,) = evidence(db, "X1", Q2)
    assert kept.id is not None
    assert detach(db, kept.id, author) == Changes(evidence=True)
    assert evidence(db, "X1", Q2) == []
    (entry,) = history(db, Subject.EVIDENCE, indicator="ratio", unit="X1")
    assert (entry.old["text"], entry.new) == (paper.name, None)
    assert content(db, kept.hash or "") == b"so lieu quy II"
    with pytest.raises(KnownError, match="đã được gỡ"):
        detach(db, kept.id, author)
    attach(db, [kept], author)
    assert evidence(db, "X1", Q2) == [kept]


def test_what_cannot_be_attached_leaves_nothing_behind(db: Database, author: Author, paper: Path) -> None:
    good = Evidence(None, "ratio", "X1", Q2, EvidenceKind.LINK, "https://a.vn")
    lost = Evidence(None, "ratio", "X1", Q2, EvidenceKind.FILE, "a.pdf", hash="0" * 64)
    with pytest.raises(KnownError, match="không có nội dung tệp đi kèm"):
        attach(db, [good, lost], author, [b"khac"])
    with pytest.raises(KnownError, match="Không có đơn vị X9"):
        attach_file(db, "ratio", "X9", Q2, paper, author)
    with pytest.raises(KnownError, match="Không có chỉ tiêu 404"):
        attach_link(db, "404", "X1", Q2, "https://a.vn", author)
    with pytest.raises(KnownError, match="Chưa có ngày"):
        attach_document(db, "ratio", "X1", Q2, "12/BC", None, author)
    with pytest.raises(KnownError, match="lớn hơn 10 MB"):
        attach(db, [good], author, [b"1" * (MOST_BYTES + 1)])
    assert every_evidence(db) == []
    assert stored_contents(db) == 0


def test_a_damaged_or_missing_content_is_never_handed_out(db: Database, author: Author, paper: Path) -> None:
    attach_file(db, "ratio", "X1", Q2, paper, author)
    (kept,) = evidence(db, "X1", Q2)
    assert kept.hash is not None
    assert damaged_contents(db) == []
    with pytest.raises(sqlite3.IntegrityError, match="evidence stays as it is"):
        db.execute("UPDATE evidence_file SET content = x'00'")
    db.execute("DROP TRIGGER evidence_file_is_not_updated")
    db.execute("UPDATE evidence_file SET content = x'00'")
    with pytest.raises(KnownError, match="đã bị hỏng"):
        content(db, kept.hash)
    assert damaged_contents(db) == [kept.hash]
    with pytest.raises(KnownError, match="không có nội dung"):
        content(db, "1" * 64)


def test_what_was_sent_keeps_its_proofs_until_it_is_opened_again(db: Database, author: Author) -> None:
    attach_link(db, "ratio", "X1", Q2, "https://a.vn", author)
    (kept,) = evidence(db, "X1", Q2)
    assert kept.id is not None
    submit(db, PLAN, "X1", Q2, date(2023, 6, 19), author)
    with pytest.raises(LockedError, match="mở lại phiếu"):
        attach_link(db, "count", "X1", Q2, "https://b.vn", author)
    with pytest.raises(LockedError, match="mở lại phiếu"):
        detach(db, kept.id, author)
    attach_link(db, "rank", "X1", YEAR, "https://a.vn", author)
    assert evidence(db, "X1", Q2) == [kept]
    reopen(db, "X1", Q2, date(2023, 6, 20), "Thiếu minh chứng", author)
    detach(db, kept.id, author)
    assert evidence(db, "X1", Q2) == []
