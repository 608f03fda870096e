"""What the words of a foreign heading say: a quarter, a part of a ratio, a column of the one-stop table."""

import re

from models.exchange.foreign.headers import JOINED
from models.exchange.foreign.layout import Part, When
from models.exchange.foreign.names import folded, is_total
from models.onestop import Role
from models.period import Span

_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_QUARTER = re.compile(r"\bquy\s*(iv|iii|ii|i|[1-4])\b(?:\D{0,12}((?:19|20)\d\d)\b)?")
_SHORT = re.compile(r"\bq([1-4])\b(?:\s*[-/.]?\s*((?:19|20)\d\d)\b)?")
_CODE = re.compile(r"\b((?:19|20)\d\d)\s*[-/]?\s*(q[1-4]|h1|9m)\b")
_MONTHS = re.compile(r"\b(6|9|sau|chin) thang\b(?:\D{0,16}((?:19|20)\d\d)\b)?")
_YEAR = re.compile(r"(?:ca )?nam\s*((?:19|20)\d\d)|((?:19|20)\d\d)|ca nam")
_OTHER = re.compile(r"luy ke|cung ky|nam truoc|ky truoc lien ke|quy truoc|ke hoach|muc tieu|chi tieu giao|tang giam")
_PARTS = {
    Part.NUMERATOR: ("tu so", "tu"),
    Part.DENOMINATOR: ("mau so", "mau"),
    Part.VALUE: ("gia tri", "ket qua", "so lieu", "thuc hien", "ket qua thuc hien", "so luong", "so thuc hien"),
}
NUMBERS = ("stt", "tt", "so tt", "so thu tu", "#", "no", "no.")
KEY_WORDS = {
    "unit": ("don vi", "ten don vi", "dia phuong", "co quan", "co quan, don vi", "ma don vi", "xa", "xa, thi tran"),
    "indicator": ("chi tieu", "ten chi tieu", "ma chi tieu", "noi dung", "tieu chi", "ten tieu chi", "danh muc"),
    "period": ("ky", "ky bao cao", "quy", "thoi gian"),
    "field": ("linh vuc", "ten linh vuc", "linh vuc giai quyet", "linh vuc, cong vic", "linh vuc giai quyet tthc"),
}


def when_said(text: str) -> When | None:
    """Return the period that a text names; None where it names none, or one to compare with."""
    words = folded(text)
    if _OTHER.search(words):
        return None
    if found := _CODE.search(words):
        return When(Span(found[2].upper()), int(found[1]))
    if found := _QUARTER.search(words) or _SHORT.search(words):
        return When(Span(f"Q{_ROMAN.get(found[1], found[1])}"), int(found[2]) if found[2] else None)
    if found := _MONTHS.search(words):
        span = Span.H1 if found[1] in ("6", "sau") else Span.M9
        return When(span, int(found[2]) if found[2] else None)
    if found := _YEAR.fullmatch(words):
        year = found[1] or found[2]
        return When(Span.YEAR, int(year) if year else None)
    return None


def is_other(text: str) -> bool:
    """Return whether a heading is of something to compare with: a cumulative figure, the year before, a target."""
    return bool(_OTHER.search(folded(text)))


def part_said(text: str) -> Part | None:
    """Return the part of an actual that a heading names."""
    words = re.sub(r"\s*\(.*\)$", "", folded(text))
    return next((part for part, names in _PARTS.items() if words in names), None)


def role_said(heading: str) -> Role | None:
    """Return the column of the one-stop table that a heading is; None also for its totals and for two put together."""
    segments = [folded(each) for each in heading.split(JOINED)]
    words = " ".join(segments)
    if is_total_column(heading) or re.search(r"ty le|%|truoc (?:va|,|hoac) dung han|truoc, dung han", words):
        return None
    if re.search(r"ky truoc|chuyen sang|ton (?:cu|dau ky|truoc)", words):
        return Role.CARRIED
    is_open = bool(re.search(r"dang (?:giai quyet|xu ly)|chua (?:giai quyet|xu ly)|den han", words))
    is_done = bool(re.search(r"da (?:giai quyet|xu ly|tra)|ket qua (?:giai quyet|xu ly)", words))
    last = segments[-1]
    if re.search(r"truoc han", last):
        return Role.EARLY if not is_open else None
    if re.search(r"dung han", last):
        return Role.ON_TIME if not is_open else None
    if re.search(r"qua han|tre han|tre hen", last):
        return Role.OVERDUE if is_open else Role.LATE if is_done else None
    if re.search(r"trong han|chua den han", last):
        return Role.IN_TIME if is_open or not is_done else None
    if re.search(r"truc tuyen", last):
        return Role.ONLINE
    return Role.DIRECT if re.search(r"truc tiep|buu chinh|bcci|mot cua", last) else None


def is_total_column(heading: str) -> bool:
    """Return whether a heading is that of a sum of the columns beside it."""
    last = folded(heading.split(JOINED)[-1])
    return last in ("tong so", "tong", "cong", "tong cong", "tong so ho so") or (JOINED in heading and is_total(last))
