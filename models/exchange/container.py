"""What is looked at before a foreign workbook or document is opened: it is only a zip file that claims to be one."""

import zlib
from pathlib import Path
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from models.errors import KnownError, reason

MEMBERS = 5_000
UNPACKED_BYTES = 500 * 2**20
RATIO = 300  # Excel's own sheets stay below 60; a bomb reaches 1,000
SMALL_BYTES = 2**20  # too small to do harm, whatever its ratio

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 2**16


class _RootReachedError(Exception):
    """The prolog is over: no document type can follow."""


def check_container(path: Path) -> None:
    """Refuse, by KnownError in words, what is no workbook or would do harm when unpacked or parsed.

    Nothing is unpacked to the disk. Python's reader never yields more bytes than a member declares, so the declared
    sizes can be relied on."""
    try:
        with path.open("rb") as file:
            _check_kind(path, file.read(8))
        with ZipFile(path) as archive:
            _check_is_workbook(path, archive.infolist())
            check_archive(path, archive)
    except FileNotFoundError as error:
        raise KnownError(f"Không tìm thấy tệp “{path}”.") from error
    except OSError as error:
        raise KnownError(f"Không đọc được tệp “{path.name}”: {reason(error)}.") from error
    except (BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged(path) from error


def damaged(path: Path) -> KnownError:
    """Return the sentence for a workbook that cannot be read to its end."""
    return KnownError(
        f"Tệp “{path.name}” bị hỏng hoặc không phải sổ Excel (.xlsx); hãy mở bằng Excel, lưu lại rồi thử lần nữa."
    )


def _check_kind(path: Path, head: bytes) -> None:
    if head == OLE:
        if _ENCRYPTED in path.read_bytes():
            raise KnownError(f"Tệp “{path.name}” có mật khẩu; hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lần nữa.")
        raise KnownError(f"Tệp “{path.name}” ở định dạng Excel cũ (.xls); hãy mở bằng Excel và lưu lại thành sổ .xlsx.")
    if head[:2] != b"PK":
        raise KnownError(f"Tệp “{path.name}” không phải là sổ Excel (.xlsx).")


def check_archive(path: Path, archive: ZipFile) -> None:
    """Refuse, by KnownError, what would do harm when unpacked or parsed; raises ValueError for what is no XML."""
    _check_sizes(path, archive.infolist())
    for member in archive.infolist():
        if member.filename.lower().endswith((".xml", ".rels", ".vml")):
            _check_prolog(path, archive, member)


def _check_is_workbook(path: Path, members: list[ZipInfo]) -> None:
    names = {member.filename.lower() for member in members}
    if "xl/workbook.bin" in names:
        raise KnownError(f"Tệp “{path.name}” ở dạng nhị phân (.xlsb); hãy mở bằng Excel và lưu lại thành sổ .xlsx.")
    if "[content_types].xml" not in names:
        raise KnownError(f"Tệp “{path.name}” không phải là sổ Excel (.xlsx).")


def _check_sizes(path: Path, members: list[ZipInfo]) -> None:
    if len(members) > MEMBERS or sum(member.file_size for member in members) > UNPACKED_BYTES:
        raise KnownError(
            f"Tệp “{path.name}” quá lớn khi giải nén (giới hạn {UNPACKED_BYTES >> 20} MB) nên không được mở."
        )
    for member in members:
        if member.file_size > max(SMALL_BYTES, RATIO * member.compress_size):
            raise KnownError(f"Tệp “{path.name}” nén bất thường (phần “{member.filename}”) nên không được mở.")


def _check_prolog(path: Path, archive: ZipFile, member: ZipInfo) -> None:
    """Refuse a document type: with it come entities, which an honest file never has."""

    def refuse(*_: object) -> None:
        raise KnownError(f"Tệp “{path.name}” chứa khai báo DTD không an toàn (phần “{member.filename}”).")

    def stop(*_: object) -> None:
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                parser.Parse(chunk)
    except _RootReachedError:
        pass
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
