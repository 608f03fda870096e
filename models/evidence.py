"""What proves a value: a file, a link, or a document's number and date; what may be kept, and what is dangerous.

Nothing here knows the data file; a file that is to be attached is read by read_file."""

import hashlib
import re
import stat
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from unicodedata import category, normalize
from urllib.parse import urlsplit

from models.errors import KnownError, reason
from models.period import Period

MOST_MEGABYTES = 10
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
LONGEST_NAME, LONGEST_ENDING = 120, 20
LONGEST_TEXT = 2000

# What a system would run when it is opened, instead of showing it.
# fmt: off
PROGRAMS = frozenset({
    ".app", ".appimage", ".application", ".appref-ms", ".bat", ".bin", ".chm", ".cmd", ".com", ".command", ".cpl",
    ".csh", ".deb", ".desktop", ".dll", ".dmg", ".exe", ".gadget", ".hta", ".inf", ".ins", ".iso", ".jar", ".js",
    ".jse", ".jnlp", ".ksh", ".lnk", ".msc", ".msi", ".msix", ".msp", ".pif", ".pkg", ".pl", ".ps1", ".psm1", ".py",
    ".pyc", ".pyw", ".rb", ".reg", ".rpm", ".run", ".scf", ".scr", ".sct", ".settingcontent-ms", ".sh", ".so", ".url",
    ".vb", ".vbe", ".vbs", ".vhd", ".vhdx", ".website", ".wsc", ".wsf", ".wsh", ".xll", ".zsh",
})
WITH_MACROS = frozenset({".docm", ".dotm", ".xlsm", ".xltm", ".xlam", ".pptm", ".potm", ".ppsm", ".ppam"})
# fmt: on
_PROGRAM_STARTS = (b"MZ", b"\x7fELF", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00", b"[Desktop Entry]")
_MACRO_MARKS = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))
_WEB, _SERVER = ("http", "https"), ("file", "smb")
_UNC = re.compile(r"(?:\\\\|//)[^\\/\s]+[\\/][^\\/]")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|/")
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM\d|LPT\d)(?:\.|$)", re.IGNORECASE)
_UNSEEN = ("Cc", "Cf", "Zl", "Zp")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')


class EvidenceKind(StrEnum):
    """How a value is proved."""

    FILE = "file"
    LINK = "link"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One proof of one indicator's value of a unit in a quarter or year.

    id None: not kept yet. text: a file's name, the link, or the document's number; day: the document's date. hash: of
    a file's content, SHA-256 in hex; size in bytes, of files only."""

    id: int | None
    indicator: str
    unit: str
    period: Period
    kind: EvidenceKind
    text: str
    day: date | None = None
    hash: str | None = None
    size: int | None = None


def read_file(path: Path) -> bytes:
    """Return the content of a file that is to be attached; raises KnownError saying what is wrong with it.

    Read whole, but never more than may be kept; what is no plain file (a folder, a device, a pipe) is not opened."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise KnownError(f"“{path.name}” là một thư mục; hãy chọn từng tệp, hoặc nén thư mục thành một tệp.")
        if not stat.S_ISREG(found.st_mode):
            raise KnownError(f"“{path.name}” không phải là tệp thường nên không đính kèm được.")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise KnownError(f"Không tìm thấy tệp “{path.name}” để đính kèm.") from error
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "tên tệp không dùng được"
        raise KnownError(f"Không đọc được tệp “{path.name}”: {why}.") from error
    check_content(path.name, content)
    return content


def check_content(name: str, content: bytes) -> None:
    """Raise KnownError for a content that is not kept: an empty one, or one above the limit."""
    if not content:
        raise KnownError(f"Tệp “{name}” rỗng nên không có gì để đính kèm.")
    if len(content) > MOST_BYTES:
        raise KnownError(
            f"Tệp “{name}” lớn hơn {MOST_MEGABYTES} MB, mức lớn nhất của một minh chứng; "
            "hãy nén bớt, hoặc đính kèm liên kết tới nơi lưu tệp."
        )


def content_hash(content: bytes) -> str:
    """Return what a content is known by: its SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def file_name(text: str) -> str:
    """Return a name under which a content can be put on any system's disk: no folder, no forbidden sign, not too long.

    The ending is kept; a name with nothing left is "minh-chung"."""
    name = _FORBIDDEN.sub("_", re.split(r"[/\\]", _visible(text))[-1]).strip(" .")
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    stem = stem[:LONGEST_NAME].rstrip(" .") or "minh-chung"
    return f"{'_' if _DEVICE.match(stem) else ''}{stem}{dot}{ending}"


def is_program(text: str, content: bytes = b"") -> bool:
    """Return whether opening a file of this name and content, or a link that ends so, would run something."""
    return _ending(text) in PROGRAMS or content.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(_PROGRAM_STARTS)


def has_macros(name: str, content: bytes) -> bool:
    """Return whether a document carries macros: by its name, or by the marks that office programs leave in it."""
    return _ending(name) in WITH_MACROS or any(mark in content for mark in _MACRO_MARKS)


def check_link(text: str) -> str:
    """Return a link as it is kept: of the web or of a file server; raises KnownError saying what is wrong with it."""
    link = normalize("NFC", text).strip()
    if not link:
        raise KnownError("Chưa có liên kết; hãy dán một địa chỉ web hoặc đường dẫn máy chủ tệp.")
    if len(link) > LONGEST_TEXT:
        raise KnownError(f"Liên kết dài quá {LONGEST_TEXT} ký tự.")
    if _visible(link) != link:
        raise KnownError("Liên kết có ký tự ẩn hoặc xuống dòng; hãy dán lại một địa chỉ.")
    if _UNC.match(link):
        return link
    if _DRIVE.match(link):
        raise KnownError(
            "Đường dẫn này nằm trên máy đang dùng, nơi khác không mở được; "
            "hãy đính kèm tệp, hoặc dùng đường dẫn máy chủ như \\\\may-chu\\thu-muc."
        )
    return _checked_url(link)


def is_on_server(link: str) -> bool:
    """Return whether a link names a file server's folder or file, not a web page."""
    return bool(_UNC.match(link)) or link.casefold().startswith(tuple(f"{each}:" for each in _SERVER))


def check_number(text: str) -> str:
    """Return a document's number as it is kept; raises KnownError where there is none."""
    number = " ".join(normalize("NFC", text).split())
    if not number:
        raise KnownError("Chưa có số, ký hiệu văn bản, ví dụ 123/BC-UBND.")
    if len(number) > LONGEST_TEXT:
        raise KnownError(f"Số, ký hiệu văn bản dài quá {LONGEST_TEXT} ký tự.")
    return number


def _checked_url(link: str) -> str:
    try:
        parts = urlsplit(link)
        host, user = parts.hostname, parts.username
        _ = parts.port
    except ValueError as error:
        raise KnownError(f"Liên kết “{link}” viết chưa đúng.") from error
    if parts.scheme not in (*_WEB, *_SERVER) or not host or any(letter.isspace() for letter in parts.netloc):
        raise KnownError(
            f"Liên kết “{link}” không dùng được: cần địa chỉ bắt đầu bằng https:// hoặc http://, "
            "hoặc đường dẫn máy chủ như \\\\may-chu\\thu-muc."
        )
    if user is not None:
        raise KnownError("Liên kết có tên đăng nhập hoặc mật khẩu bên trong; hãy bỏ phần đó đi.")
    if parts.scheme in _WEB and any(letter.isspace() for letter in link):
        raise KnownError(f"Liên kết “{link}” có khoảng trắng ở giữa; hãy dán lại một địa chỉ.")
    return link


def _visible(text: str) -> str:
    return "".join(letter for letter in normalize("NFC", text) if category(letter) not in _UNSEEN)


def _ending(text: str) -> str:
    """Return the ending by which a system chooses what to do; Windows drops dots and blanks that follow it."""
    link = urlsplit(text).path if re.match(r"\w+://", text) else text
    _, dot, ending = re.split(r"[/\\]", _visible(link))[-1].rstrip(". ").rpartition(".")
    return (dot + ending).casefold()
