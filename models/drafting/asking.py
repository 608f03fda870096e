"""What one number, rank or grade of a clause asks for, or that it is no target at all."""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from models.drafting.changes import change
from models.drafting.clauses import Clause
from models.drafting.marks import Mark
from models.drafting.operators import asked_after, asked_barely, asked_before
from models.drafting.proposal import CLEAR, Asks, Direction
from models.drafting.quantities import Quantity
from models.drafting.refusals import is_heading_count, is_told_otherwise
from models.drafting.source import Mood
from models.drafting.standings import Standing
from models.drafting.tasks import AMONG, is_task
from models.drafting.times import year_of
from models.drafting.units import TIMES
from models.drafting.wording import is_measure, is_scope, stripped

_OWN_WORDS = re.compile(
    r"\b(?:đạt|là|chiếm|bằng|phấn đấu|bảo đảm|đảm bảo|tỷ lệ|tỉ lệ|chỉ số|mức độ|thời gian|còn|lên|xuống)\b|[:;]"
)
_NONE = re.compile(r"\bkhông (?:có|còn|để)\b[^;,]{0,60}$")
_NONE_OVER = re.compile(r"\bkhông (?:có|còn)\b[^;,]{0,60}\b(?:quá|bị|đạt) $")
_INSIDE = re.compile(
    r"\W*(?:tỷ lệ|tỉ lệ|số) (?:(?!\b(?:đạt|là|tăng|giảm|chiếm|còn|bằng|mức)\b)[^:\d])*\b(?:trên|dưới|quá|hơn|từ) $"
)
_TOLD_LATER = re.compile(
    r"(?:(?! (?:và|hoặc) )[^,;.\d]){1,60}\b(?:đạt|giảm|tăng|còn|chiếm|không quá)\b(?:(?! năm )[^,;.\d]){0,20}\d"
)
_AND = re.compile(r" (?:và|cùng) ")
_LESS_OF = re.compile(r" (?:chi phí|thời gian|điều kiện|giấy tờ|biên chế|đầu mối)\b")
_AIM = re.compile(r"\b(?:phấn đấu|mục tiêu|chỉ tiêu|đạt|cần)\b[^;]{0,80}$|\bmỗi\b[^;,]{1,40}\bcó $")
_AIMED_LIST = re.compile(r"\b(?:phấn đấu|mục tiêu|chỉ tiêu)\b")
_OPENED = re.compile(r"\s*(?:[^:;]{0,60}\b)?(?:phấn đấu|mục tiêu|chỉ tiêu)\b[^:;]{0,60}:")
_POINTS = re.compile(
    r"\b(?:chỉ số|điểm|par index|sipas|papi|pci|ddci|dti|pgi)\b[^,;]*(?:\b(?:đạt|trên|từ|thiểu|nhất|hơn)|:|>=|≥)\s*$"
)
_REACHES = re.compile(r"\bđạt $|^\W*(?:trong đó|riêng)\b")
_DOWN_TO = re.compile(r"\b(?:còn|xuống)(?: khoảng)? $")
_RAISED_TO = re.compile(r"\b(?:nâng|đưa|tăng)\b[^;,]{3,80} lên $")
_HAS = re.compile(r"\bcó(?: thêm)? $")
_WITHIN = re.compile(
    r"\b(?:thời (?:hạn|gian) (?:[^,;:.\d]{1,60} là|(?:giải quyết|xử lý|chờ|trả|thẩm định)[^,;:.\d]{0,60}:)"
    r"|(?<=[^\W\d_] )trong|trong thời hạn|thời hạn(?: là)?|trong thời gian|chậm nhất sau)(?: khoảng)? $"
)
_ABOUT = re.compile(r"\b(?:khoảng|xấp xỉ|gần)\s*$")
_LOW_IS_GOOD = re.compile(r"\b(?:trễ hạn|quá hạn|chậm hạn|tồn đọng|sai sót|khiếu nại)\b")
_NEXT_WORD = re.compile(r" ([^\W\d_]{2,12})(?!\w)")
_NO_UNIT = re.compile(r"(?:và|so|trong|năm|trở|vào|trước|đến|hoặc|nhưng|với|ở|tại|theo|mỗi|của|để|các|thì)")
_FROM_TO = re.compile(
    r"\btừ [\d.,]+(?: [^\W\d_]+){0,3} (?:lên|xuống)(?: còn| tới| đến)? $|\d(?: [^\W\d_]+){1,3} (?:xuống )?còn $"
)
_DEMANDED = re.compile(r"\b(?:tối thiểu|ít nhất|không quá|tối đa|trở lên|dưới (?=\d)|phấn đấu)")
_END = re.compile(r"\s*(?:[;.]|$)")
_NEARLY = 20
_NEAR = 300


@dataclass(frozen=True)
class Asked:
    """What a number asks for, in its own unit. is_carried: in the words of the number before it;
    is_count: of things that are counted."""

    asks: Asks
    value: Decimal | str | None
    value_to: Decimal | None = None
    unit: str | None = None
    direction: Direction | None = None
    is_carried: bool = False
    is_count: bool = False
    clarity: str = CLEAR


def asked(clause: Clause, mark: Mark, before: str, mood: Mood | None, last: Asked | None) -> Asked | None:
    """Return what a mark asks for, None where it is no target. last: what the mark before it asked for."""
    if isinstance(mark.found, Quantity):
        return _quantity(clause, mark, mark.found, before, mood, last)
    if clause.is_bracket and mood is not Mood.GOAL:
        return None
    return _standing(mark.found)


def is_demanded(text: str, mark: Mark, before: str) -> bool:
    """Whether the words beside a number demand it, as no report of results would: tối thiểu 80%, không quá 2%."""
    if not isinstance(mark.found, Quantity) or before.endswith("thấp nhất "):
        return False
    return _said(text, mark.found, before) in (Asks.AT_LEAST, Asks.AT_MOST)


def _standing(standing: Standing) -> Asked:
    clarity = CLEAR if standing.value is not None else "chưa nêu mức, chỉ yêu cầu tốt hơn"
    unit = "hạng" if standing.operator is Asks.RANK else None
    return Asked(standing.operator, standing.value, unit=unit, direction=standing.direction, clarity=clarity)


def _quantity(
    clause: Clause, mark: Mark, quantity: Quantity, before: str, mood: Mood | None, last: Asked | None
) -> Asked | None:
    text = clause.text
    is_wished = mood is Mood.GOAL or _DEMANDED.search(text) is not None
    if is_told_otherwise(quantity, before, text[mark.end : mark.end + 80], is_wished=is_wished):
        return None
    if quantity.is_amount and not (is_wished or quantity.value_to is not None):
        return None
    said = _said(text, quantity, before)
    if said is Asks.AT_MOST and quantity.unit == "điểm":
        return None  # the most points that a criterion gives
    if (said is Asks.MORE_THAN and _NONE.search(before)) or _NONE_OVER.search(before):
        return None
    if _INSIDE.fullmatch(text, mark.own, mark.start) and _TOLD_LATER.match(text, mark.end, mark.end + 90):
        return None  # what only describes those whose rate is asked for
    direction = change(quantity, before)
    unit = quantity.unit
    if unit is None and not quantity.is_percent:
        unit = _next_word(text, quantity) or ("điểm" if _POINTS.search(before) else None)
    own = text[mark.own : mark.start] if mark.floor else before
    if clause.is_bracket and not said and mood is not Mood.GOAL:
        direction = None  # (tăng 5 bậc) only comments on what stands before the bracket
    goes_on = direction is None and last is not None and ";" not in before and _goes_on(own, quantity, unit, last)
    is_carried = goes_on and said is None
    if not (said or direction or is_carried) and not _is_wanted(clause, mark, quantity, unit, before, mood, last):
        return None
    is_joined = _AND.search(text, mark.floor, mark.start) or _LESS_OF.match(text, mark.end)
    if last is not None and (is_carried or (goes_on and is_joined)):
        verb = stripped(text, mark.own, mark.start)[2]
        direction = last.direction if not verb or is_measure(verb) or is_scope(verb) else None
    asks = _asks(quantity, said, before, direction, last if is_carried else None)
    clarity = _clarity(quantity, text[mark.own : mark.start], is_said=bool(said or direction))
    return Asked(asks, quantity.exact, quantity.value_to, unit, direction, is_carried, quantity.is_counted, clarity)


def _said(text: str, quantity: Quantity, before: str) -> Asks | None:
    """Return what the words beside a number ask for in so many words."""
    if before_it := asked_before(before):
        return before_it
    later = asked_after(text, quantity, before)
    if later and not (quantity.value == 100 and later[1] - quantity.unit_end > _NEARLY):
        return later[0]
    return Asks.AT_MOST if _WITHIN.search(before) and quantity.unit in TIMES else None


def _asks(quantity: Quantity, said: Asks | None, before: str, direction: Direction | None, last: Asked | None) -> Asks:
    if quantity.value_to is not None:
        return Asks.RANGE
    if said is not None:
        return said
    if direction is not None and last is None:
        return Asks.AT_LEAST
    barely = asked_barely(quantity, before)
    if barely is Asks.AT_LEAST and last and last.asks in (Asks.MORE_THAN, Asks.AT_MOST, Asks.LESS_THAN):
        return last.asks
    return barely


def _goes_on(own: str, quantity: Quantity, unit: str | None, last: Asked) -> bool:
    """Whether a number goes on in an enumeration: it has no predicate of its own."""
    is_alike = unit == last.unit or (quantity.is_counted and last.is_count and not own.strip())
    return last.asks not in (Asks.RANK, Asks.GRADE) and is_alike and _OWN_WORDS.search(own) is None


def _is_wanted(
    clause: Clause, mark: Mark, quantity: Quantity, unit: str | None, before: str, mood: Mood | None, last: Asked | None
) -> bool:
    """Whether a number without a word of comparison is a target at all."""
    if is_heading_count(quantity, clause.text):
        return False
    if clause.is_bracket:
        return mood is Mood.GOAL or bool(quantity.is_percent and _REACHES.search(before) and not year_of(before))
    if quantity.unit in TIMES and quantity.value_to is None:
        return _DOWN_TO.search(before) is not None
    if quantity.is_amount:
        return True
    own = clause.text[max(mark.floor, mark.start - _NEAR) : mark.start]
    goes_on = last is not None and last.is_count
    return (
        _is_level(quantity, unit, clause.text, before)
        or is_task(quantity, clause.text, own, is_wished=mood is Mood.GOAL, goes_on=goes_on)
        or _is_aimed_at(clause, quantity, unit, before, mood, last)
    )


def _is_level(quantity: Quantity, unit: str | None, text: str, before: str) -> bool:
    """Whether a number can only be a level to be reached: a rate, all of all, a range, points, down to so many."""
    if quantity.is_percent or quantity.is_per or quantity.of is not None or quantity.value_to is not None:
        return quantity.unit is not None or quantity.is_percent
    if quantity.unit == "điểm" and (_POINTS.search(before) or before.endswith("từ ")):
        return True
    if unit is None:
        return False
    return _FROM_TO.search(text, 0, quantity.start) is not None or _RAISED_TO.search(before) is not None


def _is_aimed_at(
    clause: Clause, quantity: Quantity, unit: str | None, before: str, mood: Mood | None, last: Asked | None
) -> bool:
    """Whether words of aim stand before a number, or above the list that it is in."""
    is_alone = before.rstrip().endswith(":") and _END.match(clause.text, quantity.unit_end) is not None
    if is_alone and (mood is Mood.GOAL or last is not None or quantity.value == 0):
        return True
    if not (quantity.unit or unit == "điểm" or is_alone) or (quantity.is_counted and AMONG.search(before)):
        return False
    goes_on = last is not None and not before.strip(" ,;")
    if quantity.is_counted and mood is Mood.GOAL and (goes_on or _HAS.search(before)):
        return True
    is_listed = _AIMED_LIST.search(f"{clause.heading} {clause.intro}") or _OPENED.match(clause.text)
    return bool(_AIM.search(before)) or (mood is Mood.GOAL and bool(is_listed))


def _next_word(text: str, quantity: Quantity) -> str | None:
    found = _NEXT_WORD.match(text, quantity.end)
    return found[1] if found and not _NO_UNIT.fullmatch(found[1]) else None


def _clarity(quantity: Quantity, before: str, *, is_said: bool) -> str:
    if isinstance(quantity.value, Fraction):
        return f"phân số {quantity.value}, không viết được đúng thành %"
    if _ABOUT.search(before):
        return "con số chỉ là ước chừng"
    if not is_said and quantity.is_percent and quantity.value and _LOW_IS_GOOD.search(before):
        return "xem lại chiều: chỉ số này càng thấp càng tốt"
    return CLEAR
