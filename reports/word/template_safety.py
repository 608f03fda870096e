"""What is looked at before an office's own template is opened: only what a plain document is made of may be in it.

Known good is let in, all else is refused: a list of what is bad would be too short one day."""

import posixpath
import re
import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from models.errors import KnownError
from models.exchange.container import OLE, check_archive
from reports.word.markup import MAIN

LARGEST_BYTES = 10 * 2**20
LARGEST_UNPACKED = 100 * 2**20

_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "application/vnd.ms-word."
MAIN_TYPE = f"{_WORD}document.main+xml"
_XML_NAMES = (
    "document.main", "document.glossary", "styles", "settings", "webSettings", "fontTable", "numbering", "header",
    "footer", "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people",
)  # fmt: skip
_XML_TYPES = {
    *(f"{_WORD}{name}+xml" for name in _XML_NAMES),
    *(f"{_OFFICE}{name}+xml" for name in ("theme", "customXmlProperties", "extended-properties", "custom-properties")),
    f"{_MICROSOFT}stylesWithEffects+xml",
    "application/vnd.ms-office.classificationlabels+xml",
    "application/vnd.ms-office.intelligence2+xml",
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-package.relationships+xml",
    "application/xml",
}
_PLAIN_TYPES = {
    "image/png", "image/jpeg", "image/jpg", "image/gif", "image/bmp", "image/tiff", "image/x-emf", "image/x-wmf",
    f"{_OFFICE}obfuscatedFont", f"{_WORD}printerSettings",
}  # fmt: skip
_RELATIONS = {
    "officeDocument", "core-properties", "extended-properties", "custom-properties", "thumbnail", "styles",
    "stylesWithEffects", "settings", "webSettings", "fontTable", "font", "numbering", "header", "footer", "footnotes",
    "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "theme", "image",
    "hyperlink", "customXml", "customXmlProps", "glossaryDocument", "printerSettings", "classificationlabels",
    "intelligence",
}  # fmt: skip
_FIELDS = {
    "PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "HYPERLINK",
    "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "DOCPROPERTY", "FILENAME", "DATE", "TIME", "CREATEDATE", "SAVEDATE",
    "PRINTDATE", "SYMBOL",
}  # fmt: skip
_ELEMENTS = {
    "altChunk": "chèn tài liệu khác (altChunk)",
    "subDoc": "chèn tài liệu con",
    "object": "đối tượng nhúng",
    "OLEObject": "đối tượng nhúng",
    "control": "điều khiển ActiveX",
    "mailMerge": "trộn thư với nguồn dữ liệu",
    "attachedTemplate": "liên kết tới một tệp mẫu khác",
    "frameset": "khung nạp tài liệu khác",
    "movie": "đoạn phim",
    "entryMacro": "macro",
    "exitMacro": "macro",
}
_ENDINGS = {".docm": "macro", ".dotm": "macro"}
_NAMED = {
    "vba": "macro",
    "macro": "macro",
    "attachedtoolbars": "macro",
    "keymap": "macro",
    "extensibility": "thanh lệnh tự tạo",
    "webextension": "tiện ích chạy mã",
    "ole": "đối tượng nhúng",
    "package": "tệp nhúng",
    "embeddings": "tệp nhúng",
    "control": "điều khiển ActiveX",
    "activex": "điều khiển ActiveX",
    "signature": "chữ ký số",
    "afchunk": "chèn tài liệu khác (altChunk)",
    "subdocument": "chèn tài liệu con",
    "svg": "ảnh SVG (hãy dùng PNG)",
}

_W = f"{{{MAIN}}}"


class _RefusedError(Exception):
    """Holds what a template has in it."""


def check_template(name: str, content: bytes) -> None:
    """Refuse, by KnownError in one plain sentence, a template that is no plain .docx, is damaged or could do harm."""
    ending = PurePosixPath(name).suffix.lower()
    if ending in _ENDINGS:
        raise _refused(name, _ENDINGS[ending])
    if len(content) > LARGEST_BYTES:
        raise KnownError(f"Mẫu “{name}” quá lớn (giới hạn {LARGEST_BYTES >> 20} MB); hãy thu nhỏ các ảnh trong mẫu.")
    if content[:8] == OLE:
        raise KnownError(
            f"Mẫu “{name}” ở định dạng Word cũ (.doc) hoặc có mật khẩu; hãy mở bằng Word, bỏ mật khẩu và lưu lại thành "
            ".docx."
        )
    try:
        with ZipFile(BytesIO(content)) as archive:
            _check_package(name, archive)
    except _RefusedError as refused:
        raise _refused(name, str(refused)) from refused
    except (BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, RuntimeError, ValueError) as error:
        raise damaged(name) from error
    except etree.LxmlError as error:
        raise damaged(name) from error


def damaged(name: str) -> KnownError:
    """Return the sentence for what is no Word file, or one that cannot be read to its end."""
    return KnownError(
        f"Mẫu “{name}” bị hỏng hoặc không phải tệp Word (.docx); hãy mở bằng Word và lưu lại thành .docx."
    )


def _refused(name: str, what: str) -> KnownError:
    return KnownError(f"Mẫu “{name}” có {what}, điều mà mẫu văn bản không được có; hãy bỏ đi rồi lưu lại thành .docx.")


def _check_package(name: str, archive: ZipFile) -> None:
    names = archive.namelist()
    if len({each.lower() for each in names}) < len(names) or not all(map(_is_plain, names)):
        raise ValueError("names that two readers may take for different files")
    if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
        raise KnownError(f"Mẫu “{name}” quá lớn khi giải nén (giới hạn {LARGEST_UNPACKED >> 20} MB) nên không được mở.")
    check_archive(Path(name), archive)
    kinds = _kinds(archive)
    for member, kind in kinds.items():
        _check_kind(member, kind)
    if list(kinds.values()).count(MAIN_TYPE) != 1:
        raise ValueError("no document, or more than one")
    for member in names:
        if member.endswith(".rels"):
            _check_relations(_root(archive, member), member, set(names))
        elif member == _TYPES or kinds.get(member) in _XML_TYPES:
            _check_markup(_root(archive, member))


def _is_plain(name: str) -> bool:
    return not (name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"))


def _root(archive: ZipFile, name: str) -> Any:
    return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))


def _kinds(archive: ZipFile) -> dict[str, str]:
    """Return each member's kind as it is declared; a folder has none."""
    by_name, by_ending = {}, {}
    for each in _root(archive, _TYPES):
        kind = each.get("ContentType", "")
        if each.get("PartName") is not None:
            by_name[each.get("PartName").lower()] = kind
        elif each.get("Extension") is not None:
            by_ending[each.get("Extension").lower()] = kind
    files = (name for name in archive.namelist() if name != _TYPES and not name.endswith("/"))
    return {
        name: by_name.get(f"/{name}".lower()) or by_ending.get(name.rpartition(".")[2].lower(), "") for name in files
    }


def _check_kind(member: str, kind: str) -> None:
    """Refuse a part that no plain document has; XML must be named so, since the names say what was looked at before."""
    if kind in _XML_TYPES:
        if not member.lower().endswith((".xml", ".rels")):
            raise ValueError(f"XML in {member}")
    elif kind not in _PLAIN_TYPES:
        if kind.endswith("template.main+xml"):
            raise _RefusedError("dạng tệp mẫu .dotx của Word")
        raise _RefusedError(_told(f"{kind} {member}") or f"phần lạ “{member}”")


def _check_relations(root: Any, member: str, names: set[str]) -> None:
    folder = posixpath.dirname(posixpath.dirname(member))
    for relation in root:
        kind = relation.get("Type", "").rpartition("/")[2]
        if relation.get("TargetMode") == "External":
            if kind != "hyperlink":
                raise _RefusedError(_OUTSIDE.get(kind, "liên kết ra ngoài tệp"))
        elif kind not in _RELATIONS:
            raise _RefusedError(_told(relation.get("Type", "")) or f"phần lạ loại “{kind}”")
        elif not relation.get("Target", "").startswith("#"):
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
            if target not in names:
                raise ValueError(f"{member} leads to nothing")


_OUTSIDE = {
    "attachedTemplate": "liên kết tới một tệp mẫu khác",
    "image": "ảnh liên kết từ ngoài tệp (hãy chèn hẳn ảnh vào)",
    "subDocument": "chèn tài liệu con",
}


def _told(what: str) -> str:
    low = what.lower()
    return next((words for sign, words in _NAMED.items() if sign in low), "")


def _check_markup(root: Any) -> None:
    for element in root.iter(etree.Element):
        name = etree.QName(element)
        if name.localname in _ELEMENTS and "relationships" not in (name.namespace or ""):
            raise _RefusedError(_ELEMENTS[name.localname])
        if name.localname == "imagedata" and (element.get("src") or _has_link(element)):
            raise _RefusedError(_OUTSIDE["image"])
    for instruction in _instructions(root.iter(etree.Element)):
        field = re.match(r'\s*([^\s"\\]*)', instruction)
        word = field[1].upper() if field else ""
        if word not in _FIELDS:
            raise _RefusedError(f"trường “{word or instruction.strip()[:20]}”")


def _has_link(element: Any) -> bool:
    return any(etree.QName(key).localname == "href" for key in element.keys())  # noqa: SIM118


def _instructions(elements: Iterable[Any]) -> Iterator[str]:
    """Yield what each field is told to do, put together from its runs; an inner field's result is part of it."""
    open_fields: list[list[str] | None] = []  # None: past its instruction
    for element in elements:
        if element.tag == f"{_W}fldSimple":
            yield element.get(f"{_W}instr", "")
        elif element.tag == f"{_W}fldChar":
            step = element.get(f"{_W}fldCharType")
            if step == "begin":
                open_fields.append([])
                continue
            if open_fields and (told := open_fields[-1]) is not None:
                yield "".join(told)
                open_fields[-1] = None
            if step == "end" and open_fields:
                open_fields.pop()
        elif element.tag in (f"{_W}instrText", f"{_W}delInstrText"):
            if open_fields and (told := open_fields[-1]) is not None:
                told.append(element.text or "")
            else:
                yield element.text or ""
        elif element.tag == f"{_W}t" and open_fields and (told := open_fields[-1]) is not None:
            told.append(element.text or "")
    yield from ("".join(told) for told in open_fields if told is not None)
