"""The year of a plan, deadlines, and the year that a change is held against."""

import calendar
import re
from datetime import date

_TITLE = re.compile(r"\b(?:kế hoạch|chương trình)[^.;]{0,150}?(?<!đến )(?<!hết )\bnăm (20\d\d)\b")
_PERIOD = re.compile(r"\b(?:kế hoạch|chương trình|đề án|nghị quyết|chiến lược)[^.;]{0,150}?\bgiai đoạn 20\d\d")
_AIMED = re.compile(
    r"\b(?:kế hoạch|chương trình|mục tiêu|chỉ tiêu|nhiệm vụ|phấn đấu|phương hướng)[^.;]{0,150}?"
    r"(?<!đến )(?<!hết )(?<!so với )\bnăm (20\d\d)\b"
    r"|\b(?:kế hoạch|mục tiêu|chỉ tiêu|phấn đấu) (20\d\d)\b"
    r"|\bnăm (20\d\d)\b[^.;\n]{0,60}?\b(?:phấn đấu|mục tiêu|đặt ra|yêu cầu|quyết tâm|đề nghị|tiếp tục|tập trung)\b"
)
_YEAR = re.compile(r"\bnăm (20\d\d)\b")
_FOR_YEAR = re.compile(
    r"(?<!so với )(?<!hơn )(?<!trước )\bnăm (20\d\d)\b(?! (?:lên|xuống|trở đi|trở lại))(?!.*\bnăm 20\d\d)"
)
_HEAD = 4_000
_BASE = re.compile(
    r"\b(?:so với|so|cao hơn|thấp hơn)[^,;.\d%]{0,50}?(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:năm )?\b(?P<year>20\d\d)\b"
    r"|\b(?:so với|so|cao hơn|thấp hơn)[^,;.\d%]{0,40}?(?P<before>năm (?:trước|ngoái|liền trước|liền kề|qua))"
)
_UNTIL = r"(?:trước|đến|đến hết|đến cuối|chậm nhất|chậm nhất là|trong|hết|cuối|xong trước|xong trong|vào|vào cuối|tới)"
_DAY = re.compile(
    rf"\b{_UNTIL}(?: ngày)? (?P<day>\d{{1,2}}) ?(?:[/.-] ?|tháng )(?P<month>\d{{1,2}})"
    r"(?:(?: ?[/.-] ?| năm )(?P<year>20\d\d))?(?!\d)"
)
_MONTH = re.compile(rf"\b{_UNTIL} tháng (?P<month>\d{{1,2}})(?:(?: ?/ ?| năm )(?P<year>20\d\d))?(?!\d)")
_QUARTER = re.compile(rf"\b{_UNTIL} quý (?P<quarter>iv|iii|ii|i|[1-4])(?:(?: ?/ ?| năm )(?P<year>20\d\d))?(?!\w)")
_END = re.compile(rf"\b{_UNTIL} (?:hết |cuối )?năm (?P<year>20\d\d)\b|\bđến (?P<bare>20\d\d)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def plan_year(low: str) -> int | None:
    """Return the year that a plan is for: the one its head names, else the last that words of intent stand by.

    None for a plan of several years."""
    for title in _TITLE.finditer(low, 0, _HEAD):
        if "giai đoạn 20" not in title.group():
            return int(title[1])
    if _PERIOD.search(low, 0, _HEAD):
        return None
    return max((int(found[1] or found[2] or found[3]) for found in _AIMED.finditer(low)), default=None)


def base_year(after: str, before: str, plan: int | None) -> int | None:
    """Return the year that a change is held against; "năm trước" needs the plan's year."""
    found = _BASE.search(after) or _BASE.search(before)
    if found is None:
        return None
    if found["year"]:
        return int(found["year"])
    return plan - 1 if plan else None


def deadline(text: str, plan: int | None) -> date | None:
    """Return the last day that a text names for something to be done; a day without a year is in the plan's."""
    places: list[tuple[int, date]] = []
    for pattern in (_DAY, _MONTH, _QUARTER, _END):
        for found in pattern.finditer(text):
            if (day := _last_day(found.groupdict(), plan)) is not None:
                places.append((found.start(), day))
    return max(places)[1] if places else None


def end_of_year(words: str) -> date | None:
    """Return the last day of the year that the words before a number set it for: năm 2025 đạt 80%."""
    found = _FOR_YEAR.search(words)
    return date(int(found[1]), 12, 31) if found else None


def year_of(text: str) -> int | None:
    """Return the last year that a text names."""
    found = _YEAR.findall(text)
    return int(found[-1]) if found else None


def _last_day(said: dict[str, str | None], plan: int | None) -> date | None:
    written = said["year"] or said.get("bare")
    year = int(written) if written else plan
    if year is None:
        return None
    month = int(said.get("month") or 12)
    if said.get("quarter"):
        month = 3 * _QUARTERS[str(said["quarter"])]
    if not 1 <= month <= 12:
        return None
    most = calendar.monthrange(year, month)[1]
    day = int(said.get("day") or most)
    return date(year, month, day) if 1 <= day <= most else None
