"""Reads the text of a report: a plain text file, or a Word document with its tables."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from models.errors import KnownError, reason
from models.exchange.container import OLE, check_archive
from models.exchange.old_fonts import is_for_old_font
from models.textcheck.tables import Cell, Row, Table

TEXT_BYTES = 20 * 2**20
_LONG_CELL = 400  # a table with such a cell only lays out prose
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {_W + name for name in ("del", "moveFrom", "txbxContent", "instrText", "pPr", "rPr")} | {
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
}


@dataclass(frozen=True)
class Document:
    """The text of a report. Of a Word document: its paragraphs and table rows joined by newlines, cells by tabs."""

    text: str
    tables: tuple[Table, ...] = ()


def read_document(path: Path) -> Document:
    """Return a report's text; raises KnownError for what is not there, is no text, is damaged or would do harm."""
    try:
        with path.open("rb") as file:
            head = file.read(8)
        if head.startswith(b"PK\x03\x04"):
            return _in_unicode(_word_document(path), f"Tệp “{path.name}”")
        if head == OLE:
            raise KnownError(
                f"Tệp “{path.name}” ở định dạng Word cũ (.doc) hoặc có mật khẩu; hãy mở bằng Word, lưu lại thành .docx."
            )
        return _in_unicode(Document(_plain_text(path, head)), f"Tệp “{path.name}”")
    except FileNotFoundError as error:
        raise KnownError(f"Không tìm thấy tệp “{path}”.") from error
    except OSError as error:
        raise KnownError(f"Không đọc được tệp “{path.name}”: {reason(error)}.") from error


def read_bytes(data: bytes) -> Document:
    """Return a report's text that was handed over without a file; raises KnownError where it is none in UTF-8."""
    try:
        return _in_unicode(Document(data.decode("utf-8-sig")), "Văn bản ở đầu vào")
    except UnicodeDecodeError as error:
        raise KnownError("Văn bản ở đầu vào không phải là Unicode (UTF-8).") from error


def _in_unicode(document: Document, named: str) -> Document:
    if is_for_old_font(document.text):
        raise KnownError(
            f"{named} gõ bằng phông chữ cũ (TCVN3 như .VnTime, hoặc VNI), không phải Unicode; "
            "hãy chuyển mã sang Unicode rồi đọc lại."
        )
    return document


def _plain_text(path: Path, head: bytes) -> str:
    if head.startswith(b"%PDF"):
        raise KnownError(
            f"Tệp “{path.name}” là PDF; hãy dùng bản Word (.docx) hoặc chép nội dung ra tệp văn bản (.txt)."
        )
    if path.stat().st_size > TEXT_BYTES:
        raise KnownError(f"Tệp “{path.name}” quá lớn (giới hạn {TEXT_BYTES >> 20} MB) nên không được đọc.")
    data = path.read_bytes()
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise KnownError(
            f"Tệp “{path.name}” không phải là văn bản Unicode (UTF-8); hãy lưu lại với bảng mã UTF-8."
        ) from error
    if "\0" in text:
        raise KnownError(f"Tệp “{path.name}” không phải là tệp văn bản hay tệp Word (.docx).")
    return text


def _word_document(path: Path) -> Document:
    import docx

    damaged = KnownError(f"Tệp “{path.name}” bị hỏng hoặc không phải là tệp Word (.docx).")
    try:
        _check(path)
        body = docx.Document(str(path)).element.body
        return _document(body)
    except KnownError:
        raise
    except (BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged from error
    except Exception as error:  # python-docx and its parser have no common error of their own
        if type(error).__module__.split(".")[0] in ("docx", "lxml"):
            raise damaged from error
        raise


def _check(path: Path) -> None:
    """Refuse what is no Word document, or would do harm when unpacked or parsed."""
    with ZipFile(path) as archive:
        if "word/document.xml" not in archive.namelist():
            raise KnownError(f"Tệp “{path.name}” không phải là tệp Word (.docx).")
        check_archive(path, archive)


def _document(body: Any) -> Document:
    lines: list[str] = []
    tables: list[Table] = []
    place = 0
    for block in _blocks(body):
        if block.tag == _W + "p":
            lines.append(_words(block))
            place += len(lines[-1]) + 1
            continue
        rows: list[Row] = []
        for source in block.iterchildren(_W + "tr"):
            row = _row(source, place)
            rows.append(row)
            lines.append("\t".join(cell.text for cell in row.cells))
            place = row.end + 1
        if rows and all(len(cell.text) <= _LONG_CELL for row in rows for cell in row.cells):
            tables.append(Table(tuple(rows)))
    return Document("\n".join(lines), tuple(tables))


def _blocks(parent: Any) -> Iterator[Any]:
    """Yield paragraphs and tables in order, also those within content controls."""
    for child in parent.iterchildren():
        if child.tag in (_W + "p", _W + "tbl"):
            yield child
        elif child.tag in (_W + "sdt", _W + "sdtContent", _W + "ins"):
            yield from _blocks(child)


def _row(source: Any, start: int) -> Row:
    cells: list[Cell] = []
    place, column = start, 0
    for cell in source.iterchildren(_W + "tc"):
        text = " ".join(words for block in cell.iter(_W + "p") if (words := _words(block).strip()))
        text = text.replace("\t", " ").replace("\n", " ")
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        columns = int(span.get(_W + "val", "1")) if span is not None else 1
        cells.append(Cell(text, place, place + len(text), column, columns))
        place, column = place + len(text) + 1, column + columns
    return Row(start, max(place - 1, start), tuple(cells))


def _words(paragraph: Any) -> str:
    """Return the text that a paragraph shows: with what was inserted, without what was deleted."""
    pieces: list[str] = []
    for child in paragraph.iterchildren():
        if child.tag in _SKIPPED:
            continue
        if child.tag == _W + "t":
            pieces.append(child.text or "")
        elif child.tag == _W + "tab":
            pieces.append("\t")
        elif child.tag in (_W + "br", _W + "cr"):
            pieces.append("\n")
        elif child.tag == _W + "noBreakHyphen":
            pieces.append("-")
        elif isinstance(child.tag, str):
            pieces.append(_words(child))
    return "".join(pieces)
