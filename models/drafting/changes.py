"""Whether a number is an amount of change (giảm 20%, tăng 3 bậc) or a level to be reached (giảm xuống 5%)."""

import re

from models.drafting.proposal import Direction
from models.drafting.quantities import Quantity

_VERB = re.compile(
    r"\b(?:(?P<reduce>cắt giảm|cắt|tinh giản|tiết giảm|rút ngắn|hạ thấp|giảm bớt|giảm|bớt|"
    r"thấp hơn (?:năm|so|bình quân|mức))"
    r"|(?P<increase>(?<!giá trị )tăng thêm|nâng thêm|(?<!giá trị )(?<!gia )tăng|"
    r"cao hơn (?:năm|so|bình quân|mức)|(?<!giảm )(?<!làm )(?<!giá trị tăng )thêm)"
    r"|(?P<steps>cải thiện|nâng cao|nâng|thăng|lên|vượt))\b(?! cường| trưởng| thiểu| nghèo)"
)
_LEVEL = re.compile(
    r"\b(?:đạt|lên|xuống|còn|thành|bằng|chiếm|là|bảo đảm|đảm bảo|phấn đấu|có|để|nhằm|dưới|không quá|tối đa)\b|:"
)
_ADJACENT = re.compile(
    r"\s*(?:(?:thêm|được|bình quân|trung bình|đi|ít nhất|tối thiểu|từ|khoảng|trên|hơn|không quá|tối đa|dưới|mỗi năm|"
    r"hằng năm|hàng năm|ở mức|mức)\s*)*:?\s*"
)
_LEADS = re.compile(r"[,;]\s*(?:(?:tối thiểu|ít nhất|trên|hơn|từ|khoảng|có|không quá|tối đa|dưới|và|\d)\s*)*$")
_OF_THINGS = re.compile(r"\b(?:tthc|thủ tục|thủ tục hành chính|dịch vụ|dịch vụ công|quy trình|hồ sơ) được $")
_UP_TO = ("lên", "vượt", "thăng")
_STEPS = ("bậc", "điểm", "điểm phần trăm")
_NEAR = 200


def change(quantity: Quantity, before: str) -> Direction | None:
    """Return where an amount of change leads, None where the number is a level."""
    near = before[-_NEAR:]
    verbs = [verb for verb in _VERB.finditer(near) if not verb["steps"] or quantity.unit in _STEPS]
    if not verbs:
        return Direction.INCREASE if quantity.unit == "bậc" else None
    verb = verbs[-1]
    rest = near[verb.end() :]
    if verb.group() in _UP_TO and quantity.unit != "bậc":
        return None
    if _OF_THINGS.search(near, 0, verb.start()):
        return None  # so many of them, not by how much
    direction = Direction.REDUCE if verb["reduce"] else Direction.INCREASE
    if _ADJACENT.fullmatch(rest):
        return direction
    if quantity.unit == "lần" and verb["increase"]:
        return direction
    if verb["steps"] and quantity.unit != "bậc":
        return None
    if _LEVEL.search(rest) or _LEADS.search(rest):
        return None
    return direction
