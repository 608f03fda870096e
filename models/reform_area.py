"""The six areas of reform (Resolution 76/NQ-CP of 2021) and direction: which of them a plan's own heading means."""

import re
from enum import StrEnum

from models.folding import fold


class ReformArea(StrEnum):
    """Direction first, then the six areas in the order of the resolution."""

    DIRECTION = "direction"
    INSTITUTIONS = "institutions"
    PROCEDURES = "procedures"
    APPARATUS = "apparatus"
    CIVIL_SERVICE = "civil_service"
    FINANCE = "finance"
    DIGITAL = "digital"


# What stands first in a heading decides: "Chỉ đạo cải cách thể chế" is direction.
_WORDS = {
    ReformArea.DIRECTION: "chi dao|dieu hanh|chi so|ket qua chung",
    ReformArea.INSTITUTIONS: "the che|phap luat|vbqppl|van ban quy pham",
    ReformArea.PROCEDURES: "thu tuc|tthc|mot cua|ho so|dich vu cong|phan anh, kien nghi",
    ReformArea.APPARATUS: "bo may|co cau to chuc|sap xep",
    ReformArea.CIVIL_SERVICE: "cong vu|cong chuc|vien chuc|can bo|doi ngu|bien che",
    ReformArea.FINANCE: "tai chinh|ngan sach|tai san cong|dau tu cong|giai ngan",
    ReformArea.DIGITAL: (
        "chinh quyen dien tu|chinh phu dien tu|chinh quyen so|chinh phu so|chuyen doi so|kinh te so|xa hoi so|"
        "hien dai hoa|cong nghe thong tin|cntt|ung dung|do thi thong minh|van ban dien tu"
    ),
}
_PATTERNS = {area: re.compile(rf"\b(?:{words})\b") for area, words in _WORDS.items()}


def reform_area(heading: str) -> ReformArea | None:
    """Return the area that a plan's heading means, whatever its tones and case; None where it is one of its own."""
    folded = " ".join(fold(heading).split())
    found = {area: match.start() for area, pattern in _PATTERNS.items() if (match := pattern.search(folded))}
    return min(found, key=lambda area: found[area], default=None)
