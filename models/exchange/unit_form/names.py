"""Names of form files that every system and mail program takes."""

import re
import unicodedata

from models.period import Period
from models.unit import Unit

SUFFIX = ".xlsx"
_ROMAN = ("I", "II", "III", "IV")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')  # by Windows, in a file's name
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST_NAME = 120


def file_name(unit: Unit, quarter: Period) -> str:
    """Return a name for a unit's form that every system and mail program takes: Quy-II-2023 - Xa Ca Dy (CADY).xlsx."""
    name = _safe(f"{unit.name[:1].upper()}{unit.name[1:]}")[:_LONGEST_NAME].rstrip(" .")
    return f"Quy-{_ROMAN[quarter.number - 1]}-{quarter.year} - {name} ({_safe(unit.code)}){SUFFIX}"


def _safe(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    kept = _FORBIDDEN.sub("-", letters.encode("ascii", "ignore").decode())
    kept = " ".join(kept.split()).strip(" .")
    return f"_{kept}" if _RESERVED.fullmatch(kept) else kept
