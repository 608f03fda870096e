"""The words around a number: its indicator, and the scope that it holds for."""

import re

_SEPARATOR = re.compile(r"[,;:]| (?:và|hoặc|còn|nhưng)(?= )|(?<= )- ")
_STARTS = re.compile(
    r"\s*(?:và |còn |riêng |trong đó |phấn đấu |đến năm |bảo đảm |đảm bảo )*(?:tỷ lệ|tỉ lệ|mức độ|chỉ số|số |điểm|"
    r"thời gian|thời hạn|cấp |đối với|riêng|trong đó|các |tại |ở |lĩnh vực|giảm|tăng|rút ngắn|nâng|cắt giảm|mỗi|"
    r"hồ sơ|năm 20|bộ chỉ số|par|sipas|papi|pci|ddci|dti|trả lời|xử lý|cả năm|xếp|không quá|phấn đấu|hoàn thành)"
)
_LEADING = re.compile(
    r"[\s,;:.\-–+*\"“”]+|(?:"
    r"đến 20\d\d|(?:(?:đến|trước|trong|hết|cuối|vào) )*(?:năm|quý (?:i{1,3}|iv|[1-4])[/ ](?:năm )?) ?20\d\d|so với|"
    r"trở thành|kéo giảm|(?:bình quân )?mỗi (?:năm|quý|tháng|tuần)|và|còn|nhưng|hoặc|phấn đấu|bảo đảm|đảm bảo|"
    r"mục tiêu|chỉ tiêu|cụ thể|trong đó|đồng thời|duy trì|tiếp tục|có|đạt|để|là|sẽ|cần|phải|ít nhất|tối thiểu|trên|"
    r"từ|hơn|không quá|tối đa|khoảng|trong năm|trong giai đoạn|hằng năm|hàng năm|nâng hạng|nâng bậc|nâng cao|"
    r"nâng dần|nâng|đưa|tăng|giảm|cắt giảm|rút ngắn|tinh giản|cải thiện|xếp (?:hạng|loại|thứ)|xếp|riêng|hoàn thành|"
    r"không để|trở đi|giữ vững|giữ|đứng|(?:trong )?năm đầu|"
    r"(?:(?:đến|trước|trong|hết|cuối) )*tháng \d{1,2}(?:[/ ](?:năm )?20\d\d)?|(?:đến |vào )?(?:hết|cuối) năm(?! 20)|"
    r"cả năm|(?:(?:đến|trước|trong|hết|cuối) )*(?:ngày |tháng |quý |năm )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?)"
    r"(?=[\s,;:.]|$)"
)
_TRAILING = re.compile(
    r"(?:[\s,;:\-–(\"“]|(?<![^\s,;:])(?:đạt và vượt|đạt|là|từ|tối thiểu|ít nhất|trên|hơn|dưới|không quá|không dưới|"
    r"tối đa|không vượt quá|không|thấp hơn|cao hơn|vượt|quá|khoảng|mức|ở mức|lên|xuống|còn|có|bằng|chiếm|thêm|tăng|"
    r"giảm|trong vòng|trong|chậm nhất|xếp loại|xếp hạng|xếp thứ|xếp|loại|thuộc|nằm trong|lọt|(?<!đầu )vào|nhóm|phải|"
    r"cần|cải thiện|đối với|giữ vững|đóng góp|nằm|đều|cùng|bình quân|trung bình|gấp|rút ngắn|cắt giảm|tinh giản|"
    r"lần lượt|tương ứng|duy trì|đã|mới|(?<!chứng )chỉ|ít|kém|nhiều|nhất|cho|tại|và|hoặc|≥|≤|>|<|>=|<=|=|được|trở lên|"
    r"của|phấn đấu|đưa|nâng))$"
)
_INTENT = re.compile(r"\b(?:đặt mục tiêu|phấn đấu|quyết tâm|đặt ra chỉ tiêu|yêu cầu(?= ?:))\b(?= ?:| [^\W\d_])")
_OF_WHOM = re.compile(r"(?:đối với|tại|ở|riêng) (?=cấp |các |xã|phường|sở|thành|đô|nông|miền|vùng)")
_COMPARED = re.compile(
    r",? (?:(?:cao|thấp) hơn(?= năm)|so với|so cùng|trong giai đoạn|(?:trước|đến|chậm nhất|trong)(?: hết|"
    r" cuối)? (?:ngày|năm|tháng|quý)) [^;]*$"
)
_OF_YEAR = re.compile(r"[:,]? năm 20\d\d$")
_STOPS = re.compile(
    r"\s*(?:trên|trong tháng|trong quý|trong thời|và|tổng|so|trong năm|trở|vào|trước|đến|năm|hoặc|kế hoạch|nhưng|với|"
    r"đối với|ở|tại|theo|mỗi|kể|đồng thời|trong giai|trong bảng|trên bảng|trong 63|cả nước|toàn tỉnh|trong tỉnh|lên|"
    r"xuống|như|để|bằng|của|làm việc|vào cuối)\b"
)
_EACH = re.compile(r" ?/ ?(?:\d{1,2} )?[^\W\d_]{1,8}(?= |$)")
_NOUN = re.compile(r" ?[^\W\d_]")
_MEASURE = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|mức độ|mức|chỉ số|(?<!đổi )số(?! hóa| hoá)|số lượng|điểm|thời gian|thời hạn|tỷ trọng|chi phí|"
    r"kinh tế|par|sipas|papi|pci|ddci|dti|pgi|hài lòng|chỉ tiêu)\b"
)
_RATE_ONLY = re.compile(r"tỷ lệ|tỉ lệ|số lượng|mức độ|số")
_WHO = re.compile(
    r"(?:các|những|khối) (?:xã|phường|huyện|tỉnh|sở|đơn vị|địa phương|cơ quan)(?: [^\W\d_]+){0,4}"
    r"|(?:xã|phường|huyện|đơn vị)(?: [^\W\d_]+){0,2} (?:còn lại|trung tâm|miền núi|vùng cao)"
)
_APART = re.compile(r"\s*(?:trong đó,? )?(?:riêng|nhất là)\b")
_LEVEL = (
    r"(?:cấp (?:tỉnh|huyện|xã|sở|thành phố|bộ|trung ương|phòng)|các sở(?:, ban)?(?:, ngành)?|sở(?:, ban)?, ngành|"
    r"các xã(?: (?:vùng cao|miền núi|biên giới|còn lại|đồng bằng|đặc biệt khó khăn))?|thành thị|đô thị|nông thôn|"
    r"miền núi|vùng [^\W\d_]+|các phường|các huyện)"
)
_SCOPE = re.compile(
    rf"\s*(?:riêng |trong đó |còn |và )*(?:mỗi(?: [^\W\d_]+){{1,4}}|(?:đối với|tại|ở|trong|với|"
    rf"của)(?: [^\W\d_]+,?){{1,9}}|(?:ở |tại )?{_LEVEL}|(?:các )?lĩnh vực(?: [^\W\d_]+,?){{1,9}}|"
    r"quý (?:i{1,3}|iv|[1-4])|(?:sáu|6|9|chín) tháng(?: [^\W\d_]+){0,3}|cả năm)\s*"
)
_PLACE = re.compile(rf"(?:(?:đối với|tại|ở|của|trong|do) )?(?P<level>{_LEVEL})")
_SCOPES = re.compile(rf"[ ,]*(?:\bvà )?{_PLACE.pattern}|(?: (?:về|trong|ở))? lĩnh vực [^;:]*$", re.IGNORECASE)
_HEAD = re.compile(rf"(?:(?:ở|tại|đối với) )?{_LEVEL}(?!\w)|(?:ở|tại|đối với)(?: [^\W\d_]+){{1,3}}")
_FIELD = re.compile(r"\blĩnh vực (?P<field>[^;.()\d%]{3,60}?)(?= (?:đạt|là|tối|ít|trên|từ|không|về)|[;.]|$)")
_INDICES = re.compile(
    r"(?<!\w)(?:par[ -]?index|sipas|papi|pci|pgi|ddci|dti|dci|dgi|ict index|ict|pii)(?!\w)", re.IGNORECASE
)
_PARTS = re.compile(r", và |, | và ")
_ONE = re.compile(r"(?:các )?(?:bộ )?(?:chỉ số|tỷ lệ|tỉ lệ|mức độ)\b")
_SHORT = 60


def leads(text: str, end: int, ceiling: int) -> bool:
    """Whether the thing measured follows a number: 65% hồ sơ ..., and not Tỷ lệ ... đạt 65% trong năm."""
    if each := _EACH.match(text, end, ceiling):
        end = each.end()
    after = text[end:ceiling]
    return _NOUN.match(after) is not None and _STOPS.match(after) is None


def own_start(text: str, floor: int, start: int, *, is_leading: bool, follows_thing: bool) -> int:
    """Return where the words begin that belong to the number at start, and no longer to the one that ends at floor.

    follows_thing: what the one before measures stands between the two."""
    hard = text.rfind(";", floor, start) + 1
    is_first = hard > 0 or floor == 0
    floor = max(floor, hard)
    cuts = [found.end() for found in _SEPARATOR.finditer(text, floor, start)]
    if not cuts:
        return _without_end(text, floor, start) if follows_thing and not is_first else floor
    if is_leading and not stripped(text, cuts[-1], start)[2]:
        before = cuts[-2] if len(cuts) > 1 else floor
        return before if is_first and is_scope(stripped(text, before, cuts[-1])[2]) else cuts[-1]
    starting = next((cut for cut in cuts if _STARTS.match(text, cut, start)), None)
    if is_first:
        return floor if starting is None or _STARTS.match(text, stripped(text, floor, start)[0]) else starting
    return starting or (cuts[-1] if follows_thing else cuts[0])


def stripped(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return a subject without words of intent before it and words of comparison after it, with its place."""
    start = _without_start(text, start, end)
    if intent := _INTENT.search(text, start, end):
        start = _without_start(text, intent.end(), end)
    end = _without_end(text, start, end)
    for pattern in (_COMPARED, _OF_YEAR):
        if found := pattern.search(text, start, end):
            end = _without_end(text, start, found.start())
    return start, end, text[start:end]


def trimmed(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Return a thing that a number counts, with its place: without signs before it, and what it is compared with."""
    if each := _EACH.match(text, start, end):
        start = each.end()
    while start < end and not text[start].isalnum():
        start += 1
    if compared := _COMPARED.search(text, start, end):
        end = compared.start()
    return start, end, text[start:end]


def _without_start(text: str, start: int, end: int) -> int:
    while start < end and (found := _LEADING.match(text, start, end)):
        start = found.end()
    return start


def _without_end(text: str, start: int, end: int) -> int:
    while start < end and (found := _TRAILING.search(text[max(start, end - 30) : end])):
        end -= len(found.group())
    return end


def is_scope(words: str) -> bool:
    """Whether words only say for whom or where a target holds."""
    return _SCOPE.fullmatch(words) is not None


def is_measure(words: str) -> bool:
    """Whether words name what is measured, and not only who does what to the things that a number counts."""
    return _MEASURE.search(words) is not None and not _RATE_ONLY.fullmatch(words)


def is_who(words: str) -> bool:
    """Whether words only name offices or places: các phường còn lại."""
    return _WHO.fullmatch(words) is not None


def scope_head(thing: str) -> str:
    """Return the level or place that the words after a number begin with, empty for none."""
    found = _HEAD.match(thing)
    return found.group() if found else ""


def is_apart(text: str, own: int, start: int) -> bool:
    """Whether the words before a number set a part of the whole apart: riêng đất đai 85%."""
    return _APART.match(text, own, start) is not None


def scope_of(words: str) -> str:
    """Return the levels, fields or indices that words name; several indices are listed."""
    indices = list(dict.fromkeys(found.group().upper().replace("-", " ") for found in _INDICES.finditer(words)))
    named = [part.strip() for part in _PARTS.split(words)]
    if len(indices) < 2 and len(named) > 1 and all(_ONE.match(part.lower()) for part in named):
        indices = named
    if len(indices) > 1:
        return ", ".join(indices)
    if found := _FIELD.search(words):
        return f"lĩnh vực {found['field'].strip(' ,')}"
    levels = list(dict.fromkeys(found["level"] for found in _PLACE.finditer(words.lower())))
    return ", ".join(levels)


def plain_scope(scope: str) -> str:
    """Return a scope without the word that leads to it: cấp huyện, not đối với cấp huyện."""
    return _OF_WHOM.sub("", scope, count=1) if _OF_WHOM.match(scope.lower()) else scope


def index_of(words: str) -> str:
    """Return the indices that words name, empty for none."""
    return ", ".join(dict.fromkeys(found.group() for found in _INDICES.finditer(words)))


def scopes_in_order(words: str) -> list[str]:
    """Return the levels or indices that words list, for the numbers that follow one by one (lần lượt)."""
    levels = [found["level"] for found in _PLACE.finditer(words.lower())]
    return levels or [found.group().upper() for found in _INDICES.finditer(words)]


def without_scope(indicator: str) -> str:
    """Return an indicator without the levels it was said for, to be said for another one."""
    kept = _SCOPES.sub("", indicator)
    return kept.strip(" ,:;") or indicator


def short(indicator: str) -> str:
    """Return the first words of an indicator."""
    if len(indicator) <= _SHORT:
        return indicator
    return indicator[: indicator.rfind(" ", 0, _SHORT)].rstrip(" ,") + "…"
