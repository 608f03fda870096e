"""Whether two names are of one indicator, whatever their spelling, tones and short forms."""

import re
from functools import lru_cache

from models.folding import fold

_SHORT_FORMS = tuple(
    (re.compile(rf"\b{words}\b"), short)
    for words, short in (
        ("thu tuc hanh chinh", "tthc"),
        ("dich vu cong", "dvc"),
        ("can bo, cong chuc, vien chuc", "cbccvc"),
        ("co so du lieu", "csdl"),
        ("cong nghe thong tin", "cntt"),
        ("mot phan", "motphan"),
        ("toan trinh", "toantrinh"),
        ("dung (?:thoi )?han", "dunghan"),
        ("(?:tre|qua|cham) han", "trehan"),
        ("chi so cai cach hanh chinh", "par index"),
        ("(?:chi so )?hai long ve su phuc vu (?:hanh chinh|cua co quan hanh chinh)", "sipas"),
        ("chi so hieu qua quan tri va hanh chinh cong", "papi"),
        ("nang luc canh tranh cap (?:huyen|so, nganh)", "ddci"),
    )
)
_LEFT_OUT = re.compile(r"\((?:tru|ngoai tru|khong)\b[^)]*\)")
_EMPTY = frozenset(
    [
        "ty",
        "ti",
        "le",
        "muc",
        "do",
        "so",
        "luong",
        "cac",
        "cua",
        "va",
        "ve",
        "duoc",
        "la",
        "o",
        "tai",
        "tren",
        "doi",
        "voi",
        "cho",
        "cong",
        "tac",
        "viec",
        "bo",
        "chi",
        "trong",
        "vi",
        "thu",
        "xep",
        "loai",
        "hang",
        "ket",
        "qua",
        "giai",
        "quyet",
        "nguoi",
        "dan",
        "to",
        "chuc",
        "ca",
        "nhan",
        "doanh",
        "nghiep",
        "linh",
        "vuc",
    ]
)
_TELLING = frozenset(
    [
        "tinh",
        "huyen",
        "xa",
        "phuong",
        "thon",
        "trung",
        "uong",
        "motphan",
        "toantrinh",
        "dunghan",
        "trehan",
        "par",
        "sipas",
        "papi",
        "pci",
        "ddci",
        "dti",
        "pgi",
        "khong",
        "chua",
    ]
)
LIKE = 0.65
_LEAST_SHARED = 4


def likeness(name: str, other: str) -> float:
    """Return from 0 (nothing in common) to 1 (the same words); 0 where a word that tells apart is in only one."""
    first, second = _words(name), _words(other)
    if not (first and second) or (first ^ second) & _TELLING:
        return 0.0
    return len(first & second) / len(first | second)


def holds(name: str, other: str) -> bool:
    """Return whether all words of one name stand in the other, and are enough to say something."""
    first, second = _words(name), _words(other)
    shared = first & second
    return shared in (first, second) and len(shared) >= _LEAST_SHARED and not (first ^ second) & _TELLING


@lru_cache(maxsize=4096)
def _words(name: str) -> frozenset[str]:
    """Return the words of a name that say something."""
    text = _LEFT_OUT.sub(" ", " ".join(fold(name).split()))
    for pattern, short in _SHORT_FORMS:
        text = pattern.sub(short, text)
    return frozenset(re.findall(r"[^\W_]+", text)) - _EMPTY
