"""The Vietnamese words of the workbook, and the codes that they stand for."""

import re
from collections.abc import Mapping
from typing import TypeVar
from unicodedata import normalize

from models.evidence import EvidenceKind
from models.measure import Accumulation, Kind, Operator
from models.onestop import GroupKind, Role
from models.progress import State
from models.submission import SubmissionState
from models.unit import EventKind

KINDS: Mapping[str, Kind] = {
    "tỷ lệ": Kind.RATIO,
    "số lượng": Kind.COUNT,
    "điểm": Kind.SCORE,
    "thứ hạng": Kind.RANK,
    "xếp loại": Kind.GRADE,
    "hoàn thành": Kind.YES_NO,
    "tỉ lệ": Kind.RATIO,
}
ACCUMULATIONS: Mapping[str, Accumulation] = {
    "phát sinh": Accumulation.FLOW,
    "thời điểm": Accumulation.STOCK,
    "đầu kỳ": Accumulation.OPENING,
}
OPERATORS: Mapping[str, Operator] = {
    ">=": Operator.AT_LEAST,
    ">": Operator.MORE_THAN,
    "<=": Operator.AT_MOST,
    "<": Operator.LESS_THAN,
    "=": Operator.EQUAL,
    "khoảng": Operator.RANGE,
    "tốt hơn năm trước": Operator.BETTER,
    "tăng so với năm trước": Operator.INCREASE,
    "giảm so với năm trước": Operator.REDUCE,
    "≥": Operator.AT_LEAST,
    "≤": Operator.AT_MOST,
}
EVENT_KINDS: Mapping[str, EventKind] = {
    "sáp nhập": EventKind.MERGE,
    "chia tách": EventKind.SPLIT,
    "đổi tên": EventKind.RENAME,
    "giải thể": EventKind.DISSOLVE,
    "chuyển": EventKind.MOVE,
}
YES_NO: Mapping[str, bool] = {"có": True, "không": False}
SEVERITIES: Mapping[str, bool] = {"lỗi": True, "cảnh báo": False}
STEPS: Mapping[str, SubmissionState] = {
    "gửi": SubmissionState.SUBMITTED,
    "trả lại": SubmissionState.RETURNED,
    "tiếp nhận": SubmissionState.ACCEPTED,
    "mở lại": SubmissionState.DRAFT,
}
STATES: Mapping[str, State] = {
    "Đạt": State.MET,
    "Gần đạt": State.NEAR,
    "Chưa đạt": State.MISSED,
    "Cần kiểm tra": State.TO_CHECK,
    "Chưa đến kỳ": State.NOT_DUE,
    "Chưa có số liệu": State.NO_DATA,
    "Không áp dụng": State.NOT_APPLICABLE,
    "Theo dõi": State.NO_TARGET,
}
PROOFS: Mapping[str, EvidenceKind] = {
    "tệp": EvidenceKind.FILE,
    "liên kết": EvidenceKind.LINK,
    "văn bản": EvidenceKind.DOCUMENT,
}
DAY_KINDS: Mapping[str, bool] = {"nghỉ": True, "làm việc": False}
GROUP_KINDS: Mapping[str, GroupKind] = {"một cửa": GroupKind.ONE_STOP}
ROLES: Mapping[str, Role] = {
    "nhận trực tuyến": Role.ONLINE,
    "nhận trực tiếp, bưu chính": Role.DIRECT,
    "kỳ trước chuyển sang": Role.CARRIED,
    "trả trước hạn": Role.EARLY,
    "trả đúng hạn": Role.ON_TIME,
    "trả quá hạn": Role.LATE,
    "đang xử lý trong hạn": Role.IN_TIME,
    "đang xử lý quá hạn": Role.OVERDUE,
}

_RIMES = re.compile(r"(o[ae]|uy)([\u0300\u0301\u0303\u0309\u0323])")
_NOT_SHOWN = re.compile(r"_x(005F|00[01][0-9A-Fa-f])_|[\x00-\x08\x0b-\x1f\x7f\u200b\ufeff]")

Code = TypeVar("Code")


def clean(text: str) -> str:
    """Return a cell's text as it is kept: composed (NFC), without blanks around it or signs that cannot be seen.

    What Excel writes for such signs (_x000D_) goes too."""
    if text.isascii() and text.isprintable() and "_x" not in text:  # most of them, and quicker
        return text.strip()
    shown = _NOT_SHOWN.sub(lambda found: "_" if found[1] == "005F" else "", text)
    return normalize("NFC", shown).strip()


def key(text: str) -> str:
    """Return what two spellings of one word have in common: case, blanks, and where the tone stands (minh hoạ)."""
    if text.isascii():
        return " ".join(text.casefold().split())
    decomposed = normalize("NFD", " ".join(text.casefold().split()))
    return normalize("NFC", _RIMES.sub(lambda found: found[1][0] + found[2] + found[1][1], decomposed))


def meant(words: Mapping[str, Code], text: str) -> Code | None:
    """Return what a word stands for; None when it is none of these."""
    wanted = key(text)
    return next((code for word, code in words.items() if key(word) == wanted), None)


def word(words: Mapping[str, Code], code: Code | None) -> str:
    """Return the word that is written for a code, the first where there are two; empty for None."""
    return next((each for each, found in words.items() if found == code), "")


def listed(words: Mapping[str, Code]) -> str:
    """Return the words as a sentence lists them, each code once."""
    first = {code: each for each, code in reversed(list(words.items()))}
    return ", ".join(each for each in words if each in first.values())
