"""What proves the values that units report. Files are kept inside the data file, each content once, by its SHA-256.

Inside, not beside: one data file then travels by mail or stick, is copied and backed up as one, and no folder is left
behind. The price is its size, hence the limit of models/evidence.py on each file. A content that is no longer attached
anywhere stays: what was sent, and history, may still speak of it."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from models.errors import KnownError
from models.evidence import (
    Evidence,
    EvidenceKind,
    check_content,
    check_link,
    check_number,
    content_hash,
    file_name,
    read_file,
)
from models.period import Period
from models.store.changes import Author, Changes
from models.store.database import Database, writing
from models.store.entry import Keys
from models.store.locks import check_unlocked
from models.store.rows import day as read_day
from models.store.rows import iso, period_key, period_of

EVIDENCE = """
SELECT evidence.id, indicator.code AS indicator, unit.code AS unit, evidence.period, evidence.kind, evidence.text,
    evidence.day, evidence.hash, length(evidence_file.content) AS size
FROM evidence
JOIN indicator ON indicator.id = evidence.indicator
JOIN unit ON unit.id = evidence.unit
LEFT JOIN evidence_file ON evidence_file.hash = evidence.hash
"""
OF_FORM = f"""{EVIDENCE}
WHERE evidence.period = :period AND evidence.unit = (SELECT id FROM unit WHERE code = :unit)
ORDER BY evidence.id
"""
OF_ID = f"{EVIDENCE} WHERE evidence.id = :id"
EVERY = f"{EVIDENCE} ORDER BY evidence.period, unit.position, unit.id, indicator.code, evidence.id"
COUNTS = """
SELECT indicator.code, evidence.period, count(*)
FROM evidence JOIN indicator ON indicator.id = evidence.indicator
WHERE evidence.unit = (SELECT id FROM unit WHERE code = :unit) AND evidence.period BETWEEN :first AND :last
GROUP BY evidence.period, evidence.indicator
"""
IS_THERE = """
SELECT EXISTS (SELECT * FROM evidence WHERE period = :period AND unit = :unit AND indicator = :indicator
    AND kind = :kind AND day IS :day AND ifnull(hash, text) = ifnull(:hash, :text))
"""
ATTACH = """
INSERT INTO evidence (id, indicator, unit, period, kind, text, day, hash, revision)
VALUES (:id, :indicator, :unit, :period, :kind, :text, :day, :hash, :revision)
"""
DETACH = "DELETE FROM evidence WHERE id = :id"
KEEP_CONTENT = "INSERT INTO evidence_file (hash, content) VALUES (:hash, :content) ON CONFLICT (hash) DO NOTHING"
HAS_CONTENT = "SELECT EXISTS (SELECT * FROM evidence_file WHERE hash = :hash)"
CONTENT = "SELECT content FROM evidence_file WHERE hash = :hash"
HASHES = "SELECT hash FROM evidence_file ORDER BY id"


def evidence(db: Database, unit: str, period: Period) -> list[Evidence]:
    """Return what proves the values of one unit in a quarter (or given for the year), in the order it was attached."""
    return [_evidence(row) for row in db.query(OF_FORM, {"unit": unit, "period": period_key(period)})]


def every_evidence(db: Database) -> list[Evidence]:
    """Return what proves any value in the file, without the contents, by period, unit and indicator."""
    return [_evidence(row) for row in db.query(EVERY)]


def evidence_counts(db: Database, unit: str, year: int) -> dict[tuple[str, Period], int]:
    """Return how many proofs each value of a unit has in a year, by (indicator, period); only where there are any."""
    asked = {"unit": unit, "first": year * 10, "last": year * 10 + 9}
    return {(code, period_of(key)): count for code, key, count in db.execute(COUNTS, asked)}


def attach_file(db: Database, indicator: str, unit: str, period: Period, path: Path, author: Author) -> Changes:
    """Keep a file as the proof of a value; raises KnownError where it cannot be read, is empty or too large."""
    content = read_file(path)
    new = Evidence(None, indicator, unit, period, EvidenceKind.FILE, file_name(path.name), hash=content_hash(content))
    return attach(db, [new], author, [content])


def attach_link(db: Database, indicator: str, unit: str, period: Period, link: str, author: Author) -> Changes:
    """Keep a link, of the web or of a file server, as the proof of a value; raises KnownError for any other."""
    return attach(db, [Evidence(None, indicator, unit, period, EvidenceKind.LINK, check_link(link))], author)


def attach_document(
    db: Database, indicator: str, unit: str, period: Period, number: str, day: date | None, author: Author
) -> Changes:
    """Keep a document's number and date as the proof of a value; raises KnownError where one of them is missing."""
    if day is None:
        raise KnownError("Chưa có ngày của văn bản, ví dụ 18/6/2023.")
    new = Evidence(None, indicator, unit, period, EvidenceKind.DOCUMENT, check_number(number), day)
    return attach(db, [new], author)


def attach(db: Database, new: Iterable[Evidence], author: Author, contents: Iterable[bytes] = ()) -> Changes:
    """Keep proofs, all or nothing, the contents with them that the file has not got yet.

    One with an id comes back under it: that takes a detach back. Raises KnownError for unknown codes, a locked form, a
    file without content, and what the value has already."""
    keys, wanted, kept = Keys(db), list(new), list(contents)
    for content in kept:
        check_content("minh chứng", content)
    with writing(db, author) as revision:
        check_unlocked(db, ((each.unit, each.period) for each in wanted))
        db.conn.executemany(KEEP_CONTENT, ({"hash": content_hash(each), "content": each} for each in kept))
        for each in wanted:
            row = {**_columns(each, keys), "revision": revision}
            _check_new(db, each, row)
            db.execute(ATTACH, row)
    return Changes(evidence=True)


def detach(db: Database, id: int, author: Author) -> Changes:
    """Take a proof from its value; its content stays in the file. Raises KnownError for a locked form or none such."""
    return detach_all(db, [id], author)


def detach_all(db: Database, ids: Iterable[int], author: Author) -> Changes:
    """Take proofs from their values, all or none of them."""
    with writing(db, author):
        for id in ids:
            found = next((_evidence(row) for row in db.query(OF_ID, {"id": id})), None)
            if found is None:
                raise KnownError("Minh chứng này đã được gỡ trước đó.")
            check_unlocked(db, [(found.unit, found.period)])
            db.execute(DETACH, {"id": id})
    return Changes(evidence=True)


def content(db: Database, hash: str) -> bytes:
    """Return a file's content as it was attached; raises KnownError where it is missing or no longer the same."""
    row = db.execute(CONTENT, {"hash": hash}).fetchone()
    if row is None:
        raise KnownError("Tệp dữ liệu không có nội dung của minh chứng này.")
    found = bytes(row[0])
    if content_hash(found) != hash:
        raise KnownError(
            "Nội dung của minh chứng này trong tệp dữ liệu đã bị hỏng; hãy lấy lại từ một bản sao lưu hằng ngày."
        )
    return found


def kept_hashes(db: Database) -> frozenset[str]:
    """Return the hashes of all contents that the file keeps, attached or not."""
    return frozenset(hash for (hash,) in db.execute(HASHES))


def damaged_contents(db: Database) -> list[str]:
    """Return which kept contents are no longer what was attached, by hash; reads them all, one at a time."""
    found = []
    for (hash,) in db.execute(HASHES).fetchall():
        try:
            content(db, hash)
        except KnownError:
            found.append(hash)
    return found


def _check_new(db: Database, each: Evidence, row: dict[str, Any]) -> None:
    where = f"chỉ tiêu {each.indicator} của đơn vị {each.unit}, kỳ {each.period}"
    if db.execute(IS_THERE, row).fetchone()[0]:
        raise KnownError(f"Minh chứng “{each.text}” đã có ở {where}.")
    if each.hash is not None and not db.execute(HAS_CONTENT, {"hash": each.hash}).fetchone()[0]:
        raise KnownError(f"Minh chứng “{each.text}” ở {where} không có nội dung tệp đi kèm.")


def _columns(each: Evidence, keys: Keys) -> dict[str, Any]:
    return {
        "id": each.id,
        "indicator": keys.indicator(each.indicator)[0],
        "unit": keys.unit(each.unit),
        "period": period_key(each.period),
        "kind": each.kind,
        "text": each.text,
        "day": iso(each.day),
        "hash": each.hash,
    }


def _evidence(row: dict[str, Any]) -> Evidence:
    return Evidence(
        **{
            **row,
            "period": period_of(row["period"]),
            "kind": EvidenceKind(row["kind"]),
            "day": read_day(row["day"]),
        }
    )
