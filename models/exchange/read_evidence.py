"""Sheet Minh chứng, and the files beside the workbook."""

from models.errors import KnownError
from models.evidence import Evidence, EvidenceKind, check_link, check_number, file_name
from models.exchange.book import Place
from models.exchange.columns import EVIDENCE
from models.exchange.evidence_files import find_files, folder_of
from models.exchange.read_steps import HASH, HASH_EXPECTED
from models.exchange.reading import Reading
from models.exchange.tables import Row
from models.exchange.words import PROOFS
from models.period import Period

Key = tuple[str, str, Period, str, object, str]


def read_evidence(reading: Reading) -> None:
    """Read what proves values. Of files the sheet holds name and hash: their contents lie beside the workbook."""
    seen: dict[object, int] = {}
    for row in reading.rows(EVIDENCE):
        found = _evidence(reading, row)
        if found is not None:
            row.once(seen, evidence_key(found), "Nội dung")
        if found is not None and row.is_right:
            reading.book.evidence.append(found)
            if (found.unit, found.period) in reading.known.locked:
                reading.book.places[EVIDENCE.name, evidence_key(found)] = Place(row.table.title, row.number)
    book = reading.book
    sent = (its.hash for step in book.steps if step.snapshot for its in step.snapshot.evidence if its.hash)
    wanted = {*(each.hash for each in book.evidence if each.hash), *sent}
    if wanted:
        book.folder = folder_of(reading.workbook.path).name
        book.files = find_files(reading.workbook.path, wanted)


def evidence_key(each: Evidence) -> Key:
    """Return what tells a proof from all others: a file by its content, whatever its name."""
    return each.indicator, each.unit, each.period, each.kind, each.day, each.hash or each.text


def _evidence(reading: Reading, row: Row) -> Evidence | None:
    code = row.known("Mã chỉ tiêu", reading.measures, "chỉ tiêu")
    unit = row.known("Mã đơn vị", reading.units, "đơn vị")
    period = row.period("Kỳ")
    if period is not None and not (period.is_quarter or period.is_year):
        row.wrong("Kỳ", f"một quý hoặc cả năm, viết như {period.year}-Q1 hoặc {period.year}")
    kind, day, hash = row.word("Loại", PROOFS), row.day("Ngày"), row.text("Mã tệp")
    text = _text(row, kind)
    if (kind is EvidenceKind.FILE) != bool(hash) or (hash and not HASH.fullmatch(hash)):
        row.wrong("Mã tệp", HASH_EXPECTED if kind is EvidenceKind.FILE else "ô trống: chỉ tệp mới có mã")
    if kind is EvidenceKind.DOCUMENT and day is None and row.is_blank("Ngày"):
        row.wrong("Ngày", "ngày của văn bản", "")
    if not row.is_right or kind is None or period is None:
        return None
    return Evidence(None, code, unit, period, kind, text, day, hash or None)


def _text(row: Row, kind: EvidenceKind | None) -> str:
    written = row.text("Nội dung")
    if not written or kind is None:
        return written
    check = {EvidenceKind.FILE: file_name, EvidenceKind.LINK: check_link, EvidenceKind.DOCUMENT: check_number}[kind]
    try:
        return check(written)
    except KnownError as error:
        row.wrong("Nội dung", f"tên tệp, liên kết, hoặc số văn bản dùng được ({str(error).rstrip('.')})")
        return ""
