"""Sheet Mẫu văn bản, and the files beside the workbook: offices' own templates of reports."""

from models.evidence import read_file
from models.exchange.columns import TEMPLATES
from models.exchange.evidence_files import find_files, folder_of
from models.exchange.read_steps import HASH, HASH_EXPECTED
from models.exchange.reading import Reading
from models.report import ReportTemplate


def read_templates(reading: Reading) -> None:
    """Read which templates offices have; a file that lies nowhere, or was changed, is told and left out."""
    seen: dict[object, int] = {}
    wanted: list[tuple[str, str, str, str]] = []
    for row in reading.rows(TEMPLATES):
        unit, kind = row.known("Mã đơn vị", reading.units, "đơn vị"), row.text("Loại báo cáo")
        name, hash = row.text("Tên tệp"), row.text("Mã tệp")
        row.once(seen, (unit, kind), "Loại báo cáo")
        if not HASH.fullmatch(hash):
            row.wrong("Mã tệp", HASH_EXPECTED)
        if row.is_right:
            wanted.append((unit, kind, name, hash))
    book, path = reading.book, reading.workbook.path
    files = find_files(path, [hash for *_, hash in wanted]) if wanted else {}
    for unit, kind, name, hash in wanted:
        if hash in files:
            book.templates.append(ReportTemplate(unit, kind, name, read_file(files[hash])))
        else:
            book.notes.append(
                f"Trang “{TEMPLATES.name}”: mẫu “{name}” không có, hoặc đã bị sửa, trong thư mục "
                f"“{folder_of(path).name}” cạnh sổ nên không được nhập."
            )
