"""Which area of the reform a proposal belongs to, and the stem of the code that it would get there."""

import re

from models.folding import fold
from models.reform_area import ReformArea, reform_area

AREA_NAMES = {
    ReformArea.DIRECTION: "Chỉ đạo, điều hành",
    ReformArea.INSTITUTIONS: "Cải cách thể chế",
    ReformArea.PROCEDURES: "Cải cách thủ tục hành chính",
    ReformArea.APPARATUS: "Cải cách tổ chức bộ máy",
    ReformArea.CIVIL_SERVICE: "Cải cách chế độ công vụ",
    ReformArea.FINANCE: "Cải cách tài chính công",
    ReformArea.DIGITAL: "Chính quyền điện tử, chính quyền số",
}
STEMS = {
    ReformArea.DIRECTION: "CS",
    ReformArea.INSTITUTIONS: "TC",
    ReformArea.PROCEDURES: "TTHC",
    ReformArea.APPARATUS: "BM",
    ReformArea.CIVIL_SERVICE: "CV",
    ReformArea.FINANCE: "TCC",
    ReformArea.DIGITAL: "CQS",
}
STEM_OF_NONE = "CT"
_LONGEST_HEADING = 120
_MARKED = re.compile(r"\s*(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])[.)]\s+\S|\s*(?:phần|mục) ", re.IGNORECASE)
_PART = re.compile(r"\s*(?:[IVX]{1,5}[.)]\s|phần )", re.IGNORECASE)
_INDEX = re.compile(r"\b(?:par[ -]?index|sipas|papi|pci|ddci|pgi|chi so cai cach hanh chinh)\b")
_DIGITAL = re.compile(
    r"tich hop[^;]*\bcong\b|thanh toan truc tuyen|ky so|dang dien tu|dinh danh|trung tam du lieu|an toan thong tin|"
    r"nen tang|du lieu so|ha tang so|cong nghe so|hoc so|hop truc tuyen|moi truong (?:mang|dien tu)"
)


def area_of(words: str) -> ReformArea | None:
    """Return the area that the words of an indicator speak of, None where they name none."""
    folded = " ".join(fold(words).split())
    if _INDEX.search(folded):
        return ReformArea.DIRECTION
    return ReformArea.DIGITAL if _DIGITAL.search(folded) else reform_area(words)


def area_above(given: str, place: int) -> ReformArea | None:
    """Return the area that the nearest heading above a place names, None where a part begins between the two."""
    end = given.rfind("\n", 0, place)
    while end > 0:
        start = given.rfind("\n", 0, end) + 1
        line = given[start:end]
        if _is_heading(line) and ((found := reform_area(line)) is not None or _PART.match(line)):
            return found
        end = start - 1
    return None


def _is_heading(line: str) -> bool:
    words = line.strip()
    if not words or len(words) > _LONGEST_HEADING or re.search(r"\d[\d.,]*\s?%", words) or words.endswith((";", ".")):
        return False
    return words.isupper() or _MARKED.match(words) is not None or words.endswith(":")
